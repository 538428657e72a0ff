/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* What a day comes to, by hand: money, score, energy, series. */

#define WATER "drinks: {water: {}}\n"
#define DESK(staff) "layouts: {one: {desk: {staff: " staff "}}}\n"

/* Five want tea; three are served by three, two see no one waiting but nobody idle either, and go. Of 8 portions
 * at 2 CNY five are poured away at 0.25 CNY each; 3 cups at 0.5 CNY; 3 h of work at 30 CNY; 20 + 8 CNY of set-up
 * and rent; 4 CNY for each of the two. */
static void a_day_costs_what_the_bill_says(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("5", ", balk: 0") "drinks: {tea: {cup: 250 ml, cost: 2 CNY}}\nservice: {greet: 100 s}\n"
                "equipment: {jug: {kind: insulated, volume: 10 L, filled: 65 °C, rent: 8 CNY}}\n"
                "costs: {set-up: 20 CNY, wage: 30 CNY/h, cup: 0.5 CNY, waste: 0.25 CNY, goodwill: 4 CNY}\n"
                "layouts: {one: {desk: {staff: 3, vessels: {tea: jug}, portions: {tea: 8}}}}\n");
    double want = 20 + 8 + 3 * 30 + 8 * 2 + 5 * 0.25 + 3 * 0.5 + 2 * 4;
    expect_near(estate_whole(&estate, M_COST), want, 1e-12);
    expect_near(estate_station(&estate, 0, M_COST), want, 1e-12);
    estate_close(&estate);
}

/* Nobody gets to the station: its bill is 1 CNY, and the estate's has the goodwill of all four on top. */
static void whom_no_station_reaches_costs_goodwill_too(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "site: {nodes: {home: {x: 0 m, y: 0 m}, far: {x: 0 m, y: 500 m}}, paths: [[home, far]]}\n"
                             "residents: {all: {from: home, to: home, detour: 10 m, counts: {from: 07:00, every: 1 s, people: [4]}}}\n" WATER
                             "costs: {set-up: 1 CNY, wage: 0 CNY/h, goodwill: 7 CNY}\nlayouts: {one: {far: {staff: 1}}}\n");
    expect_near(estate_station(&estate, 0, M_COST), 1, 1e-12);
    expect_near(estate_whole(&estate, M_COST), 1 + 4 * 7, 1e-12);
    estate_close(&estate);
}

/* A litre from 20 °C to 75 + 2 °C without any loss: 57 K of 4,186 J each, and not a joule more all day. */
static void heating_a_litre_takes_its_heat(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("0", "") "drinks: {tea: {cup: 250 ml}}\n"
                "equipment: {urn: {kind: heated, volume: 1 L, power: 418.6 W, setpoint: 75 °C, hysteresis: 2 K, filled: 20 °C, loss: 0 W/K, shell: 0 J/K}}\n"
                "costs: {wage: 0 CNY/h, electricity: 10 CNY/kWh}\n"
                "layouts: {one: {desk: {staff: 1, vessels: {tea: urn}}}}\n");
    expect_near(estate_whole(&estate, M_ENERGY_J), 57 * 4186, 1e-9);
    expect_near(estate_whole(&estate, M_COST), 10 * 57 * 4186 / 3.6e6, 1e-9);
    expect_near(estate_series(&estate, C_TEMPERATURE, 0, 0, 3), 77, 1e-6);
    expect_near(estate_series(&estate, C_DUTY, 0, 0, 0), 0, 0);
    estate_close(&estate);
}

/* 2 L and no shell: 8,372 J/K, and 8.372 W/K lost: a time constant of 1,000 s, towards the air of its place. */
static void a_carrier_cools_towards_the_air_of_its_place(void **unused)
{
    static const char *const yaml[] = {
#define JUG_AT(place)                                                                              \
    TOP "air: -20 °C\nindoor-air: 16 °C\nsite: {nodes: {hall: {x: 0 m, y: 0 m, indoor: yes}, gate: {x: 9 m, y: 0 m}}, paths: [[hall, gate]]}\n" \
        "residents: {all: {from: hall, to: gate, counts: {from: 07:00, every: 1 s, people: [0]}}}\ndrinks: {tea: {cup: 250 ml}}\n" \
        "equipment: {jug: {kind: insulated, volume: 2 L, filled: 80 °C, loss: 8.372 W/K, shell: 0 J/K}}\n" \
        "layouts: {one: {" place ": {staff: 1, vessels: {tea: jug}}}}\n"
        JUG_AT("gate"), JUG_AT("hall")};
    static const double air_c[] = {-20, 16};
    struct estate estate;

    (void)unused;
    for (int i = 0; i < 2; i++) {
        estate_live(&estate, yaml[i]);
        for (int bin = 0; bin < 12; bin++)
            expect_within(estate_series(&estate, C_TEMPERATURE, 0, 0, bin), air_c[i] + (80 - air_c[i]) * exp(-0.3 * (bin + 1)), 1e-4);
        estate_close(&estate);
    }
}

/* Without preheating it's on for the first 570 s: the first step whole, 270 s of the second. */
static void the_duty_of_a_step_is_the_share_of_it_that_the_heater_is_on(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("0", "") "drinks: {tea: {cup: 250 ml}}\n"
                "equipment: {urn: {kind: heated, volume: 1 L, power: 418.6 W, setpoint: 75 °C, hysteresis: 2 K, filled: 20 °C, preheat: 0 s, loss: 0 W/K, shell: 0 J/K}}\n"
                "layouts: {one: {desk: {staff: 1, vessels: {tea: urn}}}}\n");
    expect_near(estate_series(&estate, C_DUTY, 0, 0, 0), 1, 1e-6);
    expect_near(estate_series(&estate, C_DUTY, 0, 0, 1), 0.9, 1e-6);
    expect_near(estate_series(&estate, C_DUTY, 0, 0, 2), 0, 0);
    expect_near(estate_series(&estate, C_TEMPERATURE, 0, 0, 0), 50, 1e-6);
    estate_close(&estate);
}

/* 40 for being served, 30 for not waiting (none at 10 min), 20 for warm, 10 for the drink he asked for. */
static void the_score_weighs_service_wait_warmth_and_choice(void **unused)
{
    struct estate estate;
    double want = 0;

    (void)unused;
    estate_live(&estate, TOP CROWD("16", ", patience: 700 s") WATER "service: {greet: 60 s}\n" DESK("1"));
    for (int i = 0; i < 12; i++)
        want += 70 + 30 * fmax(0, 1 - estate.visit[i]->waited_s / 600);
    expect_near(estate_whole(&estate, M_SERVED), 12, 0);
    expect_near(estate_whole(&estate, M_SCORE), want, 1e-9);
    estate_close(&estate);
    estate_live(&estate, TOP CROWD("1", ", drinks: {tea: 99.9999 %, milk: 0.0001 %}, substitute: 100 %") "drinks: {tea: {}, milk: {}}\n"
                "equipment: {jug: {kind: insulated, volume: 10 L, filled: 40 °C}}\n"
                "satisfaction: {served: 1, wait: 2, temperature: 3, choice: 4}\n"
                "layouts: {one: {desk: {staff: 1, vessels: {milk: jug}, portions: {tea: 0}}}}\n");
    expect_near(estate_whole(&estate, M_SCORE), 100 * 3 / 10.0, 1e-9); /* lukewarm, and not what he asked for */
    estate_close(&estate);
}

/* Waits of 0, 60, 120 and 180 s, each less than a second shorter: two within a minute, three within two. */
static void a_wait_within_the_target_counts(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "wait-target: 60 s\n" CROWD("4", "") WATER "service: {greet: 60 s}\n" DESK("1"));
    expect_near(estate_whole(&estate, M_WITHIN), 2, 0);
    assert_int_equal(estate.day.waits[histogram_cell(0)], 1);
    for (int i = 0; i < 4; i++)
        assert_true(estate.day.waits[histogram_cell(estate.visit[i]->waited_s / WAIT_RESOLUTION_S)] >= 1);
    estate_close(&estate);
    estate_live(&estate, TOP CROWD("4", "") WATER "service: {greet: 60 s}\n" DESK("1"));
    expect_near(estate_whole(&estate, M_WITHIN), 3, 0);
    estate_close(&estate);
}

static void the_series_add_up_to_the_day(void **unused)
{
    struct estate estate;
    double arrivals = 0, line_s = 0, busy_s = 0;

    (void)unused;
    estate_live(&estate, TOP "residents: {all: {at: desk, count: 90, departs: [{peak: 07:30, spread: 8 min}]}}\n" WATER "service: {greet: 35 s}\n"
                             "layouts: {one: {desk: {staff: 1, portions: {water: 60}, cups: 80}}}\n");
    for (int bin = 0; bin < estate.plan.bins; bin++) {
        arrivals += estate_series(&estate, C_ARRIVALS, 0, 0, bin);
        line_s += 300 * estate_series(&estate, C_LINE, 0, 0, bin);
        busy_s += 300 * estate_series(&estate, C_BUSY, 0, 0, bin);
    }
    double waited_s = 0;
    for (long i = 0; i < estate.day.visits; i++)
        waited_s += estate.visit[i]->waited_s;
    expect_near(arrivals, (double)estate.day.visits, 0);
    expect_near(line_s, waited_s, 1e-6);
    expect_near(busy_s, 60 * 35, 1e-6);
    expect_near(estate_series(&estate, C_PORTIONS, 0, 0, estate.plan.bins - 1), 0, 0);
    expect_near(estate_series(&estate, C_CUPS, 0, 0, estate.plan.bins - 1), 20, 0);
    estate_close(&estate);
}

/* Five come at opening, four at 07:40; with half an hour of warm-up only the four count. */
static void who_comes_in_the_warm_up_does_not_count(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "warm-up: 30 min\nresidents: {early: {at: desk, counts: {from: 07:00, every: 1 s, people: [5]}},\n"
                             "  late: {at: desk, counts: {from: 07:40, every: 1 s, people: [4]}}}\n" WATER "service: {greet: 60 s}\n" DESK("1"));
    expect_near(estate_whole(&estate, M_WANTED), 4, 0);
    expect_near(estate_group(&estate, 0, M_WANTED), 0, 0);
    expect_near(estate_whole(&estate, M_BUSY_S), 4 * 60, 1e-9);
    expect_near(estate_whole(&estate, M_LINE_S), estate_whole(&estate, M_WAIT_S), 1e-9);
    expect_near(estate_whole(&estate, M_OPEN_S), 1800, 0);
    estate_close(&estate);
}

/* The first three waits of six; and where some never arrive, no more than those who do. */
static void only_the_first_arrivals_count_if_so_asked(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "first: 3\n" CROWD("6", "") WATER "service: {greet: 60 s}\n" DESK("1"));
    double waited_s = estate.visit[0]->waited_s + estate.visit[1]->waited_s + estate.visit[2]->waited_s;
    expect_near(estate_whole(&estate, M_WAIT_S), waited_s, 1e-9);
    expect_near(estate_whole(&estate, M_WANTED), 3, 0);
    estate_close(&estate);
    estate_live(&estate, TOP "first: 1000\nsite: {nodes: {home: {x: 0 m, y: 0 m}, far: {x: 0 m, y: 50 m}}, paths: [[home, far]]}\n"
                             "residents: {all: {from: home, to: home, detour: exponential(mean 100 m), counts: {from: 07:00, every: 1 s, people: [400]}}}\n" WATER
                             "layouts: {one: {far: {staff: 1}}}\n");
    long came = 0;
    for (long i = 0; i < estate.day.visits; i++)
        came += estate.visit[i]->outcome == OUT_SERVED;
    assert_true(came > 0 && came < 400);
    expect_near(estate_whole(&estate, M_WANTED), (double)came, 0);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_costs_what_the_bill_says),
        cmocka_unit_test(whom_no_station_reaches_costs_goodwill_too),
        cmocka_unit_test(heating_a_litre_takes_its_heat),
        cmocka_unit_test(a_carrier_cools_towards_the_air_of_its_place),
        cmocka_unit_test(the_duty_of_a_step_is_the_share_of_it_that_the_heater_is_on),
        cmocka_unit_test(the_score_weighs_service_wait_warmth_and_choice),
        cmocka_unit_test(a_wait_within_the_target_counts),
        cmocka_unit_test(the_series_add_up_to_the_day),
        cmocka_unit_test(who_comes_in_the_warm_up_does_not_count),
        cmocka_unit_test(only_the_first_arrivals_count_if_so_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
