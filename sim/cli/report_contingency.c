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

/* --- the table ---------------------------------------------------------------------------------------------- */

static bool is_kind(json_t *one, enum contingency_kind kind)
{
    return contingency_kind(text_at(one, "kind")) == (int)kind;
}

/* Where one of the list stands. */
enum place { ROW, LESS, HARMLESS, NOT_NEEDED, ELSEWHERE, PLACES };

static const char *change(struct story *story, json_t *one, const char *key)
{
    struct interval change = figure(json_object_get(one, "against_usual"), key);

    if (!isfinite(change.mean))
        return "";
    return words(story, "%s%s", plus_of(story, key, change.mean), with_range(story, key, change));
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
    if (is_kind(one, MISHAP) && json_array_size(json_object_get(one, "causes")) == 0)
        return ELSEWHERE;
    bool harms = loss > number_at(one, "half_width"), row = is_kind(one, KIND_OF_DAY) || is_kind(one, MISHAP) || (harms && *rows < MOST_ROWS);
    *rows += row;
    return row ? ROW : harms ? LESS : HARMLESS;
}

static void add_row(struct story *story, json_t *stress, json_t *one, int n, const char *const key[])
{
    struct report *report = story->report;

    report_cell(report, what_happens(story, one));
    report_cell(report, report_remedy(story, stress, one));
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
    report_head(report, say("Of those served, wait within target (%)"), true);
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
        {ELSEWHERE, MARK("Not of this layout, which has nothing where it happens: %s.")},
    };
    const char *goal = text_at(stress, "goal"), *key[3], *list[PLACES] = {"", "", "", "", ""};
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
        n += change_shows(figure(json_object_get(one, "against_usual"), goal));
        tried += !is_kind(one, POWER_UNUSED);
    }
    if (n == 0) {
        report_add(story->report, PIECE_TEXT, say("Nothing that was tried does harm that shows."));
        return;
    }
    report_print(story->report, PIECE_TEXT, say("The worst that was tried: %s (%s %s %s). Of %d that were tried, %d make a difference that shows."), what_happens(story, worst),
                 kpi_name(goal), change(story, worst, goal), kpi_shown_unit(goal), tried, n);
}

/* What a kind of day is by itself, apart from what goes wrong on it. */
static void tell_bare_kinds(struct story *story, json_t *list, const char *goal)
{
    const char *kinds = "";
    json_t *one;
    size_t i;

    json_array_foreach(list, i, one) {
        json_t *bare = json_object_get(one, "without_events");
        if (bare && change_shows(figure(json_object_get(bare, "against_usual"), goal)))
            enlist(story, &kinds, words(story, "%s %s", tidy(story, text_at(one, "what")), change(story, bare, goal)));
    }
    if (*kinds)
        report_print(story->report, PIECE_QUIET, say("Such days without the mishap differ from the usual mix by their weather and crowd (%s): %s %s."), kpi_name(goal), kinds, kpi_shown_unit(goal));
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

static bool tells_of(json_t *list, enum contingency_kind kind)
{
    json_t *one;
    size_t i;

    json_array_foreach(list, i, one)
        if (is_kind(one, kind))
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
    if (tells_of(list, MISHAP))
        report_add(story->report, PIECE_QUIET, say("The mishap of a kind of day lasts as long as the scenario says and is held against the same kind of day without it: that is what the mishap costs, apart from weather and crowd."));
    tell_bare_kinds(story, list, goal);
    if (tells_of(list, KIND_OF_DAY))
        report_add(story->report, PIECE_QUIET, say("A kind of day is held against the usual mix of days: its weather, its crowd and what else differs on it."));
    report_add_charts(story, charts);
}
