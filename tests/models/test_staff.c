/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Staff who come, go, have breaks and stay away. Services take exactly a minute, so that moments follow by hand. */

#define WATER "drinks: {water: {}}\n"
#define MINUTE "service: {greet: 60 s}\n"
#define DESK(station) "layouts: {one: {desk: {" station "}}}\n"
#define ONE(from, to) "{from: '" from "', to: '" to "', staff: 1}"

static double minutes(const struct estate *estate, int i)
{
    return (estate->visit[i]->starts_s - 25200) / 60;
}

/* One serves from 07:00, a second one from 07:10:30 on: he takes the next in line at once. */
static void who_comes_takes_the_next_in_line(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("20", "") WATER MINUTE DESK("shifts: [" ONE("07:00", "08:00") ", " ONE("07:10:30", "08:00") "]"));
    double first = minutes(&estate, 0);
    for (int i = 0; i < 11; i++)
        expect_within(minutes(&estate, i), first + i, 1e-9);
    expect_within(minutes(&estate, 11), 10.5, 1e-9);
    expect_within(minutes(&estate, 12), first + 11, 1e-9);
    expect_within(minutes(&estate, 13), 11.5, 1e-9);
    estate_close(&estate);
}

/* A shift ends at 07:02:30, when both have a cup in hand: whoever is free first goes. Paid is the shift. */
static void a_shift_that_ends_cuts_no_cup_short(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("9", "") WATER MINUTE "costs: {wage: 30 CNY/h, cup: 0 CNY}\n" DESK("shifts: [" ONE("07:00", "08:00") ", " ONE("07:00", "07:02:30") "]"));
    double first = minutes(&estate, 0), second = minutes(&estate, 1);
    for (int i = 0; i < 6; i++)
        expect_within(minutes(&estate, i), i % 2 ? second + i / 2 : first + i / 2, 1e-9);
    for (int i = 6; i < 9; i++)
        expect_within(minutes(&estate, i), second + i - 3, 1e-9);
    expect_near(estate_whole(&estate, M_STAFF_S), 3600 + 60 * (first + 3), 1e-9);
    expect_near(estate_whole(&estate, M_BUSY_S), 9 * 60, 1e-9);
    expect_near(estate_whole(&estate, M_COST), 30 * (1 + 2.5 / 60), 1e-9);
    estate_close(&estate);
}

static void a_break_begins_after_the_cup_and_ends_by_the_clock(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("9", "") WATER MINUTE "costs: {wage: 30 CNY/h, cup: 0 CNY}\n" DESK("staff: 1, breaks: [{at: '07:03:30', for: 10 min}]"));
    for (int i = 0; i < 9; i++)
        expect_within(minutes(&estate, i), i < 4 ? minutes(&estate, 0) + i : 13.5 + i - 4, 1e-9);
    expect_near(estate_whole(&estate, M_COST), 30, 1e-9); /* paid too */
    estate_close(&estate);
}

/* Those in line are turned away the moment the last of the staff goes; later ones don't join. */
static void who_still_waits_when_the_last_goes_is_turned_away(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "residents: {early: {at: desk, counts: {from: 07:00, every: 1 s, people: [5]}}, late: {at: desk, counts: {from: 07:30, every: 1 s, people: [3]}}}\n"
                             WATER MINUTE DESK("shifts: [" ONE("07:00", "07:02:30") "]"));
    for (int i = 0; i < 8; i++)
        assert_int_equal(estate.visit[i]->outcome, i < 3 ? OUT_SERVED : OUT_TURNED_AWAY);
    expect_moment(estate.visit[4]->done_s, estate.visit[2]->done_s);
    expect_near(estate.visit[7]->waited_s, 0, 0);
    estate_close(&estate);
}

static void who_comes_before_the_first_shift_waits_for_it(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("3", "") WATER MINUTE DESK("shifts: [" ONE("07:20", "08:00") "]"));
    for (int i = 0; i < 3; i++)
        expect_within(minutes(&estate, i), 20 + i, 1e-9);
    estate_close(&estate);
}

/* Not one bit differs where shifts add up to the same staff all day. */
static void shifts_that_add_up_to_constant_staff_change_nothing(void **unused)
{
#define RUSH "residents: {all: {at: desk, rate: 300 /h, balk: 'normal(mean 8, sd 3)', patience: exponential(mean 3 min)}}\n" WATER "service: {greet: exponential(mean 40 s)}\n"
    struct estate constant, shifts;

    (void)unused;
    estate_open(&constant, TOP RUSH DESK("staff: 3"));
    estate_open(&shifts, TOP RUSH DESK("shifts: [{from: 06:00, to: '07:30', staff: 3}, {from: '07:30', to: 09:00, staff: 2}, {from: '07:30', to: 08:00, staff: 1}]"));
    for (uint32_t r = 0; r < 20; r++) {
        estate_count(&constant, 7, r);
        estate_count(&shifts, 7, r);
        for (int m = 0; m < MEASURES; m++)
            if (m != M_STAFF_S && m != M_COST)
                expect_near(estate_whole(&shifts, (enum measure)m), estate_whole(&constant, (enum measure)m), 0);
        expect_near(estate_whole(&shifts, M_STAFF_S), estate_whole(&constant, M_STAFF_S), 1e-12);
        expect_near(estate_whole(&shifts, M_COST), estate_whole(&constant, M_COST), 1e-12);
    }
    estate_close(&constant);
    estate_close(&shifts);
}

/* Of three, each absent with 20 %: who is there is binomial. Four standard errors of 4,000 days. */
static void each_is_absent_by_himself(void **unused)
{
    enum { DAYS = 4000, STAFF = 3 };
    static const double odds[STAFF + 1] = {0.008, 0.096, 0.384, 0.512};
    struct estate estate;
    int days[STAFF + 1] = {0};

    (void)unused;
    estate_open(&estate, TOP CROWD("9", "") WATER MINUTE "staff: {absent: 20 %}\ncosts: {wage: 10 CNY/h, cup: 0 CNY}\n" DESK("staff: 3"));
    for (uint32_t r = 0; r < DAYS; r++) {
        estate_count(&estate, 1, r);
        int there = (int)lround(estate_whole(&estate, M_STAFF_S) / 3600);
        expect_near(estate_whole(&estate, M_STAFF_S), 3600.0 * there, 1e-12);
        expect_near(estate_whole(&estate, M_COST), 10.0 * there, 1e-12);
        expect_near(estate_whole(&estate, M_SERVED), there ? 9 : 0, 0);
        expect_near(estate_whole(&estate, M_TURNED_AWAY), there ? 0 : 9, 0);
        days[there]++;
    }
    for (int k = 0; k <= STAFF; k++)
        expect_within(days[k], DAYS * odds[k], 4 * sqrt(DAYS * odds[k] * (1 - odds[k])));
    estate_close(&estate);
}

/* Who is away doesn't depend on the other stations of a layout: his draw has his station's name. */
static void absence_is_the_same_in_every_layout(void **unused)
{
#define GATES "site: {nodes: {a: {x: 0 m, y: 0 m}, b: {x: 9 m, y: 0 m}}, paths: [[a, b]]}\nresidents: {all: {from: b, to: b, rate: 60 /h}}\n" WATER MINUTE "staff: {absent: 30 %}\n"
    struct estate alone, together;

    (void)unused;
    estate_open(&alone, TOP GATES "layouts: {one: {b: {staff: 2}}}\n");
    estate_open(&together, TOP GATES "layouts: {one: {a: {staff: 3}, b: {staff: 2}}}\n");
    for (uint32_t r = 0; r < 50; r++) {
        estate_count(&alone, 3, r);
        estate_count(&together, 3, r);
        expect_near(estate_station(&together, 1, M_STAFF_S), estate_station(&alone, 0, M_STAFF_S), 1e-12);
    }
    estate_close(&alone);
    estate_close(&together);
}

#define HELPED(odds, store) TOP CROWD("9", "") WATER MINUTE "staff: {absent: " odds "}\ncosts: {wage: 10 CNY/h, cup: 0 CNY}\nstore: {runners: 2" store "}\n" \
                       DESK("staff: 1, greeters: 3, desk: 2, portions: {water: 400}, reorder: {water: 399}")

/* How many of a role are there, of n who are each absent with 20 %: four standard errors. */
static void expect_binomial(const double there[], int days, int n)
{
    double sum = 0;

    for (int r = 0; r < days; r++)
        sum += there[r];
    expect_within(sum, days * n * 0.8, 4 * sqrt(days * n * 0.16));
}

/* Greeters, a second desk and runners: how many are there is binomial, and says nothing of who serves. */
static void helpers_are_absent_as_servers_are(void **unused)
{
    enum { DAYS = 4000, ROLES = 4 };
    static const enum measure measure[ROLES] = {M_STAFF_S, M_GREETERS_S, M_DESK_S, M_RUNNER_S};
    static const int people[ROLES] = {1, 3, 2, 2};
    static double there[ROLES][DAYS];
    struct estate estate;

    (void)unused;
    estate_open(&estate, HELPED("20 %", ""));
    for (uint32_t r = 0; r < DAYS; r++) {
        double all = 0;
        estate_count(&estate, 1, r);
        for (int k = 0; k < ROLES; k++)
            all += there[k][r] = estate_whole(&estate, measure[k]) / 3600;
        expect_near(estate_whole(&estate, M_PLANNED_S), 8 * 3600, 1e-12);
        expect_within(estate_whole(&estate, M_ABSENT_S), 3600 * (8 - all), 1e-6);
        expect_within(estate_whole(&estate, M_COST), 10 * all, 1e-9);
    }
    for (int k = 0; k < ROLES; k++)
        expect_binomial(there[k], DAYS, people[k]);
    for (int k = 1; k < ROLES; k++) {
        double together = 0, var = 0.16 * sqrt(people[k]);
        for (int r = 0; r < DAYS; r++)
            together += (there[0][r] - 0.8) * (there[k][r] - 0.8 * people[k]);
        expect_within(together / DAYS, 0, 4 * var / sqrt(DAYS));
    }
    estate_close(&estate);
}

#define ASKED TOP "residents: {all: {at: desk, consult: 50 %, counts: {from: 07:00, every: 30 min, people: [30, 30]}}}\n" WATER \
              "service: {greet: 40 s, hand-over: 9 s, consult: 90 s}\ncosts: {wage: 10 CNY/h}\n"

/* With so many greeters and at the desk as came, whoever they are, every figure is that of a station that has no more. */
static void expect_as_if_planned(const char *planned, const char *wished, int there)
{
    struct estate few, many;
    int days = 0;
    char yaml[1024];

    snprintf(yaml, sizeof yaml, "%s" DESK("staff: 1%s"), ASKED, planned);
    estate_open(&few, yaml);
    snprintf(yaml, sizeof yaml, "%sstaff: {absent: 50 %%}\n" DESK("staff: 1%s"), ASKED, wished);
    estate_open(&many, yaml);
    for (uint32_t r = 0; r < 100; r++) {
        estate_count(&few, 1, r);
        estate_count(&many, 1, r);
        if (estate_whole(&many, M_STAFF_S) < 3600 || fabs(estate_whole(&many, M_GREETERS_S) - 3600 * there) > 1 || fabs(estate_whole(&many, M_DESK_S) - 3600 * there) > 1)
            continue;
        days++;
        for (int m = 0; m < MEASURES; m++)
            if (m != M_ABSENT_S && m != M_PLANNED_S)
                expect_near(estate_whole(&many, (enum measure)m), estate_whole(&few, (enum measure)m), 1e-12);
    }
    assert_true(days > 2 && days < 30);
    estate_close(&few);
    estate_close(&many);
}

static void absent_helpers_help_nobody(void **unused)
{
    (void)unused;
    expect_as_if_planned("", ", greeters: 1, desk: 1", 0);
    expect_as_if_planned(", greeters: 1, desk: 1", ", greeters: 2, desk: 2", 1);
}

/* A store's own odds count for its runners, and for nobody else. */
static void runners_who_never_come_bring_nothing(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, HELPED("0 %", ", absent: 0 %"));
    assert_true(estate_whole(&estate, M_BROUGHT) > 0);
    estate_close(&estate);
    estate_live(&estate, HELPED("0 %", ", absent: 100 %"));
    expect_near(estate_whole(&estate, M_BROUGHT), 0, 0);
    expect_near(estate_whole(&estate, M_DELIVERIES), 0, 0);
    expect_near(estate_whole(&estate, M_RUNNER_S), 0, 0);
    expect_near(estate_whole(&estate, M_ABSENT_S), 2 * 3600, 1e-12);
    expect_near(estate_whole(&estate, M_COST), 6 * 10, 1e-12);
    estate_close(&estate);
    estate_live(&estate, HELPED("100 %", ", absent: 0 %"));
    expect_near(estate_whole(&estate, M_RUNNER_S), 2 * 3600, 1e-12);
    expect_near(estate_whole(&estate, M_STAFF_S) + estate_whole(&estate, M_GREETERS_S) + estate_whole(&estate, M_DESK_S), 0, 0);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_takes_the_next_in_line),
        cmocka_unit_test(a_shift_that_ends_cuts_no_cup_short),
        cmocka_unit_test(a_break_begins_after_the_cup_and_ends_by_the_clock),
        cmocka_unit_test(who_still_waits_when_the_last_goes_is_turned_away),
        cmocka_unit_test(who_comes_before_the_first_shift_waits_for_it),
        cmocka_unit_test(shifts_that_add_up_to_constant_staff_change_nothing),
        cmocka_unit_test(each_is_absent_by_himself),
        cmocka_unit_test(absence_is_the_same_in_every_layout),
        cmocka_unit_test(helpers_are_absent_as_servers_are),
        cmocka_unit_test(absent_helpers_help_nobody),
        cmocka_unit_test(runners_who_never_come_bring_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
