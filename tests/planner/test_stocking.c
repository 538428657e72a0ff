/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/stocking.h"
#include "models/theory/newsvendor.h"
#include "tests/experiment/town.h"

/* How much to bring: the critical fractile where theory knows it, and nothing of what isn't served. */

#define DESK(drinks, wishes, portions)                                                                                             \
    "samovar: 1\nname: stock\nwindow: 07:00 - 08:00\nresidents: {all: {at: desk, rate: 60 /h, drinks: " wishes "}}\ndrinks: " drinks "\n"   \
    "costs: {goodwill: 9 CNY, waste: 1 CNY, cup: 0 CNY}\nlayouts: {one: {desk: {staff: 5" portions "}}}\n"

static void choose(struct town *town, double lasting, struct stocking *stocking)
{
    struct stocking_options how = {.seed = 1, .days = 1000, .fresh_days = 1000, .lasting = lasting, .confidence = 0.95};
    assert_int_equal(stocking_choose(&town->study, scenario_layout(&town->scenario, 0), &how, reader_arena(town->reader), stocking), OK);
}

/* A portion too few costs 9 - 2 CNY, one too many 2 + 1 CNY: 0.7 of a Poisson of 60. From 1,000 days the fractile is known
 * to about one portion. */
static void one_drink_wants_its_critical_fractile(void **unused)
{
    struct town town;
    struct stocking stocking;
    double fractile;
    int want;

    (void)unused;
    assert_int_equal(newsvendor_fractile(9, 2, -1, &fractile), OK);
    expect_near(fractile, 0.7, 1e-12);
    assert_int_equal(newsvendor_poisson(60, fractile, &want), OK);
    town_open(&town, DESK("{tea: {cost: 2 CNY}}", "tea", ", portions: {tea: 10}"));
    choose(&town, NAN, &stocking);
    expect_between(stocking.line[0].portions, want - 1, want + 1);
    expect_within(stocking.line[0].demand, 60, 4 * sqrt(60 / 1000.0));
    expect_near(stocking.line[0].now, 10, 0);
    expect_between(stocking.line[0].chance_out, 0.2, 0.4);
    town_close(&town);
}

static void it_lasts_on_the_share_of_days_asked_for(void **unused)
{
    struct town town;
    struct stocking stocking;
    int want;

    (void)unused;
    assert_int_equal(newsvendor_poisson(60, 0.95, &want), OK);
    town_open(&town, DESK("{tea: {cost: 2 CNY}}", "tea", ""));
    choose(&town, 0.95, &stocking);
    expect_between(stocking.line[0].portions, want - 2, want + 2);
    town_close(&town);
}

/* Portions of 0 are how a layout says that a drink isn't served: nobody is to bring any. */
static void what_is_not_served_is_not_brought(void **unused)
{
    struct town town;
    struct stocking stocking;

    (void)unused;
    town_open(&town, DESK("{tea: {cost: 2 CNY}, water: {cost: 0 CNY, keeps: yes}}", "{tea: 50 %, water: 50 %}, substitute: 100 %", ", portions: {tea: 10, water: 0}"));
    choose(&town, NAN, &stocking);
    assert_int_equal(stocking.line[1].portions, 0);
    expect_near(stocking.line[1].demand, 0, 0);
    assert_true(stocking.line[0].portions > 55); /* all take tea then */
    town_close(&town);
}

/* The curve is of the days and the stock that the chance is of: one figure at the portions chosen, though others take
 * tea for want of water. */
static void the_curve_passes_through_the_chance_told(void **unused)
{
    struct town town;
    struct stocking stocking;

    (void)unused;
    town_open(&town, DESK("{tea: {cost: 2 CNY}, water: {cost: 3 CNY}}", "{tea: 60 %, water: 40 %}, substitute: 100 %", ""));
    choose(&town, NAN, &stocking);
    for (int d = 0; d < 2; d++) {
        const struct stocking_line *line = &stocking.line[d];
        int met = 0;
        for (int i = 0; i < CURVE_POINTS; i++) {
            if (i)
                assert_true(line->curve_portions[i] >= line->curve_portions[i - 1] && line->curve_out[i] <= line->curve_out[i - 1]);
            if (line->curve_portions[i] == line->portions) {
                expect_near(line->curve_out[i], line->chance_out, 1e-9);
                met++;
            }
        }
        assert_true(met > 0);
        expect_near(line->curve_out[0], 1, 1e-9);
        expect_between(line->curve_out[CURVE_POINTS - 1], 0, 0.2);
    }
    town_close(&town);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_drink_wants_its_critical_fractile),
        cmocka_unit_test(it_lasts_on_the_share_of_days_asked_for),
        cmocka_unit_test(what_is_not_served_is_not_brought),
        cmocka_unit_test(the_curve_passes_through_the_chance_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
