/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar stress: what could go wrong with a layout, each on the same days as if it didn't; worst first. */
#include "cli/command.h"
#include "cli/outdir.h"
#include "cli/progress.h"
#include "cli/write.h"
#include "cli/write_stress.h"
#include "core/say.h"

#include <stdio.h>
#include <stdlib.h>

/* REMEDIES: for so many of the worst, what would have helped is tried. */
enum { USUAL_DAYS = 256, REMEDIES = 64 };

struct stressed {
    const struct options *options;
    const struct scenario *scenario;
    struct stress stress;
    struct comparison comparison;
    struct reader *reader;
    int goal, *order;       /* [written_contingencies] worst first */
    int n_remedies;
    struct remedy remedy[REMEDIES];
    uint64_t hash;
};

/* How much worse by the goal: positive is worse. */
static double harm(const struct stressed *s, int i)
{
    if (i >= s->stress.n)
        return 0;
    return -kpis[s->goal].better * s->comparison.against_reference[i * n_kpis + s->goal].mean;
}

static void worst_first(struct stressed *s)
{
    for (int k = 0; k < written_contingencies(&s->stress); k++) {
        int i = k + 1, j = k;
        for (; j > 0 && harm(s, s->order[j - 1]) < harm(s, i); j--)
            s->order[j] = s->order[j - 1];
        s->order[j] = i;
    }
}

static enum status tell(const struct options *options, const struct written_stress *written)
{
    struct text text = {0};
    enum status status = OK;

    if (options->format == FORMAT_JSON)
        status = write_stress_json(written, &text);
    else if (options->format == FORMAT_CSV)
        write_stress_csv(written, &text);
    else if (!options->quiet)
        write_stress_words(written, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

static enum status draw(const struct written_stress *written, struct outdir *outdir)
{
    struct arena arena = {0};
    struct choice_picture picture;
    struct text message = {0};
    const char *folder = outdir_folder(outdir, "charts");

    if (!folder)
        return ERR_FILE;
    enum status status = choice_picture_of_stress(written, &arena, &picture);
    if (status == OK)
        status = choice_charts_draw(&picture, folder, &message);
    if (message.n)
        complain("%s", text_c(&message));
    text_free(&message);
    arena_free(&arena);
    return status;
}

static enum status write_directory(const struct options *options, const struct written_stress *written)
{
    struct outdir outdir = {0};
    struct text text = {0};

    enum status status = outdir_open(&outdir, options->out, options->force);
    if (status == OK)
        status = write_stress_json(written, &text);
    if (status == OK)
        status = outdir_write(&outdir, "stress.json", &text);
    text_clear(&text);
    write_stress_csv(written, &text);
    if (status == OK)
        status = outdir_write(&outdir, "stress.csv", &text);
    text_clear(&text);
    if (status == OK)
        status = write_small_manifest(options, "stress", &outdir, &text);
    if (status == OK)
        status = outdir_write(&outdir, "manifest.json", &text);
    if (status == OK && !options->no_charts)
        status = draw(written, &outdir);
    if (status == OK)
        status = outdir_commit(&outdir);
    if (status == OK && !options->quiet)
        fprintf(stderr, say("written to %1$s; into a report: samovar report DIR %1$s, DIR being that of a run\n"), options->out);
    text_free(&text);
    outdir_abandon(&outdir);
    return status;
}

static enum status tell_and_write(struct stressed *s)
{
    struct written_stress written = {&s->stress, &s->comparison, s->scenario, s->goal, s->order, s->n_remedies, s->remedy, s->options->seed, s->hash};

    TRY(tell(s->options, &written));
    return s->options->out ? write_directory(s->options, &written) : OK;
}

/* Only for what harms so that it shows. */
static enum status try_remedies(struct stressed *s, const struct run_options *how)
{
    struct run_options quietly = *how;

    quietly.on_progress = NULL;
    quietly.days = s->comparison.days;
    for (int k = 0; k < written_contingencies(&s->stress) && k < REMEDIES; k++) {
        if (s->order[k] >= s->stress.n)
            continue;
        const struct interval *change = &s->comparison.against_reference[s->order[k] * n_kpis + s->goal];
        if (harm(s, s->order[k]) <= change->half_width)
            continue; /* one behind it may be surer */
        TRY(reserves_try(s->reader, &s->stress, &s->comparison, s->order[k], &quietly, &s->remedy[k]));
        s->n_remedies = k + 1;
    }
    return OK;
}

static void show_progress(void *context, int days, int wanted, double lack)
{
    progress_show(context, days, wanted, lack);
}

static enum status simulate(struct stressed *s)
{
    const struct options *o = s->options;
    struct progress progress;
    struct run_options how = {.seed = o->seed, .days = o->days ? o->days : USUAL_DAYS, .confidence = o->confidence, .threads = o->threads,
                              .stop = &stop_asked, .on_progress = show_progress, .context = &progress};

    progress_start(&progress, o->quiet);
    enum status status = compare(s->stress.n + s->stress.n_bare, s->stress.contestant, s->goal, 0, &how, &s->comparison);
    progress_end(&progress);
    if ((status == OK || status == ERR_INTERRUPTED) && s->comparison.days > 0) {
        worst_first(s);
        if (status == OK)
            status = try_remedies(s, &how);
    }
    if ((status == OK || status == ERR_INTERRUPTED) && s->comparison.days > 0) {
        enum status told = tell_and_write(s);
        status = told == OK ? status : told;
    }
    comparison_free(&s->comparison);
    return status;
}

enum status command_stress(const struct options *options)
{
    struct stressed s = {.options = options, .goal = options->goal >= 0 ? options->goal : kpi_find("satisfaction")};
    struct reader *reader = NULL;
    struct scenario *scenario = NULL;
    struct study study;
    int layout;

    enum status status = open_scenario(options, options->file[0], &reader, &scenario);
    if (status == OK)
        status = choose_layout(options, scenario, &layout);
    if (status == OK)
        status = open_study(reader, scenario, layout, &study);
    s.scenario = scenario;
    s.reader = reader;
    s.hash = status == OK ? reader_hash(reader) : 0;
    if (status == OK)
        status = stress_open(reader, &study, &s.stress);
    s.order = status == OK ? calloc((size_t)written_contingencies(&s.stress) + 1, sizeof *s.order) : NULL;
    if (status == OK)
        status = s.order ? simulate(&s) : ERR_MEMORY;
    free(s.order);
    reader_free(reader);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
