/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing: what selection itself costs beside the days it looks at. */
#include "tests/bench/bench.h"

#include "planner/select.h"
#include "tests/planner/normal_problem.h"

/* KN on ten normal designs, the best ahead by the indifference: ns a day of a design that is observed, drawing it (two
 * uniforms, one quantile) included. */
static double select_slippage(void)
{
    enum { K = 10, RUNS = 200 };
    double mean[K] = {1 / 3.1622776601683795}, start = bench_now_ns();
    struct select_plan plan = {.alpha_select = 0.05, .delta = mean[0], .first_stage = 20, .block = 1};
    long days = 0;

    for (int run = 0; run < RUNS; run++) {
        struct normal_problem problem = {.seed = 7000 + (uint64_t)run, .mean = mean};
        struct observer observer = {.observe = normal_observe, .context = &problem};
        struct arena arena = {0};
        struct select_result result = {0};
        if (select_best(&observer, &plan, K, NULL, &arena, &result) != OK)
            return NAN;
        days += result.days;
        arena_free(&arena);
    }
    return (bench_now_ns() - start) / (double)days;
}

const struct bench planner_benches[] = {
    {"select-slippage-10", "ns a day of a design", select_slippage},
};
const int n_planner_benches = sizeof planner_benches / sizeof *planner_benches;
