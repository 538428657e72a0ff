/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/queue.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include <math.h>
#include <stdbool.h>

static bool is_rate(double rate_per_s)
{
    return rate_per_s > 0 && isfinite(rate_per_s);
}

/* E[(N - k)^+] for N ~ Poisson(mean), k >= mean: by m P(N >= k) - k P(N > k). */
static double excess(double mean, unsigned k)
{
    return mean * gsl_ran_poisson_pdf(k, mean) - (k - mean) * gsl_cdf_poisson_Q(k, mean);
}

/* The terms fall by e^(-c (rho - 1 - ln rho)) or faster: that bounds the rest. */
enum status queue_mdc_line(double load_erlang, int servers, double *line)
{
    double rho = load_erlang / servers, sum = 0, term;
    if (!(load_erlang > 0) || servers < 1)
        return ERR_DOMAIN;
    if (!(rho <= 0.999))
        return ERR_UNSTABLE;
    double decay = -expm1(-servers * (rho - 1 - log(rho)));
    unsigned n = 1;
    do {
        term = excess(n * load_erlang, n * (unsigned)servers) / n;
        sum += term;
        n++;
    } while (term > 1e-15 * decay * sum);
    *line = sum;
    return OK;
}

enum status queue_mg1_wait(double lambda_per_s, double service_s, double scv, double *wait_s)
{
    double rho = lambda_per_s * service_s;
    if (!is_rate(lambda_per_s) || !(service_s > 0) || !(scv >= 0) || isinf(scv))
        return ERR_DOMAIN;
    if (!(rho < 1))
        return ERR_UNSTABLE;
    *wait_s = rho * service_s * (1 + scv) / (2 * (1 - rho));
    return OK;
}

enum status queue_priority_wait(const double lambda_per_s[2], const double mu_per_s[2],
                                double wait_s[2])
{
    double rho[2], left_s = 0; /* of the service that is found running */
    for (int i = 0; i < 2; i++) {
        if (!is_rate(lambda_per_s[i]) || !is_rate(mu_per_s[i]))
            return ERR_DOMAIN;
        rho[i] = lambda_per_s[i] / mu_per_s[i];
        left_s += rho[i] / mu_per_s[i];
    }
    if (!(rho[0] + rho[1] < 1))
        return ERR_UNSTABLE;
    wait_s[0] = left_s / (1 - rho[0]);
    wait_s[1] = wait_s[0] / (1 - rho[0] - rho[1]);
    return OK;
}

enum status queue_batch_wait(double lambda_per_s, double mu_per_s, double size_mean,
                             double size_variance, double *wait_s)
{
    double rho = lambda_per_s * size_mean / mu_per_s;
    if (!is_rate(lambda_per_s) || !is_rate(mu_per_s))
        return ERR_DOMAIN;
    if (!(size_mean >= 1) || !(size_variance >= 0) || isinf(size_variance))
        return ERR_DOMAIN;
    if (!(rho < 1))
        return ERR_UNSTABLE;
    double ahead_in_group = (size_variance / size_mean + size_mean - 1) / 2;
    *wait_s = (rho + ahead_in_group) / (mu_per_s * (1 - rho));
    return OK;
}

enum { MOST_FIRST = 1024 };

/* What the next one finds, given what this one found: chance[k] for k = 0 .. present, where this
 * one itself makes one more. Going down from the longest line, `flux` is the chance to get that
 * short before the next arrival. */
static void next_finds(double chance[], int present, double arrives_first)
{
    double flux = 0;
    for (int k = present; k >= 1; k--) {
        flux = chance[k - 1] + flux * (1 - arrives_first);
        chance[k] = flux * arrives_first;
    }
    chance[0] = flux * (1 - arrives_first);
}

enum status queue_mm1_first(double lambda_per_s, double mu_per_s, int n, double *wait_s)
{
    double chance[MOST_FIRST + 1] = {1}, found = 0;
    if (!is_rate(lambda_per_s) || !is_rate(mu_per_s) || n < 1 || n > MOST_FIRST)
        return ERR_DOMAIN;
    for (int customer = 2; customer <= n; customer++) {
        next_finds(chance, customer - 1, lambda_per_s / (lambda_per_s + mu_per_s));
        for (int k = 1; k < customer; k++)
            found += k * chance[k];
    }
    *wait_s = found / mu_per_s / n;
    return OK;
}
