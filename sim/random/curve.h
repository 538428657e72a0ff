/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RANDOM_CURVE_H
#define RANDOM_CURVE_H

#include "random/distribution.h"

/* A continuous distribution while its table is compiled: both directions, from either end (as
 * distribution_tail), and what the search for x has learnt so far. For one thread. */
struct curve {
    double (*at)(struct curve *curve, double tail, bool upper);
    double (*tail)(struct curve *curve, double x, bool upper);
    double noise; /* absolute error of tail() that can't be told from its own */

    const struct distribution *distribution;
    double shape, scale, log_gamma, log_x; /* of a gamma; log_x: of the last result over scale */

    double (*cdf)(double x, const void *context);
    const void *context;
    double x[257], below[257]; /* a grid on [low, high] and the CDF there */
};

/** A continuous family with some spread. */
struct curve curve_of_distribution(const struct distribution *distribution);

/** Any continuous CDF on [low, high], as quantile_compile_cdf takes it. */
struct curve curve_of_cdf(double (*cdf)(double x, const void *context), const void *context,
                          double low, double high);

#endif
