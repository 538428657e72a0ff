/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar fit: what filled-in tally sheets say about arrivals, service, patience and drinks, as a fragment of a scenario. */
#include "cli/command.h"
#include "cli/outdir.h"
#include "cli/write.h"
#include "cli/write_fit.h"
#include "core/say.h"

#include <math.h>
#include <stdio.h>

enum status choice_picture_of_fit(const struct fitted *fitted, struct arena *arena, struct choice_picture *picture)
{
    struct choice_tally *tallied;

    *picture = (struct choice_picture){.days = fitted->n_days, .confidence = 0.95, .heat_wanted = NAN};
    TAKE(arena, tallied, fitted->n + 1);
    for (int s = 0; s < fitted->n; s++) {
        const struct fitted_station *station = &fitted->station[s];
        struct choice_tally *t = &tallied[picture->n_tallied];
        double *cell[8];
        if (!station->n_steps)
            continue;
        for (int c = 0; c < 8; c++)
            TAKE(arena, cell[c], station->n_steps);
        for (int i = 0; i < station->n_steps; i++) {
            const struct estimate *mean = &station->arrivals.mean[i], *curve = &station->arrivals.curve[i];
            const double of_step[] = {station->step[i].from_s, station->step[i].to_s, mean->value, mean->low, mean->high, curve->value, curve->low, curve->high};
            for (int c = 0; c < 8; c++)
                cell[c][i] = of_step[c];
        }
        const struct fit_arrivals *a = &station->arrivals;
        *t = (struct choice_tally){station->name, station->n_steps, cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7],
                                   a->n_peaks, a->next_peaks && a->bic[a->next_peaks] - a->bic[a->n_peaks] < 2 ? a->next_peaks : 0, a->p};
        picture->n_tallied++;
    }
    picture->tallied = tallied;
    return OK;
}

static enum status draw(const struct fitted *fitted, struct arena *arena, struct outdir *outdir)
{
    struct choice_picture picture;
    struct text message = {0};
    const char *folder = outdir_folder(outdir, "charts");

    if (!folder)
        return ERR_FILE;
    TRY(choice_picture_of_fit(fitted, arena, &picture));
    enum status status = choice_charts_draw(&picture, folder, &message);
    if (message.n)
        complain("%s", text_c(&message));
    text_free(&message);
    return status;
}

static enum status write_file(struct outdir *outdir, const char *name, enum status status, struct text *text)
{
    if (status == OK)
        status = outdir_write(outdir, name, text);
    text_clear(text);
    return status;
}

static enum status write_directory(const struct options *o, const struct fitted *fitted, struct arena *arena)
{
    struct outdir outdir = {0};
    struct text text = {0};

    enum status status = outdir_open(&outdir, o->out, o->force);
    write_fit_csv(fitted, &text);
    status = write_file(&outdir, "fit.csv", status, &text);
    if (status == OK)
        status = write_file(&outdir, "fit.json", write_fit_json(fitted, &text), &text);
    write_fit_fragment(fitted, &text);
    status = write_file(&outdir, "fitted.yaml", status, &text);
    if (status == OK)
        status = write_file(&outdir, "manifest.json", write_small_manifest(o, "fit", &outdir, &text), &text);
    if (status == OK && !o->no_charts)
        status = draw(fitted, arena, &outdir);
    if (status == OK)
        status = outdir_commit(&outdir);
    text_free(&text);
    outdir_abandon(&outdir);
    return status;
}

static enum status print_result(const struct options *o, const struct fitted *fitted)
{
    struct text text = {0};
    enum status status = OK;

    if (o->quiet && o->format == FORMAT_TEXT)
        return OK;
    if (o->format == FORMAT_JSON)
        status = write_fit_json(fitted, &text);
    else
        (o->format == FORMAT_CSV ? write_fit_csv : write_fit_text)(fitted, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (o->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

/* Every fault of every file in one pass. */
static enum status read_log(const struct options *o, struct reader *reader, struct tally_log *log)
{
    enum status status = OK;

    for (int f = 0; f < o->n_files; f++) {
        enum status of_file = tally_log_read(reader, o->file[f], log);
        if (of_file == ERR_MEMORY)
            return of_file;
        status = status == OK ? of_file : status;
    }
    tally_log_check(reader, log);
    if (reader_faults(reader)) {
        reader_print_faults(reader, stderr);
        return status == OK ? ERR_SCENARIO : status;
    }
    if (log->n_rows == 0) {
        complain(say("nothing is filled in: type what was counted into the rows of the tally"));
        return ERR_SCENARIO;
    }
    return OK;
}

enum status command_fit(const struct options *options)
{
    struct reader *reader;
    struct tally_log log = {0};
    struct arena arena = {0};
    struct fitted fitted;

    enum status status = reader_open_bare(&reader);
    if (status == OK)
        status = read_log(options, reader, &log);
    if (status == OK)
        status = fit_gather(&log, options->n_files, &arena, &fitted);
    if (status == OK)
        status = print_result(options, &fitted);
    if (status == OK && options->out)
        status = write_directory(options, &fitted, &arena);
    tally_log_free(&log);
    arena_free(&arena);
    reader_free(reader);
    return status;
}
