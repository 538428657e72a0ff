/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select.h"
#include "tests/planner/line_problem.h"
#include "tests/support/expect.h"

enum { K = 3249, RUNS_MOST = 40 };

static int design[K][LINE_DIMENSIONS];
static const int *list[K];

static int set_up(void **unused)
{
    (void)unused;
    int k = line_designs(design);
    for (int i = 0; i < k; i++)
        list[i] = design[i];
    return k != K;
}

static void exact_throughput_is_the_published_one(void **unused)
{
    (void)unused;
    expect_within(line_exact((int[]){6, 7, 7, 12, 8}), 5.776122, 1e-6);
    expect_within(line_exact((int[]){7, 7, 6, 8, 12}), 5.776122, 1e-6);
    int good = 0;
    for (int i = 0; i < K; i++)
        good += line_exact(design[i]) >= 5.776122 - 0.1;
    assert_int_equal(good, 21);
}

static long select_one(int run, int *winner)
{
    static const struct select_plan plan = {.alpha_screen = 0.025,
                                            .alpha_select = 0.025,
                                            .delta = 0.1,
                                            .first_stage = 20,
                                            .block = 1};
    struct line_problem problem = {.seed = 1 + (uint64_t)run};
    struct observer observer = {.observe = line_observe, .context = &problem};
    struct arena arena = {0};
    struct select_result result = {.winner = -1};

    line_open(&problem);
    enum status status = select_best(&observer, &plan, K, list, &arena, &result);
    *winner = status == OK ? result.winner : -1;
    free(problem.work);
    arena_free(&arena);
    return result.days;
}

/* Any design within delta of the best is a good selection. SAMOVAR_TEST_RUNS=40 runs all forty. */
static void a_good_line_is_found_among_3249(void **unused)
{
    (void)unused;
    const char *asked = getenv("SAMOVAR_TEST_RUNS");
    int runs = asked ? atoi(asked) : 2, winner[RUNS_MOST];
    long days[RUNS_MOST], total = 0;

    assert_in_range(runs, 1, RUNS_MOST);
#pragma omp parallel for schedule(dynamic, 1)
    for (int run = 0; run < runs; run++)
        days[run] = select_one(run, &winner[run]);
    for (int run = 0; run < runs; run++) {
        assert_in_range(winner[run], 0, K - 1);
        assert_true(line_exact(design[winner[run]]) >= 5.776122 - 0.1);
        assert_in_range(days[run], 20 * K, 80000);
        total += days[run];
    }
    print_message("%d runs, mean days %.0f\n", runs, (double)total / runs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_throughput_is_the_published_one),
        cmocka_unit_test(a_good_line_is_found_among_3249),
    };
    return cmocka_run_group_tests_name("select a line", tests, set_up, NULL);
}
