/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was assumed, what to measure on the day, a sheet to write it on; and how the figures were made. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

static void add_share(struct story *story, json_t *group, const char *key)
{
    double share = number_at(group, key);

    if (isfinite(share))
        report_cell_print(story->report, "%.3g", 100 * share);
    else
        report_cell(story->report, "");
}

static void add_groups(struct story *story)
{
    static const struct {
        const char *key, *head;
    } shares[] = {
        {"uptake", MARK("Want a drink (%)")}, {"uptake_per_k", MARK("More for each degree colder (%)")},
        {"day_to_day", MARK("Spread from day to day (%)")}, {"own_cup", MARK("Bring a cup (%)")},
    };
    json_t *groups = json_object_get(story->plan, "groups"), *group;
    struct report *report = story->report;
    const char *name;

    if (!json_object_size(groups))
        return;
    report_table(report, say("Residents, as assumed"));
    report_head(report, say("Group"), false);
    report_head(report, say("Set out in the window"), true);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        report_head(report, say(shares[i].head), true);
    json_object_foreach(groups, name, group) {
        report_cell(report, tidy(story, name));
        report_cell(report, digits(story, number_at(group, "residents"), 0));
        for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
            add_share(story, group, shares[i].key);
    }
}

static void add_sources(struct story *story)
{
    json_t *sources = json_object_get(story->plan, "sources"), *text;
    struct report *report = story->report;
    const char *key;

    if (!json_object_size(sources)) {
        report_add(report, PIECE_QUIET, say("The scenario doesn't say where its numbers are from (key `sources`)."));
        return;
    }
    report_table(report, say("Where the numbers are from"));
    report_head(report, say("Quantity (key in the scenario)"), false);
    report_head(report, say("Source"), false);
    json_object_foreach(sources, key, text) {
        report_cell(report, tidy(story, key));
        report_cell(report, tidy(story, json_is_string(text) ? json_string_value(text) : ""));
    }
}

/* Numbers that several groups share, or that aren't of people. */
static void add_prices(struct story *story)
{
    static const struct {
        const char *key, *name, *unit;
    } rows[] = {
        {"wage_cny_per_h", MARK("Wage"), MARK("CNY/h")}, {"electricity_cny_per_kwh", MARK("Electricity"), MARK("CNY/kWh")},
        {"set_up_cny", MARK("Setting up and clearing a station"), MARK("CNY")}, {"cup_cny", MARK("A paper cup"), MARK("CNY")},
        {"waste_cny", MARK("Getting rid of a portion poured away"), MARK("CNY")}, {"goodwill_cny", MARK("Goodwill: the price put on a resident who goes without"), MARK("CNY")},
    };
    json_t *costs = json_object_get(story->plan, "costs");
    struct report *report = story->report;
    int n = 0;

    report_table(report, say("Prices, as assumed"));
    report_head(report, say("What"), false);
    report_head(report, say("How much"), true);
    report_head(report, say("Unit"), false);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double price = number_at(costs, rows[i].key);
        if (!(price > 0))
            continue;
        report_cell(report, say(rows[i].name));
        report_cell(report, words(story, "%.2f", price));
        report_cell(report, say(rows[i].unit));
        n++;
    }
    if (n == 0 && report->n)
        report->n--; /* nothing costs anything: no table */
}

static void add_uncertain(struct story *story)
{
    json_t *list = json_object_get(story->plan, "uncertain"), *one;
    struct report *report = story->report;
    size_t i;

    if (!json_array_size(list))
        return;
    report_table(report, say("Not measured yet, by the scenario's own account"));
    report_head(report, say("Quantity (key in the scenario)"), false);
    report_head(report, say("Low"), false);
    report_head(report, say("High"), false);
    json_array_foreach(list, i, one) {
        report_cell(report, tidy(story, text_at(one, "key")));
        report_cell(report, tidy(story, text_at(one, "low")));
        report_cell(report, tidy(story, text_at(one, "high")));
    }
}

/* --- out of samovar sensitivity ------------------------------------------------------------------------------- */

static const char *effect(struct story *story, const char *key, json_t *one, const char *side)
{
    struct interval effect = figure(one, side);

    if (!isfinite(effect.mean))
        return "";
    return words(story, "%s%s", effect.mean > 0 ? "+" : "", with_range(story, key, effect));
}

static json_t *find_sensitivity(const struct story *story)
{
    for (int i = 0; i < story->n_sources; i++)
        if (story->source[i].sensitivity)
            return story->source[i].sensitivity;
    return NULL;
}

static void add_effects(struct story *story)
{
    json_t *sensitivity = find_sensitivity(story), *one;
    const char *key = text_at(sensitivity, "figure");
    struct report *report = story->report;
    size_t i;

    if (!json_array_size(json_object_get(sensitivity, "quantities")) || kpi_find(key) < 0)
        return;
    report_note_layout(story, text_at(sensitivity, "layout"));
    report_table(report, words(story, say("What each would change (%s, %s), the most first: measure these first"), kpi_name(key), kpi_shown_unit(key)));
    report_head(report, say("Quantity (key in the scenario)"), false);
    report_head(report, say("Low"), false);
    report_head(report, say("Change at the low"), true);
    report_head(report, say("High"), false);
    report_head(report, say("Change at the high"), true);
    json_array_foreach(json_object_get(sensitivity, "quantities"), i, one) {
        report_cell(report, tidy(story, text_at(one, "quantity")));
        report_cell(report, tidy(story, text_at(one, "low")));
        report_cell(report, effect(story, key, one, "low_effect"));
        report_cell(report, tidy(story, text_at(one, "high")));
        report_cell(report, effect(story, key, one, "high_effect"));
    }
}

static void add_measurements(struct story *story)
{
    static const char *const items[] = {
        MARK("How many come in every quarter of an hour, and how many are served: it moves every other figure."),
        MARK("How many look at the line and go on, and how many leave it: balking and patience."),
        MARK("How long 20 services take, from greeting to hand-over, at the peak: staff and waits hang on it."),
        MARK("The temperature in the cup and in the vessel, at opening, at the peak, after a refill and at closing."),
        MARK("What is left of each drink at closing, and when something ran out."),
        MARK("The air temperature at opening: demand is taken to grow as it falls."),
    };

    report_add(story->report, PIECE_HEADING, say("What to measure on the day"));
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        report_add(story->report, PIECE_ITEM, say(items[i]));
    report_add(story->report, PIECE_QUIET, say("Put what was measured into the scenario and simulate again: figures on this page are as good as these."));
}

static void add_assumptions(struct story *story)
{
    add_groups(story);
    add_prices(story);
    add_sources(story);
    if (!find_sensitivity(story))
        add_uncertain(story);
}

void report_assume(struct story *story)
{
    static const char *const charts[] = {"tornado", "sweep", "heat", NULL};

    report_section(story->report, "assumptions", say("Assumptions, and what to measure"));
    if (story->plan)
        add_assumptions(story);
    add_effects(story);
    report_add_charts(story, charts);
    if (!story->plan)
        return;
    add_measurements(story);
    report_add_tally(story);
}
