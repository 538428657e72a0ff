/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Portions and cups: where they stand when it opens, and all of them together. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>

enum { MOST_SIDE_BY_SIDE = 8 };

/* Where runners bring more from. */
static json_t *store_of(const struct story *story)
{
    return json_object_get(story->plan, "store");
}

/* None is left blank: it isn't offered there. */
static const char *count(struct story *story, double n)
{
    return n > 0 ? digits(story, n, 0) : "";
}

static void add_row(struct story *story, const char *name, json_t *place)
{
    const char *drink;
    json_t *what;

    report_cell(story->report, tidy(story, name));
    json_object_foreach(story->drinks, drink, what)
        report_cell(story->report, count(story, portions_at(place, drink)));
    report_cell(story->report, count(story, number_at(place, "cups")));
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
    json_object_foreach(story->stations, name, station)
        add_row(story, name, station);
    if (store_of(story))
        add_row(story, say("store"), store_of(story));
}

static void add_rows(struct story *story, const char *name, json_t *place)
{
    struct report *report = story->report;
    const char *drink;
    json_t *what;

    json_object_foreach(story->drinks, drink, what) {
        if (!(portions_at(place, drink) > 0))
            continue;
        report_cell(report, tidy(story, name));
        report_cell(report, tidy(story, drink));
        report_cell(report, count(story, portions_at(place, drink)));
    }
    report_cell(report, tidy(story, name));
    report_cell(report, say("Paper cups"));
    report_cell(report, count(story, number_at(place, "cups")));
}

static void add_portions_below(struct story *story)
{
    struct report *report = story->report;
    const char *name;
    json_t *station;

    report_head(report, say("Station"), false);
    report_head(report, say("What"), false);
    report_head(report, say("How many"), true);
    json_object_foreach(story->stations, name, station)
        add_rows(story, name, station);
    if (store_of(story))
        add_rows(story, say("store"), store_of(story));
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

/* Of what no station counts there is always some. */
static bool is_counted(const struct story *story, const char *drink)
{
    const char *name;
    json_t *station;

    json_object_foreach(story->stations, name, station)
        if (json_object_get(json_object_get(station, "portions"), drink))
            return true;
    return portions_in_all(story, drink) > 0;
}

static void add_shopping(struct story *story)
{
    struct report *report = story->report;
    const char *where = store_of(story) ? say("all stations and the store together") : say("all stations together"), *drink;
    json_t *what;

    report_table(report, days_between(story) > 1 ? words(story, say("To prepare, %s; what keeps: for %.0f days"), where, days_between(story)) : words(story, say("To prepare for a day, %s"), where));
    report_head(report, say("Drink"), false);
    report_head(report, say("Portions"), true);
    report_head(report, say("Millilitres each"), true);
    report_head(report, say("Litres"), true);
    report_head(report, say("Ingredients (CNY)"), true);
    json_object_foreach(story->drinks, drink, what) {
        double portions = portions_in_all(story, drink), cup_ml = number_at(what, "cup_ml");
        bool counted = is_counted(story, drink);
        report_cell(report, tidy(story, drink));
        report_cell(report, counted ? digits(story, portions, 0) : say("never runs out"));
        report_cell(report, digits(story, cup_ml, 0));
        report_cell(report, counted ? digits(story, portions * cup_ml / 1000, 1) : "");
        report_cell(report, counted ? digits(story, portions * number_at(what, "cost_cny"), 1) : "");
    }
}

void report_list_portions(struct story *story)
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
