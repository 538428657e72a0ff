/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups as a kind of day has them: what they like, what they are like, when they come. */
#include "models/plan_inside.h"

#include <math.h>
#include <string.h>

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
    return own->family == DIST_NONE ? OK : plan_compile_quantity(arena, own, &compiled->hand_over_s);
}

enum status plan_compile_group(struct arena *arena, const struct plan_day *plan, const struct group *group, struct plan_group *compiled)
{
    const struct scenario *scenario = plan->scenario;
    double cv = group->day_to_day;
    struct distribution multiplier = distribution_of(cv > 0 ? DIST_GAMMA : DIST_NONE, 1, cv, 0);

    compiled->group = group;
    compiled->may_substitute = group->substitute > 0;
    compiled->may_bring_cup = group->own_cup > 0;
    compiled->may_consult = group->consult > 0 && scenario->service.consult_s.family != DIST_NONE;
    TRY(plan_compile_quantity(arena, &multiplier, &compiled->multiplier));
    TRY(plan_compile_quantity(arena, &group->speed_m_per_s, &compiled->speed_m_per_s));
    TRY(plan_compile_quantity(arena, &group->detour_m, &compiled->detour_m));
    TRY(plan_compile_quantity(arena, &group->balk, &compiled->balk));
    TRY(plan_compile_quantity(arena, &group->patience_s, &compiled->patience_s));
    TRY(plan_compile_quantity(arena, &group->party, &compiled->party));
    compiled->lifts = !isnan(group->lift_s);
    compiled->orders = residents_order(group);
    compiled->may_answer = group->feedback.share > 0;
    TRY(plan_compile_quantity(arena, &group->preorder.punctuality_s, &compiled->punctuality_s));
    if (residents_finite(group))
        TRY(departures_compile(arena, plan, group, compiled));
    TRY(hand_over_compile(arena, scenario, &plan->hand_over_s, compiled));
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

void plan_stretch_times(struct plan_stretch *stretch, double factor)
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
                plan_stretch_times(&stretch[i], incident[k].surge);
    }
}

enum status plan_compile_stretches(struct arena *arena, const struct plan_day *plan, const struct group *group, struct plan_stream *stream)
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
