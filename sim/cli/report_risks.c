/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What could go wrong: what is off on an average day, what runs out when, and how each kind of day goes. */
#include "cli/report_inside.h"

#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>
#include <string.h>

/* --- what is off ------------------------------------------------------------------------------------------- */

/* A loss that is worth a word above a share of all, and what can be done about it. */
static const struct {
    const char *key, *of;
    double share;
    const char *sentence, *remedy;
} losses[] = {
    {"unreached", "wanted", 0.05, MARK("%s residents a day (%.0f of 100 who want a drink) pass no station."),
     MARK("A station on another way out, or a sign where the ways part.")},
    {"short", "wanted", 0.02, MARK("%s residents a day (%.0f of 100 who want a drink) find drinks or cups used up."),
     MARK("More portions of what runs out first, see below.")},
    {"balked", "wanted", 0.02, MARK("%s residents a day (%.0f of 100 who want a drink) see the line and go on."),
     MARK("One more hand at the peak, or drinks poured ahead.")},
    {"reneged", "wanted", 0.02, MARK("%s residents a day (%.0f of 100 who want a drink) join the line and give up."),
     MARK("The same, and a word to those in line how long it takes.")},
    {"turned_away", "wanted", 0.005, MARK("%s residents a day (%.0f of 100 who want a drink) find no room to stand."),
     MARK("A place with more room, or a line that bends.")},
    {"no_show", "wanted", 0.01, MARK("%s residents a day (%.0f of 100 who want a drink) book and don't come."),
     MARK("A time after which what was booked goes to others.")},
    {"lukewarm", "served", 0.02, MARK("%s drinks a day (%.0f of 100 served) are lukewarm."),
     MARK("Warmer water for the refill, a refill before the peak, or a second vessel.")},
    {"scald_risk", "served", 0.002, MARK("%s drinks a day (%.0f of 100 served) are hot enough to scald."),
     MARK("A lower thermostat or a lower filling temperature.")},
    {"portions_wasted", "portions_used", 0.3, MARK("%s portions a day (%.0f for 100 used) are poured away."),
     MARK("Fewer portions of what is always left, or refill in smaller steps.")},
};

/* The station that has the most of it, if it has a large part. */
static const char *where(struct story *story, const char *key)
{
    json_t *stations = story->subject ? json_object_get(story->subject->summary, "stations") : NULL, *station;
    const char *name, *worst = NULL;
    double most = 0, all = 0;

    json_object_foreach(stations, name, station) {
        double mean = figure(station, key).mean;
        all += mean > 0 ? mean : 0;
        if (mean > most) {
            most = mean;
            worst = name;
        }
    }
    if (!worst || json_object_size(stations) < 2 || most < 0.4 * all)
        return "";
    return words(story, say("Most at %s (%s)."), tidy(story, worst), shown(story, key, most));
}

static double wasted_at_stations(const struct story *story)
{
    json_t *stations = story->subject ? json_object_get(story->subject->summary, "stations") : NULL, *station;
    const char *name;
    double sum = 0;

    json_object_foreach(stations, name, station)
        sum += figure(station, "portions_wasted").mean;
    return sum;
}

/* The drink brought in full carriers of which most is poured away; NULL: none. */
static const char *spare_most_wasted(const struct story *story)
{
    json_t *spares = json_object_get(json_object_get(story->plan, "store"), "spares"), *n;
    json_t *drinks = story->subject ? json_object_get(story->subject->summary, "drinks") : NULL;
    const char *drink, *worst = NULL;
    double most = 0;

    json_object_foreach(spares, drink, n) {
        double wasted = figure(json_object_get(drinks, drink), "portions_wasted").mean;
        if (json_number_value(n) > 0 && (!worst || wasted > most)) { /* figures by drink are left out where there's one */
            most = wasted;
            worst = drink;
        }
    }
    return worst;
}

/* Most of what is poured away may never have left the store, or have stood too long. */
static const char *remedy_for_waste(struct story *story, const char *usual)
{
    double wasted = figure(story->figures, "portions_wasted").mean, in_store = wasted - wasted_at_stations(story);
    const char *spare = spare_most_wasted(story);

    if (in_store > 0.5 * wasted && spare)
        return words(story, say("Most of it, %.0f, is left in the store: fewer full carriers of %s there."), in_store, tidy(story, spare));
    if (figure(story->figures, "too_old").mean > 0.5 * wasted)
        return say("Most of it stood too long in its vessel: smaller fillings, one after the other.");
    return usual;
}

/* What a station never had isn't mended by more of what runs out. */
static const char *remedy(struct story *story, size_t loss)
{
    if (strcmp(losses[loss].key, "portions_wasted") == 0)
        return remedy_for_waste(story, say(losses[loss].remedy));
    if (strcmp(losses[loss].key, "short") == 0 && offers_vary(story))
        return say("That counts who wants what his station doesn't offer: offer it there, or more of what runs out first, see below.");
    return say(losses[loss].remedy);
}

static int add_losses(struct story *story)
{
    int n = 0;

    for (size_t i = 0; i < sizeof losses / sizeof *losses; i++) {
        struct interval loss = figure(story->figures, losses[i].key), of = figure(story->figures, losses[i].of);
        if (!(of.mean > 0) || !(loss.mean > losses[i].share * of.mean))
            continue;
        const char *first = words(story, say(losses[i].sentence), with_range(story, losses[i].key, loss), 100 * loss.mean / of.mean);
        const char *what = sentences(story, first, where(story, losses[i].key));
        report_add(story->report, PIECE_ITEM, sentences(story, what, remedy(story, i)));
        n++;
    }
    return n;
}

/* What comes of heaters that take more than the circuit carries. */
static const char *overloaded(struct story *story, const char *name, json_t *station)
{
    json_t *figures = json_object_get(json_object_get(story->subject->summary, "stations"), name);
    double trips = figure(figures, "breaker_trips").mean;

    if (json_is_true(json_object_get(station, "takes_turns")))
        return say("An interlock lets them take turns, so that each heats more slowly; the figures count on it, see that it is there.");
    if (trips >= 0.05)
        return words(story, say("When all heat at once the breaker trips, %.1f times a day: have an interlock put in, or move one."), trips);
    return say("When all heat at once the breaker trips: have an interlock put in, or move one.");
}

static int add_circuits(struct story *story)
{
    const char *name;
    json_t *station, *vessel;
    size_t i;
    int n = 0;

    json_object_foreach(story->stations, name, station) {
        double power_w = 0, circuit_w = number_at(station, "circuit_w");
        json_array_foreach(json_object_get(station, "vessels"), i, vessel)
            power_w += number_at(vessel, "power_w");
        if (!(power_w > circuit_w))
            continue;
        report_print(story->report, PIECE_ITEM, say("%s: the heaters take %.1f kW together, the circuit carries %.1f kW. %s"),
                     tidy(story, name), power_w / 1000, circuit_w / 1000, overloaded(story, name, station));
        n++;
    }
    return n;
}

/* --- what runs out ----------------------------------------------------------------------------------------- */

/* The time from which more than this share of days, or of runs of days, is without it; NAN: never. */
static double out_from(const struct series *series, double share)
{
    for (int i = 0; i < series->n; i++)
        if (series->ran_out[i] > share)
            return series->time_s[i];
    return NAN;
}

/* When the last in line have been served, as in the chart of the stock. */
static double out_at_last(const struct series *series)
{
    return series->n > 0 ? series->ran_out[series->n - 1] : 0;
}

/* Not offered isn't run out. */
static bool may_run_out(const struct story *story, const struct series *series)
{
    json_t *station = json_object_get(story->stations, series->station);

    if (strcmp(series->quantity, "cups") == 0)
        return true;
    return strcmp(series->quantity, "portions") == 0 && number_at(json_object_get(station, "portions"), series->item) > 0;
}

static void add_what_runs_out(struct story *story)
{
    enum { OFTEN = 5 };
    struct report *report = story->report;
    int before = report->n, in_a_row = days_in_a_row(story);

    report_table(report, say("What runs out"));
    report_head(report, say("Station"), false);
    report_head(report, say("What"), false);
    report_head(report, phrase_of_days(in_a_row, MARK("Used up by closing (% of days)"), MARK("Used up by closing on one of the days (% of runs)")), true);
    report_head(report, phrase_of_days(in_a_row, MARK("On 1 day in 10 from"), MARK("In 1 run in 10 from")), true);
    report_head(report, phrase_of_days(in_a_row, MARK("On half of days from"), MARK("In half of the runs from")), true);
    int empty = report->n;
    bool any = false;
    for (int i = 0; i < story->n_series; i++) {
        const struct series *series = &story->series[i];
        if (!may_run_out(story, series) || 100 * out_at_last(series) < OFTEN)
            continue;
        any = true;
        report_cell(report, tidy(story, series->station));
        report_cell(report, *series->item ? tidy(story, series->item) : say("Paper cups"));
        report_cell(report, digits(story, round(100 * out_at_last(series)), 0));
        report_cell(report, clock_of(story, out_from(series, 0.1)));
        report_cell(report, clock_of(story, out_from(series, 0.5)));
    }
    report->n = any ? empty : before;
}

/* --- kinds of day -------------------------------------------------------------------------------------------- */

static const struct {
    const char *key, *head;
} of_kinds[] = {
    {"wanted", MARK("Want a drink a day")}, {"served", MARK("Served")},       {"warm", MARK("Warm")},
    {"short", MARK("Found it used up")},    {"wait_mean_s", MARK("Wait, mean (s)")},
    {"wait_within_share", MARK("Within target (%)")}, {"line_max", MARK("Longest line")}, {"cost", MARK("Cost (CNY)")},
};
enum { OF_KINDS = sizeof of_kinds / sizeof *of_kinds };

static void add_kinds(struct story *story)
{
    json_t *kinds = story->subject ? json_object_get(story->subject->summary, "day_types") : NULL, *kind;
    struct report *report = story->report;
    const char *name;

    if (json_object_size(kinds) < 2)
        return;
    report_table(report, say("By kind of day"));
    report_head(report, say("Kind of day"), false);
    report_head(report, say("Share (%)"), true);
    for (int i = 0; i < OF_KINDS; i++)
        report_head(report, say(of_kinds[i].head), true);
    json_object_foreach(kinds, name, kind) {
        report_cell(report, tidy(story, name));
        report_cell(report, digits(story, 100 * number_at(kind, "share"), 1));
        for (int i = 0; i < OF_KINDS; i++)
            report_cell(report, shown(story, of_kinds[i].key, figure(json_object_get(kind, "kpi"), of_kinds[i].key).mean));
    }
}

void report_warn(struct story *story)
{
    static const char *const charts[] = {"stock", "line", "arrivals", "circuit", NULL};

    if (!story->figures)
        return;
    report_section(story->report, "risks", say("What could go wrong"));
    int n = add_losses(story) + add_circuits(story);
    if (n == 0)
        report_add(story->report, PIECE_TEXT, say("On an average day nothing is off by much: few go without, few wait long, drinks are warm, and little is poured away."));
    add_what_runs_out(story);
    add_kinds(story);
    report_add_charts(story, charts);
}
