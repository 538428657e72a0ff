/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/reserve.h"
#include "tests/experiment/town.h"

/* What could go wrong with a layout, on the same days as if it didn't. */

#define TOWN                                                                                       \
    "samovar: 1\nname: stressed\nwindow: 07:00 - 09:00\nair: -2 °C\n"                               \
    "days: {usual: {share: 100 %}, no-urn: {share: 0 %, events: [{at: 07:00, fail: a/urn}]}, quiet: {share: 0 %, crowd: 0}}\n" \
    "residents: {all: {at: a, rate: 60 /h, drinks: {tea: 70 %, milk: 30 %}}, few: {at: b, rate: 10 /h, drinks: milk}}\n" \
    "drinks: {tea: {}, milk: {}}\n"                                                                 \
    "equipment: {urn: {kind: heated, volume: 20 L, power: 3 kW, setpoint: 65 °C, filled: 65 °C}, jug: {kind: insulated, volume: 20 L, filled: 65 °C}}\n" \
    "service: {greet: exponential(mean 20 s)}\n"                                                    \
    "layouts: {one: {a: {staff: 2, vessels: {tea: [urn, urn], milk: urn}}, b: {staff: 1, vessels: {milk: jug}}}}\n"

static void simulate(struct stress *stress, struct comparison *comparison)
{
    struct run_options options = {.seed = 1, .days = 64, .confidence = 0.95};
    assert_int_equal(compare(stress->n, stress->contestant, kpi_find("warm"), 0, &options, comparison), OK);
}

static double difference(const struct comparison *comparison, int i, const char *key)
{
    return comparison->against_reference[i * n_kpis + kpi_find(key)].mean;
}

/* One for the urns of a station that are alike, its current, the staff of each station, cold, crowd, and days without a share; nothing
 * there can be late. */
static void every_contingency_is_there_once(void **unused)
{
    static const enum contingency_kind kind[] = {AS_USUAL, VESSEL_OUT, POWER_OUT, STAFF_SHORT, STAFF_SHORT, COLD_SNAP, BIG_CROWD, KIND_OF_DAY, KIND_OF_DAY};
    struct town town;
    struct stress stress;

    (void)unused;
    town_open(&town, TOWN);
    assert_int_equal(stress_open(town.reader, &town.study, &stress), OK);
    assert_int_equal(stress.n, 9);
    for (int i = 0; i < stress.n; i++)
        assert_int_equal(stress.contingency[i].kind, kind[i]);
    assert_string_equal(stress.contingency[4].station, "b");
    town_close(&town);
}

static void each_does_what_it_says_on_the_same_days(void **unused)
{
    enum { URN = 1, DARK, STAFF_A, STAFF_B, COLD, CROWD, NO_URN, QUIET };
    struct town town;
    struct stress stress;
    struct comparison comparison;

    (void)unused;
    town_open(&town, TOWN);
    assert_int_equal(stress_open(town.reader, &town.study, &stress), OK);
    simulate(&stress, &comparison);
    double wanted = summary_kpi(&comparison.summary[0], 0, kpi_find("wanted"))->mean;
    double at_b = summary_kpi(&comparison.summary[0], 2, kpi_find("wanted"))->mean;
    for (int i = 1; i <= COLD; i++) /* the same people come */
        expect_near(difference(&comparison, i, "wanted"), 0, 0);
    expect_near(difference(&comparison, URN, "short"), 0, 0); /* the other one pours */
    for (int k = 0; k < n_kpis; k++) { /* the same thing said as a kind of day */
        double one = comparison.against_reference[URN * n_kpis + k].mean, other = comparison.against_reference[NO_URN * n_kpis + k].mean;
        expect_near(other, one, 1e-9);
    }
    assert_true(difference(&comparison, DARK, "energy_kwh") < 0);
    assert_true(difference(&comparison, STAFF_A, "wait_mean_s") > 1);
    expect_near(difference(&comparison, STAFF_B, "turned_away"), at_b, 1e-9); /* nobody is left there */
    assert_true(difference(&comparison, COLD, "energy_kwh") > 0);
    expect_near(difference(&comparison, CROWD, "wanted") / wanted, 1, 0.05);
    expect_near(difference(&comparison, QUIET, "wanted"), -wanted, 1e-9);
    comparison_free(&comparison);
    town_close(&town);
}

/* One more where one is missing is the layout as usual; an urn more where one of two fails, too. */
static void a_reserve_wins_back_what_it_replaces(void **unused)
{
    enum { DARK = 2, STAFF_A = 3, CROWD = 6 };
    struct run_options options = {.seed = 1, .days = 64, .confidence = 0.95};
    struct town town;
    struct stress stress;
    struct comparison comparison;
    struct remedy remedy;

    (void)unused;
    town_open(&town, TOWN);
    assert_int_equal(stress_open(town.reader, &town.study, &stress), OK);
    simulate(&stress, &comparison);
    assert_int_equal(reserves_try(town.reader, &stress, &comparison, STAFF_A, &options, &remedy), OK);
    assert_int_equal(remedy.n, 1);
    assert_int_equal(remedy.reserve[0].kind, MORE_STAFF);
    expect_near(remedy.regained[0].mean, -difference(&comparison, STAFF_A, "warm"), 1e-9);
    assert_int_equal(remedy_helps(&remedy), difference(&comparison, STAFF_A, "warm") < -remedy.regained[0].half_width);
    assert_int_equal(reserves_try(town.reader, &stress, &comparison, CROWD, &options, &remedy), OK);
    assert_int_equal(remedy.n, 2);
    assert_true(remedy.regained[0].mean >= remedy.regained[1].mean);
    assert_string_equal(remedy.reserve[0].kind == MORE_STAFF ? remedy.reserve[0].station : remedy.reserve[1].station, "a"); /* most are lost there */
    assert_int_equal(reserves_try(town.reader, &stress, &comparison, DARK, &options, &remedy), OK);
    assert_int_equal(remedy.reserve[0].kind, CARRIERS);
    comparison_free(&comparison);
    town_close(&town);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_contingency_is_there_once),
        cmocka_unit_test(each_does_what_it_says_on_the_same_days),
        cmocka_unit_test(a_reserve_wins_back_what_it_replaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
