/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_files.h"

#include "core/say.h"
#include "plots/gnuplot.h"
#include "plots/pdf.h"
#include "plots/png.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const struct chart_file chart_files[CHART_FILES] = {
    [CHART_PNG] = {".png", png_set_300_dpi}, [CHART_SLIDE] = {"-slide.png", png_set_300_dpi}, [CHART_SVG] = {".svg", NULL}, [CHART_PDF] = {".pdf", pdf_forget_date},
    [CHART_SCRIPT + SHAPE_PAGE] = {".gp", NULL}, [CHART_SCRIPT + SHAPE_SLIDE] = {"-slide.gp", NULL}, [CHART_TABLE] = {".csv", NULL},
};

/* A gnuplot process each, about as long as each other on two cores: a slide takes three times as long as a page in PNG,
 * which takes longer than SVG and PDF together. */
static const struct job {
    enum shape shape;
    const char *formats;
    int first, stride; /* of the charts */
} jobs[] = {{SHAPE_SLIDE, "png", 0, 2}, {SHAPE_SLIDE, "png", 1, 2}, {SHAPE_PAGE, "png", 0, 1}, {SHAPE_PAGE, "svg pdf", 0, 1}};
enum { N_JOBS = sizeof jobs / sizeof *jobs };

static const double limit_s = 120;

void chart_file_path(char path[PATH_MAX], const char *folder, const char *name, int file)
{
    if (snprintf(path, PATH_MAX, "%s/%s%s", folder, name, chart_files[file].ending) >= PATH_MAX)
        *path = '\0';
}

enum status chart_files_fail(const char *path, struct text *message)
{
    int fault = errno;

    text_clear(message);
    text_print(message, say("%s can't be written: %s"), path, strerror(fault));
    return ERR_FILE;
}

static void tell(const struct job *job, int n, const char *const names[], struct text *commands)
{
    text_print(commands, "do for [format in '%s'] {\n", job->formats);
    for (int i = job->first; i < n; i += job->stride)
        text_print(commands, "load '%s%s.gp'\n", names[i], style_beyond(job->shape));
    text_add(commands, "}\n");
}

static enum status run_scripts(const char *folder, int n, const char *const names[], bool slides, struct text *message)
{
    struct text commands[N_JOBS] = {0};
    const char *told[N_JOBS];
    enum status status = OK;
    int n_told = 0;

    for (int job = 0; job < N_JOBS && status == OK; job++)
        if (jobs[job].first < n && (slides || jobs[job].shape != SHAPE_SLIDE)) {
            tell(&jobs[job], n, names, &commands[n_told]);
            status = text_status(&commands[n_told]);
            told[n_told] = text_c(&commands[n_told]);
            n_told++;
        }
    if (status == OK)
        status = gnuplot_run(folder, n_told, told, limit_s, message);
    for (int job = 0; job < N_JOBS; job++)
        text_free(&commands[job]);
    return status;
}

/* A full disk doesn't always show in gnuplot's exit status. */
static enum status finish(const char *path, const struct chart_file *file, struct text *message)
{
    if (access(path, R_OK) != 0 || (file->finish && file->finish(path) != OK))
        return chart_files_fail(path, message);
    return OK;
}

enum status chart_files_draw(const char *folder, int n, const char *const names[], bool slides, struct text *message)
{
    char path[PATH_MAX];

    TRY(run_scripts(folder, n, names, slides, message));
    for (int i = 0; i < n; i++)
        for (int file = 0; file < CHART_PICTURES; file++) {
            if (file == CHART_SLIDE && !slides)
                continue;
            chart_file_path(path, folder, names[i], file);
            TRY(finish(path, &chart_files[file], message));
        }
    return OK;
}
