/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gets too old in its vessel is poured away; spare carriers were filled at opening. And the one slot that runners, old drinks and circuits share: it holds
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

static void write_off(struct day *day, int s, int drink, double cups)
{
    struct line_station *station = &day->station[s];

    station->portions_used[drink] += cups;
    station->spilled[drink] += cups;
    station->too_old[drink] += cups;
    station->portions_left[drink] -= cups;
    TRACE(day, "too-old", s, NULL, cups);
}

static void pour_away(struct day *day, int s, struct pouring_vessel *vessel)
{
    int cups = vessel->cups;

    if (vessel->vessel.time_s < day->now_s)
        vessel_advance(&vessel->vessel, vessel->air_c, day->now_s);
    vessel_pour(&vessel->vessel, fmin(cups * vessel->plan->cup_m3, vessel->vessel.content_m3));
    vessel->cups = 0;
    write_off(day, s, vessel->plan->drink, cups);
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

/* --- spare carriers ---------------------------------------------------------------------------------------- */

bool spares_age(const struct day *day, int drink)
{
    return day->plan->spares_until_s && day->plan->spares_until_s[drink] < HUGE_VAL;
}

bool spares_stand_at(const struct day *day, int s, int drink)
{
    const struct plan_station *plan = &day->plan->station[s];

    for (int v = plan->first_of_drink[drink]; spares_age(day, drink) && v < plan->first_of_drink[drink + 1]; v++)
        if (day->plan->vessel[v].spare)
            return true;
    return false;
}

void spares_come(struct day *day, int s, int drink, double portions)
{
    const struct plan_station *plan = &day->plan->station[s];

    if (portions > 0 && day->plan->spares_until_s[drink] <= day->now_s)
        write_off(day, s, drink, portions);
    else if (plan->first_of_drink[drink] < plan->first_of_drink[drink + 1])
        day->station[s].in_carriers[drink] += portions;
}

static void clear_store(struct day *day, int drink)
{
    struct supply *supply = &day->supply;
    double portions = supply->spares[drink] * day->plan->spare_cups[drink];

    if (portions <= 0)
        return;
    supply->spares[drink] = 0;
    supply->too_old[drink] += portions;
    TRACE(day, "too-old", -1, NULL, portions);
}

/* What stands at a station in full carriers. */
static void clear_station(struct day *day, int s, int drink)
{
    struct line_station *station = &day->station[s];

    if (station->in_carriers[drink] <= 0)
        return;
    write_off(day, s, drink, station->in_carriers[drink]);
    station->in_carriers[drink] = 0;
    if (day->plan->station[s].restocked)
        supply_asks(day, s);
}

static void clear_old_spares(struct day *day)
{
    for (int d = 0; d < day->plan->n_drinks; d++) {
        if (!spares_age(day, d) || day->plan->spares_until_s[d] > day->now_s)
            continue;
        if (day->plan->n_runners)
            clear_store(day, d);
        for (int s = 0; s < day->plan->n_stations; s++)
            clear_station(day, s, d);
    }
}

static double spares_next_s(const struct day *day)
{
    double next_s = HUGE_VAL;

    for (int d = 0; d < day->plan->n_drinks; d++)
        if (spares_age(day, d) && day->plan->spares_until_s[d] > day->now_s)
            next_s = fmin(next_s, day->plan->spares_until_s[d]);
    return next_s;
}

/* --- what is looked at ------------------------------------------------------------------------------------- */

void day_look_again(struct day *day)
{
    double next_s = day->plan->n_runners ? supply_next_s(day) : HUGE_VAL;

    if (day->plan->holds && still_matters(day)) {
        next_s = fmin(next_s, spares_next_s(day));
        for (int v = 0; v < day->plan->n_vessels; v++)
            next_s = fmin(next_s, too_old_s(&day->vessel[v]));
    }
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
    if (day->plan->holds)
        clear_old_spares(day);
    if (day->plan->n_runners)
        supply_runs(day);
    if (day->plan->holds)
        pour_away_old(day);
    for (int s = 0; day->plan->contended && s < day->plan->n_stations; s++)
        if (day->station[s].circuit_s <= day->now_s)
            circuit_look(day, s);
    day_look_again(day);
}
