/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* People who come down with one lift, and people who come as a party. Queues of them are held to theory by
 * scenarios/verification/lift-loads.yaml and parties.yaml. */

#define WATER "drinks: {water: {}}\n"

/* Two groups live in one tower, one group in another; without lifts the same people leave up to 40 s earlier. */
static void a_building_leaves_in_lift_loads(void **unused)
{
#define TOWERS(lift)                                                                               \
    "site: {nodes: {east: {x: 0 m, y: 0 m}, west: {x: 9 m, y: 0 m}}, paths: [[east, west]]}\n"      \
    "residents: {a: {from: east, to: west, rate: 200 /h" lift "}, b: {from: east, to: west, rate: 100 /h" lift "}, c: {from: west, to: east, rate: 200 /h" lift "}}\n"
    struct estate stairs, lift;
    double phase_s[2] = {-1, -1};

    (void)unused;
    estate_live(&stairs, TOP TOWERS("") WATER "layouts: {one: {west: {staff: 9}}}\n");
    estate_live(&lift, TOP TOWERS(", lift: 40 s") WATER "layouts: {one: {west: {staff: 9}}}\n");
    assert_int_equal(stairs.day.visits, lift.day.visits);
    for (long i = 0; i < lift.day.visits; i++) {
        const struct visit *one = &lift.trace.visit[i], *before = &stairs.trace.visit[i];
        assert_int_equal(one->resident, before->resident);
        assert_true(one->sets_out_s >= before->sets_out_s && one->sets_out_s < before->sets_out_s + 40);
        int building = lift.plan.stream[one->stream].from;
        double at_s = fmod(one->sets_out_s, 40);
        if (phase_s[building] < 0)
            phase_s[building] = at_s;
        expect_within(remainder(at_s - phase_s[building], 40), 0, 1e-6);
    }
    assert_true(phase_s[0] >= 0 && phase_s[1] >= 0 && fabs(phase_s[0] - phase_s[1]) > 0.1);
    estate_close(&stairs);
    estate_close(&lift);
}

/* Three cups at 5 s each, each handed over in 6 s, after one greeting. */
static void a_party_is_greeted_once_and_each_gets_a_cup(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("2", ", party: 3") "drinks: {tea: {cup: 250 ml}}\n"
                             "equipment: {jug: {kind: insulated, volume: 10 L, filled: 80 °C, tap: 50 ml/s}}\n"
                             "service: {greet: 7 s, hand-over: 6 s}\n"
                             "layouts: {one: {desk: {staff: 1, vessels: {tea: jug}, portions: {tea: 8}, cups: 7}}}\n");
    expect_moment(estate.visit[0]->done_s, estate.visit[0]->arrives_s + 7 + 3 * 5 + 3 * 6);
    expect_near(estate_whole(&estate, M_WANTED), 6, 0);
    expect_near(estate_whole(&estate, M_SERVED), 6, 0);
    expect_near(estate_whole(&estate, M_WARM) + estate_whole(&estate, M_SCALD), 6, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_USED), 6, 0);
    expect_near(estate_whole(&estate, M_CUPS_USED), 6, 0);
    expect_near(estate_whole(&estate, M_WAIT_S), 3 * estate.visit[1]->waited_s, 1e-12);
    expect_near(estate_whole(&estate, M_LINE_MAX), 3, 0);
    expect_near(estate_whole(&estate, M_BUSY_S), 80, 1e-9);
    expect_near(estate_whole(&estate, M_CONTACT_S), 80, 1e-9);
    estate_close(&estate);
}

/* Two parties of three find five portions: what isn't enough for all of them is short for all of them. */
static void a_party_stays_together(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP CROWD("2", ", party: 3") WATER "service: {greet: 7 s}\nlayouts: {one: {desk: {staff: 1, portions: {water: 5}}}}\n");
    expect_near(estate_whole(&estate, M_SERVED), 3, 0);
    expect_near(estate_whole(&estate, M_SHORT), 3, 0);
    expect_near(estate_whole(&estate, M_PORTIONS_WASTED), 2, 0);
    estate_close(&estate);
}

/* Room for three: the first party of two is served, the second waits, the third doesn't fit in. */
static void room_is_for_people_not_for_parties(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, TOP "site: {nodes: {gate: {x: 0 m, y: 0 m, standing-room: 3}}}\n"
                             "residents: {all: {from: gate, to: gate, counts: {from: 07:00, every: 1 s, people: [3]}, party: 2}}\n" WATER
                             "service: {greet: 60 s}\nlayouts: {one: {gate: {staff: 1}}}\n");
    expect_near(estate_whole(&estate, M_SERVED), 4, 0);
    expect_near(estate_whole(&estate, M_TURNED_AWAY), 2, 0);
    estate_close(&estate);
}

/* Sizes as drawn; everyone ends somewhere; the area under the line is people times waits. */
static void sizes_follow_their_shares_and_nobody_is_lost(void **unused)
{
    struct estate estate;
    double parties = 0, of[4] = {0}, people = 0, ended = 0;

    (void)unused;
    estate_open(&estate, TOP "residents: {all: {at: desk, rate: 200 /h, party: 'discrete(1: 70 %, 2: 20 %, 3: 10 %)', balk: 6, patience: exponential(mean 2 min)}}\n" WATER
                             "service: {greet: 20 s}\nlayouts: {one: {desk: {staff: 1}}}\n");
    for (uint32_t r = 0; r < 100; r++) {
        estate_day(&estate, 5, r);
        assert_true(estate.day.little_error < 1e-9);
        for (long i = 0; i < estate.day.visits; i++)
            of[estate.trace.visit[i].cups]++;
        parties += (double)estate.day.visits;
        people += estate_whole(&estate, M_WANTED);
        ended += estate_whole(&estate, M_SERVED) + estate_whole(&estate, M_BALKED) + estate_whole(&estate, M_RENEGED);
    }
    expect_near(ended, people, 0);
    expect_near(of[1] + 2 * of[2] + 3 * of[3], people, 0);
    static const double share[] = {0, 0.7, 0.2, 0.1};
    for (int n = 1; n <= 3; n++)
        expect_within(of[n] / parties, share[n], 4 * sqrt(share[n] * (1 - share[n]) / parties));
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_building_leaves_in_lift_loads),
        cmocka_unit_test(a_party_is_greeted_once_and_each_gets_a_cup),
        cmocka_unit_test(a_party_stays_together),
        cmocka_unit_test(room_is_for_people_not_for_parties),
        cmocka_unit_test(sizes_follow_their_shares_and_nobody_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
