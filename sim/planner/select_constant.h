/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_SELECT_CONSTANT_H
#define PLANNER_SELECT_CONSTANT_H

/* Critical constants of the procedures of this folder. n0: days of the first stage, >= 2. All pure. */

/** eta = ((2 beta)^(-2/(n0-1)) - 1) / 2 of a triangular continuation region with c = 1 that a path
 * without drift leaves on either side with probability beta. 0 < beta < 1/2.
 * Source: Kim & Nelson 2001, A Fully Sequential Procedure for Indifference-Zone Selection. */
double select_eta(double beta, int n0);

/** h^2 = 2 eta (n0 - 1). */
double select_h2(double beta, int n0);

/** beta of one comparison of KN among k >= 2 designs under common random numbers: alpha / (k - 1);
 * and of one check of F_B, k designs with s requirements each: alpha / (k s). */
double select_beta_pair(double alpha, int k);
double select_beta_check(double alpha, int k, int s);

/** Student's quantile t_{p, dof}, 0 < p < 1. */
double select_t(double p, double dof);

/** Half-width of the triangle around a sum of r differences (or statements), on the sum's scale:
 * max(0, h^2 S^2 / (2 d) - d r / 2), d > 0 the indifference zone (or tolerance). */
double select_boundary(double h2, double variance, double d, double r);

#endif
