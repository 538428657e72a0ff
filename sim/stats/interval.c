/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

/* Means of independent strata, weighted by their shares. */
struct mixture {
    double shares, mean, variance;
    double squares_per_dof; /* Welch-Satterthwaite: sum of variance^2 / dof */
    bool unknown;           /* a stratum that counts has fewer than two days */
};

double student_t(double confidence, double dof)
{
    static _Thread_local struct {
        double confidence, dof, t;
    } last;

    if (last.confidence != confidence || last.dof != dof) {
        last.t = gsl_cdf_tdist_Qinv((1 - confidence) / 2, dof);
        last.confidence = confidence;
        last.dof = dof;
    }
    return last.t;
}

static double half_width(double variance, double dof, double confidence)
{
    return variance > 0 ? student_t(confidence, dof) * sqrt(variance) : 0;
}

/* Variance of the mean of y - ratio x. */
static double residual_variance(const struct pair_tally *tally, double ratio)
{
    double n = (double)tally->n;
    if (tally->n < 2)
        return 0;
    double squares = tally->yy - 2 * ratio * tally->xy + ratio * ratio * tally->xx;
    return fmax(0, squares) / (n - 1) / n;
}

struct interval interval_of_mean(const struct tally *tally, double confidence)
{
    double n = (double)tally->n;
    if (tally->n < 2)
        return (struct interval){tally->mean, HUGE_VAL};
    return (struct interval){tally->mean, half_width(tally_variance(tally) / n, n - 1, confidence)};
}

struct interval interval_of_ratio(const struct pair_tally *tally, double confidence)
{
    double ratio = tally->mean_x == 0 ? 0 : tally->mean_y / tally->mean_x;

    if (tally->n < 2)
        return (struct interval){ratio, HUGE_VAL};
    if (tally->mean_x == 0)
        return (struct interval){0, 0};
    double variance = residual_variance(tally, ratio) / (tally->mean_x * tally->mean_x);
    return (struct interval){ratio, half_width(variance, (double)tally->n - 1, confidence)};
}

static void mix(struct mixture *all, double share, long days, double mean, double variance)
{
    if (share <= 0)
        return;
    all->unknown = all->unknown || days < 2;
    if (days < 1)
        return;
    double part = share * share * variance;
    all->shares += share;
    all->mean += share * mean;
    all->variance += part;
    if (days > 1)
        all->squares_per_dof += part * part / (double)(days - 1);
}

static double half_width_of_mixture(const struct mixture *all, double confidence)
{
    if (all->unknown || all->shares == 0)
        return HUGE_VAL;
    if (all->squares_per_dof == 0)
        return 0;
    double dof = all->variance * all->variance / all->squares_per_dof;
    return half_width(all->variance, dof, confidence) / all->shares;
}

struct interval interval_of_strata(int n, const struct tally strata[], const double share[],
                                   double confidence)
{
    struct mixture all = {0};
    for (int i = 0; i < n; i++) {
        double days = (double)strata[i].n;
        mix(&all, share[i], strata[i].n, strata[i].mean,
            tally_variance(&strata[i]) / fmax(1, days));
    }
    double mean = all.shares > 0 ? all.mean / all.shares : 0;
    return (struct interval){mean, half_width_of_mixture(&all, confidence)};
}

struct interval interval_of_strata_ratio(int n, const struct pair_tally strata[],
                                         const double share[], double confidence)
{
    struct mixture x = {0}, y = {0}, residual = {0};
    for (int i = 0; i < n; i++) {
        mix(&x, share[i], strata[i].n, strata[i].mean_x, 0);
        mix(&y, share[i], strata[i].n, strata[i].mean_y, 0);
    }
    double ratio = x.mean == 0 ? 0 : y.mean / x.mean;
    for (int i = 0; i < n; i++)
        mix(&residual, share[i], strata[i].n, strata[i].mean_y - ratio * strata[i].mean_x,
            residual_variance(&strata[i], ratio));
    double scale = x.mean == 0 ? 0 : x.shares / fabs(x.mean);
    double width = half_width_of_mixture(&residual, confidence);
    return (struct interval){ratio, width == HUGE_VAL ? width : width * scale};
}

/* Variance of the sum of weight[i] value[i] over days. */
static double weighed_variance(const struct twin_tally *tally, const double weight[TWIN])
{
    double squares = 0;
    int at = 0;

    for (int i = 0; i < TWIN; i++)
        for (int j = 0; j <= i; j++)
            squares += (i == j ? 1 : 2) * weight[i] * weight[j] * tally->product[at++];
    return fmax(0, squares) / ((double)tally->n - 1);
}

struct interval interval_of_twins(const struct twin_tally *tally, double confidence, double *gain)
{
    const double *mean = tally->mean;
    double one = mean[0] == 0 ? 0 : mean[1] / mean[0], other = mean[2] == 0 ? 0 : mean[3] / mean[2];
    double x = mean[0] == 0 ? 0 : 1 / mean[0], z = mean[2] == 0 ? 0 : 1 / mean[2];
    double both[TWIN] = {-one * x, x, other * z, -z};
    double first[TWIN] = {-one * x, x, 0, 0}, second[TWIN] = {0, 0, other * z, -z};
    bool rounding = fabs(one - other) <= 1e-12 * fmax(fabs(one), fabs(other));
    struct interval interval = {rounding ? 0 : one - other, HUGE_VAL};

    if (gain)
        *gain = 1;
    if (tally->n < 2)
        return interval;
    double variance = weighed_variance(tally, both);
    if (gain && variance > 0)
        *gain = (weighed_variance(tally, first) + weighed_variance(tally, second)) / variance;
    interval.half_width = half_width(variance / (double)tally->n, (double)tally->n - 1, confidence);
    return interval;
}
