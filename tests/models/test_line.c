/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* One station, constant times: every moment of the day follows from the arrivals by hand. */

#define WATER "drinks: {water: {}}\n"
#define DESK(staff) "layouts: {one: {desk: {staff: " staff "}}}\n"
#define MINUTE "service: {greet: 60 s}\n"

static void a_contact_is_greeting_pouring_and_handing_over(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("1", "") "drinks: {tea: {cup: 250 ml}}\n"
                                            "equipment: {jug: {kind: insulated, volume: 10 L, filled: 80 °C, tap: 50 ml/s}}\n"
                                            "service: {greet: 7 s, hand-over: 6 s}\n"
                                            "layouts: {one: {desk: {staff: 1, vessels: {tea: jug}}}}\n");
    const struct visit *visit = estate.visit[0];
    expect_moment(visit->starts_s, visit->arrives_s);
    expect_moment(visit->done_s, visit->arrives_s + 7 + 5 + 6);
    expect_near(estate_whole(&estate, M_CONTACT_S), 18, 1e-9);
    expect_near(estate_whole(&estate, M_BUSY_S), 18, 1e-9);
    estate_close(&estate);
}

static void a_question_lengthens_the_contact(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("3", ", consult: 100 %") WATER "service: {greet: 7 s, hand-over: 6 s, consult: 70 s}\n" DESK("3"));
    for (int i = 0; i < 3; i++)
        expect_moment(estate.visit[i]->done_s, estate.visit[i]->arrives_s + 83);
    estate_close(&estate);
}

/* Lindley: who comes while c are served starts when the one c places before him is done. */
static void each_starts_when_the_server_before_him_is_free(void **unused)
{
    static const char *const yaml[] = {TOP CROWD("9", "") WATER MINUTE DESK("1"), TOP CROWD("9", "") WATER MINUTE DESK("2"),
                                       TOP CROWD("9", "") WATER MINUTE DESK("4")};
    static const int staff[] = {1, 2, 4};
    struct estate estate;

    (void)unused;
    for (int k = 0; k < 3; k++) {
        int c = staff[k];
        double waited_s = 0;
        estate_live(&estate, yaml[k]);
        for (int i = 0; i < 9; i++) {
            double free_s = i < c ? 0 : estate.visit[i - c]->starts_s + 60;
            expect_moment(estate.visit[i]->starts_s, fmax(estate.visit[i]->arrives_s, free_s));
            expect_moment(estate.visit[i]->waited_s, estate.visit[i]->starts_s - estate.visit[i]->arrives_s);
            waited_s += estate.visit[i]->waited_s;
        }
        expect_near(estate_whole(&estate, M_WAIT_S), waited_s, 1e-9);
        expect_near(estate_whole(&estate, M_LINE_S), waited_s, 1e-9);
        expect_near(estate_whole(&estate, M_BUSY_S), 9 * 60, 1e-9);
        expect_near(estate_whole(&estate, M_LINE_MAX), 9 - c, 0);
        estate_close(&estate);
    }
}

/* Nobody waits where the next comes after the last is done, and somebody does one second before that. */
static void a_gap_as_long_as_a_service_leaves_no_wait(void **unused)
{
#define ONE_AT(name, clock) name ": {at: desk, counts: {from: " clock ", every: 1 s, people: [1]}}, "
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("a", "07:10") ONE_AT("b", "07:11:01") ONE_AT("c", "07:11:59") "}\n" WATER MINUTE DESK("1"));
    expect_near(estate.visit[1]->waited_s, 0, 0);
    expect_moment(estate.visit[2]->waited_s, estate.visit[1]->arrives_s + 60 - estate.visit[2]->arrives_s);
    assert_true(estate.visit[2]->waited_s > 0);
    estate_close(&estate);
}

static void he_joins_while_fewer_wait_than_his_threshold(void **unused)
{
    static const struct {
        const char *yaml;
        int served;
    } row[] = {
        {TOP CROWD("8", ", balk: 2") WATER MINUTE DESK("1"), 1 + 2},
        {TOP CROWD("8", ", balk: 2.5") WATER MINUTE DESK("1"), 1 + 3},
        {TOP CROWD("8", ", balk: 0") WATER MINUTE DESK("1"), 1},
        {TOP CROWD("8", ", balk: 0") WATER MINUTE DESK("3"), 3},
    };
    struct estate estate;

    (void)unused;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        estate_live(&estate, row[i].yaml);
        expect_near(estate_whole(&estate, M_SERVED), row[i].served, 0);
        expect_near(estate_whole(&estate, M_BALKED), 8 - row[i].served, 0);
        for (int k = row[i].served; k < 8; k++) { /* who balks spends no time */
            assert_int_equal(estate.visit[k]->outcome, OUT_BALKED);
            expect_moment(estate.visit[k]->done_s, estate.visit[k]->arrives_s);
        }
        estate_close(&estate);
    }
}

/* Services start at 0, 60 and 120 s: the third in line would wait 180 s, and so would everyone behind him. */
static void he_leaves_at_the_moment_his_patience_ends(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("6", ", patience: 150 s") WATER MINUTE DESK("1"));
    for (int i = 0; i < 6; i++) {
        const struct visit *visit = estate.visit[i];
        assert_int_equal(visit->outcome, i < 3 ? OUT_SERVED : OUT_RENEGED);
        if (i >= 3) {
            expect_moment(visit->done_s, visit->arrives_s + 150);
            expect_moment(visit->waited_s, 150);
        }
    }
    expect_near(estate_whole(&estate, M_RENEGED), 3, 0);
    expect_near(estate_whole(&estate, M_LINE_S), estate.visit[1]->waited_s + estate.visit[2]->waited_s + 3 * 150, 1e-9);
    estate_close(&estate);
}

/* Of those who wait the middle one leaves: the others keep their places. */
static void who_leaves_the_middle_of_the_line_closes_it(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {" ONE_AT("first", "07:00") ONE_AT("second", "07:00:02")
                             "hasty: {at: desk, counts: {from: 07:00:04, every: 1 s, people: [1]}, patience: 20 s}, "
                             ONE_AT("fourth", "07:00:06") ONE_AT("fifth", "07:00:08") "}\n" WATER MINUTE DESK("1"));
    assert_int_equal(estate.visit[2]->outcome, OUT_RENEGED);
    expect_moment(estate.visit[1]->starts_s, estate.visit[0]->arrives_s + 60);
    expect_moment(estate.visit[3]->starts_s, estate.visit[0]->arrives_s + 120);
    expect_moment(estate.visit[4]->starts_s, estate.visit[0]->arrives_s + 180);
    expect_near(estate_group(&estate, 2, M_RENEGED), 1, 0);
    expect_near(estate_group(&estate, 3, M_SERVED), 1, 0);
    estate_close(&estate);
}

#define AT_GATE(n, more)                                                                           \
    "site: {nodes: {gate: {x: 0 m, y: 0 m, standing-room: 3}}}\n"                                  \
    "residents: {all: {from: gate, to: gate, counts: {from: 07:00, every: 1 s, people: [" n "]}" more "}}\n"

static void a_place_without_room_turns_people_away(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP AT_GATE("8", "") WATER MINUTE "layouts: {one: {gate: {staff: 2}}}\n");
    for (int i = 0; i < 8; i++)
        assert_int_equal(estate.visit[i]->outcome, i < 2 + 3 ? OUT_SERVED : OUT_TURNED_AWAY);
    expect_near(estate_station(&estate, 0, M_TURNED_AWAY), 3, 0);
    estate_close(&estate);
}

/* He who wouldn't have joined anyway is said to have balked only if there was room. */
static void no_room_counts_before_no_wish(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP AT_GATE("8", ", balk: 2") WATER MINUTE "layouts: {one: {gate: {staff: 1}}}\n");
    expect_near(estate_whole(&estate, M_BALKED), 5, 0);
    estate_close(&estate);
    estate_live(&estate, TOP AT_GATE("8", ", balk: 3") WATER MINUTE "layouts: {one: {gate: {staff: 1}}}\n");
    expect_near(estate_whole(&estate, M_TURNED_AWAY), 4, 0);
    estate_close(&estate);
}

static void where_nobody_serves_nobody_waits(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("8", "") WATER MINUTE DESK("0"));
    expect_near(estate_whole(&estate, M_TURNED_AWAY), 8, 0);
    expect_near(estate_whole(&estate, M_LINE_S), 0, 0);
    estate_close(&estate);
}

/* 100 minutes of work in an hour: the last in line is served after closing. What is a mean over the window ends
 * with it: the server is busy all of it but the first moment. */
static void the_day_goes_on_until_the_last_is_served(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("100", "") WATER MINUTE DESK("1"));
    expect_near(estate_whole(&estate, M_SERVED), 100, 0);
    expect_moment(estate.visit[99]->starts_s, estate.visit[0]->arrives_s + 99 * 60);
    expect_moment(estate_whole(&estate, M_BUSY_S), 8 * 3600 - estate.visit[0]->arrives_s);
    double in_window_s = 0;
    for (int i = 0; i < 100; i++)
        in_window_s += fmin(estate.visit[i]->starts_s, 8 * 3600) - estate.visit[i]->arrives_s;
    expect_near(estate_whole(&estate, M_LINE_S), in_window_s, 1e-9);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_contact_is_greeting_pouring_and_handing_over),
        cmocka_unit_test(a_question_lengthens_the_contact),
        cmocka_unit_test(each_starts_when_the_server_before_him_is_free),
        cmocka_unit_test(a_gap_as_long_as_a_service_leaves_no_wait),
        cmocka_unit_test(he_joins_while_fewer_wait_than_his_threshold),
        cmocka_unit_test(he_leaves_at_the_moment_his_patience_ends),
        cmocka_unit_test(who_leaves_the_middle_of_the_line_closes_it),
        cmocka_unit_test(a_place_without_room_turns_people_away),
        cmocka_unit_test(no_room_counts_before_no_wish),
        cmocka_unit_test(where_nobody_serves_nobody_waits),
        cmocka_unit_test(the_day_goes_on_until_the_last_is_served),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
