/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stations as they open, and the series they leave step by step. */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

/* What comes late isn't there yet. */
static double at_opening(const struct day *day, int s, int drink)
{
    const struct plan_station *plan = &day->plan->station[s];

    if (plan->late_s > 0 && plan->portions[drink] < HUGE_VAL)
        return 0;
    return day->carried ? day->carried->portions[s * day->plan->n_drinks + drink] : plan->portions[drink];
}

static enum status open_station(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    struct line_station *station = &day->station[s];

    *station = (struct line_station){.staff = plan->staff, .head = NOBODY, .tail = NOBODY, .last_ahead = NOBODY, .first_booking = NOBODY, .last_booking = NOBODY,
                                     .last_s = day->plan->opens_s, .asked_s = HUGE_VAL, .circuit_s = HUGE_VAL, .turn = NOBODY, .idle_top = plan->staff, .room = plan->room, .car_lane = plan->car_lane};
    TAKE(day->arena, station->idle, plan->staff);
    for (int i = 0; i < plan->staff; i++) {
        /* the first server is on top of the stack */
        station->idle[i] = plan->first_server + plan->staff - 1 - i;
        day->server[plan->first_server + i] = (struct server){NOBODY, s, IDLE, -1};
    }
    TAKE(day->arena, station->portions_left, day->plan->n_drinks);
    TAKE(day->arena, station->portions_used, day->plan->n_drinks);
    TAKE(day->arena, station->spilled, day->plan->n_drinks);
    TAKE(day->arena, station->portions_in, day->plan->n_drinks);
    if (day->plan->expires)
        TAKE(day->arena, station->expired, day->plan->n_drinks);
    if (day->plan->holds) {
        TAKE(day->arena, station->too_old, day->plan->n_drinks);
        TAKE(day->arena, station->in_carriers, day->plan->n_drinks);
    }
    if (plan->restocked)
        TAKE(day->arena, station->need, day->plan->n_drinks + 1);
    for (int d = 0; d < day->plan->n_drinks; d++)
        station->portions_in[d] = station->portions_left[d] = at_opening(day, s, d);
    station->cups_left = plan->late_s > 0 && plan->cups < HUGE_VAL ? 0 : day->carried ? day->carried->cups[s] : plan->cups;
    if (plan->n_greeters)
        TRY(greeters_open(day, s));
    if (plan->n_desk)
        TRY(desk_open(day, s));
    return plan->varies ? duty_open(day, s) : OK;
}

static void open_vessel(struct day *day, const struct plan_station *station, int v, int cups)
{
    const struct plan_vessel *plan = &day->plan->vessel[v];
    struct pouring_vessel *vessel = &day->vessel[v];
    bool heated = plan->equipment->kind == HEATED;
    double opens_s = day->plan->opens_s, start_s = heated ? opens_s - plan->equipment->preheat_s : opens_s;

    *vessel = (struct pouring_vessel){.plan = plan, .tap_free_s = opens_s, .failed_from_s = HUGE_VAL, .down_from_s = HUGE_VAL,
                                      .air_c = station->indoor ? day->plan->scenario->indoor_air_c : day->air_c};
    vessel->cups = cups;
    vessel->filled_s = opens_s;
    vessel->on_from_s = start_s;
    vessel_start(&vessel->vessel, &plan->equipment->vessel, start_s, vessel->cups * plan->cup_m3, plan->first_c, heated && !station->contended);
    vessel->start_j = vessel_heat_j(&vessel->vessel);
    if (opens_s > start_s && !station->contended)
        vessel_advance(&vessel->vessel, vessel->air_c, opens_s);
    vessel->bin_on_s = vessel->vessel.on_s;
}

/* Into the vessels of a drink, each as full as the others to a cup. Returns what is left. */
static double fill_vessels(struct day *day, const struct plan_station *station, int drink, double portions)
{
    const struct plan_vessel *vessel = day->plan->vessel;
    int first = station->first_of_drink[drink], end = station->first_of_drink[drink + 1], room = 0, filled = 0;
    int64_t upto = 0;

    for (int v = first; v < end; v++)
        room += vessel[v].cups;
    int cups = (int)fmin(room, portions);
    for (int v = first; v < end; v++) {
        upto += vessel[v].cups;
        int by_here = (int)((upto * cups + room - 1) / room);
        open_vessel(day, station, v, by_here - filled);
        filled = by_here;
    }
    return portions - cups;
}

enum status day_open(struct day *day)
{
    const struct plan_day *plan = day->plan;

    TAKE(day->arena, day->station, plan->n_stations);
    TAKE(day->arena, day->vessel, plan->n_vessels);
    TAKE(day->arena, day->server, plan->n_servers);
    if (plan->n_runners)
        TRY(supply_open(day));
    for (int s = 0; s < plan->n_stations; s++) {
        TRY(open_station(day, s));
        for (int d = 0; d < plan->n_drinks; d++) {
            double rest = fill_vessels(day, &plan->station[s], d, day->station[s].portions_in[d]);
            if (spares_stand_at(day, s, d))
                day->station[s].in_carriers[d] = rest;
        }
        if (plan->station[s].contended)
            circuit_open(day, s);
    }
    return trouble_open(day);
}

/* A vessel may have been advanced to the end of a pour that lies a few seconds ahead. What an empty one has is
 * no drink's temperature. */
static double vessel_temperature(const struct pouring_vessel *vessel, double now_s)
{
    const struct vessel *state = &vessel->vessel;

    if (vessel->cups == 0)
        return NAN;
    return state->time_s >= now_s ? state->temperature_c : vessel_temperature_at(state, vessel->air_c, now_s);
}

static double channel_value(struct day *day, const struct plan_channel *channel, double width_s)
{
    struct line_station *station = &day->station[channel->station];
    struct pouring_vessel *vessel = &day->vessel[channel->index];

    switch (channel->kind) {
    case C_ARRIVALS: return station->bin_arrivals;
    case C_LINE: return (station->line_area - station->bin_line) / width_s;
    case C_BUSY: return (station->busy_area - station->bin_busy) / width_s;
    case C_STAFF: return (station->here_area - station->bin_here) / width_s;
    case C_TRAY: return station->n_tray;
    case C_CUP: return station->bin_cups ? station->bin_cup_c / station->bin_cups : NAN;
    case C_BROUGHT: return station->brought - station->bin_brought;
    case C_CUPS: return station->cups_left;
    case C_PORTIONS: return station->portions_left[channel->index];
    case C_TEMPERATURE: return vessel_temperature(vessel, day->now_s);
    case C_LITRES: return vessel->vessel.content_m3 * 1e3;
    case C_LOAD: return circuit_load_w(day, channel->station, width_s) / 1e3;
    case C_LOAD_PEAK: return circuit_peak_w(day, channel->station) / 1e3;
    case C_TRIPS: return station->trips - station->bin_trips;
    case C_DUTY: return fmin(1, (vessel->vessel.on_s - vessel->bin_on_s) / width_s);
    }
    return 0;
}

/* A thermostat's switches are what takes time: heated vessels are brought up to date once for all their channels. */
static void advance_heated(struct day *day)
{
    for (int v = 0; v < day->plan->n_vessels; v++) {
        struct pouring_vessel *vessel = &day->vessel[v];
        if (vessel->plan->equipment->kind == HEATED && vessel->vessel.time_s < day->now_s)
            vessel_advance(&vessel->vessel, vessel->air_c, day->now_s);
    }
}

static float with_days_before(enum channel_kind kind, float before, float value)
{
    if (channel_has_mean(kind))
        return before + value;
    return (value < before) == channel_is_stock(kind) ? value : before;
}

void day_step(struct day *day)
{
    const struct plan_day *plan = day->plan;
    double width_s = plan->bin_s;

    for (int s = 0; s < plan->n_stations; s++) {
        station_flow(&day->station[s], day->now_s);
        duty_flow(&day->station[s], day->now_s);
    }
    if (plan->n_channels)
        advance_heated(day);
    for (int c = 0; c < plan->n_channels; c++) {
        float *cell = &day->result->series[c * plan->bins + day->bin], value = (float)channel_value(day, &plan->channel[c], width_s);
        *cell = day->carried && day->carried->day > 0 ? with_days_before(plan->channel[c].kind, *cell, value) : value;
    }
    for (int s = 0; s < plan->n_stations; s++) {
        struct line_station *station = &day->station[s];
        station->bin_line = station->line_area;
        station->bin_busy = station->busy_area;
        station->bin_here = station->here_area;
        station->bin_arrivals = station->bin_cups = 0;
        station->bin_cup_c = 0;
        station->bin_brought = station->brought;
        if (plan->station[s].contended)
            circuit_step(day, s);
    }
    for (int v = 0; v < plan->n_vessels; v++)
        day->vessel[v].bin_on_s = day->vessel[v].vessel.on_s;
    day->bin++;
}
