/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second desk for questions. Whoever has one goes there with his cup; first come first served, so when his turn comes
 * is known when he joins: no events. */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

enum status desk_open(struct day *day, int s)
{
    struct line_station *station = &day->station[s];
    int n = day->plan->station[s].plan->desk;

    TAKE(day->arena, station->desk_free_s, n);
    for (int i = 0; i < n; i++)
        station->desk_free_s[i] = day->plan->opens_s;
    return OK;
}

bool desk_answers(const struct day *day, const struct visit *visit)
{
    return visit->asks && day->plan->station[visit->station].plan->desk > 0;
}

double desk_consult_s(const struct day *day, const struct visit *visit)
{
    struct draw_key key = {day->key.seed, day->key.replication, day->plan->stream[visit->stream].key};
    return quantile_at(&day->plan->consult_s.quantile, draw_u01(key, visit->resident, DRAW_CONSULT_TIME));
}

double desk_hand_over_s(const struct day *day, const struct visit *visit)
{
    bool here = day->plan->desks && visit->asks && !desk_answers(day, visit);
    return here ? visit->hand_over_s + desk_consult_s(day, visit) : visit->hand_over_s;
}

void desk_take(struct day *day, struct line_station *station, struct visit *visit)
{
    double *first_s = station->desk_free_s, consult_s = desk_consult_s(day, visit);

    for (int i = 1; i < day->plan->station[visit->station].plan->desk; i++)
        if (station->desk_free_s[i] < *first_s)
            first_s = &station->desk_free_s[i];
    double from_s = fmax(day->now_s, *first_s);
    visit->desk_s = (float)(from_s - day->now_s);
    *first_s = visit->done_s = from_s + consult_s;
    station->desk_busy_s += day_counted_s(day, from_s, visit->done_s);
    TRACE(day, "consults", visit->station, visit, from_s - day->now_s);
}
