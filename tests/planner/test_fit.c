/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Estimates against tallies made from known parameters: intervals of 95 % cover the truth so often, within what 99.99 % of
 * all seeds give; by hand where a hand can. */
#include "planner/fit.h"
#include "random/distribution.h"
#include "random/draw.h"
#include "tests/support/expect.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdbool.h>

enum { TALLIES = 240, STEPS = 24, DAYS = 4, SERVICES = 60 };
static const double opens_s = 6.5 * 3600, step_s = 300;
static double unit_error = 1; /* of what is made; 1: none */

struct truth {
    int peaks;
    double a_day[2], at_s[2], spread_s[2], cv;
};
static const struct truth one_peak = {1, {160}, {27000}, {1100}, 0}, two_peaks = {2, {110, 90}, {25500, 28900}, {720, 660}, 0};

static double expected(const struct truth *truth, int i)
{
    double from_s = opens_s + i * step_s, sum = 0;

    for (int k = 0; k < truth->peaks; k++)
        sum += truth->a_day[k] * (gsl_cdf_gaussian_P(from_s + step_s - truth->at_s[k], truth->spread_s[k]) - gsl_cdf_gaussian_P(from_s - truth->at_s[k], truth->spread_s[k]));
    return sum;
}

static double poisson(double mean, double u)
{
    int k = 0;
    while (gsl_cdf_gamma_Q(mean, k + 1, 1) < u)
        k++;
    return k;
}

struct made {
    struct fit_step step[STEPS];
    struct fit_day day[DAYS];
    bool all[STEPS];
};

static void make(struct made *made, const struct truth *truth, int tally)
{
    struct draw_key key = {20260115, (uint32_t)tally, 7};

    *made = (struct made){0};
    for (int d = 0; d < DAYS; d++) {
        made->day[d].tallied = made->all;
        double crowd = truth->cv > 0 ? gsl_cdf_gamma_Pinv(draw_u01(key, 5000 + d, 1), 1 / (truth->cv * truth->cv), truth->cv * truth->cv) : 1;
        for (int i = 0; i < STEPS; i++) {
            double came = poisson(crowd * unit_error * expected(truth, i), draw_u01(key, 100 * d + i, 0));
            made->all[i] = true;
            made->step[i].from_s = opens_s + i * step_s, made->step[i].to_s = made->step[i].from_s + step_s;
            made->step[i].days = DAYS;
            made->step[i].came += came;
            made->day[d].came += came;
        }
    }
}

static bool covers(struct estimate e, double truth)
{
    return e.low <= truth && truth <= e.high;
}

/* Of n covers that should be 95 %, within 99.99 % of a binomial. `slack` is what an asymptotic interval may lack. */
static void expect_covered(const char *what, int covered, int n, double slack)
{
    double half = 3.89 * sqrt(0.05 * 0.95 * n);

    if (covered < (0.95 - slack) * n - half || covered > (0.95 + 0.04) * n + half)
        fail_msg("%s: %d of %d intervals of 95 %% cover the truth", what, covered, n);
}

static void intervals_of_two_peaks_cover_the_truth(void **unused)
{
    int curve = 0, at = 0, spread = 0, mean = 0, a_day = 0, two = 0, rejected = 0;
    double all = 0;

    (void)unused;
    for (int i = 0; i < STEPS; i++)
        all += expected(&two_peaks, i);
    for (int r = 0; r < TALLIES; r++) {
        struct arena arena = {0};
        struct fit_arrivals fit;
        struct made made;
        make(&made, &two_peaks, r);
        assert_int_equal(fit_arrivals(&arena, STEPS, made.step, DAYS, made.day, &fit), OK);
        mean += covers(fit.mean[10], expected(&two_peaks, 10));
        a_day += covers(fit.a_day, all);
        if (fit.n_peaks == 2) {
            two++;
            curve += covers(fit.curve[7], expected(&two_peaks, 7));
            at += covers(fit.peak[0].at_s, two_peaks.at_s[0]);
            spread += covers(fit.peak[1].spread_s, two_peaks.spread_s[1]);
            rejected += fit.p < 0.05;
        }
        arena_free(&arena);
    }
    assert_true(two > 0.95 * TALLIES);
    expect_covered("curve", curve, two, 0.01);
    expect_covered("time of a peak", at, two, 0.01);
    expect_covered("spread of a peak", spread, two, 0.01);
    expect_covered("mean of a step", mean, TALLIES, 0);
    expect_covered("a day", a_day, TALLIES, 0);
    assert_true(rejected < 0.05 * two + 4 * sqrt(0.05 * 0.95 * two));
}

static void one_peak_is_seen_as_one(void **unused)
{
    int one = 0, told = 0;

    (void)unused;
    for (int r = 0; r < TALLIES; r++) {
        struct arena arena = {0};
        struct fit_arrivals fit;
        struct made made;
        make(&made, &one_peak, r);
        assert_int_equal(fit_arrivals(&arena, STEPS, made.step, DAYS, made.day, &fit), OK);
        one += fit.n_peaks == 1;
        told += fit.days_differ;
        arena_free(&arena);
    }
    assert_true(one > 0.97 * TALLIES);
    assert_true(told < 0.1 * TALLIES + 4 * sqrt(0.09 * TALLIES));
}

static void days_that_differ_are_told_by_how_much(void **unused)
{
    struct truth varied = one_peak;
    int told = 0, covered = 0;

    (void)unused;
    varied.cv = 0.3;
    for (int r = 0; r < TALLIES; r++) {
        struct arena arena = {0};
        struct fit_arrivals fit;
        struct made made;
        make(&made, &varied, r);
        assert_int_equal(fit_arrivals(&arena, STEPS, made.step, DAYS, made.day, &fit), OK);
        told += fit.days_differ;
        covered += covers(fit.day_to_day, varied.cv);
        arena_free(&arena);
    }
    assert_true(told > 0.85 * TALLIES);
    expect_covered("day to day", covered, TALLIES, 0.03);
}

/* All tallies together know a day's mean to 0.5 % at 99.99 %: a count that is 2 % too high lies beyond. */
static double off_in_deviations(double error)
{
    double came = 0, all = 0;

    unit_error = error;
    for (int r = 0; r < TALLIES; r++) {
        struct made made;
        make(&made, &two_peaks, r);
        for (int i = 0; i < STEPS; i++)
            came += made.step[i].came;
    }
    unit_error = 1;
    for (int i = 0; i < STEPS; i++)
        all += expected(&two_peaks, i);
    return (fit_poisson(came, TALLIES * DAYS).value - all) / sqrt(all / (TALLIES * DAYS));
}

static void an_error_of_two_percent_is_seen(void **unused)
{
    (void)unused;
    expect_within(off_in_deviations(1), 0, 3.89);
    assert_true(off_in_deviations(1.02) > 3.89);
}

/* --- by hand ----------------------------------------------------------------------------------------------------- */

/* 3, 5 and 2 people in line over steps of 300 s, 4 gave up: 3000 s / 4. Limits: 2 T / chi^2. */
static void patience_is_as_computed_by_hand(void **unused)
{
    struct estimate patience = fit_patience((3 + 5 + 2) * 300.0, 4);

    (void)unused;
    expect_near(patience.value, 750, 1e-12);
    expect_near(patience.low, 2 * 3000 / 20.483177, 1e-6);
    expect_near(patience.high, 2 * 3000 / 2.179731, 1e-6);
    struct estimate bound = fit_patience(3000, 0);
    assert_true(isinf(bound.value) && isinf(bound.high));
    expect_near(bound.low, 3000 / 2.995732, 1e-6);
    assert_true(isnan(fit_patience(0, 0).value));
}

/* Wilson 1927: 8 of 10. */
static void shares_are_wilsons(void **unused)
{
    struct estimate share = fit_share(8, 10);

    (void)unused;
    expect_near(share.low, 0.490162, 1e-5);
    expect_near(share.high, 0.943318, 1e-5);
}

static void patience_covers_the_truth(void **unused)
{
    int covered = 0;

    (void)unused;
    for (int r = 0; r < TALLIES; r++) {
        struct draw_key key = {7, (uint32_t)r, 1};
        double in_line_s = 6000 + 50 * (r % 40), gave_up = poisson(in_line_s / 400, draw_u01(key, 0, 0));
        struct estimate e = fit_patience(in_line_s, gave_up);
        covered += covers(e, 400);
    }
    expect_covered("patience", covered, TALLIES, 0);
}

static void service_covers_the_truth(enum family family, double least_chosen)
{
    struct distribution truth = distribution_of(family, 30, 0.7, 0);
    int mean = 0, cv = 0, chosen = 0, far = 0;

    for (int r = 0; r < TALLIES; r++) {
        struct draw_key key = {9, (uint32_t)r, 2};
        double value[SERVICES];
        struct fit_service fit;
        for (int i = 0; i < SERVICES; i++)
            value[i] = distribution_quantile(&truth, draw_u01(key, (uint32_t)i, 0));
        fit_service(SERVICES, value, &fit);
        chosen += fit.family == family;
        mean += covers(fit.mean_s, 30);
        cv += covers(fit.cv, 0.7);
        far += fit.distance > fit.critical;
    }
    expect_covered("mean service", mean, TALLIES, 0.02);
    expect_covered("cv of service", cv, TALLIES, 0.12); /* of the family chosen, which is the other at times */
    assert_true(chosen > least_chosen * TALLIES);
    assert_true(far < 0.12 * TALLIES);
}

static void lognormal_and_gamma_services_are_told(void **unused)
{
    (void)unused;
    service_covers_the_truth(DIST_LOGNORMAL, 0.7);
    service_covers_the_truth(DIST_GAMMA, 0.65);
}

static void too_little_says_nothing(void **unused)
{
    double few[] = {10, 12, 14, 19}, same[] = {10, 10, 10, 10, 10, 10};
    struct fit_step step[] = {{0, 300, 1, 2}, {300, 600, 1, 3}, {600, 900, 0, 0}};
    bool tallied[] = {true, true, false};
    struct fit_day day = {.came = 5, .tallied = tallied};
    struct fit_service service;
    struct fit_arrivals fit;
    struct arena arena = {0};

    (void)unused;
    fit_service(4, few, &service);
    assert_int_equal(service.family, DIST_NONE);
    fit_service(6, same, &service);
    assert_int_equal(service.family, DIST_NONE);
    assert_int_equal(fit_arrivals(&arena, 3, step, 1, &day, &fit), OK);
    assert_int_equal(fit.n_peaks, 0);
    expect_near(fit.mean[1].value, 3, 0);
    assert_true(isnan(fit.mean[2].value));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_of_two_peaks_cover_the_truth),
        cmocka_unit_test(one_peak_is_seen_as_one),
        cmocka_unit_test(days_that_differ_are_told_by_how_much),
        cmocka_unit_test(an_error_of_two_percent_is_seen),
        cmocka_unit_test(patience_is_as_computed_by_hand),
        cmocka_unit_test(shares_are_wilsons),
        cmocka_unit_test(patience_covers_the_truth),
        cmocka_unit_test(lognormal_and_gamma_services_are_told),
        cmocka_unit_test(too_little_says_nothing),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
