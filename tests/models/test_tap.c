/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Vessels at a station: taps, refills, carriers and what the cups are like. Jugs lose no heat, and an urn of 1 W
 * warms no cup by a thousandth of a degree in the time of these tests, so temperatures follow from mixing alone. */

#define TEA "drinks: {tea: {cup: 250 ml, serve: 55 - 70 °C}}\n"
/* greeting 5 s, pouring 10 s, hand-over 5 s, and 4 K lost on the way into the cup */
#define SERVICE(more) "service: {greet: 5 s, hand-over: 5 s, pour-drop: 4 K, own-cup-drop: 8 K" more "}\n"
#define JUG(litres, filled, more)                                                                  \
    "equipment: {jug: {kind: insulated, volume: " litres ", filled: " filled ", tap: 25 ml/s, loss: 0 W/K" more "}}\n"
/* four cups; refilled when two are left; starts at its setpoint, so the heater is off */
#define URN(more)                                                                                  \
    "equipment: {urn: {kind: heated, volume: 1 L, power: 1 W, setpoint: 70 °C, filled: 70 °C, tap: 25 ml/s, loss: 0 W/K, shell: 0 J/K,\n" \
    "  refill: {below: 500 ml, takes: 60 s, water: 10 °C" more "}}}\n"
#define DESK(staff, vessels) "layouts: {one: {desk: {staff: " staff ", vessels: {tea: " vessels "}}}}\n"

static void at_one_tap_the_second_pours_after_the_first(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("2", "") TEA SERVICE("") JUG("10 L", "65 °C", "") DESK("2", "jug"));
    double first_s = estate.visit[0]->arrives_s;
    expect_moment(estate.visit[0]->done_s, first_s + 5 + 10 + 5);
    expect_moment(estate.visit[1]->starts_s, estate.visit[1]->arrives_s);
    expect_moment(estate.visit[1]->done_s, first_s + 5 + 10 + 10 + 5);
    estate_close(&estate);
}

static void at_two_taps_both_pour_at_once(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("2", "") TEA SERVICE("") JUG("10 L", "65 °C", "") DESK("2", "[jug, jug]"));
    for (int i = 0; i < 2; i++)
        expect_moment(estate.visit[i]->done_s, estate.visit[i]->arrives_s + 20);
    expect_near(estate_series(&estate, C_LITRES, 0, 0, 0), 9.75, 1e-6);
    expect_near(estate_series(&estate, C_LITRES, 0, 1, 0), 9.75, 1e-6);
    estate_close(&estate);
}

/* Two cups are left after the second: the one server fills up for a minute before the third. */
static void staff_who_refill_let_the_line_wait(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("3", "") TEA SERVICE("") URN("") DESK("1", "urn"));
    double first_s = estate.visit[0]->arrives_s;
    expect_moment(estate.visit[1]->done_s, first_s + 2 * 20);
    expect_moment(estate.visit[2]->starts_s, first_s + 2 * 20 + 60);
    expect_near(estate_whole(&estate, M_BUSY_S), 3 * 20 + 60, 1e-9);
    estate_close(&estate);
}

/* Asked for as the second cup is poured, at 25 + 10 s; till 95 s the tap is closed, but greeting goes on. */
static void a_helper_who_refills_only_closes_the_tap(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("3", "") TEA SERVICE("") URN(", by: helper") DESK("1", "urn"));
    double first_s = estate.visit[0]->arrives_s;
    expect_moment(estate.visit[2]->starts_s, first_s + 2 * 20);
    expect_moment(estate.visit[2]->done_s, first_s + 35 + 60 + 10 + 5);
    estate_close(&estate);
}

/* Half a litre at 70 °C and half a litre at 10 °C are at 40 °C: 36 °C in the cup. */
static void a_cold_refill_makes_the_next_cup_lukewarm(void **unused)
{
    static const char *const yaml[] = {TOP CROWD("3", "") TEA SERVICE("") URN("") DESK("1", "urn"),
                                       TOP CROWD("3", "") TEA SERVICE("") URN(", by: helper") DESK("1", "urn")};
    struct estate estate;

    (void)unused;
    for (int i = 0; i < 2; i++) {
        estate_live(&estate, yaml[i]);
        expect_within((double)estate.visit[1]->cup_c, 66, 1e-3);
        expect_within((double)estate.visit[2]->cup_c, 36, 5e-3); /* 5 s of 1 W in 4 kJ/K */
        expect_near(estate_whole(&estate, M_WARM), 2, 0);
        expect_near(estate_whole(&estate, M_LUKEWARM), 1, 0);
        estate_close(&estate);
    }
}

/* Four cups in a litre; the change takes 45 s of the one server; the fifth cup is from a full carrier again. */
static void an_empty_carrier_is_changed_for_a_full_one(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("9", "") TEA SERVICE("") JUG("1 L", "72 °C", ", swap: 45 s") DESK("1", "jug"));
    double first_s = estate.visit[0]->arrives_s;
    expect_moment(estate.visit[4]->starts_s, first_s + 4 * 20 + 45);
    expect_moment(estate.visit[8]->starts_s, first_s + 8 * 20 + 2 * 45);
    for (int i = 0; i < 9; i++)
        expect_within((double)estate.visit[i]->cup_c, 68, 1e-5);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 3, 0); /* what is in the last one */
    estate_close(&estate);
}

/* Carriers that cool: the fifth cup is from a fresh one. Its shell is warm already,
 * so that heat in = stored + lost + drawn off holds with it. */
static void a_fresh_carrier_is_as_warm_as_it_was_filled(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("5", "") TEA SERVICE("") "equipment: {jug: {kind: insulated, volume: 1 L, filled: 72 °C, tap: 25 ml/s, loss: 20 W/K, swap: 45 s}}\n" DESK("1", "jug"));
    assert_true((double)estate.visit[3]->cup_c < 66);
    expect_within((double)estate.visit[4]->cup_c, 68, 1.5); /* 5 s of 1.4 kW */
    estate_close(&estate);
}

/* Six portions: four in the carrier, two more brought in a second one; the seventh customer goes short. */
static void a_carrier_brings_no_more_than_there_is(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("8", "") TEA SERVICE("") JUG("1 L", "72 °C", ", swap: 45 s")
                "layouts: {one: {desk: {staff: 1, vessels: {tea: jug}, portions: {tea: 6}}}}\n");
    expect_near(estate_whole(&estate, M_SERVED), 6, 0);
    expect_near(estate_whole(&estate, M_SHORT), 2, 0);
    expect_moment(estate.visit[5]->starts_s, estate.visit[0]->arrives_s + 5 * 20 + 45);
    expect_moment(estate.visit[6]->done_s, estate.visit[5]->done_s); /* nothing to change it for */
    estate_close(&estate);
}

/* Both jugs are empty after four cups each, with one portion left: one fetches it, from 80 s to 125 s, the other
 * greets the ninth in the meantime and waits with him for the tap. */
static void nobody_is_sent_for_what_another_has_fetched(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("9", "") TEA SERVICE("") JUG("1 L", "72 °C", ", swap: 45 s")
                "layouts: {one: {desk: {staff: 2, vessels: {tea: [jug, jug]}, portions: {tea: 9}}}}\n");
    expect_near(estate_whole(&estate, M_SERVED), 9, 0);
    double first_s = estate.visit[0]->arrives_s, second_s = estate.visit[1]->arrives_s;
    expect_moment(estate.visit[8]->starts_s, second_s + 4 * 20);
    expect_moment(estate.visit[8]->done_s, first_s + 4 * 20 + 45 + 10 + 5);
    expect_near(estate_whole(&estate, M_BUSY_S), (4 * 20 + 45) + (first_s + 4 * 20 + 60 - second_s), 1e-9);
    estate_close(&estate);
}

/* An urn of 1 L and 418.6 W gains 0.1 K a second. From 40 °C at opening it's at 59 °C, 55 °C in the cup, after
 * 190 s; those who come at once wait till then, or drink it lukewarm. */
#define COLD_URN                                                                                   \
    "equipment: {urn: {kind: heated, volume: 1 L, power: 418.6 W, setpoint: 75 °C, filled: 40 °C, preheat: 0 s, tap: 25 ml/s, loss: 0 W/K, shell: 0 J/K}}\n"

static void staff_who_wait_for_warm_pour_when_the_cup_is(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("1", "") TEA SERVICE(", wait-for-warm: yes") COLD_URN DESK("1", "urn"));
    expect_within(estate.visit[0]->done_s, 7 * 3600 + 190 + 10 + 5, 1e-6);
    expect_near(estate_whole(&estate, M_WARM), 1, 0);
    expect_within(estate_whole(&estate, M_CONTACT_S), 7 * 3600 + 205 - estate.visit[0]->arrives_s, 1e-6);
    estate_close(&estate);
}

static void a_cup_for_home_waits_for_warmer_water(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("1", ", own-cup: 100 %") TEA SERVICE(", wait-for-warm: yes") COLD_URN DESK("1", "urn"));
    expect_within(estate.visit[0]->done_s, 7 * 3600 + 230 + 10 + 5, 1e-6);
    expect_near(estate_whole(&estate, M_WARM), 1, 0);
    estate_close(&estate);
}

static void staff_who_do_not_wait_pour_what_there_is(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("1", "") TEA SERVICE("") COLD_URN DESK("1", "urn"));
    double pours_s = estate.visit[0]->arrives_s + 5 - 7 * 3600;
    expect_moment(estate.visit[0]->done_s, estate.visit[0]->arrives_s + 20);
    expect_within((double)estate.visit[0]->cup_c, 40 + 0.1 * pours_s - 4, 1e-5);
    expect_near(estate_whole(&estate, M_LUKEWARM), 1, 0);
    estate_close(&estate);
}

/* The cold urn is named first; staff take the jug that is warm, rather than the one that never will be. */
#define COLD_URN_AND_JUG(filled)                                                                   \
    "equipment: {urn: {kind: heated, volume: 1 L, power: 418.6 W, setpoint: 75 °C, filled: 40 °C, preheat: 0 s, tap: 25 ml/s, loss: 0 W/K, shell: 0 J/K},\n" \
    "  jug: {kind: insulated, volume: 10 L, filled: " filled ", tap: 25 ml/s, loss: 0 W/K}}\n"

static void staff_who_wait_for_warm_take_what_is_warm_first(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("1", "") TEA SERVICE(", wait-for-warm: yes") COLD_URN_AND_JUG("65 °C") DESK("1", "[urn, jug]"));
    expect_moment(estate.visit[0]->done_s, estate.visit[0]->arrives_s + 20);
    expect_within((double)estate.visit[0]->cup_c, 61, 1e-5);
    estate_close(&estate);
    estate_live(&estate, TOP CROWD("1", "") TEA SERVICE(", wait-for-warm: yes") COLD_URN_AND_JUG("50 °C") DESK("1", "[jug, urn]"));
    expect_within(estate.visit[0]->done_s, 7 * 3600 + 190 + 10 + 5, 1e-6);
    expect_near(estate_whole(&estate, M_WARM), 1, 0);
    estate_close(&estate);
}

/* The jug was warm at opening and is not any more when he comes at 07:10: 59 °C and more until 07:03:33, from 65 °C
 * towards 0 °C with 2,200 s. The urn is at 75 + 2 °C by then. */
static void what_was_warm_once_may_not_be_any_more(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {one: {at: desk, counts: {from: 07:10, every: 1 s, people: [1]}}}\n" TEA SERVICE(", wait-for-warm: yes")
                "equipment: {urn: {kind: heated, volume: 1 L, power: 418.6 W, setpoint: 75 °C, filled: 40 °C, preheat: 0 s, tap: 25 ml/s, loss: 0 W/K, shell: 0 J/K},\n"
                "  jug: {kind: insulated, volume: 1 L, filled: 65 °C, tap: 25 ml/s, loss: 1.9027 W/K, shell: 0 J/K}}\n" DESK("1", "[jug, urn]"));
    expect_moment(estate.visit[0]->done_s, estate.visit[0]->arrives_s + 20);
    expect_near(estate_whole(&estate, M_SCALD), 1, 0);
    estate_close(&estate);
}

/* A carrier never gets warmer: there's nothing to wait for. */
static void nobody_waits_for_what_never_gets_warm(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("1", "") TEA SERVICE(", wait-for-warm: yes") JUG("10 L", "50 °C", "") DESK("1", "jug"));
    expect_moment(estate.visit[0]->done_s, estate.visit[0]->arrives_s + 20);
    expect_near(estate_whole(&estate, M_LUKEWARM), 1, 0);
    estate_close(&estate);
}

/* Warm from 55 to 70 °C, both included, 4 K below the jug, 8 K below in a cup from home. */
static void the_band_says_what_is_warm_lukewarm_and_a_scald_risk(void **unused)
{
    static const struct {
        const char *yaml;
        enum measure is;
    } row[] = {
        {TOP CROWD("1", "") TEA SERVICE("") JUG("5 L", "58.9 °C", "") DESK("1", "jug"), M_LUKEWARM},
        {TOP CROWD("1", "") TEA SERVICE("") JUG("5 L", "59 °C", "") DESK("1", "jug"), M_WARM},
        {TOP CROWD("1", "") TEA SERVICE("") JUG("5 L", "74 °C", "") DESK("1", "jug"), M_WARM},
        {TOP CROWD("1", "") TEA SERVICE("") JUG("5 L", "74.1 °C", "") DESK("1", "jug"), M_SCALD},
        {TOP CROWD("1", ", own-cup: 100 %") TEA SERVICE("") JUG("5 L", "62.9 °C", "") DESK("1", "jug"), M_LUKEWARM},
        {TOP CROWD("1", ", own-cup: 100 %") TEA SERVICE("") JUG("5 L", "78.1 °C", "") DESK("1", "jug"), M_SCALD},
    };
    struct estate estate;

    (void)unused;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        estate_live(&estate, row[i].yaml);
        for (enum measure m = M_WARM; m <= M_SCALD; m++)
            expect_near(estate_whole(&estate, m), m == row[i].is, 0);
        estate_close(&estate);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_one_tap_the_second_pours_after_the_first),
        cmocka_unit_test(at_two_taps_both_pour_at_once),
        cmocka_unit_test(staff_who_refill_let_the_line_wait),
        cmocka_unit_test(a_helper_who_refills_only_closes_the_tap),
        cmocka_unit_test(a_cold_refill_makes_the_next_cup_lukewarm),
        cmocka_unit_test(an_empty_carrier_is_changed_for_a_full_one),
        cmocka_unit_test(a_fresh_carrier_is_as_warm_as_it_was_filled),
        cmocka_unit_test(a_carrier_brings_no_more_than_there_is),
        cmocka_unit_test(nobody_is_sent_for_what_another_has_fetched),
        cmocka_unit_test(staff_who_wait_for_warm_pour_when_the_cup_is),
        cmocka_unit_test(a_cup_for_home_waits_for_warmer_water),
        cmocka_unit_test(staff_who_do_not_wait_pour_what_there_is),
        cmocka_unit_test(staff_who_wait_for_warm_take_what_is_warm_first),
        cmocka_unit_test(what_was_warm_once_may_not_be_any_more),
        cmocka_unit_test(nobody_waits_for_what_never_gets_warm),
        cmocka_unit_test(the_band_says_what_is_warm_lukewarm_and_a_scald_risk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
