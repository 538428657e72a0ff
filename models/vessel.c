/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/vessel.h"

#include <assert.h>
#include <math.h>

#include "core/forbid.h"

#define WATER_J_PER_M3_K 4.186e6
#define DREGS_M3         1e-9
#define BOILING_C        100.0

static double capacity_j_per_k(const struct vessel *vessel)
{
    return vessel->content_m3 * WATER_J_PER_M3_K + vessel->kind->shell_j_per_k;
}

static bool can_heat(const struct vessel *vessel)
{
    return vessel->powered && vessel->content_m3 > 0 && vessel->kind->power_w > 0;
}

static double switches_off_c(const struct vessel *vessel)
{
    return vessel->kind->setpoint_c + vessel->kind->hysteresis_k;
}

static double switches_on_c(const struct vessel *vessel)
{
    return vessel->kind->setpoint_c - vessel->kind->hysteresis_k;
}

static void set_thermostat(struct vessel *vessel)
{
    if (!can_heat(vessel) || vessel->temperature_c >= switches_off_c(vessel))
        vessel->heating = false;
    else if (vessel->temperature_c <= switches_on_c(vessel))
        vessel->heating = true;
}

static double net_w(const struct vessel *vessel, double air_c)
{
    double heater_w = vessel->heating ? vessel->kind->power_w : 0;
    return heater_w - vessel->kind->loss_w_per_k * (vessel->temperature_c - air_c);
}

/* (1 - e^-x) / x. Between two cups x is some 1e-3: the series spares the exp, and x = 0 (no losses)
 * needs no case of its own. Factors, not quotients: six divisions cost more than the exp. First
 * term left out: x^7 / 8!, below 1e-17. */
static double mean_decay(double x)
{
    const double x2 = x * (1.0 / 2), x3 = x * (1.0 / 3), x4 = x * (1.0 / 4), x5 = x * (1.0 / 5),
                 x6 = x * (1.0 / 6), x7 = x * (1.0 / 7);
    if (x > 1.0 / 64)
        return -expm1(-x) / x;
    return 1 - x2 * (1 - x3 * (1 - x4 * (1 - x5 * (1 - x6 * (1 - x7)))));
}

/* Written with the net power now instead of T_inf, which is infinite without losses. */
static double rise_k(const struct vessel *vessel, double air_c, double lasts_s)
{
    double capacity = capacity_j_per_k(vessel);
    if (capacity <= 0)
        return 0;
    double s_k_per_j = lasts_s / capacity;
    return net_w(vessel, air_c) * s_k_per_j * mean_decay(vessel->kind->loss_w_per_k * s_k_per_j);
}

/* How long the present phase takes to a temperature; the inverse of rise_k. */
static double lasts_s_until(const struct vessel *vessel, double air_c, double target_c)
{
    double capacity = capacity_j_per_k(vessel), net = net_w(vessel, air_c);
    double rise = target_c - vessel->temperature_c;

    if (rise == 0)
        return 0;
    if (capacity <= 0 || rise * net <= 0)
        return HUGE_VAL;
    double share = rise * vessel->kind->loss_w_per_k / net; /* of the way to T_inf */
    if (share >= 1)
        return HUGE_VAL;
    return rise * capacity / net * (share > 0 ? -log1p(-share) / share : 1);
}

/* Temperature is monotone within a phase, so its end tells whether a switch lies in between. */
static bool passes_switch(const struct vessel *vessel, double end_c)
{
    if (vessel->heating)
        return end_c >= switches_off_c(vessel);
    return end_c <= switches_on_c(vessel) && can_heat(vessel);
}

/* The loss by the balance, not by its own integral: they are the same expression, and so the heat
 * law holds to the last digits. */
static void pass(struct vessel *vessel, double to_s, double rise)
{
    double lasts_s = to_s - vessel->time_s;
    double in_j = vessel->heating ? vessel->kind->power_w * lasts_s : 0;

    vessel->on_s += vessel->heating ? lasts_s : 0;
    vessel->heat_in_j += in_j;
    vessel->lost_j += in_j - capacity_j_per_k(vessel) * rise;
    vessel->temperature_c += rise;
    vessel->time_s = to_s;
}

static double next_switch_c(const struct vessel *vessel)
{
    return vessel->heating ? switches_off_c(vessel) : switches_on_c(vessel);
}

/* Rounding may put the switch a hair behind the end that passed it: hence the least of both. */
static void pass_switch(struct vessel *vessel, double air_c, double to_s)
{
    double switch_c = next_switch_c(vessel);
    double at_s = fmin(vessel->time_s + lasts_s_until(vessel, air_c, switch_c), to_s);

    pass(vessel, at_s, switch_c - vessel->temperature_c);
    vessel->temperature_c = switch_c;
    vessel->heating = !vessel->heating;
}

/* Called at a switch. After a whole cycle the vessel is as before, so what went in was lost. */
static void skip_cycles(struct vessel *vessel, double air_c, double to_s)
{
    struct vessel other = *vessel;
    other.temperature_c = next_switch_c(vessel);
    other.heating = !vessel->heating;

    double here_s = lasts_s_until(vessel, air_c, other.temperature_c);
    double there_s = lasts_s_until(&other, air_c, vessel->temperature_c);
    double cycles = floor((to_s - vessel->time_s) / (here_s + there_s));
    if (!(cycles >= 1))
        return;
    double on_s = cycles * (vessel->heating ? here_s : there_s);
    vessel->on_s += on_s;
    vessel->heat_in_j += on_s * vessel->kind->power_w;
    vessel->lost_j += on_s * vessel->kind->power_w;
    vessel->time_s = fmin(vessel->time_s + cycles * (here_s + there_s), to_s);
}

/* Out of line: seldom needed, and its registers would cost every call. */
__attribute__((noinline)) static void advance_through_switches(struct vessel *vessel, double air_c,
                                                               double to_s)
{
    pass_switch(vessel, air_c, to_s);
    skip_cycles(vessel, air_c, to_s);
    for (;;) {
        double rise = rise_k(vessel, air_c, to_s - vessel->time_s);
        if (!passes_switch(vessel, vessel->temperature_c + rise))
            return pass(vessel, to_s, rise);
        pass_switch(vessel, air_c, to_s);
    }
}

void vessel_start(struct vessel *vessel, const struct vessel_kind *kind, double time_s,
                  double content_m3, double temperature_c, bool powered)
{
    assert(kind->power_w <= 0 || kind->hysteresis_k >= 1e-3);
    assert(kind->power_w <= 0 || kind->setpoint_c + kind->hysteresis_k <= BOILING_C);
    assert(content_m3 >= 0 && content_m3 <= kind->volume_m3 + DREGS_M3);
    *vessel = (struct vessel){.kind = kind,
                              .time_s = time_s,
                              .temperature_c = temperature_c,
                              .content_m3 = content_m3,
                              .powered = powered};
    set_thermostat(vessel);
}

void vessel_advance(struct vessel *vessel, double air_c, double to_s)
{
    assert(to_s >= vessel->time_s);
    double rise = rise_k(vessel, air_c, to_s - vessel->time_s);

    if (passes_switch(vessel, vessel->temperature_c + rise))
        advance_through_switches(vessel, air_c, to_s);
    else
        pass(vessel, to_s, rise);
}

void vessel_pour(struct vessel *vessel, double m3)
{
    assert(m3 >= 0 && m3 <= vessel->content_m3 + DREGS_M3);
    if (vessel->content_m3 - m3 < DREGS_M3)
        m3 = vessel->content_m3;
    vessel->content_m3 -= m3;
    vessel->drawn_j += m3 * WATER_J_PER_M3_K * vessel->temperature_c;
    if (vessel->content_m3 <= 0)
        vessel->heating = false;
}

void vessel_add(struct vessel *vessel, double m3, double water_c)
{
    assert(m3 >= 0 && vessel->content_m3 + m3 <= vessel->kind->volume_m3 + DREGS_M3);
    assert(water_c <= BOILING_C);
    if (m3 <= 0)
        return;
    double heat = vessel_heat_j(vessel), more = m3 * WATER_J_PER_M3_K * water_c;
    vessel->content_m3 += m3;
    vessel->temperature_c = (heat + more) / capacity_j_per_k(vessel);
    vessel->added_j += more;
    set_thermostat(vessel);
}

void vessel_power(struct vessel *vessel, bool powered)
{
    vessel->powered = powered;
    set_thermostat(vessel);
}

void vessel_turn(struct vessel *vessel, bool heats)
{
    vessel->powered = heats;
    vessel->heating = heats && can_heat(vessel);
}

double vessel_temperature_at(const struct vessel *vessel, double air_c, double at_s)
{
    struct vessel later = *vessel;
    vessel_advance(&later, air_c, at_s);
    return later.temperature_c;
}

/* Off, on, off: with a fourth phase the first one's course would only come again. */
double vessel_reaches(const struct vessel *vessel, double air_c, double target_c)
{
    struct vessel later = *vessel;

    if (vessel->temperature_c >= target_c)
        return vessel->time_s;
    for (int phase = 0; phase < 3; phase++) {
        double target_s = lasts_s_until(&later, air_c, target_c), switch_s = HUGE_VAL;
        if (can_heat(&later))
            switch_s = lasts_s_until(&later, air_c, next_switch_c(&later));
        if (target_s <= switch_s)
            return later.time_s + target_s;
        later.time_s += switch_s;
        later.temperature_c = next_switch_c(&later);
        later.heating = !later.heating;
    }
    return HUGE_VAL;
}

double vessel_falls(const struct vessel *vessel, double air_c, double target_c)
{
    struct vessel cooling = *vessel;

    cooling.heating = false;
    return vessel->temperature_c <= target_c ? vessel->time_s : vessel->time_s + lasts_s_until(&cooling, air_c, target_c);
}

double vessel_heat_j(const struct vessel *vessel)
{
    return capacity_j_per_k(vessel) * vessel->temperature_c;
}
