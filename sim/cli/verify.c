/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar verify: theory beside simulation on the user's own machine, from scenarios that the program holds. */
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/verification.h"
#include "cli/write_verify.h"
#include "core/say.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* A fifth of the days that bring half-widths to 1 %: about 2 %, in a few seconds for all. */
enum { SHARE_OF_DAYS = 5, LEAST_DAYS = 2 };

#define CONFIDENCE 0.9999

struct to_verify {
    const char *file;
    struct reader *reader;
    struct scenario *scenario;
    struct study study;
    int days;
};

struct verifying {
    const struct options *options;
    struct progress progress;
    int days_done, days_wanted;
    int n;
    struct to_verify *one;      /* [n] */
    struct verified *figure;
    struct written_verify written;
};

/* --- opening ---------------------------------------------------------------------------------------------- */

static enum status open_own(const struct verification *own, struct to_verify *one)
{
    TRY(reader_open_text(own->file, own->text, &one->reader));
    one->scenario = arena_take(reader_arena(one->reader), 1, sizeof *one->scenario);
    if (!one->scenario)
        return ERR_MEMORY;
    if (reader_faults(one->reader) == 0)
        TRY(scenario_bind(one->reader, one->scenario));
    return OK;
}

/* The language is that of the machine: a scenario of the user's own doesn't change it. */
static enum status open_file(const struct options *options, const char *path, struct to_verify *one)
{
    struct options here = *options;

    here.language = say_language();
    return open_scenario(&here, path, &one->reader, &one->scenario);
}

static enum status open_one(struct verifying *v, int i)
{
    struct to_verify *one = &v->one[i];

    one->file = v->options->n_files ? v->options->file[i] : verifications[i].file;
    TRY(v->options->n_files ? open_file(v->options, one->file, one) : open_own(&verifications[i], one));
    if (!one->scenario->expect.n) {
        complain(say("`%s` has no expect: block to be held to"), one->scenario->name);
        return ERR_SCENARIO;
    }
    one->days = one->scenario->verify_days / SHARE_OF_DAYS;
    if (one->days < LEAST_DAYS)
        one->days = LEAST_DAYS;
    v->days_wanted += one->days;
    v->written.n_figures += one->scenario->expect.n;
    return open_study(one->reader, one->scenario, 0, &one->study);
}

static enum status open_all(struct verifying *v)
{
    v->n = v->options->n_files ? v->options->n_files : n_verifications;
    v->one = calloc((size_t)v->n, sizeof *v->one);
    if (!v->one)
        return ERR_MEMORY;
    for (int i = 0; i < v->n; i++)
        TRY(open_one(v, i));
    assert(v->written.n_figures > 0);
    v->figure = calloc((size_t)v->written.n_figures, sizeof *v->figure);
    return v->figure ? OK : ERR_MEMORY;
}

/* --- simulating ------------------------------------------------------------------------------------------- */

static void show_progress(void *context, int days, int wanted, double lack)
{
    struct verifying *v = context;

    (void)wanted;
    (void)lack;
    progress_show(&v->progress, v->days_done + days, v->days_wanted, HUGE_VAL);
}

static void note(struct verifying *v, const struct to_verify *one, const struct summary *summary)
{
    for (int i = 0; i < one->scenario->expect.n; i++) {
        const struct share *expected = &one->scenario->expect.item[i];
        int kpi = kpi_find(expected->of.name);
        v->figure[v->written.n_figures++] = (struct verified){one->scenario, one->file, kpi, summary->days, expected->share, *summary_kpi(summary, 0, kpi)};
    }
    v->written.n_scenarios++;
}

static enum status simulate(struct verifying *v, const struct to_verify *one)
{
    struct summary summary = {0};
    struct run_options how = {.seed = v->options->seed, .days = one->days, .confidence = CONFIDENCE, .threads = v->options->threads, .stop = &stop_asked,
                              .on_progress = show_progress, .context = v};

    enum status status = run(&one->study, &how, &summary);
    if (status == OK)
        note(v, one, &summary);
    v->days_done += one->days;
    summary_free(&summary);
    return status;
}

static enum status simulate_all(struct verifying *v)
{
    enum status status = OK;

    v->written.n_figures = 0;
    progress_start(&v->progress, v->options->quiet);
    for (int i = 0; i < v->n && status == OK; i++)
        status = simulate(v, &v->one[i]);
    progress_end(&v->progress);
    v->written.whole = status == OK;
    return status;
}

/* --- telling ---------------------------------------------------------------------------------------------- */

/* Who doesn't get the table is still told that something is wrong. */
static void warn(const struct written_verify *written)
{
    struct text sentence = {0};

    write_verify_sentence(written, &sentence);
    complain("%s", text_c(&sentence));
    text_free(&sentence);
}

static enum status tell(const struct options *options, const struct written_verify *written)
{
    struct text text = {0};
    enum status status = OK;
    bool in_words = options->format == FORMAT_TEXT && !options->quiet;

    if (options->format == FORMAT_JSON)
        status = write_verify_json(written, &text);
    else if (options->format == FORMAT_CSV)
        write_verify_csv(written, &text);
    else if (in_words)
        write_verify_words(written, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    if (!in_words && (verify_differing(written) || !written->whole))
        warn(written);
    text_free(&text);
    return status;
}

static void close_all(struct verifying *v)
{
    for (int i = 0; i < v->n && v->one; i++)
        reader_free(v->one[i].reader);
    free(v->one);
    free(v->figure);
}

enum status command_verify(const struct options *options)
{
    struct verifying v = {.options = options, .written = {.confidence = CONFIDENCE, .seed = options->seed}};

    if (options->language)
        say_in(options->language);
    enum status status = open_all(&v);
    if (status == OK)
        status = simulate_all(&v);
    v.written.figure = v.figure;
    if (status == OK || status == ERR_INTERRUPTED) {
        enum status told = tell(options, &v.written);
        status = told != OK ? told : status == OK && verify_differing(&v.written) ? ERR_PRECISION : status;
    }
    close_all(&v);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
