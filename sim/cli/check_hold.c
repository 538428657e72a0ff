/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a day's average demand leaves standing in vessels until `hold` ends, minute by minute. */
#include "cli/check_inside.h"

#include <math.h>

enum { STEP_S = 60 };

/* The vessels of a drink at a station, as one. */
struct pot {
    double full, low;       /* cups; filled up again once no more than low is left */
    double cups, filled_s;
};

static struct pot pot_of(const struct check *check, int station, int drink)
{
    const struct equipment *vessel[MOST_POURERS];
    double cup_m3 = scenario_drink(check->scenario, drink)->cup_m3;
    int n = pourers(check, station, drink, vessel);
    struct pot pot = {0};

    for (int i = 0; i < n && i < MOST_POURERS; i++) {
        pot.full += floor(vessel[i]->vessel.volume_m3 / cup_m3 * (1 + 1e-12));
        pot.low += vessel[i]->kind == HEATED ? floor(vessel[i]->refill.below_m3 / cup_m3) : 0;
    }
    return pot;
}

/* What is added doesn't make it young. */
static double fill(struct pot *pot, double rest, double at_s)
{
    double more = fmin(pot->full - pot->cups, rest);

    if (pot->cups <= 0)
        pot->filled_s = at_s;
    pot->cups += more;
    return rest - more;
}

static double asked_in_step(const struct check *check, int station, int drink, double from_s)
{
    const struct demand *average = &check->average;
    int quarter = (int)(from_s / QUARTER_S);
    double part = average->takers[station * average->quarters + quarter] / average->come[station];

    return average->mean[station * average->items + drink] * part * STEP_S / quarter_length_s(check->scenario, quarter);
}

static void pour_away(struct pot *pot, double at_s, double rest, double stock, struct standing *standing)
{
    if (standing->poured <= 0)
        standing->first_s = at_s;
    standing->poured += pot->cups;
    standing->gone = stock - rest;
    standing->later = 0;
    pot->cups = 0;
}

struct standing standing_until_hold(const struct check *check, int station, int drink, double stock, double at_once)
{
    const struct window *window = &check->scenario->window;
    double hold_s = scenario_drink(check->scenario, drink)->hold_s, length_s = window->closes_s - window->opens_s, rest = stock;
    struct pot pot = pot_of(check, station, drink);
    struct standing standing = {0};

    pot.full = fmin(pot.full, at_once);
    if (!(hold_s < length_s) || !(stock < HUGE_VAL) || pot.full < 1 || check->average.come[station] <= 0)
        return standing;
    rest = fill(&pot, rest, 0);
    for (double at_s = 0; at_s + STEP_S <= length_s; at_s += STEP_S) {
        double asked = asked_in_step(check, station, drink, at_s);
        if (pot.cups > 0 && at_s - pot.filled_s >= hold_s)
            pour_away(&pot, window->opens_s + at_s, rest, stock, &standing);
        if (pot.cups <= pot.low)
            rest = fill(&pot, rest, at_s);
        pot.cups = fmax(0, pot.cups - asked);
        standing.later += asked;
    }
    return standing;
}
