/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Residents on their way: where they stop, and where they go when they don't get a drink there. */

/* home - a - b - exit along a street of 300 m, and a side street of 60 m from a to c; 1 m/s. */
#define STREET(more)                                                                               \
    "site:\n"                                                                                      \
    "  nodes: {home: {x: 0 m, y: 0 m}, a: {x: 100 m, y: 0 m" more "}, b: {x: 200 m, y: 0 m},\n"    \
    "          exit: {x: 300 m, y: 0 m}, c: {x: 100 m, y: 60 m}}\n"                                \
    "  paths: [[home, a], [a, b], [b, exit], [a, c]]\n"
#define WALKERS(n, more)                                                                           \
    "residents: {all: {from: home, to: exit, speed: 1 m/s, counts: {from: 07:00, every: 1 s, people: [" n "]}" more "}}\n"
#define TEA "drinks: {tea: {}}\nservice: {greet: 100 min}\n"
#define LAYOUT(stations) "layouts: {one: {" stations "}}\n"

enum { A = 0, SECOND = 1 };

static void he_takes_his_walk_s_time_to_the_station(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP STREET("") WALKERS("3", "") TEA LAYOUT("b: {staff: 3}"));
    for (int i = 0; i < 3; i++) {
        expect_moment(estate.visit[i]->arrives_s, estate.visit[i]->sets_out_s + 200);
        expect_moment(estate.visit[i]->walked_m, 200);
    }
    expect_near(estate_whole(&estate, M_DETOUR_M), 0, 1e-9);
    estate_close(&estate);
}

/* Both lie on his way: he stops at the first, in whatever order the layout names them. */
static void of_two_on_the_way_he_takes_the_first(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP STREET("") WALKERS("1", "") TEA LAYOUT("a: {staff: 1}, b: {staff: 1}"));
    assert_int_equal(estate.visit[0]->station, 0);
    estate_close(&estate);
    estate_live(&estate, TOP STREET("") WALKERS("1", "") TEA LAYOUT("b: {staff: 1}, a: {staff: 1}"));
    assert_int_equal(estate.visit[0]->station, 1);
    estate_close(&estate);
}

static void of_two_off_the_way_he_takes_the_nearer(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP STREET("") WALKERS("1", "") TEA LAYOUT("c: {staff: 1}, b: {staff: 1}"));
    assert_int_equal(estate.visit[0]->station, SECOND);
    estate_close(&estate);
}

/* At a the first is served for the day, the second waits; all others balk and go 100 m on to b. */
static void who_balks_goes_on_to_the_next_on_his_way(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP STREET("") WALKERS("5", ", balk: 1") TEA LAYOUT("b: {staff: 9}, a: {staff: 1}"));
    for (int i = 2; i < 5; i++) {
        const struct visit *visit = estate.visit[i];
        assert_int_equal(visit->outcome, OUT_SERVED);
        assert_int_equal(visit->station, 0);
        expect_moment(visit->starts_s, visit->sets_out_s + 200);
        expect_moment(visit->walked_m, 200);
        expect_near(visit->waited_s, 0, 0); /* a walk is no wait */
    }
    expect_near(estate_station(&estate, 0, M_WANTED), 3, 0); /* where he ended up */
    expect_near(estate_station(&estate, 1, M_BALKED), 0, 0);
    expect_near(estate_whole(&estate, M_DETOUR_M), 0, 1e-9);
    estate_close(&estate);
}

/* Six stations on a crooked street of three-figure lengths: sums of the same walks differ in the last digits. Each
 * serves the first who comes and has no line, so the k-th resident ends up at the k-th station of the street. */
static void stations_along_a_street_are_tried_in_the_order_he_passes_them(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "site:\n  nodes: {home: {x: 0.1 m, y: 0.3 m}, s1: {x: 7.7 m, y: 3.1 m}, s2: {x: 19.3 m, y: 8.9 m}, s3: {x: 23.9 m, y: 9.7 m},\n"
                             "    s4: {x: 37.1 m, y: 21.3 m}, s5: {x: 41.7 m, y: 23.9 m}, s6: {x: 59.9 m, y: 31.1 m}, exit: {x: 77.3 m, y: 41.3 m}}\n"
                             "  paths: [[home, s1], [s1, s2], [s2, s3], [s3, s4], [s4, s5], [s5, s6], [s6, exit]]\n"
                             WALKERS("6", ", balk: 0") TEA
                             LAYOUT("s5: {staff: 1}, s2: {staff: 1}, s6: {staff: 1}, s4: {staff: 1}, s1: {staff: 1}, s3: {staff: 1}"));
    static const int station[] = {4, 1, 5, 3, 0, 2};
    for (int i = 0; i < 6; i++) {
        assert_int_equal(estate.visit[i]->outcome, OUT_SERVED);
        assert_int_equal(estate.visit[i]->station, station[i]);
    }
    estate_close(&estate);
}

/* From a to c and back is 120 m: whoever accepts less balks at a and is gone. */
static void he_goes_on_no_farther_than_his_tolerance(void **unused)
{
    static const char *const yaml[] = {
        TOP STREET("") WALKERS("5", ", balk: 1, detour: 119 m") TEA LAYOUT("a: {staff: 1}, c: {staff: 9}"),
        TOP STREET("") WALKERS("5", ", balk: 1, detour: 121 m") TEA LAYOUT("a: {staff: 1}, c: {staff: 9}"),
    };
    struct estate estate;

    (void)unused;
    estate_live(&estate, yaml[0]);
    expect_near(estate_station(&estate, A, M_BALKED), 3, 0);
    expect_near(estate_station(&estate, SECOND, M_WANTED), 0, 0);
    estate_close(&estate);
    estate_live(&estate, yaml[1]);
    expect_near(estate_station(&estate, SECOND, M_SERVED), 3, 0);
    expect_near(estate_whole(&estate, M_DETOUR_M), 3 * 120, 1e-9);
    expect_moment(estate.visit[4]->starts_s, estate.visit[4]->sets_out_s + 160);
    estate_close(&estate);
}

static void a_station_beyond_his_tolerance_does_not_reach_him(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP STREET("") WALKERS("4", ", detour: 119 m") TEA LAYOUT("c: {staff: 9}"));
    expect_near(estate_whole(&estate, M_UNREACHED), 4, 0);
    expect_near(estate_station(&estate, 0, M_WANTED), 0, 0);
    expect_near(estate_whole(&estate, M_REACHED), 0, 0);
    estate_close(&estate);
}

/* First a, then b, then c: at the last he has tried them all, and how it ended there counts. */
static void he_tries_every_station_once(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP STREET(", standing-room: 0") WALKERS("9", ", balk: 0") TEA LAYOUT("a: {staff: 1}, b: {staff: 1}, c: {staff: 1}"));
    expect_near(estate_whole(&estate, M_SERVED), 3, 0);
    expect_near(estate_whole(&estate, M_BALKED), 6, 0);
    expect_near(estate_whole(&estate, M_TURNED_AWAY), 0, 0);
    for (int i = 3; i < 9; i++) { /* a - b - c: 100 + 100 + 160 m, and 260 m on to the exit */
        assert_int_equal(estate.visit[i]->station, 2);
        expect_moment(estate.visit[i]->walked_m, 360);
    }
    expect_near(estate_whole(&estate, M_DETOUR_M), 320.0 * 7, 1e-9); /* these 6 and the one served at c */
    estate_close(&estate);
}

/* Of those turned away at a, the first with room at b waits there with all his patience. */
static void patience_starts_anew_at_the_next_station(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP STREET(", standing-room: 0") WALKERS("3", ", patience: 150 s") TEA LAYOUT("a: {staff: 1}, b: {staff: 1}"));
    const struct visit *last = estate.visit[2];
    assert_int_equal(last->outcome, OUT_RENEGED);
    expect_moment(last->done_s, last->sets_out_s + 200 + 150);
    expect_moment(last->waited_s, 150);
    estate_close(&estate);
}

/* Two of three wait one and two minutes at c, 120 m off their way; each has 3 min to spare. */
static void he_is_late_by_what_stop_and_detour_cost_beyond_his_slack(void **unused)
{
    struct estate estate;
    double late_s = 0;

    (void)unused;
    estate_live(&estate, TOP STREET("") WALKERS("3", ", slack: 3 min") "drinks: {tea: {}}\nservice: {greet: 60 s}\n" LAYOUT("c: {staff: 1}"));
    for (int i = 0; i < 3; i++)
        late_s += fmax(0, estate.visit[i]->waited_s + 60 + 120 - 180);
    expect_between(late_s, 177, 180);
    expect_near(estate_whole(&estate, M_LATE_S), late_s, 1e-9);
    estate_close(&estate);
}

/* Without a path there is no way to d: nobody goes there, also not from the next station. */
static void a_station_that_no_path_leads_to_is_not_considered(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "site: {nodes: {home: {x: 0 m, y: 0 m}, a: {x: 9 m, y: 0 m}, d: {x: 5 m, y: 0 m}}, paths: [[home, a]]}\n"
                             "residents: {all: {from: home, to: a, balk: 0, counts: {from: 07:00, every: 1 s, people: [5]}},\n"
                             "  none: {from: d, to: d, counts: {from: 07:00, every: 1 s, people: [0]}}}\n" TEA
                             LAYOUT("d: {staff: 9}, a: {staff: 1}"));
    expect_near(estate_station(&estate, 0, M_WANTED), 0, 0);
    expect_near(estate_station(&estate, 1, M_BALKED), 4, 0);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(he_takes_his_walk_s_time_to_the_station),
        cmocka_unit_test(of_two_on_the_way_he_takes_the_first),
        cmocka_unit_test(of_two_off_the_way_he_takes_the_nearer),
        cmocka_unit_test(who_balks_goes_on_to_the_next_on_his_way),
        cmocka_unit_test(stations_along_a_street_are_tried_in_the_order_he_passes_them),
        cmocka_unit_test(he_goes_on_no_farther_than_his_tolerance),
        cmocka_unit_test(a_station_beyond_his_tolerance_does_not_reach_him),
        cmocka_unit_test(he_tries_every_station_once),
        cmocka_unit_test(patience_starts_anew_at_the_next_station),
        cmocka_unit_test(he_is_late_by_what_stop_and_detour_cost_beyond_his_slack),
        cmocka_unit_test(a_station_that_no_path_leads_to_is_not_considered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
