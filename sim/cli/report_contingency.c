/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contingency plan, out of `samovar stress`: what may happen, what it costs, what to do then. */
#include "cli/report_inside.h"
#include "cli/write_stress.h"
#include "core/say.h"

#include <math.h>
#include <string.h>

/* The words of the file may be of another language. */
static const char *what_happens(struct story *story, json_t *one)
{
    int kind = contingency_kind(text_at(one, "kind"));
    struct contingency contingency = {.kind = kind < 0 ? AS_USUAL : (enum contingency_kind)kind, .what = text_at(one, "what"), .station = text_at(one, "station"),
                                      .drink = json_object_get(one, "drink") ? text_at(one, "drink") : NULL};
    struct text words = {0};

    if (kind < 0)
        return tidy(story, text_at(one, "contingency"));
    write_contingency(&contingency, &words);
    const char *kept = tidy(story, text_c(&words));
    story->report->failed |= words.failed;
    text_free(&words);
    return kept;
}

/* --- what to do -------------------------------------------------------------------------------------------- */

static bool shows(struct interval change)
{
    return fabs(change.mean) > change.half_width;
}

static json_t *best_reserve(json_t *one)
{
    return json_array_get(json_object_get(one, "reserves"), 0);
}

/* No spare where one was tried and didn't help, no other drinks where there's one. */
static const char *vessel_remedy(struct story *story, json_t *one)
{
    json_t *best = best_reserve(one);
    bool in_vain = best && !json_is_true(json_object_get(best, "helps")), only_drink = json_object_size(story->drinks) == 1;
    const char *what = tidy(story, text_at(one, "what")), *first;

    if (in_vain)
        first = only_drink ? "" : say("Offer the other drinks");
    else
        first = words(story, only_drink ? say("Keep a spare %s filled and at hand") : say("Keep a spare %s filled and at hand; until it stands there, offer the other drinks"), what);
    if (json_object_size(story->stations) > 1)
        return *first ? words(story, say("%s and name the next station."), first) : say("Name the next station.");
    return *first ? words(story, say("%s."), first) : "";
}

static const char *carrier_remedy(struct story *story, json_t *one)
{
    return sentences(story, say("Count the carriers before they leave the kitchen."), vessel_remedy(story, one));
}

/* More or fewer who want a drink than usual: what that means for what is brought. */
static const char *crowd_remedy(struct story *story, json_t *one)
{
    struct interval more = figure(json_object_get(one, "against_usual"), "wanted");
    double wanted = figure(json_object_get(one, "kpi"), "wanted").mean, share = 100 * more.mean / (wanted - more.mean);

    if (!shows(more) || !isfinite(share))
        return say("Nothing more to bring: as many want a drink as usual.");
    if (more.mean < 0)
        return words(story, say("About %.0f fewer want a drink (%.0f %%): bring that much less."), -more.mean, -share);
    return words(story, say("About %.0f more want a drink (+%.0f %%): bring that many more portions and cups, and one more hand for the busiest station."), more.mean, share);
}

static const char *staff_remedy(struct story *story, json_t *one)
{
    (void)story, (void)one;
    return say("Have somebody on call who can step in within a quarter of an hour; leave long questions for later.");
}

static const char *cold_remedy(struct story *story, json_t *one)
{
    return sentences(story, say("Look at the forecast the evening before; fill hotter, keep lids shut."), crowd_remedy(story, one));
}

/* What goes wrong on it the forecast doesn't tell; a crowd it may. */
static const char *kind_remedy(struct story *story, json_t *one)
{
    struct interval more = figure(json_object_get(one, "against_usual"), "wanted");

    if (!shows(more) || more.mean < 0)
        return say("Nothing more to bring: no more want a drink than usual.");
    return sentences(story, say("Look at the forecast the evening before."), crowd_remedy(story, one));
}

static const char *power_remedy(struct story *story, json_t *one)
{
    (void)story, (void)one;
    return say("Have full insulated carriers within reach and know where the fuse is; switch the heaters on again one after the other.");
}

static const char *delivery_remedy(struct story *story, json_t *one)
{
    (void)story, (void)one;
    return say("Have the driver's number at hand; keep enough for the first half hour at the stations the evening before.");
}

/* The reserve that won back most when it was tried, or that none did. */
static const char *tried_reserve(struct story *story, json_t *stress, json_t *one)
{
    json_t *best = best_reserve(one);
    int kind = reserve_kind(text_at(best, "kind"));
    const char *goal = text_at(stress, "goal");
    struct interval regained = {number_at(best, "regained"), number_at(best, "half_width")};
    struct text reserve = {0};

    if (kind < 0)
        return "";
    write_reserve(&(struct reserve){.kind = (enum reserve_kind)kind, .station = text_at(best, "station"), .what = text_at(best, "what")}, &reserve);
    const char *kept = tidy(story, text_c(&reserve));
    story->report->failed |= reserve.failed;
    text_free(&reserve);
    if (!json_is_true(json_object_get(best, "helps")))
        return words(story, say("Tried: %s wouldn't have helped so that it shows."), kept);
    return words(story, say("Tried: %s wins back %s %s."), kept, with_range(story, goal, regained), kpi_shown_unit(goal));
}

static const char *remedy(struct story *story, json_t *stress, json_t *one)
{
    static const struct {
        const char *kind;
        const char *(*words)(struct story *story, json_t *one);
    } remedies[] = {
        {"vessel-out", vessel_remedy}, {"staff-short", staff_remedy}, {"cold-snap", cold_remedy},          {"big-crowd", crowd_remedy},
        {"kind-of-day", kind_remedy},  {"power-out", power_remedy},   {"late-delivery", delivery_remedy}, {"carrier-missing", carrier_remedy},
    };
    const char *kind = text_at(one, "kind"), *what = "";

    for (size_t i = 0; i < sizeof remedies / sizeof *remedies; i++)
        if (strcmp(remedies[i].kind, kind) == 0)
            what = remedies[i].words(story, one);
    return sentences(story, what, tried_reserve(story, stress, one));
}

static bool is_kind(json_t *one, enum contingency_kind kind)
{
    return contingency_kind(text_at(one, "kind")) == (int)kind;
}

/* --- the table ---------------------------------------------------------------------------------------------- */

/* Where one of the list stands. */
enum place { ROW, LESS, HARMLESS, NOT_NEEDED, PLACES };

static const char *change(struct story *story, json_t *one, const char *key)
{
    struct interval change = figure(json_object_get(one, "against_usual"), key);

    if (!isfinite(change.mean))
        return "";
    const char *plus = change.mean > 0 && *shown(story, key, change.mean) != '0' ? "+" : "";
    return words(story, "%s%s", plus, with_range(story, key, change));
}

/* The goal, and beside it what residents feel. */
static int choose_columns(const char *goal, const char *key[3])
{
    static const char *const beside[] = {"warm", "wait_mean_s", "cost"};
    int n = 0;

    if (kpi_find(goal) >= 0)
        key[n++] = goal;
    for (size_t i = 0; i < sizeof beside / sizeof *beside && n < 3; i++)
        if (strcmp(beside[i], goal) != 0)
            key[n++] = beside[i];
    return n;
}

/* Of the list the worst; kinds of day that the scenario gives have a row in any case: what they mean for what is brought. */
static enum place place_of(json_t *one, const char *goal, int *rows)
{
    enum { MOST_ROWS = 16 };
    double loss = -(kpi_find(goal) < 0 ? 1 : kpis[kpi_find(goal)].better) * number_at(one, "difference");

    if (is_kind(one, POWER_UNUSED))
        return NOT_NEEDED;
    bool harms = loss > number_at(one, "half_width"), row = is_kind(one, KIND_OF_DAY) || (harms && *rows < MOST_ROWS);
    *rows += row;
    return row ? ROW : harms ? LESS : HARMLESS;
}

static void add_row(struct story *story, json_t *stress, json_t *one, int n, const char *const key[])
{
    struct report *report = story->report;

    report_cell(report, what_happens(story, one));
    report_cell(report, remedy(story, stress, one));
    for (int k = 0; k < n; k++)
        report_cell(report, change(story, one, key[k]));
    report_cell(report, shown(story, "wait_within_share", figure(json_object_get(one, "kpi"), "wait_within_share").mean));
}

static void begin_table(struct story *story, int n, const char *const key[])
{
    struct report *report = story->report;

    report_table(report, say("What may happen, the worst first, and what to do then"));
    report_head(report, say("What happens"), false);
    report_head(report, say("What to do"), false);
    for (int k = 0; k < n; k++)
        report_head(report, words(story, say("%s, change (%s)"), kpi_name(key[k]), kpi_shown_unit(key[k])), true);
    report_head(report, say("Wait within target (%)"), true);
}

/* Rows for the worst, sentences for the rest. */
static void add_table(struct story *story, json_t *stress)
{
    static const struct {
        enum place place;
        const char *says;
    } rest[] = {
        {LESS, MARK("Besides these, with smaller losses: %s.")},
        {HARMLESS, MARK("Tried as well, with no harm that shows: %s.")},
        {NOT_NEEDED, MARK("Nothing lost, as nothing there needs power: %s.")},
    };
    const char *goal = text_at(stress, "goal"), *key[3], *list[PLACES] = {"", "", "", ""};
    int n = choose_columns(goal, key), rows = 0;
    json_t *one;
    size_t i;

    json_array_foreach(json_object_get(stress, "contingencies"), i, one) {
        enum place place = place_of(one, goal, &rows);
        if (place == ROW && rows == 1)
            begin_table(story, n, key);
        if (place == ROW)
            add_row(story, stress, one, n, key);
        else
            list[place] = words(story, "%s%s%s", list[place], *list[place] ? say("; ") : "", what_happens(story, one));
    }
    for (size_t k = 0; k < sizeof rest / sizeof *rest; k++)
        if (*list[rest[k].place])
            report_print(story->report, PIECE_TEXT, say(rest[k].says), list[rest[k].place]);
}

/* --- in words ------------------------------------------------------------------------------------------------ */

static void name_the_worst(struct story *story, json_t *list, const char *goal)
{
    json_t *worst = json_array_get(list, 0), *one;
    int n = 0, tried = 0;
    size_t i;

    json_array_foreach(list, i, one) {
        n += shows(figure(json_object_get(one, "against_usual"), goal));
        tried += !is_kind(one, POWER_UNUSED);
    }
    if (n == 0) {
        report_add(story->report, PIECE_TEXT, say("Nothing that was tried does harm that shows."));
        return;
    }
    report_print(story->report, PIECE_TEXT, say("The worst that was tried: %s (%s %s %s). Of %d that were tried, %d make a difference that shows."), what_happens(story, worst),
                 kpi_name(goal), change(story, worst, goal), kpi_shown_unit(goal), tried, n);
}

static const struct source *source_of_stress(const struct story *story)
{
    const struct source *any = NULL;

    for (int i = 0; i < story->n_sources; i++) {
        const struct source *source = &story->source[i];
        if (source->stress && story->layout && strcmp(text_at(source->stress, "layout"), story->layout) == 0)
            return source;
        any = source->stress && !any ? source : any;
    }
    return any;
}

static bool tells_of_kinds(json_t *list)
{
    json_t *one;
    size_t i;

    json_array_foreach(list, i, one)
        if (strcmp(text_at(one, "kind"), "kind-of-day") == 0)
            return true;
    return false;
}

void report_plan_contingencies(struct story *story)
{
    static const char *const charts[] = {"stress", NULL};
    const struct source *source = source_of_stress(story);
    json_t *stress = source ? source->stress : NULL, *list = json_object_get(stress, "contingencies");

    if (!json_array_size(list))
        return;
    const char *goal = text_at(stress, "goal"), *layout = text_at(stress, "layout");
    report_section(story->report, "contingency", say("Contingency plan"));
    report_note_layout(story, layout);
    name_the_worst(story, list, goal);
    add_table(story, stress);
    report_print(story->report, PIECE_QUIET, say("Each is a difference to the same %.0f days without it; it lasts all day. With %.6g %% confidence all differences of a figure lie within ± of those shown."),
                 number_at(stress, "days"), 100 * number_at(stress, "confidence"));
    if (tells_of_kinds(list))
        report_add(story->report, PIECE_QUIET, say("A kind of day is held against the usual mix of days: its weather and crowd differ as well, not only what goes wrong."));
    report_add_charts(story, charts);
}
