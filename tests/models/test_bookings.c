/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Cups ordered for a slot, by people who aren't always punctual, some of them for the points. */

#define TEA "drinks: {tea: {cup: 250 ml, serve: 40 - 90 °C}}\nequipment: {jug: {kind: insulated, volume: 60 L, filled: 80 °C, loss: 0 W/K, tap: 50 ml/s}}\n"
#define SERVED "service: {greet: 7 s, hand-over: 6 s, pour-drop: 4 K, cup-cooling: 10 min}\nair: 0 °C\n"
#define JUG "layouts: {one: {desk: {staff: 1, vessels: {tea: jug}}}}\n"
#define ONE_AT(clock, order) "residents: {one: {at: desk, counts: {from: " clock ", every: 1 s, people: [1]}, preorder: {share: 100 %, " order "}}}\n"

/* Time of the first event of a kind, or 0. */
static double first_time(const struct estate *estate, const char *what)
{
    for (long i = 0; i < estate->trace.n; i++)
        if (strcmp(estate->trace.event[i].what, what) == 0)
            return estate->trace.event[i].time_s;
    return 0;
}

/* He means to come at 07:13:20: with slots of five minutes from 07:00 on his cup is poured 1 min before 07:10. */
static void the_cup_is_due_before_the_slot_begins(void **unused)
{
    static const struct {
        const char *yaml;
        double due_s;
    } row[] = {
        {TOP ONE_AT("07:13:20", "early: 1 min, slot: 5 min") TEA SERVED JUG, 25200 + 9 * 60},
        {TOP ONE_AT("07:13:20", "early: 0 s, slot: 8 min") TEA SERVED JUG, 25200 + 8 * 60},
        {TOP ONE_AT("07:03:20", "early: 1 min, slot: 5 min") TEA SERVED JUG, 25200}, /* not before opening */
    };

    (void)unused;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct estate estate;
        estate_live(&estate, row[i].yaml);
        const struct visit *visit = estate.visit[0];
        expect_moment(first_time(&estate, "pours-ahead"), row[i].due_s);
        expect_moment(visit->done_s, visit->arrives_s + 6);
        expect_within((double)visit->cup_c, 76 * exp(-(visit->arrives_s - row[i].due_s - 5) / 600), 1e-4);
        estate_close(&estate);
    }
}

/* 90 s late: the cup is where it was to be, he isn't. Half an hour early is before opening: he's there when it opens. */
static void who_is_not_punctual_comes_at_another_time_than_he_said(void **unused)
{
    struct estate late, early;

    (void)unused;
    estate_live(&late, TOP ONE_AT("07:13:20", "early: 2 min, punctuality: 90 s") TEA SERVED JUG);
    estate_live(&early, TOP ONE_AT("07:13:20", "early: 2 min, punctuality: -30 min") TEA SERVED JUG);
    expect_moment(late.visit[0]->arrives_s, first_time(&late, "pours-ahead") + 120 + 90);
    expect_moment(early.visit[0]->arrives_s, 25200);
    expect_moment(early.visit[0]->done_s, 25200 + 5 + 6); /* his order is known, the cup isn't poured yet */
    estate_close(&late);
    estate_close(&early);
}

static void nobody_comes_so_late_that_it_is_after_the_window(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP ONE_AT("07:50", "punctuality: 45 min") TEA SERVED JUG);
    expect_moment(estate.visit[0]->sets_out_s, 28800);
    expect_near(estate_whole(&estate, M_SERVED), 1, 0);
    estate_close(&estate);
}

/* Spread of 90 s around when they said: compared with themselves, punctual. */
static void punctuality_is_spread_as_the_scenario_says(void **unused)
{
#define MANY(order) "residents: {all: {at: desk, counts: {from: 07:20, every: 20 min, people: [2000]}, preorder: {share: 100 %, early: 0 s" order "}}}\ndrinks: {water: {}}\nlayouts: {one: {desk: {staff: 1}}}\n"
    struct estate said, came;
    double sum = 0, squares = 0, n = 0;

    (void)unused;
    estate_live(&said, TOP MANY(""));
    estate_live(&came, TOP MANY(", punctuality: 'normal(mean 20 s, sd 90 s)'"));
    for (long i = 0; i < said.day.visits; i++) {
        const struct visit *a = &said.trace.visit[i], *b = &came.trace.visit[i];
        assert_int_equal(a->resident, b->resident);
        double shift_s = b->arrives_s - a->arrives_s;
        sum += shift_s, squares += shift_s * shift_s, n++;
    }
    expect_within(sum / n, 20, 4 * 90 / sqrt(n));
    expect_within(sqrt(squares / n - sum * sum / n / n), 90, 4 * 90 / sqrt(2 * n));
    estate_close(&said);
    estate_close(&came);
}

/* 30 % want a drink anyway, of whom a fifth book; points win another 10 % of the group, who all book. */
static void points_win_people_who_all_book_and_change_nobody_else(void **unused)
{
#define GROUP_WITH(points) "residents: {all: {at: desk, counts: {from: 07:00, every: 60 min, people: [4000]}, uptake: 30 %, preorder: {share: 20 %, no-show: 25 %" points "}}}\n" \
                           "drinks: {water: {}}\nlayouts: {one: {desk: {staff: 1}}}\n"
    struct estate without, with;
    double booked = 0, absent = 0;
    long k = 0;

    (void)unused;
    estate_live(&without, TOP GROUP_WITH(""));
    estate_live(&with, TOP GROUP_WITH(", points: 10 %"));
    for (long i = 0; i < with.day.visits; i++) {
        const struct visit *visit = &with.trace.visit[i], *same = &without.trace.visit[k];
        if (k < without.day.visits && same->resident == visit->resident) {
            assert_true((same->booking >= 0) == (visit->booking >= 0) && same->sets_out_s == visit->sets_out_s);
            k++;
            continue;
        }
        assert_true(visit->booking >= 0);
        booked++;
        absent += visit->outcome == OUT_NO_SHOW;
    }
    assert_int_equal(k, without.day.visits);
    expect_within((double)without.day.visits / 4000, 0.3, 4 * sqrt(0.3 * 0.7 / 4000));
    expect_within(booked / 4000, 0.1, 4 * sqrt(0.1 * 0.9 / 4000));
    expect_within(absent / booked, 0.25, 4 * sqrt(0.25 * 0.75 / booked));
    estate_close(&without);
    estate_close(&with);
}

/* Points can't win more than there are. */
static void all_who_come_is_all_there_are(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {all: {at: desk, counts: {from: 07:00, every: 60 min, people: [500]}, uptake: 95 %, preorder: {points: 50 %}}}\n"
                             "drinks: {water: {}}\nlayouts: {one: {desk: {staff: 1}}}\n");
    expect_near(estate_whole(&estate, M_WANTED), 500, 0);
    expect_near(residents_takers(scenario_group(&estate.scenario, 0), 0), 1, 0);
    estate_close(&estate);
}

static void who_had_booked_is_counted_apart(void **unused)
{
    struct estate estate;
    double booked = 0, booked_wait_s = 0, wait_s = 0, served = 0, spilled = 0;

    (void)unused;
    estate_live(&estate, TOP "residents: {all: {at: desk, rate: 200 /h, party: 'discrete(1: 70 %, 3: 30 %)', preorder: {share: 40 %, no-show: 20 %}}}\n" TEA SERVED JUG);
    for (long i = 0; i < estate.day.visits; i++) {
        const struct visit *visit = &estate.trace.visit[i];
        spilled += visit->outcome == OUT_NO_SHOW ? visit->cups : 0;
        if (visit->outcome != OUT_SERVED)
            continue;
        served += visit->cups;
        wait_s += visit->cups * visit->waited_s;
        booked += visit->booking >= 0 ? visit->cups : 0;
        booked_wait_s += visit->booking >= 0 ? visit->cups * visit->waited_s : 0;
    }
    assert_true(booked > 20 && spilled > 5);
    expect_near(estate_whole(&estate, M_BOOKED), booked, 0);
    expect_near(estate_whole(&estate, M_WALK_INS), served - booked, 0);
    expect_near(estate_whole(&estate, M_BOOKED_WAIT_S), booked_wait_s, 1e-9);
    expect_near(estate_whole(&estate, M_WALK_IN_WAIT_S), wait_s - booked_wait_s, 1e-9);
    expect_near(estate_whole(&estate, M_SPILLED), spilled, 0);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cup_is_due_before_the_slot_begins),
        cmocka_unit_test(who_is_not_punctual_comes_at_another_time_than_he_said),
        cmocka_unit_test(nobody_comes_so_late_that_it_is_after_the_window),
        cmocka_unit_test(punctuality_is_spread_as_the_scenario_says),
        cmocka_unit_test(points_win_people_who_all_book_and_change_nobody_else),
        cmocka_unit_test(all_who_come_is_all_there_are),
        cmocka_unit_test(who_had_booked_is_counted_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
