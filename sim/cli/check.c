/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/check.h"

#include "cli/check_inside.h"
#include "core/say.h"
#include "experiment/study.h"

#include <math.h>

static double sd_of(const struct distribution *distribution)
{
    return sqrt(distribution_variance(distribution));
}

static bool has_faults(const struct reader *reader)
{
    return reader && reader_faults(reader) > 0;
}

/* A kind that changes the window or the stations has other rows: then the ordinary ones stand for it. */
static bool same_rows(const struct check *check, const struct demand *demand)
{
    return demand->quarters == check->average.quarters && demand->stations == check->average.stations;
}

static enum status kind_expect(struct reader *reader, struct check *check, int layout, int t)
{
    const struct scenario *scenario = check->scenario;
    const struct day_type *type = scenario->day_type.n ? scenario_day_type(scenario, t) : NULL;
    struct check_kind *kind = &check->kind[t];

    kind->name = type ? type->name : "";
    kind->share = type ? type->share : 1;
    if (reader && type && type->n_overrides)
        TRY(study_bind_kind(reader, type, &scenario));
    if (has_faults(reader))
        return OK;
    const struct distribution *air_c = type && type->air_c.family != DIST_NONE ? &type->air_c : &scenario->air_c;
    kind->air_c = distribution_mean(air_c) + (type ? type->warmer_k : 0);
    check->air_c += kind->share * kind->air_c;
    TRY(demand_expect(&check->arena, scenario, scenario_layout(scenario, layout), kind->air_c, sd_of(air_c), &kind->demand));
    if (!same_rows(check, &kind->demand))
        TRY(demand_expect(&check->arena, check->scenario, check->layout, kind->air_c, sd_of(air_c), &kind->demand));
    if (type)
        demand_scale(&kind->demand, type->crowd);
    demand_add(&check->average, &kind->demand, kind->share);
    return OK;
}

static enum status expect_all(struct reader *reader, struct check *check, int layout)
{
    check->n_kinds = check->scenario->day_type.n ? check->scenario->day_type.n : 1;
    TAKE(&check->arena, check->kind, check->n_kinds);
    TRY(demand_take(&check->arena, check->scenario, check->layout, &check->average));
    for (int t = 0; t < check->n_kinds; t++)
        TRY(kind_expect(reader, check, layout, t));
    return OK;
}

/* --- sections ------------------------------------------------------------------------------------------ */

static void check_station(struct check *check, int s)
{
    const char *name = layout_station(check->layout, s)->name;

    if (check->average.come[s] < 0.5) {
        found(check, LOOK, say("nobody is expected here: for hardly anyone is it the station nearest the way"));
        advise(check, LOOK, "layouts.%s.%s", check->layout->name, name);
    } else {
        check_staff(check, s);
        check_desk(check, s);
        check_taps(check, s);
        check_stock(check, s);
    }
    check_power(check, s);
    section_close(check, name);
}

static bool is_indoor(const struct check *check, int s)
{
    const struct node *node = station_node(check->scenario, layout_station(check->layout, s)->name);
    return node && node->indoor;
}

static bool pours(const struct check *check, int s, const struct equipment *equipment, int drink)
{
    const struct equipment *list[MOST_POURERS];
    int n = pourers(check, s, drink, list);

    for (int i = 0; i < n && i < MOST_POURERS; i++)
        if (list[i] == equipment)
            return true;
    return false;
}

/* One section for each use of a vessel, however many stations have it; outdoors if any of them is. */
static void check_use(struct check *check, const struct equipment *equipment, int drink)
{
    bool used = false, indoor = true;
    char title[256];

    for (int s = 0; s < check->layout->station.n; s++)
        if (pours(check, s, equipment, drink)) {
            used = true;
            indoor &= is_indoor(check, s);
        }
    if (!used)
        return;
    snprintf(title, sizeof title, say("%s with %s"), equipment->name, scenario_drink(check->scenario, drink)->name);
    (equipment->kind == HEATED ? check_heated : check_carrier)(check, equipment, drink, indoor);
    section_close(check, title);
}

static void count_findings(struct check *check)
{
    static const char *const counted[][2] = {
        [CHANGE] = {MARK("%d thing to change"), MARK("%d things to change")},
        [LOOK] = {MARK("%d to look at"), MARK("%d to look at")},
        [FINE] = {MARK("%d fine"), MARK("%d fine")},
    };

    for (int level = CHANGE; level <= FINE; level++) {
        text_add(check->out, level ? say(", ") : "");
        text_print(check->out, say_n(counted[level][0], counted[level][1], (unsigned long)check->count[level]), check->count[level]);
    }
    text_add(check->out, "\n");
}

static void write_all(struct check *check)
{
    check_who_comes(check);
    section_close(check, say("demand"));
    for (int s = 0; s < check->layout->station.n; s++)
        check_station(check, s);
    check_plan(check);
    section_close(check, "plan");
    for (int e = 0; e < check->scenario->equipment.n; e++)
        for (int d = 0; d < check->scenario->drink.n; d++)
            check_use(check, scenario_equipment(check->scenario, e), d);
    count_findings(check);
}

enum status check_write(struct reader *reader, const struct scenario *scenario, int layout, struct text *out, int *warnings)
{
    struct check check = {.scenario = scenario, .layout = scenario_layout(scenario, layout), .out = out};
    enum status status = expect_all(reader, &check, layout);

    if (status == OK && !has_faults(reader))
        write_all(&check);
    for (int level = 0; level < LEVELS; level++)
        text_free(&check.found[level]);
    arena_free(&check.arena);
    *warnings = check.count[CHANGE];
    return status == OK ? text_status(out) : status;
}
