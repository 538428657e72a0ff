/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Heaters that ask for more than their circuit carries. 20 L without losses warm by 3000 W / (20 L * 4186 J/K) a second;
 * from 10 °C to where the thermostat switches off, 72 °C, takes 1730.2 s. */

#define WARMS_K_PER_S (3000 / (20e-3 * 4.186e6))
#define FULL_S (62 / WARMS_K_PER_S)

/* One of each drink, at the first moment. */
#define TWO(power, overload, preheat)                                                                                              \
    TOP "air: 10 °C\nsite: {nodes: {home: {x: 0 m, y: 0 m}, desk: {x: 0 m, y: 0 m, power: " power ", overload: " overload "}}, paths: [[home, desk]]}\n"                        \
    "residents: {a: {at: desk, counts: {from: 07:00, every: 1 s, people: [1]}, drinks: tea}, b: {at: desk, counts: {from: 07:00, every: 1 s, people: [1]}, drinks: milk}}\n" \
    "drinks: {tea: {}, milk: {}}\nequipment: {urn: {kind: heated, volume: 20 L, power: 3 kW, setpoint: 70 °C, hysteresis: 2 K, filled: 10 °C, loss: 0 W/K, shell: 0 kJ/K, preheat: " preheat "}}\n" \
    "service: {pour-drop: 0 K}\nlayouts: {one: {desk: {staff: 2, vessels: {tea: urn, milk: urn}}}}\n"

static double cup_of(const struct estate *estate, int drink)
{
    for (long i = 0; i < estate->day.visits; i++)
        if (estate->visit[i]->drink == drink)
            return (double)estate->visit[i]->cup_c;
    return NAN;
}

static void what_the_circuit_carries_heats_at_once(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TWO("6 kW", "trips", "20 min"));
    assert_false(estate.plan.contended);
    expect_within(cup_of(&estate, 0), 10 + 1200 * WARMS_K_PER_S, 0.05);
    expect_within(cup_of(&estate, 1), 10 + 1200 * WARMS_K_PER_S, 0.05);
    expect_near(estate_station(&estate, 0, M_TRIPS), 0, 0);
    expect_near(estate_series(&estate, C_LOAD, 0, 0, 0), 6, 1e-6);
    expect_within(estate_series(&estate, C_LOAD, 0, 0, 1), 6 * (FULL_S - 1500) / 300, 0.15); /* what was poured needn't be heated */
    for (int bin = 0; bin < 4; bin++)
        expect_near(estate_series(&estate, C_LOAD_PEAK, 0, 0, bin), bin < 2 ? 6 : 0, 0);
    estate_close(&estate);
}

static void with_an_interlock_one_heats_after_the_other(void **unused)
{
    struct estate estate;
    double second_s = 2700 - FULL_S;

    (void)unused;
    estate_live(&estate, TWO("3.5 kW", "turns", "45 min"));
    assert_true(estate.plan.contended);
    expect_within(cup_of(&estate, 0), 72, 1e-4);
    expect_within(cup_of(&estate, 1), 10 + second_s * WARMS_K_PER_S, 0.05);
    double cup_j = 0.25e-3 * 4.186e6 * (72 - cup_of(&estate, 1)); /* needn't be heated any more */
    expect_near(estate_station(&estate, 0, M_ENERGY_J), 3000 * 2 * FULL_S - cup_j, 1e-3); /* the second goes on after opening */
    estate_close(&estate);
}

/* Each is on at 68 °C and off at 72 °C, losing 5 W/K: alone it would heat for 4 K of C / (3000 - 5 * 60) seconds. */
static void turns_share_the_heat_when_both_lose_it(void **unused)
{
    struct estate estate;
    double sum_s = 0;

    (void)unused;
    estate_live(&estate, TOP "air: 10 °C\nsite: {nodes: {home: {x: 0 m, y: 0 m}, desk: {x: 0 m, y: 0 m, power: 1 kW, overload: turns}}, paths: [[home, desk]]}\n"
                "residents: {a: {at: desk, rate: 0 /h}}\ndrinks: {tea: {}, milk: {}}\n"
                "equipment: {urn: {kind: heated, volume: 20 L, power: 1 kW, setpoint: 70 °C, hysteresis: 2 K, filled: 70 °C, loss: 12 W/K, shell: 0 kJ/K, preheat: 0 min}}\n"
                "layouts: {one: {desk: {staff: 1, vessels: {tea: urn, milk: urn}}}}\n");
    for (int bin = 0; bin < 12; bin++) {
        double one = estate_series(&estate, C_DUTY, 0, 0, bin), other = estate_series(&estate, C_DUTY, 0, 1, bin);
        assert_true(one + other <= 1 + 1e-6);
        expect_near(estate_series(&estate, C_LOAD, 0, 0, bin), one + other, 1e-6);
        expect_near(estate_series(&estate, C_LOAD_PEAK, 0, 0, bin), 1, 0);
        sum_s += 300 * (one + other);
    }
    assert_true(sum_s > 2000); /* losses of 2 * 12 * 60 W want more than the circuit gives */
    assert_true(estate_series(&estate, C_TEMPERATURE, 0, 0, 11) < 70);
    estate_close(&estate);
}

/* Both ask at once: the breaker goes, and whenever it's reset goes again. Nothing gets warm. */
static void without_one_the_breaker_trips_and_trips_again(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TWO("3.5 kW", "trips, reset: 7 min", "45 min"));
    expect_within(cup_of(&estate, 0), 10, 1e-6);
    expect_within(cup_of(&estate, 1), 10, 1e-6);
    expect_near(estate_station(&estate, 0, M_ENERGY_J), 0, 0);
    expect_near(estate_station(&estate, 0, M_DOWN_S), 2 * 3600, 1e-9);
    expect_near(estate_station(&estate, 0, M_TRIPS), ceil((2700.0 + 3600) / 420), 0); /* every 7 min from the first switching on until closing */
    estate_close(&estate);
}

/* It is asked for 6 kW at every reset, and carries nothing. Those before opening are no step's. */
static void a_breaker_that_trips_was_asked_for_too_much(void **unused)
{
    struct estate estate;
    double trips = 0;

    (void)unused;
    estate_live(&estate, TWO("3.5 kW", "trips, reset: 7 min", "45 min"));
    for (int bin = 0; bin < 15; bin++) {
        double tripped = estate_series(&estate, C_TRIPS, 0, 0, bin);
        expect_near(estate_series(&estate, C_LOAD, 0, 0, bin), 0, 0);
        expect_near(estate_series(&estate, C_LOAD_PEAK, 0, 0, bin), tripped > 0 ? 6 : 0, 0);
        trips += tripped;
    }
    expect_near(trips, ceil((2700.0 + 3600) / 420) - ceil(2700.0 / 420), 0);
    estate_close(&estate);
}

/* Of the heater that is on since the step before nothing is forgotten. */
static void what_is_on_when_a_step_begins_is_asked_for_in_it(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TWO("3.5 kW", "turns", "20 min"));
    for (int bin = 0; bin < 6; bin++)
        expect_near(estate_series(&estate, C_LOAD_PEAK, 0, 0, bin), 3, 0);
    estate_close(&estate);
}

/* An urn that heats all hour unless it fails, for the rest of a day: over several days the mean is less, the peak isn't. */
static void of_days_in_a_row_the_highest_peak_counts(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "campaign: {days: 8}\nair: 10 °C\nsite: {nodes: {home: {x: 0 m, y: 0 m}, desk: {x: 0 m, y: 0 m, power: 3 kW}}, paths: [[home, desk]]}\n"
                "residents: {a: {at: desk, rate: 0 /h}}\ndrinks: {tea: {}}\n"
                "equipment: {urn: {kind: heated, volume: 60 L, power: 2 kW, filled: 10 °C, preheat: 0 min, fails-every: 60 min, repair: 900 min}}\n"
                "layouts: {one: {desk: {staff: 1, vessels: {tea: urn}}}}\n");
    double load_kw = estate_series(&estate, C_LOAD, 0, 0, 11);
    assert_true(load_kw > 0.1 && load_kw < 1.9);
    expect_near(estate_series(&estate, C_LOAD_PEAK, 0, 0, 11), 2, 0);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_circuit_carries_heats_at_once),
        cmocka_unit_test(with_an_interlock_one_heats_after_the_other),
        cmocka_unit_test(turns_share_the_heat_when_both_lose_it),
        cmocka_unit_test(without_one_the_breaker_trips_and_trips_again),
        cmocka_unit_test(a_breaker_that_trips_was_asked_for_too_much),
        cmocka_unit_test(what_is_on_when_a_step_begins_is_asked_for_in_it),
        cmocka_unit_test(of_days_in_a_row_the_highest_peak_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
