/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random/quantile.h"
#include "tests/support/expect.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const double MOST = 1e-8; /* the error in u that the header allows */

static const struct distribution CONTINUOUS[] = {
    {DIST_EXPONENTIAL, {180}, 0, NULL},      {DIST_LOGNORMAL, {25, 0.05}, 0, NULL},
    {DIST_LOGNORMAL, {25, 0.5}, 0, NULL},    {DIST_LOGNORMAL, {25, 3}, 0, NULL},
    {DIST_LOGNORMAL, {25, 10}, 0, NULL},     {DIST_GAMMA, {25, 0.05}, 0, NULL},
    {DIST_GAMMA, {25, 0.3}, 0, NULL},        {DIST_GAMMA, {25, 1}, 0, NULL},
    {DIST_GAMMA, {25, 1.5}, 0, NULL},        {DIST_GAMMA, {25, 4}, 0, NULL},
    {DIST_WEIBULL, {240, 0.2}, 0, NULL},     {DIST_WEIBULL, {240, 0.5}, 0, NULL},
    {DIST_WEIBULL, {240, 1.3}, 0, NULL},     {DIST_WEIBULL, {240, 5}, 0, NULL},
    {DIST_WEIBULL, {240, 50}, 0, NULL},      {DIST_ERLANG, {12, 1}, 0, NULL},
    {DIST_ERLANG, {12, 2}, 0, NULL},         {DIST_ERLANG, {12, 20}, 0, NULL},
    {DIST_ERLANG, {12, 1000}, 0, NULL},      {DIST_NORMAL, {0, 4}, 0, NULL},
    {DIST_NORMAL, {-12, 3}, 0, NULL},        {DIST_NORMAL, {27600, 1}, 0, NULL},
    {DIST_UNIFORM, {-1, 3}, 0, NULL},        {DIST_UNIFORM, {1e5, 1e5 + 1}, 0, NULL},
    {DIST_TRIANGULAR, {1, 2.3, 6}, 0, NULL}, {DIST_TRIANGULAR, {1, 1, 6}, 0, NULL},
    {DIST_TRIANGULAR, {1, 6, 6}, 0, NULL},   {DIST_TRIANGULAR, {0, 1e-5, 6}, 0, NULL},
};
enum { N_CONTINUOUS = sizeof CONTINUOUS / sizeof *CONTINUOUS };

static struct quantile compiled(struct arena *arena, const struct distribution *d)
{
    struct quantile quantile = {0};
    assert_int_equal(quantile_compile(arena, d, &quantile), OK);
    return quantile;
}

/* Steps that share no factor with the cells, so that every part of a cell is met. */
static void the_error_in_u_is_within_bounds_for_every_family(void **unused)
{
    enum { STEPS = 30011 };
    struct arena arena = {0};
    (void)unused;

    for (int i = 0; i < N_CONTINUOUS; i++) {
        struct quantile q = compiled(&arena, &CONTINUOUS[i]);
        for (int k = 1; k < STEPS; k++) {
            double u = (double)k / STEPS;
            expect_within(distribution_cdf(&CONTINUOUS[i], quantile_at(&q, u)), u, MOST);
        }
    }
    arena_free(&arena);
}

/* A tail t is met to 1e-4 t, but where it lies closer to an end of the support than doubles do. */
static void tails_keep_their_relative_accuracy(void **unused)
{
    struct arena arena = {0};
    (void)unused;

    for (int i = 0; i < N_CONTINUOUS; i++) {
        const struct distribution *d = &CONTINUOUS[i];
        struct quantile q = compiled(&arena, d);
        double low, high, noise = 0;
        distribution_support(d, &low, &high);
        if (isfinite(low) && isfinite(high))
            noise = 0x1p-48 * fmax(fabs(low), fabs(high)) / (high - low);
        for (int k = 8; k < 8 * 46; k++) {
            double t = ldexp(1 + k % 8 / 8.0, -2 - k / 8), bound = 1e-4 * t + noise;
            expect_within(distribution_tail(d, quantile_at(&q, t), false), t, bound);
            expect_within(distribution_tail(d, quantile_at(&q, 1 - t), true), t, bound);
        }
    }
    arena_free(&arena);
}

/* Across cells, octaves and the middle, down to neighbouring doubles; where cells meet, the
 * rounding of GSL's gamma CDF shows. */
static void larger_draws_give_larger_values(void **unused)
{
    struct arena arena = {0};
    (void)unused;

    for (int i = 0; i < N_CONTINUOUS; i++) {
        struct quantile q = compiled(&arena, &CONTINUOUS[i]);
        double last = -HUGE_VAL, sd = sqrt(distribution_variance(&CONTINUOUS[i]));
        for (int k = 1; k < 1 << 15; k++) {
            double u = ldexp(k, -15), below = quantile_at(&q, nextafter(u, 0)),
                   x = quantile_at(&q, u);
            double above = quantile_at(&q, nextafter(u, 1)), slack = 1e-12 * (fabs(x) + sd);
            assert_true(last <= below + slack && below <= x + slack && x <= above + slack);
            last = above;
        }
    }
    arena_free(&arena);
}

static void ends_of_the_unit_interval_are_harmless(void **unused)
{
    struct arena arena = {0};
    (void)unused;

    for (int i = 0; i < N_CONTINUOUS; i++) {
        struct quantile q = compiled(&arena, &CONTINUOUS[i]);
        assert_true(quantile_at(&q, 0) == quantile_at(&q, 0x1p-53));
        assert_true(quantile_at(&q, 1) == quantile_at(&q, 1 - 0x1p-53));
        assert_true(isfinite(quantile_at(&q, 0)) && isfinite(quantile_at(&q, 1)));
    }
    arena_free(&arena);
}

static void a_uniform_is_a_straight_line(void **unused)
{
    struct distribution d = distribution_of(DIST_UNIFORM, 10, 20, 0);
    struct arena arena = {0};
    struct quantile q = compiled(&arena, &d);
    (void)unused;

    for (int k = 1; k < 100003; k++)
        expect_near(quantile_at(&q, k / 100003.0), 10 + 10 * (k / 100003.0), 4e-16);
    arena_free(&arena);
}

static void what_has_no_spread_is_one_value_whatever_the_draw(void **unused)
{
    const struct distribution_point point[] = {{3.7, 1}};
    struct distribution d[] = {distribution_of(DIST_CONSTANT, 3.7, 0, 0),
                               distribution_of(DIST_LOGNORMAL, 3.7, 0, 0),
                               {.family = DIST_DISCRETE, .n_points = 1, .point = point},
                               {.family = DIST_EMPIRICAL, .n_points = 1, .point = point}};
    struct arena arena = {0};
    (void)unused;

    for (int i = 0; i < 4; i++) {
        struct quantile q = compiled(&arena, &d[i]);
        for (double u = 0x1p-53; u < 1; u = 1.7 * u + 1e-9)
            assert_true(quantile_at(&q, u) == 3.7);
    }
    arena_free(&arena);
}

static void steps_are_exact(void **unused)
{
    const struct distribution_point shares[] = {
        {1, 0.7}, {2, 0}, {3, 1e-7}, {4, 0.2}, {9, 0.0999999}};
    enum { SAMPLE = 997 };
    static struct distribution_point sample[SAMPLE];
    struct arena arena = {0};
    (void)unused;

    for (int i = 0; i < SAMPLE; i++)
        sample[i].value = i * i / 40;
    struct distribution d[] = {{.family = DIST_DISCRETE, .n_points = 5, .point = shares},
                               {.family = DIST_EMPIRICAL, .n_points = SAMPLE, .point = sample}};
    for (int i = 0; i < 2; i++) {
        struct quantile q = compiled(&arena, &d[i]);
        for (int k = 1; k < 40000; k++)
            assert_true(quantile_at(&q, k / 40000.0) == distribution_quantile(&d[i], k / 40000.0));
        assert_true(quantile_at(&q, 1) == d[i].point[d[i].n_points - 1].value);
    }
    struct quantile q = compiled(&arena, &d[0]);
    assert_true(quantile_at(&q, 0.70000005) == 3);
    arena_free(&arena);
}

/* --- any CDF --- */

struct peaks {
    double share, at, spread;
};

static double morning(double x, const void *context)
{
    const struct peaks *peak = context;
    double low = 0, high = 9000, p = 0, all = 0;
    for (int i = 0; i < 2; i++) {
        double before = gsl_cdf_gaussian_P(low - peak[i].at, peak[i].spread);
        p += peak[i].share * (gsl_cdf_gaussian_P(x - peak[i].at, peak[i].spread) - before);
        all += peak[i].share * (gsl_cdf_gaussian_P(high - peak[i].at, peak[i].spread) - before);
    }
    return p / all;
}

/* Counts per quarter of an hour; two quarters in which nobody leaves. */
static double quarters(double x, const void *context)
{
    static const double count[] = {3, 0, 10, 40, 100, 80, 0, 1e-3, 30, 5};
    double below = 0, all = 0;
    (void)context;
    for (int i = 0; i < 10; i++) {
        all += count[i];
        below += count[i] * fmin(1, fmax(0, x / 900 - i));
    }
    return below / all;
}

static void expect_compiled_cdf(double (*cdf)(double, const void *), const void *context)
{
    struct arena arena = {0};
    struct quantile q;
    double last = 0;

    assert_int_equal(quantile_compile_cdf(&arena, cdf, context, 0, 9000, &q), OK);
    for (int k = 1; k < 100003; k++) {
        double u = k / 100003.0, x = quantile_at(&q, u);
        expect_within(cdf(x, context), u, MOST);
        expect_between(x, last * (1 - 1e-15), 9000);
        last = x;
    }
    for (double t = 0.25; t > 1e-15; t *= 0.9) {
        expect_within(cdf(quantile_at(&q, t), context), t, MOST);
        expect_within(cdf(quantile_at(&q, 1 - t), context), 1 - t, MOST);
    }
    arena_free(&arena);
}

static void a_mixture_of_peaks_is_inverted(void **unused)
{
    const struct peaks wide[] = {{0.7, 4200, 1080}, {0.3, 6600, 900}};
    const struct peaks apart[] = {{0.43, 1000, 20}, {0.57, 8000, 30}}; /* nearly flat between */
    (void)unused;

    expect_compiled_cdf(morning, wide);
    expect_compiled_cdf(morning, apart);
}

static void kinks_and_flat_stretches_are_inverted(void **unused)
{
    (void)unused;
    expect_compiled_cdf(quarters, NULL);
}

static void filling_has_the_bits_of_single_look_ups(void **unused)
{
    struct distribution d = distribution_of(DIST_TRIANGULAR, 1, 2.3, 6);
    struct arena arena = {0};
    struct quantile q = compiled(&arena, &d);
    double u[501], want[501];
    (void)unused;

    for (int i = 0; i < 501; i++) {
        u[i] = (i + 0.5) / 501;
        want[i] = quantile_at(&q, u[i]);
    }
    quantile_fill(&q, 501, u, u);
    assert_memory_equal(u, want, sizeof u);
    arena_free(&arena);
}

/* All come within the first second of an hour that begins at 07:00; counts how often it's asked. */
static double one_second(double x, const void *asked)
{
    ++*(long *)(uintptr_t)asked;
    return fmin(1, fmax(0, x - 25200));
}

/* A bit of x is worth 4e-12 of u: cells must not be split in search of more than that. */
static void a_crowd_within_a_second_is_compiled_at_once(void **unused)
{
    struct arena arena = {0};
    struct quantile q;
    long asked = 0;
    (void)unused;

    assert_int_equal(quantile_compile_cdf(&arena, one_second, &asked, 25200, 28800, &q), OK);
    expect_between((double)asked, 1, 2e6);
    for (int k = 1; k < 10007; k++)
        expect_within(one_second(quantile_at(&q, k / 10007.0), &asked), k / 10007.0, MOST);
    arena_free(&arena);
}

static void refuses_what_has_a_fault_and_leaves_the_table_alone(void **unused)
{
    struct distribution none = distribution_of(DIST_NONE, 0, 0, 0);
    struct distribution wrong = distribution_of(DIST_UNIFORM, 2, 1, 0);
    struct quantile q = {.n_steps = 77};
    struct arena arena = {0};
    (void)unused;

    assert_int_equal(quantile_compile(&arena, &none, &q), ERR_DOMAIN);
    assert_int_equal(quantile_compile(&arena, &wrong, &q), ERR_DOMAIN);
    assert_int_equal(quantile_compile_cdf(&arena, quarters, NULL, 1, 0, &q), ERR_DOMAIN);
    assert_int_equal(q.n_steps, 77);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_error_in_u_is_within_bounds_for_every_family),
        cmocka_unit_test(tails_keep_their_relative_accuracy),
        cmocka_unit_test(larger_draws_give_larger_values),
        cmocka_unit_test(ends_of_the_unit_interval_are_harmless),
        cmocka_unit_test(a_uniform_is_a_straight_line),
        cmocka_unit_test(what_has_no_spread_is_one_value_whatever_the_draw),
        cmocka_unit_test(steps_are_exact),
        cmocka_unit_test(a_mixture_of_peaks_is_inverted),
        cmocka_unit_test(kinks_and_flat_stretches_are_inverted),
        cmocka_unit_test(a_crowd_within_a_second_is_compiled_at_once),
        cmocka_unit_test(filling_has_the_bits_of_single_look_ups),
        cmocka_unit_test(refuses_what_has_a_fault_and_leaves_the_table_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
