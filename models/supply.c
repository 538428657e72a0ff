/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is at a station for one who comes: his drink or another, and a cup. */
#include "models/day.h"

#include "core/forbid.h"

static bool is_there(const struct day *day, const struct line_station *station, const struct visit *visit, int drink)
{
    return station->portions_left[drink] >= visit->cups && !(station->failed && trouble_with(day, visit->station, drink, visit->cups));
}

/* Whether something can be lacking here. */
bool day_may_lack(const struct day *day, int s)
{
    return day->plan->station[s].stocked || day->station[s].failed;
}

/* Another drink that is there, by what the group likes; false if there is none. */
static bool substitute(const struct day *day, const struct line_station *station, struct visit *visit)
{
    const double *upto = day->plan->group[day->plan->stream[visit->stream].group].drink_upto;
    double there = 0, passed = 0;
    int n = day->plan->n_drinks, chosen = -1;

    for (int d = 0; d < n; d++)
        if (is_there(day, station, visit, d))
            there += upto[d] - (d ? upto[d - 1] : 0);
    for (int d = 0; d < n; d++)
        if (is_there(day, station, visit, d) && passed <= visit->substitute_u * there) {
            passed += upto[d] - (d ? upto[d - 1] : 0);
            if (upto[d] - (d ? upto[d - 1] : 0) > 0)
                chosen = d;
        }
    if (chosen >= 0)
        visit->drink = (uint8_t)chosen;
    return chosen >= 0;
}

/* Whether there's something for him here: his drink, or one he takes instead, and a cup; enough for all who come together. */
bool day_has_stock(const struct day *day, const struct line_station *station, struct visit *visit)
{
    if (visit->booking >= 0 && booking_poured(day, visit))
        return true;
    if (station->n_tray && tray_has(day, station, visit)) {
        visit->drink = visit->first_drink;
        return true;
    }
    if (!visit->own_cup && station->cups_left < visit->cups)
        return false;
    if (is_there(day, station, visit, visit->first_drink)) {
        visit->drink = visit->first_drink;
        return true;
    }
    return visit->substitutes && substitute(day, station, visit);
}

void day_take_stock(struct day *day, struct line_station *station, const struct visit *visit)
{
    station->portions_left[visit->drink] -= visit->cups;
    if (!visit->own_cup) {
        station->cups_left -= visit->cups;
        station->cups_used += visit->cups;
    }
    if (day->plan->station[visit->station].restocked)
        supply_asks(day, visit->station);
}
