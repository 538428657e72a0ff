/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATS_INTERVAL_H
#define STATS_INTERVAL_H

#include "stats/tally.h"

struct interval {
    double mean, half_width; /* half_width is HUGE_VAL while nothing can be said (n < 2) */
};

/** Student's two-sided quantile t_{1-(1-confidence)/2, dof}. confidence in (0,1). Cached for the
 * last arguments per thread. dof may be fractional, > 0. */
double student_t(double confidence, double dof);

/** Mean and Student half-width of a sample of independent days. */
struct interval interval_of_mean(const struct tally *tally, double confidence);

/** sum y / sum x over independent days, by the delta method (Student, n - 1). Mean 0, half-width 0
 * if all x are 0. */
struct interval interval_of_ratio(const struct pair_tally *tally, double confidence);

/** Stratified mean: strata[i] holds the days of kind i, share[i] its odds; the sampling within
 * strata is independent; Welch-Satterthwaite degrees of freedom. Strata with share 0 don't count.
 */
struct interval interval_of_strata(int n, const struct tally strata[], const double share[],
                                   double confidence);
struct interval interval_of_strata_ratio(int n, const struct pair_tally strata[],
                                         const double share[], double confidence);

/** y / x - y' / x' over the same days, by the delta method (Student, n - 1): what two layouts share cancels.
 * A ratio with nothing under it counts as 0; a difference that is nothing but rounding, too.
 * @param[out] gain  how many times wider the variance would be on independent days; may be NULL. 1 if unknown */
struct interval interval_of_twins(const struct twin_tally *tally, double confidence, double *gain);

#endif
