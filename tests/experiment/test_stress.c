/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/reserve.h"
#include "tests/experiment/town.h"

#include <stdio.h>

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
    assert_int_equal(compare(stress->n + stress->n_bare, stress->contestant, kpi_find("warm"), 0, &options, comparison), OK);
}

static double difference(const struct comparison *comparison, int i, const char *key)
{
    return comparison->against_reference[i * n_kpis + kpi_find(key)].mean;
}

/* One for the urns of a station that are alike and have one drink, each carrier, current, the staff of each station, cold, crowd, and
 * days without a share; nothing there can be late, and at b nothing needs current. */
static void every_contingency_is_there_once(void **unused)
{
    static const enum contingency_kind kind[] = {AS_USUAL, VESSEL_OUT, VESSEL_OUT, POWER_OUT, STAFF_SHORT, CARRIER_OUT, STAFF_SHORT, COLD_SNAP, BIG_CROWD, MISHAP, KIND_OF_DAY, POWER_UNUSED};
    struct town town;
    struct stress stress;

    (void)unused;
    town_open(&town, TOWN);
    assert_int_equal(stress_open(town.reader, &town.study, &stress), OK);
    assert_int_equal(stress.n, 11);
    assert_int_equal(stress.n_unchanged, 1);
    assert_int_equal(stress.n_bare, 1);
    for (int i = 0; i < stress.n + stress.n_unchanged; i++)
        assert_int_equal(stress.contingency[i].kind, kind[i]);
    assert_string_equal(stress.contingency[1].drink, "tea");
    assert_string_equal(stress.contingency[2].drink, "milk");
    assert_null(stress.contingency[5].drink); /* its name says which it is */
    assert_string_equal(stress.contingency[6].station, "b");
    assert_string_equal(stress.contingency[11].station, "b");
    town_close(&town);
}

static void each_does_what_it_says_on_the_same_days(void **unused)
{
    enum { URN = 1, MILK_URN, DARK, STAFF_A, JUG, STAFF_B, COLD, CROWD, NO_URN, QUIET };
    struct town town;
    struct stress stress;
    struct comparison comparison;

    (void)unused;
    town_open(&town, TOWN);
    assert_int_equal(stress_open(town.reader, &town.study, &stress), OK);
    simulate(&stress, &comparison);
    double wanted = summary_kpi(&comparison.summary[0], 0, kpi_find("wanted"))->mean;
    double at_a = summary_kpi(&comparison.summary[0], 1, kpi_find("wanted"))->mean;
    double at_b = summary_kpi(&comparison.summary[0], 2, kpi_find("wanted"))->mean;
    for (int i = 1; i <= COLD; i++) /* the same people come */
        expect_near(difference(&comparison, i, "wanted"), 0, 0);
    expect_near(difference(&comparison, URN, "short"), 0, 0); /* the other one pours */
    assert_true(difference(&comparison, MILK_URN, "short") > 0.2 * at_a);
    expect_near(difference(&comparison, JUG, "short"), at_b, 1e-9); /* all of it was in there */
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
    enum { DARK = 3, STAFF_A = 4, JUG = 5, CROWD = 8 };
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
    assert_int_equal(reserves_try(town.reader, &stress, &comparison, JUG, &options, &remedy), OK);
    assert_int_equal(remedy.reserve[0].kind, FULL_CARRIER);
    expect_near(remedy.regained[0].mean, -difference(&comparison, JUG, "warm"), 1e-9);
    comparison_free(&comparison);
    town_close(&town);
}

/* Two jugs alike: without that of milk those who want milk go without, and one that comes full with milk makes up for it,
 * portions and all. Nothing is simulated of a cut that changes nothing: on such days nothing does. */
static void a_carrier_is_missing_with_what_is_in_it(void **unused)
{
    enum { TEA_JUG = 1, MILK_JUG, DARK_DAY = 7 };
    struct run_options options = {.seed = 1, .days = 64, .confidence = 0.95};
    struct town town;
    struct stress stress;
    struct comparison comparison;
    struct remedy remedy;

    (void)unused;
    town_open(&town, "samovar: 1\nname: stressed\nwindow: 07:00 - 09:00\nair: -2 °C\n"
                     "days: {usual: {share: 100 %}, dark: {share: 0 %, events: [{at: 07:00, power-cut: a}]}}\n"
                     "residents: {all: {at: a, rate: 30 /h, drinks: {tea: 70 %, milk: 30 %}, substitute: 0 %}}\ndrinks: {tea: {}, milk: {}}\n"
                     "equipment: {jug: {kind: insulated, volume: 20 L, filled: 65 °C}}\nlayouts: {one: {a: {staff: 2, vessels: {tea: jug, milk: jug}, portions: {tea: 80, milk: 60}}}}\n");
    assert_int_equal(stress_open(town.reader, &town.study, &stress), OK);
    simulate(&stress, &comparison);
    assert_int_equal(stress.contingency[MILK_JUG].kind, CARRIER_OUT);
    assert_string_equal(stress.contingency[MILK_JUG].drink, "milk");
    expect_near(difference(&comparison, MILK_JUG, "served"), -18, 0.15);
    expect_near(difference(&comparison, TEA_JUG, "served"), -42, 0.15);
    assert_int_equal(reserves_try(town.reader, &stress, &comparison, MILK_JUG, &options, &remedy), OK);
    assert_true(remedy.regained[0].mean >= -difference(&comparison, MILK_JUG, "warm") - 1e-9); /* fuller than the one missing, it keeps warm longer */
    assert_int_equal(stress.contingency[stress.n].kind, POWER_UNUSED);
    assert_int_equal(stress.contingency[DARK_DAY].kind, MISHAP);
    assert_int_equal(stress.contingency[DARK_DAY].cause[0].kind, POWER_UNUSED);
    for (int k = 0; k < n_kpis; k++)
        expect_near(comparison.against_reference[DARK_DAY * n_kpis + k].mean, 0, 1e-9);
    comparison_free(&comparison);
    town_close(&town);
}

/* On such days twice as many come, and the urn fails: the mishap costs what the urn's failure costs on days like that, the
 * crowd is told apart. What happens at b does nothing to a layout without b. */
static void a_mishap_is_held_against_its_own_kind_of_day(void **unused)
{
    enum { BARE = 2 };
    struct run_options options = {.seed = 1, .days = 64, .confidence = 0.95};
    struct town town;
    struct stress stress;
    struct comparison comparison;
    struct remedy remedy;
    int fair = 0, elsewhere = 0;

    (void)unused;
    town_open(&town, "samovar: 1\nname: stressed\nwindow: 07:00 - 09:00\nair: -2 °C\n"
                     "days: {usual: {share: 100 %}, fair: {share: 0 %, crowd: 2, events: [{at: 08:00, fail: a/urn}, {at: 08:00, surge: x1.5}]},\n"
                     "       dark: {share: 0 %, crowd: 2, events: [{at: 07:00, power-cut: b}]}}\n"
                     "residents: {all: {at: a, rate: 60 /h}}\ndrinks: {tea: {}}\n"
                     "equipment: {urn: {kind: heated, volume: 20 L, power: 3 kW, setpoint: 65 °C, filled: 65 °C}}\n"
                     "layouts: {one: {a: {staff: 2, vessels: {tea: urn}}}, two: {a: {staff: 2, vessels: {tea: urn}}, b: {staff: 1, vessels: {tea: urn}}}}\n");
    assert_int_equal(stress_open(town.reader, &town.study, &stress), OK);
    simulate(&stress, &comparison);
    for (int i = 1; i < stress.n; i++)
        if (stress.contingency[i].kind == MISHAP)
            *(fair ? &elsewhere : &fair) = i;
    assert_int_equal(stress.n_bare, BARE);
    int bare = stress.contestant[fair].against;
    double usual = summary_kpi(&comparison.summary[0], 0, kpi_find("served"))->mean;
    expect_near(difference(&comparison, bare, "served") / usual, 1, 0.05);
    double lost = summary_kpi(&comparison.summary[fair], 0, kpi_find("served"))->mean - summary_kpi(&comparison.summary[bare], 0, kpi_find("served"))->mean;
    expect_near(difference(&comparison, fair, "served"), lost, 1e-9);
    expect_near(lost / usual, -1, 0.1); /* the second hour of twice the crowd */
    assert_int_equal(stress.contingency[fair].n_causes, 2);
    assert_int_equal(stress.contingency[fair].cause[0].kind, VESSEL_OUT);
    assert_int_equal(stress.contingency[fair].cause[1].kind, SURGE);
    assert_int_equal(reserves_try(town.reader, &stress, &comparison, fair, &options, &remedy), OK);
    assert_int_equal(remedy.reserve[0].kind, MORE_VESSELS);
    assert_int_equal(stress.contingency[elsewhere].n_causes, 0);
    for (int k = 0; k < n_kpis; k++)
        expect_near(comparison.against_reference[elsewhere * n_kpis + k].mean, 0, 0);
    comparison_free(&comparison);
    town_close(&town);
}

/* What is poured away after 75 minutes can't be there since the evening before; what keeps can. */
static void only_what_keeps_is_there_the_evening_before(void **unused)
{
    static const char *const hold[] = {"75 min", "14 h"};

    (void)unused;
    for (int i = 0; i < 2; i++) {
        struct run_options options = {.seed = 1, .days = 64, .confidence = 0.95};
        struct town town;
        struct stress stress;
        struct comparison comparison;
        struct remedy remedy;
        char text[1024];
        int late = 0;

        snprintf(text, sizeof text, "samovar: 1\nname: stressed\nwindow: 07:00 - 09:00\nair: -2 °C\nresidents: {all: {at: a, rate: 30 /h}}\ndrinks: {milk: {hold: %s}}\n"
                                    "equipment: {jug: {kind: insulated, volume: 20 L, filled: 65 °C}}\nlayouts: {one: {a: {staff: 2, vessels: {milk: jug}, portions: {milk: 80}}}}\n", hold[i]);
        town_open(&town, text);
        assert_int_equal(stress_open(town.reader, &town.study, &stress), OK);
        simulate(&stress, &comparison);
        while (stress.contingency[late].kind != LATE_DELIVERY)
            late++;
        assert_int_equal(reserves_try(town.reader, &stress, &comparison, late, &options, &remedy), OK);
        assert_int_equal(remedy.n, i);
        comparison_free(&comparison);
        town_close(&town);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_contingency_is_there_once),
        cmocka_unit_test(each_does_what_it_says_on_the_same_days),
        cmocka_unit_test(a_reserve_wins_back_what_it_replaces),
        cmocka_unit_test(a_carrier_is_missing_with_what_is_in_it),
        cmocka_unit_test(a_mishap_is_held_against_its_own_kind_of_day),
        cmocka_unit_test(only_what_keeps_is_there_the_evening_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
