/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything stands: the map; staff, equipment and what to buy. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

enum { MOST_SIDE_BY_SIDE = 8 };

void report_show_map(struct story *story)
{
    static const char *const charts[] = {"map", NULL};
    struct interval wanted = figure(story->figures, "wanted"), unreached = figure(story->figures, "unreached");
    int before = story->report->n;

    report_section(story->report, "map", say("Where the stations stand"));
    if (unreached.mean > 0 && wanted.mean > 0)
        report_print(story->report, PIECE_TEXT,
                     say("Of 100 residents who want a hot drink, %.0f have a station on their way, or near enough to make the detour."),
                     100 * (1 - unreached.mean / wanted.mean));
    report_add_charts(story, charts);
    if (story->report->n == before + 1)
        story->report->n = before; /* nothing to show: no section */
}

/* --- tables ------------------------------------------------------------------------------------------------ */

static double power_kw(json_t *station)
{
    double power_w = 0;
    size_t i;
    json_t *vessel;

    json_array_foreach(json_object_get(station, "vessels"), i, vessel)
        power_w += number_at(vessel, "power_w");
    return power_w / 1000;
}

/* Helpers have a column where there are any. */
static const struct helper {
    const char *key, *name;
} helpers[] = {{"greeters", MARK("Greeters")}, {"desk", MARK("Second desk")}};
enum { HELPERS = sizeof helpers / sizeof *helpers };

static bool has_helpers(const struct story *story, const struct helper *helper)
{
    const char *name;
    json_t *station;

    json_object_foreach(story->stations, name, station)
        if (number_at(station, helper->key) > 0)
            return true;
    return false;
}

static void add_stations(struct story *story)
{
    json_t *figures = json_object_get(story->subject->summary, "stations"), *station;
    struct report *report = story->report;
    const char *name;

    report_table(report, say("Stations and staff"));
    report_head(report, say("Station"), false);
    report_head(report, say("Place"), false);
    report_head(report, say("Staff"), true);
    for (int h = 0; h < HELPERS; h++)
        if (has_helpers(story, &helpers[h]))
            report_head(report, say(helpers[h].name), true);
    report_head(report, say("Drinks a day"), true);
    report_head(report, say("Staff busy (%)"), true);
    report_head(report, say("Longest line"), true);
    report_head(report, say("Heaters (kW)"), true);
    report_head(report, say("Circuit (kW)"), true);
    json_object_foreach(story->stations, name, station) {
        json_t *of = json_object_get(figures, name);
        report_cell(report, tidy(story, name));
        report_cell(report, json_is_true(json_object_get(station, "indoor")) ? say("indoors") : say("outdoors"));
        report_cell(report, digits(story, number_at(station, "staff"), 0));
        for (int h = 0; h < HELPERS; h++)
            if (has_helpers(story, &helpers[h]))
                report_cell(report, digits(story, number_at(station, helpers[h].key), 0));
        report_cell(report, shown(story, "served", figure(of, "served").mean));
        report_cell(report, shown(story, "staff_utilisation", figure(of, "staff_utilisation").mean));
        report_cell(report, shown(story, "line_max", figure(of, "line_max").mean));
        report_cell(report, digits(story, power_kw(station), 1));
        report_cell(report, digits(story, number_at(station, "circuit_w") / 1000, 1));
    }
}

static void add_vessel(struct story *story, const char *station, json_t *vessel)
{
    struct report *report = story->report;
    double power_w = number_at(vessel, "power_w"), volume_l = number_at(vessel, "volume_l");

    report_cell(report, tidy(story, station));
    report_cell(report, tidy(story, text_at(vessel, "drink")));
    report_cell(report, tidy(story, text_at(vessel, "equipment")));
    report_cell(report, isfinite(volume_l) ? words(story, "%g", volume_l) : "");
    report_cell(report, power_w > 0 ? words(story, "%g", power_w / 1000) : "");
    if (power_w > 0)
        report_cell_print(report, say("heated, kept at %g °C"), number_at(vessel, "setpoint_c"));
    else
        report_cell_print(report, say("no heater, filled at %g °C"), number_at(vessel, "filled_c"));
}

static int add_vessels(struct story *story)
{
    struct report *report = story->report;
    json_t *station, *vessel;
    const char *name;
    size_t i;
    int n = 0;

    report_table(report, say("Equipment at each station"));
    report_head(report, say("Station"), false);
    report_head(report, say("Drink"), false);
    report_head(report, say("Equipment"), false);
    report_head(report, say("Litres"), true);
    report_head(report, "kW", true);
    report_head(report, say("How it keeps warm"), false);
    json_object_foreach(story->stations, name, station)
        json_array_foreach(json_object_get(station, "vessels"), i, vessel) {
            add_vessel(story, name, vessel);
            n++;
        }
    if (n == 0)
        report->n--; /* nothing is poured: no table */
    return n;
}

/* --- what to bring ------------------------------------------------------------------------------------------- */

static double portions_at(json_t *station, const char *drink)
{
    return number_at(json_object_get(station, "portions"), drink);
}

/* None is left blank: it isn't offered there. */
static const char *count(struct story *story, double n)
{
    return n > 0 ? digits(story, n, 0) : "";
}

/* Drinks side by side while they fit on paper. */
static void add_portions_side_by_side(struct story *story)
{
    struct report *report = story->report;
    const char *name, *drink;
    json_t *station, *what;

    report_head(report, say("Station"), false);
    json_object_foreach(story->drinks, drink, what)
        report_head(report, tidy(story, drink), true);
    report_head(report, say("Paper cups"), true);
    json_object_foreach(story->stations, name, station) {
        report_cell(report, tidy(story, name));
        json_object_foreach(story->drinks, drink, what)
            report_cell(report, count(story, portions_at(station, drink)));
        report_cell(report, count(story, number_at(station, "cups")));
    }
}

static void add_portions_below(struct story *story)
{
    struct report *report = story->report;
    const char *name, *drink;
    json_t *station, *portions;

    report_head(report, say("Station"), false);
    report_head(report, say("What"), false);
    report_head(report, say("How many"), true);
    json_object_foreach(story->stations, name, station) {
        json_object_foreach(json_object_get(station, "portions"), drink, portions) {
            report_cell(report, tidy(story, name));
            report_cell(report, tidy(story, drink));
            report_cell(report, count(story, json_number_value(portions)));
        }
        report_cell(report, tidy(story, name));
        report_cell(report, say("Paper cups"));
        report_cell(report, count(story, number_at(station, "cups")));
    }
}

static bool is_stocked(const struct story *story)
{
    const char *name;
    json_t *station;

    json_object_foreach(story->stations, name, station)
        if (json_object_size(json_object_get(station, "portions")) || isfinite(number_at(station, "cups")))
            return true;
    return false;
}

static void add_shopping(struct story *story)
{
    struct report *report = story->report;
    const char *name, *drink;
    json_t *station, *what;

    report_table(report, days_between(story) > 1 ? words(story, say("To prepare, all together; what keeps: for %.0f days"), days_between(story)) : say("To prepare for a day, all together"));
    report_head(report, say("Drink"), false);
    report_head(report, say("Portions"), true);
    report_head(report, say("Millilitres each"), true);
    report_head(report, say("Litres"), true);
    report_head(report, say("Ingredients (CNY)"), true);
    json_object_foreach(story->drinks, drink, what) {
        double portions = stored(story, drink), cup_ml = number_at(what, "cup_ml");
        json_object_foreach(story->stations, name, station)
            portions += isfinite(portions_at(station, drink)) ? portions_at(station, drink) : 0;
        report_cell(report, tidy(story, drink));
        report_cell(report, digits(story, portions, 0));
        report_cell(report, digits(story, cup_ml, 0));
        report_cell(report, digits(story, portions * cup_ml / 1000, 1));
        report_cell(report, digits(story, portions * number_at(what, "cost_cny"), 1));
    }
}

static void add_stock(struct story *story)
{
    if (!is_stocked(story))
        return;
    report_table(story->report, say("Portions and cups for each station"));
    if (json_object_size(story->drinks) <= MOST_SIDE_BY_SIDE)
        add_portions_side_by_side(story);
    else
        add_portions_below(story);
    add_shopping(story);
}

static void add_totals(struct story *story, int vessels)
{
    double staff = 0, kw = 0, cups = 0;
    const char *name, *list = "";
    json_t *station;

    json_object_foreach(story->stations, name, station) {
        staff += people_at(station);
        kw += power_kw(station);
        cups += isfinite(number_at(station, "cups")) ? number_at(station, "cups") : 0;
    }
    if (isfinite(staff))
        list = words(story, say_n("%.0f staff", "%.0f staff", (unsigned long)staff), staff);
    if (vessels)
        enlist(story, &list, words(story, say_n("%d vessel", "%d vessels", (unsigned long)vessels), vessels));
    if (kw > 0)
        enlist(story, &list, words(story, say("%.1f kW of heaters"), kw));
    if (cups > 0)
        enlist(story, &list, words(story, say("%.0f paper cups"), cups));
    if (*list)
        report_print(story->report, PIECE_TEXT, say("All stations together: %s."), list);
}

void report_list_stations(struct story *story)
{
    if (!json_object_size(story->stations))
        return;
    report_section(story->report, "stations", say("Staff, equipment and shopping list"));
    add_stations(story);
    int vessels = add_vessels(story);
    add_totals(story, vessels);
    add_stock(story);
    report_list_shopping(story);
    report_advise_stock(story);
}
