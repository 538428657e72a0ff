/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nanoseconds a draw. */
#include "tests/bench/bench.h"

#include "random/draw.h"
#include "random/quantile.h"

#include <gsl/gsl_randist.h>
#include <math.h>

enum { N = 4096, ROUNDS = 50 };

static const struct draw_key KEY = {42, 1, 1};
static double even[N], odd[N], result[N];

static double ns_draw_range(void)
{
    double start = bench_now_ns();
    for (uint32_t round = 0; round < ROUNDS; round++) {
        draw_range(KEY, round, 0, N, even, odd);
        bench_kept = even[round] + odd[round];
    }
    return (bench_now_ns() - start) / (2.0 * N * ROUNDS);
}

static double ns_draw_gather(void)
{
    static uint32_t who[N], stream[N];
    for (uint32_t i = 0; i < N; i++) {
        who[i] = i * 2654435761u;
        stream[i] = i % 7;
    }
    double start = bench_now_ns();
    for (uint32_t round = 0; round < ROUNDS; round++) {
        draw_gather(KEY, round, N, who, stream, even, odd);
        bench_kept = even[round] + odd[round];
    }
    return (bench_now_ns() - start) / (2.0 * N * ROUNDS);
}

static double ns_draw_u01(void)
{
    double start = bench_now_ns(), sum = 0;
    for (uint32_t round = 0; round < ROUNDS; round++)
        for (uint32_t i = 0; i < N; i++)
            sum += draw_u01(KEY, i, round);
    bench_kept = sum;
    return (bench_now_ns() - start) / (1.0 * N * ROUNDS);
}

static double ns_quantile_fill(const struct distribution *distribution)
{
    struct arena arena = {0};
    struct quantile quantile;

    draw_range(KEY, 0, 0, N, even, odd);
    if (quantile_compile(&arena, distribution, &quantile) != OK)
        return NAN;
    double start = bench_now_ns();
    for (int round = 0; round < ROUNDS; round++) {
        quantile_fill(&quantile, N, even, result);
        bench_kept = result[round];
    }
    double took = bench_now_ns() - start;
    arena_free(&arena);
    return took / (1.0 * N * ROUNDS);
}

static double ns_quantile_exponential(void)
{
    return ns_quantile_fill(&(struct distribution){DIST_EXPONENTIAL, {3}, 0, NULL});
}

static double ns_quantile_lognormal(void)
{
    return ns_quantile_fill(&(struct distribution){DIST_LOGNORMAL, {25, 0.5}, 0, NULL});
}

static double ns_quantile_gamma(void)
{
    return ns_quantile_fill(&(struct distribution){DIST_GAMMA, {25, 0.5}, 0, NULL});
}

static double ns_quantile_weibull(void)
{
    return ns_quantile_fill(&(struct distribution){DIST_WEIBULL, {240, 2}, 0, NULL});
}

static double ns_quantile_normal(void)
{
    return ns_quantile_fill(&(struct distribution){DIST_NORMAL, {8, 3}, 0, NULL});
}

static double ns_quantile_uniform(void)
{
    return ns_quantile_fill(&(struct distribution){DIST_UNIFORM, {1, 2}, 0, NULL});
}

static double ns_quantile_triangular(void)
{
    return ns_quantile_fill(&(struct distribution){DIST_TRIANGULAR, {1, 2.3, 6}, 0, NULL});
}

static double ns_quantile_constant(void)
{
    return ns_quantile_fill(&(struct distribution){DIST_CONSTANT, {1}, 0, NULL});
}

static double ns_quantile_discrete(void)
{
    static const struct distribution_point point[] = {{1, 0.7}, {2, 0.2}, {3, 0.1}};
    return ns_quantile_fill(
        &(struct distribution){.family = DIST_DISCRETE, .n_points = 3, .point = point});
}

static double ns_minus_log(void)
{
    draw_range(KEY, 0, 0, N, even, odd);
    double start = bench_now_ns();
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < N; i++)
            result[i] = -3 * log(even[i]);
        bench_kept = result[round];
    }
    return (bench_now_ns() - start) / (1.0 * N * ROUNDS);
}

static double ns_gsl_ran_exponential(void)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    double start = bench_now_ns(), sum = 0;
    for (int i = 0; i < N * ROUNDS; i++)
        sum += gsl_ran_exponential(rng, 3);
    bench_kept = sum;
    double took = bench_now_ns() - start;
    gsl_rng_free(rng);
    return took / (1.0 * N * ROUNDS);
}

static double us_compile(const struct distribution *distribution)
{
    struct arena arena = {0};
    struct quantile quantile;
    double start = bench_now_ns();
    enum status status = quantile_compile(&arena, distribution, &quantile);
    double took = bench_now_ns() - start;
    arena_free(&arena);
    return status == OK ? took / 1e3 : NAN;
}

static double us_compile_lognormal(void)
{
    return us_compile(&(struct distribution){DIST_LOGNORMAL, {25, 0.5}, 0, NULL});
}

static double us_compile_gamma(void)
{
    return us_compile(&(struct distribution){DIST_GAMMA, {25, 0.5}, 0, NULL});
}

const struct bench random_benches[] = {
    {"draw-range", "ns a uniform", ns_draw_range},
    {"draw-gather", "ns a uniform", ns_draw_gather},
    {"draw-one", "ns a uniform", ns_draw_u01},
    {"quantile-exponential", "ns", ns_quantile_exponential},
    {"quantile-lognormal", "ns", ns_quantile_lognormal},
    {"quantile-gamma", "ns", ns_quantile_gamma},
    {"quantile-weibull", "ns", ns_quantile_weibull},
    {"quantile-normal", "ns", ns_quantile_normal},
    {"quantile-uniform", "ns", ns_quantile_uniform},
    {"quantile-triangular", "ns", ns_quantile_triangular},
    {"quantile-constant", "ns", ns_quantile_constant},
    {"quantile-discrete", "ns", ns_quantile_discrete},
    {"minus-log", "ns", ns_minus_log},
    {"gsl-ran-exponential", "ns", ns_gsl_ran_exponential},
    {"compile-lognormal", "us", us_compile_lognormal},
    {"compile-gamma", "us", us_compile_gamma},
};
const int n_random_benches = sizeof random_benches / sizeof *random_benches;
