/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Which station a resident walks to who minds the lines, and who tries again. */

#define WATER "drinks: {water: {}}\n"

/* Straight from home to the exit it's 200 m; by way of a, b and c 10, 30 and 60 m more. */
#define THREE(more)                                                                                \
    "site: {nodes: {home: {x: 0 m, y: 0 m}, exit: {x: 0 m, y: 200 m}, a: {x: 9 m, y: 9 m}, b: {x: 19 m, y: 9 m}, c: {x: 29 m, y: 9 m}},\n" \
    "  paths: [[home, exit, 200 m], [home, a, 100 m], [a, exit, 110 m], [home, b, 100 m], [b, exit, 130 m], [home, c, 100 m], [c, exit, 160 m]]}\n" \
    "residents: {all: {from: home, to: exit, rate: 300 /h" more "}}\n" WATER

/* Nobody ever waits, so that only detours count: shares e^(-10/20) : e^(-30/20) : e^(-60/20). */
static void logit_shares_follow_the_detours(void **unused)
{
    struct estate estate;
    double n[3] = {0}, all = 0, sum = exp(-0.5) + exp(-1.5) + exp(-3);

    (void)unused;
    estate_open(&estate, TOP THREE(", choice: logit, choice-spread: 20 m") "service: {greet: 1 s}\nlayouts: {one: {a: {staff: 50}, b: {staff: 50}, c: {staff: 50}}}\n");
    for (uint32_t r = 0; r < 60; r++) {
        estate_day(&estate, 3, r);
        for (int s = 0; s < 3; s++)
            n[s] += estate_station(&estate, s, M_WANTED);
        all += estate_whole(&estate, M_WANTED);
        for (long i = 0; i < estate.day.visits; i++)
            expect_moment(estate.visit[i]->arrives_s, estate.visit[i]->sets_out_s + 100 / 1.3);
    }
    static const double detour_m[] = {10, 30, 60};
    for (int s = 0; s < 3; s++) {
        double share = exp(-detour_m[s] / 20) / sum;
        expect_within(n[s] / all, share, 4 * sqrt(share * (1 - share) / all));
    }
    estate_close(&estate);
}

/* What isn't within someone's detour isn't chosen. */
static void nobody_chooses_beyond_his_detour(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP THREE(", choice: logit, detour: 40 m") "service: {greet: 1 s}\nlayouts: {one: {a: {staff: 50}, b: {staff: 50}, c: {staff: 50}}}\n");
    assert_true(estate_station(&estate, 1, M_WANTED) > 10);
    expect_near(estate_station(&estate, 2, M_WANTED), 0, 0);
    estate_close(&estate);
}

/* Each event of the trace is replayed: whoever leaves home goes where fewest wait at that moment. */
static void the_shortest_line_of_the_moment_is_chosen(void **unused)
{
    struct estate estate;
    int waiting[3] = {0}, chosen = 0, elsewhere = 0;

    (void)unused;
    estate_live(&estate, TOP THREE(", choice: shortest line") "service: {greet: exponential(mean 33 s)}\nlayouts: {one: {a: {staff: 1}, b: {staff: 1}, c: {staff: 1}}}\n");
    for (long i = 0; i < estate.trace.n; i++) {
        const struct trace_event *event = &estate.trace.event[i];
        if (strcmp(event->what, "joins") == 0)
            waiting[event->station]++;
        if (strcmp(event->what, "serve") == 0 && event->value > 0)
            waiting[event->station]--;
        if (strcmp(event->what, "chooses") != 0)
            continue;
        for (int s = 0; s < 3; s++)
            assert_true(waiting[event->station] < waiting[s] || (waiting[event->station] == waiting[s] && event->station <= s));
        chosen++;
        elsewhere += event->station > 0;
    }
    assert_true(chosen > 200 && elsewhere > 50);
    estate_close(&estate);
}

/* All but the first see him being served and go; of those each comes back with 20 %, once, after 15 minutes. */
static void some_come_back_once(void **unused)
{
    enum { DAYS = 100, PEOPLE = 100 };
    struct estate estate;
    double back = 0, counted = 0, share = 0.2;

    (void)unused;
    estate_open(&estate, TOP CROWD("100", ", balk: 0, comes-back: {share: 20 %, after: 15 min}") WATER "service: {greet: 55 min}\nlayouts: {one: {desk: {staff: 1}}}\n");
    for (uint32_t r = 0; r < DAYS; r++) {
        estate_day(&estate, 3, r);
        for (int i = 0; i < PEOPLE; i++) {
            bool again = estate.visit[i]->came_back;
            expect_moment(estate.visit[i]->arrives_s, estate.visit[i]->sets_out_s + (again ? 900 : 0));
            back += again;
        }
        expect_near(estate_whole(&estate, M_SERVED), 1, 0);
        expect_near(estate_whole(&estate, M_BALKED), PEOPLE - 1, 0);
        counted += estate_whole(&estate, M_CAME_BACK);
        expect_near(estate_whole(&estate, M_CAME_BACK_SERVED), 0, 0);
    }
    expect_near(counted, back, 0);
    double tried = DAYS * (PEOPLE - 1);
    expect_within(back / tried, share, 4 * sqrt(share * (1 - share) / tried));
    estate_close(&estate);
}

/* After a service of 10 minutes the way is free: who comes back is served, and only that counts. */
static void the_last_outcome_counts(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("2", ", balk: 0, comes-back: {share: 100 %}") WATER "service: {greet: 10 min}\nlayouts: {one: {desk: {staff: 1}}}\n");
    expect_near(estate_whole(&estate, M_SERVED), 2, 0);
    expect_near(estate_whole(&estate, M_BALKED), 0, 0);
    expect_near(estate_whole(&estate, M_CAME_BACK), 1, 0);
    expect_near(estate_whole(&estate, M_CAME_BACK_SERVED), 1, 0);
    estate_close(&estate);
    /* an hour later it's closed */
    estate_live(&estate, TOP CROWD("2", ", balk: 0, comes-back: {share: 100 %, after: 60 min}") WATER "service: {greet: 10 min}\nlayouts: {one: {desk: {staff: 1}}}\n");
    expect_near(estate_whole(&estate, M_BALKED), 1, 0);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logit_shares_follow_the_detours),
        cmocka_unit_test(nobody_chooses_beyond_his_detour),
        cmocka_unit_test(the_shortest_line_of_the_moment_is_chosen),
        cmocka_unit_test(some_come_back_once),
        cmocka_unit_test(the_last_outcome_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
