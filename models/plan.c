/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan_inside.h"

#include <math.h>

/* FNV-1a over names: a stream keeps its draws when others are added, moved or removed. */
uint32_t plan_name_key(const char *const names[], int n)
{
    uint32_t hash = 2166136261u;
    for (int i = 0; i < n; i++) {
        for (const unsigned char *p = (const unsigned char *)(names[i] ? names[i] : ""); *p; p++)
            hash = (hash ^ *p) * 16777619u;
        hash = (hash ^ 0xFFu) * 16777619u;
    }
    return hash;
}

enum status plan_compile_quantity(struct arena *arena, const struct distribution *distribution, struct plan_quantity *quantity)
{
    quantity->given = distribution->family != DIST_NONE;
    return quantity->given ? quantile_compile(arena, distribution, &quantity->quantile) : OK;
}

/* What people who can come to the station like, of what is poured there. */
static enum status wishes_compile(struct arena *arena, struct plan_day *plan)
{
    for (int s = 0; s < plan->n_stations && plan->scenario->service.tray; s++) {
        struct plan_station *station = &plan->station[s];
        double *wished, sum = 0;
        TAKE(arena, wished, plan->n_drinks);
        for (int i = 0; i < plan->n_streams; i++) {
            const struct plan_stream *stream = &plan->stream[i];
            const double *upto = plan->group[stream->group].drink_upto;
            double people = stream->share * residents_expected(plan->group[stream->group].group, plan->opens_s, plan->closes_s);
            for (int d = 0; d < plan->n_drinks && stream->n_stations && stream->station[0] == s; d++)
                if (station->first_of_drink[d + 1] > station->first_of_drink[d])
                    wished[d] += people * (upto[d] - (d ? upto[d - 1] : 0));
        }
        for (int d = 0; d < plan->n_drinks; d++)
            sum += wished[d];
        for (int d = 0; d < plan->n_drinks && sum > 0; d++)
            wished[d] /= sum;
        station->wished = wished;
    }
    return OK;
}

static enum status between_of(struct arena *arena, const struct plan_day *plan, const double *distance_m, const double **all_m)
{
    int n = plan->n_stations, nodes = plan->scenario->site ? plan->scenario->site->node.n : 0;
    double *between_m;

    TAKE(arena, between_m, n * n);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            between_m[i * n + j] = nodes ? distance_m[plan->station[i].node * nodes + plan->station[j].node] : HUGE_VAL;
    *all_m = between_m;
    return OK;
}

static enum status between_compile(struct arena *arena, struct plan_day *plan)
{
    for (enum mode mode = WALK; mode < MODES; mode++)
        if (mode == WALK || plan->distance_m[mode] != plan->distance_m[WALK])
            TRY(between_of(arena, plan, plan->distance_m[mode], &plan->between_m[mode]));
        else
            plan->between_m[mode] = plan->between_m[WALK];
    return OK;
}

static double expected_takers(const struct plan_day *plan)
{
    double sum = 0;
    for (int g = 0; g < plan->n_groups; g++)
        sum += residents_expected(plan->group[g].group, plan->opens_s, plan->closes_s);
    return sum;
}

/* What doesn't depend on the layout. */
static bool snows(const struct day_type *type)
{
    const struct incident *incident = type ? type->incident.item : NULL;

    for (int i = 0; type && i < type->incident.n; i++)
        if (incident[i].snow > 0)
            return true;
    return false;
}

static enum status residents_compile(const struct scenario *scenario, const struct distribution *day_air, struct arena *arena,
                                     struct plan_day *plan)
{
    TRY(plan_compile_quantity(arena, day_air && day_air->family != DIST_NONE ? day_air : &scenario->air_c, &plan->air_c));
    TRY(plan_compile_quantity(arena, &scenario->service.greet_s, &plan->greet_s));
    TRY(plan_compile_quantity(arena, &scenario->service.hand_over_s, &plan->hand_over_s));
    TRY(plan_compile_quantity(arena, &scenario->service.consult_s, &plan->consult_s));
    TAKE(arena, plan->group, plan->n_groups);
    for (int g = 0; g < plan->n_groups; g++)
        TRY(plan_compile_group(arena, plan, scenario_group(scenario, g), &plan->group[g]));
    for (int g = 0; g < plan->n_groups; g++)
        plan->orders |= plan->group[g].orders;
    if (scenario->site)
        TRY(site_distances(scenario->site, arena, plan->distance_m));
    plan->snows = snows(plan->day_type);
    plan->expected = expected_takers(plan);
    for (int d = 0; d < plan->n_drinks; d++)
        plan->expires |= scenario->campaign.days > 1 && scenario_drink(scenario, d)->keeps && scenario_drink(scenario, d)->keeps_days > 0;
    return OK;
}

enum status plan_derive(const struct plan_day *base, const struct layout *layout, bool series, struct arena *arena, struct plan_day *plan)
{
    *plan = *base;
    plan->layout = layout;
    plan->n_stations = layout->station.n;
    plan->fails = plan->holds = plan->contended = plan->desks = false;
    plan->n_streams = plan->n_vessels = plan->n_servers = plan->n_channels = plan->bins = 0;
    TRY(plan_compile_stations(arena, plan));
    TRY(plan_compile_store(arena, plan));
    TRY(agenda_compile(arena, plan));
    TRY(between_compile(arena, plan));
    TRY(plan_compile_streams(arena, plan));
    TRY(wishes_compile(arena, plan));
    return series ? plan_compile_series(arena, plan) : OK;
}

enum status plan_compile(const struct scenario *scenario, const struct layout *layout, const struct day_type *type,
                         struct arena *arena, struct plan_day *plan)
{
    struct plan_day base = {
        .scenario = scenario, .day_type = type,
        .opens_s = scenario->window.opens_s, .closes_s = scenario->window.closes_s,
        .counted_from_s = scenario->window.opens_s + scenario->warm_up_s,
        .first = scenario->first, .n_groups = scenario->group.n, .n_drinks = scenario->drink.n,
    };
    TRY(residents_compile(scenario, type ? &type->air_c : NULL, arena, &base));
    return plan_derive(&base, layout, true, arena, plan);
}
