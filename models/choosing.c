/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which station a resident walks to who minds the lines: as he knows them when he leaves home. Logit:
 *
 *     P(station) ~ e^(-(detour + waiting choice-line) / choice-spread) */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

static double personal_u(const struct day *day, const struct visit *visit, enum purpose what)
{
    struct draw_key key = {day->key.seed, day->key.replication, day->plan->stream[visit->stream].key};
    return draw_u01(key, visit->resident, what);
}

/* Stations are in the order of their detour, so of equal lines the nearest is taken. */
static int with_shortest_line(const struct day *day, const struct plan_stream *stream, const struct visit *visit)
{
    int best = 0;

    for (int i = 1; i < stream->n_stations && stream->extra_m[i] <= visit->tolerance_m; i++)
        if (day->station[stream->station[i]].waiting < day->station[stream->station[best]].waiting)
            best = i;
    return best;
}

static double weight(const struct day *day, const struct plan_stream *stream, int i)
{
    const struct group *group = day->plan->group[stream->group].group;
    double more_m = stream->extra_m[i] - stream->extra_m[0] + group->line_m * day->station[stream->station[i]].waiting;
    return exp(-more_m / group->spread_m);
}

static int by_logit(const struct day *day, const struct plan_stream *stream, const struct visit *visit)
{
    double sum = 0, upto = 0;
    int n = 0, i = 0;

    for (; n < stream->n_stations && stream->extra_m[n] <= visit->tolerance_m; n++)
        sum += weight(day, stream, n);
    double at = sum * personal_u(day, visit, DRAW_CHOICE);
    for (; i < n - 1; i++)
        if ((upto += weight(day, stream, i)) > at)
            break;
    return i;
}

void visit_choose(struct day *day, struct visit *visit)
{
    const struct plan_stream *stream = &day->plan->stream[visit->stream];
    bool logit = day->plan->group[stream->group].group->choosing == LOGIT;
    int i = logit ? by_logit(day, stream, visit) : with_shortest_line(day, stream, visit);

    visit->station = (int16_t)stream->station[i];
    visit->walked_m = stream->first_m[i];
    TRACE(day, "chooses", visit->station, visit, day->station[visit->station].waiting);
}

bool visit_comes_back(const struct day *day, const struct visit *visit)
{
    const struct second_try *again = &day->plan->group[day->plan->stream[visit->stream].group].group->second_try;

    return again->share > 0 && !visit->came_back && day->now_s + again->after_s < day->plan->closes_s
           && personal_u(day, visit, DRAW_COMES_BACK) < again->share;
}
