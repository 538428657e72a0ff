/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/study.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

static bool same_vessels(const struct scenario *a, const struct station_plan *one, const struct scenario *b, const struct station_plan *other)
{
    if (one->n_vessels != other->n_vessels)
        return false;
    for (int v = 0; v < one->n_vessels; v++) {
        const struct vessel_choice *mine = &one->vessel[v], *yours = &other->vessel[v];
        if (mine->drink.index != yours->drink.index || mine->equipment.n != yours->equipment.n)
            return false;
        for (int i = 0; i < mine->equipment.n; i++)
            if (scenario_equipment(a, mine->equipment.item[i].index)->kind != scenario_equipment(b, yours->equipment.item[i].index)->kind)
                return false;
    }
    return true;
}

static bool same_stock(const struct station_plan *one, const struct station_plan *other)
{
    if (isnan(one->cups) != isnan(other->cups) || isnan(one->lids) != isnan(other->lids) || one->portions.n != other->portions.n
        || one->reorder.n != other->reorder.n || isnan(one->reorder_cups) != isnan(other->reorder_cups))
        return false;
    for (int i = 0; i < one->portions.n; i++)
        if (one->portions.item[i].of.index != other->portions.item[i].of.index)
            return false;
    return true;
}

/* Only staff that varies has a series of its own. */
static bool same_duty(const struct station_plan *one, const struct station_plan *other)
{
    return roster_changes(one) == roster_changes(other);
}

static bool same_layout(const struct scenario *a, const struct layout *one, const struct scenario *b, const struct layout *other)
{
    bool same = one->station.n == other->station.n;

    for (int s = 0; same && s < one->station.n; s++) {
        const struct station_plan *mine = layout_station(one, s), *yours = layout_station(other, s);
        same = strcmp(mine->name, yours->name) == 0 && same_vessels(a, mine, b, yours) && same_stock(mine, yours) && same_duty(mine, yours);
    }
    return same;
}

/* All kinds of day leave their results in rows and series of one shape. */
static bool same_shape(const struct scenario *a, const struct scenario *b)
{
    bool same_steps = a->bin_s == b->bin_s || (isnan(a->bin_s) && isnan(b->bin_s));
    bool same = a->window.opens_s == b->window.opens_s && a->window.closes_s == b->window.closes_s && same_steps && a->group.n == b->group.n
                && !a->service.tray == !b->service.tray && !a->store == !b->store && a->campaign.days == b->campaign.days
                && a->drink.n == b->drink.n && a->layout.n == b->layout.n;

    for (int l = 0; same && l < a->layout.n; l++)
        same = same_layout(a, scenario_layout(a, l), b, scenario_layout(b, l));
    return same;
}

/* The kind's overrides go into the tree, which is bound again: they pass every check of the original. */
enum status study_bind_kind(struct reader *reader, const struct day_type *type, const struct scenario **bound)
{
    const struct scenario *plain = *bound;
    struct scenario *scenario;

    TAKE(reader_arena(reader), scenario, 1);
    *bound = scenario;
    reader_save(reader);
    for (int i = 0; i < type->n_overrides; i++)
        TRY(reader_override(reader, type->override[i].path, type->override[i].value, type->override[i].mark));
    TRY(scenario_bind(reader, scenario));
    if (reader_faults(reader) == 0 && !same_shape(plain, scenario))
        reader_complain_at(reader, type->override[0].mark,
                           say("`%s` days can have other numbers, but no other window, time steps, groups, drinks, stations, vessels or kinds of stock"),
                           type->name);
    return reader_restore(reader);
}

static enum status kind_open(struct reader *reader, const struct scenario *scenario, int layout, int t, struct day_kind *kind)
{
    const struct day_type *type = scenario->day_type.n ? scenario_day_type(scenario, t) : NULL;

    kind->name = type ? type->name : "";
    kind->share = type ? type->share : 1;
    kind->scenario = scenario;
    if (type && type->n_overrides)
        TRY(study_bind_kind(reader, type, &kind->scenario));
    if (reader_faults(reader))
        return OK;
    return plan_compile(kind->scenario, scenario_layout(kind->scenario, layout), type,
                        reader_arena(reader), &kind->plan);
}

enum status study_open(struct reader *reader, const struct scenario *scenario, int layout, struct study *study)
{
    double sum = 0;

    *study = (struct study){.scenario = scenario, .layout = layout, .n_kinds = scenario->day_type.n ? scenario->day_type.n : 1};
    TAKE(reader_arena(reader), study->kind, study->n_kinds);
    TAKE(reader_arena(reader), study->upto, study->n_kinds);
    for (int t = 0; t < study->n_kinds; t++) {
        TRY(kind_open(reader, scenario, layout, t, &study->kind[t]));
        study->upto[t] = sum += study->kind[t].share;
    }
    return OK;
}

int study_kind_of_day(const struct study *study, int r)
{
    if (study->n_kinds == 1)
        return 0;
    double whole, place = modf((r + 0.5) * 0.61803398874989484820, &whole) * study->upto[study->n_kinds - 1];
    for (int t = 0; t < study->n_kinds; t++)
        if (place < study->upto[t] && study->kind[t].share > 0)
            return t;
    return 0;
}
