/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_COMPARE_H
#define EXPERIMENT_COMPARE_H

#include "experiment/collect.h"

/* Layouts on the same days: resident 17 of day 3 leaves at the same moment under each of them, so what they
 * share cancels in the difference. */
struct contestant {
    const char *name;
    struct study study;
    int against;            /* the contestant it's held against rather than the reference; 0: that */
};

struct comparison {
    int n, days;
    double confidence;
    int goal;                   /* KPI by which the best is named */
    int best, reference;
    struct summary *summary;    /* [n] each layout by itself */
    struct interval *against_best;      /* [n][n_kpis] layout minus the best by the goal: simultaneous over layouts */
    struct interval *against_reference; /* [n][n_kpis] layout minus the reference, or the one it names: simultaneous over layouts */
    double *gain;               /* [n] variance of the goal's difference to the best: independent days over these */
    struct arena arena;
};

/**
 * Simulates all on the same days, until each precision (of the differences to the best) is reached, or `days`.
 * Simultaneous means Bonferroni over the n - 1 others, for one figure at a time: whatever layout is best,
 * all its differences are covered together with the confidence stated.
 *
 * @param goal       index of a KPI with a better side
 * @param reference  index of a contestant
 * @param[out] comparison  to be given back by comparison_free whatever the status
 * @return as run(); ERR_DOMAIN if n < 2.
 */
enum status compare(int n, const struct contestant contestants[], int goal, int reference, const struct run_options *options,
                    struct comparison *comparison);
void comparison_free(struct comparison *comparison);

/** Whether a difference can be told from none. */
static inline bool difference_shows(const struct interval *difference)
{
    return difference->mean > difference->half_width || -difference->mean > difference->half_width;
}

#endif
