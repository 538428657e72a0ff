/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gets too old in its vessel is poured away. And the one slot that runners, old drinks and circuits share: it holds
 * the earliest of their times. */
#include "models/slots.h"

#include <math.h>

#include "core/forbid.h"

/* While somebody is still served after closing, drinks get old and heaters take turns; not for ever. */
static bool still_matters(const struct day *day)
{
    static const double LONGEST_S = 4 * 3600;
    return day->now_s < day->plan->closes_s || (day->in_system > 0 && day->now_s < day->plan->closes_s + LONGEST_S);
}

static double too_old_s(const struct pouring_vessel *vessel)
{
    return vessel->cups > 0 ? vessel->filled_s + vessel->plan->hold_s : HUGE_VAL;
}

static void pour_away(struct day *day, int s, struct pouring_vessel *vessel)
{
    struct line_station *station = &day->station[s];
    int drink = vessel->plan->drink, cups = vessel->cups;

    if (vessel->vessel.time_s < day->now_s)
        vessel_advance(&vessel->vessel, vessel->air_c, day->now_s);
    vessel_pour(&vessel->vessel, fmin(cups * vessel->plan->cup_m3, vessel->vessel.content_m3));
    vessel->cups = 0;
    station->portions_used[drink] += cups;
    station->spilled[drink] += cups;
    station->too_old[drink] += cups;
    station->portions_left[drink] -= cups;
    TRACE(day, "too-old", s, NULL, cups);
    if (day->plan->station[s].restocked)
        supply_asks(day, s);
    day_refill_at_once(day, s);
}

static void pour_away_old(struct day *day)
{
    for (int s = 0; s < day->plan->n_stations; s++) {
        const struct plan_station *plan = &day->plan->station[s];
        for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
            if (too_old_s(&day->vessel[v]) <= day->now_s)
                pour_away(day, s, &day->vessel[v]);
    }
}

void day_look_again(struct day *day)
{
    double next_s = day->plan->n_runners ? supply_next_s(day) : HUGE_VAL;

    if (day->plan->holds && still_matters(day))
        for (int v = 0; v < day->plan->n_vessels; v++)
            next_s = fmin(next_s, too_old_s(&day->vessel[v]));
    if (day->plan->contended && still_matters(day))
        for (int s = 0; s < day->plan->n_stations; s++)
            next_s = fmin(next_s, day->station[s].circuit_s);
    event_list_set(&day->list, SLOT_SUPPLY, next_s);
}

void day_looks(struct day *day)
{
    if (!still_matters(day)) {
        event_list_clear(&day->list, SLOT_SUPPLY);
        return;
    }
    if (day->plan->n_runners)
        supply_runs(day);
    if (day->plan->holds)
        pour_away_old(day);
    for (int s = 0; day->plan->contended && s < day->plan->n_stations; s++)
        if (day->station[s].circuit_s <= day->now_s)
            circuit_look(day, s);
    day_look_again(day);
}
