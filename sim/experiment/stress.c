/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/mishap.h"

#include <math.h>
#include <string.h>

/* A kind of day with nothing special about it. */
static const struct day_type plain = {.name = "", .share = 1, .air_c = {.family = DIST_NONE}, .crowd = 1};

static const struct day_type *type_of(const struct day_kind *kind)
{
    return kind->plan.day_type ? kind->plan.day_type : &plain;
}

static enum status add_incident(struct arena *arena, struct day_type *type, const struct incident *more)
{
    struct incident *incident;
    int n = type->incident.n;

    TAKE(arena, incident, n + 1);
    if (n)
        memcpy(incident, type->incident.item, (size_t)n * sizeof *incident);
    incident[n] = *more;
    type->incident = (struct items){n + 1, incident};
    return OK;
}

/* The same kind of day with one thing that goes wrong all day. */
static enum status go_wrong(struct arena *arena, const struct contingency *contingency, double opens_s, struct day_type *type)
{
    struct incident all_day = {.at_s = opens_s, .for_s = NAN, .staff_more = NAN, .late_s = NAN};

    switch (contingency->kind) {
    case COLD_SNAP:
        type->warmer_k -= STRESS_COLDER_K;
        return OK;
    case BIG_CROWD:
        type->crowd *= STRESS_CROWD;
        return OK;
    case VESSEL_OUT:
    case CARRIER_OUT:
        all_day.fail_drink = contingency->drink;
        all_day.fail = arena_print(arena, "%s/%s", contingency->station, contingency->what);
        return all_day.fail ? add_incident(arena, type, &all_day) : ERR_MEMORY;
    case STAFF_SHORT:
        all_day.staff_more = -1;
        all_day.station = contingency->station;
        return add_incident(arena, type, &all_day);
    case POWER_OUT:
        all_day.power_cut = contingency->station;
        return add_incident(arena, type, &all_day);
    case LATE_DELIVERY:
        all_day.late_s = STRESS_LATE_S;
        return add_incident(arena, type, &all_day);
    case AS_USUAL:
    case KIND_OF_DAY:
    case POWER_UNUSED:
    case MISHAP:
    case SURGE:
    case SNOW:
        break;
    }
    return OK;
}

static enum status study_gone_wrong(struct arena *arena, const struct study *usual, const struct contingency *contingency, struct study *study)
{
    *study = *usual;
    TAKE(arena, study->kind, usual->n_kinds);
    for (int t = 0; t < usual->n_kinds; t++) {
        struct day_kind *kind = &study->kind[t];
        struct day_type *type;
        TAKE(arena, type, 1);
        *kind = usual->kind[t];
        *type = *type_of(kind);
        TRY(go_wrong(arena, contingency, kind->plan.opens_s, type));
        TRY(plan_compile(kind->scenario, kind->plan.layout, type, arena, &kind->plan));
    }
    return OK;
}

/* Only days of that kind. */
static enum status study_of_kind(struct arena *arena, const struct study *usual, int t, struct study *study)
{
    *study = (struct study){.scenario = usual->scenario, .layout = usual->layout, .n_kinds = 1};
    TAKE(arena, study->kind, 1);
    TAKE(arena, study->upto, 1);
    study->kind[0] = usual->kind[t];
    study->kind[0].share = study->upto[0] = 1;
    return OK;
}

static enum status without_events(struct arena *arena, struct study *study)
{
    struct day_kind *kind = &study->kind[0];
    struct day_type *type;

    TAKE(arena, type, 1);
    *type = *type_of(kind);
    type->incident = (struct items){0};
    return plan_compile(kind->scenario, kind->plan.layout, type, arena, &kind->plan);
}

static enum status add(struct arena *arena, const struct study *usual, struct contingency contingency, int t, struct stress *stress)
{
    struct contestant *contestant = &stress->contestant[stress->n];

    stress->contingency[stress->n++] = contingency;
    contestant->name = contingency.what ? contingency.what : contingency.station ? contingency.station : "";
    if (contingency.kind == AS_USUAL)
        contestant->study = *usual;
    else if (contingency.kind == KIND_OF_DAY || contingency.kind == MISHAP)
        return study_of_kind(arena, usual, t, &contestant->study);
    else
        return study_gone_wrong(arena, usual, &contingency, &contestant->study);
    return OK;
}

/* The first of its kind with a drink stands for all of a station: one of them fails. */
static bool seen_before(const struct plan_day *plan, const struct plan_station *station, int v)
{
    for (int i = station->first_vessel; i < v; i++)
        if (plan->vessel[i].drink == plan->vessel[v].drink && strcmp(plan->vessel[i].name, plan->vessel[v].name) == 0)
            return true;
    return false;
}

/* Nothing can be late that is endless. */
static bool is_stocked(const struct plan_day *plan)
{
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].stocked)
            return true;
    return false;
}

static enum status add_station(struct arena *arena, const struct study *usual, int s, struct stress *stress)
{
    const struct plan_day *plan = study_plan(usual);
    const struct plan_station *station = &plan->station[s];

    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        if (!seen_before(plan, station, v))
            TRY(add(arena, usual, mishap_of_vessel(plan, station, v), 0, stress));
    if (plan_has_heater(plan, station))
        TRY(add(arena, usual, (struct contingency){.kind = POWER_OUT, .station = station->plan->name}, 0, stress));
    if (station->staff > 0)
        TRY(add(arena, usual, (struct contingency){.kind = STAFF_SHORT, .station = station->plan->name}, 0, stress));
    return OK;
}

/* Current goes to heaters only. */
static void add_unchanged(const struct plan_day *plan, struct stress *stress)
{
    for (int s = 0; s < plan->n_stations; s++)
        if (!plan_has_heater(plan, &plan->station[s]))
            stress->contingency[stress->n + stress->n_unchanged++] = (struct contingency){.kind = POWER_UNUSED, .station = plan->station[s].plan->name};
}

static enum status add_kind(struct arena *arena, const struct study *usual, int t, struct stress *stress)
{
    const struct day_kind *kind = &usual->kind[t];
    struct contingency contingency = {.kind = type_of(kind)->incident.n ? MISHAP : KIND_OF_DAY, .what = kind->name};

    TRY(mishap_causes(arena, &kind->plan, &type_of(kind)->incident, &contingency));
    return add(arena, usual, contingency, t, stress);
}

/* What each mishap is held against. */
static enum status add_bare(struct arena *arena, struct stress *stress)
{
    for (int i = 1; i < stress->n; i++) {
        int bare = stress->n + stress->n_bare;
        if (stress->contingency[i].kind != MISHAP)
            continue;
        stress->contestant[i].against = bare;
        stress->contestant[bare].name = stress->contestant[i].name;
        TRY(study_of_kind(arena, &stress->contestant[i].study, 0, &stress->contestant[bare].study));
        TRY(without_events(arena, &stress->contestant[bare].study));
        stress->n_bare++;
    }
    return OK;
}

enum status stress_open(struct reader *reader, const struct study *study, struct stress *stress)
{
    struct arena *arena = reader_arena(reader);
    const struct plan_day *plan = study_plan(study);
    int most = 4 + plan->n_vessels + 2 * plan->n_stations + study->n_kinds;

    *stress = (struct stress){0};
    TAKE(arena, stress->contingency, most + plan->n_stations);
    TAKE(arena, stress->contestant, most + study->n_kinds);
    TRY(add(arena, study, (struct contingency){.kind = AS_USUAL}, 0, stress));
    for (int s = 0; s < plan->n_stations; s++)
        TRY(add_station(arena, study, s, stress));
    TRY(add(arena, study, (struct contingency){.kind = COLD_SNAP}, 0, stress));
    TRY(add(arena, study, (struct contingency){.kind = BIG_CROWD}, 0, stress));
    if (is_stocked(plan))
        TRY(add(arena, study, (struct contingency){.kind = LATE_DELIVERY}, 0, stress));
    for (int t = 0; t < study->n_kinds; t++)
        if (study->kind[t].share <= 0)
            TRY(add_kind(arena, study, t, stress));
    TRY(add_bare(arena, stress));
    add_unchanged(plan, stress);
    return OK;
}
