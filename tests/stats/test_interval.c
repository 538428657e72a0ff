/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/interval.h"
#include "random/distribution.h"
#include "random/draw.h"
#include "tests/support/expect.h"

#include <math.h>

enum { MACRO = 2000, DAYS = 20 };

/* Five binomial standard deviations of a 95 % coverage over MACRO macro-replications. */
static const double LEAST_COVER = 0.95 - 5 * 0.004873, MOST_COVER = 0.95 + 5 * 0.004873;

static double normal_draw(int replication, int day, uint32_t purpose)
{
    struct distribution d = distribution_of(DIST_NORMAL, 0, 1, 0);
    struct draw_key key = {4711, (uint32_t)replication, 0};
    return distribution_quantile(&d, draw_u01(key, (uint32_t)day, purpose));
}

static int covers(struct interval interval, double truth)
{
    return fabs(interval.mean - truth) <= interval.half_width;
}

static void student_quantiles_are_those_of_the_tables(void **unused)
{
    (void)unused;
    expect_near(student_t(0.95, 1), 12.706204736, 1e-9);
    expect_near(student_t(0.95, 9), 2.262157163, 1e-9);
    expect_near(student_t(0.99, 9), 3.249835544, 1e-9);
    expect_near(student_t(0.95, 9), 2.262157163, 1e-9);
    expect_near(student_t(0.90, 30), 1.697260887, 1e-9);
    expect_near(student_t(0.95, 1e7), 1.959964, 1e-6);
    expect_between(student_t(0.95, 9.5), student_t(0.95, 10), student_t(0.95, 9));
}

static void a_small_sample_has_its_closed_form(void **unused)
{
    const double x[] = {2, 4, 4, 4, 5, 5, 7, 9};
    struct tally tally = {0};
    (void)unused;

    for (int i = 0; i < 8; i++)
        tally_add(&tally, x[i]);
    struct interval interval = interval_of_mean(&tally, 0.95);
    expect_near(interval.mean, 5, 1e-15);
    expect_near(interval.half_width, 2.364624252 * sqrt(32.0 / 7 / 8), 1e-9);
}

static void fewer_than_two_days_say_nothing(void **unused)
{
    struct tally one = {0}, two = {0};
    struct pair_tally pair = {0};
    const double share[] = {0.5, 0.5};
    (void)unused;

    tally_add(&one, 3);
    tally_add(&two, 3);
    tally_add(&two, 4);
    pair_tally_add(&pair, 2, 3);
    const struct tally strata[] = {two, one};
    const struct pair_tally pairs[] = {pair, pair};
    assert_true(interval_of_mean(&one, 0.95).half_width == HUGE_VAL);
    assert_true(interval_of_ratio(&pair, 0.95).half_width == HUGE_VAL);
    assert_true(interval_of_strata(2, strata, share, 0.95).half_width == HUGE_VAL);
    assert_true(interval_of_strata_ratio(2, pairs, share, 0.95).half_width == HUGE_VAL);
    expect_near(interval_of_ratio(&pair, 0.95).mean, 1.5, 1e-15);
}

static void the_mean_is_covered_as_often_as_promised(void **unused)
{
    int hits = 0;
    (void)unused;

    for (int r = 0; r < MACRO; r++) {
        struct tally tally = {0};
        for (int day = 0; day < DAYS; day++)
            tally_add(&tally, 10 + 3 * normal_draw(r, day, 0));
        hits += covers(interval_of_mean(&tally, 0.95), 10);
    }
    expect_between((double)hits / MACRO, LEAST_COVER, MOST_COVER);
}

/* y goes with x, as those in time do with those who came: ignoring that would cover too often. */
static void the_ratio_is_covered_as_often_as_promised(void **unused)
{
    int hits = 0;
    (void)unused;

    for (int r = 0; r < MACRO; r++) {
        struct pair_tally tally = {0};
        for (int day = 0; day < DAYS; day++) {
            double x = 500 + 50 * normal_draw(r, day, 0);
            pair_tally_add(&tally, x, 0.8 * x + 20 * normal_draw(r, day, 1));
        }
        hits += covers(interval_of_ratio(&tally, 0.95), 0.8);
    }
    expect_between((double)hits / MACRO, LEAST_COVER, MOST_COVER);
}

static void a_ratio_without_spread_has_no_width(void **unused)
{
    struct pair_tally fixed = {0}, none = {0};
    (void)unused;

    for (int day = 1; day <= 5; day++) {
        pair_tally_add(&fixed, 100 * day, 80 * day);
        pair_tally_add(&none, 0, 0);
    }
    expect_near(interval_of_ratio(&fixed, 0.95).mean, 0.8, 1e-15);
    expect_within(interval_of_ratio(&fixed, 0.95).half_width, 0, 1e-7);
    expect_near(interval_of_ratio(&none, 0.95).mean, 0, 0);
    expect_near(interval_of_ratio(&none, 0.95).half_width, 0, 0);
}

static void a_ratio_has_the_closed_form_of_the_delta_method(void **unused)
{
    const double x[] = {1, 2, 3, 4}, y[] = {2, 3, 7, 8};
    struct pair_tally tally = {0};
    (void)unused;

    for (int i = 0; i < 4; i++)
        pair_tally_add(&tally, x[i], y[i]);
    struct interval interval = interval_of_ratio(&tally, 0.95);
    double variance = (26 - 2 * 2 * 11 + 4 * 5) / 3.0 / 4 / (2.5 * 2.5);
    expect_near(interval.mean, 2, 1e-15);
    expect_near(interval.half_width, 3.182446305 * sqrt(variance), 1e-9);
}

/* --- strata --- */

/* Ordinary days, cold ones and snow: few of the rare, and they spread more. */
static const double SHARE[] = {0.8, 0.15, 0.05, 0};
static const double MEAN[] = {500, 650, 300, 1e9}, SD[] = {20, 60, 90, 1};
static const int STRATUM_DAYS[] = {24, 8, 5, 0};

static void strata_are_covered_as_often_as_promised(void **unused)
{
    const double truth = 0.8 * 500 + 0.15 * 650 + 0.05 * 300;
    int hits = 0;
    (void)unused;

    for (int r = 0; r < MACRO; r++) {
        struct tally strata[4] = {0};
        for (int i = 0; i < 4; i++)
            for (int day = 0; day < STRATUM_DAYS[i]; day++)
                tally_add(&strata[i], MEAN[i] + SD[i] * normal_draw(r, day, (uint32_t)i));
        hits += covers(interval_of_strata(4, strata, SHARE, 0.95), truth);
    }
    expect_between((double)hits / MACRO, LEAST_COVER, MOST_COVER);
}

static void ratios_over_strata_are_covered_as_often_as_promised(void **unused)
{
    const double part[] = {0.9, 0.7, 0.5, 0};
    double truth = 0, whole = 0;
    int hits = 0;
    (void)unused;

    for (int i = 0; i < 3; i++) {
        truth += SHARE[i] * MEAN[i] * part[i];
        whole += SHARE[i] * MEAN[i];
    }
    for (int r = 0; r < MACRO; r++) {
        struct pair_tally strata[4] = {0};
        for (int i = 0; i < 4; i++)
            for (int day = 0; day < STRATUM_DAYS[i]; day++) {
                double x = MEAN[i] + SD[i] * normal_draw(r, day, (uint32_t)i);
                pair_tally_add(&strata[i], x,
                               part[i] * x + 10 * normal_draw(r, day, 10 + (uint32_t)i));
            }
        hits += covers(interval_of_strata_ratio(4, strata, SHARE, 0.95), truth / whole);
    }
    expect_between((double)hits / MACRO, LEAST_COVER, MOST_COVER);
}

static void strata_have_the_closed_form_of_welch_and_satterthwaite(void **unused)
{
    struct tally strata[2] = {0};
    const double odds[] = {3, 1}; /* need not sum to 1 */
    (void)unused;

    for (int i = 0; i < 4; i++)
        tally_add(&strata[0], i); /* mean 1.5, variance 5/3 */
    for (int i = 0; i < 3; i++)
        tally_add(&strata[1], 10 * i); /* mean 10, variance 100 */
    double a = 0.5625 * 5 / 3 / 4, b = 0.0625 * 100 / 3;
    double dof = (a + b) * (a + b) / (a * a / 3 + b * b / 2);
    struct interval interval = interval_of_strata(2, strata, odds, 0.95);
    expect_near(interval.mean, 0.75 * 1.5 + 0.25 * 10, 1e-14);
    expect_near(interval.half_width, student_t(0.95, dof) * sqrt(a + b), 1e-12);
}

static void one_stratum_is_the_plain_interval(void **unused)
{
    struct tally tally = {0};
    struct pair_tally pair = {0};
    const double share = 0.3;
    (void)unused;

    for (int day = 0; day < 9; day++) {
        tally_add(&tally, day * day);
        pair_tally_add(&pair, 5 + day, day * day);
    }
    struct interval plain = interval_of_mean(&tally, 0.9), ratio = interval_of_ratio(&pair, 0.9);
    expect_near(interval_of_strata(1, &tally, &share, 0.9).mean, plain.mean, 1e-13);
    expect_near(interval_of_strata(1, &tally, &share, 0.9).half_width, plain.half_width, 1e-13);
    expect_near(interval_of_strata_ratio(1, &pair, &share, 0.9).mean, ratio.mean, 1e-13);
    expect_near(interval_of_strata_ratio(1, &pair, &share, 0.9).half_width, ratio.half_width,
                1e-13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(student_quantiles_are_those_of_the_tables),
        cmocka_unit_test(a_small_sample_has_its_closed_form),
        cmocka_unit_test(fewer_than_two_days_say_nothing),
        cmocka_unit_test(the_mean_is_covered_as_often_as_promised),
        cmocka_unit_test(the_ratio_is_covered_as_often_as_promised),
        cmocka_unit_test(a_ratio_without_spread_has_no_width),
        cmocka_unit_test(a_ratio_has_the_closed_form_of_the_delta_method),
        cmocka_unit_test(strata_are_covered_as_often_as_promised),
        cmocka_unit_test(ratios_over_strata_are_covered_as_often_as_promised),
        cmocka_unit_test(strata_have_the_closed_form_of_welch_and_satterthwaite),
        cmocka_unit_test(one_stratum_is_the_plain_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
