/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_STRESS_INSIDE_H
#define CLI_WRITE_STRESS_INSIDE_H

#include "cli/write_stress.h"

/* Of the contingency in that place of the order; NULL: none was tried. */
static inline const struct remedy *remedy_at(const struct written_stress *w, int place)
{
    return place >= 0 && place < w->n_remedies && w->remedy[place].n > 0 ? &w->remedy[place] : NULL;
}

/* What changes nothing is as usual. */
static inline int simulated_as(const struct written_stress *w, int i)
{
    return i < w->stress->n ? i : 0;
}

static inline const struct interval *own(const struct written_stress *w, int i, int kpi)
{
    return summary_kpi(&w->comparison->summary[simulated_as(w, i)], 0, kpi);
}

static inline const struct interval *change(const struct written_stress *w, int i, int kpi)
{
    return &w->comparison->against_reference[simulated_as(w, i) * n_kpis + kpi];
}

/* Of the kind of day without its events that a mishap is held against. */
static inline const struct interval *own_without(const struct written_stress *w, int i, int kpi)
{
    return summary_kpi(&w->comparison->summary[w->stress->contestant[i].against], 0, kpi);
}

static inline const struct interval *change_without(const struct written_stress *w, int i, int kpi)
{
    return &w->comparison->against_reference[w->stress->contestant[i].against * n_kpis + kpi];
}

#endif
