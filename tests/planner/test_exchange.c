/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stock with substitution by multinomial logit, two problems with known answers: each visitor takes of what is there
 * the drink of greatest weight times chance, or nothing. Source: Mahajan & van Ryzin 2001. */
#include "planner/exchange.h"
#include "random/draw.h"
#include "tests/support/expect.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

enum { DRINKS = 3 };

struct problem {
    double none, weight[DRINKS], price[DRINKS], cost[DRINKS], visitors;
    uint32_t first, days;   /* sample paths */
};

static int visitors_of(const struct problem *p, uint32_t day)
{
    double u = draw_u01((struct draw_key){5, day, 1}, UINT32_MAX, 0);
    int n = 0;
    while (gsl_cdf_poisson_P((unsigned)n, p->visitors) < u)
        n++;
    return n;
}

static double profit_of_day(const struct problem *p, const int stock[], uint32_t day)
{
    int left[DRINKS], n = visitors_of(p, day);
    double profit = 0;

    for (int d = 0; d < DRINKS; d++) {
        left[d] = stock[d];
        profit -= p->cost[d] * stock[d];
    }
    for (int i = 0; i < n; i++) {
        double whole = p->none;
        for (int d = 0; d < DRINKS; d++)
            whole += left[d] > 0 ? p->weight[d] : 0;
        double u = draw_u01((struct draw_key){5, day, 2}, (uint32_t)i, 0) * whole - p->none;
        for (int d = 0; d < DRINKS && u >= 0; d++) {
            if (left[d] == 0)
                continue;
            u -= p->weight[d];
            if (u < 0) {
                left[d]--;
                profit += p->price[d];
            }
        }
    }
    return profit;
}

static double mean_loss(void *context, const int stock[])
{
    const struct problem *p = context;
    double sum = 0;

    for (uint32_t day = p->first; day < p->first + p->days; day++)
        sum -= profit_of_day(p, stock, day);
    return sum / p->days;
}

/* Chosen on some days, judged on others; the numbers known are exact. */
static void expect_answer(struct problem p, const int start[DRINKS], const int best[DRINKS], double profit)
{
    int stock[DRINKS] = {start[0], start[1], start[2]};

    p.first = 0, p.days = 1500;
    exchange_lower(DRINKS, stock, mean_loss, &p);
    p.first = 100000, p.days = 20000;
    double chosen = -mean_loss(&p, stock), known = -mean_loss(&p, best);
    expect_near(known, profit, 0.005);
    expect_between(chosen, known * 0.995, known * 1.001);
    for (int d = 0; d < DRINKS; d++)
        expect_within(stock[d], best[d], 2);
}

static void alike_drinks_come_out_as_known(void **unused)
{
    static const struct problem p = {.none = 1, .weight = {2, 1, 0.5}, .price = {9, 9, 9}, .cost = {5, 5, 5}, .visitors = 30};
    (void)unused;
    expect_answer(p, (int[]){10, 10, 10}, (int[]){13, 6, 3}, 73.3479);
}

static void unlike_drinks_come_out_as_known(void **unused)
{
    static const struct problem p = {.none = 1.5, .weight = {3, 1.5, 1}, .price = {2.5, 3, 3.5}, .cost = {0.6, 1, 1.4}, .visitors = 60};
    (void)unused;
    expect_answer(p, (int[]){26, 13, 9}, (int[]){30, 13, 8}, 84.2485);
}

static double bowl(void *unused, const int x[])
{
    (void)unused;
    return (x[0] - 37) * (x[0] - 37) + 3.0 * (x[1] - 5) * (x[1] - 5) + 2.0 * (x[0] + x[1] - 42) * (x[0] + x[1] - 42) + 1.5;
}

static void a_bowl_is_walked_down_to_its_floor(void **unused)
{
    int x[] = {0, 90};
    (void)unused;
    expect_near(exchange_lower(2, x, bowl, NULL), 1.5, 1e-12);
    assert_int_equal(x[0], 37);
    assert_int_equal(x[1], 5);
}

/* Along the valley x + y = 40 only a swap helps. */
static double valley(void *unused, const int x[])
{
    (void)unused;
    return 1000.0 * abs(x[0] + x[1] - 40) + abs(x[0] - 31);
}

static void a_swap_goes_where_single_changes_stick(void **unused)
{
    int x[] = {10, 30};
    (void)unused;
    expect_near(exchange_lower(2, x, valley, NULL), 0, 1e-12);
    assert_int_equal(x[0], 31);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alike_drinks_come_out_as_known),
        cmocka_unit_test(unlike_drinks_come_out_as_known),
        cmocka_unit_test(a_bowl_is_walked_down_to_its_floor),
        cmocka_unit_test(a_swap_goes_where_single_changes_stick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
