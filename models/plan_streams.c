/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Residents of one group, building and exit, and the stations on their way. */
#include "models/plan_inside.h"

#include <math.h>
#include <string.h>

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

static enum status candidates_compile(struct arena *arena, const struct plan_day *plan, struct plan_stream *stream)
{
    const double *distance_m = plan->distance_m[plan_mode(plan, stream)];
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
        plan_stretch_times(&stretch[i], stream->share * crowd);
}

/* Whole residents for each stream of a group: shares rounded so that they add up (largest remainder is
 * overkill: rounding the running sum does it). */
static int share_out(double population, double *given, double share)
{
    double before = round(*given * population);
    *given += share;
    return (int)(round(*given * population) - before);
}

static enum status group_streams(struct arena *arena, struct plan_day *plan, int g)
{
    const struct group *group = plan->group[g].group;
    bool straight = group->at.name;
    double given = 0;

    for (int i = 0; i < (straight ? 1 : group->from.n); i++)
        for (int j = 0; j < (straight ? 1 : group->to.n); j++) {
            struct plan_stream *stream = &plan->stream[plan->n_streams++];
            const char *names[] = {group->name, straight ? group->at.name : group->from.item[i].of.name,
                                   straight ? NULL : group->to.item[j].of.name};
            *stream = (struct plan_stream){.group = g, .key = plan_name_key(names, 3), .population = -1, .share = 1, .building = plan_name_key(&names[1], 1)};
            stream->between_m = plan->between_m[group->mode];
            if (!straight) {
                stream->from = group->from.item[i].of.index;
                stream->to = group->to.item[j].of.index;
                stream->share = group->from.item[i].share * group->to.item[j].share;
            }
            if (residents_finite(group))
                stream->population = share_out(round(plan_crowd(plan) * plan->group[g].surge * residents_population(group)), &given, stream->share);
            TRY(straight ? straight_to(arena, plan, group->at.name, stream) : candidates_compile(arena, plan, stream));
            if (residents_finite(group))
                continue;
            TRY(plan_compile_stretches(arena, plan, group, stream));
            scale_stretches(stream, plan_crowd(plan));
        }
    return OK;
}

enum status plan_compile_streams(struct arena *arena, struct plan_day *plan)
{
    int most = 0;

    for (int g = 0; g < plan->n_groups; g++) {
        const struct group *group = plan->group[g].group;
        most += group->at.name ? 1 : group->from.n * group->to.n;
    }
    TAKE(arena, plan->stream, most);
    for (int g = 0; g < plan->n_groups; g++)
        TRY(group_streams(arena, plan, g));
    return OK;
}
