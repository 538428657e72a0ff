/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist for the morning, by the clock: from what stands where and from the series. */
#include "cli/report_inside.h"

#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TASKS = 256 };

struct task {
    double at_s;
    int place;          /* in the order they were noted: keeps the sort stable */
    const char *what;
};

struct morning {
    struct story *story;
    int n;
    struct task task[MOST_TASKS];
};

static void note(struct morning *morning, double at_s, const char *what)
{
    if (morning->n == MOST_TASKS || !isfinite(at_s))
        return;
    morning->task[morning->n] = (struct task){at_s, morning->n, what};
    morning->n++;
}

static int by_clock(const void *a, const void *b)
{
    const struct task *one = a, *other = b;

    if (one->at_s != other->at_s)
        return one->at_s < other->at_s ? -1 : 1;
    return one->place - other->place;
}

/* --- before opening ---------------------------------------------------------------------------------------- */

static const char *vessel_words(struct story *story, json_t *vessels, size_t i)
{
    return words(story, say("%s (%s)"), vessel_name(story, vessels, i), tidy(story, text_at(json_array_get(vessels, i), "drink")));
}

/* Urns that are switched on at the same time share a line; index of the first that hasn't been named. */
static void note_preheating(struct morning *morning, const char *name, json_t *vessels)
{
    struct story *story = morning->story;
    double opens_s = number_at(story->plan, "opens_s");
    size_t i, j;
    json_t *vessel, *other;

    json_array_foreach(vessels, i, vessel) {
        double preheat_s = number_at(vessel, "preheat_s");
        const char *list = "";
        bool named = false;
        json_array_foreach(vessels, j, other) {
            if (number_at(other, "preheat_s") != preheat_s)
                continue;
            named |= j < i;
            enlist(story, &list, vessel_words(story, vessels, j));
        }
        if (isfinite(preheat_s) && !named)
            note(morning, opens_s - preheat_s, words(story, say("%s: fill and switch on %s."), tidy(story, name), list));
    }
}

static void note_carriers(struct morning *morning, const char *name, json_t *vessels)
{
    enum { BEFORE_S = 900 };
    struct story *story = morning->story;
    const char *list = "";
    size_t i;
    json_t *vessel;

    json_array_foreach(vessels, i, vessel)
        if (!(number_at(vessel, "power_w") > 0))
            enlist(story, &list, words(story, say("%s at %g °C"), vessel_words(story, vessels, i), number_at(vessel, "filled_c")));
    if (*list)
        note(morning, number_at(story->plan, "opens_s") - BEFORE_S, words(story, say("%s: bring %s, filled and shut."), tidy(story, name), list));
}

static bool has_spares(const struct story *story, const char *drink)
{
    return number_at(json_object_get(json_object_get(story->plan, "store"), "spares"), drink) > 0;
}

/* Filled before opening, they are as old as the day. */
static void note_spares(struct morning *morning)
{
    enum { BEFORE_S = 900 };
    struct story *story = morning->story;
    double opens_s = number_at(story->plan, "opens_s"), closes_s = number_at(story->plan, "closes_s");
    json_t *spares = json_object_get(json_object_get(story->plan, "store"), "spares"), *n;
    const char *drink, *list = "";

    json_object_foreach(spares, drink, n) {
        double hold_s = number_at(json_object_get(story->drinks, drink), "hold_s");
        if (!has_spares(story, drink))
            continue;
        enlist(story, &list, words(story, say("%s × %.0f"), tidy(story, drink), json_number_value(n)));
        if (opens_s + hold_s < closes_s)
            note(morning, opens_s + hold_s, words(story, say("Store: pour away what is left of %s in the spare carriers, %.0f min old."), tidy(story, drink), hold_s / 60));
    }
    if (*list)
        note(morning, number_at(story->plan, "opens_s") - BEFORE_S, words(story, say("Store: fill the spare carriers: %s."), list));
}

/* Not there for the whole window. */
static bool in_shifts(const struct story *story, json_t *station, const char *who)
{
    double open_h = (number_at(story->plan, "closes_s") - number_at(story->plan, "opens_s")) / 3600;
    return hours_at(station, who, open_h) < open_h * number_at(station, who) - 1e-9;
}

static void note_opening(struct morning *morning)
{
    struct story *story = morning->story;
    double opens_s = number_at(story->plan, "opens_s");
    const char *name, *list = "";
    json_t *station;

    json_object_foreach(story->stations, name, station) {
        double greeters = on_duty(station, "greeters", opens_s), desk = on_duty(station, "desk", opens_s);
        enlist(story, &list, words(story, in_shifts(story, station, "staff") ? say("%s %.0f (in shifts)") : say("%s %.0f"), tidy(story, name), on_duty(station, "staff", opens_s)));
        if (greeters > 0)
            enlist(story, &list, words(story, in_shifts(story, station, "greeters") ? say("%.0f to take orders in the line (in shifts)") : say("%.0f to take orders in the line"), greeters));
        if (desk > 0)
            enlist(story, &list, words(story, in_shifts(story, station, "desk") ? say("%.0f at the second desk (in shifts)") : say("%.0f at the second desk"), desk));
    }
    note(morning, opens_s, words(story, say("Open. Staff in place: %s."), list));
}

/* --- while open -------------------------------------------------------------------------------------------- */

struct place {
    struct morning *morning;
    const char *name;
};

static void note_shift(void *context, double at_s, const char *change)
{
    const struct place *place = context;
    struct morning *morning = place->morning;
    note(morning, at_s, words(morning->story, say("%s: change of shift, %s."), place->name, change));
}

static void note_shifts(struct morning *morning, const char *name, json_t *at)
{
    struct place place = {morning, name};
    report_tell_shifts(morning->story, at, note_shift, &place);
}

/* A first filling that is poured away for its age before closing. */
static void note_hold(struct morning *morning, const char *name, json_t *station, size_t i)
{
    struct story *story = morning->story;
    json_t *vessels = json_object_get(station, "vessels"), *drink = json_object_get(story->drinks, text_at(json_array_get(vessels, i), "drink"));
    double hold_s = number_at(drink, "hold_s"), due_s = next_on_duty(story, station, number_at(story->plan, "opens_s") + hold_s);

    const char *says = has_spares(story, text_at(json_array_get(vessels, i), "drink")) ? say("%s: pour away what is left in %s, %.0f min old, and in its spare carriers.")
                                                                                        : say("%s: pour away what is left of the first filling of %s, %.0f min old; later fillings after as long.");

    if (due_s < number_at(story->plan, "closes_s"))
        note(morning, due_s, words(story, says, tidy(story, name), vessel_words(story, vessels, i), hold_s / 60));
}

/* When a content that had been falling has risen by a twentieth of the volume: a refill, or a carrier swapped. */
static double risen_at(const struct series *series, const double content[], double volume_l)
{
    double least = HUGE_VAL;

    for (int i = 0; i < series->n; i++) {
        if (content[i] > least + volume_l / 20)
            return series->time_s[i];
        least = fmin(least, content[i]);
    }
    return NAN;
}

/* A moment when somebody is there; else NAN: nobody is told to do anything then. */
static double attended(json_t *station, double time_s)
{
    return on_duty(station, "staff", time_s) == 0 ? NAN : time_s;
}

static void note_refill(struct morning *morning, const char *name, json_t *station, size_t i)
{
    struct story *story = morning->story;
    json_t *vessels = json_object_get(station, "vessels"), *vessel = json_array_get(vessels, i);
    const struct series *content = story_series(story, name, "content", vessel_item(story, vessels, i));
    double volume_l = number_at(vessel, "volume_l");

    if (!content)
        return;
    double busy_s = attended(station, risen_at(content, content->high, volume_l)), usual_s = attended(station, risen_at(content, content->median, volume_l));
    const char *what = vessel_words(story, vessels, i);
    if (isfinite(usual_s))
        note(morning, fmin(busy_s, usual_s), words(story, say("%s: have the first refill of %s ready; on most days it comes at about %s."), tidy(story, name), what, clock_of(story, usual_s)));
    else if (isfinite(busy_s))
        note(morning, busy_s, words(story, say("%s: on a busy day the first refill of %s comes now; on most days there's none."), tidy(story, name), what));
}

/* Lines below this aren't worth a word. */
static void note_line(struct morning *morning, const char *name, json_t *station)
{
    enum { A_LINE = 2 };
    struct story *story = morning->story;
    const struct series *line = story_series(story, name, "line", "");
    int longest = 0;

    if (!line || line->n == 0)
        return;
    for (int i = 1; i < line->n; i++)
        if (isfinite(attended(station, line->time_s[i])) && (line->high[i] > line->high[longest] || isnan(attended(station, line->time_s[longest]))))
            longest = i;
    if (line->high[longest] >= A_LINE && line->n > 1 && isfinite(attended(station, line->time_s[longest])))
        note(morning, line->time_s[longest], words(story, phrase_of_days(days_in_a_row(story), MARK("%s: the line is longest now, a mean of more than %.1f people over %.0f min on 1 day in 20 and longer at a moment; nobody takes a break."),
                                                                                  MARK("%s: the line is longest now, a mean of more than %.1f people over %.0f min in 1 run of days in 20 and longer at a moment; nobody takes a break.")), tidy(story, name), line->high[longest], (line->time_s[1] - line->time_s[0]) / 60));
}

/* From when it's used up on more than one day in ten, or in so many runs of days; NAN: never. */
static double scarce_from(const struct series *left)
{
    for (int i = 0; left && i < left->n; i++)
        if (left->ran_out[i] > 0.1)
            return left->time_s[i];
    return NAN;
}

/* What is scarce at a station is brought in one walk, early enough for the first of it. */
static void note_runner(struct morning *morning, const char *name, json_t *station)
{
    enum { BEFORE_S = 900 };
    struct story *story = morning->story;
    const char *drink, *list = "";
    double first_s = HUGE_VAL;
    json_t *n;

    json_object_foreach(json_object_get(station, "portions"), drink, n) {
        double at_s = json_number_value(n) > 0 ? next_on_duty(story, station, scarce_from(story_series(story, name, "portions", drink))) : NAN;
        if (isnan(at_s) || at_s > number_at(story->plan, "closes_s"))
            continue;
        first_s = fmin(first_s, at_s);
        enlist(story, &list, words(story, say("%s (from %s)"), tidy(story, drink), clock_of(story, at_s)));
    }
    double at_s = next_on_duty(story, station, fmax(first_s - BEFORE_S, number_at(story->plan, "opens_s")));
    if (*list && at_s < number_at(story->plan, "closes_s"))
        note(morning, at_s, words(story, phrase_of_days(days_in_a_row(story), MARK("%s: have more brought of what is used up on 1 day in 10: %s."), MARK("%s: have more brought of what is used up in 1 run of days in 10: %s.")), tidy(story, name), list));
}

/* Where runners bring what is asked for: when the first of them comes. */
static void note_supply(struct morning *morning, const char *name, json_t *station)
{
    struct story *story = morning->story;
    const struct series *brought = story_series(story, name, "brought", "");

    for (int i = 0; brought && i < brought->n; i++)
        if (brought->mean[i] >= 0.5 && isfinite(attended(station, brought->time_s[i]))) {
            note(morning, brought->time_s[i], words(story, say("%s: the runner first comes at about this time; the store has it ready."), tidy(story, name)));
            return;
        }
}

static void note_station(struct morning *morning, const char *name, json_t *station)
{
    json_t *vessels = json_object_get(station, "vessels");

    note_preheating(morning, name, vessels);
    note_carriers(morning, name, vessels);
    note_shifts(morning, tidy(morning->story, name), station);
    for (size_t i = 0; i < json_array_size(vessels); i++) {
        note_refill(morning, name, station, i);
        note_hold(morning, name, station, i);
    }
    note_line(morning, name, station);
    note_supply(morning, name, station);
    note_runner(morning, name, station);
}

void report_plan_morning(struct story *story)
{
    struct morning *morning = arena_take(&story->report->arena, 1, sizeof *morning);
    const char *name;
    json_t *station;

    story->report->failed |= !morning;
    if (!morning || !json_object_size(story->stations))
        return;
    morning->story = story;
    json_object_foreach(story->stations, name, station)
        note_station(morning, name, station);
    note_shifts(morning, say("Store"), json_object_get(story->plan, "store"));
    note_spares(morning);
    note_opening(morning);
    note(morning, number_at(story->plan, "closes_s"), say("Close: serve who stands in line, count what is left, fill in the tally sheet."));
    qsort(morning->task, (size_t)morning->n, sizeof *morning->task, by_clock);
    report_section(story->report, "morning", say("Checklist for the day"));
    for (int i = 0; i < morning->n; i++)
        report_print(story->report, PIECE_TASK, "%s  %s", clock_of(story, morning->task[i].at_s), morning->task[i].what);
}
