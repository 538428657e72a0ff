/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What filled-in tally sheets said, out of `samovar fit`. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

static bool is_of(json_t *one, const char *station, const char *quantity)
{
    return strcmp(text_at(one, "station"), station) == 0 && strcmp(text_at(one, "quantity"), quantity) == 0;
}

static json_t *found(json_t *figures, const char *station, const char *quantity)
{
    json_t *one;
    size_t i;

    json_array_foreach(figures, i, one)
        if (is_of(one, station, quantity))
            return one;
    return NULL;
}

/* "157.2 (126.7 .. 187.8)" */
static const char *estimate(struct story *story, json_t *one, double unit)
{
    double value = number_at(one, "value") / unit, low = number_at(one, "low") / unit, high = number_at(one, "high") / unit;

    if (!isfinite(value))
        return "";
    return isfinite(low) && isfinite(high) ? words(story, say("%.1f (%.1f .. %.1f)"), value, low, high) : words(story, "%.1f", value);
}

static const char *peaks(struct story *story, json_t *figures, const char *station)
{
    const char *list = "";
    json_t *one;
    size_t i;

    json_array_foreach(figures, i, one)
        if (is_of(one, station, "peak_time"))
            enlist(story, &list, clock_of(story, 60 * round(number_at(one, "value") / 60)));
    return list;
}

/* In the order of the file; all together, without a name, comes last. */
static const char *next_station(json_t *figures, size_t *at, const char *before)
{
    for (; *at < json_array_size(figures); (*at)++) {
        const char *station = text_at(json_array_get(figures, *at), "station");
        if (!before || strcmp(station, before) != 0)
            return station;
    }
    return NULL;
}

static void add_stations(struct story *story, json_t *figures)
{
    static const struct {
        const char *quantity, *head;
        double unit;
    } columns[] = {{"arrivals_per_day", MARK("Came a day"), 1}, {"service_mean", MARK("Service, mean (s)"), 1}, {"patience_mean", MARK("Patience, mean (min)"), 60}, {"cup_mean", MARK("In the cup, mean (°C)"), 1}};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    struct report *report = story->report;
    const char *station = NULL;
    size_t at = 0;

    report_table(report, say("By station"));
    report_head(report, say("Station"), false);
    report_head(report, say("Peaks"), false);
    for (int c = 0; c < COLUMNS; c++)
        report_head(report, say(columns[c].head), true);
    while ((station = next_station(figures, &at, station)) != NULL) {
        report_cell(report, *station ? tidy(story, station) : say("all stations"));
        report_cell(report, peaks(story, figures, station));
        for (int c = 0; c < COLUMNS; c++)
            report_cell(report, estimate(story, found(figures, station, columns[c].quantity), columns[c].unit));
    }
}

static void add_drinks(struct story *story, json_t *figures)
{
    struct report *report = story->report;
    json_t *one;
    size_t i;

    if (!found(figures, "", "drink_share"))
        return;
    report_table(report, say("Which drinks were taken"));
    report_head(report, say("Station"), false);
    report_head(report, say("Drink"), false);
    report_head(report, say("Share (%)"), true);
    json_array_foreach(figures, i, one)
        if (strcmp(text_at(one, "quantity"), "drink_share") == 0) {
            report_cell(report, *text_at(one, "station") ? tidy(story, text_at(one, "station")) : say("all stations"));
            report_cell(report, tidy(story, text_at(one, "item")));
            report_cell(report, estimate(story, one, 0.01));
        }
}

static void name_bad_curves(struct story *story, json_t *figures)
{
    const char *list = "";
    json_t *one;
    size_t i;

    json_array_foreach(figures, i, one)
        if (strcmp(text_at(one, "quantity"), "arrivals_p") == 0 && number_at(one, "value") < 0.05)
            enlist(story, &list, tidy(story, text_at(one, "station")));
    if (*list)
        report_print(story->report, PIECE_TEXT, say("The curve of arrivals doesn't fit well at %s: don't rely on its peaks there, count more days or finer steps."), list);
}

static void add_source(struct story *story, json_t *fit)
{
    json_t *figures = json_object_get(fit, "figures");
    double days = number_at(fit, "days");

    report_print(story->report, PIECE_TEXT, say_n("Tally sheets of %.0f day say this; in brackets are intervals of %.6g %%.", "Tally sheets of %.0f days say this; in brackets are intervals of %.6g %%.", (unsigned long)days),
                 days, 100 * number_at(fit, "confidence"));
    add_stations(story, figures);
    name_bad_curves(story, figures);
    add_drinks(story, figures);
    report_add(story->report, PIECE_QUIET, say("fitted.yaml in the directory of samovar fit holds these as a part of a scenario: pasted, or named by extends:, they take the place of guesses."));
}

void report_tell_counted(struct story *story)
{
    static const char *const charts[] = {"fitted", NULL};

    report_section(story->report, "counted", say("What was counted"));
    for (int i = 0; i < story->n_sources; i++)
        if (json_array_size(json_object_get(story->source[i].fit, "figures")))
            add_source(story, story->source[i].fit);
    report_add_charts(story, charts);
}
