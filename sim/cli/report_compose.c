/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which layout a report is about, and its sections one after the other. */
#include "cli/report_inside.h"

#include "core/say.h"
#include "plots/report_drawing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Charts that tell of one layout; the others tell of several. */
static const char *const of_a_layout[] = {"arrivals", "line", "wait", "vessels", "stock", "map", "circuit", "tray", "funnel"};

const char *const report_charts_of_comparison[] = {"layouts", "course", NULL};

static bool tells_of_a_layout(const char *chart)
{
    for (size_t i = 0; i < sizeof of_a_layout / sizeof *of_a_layout; i++)
        if (strcmp(of_a_layout[i], chart) == 0)
            return true;
    return false;
}

/* Once a page: words in a drawing stay those of the run that drew it. */
static void note_language(struct story *story, const struct source *source)
{
    json_t *plan = json_object_get(source->summary, "plan");
    const char *drawn = text_at(plan ? plan : source_tree(source), "language");

    if (story->language_noted || !*drawn || strcmp(drawn, say_language()) == 0)
        return;
    story->language_noted = true;
    report_print(story->report, PIECE_QUIET, say("Charts keep the language of the run that drew them, here %s; run it again with --lang %s to have them in that of this page."),
                 strcmp(drawn, "zh") == 0 ? say("Chinese") : say("English"), say_language());
}

static void add_chart(struct story *story, const struct source *source, const char *name, const char *svg)
{
    struct text finding = {0};

    note_language(story, source);
    drawing_finding(&finding, svg);
    report_chart(story->report, name, finding.n ? text_c(&finding) : name, svg, words(story, "%scharts/%s.png", source->way, name));
    story->report->failed |= finding.failed;
    text_free(&finding);
}

static void note_read(struct story *story, enum status status)
{
    if (story->read == OK)
        story->read = status;
}

void report_add_charts(struct story *story, const char *const names[])
{
    for (; *names; names++)
        for (int i = 0; i < story->n_sources; i++) {
            const struct source *source = &story->source[i];
            char *svg = NULL;
            if (!tells_of_a_layout(*names) || source == story->subject)
                note_read(story, source_drawing(source, *names, &svg));
            if (!svg)
                continue;
            add_chart(story, source, *names, svg);
            free(svg);
            break;
        }
}

/* --- whom it's about --------------------------------------------------------------------------------------- */

static const struct source *first_with(const struct story *story, json_t *(*part)(const struct source *))
{
    for (int i = 0; i < story->n_sources; i++)
        if (part(&story->source[i]))
            return &story->source[i];
    return NULL;
}

static json_t *summary_of(const struct source *source)
{
    return source->summary;
}

static json_t *compare_of(const struct source *source)
{
    return source->compare;
}

static json_t *choice_of(const struct source *source)
{
    return source->choice;
}

/* The plan that was chosen; else the layout that a comparison found best, if there's a run of it; else the first run. */
static const struct source *find_subject(const struct story *story)
{
    if (story->choosing && story->choosing->summary)
        return story->choosing;
    for (int i = 0; story->comparing && i < story->n_sources; i++)
        if (story->source[i].summary
            && strcmp(text_at(story->source[i].summary, "layout"), text_at(story->comparing->compare, "best")) == 0)
            return &story->source[i];
    return first_with(story, summary_of);
}

static void find_sources(struct story *story)
{
    story->comparing = first_with(story, compare_of);
    story->choosing = first_with(story, choice_of);
    story->subject = find_subject(story);
}

const struct source *report_subject(int n, const struct source source[])
{
    struct story story = {.n_sources = n, .source = source};

    find_sources(&story);
    return story.subject;
}

static void look_at_subject(struct story *story)
{
    json_t *summary = story->subject->summary;

    story->layout = text_at(summary, "layout");
    story->figures = json_object_get(summary, "kpi");
    story->days = number_at(summary, "days");
    story->plan = json_object_get(summary, "plan");
    story->stations = json_object_get(story->plan, "stations");
    story->drinks = json_object_get(story->plan, "drinks");
    if (series_read(story->subject->series, &story->report->arena, &story->n_series, &story->series) != OK)
        story->report->failed = true;
}

static void look_at_comparison(struct story *story)
{
    json_t *compare = story->comparing->compare;

    story->layout = text_at(compare, "best");
    story->figures = json_object_get(json_object_get(json_object_get(compare, "layouts"), story->layout), "kpi");
    story->days = number_at(compare, "days");
}

const char *layout_name(struct story *story, const char *layout)
{
    bool is_chosen = story->choosing && story->choosing == story->subject && strcmp(layout, story->layout) == 0;
    return is_chosen ? say("recommended plan") : tidy(story, layout);
}

void report_note_layout(struct story *story, const char *layout)
{
    if (*layout && story->layout && strcmp(layout, story->layout) != 0)
        report_print(story->report, PIECE_TEXT, say("Tried with layout %s, not with the one this page is about (%s)."), tidy(story, layout), layout_name(story, story->layout));
}

static void look(struct story *story)
{
    find_sources(story);
    if (story->subject)
        look_at_subject(story);
    else if (story->comparing)
        look_at_comparison(story);
}

const struct source *report_origin(const struct story *story)
{
    return story->subject ? story->subject : story->comparing ? story->comparing : story->choosing ? story->choosing : story->source;
}

static void entitle(struct story *story)
{
    json_t *tree = source_tree(report_origin(story));
    int in_a_row = days_in_a_row(story);

    story->report->title = tidy(story, text_at(json_object_get(tree, "scenario"), "name"));
    if (!*story->report->title)
        story->report->title = say("What was counted"); /* tally sheets name no scenario */
    if (story->layout && story->days > 0)
        story->report->subtitle = in_a_row > 1 ? words(story, say("Hot-drink stations · layout %s · %.0f times %d days in a row simulated"), layout_name(story, story->layout), story->days, in_a_row)
                                                : words(story, say_n("Hot-drink stations · layout %s · %.0f day simulated", "Hot-drink stations · layout %s · %.0f days simulated", (unsigned long)story->days), layout_name(story, story->layout), story->days);
    else
        story->report->subtitle = say("Hot-drink stations");
    story->report->language = say_language();
}

enum status report_compose(int n, const struct source source[], struct report *report)
{
    static void (*const sections[])(struct story *) = {
        report_recommend, report_show_map, report_list_stations, report_tell_service, report_tell_cost,
        report_warn, report_plan_contingencies, report_plan_morning, report_tell_counted, report_assume, report_explain, report_tabulate,
    };
    struct story story = {.report = report, .n_sources = n, .source = source};

    look(&story);
    entitle(&story);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        int before = report->n;
        sections[i](&story);
        if (report->n == before + 1)
            report->n = before; /* a heading with nothing below it */
    }
    return story.read != OK ? story.read : report_status(report);
}
