/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_inside.h"

static json_t *json_figures(const struct figures *figures)
{
    json_t *object = json_object();
    int failures = 0;

    for (int k = 0; k < n_kpis; k++) {
        if (!figures_have(figures, k))
            continue;
        struct interval figure = figures_kpi(figures, k);
        json_t *pair = json_pack("{s:o, s:o}", "mean", json_number(figure.mean), "half_width", json_number(figure.half_width));
        failures |= json_object_set_new(object, kpis[k].key, pair);
    }
    return json_checked(object, failures);
}

static json_t *json_kind(const struct figures *figures)
{
    return json_pack("{s:i, s:o, s:o}", "days", figures->days, "share", json_number(figures->share), "kpi", json_figures(figures));
}

/* All stations, groups or kinds of day, by name. */
static json_t *json_scope(const struct written_run *run, enum scope scope)
{
    json_t *object = json_object();
    int failures = 0;

    for (int i = 0; i < figures_count(run); i++) {
        struct figures figures = figures_at(run, i);
        if (figures.scope == scope)
            failures |= json_object_set_new(object, figures.name, scope == SCOPE_DAY_TYPE ? json_kind(&figures) : json_figures(&figures));
    }
    return json_checked(object, failures);
}

/* What booking changes. */
static json_t *json_saving(const struct saving *saving)
{
    json_t *change = json_object();
    int failures = 0;

    for (int i = 0; i < SAVINGS; i++) {
        json_t *pair = json_pack("{s:o, s:o}", "mean", json_number(saving->change[i].mean), "half_width", json_number(saving->change[i].half_width));
        failures |= json_object_set_new(change, kpis[saving->kpi[i]].key, pair);
    }
    return json_pack("{s:i, s:o}", "days", saving->days, "change", json_checked(change, failures));
}

enum status write_json(const struct written_run *run, struct text *out)
{
    struct figures whole = figures_at(run, 0);
    json_t *tree = json_pack("{s:s, s:i, s:o, s:o, s:o, s:i, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
                             "samovar", SAMOVAR_VERSION, "format", 1, "scenario", json_scenario(run), "layout", json_text(run->layout),
                             "seed", json_seed(run->seed), "days", run->summary->days, "confidence", json_number(run->summary->confidence),
                             "kpi", json_figures(&whole), "stations", json_scope(run, SCOPE_STATION), "groups", json_scope(run, SCOPE_GROUP),
                             "drinks", json_scope(run, SCOPE_DRINK), "day_types", json_scope(run, SCOPE_DAY_TYPE), "plan", json_plan(run));
    if (run->saving && json_object_set_new(tree, "bookings", json_saving(run->saving))) {
        json_decref(tree);
        return ERR_MEMORY;
    }
    return json_print(tree, out);
}
