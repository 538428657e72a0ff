/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random/distribution.h"
#include "tests/support/expect.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <string.h>

static const struct distribution_point POINTS[] = {{1, 0.7}, {2, 0.2}, {5, 0}, {3.5e1, 0.1}};

static struct distribution of_points(enum family family, const struct distribution_point *point,
                                     int n)
{
    return (struct distribution){.family = family, .n_points = n, .point = point};
}

static struct distribution example(enum family family)
{
    switch (family) {
    case DIST_UNIFORM: return distribution_of(family, -2, 5, 0);
    case DIST_LOGNORMAL: return distribution_of(family, 25, 0.5, 0);
    case DIST_GAMMA: return distribution_of(family, 25, 0.7, 0);
    case DIST_WEIBULL: return distribution_of(family, 240, 2, 0);
    case DIST_ERLANG: return distribution_of(family, 12, 3, 0);
    case DIST_TRIANGULAR: return distribution_of(family, 1, 2, 6);
    default: return distribution_of(family, 8, 3, 0);
    }
}

/* Mean and variance as integrals of the quantile function, independent of the formulas: midpoints
 * in z with u = z^2 (3 - 2 z), which tames both ends. */
static void mean_and_variance_are_those_of_the_quantiles(void **unused)
{
    enum { STEPS = 40000 };
    (void)unused;

    for (enum family family = DIST_UNIFORM; family <= DIST_TRIANGULAR; family++) {
        struct distribution d = example(family);
        double mean = 0, square = 0;
        for (int i = 0; i < STEPS; i++) {
            double z = (i + 0.5) / STEPS, weight = 6 * z * (1 - z) / STEPS;
            bool upper = z > 0.5;
            double end = upper ? 1 - z : z, tail = end * end * (3 - 2 * end);
            double x = distribution_tail_quantile(&d, tail, upper);
            mean += weight * x;
            square += weight * x * x;
        }
        expect_near(mean, distribution_mean(&d), 1e-6);
        expect_near(square - mean * mean, distribution_variance(&d), 1e-4);
    }
}

static void means_and_variances_have_their_closed_forms(void **unused)
{
    struct distribution d = distribution_of(DIST_WEIBULL, 240, 2, 0);
    (void)unused;

    expect_near(distribution_variance(&d), 240.0 * 240 * (4 / M_PI - 1), 1e-12);
    d = distribution_of(DIST_LOGNORMAL, 25, 0.5, 0);
    expect_near(distribution_variance(&d), 156.25, 1e-12);
    d = distribution_of(DIST_ERLANG, 12, 3, 0);
    expect_near(distribution_variance(&d), 48, 1e-12);
    d = distribution_of(DIST_TRIANGULAR, 1, 2, 6);
    expect_near(distribution_variance(&d), 21.0 / 18, 1e-12);
    d = of_points(DIST_DISCRETE, POINTS, 4);
    expect_near(distribution_mean(&d), 4.6, 1e-12);
    expect_near(distribution_variance(&d), 0.7 + 0.8 + 122.5 - 4.6 * 4.6, 1e-12);
    d = of_points(DIST_EMPIRICAL, POINTS, 4); /* its shares aren't looked at */
    expect_near(distribution_mean(&d), 43.0 / 4, 1e-12);
}

static void cdfs_have_their_closed_forms(void **unused)
{
    struct distribution d = distribution_of(DIST_EXPONENTIAL, 3, 0, 0);
    (void)unused;

    expect_near(distribution_cdf(&d, 6), 1 - exp(-2), 1e-14);
    expect_near(distribution_tail(&d, 300, true), exp(-100), 1e-12);
    d = distribution_of(DIST_ERLANG, 4, 2, 0);
    expect_near(distribution_tail(&d, 6, true), 4 * exp(-3), 1e-13);
    d = distribution_of(DIST_WEIBULL, 2 * gsl_sf_gamma(1.5), 2, 0);
    expect_near(distribution_cdf(&d, 3), 1 - exp(-2.25), 1e-13);
    d = distribution_of(DIST_LOGNORMAL, 25, 0.5, 0);
    expect_near(distribution_cdf(&d, 25 / sqrt(1.25)), 0.5, 1e-13);
    d = distribution_of(DIST_NORMAL, 8, 3, 0);
    expect_near(distribution_cdf(&d, 8 + 3 * 1.959963984540054), 0.975, 1e-13);
    d = distribution_of(DIST_TRIANGULAR, 1, 2, 6);
    expect_near(distribution_cdf(&d, 2), 0.2, 1e-14);
    expect_near(distribution_cdf(&d, 4), 1 - 4 / 20.0, 1e-14);
    expect_near(distribution_tail(&d, 1.5, true), 0.95, 1e-14);
    d = of_points(DIST_DISCRETE, POINTS, 4);
    expect_near(distribution_cdf(&d, 2), 0.9, 1e-14);
    expect_near(distribution_cdf(&d, 1.99), 0.7, 1e-14);
}

static void the_quantile_inverts_the_cdf(void **unused)
{
    (void)unused;
    for (enum family family = DIST_UNIFORM; family <= DIST_TRIANGULAR; family++) {
        struct distribution d = example(family);
        for (int i = 1; i < 400; i++) {
            double u = i / 400.0;
            expect_within(distribution_cdf(&d, distribution_quantile(&d, u)), u, 1e-10);
        }
        for (double tail = 1e-2; tail > 1e-13; tail /= 10) {
            expect_near(distribution_tail(&d, distribution_tail_quantile(&d, tail, true), true),
                        tail, 1e-2);
            expect_near(distribution_tail(&d, distribution_tail_quantile(&d, tail, false), false),
                        tail, 1e-2);
        }
    }
}

static void both_tails_add_up_to_one(void **unused)
{
    (void)unused;
    for (enum family family = DIST_CONSTANT; family <= DIST_TRIANGULAR; family++) {
        struct distribution d = example(family);
        for (double x = -5; x < 60; x += 0.7)
            expect_near(distribution_tail(&d, x, false) + distribution_tail(&d, x, true), 1, 1e-12);
    }
}

static void steps_take_the_least_value_that_reaches_u(void **unused)
{
    struct distribution d = of_points(DIST_DISCRETE, POINTS, 4);
    (void)unused;

    expect_near(distribution_quantile(&d, 1e-12), 1, 0);
    expect_near(distribution_quantile(&d, 0.7), 1, 0);
    expect_near(distribution_quantile(&d, 0.7 + 1e-9), 2, 0);
    expect_near(distribution_quantile(&d, 0.9 + 1e-9), 35, 0); /* 5 has no share */
    expect_near(distribution_quantile(&d, 1 - 0x1p-53), 35, 0);
    d = of_points(DIST_EMPIRICAL, POINTS, 4);
    expect_near(distribution_quantile(&d, 0.5), 2, 0);
    expect_near(distribution_quantile(&d, 0.51), 5, 0);
}

static void no_spread_means_always_the_mean(void **unused)
{
    struct distribution d[] = {
        distribution_of(DIST_CONSTANT, 3, 0, 0),   distribution_of(DIST_UNIFORM, 3, 3, 0),
        distribution_of(DIST_LOGNORMAL, 3, 0, 0),  distribution_of(DIST_GAMMA, 3, 0, 0),
        distribution_of(DIST_NORMAL, 3, 0, 0),     distribution_of(DIST_TRIANGULAR, 3, 3, 3),
        distribution_of(DIST_EXPONENTIAL, 0, 0, 0)};
    (void)unused;

    for (size_t i = 0; i < sizeof d / sizeof *d; i++) {
        double low, high, mean = distribution_mean(&d[i]);
        assert_null(distribution_fault(&d[i]));
        assert_true(distribution_is_fixed(&d[i]));
        expect_near(distribution_quantile(&d[i], 0.1), mean, 0);
        expect_near(distribution_cdf(&d[i], mean - 1e-9), 0, 0);
        expect_near(distribution_cdf(&d[i], mean), 1, 0);
        distribution_support(&d[i], &low, &high);
        assert_true(low == mean && high == mean);
    }
}

static void the_support_is_where_values_are_possible(void **unused)
{
    struct distribution d = distribution_of(DIST_NORMAL, 8, 3, 0);
    double low, high;
    (void)unused;

    distribution_support(&d, &low, &high);
    assert_true(low == -HUGE_VAL && high == HUGE_VAL);
    d = distribution_of(DIST_GAMMA, 8, 3, 0);
    distribution_support(&d, &low, &high);
    assert_true(low == 0 && high == HUGE_VAL);
    d = distribution_of(DIST_TRIANGULAR, 1, 2, 6);
    distribution_support(&d, &low, &high);
    assert_true(low == 1 && high == 6);
    d = of_points(DIST_DISCRETE, POINTS, 3); /* the last has no share */
    distribution_support(&d, &low, &high);
    assert_true(low == 1 && high == 2);
}

static void expect_fault(struct distribution d, const char *fault)
{
    const char *got = distribution_fault(&d);
    assert_non_null(got);
    assert_non_null(strstr(got, fault));
}

static void names_what_is_wrong_with_parameters(void **unused)
{
    (void)unused;
    expect_fault(distribution_of(DIST_NONE, 0, 0, 0), "must be given");
    expect_fault(distribution_of(DIST_UNIFORM, 2, 1, 0), "low must not exceed high");
    expect_fault(distribution_of(DIST_TRIANGULAR, 3, 2, 1), "low must not exceed high");
    expect_fault(distribution_of(DIST_TRIANGULAR, 1, 7, 6), "mode");
    expect_fault(distribution_of(DIST_LOGNORMAL, -1, 0.5, 0), "mean");
    expect_fault(distribution_of(DIST_LOGNORMAL, 1, -0.5, 0), "cv");
    expect_fault(distribution_of(DIST_LOGNORMAL, NAN, 0.5, 0), "mean");
    expect_fault(distribution_of(DIST_EXPONENTIAL, HUGE_VAL, 0, 0), "mean");
    expect_fault(distribution_of(DIST_GAMMA, 1, 0.001, 0), "cv");
    expect_fault(distribution_of(DIST_WEIBULL, 1, 0.1, 0), "shape");
    expect_fault(distribution_of(DIST_ERLANG, 1, 2.5, 0), "k must be a whole number");
    expect_fault(distribution_of(DIST_NORMAL, 1, -2, 0), "sd");
    for (enum family family = DIST_UNIFORM; family <= DIST_TRIANGULAR; family++) {
        struct distribution d = example(family);
        assert_null(distribution_fault(&d));
    }
}

static void names_what_is_wrong_with_points(void **unused)
{
    const struct distribution_point unsorted[] = {{2, 0.5}, {1, 0.5}},
                                    short_of_one[] = {{1, 0.999}},
                                    negative[] = {{1, -0.5}, {2, 1.5}}, wild[] = {{NAN, 1}};
    struct distribution d = of_points(DIST_DISCRETE, POINTS, 4);
    (void)unused;

    assert_null(distribution_fault(&d));
    expect_fault(of_points(DIST_DISCRETE, POINTS, 0), "at least one");
    expect_fault(of_points(DIST_EMPIRICAL, unsorted, 2), "sorted");
    expect_fault(of_points(DIST_DISCRETE, short_of_one, 1), "add up");
    expect_fault(of_points(DIST_DISCRETE, negative, 2), "between 0 and 100 %");
    expect_fault(of_points(DIST_EMPIRICAL, wild, 1), "finite");
    d = of_points(DIST_EMPIRICAL, short_of_one, 1);
    assert_null(distribution_fault(&d));
}

static void scaling_multiplies_the_quantity_and_nothing_else(void **unused)
{
    struct arena arena = {0};
    (void)unused;

    for (enum family family = DIST_CONSTANT; family <= DIST_EMPIRICAL; family++) {
        struct distribution d =
            family < DIST_DISCRETE ? example(family) : of_points(family, POINTS, 4);
        struct distribution scaled = d;
        assert_int_equal(distribution_scale(&scaled, 60, &arena), OK);
        expect_near(distribution_mean(&scaled), 60 * distribution_mean(&d), 1e-12);
        expect_near(distribution_variance(&scaled), 3600 * distribution_variance(&d), 1e-12);
        expect_near(distribution_quantile(&scaled, 0.83), 60 * distribution_quantile(&d, 0.83),
                    1e-12);
    }
    expect_near(POINTS[1].value, 2, 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mean_and_variance_are_those_of_the_quantiles),
        cmocka_unit_test(means_and_variances_have_their_closed_forms),
        cmocka_unit_test(cdfs_have_their_closed_forms),
        cmocka_unit_test(the_quantile_inverts_the_cdf),
        cmocka_unit_test(both_tails_add_up_to_one),
        cmocka_unit_test(steps_take_the_least_value_that_reaches_u),
        cmocka_unit_test(no_spread_means_always_the_mean),
        cmocka_unit_test(the_support_is_where_values_are_possible),
        cmocka_unit_test(names_what_is_wrong_with_parameters),
        cmocka_unit_test(names_what_is_wrong_with_points),
        cmocka_unit_test(scaling_multiplies_the_quantity_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
