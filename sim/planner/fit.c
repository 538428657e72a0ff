/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/fit.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>
#include <stdlib.h>

static const double tail = 0.025, z = 1.959963984540054;

struct estimate fit_poisson(double count, double exposure)
{
    if (!(exposure > 0))
        return (struct estimate){NAN, NAN, NAN};
    double low = count > 0 ? gsl_cdf_gamma_Pinv(tail, count, 1) : 0;
    return (struct estimate){count / exposure, low / exposure, gsl_cdf_gamma_Qinv(tail, count + 1, 1) / exposure};
}

struct estimate fit_share(double k, double n)
{
    if (!(n > 0))
        return (struct estimate){NAN, NAN, NAN};
    double share = k / n, middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return (struct estimate){share, fmax(0, middle - half), fmin(1, middle + half)};
}

struct estimate fit_patience(double in_line_s, double gave_up)
{
    if (!(in_line_s > 0))
        return (struct estimate){NAN, NAN, NAN};
    if (!(gave_up > 0))
        return (struct estimate){HUGE_VAL, in_line_s / gsl_cdf_gamma_Qinv(2 * tail, 1, 1), HUGE_VAL};
    struct estimate rate = fit_poisson(gave_up, in_line_s);
    return (struct estimate){1 / rate.value, 1 / rate.high, 1 / rate.low};
}

/* --- service ------------------------------------------------------------------------------------------------- */

struct moments {
    double mean, log_mean, log_sd; /* log_sd: of maximum likelihood */
};

static struct moments moments_of(int n, const double value[])
{
    struct moments m = {0};

    for (int i = 0; i < n; i++) {
        m.mean += value[i] / n;
        m.log_mean += log(value[i]) / n;
    }
    for (int i = 0; i < n; i++)
        m.log_sd += (log(value[i]) - m.log_mean) * (log(value[i]) - m.log_mean) / n;
    m.log_sd = sqrt(m.log_sd);
    return m;
}

/* log k - psi(k) = log of the mean less mean of the logs, by Newton's method from Minka's start. */
static double gamma_shape(const struct moments *m)
{
    double s = log(m->mean) - m->log_mean, k = (3 - s + sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);

    for (int i = 0; i < 50; i++) {
        double step = (log(k) - gsl_sf_psi(k) - s) / (1 / k - gsl_sf_psi_1(k));
        k = fmax(k / 2, k - step);
    }
    return k;
}

/* Log-likelihoods of a value on average. */
static double lognormal_likelihood(const struct moments *m)
{
    return -m->log_mean - log(m->log_sd) - 0.5 * log(2 * M_PI) - 0.5;
}

static double gamma_likelihood(const struct moments *m, double k)
{
    return k * log(k / m->mean) - gsl_sf_lngamma(k) + (k - 1) * m->log_mean - k;
}

/* Mean and cv within the family. Of a lognormal's mean: Cox's interval with Student's quantile. */
static void estimate_lognormal(const struct moments *m, struct fit_service *fit)
{
    double n = fit->n, s2 = m->log_sd * m->log_sd * n / (n - 1), mean = m->log_mean + s2 / 2;
    double half = gsl_cdf_tdist_Qinv(tail, n - 1) * sqrt(s2 / n + s2 * s2 / (2 * (n - 1)));
    double low = (n - 1) * s2 / gsl_cdf_chisq_Qinv(tail, n - 1), high = (n - 1) * s2 / gsl_cdf_chisq_Pinv(tail, n - 1);

    fit->mean_s = (struct estimate){exp(mean), exp(mean - half), exp(mean + half)};
    fit->cv = (struct estimate){sqrt(expm1(s2)), sqrt(expm1(low)), sqrt(expm1(high))};
}

static void estimate_gamma(const struct moments *m, double k, struct fit_service *fit)
{
    double n = fit->n, t = gsl_cdf_tdist_Qinv(tail, n - 1), half = t / sqrt(k * n), cv = 1 / sqrt(k);
    double half_cv = t / (2 * k * sqrt(n * (gsl_sf_psi_1(k) - 1 / k)));

    fit->mean_s = (struct estimate){m->mean, m->mean * exp(-half), m->mean * exp(half)};
    fit->cv = (struct estimate){cv, cv * exp(-half_cv), cv * exp(half_cv)};
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure_distance(const double value[], struct fit_service *fit)
{
    struct distribution d = distribution_of(fit->family, fit->mean_s.value, fit->cv.value, 0);
    double root = sqrt(fit->n);

    for (int i = 0; i < fit->n; i++) {
        double p = distribution_cdf(&d, value[i]);
        fit->distance = fmax(fit->distance, fmax(p - (double)i / fit->n, (i + 1.0) / fit->n - p));
    }
    fit->critical = 0.895 / (root - 0.01 + 0.85 / root);
}

void fit_service(int n, double value[], struct fit_service *fit)
{
    *fit = (struct fit_service){.n = n, .family = DIST_NONE, .mean_s = {NAN, NAN, NAN}, .cv = {NAN, NAN, NAN}};
    if (n < FIT_LEAST_SERVICES)
        return;
    qsort(value, (size_t)n, sizeof *value, by_value);
    if (value[0] == value[n - 1])
        return;
    struct moments m = moments_of(n, value);
    double k = gamma_shape(&m), gain = n * (lognormal_likelihood(&m) - gamma_likelihood(&m, k));
    fit->family = gain >= 0 ? DIST_LOGNORMAL : DIST_GAMMA;
    fit->likelihood_gain = fabs(gain);
    if (gain >= 0)
        estimate_lognormal(&m, fit);
    else
        estimate_gamma(&m, k, fit);
    measure_distance(value, fit);
}
