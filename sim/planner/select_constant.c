/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select_constant.h"

#include <gsl/gsl_cdf.h>

#include <math.h>

double select_eta(double beta, int n0)
{
    return (pow(2 * beta, -2.0 / (n0 - 1)) - 1) / 2;
}

double select_h2(double beta, int n0)
{
    return 2 * select_eta(beta, n0) * (n0 - 1);
}

double select_beta_pair(double alpha, int k)
{
    return alpha / (k - 1);
}

double select_beta_check(double alpha, int k, int s)
{
    return alpha / ((double)k * s);
}

double select_t(double p, double dof)
{
    return gsl_cdf_tdist_Pinv(p, dof);
}

double select_boundary(double h2, double variance, double d, double r)
{
    return fmax(0, h2 * variance / (2 * d) - d * r / 2);
}
