/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

#include <gsl/gsl_cdf.h>

/* What residents are like: each attribute has the distribution given and none has to do with another. */

#define Z 3.891 /* normal quantile of 99.99 %, two-sided */

#define SITE "site: {nodes: {home: {x: 0 m, y: 0 m}, hut: {x: 0 m, y: 260 m}, gate: {x: 0 m, y: 200 m}}, paths: [[home, gate], [gate, hut]]}\n"
#define DAY(more)                                                                                  \
    TOP SITE "residents:\n  all:\n    from: home\n    to: gate\n    count: 20000\n"                \
             "    departs: [{peak: 07:30, spread: 5 min}]\n" more                                  \
             "drinks: {tea: {}, milk: {}, water: {}}\n"                                            \
             "service: {greet: 'gamma(mean 6 s, cv 0.5)', hand-over: 'uniform(2 s, 9 s)', consult: 100 s}\n"
#define HABITS                                                                                     \
    "    speed: lognormal(mean 1.3 m/s, cv 0.15)\n    detour: exponential(mean 40 m)\n"            \
    "    balk: normal(mean 8, sd 3)\n    patience: weibull(mean 4 min, shape 2)\n"                 \
    "    drinks: {tea: 50 %, milk: 20 %, water: 30 %}\n    own-cup: 15 %\n    substitute: 60 %\n"
#define AT_GATE "layouts: {one: {gate: {staff: 1}}}\n"

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Kolmogorov-Smirnov at 99.99 %: the greatest gap between the steps and the CDF is below 2.225 / sqrt(n). */
static void expect_distribution(long n, double x[], const struct distribution *distribution)
{
    double gap = 0;

    qsort(x, (size_t)n, sizeof *x, by_size);
    for (long i = 0; i < n; i++) {
        double at = distribution_cdf(distribution, x[i]);
        gap = fmax(gap, fmax((double)(i + 1) / (double)n - at, at - (double)i / (double)n));
    }
    expect_between(gap * sqrt((double)n), 0.2, 2.225);
}

/* Each attribute of every visit, a row each. */
enum attribute { TOLERANCE, PACE, BALK, PATIENCE, GREET, HAND_OVER, LEAVES, DRINK, OWN_CUP, SUBSTITUTES, ATTRIBUTES };

static double attribute_of(const struct visit *visit, int attribute)
{
    const double value[ATTRIBUTES] = {visit->tolerance_m, visit->speed_m_per_s, visit->balks_at, visit->patience_s, visit->greet_s, visit->hand_over_s,
                                      visit->sets_out_s, visit->first_drink, visit->own_cup, visit->substitutes};
    return value[attribute];
}

static double *attributes(struct estate *estate)
{
    long n = estate->day.visits;
    double *x = arena_take(&estate->notes, (size_t)(ATTRIBUTES * n), sizeof *x);

    assert_non_null(x);
    for (int a = 0; a < ATTRIBUTES; a++)
        for (long i = 0; i < n; i++)
            x[a * n + i] = attribute_of(&estate->trace.visit[i], a);
    return x;
}

static void every_attribute_has_its_distribution(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, DAY(HABITS) AT_GATE);
    long n = estate.day.visits;
    double *x = attributes(&estate);
    const struct group *group = scenario_group(&estate.scenario, 0);
    expect_distribution(n, x + TOLERANCE * n, &group->detour_m);
    expect_distribution(n, x + PACE * n, &group->speed_m_per_s);
    expect_distribution(n, x + BALK * n, &group->balk);
    expect_distribution(n, x + PATIENCE * n, &group->patience_s);
    expect_distribution(n, x + GREET * n, &estate.scenario.service.greet_s);
    expect_distribution(n, x + HAND_OVER * n, &estate.scenario.service.hand_over_s);
    struct distribution bell = distribution_of(DIST_NORMAL, 7.5 * 3600, 300, 0);
    expect_distribution(n, x + LEAVES * n, &bell);
    estate_close(&estate);
}

static double correlation(long n, const double x[], const double y[])
{
    double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;

    for (long i = 0; i < n; i++) {
        mx += x[i] / (double)n;
        my += y[i] / (double)n;
    }
    for (long i = 0; i < n; i++) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    return xy / sqrt(xx * yy);
}

/* 45 pairs: one draw used for two attributes would show as a correlation near 1. */
static void no_attribute_has_to_do_with_another(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, DAY(HABITS "    uptake: 90 %\n") AT_GATE);
    long n = estate.day.visits;
    const double *x = attributes(&estate);
    for (int a = 0; a < ATTRIBUTES; a++)
        for (int b = 0; b < a; b++)
            expect_within(correlation(n, x + a * n, x + b * n), 0, 4.7 / sqrt((double)n)); /* 99.99 % for all 45 together */
    estate_close(&estate);
}

static void expect_shares(struct estate *estate, const double share[3])
{
    double n[3] = {0}, all = (double)estate->day.visits;

    for (long i = 0; i < estate->day.visits; i++)
        n[estate->visit[i]->first_drink]++;
    for (int d = 0; d < 3; d++)
        expect_within(n[d], all * share[d], Z * sqrt(all * share[d] * (1 - share[d])));
}

static void drinks_are_asked_for_by_their_shares(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, DAY(HABITS) AT_GATE);
    expect_shares(&estate, (double[]){0.5, 0.2, 0.3});
    estate_close(&estate);
    estate_live(&estate, DAY("") AT_GATE);
    expect_shares(&estate, (double[]){1 / 3.0, 1 / 3.0, 1 / 3.0});
    estate_close(&estate);
    estate_live(&estate, DAY("    drinks: {water: 75 %, tea: 25 %, milk: 0 %}\n") AT_GATE);
    expect_shares(&estate, (double[]){0.25, 0, 0.75});
    estate_close(&estate);
}

static void cups_and_questions_come_in_their_shares(void **unused)
{
    struct estate estate;
    double cups = 0, asked = 0;

    (void)unused;
    estate_live(&estate, DAY("    own-cup: 15 %\n    consult: 4 %\n") AT_GATE);
    double n = (double)estate.day.visits;
    for (long i = 0; i < estate.day.visits; i++) {
        cups += estate.visit[i]->own_cup;
        asked += estate.visit[i]->hand_over_s > 50;
    }
    expect_within(cups, 0.15 * n, Z * sqrt(n * 0.15 * 0.85));
    expect_within(asked, 0.04 * n, Z * sqrt(n * 0.04 * 0.96));
    estate_close(&estate);
}

/* The hut is 60 m beyond the gate, 120 m there and back: P(tolerance < 120 m) = 1 - e^-3 never get there. */
static void those_who_accept_less_than_the_detour_are_unreached(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, DAY(HABITS) "layouts: {one: {hut: {staff: 1}}}\n");
    double n = (double)estate.day.visits, p = 1 - exp(-3);
    expect_within(estate_whole(&estate, M_UNREACHED), n * p, Z * sqrt(n * p * (1 - p)));
    for (long i = 0; i < estate.day.visits; i++)
        assert_int_equal(estate.visit[i]->outcome == OUT_UNREACHED, estate.visit[i]->tolerance_m < 120);
    estate_close(&estate);
}

static void the_way_takes_its_length_at_everyone_s_own_speed(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, DAY(HABITS) AT_GATE);
    for (long i = 0; i < estate.day.visits; i++)
        expect_moment(estate.visit[i]->arrives_s, estate.visit[i]->sets_out_s + 200 / estate.visit[i]->speed_m_per_s);
    estate_close(&estate);
}

/* 903 residents from three buildings to two exits: whole people, all of them, each stream within one of its share. */
static void a_group_is_shared_out_among_its_ways(void **unused)
{
    static const double share[] = {0.45 * 0.7, 0.45 * 0.3, 0.35 * 0.7, 0.35 * 0.3, 0.2 * 0.7, 0.2 * 0.3};
    struct estate estate;
    int all = 0;

    (void)unused;
    estate_open(&estate, TOP "site: {nodes: {a: {x: 0 m, y: 0 m}, b: {x: 9 m, y: 0 m}, c: {x: 4 m, y: 0 m}, d: {x: 5 m, y: 0 m}}, paths: [[a, c], [b, c], [c, d]]}\n"
                "residents:\n  all: {count: 903, from: {a: 45 %, b: 35 %, c: 20 %}, to: {c: 70 %, d: 30 %}, departs: [{peak: 07:30, spread: 5 min}]}\n"
                "  poor: {rate: 600 /h, from: {a: 45 %, b: 35 %, c: 20 %}, to: {c: 70 %, d: 30 %}}\n"
                "drinks: {tea: {}}\nlayouts: {one: {c: {staff: 1}}}\n");
    assert_int_equal(estate.plan.n_streams, 12);
    for (int s = 0; s < 6; s++) {
        expect_within(estate.plan.stream[s].population, 903 * share[s], 1);
        all += estate.plan.stream[s].population;
    }
    assert_int_equal(all, 903);
    estate_day(&estate, 3, 0);
    double n[6] = {0}, poor = estate_group(&estate, 1, M_WANTED);
    for (long i = 0; i < estate.day.visits; i++)
        if (estate.visit[i]->stream >= 6)
            n[estate.visit[i]->stream - 6]++;
    expect_within(poor, 600, Z * sqrt(600));
    for (int s = 0; s < 6; s++)
        expect_within(n[s], 600 * share[s], Z * sqrt(600 * share[s]));
    estate_close(&estate);
}

/* A finite group has no more takers than people: the mean of 3,000 days within four standard errors. */
static void no_more_than_all_take_a_drink_on_a_day_when_many_come(void **unused)
{
    enum { DAYS = 3000, PEOPLE = 200 };
    struct estate estate;
    double sum = 0, squares = 0;

    (void)unused;
    estate_open(&estate, TOP "residents: {all: {at: gate, uptake: 85 %, day-to-day: 0.5, counts: {from: 07:00, every: 1 h, people: [200]}}}\ndrinks: {tea: {}}\n" AT_GATE);
    for (uint32_t r = 0; r < DAYS; r++) {
        estate_count(&estate, 5, r);
        sum += estate_whole(&estate, M_WANTED);
        squares += estate_whole(&estate, M_WANTED) * estate_whole(&estate, M_WANTED);
    }
    double mean = sum / DAYS, error = sqrt((squares / DAYS - mean * mean) / DAYS), cut = residents_cut(scenario_group(&estate.scenario, 0), 0);
    expect_within(cut, 0.1302758, 1e-7);
    expect_within(mean, PEOPLE * 0.85 * (1 - cut), 4 * error);
    assert_true(4 * error < PEOPLE * 0.85 * 0.03);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_more_than_all_take_a_drink_on_a_day_when_many_come),
        cmocka_unit_test(every_attribute_has_its_distribution),
        cmocka_unit_test(no_attribute_has_to_do_with_another),
        cmocka_unit_test(drinks_are_asked_for_by_their_shares),
        cmocka_unit_test(cups_and_questions_come_in_their_shares),
        cmocka_unit_test(those_who_accept_less_than_the_detour_are_unreached),
        cmocka_unit_test(the_way_takes_its_length_at_everyone_s_own_speed),
        cmocka_unit_test(a_group_is_shared_out_among_its_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
