/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/queue.h"
#include "tests/models/estate.h"

/* Who helps those who pour: greeters in the line, a second desk; and answers by QR code. */

#define WATER "drinks: {water: {}}\n"
#define DESK(more) "layouts: {one: {desk: {staff: 1" more "}}}\n"
#define ONE_AT(name, clock, more) name ": {at: desk, counts: {from: " clock ", every: 1 s, people: [1]}" more "}, "
#define SLOW "service: {greet: 20 s, hand-over: 10 s}\n"

/* --- greeters ---------------------------------------------------------------------------------------------- */

/* While a is served for 30 s the greeter is done with b and begins with c; b needs his cup only, then c the rest of
 * the greeting; from then on the greeter is with d, who waits until c is served. */
static void a_greeter_takes_orders_in_the_line_one_after_the_other(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("b", "07:00:05", "") ONE_AT("c", "07:00:07", "") ONE_AT("d", "07:00:09", "") "}\n" WATER SLOW
                             "costs: {wage: 36 CNY/h}\n" DESK(", greeters: 1"));
    const struct visit *a = estate.visit[0], *b = estate.visit[1], *c = estate.visit[2], *d = estate.visit[3];
    expect_moment(a->done_s, a->arrives_s + 30);
    expect_moment(b->starts_s, a->done_s);
    expect_moment(b->done_s, b->starts_s + 10);
    expect_moment(c->starts_s, b->done_s);
    expect_moment(c->done_s, b->arrives_s + 20 + 20 + 10);
    expect_moment(d->starts_s, c->done_s);
    expect_moment(d->done_s, c->starts_s + 20 + 10);
    expect_within(estate_whole(&estate, M_CONTACT_S), 4 * 30, 1e-4);
    expect_within(estate_whole(&estate, M_SERVICE_S), 4 * 30 - 50, 1e-4);
    expect_near(estate_whole(&estate, M_BUSY_S), 4 * 30 - 50, 1e-9);
    expect_near(estate_whole(&estate, M_GREETERS_BUSY_S), 50, 1e-9);
    expect_near(estate_whole(&estate, M_GREETERS_S), 3600, 0);
    expect_near(estate_whole(&estate, M_COST), 36 * 2 + 4 * 0.3, 1e-9);
    estate_close(&estate);
}

/* b is served while the greeter is with him; c comes a little later, and the greeter is free for him. */
static void a_greeter_whose_resident_is_served_is_free_at_once(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("b", "07:00:15", "") ONE_AT("c", "07:00:32", "") "}\n" WATER SLOW DESK(", greeters: 1"));
    const struct visit *b = estate.visit[1], *c = estate.visit[2];
    expect_moment(b->done_s, b->arrives_s + 20 + 10);
    expect_moment(c->starts_s, b->done_s);
    expect_moment(c->done_s, c->arrives_s + 20 + 10);
    estate_close(&estate);
}

/* c has priority, so he is next for the greeter, too. */
static void a_greeter_keeps_to_the_order_of_the_line(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("x", "07:00:02", "") ONE_AT("b", "07:00:04", "") ONE_AT("c", "07:00:06", ", priority: yes") "}\n" WATER SLOW
                             DESK(", greeters: 1"));
    const struct visit *a = estate.visit[0], *x = estate.visit[1], *c = estate.visit[3];
    expect_moment(c->starts_s, a->done_s);
    expect_moment(c->done_s, x->arrives_s + 20 + 20 + 10);
    estate_close(&estate);
}

/* b gives up after 5 s with the greeter, who is with c from then on. Back ten minutes later b is greeted in full. */
static void who_leaves_the_line_is_greeted_anew_elsewhere(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("b", "07:00:05", ", patience: 5 s, comes-back: {share: 100 %, after: 10 min}") ONE_AT("c", "07:00:07", "") "}\n" WATER SLOW
                             DESK(", greeters: 1"));
    const struct visit *a = estate.visit[0], *b = estate.visit[1], *c = estate.visit[2];
    assert_true(b->came_back && b->outcome == OUT_SERVED);
    expect_within(b->done_s - b->arrives_s, 30, 1e-5);
    expect_moment(c->done_s, b->sets_out_s + 5 + 20 + 10);
    expect_moment(a->done_s, a->arrives_s + 30);
    estate_close(&estate);
}

/* With a greeter for each in line, one server and a constant greeting g: if W is the wait without greeting, service can
 * go on at arrival + g + W: everyone is done exactly g later than without. So the mean time there is that of M/M/1, and g. */
static void with_greeters_for_all_only_the_own_greeting_is_added(void **unused)
{
#define CROWDED(greet, more) "samovar: 1\nname: greeters\nwindow: {from: 00:00, lasts: 60 h}\nwarm-up: 5 h\nresidents: {all: {at: desk, rate: 84 /h}}\n" WATER \
                             "service: {greet: " greet ", hand-over: exponential(mean 30 s)}\n" DESK(more)
    struct estate plain, greeted;
    double there_s = 0, served = 0, theory_s;

    (void)unused;
    estate_open(&plain, CROWDED("0 s", ""));
    estate_open(&greeted, CROWDED("17 s", ", greeters: 900"));
    for (uint32_t r = 0; r < 120; r++) {
        estate_day(&plain, 3, r);
        estate_day(&greeted, 3, r);
        assert_int_equal(plain.day.visits, greeted.day.visits);
        for (long i = 0; i < plain.day.visits; i++)
            expect_within(greeted.trace.visit[i].done_s, plain.trace.visit[i].done_s + 17, 1e-6);
        there_s += estate_whole(&greeted, M_WAIT_S) + estate_whole(&greeted, M_SERVICE_S);
        served += estate_whole(&greeted, M_SERVED);
    }
    assert_int_equal(queue_mg1_wait(84 / 3600.0, 30, 1, &theory_s), OK);
    expect_near(there_s / served, theory_s + 30 + 17, 0.03); /* autocorrelated: 1 % are 2 s.e. */
    estate_close(&plain);
    estate_close(&greeted);
}

/* A greeter who comes at 07:00:10 begins with b then, though b has been there for 5 s; c follows at 07:00:30. */
static void a_greeter_begins_with_his_shift(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("b", "07:00:05", "") ONE_AT("c", "07:00:07", "") "}\n" WATER SLOW
                             DESK(", greeter-shifts: [{from: '07:00:10', to: '08:00', staff: 1}]"));
    const struct visit *a = estate.visit[0], *b = estate.visit[1], *c = estate.visit[2];
    expect_moment(b->done_s, a->done_s + 10);
    expect_moment(c->starts_s, b->done_s);
    expect_moment(c->done_s, 7 * 3600 + 10 + 20 + 20 + 10);
    expect_near(estate_whole(&estate, M_GREETERS_S), 3600 - 10, 1e-12);
    expect_near(estate_whole(&estate, M_GREETERS_BUSY_S), 20 + c->starts_s - (7 * 3600 + 30), 1e-9);
    estate_close(&estate);
}

/* Until 07:00:20: b's order is taken to its end, c's is begun by nobody. Who goes before anyone came takes none at all. */
static void a_greeter_ends_an_order_but_begins_none_after_his_shift(void **unused)
{
#define GREETED_UNTIL(clock) TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("b", "07:00:05", "") ONE_AT("c", "07:00:07", "") "}\n" WATER SLOW "costs: {wage: 36 CNY/h, cup: 0 CNY}\n" \
                             DESK(", greeter-shifts: [{from: '07:00', to: '" clock "', staff: 1}]")
    struct estate estate;

    (void)unused;
    estate_live(&estate, GREETED_UNTIL("07:00:20"));
    const struct visit *a = estate.visit[0], *b = estate.visit[1], *c = estate.visit[2];
    expect_moment(b->done_s, a->done_s + 10);
    expect_moment(c->starts_s, b->done_s);
    expect_moment(c->done_s, c->starts_s + 20 + 10);
    expect_near(estate_whole(&estate, M_GREETERS_BUSY_S), 7 * 3600 + 20 - b->arrives_s, 1e-9);
    expect_near(estate_whole(&estate, M_GREETERS_S), 20, 1e-12);
    expect_near(estate_whole(&estate, M_COST), 36 * (1 + 20 / 3600.0), 1e-9);
    estate_close(&estate);
    estate_live(&estate, GREETED_UNTIL("07:00:03"));
    expect_moment(estate.visit[1]->done_s, estate.visit[0]->done_s + 20 + 10);
    expect_near(estate_whole(&estate, M_GREETERS_BUSY_S), 0, 0);
    estate_close(&estate);
}

/* --- the second desk --------------------------------------------------------------------------------------- */

#define ASK ", consult: 100 %"

/* a asks for 100 s; b, who asks too, gets his cup meanwhile and waits for the desk, not in the line. */
static void questions_go_to_the_desk_and_whoever_pours_goes_on(void **unused)
{
#define ASKING "residents: {" ONE_AT("a", "07:00", ASK) ONE_AT("b", "07:00:05", ASK) ONE_AT("c", "07:00:10", "") "}\n" WATER "service: {greet: 20 s, hand-over: 10 s, consult: 100 s}\ncosts: {wage: 36 CNY/h}\n"
    struct estate alone, helped, two;

    (void)unused;
    estate_live(&alone, TOP ASKING DESK(""));
    estate_live(&helped, TOP ASKING DESK(", desk: 1"));
    estate_live(&two, TOP ASKING DESK(", desk: 2"));
    double from_s = alone.visit[0]->arrives_s;
    expect_moment(alone.visit[2]->starts_s, from_s + 2 * 130);
    expect_moment(helped.visit[2]->starts_s, from_s + 2 * 30);
    expect_moment(helped.visit[0]->done_s, from_s + 130);
    expect_moment(helped.visit[1]->done_s, from_s + 230);
    expect_moment(two.visit[1]->done_s, from_s + 60 + 100);
    for (int k = 0; k < 3; k++) {
        struct estate *estate = k == 0 ? &alone : k == 1 ? &helped : &two;
        expect_near(estate_whole(estate, M_CONSULTED), 2, 0);
        expect_near(estate_whole(estate, M_AT_DESK), k ? 2 : 0, 0);
        expect_within(estate_whole(estate, M_DESK_WAIT_S), k == 1 ? 70 : 0, 1e-4);
        expect_within(estate_whole(estate, M_CONTACT_S), 130 + 130 + 30, 1e-4);
        expect_within(estate_whole(estate, M_SERVICE_S), k ? 90 : 290, 1e-4);
        expect_near(estate_whole(estate, M_BUSY_S), k ? 90 : 290, 1e-9);
        expect_near(estate_whole(estate, M_DESK_BUSY_S), k ? 200 : 0, 1e-9);
        expect_near(estate_whole(estate, M_COST), 36 * (1 + k) + 3 * 0.3, 1e-9);
        estate_close(estate);
    }
}

/* a has his cup at 07:00:20 and a bit, b 30 s later. */
static void a_desk_answers_during_its_shift(void **unused)
{
    static const struct {
        const char *from, *to;
        double a_s, b_s, c_starts_s, service_s; /* since a came */
    } row[] = {
        {"07:00", "07:00:25", 130, 30 + 130, 160, 190},     /* only a's question is for the desk */
        {"07:00", "07:00:55", 130, 230, 60, 90},           /* b waits there, and is answered though the shift is over */
        {"07:00:40", "08:00", 130, 130 + 30 + 100, 160, 190}, /* a is answered by who pours; b by the desk */
        {"07:30", "08:00", 130, 260, 260, 290},
    };
    char yaml[2048];

    (void)unused;
    for (int i = 0; i < 4; i++) {
        struct estate estate;
        snprintf(yaml, sizeof yaml, "%slayouts: {one: {desk: {staff: 1, desk-shifts: [{from: '%s', to: '%s', staff: 1}]}}}\n", TOP ASKING, row[i].from, row[i].to);
        estate_live(&estate, yaml);
        double from_s = estate.visit[0]->arrives_s;
        expect_moment(estate.visit[0]->done_s, from_s + row[i].a_s);
        expect_moment(estate.visit[1]->done_s, from_s + row[i].b_s);
        expect_moment(estate.visit[2]->starts_s, from_s + row[i].c_starts_s);
        expect_within(estate_whole(&estate, M_SERVICE_S), row[i].service_s, 1e-4);
        assert_true(estate_whole(&estate, M_DESK_BUSY_S) <= estate_whole(&estate, M_DESK_S));
        estate_close(&estate);
    }
}

/* Of two stations only one has a desk: at the other one questions are answered by whoever pours. */
static void a_desk_helps_only_where_it_stands(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {a: {at: gate, counts: {from: 07:00, every: 1 s, people: [1]}" ASK "}, b: {at: hall, counts: {from: 07:00, every: 1 s, people: [1]}" ASK "}}\n" WATER
                             "service: {greet: 20 s, hand-over: 10 s, consult: 'uniform(50 s, 90 s)'}\nlayouts: {one: {gate: {staff: 1, desk: 1}, hall: {staff: 1}}}\n");
    expect_near(estate_station(&estate, 0, M_SERVICE_S), 30, 1e-6);
    double there_s = estate_station(&estate, 1, M_SERVICE_S);
    assert_true(there_s > 30 + 50 && there_s < 30 + 90);
    expect_near(estate_station(&estate, 1, M_BUSY_S), there_s, 1e-9);
    expect_near(estate_station(&estate, 0, M_DESK_BUSY_S), estate_station(&estate, 0, M_CONTACT_S) - 30, 1e-6);
    expect_near(estate_whole(&estate, M_AT_DESK), 1, 0);
    estate_close(&estate);
}

/* --- feedback ---------------------------------------------------------------------------------------------- */

static void who_answers_stands_aside_and_holds_up_nobody(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", ", feedback: {share: 100 %, takes: 9 s}, slack: 0 s") ONE_AT("b", "07:00:05", "") "}\n" WATER SLOW DESK(""));
    const struct visit *a = estate.visit[0], *b = estate.visit[1];
    expect_moment(a->done_s, a->arrives_s + 30 + 9);
    expect_moment(b->starts_s, a->arrives_s + 30);
    expect_near(estate_whole(&estate, M_FEEDBACK), 1, 0);
    expect_near(estate_whole(&estate, M_CONTACT_S), 69, 1e-9);
    expect_near(estate_whole(&estate, M_SERVICE_S), 60, 1e-9);
    expect_near(estate_group(&estate, 0, M_LATE_S), 39, 1e-9);
    estate_close(&estate);
}

static void so_many_answer_as_the_scenario_says(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {all: {at: desk, counts: {from: 07:00, every: 60 min, people: [3000]}, feedback: {share: 20 %}}}\n" WATER DESK(""));
    expect_within(estate_whole(&estate, M_FEEDBACK) / 3000, 0.2, 4 * sqrt(0.2 * 0.8 / 3000));
    estate_close(&estate);
}

/* --- the planning score ------------------------------------------------------------------------------------ */

/* One waits 30 s of 60 s that count; both have 30 s of the 40 s of contact that are enough. Weights are 100 together. */
static void the_score_says_what_each_part_gave(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:00", "") ONE_AT("b", "07:00:05", "") "}\n" WATER SLOW
                             "satisfaction: {served: 20, wait: 30, temperature: 10, greeting: 32, choice: 8, wait-limit: 60 s, greeting-enough: 40 s}\n" DESK(""));
    double wait_s = estate.visit[1]->waited_s;
    expect_near(estate_whole(&estate, M_SCORE_SERVED), 2 * 20, 1e-12);
    expect_near(estate_whole(&estate, M_SCORE_WAIT), 30 + 30 * (1 - wait_s / 60), 1e-12);
    expect_near(estate_whole(&estate, M_SCORE_TEMPERATURE), 2 * 10, 1e-12);
    expect_near(estate_whole(&estate, M_SCORE_GREETING), 2 * 32 * 0.75, 1e-12);
    expect_near(estate_whole(&estate, M_SCORE_CHOICE), 2 * 8, 1e-12);
    expect_near(estate_whole(&estate, M_SCORE), 40 + 30 + 30 * (1 - wait_s / 60) + 20 + 48 + 16, 1e-12);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_greeter_takes_orders_in_the_line_one_after_the_other),
        cmocka_unit_test(a_greeter_whose_resident_is_served_is_free_at_once),
        cmocka_unit_test(a_greeter_keeps_to_the_order_of_the_line),
        cmocka_unit_test(who_leaves_the_line_is_greeted_anew_elsewhere),
        cmocka_unit_test(with_greeters_for_all_only_the_own_greeting_is_added),
        cmocka_unit_test(questions_go_to_the_desk_and_whoever_pours_goes_on),
        cmocka_unit_test(a_greeter_begins_with_his_shift),
        cmocka_unit_test(a_greeter_ends_an_order_but_begins_none_after_his_shift),
        cmocka_unit_test(a_desk_answers_during_its_shift),
        cmocka_unit_test(a_desk_helps_only_where_it_stands),
        cmocka_unit_test(who_answers_stands_aside_and_holds_up_nobody),
        cmocka_unit_test(so_many_answer_as_the_scenario_says),
        cmocka_unit_test(the_score_says_what_each_part_gave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
