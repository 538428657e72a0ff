/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select.h"
#include "tests/planner/normal_problem.h"
#include "tests/support/expect.h"

#include <omp.h>

#include <stdlib.h>
#include <string.h>

enum { K = 30 };

static const double epsilon[1] = {0.2};
static const struct select_plan plan = {.alpha_feasible = 0.02,
                                        .alpha_screen = 0.01,
                                        .alpha_select = 0.02,
                                        .delta = 0.2,
                                        .epsilon = epsilon,
                                        .first_stage = 15,
                                        .block = 7};

/* The same observations, evaluated a request at a time by several threads, last request first. */
static enum status scattered_observe(void *context, int n,
                                     const struct observation_request request[])
{
#pragma omp parallel for schedule(dynamic, 1)
    for (int q = n - 1; q >= 0; q--)
        normal_observe(context, 1, &request[q]);
    return OK;
}

static struct select_result run(enum status (*observe)(void *, int,
                                                       const struct observation_request[]),
                                struct arena *arena)
{
    static double mean[K][2];
    for (int i = 0; i < K; i++) {
        mean[i][0] = i % 7 * 0.1;
        mean[i][1] = i % 3 * 0.3 - 0.2;
    }
    struct normal_problem problem = {
        .seed = 11, .rho = 0.5, .mean = &mean[0][0], .requirements = 1};
    struct observer observer = {1, observe, &problem};
    struct select_result result;
    assert_int_equal(select_best(&observer, &plan, K, NULL, arena, &result), OK);
    return result;
}

static void the_outcome_is_the_same_for_any_threads(void **unused)
{
    (void)unused;
    struct arena arena = {0};
    struct select_result one = run(normal_observe, &arena);

    assert_int_equal(one.outcome, SELECT_FOUND);
    omp_set_num_threads(4); /* once: a team that changes size leaks in some OpenMP runtimes */
    struct select_result many = run(scattered_observe, &arena);
    assert_int_equal(many.winner, one.winner);
    assert_true(many.days == one.days && many.rounds == one.rounds);
    for (int i = 0; i < K; i++) {
        assert_int_equal(many.fate[i].rule, one.fate[i].rule);
        assert_int_equal(many.fate[i].rival, one.fate[i].rival);
        assert_int_equal(many.fate[i].days, one.fate[i].days);
        assert_memory_equal(&many.fate[i].mean, &one.fate[i].mean, sizeof(double));
    }
    arena_free(&arena);
}

static const double near[4][1] = {{0}, {0.001}, {0.002}, {-9}};

static struct select_result run_near(const struct select_plan *how, struct arena *arena)
{
    struct normal_problem problem = {.seed = 5, .mean = &near[0][0]};
    struct observer observer = {0, normal_observe, &problem};
    struct select_result result;
    assert_int_equal(select_best(&observer, how, 4, NULL, arena, &result), OK);
    return result;
}

static void a_spent_budget_is_not_resolved(void **unused)
{
    (void)unused;
    struct arena arena = {0};
    struct select_plan how = plan;
    how.delta = 0.01;
    how.budget.days = 1000;
    struct select_result result = run_near(&how, &arena);

    assert_int_equal(result.outcome, SELECT_UNRESOLVED);
    assert_int_equal(result.winner, -1);
    assert_int_equal(result.survivors, 3);
    assert_in_range(result.days, 900, 1000);
    assert_int_equal(result.fate[3].rule, SELECT_SCREENED);
    assert_int_equal(result.fate[3].days, 15);
    for (int s = 1; s < 3; s++)
        assert_true(result.fate[result.survivor[s - 1]].mean >=
                    result.fate[result.survivor[s]].mean);
    expect_near(result.guarantee.confidence, 0.97, 1e-12);
    arena_free(&arena);
}

static volatile sig_atomic_t stop;

static enum status stopping_observe(void *context, int n,
                                    const struct observation_request request[])
{
    stop = request[0].first > 100;
    return normal_observe(context, n, request);
}

static enum status interrupted_observe(void *context, int n,
                                       const struct observation_request request[])
{
    return request[0].first > 100 ? ERR_INTERRUPTED : normal_observe(context, n, request);
}

static enum status failing_observe(void *context, int n, const struct observation_request request[])
{
    return request[0].first > 100 ? ERR_FILE : normal_observe(context, n, request);
}

static void a_signal_ends_it_and_a_failure_is_handed_on(void **unused)
{
    (void)unused;
    struct arena arena = {0};
    struct normal_problem problem = {.seed = 5, .mean = &near[0][0]};
    struct observer observer = {0, stopping_observe, &problem};
    struct select_plan how = plan;
    struct select_result result;

    how.delta = 0.01;
    how.budget.stop = &stop;
    assert_int_equal(select_best(&observer, &how, 4, NULL, &arena, &result), OK);
    assert_int_equal(result.outcome, SELECT_UNRESOLVED);
    assert_in_range(result.fate[0].days, 101, 120);
    stop = 0;
    observer.observe = interrupted_observe;
    assert_int_equal(select_best(&observer, &how, 4, NULL, &arena, &result), OK);
    assert_int_equal(result.outcome, SELECT_UNRESOLVED);
    assert_in_range(result.fate[0].days, 95, 108);
    observer.observe = failing_observe;
    assert_int_equal(select_best(&observer, &how, 4, NULL, &arena, &result), ERR_FILE);
    arena_free(&arena);
}

/* Designs 1 and 2 of three are one and the same; on common days nothing can tell them apart. */
static enum status twin_observe(void *context, int n, const struct observation_request request[])
{
    for (int q = 0; q < n; q++) {
        struct observation_request twin = request[q];
        twin.design = twin.design == 2 ? 1 : twin.design;
        normal_observe(context, 1, &twin);
    }
    return OK;
}

static void twins_tie_and_the_lower_index_stays(void **unused)
{
    (void)unused;
    static const double mean[2] = {0, 3};
    struct arena arena = {0};
    struct normal_problem problem = {.seed = 5, .mean = mean};
    struct observer observer = {0, twin_observe, &problem};
    struct select_result result;

    assert_int_equal(select_best(&observer, &plan, 3, NULL, &arena, &result), OK);
    assert_int_equal(result.winner, 1);
    assert_int_equal(result.fate[2].rule, SELECT_TIED);
    assert_int_equal(result.fate[2].rival, 1);
    arena_free(&arena);
}

static void one_design_needs_no_rival_and_bad_plans_are_refused(void **unused)
{
    (void)unused;
    struct arena arena = {0};
    struct normal_problem problem = {.seed = 5, .mean = &near[0][0]};
    struct observer observer = {0, normal_observe, &problem};
    struct select_plan how = plan;
    struct select_result result;

    assert_int_equal(select_best(&observer, &how, 1, NULL, &arena, &result), OK);
    assert_int_equal(result.winner, 0);
    expect_near(result.guarantee.confidence, 1, 1e-15);
    how.first_stage = 1;
    assert_int_equal(select_best(&observer, &how, 2, NULL, &arena, &result), ERR_DOMAIN);
    how = plan;
    how.delta = 0;
    assert_int_equal(select_best(&observer, &how, 2, NULL, &arena, &result), ERR_DOMAIN);
    how = plan;
    how.alpha_select = 0.5;
    assert_int_equal(select_best(&observer, &how, 2, NULL, &arena, &result), ERR_DOMAIN);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_outcome_is_the_same_for_any_threads),
        cmocka_unit_test(a_spent_budget_is_not_resolved),
        cmocka_unit_test(a_signal_ends_it_and_a_failure_is_handed_on),
        cmocka_unit_test(twins_tie_and_the_lower_index_stays),
        cmocka_unit_test(one_design_needs_no_rival_and_bad_plans_are_refused),
    };
    return cmocka_run_group_tests_name("select at barriers", tests, NULL, NULL);
}
