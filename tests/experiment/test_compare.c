/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts on the same days. */
#include "experiment/compare.h"
#include "tests/models/estate.h"

#include <math.h>

/* Six towers on a ring, each with a gate straight out; a station at every gate. In the second layout the last
 * station stands elsewhere, in the third there is one member of staff less at the first. */
static const char six_gates[] =
    "samovar: 1\nname: Six gates\nwindow: 07:00 - 08:30\nair: 0 °C\n"
    "site:\n  nodes:\n"
    "    t1: {x: 0 m, y: 100 m}\n    t2: {x: 100 m, y: 100 m}\n    t3: {x: 200 m, y: 100 m}\n"
    "    t4: {x: 300 m, y: 100 m}\n    t5: {x: 400 m, y: 100 m}\n    t6: {x: 500 m, y: 100 m}\n"
    "    g1: {x: 0 m, y: 0 m}\n    g2: {x: 100 m, y: 0 m}\n    g3: {x: 200 m, y: 0 m}\n"
    "    g4: {x: 300 m, y: 0 m}\n    g5: {x: 400 m, y: 0 m}\n    g6: {x: 500 m, y: 0 m}\n    g7: {x: 560 m, y: 0 m}\n"
    "  paths: [[t1, t2], [t2, t3], [t3, t4], [t4, t5], [t5, t6], [t1, g1], [t2, g2], [t3, g3], [t4, g4], [t5, g5], [t6, g6], [g6, g7],\n"
    "          [g1, g2], [g2, g3], [g3, g4], [g4, g5], [g5, g6]]\n"
    "residents:\n  all:\n    count: 900\n"
    "    from: {t1: 16 %, t2: 16 %, t3: 17 %, t4: 17 %, t5: 17 %, t6: 17 %}\n"
    "    to: {g1: 16 %, g2: 16 %, g3: 17 %, g4: 17 %, g5: 17 %, g6: 17 %}\n"
    "    departs: [{peak: 07:40, spread: 12 min}]\n    uptake: 60 %\n    day-to-day: 0.2\n"
    "    detour: exponential(mean 60 m)\n    balk: normal(mean 6, sd 2)\n    patience: weibull(mean 3 min, shape 2)\n"
    "drinks: {tea: {}}\nservice:\n  greet: lognormal(mean 30 s, cv 0.5)\n"
    "layouts:\n"
    "  all: {g1: {staff: 2}, g2: {staff: 2}, g3: {staff: 2}, g4: {staff: 2}, g5: {staff: 2}, g6: {staff: 2}}\n"
    "  moved: {g1: {staff: 2}, g2: {staff: 2}, g3: {staff: 2}, g4: {staff: 2}, g5: {staff: 2}, g7: {staff: 2}}\n"
    "  fewer: {g1: {staff: 1}, g2: {staff: 2}, g3: {staff: 2}, g4: {staff: 2}, g5: {staff: 2}, g6: {staff: 2}}\n"
    "  turned: {g6: {staff: 2}, g5: {staff: 2}, g4: {staff: 2}, g3: {staff: 2}, g2: {staff: 2}, g1: {staff: 2}}\n";

struct contest {
    struct reader *reader;
    struct scenario scenario;
    struct contestant contestant[4];
    struct comparison comparison;
};

static void hold(struct contest *contest, int n, const int layouts[], int days, int threads)
{
    struct run_options how = {.seed = 1, .days = days, .confidence = 0.95, .threads = threads};

    estate_read(six_gates, &contest->reader, &contest->scenario);
    for (int i = 0; i < n; i++) {
        contest->contestant[i] = (struct contestant){.name = scenario_layout(&contest->scenario, layouts[i])->name};
        assert_int_equal(study_open(contest->reader, &contest->scenario, layouts[i], &contest->contestant[i].study), OK);
    }
    assert_int_equal(compare(n, contest->contestant, kpi_find("served"), 0, &how, &contest->comparison), OK);
}

static void end(struct contest *contest)
{
    comparison_free(&contest->comparison);
    reader_free(contest->reader);
}

static struct interval to_first(const struct contest *contest, int layout, const char *key)
{
    return contest->comparison.against_reference[layout * n_kpis + kpi_find(key)];
}

/* Of every six residents five meet the same stations: what they do must cancel. A draw that's keyed by a station,
 * its number, or the order of events would lose this. */
static void moving_one_of_six_stations_keeps_what_the_others_share(void **unused)
{
    struct contest contest;
    (void)unused;

    hold(&contest, 2, (int[]){0, 1}, 600, 0);
    int other = 1 - contest.comparison.best;
    expect_between(contest.comparison.gain[other], 3.5, 1e9);
    end(&contest);
}

static void one_server_fewer_shows_against_what_is_shared(void **unused)
{
    struct contest contest;
    (void)unused;

    hold(&contest, 2, (int[]){0, 2}, 300, 0);
    struct interval served = to_first(&contest, 1, "served");
    assert_true(served.mean < 0 && difference_shows(&served));
    assert_int_equal(contest.comparison.best, 0);
    expect_between(contest.comparison.gain[1], 3.5, 1e9);
    end(&contest);
}

/* Stations listed the other way round are the same stations. */
static void the_order_of_stations_changes_nothing(void **unused)
{
    struct contest contest;
    (void)unused;

    hold(&contest, 2, (int[]){0, 3}, 50, 0);
    struct interval served = to_first(&contest, 1, "served"), wait = to_first(&contest, 1, "wait_mean_s");
    assert_true(served.mean == 0 && served.half_width == 0);
    expect_within(wait.mean, 0, 1e-9);
    end(&contest);
}

static void a_difference_is_the_difference_of_the_two_by_themselves(void **unused)
{
    struct contest contest;
    (void)unused;

    hold(&contest, 3, (int[]){0, 1, 2}, 100, 0);
    for (int i = 1; i < 3; i++)
        for (int k = 0; k < n_kpis; k++) {
            if (kpis[k].quantile)
                continue;
            double own = summary_kpi(&contest.comparison.summary[i], 0, k)->mean, base = summary_kpi(&contest.comparison.summary[0], 0, k)->mean;
            expect_within(contest.comparison.against_reference[i * n_kpis + k].mean, own - base, 1e-9 * (1 + fabs(own)));
        }
    assert_true(contest.comparison.against_best[contest.comparison.best * n_kpis].half_width == 0);
    end(&contest);
}

static void threads_change_no_bit(void **unused)
{
    struct contest one, two;
    (void)unused;

    hold(&one, 3, (int[]){0, 1, 2}, 100, 1);
    hold(&two, 3, (int[]){0, 1, 2}, 100, 2);
    assert_memory_equal(one.comparison.against_best, two.comparison.against_best, (size_t)(3 * n_kpis) * sizeof(struct interval));
    end(&one);
    end(&two);
}

static void half_widths_stop_at_what_was_asked(void **unused)
{
    struct contest contest;
    struct precision wanted = {kpi_find("served"), 1.5, false};
    struct run_options how = {.seed = 1, .days_at_most = 100000, .confidence = 0.95, .n_precisions = 1, .precision = &wanted};
    (void)unused;

    hold(&contest, 3, (int[]){0, 1, 2}, 10, 0);
    comparison_free(&contest.comparison);
    assert_int_equal(compare(3, contest.contestant, kpi_find("served"), 0, &how, &contest.comparison), OK);
    for (int i = 0; i < 3; i++)
        expect_between(contest.comparison.against_best[i * n_kpis + kpi_find("served")].half_width, 0, 1.5);
    how.days_at_most = 40;
    comparison_free(&contest.comparison);
    wanted.half_width = 1e-6;
    assert_int_equal(compare(3, contest.contestant, kpi_find("served"), 0, &how, &contest.comparison), ERR_PRECISION);
    assert_int_equal(contest.comparison.days, 40);
    end(&contest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moving_one_of_six_stations_keeps_what_the_others_share),
        cmocka_unit_test(one_server_fewer_shows_against_what_is_shared),
        cmocka_unit_test(the_order_of_stations_changes_nothing),
        cmocka_unit_test(a_difference_is_the_difference_of_the_two_by_themselves),
        cmocka_unit_test(threads_change_no_bit),
        cmocka_unit_test(half_widths_stop_at_what_was_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
