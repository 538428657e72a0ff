/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/reach.h"

#include <math.h>

/* Mean uptake over the temperatures of a kind of day, by the midpoint rule in the quantile. */
static double mean_uptake(const struct plan_day *plan, const struct group *group)
{
    enum { STEPS = 256 };
    double sum = 0;

    for (int i = 0; i < STEPS; i++)
        sum += residents_takers(group, quantile_at(&plan->air_c.quantile, (i + 0.5) / STEPS));
    return sum / STEPS;
}

static double takers_of(const struct study *study, int stream)
{
    double sum = 0, shares = 0;

    for (int t = 0; t < study->n_kinds; t++) {
        const struct plan_day *plan = &study->kind[t].plan;
        const struct plan_stream *s = &plan->stream[stream];
        const struct group *group = plan->group[s->group].group;
        double whole = residents_expected(group, plan->opens_s, plan->closes_s);
        double part = s->population < 0 ? s->share : s->population / fmax(1, residents_population(group));
        sum += study->kind[t].share * whole * part * mean_uptake(plan, group);
        shares += study->kind[t].share;
    }
    return shares > 0 ? sum / shares : 0;
}

static double acceptance(const struct plan_day *plan, const struct plan_stream *stream, int node)
{
    int n = plan->scenario->site->node.n;
    const double *distance_m = plan->distance_m[plan_mode(plan, stream)];
    const struct distribution *tolerance = &plan->group[stream->group].group->detour_m;
    double extra_m = distance_m[stream->from * n + node] + distance_m[node * n + stream->to] - stream->direct_m;

    if (!(extra_m < HUGE_VAL))
        return 0;
    return extra_m <= 1e-3 || tolerance->family == DIST_NONE ? 1 : 1 - distribution_cdf(tolerance, nextafter(extra_m, -HUGE_VAL));
}

enum status reach_open(const struct study *study, int sites, const int node[], struct arena *arena, struct reach *reach)
{
    const struct plan_day *plan = study_plan(study);

    *reach = (struct reach){.sites = sites};
    TAKE(arena, reach->takers, plan->n_streams + 1);
    TAKE(arena, reach->accepts, (plan->n_streams + 1) * sites);
    for (int s = 0; s < plan->n_streams; s++) {
        if (plan->stream[s].from < 0)
            continue; /* comes straight to a station, whatever is chosen */
        reach->takers[reach->flows] = takers_of(study, s);
        reach->wanted += reach->takers[reach->flows];
        for (int j = 0; j < sites; j++)
            reach->accepts[reach->flows * sites + j] = acceptance(plan, &plan->stream[s], node[j]);
        reach->flows++;
    }
    return OK;
}

double reach_of(const struct reach *reach, const int open[])
{
    double sum = 0;

    for (int q = 0; q < reach->flows; q++) {
        double best = 0;
        for (int j = 0; j < reach->sites; j++)
            if (open[j] && reach->accepts[q * reach->sites + j] > best)
                best = reach->accepts[q * reach->sites + j];
        sum += reach->takers[q] * best;
    }
    return sum;
}
