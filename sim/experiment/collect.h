/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_COLLECT_H
#define EXPERIMENT_COLLECT_H

#include "experiment/run.h"

/* Days added one by one, in their order; memory doesn't grow with their number. */
enum { SECTIONS = 20 };

struct collection {
    const struct study *study;
    int days, rows;
    int *kind_days;              /* [kinds] */
    struct pair_tally *ratio;    /* [kinds][rows][n_kpis] under, over */
    uint64_t (*waits)[HISTOGRAM_CELLS]; /* [SECTIONS] */
    double *series;              /* [channels][bins] sums over the days that have a value (not NAN) */
    int *series_days;            /* [channels][bins] */
    double *ran_out;             /* [channels][bins] days with less than one left */
    float *most;                 /* [channels][bins] on any day; peaks */
    float *kept;                 /* [kept_room][channels][bins] of the first days, for the bands */
    int kept_room;
    double worst_heat_error, worst_little_error, events;
};

enum status collection_open(struct collection *collection, const struct study *study);
void collection_close(struct collection *collection);
void collection_add(struct collection *collection, const struct day_result *day);

/** A figure of the whole layout (row 0), a station or a group, over all kinds of day by their shares. */
struct interval collection_kpi(const struct collection *collection, int row, int kpi, double confidence);

/** Everything that was learnt; memory in the summary's arena. The bands are found by that many threads, each alone. */
enum status collection_summary(const struct collection *collection, double confidence, int threads, struct summary *summary);

#endif
