/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select.h"
#include "planner/select_constant.h"
#include "tests/planner/normal_problem.h"
#include "tests/support/expect.h"

#include <stdlib.h>

/* What 4,000 (or n) independent runs of the procedure come to. */
struct outcome {
    double correct, samples; /* share, mean */
};

struct setting {
    int k, runs;
    const double *mean;
    double rho;
    struct select_plan plan;
};

static const struct select_plan plain = {
    .alpha_select = 0.05, .delta = 1, .first_stage = 10, .block = 1};

static struct outcome repeat(const struct setting *setting)
{
    struct outcome sum = {0};
    int *right = calloc((size_t)setting->runs, sizeof *right);
    long *days = calloc((size_t)setting->runs, sizeof *days);

#pragma omp parallel for schedule(dynamic, 16)
    for (int run = 0; run < setting->runs; run++) {
        struct normal_problem problem = {
            .seed = 7000 + (uint64_t)run, .rho = setting->rho, .mean = setting->mean};
        struct observer observer = {.observe = normal_observe, .context = &problem};
        struct arena arena = {0};
        struct select_result result = {0};
        if (select_best(&observer, &setting->plan, setting->k, NULL, &arena, &result) == OK)
            right[run] = result.winner == 0;
        days[run] = result.days;
        arena_free(&arena);
    }
    for (int run = 0; run < setting->runs; run++) {
        sum.correct += (double)right[run] / setting->runs;
        sum.samples += (double)days[run] / setting->runs;
    }
    free(right);
    free(days);
    return sum;
}

/* The best is design 0 and leads all by delta. */
static struct outcome slippage(int k, int first_stage, double rho, double delta)
{
    double mean[16] = {delta};
    struct setting setting = {.k = k, .runs = 4000, .mean = mean, .rho = rho, .plan = plain};

    setting.plan.delta = delta;
    setting.plan.first_stage = first_stage;
    return repeat(&setting);
}

static void constants_are_the_tabled_ones(void **unused)
{
    (void)unused;
    static const struct {
        int k, n0;
        double h2;
    } tabled[] = {{2, 10, 6.0129},   {2, 20, 5.2112},    {10, 10, 15.4635},
                  {10, 20, 11.5115}, {100, 10, 32.6811}, {100, 20, 20.2721}};

    for (size_t i = 0; i < sizeof tabled / sizeof *tabled; i++)
        expect_within(select_h2(select_beta_pair(0.05, tabled[i].k), tabled[i].n0), tabled[i].h2,
                      6e-5);
    expect_within(select_eta(0.05, 10), 6.0129 / 18, 5e-6);
    expect_within(select_t(0.95, 9), 1.8331, 6e-5);
    expect_within(select_t(0.975, 19), 2.0930, 6e-5);
    expect_within(select_t(0.99, 19), 2.5395, 6e-5);
    expect_within(select_t(0.995, 9), 3.2498, 6e-5);
    expect_within(select_t(0.9995, 30), 3.6460, 6e-5);
}

/* Correct selection within four standard errors of 4,000 runs, samples within 3 %. */
static void slippage_costs_what_is_tabled(void **unused)
{
    (void)unused;
    static const struct {
        int k, n0;
        double rho, correct, samples;
    } tabled[] = {{2, 10, 0, .9585, 82.2},   {2, 20, 0, .9616, 73.7},   {5, 10, 0, .9613, 394.8},
                  {5, 20, 0, .9622, 316.0},  {10, 10, 0, .9641, 966.6}, {10, 20, 0, .9663, 753.3},
                  {5, 10, .5, .9613, 202.7}, {10, 10, .5, .9641, 494.1}};

    for (size_t i = 0; i < sizeof tabled / sizeof *tabled; i++) {
        struct outcome got = slippage(tabled[i].k, tabled[i].n0, tabled[i].rho, 1 / sqrt(10));
        print_message("k %2d n0 %d rho %.1f: correct %.4f (%.4f), samples %.1f (%.1f)\n",
                      tabled[i].k, tabled[i].n0, tabled[i].rho, got.correct, tabled[i].correct,
                      got.samples, tabled[i].samples);
        expect_within(got.correct, tabled[i].correct, 0.0125);
        expect_near(got.samples, tabled[i].samples, 0.03);
    }
}

static void spaced_means_cost_what_is_tabled(void **unused)
{
    (void)unused;
    static const struct {
        int k, runs;
        double samples;
    } tabled[] = {{10, 4000, 423.3}, {100, 1000, 1839.6}};
    double mean[100];

    for (int i = 0; i < 100; i++)
        mean[i] = -i / sqrt(10);
    for (int i = 0; i < 2; i++) {
        struct setting setting = {
            .k = tabled[i].k, .runs = tabled[i].runs, .mean = mean, .plan = plain};
        setting.plan.delta = 1 / sqrt(10);
        struct outcome got = repeat(&setting);
        print_message("spaced k %d: %.4f, %.1f (%.1f)\n", setting.k, got.correct, got.samples,
                      tabled[i].samples);
        assert_true(got.correct > 0.95);
        expect_near(got.samples, tabled[i].samples, 0.03);
    }
}

/* With a small delta the triangle is exact: more often right would mean wasted days. */
static void two_designs_are_told_apart_without_waste(void **unused)
{
    (void)unused;
    struct outcome got = slippage(2, 10, 0, 0.05);

    print_message("exactness: %.4f (.950), %.1f (3114)\n", got.correct, got.samples);
    expect_within(got.correct, 0.950, 0.0135);
    expect_near(got.samples, 3114, 0.03);
}

/* A quarter of the error spent on screening pays where most designs are far behind. */
static void screening_and_leaders_keep_the_guarantee(void **unused)
{
    (void)unused;
    double mean[100];
    for (int i = 0; i < 100; i++)
        mean[i] = i ? -1 / sqrt(10) - i / 50.0 : 0;
    struct setting setting = {.k = 100, .runs = 1000, .mean = mean, .rho = 0.5, .plan = plain};
    setting.plan.delta = 1 / sqrt(10);
    setting.plan.first_stage = 20;
    struct outcome all_pairs = repeat(&setting);
    setting.plan.leaders_only = true;
    struct outcome leaders = repeat(&setting);
    setting.plan.alpha_screen = 0.0125;
    setting.plan.alpha_select = 0.0375;
    struct outcome screened = repeat(&setting);
    print_message("all pairs %.3f %.0f; leaders %.3f %.0f; screened %.3f %.0f\n", all_pairs.correct,
                  all_pairs.samples, leaders.correct, leaders.samples, screened.correct,
                  screened.samples);
    assert_true(all_pairs.correct > 0.95 && leaders.correct > 0.95 && screened.correct > 0.95);
    expect_between(leaders.samples, all_pairs.samples, 1.15 * all_pairs.samples);
    assert_true(screened.samples < leaders.samples);
}

static void blocks_of_days_are_only_safer(void **unused)
{
    (void)unused;
    double mean[5] = {1 / sqrt(10)};
    struct setting setting = {.k = 5, .runs = 4000, .mean = mean, .plan = plain};
    setting.plan.delta = mean[0];
    setting.plan.block = 16;
    struct outcome got = repeat(&setting);
    print_message("blocks of 16: %.4f, %.1f\n", got.correct, got.samples);
    expect_between(got.correct, 0.96, 0.985);
    expect_between(got.samples, 395, 480);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constants_are_the_tabled_ones),
        cmocka_unit_test(slippage_costs_what_is_tabled),
        cmocka_unit_test(spaced_means_cost_what_is_tabled),
        cmocka_unit_test(two_designs_are_told_apart_without_waste),
        cmocka_unit_test(screening_and_leaders_keep_the_guarantee),
        cmocka_unit_test(blocks_of_days_are_only_safer),
    };
    return cmocka_run_group_tests_name("select", tests, NULL, NULL);
}
