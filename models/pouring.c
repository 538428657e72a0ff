/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staff at the tap. Whoever asks first pours first, so a tap is a time from which it is free, and a pour or a
 * refill is known in closed form when it's asked for: no events. */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

/* Cups of a drink at a station that are in no vessel yet. */
static double cups_in_store(const struct day *day, int station, int drink)
{
    const struct plan_station *plan = &day->plan->station[station];
    double cups = day->station[station].portions_in[drink] - day->station[station].portions_used[drink];

    for (int v = plan->first_of_drink[drink]; v < plan->first_of_drink[drink + 1]; v++)
        cups -= day->vessel[v].cups;
    return cups;
}

static int cups_to_add(const struct day *day, int station, const struct pouring_vessel *vessel)
{
    return (int)fmin(vessel->plan->cups - vessel->cups, cups_in_store(day, station, vessel->plan->drink));
}

static double closed_s(const struct pouring_vessel *vessel)
{
    return vessel->plan->closed_s + (vessel->cups == 0 ? vessel->plan->equipment->clean_s : 0);
}

/* From when a cup can flow, if asked for at from_s; a warm one where staff wait for that. A vessel that never gets
 * warm is the last resort then: as if a day later. */
static double ready_s(const struct day *day, int station, const struct pouring_vessel *vessel, double drop_k, double from_s)
{
    enum { LAST_RESORT_S = 86400 };
    double free_s = fmax(from_s, vessel->tap_free_s);

    if (vessel->failures)
        return HUGE_VAL;
    if (vessel->cups == 0)
        return cups_to_add(day, station, vessel) > 0 ? free_s + closed_s(vessel) : HUGE_VAL;
    if (!day->plan->scenario->service.wait_for_warm)
        return free_s;
    struct vessel then = vessel->vessel;
    vessel_advance(&then, vessel->air_c, fmax(free_s, then.time_s));
    double warm_s = vessel_reaches(&then, vessel->air_c, scenario_drink(day->plan->scenario, vessel->plan->drink)->serve_c.low + drop_k);
    return warm_s < HUGE_VAL ? fmax(free_s, warm_s) : free_s + LAST_RESORT_S;
}

/* A full carrier that has stood indoors since opening. */
static double spare_c(const struct day *day, const struct plan_vessel *plan, double at_s)
{
    struct vessel spare;

    vessel_start(&spare, &plan->equipment->vessel, day->plan->opens_s, plan->cups * plan->cup_m3, plan->refill_c, false);
    return vessel_temperature_at(&spare, day->plan->scenario->indoor_air_c, at_s);
}

/* Whether any of what is added stood in a full carrier since opening; what else there is goes first. */
static bool takes_spares(struct day *day, int station, int drink, int cups)
{
    if (!day->plan->holds)
        return false;
    double *ready = &day->station[station].in_carriers[drink];
    double taken = fmax(0, cups - (cups_in_store(day, station, drink) - *ready));
    *ready -= taken;
    return taken > 0;
}

static void refill(struct day *day, int station, struct pouring_vessel *vessel, double from_s)
{
    const struct plan_vessel *plan = vessel->plan;
    int cups = cups_to_add(day, station, vessel);
    bool empty = vessel->cups == 0, old = takes_spares(day, station, plan->drink, cups);
    double until_s = from_s + closed_s(vessel), water_c = plan->spare ? spare_c(day, plan, until_s) : plan->refill_c;

    vessel->wants_refill = false;
    vessel->tap_free_s = until_s;
    vessel_advance(&vessel->vessel, vessel->air_c, until_s);
    if (plan->equipment->kind == INSULATED && empty) {
        /* The empty carrier goes back, a full one comes: its shell is as warm as its drink. */
        double shell_j = plan->equipment->vessel.shell_j_per_k * (water_c - vessel->vessel.temperature_c);
        vessel->vessel.added_j += shell_j;
        vessel->vessel.temperature_c = water_c;
    }
    vessel_add(&vessel->vessel, cups * plan->cup_m3, water_c);
    vessel->cups += cups;
    if (empty || old) {
        vessel->filled_s = old ? day->plan->opens_s : until_s;
        if (plan->hold_s < HUGE_VAL)
            day_look_again(day);
    }
    if (day->plan->station[station].contended)
        circuit_look(day, station);
    TRACE(day, "refill", station, NULL, vessel->vessel.temperature_c);
}

/* What is poured into a vessel that has failed can't be had: while another of its drink works, it's for that one. */
static bool another_works(const struct day *day, int station, const struct pouring_vessel *vessel)
{
    const struct plan_station *plan = &day->plan->station[station];

    for (int v = plan->first_of_drink[vessel->plan->drink]; v < plan->first_of_drink[vessel->plan->drink + 1]; v++)
        if (!day->vessel[v].failures)
            return true;
    return false;
}

static void ask_for_refill(struct day *day, int station, struct pouring_vessel *vessel)
{
    if (vessel->failures && another_works(day, station, vessel))
        return;
    if (vessel->cups * vessel->plan->cup_m3 > vessel->plan->below_m3 + 1e-12 || cups_to_add(day, station, vessel) <= 0)
        return;
    if (!vessel->plan->by_staff)
        refill(day, station, vessel, fmax(day->now_s, vessel->tap_free_s));
    else
        vessel->wants_refill = day->station[station].wants_refill = true;
}

static double until_warm(const struct day *day, const struct pouring_vessel *vessel, double drop_k, double start_s)
{
    double low_c = scenario_drink(day->plan->scenario, vessel->plan->drink)->serve_c.low;
    double warm_s = vessel_reaches(&vessel->vessel, vessel->air_c, low_c + drop_k);
    return warm_s < HUGE_VAL ? fmax(start_s, warm_s) : start_s;
}

/* Pours one cup; until when, if asked for at from_s; cup_c is its temperature there. */
static double pour_cup(struct day *day, struct line_station *station, const struct visit *visit, double from_s, double *cup_c)
{
    const struct service *service = &day->plan->scenario->service;
    const struct plan_station *plan = &day->plan->station[visit->station];
    struct pouring_vessel *best = &day->vessel[plan->first_of_drink[visit->drink]];
    double drop_k = visit->own_cup ? service->own_cup_drop_k : service->pour_drop_k;

    for (int v = plan->first_of_drink[visit->drink] + 1; v < plan->first_of_drink[visit->drink + 1]; v++)
        if (ready_s(day, visit->station, &day->vessel[v], drop_k, from_s) < ready_s(day, visit->station, best, drop_k, from_s))
            best = &day->vessel[v];
    if (best->cups == 0)
        refill(day, visit->station, best, fmax(from_s, best->tap_free_s));
    double start_s = fmax(from_s, best->tap_free_s);
    vessel_advance(&best->vessel, best->air_c, fmax(start_s, best->vessel.time_s));
    if (service->wait_for_warm) {
        start_s = until_warm(day, best, drop_k, start_s);
        vessel_advance(&best->vessel, best->air_c, fmax(start_s, best->vessel.time_s));
    }
    *cup_c = best->vessel.temperature_c - drop_k;
    vessel_pour(&best->vessel, best->plan->cup_m3);
    best->cups--;
    station->portions_used[visit->drink]++;
    best->tap_free_s = start_s + best->plan->pour_s;
    double until_s = best->tap_free_s;
    ask_for_refill(day, visit->station, best);
    if (plan->contended)
        circuit_look(day, visit->station);
    return until_s;
}

/* Who pours another drink than before rinses first. */
double day_rinsed_s(const struct day *day, int server, int drink)
{
    int last = day->server[server].last_drink;
    return day->now_s + (last >= 0 && last != drink ? day->plan->scenario->service.rinse_s : 0);
}

double day_pour(struct day *day, struct line_station *station, struct visit *visit, double from_s)
{
    double until_s = from_s, cup_c, sum_c = 0;

    for (int i = 0; i < visit->cups; i++) {
        until_s = pour_cup(day, station, visit, until_s, &cup_c);
        sum_c += cup_c;
    }
    visit->cup_c = (float)(sum_c / visit->cups);
    return until_s;
}

double cup_after(const struct day *day, int station, double cup_c, double waited_s)
{
    double air_c = day->plan->station[station].indoor ? day->plan->scenario->indoor_air_c : day->air_c;
    return air_c + (cup_c - air_c) * exp(-waited_s / day->plan->scenario->service.cup_cooling_s);
}

double day_refill(struct day *day, int s, double now_s)
{
    struct line_station *station = &day->station[s];
    const struct plan_station *plan = &day->plan->station[s];
    struct pouring_vessel *chosen = NULL;
    int wanting = 0;

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++) {
        struct pouring_vessel *vessel = &day->vessel[v];
        /* What was in store may be in another vessel by now. */
        vessel->wants_refill = vessel->wants_refill && cups_to_add(day, s, vessel) > 0;
        wanting += vessel->wants_refill;
        if (vessel->wants_refill && !chosen && !vessel->failures)
            chosen = vessel;
    }
    station->wants_refill = wanting > (chosen ? 1 : 0);
    if (!chosen)
        return 0;
    refill(day, s, chosen, fmax(now_s, chosen->tap_free_s));
    return chosen->tap_free_s;
}

void day_refill_at_once(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        ask_for_refill(day, s, &day->vessel[v]);
}
