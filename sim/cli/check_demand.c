/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wants a drink where: the same choice of station as a simulated resident makes who never meets a line. */
#include "cli/check_inside.h"
#include "core/say.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* While a group is added up. */
struct adding {
    const struct scenario *scenario;
    const struct layout *layout;
    const struct group *group;
    struct demand *demand;
    const double *distance_m[MODES];
    int *node;       /* [stations] */
    double *quarter; /* [quarters] takers of the whole group */
    double *mean;    /* [stations * items] of this group */
    double takers;
};

static int node_index(const struct scenario *scenario, const char *name)
{
    for (int i = 0; scenario->site && i < scenario->site->node.n; i++)
        if (strcmp(site_node(scenario->site, i)->name, name) == 0)
            return i;
    return -1;
}

const struct node *station_node(const struct scenario *scenario, const char *name)
{
    int i = node_index(scenario, name);
    return i < 0 ? NULL : site_node(scenario->site, i);
}

double quarter_length_s(const struct scenario *scenario, int quarter)
{
    double window_s = scenario->window.closes_s - scenario->window.opens_s;
    return fmin(QUARTER_S, window_s - (double)quarter * QUARTER_S);
}

enum status demand_take(struct arena *arena, const struct scenario *scenario, const struct layout *layout, struct demand *demand)
{
    double window_s = scenario->window.closes_s - scenario->window.opens_s;
    int stations = layout->station.n;

    *demand = (struct demand){.stations = stations, .items = scenario->drink.n + 1,
                              .quarters = (int)ceil(window_s / QUARTER_S - 1e-9)};
    TAKE(arena, demand->takers, stations * demand->quarters);
    TAKE(arena, demand->come, stations);
    TAKE(arena, demand->served, stations);
    TAKE(arena, demand->consults, stations);
    TAKE(arena, demand->mean, stations * demand->items);
    TAKE(arena, demand->variance, stations * demand->items);
    TAKE(arena, demand->most, stations * demand->items);
    return OK;
}

/* 0 portions is how a scenario says that a drink isn't served. */
static bool serves(const struct station_plan *station, int drink)
{
    for (int i = 0; i < station->portions.n; i++)
        if (station->portions.item[i].of.index == drink && station->portions.item[i].share < 1)
            return false;
    return true;
}

static double asked_for(const struct adding *adding, int drink)
{
    const struct shares *drinks = &adding->group->drinks;
    double share = drinks->n ? 0 : 1.0 / adding->scenario->drink.n;

    for (int i = 0; i < drinks->n; i++)
        share += drinks->item[i].of.index == drink ? drinks->item[i].share : 0;
    return share;
}

static void add_drinks(struct adding *adding, int s, double people)
{
    const struct station_plan *station = layout_station(adding->layout, s);
    const struct group *group = adding->group;
    struct demand *demand = adding->demand;
    double there = 0, *mean = adding->mean + s * demand->items;
    int drinks = demand->items - 1;

    for (int d = 0; d < drinks; d++)
        there += serves(station, d) ? asked_for(adding, d) : 0;
    double each = there > 0 ? people * (there + (1 - there) * group->substitute) / there : 0;
    for (int d = 0; d < drinks; d++)
        mean[d] += serves(station, d) ? each * asked_for(adding, d) : 0;
    mean[drinks] += each * there * (1 - group->own_cup);
    demand->served[s] += each * there;
    demand->consults[s] += each * there * group->consult;
}

static void add_takers(struct adding *adding, int s, double share)
{
    struct demand *demand = adding->demand;

    for (int q = 0; q < demand->quarters; q++)
        demand->takers[s * demand->quarters + q] += share * adding->quarter[q];
    demand->come[s] += share * adding->takers;
    add_drinks(adding, s, share * adding->takers);
}

static int least_detour(const struct adding *adding, int from, int to, double *detour_m)
{
    const struct site *site = adding->scenario->site;
    const double *distance_m = adding->distance_m[adding->group->mode];
    double first_m = HUGE_VAL;

    assert(site && distance_m && adding->node);
    int n = site->node.n, best = -1;
    *detour_m = HUGE_VAL;
    for (int s = 0; s < adding->demand->stations; s++) {
        int node = adding->node[s];
        double extra_m = distance_m[from * n + node] + distance_m[node * n + to] - distance_m[from * n + to];
        if (extra_m < HUGE_VAL && (best < 0 || detour_before(extra_m, distance_m[from * n + node], *detour_m, first_m))) {
            *detour_m = extra_m > 1e-3 ? extra_m : 0;
            first_m = distance_m[from * n + node];
            best = s;
        }
    }
    return best;
}

/* P(tolerance >= detour): a tolerance of just the detour is enough. */
static double accepts(const struct distribution *tolerance, double detour_m)
{
    if (!(detour_m < HUGE_VAL))
        return 0;
    return tolerance->family == DIST_NONE ? 1 : 1 - distribution_cdf(tolerance, nextafter(detour_m, -HUGE_VAL));
}

static void add_walkers(struct adding *adding, const struct share *from)
{
    const struct group *group = adding->group;
    struct demand *demand = adding->demand;
    double unreached = 0, detour_m;

    for (int j = 0; j < group->to.n; j++) {
        double share = from->share * group->to.item[j].share;
        int s = least_detour(adding, from->of.index, group->to.item[j].of.index, &detour_m);
        double reached = accepts(&group->detour_m, detour_m);
        unreached += share * (1 - reached) * adding->takers;
        if (s >= 0 && share > 0)
            add_takers(adding, s, share * reached);
    }
    demand->unreached += unreached;
    if (unreached > demand->from_unreached) {
        demand->from_unreached = unreached;
        demand->from = from->of.name;
    }
}

static void add_where(struct adding *adding)
{
    const struct group *group = adding->group;

    for (int s = 0; group->at.name && s < adding->demand->stations; s++)
        if (strcmp(layout_station(adding->layout, s)->name, group->at.name) == 0)
            add_takers(adding, s, 1);
    for (int i = 0; !group->at.name && i < group->from.n; i++)
        add_walkers(adding, &group->from.item[i]);
}

/* Each of n residents (or families) takes it or not: binomial, once more spread by the multiplier M of the day,
 *
 *     n p E[P^2] - n p^2 E[P]^2 E[M^2] + (n p E[P])^2 Var M,    mean = n p E[P],  P of a family, 1 alone
 *
 * Those of a rate are Poisson: n without end. */
static double spread_of(const struct group *group, double mean)
{
    double n = residents_finite(group) ? residents_population(group) : HUGE_VAL, m2 = group->day_to_day * group->day_to_day;
    bool alone = group->party.family == DIST_NONE;
    double family = alone ? 1 : distribution_mean(&group->party), each = family + (alone ? 0 : distribution_variance(&group->party) / family);

    return fmax(0, mean * each - mean * mean / n * (1 + m2) + mean * mean * m2);
}

static double most_of(const struct group *group)
{
    return residents_finite(group) && group->party.family == DIST_NONE ? residents_population(group) : HUGE_VAL;
}

/* A group's multiplier of the day moves all its streams together, the weather all groups: so the
 * spread of the former is added up group by group, of the latter once. */
static void add_spread(struct adding *adding, double per_k, double weather[])
{
    struct demand *demand = adding->demand;

    for (int i = 0; i < demand->stations * demand->items; i++) {
        double mean = adding->mean[i];
        if (mean > 0)
            demand->most[i] += most_of(adding->group);
        demand->mean[i] += mean;
        demand->variance[i] += mean > 0 ? spread_of(adding->group, mean) : 0;
        weather[i] += per_k * mean;
        adding->mean[i] = 0;
    }
}

static void add_group(struct adding *adding, double air_c, double weather[])
{
    const struct group *group = adding->group;
    struct demand *demand = adding->demand;
    double opens_s = adding->scenario->window.opens_s, uptake = residents_takers(group, air_c);

    adding->takers = 0;
    for (int q = 0; q < demand->quarters; q++) {
        double from_s = opens_s + (double)q * QUARTER_S;
        double leaving = residents_expected(group, from_s, from_s + quarter_length_s(adding->scenario, q));
        adding->quarter[q] = uptake * leaving;
        adding->takers += uptake * leaving;
        demand->leaving += leaving;
    }
    demand->wanted += adding->takers;
    add_where(adding);
    add_spread(adding, uptake > 0 && uptake < 1 ? group->uptake_per_k / uptake : 0, weather);
}

enum status demand_expect(struct arena *arena, const struct scenario *scenario, const struct layout *layout, double air_c,
                          double air_sd_k, struct demand *demand)
{
    struct adding adding = {.scenario = scenario, .layout = layout, .demand = demand};
    double *weather;

    TRY(demand_take(arena, scenario, layout, demand));
    TAKE(arena, adding.node, demand->stations);
    TAKE(arena, adding.quarter, demand->quarters);
    TAKE(arena, adding.mean, demand->stations * demand->items);
    TAKE(arena, weather, demand->stations * demand->items);
    if (scenario->site)
        TRY(site_distances(scenario->site, arena, adding.distance_m));
    for (int s = 0; s < demand->stations; s++)
        adding.node[s] = node_index(scenario, layout_station(layout, s)->name);
    for (int g = 0; g < scenario->group.n; g++) {
        adding.group = scenario_group(scenario, g);
        add_group(&adding, air_c, weather);
    }
    for (int i = 0; i < demand->stations * demand->items; i++)
        demand->variance[i] += weather[i] * weather[i] * air_sd_k * air_sd_k;
    return OK;
}

static void add_row(double sum[], const double of[], int n, double share)
{
    for (int i = 0; i < n; i++)
        sum[i] += share * of[i];
}

void demand_add(struct demand *sum, const struct demand *of, double share)
{
    sum->leaving += share * of->leaving;
    sum->wanted += share * of->wanted;
    sum->unreached += share * of->unreached;
    if (share * of->from_unreached > sum->from_unreached) {
        sum->from = of->from;
        sum->from_unreached = share * of->from_unreached;
    }
    add_row(sum->takers, of->takers, sum->stations * sum->quarters, share);
    add_row(sum->come, of->come, sum->stations, share);
    add_row(sum->served, of->served, sum->stations, share);
    add_row(sum->consults, of->consults, sum->stations, share);
    add_row(sum->mean, of->mean, sum->stations * sum->items, share);
}

static void scale_row(double row[], int n, double factor)
{
    for (int i = 0; i < n; i++)
        row[i] *= factor;
}

void demand_scale(struct demand *demand, double crowd)
{
    demand->leaving *= crowd;
    demand->wanted *= crowd;
    demand->unreached *= crowd;
    demand->from_unreached *= crowd;
    scale_row(demand->takers, demand->stations * demand->quarters, crowd);
    scale_row(demand->come, demand->stations, crowd);
    scale_row(demand->served, demand->stations, crowd);
    scale_row(demand->consults, demand->stations, crowd);
    scale_row(demand->mean, demand->stations * demand->items, crowd);
    scale_row(demand->most, demand->stations * demand->items, crowd);
    scale_row(demand->variance, demand->stations * demand->items, crowd * crowd); /* most of it is how days differ */
}
