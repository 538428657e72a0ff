/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/erlang.h"

#include "tests/support/expect.h"

#include <gsl/gsl_sf_gamma.h>

#include <math.h>

static void erlang_b_equals_its_sum(void **unused)
{
    (void)unused;
    for (int servers = 0; servers <= 20; servers++) {
        double load = 7.3, term = 1, sum = 1, blocked;
        for (int i = 1; i <= servers; i++)
            sum += term *= load / i;
        assert_int_equal(erlang_b(load, servers, &blocked), OK);
        expect_near(blocked, term / sum, 1e-14);
    }
}

/* lambda 6/h, mu 3/h, three servers: P0 = 1/9, so C = P0 a^3/3! / (1 - rho) = 4/9. */
static void three_at_the_desk(void **unused)
{
    (void)unused;
    double value;
    assert_int_equal(erlang_c(2, 3, &value), OK);
    expect_near(value, 1.0 / 9 * (8.0 / 6) * 3, 1e-14);
    assert_int_equal(erlang_c_line(6 / 3600.0, 3 / 3600.0, 3, &value), OK);
    expect_near(value, 8.0 / 9, 1e-14);
    assert_int_equal(erlang_c_wait(6 / 3600.0, 3 / 3600.0, 3, &value), OK);
    expect_near(value, 4.0 / 27 * 3600, 1e-14);
}

static void ten_servers_for_eight_erlang(void **unused)
{
    (void)unused;
    double value;
    assert_int_equal(erlang_c(8, 10, &value), OK);
    expect_within(value, 0.4091802, 5e-8);
    assert_int_equal(erlang_c_line(8, 1, 10, &value), OK);
    expect_within(value, 1.6367206, 5e-8);
    assert_int_equal(erlang_c_wait(8, 1, 10, &value), OK);
    expect_within(value, 0.2045901, 5e-8);
}

static void waits_of_one_server_are_exponential(void **unused)
{
    (void)unused;
    double share;
    assert_int_equal(erlang_c_within(0.8, 1, 1, 3, &share), OK);
    expect_near(share, 1 - 0.8 * exp(-0.2 * 3), 1e-14);
    assert_int_equal(erlang_c_within(0.8, 1, 1, 0, &share), OK);
    expect_near(share, 0.2, 1e-14);
}

static void least_staff_for_nine_in_ten_within_two_services(void **unused)
{
    (void)unused;
    static const struct {
        double load;
        int servers;
    } known[] = {{1, 2}, {2, 3}, {5, 6}, {10, 11}, {20, 22}, {50, 52}, {100, 102}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        int servers;
        double share;
        assert_int_equal(erlang_c_staff(known[i].load, 1, 2, 0.9, &servers), OK);
        assert_int_equal(servers, known[i].servers);
        assert_int_equal(erlang_c_within(known[i].load, 1, servers, 2, &share), OK);
        assert_true(share >= 0.9);
        if (servers - 1 > known[i].load) {
            assert_int_equal(erlang_c_within(known[i].load, 1, servers - 1, 2, &share), OK);
            assert_true(share < 0.9);
        }
    }
}

static void a_call_centre_of_fifty(void **unused)
{
    (void)unused;
    struct erlang_a answer;
    assert_int_equal(erlang_a(48 / 60.0, 1 / 60.0, 1 / 120.0, 50, &answer), OK);
    expect_within(answer.delayed, 0.46777, 5e-6);
    expect_within(answer.reneged, 0.03091, 5e-6);
    expect_within(answer.wait_s, 3.7095, 5e-5);
    expect_near(answer.line, 0.8 * answer.wait_s, 1e-14);
    assert_true(answer.wait_served_s < answer.wait_s);
}

/* A(x, y) = x e^y y^-x gamma(x, y), by GSL's incomplete gamma. */
static void erlang_a_equals_palms_formula(void **unused)
{
    (void)unused;
    for (double lambda = 0.5; lambda < 40; lambda *= 1.7)
        for (double theta = 0.05; theta < 20; theta *= 3) {
            double x = 8 / theta, y = lambda / theta, rho = lambda / 8, b;
            double a = x * exp(y - x * log(y) + gsl_sf_lngamma(x)) * gsl_sf_gamma_inc_P(x, y);
            struct erlang_a answer;
            assert_int_equal(erlang_b(lambda, 8, &b), OK);
            assert_int_equal(erlang_a(lambda, 1, theta, 8, &answer), OK);
            double delayed = a * b / (1 + (a - 1) * b);
            expect_near(answer.delayed, delayed, 1e-9);
            double reneged = (1 / (rho * a) + 1 - 1 / rho) * delayed;
            expect_within(answer.reneged, reneged, 1e-9);
        }
}

/* Impatient as 1/mu the station is M/M/inf with the line beyond c: P(W > 0) = P(Poisson(a) >= c).
 */
static void patience_like_service_makes_it_poisson(void **unused)
{
    (void)unused;
    struct erlang_a answer;
    double tail = gsl_sf_gamma_inc_P(6, 5.0);
    assert_int_equal(erlang_a(5, 1, 1, 6, &answer), OK);
    expect_near(answer.delayed, tail, 1e-12);
}

static void endless_patience_is_erlang_c(void **unused)
{
    (void)unused;
    struct erlang_a answer;
    double delayed, wait_s;
    assert_int_equal(erlang_a(8, 1, 1e-9, 10, &answer), OK);
    assert_int_equal(erlang_c(8, 10, &delayed), OK);
    assert_int_equal(erlang_c_wait(8, 1, 10, &wait_s), OK);
    expect_near(answer.delayed, delayed, 1e-6);
    expect_near(answer.wait_s, wait_s, 1e-6);
    expect_near(answer.wait_served_s, wait_s, 1e-6);
}

/* One server, patience and service of rate 1: with j ahead, P(served) = 1/(j+2), the wait is a sum
 * of exponentials; summed here over the Poisson chances of j. */
static void waits_of_the_served_by_hand(void **unused)
{
    (void)unused;
    struct erlang_a answer;
    double chance = exp(-1), served = chance, wait_s = 0, ahead_s = 0;
    for (int j = 0; j < 60; j++) {
        chance /= j + 1; /* of j + 1 present, one of them being served */
        ahead_s += 1.0 / (j + 2);
        served += chance / (j + 2);
        wait_s += chance / (j + 2) * ahead_s;
    }
    assert_int_equal(erlang_a(1, 1, 1, 1, &answer), OK);
    expect_near(answer.wait_served_s, wait_s / served, 1e-12);
    expect_near(answer.reneged, 1 - served, 1e-12);
}

/* All but c mu of them leave; A itself would be some e^1600. */
static void a_hopeless_crowd_doesnt_overflow(void **unused)
{
    (void)unused;
    struct erlang_a answer;
    assert_int_equal(erlang_a(2000, 1, 0.1, 1000, &answer), OK);
    expect_near(answer.delayed, 1, 1e-12);
    expect_near(answer.reneged, 0.5, 1e-9);
    expect_near(answer.wait_s, 5, 1e-9);
}

static void erlang_b_and_c_refuse_what_they_cant_answer(void **unused)
{
    (void)unused;
    double x = -7;
    int servers = -7;
    assert_int_equal(erlang_b(-1, 2, &x), ERR_DOMAIN);
    assert_int_equal(erlang_b(1, -1, &x), ERR_DOMAIN);
    assert_int_equal(erlang_b(NAN, 1, &x), ERR_DOMAIN);
    assert_int_equal(erlang_c(1, 0, &x), ERR_DOMAIN);
    assert_int_equal(erlang_c(3, 3, &x), ERR_UNSTABLE);
    assert_int_equal(erlang_c_wait(0, 1, 1, &x), ERR_DOMAIN);
    assert_int_equal(erlang_c_wait(1, 0, 1, &x), ERR_DOMAIN);
    assert_int_equal(erlang_c_wait(1, 1, 0, &x), ERR_DOMAIN);
    assert_int_equal(erlang_c_wait(1, 1, 1, &x), ERR_UNSTABLE);
    assert_int_equal(erlang_c_line(2, 1, 1, &x), ERR_UNSTABLE);
    assert_int_equal(erlang_c_within(1, 2, 1, -1, &x), ERR_DOMAIN);
    assert_int_equal(erlang_c_within(2, 1, 2, 1, &x), ERR_UNSTABLE);
    assert_int_equal(erlang_c_staff(1, 1, 1, 1, &servers), ERR_DOMAIN);
    assert_int_equal(erlang_c_staff(1, 1, NAN, 0.5, &servers), ERR_DOMAIN);
    assert_int_equal(erlang_c_staff(1e9, 1, 1, 0.5, &servers), ERR_DOMAIN);
    assert_true(x == -7 && servers == -7);
}

static void erlang_a_refuses_what_it_cant_answer(void **unused)
{
    (void)unused;
    struct erlang_a answer = {.delayed = -7}, before = answer;
    assert_int_equal(erlang_a(0, 1, 1, 1, &answer), ERR_DOMAIN);
    assert_int_equal(erlang_a(1, 0, 1, 1, &answer), ERR_DOMAIN);
    assert_int_equal(erlang_a(1, 1, 0, 1, &answer), ERR_DOMAIN);
    assert_int_equal(erlang_a(1, 1, 1, 0, &answer), ERR_DOMAIN);
    assert_memory_equal(&answer, &before, sizeof answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(erlang_b_equals_its_sum),
        cmocka_unit_test(three_at_the_desk),
        cmocka_unit_test(ten_servers_for_eight_erlang),
        cmocka_unit_test(waits_of_one_server_are_exponential),
        cmocka_unit_test(least_staff_for_nine_in_ten_within_two_services),
        cmocka_unit_test(a_call_centre_of_fifty),
        cmocka_unit_test(erlang_a_equals_palms_formula),
        cmocka_unit_test(patience_like_service_makes_it_poisson),
        cmocka_unit_test(endless_patience_is_erlang_c),
        cmocka_unit_test(waits_of_the_served_by_hand),
        cmocka_unit_test(a_hopeless_crowd_doesnt_overflow),
        cmocka_unit_test(erlang_b_and_c_refuse_what_they_cant_answer),
        cmocka_unit_test(erlang_a_refuses_what_it_cant_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
