/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/vessel.h"

#include "tests/support/expect.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>
#include <gsl/gsl_rng.h>

#include <math.h>

/* An urn that needs the thermostat, a carrier that has none, an urn without any loss. */
static const struct vessel_kind urn = {.volume_m3 = 0.020,
                                       .shell_j_per_k = 2500,
                                       .power_w = 3000,
                                       .setpoint_c = 72,
                                       .hysteresis_k = 3,
                                       .loss_w_per_k = 4};
static const struct vessel_kind carrier = {
    .volume_m3 = 0.012, .shell_j_per_k = 3000, .loss_w_per_k = 0.5};
static const struct vessel_kind lossless = {
    .volume_m3 = 0.020, .power_w = 3000, .setpoint_c = 95, .hysteresis_k = 2};

enum { WATER_J = 4186000 }; /* per m3 and K */

/* --- the ruler: the differential equation itself, by GSL, with switches found by halving --- */

struct ruler {
    double time_s, state[2]; /* temperature [°C], heat lost [J] */
    double content_m3, air_c, on_s;
    bool heating;
    const struct vessel_kind *kind;
};

static int slope(double time_s, const double state[], double change[], void *context)
{
    const struct ruler *ruler = context;
    double capacity = ruler->content_m3 * WATER_J + ruler->kind->shell_j_per_k;

    (void)time_s;
    change[1] = ruler->kind->loss_w_per_k * (state[0] - ruler->air_c);
    change[0] = ((ruler->heating ? ruler->kind->power_w : 0) - change[1]) / capacity;
    return GSL_SUCCESS;
}

static void integrate(struct ruler *ruler, double lasts_s)
{
    gsl_odeiv2_system system = {slope, NULL, 2, ruler};
    gsl_odeiv2_driver *driver =
        gsl_odeiv2_driver_alloc_y_new(&system, gsl_odeiv2_step_rk8pd, 1, 1e-10, 1e-13);
    double time_s = 0;

    if (lasts_s > 0)
        assert_int_equal(gsl_odeiv2_driver_apply(driver, &time_s, lasts_s, ruler->state), 0);
    gsl_odeiv2_driver_free(driver);
    ruler->time_s += lasts_s;
    ruler->on_s += ruler->heating ? lasts_s : 0;
}

static bool has_switched(const struct ruler *ruler)
{
    const struct vessel_kind *kind = ruler->kind;
    if (kind->power_w <= 0)
        return false;
    if (ruler->heating)
        return ruler->state[0] >= kind->setpoint_c + kind->hysteresis_k;
    return ruler->state[0] <= kind->setpoint_c - kind->hysteresis_k;
}

/* One short piece; halves until the switch is found to the nanosecond. */
static void ruler_piece(struct ruler *ruler, double lasts_s)
{
    struct ruler end = *ruler;
    double early = 0, late = lasts_s;

    integrate(&end, lasts_s);
    if (!has_switched(&end)) {
        *ruler = end;
        return;
    }
    while (late - early > 1e-9) {
        double middle = (early + late) / 2;
        end = *ruler;
        integrate(&end, middle);
        *(has_switched(&end) ? &late : &early) = middle;
    }
    integrate(ruler, late);
    ruler->heating = !ruler->heating;
    integrate(ruler, lasts_s - late);
}

static void ruler_advance(struct ruler *ruler, double to_s)
{
    while (to_s - ruler->time_s > 1e-12)
        ruler_piece(ruler, fmin(20, to_s - ruler->time_s));
}

static void ruler_add(struct ruler *ruler, double m3, double water_c)
{
    double capacity = ruler->content_m3 * WATER_J + ruler->kind->shell_j_per_k;
    ruler->state[0] += m3 * WATER_J * (water_c - ruler->state[0]) / (capacity + m3 * WATER_J);
    ruler->content_m3 += m3;
    if (has_switched(ruler))
        ruler->heating = !ruler->heating;
}

static void expect_heat_law(const struct vessel *vessel, double start_j)
{
    double net = vessel->heat_in_j + vessel->added_j - vessel->lost_j - vessel->drawn_j;
    double most = fmax(fmax(vessel->heat_in_j, vessel->added_j), fabs(start_j));
    expect_within(net, vessel_heat_j(vessel) - start_j, 1e-9 * most);
}

/* --- against the ruler --- */

/* 06:00 to 09:00: cups at random, a refill at 60 °C, or at 8 °C one time in four, when little is
 * left. */
static void one_morning(const struct vessel_kind *kind, double refill_c, unsigned long seed)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_taus2);
    gsl_rng_set(rng, seed);
    struct vessel vessel;
    struct ruler ruler = {21600, {20, 0}, kind->volume_m3, -5, 0, kind->power_w > 0, kind};
    vessel_start(&vessel, kind, 21600, kind->volume_m3, 20, true);
    double start_j = vessel_heat_j(&vessel);

    for (double now_s = 21600; now_s < 32400;) {
        now_s += -log(gsl_rng_uniform_pos(rng)) * (now_s < 25200 ? 600 : 40);
        vessel_advance(&vessel, -5, now_s);
        ruler_advance(&ruler, now_s);
        expect_within(vessel.temperature_c, ruler.state[0], 1e-6);
        if (vessel.content_m3 < 0.005) {
            double water_c = gsl_rng_uniform(rng) < 0.25 ? 8 : refill_c;
            vessel_add(&vessel, 0.006, water_c);
            ruler_add(&ruler, 0.006, water_c);
        }
        vessel_pour(&vessel, 250e-6);
        ruler.content_m3 -= 250e-6;
        expect_heat_law(&vessel, start_j);
    }
    expect_within(vessel.on_s, ruler.on_s, 1e-4);
    expect_near(vessel.lost_j, ruler.state[1], 1e-8);
    gsl_rng_free(rng);
}

static void follows_the_differential_equation_all_morning(void **unused)
{
    (void)unused;
    for (unsigned long seed = 1; seed <= 3; seed++) {
        one_morning(&urn, 60, seed);
        one_morning(&carrier, 90, seed);
    }
}

/* Nothing is drawn: some 40 cycles, most of them skipped at once. */
static void follows_the_differential_equation_through_idle_cycles(void **unused)
{
    (void)unused;
    struct vessel vessel;
    struct ruler ruler = {0, {20, 0}, 0.010, -5, 0, true, &urn};

    vessel_start(&vessel, &urn, 0, 0.010, 20, true);
    vessel_advance(&vessel, -5, 36000);
    ruler_advance(&ruler, 36000);
    expect_within(vessel.temperature_c, ruler.state[0], 1e-5);
    expect_near(vessel.on_s, ruler.on_s, 1e-6);
    expect_near(vessel.lost_j, ruler.state[1], 1e-8);
    assert_int_equal(vessel.heating, ruler.heating);
}

/* --- known figures --- */

static void twenty_litres_take_37_minutes_at_3_kw(void **unused)
{
    (void)unused;
    struct vessel vessel;
    vessel_start(&vessel, &lossless, 0, 0.020, 10, true);
    expect_near(vessel_reaches(&vessel, 0, 90), 0.020 * 4.186e6 * 80 / 3000, 1e-14);
    expect_within(vessel_reaches(&vessel, 0, 90), 37 * 60, 30);

    struct vessel_kind with_shell = lossless;
    with_shell.shell_j_per_k = 3750;
    vessel_start(&vessel, &with_shell, 0, 0.020, 10, true);
    expect_near(vessel_reaches(&vessel, 0, 90), (0.020 * 4.186e6 + 3750) * 80 / 3000, 1e-14);
}

/* References: UA of .03 to .05 W/K a litre means 1.5 to 2.6 K/h at 85 °C (indoors). */
static void a_carrier_cools_as_measured(void **unused)
{
    (void)unused;
    for (double litre_w_per_k = 0.03; litre_w_per_k < 0.051; litre_w_per_k += 0.02) {
        struct vessel_kind kind = {.volume_m3 = 0.010, .loss_w_per_k = 10 * litre_w_per_k};
        struct vessel vessel;
        vessel_start(&vessel, &kind, 0, 0.010, 85, false);
        vessel_advance(&vessel, 22, 3600);
        expect_between(85 - vessel.temperature_c, 1.5, 2.75);
        double tau_s = 0.010 * 4.186e6 / kind.loss_w_per_k;
        expect_near(vessel.temperature_c, 22 + 63 * exp(-3600 / tau_s), 1e-14);
    }
}

/* References: filling a cold airpot takes 5 K at once, 95 -> 90 °C. */
static void a_cold_shell_cools_what_is_filled_in(void **unused)
{
    (void)unused;
    double shell = 0.0022 * 4.186e6 * 5 / (90 - 20);
    struct vessel_kind airpot = {.volume_m3 = 0.0022, .shell_j_per_k = shell};
    struct vessel vessel;
    vessel_start(&vessel, &airpot, 0, 0, 20, false);
    vessel_add(&vessel, 0.0022, 95);
    expect_near(vessel.temperature_c, 90, 1e-13);
}

/* --- laziness --- */

static void one_step_equals_many(void **unused)
{
    (void)unused;
    struct vessel lazy, eager;
    vessel_start(&lazy, &urn, 0, 0.015, 5, true);
    eager = lazy;
    vessel_advance(&lazy, 2, 20000);
    for (int step = 1; step <= 20000; step++)
        vessel_advance(&eager, 2, step);
    expect_within(lazy.temperature_c, eager.temperature_c, 1e-9);
    expect_near(lazy.on_s, eager.on_s, 1e-9);
    expect_near(lazy.lost_j, eager.lost_j, 1e-9);
    expect_near(lazy.heat_in_j, eager.heat_in_j, 1e-9);
    assert_int_equal(lazy.heating, eager.heating);
}

static void a_narrow_band_is_no_slower(void **unused)
{
    (void)unused;
    struct vessel_kind narrow = urn;
    struct vessel vessel;
    narrow.hysteresis_k = 1e-3;
    vessel_start(&vessel, &narrow, 0, 0.001, 72, true);
    double start_j = vessel_heat_j(&vessel);
    for (int year = 1; year <= 1000; year++)
        vessel_advance(&vessel, 0, year * 3.15e7);
    expect_within(vessel.temperature_c, 72, 1.001e-3);
    expect_near(vessel.on_s / vessel.time_s, 4 * 72 / 3000.0, 1e-6);
    expect_heat_law(&vessel, start_j);
}

static void peeking_changes_nothing(void **unused)
{
    (void)unused;
    struct vessel vessel, before;
    vessel_start(&vessel, &urn, 100, 0.015, 5, true);
    before = vessel;
    double then_c = vessel_temperature_at(&vessel, 2, 9000);
    assert_memory_equal(&vessel, &before, sizeof vessel);
    vessel_advance(&vessel, 2, 9000);
    assert_true(vessel.temperature_c == then_c);
}

/* --- when is it warm enough? --- */

static void reaching_agrees_with_advancing(void **unused)
{
    (void)unused;
    for (double content = 0.001; content < 0.02; content += 0.0031)
        for (double target = 12; target <= 75; target += 7) {
            struct vessel vessel;
            vessel_start(&vessel, &urn, 500, content, 10, true);
            double at_s = vessel_reaches(&vessel, -8, target);
            expect_within(vessel_temperature_at(&vessel, -8, at_s), target, 1e-9);
            assert_true(vessel_temperature_at(&vessel, -8, at_s - 0.1) < target - 1e-3);
        }
}

static void reaching_waits_for_the_heater_to_come_on(void **unused)
{
    (void)unused;
    struct vessel vessel;
    vessel_start(&vessel, &urn, 0, 0.010, 71, true); /* in the band: off, until 69 */
    assert_false(vessel.heating);
    double at_s = vessel_reaches(&vessel, -8, 74);
    assert_true(vessel_temperature_at(&vessel, -8, at_s / 2) < 71);
    expect_within(vessel_temperature_at(&vessel, -8, at_s), 74, 1e-9);
}

static void reaching_knows_now_and_never(void **unused)
{
    (void)unused;
    struct vessel vessel;
    vessel_start(&vessel, &urn, 7, 0.010, 71, true);
    assert_true(vessel_reaches(&vessel, -8, 60) == 7);
    assert_true(vessel_reaches(&vessel, -8, 75.1) == HUGE_VAL);
    vessel_power(&vessel, false);
    assert_true(vessel_reaches(&vessel, -8, 72) == HUGE_VAL);
    vessel_start(&vessel, &carrier, 7, 0.010, 71, true);
    assert_true(vessel_reaches(&vessel, -8, 72) == HUGE_VAL);
    assert_true(vessel_reaches(&vessel, 90, 72) < HUGE_VAL);
    vessel_start(&vessel, &urn, 7, 0, 10, true);
    assert_true(vessel_reaches(&vessel, -8, 20) == HUGE_VAL);
}

/* --- the thermostat and its cut-outs --- */

static void a_heater_too_weak_never_switches(void **unused)
{
    (void)unused;
    struct vessel_kind weak = urn;
    struct vessel vessel;
    weak.power_w = 240; /* 60 K over the air at best */
    vessel_start(&vessel, &weak, 0, 0.020, 10, true);
    vessel_advance(&vessel, 0, 1e7);
    expect_near(vessel.temperature_c, 60, 1e-12);
    expect_near(vessel.on_s, 1e7, 1e-15);
}

static void a_power_cut_stops_the_heater(void **unused)
{
    (void)unused;
    struct vessel vessel;
    vessel_start(&vessel, &urn, 0, 0.010, 10, true);
    vessel_advance(&vessel, 0, 100);
    vessel_power(&vessel, false);
    vessel_advance(&vessel, 0, 400);
    expect_near(vessel.on_s, 100, 1e-14);
    vessel_power(&vessel, true);
    assert_true(vessel.heating);
}

static void an_empty_vessel_is_not_heated(void **unused)
{
    (void)unused;
    struct vessel vessel;
    vessel_start(&vessel, &urn, 0, 0.001, 10, true);
    assert_true(vessel.heating);
    for (int cup = 0; cup < 3; cup++) /* 3 * (1/3 l) leaves dregs of rounding */
        vessel_pour(&vessel, 0.001 / 3);
    assert_true(vessel.content_m3 == 0);
    assert_false(vessel.heating);
    vessel_advance(&vessel, -5, 5000);
    expect_near(vessel.temperature_c, -5 + 15 * exp(-4 * 5000 / 2500.0), 1e-13);
    vessel_add(&vessel, 0.010, 15);
    assert_true(vessel.heating);
}

static void neither_water_nor_shell_is_fine_too(void **unused)
{
    (void)unused;
    struct vessel vessel;
    vessel_start(&vessel, &lossless, 0, 0, 50, true);
    vessel_advance(&vessel, 0, 1000);
    assert_true(vessel.temperature_c == 50 && vessel.lost_j == 0);
    assert_true(vessel_reaches(&vessel, 0, 60) == HUGE_VAL);
    vessel_add(&vessel, 0.001, 20);
    assert_true(vessel.temperature_c == 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_the_differential_equation_all_morning),
        cmocka_unit_test(follows_the_differential_equation_through_idle_cycles),
        cmocka_unit_test(twenty_litres_take_37_minutes_at_3_kw),
        cmocka_unit_test(a_carrier_cools_as_measured),
        cmocka_unit_test(a_cold_shell_cools_what_is_filled_in),
        cmocka_unit_test(one_step_equals_many),
        cmocka_unit_test(a_narrow_band_is_no_slower),
        cmocka_unit_test(peeking_changes_nothing),
        cmocka_unit_test(reaching_agrees_with_advancing),
        cmocka_unit_test(reaching_waits_for_the_heater_to_come_on),
        cmocka_unit_test(reaching_knows_now_and_never),
        cmocka_unit_test(a_heater_too_weak_never_switches),
        cmocka_unit_test(a_power_cut_stops_the_heater),
        cmocka_unit_test(an_empty_vessel_is_not_heated),
        cmocka_unit_test(neither_water_nor_shell_is_fine_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
