/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar run: simulate a layout, print the table, write the directory. */
#include "cli/film.h"
#include "cli/options.h"
#include "cli/outdir.h"
#include "cli/picture.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "cli/write.h"
#include "core/say.h"
#include "plots/chart.h"

#include <stdio.h>

/* A run on its way to a table or a directory. */
struct job {
    const struct options *options;
    struct reader *reader;
    struct scenario *scenario;
    struct study study;
    struct outdir outdir;
    FILE *days;
    struct text line;
    struct progress progress;
    struct saving saving;       /* what booking changes, where somebody books */
    bool filmed;
};

static enum status note_day(void *context, const struct study *study, int day, const struct day_result *result)
{
    struct job *job = context;

    if (saving_applies(study))
        TRY(saving_note(&job->saving, result));
    if (!job->days)
        return OK;
    text_clear(&job->line);
    write_day(study, day, result, &job->line);
    TRY(text_status(&job->line));
    fputs(text_c(&job->line), job->days); /* what goes wrong shows when the file is closed */
    return OK;
}

static void show_progress(void *context, int days, int wanted, double lack)
{
    struct job *job = context;
    progress_show(&job->progress, days, wanted, lack);
}

static struct run_options how_to_run(struct job *job)
{
    static const struct precision usual[2] = {{.half_width = 0.01, .relative = true}, {.half_width = 0.01, .relative = true}};
    static struct precision asked[2];
    const struct options *o = job->options;
    struct run_options how = {
        .seed = o->seed, .days = o->days, .days_at_most = o->days_at_most ? o->days_at_most : USUAL_DAYS_AT_MOST, .confidence = o->confidence, .threads = o->threads,
        .n_precisions = o->n_precisions, .precision = o->precision, .stop = &stop_asked,
        .on_day = note_day, .on_progress = show_progress, .context = job,
    };

    if (!how.n_precisions) {
        asked[0] = usual[0];
        asked[1] = usual[1];
        asked[0].kpi = kpi_find("wait_within_share");
        asked[1].kpi = kpi_find("served");
        how.n_precisions = 2;
        how.precision = asked;
    }
    return how;
}

static enum status manifest(const struct job *job, const struct written_run *run, struct text *out)
{
    const struct options *o = job->options;
    struct manifest what = {.scenario_file = o->file[0], .n_sets = o->n_sets, .set = o->set, .days = o->days,
                            .n_precisions = o->n_precisions, .precision = o->precision,
                            .n_files = job->outdir.n_files, .file = job->outdir.file};
    return write_manifest(run, &what, out);
}

static enum status write_directory(struct job *job, const struct written_run *run)
{
    struct text text = {0};
    struct outdir *outdir = &job->outdir;

    enum status status = outdir_close_file(outdir, job->days, "days.csv");
    job->days = NULL;
    if (status == OK)
        status = write_json(run, &text);
    if (status == OK)
        status = outdir_write(outdir, "summary.json", &text);
    text_clear(&text);
    write_csv(run, &text);
    if (status == OK)
        status = outdir_write(outdir, "summary.csv", &text);
    text_clear(&text);
    write_series(run, &text);
    if (status == OK)
        status = outdir_write(outdir, "series.csv", &text);
    text_clear(&text);
    if (status == OK)
        status = manifest(job, run, &text);
    if (status == OK)
        status = outdir_write(outdir, "manifest.json", &text);
    text_free(&text);
    return status;
}

static enum status write_charts(struct job *job, const struct summary *summary)
{
    struct text message = {0};
    struct arena arena = {0};
    struct picture picture;

    if (job->options->no_charts)
        return OK;
    const char *folder = outdir_folder(&job->outdir, "charts");
    if (!folder)
        return ERR_FILE;
    enum status status = picture_of(summary, &arena, &picture);
    if (status == OK)
        status = charts_draw(&picture, folder, &message);
    if (message.n)
        complain("%s", text_c(&message));
    text_free(&message);
    arena_free(&arena);
    return status;
}

/* Before the manifest, which lists its parts. */
static enum status write_film(struct job *job, const struct summary *summary)
{
    struct arena arena = {0};
    struct picture picture;
    struct film film;
    int day = job->options->day > 0 ? job->options->day : 0;

    enum status status = picture_of(summary, &arena, &picture);
    if (status == OK)
        status = film_of(&job->study, job->options->seed, day, &picture, &arena, &film);
    if (status == OK)
        status = film_into(&film, &job->outdir);
    arena_free(&arena);
    return status;
}

static enum status print_result(const struct options *options, const struct written_run *run)
{
    struct text text = {0};
    enum status status = OK;

    if (options->quiet && options->format == FORMAT_TEXT)
        return OK;
    if (options->format == FORMAT_JSON)
        status = write_json(run, &text);
    else if (options->format == FORMAT_CSV)
        write_csv(run, &text);
    else
        write_table(run, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

static enum status show_charts(const struct options *options, const struct summary *summary)
{
    struct sketch_look look;
    struct text text = {0};
    struct arena arena = {0};
    struct picture picture;

    if (!terminal_look(options, &look))
        return OK;
    enum status status = picture_of(summary, &arena, &picture);
    if (status == OK) {
        sketch_run(&picture, &look, &text);
        status = terminal_print(&text);
    }
    text_free(&text);
    arena_free(&arena);
    return status;
}

static void name_outcome(const struct job *job, enum status status, const struct summary *summary)
{
    if (status == ERR_INTERRUPTED)
        complain(say("interrupted after %d days; the figures are of those"), summary->days);
    if (status == ERR_PRECISION)
        complain(say("the precision asked for wasn't reached in %d days; --days-at-most allows more"), summary->days);
    if (job->options->out && !job->options->quiet)
        fprintf(stderr, job->options->no_charts ? say("written to %s\n") : say("written to %1$s; to read: %1$s/report.html\n"), job->options->out);
    if (job->filmed && !job->options->quiet)
        fprintf(stderr, say("to watch day %d: %s/animation/day.gif\n"), job->options->day > 0 ? job->options->day : 0, job->options->out);
}

static enum status days_file(struct job *job)
{
    TRY(outdir_open(&job->outdir, job->options->out, job->options->force));
    job->days = outdir_file(&job->outdir, "days.csv");
    if (!job->days)
        return ERR_FILE;
    write_days_header(&job->study, &job->line);
    TRY(text_status(&job->line));
    fputs(text_c(&job->line), job->days);
    return OK;
}

static bool has_figures(enum status status)
{
    return status == OK || status == ERR_PRECISION || status == ERR_INTERRUPTED;
}

static enum status simulate(struct job *job)
{
    struct run_options how = how_to_run(job);
    struct summary summary;

    if (job->options->out)
        TRY(days_file(job));
    progress_start(&job->progress, job->options->quiet);
    enum status status = run(&job->study, &how, &summary), again = OK;
    if ((status == OK || status == ERR_PRECISION) && job->saving.noted > 0)
        again = saving_find(&job->saving, &job->study, &how);
    if (again != OK)
        status = again;
    progress_end(&job->progress);
    if (has_figures(status) && summary.days > 0) {
        struct written_run written = {&summary, scenario_layout(job->scenario, job->study.layout)->name, job->options->seed, reader_hash(job->reader),
                                      job->saving.days > 0 ? &job->saving : NULL};
        enum status told = print_result(job->options, &written);
        if (told == OK)
            told = show_charts(job->options, &summary);
        job->filmed = job->options->animate && status != ERR_INTERRUPTED;
        if (told == OK && job->filmed)
            told = write_film(job, &summary);
        if (told == OK && job->options->out)
            told = write_directory(job, &written);
        if (told == OK && job->options->out)
            told = write_charts(job, &summary);
        if (told == OK && job->options->out && !job->options->no_charts)
            told = report_into(&job->outdir);
        if (told == OK && job->options->out)
            told = outdir_commit(&job->outdir);
        status = told == OK ? status : told;
        if (told == OK)
            name_outcome(job, status, &summary);
    }
    summary_free(&summary);
    return status;
}

/* One day alone: its row as CSV, or every event of it. */
static enum status one_day(struct job *job)
{
    int day = job->options->day;
    struct rows rows = {0};
    struct arena arena = {0}, traced = {0};
    struct trace trace = {.arena = &traced};
    struct text text = {0};

    enum status status = rows_open(&rows, &job->study, 1);
    if (status == OK) {
        const struct plan_day *plan = &job->study.kind[study_kind_of_day(&job->study, day)].plan;
        rows.day[0].day_type = study_kind_of_day(&job->study, day);
        status = day_simulate(plan, job->options->seed, (uint32_t)day, &arena, job->options->trace ? &trace : NULL, &rows.day[0]);
        if (status == OK && job->options->trace)
            write_trace(plan, &trace, &text);
        else if (status == OK) {
            write_days_header(&job->study, &text);
            write_day(&job->study, day, &rows.day[0], &text);
        }
    }
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        put_stdout(text_c(&text));
    text_free(&text);
    rows_close(&rows);
    arena_free(&arena);
    arena_free(&traced);
    return status;
}

static enum status may_animate(const struct options *options)
{
    if (options->animate && !options->out) {
        complain(say("--animate goes with --out DIR: where is it to be written?"));
        return ERR_USAGE;
    }
    if (options->animate && options->trace) {
        complain(say("--animate and --trace don't go together: the one draws the day, the other prints it"));
        return ERR_USAGE;
    }
    return OK;
}

#define FOR_SEVERAL_DAYS (TAKES(OPTION_DAYS) | TAKES(OPTION_DAYS_AT_MOST) | TAKES(OPTION_PRECISION) | TAKES(OPTION_CONFIDENCE))
#define FOR_FILES        (TAKES(OPTION_OUT) | TAKES(OPTION_FORCE) | TAKES(OPTION_NO_CHARTS))

/* One day alone is printed as a row or as its events. */
static enum status asks_for_one_day(const struct options *options)
{
    const char *beside = option_given(options, FOR_SEVERAL_DAYS | FOR_FILES | TAKES(OPTION_QUIET));

    if (!beside && options->format == FORMAT_JSON)
        beside = "format json";
    if (options->day < 0 || options->animate || !beside)
        return OK;
    complain(say("--day prints one day alone: --%s doesn't go with it"), beside);
    return ERR_USAGE;
}

static enum status can_be_filmed(const struct options *options, const struct scenario *scenario)
{
    if (options->animate && scenario->campaign.days > 1) {
        complain(say("--animate shows one day, and this scenario has %d in a row: add --set campaign=null"), scenario->campaign.days);
        return ERR_USAGE;
    }
    if (!options->animate || scenario->site)
        return OK;
    complain(say("--animate shows residents on the map, and this scenario has no `site`"));
    return ERR_USAGE;
}

enum status command_run(const struct options *options)
{
    struct job job = {.options = options};
    int layout;

    if (options->trace && options->day < 0) {
        complain(say("--trace goes with --day N: which day?"));
        return ERR_USAGE;
    }
    TRY(may_animate(options));
    TRY(asks_for_one_day(options));
    enum status status = open_scenario(options, options->file[0], &job.reader, &job.scenario);
    if (status == OK)
        status = choose_layout(options, job.scenario, &layout);
    if (status == OK)
        status = open_study(job.reader, job.scenario, layout, &job.study);
    if (status == OK)
        status = can_be_filmed(options, job.scenario);
    if (status == OK)
        status = options->day >= 0 && !options->animate ? one_day(&job) : simulate(&job);
    if (job.days)
        fclose(job.days);
    outdir_abandon(&job.outdir);
    text_free(&job.line);
    saving_free(&job.saving);
    reader_free(job.reader);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
