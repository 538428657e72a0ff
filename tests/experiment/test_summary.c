/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/experiment/town.h"

/* What a run comes to: kinds of day as strata, intervals that cover the truth, series with their bands. */

#define TEA "drinks: {tea: {}}\n"
#define DESK "layouts: {one: {desk: {staff: 1}}}\n"
#define RATE "residents: {all: {at: desk, rate: 60 /h}}\n"

/* --- kinds of day -------------------------------------------------------------------------------------------- */

#define THREE_KINDS                                                                                \
    "days:\n  plain: {share: 62 %}\n  cold: {share: 30 %, set: {residents.*.rate: 90 /h}}\n  snow: {share: 8 %, set: {residents.*.rate: 10 /h, layouts.one.desk.staff: 3}}\n" \
    "  never: {share: 0 %, set: {residents.*.rate: 999 /h}}\n"

/* Proportional allocation: after any number of days each kind has its share of them, but for two or so. */
static void kinds_of_day_come_in_their_shares_all_along(void **unused)
{
    static const double share[] = {0.62, 0.3, 0.08, 0};
    struct town town;
    int n[4] = {0};

    (void)unused;
    town_open(&town, TOP THREE_KINDS RATE TEA DESK);
    for (int r = 0; r < 20000; r++) {
        n[study_kind_of_day(&town.study, r)]++;
        for (int t = 0; t < 4; t++)
            expect_within(n[t], (r + 1) * share[t], 4);
    }
    assert_int_equal(n[3], 0);
    town_close(&town);
}

static void an_override_holds_on_days_of_its_kind_alone(void **unused)
{
    static const double rate[] = {60, 90, 10}, staff[] = {1, 1, 3};
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, TOP THREE_KINDS RATE TEA DESK);
    town_run(&town, 4, 3000, &summary);
    int wanted = kpi_find("wanted"), days = 0;
    for (int t = 0; t < 3; t++) {
        const struct interval *mean = &summary.kind_kpi[t * n_kpis + wanted];
        expect_within(mean->mean, rate[t], 3.891 * sqrt(rate[t] / summary.kind_days[t]));
        assert_int_equal(town.study.kind[t].plan.station[0].staff, (int)staff[t]);
        days += summary.kind_days[t];
    }
    assert_int_equal(days, 3000);
    town_close(&town);
    summary_free(&summary);
}

/* The mean weighs the kinds by their shares, not by the days that happened to be simulated. */
static void kinds_are_weighed_by_their_shares(void **unused)
{
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, TOP THREE_KINDS RATE TEA DESK);
    town_run(&town, 4, 50, &summary); /* 3 or 4 days of snow, where 4 would be due */
    double want = 0;
    const double share[] = {0.62, 0.3, 0.08};
    for (int t = 0; t < 3; t++)
        want += share[t] * summary.kind_kpi[t * n_kpis + kpi_find("wanted")].mean;
    expect_near(mean_of(&summary, "wanted"), want, 1e-12);
    assert_true(fabs(summary.kind_days[2] - 0.08 * 50) > 1e-9 || fabs(summary.kind_days[0] - 0.62 * 50) > 1e-9);
    summary_free(&summary);
    town_close(&town);
}

/* Within strata the day's variance is that of Poisson; without them the kinds' differences would come on top:
 * 56.4 and 671 here. */
static void strata_take_the_difference_of_kinds_out_of_the_error(void **unused)
{
    struct town town;
    struct summary summary;
    const double within = 0.62 * 60 + 0.3 * 90 + 0.08 * 10;

    (void)unused;
    town_open(&town, TOP THREE_KINDS RATE TEA DESK);
    town_run(&town, 4, 4000, &summary);
    expect_near(width_of(&summary, "wanted"), 1.96 * sqrt(within / 4000), 0.1);
    summary_free(&summary);
    town_close(&town);
}

/* --- intervals ------------------------------------------------------------------------------------------------ */

/* How many of 200 runs of so many days have the truth within their interval. */
static int covered(const char *yaml, int days, const char *key, double truth)
{
    struct town town;
    struct summary summary;
    int covered = 0;

    town_open(&town, yaml);
    for (uint64_t seed = 1; seed <= 200; seed++) {
        town_run(&town, seed, days, &summary);
        covered += fabs(mean_of(&summary, key) - truth) <= width_of(&summary, key);
        summary_free(&summary);
    }
    town_close(&town);
    return covered;
}

/* 95 % of 200 is 190, with a standard deviation of 3.1: 12 less is 99.99 %. Means of skewed days cover a little
 * less than they say, so that there's no room for an error of a tenth in the half-width. */
static void intervals_cover_the_truth_as_often_as_they_say(void **unused)
{
    (void)unused;
    expect_between(covered(TOP RATE TEA DESK, 30, "wanted", 60), 178, 199);
    expect_between(covered(TOP THREE_KINDS RATE TEA DESK, 60, "wanted", 0.62 * 60 + 0.3 * 90 + 0.08 * 10), 178, 199);
    /* mean wait of the first 25 of an M/M/1 from empty at 50 % load: Kelton & Law 1985, .420813 min */
    expect_between(covered("samovar: 1\nname: a test\nwindow: {from: 00:00, lasts: 50 min}\nfirst: 25\nresidents: {all: {at: desk, rate: 1 /min}}\n" TEA
                           "service: {greet: exponential(mean 30 s)}\n" DESK, 150, "wait_mean_s", 25.2488), 178, 199);
}

/* A ratio of sums, not a mean of ratios: half of the days one comes, who waits for nobody, on the others a crowd. */
static void waits_are_weighed_by_residents_not_by_days(void **unused)
{
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, TOP "days: {calm: {share: 50 %}, crowded: {share: 50 %, set: {residents.crowd.uptake: 100 %}}}\n"
                         "residents: {one: {at: desk, counts: {from: 07:00, every: 1 s, people: [1]}}, crowd: {at: desk, uptake: 0 %, counts: {from: 07:30, every: 1 s, people: [9]}}}\n" TEA
                         "service: {greet: 60 s}\n" DESK);
    town_run(&town, 4, 100, &summary);
    expect_between(mean_of(&summary, "wait_mean_s"), 36.0 * 60 / 11 - 1, 36.0 * 60 / 11); /* 60 + ... + 8 x 60 s among 11 */
    expect_near(mean_of(&summary, "served"), 5.5, 1e-12);
    summary_free(&summary);
    town_close(&town);
}

/* Nine who come within a second wait 0, 1, ... 8 min, each up to a second less. */
static void quantiles_are_those_of_all_waits(void **unused)
{
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, TOP "residents: {all: {at: desk, counts: {from: 07:00, every: 1 s, people: [9]}}}\n" TEA "service: {greet: 60 s}\n" DESK);
    town_run(&town, 4, 100, &summary);
    expect_near(mean_of(&summary, "wait_p50_s"), 240, 1 / 32.0); /* the width of a cell of the histogram */
    expect_near(mean_of(&summary, "wait_p90_s"), 480, 1 / 32.0);
    expect_within(mean_of(&summary, "wait_within_share"), 3 / 9.0, 1e-12);
    summary_free(&summary);
    town_close(&town);
}

/* --- series ----------------------------------------------------------------------------------------------------- */

static void bands_are_in_order_and_around_the_mean(void **unused)
{
    struct town town;
    struct summary summary;
    int spread = 0;

    (void)unused;
    town_open(&town, TOP RATE TEA "equipment: {urn: {kind: heated, volume: 5 L, power: 3 kW}}\nservice: {greet: exponential(mean 50 s)}\n"
                         "layouts: {one: {desk: {staff: 1, vessels: {tea: urn}, portions: {tea: 50}, cups: 40}}}\n");
    town_run(&town, 4, 400, &summary);
    assert_int_equal(summary.band_days, 400);
    for (int i = 0; i < summary.channels * summary.bins; i++) {
        double low = (double)summary.series_low[i], median = (double)summary.series_median[i], high = (double)summary.series_high[i];
        assert_true((low <= median && median <= high) || isnan(summary.series_mean[i]));
        spread += low < high;
        assert_true(low == high || (summary.series_mean[i] > low && summary.series_mean[i] < high));
    }
    assert_true(spread > 60); /* most of 120; when nearly all days are alike the band has no width */
    summary_free(&summary);
    town_close(&town);
}

static void the_arrivals_of_all_steps_are_those_who_come(void **unused)
{
    struct town town;
    struct summary summary;
    double sum = 0;

    (void)unused;
    town_open(&town, TOP RATE TEA "service: {greet: 50 s}\n" DESK);
    town_run(&town, 4, 300, &summary);
    int channel = summary_channel(&summary, C_ARRIVALS, 0, 0);
    for (int bin = 0; bin < summary.bins; bin++)
        sum += summary.series_mean[channel * summary.bins + bin];
    expect_near(sum, mean_of(&summary, "wanted"), 1e-9);
    assert_int_equal(summary_channel(&summary, C_CUPS, 0, 0), -1);
    summary_free(&summary);
    town_close(&town);
}

/* 60 an hour on average, 60 portions: by closing they have run out on the days when 60 or more came. */
static void the_chance_of_running_out_is_the_share_of_days(void **unused)
{
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, TOP RATE TEA "layouts: {one: {desk: {staff: 1, portions: {tea: 60}}}}\n");
    town_run(&town, 4, 2000, &summary);
    int channel = summary_channel(&summary, C_PORTIONS, 0, 0);
    double out = summary.ran_out[channel * summary.bins + 11], p = 0.5172; /* P(Poisson 60 >= 60) */
    expect_within(out, p, 3.891 * sqrt(p * (1 - p) / 2000));
    expect_near(summary.ran_out[channel * summary.bins], 0, 0);
    summary_free(&summary);
    town_close(&town);
}

/* On every second day there is no current: the mean is half of what the heater asks for, the most is all of it. And the
 * circuit that only one kind of day knows is recorded on both. */
static void the_most_of_all_days_is_kept(void **unused)
{
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, TOP "days: {bright: {share: 50 %, set: {site.nodes.desk.power: 3 kW}}, dark: {share: 50 %, events: [{at: '07:00', power-cut: desk}]}}\n"
              "site: {nodes: {home: {x: 0 m, y: 0 m}, desk: {x: 1 m, y: 0 m}}, paths: [[home, desk]]}\n" RATE TEA
              "equipment: {urn: {kind: heated, volume: 20 L, power: 2 kW, filled: 10 °C, preheat: 0 min}}\n"
              "layouts: {one: {desk: {staff: 1, vessels: {tea: urn}}}}\n");
    town_run(&town, 4, 39, &summary); /* the last of them is dark */
    int at = summary_channel(&summary, C_LOAD_PEAK, 0, 0) * summary.bins, mean = summary_channel(&summary, C_LOAD, 0, 0) * summary.bins;
    expect_near(summary.series_most[at], 2, 0);
    expect_within(summary.series_mean[at], 1, 0.06);
    expect_near(summary.series_low[at], 0, 0);
    expect_within(summary.series_mean[mean], 1, 0.06);
    expect_near(summary.series_most[mean], 0, 0); /* only of peaks */
    summary_free(&summary);
    town_close(&town);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_of_day_come_in_their_shares_all_along),
        cmocka_unit_test(an_override_holds_on_days_of_its_kind_alone),
        cmocka_unit_test(kinds_are_weighed_by_their_shares),
        cmocka_unit_test(strata_take_the_difference_of_kinds_out_of_the_error),
        cmocka_unit_test(intervals_cover_the_truth_as_often_as_they_say),
        cmocka_unit_test(waits_are_weighed_by_residents_not_by_days),
        cmocka_unit_test(quantiles_are_those_of_all_waits),
        cmocka_unit_test(bands_are_in_order_and_around_the_mean),
        cmocka_unit_test(the_arrivals_of_all_steps_are_those_who_come),
        cmocka_unit_test(the_chance_of_running_out_is_the_share_of_days),
        cmocka_unit_test(the_most_of_all_days_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
