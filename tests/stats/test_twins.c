/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences of two ratios over the same days. */
#include "stats/interval.h"
#include "tests/support/expect.h"

#include "random/draw.h"
#include "random/quantile.h"

#include <math.h>

static struct quantile normal;
static struct arena arena;

static int open_normal(void **unused)
{
    struct distribution standard = distribution_of(DIST_NORMAL, 0, 1, 0);
    (void)unused;
    return quantile_compile(&arena, &standard, &normal) != OK;
}

static int close_normal(void **unused)
{
    (void)unused;
    arena_free(&arena);
    return 0;
}

static double z(uint32_t replication, uint32_t day, uint32_t purpose)
{
    return quantile_at(&normal, draw_u01((struct draw_key){3, replication, 9}, day, purpose));
}

/* Two layouts on days that share most of their noise; the ratios are .5 and .45. */
static void one_day(uint32_t replication, uint32_t day, double value[TWIN])
{
    double crowd = 100 + 10 * z(replication, day, 0), common = 3 * z(replication, day, 1);

    value[0] = crowd;
    value[1] = 0.5 * crowd + common + z(replication, day, 2);
    value[2] = crowd;
    value[3] = 0.45 * crowd + common + z(replication, day, 3);
}

static void a_difference_of_means_is_the_paired_t_interval(void **unused)
{
    struct twin_tally twins = {0};
    struct tally paired = {0};
    (void)unused;

    for (uint32_t day = 0; day < 50; day++) {
        double a = 10 + z(0, day, 0), b = 9 + 0.8 * z(0, day, 0) + 0.2 * z(0, day, 1);
        twin_tally_add(&twins, (double[TWIN]){1, a, 1, b});
        tally_add(&paired, a - b);
    }
    struct interval got = interval_of_twins(&twins, 0.95, NULL), want = interval_of_mean(&paired, 0.95);
    expect_near(got.mean, want.mean, 1e-12);
    expect_near(got.half_width, want.half_width, 1e-9);
}

/* The same numbers by another way differ in their last digits. */
static void rounding_is_no_difference(void **unused)
{
    struct twin_tally twins = {0};
    (void)unused;

    for (uint32_t day = 0; day < 50; day++)
        twin_tally_add(&twins, (double[TWIN]){3, 3 * 0.1, 1, 0.1});
    assert_true(3 * 0.1 / 3 != 0.1);
    expect_near(interval_of_twins(&twins, 0.95, NULL).mean, 0, 0);
}

static void intervals_cover_the_difference_of_ratios_as_often_as_they_say(void **unused)
{
    enum { RUNS = 2000, DAYS = 60 };
    int covered = 0;
    (void)unused;

    for (uint32_t run = 0; run < RUNS; run++) {
        struct twin_tally twins = {0};
        for (uint32_t day = 0; day < DAYS; day++) {
            double value[TWIN];
            one_day(run, day, value);
            twin_tally_add(&twins, value);
        }
        struct interval got = interval_of_twins(&twins, 0.95, NULL);
        covered += fabs(got.mean - 0.05) <= got.half_width;
    }
    /* binomial: .95 with a standard deviation of .0049 */
    expect_between((double)covered / RUNS, 0.935, 0.965);
}

static void the_gain_is_what_sharing_the_noise_saves(void **unused)
{
    struct twin_tally twins = {0};
    double gain;
    (void)unused;

    for (uint32_t day = 0; day < 20000; day++) {
        double value[TWIN];
        one_day(1, day, value);
        twin_tally_add(&twins, value);
    }
    interval_of_twins(&twins, 0.95, &gain);
    /* each alone: 9 + 1; the difference: 1 + 1 */
    expect_near(gain, 20.0 / 2, 0.05);
}

static void one_day_or_nobody_tells_nothing(void **unused)
{
    struct twin_tally twins = {0};
    (void)unused;

    twin_tally_add(&twins, (double[TWIN]){1, 2, 1, 3});
    assert_true(interval_of_twins(&twins, 0.95, NULL).half_width == HUGE_VAL);
    struct twin_tally empty = {0};
    for (int i = 0; i < 5; i++)
        twin_tally_add(&empty, (double[TWIN]){0, 0, 0, 0});
    struct interval none = interval_of_twins(&empty, 0.95, NULL);
    assert_true(none.mean == 0 && none.half_width == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_difference_of_means_is_the_paired_t_interval),
        cmocka_unit_test(rounding_is_no_difference),
        cmocka_unit_test(intervals_cover_the_difference_of_ratios_as_often_as_they_say),
        cmocka_unit_test(the_gain_is_what_sharing_the_noise_saves),
        cmocka_unit_test(one_day_or_nobody_tells_nothing),
    };
    return cmocka_run_group_tests(tests, open_normal, close_normal);
}
