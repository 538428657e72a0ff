/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* What is brought: by runners when too little is left, late at opening, and day after day. */

static double time_of(const struct estate *estate, const char *what, int which)
{
    for (long i = 0; i < estate->trace.n; i++)
        if (strcmp(estate->trace.event[i].what, what) == 0 && which-- == 0)
            return estate->trace.event[i].time_s;
    return NAN;
}

static double value_of(const struct estate *estate, const char *what, int which)
{
    for (long i = 0; i < estate->trace.n; i++)
        if (strcmp(estate->trace.event[i].what, what) == 0 && which-- == 0)
            return estate->trace.event[i].value;
    return NAN;
}

static int how_often(const struct estate *estate, const char *what)
{
    int n = 0;
    for (long i = 0; i < estate->trace.n; i++)
        n += strcmp(estate->trace.event[i].what, what) == 0;
    return n;
}

/* Share of an (s, Q) stock's demand that finds nothing, Q > s: what is ordered at s left comes after an exponential time.
 * In a cycle Q are sold, and with odds (l / (l + m))^s all s go before the load comes, after which l / m are lost. */
static double empty_share(double demand_per_s, double comes_per_s, int s, int q)
{
    double lost = pow(demand_per_s / (demand_per_s + comes_per_s), s) * demand_per_s / comes_per_s;
    return lost / (q + lost);
}

/* With runners enough an order sets out at once: 12 at opening, 8 more at 4 left. The share that goes short must cover
 * the chain's; a trip 5 % longer isn't covered any more. */
static void stock_at_a_reorder_point_is_the_exact_chain(void **unused)
{
    enum { WINDOWS = 60 };
    struct estate estate;
    double sum = 0, squares = 0;

    (void)unused;
    estate_open(&estate, "samovar: 1\nname: long\nwindow: {from: 00:00, lasts: 1000 h}\nresidents: {all: {at: desk, rate: 60 /h}}\ndrinks: {tea: {}}\n"
                         "store: {runners: 30, carries: 100, trip: exponential(mean 5 min)}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 12}, reorder: {tea: 4}}}}\n");
    for (uint32_t r = 0; r < WINDOWS; r++) {
        estate_count(&estate, 5, r);
        double share = estate_whole(&estate, M_SHORT) / estate_whole(&estate, M_WANTED);
        sum += share;
        squares += share * share;
    }
    double mean = sum / WINDOWS, error = sqrt((squares / WINDOWS - mean * mean) / (WINDOWS - 1));
    expect_within(mean, empty_share(60 / 3600.0, 1 / 300.0, 4, 8), 4 * error);
    assert_true(4 * error < fabs(empty_share(60 / 3600.0, 1 / 315.0, 4, 8) - mean));
    estate_close(&estate);
}

#define CUPS_OF_TEA "drinks: {tea: {}}\nservice: {greet: 1 s}\n"

/* 07:00 + 100 s each: the fifth leaves 5 of 10, so a runner goes; 3 min later 7 more are there (8 are lacking by then, he
 * loaded what was lacking as he set out: 5). He's back after 3 min more. */
static void a_runner_loads_what_is_lacking_as_he_sets_out(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {all: {at: desk, counts: {from: 07:00, every: 100 s, people: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}}\n" CUPS_OF_TEA
                "store: {trip: 3 min, carries: 80}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 10}, reorder: {tea: 5}}}}\n");
    expect_moment(time_of(&estate, "runner-brings", 0) - time_of(&estate, "runner-goes", 0), 180);
    expect_moment(time_of(&estate, "runner-goes", 0), estate.visit[4]->starts_s);
    expect_near(estate_whole(&estate, M_SERVED), 16, 0);
    expect_near(estate_whole(&estate, M_BROUGHT), 5.0 * how_often(&estate, "runner-brings"), 0);
    expect_near(value_of(&estate, "runner-brings", 0), 5, 0);
    expect_near(estate_whole(&estate, M_RUNNER_BUSY_S), 360.0 * how_often(&estate, "runner-goes"), 1e-12);
    estate_close(&estate);
}

/* Asked a little after 07:00, he comes at 07:20; what is asked for while he is out, at 07:27, finds his shift over when he is back. */
static void a_runner_sets_out_within_his_shift(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {one: {at: desk, counts: {from: 07:00, every: 1 s, people: [6]}}, two: {at: desk, counts: {from: 07:27, every: 1 s, people: [8]}}}\n" CUPS_OF_TEA
                "costs: {wage: 36 CNY/h, cup: 0 CNY}\nstore: {trip: 6 min, shifts: [{from: '07:20', to: '07:31', staff: 1}]}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 10}, reorder: {tea: 5}}}}\n");
    expect_moment(time_of(&estate, "runner-goes", 0), 7 * 3600 + 20 * 60);
    expect_near(how_often(&estate, "runner-goes"), 1, 0);
    expect_near(estate_whole(&estate, M_BROUGHT), 6, 0);
    expect_near(estate_whole(&estate, M_SHORT), 0, 0);
    expect_near(estate_whole(&estate, M_RUNNER_S), 11 * 60, 1e-12);
    expect_near(estate_whole(&estate, M_COST), 36 * (1 + 11 / 60.0), 1e-9);
    estate_close(&estate);
}

/* Two stations ask within a minute; one runner, so the second waits until he's back. */
static void one_runner_serves_who_asked_first(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "site: {nodes: {a: {x: 0 m, y: 0 m}, b: {x: 9 m, y: 0 m}}, paths: [[a, b]]}\n"
                "residents: {first: {at: b, counts: {from: 07:00, every: 1 s, people: [1]}}, second: {at: a, counts: {from: 07:00:30, every: 1 s, people: [1]}}}\n" CUPS_OF_TEA
                "store: {trip: 4 min}\nlayouts: {one: {a: {staff: 1, portions: {tea: 3}, reorder: {tea: 2}}, b: {staff: 1, portions: {tea: 3}, reorder: {tea: 2}}}}\n");
    double goes_s = time_of(&estate, "runner-goes", 0);
    expect_moment(goes_s, estate.visit[0]->starts_s);
    expect_moment(time_of(&estate, "runner-goes", 1), goes_s + 480);
    expect_near(estate_station(&estate, 0, M_DELIVERIES), 1, 0);
    expect_near(estate_station(&estate, 1, M_DELIVERIES), 1, 0);
    estate_close(&estate);
}

/* A store of 3, trips of at most 2: two trips, then nothing is left to bring. */
static void the_store_runs_out(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {all: {at: desk, counts: {from: 07:00, every: 60 s, people: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}}\n" CUPS_OF_TEA
                "store: {trip: 1 min, carries: 2, portions: {tea: 3}}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 5}, reorder: {tea: 3}}}}\n");
    expect_near(estate_whole(&estate, M_BROUGHT), 3, 0);
    expect_near(estate_whole(&estate, M_DELIVERIES), 2, 0);
    expect_near(estate_whole(&estate, M_SERVED), 8, 0);
    expect_near(estate_whole(&estate, M_SHORT), 22, 0);
    estate_close(&estate);
}

/* Carriers of 4 cups come whole; the second stood indoors at 20 °C since opening: 20 + 60 e^(-5 t / C). */
static void spare_carriers_come_whole_and_have_cooled(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "indoor-air: 20 °C\nair: 20 °C\nresidents: {all: {at: desk, counts: {from: 07:00, every: 300 s, people: [1, 1, 1, 1, 1, 1]}}}\ndrinks: {tea: {cup: 250 ml}}\n"
                "equipment: {jug: {kind: insulated, volume: 1 L, filled: 80 °C, loss: 5 W/K, shell: 0 kJ/K, swap: 0 s, tap: 1 L/min}}\nservice: {pour-drop: 0 K}\n"
                "store: {trip: 2 min, carries: 3, spares: {tea: 1}}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: jug}, portions: {tea: 4}, reorder: {tea: 1}}}}\n");
    expect_near(estate_whole(&estate, M_BROUGHT), 4, 0);
    expect_near(estate_whole(&estate, M_SERVED), 6, 0);
    double at_s = estate.visit[4]->starts_s - 25200;
    expect_within((double)estate.visit[4]->cup_c, 20 + 60 * exp(-5 * at_s / (1e-3 * 4.186e6)), 1e-3);
    estate_close(&estate);
}

#define JUG_OF_4 "drinks: {tea: {cup: 250 ml, cost: 3 CNY, hold: 20 min}}\ncosts: {wage: 0 CNY/h, cup: 0 CNY, waste: 1 CNY}\n" \
                 "equipment: {jug: {kind: insulated, volume: 1 L, filled: 80 °C, swap: 0 s}}\nservice: {greet: 1 s}\n"
#define ONE_SPARE(there) "store: {trip: 2 min, spares: {tea: 1}, wage: 0 CNY/h}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: jug}, portions: {tea: " there "}, reorder: {tea: 1}}}}\n"

/* 3 at 07:01, so that 4 more come by 07:05; one at 07:18, when the full carrier is put in place of the empty one, one at
 * 07:19. At 07:20 the other 3 have stood since opening. */
static void a_spare_carrier_is_as_old_as_the_day(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {three: {at: desk, counts: {from: '07:01', every: 1 s, people: [3]}}, " SOMEBODY_AT("a", "07:18", "") SOMEBODY_AT("b", "07:19", "") SOMEBODY_AT("c", "07:25", "") "}\n" JUG_OF_4 ONE_SPARE("4"));
    expect_near(how_often(&estate, "refill"), 1, 0);
    expect_moment(time_of(&estate, "too-old", 0), 25200 + 1200);
    assert_int_equal(estate.visit[4]->outcome, OUT_SERVED);
    assert_int_equal(estate.visit[5]->outcome, OUT_SHORT);
    expect_near(estate_station(&estate, 0, M_TOO_OLD), 3, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 3, 0);
    estate_close(&estate);
}

/* Nobody asks for it until 07:20, when all that was filled at opening is poured away: 4 + 4 at the station, 4 in store. */
static void a_spare_carrier_gets_too_old_in_store(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" SOMEBODY_AT("a", "07:25", "") "}\n" JUG_OF_4 ONE_SPARE("8"));
    expect_near(how_often(&estate, "refill"), 0, 0);
    assert_int_equal(estate.visit[0]->outcome, OUT_SHORT);
    expect_moment(time_of(&estate, "too-old", 0), 25200 + 1200);
    expect_near(estate_station(&estate, 0, M_TOO_OLD), 8, 0);
    expect_near(estate_whole(&estate, M_TOO_OLD), 12, 0);
    expect_near(estate_whole(&estate, M_SPILLED), 12, 0);
    expect_near(estate.day.measure[(1 + 1 + 1) * MEASURES + M_TOO_OLD], 12, 0); /* of the drink */
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 12, 0);
    expect_near(estate_whole(&estate, M_BROUGHT), 0, 0);
    expect_near(estate_whole(&estate, M_COST), 12 * (3 + 1), 1e-12);
    estate_close(&estate);
}

/* Asked for at 07:19, it's there at 07:21. */
static void a_spare_carrier_gets_too_old_on_its_way(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {four: {at: desk, counts: {from: '07:19', every: 1 s, people: [4]}}, " SOMEBODY_AT("a", "07:25", "") "}\n" JUG_OF_4 ONE_SPARE("4"));
    expect_near(estate_whole(&estate, M_BROUGHT), 4, 0);
    expect_near(estate_station(&estate, 0, M_TOO_OLD), 4, 0);
    expect_moment(time_of(&estate, "too-old", 0), time_of(&estate, "runner-brings", 0));
    assert_int_equal(estate.visit[4]->outcome, OUT_SHORT);
    estate_close(&estate);
}

/* An urn at the gate is filled up out of a carrier at 07:10, and has then what is as old as the day; what nobody brought
 * in carriers gets old in the urn only. */
static void what_comes_out_of_a_spare_carrier_is_no_younger_in_an_urn(void **unused)
{
#define URN_AND_JUG(gate) TOP "site: {nodes: {desk: {x: 0 m, y: 0 m, power: 9 kW}, gate: {x: 9 m, y: 0 m, power: 9 kW}}, paths: [[desk, gate]]}\n" \
                    "residents: {all: {at: gate, counts: {from: '07:10', every: 1 s, people: [4]}}}\ndrinks: {tea: {cup: 250 ml, hold: 20 min}}\nservice: {greet: 1 s}\n" \
                    "equipment: {jug: {kind: insulated, volume: 1 L, filled: 80 °C}, urn: {kind: heated, volume: 1 L, power: 1 kW, setpoint: 70 °C, refill: {below: 0 L, takes: 0 s, water: 70 °C, by: helper}}}\n" \
                    "store: {trip: 2 min, spares: {tea: 1}}\nlayouts: {one: {desk: {staff: 0, vessels: {tea: jug}, portions: {tea: 4}}, gate: {staff: 1, vessels: {tea: urn}, " gate "}}}\n"
    struct estate estate;

    (void)unused;
    estate_live(&estate, URN_AND_JUG("portions: {tea: 4}, reorder: {tea: 0}"));
    expect_near(estate_station(&estate, 1, M_TOO_OLD), 4, 0);
    expect_moment(time_of(&estate, "too-old", 1), 25200 + 1200); /* the other is the desk's */
    estate_close(&estate);
    estate_live(&estate, URN_AND_JUG("portions: {tea: 8}, reorder: {tea: 0}"));
    expect_near(estate_station(&estate, 1, M_TOO_OLD), 4, 0);
    assert_true(time_of(&estate, "too-old", 2) > 25200 + 600 + 1200);
    estate_close(&estate);
}

/* What is in store, less what was brought, is poured away in the evening; the runner and the spare carriers cost. */
static void the_store_and_its_runner_are_paid_for(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {all: {at: desk, counts: {from: 07:00, every: 1 s, people: [2]}}}\ndrinks: {tea: {cost: 2 CNY}}\nservice: {greet: 1 s}\n"
                "costs: {wage: 10 CNY/h, waste: 1 CNY}\n"
                "store: {trip: 1 min, runners: 2, wage: 20 CNY/h, portions: {tea: 30}}\nlayouts: {one: {desk: {staff: 0, portions: {tea: 5}, reorder: {tea: 1}}}}\n");
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 35, 0);
    expect_near(estate_whole(&estate, M_COST), 2 * 20 + 35 * (2 + 1), 1e-12);
    estate_close(&estate);
}

/* Nothing is there for 20 min; then the urn is filled cold and has to get warm. */
static void a_late_delivery_leaves_the_table_empty(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {late: {share: 100 %, events: [{at: 06:30, late-delivery: 20 min}]}}\n"
                       "residents: {" SOMEBODY_AT("early", "07:19", "") SOMEBODY_AT("after", "07:25", "") "}\ndrinks: {tea: {cup: 250 ml}}\n"
                       "equipment: {urn: {kind: heated, volume: 20 L, power: 3 kW, setpoint: 70 °C, filled: 70 °C, loss: 0 W/K, shell: 0 kJ/K, refill: {takes: 0 s, water: 10 °C, by: helper}}}\n"
                       "service: {pour-drop: 0 K}\nlayouts: {one: {desk: {staff: 1, vessels: {tea: urn}, portions: {tea: 80}, cups: 80}}}\n");
    assert_int_equal(estate.visit[0]->outcome, OUT_SHORT);
    assert_int_equal(estate.visit[1]->outcome, OUT_SERVED);
    expect_within((double)estate.visit[1]->cup_c, 10 + (estate.visit[1]->starts_s - 25200 - 1200) * 3000 / (20e-3 * 4.186e6), 1e-3);
    estate_close(&estate);
}

/* Runners who set out between 07:00 and 07:10 take 10 min more. */
static void runners_are_late_as_long_as_it_lasts(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live_kind(&estate, TOP "days: {late: {share: 100 %, events: [{at: '07:01', late-delivery: 10 min, for: 9 min}]}}\n"
                       "residents: {" SOMEBODY_AT("one", "07:05", "") SOMEBODY_AT("two", "07:45", "") "}\n" CUPS_OF_TEA
                       "store: {trip: 1 min}\nlayouts: {one: {desk: {staff: 1, portions: {tea: 3}, reorder: {tea: 2}}}}\n");
    expect_moment(time_of(&estate, "runner-brings", 0) - time_of(&estate, "runner-goes", 0), 660);
    expect_moment(time_of(&estate, "runner-brings", 1) - time_of(&estate, "runner-goes", 1), 60);
    estate_close(&estate);
}

static void one_short_of_lids_is_one_short_of_cups(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("9", "") CUPS_OF_TEA "costs: {cup: 0.3 CNY, lid: 0.1 CNY, wage: 0 CNY/h}\nlayouts: {one: {desk: {staff: 1, cups: 8, lids: 6}}}\n");
    expect_near(estate_whole(&estate, M_SERVED), 6, 0);
    expect_near(estate_whole(&estate, M_COST), 6 * 0.4, 1e-12);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stock_at_a_reorder_point_is_the_exact_chain),
        cmocka_unit_test(a_runner_loads_what_is_lacking_as_he_sets_out),
        cmocka_unit_test(a_runner_sets_out_within_his_shift),
        cmocka_unit_test(one_runner_serves_who_asked_first),
        cmocka_unit_test(the_store_runs_out),
        cmocka_unit_test(spare_carriers_come_whole_and_have_cooled),
        cmocka_unit_test(a_spare_carrier_is_as_old_as_the_day),
        cmocka_unit_test(a_spare_carrier_gets_too_old_in_store),
        cmocka_unit_test(a_spare_carrier_gets_too_old_on_its_way),
        cmocka_unit_test(what_comes_out_of_a_spare_carrier_is_no_younger_in_an_urn),
        cmocka_unit_test(the_store_and_its_runner_are_paid_for),
        cmocka_unit_test(a_late_delivery_leaves_the_table_empty),
        cmocka_unit_test(runners_are_late_as_long_as_it_lasts),
        cmocka_unit_test(one_short_of_lids_is_one_short_of_cups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
