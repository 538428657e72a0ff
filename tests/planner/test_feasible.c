/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/feasible.h"
#include "tests/planner/normal_problem.h"
#include "tests/support/expect.h"

#include <stdlib.h>

enum { RUNS = 4000, MOST = 10 };

struct outcome {
    double correct, samples; /* share of runs with every verdict right; days a design */
};

static struct outcome repeat(int k, int s, const double mean[], const double epsilon[], int block)
{
    static int right[RUNS];
    static long days[RUNS];
    struct outcome sum = {0};

#pragma omp parallel for schedule(dynamic, 16)
    for (int run = 0; run < RUNS; run++) {
        struct normal_problem problem = {
            .seed = 100 + (uint64_t)run, .mean = mean, .requirements = s};
        struct observer observer = {s, normal_observe, &problem};
        struct feasible_plan plan = {
            .alpha = 0.05, .epsilon = epsilon, .first_stage = 20, .block = block};
        struct feasible_state state[MOST];
        right[run] = feasible_find(&observer, &plan, k, NULL, state, &days[run]) == OK;
        for (int i = 0; i < k; i++) {
            enum feasible_verdict want = FEASIBLE_YES;
            for (int r = 1; r <= s; r++)
                want = mean[i * (1 + s) + r] < 0 ? FEASIBLE_NO : want;
            right[run] &= state[i].verdict == want;
        }
    }
    for (int run = 0; run < RUNS; run++) {
        sum.correct += (double)right[run] / RUNS;
        sum.samples += (double)days[run] / k / RUNS;
    }
    return sum;
}

static void verdicts_are_right_and_cost_what_is_tabled(void **unused)
{
    (void)unused;
    static const struct {
        int k;
        double correct, samples;
    } tabled[] = {{1, .968, 23.3}, {10, .959, 41.3}};
    double epsilon = 1 / sqrt(10), mean[MOST][2];

    for (int i = 0; i < MOST; i++)
        mean[i][0] = 0, mean[i][1] = i % 2 ? -epsilon : epsilon;
    for (int t = 0; t < 2; t++) {
        struct outcome got = repeat(tabled[t].k, 1, &mean[0][0], &epsilon, 1);
        print_message("k %2d: %.4f (%.3f), %.2f (%.1f)\n", tabled[t].k, got.correct,
                      tabled[t].correct, got.samples, tabled[t].samples);
        expect_within(got.correct, tabled[t].correct, 0.0125);
        expect_near(got.samples, tabled[t].samples, 0.03);
    }
}

/* The error is split over designs and requirements; one miss makes a design infeasible. */
static void several_requirements_are_all_needed(void **unused)
{
    (void)unused;
    double e = 1 / sqrt(10), epsilon[2] = {e, e};
    double mean[4][3] = {{0, e, e}, {0, e, -e}, {0, -e, e}, {0, 3 * e, 2 * e}};
    struct outcome got = repeat(4, 2, &mean[0][0], epsilon, 5);

    print_message("two requirements: %.4f, %.2f\n", got.correct, got.samples);
    expect_between(got.correct, 0.95, 0.995);
}

static void what_failed_is_named(void **unused)
{
    (void)unused;
    double mean[1][3] = {{0, 5, -5}}, epsilon[2] = {0.5, 0.5};
    struct normal_problem problem = {.seed = 1, .mean = &mean[0][0], .requirements = 2};
    struct observer observer = {2, normal_observe, &problem};
    struct feasible_plan plan = {
        .alpha = 0.05, .epsilon = epsilon, .first_stage = 20, .block = 1};
    struct feasible_state state;
    long days;

    assert_int_equal(feasible_find(&observer, &plan, 1, NULL, &state, &days), OK);
    assert_int_equal(state.verdict, FEASIBLE_NO);
    assert_int_equal(state.failed, 1);
    assert_true(state.met == 1);
    assert_int_equal(state.days, 20);
    assert_int_equal(days, 20);
}

static void a_spent_budget_leaves_verdicts_open(void **unused)
{
    (void)unused;
    double mean[2][2] = {{0, 0}, {0, 9}}, epsilon = 0.01;
    struct normal_problem problem = {.seed = 1, .mean = &mean[0][0], .requirements = 1};
    struct observer observer = {1, normal_observe, &problem};
    struct feasible_plan plan = {.alpha = 0.05,
                                 .epsilon = &epsilon,
                                 .first_stage = 20,
                                 .block = 10,
                                 .budget.days = 1005};
    struct feasible_state state[2];
    long days;

    assert_int_equal(feasible_find(&observer, &plan, 2, NULL, state, &days), OK);
    assert_int_equal(state[0].verdict, FEASIBLE_OPEN);
    assert_int_equal(days, 1000);
    epsilon = 0;
    assert_int_equal(feasible_find(&observer, &plan, 2, NULL, state, &days), ERR_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verdicts_are_right_and_cost_what_is_tabled),
        cmocka_unit_test(several_requirements_are_all_needed),
        cmocka_unit_test(what_failed_is_named),
        cmocka_unit_test(a_spent_budget_leaves_verdicts_open),
    };
    return cmocka_run_group_tests_name("feasible", tests, NULL, NULL);
}
