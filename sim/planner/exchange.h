/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_EXCHANGE_H
#define PLANNER_EXCHANGE_H

/**
 * Lowers a cost over whole amounts x[n] >= 0 by coordinate exchange: one amount changed, or moved from one to
 * another, in steps of 16, 8, 4, 2, 1, each as long as it helps. Deterministic; ends where no change of 1 and no
 * swap of 1 helps. For costs averaged over stored sample paths, where each call sees the same paths.
 *
 * @param cost  at x; called many times
 * @return the cost reached
 */
double exchange_lower(int n, int x[], double (*cost)(void *context, const int x[]), void *context);

#endif
