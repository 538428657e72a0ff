/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole way from a plan: block to a plan. */
#include "planner/candidates.h"
#include "planner/explore.h"
#include "planner/design_days.h"
#include "planner/optimize.h"
#include "tests/models/estate.h"

#include <math.h>
#include <signal.h>

/* Two towers, three places. Nearly everybody goes out by the gate; the yard lies on the way of all, the shed on
 * nobody's. One server can't keep up in the peak, two can. */
#define PLACES                                                                                     \
    "samovar: 1\nname: Three places\nwindow: 07:00 - 08:30\nair: 0 °C\nwait-target: 2 min\n"          \
    "site:\n  nodes:\n"                                                                            \
    "    a: {x: 0 m, y: 100 m}\n    b: {x: 100 m, y: 100 m}\n"                                         \
    "    yard: {x: 50 m, y: 60 m, power: 3 kW}\n    gate: {x: 50 m, y: 0 m, power: 3 kW}\n"             \
    "    side: {x: 150 m, y: 60 m, power: 1 kW}\n    shed: {x: 50 m, y: 400 m, power: 3 kW}\n"          \
    "  paths: [[a, yard], [b, yard], [yard, gate], [yard, side], [a, shed, 900 m], [b, shed, 900 m]]\n"  \
    "residents:\n  all:\n    count: 400\n    from: {a: 50 %, b: 50 %}\n    to: {gate: 80 %, side: 20 %}\n"  \
    "    departs: [{peak: 07:45, spread: 12 min}]\n    uptake: 60 %\n    day-to-day: 0.1\n"             \
    "    detour: exponential(mean 30 m)\n    balk: normal(mean 8, sd 3)\n"                             \
    "    patience: weibull(mean 4 min, shape 2)\n"                                                   \
    "drinks: {tea: {cost: 1 CNY}}\n"                                                                 \
    "equipment:\n  urn: {kind: heated, volume: 20 L, power: 2 kW, setpoint: 70 °C, refill: {below: 5 L, takes: 60 s, water: 60 °C}, rent: 20 CNY}\n" \
    "  flask: {kind: insulated, volume: 12 L, filled: 72 °C, loss: 0.5 W/K, rent: 5 CNY}\n"            \
    "service:\n  greet: lognormal(mean 15 s, cv 0.5)\n"                                              \
    "costs: {set-up: 20 CNY, wage: 30 CNY/h, goodwill: 5 CNY}\n"                                      \
    "layouts: {first: {yard: {staff: 1, vessels: {tea: flask}}}}\n"
#define CHOICE "plan:\n  sites: [yard, gate, side, shed]\n  stations: 1..2\n  staff: 1..3\n  kits: {hot: {tea: urn}, carried: {tea: flask}}\n  indifference: 4 drinks\n"

struct planning {
    struct reader *reader;
    struct scenario scenario;
    struct study study;
    struct optimum optimum;
    enum status status;
};

static void choose(struct planning *choosing, const char *more, int threads, uint64_t seed)
{
    char yaml[8192];
    struct optimize_options how = {.seed = seed, .threads = threads};

    snprintf(yaml, sizeof yaml, "%s%s%s", PLACES, CHOICE, more);
    estate_read(yaml, &choosing->reader, &choosing->scenario);
    assert_int_equal(study_open(choosing->reader, &choosing->scenario, 0, &choosing->study), OK);
    choosing->status = optimize(&choosing->study, &how, &choosing->optimum);
}

static void end(struct planning *choosing)
{
    optimum_free(&choosing->optimum);
    reader_free(choosing->reader);
}

/* Long-run means of every allowed design, simulated on days of its own. */
static double best_by_brute_force(struct planning *choosing, double *of_winner)
{
    enum { DAYS = 300 };
    const struct space *space = choosing->optimum.space;
    struct design_days days;
    struct design_list list;
    struct arena arena = {0};
    double allowed, best = -HUGE_VAL, *out;
    int row = 1 + design_requirements(space->choice);

    assert_int_equal(candidates_all(space, 1e6, 3000, &arena, &allowed, &list), OK);
    assert_int_equal(design_days_open(&days, space, 77, 0, NULL), OK);
    struct observer observer = design_days_observer(&days);
    out = arena_take(&arena, (size_t)(DAYS * row), sizeof *out);
    for (int i = 0; i < list.n; i++) {
        struct observation_request request = {i, list.x[i], 700000000, DAYS, out};
        double mean = 0;
        assert_int_equal(observer.observe(observer.context, 1, &request), OK);
        for (int r = 0; r < DAYS; r++)
            mean += out[r * row] / DAYS;
        best = fmax(best, mean);
        if (memcmp(list.x[i], choosing->optimum.finalist[0].x, (size_t)space->sites * sizeof(int)) == 0)
            *of_winner = mean;
    }
    design_days_close(&days);
    arena_free(&arena);
    return best;
}

static void the_plan_is_within_the_indifference_of_the_best_of_all(void **unused)
{
    struct planning choosing;
    double of_winner = -HUGE_VAL;
    (void)unused;

    choose(&choosing, "", 0, 1);
    assert_int_equal(choosing.status, OK);
    assert_true(choosing.optimum.narrowing.listed);
    double best = best_by_brute_force(&choosing, &of_winner);
    expect_between(of_winner, best - 4, best + 1e-9);
    end(&choosing);
}

static void circuits_rule_out_by_proof(void **unused)
{
    struct planning choosing;
    (void)unused;

    choose(&choosing, "", 0, 1);
    /* 4 sites, 6 modules: 4 * 6 + 6 * 36 = 240; the side's 1 kW carries no urn: 3 alone and 3 * 18 in pairs */
    expect_near(choosing.optimum.narrowing.all, 240, 1e-12);
    expect_near(choosing.optimum.narrowing.proved_out, 3 + 3 * 18, 1e-12);
    end(&choosing);
}

static void a_budget_keeps_the_cheaper_and_is_kept(void **unused)
{
    struct planning choosing;
    (void)unused;

    choose(&choosing, "  budget: 330 CNY\n", 0, 1);
    assert_int_equal(choosing.status, OK);
    const struct finalist *winner = &choosing.optimum.finalist[0];
    expect_between(winner->fixed_cost, 0, 330);
    expect_between(winner->requirement[0].mean + winner->requirement[0].half_width, 0, 1e9);
    end(&choosing);
}

static void what_no_plan_can_reach_is_named(void **unused)
{
    struct planning choosing;
    (void)unused;

    choose(&choosing, "  require: {served: \">= 99.9 %\", warm: \">= 50 %\"}\n  budget: 900 CNY\n", 0, 1);
    assert_int_equal(choosing.status, ERR_INFEASIBLE);
    assert_int_equal(choosing.optimum.outcome, SELECT_NONE);
    assert_true(choosing.optimum.n_finalists > 0);
    assert_int_equal(choosing.optimum.failing, 0);
    end(&choosing);
    choose(&choosing, "  budget: 10 CNY\n", 0, 1);
    assert_int_equal(choosing.status, ERR_INFEASIBLE);
    assert_int_equal(choosing.optimum.n_finalists, 0);
    end(&choosing);
}

static void least_cost_takes_little(void **unused)
{
    struct planning choosing;
    (void)unused;

    choose(&choosing, "  goal: least cost\n  require: {served: \">= 60 %\"}\n", 0, 1);
    assert_int_equal(choosing.status, OK);
    assert_true(choosing.optimum.finalist[0].line.mean < 0);
    assert_int_equal(choosing.optimum.finalist[0].layout->station.n, 1);
    end(&choosing);
}

static void threads_change_nothing(void **unused)
{
    struct planning one, two;
    (void)unused;

    choose(&one, "", 1, 3);
    choose(&two, "", 2, 3);
    assert_int_equal(one.optimum.n_finalists, two.optimum.n_finalists);
    assert_true(one.optimum.days == two.optimum.days);
    for (int i = 0; i < one.optimum.n_finalists; i++) {
        assert_memory_equal(one.optimum.finalist[i].x, two.optimum.finalist[i].x, 4 * sizeof(int));
        assert_memory_equal(&one.optimum.finalist[i].line, &two.optimum.finalist[i].line, sizeof(struct select_line));
    }
    end(&one);
    end(&two);
}

static void too_few_days_are_not_called_an_answer(void **unused)
{
    struct planning choosing;
    char yaml[8192];
    struct optimize_options how = {.seed = 1, .days_at_most = 3000};
    (void)unused;

    snprintf(yaml, sizeof yaml, "%s%s", PLACES, CHOICE);
    estate_read(yaml, &choosing.reader, &choosing.scenario);
    assert_int_equal(study_open(choosing.reader, &choosing.scenario, 0, &choosing.study), OK);
    assert_int_equal(optimize(&choosing.study, &how, &choosing.optimum), ERR_PRECISION);
    assert_int_equal(choosing.optimum.outcome, SELECT_UNRESOLVED);
    end(&choosing);
}

/* A climb from the worst corner must find what listing finds. */
static void a_climb_ends_where_no_neighbour_is_better(void **unused)
{
    struct planning choosing;
    struct arena arena = {0};
    struct design_days days;
    struct exploration found;
    const int corner[] = {0, 0, 0, 1}, *start[] = {corner};
    struct explore_plan plan = {.starts = 1, .first_days = 10, .last_days = 60};
    (void)unused;

    choose(&choosing, "", 0, 1);
    assert_int_equal(design_days_open(&days, choosing.optimum.space, 5, 0, NULL), OK);
    struct observer observer = design_days_observer(&days);
    assert_int_equal(explore(choosing.optimum.space, &observer, &plan, start, &arena, &found), OK);
    assert_true(found.complete);
    double best = -HUGE_VAL;
    for (int i = 0; i < found.n; i++)
        if (found.best[i])
            best = found.design[i].goal;
    expect_between(best, choosing.optimum.finalist[0].line.mean - 8, 1e9);
    assert_true(found.n < 200);
    design_days_close(&days);
    arena_free(&arena);
    end(&choosing);
}

/* Every set of sites by brute force. */
static void reach_counts_exactly_what_it_rules_out(void **unused)
{
    struct planning choosing;
    struct reach reach;
    struct arena arena = {0};
    struct design_list list;
    double allowed, counted = 0;
    int node[4];
    (void)unused;

    choose(&choosing, "", 0, 1);
    const struct space *space = choosing.optimum.space;
    design_site_nodes(space, node);
    assert_int_equal(reach_open(&choosing.study, 4, node, &arena, &reach), OK);
    expect_near(reach.wanted, 400 * 0.6, 0.02);
    assert_int_equal(candidates_all(space, 1e6, 3000, &arena, &allowed, &list), OK);
    for (int i = 0; i < list.n; i++)
        counted += reach_of(&reach, list.x[i]) <= 150;
    expect_near(candidates_out_of_reach(space, &reach, 150, 1e6), counted, 1e-12);
    assert_true(counted > 0 && counted < allowed);
    arena_free(&arena);
    end(&choosing);
}

/* The garage lies on the way of cars alone: walkers would come back from it, 60 m more than they accept. */
static void reach_goes_by_the_mode(void **unused)
{
    struct planning choosing;
    struct reach reach;
    struct arena arena = {0};
    static const int garage[] = {1}, open[] = {1};
    (void)unused;

    estate_read(TOP "site: {nodes: {home: {x: 0 m, y: 0 m}, garage: {x: 0 m, y: 30 m}, gate: {x: 120 m, y: 0 m}}, paths: [[home, gate], [home, garage], [garage, gate, 40 m, for: car]]}\n"
                    "residents:\n  walkers: {count: 10, from: home, to: gate, departs: [{peak: 07:30, spread: 1 min}], detour: 50 m}\n"
                    "  drivers: {count: 7, from: home, to: gate, departs: [{peak: 07:30, spread: 1 min}], detour: 50 m, mode: car, speed: 3 m/s}\n"
                    "drinks: {tea: {}}\nlayouts: {one: {garage: {staff: 1}}}\n", &choosing.reader, &choosing.scenario);
    assert_int_equal(study_open(choosing.reader, &choosing.scenario, 0, &choosing.study), OK);
    assert_int_equal(reach_open(&choosing.study, 1, garage, &arena, &reach), OK);
    expect_near(reach.wanted, 17, 1e-6);
    expect_near(reach_of(&reach, open), 7, 1e-6);
    arena_free(&arena);
    reader_free(choosing.reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_plan_is_within_the_indifference_of_the_best_of_all),
        cmocka_unit_test(circuits_rule_out_by_proof),
        cmocka_unit_test(a_budget_keeps_the_cheaper_and_is_kept),
        cmocka_unit_test(what_no_plan_can_reach_is_named),
        cmocka_unit_test(least_cost_takes_little),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(too_few_days_are_not_called_an_answer),
        cmocka_unit_test(a_climb_ends_where_no_neighbour_is_better),
        cmocka_unit_test(reach_counts_exactly_what_it_rules_out),
        cmocka_unit_test(reach_goes_by_the_mode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
