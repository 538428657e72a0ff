/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_WAITS_H
#define PLOTS_WAITS_H

#include "plots/chart.h"

/* The histogram of waits, cut anew: cells of one width, so that a bar's height means the same
 * everywhere, and with the target as an edge, so that a bar lies on one side of it. */
enum { WAITS_MOST = 48 };

struct waits {
    int n;
    double width_s, share[WAITS_MOST];
    double longer; /* share beyond the last cell */
};

struct waits waits_cut(const struct picture *picture);

/** Share of the served that waits less than x; within a cell waits are taken as spread evenly.
 * 0 if nobody was served. */
double waits_share_below(const struct picture *picture, double x_s);

/** The wait that a share p doesn't exceed; finite. */
double waits_quantile_s(const struct picture *picture, double p);

#endif
