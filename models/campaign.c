/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in a row. At night what stands in vessels is poured away, and so are portions that don't keep; the rest is there
 * again in the morning, and every so many days a delivery fills up to what a station has at opening. */
#include "models/day.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "core/forbid.h"

/* As much as on the first day, of everything or only of what comes fresh every day. */
static void deliver(const struct plan_day *plan, struct carried *carried, bool everything)
{
    int n = plan->n_drinks;

    for (int d = 0; d < n; d++) {
        if (!everything && scenario_drink(plan->scenario, d)->keeps)
            continue;
        for (int s = 0; s < plan->n_stations; s++)
            carried->portions[s * n + d] = plan->station[s].portions[d];
        if (plan->n_runners) {
            carried->store_portions[d] = plan->store_portions[d];
            carried->spares[d] = plan->spares[d];
        }
    }
    for (int s = 0; everything && s < plan->n_stations; s++)
        carried->cups[s] = plan->station[s].cups;
    if (everything)
        carried->store_cups = plan->store_cups;
}

enum status campaign_open(const struct plan_day *plan, struct arena *arena, struct carried **campaign)
{
    struct carried *carried;

    *campaign = NULL;
    if (plan->scenario->campaign.days == 1)
        return OK;
    TAKE(arena, carried, 1);
    TAKE(arena, carried->portions, plan->n_stations * plan->n_drinks);
    TAKE(arena, carried->cups, plan->n_stations);
    TAKE(arena, carried->store_portions, plan->n_drinks);
    TAKE(arena, carried->spares, plan->n_drinks);
    deliver(plan, carried, true);
    *campaign = carried;
    return expiry_open(plan, arena, carried);
}

/* The normal scores of the days' air follow each other as an autoregression, so that each day by itself is as likely
 * cold as ever. */
double campaign_air_u(const struct day *day, double u)
{
    struct carried *carried = day->carried;
    double follows = day->plan->scenario->campaign.weather, fresh = gsl_cdf_ugaussian_Pinv(u);

    carried->weather = carried->day == 0 ? fresh : follows * carried->weather + sqrt(1 - follows * follows) * fresh;
    return gsl_cdf_ugaussian_P(carried->weather);
}

double campaign_kept(const struct day *day, int s, int drink)
{
    const struct plan_station *plan = &day->plan->station[s];
    double left = day->station[s].portions_left[drink];

    for (int v = plan->first_of_drink[drink]; v < plan->first_of_drink[drink + 1]; v++)
        left -= day->vessel[v].cups;
    return left;
}

void campaign_night(struct day *day)
{
    const struct plan_day *plan = day->plan;
    struct carried *carried = day->carried;

    for (int s = 0; s < plan->n_stations; s++) {
        for (int d = 0; d < plan->n_drinks; d++)
            carried->portions[s * plan->n_drinks + d] = campaign_kept(day, s, d) - (plan->expires ? day->station[s].expired[d] : 0);
        carried->cups[s] = day->station[s].cups_left;
    }
    for (int d = 0; plan->n_runners && d < plan->n_drinks; d++) {
        double expired = plan->expires ? day->supply.expired[d] : 0;
        carried->store_portions[d] = day->supply.portions[d] - (plan->spares[d] < 0 ? expired : 0);
        carried->spares[d] = day->supply.spares[d] - (plan->spares[d] < 0 ? 0 : (int)expired);
    }
    carried->store_cups = day->supply.cups;
    carried->day++;
    deliver(plan, carried, carried->day % plan->scenario->campaign.delivery_every == 0);
    if (plan->expires)
        expiry_morning(day);
}
