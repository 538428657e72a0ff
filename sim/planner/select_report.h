/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_SELECT_REPORT_H
#define PLANNER_SELECT_REPORT_H

#include "planner/select_ledger.h"

/* The numbers to show after a selection or a search: from fresh days, since those that picked the
 * best flatter it. */

struct select_report_plan {
    double alpha;  /* error of each family of intervals, in (0, 1) */
    int days;      /* fresh days of each design, >= 2 */
    int first_day; /* beyond every day that was used to choose */
    struct observation_budget budget;
};

enum select_standing { SELECT_BEST, SELECT_BEHIND, SELECT_AHEAD, SELECT_NOT_TOLD_APART };

struct select_line {
    double mean, half_width;            /* objective, this design alone at 1 - alpha */
    double difference, difference_half; /* mean_i - mean_best, paired, simultaneous; 0 for the best */
    enum select_standing standing;      /* by the sign of that interval */
};

/** Y_r of a design: E[Y_r] with an interval simultaneous over all designs and requirements. */
struct select_requirement {
    double mean, half_width;
};

/**
 * Observes `days` fresh days of each design and compares with design `best`:
 * mean_i - mean_b +- t_{1 - alpha/(2(k-1)), n-1} S_ib / sqrt(n): all k - 1 hold together with
 * probability >= 1 - alpha (normal days, any dependence between designs).
 *
 * @param x                 coordinates [designs], or NULL
 * @param[out] line         [designs]
 * @param[out] requirement  [designs][requirements]; may be NULL
 * @return OK; ERR_DOMAIN if a bound above fails; ERR_PRECISION if the budget can't pay for it;
 *         ERR_MEMORY; what observe says. Outputs untouched on error.
 *
 * Source: Bonferroni on paired t; Nelson & Matejcik 1995 for the use under common random numbers.
 */
enum status select_report(const struct observer *observer, const struct select_report_plan *plan,
                          int designs, const int *const x[], int best, struct select_line line[],
                          struct select_requirement requirement[]);

#endif
