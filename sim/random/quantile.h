/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RANDOM_QUANTILE_H
#define RANDOM_QUANTILE_H

#include "core/arena.h"
#include "core/status.h"
#include "random/distribution.h"

/* A compiled quantile function: one look-up and a cubic, the same few nanoseconds for every family.
 * Monotone; |F(quantile_at(q, u)) - u| <= 1e-8 for continuous families, exact for steps. Cells are
 * laid out by the binary exponent of min(u, 1-u), so tails keep their relative accuracy.
 * Built once with the plan, then const and shared by threads. */
struct quantile; /* to be completed here */

/* static inline double quantile_at(const struct quantile *quantile, double u);   0 < u < 1 */

/** Compiles a distribution (not DIST_NONE). Memory from the arena.
 * @return OK; ERR_DOMAIN if distribution_fault finds something; ERR_MEMORY. */
enum status quantile_compile(struct arena *arena, const struct distribution *distribution,
                             struct quantile *quantile);

/** Compiles any continuous distribution on [low, high] from its CDF, increasing from 0 to 1 there.
 * Error in u as above. */
enum status quantile_compile_cdf(struct arena *arena, double (*cdf)(double x, const void *context),
                                 const void *context, double low, double high,
                                 struct quantile *quantile);

/** x[i] = quantile_at(q, u[i]); x may be u. */
void quantile_fill(const struct quantile *quantile, int n, const double u[], double x[]);

#endif
