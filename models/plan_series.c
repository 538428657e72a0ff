/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a day records, step by step. */
#include "models/plan_inside.h"

#include <math.h>

static void channel_add(struct plan_day *plan, enum channel_kind kind, int station, int index)
{
    plan->channel[plan->n_channels++] = (struct plan_channel){kind, station, index};
}

/* Series have one shape on every kind of day, so a circuit that another kind may set counts here too. */
static bool circuit_known(const struct plan_day *plan, const struct plan_station *station)
{
    bool stated = station->node >= 0 && !isnan(site_node(plan->scenario->site, station->node)->power_w);
    return plan_has_heater(plan, station) && (stated || day_types_set(&plan->scenario->day_type, "site"));
}

static void station_channels(struct plan_day *plan, int s)
{
    const struct plan_station *station = &plan->station[s];

    for (enum channel_kind kind = C_ARRIVALS; kind <= C_BUSY; kind++)
        channel_add(plan, kind, s, 0);
    if (station->varies)
        channel_add(plan, C_STAFF, s, 0);
    if (plan->scenario->service.tray) {
        channel_add(plan, C_TRAY, s, 0);
        channel_add(plan, C_CUP, s, 0);
    }
    if (station->restocked)
        channel_add(plan, C_BROUGHT, s, 0);
    for (enum channel_kind kind = C_LOAD; kind <= C_TRIPS && circuit_known(plan, station); kind++)
        channel_add(plan, kind, s, 0);
    if (station->cups < HUGE_VAL)
        channel_add(plan, C_CUPS, s, 0);
    for (int d = 0; d < plan->n_drinks; d++)
        if (station->portions[d] < HUGE_VAL)
            channel_add(plan, C_PORTIONS, s, d);
    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++) {
        channel_add(plan, C_TEMPERATURE, s, v);
        channel_add(plan, C_LITRES, s, v);
        if (plan->vessel[v].equipment->kind == HEATED)
            channel_add(plan, C_DUTY, s, v);
    }
}

static double bin_width(const struct scenario *scenario)
{
    enum { MOST = 120 };
    double window_s = scenario->window.closes_s - scenario->window.opens_s;
    double bin_s = isnan(scenario->bin_s) ? 300 : scenario->bin_s;
    /* A window of weeks gets wider steps: a chart shows no more. */
    while (window_s / bin_s > MOST)
        bin_s *= 2;
    return bin_s;
}

enum status plan_compile_series(struct arena *arena, struct plan_day *plan)
{
    enum { DRAIN = 3 }; /* steps after closing, while the line empties */
    TAKE(arena, plan->channel, plan->n_stations * (11 + plan->n_drinks) + 3 * plan->n_vessels);
    plan->bin_s = bin_width(plan->scenario);
    plan->bins = (int)ceil((plan->closes_s - plan->opens_s) / plan->bin_s - 1e-9) + DRAIN;
    for (int s = 0; s < plan->n_stations; s++)
        station_channels(plan, s);
    return OK;
}
