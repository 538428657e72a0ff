/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/newsvendor.h"

#include <gsl/gsl_cdf.h>

#include <math.h>
#include <stdbool.h>

enum status newsvendor_fractile(double price, double cost, double salvage, double *fractile)
{
    if (!(price > cost) || !(cost > salvage) || isinf(price) || isinf(salvage))
        return ERR_DOMAIN;
    *fractile = (price - cost) / (price - salvage);
    return OK;
}

static bool is_fractile(double fractile)
{
    return fractile > 0 && fractile < 1;
}

enum status newsvendor_poisson(double mean, double fractile, int *portions)
{
    if (!(mean > 0 && mean <= 1e8) || !is_fractile(fractile))
        return ERR_DOMAIN;
    double guess = mean + sqrt(mean) * gsl_cdf_ugaussian_Pinv(fractile);
    unsigned q = guess > 0 ? (unsigned)guess : 0;
    while (q > 0 && gsl_cdf_poisson_P(q - 1, mean) >= fractile)
        q--;
    while (gsl_cdf_poisson_P(q, mean) < fractile)
        q++;
    *portions = (int)q;
    return OK;
}

enum status newsvendor_normal(double mean, double sd, double fractile, double *portions)
{
    if (!isfinite(mean) || !(sd >= 0) || isinf(sd) || !is_fractile(fractile))
        return ERR_DOMAIN;
    *portions = mean + sd * gsl_cdf_ugaussian_Pinv(fractile);
    return OK;
}

enum status newsvendor_pmf(int n, const double weight[], double fractile, int *portions)
{
    double sum = 0, below = 0;
    for (int i = 0; i < n; i++) {
        if (!(weight[i] >= 0))
            return ERR_DOMAIN;
        sum += weight[i];
    }
    if (n < 1 || !(sum > 0) || isinf(sum) || !is_fractile(fractile))
        return ERR_DOMAIN;
    int q = 0;
    for (below = weight[0]; below < (fractile - 1e-12) * sum && q < n - 1; q++)
        below += weight[q + 1];
    *portions = q;
    return OK;
}
