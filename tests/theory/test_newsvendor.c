/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/newsvendor.h"

#include "tests/support/expect.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include <math.h>

static void fractile_weighs_short_against_left_over(void **unused)
{
    (void)unused;
    double fractile;
    assert_int_equal(newsvendor_fractile(9, 5, 0, &fractile), OK);
    expect_near(fractile, 4.0 / 9, 1e-15);
    assert_int_equal(newsvendor_fractile(9, 5, -3, &fractile), OK);
    expect_near(fractile, 4.0 / 12, 1e-15);
}

static void poisson_stock_is_the_least_that_reaches_it(void **unused)
{
    (void)unused;
    const double means[] = {0.01, 0.7, 3, 30, 412.3, 1e5};
    const double fractiles[] = {1e-6, 0.1, 4.0 / 9, 0.5, 0.9, 0.99999};
    for (int i = 0; i < 6; i++)
        for (int j = 0; j < 6; j++) {
            int q;
            assert_int_equal(newsvendor_poisson(means[i], fractiles[j], &q), OK);
            assert_true(gsl_cdf_poisson_P((unsigned)q, means[i]) >= fractiles[j]);
            if (q > 0)
                assert_true(gsl_cdf_poisson_P((unsigned)q - 1, means[i]) < fractiles[j]);
        }
}

/* The stock that reaches the fractile earns most: profit p E[min(D, q)] - c q, summed by hand. */
static void no_other_stock_earns_more(void **unused)
{
    (void)unused;
    double fractile, best = -HUGE_VAL;
    int q, best_q = -1;
    assert_int_equal(newsvendor_fractile(9, 5, 0, &fractile), OK);
    assert_int_equal(newsvendor_poisson(30, fractile, &q), OK);
    for (int stock = 0; stock < 100; stock++) {
        double profit = -5 * stock;
        for (unsigned demand = 0; demand < 200; demand++)
            profit += 9 * fmin(demand, stock) * gsl_ran_poisson_pdf(demand, 30);
        if (profit > best) {
            best = profit;
            best_q = stock;
        }
    }
    assert_int_equal(q, best_q);
}

static void normal_stock_is_mean_and_safety(void **unused)
{
    (void)unused;
    double q;
    assert_int_equal(newsvendor_normal(200, 40, 0.975, &q), OK);
    expect_near(q, 200 + 40 * 1.959963984540054, 1e-12);
    assert_int_equal(newsvendor_normal(200, 0, 0.975, &q), OK);
    expect_near(q, 200, 1e-15);
}

static void counted_days_serve_as_chances(void **unused)
{
    (void)unused;
    const double days[] = {0, 1, 2, 4, 2, 1, 0};
    const int want[] = {1, 2, 2, 3, 3, 3, 3, 4, 4};
    int q;
    for (int tenth = 1; tenth <= 9; tenth++) {
        assert_int_equal(newsvendor_pmf(7, days, tenth / 10.0, &q), OK);
        assert_int_equal(q, want[tenth - 1]);
    }
    assert_int_equal(newsvendor_pmf(7, days, 0.9999999, &q), OK);
    assert_int_equal(q, 5);
    assert_int_equal(newsvendor_pmf(1, (double[]){3}, 0.5, &q), OK);
    assert_int_equal(q, 0);
}

static void stock_refuses_what_it_cant_answer(void **unused)
{
    (void)unused;
    double x = -7;
    int q = -7;
    assert_int_equal(newsvendor_fractile(5, 5, 0, &x), ERR_DOMAIN);
    assert_int_equal(newsvendor_fractile(9, 5, 5, &x), ERR_DOMAIN);
    assert_int_equal(newsvendor_poisson(0, 0.5, &q), ERR_DOMAIN);
    assert_int_equal(newsvendor_poisson(3, 1, &q), ERR_DOMAIN);
    assert_int_equal(newsvendor_poisson(NAN, 0.5, &q), ERR_DOMAIN);
    assert_int_equal(newsvendor_normal(1, -1, 0.5, &x), ERR_DOMAIN);
    assert_int_equal(newsvendor_normal(1, 1, 0, &x), ERR_DOMAIN);
    assert_int_equal(newsvendor_pmf(0, NULL, 0.5, &q), ERR_DOMAIN);
    assert_int_equal(newsvendor_pmf(2, (double[]){0, 0}, 0.5, &q), ERR_DOMAIN);
    assert_int_equal(newsvendor_pmf(2, (double[]){1, -1}, 0.5, &q), ERR_DOMAIN);
    assert_true(x == -7 && q == -7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fractile_weighs_short_against_left_over),
        cmocka_unit_test(poisson_stock_is_the_least_that_reaches_it),
        cmocka_unit_test(no_other_stock_earns_more),
        cmocka_unit_test(normal_stock_is_mean_and_safety),
        cmocka_unit_test(counted_days_serve_as_chances),
        cmocka_unit_test(stock_refuses_what_it_cant_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
