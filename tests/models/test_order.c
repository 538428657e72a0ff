/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* The lane that is served first, and cups ordered before. */

#define WATER "drinks: {water: {}}\n"
#define DESK(staff) "layouts: {one: {desk: {staff: " staff "}}}\n"
#define ONE_AT(name, clock, more) name ": {at: desk, counts: {from: " clock ", every: 1 s, people: [1]}" more "}, "

/* While the first is served two others join, then two with priority: those are served before them, in their order. */
static void who_has_priority_is_served_first_and_cuts_no_service_short(void **unused)
{
    static const int turn[] = {0, 3, 4, 1, 2};
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("b", "07:00:10", "") ONE_AT("c", "07:00:20", "") ONE_AT("d", "07:00:30", ", priority: yes")
                             ONE_AT("e", "07:00:40", ", priority: yes") "}\n" WATER "service: {greet: 60 s}\n" DESK("1"));
    for (int i = 0; i < 5; i++)
        expect_moment(estate.visit[turn[i]]->starts_s, estate.visit[0]->starts_s + 60 * i);
    estate_close(&estate);
}

/* The second of three in the fast lane gives up, then the last of it: who comes next still goes before the others. */
static void the_lane_closes_when_someone_leaves_it(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("b", "07:00:05", "") ONE_AT("c", "07:00:10", ", priority: yes")
                             ONE_AT("d", "07:00:15", ", priority: yes, patience: 5 s") ONE_AT("e", "07:00:18", ", priority: yes, patience: 10 s")
                             ONE_AT("f", "07:00:40", ", priority: yes") "}\n" WATER "service: {greet: 60 s}\n" DESK("1"));
    assert_int_equal(estate.visit[3]->outcome, OUT_RENEGED);
    assert_int_equal(estate.visit[4]->outcome, OUT_RENEGED);
    expect_moment(estate.visit[2]->starts_s, estate.visit[0]->starts_s + 60);
    expect_moment(estate.visit[5]->starts_s, estate.visit[0]->starts_s + 120);
    expect_moment(estate.visit[1]->starts_s, estate.visit[0]->starts_s + 180);
    estate_close(&estate);
}

#define TEA "drinks: {tea: {cup: 250 ml, serve: 40 - 90 °C}}\nequipment: {jug: {kind: insulated, volume: 10 L, filled: 80 °C, loss: 0 W/K, tap: 50 ml/s}}\n"
#define SERVED "service: {greet: 7 s, hand-over: 6 s, pour-drop: 4 K, cup-cooling: 10 min}\nair: 0 °C\n"

/* Poured two minutes before, he waits for nothing but the hand-over; the cup has cooled from when it was full. */
static void a_cup_ordered_before_waits_and_cools(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:10", ", preorder: {share: 100 %, early: 2 min}") "}\n" TEA SERVED "layouts: {one: {desk: {staff: 1, vessels: {tea: jug}}}}\n");
    const struct visit *visit = estate.visit[0];
    expect_moment(visit->starts_s, visit->arrives_s);
    expect_moment(visit->done_s, visit->arrives_s + 6);
    expect_within((double)visit->cup_c, 76 * exp(-115.0 / 600), 1e-5);
    expect_near(estate_whole(&estate, M_BUSY_S), 5 + 6, 1e-9);
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 1, 0);
    estate_close(&estate);
}

/* All staff are busy until after he comes: he isn't asked again, and gets what he ordered from the vessel. */
static void an_order_that_nobody_had_time_for_is_poured_when_he_comes(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("talker", "07:08", ", consult: 100 %") ONE_AT("other", "07:09", "") ONE_AT("a", "07:10", ", preorder: {share: 100 %, early: 1 min}") "}\n" TEA
                             "service: {greet: 7 s, hand-over: 6 s, consult: 150 s}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: jug}}}}\n");
    const struct visit *talker = estate.visit[0], *other = estate.visit[1], *visit = estate.visit[2];
    expect_moment(talker->done_s, talker->arrives_s + 168);
    expect_moment(visit->done_s, talker->done_s + 5 + 6); /* the cup first, then he, before the other */
    expect_moment(other->starts_s, visit->done_s);
    estate_close(&estate);
}

static void a_cup_that_nobody_fetches_is_poured_away(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("5", ", preorder: {share: 100 %, no-show: 100 %}") TEA "costs: {wage: 0 CNY/h, cup: 0 CNY, waste: 2 CNY}\nservice: {greet: 7 s}\n"
                             "layouts: {one: {desk: {staff: 1, vessels: {tea: jug}, portions: {tea: 30}, cups: 30}}}\n");
    expect_near(estate_whole(&estate, M_WANTED), 5, 0);
    expect_near(estate_whole(&estate, M_NO_SHOW), 5, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 0, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 30, 0);
    expect_near(estate_whole(&estate, M_CUPS_USED), 5, 0);
    expect_near(estate_whole(&estate, M_COST), 60, 1e-12);
    expect_near(estate_whole(&estate, M_DETOUR_M) + estate_whole(&estate, M_LATE_S), 0, 0);
    estate_close(&estate);
}

/* Crowded days with everything at once: everyone ends somewhere, portions add up, the line obeys Little. */
static void nobody_and_nothing_is_lost(void **unused)
{
    struct estate estate;
    double booked = 0, wanted = 0, no_show = 0;

    (void)unused;
    estate_open(&estate, TOP "residents: {a: {at: desk, rate: 150 /h, preorder: {share: 30 %, no-show: 20 %}, party: 'discrete(1: 70 %, 2: 30 %)', patience: exponential(mean 1 min), balk: 6},\n"
                             "            b: {at: desk, rate: 60 /h, priority: yes, patience: exponential(mean 2 min)}}\n" TEA
                             "service: {greet: exponential(mean 10 s), hand-over: 6 s}\nlayouts: {one: {desk: {staff: 2, vessels: {tea: jug}, portions: {tea: 230}}}}\n");
    for (uint32_t r = 0; r < 200; r++) {
        estate_day(&estate, 5, r);
        double ended = 0;
        for (int m = M_UNREACHED; m <= M_NO_SHOW; m++)
            ended += m == M_WARM || m == M_LUKEWARM || m == M_SCALD ? 0 : estate_whole(&estate, (enum measure)m);
        expect_near(ended, estate_whole(&estate, M_WANTED), 0);
        expect_near(estate_whole(&estate, M_PORTIONS_USED), estate_whole(&estate, M_SERVED), 0);
        expect_near(estate_whole(&estate, M_PORTIONS_USED) + estate_whole(&estate, M_PORTIONS_WASTED), 230, 0);
        assert_true(estate.day.little_error < 1e-9 && estate.day.heat_error < 1e-9);
        for (long i = 0; i < estate.day.visits; i++) {
            const struct visit *visit = &estate.trace.visit[i];
            booked += visit->stream == 0 && visit->booking >= 0;
            wanted += visit->stream == 0;
            no_show += visit->outcome == OUT_NO_SHOW;
        }
    }
    expect_within(booked / wanted, 0.3, 4 * sqrt(0.3 * 0.7 / wanted));
    expect_within(no_show / booked, 0.2, 4 * sqrt(0.2 * 0.8 / booked));
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_priority_is_served_first_and_cuts_no_service_short),
        cmocka_unit_test(the_lane_closes_when_someone_leaves_it),
        cmocka_unit_test(a_cup_ordered_before_waits_and_cools),
        cmocka_unit_test(an_order_that_nobody_had_time_for_is_poured_when_he_comes),
        cmocka_unit_test(a_cup_that_nobody_fetches_is_poured_away),
        cmocka_unit_test(nobody_and_nothing_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
