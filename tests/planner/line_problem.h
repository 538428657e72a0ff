/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLANNER_LINE_PROBLEM_H
#define TESTS_PLANNER_LINE_PROBLEM_H

#include "planner/select_observe.h"
#include "random/draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Three-stage line with rates r1 r2 r3 and buffers b2 b3 that count the job in service; a job that
 * finds the next buffer full blocks its stage. Source: Pichitlamken, Nelson & Hong 2006, A
 * Sequential Procedure for Neighborhood Selection-of-the-Best in Optimization via Simulation. */
enum { STAGES = 3, WARM_UP = 2000, JOBS = 2050, DAYS_KEPT = 64, LINE_DIMENSIONS = 5 };

struct line_problem {
    uint64_t seed;
    double *work; /* [DAYS_KEPT][STAGES][JOBS], unit exponentials of the first days */
};

static void line_work(const struct line_problem *it, int day, double work[STAGES * JOBS])
{
    double odd[JOBS];
    for (uint32_t stage = 0; stage < STAGES; stage++) {
        struct draw_key key = {it->seed, (uint32_t)day, stage};
        draw_range(key, 0, 0, JOBS, work + stage * JOBS, odd);
    }
    for (int i = 0; i < STAGES * JOBS; i++)
        work[i] = -log(work[i]);
}

static inline void line_open(struct line_problem *it)
{
    it->work = malloc(sizeof(double) * DAYS_KEPT * STAGES * JOBS);
    for (int day = 0; day < DAYS_KEPT; day++)
        line_work(it, day, it->work + (size_t)day * STAGES * JOBS);
}

/* Throughput of the 50 jobs after the warm-up. x: r1 r2 r3 b2 b3, buffers at most 63. */
static double line_throughput(const int x[], const double work[STAGES * JOBS])
{
    double second[64] = {0}, third[64] = {0}, out1 = 0, out2 = 0, out3 = 0, start = 0;
    double pace[STAGES] = {1.0 / x[0], 1.0 / x[1], 1.0 / x[2]};

    for (int j = 0; j < JOBS; j++) {
        out1 = fmax(out1 + work[j] * pace[0], second[(j - x[3]) & 63]);
        out2 = fmax(fmax(out1, out2) + work[JOBS + j] * pace[1], third[(j - x[4]) & 63]);
        out3 = fmax(out2, out3) + work[2 * JOBS + j] * pace[2];
        second[j & 63] = out2;
        third[j & 63] = out3;
        if (j == WARM_UP - 1)
            start = out3;
    }
    return (JOBS - WARM_UP) / (out3 - start);
}

static inline enum status line_observe(void *context, int n,
                                       const struct observation_request request[])
{
    const struct line_problem *it = context;
    double *fresh = malloc(sizeof(double) * STAGES * JOBS);

    for (int q = 0; q < n; q++)
        for (int r = 0; r < request[q].n; r++) {
            int day = request[q].first + r;
            const double *work = it->work + (size_t)day * STAGES * JOBS;
            if (day >= DAYS_KEPT) {
                line_work(it, day, fresh);
                work = fresh;
            }
            request[q].out[r] = line_throughput(request[q].x, work);
        }
    free(fresh);
    return OK;
}

/* --- exact throughput: stationary distribution of (n2, n3), n > b meaning the stage before is blocked */

static double *line_rates(const int x[], int *states)
{
    int wide = x[4] + 2, n = (x[3] + 2) * wide;
    double *rate = calloc((size_t)n * n, sizeof *rate);

    for (int s = 0; s < n; s++) {
        int n2 = s / wide, n3 = s % wide;
        if (n2 <= x[3])
            rate[s * n + s + wide] = x[0];
        if (n2 > 0 && n3 < x[4])
            rate[s * n + s - wide + 1] = x[1];
        if (n2 > 0 && n3 == x[4])
            rate[s * n + s + 1] = x[1];
        if (n3 > x[4])
            rate[s * n + (n2 ? s - wide - 1 : s - 1)] = x[2];
        else if (n3 > 0)
            rate[s * n + s - 1] = x[2];
    }
    *states = n;
    return rate;
}

/* Grassmann, Taksar & Heyman 1985: elimination without subtractions. */
static inline double line_exact(const int x[])
{
    int n;
    double *rate = line_rates(x, &n), *p = calloc((size_t)n, sizeof *p), total = 0, busy = 0;

    for (int last = n - 1; last > 0; last--) {
        double out = 0;
        for (int to = 0; to < last; to++)
            out += rate[last * n + to];
        for (int from = 0; from < last; from++) {
            double share = rate[from * n + last] /= out;
            for (int to = 0; to < last && share > 0; to++)
                rate[from * n + to] += share * rate[last * n + to];
        }
    }
    p[0] = 1;
    for (int s = 0; s < n; s++) {
        for (int from = 0; from < s; from++)
            p[s] += p[from] * rate[from * n + s];
        total += p[s];
        busy += s % (x[4] + 2) ? p[s] : 0;
    }
    free(rate);
    free(p);
    return x[2] * busy / total;
}

/* All k = 3249 designs with r1 + r2 + r3 = 20 and b2 + b3 = 20. */
static inline int line_designs(int x[][LINE_DIMENSIONS])
{
    int k = 0;
    for (int r1 = 1; r1 <= 18; r1++)
        for (int r2 = 1; r1 + r2 <= 19; r2++)
            for (int b2 = 1; b2 <= 19; b2++)
                memcpy(x[k++], (int[]){r1, r2, 20 - r1 - r2, b2, 20 - b2},
                       sizeof(int) * LINE_DIMENSIONS);
    return k;
}

#endif
