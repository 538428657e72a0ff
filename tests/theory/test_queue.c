/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/queue.h"

#include "models/theory/erlang.h"
#include "tests/support/expect.h"

#include <math.h>

static void constant_services_at_four_fifths(void **unused)
{
    (void)unused;
    static const struct {
        int servers;
        double line;
    } known[] = {{1, 1.6}, {2, 1.445254}, {3, 1.329361}, {5, 1.156240}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        double line;
        assert_int_equal(queue_mdc_line(0.8 * known[i].servers, known[i].servers, &line), OK);
        expect_within(line, known[i].line, 5e-7);
    }
}

static void one_constant_server_is_pollaczek_khinchine(void **unused)
{
    (void)unused;
    for (double rho = 0.05; rho < 0.996; rho += 0.05) {
        double line, wait_s;
        assert_int_equal(queue_mdc_line(rho, 1, &line), OK);
        assert_int_equal(queue_mg1_wait(rho, 1, 0, &wait_s), OK);
        expect_near(line, rho * wait_s, 1e-10);
    }
}

/* Constant services wait between half and all of what exponential ones do (Cosmetatos). */
static void constant_services_wait_about_half(void **unused)
{
    (void)unused;
    for (int servers = 1; servers <= 10; servers++) {
        double constant, exponential;
        assert_int_equal(queue_mdc_line(0.9 * servers, servers, &constant), OK);
        assert_int_equal(erlang_c_line(0.9 * servers, 1, servers, &exponential), OK);
        expect_between(constant / exponential, 0.4999999, 0.54);
    }
}

static void exponential_services_are_a_case_of_mg1(void **unused)
{
    (void)unused;
    double any, exponential, wait_s;
    assert_int_equal(queue_mg1_wait(0.7, 1, 1, &any), OK);
    assert_int_equal(erlang_c_wait(0.7, 1, 1, &exponential), OK);
    expect_near(any, exponential, 1e-13);
    assert_int_equal(queue_mg1_wait(0.5, 1.2, 2.25, &wait_s), OK);
    expect_near(wait_s, 0.5 * 1.44 * 3.25 / (2 * 0.4), 1e-14);
}

/* Kleinrock's conservation law: sum rho_i W_i = rho R / (1 - rho) whatever the order. */
static void priority_moves_waits_but_makes_none(void **unused)
{
    (void)unused;
    const double lambda[2] = {0.2, 0.5}, mu[2] = {2, 0.8};
    double wait_s[2], rho[2] = {0.1, 0.625};
    assert_int_equal(queue_priority_wait(lambda, mu, wait_s), OK);
    double left_s = 0.1 / 2 + 0.625 / 0.8;
    expect_near(wait_s[0], left_s / 0.9, 1e-14);
    expect_near(rho[0] * wait_s[0] + rho[1] * wait_s[1], 0.725 * left_s / 0.275, 1e-13);
}

/* Groups of one are M/M/1; groups of exactly two by hand: L = rho (1 + 2) / (2 (1 - rho)). */
static void groups_wait_for_their_own(void **unused)
{
    (void)unused;
    double wait_s, alone_s;
    assert_int_equal(queue_batch_wait(0.6, 1, 1, 0, &wait_s), OK);
    assert_int_equal(erlang_c_wait(0.6, 1, 1, &alone_s), OK);
    expect_near(wait_s, alone_s, 1e-13);
    assert_int_equal(queue_batch_wait(0.3, 1, 2, 0, &wait_s), OK);
    expect_near(wait_s, (0.6 * 3 / (2 * 0.4) - 0.6) / 0.6, 1e-13);
}

static void the_first_25_from_empty(void **unused)
{
    (void)unused;
    static const struct {
        double rho, wait;
    } known[] = {{0.9, 2.124489}, {0.8, 1.535204}, {0.5, 0.420813}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        double wait;
        assert_int_equal(queue_mm1_first(1, 1 / known[i].rho, 25, &wait), OK);
        expect_within(wait, known[i].wait, 5e-7);
    }
}

/* The second waits if the first is still there, chance lambda / (lambda + mu). In the long run it's
 * Erlang C. */
static void the_first_and_the_last(void **unused)
{
    (void)unused;
    double wait_s, steady_s;
    assert_int_equal(queue_mm1_first(0.5, 1, 1, &wait_s), OK);
    assert_true(wait_s == 0);
    assert_int_equal(queue_mm1_first(0.5, 1, 2, &wait_s), OK);
    expect_near(wait_s, 0.5 / 1.5 / 2, 1e-14);
    assert_int_equal(queue_mm1_first(0.5, 1, 1024, &wait_s), OK);
    assert_int_equal(erlang_c_wait(0.5, 1, 1, &steady_s), OK);
    expect_near(wait_s, steady_s, 5e-3);
}

static void lines_refuse_what_they_cant_answer(void **unused)
{
    (void)unused;
    double x = -7, two[2] = {-7, -7};
    assert_int_equal(queue_mdc_line(0, 1, &x), ERR_DOMAIN);
    assert_int_equal(queue_mdc_line(0.5, 0, &x), ERR_DOMAIN);
    assert_int_equal(queue_mdc_line(2, 2, &x), ERR_UNSTABLE);
    assert_int_equal(queue_mg1_wait(-1, 1, 1, &x), ERR_DOMAIN);
    assert_int_equal(queue_mg1_wait(1, 0.5, -1, &x), ERR_DOMAIN);
    assert_int_equal(queue_mg1_wait(1, 1, 1, &x), ERR_UNSTABLE);
    assert_int_equal(queue_batch_wait(1, 4, 0.5, 0, &x), ERR_DOMAIN);
    assert_int_equal(queue_batch_wait(1, 4, 2, -1, &x), ERR_DOMAIN);
    assert_int_equal(queue_batch_wait(1, 4, 4, 0, &x), ERR_UNSTABLE);
    assert_int_equal(queue_mm1_first(1, 1, 0, &x), ERR_DOMAIN);
    assert_int_equal(queue_mm1_first(1, 1, 1025, &x), ERR_DOMAIN);
    assert_int_equal(queue_mm1_first(1, 0, 5, &x), ERR_DOMAIN);
    assert_int_equal(queue_priority_wait((double[]){1, 1}, (double[]){2, 2}, two), ERR_UNSTABLE);
    assert_int_equal(queue_priority_wait((double[]){1, -1}, (double[]){2, 2}, two), ERR_DOMAIN);
    assert_true(x == -7 && two[0] == -7 && two[1] == -7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constant_services_at_four_fifths),
        cmocka_unit_test(one_constant_server_is_pollaczek_khinchine),
        cmocka_unit_test(constant_services_wait_about_half),
        cmocka_unit_test(exponential_services_are_a_case_of_mg1),
        cmocka_unit_test(priority_moves_waits_but_makes_none),
        cmocka_unit_test(groups_wait_for_their_own),
        cmocka_unit_test(the_first_25_from_empty),
        cmocka_unit_test(the_first_and_the_last),
        cmocka_unit_test(lines_refuse_what_they_cant_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
