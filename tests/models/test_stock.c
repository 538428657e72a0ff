/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Portions and cups that run out. Nearly everybody asks for tea: of a million one asks for milk, so that milk is
 * something the group likes when tea is out. */

#define LIKES ", drinks: {tea: 99.9999 %, milk: 0.0001 %}"
#define DRINKS "drinks: {tea: {cup: 250 ml, cost: 2 CNY}, milk: {cup: 250 ml, cost: 3 CNY}}\nservice: {greet: 60 s}\n"
#define DESK(stock) "layouts: {one: {desk: {staff: 1, " stock "}}}\n"

enum { TEA, MILK };

static void who_finds_nothing_left_goes_short(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("7", LIKES) DRINKS DESK("portions: {tea: 3}"));
    for (int i = 0; i < 7; i++)
        assert_int_equal(estate.visit[i]->outcome, i < 3 ? OUT_SERVED : OUT_SHORT);
    expect_near(estate_whole(&estate, M_SHORT), 4, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 3, 0);
    estate_close(&estate);
}

/* Tea lasts for those who come first; those in line learn it when their turn comes, who comes later at the door. */
static void the_line_hears_of_it_when_its_turn_comes(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("5", LIKES) DRINKS DESK("portions: {tea: 2}"));
    for (int i = 2; i < 5; i++) { /* two services of 60 s, then the whole line is told at once */
        expect_moment(estate.visit[i]->done_s, estate.visit[0]->arrives_s + 120);
        expect_moment(estate.visit[i]->waited_s, estate.visit[i]->done_s - estate.visit[i]->arrives_s);
    }
    estate_close(&estate);
}

static void who_takes_another_drink_is_served_while_there_is_any(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("7", LIKES ", substitute: 100 %") DRINKS DESK("portions: {tea: 3, milk: 2}"));
    for (int i = 0; i < 7; i++) {
        assert_int_equal(estate.visit[i]->outcome, i < 5 ? OUT_SERVED : OUT_SHORT);
        assert_int_equal(estate.visit[i]->first_drink, TEA);
        if (i < 5)
            assert_int_equal(estate.visit[i]->drink, i < 3 ? TEA : MILK);
    }
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 5, 0);
    expect_near(estate_series(&estate, C_PORTIONS, 0, MILK, 11), 0, 0);
    estate_close(&estate);
}

/* What the group doesn't ask for at all is no substitute. */
static void nobody_takes_what_his_group_never_asks_for(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("7", ", drinks: {tea: 100 %, milk: 0 %}, substitute: 100 %") DRINKS DESK("portions: {tea: 3, milk: 9}"));
    expect_near(estate_whole(&estate, M_SHORT), 4, 0);
    estate_close(&estate);
}

/* Of three drinks the first is out: two in three of those left asks for the second, by the group's shares. */
static void substitutes_are_taken_by_the_group_s_shares(void **unused)
{
    struct estate estate;
    int n = 0, second = 0;

    (void)unused;
    estate_live(&estate, TOP CROWD("9000", ", substitute: 100 %, drinks: {a: 70 %, b: 20 %, c: 10 %}")
                "drinks: {a: {}, b: {}, c: {}}\nlayouts: {one: {desk: {staff: 1, portions: {a: 0}}}}\n");
    for (long i = 0; i < estate.day.visits; i++)
        if (estate.visit[i]->first_drink == 0) {
            n++;
            second += estate.visit[i]->drink == 1;
        }
    expect_near(estate_whole(&estate, M_SERVED), 9000, 0);
    expect_within(n, 6300, 3.9 * sqrt(9000 * 0.7 * 0.3));
    expect_within(second, n * 2 / 3.0, 3.9 * sqrt(n * 2 / 9.0)); /* 99.99 % */
    estate_close(&estate);
}

/* Of 2,000 who find their drink out, 30 % take another. */
static void the_share_who_substitute_is_the_one_given(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("2000", LIKES ", substitute: 30 %") "drinks: {tea: {}, milk: {}}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 0}}}}\n");
    expect_within(estate_whole(&estate, M_SERVED), 600, 3.9 * sqrt(2000 * 0.3 * 0.7));
    expect_near(estate_whole(&estate, M_SHORT), 2000 - estate_whole(&estate, M_SERVED), 0);
    estate_close(&estate);
}

static void without_a_cup_there_is_no_drink(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("7", LIKES) DRINKS DESK("cups: 4"));
    expect_near(estate_whole(&estate, M_SERVED), 4, 0);
    expect_near(estate_whole(&estate, M_SHORT), 3, 0);
    expect_near(estate_whole(&estate, M_CUPS_USED), 4, 0);
    expect_near(estate_whole(&estate, M_CUPS_SAVED), 0, 0);
    expect_near(estate_series(&estate, C_CUPS, 0, 0, 11), 0, 0);
    estate_close(&estate);
}

static void who_brings_a_cup_needs_none(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("7", LIKES ", own-cup: 100 %") DRINKS DESK("cups: 0"));
    expect_near(estate_whole(&estate, M_SERVED), 7, 0);
    expect_near(estate_whole(&estate, M_CUPS_USED), 0, 0);
    expect_near(estate_whole(&estate, M_CUPS_SAVED), 7, 0);
    estate_close(&estate);
}

/* Half a portion is none, and neither is half a cup. */
static void only_whole_portions_and_cups_are_given_out(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("7", LIKES) DRINKS DESK("portions: {tea: 5.5}, cups: 3.9"));
    expect_near(estate_whole(&estate, M_SERVED), 3, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 2, 0);
    estate_close(&estate);
}

/* Out at the first station: he goes 100 m on to the next, and takes what he asked for there. */
static void who_finds_nothing_left_goes_on_to_the_next_station(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "site: {nodes: {home: {x: 0 m, y: 0 m}, a: {x: 100 m, y: 0 m}, b: {x: 200 m, y: 0 m}}, paths: [[home, a], [a, b]]}\n"
                             "residents: {all: {from: home, to: b, speed: 1 m/s, substitute: 100 %, drinks: {tea: 99.9999 %, milk: 0.0001 %},\n"
                             "  counts: {from: 07:00, every: 1 s, people: [9]}}}\n" DRINKS
                             "layouts: {one: {a: {staff: 9, portions: {tea: 2, milk: 3}}, b: {staff: 9, portions: {tea: 3}}}}\n");
    for (int i = 0; i < 9; i++) {
        const struct visit *visit = estate.visit[i];
        assert_int_equal(visit->station, i < 5 ? 0 : 1);
        assert_int_equal(visit->drink, i >= 2 && i < 5 ? MILK : i < 8 ? TEA : MILK);
        expect_moment(visit->starts_s, visit->sets_out_s + (i < 5 ? 100 : 200));
    }
    expect_near(estate_whole(&estate, M_SERVED), 9, 0); /* milk never runs out at b */
    estate_close(&estate);
}

/* What is left of a day: 8 portions came, 3 were used, 5 are poured away, or kept where the drink keeps. */
static void what_is_left_is_waste_unless_it_keeps(void **unused)
{
    static const char *const yaml[] = {
        TOP CROWD("3", "") "drinks: {tea: {cost: 2 CNY}}\n" DESK("portions: {tea: 8}"),
        TOP CROWD("3", "") "drinks: {tea: {cost: 2 CNY, keeps: yes}}\n" DESK("portions: {tea: 8}"),
    };
    struct estate estate;

    (void)unused;
    for (int keeps = 0; keeps < 2; keeps++) {
        estate_live(&estate, yaml[keeps]);
        expect_near(estate_whole(&estate, M_PORTIONS_USED), 3, 0);
        expect_near(estate_whole(&estate, M_PORTIONS_WASTED), keeps ? 0 : 5, 0);
        expect_near(estate_series(&estate, C_PORTIONS, 0, TEA, 11), 5, 0);
        estate_close(&estate);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_finds_nothing_left_goes_short),
        cmocka_unit_test(the_line_hears_of_it_when_its_turn_comes),
        cmocka_unit_test(who_takes_another_drink_is_served_while_there_is_any),
        cmocka_unit_test(nobody_takes_what_his_group_never_asks_for),
        cmocka_unit_test(substitutes_are_taken_by_the_group_s_shares),
        cmocka_unit_test(the_share_who_substitute_is_the_one_given),
        cmocka_unit_test(without_a_cup_there_is_no_drink),
        cmocka_unit_test(who_brings_a_cup_needs_none),
        cmocka_unit_test(only_whole_portions_and_cups_are_given_out),
        cmocka_unit_test(who_finds_nothing_left_goes_on_to_the_next_station),
        cmocka_unit_test(what_is_left_is_waste_unless_it_keeps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
