/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Everything that a day can bring at once, on small and crowded days: people, portions, cups and heat still add up. */

#define EVERYTHING                                                                                                  \
    "samovar: 1\nname: everything\nwindow: 07:00 - 08:30\nair: normal(-5, 4) °C\nstaff: {absent: 15 %}\n"           \
    "days: {bad: {share: 100 %, crowd: 1.3, warmer: -2 K, events: [{at: '07:20', fail: a/urn, for: 10 min}, {at: '07:40', power-cut: a, for: 10 min}, {at: '07:10', staff: -1, station: b, for: 20 min}]}}\n" \
    "site: {nodes: {home: {x: 0 m, y: 0 m}, a: {x: 60 m, y: 0 m, standing-room: 6, car-lane: 2}, b: {x: 60 m, y: 40 m, standing-room: 9}}, paths: [[home, a], [a, b], [home, b]]}\n" \
    "residents:\n"                                                                                                  \
    "  early: {rate: 70 /h, from: home, to: a, lift: 45 s, party: 'discrete(1: 70 %, 2: 30 %)', preorder: {share: 30 %, no-show: 20 %}, drinks: {tea: 60 %, milk: 40 %}, substitute: 50 %, own-cup: 20 %, patience: exponential(mean 2 min), comes-back: {share: 50 %, after: 5 min}}\n" \
    "  fussy: {rate: 60 /h, from: home, to: b, choice: logit, balk: 'normal(mean 4, sd 2)', comes-back: {share: 30 %}, drinks: {tea: 60 %, milk: 40 %}, substitute: 100 %}\n" \
    "  short: {rate: 30 /h, from: home, to: b, choice: shortest line, priority: yes, patience: exponential(mean 1 min)}\n" \
    "  cars: {rate: 30 /h, from: home, to: a, mode: car, speed: 3 m/s, hand-over: exponential(mean 9 s)}\n"          \
    "drinks: {tea: {cup: 250 ml, serve: 50 - 80 °C}, milk: {cup: 250 ml, serve: 50 - 80 °C}}\n"                      \
    "equipment:\n"                                                                                                  \
    "  urn: {kind: heated, volume: 5 L, power: 3 kW, setpoint: 72 °C, filled: 72 °C, refill: {below: 1 L, takes: 40 s, water: 60 °C}, fails-every: 40 min, repair: 5 min}\n" \
    "  jug: {kind: insulated, volume: 4 L, filled: 75 °C, fails-every: 60 min, repair: 10 min}\n"                    \
    "service: {greet: exponential(mean 8 s), hand-over: exponential(mean 5 s), tray: 3, cup-cooling: 10 min}\n"      \
    "layouts: {one: {a: {shifts: [{from: 07:00, to: 08:30, staff: 1}, {from: '07:15', to: '08:00', staff: 1}], breaks: [{at: '07:45', for: 5 min}], vessels: {tea: [urn, urn], milk: jug}, portions: {tea: 60, milk: 40}, cups: 90},\n" \
    "  b: {staff: 1, vessels: {tea: urn, milk: [jug, jug]}, portions: {tea: 30, milk: 40}}}}\n"

static void nobody_and_nothing_is_lost_when_everything_happens(void **unused)
{
    static const enum measure ends[] = {M_UNREACHED, M_SERVED, M_BALKED, M_RENEGED, M_SHORT, M_TURNED_AWAY, M_NO_SHOW};
    struct estate estate;
    double sum[sizeof ends / sizeof *ends] = {0};

    (void)unused;
    estate_open(&estate, EVERYTHING);
    assert_int_equal(plan_compile(&estate.scenario, scenario_layout(&estate.scenario, 0), scenario_day_type(&estate.scenario, 0), reader_arena(estate.reader), &estate.plan), OK);
    estate_rows(&estate);
    for (uint32_t r = 0; r < 500; r++) {
        double ended = 0, cups = 0;
        estate_day(&estate, 11, r);
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            ended += estate_whole(&estate, ends[i]);
            sum[i] += estate_whole(&estate, ends[i]);
        }
        for (long i = 0; i < estate.day.visits; i++)
            cups += estate.trace.visit[i].cups;
        expect_near(ended, estate_whole(&estate, M_WANTED), 0);
        expect_near(cups, estate_whole(&estate, M_WANTED), 0);
        expect_near(estate_whole(&estate, M_PORTIONS_USED), estate_whole(&estate, M_SERVED), 0);
        expect_near(estate_whole(&estate, M_PORTIONS_USED) + estate_whole(&estate, M_PORTIONS_WASTED), 170, 0);
        expect_near(estate_whole(&estate, M_WARM) + estate_whole(&estate, M_LUKEWARM) + estate_whole(&estate, M_SCALD), estate_whole(&estate, M_SERVED), 0);
        assert_true(estate_whole(&estate, M_CUPS_USED) + estate_whole(&estate, M_CUPS_SAVED) >= estate_whole(&estate, M_SERVED));
        assert_true(estate_whole(&estate, M_BUSY_S) <= estate_whole(&estate, M_STAFF_S) + 1e-6);
        assert_true(estate.day.heat_error < 1e-9 && estate.day.little_error < 1e-9);
    }
    for (size_t i = 1; i < sizeof ends / sizeof *ends; i++) /* all of these happened */
        assert_true(sum[i] > 50);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_and_nothing_is_lost_when_everything_happens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
