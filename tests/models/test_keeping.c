/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* What gets old, what is cleaned and rinsed, and what a day leaves for the next. */

#define EVERY(seconds, people) "residents: {all: {at: desk, counts: {from: 07:00, every: " seconds " s, people: [" people "]}}}\n"

static double time_of(const struct estate *estate, const char *what, int which)
{
    for (long i = 0; i < estate->trace.n; i++)
        if (strcmp(estate->trace.event[i].what, what) == 0 && which-- == 0)
            return estate->trace.event[i].time_s;
    return NAN;
}

/* 20 L for 80 cups, of which one is drunk: after 20 min 79 are poured away, and the same again for what came fresh. */
static void what_is_too_old_is_poured_away(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP EVERY("60", "1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1") "drinks: {tea: {cup: 250 ml, hold: 20 min}}\n"
                "equipment: {jug: {kind: insulated, volume: 20 L, filled: 70 °C, swap: 1 min, refill: {by: helper}}}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: jug}, portions: {tea: 200}}}}\n");
    expect_moment(time_of(&estate, "too-old", 0), 25200 + 1200);
    expect_moment(time_of(&estate, "too-old", 1), 25200 + 1200 + 60 + 1200);
    expect_near(estate_whole(&estate, M_SERVED), 2, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 2, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 198, 0);
    expect_near(estate_whole(&estate, M_TOO_OLD), 79 + 79, 0); /* 40 are left over */
    expect_near(estate_whole(&estate, M_SPILLED), 79 + 79, 0);
    expect_near(estate.day.measure[(1 + 1 + 1) * MEASURES + M_TOO_OLD], 79 + 79, 0); /* of the drink */
    expect_near(estate_series(&estate, C_PORTIONS, 0, 0, 11), 200 - 1 - 79 - 1 - 79, 0);
    estate_close(&estate);
}

/* Who is being greeted as the last of it gets too old goes without. */
static void an_order_may_come_too_late(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {all: {at: desk, counts: {from: '07:19:55', every: 1 s, people: [1]}}}\n" "drinks: {tea: {cup: 250 ml, hold: 20 min}}\nservice: {greet: 30 s}\n"
                "equipment: {jug: {kind: insulated, volume: 20 L, filled: 70 °C}}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: jug}, portions: {tea: 80}, cups: 9}}}\n");
    expect_near(estate_whole(&estate, M_SHORT), 1, 0);
    expect_near(estate_whole(&estate, M_CUPS_USED), 0, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 80, 0);
    estate_close(&estate);
}

/* 1 L holds 4 cups, 15 s each; before the fifth the empty carrier is cleaned for 90 s. */
static void an_empty_vessel_is_cleaned_first(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("5", "") "drinks: {tea: {cup: 250 ml}}\n"
                "equipment: {jug: {kind: insulated, volume: 1 L, filled: 80 °C, swap: 10 s, clean: 90 s, tap: 1 L/min, refill: {by: helper}}}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: jug}}}}\n");
    double first_s = estate.visit[0]->starts_s, last_s = estate.visit[4]->done_s;
    expect_moment(last_s - first_s, 5 * 15 + 100);
    estate_close(&estate);
}

/* tea, milk, milk, tea: rinsed before the second and the fourth. */
static void another_drink_is_rinsed_for(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" SOMEBODY_AT("a", "07:01", ", drinks: tea") SOMEBODY_AT("b", "07:05", ", drinks: milk") SOMEBODY_AT("c", "07:09", ", drinks: milk") SOMEBODY_AT("d", "07:13", ", drinks: tea") "}\n"
                "drinks: {tea: {cup: 250 ml}, milk: {cup: 250 ml}}\nservice: {rinse: 7 s}\n"
                "equipment: {jug: {kind: insulated, volume: 9 L, filled: 80 °C, tap: 1 L/min}}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: jug, milk: jug}}}}\n");
    static const double lasts_s[] = {15, 22, 15, 22};
    for (int i = 0; i < 4; i++)
        expect_moment(estate.visit[i]->done_s - estate.visit[i]->starts_s, lasts_s[i]);
    estate_close(&estate);
}

#define TEN_A_DAY EVERY("60", "1, 1, 1, 1, 1, 1, 1, 1, 1, 1")

/* 25 portions that keep, and a delivery every third day: 10, 10, 5 of 10; then as at first. */
static void what_keeps_is_there_the_next_day(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "campaign: {days: 3, delivery-every: 3}\n" TEN_A_DAY "drinks: {tea: {keeps: yes, cost: 3 CNY}}\ncosts: {wage: 0 CNY/h, cup: 0 CNY}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 25}}}}\n");
    expect_near(estate_whole(&estate, M_ONE), 1, 0);
    expect_near(estate_whole(&estate, M_WANTED), 10, 0);
    expect_near(estate_whole(&estate, M_SERVED), 25 / 3.0, 1e-12);
    expect_near(estate_whole(&estate, M_SHORT), 5 / 3.0, 1e-12);
    expect_near(estate_whole(&estate, M_COST), 25 * 3 / 3.0, 1e-12);
    expect_near(estate_series(&estate, C_PORTIONS, 0, 0, 11), 0, 0); /* the least of the days */
    assert_int_equal(estate.day.visits, 30);
    assert_int_equal(estate.trace.n_visits, 30);
    estate_close(&estate);
    estate_live(&estate, TOP "campaign: {days: 3}\n" TEN_A_DAY "drinks: {tea: {keeps: yes}}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 25}}}}\n");
    expect_near(estate_whole(&estate, M_SHORT), 0, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 0, 0);
    estate_close(&estate);
}

/* 10 a day are drunk, oldest first; 25 are there on every second day. Three days: 25, 15, 25 of which 5 are of the first
 * day: they go on the third, so that none expires. On two days: the 5 of the first are poured away on the second. On one:
 * 15 on the first and on the third day; on the second there are none. */
static void what_keeps_for_some_days_is_poured_away_then(void **unused)
{
#define KEEPS(days) TOP "campaign: {days: 3, delivery-every: 2}\n" TEN_A_DAY "drinks: {tea: {keeps: yes, keeps-days: " days ", cost: 3 CNY}}\n" \
                        "costs: {wage: 0 CNY/h, cup: 0 CNY, waste: 1 CNY}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 25}}}}\n"
    static const struct {
        const char *yaml;
        double served, expired;
    } row[] = {{KEEPS("3"), 30, 0}, {KEEPS("2"), 30, 5}, {KEEPS("1"), 20, 30}};
    struct estate estate;

    (void)unused;
    for (int i = 0; i < 3; i++) {
        estate_live(&estate, row[i].yaml);
        expect_near(estate_whole(&estate, M_SERVED), row[i].served / 3, 1e-12);
        expect_near(estate_whole(&estate, M_EXPIRED), row[i].expired / 3, 1e-12);
        expect_near(estate_whole(&estate, M_PORTIONS_WASTED), row[i].expired / 3, 1e-12);
        expect_near(estate.day.measure[(1 + 1 + 1) * MEASURES + M_EXPIRED], row[i].expired / 3, 1e-12);
        expect_near(estate_whole(&estate, M_COST), (row[i].served * 3 + row[i].expired * 4) / 3, 1e-12);
        estate_close(&estate);
    }
}

/* 12 at the station, 20 in the store, fresh on the first day only; 10 are drunk a day. At 4 left the runner brings 8: on
 * the first day, so that 10 of 12 remain, and 12 in store. On the second day he brings 8 more; of the 22 portions there then,
 * 10 go. What is left in the evening, 8 + 4, is two days old. */
static void what_is_brought_is_as_old_as_the_store(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "campaign: {days: 3, delivery-every: 3}\n" TEN_A_DAY "drinks: {tea: {keeps: yes, keeps-days: 2}}\nstore: {portions: {tea: 20}, trip: 1 min}\n"
                             "layouts: {one: {desk: {staff: 1, portions: {tea: 12}, reorder: {tea: 4}}}}\n");
    expect_near(estate_whole(&estate, M_SERVED) * 3, 20, 1e-12);
    expect_near(estate_whole(&estate, M_EXPIRED) * 3, 32 - 20, 1e-12);
    expect_near(estate_whole(&estate, M_EXPIRED) - estate_station(&estate, 0, M_EXPIRED), estate.day.store_expired, 1e-12);
    assert_true(estate.day.store_expired > 0 && estate_station(&estate, 0, M_EXPIRED) > 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED) * 3, 12, 1e-12);
    estate_close(&estate);
}

/* What doesn't keep comes fresh every day, and the rest of every day is poured away; cups wait for their delivery. */
static void what_does_not_keep_comes_fresh(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "campaign: {days: 4, delivery-every: 4}\n" TEN_A_DAY "drinks: {tea: {}}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 12}, cups: 33}}}\n");
    expect_near(estate_whole(&estate, M_SERVED), 33 / 4.0, 1e-12);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), (4 * 12 - 33) / 4.0, 1e-12);
    estate_close(&estate);
}

/* Yesterday's and today's air, over many campaigns of two days: correlated as said, and each normal(-2, 4). */
static void weather_follows_from_day_to_day(void **unused)
{
    enum { N = 4000 };
    struct estate estate;
    double sum = 0, squares = 0, mean_squares = 0;

    (void)unused;
    estate_open(&estate, TOP "air: normal(-2, 4) °C\ncampaign: {days: 2, weather: 0.6}\nresidents: {all: {at: desk, rate: 0 /h}}\ndrinks: {tea: {}}\nlayouts: {one: {desk: {staff: 1}}}\n");
    for (uint32_t r = 0; r < N; r++) {
        estate_count(&estate, 3, r);
        sum += estate.day.air_c;
        squares += (estate.day.air_c + 2) * (estate.day.air_c + 2);
    }
    mean_squares = 16 * (1 + 0.6) / 2; /* variance of the mean of two */
    expect_within(sum / N, -2, 4 * sqrt(mean_squares / N));
    expect_near(squares / N, mean_squares, 4 * sqrt(2.0 / N));
    estate_close(&estate);
}

/* A campaign's first day is the day by itself. */
static void the_first_day_is_the_day_by_itself(void **unused)
{
    struct estate alone, campaign;
    double after_s = 25200 + 86400;

    (void)unused;
    estate_live(&alone, TOP "air: normal(-2, 4) °C\nresidents: {all: {at: desk, rate: 40 /h}}\ndrinks: {tea: {}}\nservice: {greet: exponential(mean 50 s)}\nlayouts: {one: {desk: {staff: 1}}}\n");
    estate_live(&campaign, TOP "campaign: {days: 2}\nair: normal(-2, 4) °C\nresidents: {all: {at: desk, rate: 40 /h}}\ndrinks: {tea: {}}\nservice: {greet: exponential(mean 50 s)}\nlayouts: {one: {desk: {staff: 1}}}\n");
    assert_true(campaign.trace.n > alone.trace.n && alone.trace.n > 50);
    for (long i = 0; i < alone.trace.n; i++) {
        assert_string_equal(campaign.trace.event[i].what, alone.trace.event[i].what);
        expect_moment(campaign.trace.event[i].time_s, alone.trace.event[i].time_s);
    }
    assert_true(campaign.trace.event[alone.trace.n].time_s > after_s);
    estate_close(&alone);
    estate_close(&campaign);
}

/* Ten ask for tea, of which there are four: three of the others take milk. */
static void each_drink_has_its_own_row(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("200", ", drinks: {tea: 100 %, milk: 0 %}, substitute: 50 %") "drinks: {tea: {}, milk: {}}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 40, milk: 30}}}}\n");
    const double *tea = estate.day.measure + (size_t)(1 + 1 + 1 + 0) * MEASURES, *milk = tea + MEASURES;
    expect_near(tea[M_WANTED], 200, 0);
    expect_near(milk[M_WANTED], 0, 0);
    expect_near(tea[M_SERVED], 40, 0);
    expect_near(milk[M_SERVED], 0, 0); /* nobody likes it: who would take another drink takes one he likes */
    expect_near(tea[M_SHORT], 160, 0);
    estate_close(&estate);
    estate_live(&estate, TOP CROWD("200", ", drinks: {tea: 90 %, milk: 10 %}, substitute: 100 %") "drinks: {tea: {}, milk: {}}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 40, milk: 100}}}}\n");
    tea = estate.day.measure + (size_t)(1 + 1 + 1 + 0) * MEASURES, milk = tea + MEASURES;
    expect_near(tea[M_SERVED], 40, 0);
    expect_near(milk[M_SERVED], 100, 0);
    expect_near(tea[M_SUBSTITUTED] + tea[M_SHORT] + 40, tea[M_WANTED], 0);
    expect_near(estate_whole(&estate, M_SUBSTITUTED), tea[M_SUBSTITUTED] + milk[M_SUBSTITUTED], 0);
    assert_true(tea[M_SUBSTITUTED] > 60);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_too_old_is_poured_away),
        cmocka_unit_test(an_order_may_come_too_late),
        cmocka_unit_test(an_empty_vessel_is_cleaned_first),
        cmocka_unit_test(another_drink_is_rinsed_for),
        cmocka_unit_test(what_keeps_is_there_the_next_day),
        cmocka_unit_test(what_keeps_for_some_days_is_poured_away_then),
        cmocka_unit_test(what_is_brought_is_as_old_as_the_store),
        cmocka_unit_test(what_does_not_keep_comes_fresh),
        cmocka_unit_test(weather_follows_from_day_to_day),
        cmocka_unit_test(the_first_day_is_the_day_by_itself),
        cmocka_unit_test(each_drink_has_its_own_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
