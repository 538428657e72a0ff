/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_FIT_PEAKS_H
#define PLANNER_FIT_PEAKS_H

#include "planner/fit.h"

/* Bell-shaped peaks under grouped Poisson counts: days a_day[k] (Phi(to) - Phi(from)) are expected in a step. */
struct peaks {
    int n;
    double a_day[FIT_MOST_PEAKS], at_s[FIT_MOST_PEAKS], spread_s[FIT_MOST_PEAKS];
    double likelihood; /* log, without the terms that depend on the counts alone */
};

/** Maximum likelihood of n peaks, the best of a few starts; at_s within the steps, spread_s from a third of a step to all of
 * them. O(iterations n_steps n) */
void peaks_fit(int peaks, int n, const struct fit_step step[], struct peaks *best);

/** Peaks with intervals, by time, and the curve with its band into fit, by the delta method. */
void peaks_band(const struct peaks *peaks, int n, const struct fit_step step[], struct fit_arrivals *fit);

#endif
