/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef THEORY_NEWSVENDOR_H
#define THEORY_NEWSVENDOR_H

#include "core/status.h"

/* How much to stock once, before a random demand: the least quantity q with F(q) >= fractile. */

/**
 * The critical fractile.
 *
 *     (p - c) / (p - s)
 *
 * @param price          p, what a portion handed out is worth     [CNY]  > c
 * @param cost           c, what a portion stocked costs           [CNY]  > s
 * @param salvage        s, what a portion left over is worth      [CNY]  may be negative
 * @param[out] fractile  in (0,1)                                  [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails.
 *
 * O(1), pure.
 * Source: Arrow, Harris & Marschak 1951, Optimal inventory policy.
 */
enum status newsvendor_fractile(double price, double cost, double salvage, double *fractile);

/**
 * Poisson demand.
 *
 * @param mean           of the demand                             [1]    > 0, <= 1e8
 * @param fractile       as from newsvendor_fractile               [1]    in (0,1)
 * @param[out] portions  least q with P(demand <= q) >= fractile   [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails.
 *
 * Method: a start from the normal, then step by step on the CDF. O(sqrt(mean)) at worst, pure.
 * Source: as newsvendor_fractile.
 */
enum status newsvendor_poisson(double mean, double fractile, int *portions);

/**
 * Normal demand.
 *
 * @param mean, sd       of the demand                             [1]    sd >= 0
 * @param fractile       as from newsvendor_fractile               [1]    in (0,1)
 * @param[out] portions  mean + sd Phi^-1(fractile), not rounded   [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails.
 *
 * O(1), pure.
 * Source: as newsvendor_fractile.
 */
enum status newsvendor_normal(double mean, double sd, double fractile, double *portions);

/**
 * Any demand on 0 .. n-1, given as chances or as counts of days.
 *
 * @param n              how many values                           [1]    >= 1
 * @param weight         of each value [n]; need not sum to 1      [1]    >= 0, sum > 0
 * @param fractile       as from newsvendor_fractile               [1]    in (0,1)
 * @param[out] portions  least q with P(demand <= q) >= fractile   [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails.
 *
 * O(n), pure. A share within 1e-12 of the fractile counts as reaching it.
 * Source: as newsvendor_fractile.
 */
enum status newsvendor_pmf(int n, const double weight[], double fractile, int *portions);

#endif
