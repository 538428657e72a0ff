/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heaters that together ask for more than the circuit of their place carries. Either they take turns: who heats goes on
 * until his thermostat is satisfied, then it's the next one's turn for whom the circuit has room. Or the breaker trips,
 * and all are without current until it's reset. Between two looks nothing changes but what thermostats switch off. */
#include "models/slots.h"

#include <math.h>

#include "core/forbid.h"

/* A switch is seen so much late at the most; a hair's breadth below a threshold counts as reached. */
static const double LOOK_S = 1e-3, HAIR_K = 1e-6;

static bool asks(const struct pouring_vessel *vessel)
{
    const struct vessel_kind *kind = vessel->vessel.kind;
    return vessel->vessel.content_m3 > 0 && vessel->vessel.temperature_c <= kind->setpoint_c - kind->hysteresis_k + HAIR_K;
}

static bool satisfied(const struct pouring_vessel *vessel)
{
    const struct vessel_kind *kind = vessel->vessel.kind;
    return vessel->vessel.content_m3 <= 0 || vessel->vessel.temperature_c >= kind->setpoint_c + kind->hysteresis_k - HAIR_K;
}

/* Its heater is there and may have current. */
static bool is_on(const struct day *day, const struct pouring_vessel *vessel)
{
    return vessel->plan->equipment->kind == HEATED && vessel->on_from_s <= day->now_s && vessel->failures == 0 && vessel->cuts == 0;
}

/* When it will have to be looked at again, if nobody pours or fills. */
static double next_s(const struct pouring_vessel *vessel)
{
    const struct vessel_kind *kind = vessel->vessel.kind;

    if (vessel->vessel.heating)
        return vessel_reaches(&vessel->vessel, vessel->air_c, kind->setpoint_c + kind->hysteresis_k);
    if (asks(vessel) || vessel->vessel.content_m3 <= 0) /* waits for others; isn't heated */
        return HUGE_VAL;
    return vessel_falls(&vessel->vessel, vessel->air_c, kind->setpoint_c - kind->hysteresis_k);
}

/* --- turns --------------------------------------------------------------------------------------------------- */

static double ends_turns(struct day *day, const struct plan_station *plan)
{
    double load_w = 0;

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++) {
        struct pouring_vessel *vessel = &day->vessel[v];
        vessel->turn = vessel->turn && is_on(day, vessel) && !satisfied(vessel);
        load_w += vessel->turn ? vessel->vessel.kind->power_w : 0;
    }
    return load_w;
}

static void take_turns(struct day *day, const struct plan_station *plan, struct line_station *station, double power_w)
{
    double load_w = ends_turns(day, plan);
    int last = station->turn < 0 ? plan->n_vessels - 1 : station->turn - plan->first_vessel;

    for (int i = 1; i <= plan->n_vessels; i++) {
        int v = plan->first_vessel + (last + i) % plan->n_vessels;
        struct pouring_vessel *vessel = &day->vessel[v];
        if (vessel->turn || !is_on(day, vessel) || !asks(vessel) || load_w + vessel->vessel.kind->power_w > power_w * (1 + 1e-9))
            continue;
        vessel->turn = true;
        load_w += vessel->vessel.kind->power_w;
        station->turn = v;
    }
    station->peak_w = fmax(station->peak_w, load_w);
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        if (day->vessel[v].plan->equipment->kind == HEATED)
            vessel_turn(&day->vessel[v].vessel, day->vessel[v].turn);
}

/* --- the breaker --------------------------------------------------------------------------------------------- */

static double heat_as_they_like(struct day *day, const struct plan_station *plan, bool current)
{
    double load_w = 0;

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++) {
        struct pouring_vessel *vessel = &day->vessel[v];
        if (vessel->plan->equipment->kind != HEATED)
            continue;
        bool on = current && is_on(day, vessel);
        if (on && asks(vessel))
            vessel_turn(&vessel->vessel, true);
        else if (on != vessel->vessel.powered)
            vessel_power(&vessel->vessel, on);
        load_w += vessel->vessel.heating ? vessel->vessel.kind->power_w : 0;
    }
    return load_w;
}

static void mind_the_breaker(struct day *day, int s, double power_w, double reset_s)
{
    struct line_station *station = &day->station[s];
    const struct plan_station *plan = &day->plan->station[s];
    double load_w = heat_as_they_like(day, plan, day->now_s >= station->reset_s);

    station->peak_w = fmax(station->peak_w, load_w);
    if (load_w <= power_w * (1 + 1e-9))
        return;
    heat_as_they_like(day, plan, false);
    station->trips++;
    station->reset_s = day->now_s + reset_s;
    TRACE(day, "breaker-trips", s, NULL, station->trips);
}

void circuit_look(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    struct line_station *station = &day->station[s];
    const struct node *node = site_node(day->plan->scenario->site, plan->node);

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        if (day->vessel[v].vessel.time_s < day->now_s)
            vessel_advance(&day->vessel[v].vessel, day->vessel[v].air_c, day->now_s);
    if (node->overload == TAKES_TURNS)
        take_turns(day, plan, station, node->power_w);
    else
        mind_the_breaker(day, s, node->power_w, node->reset_s);
    trouble_look(day, s);
    station->circuit_s = day->now_s < station->reset_s ? station->reset_s : HUGE_VAL;
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++) {
        struct pouring_vessel *vessel = &day->vessel[v];
        if (vessel->plan->equipment->kind == HEATED && vessel->on_from_s > day->now_s)
            station->circuit_s = fmin(station->circuit_s, vessel->on_from_s);
        else if (is_on(day, vessel))
            station->circuit_s = fmin(station->circuit_s, fmax(next_s(vessel), day->now_s + LOOK_S));
    }
    day_look_again(day);
}

void circuit_open(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    struct line_station *station = &day->station[s];

    day->now_s = HUGE_VAL;
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        day->now_s = fmin(day->now_s, day->vessel[v].on_from_s);
    while (day->now_s < day->plan->opens_s) {
        circuit_look(day, s);
        day->now_s = fmin(station->circuit_s, day->plan->opens_s);
    }
    circuit_step(day, s);
    circuit_look(day, s);
    day->now_s = day->plan->opens_s;
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        day->vessel[v].bin_on_s = day->vessel[v].vessel.on_s;
}

/* --- what is recorded of it ---------------------------------------------------------------------------------- */

static double on_s(const struct pouring_vessel *vessel)
{
    return vessel->vessel.on_s - vessel->bin_on_s;
}

double circuit_load_w(const struct day *day, int s, double width_s)
{
    const struct plan_station *plan = &day->plan->station[s];
    double load_w = 0;

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        load_w += day->vessel[v].vessel.kind->power_w * fmin(1, on_s(&day->vessel[v]) / width_s);
    return load_w;
}

double circuit_peak_w(const struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    double load_w = 0;

    if (plan->contended)
        return day->station[s].peak_w;
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        load_w += on_s(&day->vessel[v]) > 0 ? day->vessel[v].vessel.kind->power_w : 0;
    return load_w;
}

void circuit_step(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    struct line_station *station = &day->station[s];

    station->bin_trips = station->trips;
    station->peak_w = 0;
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        station->peak_w += day->vessel[v].vessel.heating ? day->vessel[v].vessel.kind->power_w : 0;
}
