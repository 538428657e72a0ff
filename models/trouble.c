/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fails: vessels at random or by an event, and the current of their heaters. The failures of a day are drawn before
 * it begins, vessel by vessel, so that they don't depend on what is served. */
#include "models/day.h"

#include <math.h>
#include <string.h>

#include "core/forbid.h"

/* Failures of a vessel within the window, noted from `to` on if that isn't NULL; how many entries they make. */
static int failures_of(const struct day *day, int s, int v, struct happening *to)
{
    const struct plan_vessel *plan = &day->plan->vessel[v];
    struct draw_key key = {day->key.seed, day->key.replication, plan->key};
    double at_s = day->plan->opens_s, closes_s = day->plan->closes_s;
    int n = 0;

    for (uint32_t k = 0; !isnan(plan->equipment->fails_every_s); k++) {
        at_s -= plan->equipment->fails_every_s * log(draw_u01(key, k, DRAW_FAILS));
        if (at_s >= closes_s)
            break;
        if (to)
            to[n] = (struct happening){at_s, HAPPENS_FAILURE, s, v, 1};
        n++;
        at_s -= plan->equipment->repair_s * log(draw_u01(key, k, DRAW_REPAIR));
        if (at_s >= closes_s)
            break;
        if (to)
            to[n] = (struct happening){at_s, HAPPENS_FAILURE, s, v, -1};
        n++;
    }
    return n;
}

enum status trouble_open(struct day *day)
{
    const struct plan_day *plan = day->plan;
    struct happening *agenda;
    int n = plan->n_agenda;

    day->agenda = plan->agenda;
    day->n_agenda = n;
    if (!plan->fails)
        return OK;
    for (int s = 0; s < plan->n_stations; s++)
        for (int v = plan->station[s].first_vessel; v < plan->station[s].first_vessel + plan->station[s].n_vessels; v++)
            n += failures_of(day, s, v, NULL);
    TAKE(day->arena, agenda, n + 1);
    if (plan->n_agenda)
        memcpy(agenda, plan->agenda, (size_t)plan->n_agenda * sizeof *agenda);
    n = plan->n_agenda;
    for (int s = 0; s < plan->n_stations; s++)
        for (int v = plan->station[s].first_vessel; v < plan->station[s].first_vessel + plan->station[s].n_vessels; v++)
            n += failures_of(day, s, v, agenda + n);
    agenda_sort(agenda, n);
    day->agenda = agenda;
    day->n_agenda = n;
    return OK;
}

/* Begins or ends a stretch. */
static void note(const struct day *day, bool down, double *from_s, double *sum_s)
{
    if (down && *from_s == HUGE_VAL)
        *from_s = day->now_s;
    if (down || *from_s == HUGE_VAL)
        return;
    *sum_s += day_counted_s(day, *from_s, day->now_s);
    *from_s = HUGE_VAL;
}

void trouble_look(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    bool tripped = day->now_s < day->station[s].reset_s;

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++) {
        struct pouring_vessel *vessel = &day->vessel[v];
        bool failed = vessel->failures > 0, heated = vessel->plan->equipment->kind == HEATED;
        note(day, failed, &vessel->failed_from_s, &vessel->failed_s);
        note(day, failed || (heated && (tripped || vessel->cuts > 0)), &vessel->down_from_s, &vessel->down_s);
    }
}

double trouble_lasted_s(const struct day *day, double from_s, double sum_s)
{
    return sum_s + (from_s < HUGE_VAL ? day_counted_s(day, from_s, day->plan->closes_s) : 0);
}

static void set_current(struct day *day, int s, struct pouring_vessel *vessel)
{
    /* the end of a pour may lie a few seconds ahead: the current goes then */
    if (vessel->vessel.time_s < day->now_s)
        vessel_advance(&vessel->vessel, vessel->air_c, day->now_s);
    if (day->plan->station[s].contended)
        circuit_look(day, s);
    else
        vessel_power(&vessel->vessel, vessel->failures == 0 && vessel->cuts == 0);
}

void trouble_happens(struct day *day, const struct happening *happening)
{
    struct pouring_vessel *vessel = &day->vessel[happening->which];
    struct line_station *station = &day->station[happening->station];
    bool failure = happening->kind == HAPPENS_FAILURE, had_failed = vessel->failures > 0;

    *(failure ? &vessel->failures : &vessel->cuts) += (int)happening->value;
    station->failed += (vessel->failures > 0) - had_failed;
    TRACE(day, failure ? (happening->value > 0 ? "fails" : "repaired") : happening->value > 0 ? "power-cut" : "power-back", happening->station, NULL,
          happening->which - day->plan->station[happening->station].first_vessel);
    trouble_look(day, happening->station);
    if (vessel->plan->equipment->kind == HEATED)
        set_current(day, happening->station, vessel);
    if (had_failed && !vessel->failures)
        day_refill_at_once(day, happening->station);
}

/* What is in a vessel that doesn't work can't be had; what others were promised is no longer among the portions left. */
bool trouble_with(const struct day *day, int s, int drink, int cups)
{
    const struct plan_station *plan = &day->plan->station[s];
    int first = plan->first_of_drink[drink], end = plan->first_of_drink[drink + 1], locked = 0, work = 0;

    for (int v = first; v < end; v++) {
        work += !day->vessel[v].failures;
        locked += day->vessel[v].failures ? day->vessel[v].cups : 0;
    }
    return end > first && (work == 0 || day->station[s].portions_left[drink] - locked < cups);
}

bool trouble_while_greeting(struct day *day, struct line_station *station, struct visit *visit)
{
    bool gone = station->portions_left[visit->drink] < 0; /* poured away for its age since he ordered */

    if (!gone && !(station->failed && trouble_with(day, visit->station, visit->drink, 0)))
        return false;
    station->portions_left[visit->drink] += visit->cups;
    if (!visit->own_cup) {
        station->cups_left += visit->cups;
        station->cups_used -= visit->cups;
    }
    return true;
}
