/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/transient.h"

#include "models/theory/erlang.h"
#include "tests/support/expect.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>

#include <math.h>

#define PER_MIN (1 / 60.0)

static const struct transient_step rush_hour[] = {
    {0, 2 * PER_MIN}, {1800, 4.5 * PER_MIN}, {3600, 3.5 * PER_MIN}, {5400, 1.5 * PER_MIN}};

static struct transient_queue rush(int servers, double patience_s)
{
    return (struct transient_queue){.steps = 4,
                                    .step = rush_hour,
                                    .servers = servers,
                                    .mu_per_s = 1 / 35.0,
                                    .theta_per_s = patience_s > 0 ? 1 / patience_s : 0};
}

static void rush_hour_without_patience(void **unused)
{
    (void)unused;
    static const struct {
        int servers;
        double line, line_digit, wait_min, wait_digit;
    } known[] = {{2, 34.3823, 5e-5, 6.05678, 5e-6},
                 {3, 4.60233, 5e-6, 0.448136, 5e-7},
                 {4, 0.693606, 5e-7, 0.076052, 5e-7}};
    for (int i = 0; i < 3; i++) {
        struct transient_queue queue = rush(known[i].servers, 0);
        struct transient_sums sums;
        double line;
        assert_int_equal(transient_line(&queue, 3600, &line), OK);
        expect_within(line, known[i].line, known[i].line_digit);
        assert_int_equal(transient_sums(&queue, 0, 7200, &sums), OK);
        expect_near(sums.arrivals, 345, 1e-11);
        expect_near(sums.served, 345, 1e-11);
        expect_within(sums.line_s / sums.arrivals / 60, known[i].wait_min, known[i].wait_digit);
    }
}

/* Of those who leave, the figures known count them until 120 min; a few leave later. */
static void rush_hour_with_patience(void **unused)
{
    (void)unused;
    static const struct {
        int servers;
        double until_end, digit, ever;
    } known[] = {{2, 0.1532, 5e-5, 0.153234}, {3, 0.04163, 5e-6, 0.041637}};
    for (int i = 0; i < 2; i++) {
        struct transient_queue queue = rush(known[i].servers, 300);
        struct transient_sums sums;
        assert_int_equal(transient_sums(&queue, 0, 7200, &sums), OK);
        expect_within(sums.line_s / 300 / sums.arrivals, known[i].until_end, known[i].digit);
        expect_within(sums.reneged / sums.arrivals, known[i].ever, 5e-7);
        expect_near(sums.reneged + sums.served, sums.arrivals, 1e-12);
    }
}

/* Little, once the line has drained: everyone's wait is the line's integral; of those who leave,
 * theta times the integral. */
static void waits_add_up_to_the_line(void **unused)
{
    (void)unused;
    struct transient_step drain[5];
    for (int i = 0; i < 4; i++)
        drain[i] = rush_hour[i];
    drain[4] = (struct transient_step){7200, 0};
    struct transient_queue queue = rush(2, 0);
    struct transient_sums sums;
    queue.steps = 5;
    queue.step = drain;
    assert_int_equal(transient_sums(&queue, 0, 40000, &sums), OK);
    expect_near(sums.wait_s, sums.line_s, 1e-9);
    queue.theta_per_s = 1 / 300.0;
    assert_int_equal(transient_sums(&queue, 0, 40000, &sums), OK);
    expect_near(sums.reneged, sums.line_s / 300, 1e-9);
}

/* --- the same equations, integrated by GSL --- */

enum { STATES = 90 };

static int forward(double at_s, const double chance[], double change[], void *context)
{
    const struct transient_queue *queue = context;
    double lambda = queue->step[at_s < queue->step[1].from_s ? 0 : 1].lambda_per_s;

    for (int n = 0; n < STATES; n++)
        change[n] = 0;
    for (int n = 1; n < STATES; n++) {
        double waiting = fmax(n - queue->servers, 0);
        double leave = fmin(n, queue->servers) * queue->mu_per_s + waiting * queue->theta_per_s;
        double flow = lambda * chance[n - 1] - leave * chance[n];
        change[n] += flow;
        change[n - 1] -= flow;
    }
    return GSL_SUCCESS;
}

static double line_by_integration(struct transient_queue *queue, double at_s)
{
    gsl_odeiv2_system system = {forward, NULL, STATES, queue};
    gsl_odeiv2_driver *driver =
        gsl_odeiv2_driver_alloc_y_new(&system, gsl_odeiv2_step_rk8pd, 0.1, 1e-13, 0);
    double now_s = 0, chance[STATES] = {1}, line = 0;

    assert_int_equal(gsl_odeiv2_driver_apply(driver, &now_s, queue->step[1].from_s, chance), 0);
    gsl_odeiv2_driver_reset(driver);
    assert_int_equal(gsl_odeiv2_driver_apply(driver, &now_s, at_s, chance), 0);
    gsl_odeiv2_driver_free(driver);
    for (int n = queue->servers; n < STATES; n++)
        line += (n - queue->servers) * chance[n];
    return line;
}

static void agrees_with_the_differential_equations(void **unused)
{
    (void)unused;
    const struct transient_step steps[] = {{0, 0.5}, {40, 2.4}};
    struct transient_queue queue = {
        .steps = 2, .step = steps, .servers = 2, .mu_per_s = 1, .theta_per_s = 0.2};
    double line;
    assert_int_equal(transient_line(&queue, 55, &line), OK);
    expect_near(line, line_by_integration(&queue, 55), 1e-9);
    queue.theta_per_s = 0;
    assert_int_equal(transient_line(&queue, 55, &line), OK);
    expect_near(line, line_by_integration(&queue, 55), 1e-9);
}

static void settles_to_erlang(void **unused)
{
    (void)unused;
    const struct transient_step steady[] = {{0, 8}};
    struct transient_queue queue = {.steps = 1, .step = steady, .servers = 10, .mu_per_s = 1};
    struct transient_sums sums;
    struct erlang_a impatient;
    double wait_s;
    assert_int_equal(erlang_c_wait(8, 1, 10, &wait_s), OK);
    assert_int_equal(transient_sums(&queue, 300, 500, &sums), OK);
    expect_near(sums.wait_s / sums.served, wait_s, 1e-10);
    queue.theta_per_s = 0.5;
    assert_int_equal(erlang_a(8, 1, 0.5, 10, &impatient), OK);
    assert_int_equal(transient_sums(&queue, 300, 500, &sums), OK);
    expect_near(sums.wait_s / sums.served, impatient.wait_served_s, 1e-10);
    expect_near(sums.reneged / sums.arrivals, impatient.reneged, 1e-10);
    expect_near(sums.line_s / 200, impatient.line, 1e-10);
}

/* The long quiet hour shrinks the states followed; the crowd after it needs them again. */
static void a_quiet_hour_leaves_nothing_behind(void **unused)
{
    (void)unused;
    const struct transient_step twice[] = {{0, 5}, {20, 0}, {400, 5}}, once[] = {{0, 5}};
    struct transient_queue two = {.steps = 3, .step = twice, .servers = 2, .mu_per_s = 1};
    struct transient_queue one = {.steps = 1, .step = once, .servers = 2, .mu_per_s = 1};
    double later, first;
    assert_int_equal(transient_line(&two, 420, &later), OK);
    assert_int_equal(transient_line(&one, 20, &first), OK);
    expect_near(later, first, 1e-9);
}

static void unlimited_station_follows_a_wave(void **unused)
{
    (void)unused;
    for (double t = 0; t < 3; t += 0.1) {
        double present;
        assert_int_equal(transient_unlimited_wave(30, 20, 5, 1, t, &present), OK);
        expect_near(present, 30 + 20.0 / 26 * (sin(5 * t) - 5 * cos(5 * t)), 1e-13);
    }
}

static void unlimited_station_in_steps(void **unused)
{
    (void)unused;
    enum { FINE = 20000 };
    static struct transient_step wave[FINE];
    struct transient_queue queue = {.steps = FINE, .step = wave, .servers = 1, .mu_per_s = 1};
    double present, exact;
    for (int i = 0; i < FINE; i++)
        wave[i] = (struct transient_step){i * 1e-3, 30 + 20 * sin(5 * (i + 0.5) * 1e-3)};
    assert_int_equal(transient_unlimited(&queue, 19.3, &present), OK);
    assert_int_equal(transient_unlimited_wave(30, 20, 5, 1, 19.3, &exact), OK);
    expect_near(present, exact, 1e-6);
}

static void refuses_what_it_cant_answer(void **unused)
{
    (void)unused;
    const struct transient_step backwards[] = {{0, 1}, {0, 2}}, late[] = {{1, 1}};
    struct transient_queue fine = rush(2, 0), queue = fine;
    struct transient_sums sums = {.arrivals = -7}, before = sums;
    double x = -7;
    assert_int_equal(transient_line(&fine, -1, &x), ERR_DOMAIN);
    assert_int_equal(transient_line(&fine, 1e9, &x), ERR_DOMAIN);
    assert_int_equal(transient_sums(&fine, 10, 5, &sums), ERR_DOMAIN);
    queue.servers = 0;
    assert_int_equal(transient_sums(&queue, 0, 5, &sums), ERR_DOMAIN);
    queue = fine;
    queue.mu_per_s = 0;
    assert_int_equal(transient_sums(&queue, 0, 5, &sums), ERR_DOMAIN);
    queue = (struct transient_queue){2, backwards, 1, 1, 0};
    assert_int_equal(transient_sums(&queue, 0, 5, &sums), ERR_DOMAIN);
    queue = (struct transient_queue){1, late, 1, 1, 0};
    assert_int_equal(transient_unlimited(&queue, 5, &x), ERR_DOMAIN);
    assert_int_equal(transient_unlimited_wave(1, 2, 1, 1, 0, &x), ERR_DOMAIN);
    assert_memory_equal(&sums, &before, sizeof sums);
    assert_true(x == -7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rush_hour_without_patience),
        cmocka_unit_test(rush_hour_with_patience),
        cmocka_unit_test(waits_add_up_to_the_line),
        cmocka_unit_test(agrees_with_the_differential_equations),
        cmocka_unit_test(settles_to_erlang),
        cmocka_unit_test(a_quiet_hour_leaves_nothing_behind),
        cmocka_unit_test(unlimited_station_follows_a_wave),
        cmocka_unit_test(unlimited_station_in_steps),
        cmocka_unit_test(refuses_what_it_cant_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
