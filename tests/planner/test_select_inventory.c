/* SPDX-License-Identifier: GPL-3.0-or-later */
/* (s,S) inventory of Koenig & Law: Poisson(25) demand, an order up to S at 32 + 3 a unit when stock is below s, 1 to hold
 * a unit, 5 for one that's lacking, 30 periods from S. Cost a period is known for four rules. */
#include "planner/select.h"
#include "random/draw.h"
#include "tests/support/expect.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { RULES = 4, PERIODS = 30 };

static const int rule[RULES][2] = {{20, 40}, {20, 80}, {40, 60}, {60, 100}};
static const double known[RULES] = {114.176, 112.742, 130.550, 147.382};

static int demand(int day, int period)
{
    double u = draw_u01((struct draw_key){11, (uint32_t)day, 1}, (uint32_t)period, 0);
    int n = (int)fmax(0, 25 + 5 * gsl_cdf_ugaussian_Pinv(u) - 3);

    while (n > 0 && gsl_cdf_poisson_P((unsigned)n - 1, 25) >= u)
        n--;
    while (gsl_cdf_poisson_P((unsigned)n, 25) < u)
        n++;
    return n;
}

static double cost_of_day(const int r[2], int day)
{
    int stock = r[1];
    double cost = 0;

    for (int t = 0; t < PERIODS; t++) {
        if (stock < r[0]) {
            cost += 32 + 3 * (r[1] - stock);
            stock = r[1];
        }
        stock -= demand(day, t);
        cost += stock > 0 ? stock : -5 * stock;
    }
    return cost / PERIODS;
}

static enum status observe(void *context, int n, const struct observation_request request[])
{
    (void)context;
    for (int q = 0; q < n; q++)
        for (int r = 0; r < request[q].n; r++)
            request[q].out[r] = -cost_of_day(rule[request[q].design], request[q].first + r);
    return OK;
}

static void the_rules_cost_what_is_known(void **unused)
{
    enum { DAYS = 20000 };
    (void)unused;
    for (int i = 0; i < RULES; i++) {
        double sum = 0;
        for (int day = 0; day < DAYS; day++)
            sum += cost_of_day(rule[i], day);
        expect_near(sum / DAYS, known[i], 0.002);
    }
}

static void the_cheapest_rule_is_selected(void **unused)
{
    static const struct select_plan plan = {.alpha_screen = 0.025, .alpha_select = 0.025, .delta = 1, .first_stage = 20, .block = 1, .first_day = 500};
    struct observer observer = {.observe = observe};
    struct arena arena = {0};
    struct select_result result;
    (void)unused;

    assert_int_equal(select_best(&observer, &plan, RULES, NULL, &arena, &result), OK);
    assert_int_equal(result.outcome, SELECT_FOUND);
    assert_int_equal(result.winner, 1);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rules_cost_what_is_known),
        cmocka_unit_test(the_cheapest_rule_is_selected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
