/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Portions that keep, but not for ever: at each place they are counted by the days since they were delivered, and the
 * oldest go first. Stations share what the store gives out in their order, oldest first. */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

enum { MOST_DAYS = 60 }; /* of a campaign */

static int days_of(const struct plan_day *plan, int drink)
{
    const struct drink *kind = scenario_drink(plan->scenario, drink);
    return kind->keeps && kind->keeps_days > 0 ? (int)fmin(kind->keeps_days, MOST_DAYS) : 0;
}

static double *ages_at(const struct day *day, int place, int drink)
{
    return day->carried->age + (size_t)(place * day->plan->n_drinks + drink) * MOST_DAYS;
}

enum status expiry_open(const struct plan_day *plan, struct arena *arena, struct carried *carried)
{
    if (plan->expires)
        TAKE(arena, carried->age, (plan->n_stations + 1) * plan->n_drinks * MOST_DAYS);
    return OK;
}

/* From the oldest on; `to` gets them by age. */
static void take_oldest(double age[], int days, double amount, double to[])
{
    for (int a = days - 1; a >= 0 && amount > 0; a--) {
        double taken = fmin(age[a], amount);
        age[a] -= taken;
        amount -= taken;
        if (to)
            to[a] += taken;
    }
}

static double sum_of(const double age[], int days)
{
    double sum = 0;

    for (int a = 0; a < days; a++)
        sum += age[a];
    return sum;
}

static double store_has(const struct day *day, int drink, bool morning)
{
    bool carriers = day->plan->spares[drink] >= 0;

    if (morning)
        return carriers ? day->carried->spares[drink] : day->carried->store_portions[drink];
    return carriers ? day->supply.spares[drink] : day->supply.portions[drink];
}

/* What the store gave out, and what in it can't be used tomorrow. */
static void store_evening(struct day *day, int drink, int days, double out[])
{
    bool carriers = day->plan->spares[drink] >= 0;
    double *age = ages_at(day, day->plan->n_stations, drink), morning = store_has(day, drink, true);

    if (!(morning < HUGE_VAL))
        return;
    double old = carriers && day->plan->holds ? day->supply.too_old[drink] / day->plan->spare_cups[drink] : 0;
    take_oldest(age, days, morning - store_has(day, drink, false) - old, out);
    take_oldest(age, days, old, NULL);
    day->supply.expired[drink] = age[days - 1];
    for (int a = 0; a < days && carriers; a++)
        out[a] *= day->plan->spare_cups[drink];
}

/* What it got and used. Out of a store that never runs out comes what is fresh. */
static void station_evening(struct day *day, int s, int drink, int days, double out[])
{
    double *age = ages_at(day, s, drink), morning = day->carried->portions[s * day->plan->n_drinks + drink];

    if (!(morning < HUGE_VAL))
        return;
    double brought = fmax(0, day->station[s].portions_in[drink] - morning), from_store = fmin(brought, sum_of(out, days));
    take_oldest(out, days, from_store, age);
    age[0] += brought - from_store;
    take_oldest(age, days, sum_of(age, days) - campaign_kept(day, s, drink), NULL);
    day->station[s].expired[drink] = age[days - 1];
}

void expiry_evening(struct day *day)
{
    for (int d = 0; d < day->plan->n_drinks; d++) {
        int days = days_of(day->plan, d);
        double out[MOST_DAYS] = {0};
        if (days == 0)
            continue;
        if (day->plan->n_runners)
            store_evening(day, d, days, out);
        for (int s = 0; s < day->plan->n_stations; s++)
            station_evening(day, s, d, days, out);
    }
}

/* A day older; what was delivered is fresh. */
static void grow_old(double age[], int days, double there)
{
    if (!(there < HUGE_VAL))
        return;
    for (int a = days - 1; a > 0; a--)
        age[a] = age[a - 1];
    age[0] = 0;
    age[0] = there - sum_of(age, days);
}

void expiry_morning(struct day *day)
{
    const struct plan_day *plan = day->plan;

    for (int d = 0; d < plan->n_drinks; d++) {
        int days = days_of(plan, d);
        if (days == 0)
            continue;
        for (int s = 0; s < plan->n_stations; s++)
            grow_old(ages_at(day, s, d), days, day->carried->portions[s * plan->n_drinks + d]);
        if (plan->n_runners)
            grow_old(ages_at(day, plan->n_stations, d), days, store_has(day, d, true));
    }
}
