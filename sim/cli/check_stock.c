/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Portions and cups against the days' demand: a mixture of normals, one for each kind of day, but never more than all who
 * are there. */
#include "cli/check_inside.h"
#include "core/say.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#define OFTEN      0.1
#define ENOUGH     0.05
#define MUCH_MORE  1.3

/* What a stock is for: so many days, in the nights between which what stands in vessels is poured away. */
struct need {
    int station, item;
    int at, days;
    double at_once;             /* of the stock what may stand at the station; the rest is brought */
    double lost, lost_variance; /* portions of all those nights */
};

/* Where what stands too long is poured away, only what comes later is still open. Of a day's demand the part p that does
 * has the mean p m and the variance p m + p^2 (v - m): v - m is what days and the number of residents make of it. */
static struct need still_open(const struct check *check, const struct need *need, double stock, double *part)
{
    struct need open = *need;
    struct standing standing = {0};

    *part = 1;
    if (need->days == 1 && need->item < check->average.items - 1)
        standing = standing_until_hold(check, need->station, need->item, stock, need->at_once);
    if (standing.poured > 0) {
        *part = standing.later / check->average.mean[need->at];
        open.lost = standing.gone;
    }
    return open;
}

static double exceeds(const struct check *check, const struct need *wanted, double stock)
{
    double chance = 0, part;
    const struct need need = still_open(check, wanted, stock, &part);
    int at = need.at, days = need.days;

    for (int t = 0; t < check->n_kinds; t++) {
        const struct demand *demand = &check->kind[t].demand;
        double mean = part * demand->mean[at], sd = sqrt(days * fmax(0, mean + part * part * (demand->variance[at] - demand->mean[at])) + need.lost_variance);
        double beyond = stock + 0.5 - days * mean - need.lost;
        if (stock < days * demand->most[at] + need.lost)
            chance += check->kind[t].share * (sd > 1e-6 ? gsl_cdf_ugaussian_Q(beyond / sd) : beyond < 0);
    }
    return chance;
}

/* The least stock that lasts on 19 days of 20. */
static double enough(const struct check *check, const struct need *need)
{
    double low = 0, high = 1;

    while (exceeds(check, need, high) > ENOUGH)
        high *= 2;
    while (high - low > 1) {
        double middle = floor((low + high) / 2);
        *(exceeds(check, need, middle) > ENOUGH ? &low : &high) = middle;
    }
    return high;
}

/* What a station may have and what runners may bring it. */
struct stock {
    double there, brought;
};

/* In the evening a vessel holds anything between what is left when it's filled up again and full alike; but where few come it
 * isn't filled again at all, and holds what they left. */
static void add_vessel(const struct equipment *equipment, double cup_m3, double taken, struct need *need)
{
    double full = floor(equipment->vessel.volume_m3 / cup_m3), low = equipment->kind == HEATED ? fmin(full, floor(equipment->refill.below_m3 / cup_m3)) : 0;
    bool refilled = taken > full - low;

    need->lost += (need->days - 1) * (refilled ? (full + low) / 2 : full - taken);
    need->lost_variance += refilled ? (need->days - 1) * (full - low) * (full - low) / 12 : 0;
}

static struct need need_of(const struct check *check, int station, int item)
{
    const struct demand *average = &check->average;
    const struct drink *drink = item < average->items - 1 ? scenario_drink(check->scenario, item) : NULL; /* NULL: cups */
    struct need need = {station, item, station * average->items + item, scenario_days_to_last(&check->scenario->campaign, drink), HUGE_VAL, 0, 0};
    const struct equipment *vessel[MOST_POURERS];
    int n = drink ? pourers(check, station, item, vessel) : 0;

    for (int i = 0; i < n && i < MOST_POURERS; i++)
        add_vessel(vessel[i], drink->cup_m3, average->mean[need.at] / n, &need);
    return need;
}

static void tell_standing(struct check *check, enum level level, const struct need *need, struct stock stock)
{
    const struct standing standing = standing_until_hold(check, need->station, need->item, stock.there + stock.brought, need->at_once);

    if (standing.poured >= 0.5)
        advise(check, level, say("hold is shorter than the window: of what stands in vessels about %.0f are poured away, the first at %s; who comes then needs a filling of its own"),
               standing.poured, say_clock(standing.first_s).text);
}

static void check_item(struct check *check, int station, int item, struct stock stock, const char *name, const char *key)
{
    const struct demand *average = &check->average;
    struct need need = need_of(check, station, item);
    need.at_once = stock.brought > 0 ? stock.there : HUGE_VAL;
    bool kept = item == average->items - 1 || scenario_drink(check->scenario, item)->keeps;
    double mean = need.days * average->mean[need.at] + need.lost, chance = exceeds(check, &need, stock.there + stock.brought), plenty = enough(check, &need);
    bool much = !kept && stock.there > MUCH_MORE * plenty;
    enum level level = chance > OFTEN ? CHANGE : much ? LOOK : FINE;

    if (mean < 0.5 && stock.there < 1)
        return;
    if (stock.brought > 0)
        found(check, level, say("%s: %.0f, and runners can bring %.0f, for %.0f expected; too few on about %.0f %% of days"), name, stock.there, stock.brought, mean,
              100 * chance);
    else
        found(check, level, say("%s: %.0f for %.0f expected; too few on about %.0f %% of days"), name, stock.there, mean, 100 * chance);
    if (need.lost > 0)
        advise(check, level, say("to last for %d days; %.0f of these stand in vessels overnight and are poured away"), need.days, need.lost);
    if (need.days == 1 && item < average->items - 1)
        tell_standing(check, level, &need, stock);
    if (much && level == LOOK)
        advise(check, level, say("about %.0f are poured away on an average day"), stock.there - mean);
    if (level != FINE)
        advise(check, level, say("layouts.%s.%s.%s: %.0f would last on 19 days of 20"), check->layout->name,
               layout_station(check->layout, station)->name, key, fmax(plenty - stock.brought, fmin(plenty, mean)));
}

/* At most what the store has and what its runners can carry in the window. */
static double can_be_brought(const struct check *check, const struct station_plan *plan, int drink)
{
    const struct store *store = check->scenario->store;

    if (!store || shares_of(&plan->reorder, drink) < 0)
        return 0;
    double on_foot_s = shifts_paid_s(&store->shift, store->runners, check->scenario->window.opens_s, check->scenario->window.closes_s);
    double carried = floor(on_foot_s * store->carries / (2 * distribution_mean(&store->trip_s)));
    double there = shares_of(&store->portions, drink), carriers = shares_of(&store->spares, drink);
    if (carriers >= 0)
        for (int v = 0; v < plan->n_vessels; v++)
            if (plan->vessel[v].drink.index == drink && plan->vessel[v].equipment.n)
                there = carriers * floor(scenario_equipment(check->scenario, plan->vessel[v].equipment.item[0].index)->vessel.volume_m3 / scenario_drink(check->scenario, drink)->cup_m3);
    return there < 0 ? carried : fmin(there, carried);
}

/* Whether what keeps lasts until the next delivery. */
static void check_age(struct check *check, int drink)
{
    const struct drink *kind = scenario_drink(check->scenario, drink);
    int every = check->scenario->campaign.delivery_every;

    if (check->scenario->campaign.days == 1 || !kind->keeps || kind->keeps_days < 0 || kind->keeps_days >= every)
        return;
    found(check, LOOK, say("%s keeps for %d days and comes every %d: from then on there is none"), kind->name, kind->keeps_days, every);
    advise(check, LOOK, "campaign.delivery-every: %d", kind->keeps_days);
}

/* What is in spare carriers was filled at opening. */
static void check_spares(struct check *check, int drink)
{
    const struct store *store = check->scenario->store;
    const struct drink *kind = scenario_drink(check->scenario, drink);
    double until_s = check->scenario->window.opens_s + kind->hold_s;

    if (!store || !(shares_of(&store->spares, drink) > 0) || !(until_s < check->scenario->window.closes_s))
        return;
    found(check, LOOK, say("%s in spare carriers was filled at opening: from %s on it's too old and poured away"), kind->name, say_clock(until_s).text);
    advise(check, LOOK, say("store.portions.%s instead of store.spares, if it's filled only when it's asked for"), kind->name);
}

void check_stock(struct check *check, int station)
{
    const struct station_plan *plan = layout_station(check->layout, station);
    char key[128];

    for (int i = 0; i < plan->portions.n; i++) {
        int drink = plan->portions.item[i].of.index;
        const char *name = scenario_drink(check->scenario, drink)->name;
        snprintf(key, sizeof key, "portions.%s", name);
        check_age(check, drink);
        check_spares(check, drink);
        check_item(check, station, drink, (struct stock){floor(plan->portions.item[i].share), can_be_brought(check, plan, drink)}, name, key);
    }
    double cups = fmin(isnan(plan->cups) ? HUGE_VAL : plan->cups, isnan(plan->lids) ? HUGE_VAL : plan->lids);
    bool lids = plan->lids < plan->cups || (isnan(plan->cups) && !isnan(plan->lids));
    double more = check->scenario->store && !isnan(plan->reorder_cups) ? isnan(check->scenario->store->cups) ? HUGE_VAL : check->scenario->store->cups : 0;
    if (cups < HUGE_VAL)
        check_item(check, station, check->scenario->drink.n, (struct stock){floor(cups), more},
                   lids ? say("lids") : say("paper cups"), lids ? "lids" : "cups");
}
