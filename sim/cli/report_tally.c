/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tally sheet: on paper, one a station, and as tally.csv to type it in. */
#include "cli/report_tally.h"

#include "cli/report_inside.h"
#include "cli/write_inside.h"
#include "core/say.h"

#include <math.h>

enum { MOST_ROWS = 24, DRINKS_ON_PAPER = 8, FIVE_MINUTES_S = 300 };

/* The columns that are the same everywhere. A drink has a column of its own behind them. */
static const struct {
    const char *key, *head, *meaning;
} columns[] = {
    {"came", MARK("Came"), MARK("Came: everybody who comes up to the station, also who goes away again.")},
    {"served", MARK("Served"), MARK("Served: who walks away with a drink; the columns of the drinks add up to it.")},
    {"left", MARK("Went away"), MARK("Went away: who came and got none.")},
    {"gave_up", MARK("of these, from the line"), MARK("From the line: of those who went away, who had been standing in line.")},
    {"line", MARK("Line"), MARK("Line: people waiting at the beginning of the row, not counting those being served.")},
    {"cup_c", MARK("Cup (°C)"), MARK("Cup: temperature in one cup just poured, °C.")},
    {"service_s", MARK("Service (s)"), MARK("Service: seconds from greeting to hand-over, of one resident.")},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* Rows of 5 minutes while they fit on a sheet, else of 15, 30 ... */
static double step_of(double open_s)
{
    double step_s = FIVE_MINUTES_S;

    while (open_s / step_s > MOST_ROWS)
        step_s *= step_s > FIVE_MINUTES_S ? 2 : 3;
    return step_s;
}

static int rows_of(double open_s)
{
    return open_s > 0 ? (int)ceil(open_s / step_of(open_s) - 1e-9) : 0;
}

/* --- on paper ------------------------------------------------------------------------------------------------- */

/* Offered at the station: a drink without portions is. */
static bool is_offered(json_t *station, const char *drink)
{
    json_t *portions = json_object_get(json_object_get(station, "portions"), drink);
    return !portions || json_number_value(portions) > 0;
}

static int add_heads(struct story *story, json_t *station)
{
    struct report *report = story->report;
    const char *drink;
    json_t *what;
    int n = 3, drinks = 0;

    report_head(report, say("From"), false);
    for (int c = 0; c < 2; c++)
        report_head(report, say(columns[c].head), false);
    json_object_foreach(story->drinks, drink, what)
        if (is_offered(station, drink) && drinks++ < DRINKS_ON_PAPER) {
            report_head(report, tidy(story, drink), false);
            n++;
        }
    for (int c = 2; c < COLUMNS; c++, n++)
        report_head(report, say(columns[c].head), false);
    return n;
}

static void add_sheet(struct story *story, const char *name, json_t *station)
{
    struct report *report = story->report;
    double opens_s = number_at(story->plan, "opens_s"), closes_s = number_at(story->plan, "closes_s"), step_s = step_of(closes_s - opens_s);

    report_add(report, PIECE_NEW_SHEET, "");
    report_print(report, PIECE_HEADING, say("Tally sheet: %s"), tidy(story, name));
    report_add(report, PIECE_TEXT, say("Date: ____________   Air at opening: ______ °C   Counted by: ____________"));
    report_table_to_fill(report, words(story, say("%s: a stroke a person; line, cup and service once a row"), tidy(story, name)));
    int n = add_heads(story, station);
    for (int row = 0; row < rows_of(closes_s - opens_s); row++) {
        report_cell(report, clock_of(story, opens_s + row * step_s));
        for (int column = 1; column < n; column++)
            report_cell(report, "");
    }
}

void report_add_tally(struct story *story)
{
    double open_s = number_at(story->plan, "closes_s") - number_at(story->plan, "opens_s");
    const char *name;
    json_t *station;

    if (rows_of(open_s) == 0 || !json_object_size(story->stations))
        return;
    report_add(story->report, PIECE_HEADING, say("How to tally"));
    report_add(story->report, PIECE_TEXT, say("One sheet a station, below; afterwards type the strokes as numbers into tally.csv beside this page, one row each. What wasn't looked at stays empty, never 0."));
    for (int c = 0; c < COLUMNS; c++)
        report_add(story->report, PIECE_ITEM, say(columns[c].meaning));
    json_object_foreach(story->stations, name, station)
        add_sheet(story, name, station);
    report_add(story->report, PIECE_NEW_SHEET, "");
}

/* --- as a file ------------------------------------------------------------------------------------------------- */

static void write_head(json_t *drinks, struct text *out)
{
    const char *drink;
    json_t *what;

    text_add(out, "date,station,from,to,air_c");
    for (int c = 0; c < COLUMNS; c++)
        text_print(out, ",%s", columns[c].key);
    json_object_foreach(drinks, drink, what) {
        struct text head = {0};
        text_print(&head, "drink:%s", drink);
        text_add(out, ",");
        text_add_csv(out, text_c(&head));
        out->failed |= head.failed;
        text_free(&head);
    }
    text_add(out, "\n");
}

static void write_station(json_t *plan, const char *name, struct text *out)
{
    double opens_s = number_at(plan, "opens_s"), closes_s = number_at(plan, "closes_s"), step_s = step_of(closes_s - opens_s);
    size_t blanks = 1 + COLUMNS + json_object_size(json_object_get(plan, "drinks"));

    for (int row = 0; row < rows_of(closes_s - opens_s); row++) {
        text_add(out, ",");
        text_add_csv(out, name);
        text_add(out, ",");
        write_clock(out, opens_s + row * step_s, MINUTES);
        text_add(out, ",");
        write_clock(out, fmin(opens_s + (row + 1) * step_s, closes_s), MINUTES);
        for (size_t i = 0; i < blanks; i++)
            text_add(out, ",");
        text_add(out, "\n");
    }
}

bool tally_write(json_t *plan, struct text *out)
{
    double open_s = number_at(plan, "closes_s") - number_at(plan, "opens_s");
    json_t *stations = json_object_get(plan, "stations"), *station;
    const char *name;

    if (rows_of(open_s) == 0 || !json_object_size(stations))
        return false;
    write_head(json_object_get(plan, "drinks"), out);
    json_object_foreach(stations, name, station)
        write_station(plan, name, out);
    return true;
}
