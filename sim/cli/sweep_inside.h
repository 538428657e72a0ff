/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SWEEP_INSIDE_H
#define CLI_SWEEP_INSIDE_H

#include "cli/varied.h"

/* Parts of samovar sweep. */

enum { SWEEP_SHOWN = 8 };

struct sweep {
    const struct options *options;
    struct arena arena;
    int n_axes, points;
    struct axis axis[2];
    struct interval *kpi;   /* [points][n_kpis]; the second axis runs fastest */
    struct interval *difference; /* [points][n_kpis] to the point that is best by the first figure; NULL with two axes */
    const char *scenario, *layout;
    int n_figures, figure[SWEEP_SHOWN]; /* what is shown of each point, as KPIs */
    int goal, days, in_a_row;
};

/** Points of the second axis; 1 without it. */
static inline int second(const struct sweep *sweep)
{
    return sweep->n_axes > 1 ? sweep->axis[1].n : 1;
}

/** Looks at the first point for what is told of all: their scenario and layout. Complains where a quantity belongs
 * to a layout that isn't simulated. @return as varied_open(). */
enum status sweep_look(struct sweep *sweep);

/** Simulates all points: those of one axis side by side, with differences. @return as run(). */
enum status sweep_simulate(struct sweep *sweep);

#endif
