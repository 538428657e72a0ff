/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Urns that fail, cut current, missing staff, crowds: at random or as a kind of day says. */

#define TEA "drinks: {tea: {}, milk: {}}\nequipment: {jug: {kind: insulated, volume: 60 L, filled: 80 °C, tap: 50 ml/s}, urn: {kind: heated, volume: 20 L, power: 1 kW, setpoint: 70 °C, filled: 70 °C, loss: 3 W/K, shell: 0 kJ/K, preheat: 0 min}}\nair: 0 °C\n"
#define BOTH "layouts: {one: {desk: {staff: 1, vessels: {tea: urn, milk: jug}}}}\n"

/* Alternating exponentials of 20 h and 5 h: in the long run it works 80 % of the time. What it is in 200 windows of
 * 500 h lies within four standard errors, of which the first hours in order make up little. */
static void availability_is_mtbf_over_mtbf_and_repair(void **unused)
{
    enum { WINDOWS = 200 };
    struct estate estate;
    double sum = 0, squares = 0, hours = 500, first = 20.0 * 5 / 25 * 5 / 25; /* from empty: (1 - A) tau more, tau = 4 h */

    (void)unused;
    estate_open(&estate, "samovar: 1\nname: long\nwindow: {from: 00:00, lasts: 500 h}\nresidents: {one: {at: desk, rate: 0.01 /h}}\ndrinks: {tea: {}}\n"
                         "equipment: {jug: {kind: insulated, volume: 60 L, filled: 80 °C, fails-every: 20 h, repair: 5 h}}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: jug}}}}\n");
    for (uint32_t r = 0; r < WINDOWS; r++) {
        double down_s = 0, since_s = -1;
        estate_day(&estate, 2, r);
        for (long i = 0; i < estate.trace.n; i++) {
            const struct trace_event *event = &estate.trace.event[i];
            if (strcmp(event->what, "fails") == 0)
                since_s = event->time_s;
            if (strcmp(event->what, "repaired") == 0) {
                down_s += event->time_s - since_s;
                since_s = -1;
            }
        }
        down_s += since_s >= 0 ? hours * 3600 - since_s : 0;
        expect_near(estate_whole(&estate, M_DOWN_S), down_s, 1e-9);
        expect_near(estate_whole(&estate, M_FAILED_S), down_s, 1e-9);
        expect_near(estate_station(&estate, 0, M_VESSELS_S), hours * 3600, 0);
        double up = 1 - estate_whole(&estate, M_DOWN_S) / estate_whole(&estate, M_VESSELS_S);
        sum += up;
        squares += up * up;
    }
    double mean = sum / WINDOWS, error = sqrt((squares / WINDOWS - mean * mean) / (WINDOWS - 1));
    if (getenv("SAMOVAR_SHOW"))
        printf("availability %.5f ± %.5f (one s.e.), theory %.5f\n", mean, error, 0.8 + first / hours);
    expect_within(mean, 0.8 + first / hours, 4 * error);
    assert_true(error < 0.004);
    estate_close(&estate);
}

/* The urn fails from 07:10 to 07:20: tea is short, or milk is taken instead; what is being greeted then is told as well. */
static void what_fails_is_short_until_it_is_repaired(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {bad: {share: 100 %, events: [{at: '07:10', fail: desk/urn, for: 10 min}]}}\n"
                       "residents: {" SOMEBODY_AT("before", "07:05", ", drinks: tea") SOMEBODY_AT("greeted", "07:09:55", ", drinks: tea") SOMEBODY_AT("within", "07:12", ", drinks: tea") SOMEBODY_AT("other", "07:14", ", drinks: milk")
                       SOMEBODY_AT("either", "07:16", ", drinks: {tea: 100 %, milk: 0 %}, substitute: 100 %") SOMEBODY_AT("after", "07:21", ", drinks: tea") "}\n" TEA "service: {greet: 7 s}\n" BOTH);
    static const int outcome[] = {OUT_SERVED, OUT_SHORT, OUT_SHORT, OUT_SERVED, OUT_SHORT, OUT_SERVED};
    for (int i = 0; i < 6; i++)
        assert_int_equal(estate.visit[i]->outcome, outcome[i]);
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 3, 0);
    expect_near(estate_whole(&estate, M_CUPS_USED), 3, 0);
    estate_close(&estate);
}

/* Of two urns of a kind one fails: pouring goes on from the other. */
static void a_second_urn_takes_over(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {bad: {share: 100 %, events: [{at: '07:00', fail: desk/urn}]}}\n" CROWD("9", ", drinks: tea") TEA "service: {greet: 7 s}\n"
                       "layouts: {one: {desk: {staff: 1, vessels: {tea: [urn, urn]}}}}\n");
    expect_near(estate_whole(&estate, M_SERVED), 9, 0);
    assert_int_equal(estate.day.visits, 9);
    estate_close(&estate);
}

/* 60 portions in urns of 80 and of 40 cups: 40 and 20, of which the others can't be had while one is out. */
static void limited_portions_are_spread_over_the_vessels(void **unused)
{
#define SPREAD(day) TOP day CROWD("70", "") "drinks: {tea: {cup: 250 ml}}\nservice: {greet: 7 s}\n" \
                    "equipment: {urn: {kind: heated, volume: 20 L, power: 1 kW, setpoint: 70 °C}, small: {kind: heated, volume: 10 L, power: 1 kW, setpoint: 70 °C}}\n" \
                    "layouts: {one: {desk: {staff: 1, vessels: {tea: [urn, small]}, portions: {tea: 60}}}}\n"
    struct estate estate;

    (void)unused;
    estate_live(&estate, SPREAD(""));
    expect_near(estate_whole(&estate, M_SERVED), 60, 0);
    estate_close(&estate);
    estate_live_kind(&estate, SPREAD("days: {bad: {share: 100 %, events: [{at: '07:00', fail: desk/urn}]}}\n"));
    expect_near(estate_whole(&estate, M_SERVED), 20, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 40, 0);
    estate_close(&estate);
    estate_live_kind(&estate, SPREAD("days: {bad: {share: 100 %, events: [{at: '07:00', fail: desk/small}]}}\n"));
    expect_near(estate_whole(&estate, M_SERVED), 40, 0);
    estate_close(&estate);
}

/* Two of 4 cups, filled up by a helper from 2 on; the first fails with 2 in it. Of the 6 that are brought then, 4 and later 2
 * go into the second; if nobody comes, the 2 are there for the first once it's repaired. */
static void what_is_brought_goes_into_the_vessel_that_works(void **unused)
{
#define ONE_FAILS(last) TOP "days: {bad: {share: 100 %, events: [{at: '07:05', fail: desk/first, for: 35 min}]}}\n" \
                    "residents: {two: {at: desk, counts: {from: '07:01', every: 1 s, people: [2]}}, more: {at: desk, counts: {from: '07:06', every: 1 s, people: [4]}}, last: {at: desk, counts: {from: '07:30', every: 1 s, people: [" last "]}}}\n" \
                    "drinks: {tea: {cup: 250 ml}}\nservice: {greet: 1 s}\nstore: {trip: 2 min, portions: {tea: 6}}\n" \
                    "equipment: {first: {kind: heated, volume: 1 L, power: 1 kW, setpoint: 70 °C, refill: {below: 0.5 L, takes: 0 s, by: helper}}, second: {kind: heated, volume: 1 L, power: 1 kW, setpoint: 70 °C, refill: {below: 0.5 L, takes: 0 s, by: helper}}}\n" \
                    "layouts: {one: {desk: {staff: 1, vessels: {tea: [first, second]}, portions: {tea: 8}, reorder: {tea: 2}}}}\n"
    struct estate estate;
    double refilled_s = 0;

    (void)unused;
    estate_live_kind(&estate, ONE_FAILS("6"));
    expect_near(estate_whole(&estate, M_BROUGHT), 6, 0);
    expect_near(estate_whole(&estate, M_SERVED), 12, 0);
    estate_close(&estate);
    estate_live_kind(&estate, ONE_FAILS("0"));
    for (long i = 0; i < estate.trace.n; i++)
        if (strcmp(estate.trace.event[i].what, "refill") == 0)
            refilled_s = estate.trace.event[i].time_s;
    expect_moment(refilled_s, 25200 + 40 * 60);
    expect_near(estate_series(&estate, C_LITRES, 0, 0, 11), 1, 1e-6);
    expect_near(estate_series(&estate, C_LITRES, 0, 1, 11), 1, 1e-6);
    estate_close(&estate);
}

/* From 07:00 to 07:30 no current: 70 °C e^(-3 t / C) in air of 0 °C, C = 20 L; and no energy is used. */
static void without_current_an_urn_cools_and_still_pours(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {dark: {share: 100 %, events: [{at: '07:00', power-cut: desk, for: 30 min}]}}\n"
                       "residents: {" SOMEBODY_AT("one", "07:29:30", ", drinks: tea") "}\n" TEA "service: {pour-drop: 0 K}\n" BOTH);
    double t_s = estate.visit[0]->starts_s - 25200;
    expect_within((double)estate.visit[0]->cup_c, 70 * exp(-3 * t_s / (20e-3 * 4.186e6)), 1e-4);
    expect_near(estate_series(&estate, C_DUTY, 0, 0, 5), 0, 0);
    assert_true(estate_series(&estate, C_DUTY, 0, 0, 6) > 0.5);
    expect_near(estate_whole(&estate, M_DOWN_S), 1800, 1e-12); /* the urn; the jug needs no current */
    expect_near(estate_whole(&estate, M_FAILED_S), 0, 0);
    expect_near(estate_whole(&estate, M_VESSELS_S), 2 * 3600, 0);
    estate_close(&estate);
}

static void staff_go_and_come_as_the_day_says(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {ill: {share: 100 %, events: [{at: '07:10', staff: -1, station: desk, for: 10 min}, {at: '07:40', staff: 2, station: desk}]}}\n" CROWD("200", "") "drinks: {water: {}}\nservice: {greet: 60 s}\n"
                       "layouts: {one: {desk: {staff: 2}}}\n");
    static const double there[] = {2, 2, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4};
    for (int bin = 0; bin < 12; bin++)
        expect_within(estate_series(&estate, C_STAFF, 0, 0, bin), there[bin], 0.21); /* a cup is finished first */
    expect_near(estate_whole(&estate, M_SERVED), 200, 0);
    estate_close(&estate);
}

static void a_crowd_is_so_many_times_as_many(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {fair: {share: 100 %, crowd: 2, warmer: -10 K}}\n" "residents: {all: {at: desk, counts: {from: 07:00, every: 1 h, people: [50]}}}\n" TEA BOTH);
    expect_near(estate_whole(&estate, M_WANTED), 100, 0);
    expect_near(estate.day.air_c, -10, 1e-12);
    estate_close(&estate);
    double wanted = 0;
    estate_live_kind(&estate, TOP "days: {fair: {share: 100 %, crowd: 2}}\nresidents: {all: {at: desk, rate: 30 /h}}\n" TEA BOTH);
    for (uint32_t r = 0; r < 400; r++) {
        estate_count(&estate, 1, r);
        wanted += estate_whole(&estate, M_WANTED);
    }
    expect_within(wanted / 400, 60, 4 * sqrt(60.0 / 400));
    estate_close(&estate);
}

/* Of 1,000 who leave within the hour, all alike, three times as many do so from 07:30 to 07:45: 500 more. */
static void a_surge_brings_more_while_it_lasts(void **unused)
{
    struct estate estate;
    int within = 0;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {fair: {share: 100 %, events: [{at: '07:30', surge: x3, for: 15 min}]}}\n" "residents: {all: {at: desk, counts: {from: 07:00, every: 1 h, people: [1000]}}}\n" TEA BOTH);
    expect_near(estate_whole(&estate, M_WANTED), 1500, 0);
    for (long i = 0; i < estate.day.visits; i++)
        within += estate.visit[i]->sets_out_s >= 27000 && estate.visit[i]->sets_out_s < 27900;
    expect_within(within, 750, 4 * sqrt(1500 * 0.25)); /* half of them */
    estate_close(&estate);
}

static void a_surge_can_be_an_ebb(void **unused)
{
    struct estate estate;
    double within = 0, wanted = 0;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {fair: {share: 100 %, events: [{at: '07:30', surge: 0.5}]}}\n" "residents: {all: {at: desk, rate: 60 /h}}\n" TEA BOTH);
    for (uint32_t r = 0; r < 400; r++) {
        estate_day(&estate, 1, r);
        wanted += (double)estate.day.visits;
        for (long i = 0; i < estate.day.visits; i++)
            within += estate.visit[i]->sets_out_s >= 27000;
    }
    expect_within(wanted / 400, 45, 4 * sqrt(45.0 / 400));
    expect_within(within / 400, 15, 4 * sqrt(15.0 / 400));
    estate_close(&estate);
}

/* From 07:30 on they walk at half their speed. */
static void snow_slows_who_sets_out_in_it(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {white: {share: 100 %, events: [{at: '07:30', snow: x0.5, for: 10 min}]}}\nsite: {nodes: {home: {x: 0 m, y: 0 m}, desk: {x: 120 m, y: 0 m}}, paths: [[home, desk]]}\n"
                       "residents: {all: {from: home, to: desk, speed: 1.2 m/s, counts: {from: 07:00, every: 15 min, people: [1, 1, 1, 1]}}}\n" TEA BOTH);
    for (int i = 0; i < 4; i++) {
        bool white = estate.visit[i]->sets_out_s >= 27000 && estate.visit[i]->sets_out_s < 27600;
        expect_moment(estate.visit[i]->arrives_s - estate.visit[i]->sets_out_s, white ? 200 : 100);
    }
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(availability_is_mtbf_over_mtbf_and_repair),
        cmocka_unit_test(what_fails_is_short_until_it_is_repaired),
        cmocka_unit_test(a_second_urn_takes_over),
        cmocka_unit_test(limited_portions_are_spread_over_the_vessels),
        cmocka_unit_test(what_is_brought_goes_into_the_vessel_that_works),
        cmocka_unit_test(without_current_an_urn_cools_and_still_pours),
        cmocka_unit_test(staff_go_and_come_as_the_day_says),
        cmocka_unit_test(a_crowd_is_so_many_times_as_many),
        cmocka_unit_test(a_surge_brings_more_while_it_lasts),
        cmocka_unit_test(a_surge_can_be_an_ebb),
        cmocka_unit_test(snow_slows_who_sets_out_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
