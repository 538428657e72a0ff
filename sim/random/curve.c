/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random/curve.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

enum { GRID = 256, PATIENCE = 60 };

/* --- closed forms --- */

static double closed_at(struct curve *curve, double tail, bool upper)
{
    return distribution_tail_quantile(curve->distribution, tail, upper);
}

static double closed_tail(struct curve *curve, double x, bool upper)
{
    return distribution_tail(curve->distribution, x, upper);
}

/* --- gamma: the log of either tail is nearly straight in log x --- */

static double unit_gamma(const struct curve *curve, double x, bool upper)
{
    return (upper ? gsl_cdf_gamma_Q : gsl_cdf_gamma_P)(x, curve->shape, 1);
}

/* Halley's step towards log tail = wanted from y = log x; *off is how far y was from it. */
static double halley(const struct curve *curve, double y, double wanted, bool upper, double *off)
{
    double x = exp(y), tail = unit_gamma(curve, x, upper);
    double slope = exp(curve->shape * y - x - curve->log_gamma) / tail * (upper ? -1 : 1);
    double bend = curve->shape - x - slope; /* second derivative over the first */
    double furthest = 1 + 1 / curve->shape;

    *off = log(tail) - wanted;
    double newton = -*off / slope;
    double step = newton / fmax(0.5, 1 + newton * bend / 2);
    return fmin(furthest, fmax(-furthest, step));
}

static double gamma_at(struct curve *curve, double tail, bool upper)
{
    double y = curve->log_x, wanted = log(tail), off = 1;
    for (int i = 0; i < PATIENCE && !(fabs(off) < 1e-5); i++) {
        y += halley(curve, y, wanted, upper, &off);
        if (!isfinite(y))
            break;
    }
    if (!(fabs(off) < 1e-5)) /* the third order makes it 1e-15 after the last step */
        return distribution_tail_quantile(curve->distribution, tail, upper);
    curve->log_x = y;
    return curve->scale * exp(y);
}

static double gamma_tail(struct curve *curve, double x, bool upper)
{
    return x > 0 ? unit_gamma(curve, x / curve->scale, upper) : upper;
}

static void make_gamma(struct curve *curve, double mean, double shape)
{
    curve->at = gamma_at;
    curve->tail = gamma_tail;
    curve->shape = shape;
    curve->scale = mean / shape;
    curve->log_gamma = gsl_sf_lngamma(shape);
    curve->log_x = log(shape);
}

/* What the rounding of x does to a CDF that climbs from low to high. */
static double rounding_noise(double low, double high)
{
    return 8 * DBL_EPSILON * fmax(fabs(low), fabs(high)) / (high - low);
}

struct curve curve_of_distribution(const struct distribution *distribution)
{
    const double *p = distribution->parameter;
    struct curve curve = {.at = closed_at, .tail = closed_tail, .distribution = distribution};

    if (distribution->family == DIST_UNIFORM)
        curve.noise = rounding_noise(p[0], p[1]);
    if (distribution->family == DIST_TRIANGULAR)
        curve.noise = rounding_noise(p[0], p[2]);
    if (distribution->family == DIST_GAMMA)
        make_gamma(&curve, p[0], 1 / (p[1] * p[1]));
    if (distribution->family == DIST_ERLANG)
        make_gamma(&curve, p[0], p[1]);
    return curve;
}

/* --- any CDF --- */

static double cdf_tail(struct curve *curve, double x, bool upper)
{
    double below = curve->cdf(x, curve->context);
    return upper ? 1 - below : below;
}

/* The first grid point past the one sought. */
static int bracket(const struct curve *curve, double u)
{
    int below = 0, above = GRID;
    while (above - below > 1) {
        int half = (below + above) / 2;
        if (curve->below[half] < u)
            below = half;
        else
            above = half;
    }
    return above;
}

/* Ridders' method between a and b, where the CDF is off by fa <= 0 and fb >= 0. */
static double root(const struct curve *curve, double u, double a, double fa, double b, double fb)
{
    for (int i = 0; i < PATIENCE; i++) {
        double half = (a + b) / 2;
        if (fa >= 0 || half <= a || half >= b)
            return fa >= 0 ? a : b;
        double fh = curve->cdf(half, curve->context) - u;
        double bent = fh * fh - fa * fb;
        double x = bent > 0 ? half - (half - a) * fh / sqrt(bent) : half;
        double fx = curve->cdf(x, curve->context) - u;
        if (fabs(fx) < 1e-15)
            return x;
        if (fh < 0)
            a = half, fa = fh;
        else
            b = half, fb = fh;
        if (fx < 0 && x > a)
            a = x, fa = fx;
        if (fx > 0 && x < b)
            b = x, fb = fx;
    }
    return (a + b) / 2;
}

static double cdf_at(struct curve *curve, double tail, bool upper)
{
    double u = upper ? 1 - tail : tail;
    int i = bracket(curve, u);
    double over = curve->below[i] - u;

    if (over <= 0) /* a CDF that falls short of 1 by rounding */
        return curve->x[i];
    return root(curve, u, curve->x[i - 1], curve->below[i - 1] - u, curve->x[i], over);
}

struct curve curve_of_cdf(double (*cdf)(double x, const void *context), const void *context,
                          double low, double high)
{
    struct curve curve = {.at = cdf_at,
                          .tail = cdf_tail,
                          .noise = 1e-13 + rounding_noise(low, high),
                          .cdf = cdf,
                          .context = context};

    for (int i = 0; i <= GRID; i++) {
        curve.x[i] = low + (high - low) * i / GRID;
        curve.below[i] = cdf(curve.x[i], context);
    }
    return curve;
}
