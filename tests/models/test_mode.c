/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Walkers, riders and cars. */

#define WATER "drinks: {water: {}}\n"
#define SITE(room) "site: {nodes: {home: {x: 0 m, y: 0 m}, gate: {x: 120 m, y: 0 m" room "}}, paths: [[home, gate]]}\n"
#define GROUP(name, more) name ": {from: home, to: gate, counts: {from: 07:00, every: 1 s, people: [1]}" more "}, "
#define GATE "layouts: {one: {gate: {staff: 1}}}\n"

static void who_rides_has_his_own_speed(void **unused)
{
    static const double speed[] = {1.3, 4, 3, 5};
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP SITE("") "residents: {" GROUP("walker", "") GROUP("rider", ", mode: e-bike, speed: 4 m/s") GROUP("driver", ", mode: car, speed: 3 m/s") GROUP("racer", ", mode: e-bike, speed: 5 m/s") "}\n"
                             WATER "service: {greet: 1 s}\n" GATE);
    for (int i = 0; i < 4; i++)
        expect_moment(estate.trace.visit[i].arrives_s, estate.trace.visit[i].sets_out_s + 120 / speed[i]);
    estate_close(&estate);
}

/* A group's own hand-over before that of its mode, before the usual. */
static void each_mode_has_its_hand_over(void **unused)
{
    static const double hand_over_s[] = {6, 7, 9, 11, 6.5};
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP SITE("") "residents: {" GROUP("walker", "") GROUP("rider", ", mode: e-bike, speed: 4 m/s") GROUP("driver", ", mode: car, speed: 3 m/s") GROUP("lorry", ", mode: car, speed: 3 m/s, hand-over: 11 s")
                             GROUP("child", ", hand-over: 6.5 s") "}\n" WATER "service: {greet: 1 s, hand-over: 6 s, hand-over-e-bike: 7 s, hand-over-car: 9 s}\n" GATE);
    for (int i = 0; i < 5; i++)
        expect_moment(estate.trace.visit[i].done_s, estate.trace.visit[i].starts_s + 1 + hand_over_s[i]);
    estate_close(&estate);
}

/* Of six cars one is served and two wait; of six walkers who come a little later three wait: neither takes the other's place. */
static void cars_wait_in_their_lane_and_walkers_beside_it(void **unused)
{
#define SIX(name, clock, more) name ": {from: gate, to: gate, counts: {from: '" clock "', every: 1 s, people: [6]}" more "}, "
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP SITE(", standing-room: 3, car-lane: 2") "residents: {" SIX("cars", "07:00", ", mode: car, speed: 3 m/s, party: 2") SIX("walkers", "07:00:30", "") SIX("later", "07:01:30", ", mode: car, speed: 3 m/s") "}\n"
                             WATER "service: {greet: 60 s}\n" GATE);
    expect_near(estate_group(&estate, 0, M_SERVED), 2 * 3, 0);
    expect_near(estate_group(&estate, 0, M_TURNED_AWAY), 2 * 3, 0);
    expect_near(estate_group(&estate, 1, M_SERVED), 3, 0);
    expect_near(estate_group(&estate, 1, M_TURNED_AWAY), 3, 0);
    expect_near(estate_group(&estate, 2, M_SERVED), 1, 0); /* by then one car of the lane is being served */
    expect_near(estate_group(&estate, 2, M_TURNED_AWAY), 5, 0);
    estate_close(&estate);
}

/* Who gives up leaves a place in the lane. */
static void a_car_that_leaves_makes_room(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP SITE(", car-lane: 1") "residents: {" SIX("cars", "07:00", ", mode: car, speed: 3 m/s, patience: 20 s") SIX("later", "07:00:30", ", mode: car, speed: 3 m/s") "}\n" WATER "service: {greet: 60 s}\n" GATE);
    expect_near(estate_group(&estate, 0, M_SERVED), 1, 0);
    expect_near(estate_group(&estate, 0, M_RENEGED), 1, 0);
    expect_near(estate_group(&estate, 1, M_SERVED), 1, 0);
    estate_close(&estate);
}

/* Home and gate are 120 m apart by the street; the garage's ramp, 30 m and 40 m, is for cars alone, steps of 50 m for walkers. */
#define RAMP "site: {nodes: {home: {x: 0 m, y: 0 m}, garage: {x: 0 m, y: 30 m}, gate: {x: 120 m, y: 0 m}, east: {x: 120 m, y: 60 m}}, \n" \
             "  paths: [[home, gate], [home, garage], [garage, gate, 40 m, for: car], [home, gate, 50 m, for: walk], [gate, east, for: [walk, e-bike]], [garage, east, 200 m, for: car]]}\n"

static void each_mode_takes_the_paths_that_are_open_to_it(void **unused)
{
    static const double way_s[] = {50 / 1.25, 120.0 / 4, 70.0 / 2};
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP RAMP "residents: {" GROUP("walker", ", speed: 1.25 m/s") GROUP("rider", ", mode: e-bike, speed: 4 m/s") GROUP("driver", ", mode: car, speed: 2 m/s") "}\n" WATER
                             "service: {greet: 1 s}\n" GATE);
    for (int i = 0; i < 3; i++)
        expect_moment(estate.trace.visit[i].arrives_s, estate.trace.visit[i].sets_out_s + way_s[i]);
    estate_close(&estate);
}

/* The east is 60 m beyond the gate on foot; a car has 70 m to the gate, and from there back by the garage, 40 m + 200 m. */
static void detours_and_the_next_station_go_by_the_mode(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP RAMP "residents: {" GROUP("walker", ", speed: 1 m/s") GROUP("driver", ", mode: car, speed: 1 m/s") GROUP("timid", ", speed: 1 m/s, detour: 119 m") "}\n" WATER
                             "service: {greet: 1 s}\nlayouts: {one: {east: {staff: 1}}}\n");
    expect_near(estate.plan.stream[0].extra_m[0], 2 * 60, 1e-12);
    expect_near(estate.plan.stream[1].extra_m[0], 30 + 200 + 200 + 40 - 70, 1e-12);
    expect_near(estate_group(&estate, 0, M_DETOUR_M), 120, 1e-9);
    expect_near(estate_group(&estate, 1, M_DETOUR_M), 400, 1e-9);
    expect_near(estate_group(&estate, 2, M_UNREACHED), 1, 0);
    estate_close(&estate);
    /* nobody serves at the gate: all go on to the east */
    estate_live(&estate, TOP RAMP "residents: {" GROUP("walker", ", speed: 1 m/s") GROUP("driver", ", mode: car, speed: 1 m/s") "}\n" WATER
                             "service: {greet: 1 s}\nlayouts: {one: {gate: {staff: 0}, east: {staff: 1}}}\n");
    expect_moment(estate.trace.visit[0].arrives_s, estate.trace.visit[0].sets_out_s + 50 + 60);
    expect_moment(estate.trace.visit[1].arrives_s, estate.trace.visit[1].sets_out_s + 70 + 240);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_rides_has_his_own_speed),
        cmocka_unit_test(each_mode_has_its_hand_over),
        cmocka_unit_test(cars_wait_in_their_lane_and_walkers_beside_it),
        cmocka_unit_test(a_car_that_leaves_makes_room),
        cmocka_unit_test(each_mode_takes_the_paths_that_are_open_to_it),
        cmocka_unit_test(detours_and_the_next_station_go_by_the_mode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
