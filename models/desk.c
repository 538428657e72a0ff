/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second desk for questions. Whoever has one goes there with his cup; first come first served, so when his turn comes
 * is known when he joins: no events. */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

enum status desk_open(struct day *day, int s)
{
    struct line_station *station = &day->station[s];
    const struct plan_station *plan = &day->plan->station[s];

    TAKE(day->arena, station->desk_free_s, plan->n_desk);
    TRY(duty_absent(day, ANSWERS, plan->key, day->plan->scenario->staffing.absent, plan->n_desk, &station->desk_absent));
    for (int i = 0; i < plan->n_desk; i++)
        station->desk_free_s[i] = plan->desk[i].from_s;
    return OK;
}

/* Whoever waits there when a shift ends is answered before they go. */
static bool is_there(const struct plan_person *person, double now_s)
{
    return person->from_s <= now_s && now_s < person->to_s;
}

static bool someone_is_there(const struct plan_station *plan, const struct line_station *station, double now_s)
{
    for (int i = 0; i < plan->n_desk; i++)
        if (!station->desk_absent[i] && is_there(&plan->desk[i], now_s))
            return true;
    return false;
}

double desk_consult_s(const struct day *day, const struct visit *visit)
{
    struct draw_key key = {day->key.seed, day->key.replication, day->plan->stream[visit->stream].key};
    return quantile_at(&day->plan->consult_s.quantile, draw_u01(key, visit->resident, DRAW_CONSULT_TIME));
}

double desk_hand_over_s(const struct day *day, struct visit *visit, double from_s)
{
    visit->at_desk = visit->asks && someone_is_there(&day->plan->station[visit->station], &day->station[visit->station], from_s);
    return visit->asks && !visit->at_desk ? visit->hand_over_s + desk_consult_s(day, visit) : visit->hand_over_s;
}

/* Of those who are there the first who is free; when they have just gone, as his cup was handed over, one of them stays. */
static int next_free(const struct plan_station *plan, const struct line_station *station, double now_s)
{
    int next = -1;

    for (int i = 0; i < plan->n_desk; i++) {
        if (station->desk_absent[i] || plan->desk[i].from_s > now_s)
            continue;
        bool here = is_there(&plan->desk[i], now_s), better = next < 0 || (here && !is_there(&plan->desk[next], now_s));
        if (better || (here == is_there(&plan->desk[next], now_s) && station->desk_free_s[i] < station->desk_free_s[next]))
            next = i;
    }
    return next;
}

void desk_take(struct day *day, struct line_station *station, struct visit *visit)
{
    const struct plan_station *plan = &day->plan->station[visit->station];
    int who = next_free(plan, station, day->now_s);
    double *first_s = &station->desk_free_s[who], consult_s = desk_consult_s(day, visit);
    double from_s = fmax(day->now_s, *first_s);
    visit->desk_s = (float)(from_s - day->now_s);
    *first_s = visit->done_s = from_s + consult_s;
    station->desk_busy_s += day_counted_s(day, from_s, fmin(visit->done_s, plan->desk[who].to_s));
    TRACE(day, "consults", visit->station, visit, from_s - day->now_s);
}
