/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All figures, to be sorted and copied. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

enum { MOST_SIDE_BY_SIDE = 6 };

/* With the indentation of the table on a terminal, as blanks that no form drops. */
static const char *indented(struct story *story, int k)
{
    const char *name = say(kpis[k].name);
    size_t blanks = strspn(name, " ");
    return words(story, "%s%s", blanks >= 4 ? "\u2003\u2003" : blanks >= 2 ? "\u2003" : "", name + blanks);
}

/* Nothing of it at all: left out, but for what everybody asks for. */
static bool is_told(json_t *figures, int k)
{
    static const char *const asked[] = {"wanted", "served", "warm", "lukewarm", "short", NULL};
    struct interval interval = figure(figures, kpis[k].key);

    for (const char *const *key = asked; *key; key++)
        if (strcmp(*key, kpis[k].key) == 0)
            return true;
    return isfinite(interval.mean) && interval.mean != 0;
}

static void add_whole(struct story *story)
{
    struct report *report = story->report;

    report_table(report, words(story, say("All figures of layout %s"), layout_name(story, story->layout)));
    report_head(report, say("Figure"), false);
    report_head(report, say("Unit"), false);
    report_head(report, say("Mean"), true);
    report_head(report, "±", true);
    for (int k = 0; k < n_kpis; k++) {
        struct interval interval = figure(story->figures, kpis[k].key);
        if (!is_told(story->figures, k))
            continue;
        report_cell(report, indented(story, k));
        report_cell(report, say(kpis[k].unit));
        report_cell(report, shown(story, kpis[k].key, interval.mean));
        report_cell(report, shown_half(story, kpis[k].key, interval));
    }
}

/* --- a row each ---------------------------------------------------------------------------------------------- */

struct column {
    const char *key, *head;
};

static const struct column served_columns[] = {
    {"wanted", MARK("Came")}, {"served", MARK("Served")}, {"warm", MARK("Warm")}, {"lukewarm", MARK("Lukewarm")}, {"balked", MARK("Went on")},
    {"reneged", MARK("Gave up")}, {"short", MARK("Found it used up")}, {"turned_away", MARK("No room")}, {"wait_mean_s", MARK("Wait, mean (s)")},
    {"wait_within_share", MARK("Within target (%)")}, {NULL, NULL},
};

static const struct column used_columns[] = {
    {"line_mean", MARK("Line, mean")}, {"line_max", MARK("Longest line")}, {"staff_utilisation", MARK("Staff busy (%)")},
    {"energy_kwh", MARK("Energy (kWh)")}, {"portions_used", MARK("Portions used")}, {"portions_wasted", MARK("Poured away")},
    {"cups_used", MARK("Paper cups")}, {"cups_saved", MARK("Own cups")}, {"cost", MARK("Cost (CNY)")}, {NULL, NULL},
};

static const struct column group_columns[] = {
    {"wanted", MARK("Want a drink a day")}, {"unreached", MARK("No station")}, {"served", MARK("Served")}, {"warm", MARK("Warm")},
    {"balked", MARK("Went on")}, {"reneged", MARK("Gave up")}, {"short", MARK("Found it used up")}, {"wait_mean_s", MARK("Wait, mean (s)")},
    {"late_min", MARK("Made late (min)")}, {"satisfaction", MARK("Planning score (of 100)")}, {NULL, NULL},
};

static const struct column drink_columns[] = {
    {"wanted", MARK("Want a drink a day")}, {"served", MARK("Served")}, {"warm", MARK("Warm")}, {"substituted", MARK("Took another")},
    {"short", MARK("Found it used up")}, {"portions_used", MARK("Portions used")}, {"portions_wasted", MARK("Poured away")}, {NULL, NULL},
};

static void add_scope(struct story *story, const char *scope, const char *first, const struct column *columns, const char *caption)
{
    json_t *members = json_object_get(story->subject->summary, scope), *member;
    struct report *report = story->report;
    const char *name;

    if (!json_object_size(members))
        return;
    report_table(report, caption);
    report_head(report, first, false);
    for (const struct column *column = columns; column->key; column++)
        report_head(report, say(column->head), true);
    json_object_foreach(members, name, member) {
        report_cell(report, tidy(story, name));
        for (const struct column *column = columns; column->key; column++)
            report_cell(report, shown(story, column->key, figure(member, column->key).mean));
    }
}

/* --- side by side -------------------------------------------------------------------------------------------- */

struct side {
    const char *name;
    json_t *figures;
};

static void add_sides(struct story *story, const char *caption, int n, const struct side side[])
{
    struct report *report = story->report;

    report_table(report, caption);
    report_head(report, say("Figure"), false);
    report_head(report, say("Unit"), false);
    for (int i = 0; i < n; i++)
        report_head(report, tidy(story, side[i].name), true);
    for (int k = 0; k < n_kpis; k++) {
        bool any = false;
        for (int i = 0; i < n; i++)
            any |= is_told(side[i].figures, k);
        if (!any)
            continue;
        report_cell(report, indented(story, k));
        report_cell(report, say(kpis[k].unit));
        for (int i = 0; i < n; i++)
            report_cell(report, with_range(story, kpis[k].key, figure(side[i].figures, kpis[k].key)));
    }
}

static void add_layouts(struct story *story)
{
    struct side side[MOST_SIDE_BY_SIDE];
    json_t *layout;
    const char *name;
    int n = 0;

    json_object_foreach(json_object_get(story->comparing->compare, "layouts"), name, layout)
        if (n < MOST_SIDE_BY_SIDE)
            side[n++] = (struct side){name, json_object_get(layout, "kpi")};
    if (n)
        add_sides(story, say("The layouts compared, each by itself"), n, side);
}

static void add_runs(struct story *story)
{
    struct side side[MOST_SIDE_BY_SIDE];
    int n = 0;

    for (int i = 0; i < story->n_sources && n < MOST_SIDE_BY_SIDE; i++)
        if (story->source[i].summary)
            side[n++] = (struct side){layout_name(story, text_at(story->source[i].summary, "layout")), json_object_get(story->source[i].summary, "kpi")};
    if (n > 1)
        add_sides(story, say("The runs side by side"), n, side);
}

/* --- out of samovar sweep -------------------------------------------------------------------------------------- */

static void add_points(struct story *story, const char *key, json_t *points)
{
    static const char *const beside[] = {"warm", "wait_within_share", "cost"};
    const char *keys[4] = {key}, *path;
    struct report *report = story->report;
    json_t *point, *value;
    size_t i;
    int n = 1;

    for (size_t b = 0; b < sizeof beside / sizeof *beside; b++)
        if (strcmp(beside[b], key) != 0)
            keys[n++] = beside[b];
    json_object_foreach(json_object_get(json_array_get(points, 0), "set"), path, value)
        if (report->table && report->table->columns < 2)
            report_head(report, tidy(story, path), false);
    int axes = report->table ? report->table->columns : 0;
    for (int k = 0; k < n; k++)
        report_head(report, words(story, say("%s (%s)"), kpi_name(keys[k]), kpi_shown_unit(keys[k])), true);
    json_array_foreach(points, i, point) {
        int written = 0;
        json_object_foreach(json_object_get(point, "set"), path, value)
            if (written++ < axes)
                report_cell(report, tidy(story, json_is_string(value) ? json_string_value(value) : ""));
        for (; written < axes; written++)
            report_cell(report, "");
        for (int k = 0; k < n; k++)
            report_cell(report, with_range(story, keys[k], figure(json_object_get(point, "kpi"), keys[k])));
    }
}

static void add_sweeps(struct story *story)
{
    for (int i = 0; i < story->n_sources; i++) {
        json_t *sweep = story->source[i].sweep, *points = json_object_get(sweep, "points");
        const char *key = text_at(sweep, "figure");
        if (!json_array_size(points))
            continue;
        report_table(story->report, say("Varied, everything else as it is"));
        add_points(story, kpi_find(key) >= 0 ? key : "wait_within_share", points);
    }
}

void report_tabulate(struct story *story)
{
    report_section(story->report, "figures", say("All tables"));
    if (story->figures)
        add_whole(story);
    if (story->subject) {
        add_scope(story, "stations", say("Station"), served_columns, say("Stations: what became of those who came"));
        add_scope(story, "stations", say("Station"), used_columns, say("Stations: lines and what is used"));
        add_scope(story, "groups", say("Group"), group_columns, say("Groups of residents"));
        if (json_object_size(json_object_get(story->subject->summary, "drinks")) > 1)
            add_scope(story, "drinks", say("Drink"), drink_columns, say("Drinks: who got one is counted with what he got, else with what he asked for"));
    }
    if (story->comparing)
        add_layouts(story);
    add_runs(story);
    add_sweeps(story);
    if (story->choosing && story->choosing->layout)
        report_verbatim(story->report, say("The plan as a layout of the scenario"), story->choosing->layout);
    if (story->choosing && story->choosing->answer)
        report_verbatim(story->report, say("The answer of samovar optimize"), story->choosing->answer);
}
