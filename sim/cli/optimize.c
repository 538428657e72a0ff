/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar optimize: the best plan that the plan: block allows. */
#include "cli/choice_picture.h"
#include "cli/command.h"
#include "cli/picture.h"
#include "cli/report.h"
#include "cli/outdir.h"
#include "cli/write.h"
#include "cli/write_optimum.h"
#include "core/say.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static void show_stage(void *context, const char *stage, long days)
{
    static const struct {
        const char *name, *sentence;
    } stages[] = {
        {"search", MARK("searching among the designs")},
        {"select", MARK("comparing the candidates with a guarantee")},
        {"report", MARK("simulating the finalists on fresh days")},
        {"stock", MARK("setting the stock")},
    };
    const struct options *options = context;

    if (options->quiet || !isatty(STDERR_FILENO))
        return;
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        if (strcmp(stages[i].name, stage) == 0)
            fprintf(stderr, say("%s (%ld days so far)\n"), say(stages[i].sentence), days);
}

static volatile sig_atomic_t time_up;

static void on_time_up(int signal_number)
{
    (void)signal_number;
    time_up = stop_asked = 1;
}

/* The alarm stops the search as an interruption does; the answer is then "not resolved". */
static void limit_time(double seconds)
{
    struct sigaction action = {.sa_handler = on_time_up};
    struct itimerval limit = {.it_value = {(time_t)seconds, (suseconds_t)((seconds - floor(seconds)) * 1e6)}};

    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &limit, NULL);
}

static bool has_answer(enum status status)
{
    return status == OK || status == ERR_PRECISION || status == ERR_INFEASIBLE || status == ERR_INTERRUPTED;
}

static enum status print_answer(const struct options *options, const struct written_optimum *written)
{
    struct text text = {0};
    enum status status = OK;

    if (options->quiet && options->format == FORMAT_TEXT)
        return OK;
    if (options->format == FORMAT_JSON)
        status = write_optimum_json(written, &text);
    else if (options->format == FORMAT_CSV)
        write_optimum_csv(written, &text);
    else
        write_optimum_text(written, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

static enum status write_file(struct outdir *outdir, const char *name, struct text *text)
{
    enum status status = text_status(text);
    if (status == OK)
        status = outdir_write(outdir, name, text);
    text_clear(text);
    return status;
}

/* The charts of the search, and those of the plan like any other run's. */
static enum status draw(const struct written_optimum *written, struct outdir *outdir)
{
    struct arena arena = {0};
    struct choice_picture choice;
    struct picture picture;
    struct text message = {0};
    const char *folder = outdir_folder(outdir, "charts");

    if (!folder)
        return ERR_FILE;
    enum status status = choice_picture_of_optimum(written->optimum, written->scenario, &arena, &choice);
    if (status == OK)
        status = choice_charts_draw(&choice, folder, &message);
    if (status == OK && written->optimum->summary.days) {
        status = picture_of(&written->optimum->summary, &arena, &picture);
        if (status == OK)
            status = charts_draw(&picture, folder, &message);
    }
    if (message.n)
        complain("%s", text_c(&message));
    text_free(&message);
    arena_free(&arena);
    return status;
}

static enum status write_directory(const struct options *options, const struct written_optimum *written)
{
    struct outdir outdir = {0};
    struct text text = {0};

    enum status status = outdir_open(&outdir, options->out, options->force);
    if (status == OK)
        status = write_optimum_json(written, &text);
    if (status == OK)
        status = write_file(&outdir, "plan.json", &text);
    write_optimum_csv(written, &text);
    if (status == OK)
        status = write_file(&outdir, "plan.csv", &text);
    write_optimum_text(written, &text);
    if (status == OK)
        status = write_file(&outdir, "plan.txt", &text);
    write_optimum_layout(written, &text);
    if (status == OK && written->optimum->plan)
        status = write_file(&outdir, "layout.yaml", &text);
    text_clear(&text);
    if (status == OK && written->optimum->summary.days) {
        struct written_run run = {&written->optimum->summary, "best", written->seed, written->hash};
        status = write_json(&run, &text);
        if (status == OK)
            status = write_file(&outdir, "summary.json", &text);
        write_series(&run, &text);
        if (status == OK)
            status = write_file(&outdir, "series.csv", &text);
        struct manifest manifest = {.scenario_file = options->file[0], .n_sets = options->n_sets, .set = options->set,
                                    .days = written->optimum->summary.days, .n_files = outdir.n_files, .file = outdir.file};
        if (status == OK)
            status = write_manifest(&run, &manifest, &text);
    } else if (status == OK) {
        status = write_small_manifest(options, "optimize", &outdir, &text);
    }
    if (status == OK)
        status = write_file(&outdir, "manifest.json", &text);
    if (status == OK && !options->no_charts)
        status = draw(written, &outdir);
    if (status == OK && !options->no_charts && written->optimum->summary.days)
        status = report_into(&outdir);
    if (status == OK)
        status = outdir_commit(&outdir);
    text_free(&text);
    outdir_abandon(&outdir);
    return status;
}

static enum status choose(const struct options *options, struct reader *reader, const struct scenario *scenario, struct campaign aside)
{
    struct study study;
    struct optimum optimum;
    struct optimize_options how = {.seed = options->seed, .threads = options->threads, .days_at_most = options->days_at_most,
                                   .stop = &stop_asked, .on_progress = show_stage, .context = (void *)options};

    if (!scenario->choice || !scenario->site) {
        complain(scenario->site ? say("`%s` has no plan: block that says what may be chosen; samovar explain plan")
                                : say("`%s` has no site: without places there is nothing to choose"), scenario->name);
        return ERR_SCENARIO;
    }
    TRY(open_study(reader, scenario, 0, &study));
    if (options->time_at_most_s > 0)
        limit_time(options->time_at_most_s);
    enum status status = optimize(&study, &how, &optimum);
    if (status == ERR_INTERRUPTED && time_up)
        status = ERR_PRECISION;
    if (has_answer(status)) {
        struct written_optimum written = {&optimum, scenario, status, options->seed, reader_hash(reader), time_up, aside};
        enum status told = print_answer(options, &written);
        if (told == OK && options->out)
            told = write_directory(options, &written);
        if (told == OK && options->out && !options->quiet)
            fprintf(stderr, say("written to %s\n"), options->out);
        status = told == OK ? status : told;
    }
    optimum_free(&optimum);
    return status;
}

enum status command_optimize(const struct options *options)
{
    struct reader *reader;
    struct scenario *scenario;
    struct campaign aside;

    enum status status = open_one_day(options, options->file[0], &reader, &scenario, &aside);
    if (status == OK)
        status = choose(options, reader, scenario, aside);
    reader_free(reader);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
