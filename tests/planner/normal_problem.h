/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLANNER_NORMAL_PROBLEM_H
#define TESTS_PLANNER_NORMAL_PROBLEM_H

#include "planner/select_observe.h"
#include "random/draw.h"

#include <gsl/gsl_cdf.h>

#include <math.h>

/* k normal designs with unit variance and pairwise correlation rho, optionally with requirements
 * that are normal too. Everything is keyed, so an observation doesn't depend on when it's asked. */
struct normal_problem {
    uint64_t seed;
    double rho;
    const double *mean; /* [k][1 + requirements] */
    int requirements;
};

static double normal_of(uint64_t seed, int day, uint32_t who, uint32_t what)
{
    struct draw_key key = {.seed = seed, .replication = (uint32_t)day};
    return gsl_cdf_ugaussian_Pinv(draw_u01(key, who, what));
}

static inline enum status normal_observe(void *context, int n,
                                         const struct observation_request request[])
{
    const struct normal_problem *it = context;
    int outputs = 1 + it->requirements;

    for (int q = 0; q < n; q++)
        for (int c = 0; c < request[q].n * outputs; c++) {
            int day = request[q].first + c / outputs, o = c % outputs;
            uint32_t what = (uint32_t)(2 * o);
            double z = normal_of(it->seed, day, (uint32_t)request[q].design, what);
            if (it->rho > 0)
                z = sqrt(1 - it->rho) * z +
                    sqrt(it->rho) * normal_of(it->seed, day, UINT32_MAX, what);
            request[q].out[c] = it->mean[request[q].design * outputs + o] + z;
        }
    return OK;
}

#endif
