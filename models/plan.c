/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

/* FNV-1a over names: a stream keeps its draws when others are added, moved or removed. */
static uint32_t name_key(const char *const names[], int n)
{
    uint32_t hash = 2166136261u;
    for (int i = 0; i < n; i++) {
        for (const unsigned char *p = (const unsigned char *)(names[i] ? names[i] : ""); *p; p++)
            hash = (hash ^ *p) * 16777619u;
        hash = (hash ^ 0xFFu) * 16777619u;
    }
    return hash;
}

static enum status quantity_compile(struct arena *arena, const struct distribution *distribution, struct plan_quantity *quantity)
{
    quantity->given = distribution->family != DIST_NONE;
    return quantity->given ? quantile_compile(arena, distribution, &quantity->quantile) : OK;
}

static enum status drink_shares(struct arena *arena, const struct scenario *scenario, const struct group *group, const double **upto)
{
    int n = scenario->drink.n;
    double *share, sum = 0;

    TAKE(arena, share, n);
    for (int i = 0; i < n; i++)
        share[i] = group->drinks.n ? 0 : 1.0 / n;
    for (int i = 0; i < group->drinks.n; i++)
        share[group->drinks.item[i].of.index] += group->drinks.item[i].share;
    for (int i = 0; i < n; i++)
        share[i] = sum += share[i];
    share[n - 1] = 1;
    *upto = share;
    return OK;
}

/* --- when residents come ---------------------------------------------------------------------------- */

struct windowed {
    const struct group *group;
    const struct day_type *type;
    double before, within;
};

/* A surge from a to b adds (factor - 1) (F(b) - F(a)) to the share who have left: over the whole day more or less
 * than everybody, so that there are as many times more residents. */
static double left_by(const struct group *group, const struct day_type *type, double time_s)
{
    const struct incident *incident = type ? type->incident.item : NULL;
    double left = residents_left_by(group, time_s);

    for (int i = 0; type && i < type->incident.n; i++) {
        double from_s = incident[i].at_s, to_s = isnan(incident[i].for_s) ? HUGE_VAL : from_s + incident[i].for_s;
        if (incident[i].surge > 0 && time_s > from_s)
            left += (incident[i].surge - 1) * (residents_left_by(group, fmin(time_s, to_s)) - residents_left_by(group, from_s));
    }
    return left;
}

static double left_within(double time_s, const void *context)
{
    const struct windowed *windowed = context;
    return (left_by(windowed->group, windowed->type, time_s) - windowed->before) / windowed->within;
}

static enum status departures_compile(struct arena *arena, const struct plan_day *plan, const struct group *group,
                                      struct plan_group *compiled)
{
    struct windowed windowed = {group, plan->day_type, left_by(group, plan->day_type, plan->opens_s), 0};
    double in_all = residents_left_by(group, HUGE_VAL);

    compiled->surge = in_all > 0 ? left_by(group, plan->day_type, HUGE_VAL) / in_all : 1;
    windowed.within = left_by(group, plan->day_type, plan->closes_s) - windowed.before;
    compiled->u_opens = windowed.before / compiled->surge;
    compiled->u_closes = (windowed.before + windowed.within) / compiled->surge;
    if (windowed.within <= 0)
        return OK;
    return quantile_compile_cdf(arena, left_within, &windowed, plan->opens_s, plan->closes_s, &compiled->departure);
}

/* Tables are shared where nothing of the group's own says otherwise. */
static enum status hand_over_compile(struct arena *arena, const struct scenario *scenario, const struct plan_quantity *usual, struct plan_group *compiled)
{
    const struct group *group = compiled->group;
    const struct distribution *own = &group->hand_over_s, *of_mode = group->mode == CAR ? &scenario->service.hand_over_car_s : &scenario->service.hand_over_bike_s;

    compiled->hand_over_s = *usual;
    if (own->family == DIST_NONE && group->mode != WALK)
        own = of_mode;
    return own->family == DIST_NONE ? OK : quantity_compile(arena, own, &compiled->hand_over_s);
}

static enum status group_compile(struct arena *arena, const struct plan_day *plan, const struct group *group, struct plan_group *compiled)
{
    const struct scenario *scenario = plan->scenario;
    double cv = group->day_to_day;
    struct distribution multiplier = distribution_of(cv > 0 ? DIST_GAMMA : DIST_NONE, 1, cv, 0);

    compiled->group = group;
    compiled->may_substitute = group->substitute > 0;
    compiled->may_bring_cup = group->own_cup > 0;
    compiled->may_consult = group->consult > 0 && scenario->service.consult_s.family != DIST_NONE;
    TRY(quantity_compile(arena, &multiplier, &compiled->multiplier));
    TRY(quantity_compile(arena, &group->speed_m_per_s, &compiled->speed_m_per_s));
    TRY(quantity_compile(arena, &group->detour_m, &compiled->detour_m));
    TRY(quantity_compile(arena, &group->balk, &compiled->balk));
    TRY(quantity_compile(arena, &group->patience_s, &compiled->patience_s));
    TRY(quantity_compile(arena, &group->party, &compiled->party));
    compiled->lifts = !isnan(group->lift_s);
    compiled->orders = residents_order(group);
    compiled->may_answer = group->feedback.share > 0;
    TRY(quantity_compile(arena, &group->preorder.punctuality_s, &compiled->punctuality_s));
    if (residents_finite(group))
        TRY(departures_compile(arena, plan, group, compiled));
    return drink_shares(arena, scenario, group, &compiled->drink_upto);
}

static struct plan_stretch stretch_between(double from_s, double to_s, double rate, double slope)
{
    double length_s = to_s - from_s;
    return (struct plan_stretch){from_s, length_s * (rate + slope * length_s / 2), rate, slope, to_s};
}

/* Two stretches of one where something begins or ends within it. */
static void split(struct plan_stretch stretch[], int *n, double at_s)
{
    for (int i = 0; i < *n; i++) {
        struct plan_stretch whole = stretch[i];
        if (!(at_s > whole.from_s && at_s < whole.to_s))
            continue;
        memmove(&stretch[i + 2], &stretch[i + 1], (size_t)(*n - i - 1) * sizeof *stretch);
        stretch[i] = stretch_between(whole.from_s, at_s, whole.rate, whole.slope);
        stretch[i + 1] = stretch_between(at_s, whole.to_s, whole.rate + whole.slope * (at_s - whole.from_s), whole.slope);
        ++*n;
        return;
    }
}

static void stretch_times(struct plan_stretch *stretch, double factor)
{
    stretch->expected *= factor;
    stretch->rate *= factor;
    stretch->slope *= factor;
}

static void surge(const struct plan_day *plan, struct plan_stretch stretch[], int *n)
{
    const struct incident *incident = plan->day_type ? plan->day_type->incident.item : NULL;

    for (int k = 0; plan->day_type && k < plan->day_type->incident.n; k++) {
        if (incident[k].surge <= 0)
            continue;
        split(stretch, n, incident[k].at_s);
        split(stretch, n, incident[k].at_s + incident[k].for_s);
        for (int i = 0; i < *n; i++)
            if (incident_lasts(&incident[k], stretch[i].from_s))
                stretch_times(&stretch[i], incident[k].surge);
    }
}

static enum status stretches_compile(struct arena *arena, const struct plan_day *plan, const struct group *group, struct plan_stream *stream)
{
    const struct curve *rate = &group->rate;
    const struct curve_point *p = rate->point;
    struct plan_stretch *stretch;
    int n = 0;

    TAKE(arena, stretch, rate->n + 1 + 2 * (plan->day_type ? plan->day_type->incident.n : 0));
    for (int i = -1; i < rate->n; i++) {
        bool inner = i >= 0 && i + 1 < rate->n;
        double start_s = i < 0 ? plan->opens_s : p[i].time_s;
        double end_s = i + 1 < rate->n && rate->n > 1 ? p[i + 1].time_s : plan->closes_s;
        double slope = inner && end_s > start_s ? (p[i + 1].value - p[i].value) / (end_s - start_s) : 0;
        double from_s = fmax(start_s, plan->opens_s), to_s = fmin(end_s, plan->closes_s);
        if (rate->n == 1 && i >= 0)
            break;
        if (to_s > from_s)
            stretch[n++] = stretch_between(from_s, to_s, p[i < 0 ? 0 : i].value + slope * (from_s - start_s), slope);
    }
    surge(plan, stretch, &n);
    stream->n_stretches = n;
    stream->stretch = stretch;
    return OK;
}

/* --- where they can go ----------------------------------------------------------------------------- */

/* Stations that are alike in all this go by their places' order in the site: how a layout lists them is no reason
 * to walk elsewhere. */
static bool considered_before(const struct plan_day *plan, const int station[], const double extra_m[], const double first_m[], int i, int j)
{
    if (detour_before(extra_m[i], first_m[i], extra_m[j], first_m[j]))
        return true;
    return !detour_before(extra_m[j], first_m[j], extra_m[i], first_m[i]) && plan->station[station[i]].node < plan->station[station[j]].node;
}

static void sort_by_detour(const struct plan_day *plan, int n, int station[], double extra_m[], double first_m[])
{
    for (int i = 1; i < n; i++)
        for (int j = i; j > 0 && considered_before(plan, station, extra_m, first_m, j, j - 1); j--) {
            int s = station[j];
            double e = extra_m[j], f = first_m[j];
            station[j] = station[j - 1], extra_m[j] = extra_m[j - 1], first_m[j] = first_m[j - 1];
            station[j - 1] = s, extra_m[j - 1] = e, first_m[j - 1] = f;
        }
}

static enum status candidates_compile(struct arena *arena, const struct plan_day *plan, const double *distance_m, struct plan_stream *stream)
{
    int nodes = plan->scenario->site->node.n, n = 0, *station;
    double *extra_m, *first_m, *onward_m;

    TAKE(arena, station, plan->n_stations);
    TAKE(arena, extra_m, plan->n_stations);
    TAKE(arena, first_m, plan->n_stations);
    TAKE(arena, onward_m, plan->n_stations);
    stream->direct_m = distance_m[stream->from * nodes + stream->to];
    for (int s = 0; s < plan->n_stations; s++) {
        int node = plan->station[s].node;
        double to_m = distance_m[stream->from * nodes + node];
        onward_m[s] = distance_m[node * nodes + stream->to];
        if (!(to_m + onward_m[s] < HUGE_VAL))
            continue;
        station[n] = s;
        first_m[n] = to_m;
        double more_m = to_m + onward_m[s] - stream->direct_m;
        extra_m[n++] = more_m > 1e-3 ? more_m : 0;
    }
    sort_by_detour(plan, n, station, extra_m, first_m);
    stream->n_stations = n;
    stream->station = station;
    stream->extra_m = extra_m;
    stream->first_m = first_m;
    stream->onward_m = onward_m;
    return OK;
}

static enum status straight_to(struct arena *arena, const struct plan_day *plan, const char *name, struct plan_stream *stream)
{
    int *station;
    double *zero;

    TAKE(arena, station, 1);
    TAKE(arena, zero, plan->n_stations);
    for (int s = 0; s < plan->n_stations; s++)
        if (strcmp(plan->station[s].plan->name, name) == 0)
            *station = s;
    stream->from = stream->to = -1;
    stream->n_stations = 1;
    stream->station = station;
    stream->extra_m = stream->first_m = stream->onward_m = zero;
    return OK;
}

/* So many times as many residents as usual. */
static double plan_crowd(const struct plan_day *plan)
{
    return plan->day_type ? plan->day_type->crowd : 1;
}

static void scale_stretches(struct plan_stream *stream, double crowd)
{
    struct plan_stretch *stretch = (struct plan_stretch *)stream->stretch;
    for (int i = 0; i < stream->n_stretches; i++)
        stretch_times(&stretch[i], stream->share * crowd);
}

/* Whole residents for each stream of a group: shares rounded so that they add up (largest remainder is
 * overkill: rounding the running sum does it). */
static int share_out(double population, double *given, double share)
{
    double before = round(*given * population);
    *given += share;
    return (int)(round(*given * population) - before);
}

static enum status group_streams(struct arena *arena, struct plan_day *plan, int g, const double *distance_m)
{
    const struct group *group = plan->group[g].group;
    bool straight = group->at.name;
    double given = 0;

    for (int i = 0; i < (straight ? 1 : group->from.n); i++)
        for (int j = 0; j < (straight ? 1 : group->to.n); j++) {
            struct plan_stream *stream = &plan->stream[plan->n_streams++];
            const char *names[] = {group->name, straight ? group->at.name : group->from.item[i].of.name,
                                   straight ? NULL : group->to.item[j].of.name};
            *stream = (struct plan_stream){.group = g, .key = name_key(names, 3), .population = -1, .share = 1, .building = name_key(&names[1], 1)};
            if (!straight) {
                stream->from = group->from.item[i].of.index;
                stream->to = group->to.item[j].of.index;
                stream->share = group->from.item[i].share * group->to.item[j].share;
            }
            if (residents_finite(group))
                stream->population = share_out(round(plan_crowd(plan) * plan->group[g].surge * residents_population(group)), &given, stream->share);
            TRY(straight ? straight_to(arena, plan, group->at.name, stream) : candidates_compile(arena, plan, distance_m, stream));
            if (residents_finite(group))
                continue;
            TRY(stretches_compile(arena, plan, group, stream));
            scale_stretches(stream, plan_crowd(plan));
        }
    return OK;
}

static enum status streams_compile(struct arena *arena, struct plan_day *plan, const double *distance_m)
{
    int most = 0;

    for (int g = 0; g < plan->n_groups; g++) {
        const struct group *group = plan->group[g].group;
        most += group->at.name ? 1 : group->from.n * group->to.n;
    }
    TAKE(arena, plan->stream, most);
    for (int g = 0; g < plan->n_groups; g++)
        TRY(group_streams(arena, plan, g, distance_m));
    return OK;
}

/* --- stations --------------------------------------------------------------------------------------- */

static void vessel_compile(const struct scenario *scenario, int drink, const struct equipment *equipment, struct plan_vessel *vessel)
{
    bool heated = equipment->kind == HEATED;

    vessel->equipment = equipment;
    vessel->drink = drink;
    vessel->name = equipment->name;
    vessel->cup_m3 = scenario_drink(scenario, drink)->cup_m3;
    vessel->cups = (int)floor(equipment->vessel.volume_m3 / vessel->cup_m3 * (1 + 1e-12));
    vessel->pour_s = vessel->cup_m3 / equipment->tap_m3_per_s;
    vessel->closed_s = heated ? equipment->refill.takes_s : equipment->swap_s;
    vessel->refill_c = heated ? equipment->refill.water_c : equipment->filled_c;
    vessel->first_c = isnan(equipment->filled_c) ? equipment->refill.water_c : equipment->filled_c;
    vessel->below_m3 = heated ? equipment->refill.below_m3 : 0;
    vessel->by_staff = equipment->refill.by == BY_STAFF;
    vessel->hold_s = isnan(scenario_drink(scenario, drink)->hold_s) ? HUGE_VAL : scenario_drink(scenario, drink)->hold_s;
    vessel->spare = !heated && scenario->store && shares_of(&scenario->store->spares, drink) >= 0;
}

static enum status station_vessels(struct arena *arena, struct plan_day *plan, struct plan_station *station)
{
    const struct station_plan *choice = station->plan;
    int *first;

    TAKE(arena, first, plan->n_drinks + 1);
    station->first_vessel = plan->n_vessels;
    for (int d = 0; d < plan->n_drinks; d++) {
        first[d] = plan->n_vessels;
        for (int v = 0; v < choice->n_vessels; v++)
            for (int i = 0; choice->vessel[v].drink.index == d && i < choice->vessel[v].equipment.n; i++) {
                struct plan_vessel *vessel = &plan->vessel[plan->n_vessels];
                vessel_compile(plan->scenario, d, scenario_equipment(plan->scenario, choice->vessel[v].equipment.item[i].index), vessel);
                vessel->key = station->key + 0x9E3779B9u * (uint32_t)(1 + plan->n_vessels++ - station->first_vessel);
                plan->fails |= !isnan(vessel->equipment->fails_every_s);
                plan->holds |= vessel->hold_s < HUGE_VAL;
            }
    }
    first[plan->n_drinks] = plan->n_vessels;
    station->first_of_drink = first;
    station->n_vessels = plan->n_vessels - station->first_vessel;
    return OK;
}

static enum status reorders(struct arena *arena, const struct plan_day *plan, struct plan_station *station)
{
    double *reorder;

    TAKE(arena, reorder, plan->n_drinks);
    for (int d = 0; d < plan->n_drinks; d++) {
        reorder[d] = station->portions[d] < HUGE_VAL ? shares_of(&station->plan->reorder, d) : -1;
        station->restocked |= plan->scenario->store && reorder[d] >= 0;
    }
    station->reorder = reorder;
    station->reorder_cups = station->cups < HUGE_VAL && !isnan(station->plan->reorder_cups) ? station->plan->reorder_cups : -1;
    station->restocked |= plan->scenario->store && station->reorder_cups >= 0;
    return OK;
}

static enum status station_stock(struct arena *arena, const struct plan_day *plan, struct plan_station *station)
{
    const struct shares *stock = &station->plan->portions;
    double *portions;

    TAKE(arena, portions, plan->n_drinks);
    for (int d = 0; d < plan->n_drinks; d++)
        portions[d] = HUGE_VAL;
    for (int i = 0; i < stock->n; i++)
        portions[stock->item[i].of.index] = floor(stock->item[i].share);
    station->portions = portions;
    station->cups = floor(fmin(isnan(station->plan->cups) ? HUGE_VAL : station->plan->cups, isnan(station->plan->lids) ? HUGE_VAL : station->plan->lids));
    station->stocked = stock->n > 0 || station->cups < HUGE_VAL;
    return reorders(arena, plan, station);
}

static double heaters_w(const struct plan_day *plan, const struct plan_station *station)
{
    double sum = 0;

    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        if (plan->vessel[v].equipment->kind == HEATED)
            sum += plan->vessel[v].equipment->vessel.power_w;
    return sum;
}

static int find_node(const struct scenario *scenario, const char *name)
{
    for (int i = 0; scenario->site && i < scenario->site->node.n; i++)
        if (strcmp(site_node(scenario->site, i)->name, name) == 0)
            return i;
    return -1;
}

static enum status stations_compile(struct arena *arena, struct plan_day *plan)
{
    int vessels = 0;

    for (int s = 0; s < plan->n_stations; s++)
        for (int v = 0; v < layout_station(plan->layout, s)->n_vessels; v++)
            vessels += layout_station(plan->layout, s)->vessel[v].equipment.n;
    TAKE(arena, plan->station, plan->n_stations);
    TAKE(arena, plan->vessel, vessels);
    for (int s = 0; s < plan->n_stations; s++) {
        struct plan_station *station = &plan->station[s];
        station->plan = layout_station(plan->layout, s);
        station->node = find_node(plan->scenario, station->plan->name);
        station->staff = station->plan->staff + agenda_more_staff(plan, station);
        station->key = name_key(&station->plan->name, 1);
        station->first_server = plan->n_servers;
        plan->n_servers += station->staff;
        const struct node *node = station->node >= 0 ? site_node(plan->scenario->site, station->node) : NULL;
        station->room = station->staff == 0 ? 0 : node && !isnan(node->standing_room) ? node->standing_room : HUGE_VAL;
        station->car_lane = station->staff == 0 ? 0 : node && !isnan(node->car_lane) ? node->car_lane : HUGE_VAL;
        station->indoor = node && node->indoor;
        plan->desks |= station->plan->desk > 0;
        TRY(station_vessels(arena, plan, station));
        TRY(station_stock(arena, plan, station));
        station->contended = node && heaters_w(plan, station) > node->power_w * (1 + 1e-9);
        plan->contended |= station->contended;
    }
    return OK;
}

/* A spare is such a carrier as the first station has for that drink. */
static void spare_compile(const struct plan_day *plan, int drink, double *cups, double *rent)
{
    for (int v = 0; v < plan->n_vessels; v++)
        if (plan->vessel[v].drink == drink && plan->vessel[v].spare) {
            *cups = plan->vessel[v].cups;
            *rent = plan->vessel[v].equipment->rent;
            return;
        }
}

static enum status store_compile(struct arena *arena, struct plan_day *plan)
{
    const struct store *store = plan->scenario->store;
    double *portions, *cups, *rent;
    int *spares;

    plan->n_runners = store ? store->runners : 0;
    if (!store)
        return OK;
    TRY(quantity_compile(arena, &store->trip_s, &plan->trip_s));
    TAKE(arena, portions, plan->n_drinks);
    TAKE(arena, spares, plan->n_drinks);
    TAKE(arena, cups, plan->n_drinks);
    TAKE(arena, rent, plan->n_drinks);
    for (int d = 0; d < plan->n_drinks; d++) {
        double there = shares_of(&store->portions, d);
        portions[d] = there < 0 ? HUGE_VAL : floor(there);
        spares[d] = (int)floor(shares_of(&store->spares, d));
        spare_compile(plan, d, &cups[d], &rent[d]);
        if (cups[d] < 1) /* nobody pours it out of a carrier */
            spares[d] = spares[d] < 0 ? -1 : 0;
    }
    plan->store_portions = portions;
    plan->spares = spares;
    plan->spare_cups = cups;
    plan->spare_rent = rent;
    plan->store_cups = isnan(store->cups) ? HUGE_VAL : floor(store->cups);
    return OK;
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

static enum status between_compile(struct arena *arena, struct plan_day *plan, const double *distance_m)
{
    int n = plan->n_stations, nodes = plan->scenario->site ? plan->scenario->site->node.n : 0;
    double *between_m;

    TAKE(arena, between_m, n * n);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            between_m[i * n + j] = nodes ? distance_m[plan->station[i].node * nodes + plan->station[j].node] : HUGE_VAL;
    plan->between_m = between_m;
    return OK;
}

/* --- series ----------------------------------------------------------------------------------------- */

static void channel_add(struct plan_day *plan, enum channel_kind kind, int station, int index)
{
    plan->channel[plan->n_channels++] = (struct plan_channel){kind, station, index};
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

static enum status series_compile(struct arena *arena, struct plan_day *plan)
{
    enum { DRAIN = 3 }; /* steps after closing, while the line empties */
    TAKE(arena, plan->channel, plan->n_stations * (8 + plan->n_drinks) + 3 * plan->n_vessels);
    plan->bin_s = bin_width(plan->scenario);
    plan->bins = (int)ceil((plan->closes_s - plan->opens_s) / plan->bin_s - 1e-9) + DRAIN;
    for (int s = 0; s < plan->n_stations; s++)
        station_channels(plan, s);
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
    double *distance_m = NULL;

    TRY(quantity_compile(arena, day_air && day_air->family != DIST_NONE ? day_air : &scenario->air_c, &plan->air_c));
    TRY(quantity_compile(arena, &scenario->service.greet_s, &plan->greet_s));
    TRY(quantity_compile(arena, &scenario->service.hand_over_s, &plan->hand_over_s));
    TRY(quantity_compile(arena, &scenario->service.consult_s, &plan->consult_s));
    TAKE(arena, plan->group, plan->n_groups);
    for (int g = 0; g < plan->n_groups; g++) {
        TRY(group_compile(arena, plan, scenario_group(scenario, g), &plan->group[g]));
        TRY(hand_over_compile(arena, scenario, &plan->hand_over_s, &plan->group[g]));
    }
    for (int g = 0; g < plan->n_groups; g++)
        plan->orders |= plan->group[g].orders;
    if (scenario->site)
        TRY(site_distances(scenario->site, arena, &distance_m));
    plan->distance_m = distance_m;
    plan->snows = snows(plan->day_type);
    plan->expected = expected_takers(plan);
    return OK;
}

enum status plan_derive(const struct plan_day *base, const struct layout *layout, bool series, struct arena *arena, struct plan_day *plan)
{
    *plan = *base;
    plan->layout = layout;
    plan->n_stations = layout->station.n;
    plan->fails = plan->holds = plan->contended = plan->desks = false;
    plan->n_streams = plan->n_vessels = plan->n_servers = plan->n_channels = plan->bins = 0;
    TRY(stations_compile(arena, plan));
    TRY(store_compile(arena, plan));
    TRY(agenda_compile(arena, plan));
    TRY(between_compile(arena, plan, plan->distance_m));
    TRY(streams_compile(arena, plan, plan->distance_m));
    TRY(wishes_compile(arena, plan));
    return series ? series_compile(arena, plan) : OK;
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
