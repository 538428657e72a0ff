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
    assert_true(stocking.line[0].chance_short < stocking.line[0].chance_out); /* on some days the last portion is enough */
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
    expect_between(stocking.line[0].chance_short, 0.05 - 4 * sqrt(0.0475 / 1000), 0.05 + 4 * sqrt(0.0475 / 1000));
    town_close(&town);
}

/* --- where what stands too long is poured away ------------------------------------------------------------------- */

#define MILK(goodwill, hold, vessel)                                                                                               \
    "samovar: 1\nname: milk\nwindow: 17:00 - 19:30\nresidents: {all: {at: desk, count: 20, departs: [{peak: '18:15', spread: 30 min}]}}\n"  \
    "drinks: {milk: {cup: 200 ml, serve: 50 - 65 °C, cost: 2.5 CNY" hold "}}\nequipment: {can: " vessel "}\n"                            \
    "costs: {goodwill: " goodwill ", waste: 0.5 CNY, wage: 0 CNY/h, electricity: 0 CNY/kWh, cup: 0 CNY}\nlayouts: {one: {desk: {staff: 1, vessels: {milk: can}, portions: {milk: 20}}}}\n"
#define CAN "{kind: insulated, volume: 10 L, filled: 68 °C}"
#define CAN_OF_2_L "{kind: insulated, volume: 2 L, filled: 68 °C}"
#define URN "{kind: heated, volume: 10 L, power: 2 kW, setpoint: 64 °C, refill: {below: 1 L, water: 64 °C, by: helper}}"

/* What is told of the amounts advised is what days with these amounts are like. */
static void agrees_with_a_run(const char *yaml, double lasting, int low, int high)
{
    struct town town;
    struct stocking stocking;
    struct summary summary;

    town_open(&town, yaml);
    choose(&town, lasting, &stocking);
    const struct stocking_line *line = &stocking.line[0];
    const struct interval *lacking = &stocking.station[0].lacking;
    expect_between(line->portions, low, high);
    struct share *portions = (struct share *)layout_station(scenario_layout(&town.scenario, 0), 0)->portions.item;
    portions->share = line->portions;
    assert_int_equal(study_open(town.reader, &town.scenario, 0, &town.study), OK);
    town_run(&town, 2, 1000, &summary);
    expect_within(lacking->mean, mean_of(&summary, "short"), 2 * (lacking->half_width + width_of(&summary, "short")) + 0.02);
    expect_within(stocking.station[0].cost.mean, mean_of(&summary, "cost"), 2 * (stocking.station[0].cost.half_width + width_of(&summary, "cost")) + 0.5);
    expect_within(line->too_old, mean_of(&summary, "too_old"), 2 * width_of(&summary, "too_old") + 0.1);
    summary_free(&summary);
    town_close(&town);
}

/* 50 cups stand from 17:00 on and are poured away at 18:15, when half of the 20 are still to come: these need a filling of
 * their own, 10 or so above the 50. Where that isn't worth its price, only the first half is served. A can of 10 cups is
 * swapped before. */
static void what_is_poured_away_is_not_there_for_who_comes_later(void **unused)
{
    (void)unused;
    agrees_with_a_run(MILK("25 CNY", ", hold: 75 min", CAN), NAN, 60, 66);
    agrees_with_a_run(MILK("25 CNY", ", hold: 75 min", URN), NAN, 60, 66);
    agrees_with_a_run(MILK("25 CNY", ", hold: 75 min", CAN), 0.95, 60, 66);
    agrees_with_a_run(MILK("25 CNY", ", hold: 40 min", CAN), 0.95, 105, 175);
    agrees_with_a_run(MILK("5 CNY", ", hold: 75 min", CAN), NAN, 8, 12);
    agrees_with_a_run(MILK("25 CNY", ", hold: 75 min", CAN_OF_2_L), NAN, 20, 30);
    agrees_with_a_run(MILK("25 CNY", "", CAN), NAN, 20, 20);
}

/* What keeps is left for tomorrow, but not what stands in the vessel: cans of 10 cups are opened one after the other. */
static void of_what_keeps_a_filling_begun_is_lost(void **unused)
{
    (void)unused;
    agrees_with_a_run(MILK("25 CNY", ", keeps: yes", CAN), NAN, 20, 20);
    agrees_with_a_run(MILK("25 CNY", ", keeps: yes", CAN_OF_2_L), NAN, 20, 20);
    agrees_with_a_run(MILK("3 CNY", ", keeps: yes", CAN_OF_2_L), NAN, 10, 20);
}

/* Three come together each time: a portion for each of them. */
static void each_of_a_family_wants_a_portion(void **unused)
{
    struct town town;
    struct stocking stocking;

    (void)unused;
    town_open(&town, DESK("{tea: {cost: 2 CNY}}", "tea, party: 3", ""));
    choose(&town, NAN, &stocking);
    expect_within(stocking.line[0].demand, 180, 4 * 3 * sqrt(60 / 1000.0));
    expect_between(stocking.line[0].portions, 150, 240);
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
                assert_true(line->curve_portions[i] >= line->curve_portions[i - 1] && line->curve_short[i] <= line->curve_short[i - 1]);
            if (line->curve_portions[i] == line->portions) {
                expect_near(line->curve_short[i], line->chance_short, 1e-9);
                met++;
            }
        }
        assert_true(met > 0);
        expect_near(line->curve_short[0], 1, 1e-9);
        expect_between(line->curve_short[CURVE_POINTS - 1], 0, 0.2);
    }
    town_close(&town);
}

/* Nobody brings the dear milk, so all take tea, which keeps: what is left of it costs nothing, and more than are ever
 * asked for together would be as good. */
static void of_amounts_as_good_the_smallest_is_advised(void **unused)
{
    struct town town, alone;
    struct stocking stocking, all;

    (void)unused;
    town_open(&town, DESK("{tea: {cost: 2 CNY, keeps: yes}, milk: {cost: 20 CNY}}", "{tea: 50 %, milk: 50 %}, substitute: 100 %", ""));
    town_open(&alone, DESK("{tea: {cost: 2 CNY, keeps: yes}}", "tea", ""));
    choose(&town, NAN, &stocking);
    choose(&alone, NAN, &all);
    expect_near(stocking.line[0].portions, all.line[0].demand_most, 0);
    assert_int_equal(stocking.line[1].portions, 0);
    town_close(&town);
    town_close(&alone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_drink_wants_its_critical_fractile),
        cmocka_unit_test(it_lasts_on_the_share_of_days_asked_for),
        cmocka_unit_test(what_is_poured_away_is_not_there_for_who_comes_later),
        cmocka_unit_test(of_what_keeps_a_filling_begun_is_lost),
        cmocka_unit_test(each_of_a_family_wants_a_portion),
        cmocka_unit_test(what_is_not_served_is_not_brought),
        cmocka_unit_test(of_amounts_as_good_the_smallest_is_advised),
        cmocka_unit_test(the_curve_passes_through_the_chance_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
