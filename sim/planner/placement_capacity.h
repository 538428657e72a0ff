/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_PLACEMENT_CAPACITY_H
#define PLANNER_PLACEMENT_CAPACITY_H

#include "planner/placement_cover.h"

/**
 * The most that open sites can serve when each has a capacity. Internal to
 * placement.c.
 *
 * @param capacity      [sites], as shares of all takers; read where open
 * @param x             [sites] 1 open, 0 not
 * @param[out] w        [sites] weights with sum_j (1 - w_j) capacity_j + sum_q
 * f_q phi_q(w; x) = served: 1 less the price of a place at j
 * @param[out] served   as a share of all takers
 * @return OK; ERR_MEMORY; ERR_PRECISION if the linear solver breaks down.
 *
 * Method: Lagrange multipliers of the capacity rows by cutting planes (Kelley),
 * groups of flows apart. Exact to 1e-9; at once when nobody is turned away.
 */
enum status placement_capacity_served(const struct placement_cover *cover, const double capacity[],
                                      const double x[], double w[], double *served);

#endif
