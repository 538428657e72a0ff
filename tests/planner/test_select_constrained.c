/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select.h"
#include "planner/select_constant.h"
#include "tests/planner/normal_problem.h"
#include "tests/support/expect.h"

#include <stdlib.h>

enum { RUNS = 2000, K = 8, DAYS_MOST = 3000 };

static const double delta = 0.5, epsilon[1] = {0.25};
static const struct select_plan plan = {.alpha_feasible = 0.02,
                                        .alpha_screen = 0.01,
                                        .alpha_select = 0.02,
                                        .delta = 0.5,
                                        .epsilon = epsilon,
                                        .first_stage = 12,
                                        .block = 1};

/* Objective and E[Y]. The two best looking designs miss the requirement; 0 is the answer. */
static const double mean[K][2] = {{1.0, .25}, {2.0, -.25}, {1.5, -.25}, {.5, .25},
                                  {.5, 1.0},  {.5, .25},   {-.5, 0},    {.0, -1.0}};

static long run_one(int run, const struct select_plan *how, int *winner)
{
    struct normal_problem problem = {
        .seed = 40 + (uint64_t)run, .rho = 0.3, .mean = &mean[0][0], .requirements = 1};
    struct observer observer = {1, normal_observe, &problem};
    struct arena arena = {0};
    struct select_result result = {.winner = -1};
    enum status status = select_best(&observer, how, K, NULL, &arena, &result);

    *winner = status == OK ? result.winner : -1;
    arena_free(&arena);
    return result.days;
}

static void the_best_feasible_design_wins(void **unused)
{
    (void)unused;
    for (int leaders = 0; leaders < 2; leaders++) {
        struct select_plan how = plan;
        how.leaders_only = leaders;
        int right = 0;
        long days = 0;
#pragma omp parallel for schedule(dynamic, 16) reduction(+ : right, days)
        for (int run = 0; run < RUNS; run++) {
            int winner;
            days += run_one(run, &how, &winner);
            right += winner == 0;
        }
        print_message("leaders only %d: %.4f right, %.1f days\n", leaders, (double)right / RUNS,
                      (double)days / RUNS);
        expect_between((double)right / RUNS, 0.95, 1);
    }
}

/* --- the rules of select.h, played from the first day at every barrier, without any bookkeeping --- */

struct reference {
    double x[K][DAYS_MOST][2];
    double h2, h2_feasible, t;
};

static double variance_of(const struct reference *it, int i, int l, int output)
{
    double sum = 0, squares = 0;
    for (int r = 0; r < plan.first_stage; r++)
        sum += it->x[i][r][output] - (l < 0 ? 0 : it->x[l][r][output]);
    for (int r = 0; r < plan.first_stage; r++) {
        double off = it->x[i][r][output] - (l < 0 ? 0 : it->x[l][r][output]);
        squares += pow(off - sum / plan.first_stage, 2);
    }
    return squares / (plan.first_stage - 1);
}

/* Sign of the sum at its first exit at or before `days`; 0 if there's none. l < 0: requirement of i. */
static int first_exit(const struct reference *it, int i, int l, int days)
{
    int output = l < 0;
    double sum = 0, d = l < 0 ? epsilon[0] : delta, h2 = l < 0 ? it->h2_feasible : it->h2;
    double variance = variance_of(it, i, l, output);

    for (int r = 1; r <= days; r++) {
        sum += it->x[i][r - 1][output] - (l < 0 ? 0 : it->x[l][r - 1][output]);
        if (r >= plan.first_stage && fabs(sum) > fmax(0, h2 * variance / (2 * d) - d * r / 2))
            return sum > 0 ? 1 : -1;
    }
    return 0;
}

static int is_screened_by(const struct reference *it, int i, int l)
{
    double behind = 0, n0 = plan.first_stage;
    for (int r = 0; r < plan.first_stage; r++)
        behind += (it->x[l][r][0] - it->x[i][r][0]) / n0;
    return behind > fmax(0, it->t * sqrt(variance_of(it, i, l, 0) / n0) - delta);
}

static int reference_round(const struct reference *it, int days, int in[K])
{
    int feasible[K], out[K] = {0}, left = 0;

    for (int i = 0; i < K; i++) {
        feasible[i] = in[i] ? first_exit(it, i, -1, days) : -1;
        out[i] = feasible[i] < 0;
    }
    for (int stage = 0; stage < 2; stage++) {
        for (int i = 0; i < K; i++)
            for (int l = 0; l < K && in[i]; l++)
                if (l != i && in[l] && feasible[l] > 0)
                    out[i] |= stage ? first_exit(it, i, l, days) < 0 : is_screened_by(it, i, l);
        for (int i = 0; i < K; i++)
            in[i] &= !out[i];
    }
    for (int i = 0; i < K; i++)
        left += in[i];
    return left;
}

static int reference_winner(struct reference *it, int run, long *days)
{
    int in[K], left = K, r;
    struct normal_problem problem = {
        .seed = 40 + (uint64_t)run, .rho = 0.3, .mean = &mean[0][0], .requirements = 1};

    *days = (long)K * plan.first_stage;
    for (int i = 0; i < K; i++) {
        struct observation_request request = {.design = i, .n = DAYS_MOST, .out = &it->x[i][0][0]};
        normal_observe(&problem, 1, &request);
        in[i] = 1;
    }
    for (r = plan.first_stage;; r++) {
        left = reference_round(it, r, in);
        int last = 0;
        while (last < K - 1 && !in[last])
            last++;
        if (left == 0 || (left == 1 && first_exit(it, last, -1, r) > 0))
            return left ? last : -1;
        *days += left;
    }
}

static void bookkeeping_equals_playing_everything_again(void **unused)
{
    (void)unused;
    int differing = 0, runs = 400;
#pragma omp parallel for schedule(dynamic, 1) reduction(+ : differing)
    for (int run = 0; run < runs; run++) {
        struct reference *it = malloc(sizeof *it);
        it->h2 = select_h2(select_beta_pair(plan.alpha_select, K), plan.first_stage);
        it->h2_feasible = select_h2(select_beta_check(plan.alpha_feasible, K, 1), plan.first_stage);
        it->t = select_t(1 - plan.alpha_screen / (K - 1), plan.first_stage - 1);
        int winner;
        long want_days, days = run_one(run, &plan, &winner);
        int want = reference_winner(it, run, &want_days);
        differing += winner != want || days != want_days;
        free(it);
    }
    assert_int_equal(differing, 0);
}

static void nothing_feasible_is_said(void **unused)
{
    (void)unused;
    static const double bad[2][2] = {{1, -1}, {2, -1}};
    struct normal_problem problem = {.seed = 3, .mean = &bad[0][0], .requirements = 1};
    struct observer observer = {1, normal_observe, &problem};
    struct arena arena = {0};
    struct select_result result;

    assert_int_equal(select_best(&observer, &plan, 2, NULL, &arena, &result), OK);
    assert_int_equal(result.outcome, SELECT_NONE);
    assert_int_equal(result.winner, -1);
    assert_int_equal(result.fate[1].rule, SELECT_INFEASIBLE);
    assert_int_equal(result.fate[1].feasible.failed, 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_feasible_design_wins),
        cmocka_unit_test(bookkeeping_equals_playing_everything_again),
        cmocka_unit_test(nothing_feasible_is_said),
    };
    return cmocka_run_group_tests_name("select with requirements", tests, NULL, NULL);
}
