/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staff who come and go: shifts, breaks, absence. How many there should be is `rostered`, how many are there is
 * `here`; whoever is one too many goes as soon as he has nothing in hand. */
#include "models/slots.h"

#include <math.h>

#include "core/forbid.h"

static int wanted(const struct line_station *station)
{
    return station->rostered > 0 ? station->rostered : 0;
}

static void here_becomes(struct day *day, struct line_station *station, int here)
{
    duty_flow(station, day->now_s);
    station->here = here;
}

enum status duty_absent(const struct day *day, enum role role, uint32_t place, double odds, int n, bool **absent)
{
    enum { MOST_OF_A_ROLE = 1 << 24 };
    struct draw_key key = {day->key.seed, day->key.replication, place};

    TAKE(day->arena, *absent, n + 1);
    for (int k = 0; odds > 0 && k < n; k++)
        (*absent)[k] = draw_u01(key, (uint32_t)role * MOST_OF_A_ROLE + (uint32_t)k, DRAW_ABSENT) < odds;
    return OK;
}

enum status duty_open(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    struct line_station *station = &day->station[s];
    double closes_s = day->plan->closes_s;

    station->here_s = day->plan->opens_s;
    TRY(duty_absent(day, SERVES, plan->key, day->plan->scenario->staffing.absent, plan->n_persons, &station->absent));
    TAKE(day->arena, station->away, plan->staff + 1);
    for (int k = 0; k < plan->n_persons; k++) {
        if (station->absent[k])
            continue;
        station->rostered += plan->person[k].from_s <= day->plan->opens_s;
        station->paid_s += fmin(plan->person[k].to_s, closes_s) - plan->person[k].from_s;
    }
    station->here = wanted(station);
    while (station->idle_top > station->here)
        station->away[station->away_top++] = station->idle[--station->idle_top];
    if (station->here == 0 && plan->last_comes_s <= day->plan->opens_s)
        station->room = station->car_lane = 0;
    return OK;
}

/* Nobody serves here any more: those in line are told so. */
static enum status close_early(struct day *day, struct line_station *station)
{
    if (station->here > 0 || wanted(station) > 0 || day->plan->station[station - day->station].last_comes_s > day->now_s)
        return OK;
    station->room = station->car_lane = 0;
    TRY(slots_for(day, station->waiting));
    while (station->head != NOBODY)
        day_turn_away(day, station, &day->visit[station->head]);
    return OK;
}

enum status duty_goes(struct day *day, struct line_station *station, int server)
{
    station->away[station->away_top++] = server;
    here_becomes(day, station, station->here - 1);
    TRACE(day, "goes", (int)(station - day->station), NULL, station->here);
    return close_early(day, station);
}

bool duty_too_many(const struct line_station *station)
{
    return station->here > wanted(station);
}

enum status duty_settle(struct day *day, int s)
{
    struct line_station *station = &day->station[s];

    station_flow(station, day->now_s);
    while (station->idle_top > 0 && duty_too_many(station))
        TRY(duty_goes(day, station, station->idle[--station->idle_top]));
    while (station->here < wanted(station)) {
        here_becomes(day, station, station->here + 1);
        TRACE(day, "comes", s, NULL, station->here);
        station->busy++;
        TRY(day_take_next(day, s, station->away[--station->away_top]));
    }
    return close_early(day, station);
}

void duty_changes(struct day *day, const struct happening *happening)
{
    struct line_station *station = &day->station[happening->station];

    if (happening->which < 0 || !station->absent[happening->which])
        station->rostered += (int)happening->value;
}
