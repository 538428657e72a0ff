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

/* One row a quarter of an hour; at most a sheet of paper. */
static void add_tally_sheet(struct story *story)
{
    enum { MOST_ROWS = 24, QUARTER_S = 900 };
    double opens_s = number_at(story->plan, "opens_s"), closes_s = number_at(story->plan, "closes_s"), step_s = QUARTER_S;
    struct report *report = story->report;

    if (!(closes_s > opens_s))
        return;
    while ((closes_s - opens_s) / step_s > MOST_ROWS)
        step_s *= 2;
    report_add(report, PIECE_NEW_SHEET, "");
    report_add(report, PIECE_HEADING, say("Tally sheet"));
    report_add(report, PIECE_TEXT, say("Station: ____________  Date: ____________  Air at opening: ______ °C  Counted by: ____________"));
    report_table_to_fill(report, say("One sheet a station; a stroke a person"));
    report_head(report, say("From"), false);
    report_head(report, say("Came"), false);
    report_head(report, say("Served"), false);
    report_head(report, say("Left without a drink"), false);
    report_head(report, say("Longest line"), false);
    report_head(report, say("Remarks"), false);
    for (int row = 0; row < MOST_ROWS && opens_s + row * step_s < closes_s - 1; row++) {
        report_cell(report, clock_of(story, opens_s + row * step_s));
        for (int column = 1; column < 6; column++)
            report_cell(report, "");
    }
    report_add(report, PIECE_NEW_SHEET, "");
}

void report_assume(struct story *story)
{
    static const char *const charts[] = {"tornado", NULL};

    if (!story->plan)
        return;
    report_section(story->report, "assumptions", say("Assumptions, and what to measure"));
    add_groups(story);
    add_uncertain(story);
    report_add_charts(story, charts);
    add_measurements(story);
    add_tally_sheet(story);
}
