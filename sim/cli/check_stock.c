/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Portions and cups against the days' demand: a mixture of normals, one for each kind of day. */
#include "cli/check_inside.h"
#include "core/say.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#define OFTEN      0.1
#define ENOUGH     0.05
#define MUCH_MORE  1.3

static double exceeds(const struct check *check, int at, double stock)
{
    double chance = 0;

    for (int t = 0; t < check->n_kinds; t++) {
        const struct demand *demand = &check->kind[t].demand;
        if (demand->variance[at] > 0)
            chance += check->kind[t].share * gsl_cdf_ugaussian_Q((stock + 0.5 - demand->mean[at]) / sqrt(demand->variance[at]));
    }
    return chance;
}

/* The least stock that lasts on 19 days of 20. */
static double enough(const struct check *check, int at)
{
    double low = 0, high = 1;

    while (exceeds(check, at, high) > ENOUGH)
        high *= 2;
    while (high - low > 1) {
        double middle = floor((low + high) / 2);
        *(exceeds(check, at, middle) > ENOUGH ? &low : &high) = middle;
    }
    return high;
}

static void check_item(struct check *check, int station, int item, double stock, const char *name, const char *key)
{
    const struct demand *average = &check->average;
    int at = station * average->items + item;
    double mean = average->mean[at], chance = exceeds(check, at, stock), plenty = enough(check, at);
    bool kept = item == average->items - 1 || scenario_drink(check->scenario, item)->keeps;
    bool much = !kept && stock > MUCH_MORE * plenty;
    enum level level = chance > OFTEN ? CHANGE : much ? LOOK : FINE;

    if (mean < 0.5 && stock < 1)
        return;
    found(check, level, say("%s: %.0f for %.0f expected; too few on about %.0f %% of days"), name, stock, mean, 100 * chance);
    if (much && level == LOOK)
        advise(check, level, say("about %.0f are poured away on an average day"), stock - mean);
    if (level != FINE)
        advise(check, level, say("layouts.%s.%s.%s: %.0f would last on 19 days of 20"), check->layout->name,
               layout_station(check->layout, station)->name, key, plenty);
}

void check_stock(struct check *check, int station)
{
    const struct station_plan *plan = layout_station(check->layout, station);
    char key[128];

    for (int i = 0; i < plan->portions.n; i++) {
        int drink = plan->portions.item[i].of.index;
        const char *name = scenario_drink(check->scenario, drink)->name;
        snprintf(key, sizeof key, "portions.%s", name);
        check_item(check, station, drink, floor(plan->portions.item[i].share), name, key);
    }
    if (plan->cups < HUGE_VAL)
        check_item(check, station, check->scenario->drink.n, floor(plan->cups), say("paper cups"), "cups");
}
