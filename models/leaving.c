/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a wish ends, or goes on at another station. */
#include "models/slots.h"

#include <math.h>

#include "core/forbid.h"

void visit_walks(struct day *day, struct visit *visit, double until_s)
{
    visit->walking = WALKS;
    visit->greet_s += (double)visit->greeted_s; /* nobody knows his order where he goes */
    visit->greeted_s = 0;
    visit->arrives_s = until_s;
    pend(day, visit, until_s);
}

static void come_back(struct day *day, struct visit *visit)
{
    const struct plan_stream *stream = &day->plan->stream[visit->stream];

    TRACE(day, "comes-back", visit->station, visit, visit->waited_s);
    visit->came_back = 1;
    visit->tried = 0;
    visit->station = (int16_t)stream->station[0];
    visit_walks(day, visit, day->now_s + day->plan->group[stream->group].group->second_try.after_s);
}

void visit_leaves(struct day *day, struct visit *visit, enum outcome outcome, const char *what)
{
    if (visit->booking >= 0)
        booking_cancel(day, visit);
    if (outcome != OUT_SHORT && visit_comes_back(day, visit)) {
        come_back(day, visit);
        return;
    }
    visit->outcome = (uint8_t)outcome;
    visit->done_s = day->now_s;
    day->in_system--;
    TRACE(day, what, visit->station, visit, visit->waited_s);
}

/* The station not yet tried that makes the whole detour least, within tolerance; -1 if there's none. */
static int next_on_the_way(const struct day *day, const struct visit *visit)
{
    const struct plan_stream *stream = &day->plan->stream[visit->stream];
    const double *between_m = stream->between_m + visit->station * day->plan->n_stations;
    double most_m = stream->direct_m + visit->tolerance_m + 1e-3, least_m = HUGE_VAL;
    int next = -1;

    for (int i = 0; i < stream->n_stations; i++) {
        int s = stream->station[i];
        double all_m = visit->walked_m + between_m[s] + stream->onward_m[s];
        if (visit->tried >> s & 1 || all_m > most_m || all_m == HUGE_VAL)
            continue;
        if (next < 0 || detour_before(all_m, between_m[s], least_m, between_m[next])) {
            least_m = all_m;
            next = s;
        }
    }
    return next;
}

/* He goes on to the next station on his way, or home without: then this is how it ended. */
void visit_goes_on(struct day *day, struct visit *visit, enum outcome outcome, const char *what)
{
    const struct plan_stream *stream = &day->plan->stream[visit->stream];

    visit->tried |= UINT64_C(1) << visit->station;
    int next = stream->n_stations > 1 ? next_on_the_way(day, visit) : -1;
    if (next < 0) {
        visit_leaves(day, visit, outcome, what);
        return;
    }
    if (visit->booking >= 0)
        booking_cancel(day, visit);
    double walk_m = stream->between_m[visit->station * day->plan->n_stations + next];
    TRACE(day, "walks-on", visit->station, visit, walk_m);
    visit->walked_m += walk_m;
    visit->station = (int16_t)next;
    visit_walks(day, visit, day->now_s + walk_m / visit->speed_m_per_s);
}
