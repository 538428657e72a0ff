/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select_report.h"
#include "tests/planner/normal_problem.h"
#include "tests/support/expect.h"

enum { K = 5, RUNS = 4000 };

static const double mean[K][2] = {{0, 1}, {0.5, 0.5}, {0.5, 0}, {0.45, -0.1}, {-2, -3}};
static const struct select_report_plan plan = {.alpha = 0.05, .days = 25, .first_day = 1000};

static void intervals_hold_together(void **unused)
{
    (void)unused;
    int differences = 0, requirements = 0;

#pragma omp parallel for reduction(+ : differences, requirements)
    for (int run = 0; run < RUNS; run++) {
        struct normal_problem problem = {
            .seed = 500 + (uint64_t)run, .rho = 0.6, .mean = &mean[0][0], .requirements = 1};
        struct observer observer = {1, normal_observe, &problem};
        struct select_line line[K];
        struct select_requirement requirement[K];
        int all = select_report(&observer, &plan, K, NULL, 1, line, requirement) == OK, each = all;
        for (int i = 0; i < K; i++) {
            double off = line[i].difference - (mean[i][0] - mean[1][0]);
            all &= fabs(off) <= line[i].difference_half;
            each &= fabs(requirement[i].mean - mean[i][1]) <= requirement[i].half_width;
        }
        differences += all;
        requirements += each;
    }
    /* four standard errors below, and not needlessly wide */
    print_message("together: %.4f, %.4f\n", (double)differences / RUNS, (double)requirements / RUNS);
    expect_between((double)differences / RUNS, 0.9365, 0.97);
    expect_between((double)requirements / RUNS, 0.9365, 0.97);
}

static void half_widths_are_paired_t(void **unused)
{
    (void)unused;
    struct normal_problem problem = {.seed = 8, .mean = &mean[0][0], .requirements = 1};
    struct observer observer = {1, normal_observe, &problem};
    struct select_line line[2];
    double x[2][25][2], sum = 0, squares = 0;

    assert_int_equal(select_report(&observer, &plan, 2, NULL, 0, line, NULL), OK);
    for (int i = 0; i < 2; i++) {
        struct observation_request request = {.design = i, .first = 1000, .n = 25, .out = x[i][0]};
        normal_observe(&problem, 1, &request);
    }
    for (int r = 0; r < 25; r++)
        sum += x[1][r][0] - x[0][r][0];
    for (int r = 0; r < 25; r++)
        squares += pow(x[1][r][0] - x[0][r][0] - sum / 25, 2);
    expect_near(line[1].difference, sum / 25, 1e-12);
    expect_near(line[1].difference_half, 2.0638986 * sqrt(squares / 24 / 25), 1e-7);
    assert_int_equal(line[0].standing, SELECT_BEST);
    assert_true(line[0].difference_half == 0);
}

static void standing_follows_the_interval(void **unused)
{
    (void)unused;
    struct normal_problem problem = {.seed = 2, .mean = &mean[0][0], .requirements = 1};
    struct observer observer = {1, normal_observe, &problem};
    struct select_report_plan how = {.alpha = 0.01, .days = 500, .first_day = 0};
    struct select_line line[K];

    assert_int_equal(select_report(&observer, &how, K, NULL, 0, line, NULL), OK);
    assert_int_equal(line[1].standing, SELECT_AHEAD);
    assert_int_equal(line[4].standing, SELECT_BEHIND);
    assert_int_equal(select_report(&observer, &how, K, NULL, 1, line, NULL), OK);
    assert_int_equal(line[3].standing, SELECT_NOT_TOLD_APART);
    how.budget.days = 499;
    assert_int_equal(select_report(&observer, &how, K, NULL, 1, line, NULL), ERR_PRECISION);
    how.days = 1;
    assert_int_equal(select_report(&observer, &how, K, NULL, 1, line, NULL), ERR_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_hold_together),
        cmocka_unit_test(half_widths_are_paired_t),
        cmocka_unit_test(standing_follows_the_interval),
    };
    return cmocka_run_group_tests_name("select report", tests, NULL, NULL);
}
