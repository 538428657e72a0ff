/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* Common random numbers by person: whatever else changes in an estate, resident 17 of day 3 stays who he is. */

#define SITE(more)                                                                                 \
    TOP "site: {nodes: {home: {x: 0 m, y: 0 m}, gate: {x: 0 m, y: 200 m}, hall: {x: 50 m, y: 100 m}}, paths: [[home, gate], [home, hall], [hall, gate]]}\n" more
#define COMMUTERS                                                                                  \
    "  commuters:\n    from: home\n    to: gate\n    count: 300\n    departs: [{peak: 07:30, spread: 9 min}]\n    uptake: 60 %\n" \
    "    day-to-day: 0.2\n    speed: lognormal(mean 1.3 m/s, cv 0.15)\n    detour: exponential(mean 90 m)\n    balk: normal(mean 8, sd 3)\n" \
    "    patience: weibull(mean 4 min, shape 2)\n    drinks: {tea: 50 %, milk: 50 %}\n    own-cup: 15 %\n    substitute: 60 %\n    consult: 5 %\n"
#define OTHERS "  others: {from: home, to: hall, rate: 100 /h, uptake: 50 %, day-to-day: 0.4}\n"
#define PASSERS "  passers: {from: home, to: gate, rate: 90 /h, patience: exponential(mean 3 min)}\n"
#define SERVED "drinks: {tea: {}, milk: {}}\nservice: {greet: 'gamma(mean 9 s, cv 0.5)', hand-over: 'uniform(2 s, 9 s)', consult: 50 s}\n"
#define GATE "gate: {staff: 1}"

static bool same_person(const struct visit *a, const struct visit *b)
{
    return a->sets_out_s == b->sets_out_s && a->tolerance_m == b->tolerance_m && a->speed_m_per_s == b->speed_m_per_s
           && a->first_drink == b->first_drink && a->substitutes == b->substitutes && a->balks_at == b->balks_at
           && a->patience_s == b->patience_s && a->greet_s == b->greet_s && a->hand_over_s == b->hand_over_s && a->own_cup == b->own_cup;
}

static const struct visit *find(const struct estate *estate, uint32_t key, uint32_t resident)
{
    for (long i = 0; i < estate->day.visits; i++)
        if (estate->plan.stream[estate->visit[i]->stream].key == key && estate->visit[i]->resident == resident)
            return estate->visit[i];
    return NULL;
}

/* Everyone of the first estate's group 0 is in the second as well, day by day, and is the same. */
static void expect_same_people(const char *one, const char *other)
{
    struct estate a, b;

    estate_open(&a, one);
    estate_open(&b, other);
    for (uint32_t r = 0; r < 5; r++) {
        estate_day(&a, 42, r);
        estate_day(&b, 42, r);
        assert_true(a.day.visits > 50);
        for (long i = 0; i < a.day.visits; i++) {
            const struct plan_stream *stream = &a.plan.stream[a.visit[i]->stream];
            if (stream->group > 0)
                continue;
            const struct visit *twin = find(&b, stream->key, a.visit[i]->resident);
            assert_non_null(twin);
            assert_true(same_person(a.visit[i], twin));
        }
    }
    estate_close(&a);
    estate_close(&b);
}

static void a_station_more_changes_nobody(void **unused)
{
    (void)unused;
    expect_same_people(SITE("") "residents:\n" COMMUTERS SERVED "layouts: {one: {" GATE "}}\n",
                       SITE("") "residents:\n" COMMUTERS SERVED "layouts: {one: {hall: {staff: 2, portions: {tea: 5}}, " GATE "}}\n");
}

static void a_station_moved_changes_nobody(void **unused)
{
    (void)unused;
    expect_same_people(SITE("") "residents:\n" COMMUTERS SERVED "layouts: {one: {" GATE "}}\n",
                       SITE("") "residents:\n" COMMUTERS SERVED "layouts: {one: {hall: {staff: 1}}}\n");
}

static void a_group_more_changes_nobody_wherever_it_stands(void **unused)
{
    (void)unused;
    expect_same_people(SITE("") "residents:\n" COMMUTERS SERVED "layouts: {one: {" GATE "}}\n",
                       SITE("") "residents:\n" OTHERS COMMUTERS SERVED "layouts: {one: {" GATE "}}\n");
    expect_same_people(SITE("") "residents:\n" PASSERS SERVED "layouts: {one: {" GATE "}}\n",
                       SITE("") "residents:\n" COMMUTERS OTHERS PASSERS SERVED "layouts: {one: {" GATE "}}\n");
}

/* A place more on the map and a building more in the group: those of the old building who are still there. */
static void a_building_more_leaves_those_of_the_others_alone(void **unused)
{
    (void)unused;
    expect_same_people(SITE("") "residents:\n" COMMUTERS SERVED "layouts: {one: {" GATE "}}\n",
                       TOP "site: {nodes: {new: {x: 9 m, y: 9 m}, home: {x: 0 m, y: 0 m}, gate: {x: 0 m, y: 200 m}, hall: {x: 50 m, y: 100 m}},\n"
                           "  paths: [[new, home], [home, gate], [home, hall], [hall, gate]]}\nresidents:\n"
                           "  commuters:\n    from: {new: 50 %, home: 50 %}\n    to: gate\n    count: 600\n    departs: [{peak: 07:30, spread: 9 min}]\n    uptake: 60 %\n"
                           "    day-to-day: 0.2\n    speed: lognormal(mean 1.3 m/s, cv 0.15)\n    detour: exponential(mean 90 m)\n    balk: normal(mean 8, sd 3)\n"
                           "    patience: weibull(mean 4 min, shape 2)\n    drinks: {tea: 50 %, milk: 50 %}\n    own-cup: 15 %\n    substitute: 60 %\n    consult: 5 %\n" SERVED
                           "layouts: {one: {" GATE "}}\n");
}

/* More people take a drink: those who did before still do, at the same moments. */
static void a_greater_uptake_only_adds_people(void **unused)
{
    (void)unused;
    expect_same_people(SITE("air: 0 °C\n") "residents:\n" COMMUTERS "    uptake-per-degree: 1 %\n" SERVED "layouts: {one: {" GATE "}}\n",
                       SITE("air: -9 °C\n") "residents:\n" COMMUTERS "    uptake-per-degree: 1 %\n" SERVED "layouts: {one: {" GATE "}}\n");
}

/* But another day, another seed, another stream: another person. */
static void days_seeds_and_streams_are_different_people(void **unused)
{
    static const struct {
        uint64_t seed;
        uint32_t replication;
    } other[] = {{42, 1}, {43, 0}, {42 + (UINT64_C(1) << 32), 0}};
    struct estate a, b;

    (void)unused;
    estate_open(&a, SITE("") "residents:\n" COMMUTERS "  twins: {from: home, to: gate, count: 300, departs: [{peak: 07:30, spread: 9 min}]}\n" SERVED "layouts: {one: {" GATE "}}\n");
    estate_open(&b, SITE("") "residents:\n" COMMUTERS SERVED "layouts: {one: {" GATE "}}\n");
    estate_day(&a, 42, 0);
    for (int k = 0; k < 3; k++) {
        estate_day(&b, other[k].seed, other[k].replication);
        for (long i = 0; i < b.day.visits; i++) {
            const struct visit *same = find(&a, b.plan.stream[0].key, b.visit[i]->resident);
            assert_true(!same || same->sets_out_s != b.visit[i]->sets_out_s);
        }
    }
    for (long i = 0; i < a.day.visits; i++) {
        const struct visit *twin = find(&a, a.plan.stream[1].key, a.visit[i]->resident);
        assert_true(!twin || a.visit[i]->stream == 1 || twin->sets_out_s != a.visit[i]->sets_out_s);
    }
    estate_close(&a);
    estate_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_station_more_changes_nobody),
        cmocka_unit_test(a_station_moved_changes_nobody),
        cmocka_unit_test(a_group_more_changes_nobody_wherever_it_stands),
        cmocka_unit_test(a_building_more_leaves_those_of_the_others_alone),
        cmocka_unit_test(a_greater_uptake_only_adds_people),
        cmocka_unit_test(days_seeds_and_streams_are_different_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
