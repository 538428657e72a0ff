/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_optimum.h"

#include "cli/write_inside.h"
#include "core/say.h"

#include <math.h>
#include <string.h>

/* The search makes the most of the goal: of cost it keeps the negative. */
static double sense_of(const struct written_optimum *written)
{
    return written->scenario->choice->goal == GOAL_COST ? -1 : 1;
}

/* --- the plan ---------------------------------------------------------------------------------------------- */

static double portions_of(const struct optimum *optimum, int station, int drink)
{
    for (int i = 0; i < optimum->n_stock; i++)
        if (optimum->stock[i].station == station && optimum->stock[i].drink == drink)
            return optimum->stock[i].portions;
    return 0;
}

static void station_line(const struct written_optimum *written, const struct layout *layout, int s, struct text *out)
{
    const struct station_plan *station = layout_station(layout, s);
    const struct optimum *optimum = written->optimum;

    text_add(out, "  ");
    write_plain(out, station->name);
    text_print(out, say_n(": %d staff; ", ": %d staff; ", (unsigned long)station->staff), station->staff);
    for (int v = 0; v < station->n_vessels; v++) {
        const struct vessel_choice *choice = &station->vessel[v];
        text_print(out, "%s%s ", v ? say(", ") : "", scenario_drink(written->scenario, choice->drink.index)->name);
        for (int i = 0; i < choice->equipment.n; i++)
            text_print(out, "%s%s", i ? " + " : "", scenario_equipment(written->scenario, choice->equipment.item[i].index)->name);
    }
    if (optimum->n_stock) {
        text_add(out, say("; portions: "));
        for (int d = 0, n = 0; d < written->scenario->drink.n; d++)
            if (portions_of(optimum, s, d) > 0)
                text_print(out, "%s%s %.0f", n++ ? say(", ") : "", scenario_drink(written->scenario, d)->name, portions_of(optimum, s, d));
    }
    text_add(out, "\n");
}

static bool has_vessel(const struct station_plan *station, int drink)
{
    for (int v = 0; v < station->n_vessels; v++)
        if (station->vessel[v].drink.index == drink)
            return true;
    return station->n_vessels == 0;
}

/* What is served out of nothing: true figures of a plan that nobody can carry out as it stands. */
static void unpoured_lines(const struct written_optimum *written, const struct layout *layout, struct text *out)
{
    for (int s = 0; s < layout->station.n; s++)
        for (int d = 0; d < written->scenario->drink.n; d++) {
            const struct station_plan *station = layout_station(layout, s);
            if (has_vessel(station, d))
                continue;
            text_print(out, say("  Mind: %s has no vessel for %s; it was simulated as handed out without pouring. Put one into the kit, or leave the drink out.\n"),
                       station->name, scenario_drink(written->scenario, d)->name);
        }
}

static void plan_lines(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    const struct layout *layout = optimum->plan ? optimum->plan : optimum->finalist[0].layout;

    for (int s = 0; s < layout->station.n; s++)
        station_line(written, layout, s, out);
    unpoured_lines(written, layout, out);
}

static void key_figures(const struct written_optimum *written, struct text *out)
{
    static const char *const keys[] = {"wanted", "served", "warm", "short", "wait_mean_s", "wait_within_share", "portions_wasted", "cost", "satisfaction"};
    const struct summary *summary = &written->optimum->summary;

    if (!summary->days)
        return;
    text_print(out, say("\nWith this stock, on %d days of its own:\n"), summary->days);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct interval *figure = summary_kpi(summary, 0, kpi_find(keys[i]));
        struct kpi kpi = kpi_showing(&kpis[kpi_find(keys[i])], figure->mean);
        const char *name = say(kpi.name);
        char cell[64];
        while (*name == ' ')
            name++;
        text_add(out, "  ");
        text_add_padded(out, name, -36);
        snprintf(cell, sizeof cell, "%.*f ± %.*f", kpi.decimals, kpi_as_shown(&kpi, figure->mean, false), kpi.decimals, kpi_as_shown(&kpi, figure->half_width, true));
        text_add_padded(out, cell, 18);
        text_print(out, "  %s\n", say(kpi.unit));
    }
}

/* --- how sure ------------------------------------------------------------------------------------------------ */

/* Ended before any design has a result. */
static bool knows_nothing(const struct written_optimum *written)
{
    const struct optimum *optimum = written->optimum;

    for (int i = 0; i < optimum->n_finalists; i++)
        if (!isnan(optimum->finalist[i].line.mean))
            return false;
    return written->status == ERR_INTERRUPTED || written->status == ERR_PRECISION;
}

static void headline(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    int stations = optimum->n_finalists ? optimum->finalist[0].layout->station.n : 0;

    switch (written->status) {
    case OK: text_print(out, say_n("The best plan: %d station\n", "The best plan: %d stations\n", (unsigned long)stations), stations); break;
    case ERR_INFEASIBLE:
        if (optimum->n_finalists)
            text_add(out, say("No plan meets the requirements. The nearest:\n"));
        else
            text_add(out, say("No plan fits the circuits, the budget and the number of stations.\n"));
        break;
    case ERR_INTERRUPTED: text_add(out, say("Interrupted. The best so far, without any guarantee:\n")); break;
    default:
        text_add(out, written->time_up ? say("Not resolved within the time allowed. The best so far, without any guarantee:\n")
                                       : say("Not resolved within the days allowed. The best so far, without any guarantee:\n"));
    }
}

static void failing_requirement(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    const struct choice *choice = written->scenario->choice;
    int r = optimum->failing;

    if (r < 0)
        return;
    const struct select_requirement *got = &optimum->finalist[0].requirement[r];
    if (r >= choice->require.n) {
        text_print(out, say("It costs %.0f CNY a day more (± %.0f) than plan.budget allows\n"), -got->mean, got->half_width);
        return;
    }
    struct text name = {0};
    write_requirement(&choice->require.item[r], &name);
    text_print(out, say("It misses `%s` by %.1f a day (± %.1f): plan.require\n"), text_c(&name), -got->mean, got->half_width);
    text_free(&name);
}

static const char *standing(enum select_standing standing)
{
    static const char *const words[] = {
        [SELECT_BEST] = MARK("this plan"), [SELECT_BEHIND] = MARK("behind"), [SELECT_AHEAD] = MARK("ahead"),
        [SELECT_NOT_TOLD_APART] = MARK("can't be told apart"),
    };
    return say(words[standing]);
}

/* Whether the finalists got as far as fresh days. */
static bool has_report(const struct written_optimum *written)
{
    const struct optimum *optimum = written->optimum;
    return optimum->n_finalists > 0 && optimum->finalist[0].line.half_width < HUGE_VAL;
}

/* Cut short: a few days each, no interval worth the name. */
static void led_so_far(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    double sense = sense_of(written);

    text_print(out, say("\nWhat led so far (%s; mean of a few days)\n"), say(choice_unit(written->scenario->choice)));
    for (int i = 0; i < optimum->n_finalists; i++) {
        const struct finalist *f = &optimum->finalist[i];
        text_print(out, "  %d. ", i + 1);
        if (f->days && !isnan(f->line.mean))
            text_print(out, "%9.1f (%d)  ", sense * f->line.mean, f->days);
        write_plain(out, f->layout->name);
        text_add(out, "\n");
    }
}

static void runners_up(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    const struct choice *choice = written->scenario->choice;
    double sense = sense_of(written);

    if (!has_report(written)) {
        led_so_far(written, out);
        return;
    }
    text_print(out, say("\nThe finalists on fresh days (%s; stock endless)\n"), say(choice_unit(choice)));
    for (int i = 0; i < optimum->n_finalists; i++) {
        const struct finalist *f = &optimum->finalist[i];
        text_print(out, "  %d. %9.1f ± %-6.1f", i + 1, sense * f->line.mean, f->line.half_width);
        int decimals = decimals_that_tell(1, f->line.difference, f->line.difference_half);
        if (i)
            text_print(out, "%+8.*f ± %-6.*f ", decimals, sense * f->line.difference, decimals, f->line.difference_half);
        else
            text_add_padded(out, "", 18);
        text_add_padded(out, standing(f->line.standing), -22);
        write_plain(out, f->layout->name);
        text_add(out, "\n");
    }
}

static void requirement_lines(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    const struct choice *choice = written->scenario->choice;

    if (design_requirements(choice) == 0 || !has_report(written))
        return;
    text_add(out, say("\nRequirements, over whole days (0 or more: met)\n"));
    for (int r = 0; r < design_requirements(choice); r++) {
        const struct select_requirement *got = &optimum->finalist[0].requirement[r];
        struct text name = {0};
        if (r < choice->require.n)
            write_requirement(&choice->require.item[r], &name);
        else
            text_add(&name, say("spending within budget, no goodwill"));
        text_add(out, "  ");
        text_add_padded(out, text_c(&name), -36);
        text_free(&name);
        text_print(out, "%+10.1f ± %.1f\n", got->mean, got->half_width);
    }
}

static void kinds_of_day(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    const struct study *study = optimum->space->study;
    double sense = sense_of(written);

    if (study->n_kinds < 2 || !optimum->kind_goal || !has_report(written))
        return;
    text_print(out, say("\nIn every kind of day (%s), and what the finalist that is best for that day would add\n"), say(choice_unit(written->scenario->choice)));
    for (int t = 0; t < study->n_kinds; t++) {
        double best = -HUGE_VAL;
        if (study->kind[t].share <= 0)
            continue;
        for (int i = 0; i < optimum->n_finalists; i++)
            best = fmax(best, optimum->kind_goal[i * study->n_kinds + t]);
        text_add(out, "  ");
        text_add_padded(out, study->kind[t].name, -20);
        text_print(out, "%9.1f  %+.1f\n", sense * optimum->kind_goal[t], sense * (best - optimum->kind_goal[t]));
    }
}

void write_optimum_text(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;

    write_plain(out, written->scenario->name);
    text_add(out, "\n\n");
    if (knows_nothing(written)) {
        text_add(out, written->time_up ? say("The time allowed was over before any plan had a result: there are none to tell.\n")
                                       : say("Interrupted before any plan had a result: there are none to tell.\n"));
        return;
    }
    headline(written, out);
    if (optimum->n_finalists) {
        plan_lines(written, out);
        failing_requirement(written, out);
        key_figures(written, out);
    }
    write_guarantee(written, out);
    if (optimum->n_finalists) {
        requirement_lines(written, out);
        runners_up(written, out);
        kinds_of_day(written, out);
    }
    if (optimum->n_stock) {
        text_print(out, say("\nStock lasts on %.0f %% of days, drink by drink.\n"), 100 * optimum->lasting);
        write_keeping(written->scenario, &written->aside, out);
    }
}

/* --- for programs --------------------------------------------------------------------------------------------- */

void write_optimum_csv(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    double sense = sense_of(written);

    text_add(out, "rank,design,stations,staff,goal,half_width,to_best,to_best_half_width,told_apart,fixed_cost_cny\n");
    for (int i = 0; i < optimum->n_finalists; i++) {
        const struct finalist *f = &optimum->finalist[i];
        int staff = 0;
        for (int s = 0; s < f->layout->station.n; s++)
            staff += layout_station(f->layout, s)->staff;
        text_print(out, "%d,", i + 1);
        text_add_csv(out, f->layout->name);
        text_print(out, ",%d,%d,", f->layout->station.n, staff);
        const double cells[] = {sense * f->line.mean, f->line.half_width, sense * f->line.difference, f->line.difference_half};
        for (int c = 0; c < 4; c++) {
            write_number(out, cells[c]);
            text_add(out, ",");
        }
        text_print(out, "%s,", f->line.standing == SELECT_NOT_TOLD_APART ? "no" : "yes");
        write_number(out, f->fixed_cost);
        text_add(out, "\n");
    }
}

static json_t *finalist_json(const struct written_optimum *written, const struct finalist *f)
{
    json_t *object = json_object(), *requirements = json_array();
    int failed = 0;

    for (int r = 0; r < design_requirements(written->scenario->choice); r++) {
        json_t *one = json_object();
        failed |= json_object_set_new(one, "mean", json_number(f->requirement[r].mean));
        failed |= json_object_set_new(one, "half_width", json_number(f->requirement[r].half_width));
        failed |= json_array_append_new(requirements, json_checked(one, 0));
    }
    failed |= json_object_set_new(object, "design", json_text(f->layout->name));
    failed |= json_object_set_new(object, "goal", json_number(sense_of(written) * f->line.mean));
    failed |= json_object_set_new(object, "half_width", json_number(f->line.half_width));
    failed |= json_object_set_new(object, "to_best", json_number(f->line.difference != 0 ? sense_of(written) * f->line.difference : 0));
    failed |= json_object_set_new(object, "to_best_half_width", json_number(f->line.difference_half));
    failed |= json_object_set_new(object, "fixed_cost_cny", json_number(f->fixed_cost));
    failed |= json_object_set_new(object, "days", json_integer(f->days));
    failed |= json_object_set_new(object, "requirements", requirements);
    return json_checked(object, failed);
}

static json_t *narrowing_json(const struct narrowing *n)
{
    json_t *object = json_object();
    int failed = json_object_set_new(object, "designs", json_number(n->all));
    failed |= json_object_set_new(object, "proved_out", json_number(n->proved_out));
    failed |= json_object_set_new(object, "beaten_by_reach", json_number(n->beaten_by_reach));
    failed |= json_object_set_new(object, "visited", json_integer(n->visited));
    failed |= json_object_set_new(object, "candidates", json_integer(n->candidates));
    failed |= json_object_set_new(object, "infeasible", json_integer(n->infeasible));
    failed |= json_object_set_new(object, "screened", json_integer(n->screened));
    failed |= json_object_set_new(object, "beaten", json_integer(n->beaten));
    failed |= json_object_set_new(object, "listed", json_boolean(n->listed));
    return json_checked(object, failed);
}

enum status write_optimum_json(const struct written_optimum *written, struct text *out)
{
    static const char *const outcomes[] = {[SELECT_FOUND] = "found", [SELECT_UNRESOLVED] = "not resolved", [SELECT_NONE] = "no plan meets the requirements"};
    const struct optimum *optimum = written->optimum;
    json_t *all = json_object(), *finalists = json_array(), *scenario = json_object();
    char hash[24];
    int failed = 0;

    snprintf(hash, sizeof hash, "%016llx", (unsigned long long)written->hash);
    failed |= json_object_set_new(scenario, "name", json_text(written->scenario->name));
    failed |= json_object_set_new(scenario, "hash", json_text(hash));
    failed |= json_object_set_new(all, "samovar", json_text(SAMOVAR_VERSION));
    failed |= json_object_set_new(all, "format", json_integer(1));
    failed |= json_object_set_new(all, "scenario", scenario);
    failed |= json_object_set_new(all, "seed", json_seed(written->seed));
    failed |= json_object_set_new(all, "outcome", json_text(written->status == ERR_INTERRUPTED ? "interrupted" : outcomes[optimum->outcome]));
    failed |= json_object_set_new(all, "confidence", json_number(optimum->guarantee.confidence));
    failed |= json_object_set_new(all, "indifference", json_number(written->scenario->choice->indifference));
    failed |= json_object_set_new(all, "unit", json_text(choice_unit(written->scenario->choice)));
    failed |= json_object_set_new(all, "days", json_integer(optimum->days));
    failed |= json_object_set_new(all, "narrowing", narrowing_json(&optimum->narrowing));
    for (int i = 0; i < optimum->n_finalists; i++)
        failed |= json_array_append_new(finalists, finalist_json(written, &optimum->finalist[i]));
    failed |= json_object_set_new(all, "finalists", finalists);
    return json_print(json_checked(all, failed), out);
}

/* A text as YAML reads it back, whatever is in it. */
static void yaml_text(struct text *out, const char *text)
{
    text_add(out, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            text_add(out, "\\");
        text_add_n(out, (unsigned char)*text < ' ' ? " " : text, 1);
    }
    text_add(out, "\"");
}

static void yaml_station(const struct written_optimum *written, const struct station_plan *station, struct text *out)
{
    text_add(out, "    ");
    yaml_text(out, station->name);
    text_print(out, ":\n      staff: %d\n      vessels: {", station->staff);
    for (int v = 0; v < station->n_vessels; v++) {
        text_add(out, v ? ", " : "");
        yaml_text(out, scenario_drink(written->scenario, station->vessel[v].drink.index)->name);
        text_add(out, ": [");
        for (int i = 0; i < station->vessel[v].equipment.n; i++) {
            text_add(out, i ? ", " : "");
            yaml_text(out, scenario_equipment(written->scenario, station->vessel[v].equipment.item[i].index)->name);
        }
        text_add(out, "]");
    }
    text_add(out, "}\n      portions: {");
    for (int i = 0; i < station->portions.n; i++) {
        text_add(out, i ? ", " : "");
        yaml_text(out, station->portions.item[i].of.name);
        text_print(out, ": %.0f", station->portions.item[i].share);
    }
    text_add(out, "}\n");
}

void write_optimum_layout(const struct written_optimum *written, struct text *out)
{
    const struct layout *layout = written->optimum->plan;

    text_print(out, "# %s\nlayouts:\n  best:\n", say("To be put into the scenario, as one more of its layouts."));
    for (int s = 0; layout && s < layout->station.n; s++)
        yaml_station(written, layout_station(layout, s), out);
}
