/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar sensitivity: each uncertain quantity at its low and its high, on the same days: what to measure first. */
#include "cli/outdir.h"
#include "cli/path_words.h"
#include "cli/progress.h"
#include "cli/varied.h"
#include "cli/write.h"
#include "cli/write_shown.h"
#include "cli/write_inside.h"
#include "core/say.h"
#include "experiment/compare.h"
#include "plots/choice_chart.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_DAYS = 256 };

struct assumption {
    const char *path, *low_text, *high_text;
    struct interval low, high;  /* against the base, on the goal's figure */
};

struct tornado {
    const struct options *options;
    struct arena arena;
    const char *scenario, *layout;
    int n, goal, days, in_a_row;
    struct assumption *assumption;
    double base;
};

static double span(const struct assumption *a)
{
    return fmax(fabs(a->low.mean), fmax(fabs(a->high.mean), fabs(a->high.mean - a->low.mean)));
}

static int by_span(const void *a, const void *b)
{
    double x = span(a), y = span(b);
    return (x < y) - (x > y);
}

/* Base, low and high of one assumption side by side. */
static enum status measure(struct tornado *tornado, struct assumption *a)
{
    const struct options *o = tornado->options;
    const char *low = arena_print(&tornado->arena, "%s=%s", a->path, a->low_text), *high = arena_print(&tornado->arena, "%s=%s", a->path, a->high_text);
    struct run_options how = {.seed = o->seed, .days = o->days ? o->days : USUAL_DAYS, .confidence = o->confidence, .threads = o->threads, .stop = &stop_asked};
    struct varied varied[3];
    struct comparison comparison = {0};

    if (!low || !high)
        return ERR_MEMORY;
    enum status status = varied_open(o, 0, NULL, &varied[0]);
    enum status second = varied_open(o, 1, &low, &varied[1]), third = varied_open(o, 1, &high, &varied[2]);
    status = status == OK ? second : status;
    status = status == OK ? third : status;
    if (status == OK) {
        struct contestant contestants[] = {{.name = "base", .study = varied[0].study}, {.name = "low", .study = varied[1].study}, {.name = "high", .study = varied[2].study}};
        status = compare(3, contestants, tornado->goal, 0, &how, &comparison);
    }
    if (status == OK) {
        a->low = comparison.against_reference[1 * n_kpis + tornado->goal];
        a->high = comparison.against_reference[2 * n_kpis + tornado->goal];
        tornado->base = summary_kpi(&comparison.summary[0], 0, tornado->goal)->mean;
        tornado->days = comparison.days;
        tornado->in_a_row = varied[0].scenario->campaign.days;
    }
    comparison_free(&comparison);
    for (int i = 0; i < 3; i++)
        varied_close(&varied[i]);
    return status;
}

/* What belongs to another layout is left out, and said to be. */
static bool concerns(const struct scenario *scenario, int layout, const struct uncertain *uncertain)
{
    const char *other = layout_elsewhere(scenario, layout, uncertain->path);

    if (other)
        complain(say("uncertain: `%s` is left out, for layout `%s` isn't simulated; add --layout %s"), uncertain->path, other, other);
    return !other;
}

static enum status note_assumption(struct tornado *tornado, const struct uncertain *uncertain)
{
    struct assumption *a = &tornado->assumption[tornado->n++];

    a->path = arena_text(&tornado->arena, uncertain->path, strlen(uncertain->path));
    a->low_text = arena_text(&tornado->arena, uncertain->low, strlen(uncertain->low));
    a->high_text = arena_text(&tornado->arena, uncertain->high, strlen(uncertain->high));
    return a->path && a->low_text && a->high_text ? OK : ERR_MEMORY;
}

static enum status list_assumptions(struct tornado *tornado)
{
    struct reader *reader;
    struct scenario *scenario;
    int layout = 0;

    enum status status = open_scenario(tornado->options, tornado->options->file[0], &reader, &scenario);
    if (status == OK)
        status = choose_layout(tornado->options, scenario, &layout);
    if (status == OK && scenario->uncertain.n == 0) {
        complain(say("`%s` marks nothing as uncertain; add uncertain: {residents.commuters.uptake: 25 %% .. 45 %%}"), scenario->name);
        status = ERR_SCENARIO;
    }
    if (status == OK) {
        tornado->assumption = arena_take(&tornado->arena, (size_t)scenario->uncertain.n, sizeof *tornado->assumption);
        tornado->scenario = arena_text(&tornado->arena, scenario->name, strlen(scenario->name));
        tornado->layout = arena_text(&tornado->arena, scenario_layout(scenario, layout)->name, strlen(scenario_layout(scenario, layout)->name));
        if (!tornado->assumption || !tornado->scenario || !tornado->layout)
            status = ERR_MEMORY;
    }
    for (int i = 0; status == OK && i < scenario->uncertain.n; i++)
        if (concerns(scenario, layout, &scenario->uncertain.item[i]))
            status = note_assumption(tornado, &scenario->uncertain.item[i]);
    if (status == OK && tornado->n == 0)
        status = ERR_SCENARIO;
    reader_free(reader);
    return status;
}

/* --- in words and numbers --------------------------------------------------------------------------------- */

static void write_text(const struct tornado *tornado, struct text *out)
{
    const struct kpi *kpi = &kpis[tornado->goal];
    char days[PHRASE_ROOM];

    text_print(out, say("%s, layout `%s`: %s, %.*f %s; what each uncertain quantity does to it, on the same %s\n\n"), tornado->scenario, tornado->layout, kpi_title(tornado->goal),
               kpi->decimals, tornado->base * kpi->shown, say(kpi->unit), phrase_days(days, tornado->days, tornado->in_a_row));
    for (int i = 0; i < tornado->n; i++) {
        const struct assumption *a = &tornado->assumption[i];
        text_add(out, "  ");
        text_add_padded(out, a->path, -40);
        text_print(out, "%14s: %+8.*f ± %.*f   %14s: %+8.*f ± %.*f\n", a->low_text, kpi->decimals, kpi_as_shown(kpi, a->low.mean, false),
                   kpi->decimals, kpi_as_shown(kpi, a->low.half_width, true), a->high_text, kpi->decimals, kpi_as_shown(kpi, a->high.mean, false), kpi->decimals,
                   kpi_as_shown(kpi, a->high.half_width, true));
    }
    text_print(out, say("\nMeasure first: %s\n"), tornado->assumption[0].path);
}

static void write_rows(const struct tornado *tornado, struct text *out)
{
    const struct kpi *kpi = &kpis[tornado->goal];

    text_print(out, "quantity,low,high,figure,unit,base,low_effect,low_half_width,high_effect,high_half_width\n");
    for (int i = 0; i < tornado->n; i++) {
        const struct assumption *a = &tornado->assumption[i];
        const double cells[] = {tornado->base, a->low.mean, a->low.half_width, a->high.mean, a->high.half_width};
        text_add_csv(out, a->path);
        text_add(out, ",");
        text_add_csv(out, a->low_text);
        text_add(out, ",");
        text_add_csv(out, a->high_text);
        text_print(out, ",%s,%s", kpi->key, kpi_unit(kpi));
        for (int c = 0; c < 5; c++) {
            text_add(out, ",");
            write_number(out, cells[c]);
        }
        text_add(out, "\n");
    }
}

static json_t *effect_json(struct interval effect)
{
    json_t *object = json_object();
    int failed = json_object_set_new(object, "mean", json_number(effect.mean));
    failed |= json_object_set_new(object, "half_width", json_number(effect.half_width));
    return json_checked(object, failed);
}

static enum status write_object(const struct tornado *tornado, struct text *out)
{
    json_t *all = json_object(), *list = json_array();
    int failed = json_object_set_new(all, "samovar", json_text(SAMOVAR_VERSION));

    failed |= json_object_set_new(all, "format", json_integer(1));
    failed |= json_object_set_new(all, "scenario", json_pack("{s:o}", "name", json_text(tornado->scenario)));
    failed |= json_object_set_new(all, "layout", json_text(tornado->layout));
    failed |= json_object_set_new(all, "figure", json_text(kpis[tornado->goal].key));
    failed |= json_object_set_new(all, "days", json_integer(tornado->days));
    failed |= json_object_set_new(all, "base", json_number(tornado->base));
    for (int i = 0; i < tornado->n; i++) {
        const struct assumption *a = &tornado->assumption[i];
        json_t *one = json_object();
        failed |= json_object_set_new(one, "quantity", json_text(a->path));
        failed |= json_object_set_new(one, "low", json_text(a->low_text));
        failed |= json_object_set_new(one, "high", json_text(a->high_text));
        failed |= json_object_set_new(one, "low_effect", effect_json(a->low));
        failed |= json_object_set_new(one, "high_effect", effect_json(a->high));
        failed |= json_array_append_new(list, json_checked(one, 0));
    }
    failed |= json_object_set_new(all, "quantities", list);
    return json_print(json_checked(all, failed), out);
}

static enum status draw(struct tornado *tornado, struct outdir *outdir)
{
    const struct kpi *kpi = &kpis[tornado->goal];
    struct choice_picture picture = {.scenario = tornado->scenario, .days = tornado->days, .in_a_row = tornado->in_a_row, .confidence = tornado->options->confidence, .heat_wanted = NAN};
    struct choice_bar *bar;
    struct text message = {0};
    const char *folder = outdir_folder(outdir, "charts");
    char days[PHRASE_ROOM];

    if (!folder)
        return ERR_FILE;
    picture.subtitle = arena_print(&tornado->arena, say("layout %s, %s simulated"), tornado->layout, phrase_days(days, tornado->days, tornado->in_a_row));
    if (!picture.subtitle)
        return ERR_MEMORY;
    TAKE(&tornado->arena, bar, tornado->n);
    for (int i = 0; i < tornado->n; i++) {
        const struct assumption *a = &tornado->assumption[i];
        bar[i] = (struct choice_bar){.name = path_words(&tornado->arena, a->path), .path = a->path, .low_text = a->low_text, .high_text = a->high_text, .low = a->low.mean * kpi->shown,
                                     .low_half = a->low.half_width * kpi->shown, .high = a->high.mean * kpi->shown, .high_half = a->high.half_width * kpi->shown};
        if (!bar[i].name)
            return ERR_MEMORY;
    }
    picture.n_bars = tornado->n;
    picture.bar = bar;
    picture.bar_figure = kpi_title(tornado->goal);
    picture.bar_unit = say(kpi->unit);
    picture.base = tornado->base * kpi->shown;
    enum status status = choice_charts_draw(&picture, folder, &message);
    if (message.n)
        complain("%s", text_c(&message));
    text_free(&message);
    return status;
}

static enum status write_directory(struct tornado *tornado)
{
    const struct options *o = tornado->options;
    struct outdir outdir = {0};
    struct text text = {0};

    enum status status = outdir_open(&outdir, o->out, o->force);
    write_rows(tornado, &text);
    if (status == OK)
        status = outdir_write(&outdir, "sensitivity.csv", &text);
    text_clear(&text);
    if (status == OK)
        status = write_object(tornado, &text);
    if (status == OK)
        status = outdir_write(&outdir, "sensitivity.json", &text);
    text_clear(&text);
    if (status == OK)
        status = write_small_manifest(o, "sensitivity", &outdir, &text);
    if (status == OK)
        status = outdir_write(&outdir, "manifest.json", &text);
    if (status == OK && !o->no_charts)
        status = draw(tornado, &outdir);
    if (status == OK)
        status = outdir_commit(&outdir);
    text_free(&text);
    outdir_abandon(&outdir);
    return status;
}

static enum status print_result(const struct tornado *tornado)
{
    struct text text = {0};

    if (tornado->options->quiet && tornado->options->format == FORMAT_TEXT)
        return OK;
    enum status status = OK;
    if (tornado->options->format == FORMAT_TEXT)
        write_text(tornado, &text);
    else if (tornado->options->format == FORMAT_CSV)
        write_rows(tornado, &text);
    else
        status = write_object(tornado, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (tornado->options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

enum status command_sensitivity(const struct options *options)
{
    struct tornado tornado = {.options = options, .goal = options->goal >= 0 ? options->goal : kpi_find("warm")};
    struct progress progress;

    enum status status = list_assumptions(&tornado);
    progress_start(&progress, options->quiet);
    for (int i = 0; i < tornado.n && status == OK; i++) {
        status = measure(&tornado, &tornado.assumption[i]);
        progress_show(&progress, i + 1, tornado.n, HUGE_VAL);
    }
    progress_end(&progress);
    if (status == OK) {
        qsort(tornado.assumption, (size_t)tornado.n, sizeof *tornado.assumption, by_span);
        status = print_result(&tornado);
    }
    if (status == OK && options->out)
        status = write_directory(&tornado);
    arena_free(&tornado.arena);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
