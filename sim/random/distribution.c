/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

static const double SHARES_TOLERANCE = 1e-6;

/* A family's functions; tail and at work from either end, as distribution_tail says. They're called
 * with faultless parameters that leave some spread. */
struct method {
    double (*mean)(const struct distribution *d);
    double (*variance)(const struct distribution *d);
    double (*tail)(const struct distribution *d, double x, bool upper);
    double (*at)(const struct distribution *d, double tail, bool upper);
};
static const struct method methods[DIST_FAMILIES];

static double square(double x)
{
    return x * x;
}

static double first_parameter(const struct distribution *d)
{
    return d->parameter[0];
}

/* --- constant --- */

static double no_variance(const struct distribution *d)
{
    (void)d;
    return 0;
}

static double constant_tail(const struct distribution *d, double x, bool upper)
{
    return (x >= distribution_mean(d)) != upper;
}

static double constant_at(const struct distribution *d, double tail, bool upper)
{
    (void)tail, (void)upper;
    return distribution_mean(d);
}

/* --- uniform: low, high --- */

static double uniform_mean(const struct distribution *d)
{
    return d->parameter[0] / 2 + d->parameter[1] / 2;
}

static double uniform_variance(const struct distribution *d)
{
    return square(d->parameter[1] - d->parameter[0]) / 12;
}

static double uniform_tail(const struct distribution *d, double x, bool upper)
{
    return (upper ? gsl_cdf_flat_Q : gsl_cdf_flat_P)(x, d->parameter[0], d->parameter[1]);
}

static double uniform_at(const struct distribution *d, double tail, bool upper)
{
    double range = d->parameter[1] - d->parameter[0];
    return upper ? d->parameter[1] - tail * range : d->parameter[0] + tail * range;
}

/* --- exponential: mean --- */

static double exponential_variance(const struct distribution *d)
{
    return square(d->parameter[0]);
}

static double exponential_tail(const struct distribution *d, double x, bool upper)
{
    return (upper ? gsl_cdf_exponential_Q : gsl_cdf_exponential_P)(x, d->parameter[0]);
}

static double exponential_at(const struct distribution *d, double tail, bool upper)
{
    return (upper ? gsl_cdf_exponential_Qinv : gsl_cdf_exponential_Pinv)(tail, d->parameter[0]);
}

/* --- lognormal, gamma: mean, cv --- */

static double cv_variance(const struct distribution *d)
{
    return square(d->parameter[0] * d->parameter[1]);
}

static double log_variance(const struct distribution *d)
{
    return log1p(square(d->parameter[1]));
}

static double log_mean(const struct distribution *d)
{
    return log(d->parameter[0]) - log_variance(d) / 2;
}

static double lognormal_tail(const struct distribution *d, double x, bool upper)
{
    if (x <= 0)
        return upper;
    return (upper ? gsl_cdf_lognormal_Q : gsl_cdf_lognormal_P)(x, log_mean(d),
                                                               sqrt(log_variance(d)));
}

static double lognormal_at(const struct distribution *d, double tail, bool upper)
{
    double z = (upper ? gsl_cdf_ugaussian_Qinv : gsl_cdf_ugaussian_Pinv)(tail);
    return exp(log_mean(d) + sqrt(log_variance(d)) * z);
}

static double gamma_tail(const struct distribution *d, double x, bool upper)
{
    double scv = square(d->parameter[1]);
    if (x <= 0)
        return upper;
    return (upper ? gsl_cdf_gamma_Q : gsl_cdf_gamma_P)(x, 1 / scv, d->parameter[0] * scv);
}

static double gamma_at(const struct distribution *d, double tail, bool upper)
{
    double scv = square(d->parameter[1]);
    return (upper ? gsl_cdf_gamma_Qinv : gsl_cdf_gamma_Pinv)(tail, 1 / scv, d->parameter[0] * scv);
}

/* --- Erlang: mean, k --- */

static double erlang_variance(const struct distribution *d)
{
    return square(d->parameter[0]) / d->parameter[1];
}

static double erlang_tail(const struct distribution *d, double x, bool upper)
{
    double k = d->parameter[1];
    if (x <= 0)
        return upper;
    return (upper ? gsl_cdf_gamma_Q : gsl_cdf_gamma_P)(x, k, d->parameter[0] / k);
}

static double erlang_at(const struct distribution *d, double tail, bool upper)
{
    double k = d->parameter[1];
    return (upper ? gsl_cdf_gamma_Qinv : gsl_cdf_gamma_Pinv)(tail, k, d->parameter[0] / k);
}

/* --- Weibull: mean, shape --- */

static double weibull_variance(const struct distribution *d)
{
    double shape = d->parameter[1];
    return square(d->parameter[0])
           * expm1(gsl_sf_lngamma(1 + 2 / shape) - 2 * gsl_sf_lngamma(1 + 1 / shape));
}

static double weibull_scale(const struct distribution *d)
{
    return d->parameter[0] / gsl_sf_gamma(1 + 1 / d->parameter[1]);
}

static double weibull_tail(const struct distribution *d, double x, bool upper)
{
    if (x <= 0)
        return upper;
    return (upper ? gsl_cdf_weibull_Q : gsl_cdf_weibull_P)(x, weibull_scale(d), d->parameter[1]);
}

static double weibull_at(const struct distribution *d, double tail, bool upper)
{
    double hazard = upper ? -log(tail) : -log1p(-tail);
    return weibull_scale(d) * pow(hazard, 1 / d->parameter[1]);
}

/* --- normal: mean, sd --- */

static double normal_variance(const struct distribution *d)
{
    return square(d->parameter[1]);
}

static double normal_tail(const struct distribution *d, double x, bool upper)
{
    return (upper ? gsl_cdf_gaussian_Q : gsl_cdf_gaussian_P)(x - d->parameter[0], d->parameter[1]);
}

static double normal_at(const struct distribution *d, double tail, bool upper)
{
    double z = (upper ? gsl_cdf_ugaussian_Qinv : gsl_cdf_ugaussian_Pinv)(tail);
    return d->parameter[0] + d->parameter[1] * z;
}

/* --- triangular: low, mode, high --- */

static double triangular_mean(const struct distribution *d)
{
    return (d->parameter[0] + d->parameter[1] + d->parameter[2]) / 3;
}

static double triangular_variance(const struct distribution *d)
{
    double left = d->parameter[1] - d->parameter[0], right = d->parameter[2] - d->parameter[1];
    return (square(left) + left * right + square(right)) / 18;
}

/* From the upper end a triangle is its mirror image from the lower one. */
static double triangular_tail(const struct distribution *d, double x, bool upper)
{
    double past = upper ? d->parameter[2] - x : x - d->parameter[0];
    double range = d->parameter[2] - d->parameter[0];
    double rise = upper ? d->parameter[2] - d->parameter[1] : d->parameter[1] - d->parameter[0];
    if (past <= 0)
        return 0;
    if (past >= range)
        return 1;
    return past < rise ? square(past) / (range * rise)
                       : 1 - square(range - past) / (range * (range - rise));
}

static double triangular_at(const struct distribution *d, double tail, bool upper)
{
    double range = d->parameter[2] - d->parameter[0];
    double rise = upper ? d->parameter[2] - d->parameter[1] : d->parameter[1] - d->parameter[0];
    double past = tail * range < rise ? sqrt(tail * range * rise)
                                      : range - sqrt((1 - tail) * range * (range - rise));
    return upper ? d->parameter[2] - past : d->parameter[0] + past;
}

/* --- discrete, empirical: points --- */

double distribution_weight(const struct distribution *distribution, int i)
{
    return distribution->family == DIST_EMPIRICAL ? 1 : distribution->point[i].share;
}

static double points_mean(const struct distribution *d)
{
    double sum = 0, shares = 0;
    for (int i = 0; i < d->n_points; i++) {
        sum += distribution_weight(d, i) * d->point[i].value;
        shares += distribution_weight(d, i);
    }
    return sum / shares;
}

static double points_variance(const struct distribution *d)
{
    double mean = points_mean(d), sum = 0, shares = 0;
    for (int i = 0; i < d->n_points; i++) {
        sum += distribution_weight(d, i) * square(d->point[i].value - mean);
        shares += distribution_weight(d, i);
    }
    return sum / shares;
}

static double points_tail(const struct distribution *d, double x, bool upper)
{
    double below = 0, above = 0;
    for (int i = 0; i < d->n_points; i++)
        *(d->point[i].value <= x ? &below : &above) += distribution_weight(d, i);
    return (upper ? above : below) / (below + above);
}

static double points_at(const struct distribution *d, double tail, bool upper)
{
    double u = upper ? 1 - tail : tail, shares = 0;
    int last = 0;
    for (int i = 0; i < d->n_points; i++)
        shares += distribution_weight(d, i);
    double below = 0;
    for (int i = 0; i < d->n_points; i++) {
        if (distribution_weight(d, i) == 0)
            continue;
        last = i;
        below += distribution_weight(d, i);
        if (below / shares >= u)
            break;
    }
    return d->point[last].value;
}

/* --- faults --- */

static const char *fault_of_parameters(const struct distribution *d)
{
    const struct distribution_family *family = &distribution_families[d->family];
    for (int i = 0; i < family->n_parameters; i++) {
        double value = d->parameter[i];
        if (!(value >= family->parameter[i].low && value <= family->parameter[i].high)
            || !isfinite(value))
            return family->parameter[i].fault;
    }
    return NULL;
}

static const char *fault_of_points(const struct distribution *d)
{
    double shares = 0;
    if (d->n_points < 1 || !d->point)
        return "there must be at least one value";
    for (int i = 0; i < d->n_points; i++) {
        if (!isfinite(d->point[i].value))
            return "every value must be a finite number";
        if (i > 0 && d->point[i].value < d->point[i - 1].value)
            return "the values must be sorted, the least first";
        if (d->family == DIST_DISCRETE && !(d->point[i].share >= 0 && d->point[i].share <= 1))
            return "every share must lie between 0 and 100 %";
        shares += d->point[i].share;
    }
    bool whole = d->family == DIST_EMPIRICAL || fabs(shares - 1) <= SHARES_TOLERANCE;
    return whole ? NULL : "the shares must add up to 100 %";
}

static const char *fault_of_order(const struct distribution *d)
{
    const double *p = d->parameter;

    switch (d->family) {
    case DIST_UNIFORM: return p[0] > p[1] ? "low must not exceed high" : NULL;
    case DIST_TRIANGULAR:
        return p[0] > p[2]                  ? "low must not exceed high"
               : p[1] < p[0] || p[1] > p[2] ? "mode must lie between low and high"
                                            : NULL;
    case DIST_GAMMA: return p[1] > 0 && p[1] < 0.01 ? "cv must be 0 or at least 1 %" : NULL;
    case DIST_ERLANG: return p[1] != floor(p[1]) ? "k must be a whole number" : NULL;
    default: return NULL;
    }
}

const char *distribution_fault(const struct distribution *distribution)
{
    if (distribution->family <= DIST_NONE || distribution->family >= DIST_FAMILIES)
        return "a distribution must be given";
    if (distribution->family == DIST_DISCRETE || distribution->family == DIST_EMPIRICAL)
        return fault_of_points(distribution);
    const char *fault = fault_of_parameters(distribution);
    return fault ? fault : fault_of_order(distribution);
}

/* --- the public functions --- */

double distribution_mean(const struct distribution *distribution)
{
    return methods[distribution->family].mean(distribution);
}

double distribution_variance(const struct distribution *distribution)
{
    return methods[distribution->family].variance(distribution);
}

bool distribution_is_fixed(const struct distribution *distribution)
{
    const double *p = distribution->parameter;

    switch (distribution->family) {
    case DIST_UNIFORM: return p[0] == p[1];
    case DIST_TRIANGULAR: return p[0] == p[2];
    case DIST_EXPONENTIAL:
    case DIST_WEIBULL:
    case DIST_ERLANG: return p[0] == 0;
    case DIST_LOGNORMAL:
    case DIST_GAMMA: return p[0] == 0 || p[1] == 0;
    case DIST_NORMAL: return p[1] == 0;
    case DIST_DISCRETE:
    case DIST_EMPIRICAL: return points_variance(distribution) == 0;
    default: return true;
    }
}

static const struct method *method_of(const struct distribution *distribution)
{
    return &methods[distribution_is_fixed(distribution) ? DIST_CONSTANT : distribution->family];
}

double distribution_tail(const struct distribution *distribution, double x, bool upper)
{
    return method_of(distribution)->tail(distribution, x, upper);
}

double distribution_tail_quantile(const struct distribution *distribution, double tail, bool upper)
{
    return method_of(distribution)->at(distribution, tail, upper);
}

double distribution_cdf(const struct distribution *distribution, double x)
{
    return distribution_tail(distribution, x, false);
}

double distribution_quantile(const struct distribution *distribution, double u)
{
    bool upper = u > 0.5;
    return distribution_tail_quantile(distribution, upper ? 1 - u : u, upper);
}

static void support_of_points(const struct distribution *d, double *low, double *high)
{
    *low = HUGE_VAL;
    *high = -HUGE_VAL;
    for (int i = 0; i < d->n_points; i++) {
        if (distribution_weight(d, i) == 0)
            continue;
        *low = fmin(*low, d->point[i].value);
        *high = fmax(*high, d->point[i].value);
    }
}

void distribution_support(const struct distribution *distribution, double *low, double *high)
{
    const double *p = distribution->parameter;
    *low = distribution->family == DIST_NORMAL ? -HUGE_VAL : 0;
    *high = HUGE_VAL;

    if (distribution->n_points > 0)
        support_of_points(distribution, low, high);
    else if (distribution_is_fixed(distribution))
        *low = *high = distribution_mean(distribution);
    else if (distribution->family == DIST_UNIFORM)
        *low = p[0], *high = p[1];
    else if (distribution->family == DIST_TRIANGULAR)
        *low = p[0], *high = p[2];
}

enum status distribution_scale(struct distribution *distribution, double factor,
                               struct arena *arena)
{
    const struct distribution_family *family = &distribution_families[distribution->family];
    struct distribution_point *point = NULL;

    if (distribution->n_points > 0)
        TAKE(arena, point, distribution->n_points);
    for (int i = 0; i < distribution->n_points; i++) {
        point[i] = distribution->point[i];
        point[i].value *= factor;
    }
    if (point)
        distribution->point = point;
    for (int i = 0; i < family->n_parameters; i++)
        if (family->parameter[i].scales)
            distribution->parameter[i] *= factor;
    return OK;
}

struct distribution distribution_of(enum family family, double first, double second, double third)
{
    return (struct distribution){.family = family, .parameter = {first, second, third}};
}

/* --- the tables --- */

static const struct method methods[DIST_FAMILIES] = {
    [DIST_NONE] = {no_variance, no_variance, constant_tail, constant_at},
    [DIST_CONSTANT] = {first_parameter, no_variance, constant_tail, constant_at},
    [DIST_UNIFORM] = {uniform_mean, uniform_variance, uniform_tail, uniform_at},
    [DIST_EXPONENTIAL] = {first_parameter, exponential_variance, exponential_tail, exponential_at},
    [DIST_LOGNORMAL] = {first_parameter, cv_variance, lognormal_tail, lognormal_at},
    [DIST_GAMMA] = {first_parameter, cv_variance, gamma_tail, gamma_at},
    [DIST_WEIBULL] = {first_parameter, weibull_variance, weibull_tail, weibull_at},
    [DIST_ERLANG] = {first_parameter, erlang_variance, erlang_tail, erlang_at},
    [DIST_NORMAL] = {first_parameter, normal_variance, normal_tail, normal_at},
    [DIST_TRIANGULAR] = {triangular_mean, triangular_variance, triangular_tail, triangular_at},
    [DIST_DISCRETE] = {points_mean, points_variance, points_tail, points_at},
    [DIST_EMPIRICAL] = {points_mean, points_variance, points_tail, points_at},
};

#define ANY          -HUGE_VAL, HUGE_VAL, "every parameter must be a finite number"
#define NOT_NEGATIVE 0, HUGE_VAL, "mean must not be negative"

/* Upper bounds of cv and lower ones of shape keep the quantile at u = 2^-53 above underflow. */
const struct distribution_family distribution_families[DIST_FAMILIES] = {
    [DIST_NONE] = {"none", 0, {{0}}, "not given"},
    [DIST_CONSTANT] = {"constant", 1, {{"value", true, ANY}}, "always the same"},
    [DIST_UNIFORM] = {"uniform",
                      2,
                      {{"low", true, ANY}, {"high", true, ANY}},
                      "every value between low and high is as likely"},
    [DIST_EXPONENTIAL] = {"exponential",
                          1,
                          {{"mean", true, NOT_NEGATIVE}},
                          "without memory: times between independent events; cv 1"},
    [DIST_LOGNORMAL] = {"lognormal",
                        2,
                        {{"mean", true, NOT_NEGATIVE},
                         {"cv", false, 0, 10, "cv must lie between 0 and 10"}},
                        "skewed to the right, as most service times are"},
    [DIST_GAMMA] = {"gamma",
                    2,
                    {{"mean", true, NOT_NEGATIVE},
                     {"cv", false, 0, 4, "cv must lie between 0 and 4"}},
                    "a sum of exponential stages, their number need not be whole"},
    [DIST_WEIBULL] = {"weibull",
                      2,
                      {{"mean", true, NOT_NEGATIVE},
                       {"shape", false, 0.2, 50, "shape must lie between 0.2 and 50"}},
                      "patience and wear: shape above 1 means that the odds to end grow with time"},
    [DIST_ERLANG] = {"erlang",
                     2,
                     {{"mean", true, NOT_NEGATIVE},
                      {"k", false, 1, 1000, "k must lie between 1 and 1000"}},
                     "a sum of k equal exponential stages; cv 1/sqrt(k)"},
    [DIST_NORMAL] = {"normal",
                     2,
                     {{"mean", true, ANY}, {"sd", true, 0, HUGE_VAL, "sd must not be negative"}},
                     "symmetric around the mean; may be negative"},
    [DIST_TRIANGULAR] = {"triangular",
                         3,
                         {{"low", true, ANY}, {"mode", true, ANY}, {"high", true, ANY}},
                         "a guess from least, likeliest and greatest value"},
    [DIST_DISCRETE] = {"discrete", 0, {{0}}, "a few values, each with its share"},
    [DIST_EMPIRICAL] = {"empirical", 0, {{0}}, "the values of a sample, each as likely"},
};
