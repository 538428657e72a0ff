/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar sweep: one or two quantities over a range, on the same days. */
#include "cli/outdir.h"
#include "cli/path_words.h"
#include "cli/sweep_inside.h"
#include "cli/write.h"
#include "cli/write_shown.h"
#include "cli/write_inside.h"
#include "core/say.h"
#include "plots/choice_chart.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What is shown of each point, beside the goal. */
static const char *const usual[] = {"served", "warm", "short", "wait_mean_s", "wait_within_share", "cost", "satisfaction"};

/* The goal that was asked for first. */
static void choose_figures(struct sweep *sweep)
{
    int n = 0;

    if (sweep->options->goal >= 0)
        sweep->figure[n++] = sweep->options->goal;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (kpi_find(usual[i]) != sweep->options->goal)
            sweep->figure[n++] = kpi_find(usual[i]);
    sweep->n_figures = n;
}

static const struct interval *figure(const struct sweep *sweep, int point, int kpi)
{
    return &sweep->kpi[point * n_kpis + kpi];
}

/* --- in words and numbers --------------------------------------------------------------------------------- */

/* What the columns are, above each table of two quantities. */
static void write_columns(const struct sweep *sweep, struct text *out)
{
    if (sweep->n_axes < 2)
        return;
    text_print(out, say("  columns: %s\n"), sweep->axis[1].path);
    text_add(out, "  ");
    text_add_padded(out, "", 12);
    for (int j = 0; j < second(sweep); j++)
        text_add_padded(out, sweep->axis[1].text[j], 18);
    text_add(out, "\n");
}

static void write_text(const struct sweep *sweep, struct text *out)
{
    char cell[64], days[PHRASE_ROOM];

    text_print(out, say("%s, layout `%s`: %s%s%s varied, the same %s for all\n\n"), sweep->scenario, sweep->layout, sweep->axis[0].path,
               sweep->n_axes > 1 ? say(" and ") : "", sweep->n_axes > 1 ? sweep->axis[1].path : "", phrase_days(days, sweep->days, sweep->in_a_row));
    for (int k = 0; k < sweep->n_figures; k++) {
        int kpi = sweep->figure[k];
        text_print(out, "%s (%s)\n", kpi_title(kpi), say(kpis[kpi].unit));
        write_columns(sweep, out);
        for (int i = 0; i < sweep->axis[0].n; i++) {
            text_add(out, "  ");
            text_add_padded(out, sweep->axis[0].text[i], 12);
            for (int j = 0; j < second(sweep); j++) {
                const struct interval *f = figure(sweep, i * second(sweep) + j, kpi);
                struct kpi showing = kpi_showing(&kpis[kpi], f->mean);
                snprintf(cell, sizeof cell, "%.*f ± %.*f", showing.decimals, kpi_as_shown(&showing, f->mean, false), showing.decimals,
                         kpi_as_shown(&showing, f->half_width, true));
                text_add_padded(out, cell, 18);
            }
            text_add(out, "\n");
        }
    }
}

static void write_rows(const struct sweep *sweep, struct text *out)
{
    for (int a = 0; a < sweep->n_axes; a++) {
        text_add_csv(out, sweep->axis[a].path);
        text_add(out, ",");
    }
    text_add(out, "figure,unit,mean,half_width\n");
    for (int point = 0; point < sweep->points; point++)
        for (int k = 0; k < n_kpis; k++) {
            text_add_csv(out, sweep->axis[0].text[point / second(sweep)]);
            text_add(out, ",");
            if (sweep->n_axes > 1) {
                text_add_csv(out, sweep->axis[1].text[point % second(sweep)]);
                text_add(out, ",");
            }
            text_print(out, "%s,%s,", kpis[k].key, kpi_unit(&kpis[k]));
            write_number(out, figure(sweep, point, k)->mean);
            text_add(out, ",");
            write_number(out, figure(sweep, point, k)->half_width);
            text_add(out, "\n");
        }
}

static enum status write_object(const struct sweep *sweep, struct text *out)
{
    json_t *all = json_object(), *points = json_array();
    int failed = json_object_set_new(all, "samovar", json_text(SAMOVAR_VERSION));

    failed |= json_object_set_new(all, "format", json_integer(1));
    failed |= json_object_set_new(all, "scenario", json_pack("{s:o}", "name", json_text(sweep->scenario)));
    failed |= json_object_set_new(all, "layout", json_text(sweep->layout));
    failed |= json_object_set_new(all, "figure", json_text(kpis[sweep->goal].key));
    failed |= json_object_set_new(all, "days", json_integer(sweep->days));
    for (int point = 0; point < sweep->points; point++) {
        json_t *one = json_object(), *values = json_object(), *kpi = json_object();
        failed |= json_object_set_new(values, sweep->axis[0].path, json_text(sweep->axis[0].text[point / second(sweep)]));
        if (sweep->n_axes > 1)
            failed |= json_object_set_new(values, sweep->axis[1].path, json_text(sweep->axis[1].text[point % second(sweep)]));
        for (int k = 0; k < n_kpis; k++) {
            json_t *f = json_object();
            failed |= json_object_set_new(f, "mean", json_number(figure(sweep, point, k)->mean));
            failed |= json_object_set_new(f, "half_width", json_number(figure(sweep, point, k)->half_width));
            failed |= json_object_set_new(kpi, kpis[k].key, json_checked(f, 0));
        }
        failed |= json_object_set_new(one, "set", values);
        failed |= json_object_set_new(one, "kpi", kpi);
        failed |= json_array_append_new(points, json_checked(one, 0));
    }
    failed |= json_object_set_new(all, "points", points);
    return json_print(json_checked(all, failed), out);
}

/* --- in pictures -------------------------------------------------------------------------------------------- */

/* One KPI's column of intervals, in the units shown. */
static enum status as_painted(struct sweep *sweep, const struct interval *intervals, int kpi, const double **mean, const double **half)
{
    double *means, *halves;

    TAKE(&sweep->arena, means, sweep->points);
    TAKE(&sweep->arena, halves, sweep->points);
    for (int i = 0; i < sweep->points; i++) {
        means[i] = intervals[i * n_kpis + kpi].mean * kpis[kpi].shown;
        halves[i] = intervals[i * n_kpis + kpi].half_width * kpis[kpi].shown;
    }
    *mean = means;
    *half = halves;
    return OK;
}

static enum status paint_lines(struct sweep *sweep, struct choice_picture *picture)
{
    struct choice_figure *figures;

    TAKE(&sweep->arena, figures, SWEEP_SHOWN);
    for (int k = 0; k < sweep->n_figures; k++) {
        int kpi = sweep->figure[k];
        struct choice_figure *painted = &figures[k];
        *painted = (struct choice_figure){.name = kpi_title(kpi), .unit = say(kpis[kpi].unit), .better = kpis[kpi].better};
        TRY(as_painted(sweep, sweep->kpi, kpi, &painted->mean, &painted->half_width));
        if (sweep->difference)
            TRY(as_painted(sweep, sweep->difference, kpi, &painted->difference, &painted->difference_half));
    }
    picture->n_sweep = sweep->points;
    picture->sweep_name = path_words(&sweep->arena, sweep->axis[0].path);
    picture->sweep_path = sweep->axis[0].path;
    picture->sweep_x = sweep->axis[0].x;
    picture->sweep_text = sweep->axis[0].text;
    picture->n_sweep_figures = sweep->n_figures;
    picture->sweep_figure = figures;
    return picture->sweep_name ? OK : ERR_MEMORY;
}

static enum status paint_heat(struct sweep *sweep, struct choice_picture *picture)
{
    const struct kpi *kpi = &kpis[sweep->goal];
    double *heat;

    TAKE(&sweep->arena, heat, sweep->points);
    for (int i = 0; i < sweep->axis[0].n; i++)
        for (int j = 0; j < second(sweep); j++)
            heat[j * sweep->axis[0].n + i] = figure(sweep, i * second(sweep) + j, sweep->goal)->mean * kpi->shown;
    picture->n_x = sweep->axis[0].n;
    picture->n_y = second(sweep);
    picture->x_name = path_words(&sweep->arena, sweep->axis[0].path);
    picture->y_name = path_words(&sweep->arena, sweep->axis[1].path);
    picture->x_path = sweep->axis[0].path;
    picture->y_path = sweep->axis[1].path;
    picture->x_text = sweep->axis[0].text;
    picture->y_text = sweep->axis[1].text;
    picture->heat = heat;
    picture->heat_name = kpi_title(sweep->goal);
    picture->heat_better = kpi->better;
    picture->heat_scale = 1;
    picture->heat_unit = say(kpi->unit);
    picture->heat_wanted = NAN;
    return picture->x_name && picture->y_name ? OK : ERR_MEMORY;
}

static enum status draw(struct sweep *sweep, struct outdir *outdir)
{
    struct choice_picture picture = {.scenario = sweep->scenario, .days = sweep->days, .in_a_row = sweep->in_a_row, .confidence = sweep->options->confidence, .heat_wanted = NAN};
    struct text message = {0};
    const char *folder = outdir_folder(outdir, "charts");
    char days[PHRASE_ROOM];

    if (!folder)
        return ERR_FILE;
    picture.subtitle = arena_print(&sweep->arena, say("layout %s, %s simulated"), sweep->layout, phrase_days(days, sweep->days, sweep->in_a_row));
    if (!picture.subtitle)
        return ERR_MEMORY;
    enum status status = sweep->n_axes > 1 ? paint_heat(sweep, &picture) : paint_lines(sweep, &picture);
    if (status == OK)
        status = choice_charts_draw(&picture, folder, &message);
    if (message.n)
        complain("%s", text_c(&message));
    text_free(&message);
    return status;
}

static enum status write_directory(struct sweep *sweep)
{
    const struct options *o = sweep->options;
    struct outdir outdir = {0};
    struct text text = {0};

    enum status status = outdir_open(&outdir, o->out, o->force);
    if (status == OK)
        status = write_object(sweep, &text);
    if (status == OK)
        status = outdir_write(&outdir, "sweep.json", &text);
    text_clear(&text);
    write_rows(sweep, &text);
    if (status == OK)
        status = outdir_write(&outdir, "sweep.csv", &text);
    text_clear(&text);
    if (status == OK)
        status = write_small_manifest(o, "sweep", &outdir, &text);
    if (status == OK)
        status = outdir_write(&outdir, "manifest.json", &text);
    if (status == OK && !o->no_charts)
        status = draw(sweep, &outdir);
    if (status == OK)
        status = outdir_commit(&outdir);
    text_free(&text);
    outdir_abandon(&outdir);
    return status;
}

static enum status print_result(const struct sweep *sweep)
{
    struct text text = {0};
    enum status status = OK;

    if (sweep->options->quiet && sweep->options->format == FORMAT_TEXT)
        return OK;
    if (sweep->options->format == FORMAT_JSON)
        status = write_object(sweep, &text);
    else if (sweep->options->format == FORMAT_CSV)
        write_rows(sweep, &text);
    else
        write_text(sweep, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (sweep->options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

enum status command_sweep(const struct options *options)
{
    struct sweep sweep = {.options = options, .n_axes = options->n_vary, .goal = options->goal >= 0 ? options->goal : kpi_find("wait_within_share")};
    enum status status = OK;

    if (options->n_vary < 1 || options->n_vary > 2) {
        complain(say("sweep needs --vary PATH=LOW..HIGH[:STEP], once or twice"));
        return ERR_USAGE;
    }
    for (int a = 0; a < options->n_vary && status == OK; a++)
        status = axis_read(options->vary[a], &sweep.arena, &sweep.axis[a]);
    choose_figures(&sweep);
    if (status == OK)
        status = sweep_look(&sweep);
    if (status == OK)
        status = sweep_simulate(&sweep);
    if (status == OK)
        status = print_result(&sweep);
    if (status == OK && options->out)
        status = write_directory(&sweep);
    arena_free(&sweep.arena);
    if (status == ERR_INTERRUPTED)
        complain(say("interrupted; a sweep says nothing until it's whole"));
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
