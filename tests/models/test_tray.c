/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Cups that idle staff pour ahead. Pouring takes 5 s; air at 0 °C; a cup is poured with 76 °C and is warm down to 50 °C:
 * tau ln(76 / 50) = 251.2 s with tau = 10 min. */

#define TEA "drinks: {tea: {cup: 250 ml, serve: 50 - 90 °C}}\nequipment: {jug: {kind: insulated, volume: 60 L, filled: 80 °C, loss: 0 W/K, tap: 50 ml/s}}\nair: 0 °C\n"
#define SERVICE(tray) "service: {greet: 7 s, hand-over: 6 s, pour-drop: 4 K, cup-cooling: 10 min, tray: " tray "}\n"
#define ONE "layouts: {one: {desk: {staff: 1, vessels: {tea: jug}, portions: {tea: 200}}}}\n"
#define WARM_S (600 * log(76.0 / 50))

static int count(const struct estate *estate, const char *what)
{
    int n = 0;
    for (long i = 0; i < estate->trace.n; i++)
        n += strcmp(estate->trace.event[i].what, what) == 0;
    return n;
}

/* Nobody comes: three cups are full after 5, 10 and 15 s; each is replaced by a new one when it's cold. */
static void without_demand_each_cup_is_poured_away_when_it_is_cold(void **unused)
{
    struct estate estate;
    double full_s[200];
    int poured = 0, away = 0, by_closing = 0;

    (void)unused;
    estate_live(&estate, TOP "residents: {none: {at: desk, rate: 60 /h, uptake: 0 %}}\n" TEA SERVICE("3") ONE);
    for (long i = 0; i < estate.trace.n; i++) {
        const struct trace_event *event = &estate.trace.event[i];
        if (strcmp(event->what, "pours-ahead") == 0) {
            double expected_s = poured < 3 ? 25200 + 5 * poured : full_s[poured - 3] + WARM_S;
            expect_within(event->time_s, expected_s, 1e-3); /* a cup's temperature is kept as a float */
            expect_within(event->value, 76, 1e-5);
            full_s[poured++] = event->time_s + 5;
        } else if (strcmp(event->what, "poured-away") == 0 && event->time_s < 8 * 3600) {
            expect_within(event->time_s, full_s[away++] + WARM_S, 1e-3);
        }
    }
    for (int k = 0; k < 3; k++) /* cup k is poured at 5 k s, then each 5 s + WARM_S */
        by_closing += (int)ceil((3600 - 5 * k) / (5 + WARM_S));
    assert_int_equal(poured, by_closing);
    assert_int_equal(count(&estate, "poured-away"), poured);
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 0, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 200, 0);
    expect_near(estate_whole(&estate, M_CUPS_USED), poured, 0);
    expect_within(estate_whole(&estate, M_BUSY_S), 5 * poured, 5);
    estate_close(&estate);
}

/* Air of 20 °C: 20 + 56 e^(-t / tau) reaches 50 °C after tau ln(56 / 30) = 374.5 s. */
static void the_air_keeps_a_cup_warm_for_longer(void **unused)
{
#define MILD "drinks: {tea: {cup: 250 ml, serve: 50 - 90 °C}}\nequipment: {jug: {kind: insulated, volume: 60 L, filled: 80 °C, loss: 0 W/K, tap: 50 ml/s}}\nair: 20 °C\n"
    struct estate estate;
    double full_s = 0;

    (void)unused;
    estate_live(&estate, TOP "residents: {none: {at: desk, rate: 60 /h, uptake: 0 %}}\n" MILD SERVICE("1") ONE);
    for (long i = 0; i < estate.trace.n; i++) {
        const struct trace_event *event = &estate.trace.event[i];
        if (strcmp(event->what, "poured-away") == 0 && event->time_s < 8 * 3600)
            expect_within(event->time_s, full_s + 600 * log(56.0 / 30), 1e-3);
        if (strcmp(event->what, "pours-ahead") == 0)
            full_s = event->time_s + 5;
    }
    assert_int_equal(count(&estate, "poured-away"), (int)ceil(3600 / (5 + 600 * log(56.0 / 30))));
    estate_close(&estate);
}

/* At 07:01 three cups are there, 60, 55 and 50 s old when he comes: he takes the oldest, and needs no pouring. */
static void a_cup_from_the_tray_needs_no_pouring(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {one: {at: desk, counts: {from: 07:01, every: 1 s, people: [1]}}}\n" TEA SERVICE("3") ONE);
    const struct visit *visit = estate.visit[0];
    expect_moment(visit->done_s, visit->arrives_s + 7 + 6);
    expect_within((double)visit->cup_c, 76 * exp(-(visit->arrives_s + 7 - 25205) / 600), 1e-5);
    expect_near(estate_whole(&estate, M_WARM), 1, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 1, 0);
    estate_close(&estate);
}

static void who_brings_a_cup_does_not_take_from_the_tray(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {one: {at: desk, own-cup: 100 %, counts: {from: 07:01, every: 1 s, people: [1]}}}\n" TEA SERVICE("3") ONE);
    expect_moment(estate.visit[0]->done_s, estate.visit[0]->arrives_s + 7 + 5 + 6);
    expect_near(estate_whole(&estate, M_CUPS_SAVED), 1, 0);
    estate_close(&estate);
}

/* A jug of 45 °C gives no warm cup, so none is poured ahead. */
static void lukewarm_cups_are_not_poured_ahead(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {none: {at: desk, rate: 60 /h, uptake: 0 %}}\ndrinks: {tea: {cup: 250 ml, serve: 50 - 90 °C}}\n"
                             "equipment: {jug: {kind: insulated, volume: 10 L, filled: 45 °C}}\n" SERVICE("3") ONE);
    expect_near(estate_whole(&estate, M_CUPS_USED), 0, 0);
    assert_int_equal(count(&estate, "pours-ahead"), 0);
    estate_close(&estate);
}

/* Busy days of two drinks: portions add up, people end somewhere, and waits are shorter than without a tray. */
static void a_tray_shortens_waits_and_loses_nothing(void **unused)
{
#define PAIR                                                                                       \
    "residents: {all: {at: desk, rate: 100 /h, drinks: {tea: 60 %, milk: 40 %}, own-cup: 20 %, party: 'discrete(1: 80 %, 2: 20 %)', patience: exponential(mean 3 min)}}\n"             \
    "drinks: {tea: {cup: 250 ml, serve: 50 - 90 °C}, milk: {cup: 250 ml, serve: 50 - 90 °C}}\n"     \
    "equipment: {jug: {kind: insulated, volume: 10 L, filled: 80 °C, tap: 25 ml/s}}\n"
#define TWO "layouts: {one: {desk: {staff: 1, vessels: {tea: jug, milk: jug}, portions: {tea: 90, milk: 60}, cups: 130}}}\n"
    struct estate without, with;
    double wait_s[2] = {0}, served[2] = {0};

    (void)unused;
    estate_open(&without, TOP PAIR SERVICE("0") TWO);
    estate_open(&with, TOP PAIR SERVICE("4") TWO);
    for (uint32_t r = 0; r < 100; r++) {
        struct estate *both[] = {&without, &with};
        for (int k = 0; k < 2; k++) {
            estate_count(both[k], 9, r);
            wait_s[k] += estate_whole(both[k], M_WAIT_S);
            served[k] += estate_whole(both[k], M_SERVED);
            expect_near(estate_whole(both[k], M_PORTIONS_USED), estate_whole(both[k], M_SERVED), 0);
            expect_near(estate_whole(both[k], M_PORTIONS_USED) + estate_whole(both[k], M_PORTIONS_WASTED), 150, 0);
            expect_near(estate_whole(both[k], M_SERVED) + estate_whole(both[k], M_RENEGED) + estate_whole(both[k], M_SHORT), estate_whole(both[k], M_WANTED), 0);
            assert_true(both[k]->day.little_error < 1e-9 && both[k]->day.heat_error < 1e-9);
        }
    }
    assert_true(wait_s[1] / served[1] < 0.8 * wait_s[0] / served[0]);
    estate_close(&without);
    estate_close(&with);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_demand_each_cup_is_poured_away_when_it_is_cold),
        cmocka_unit_test(the_air_keeps_a_cup_warm_for_longer),
        cmocka_unit_test(a_cup_from_the_tray_needs_no_pouring),
        cmocka_unit_test(who_brings_a_cup_does_not_take_from_the_tray),
        cmocka_unit_test(lukewarm_cups_are_not_poured_ahead),
        cmocka_unit_test(a_tray_shortens_waits_and_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
