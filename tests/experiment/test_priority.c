/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/queue.h"
#include "tests/experiment/town.h"

/* A lane that is served first, held to theory. Over both lanes the mean wait is that of one line, so each is looked at by itself. */

enum { DAYS = 2000 };

static void simulate(const char *urgent, double wait_s[2], double half_width_s[2])
{
    struct town town;
    struct summary summary;
    struct run_options options = {.seed = 1, .days = DAYS, .confidence = 0.9999};
    struct text yaml = {0};
    int wait = kpi_find("wait_mean_s");

    text_print(&yaml, "samovar: 1\nname: two lanes\nwindow: {from: 00:00, lasts: 100 h}\nwarm-up: 5 h\n"
                      "residents: {urgent: {rate: 18 /h, at: desk%s}, rest: {rate: 27 /h, at: desk}}\n"
                      "drinks: {water: {}}\nservice: {greet: exponential(mean 1 min)}\nlayouts: {one: {desk: {staff: 1}}}\n", urgent);
    town_open(&town, text_c(&yaml));
    assert_int_equal(run(&town.study, &options, &summary), OK);
    for (int g = 0; g < 2; g++) {
        const struct interval *got = summary_kpi(&summary, 2 + g, wait);
        wait_s[g] = got->mean;
        half_width_s[g] = got->half_width;
    }
    summary_free(&summary);
    town_close(&town);
    text_free(&yaml);
}

static void lanes_wait_as_cobham_predicts(void **unused)
{
    static const double lambda_per_s[2] = {18 / 3600.0, 27 / 3600.0}, mu_per_s[2] = {1 / 60.0, 1 / 60.0};
    double theory_s[2], got_s[2], width_s[2];

    (void)unused;
    assert_int_equal(queue_priority_wait(lambda_per_s, mu_per_s, theory_s), OK);
    simulate(", priority: yes", got_s, width_s);
    for (int lane = 0; lane < 2; lane++) {
        if (getenv("SAMOVAR_SHOW"))
            printf("lane %d: want %.3f got %.3f ± %.3f s\n", lane, theory_s[lane], got_s[lane], width_s[lane]);
        expect_within(got_s[lane], theory_s[lane], width_s[lane]);
        assert_true(width_s[lane] < 0.025 * theory_s[lane]);
    }
}

static void one_lane_would_be_noticed(void **unused)
{
    static const double lambda_per_s[2] = {18 / 3600.0, 27 / 3600.0}, mu_per_s[2] = {1 / 60.0, 1 / 60.0};
    double theory_s[2], got_s[2], width_s[2];

    (void)unused;
    assert_int_equal(queue_priority_wait(lambda_per_s, mu_per_s, theory_s), OK);
    simulate("", got_s, width_s);
    for (int lane = 0; lane < 2; lane++)
        assert_true(fabs(got_s[lane] - theory_s[lane]) > 10 * width_s[lane]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lanes_wait_as_cobham_predicts),
        cmocka_unit_test(one_lane_would_be_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
