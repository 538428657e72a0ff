/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/gnuplot.h"
#include "plots/png.h"
#include "plots/sheet.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CHART_ROW(name, question) {#name, question, name##_has_data, name##_draw},
const struct chart charts[] = {CHART_LIST(CHART_ROW)};
#undef CHART_ROW
const int n_charts = sizeof charts / sizeof *charts;

static const char *const formats[] = {"png", "svg", "pdf"};
static const char *const endings[] = {"png", "svg", "pdf", "gp", "csv"};
enum { N_FORMATS = 3, N_ENDINGS = 5, N_JOBS = 2 };

/* A gnuplot process each. PNG takes longer than the other two together. */
static const char *const jobs[N_JOBS] = {"png", "svg pdf"};

static const double limit_s = 120;

int charts_names(const struct picture *picture, const char *names[])
{
    int n = 0;

    for (int i = 0; i < n_charts; i++)
        if (charts[i].has_data(picture))
            names[n++] = charts[i].name;
    return n;
}

static void path_of(char path[PATH_MAX], const char *folder, const char *name, const char *ending)
{
    if (snprintf(path, PATH_MAX, "%s/%s.%s", folder, name, ending) >= PATH_MAX)
        *path = '\0'; /* then opening fails with a sentence */
}

static enum status cant_write(const char *what, struct text *message)
{
    int fault = errno;

    text_clear(message);
    text_print(message, say("%s can't be written: %s"), what, strerror(fault));
    return ERR_FILE;
}

static enum status write_file(const char *folder, const char *name, const char *ending,
                              const struct text *content, struct text *message)
{
    char path[PATH_MAX];

    TRY(text_status(content));
    path_of(path, folder, name, ending);
    FILE *file = fopen(path, "wb");
    if (!file)
        return cant_write(path, message);
    size_t written = fwrite(text_c(content), 1, content->n, file);
    if (fclose(file) != 0 || written != content->n)
        return cant_write(path, message);
    return OK;
}

static enum status write_script(const struct picture *picture, const struct chart *chart,
                                const char *folder, struct text *message)
{
    struct sheet sheet;

    sheet_open(&sheet, chart->name);
    chart->draw(picture, &sheet);
    sheet_close(&sheet);
    enum status status = write_file(folder, chart->name, "gp", &sheet.script, message);
    if (status == OK)
        status = write_file(folder, chart->name, "csv", &sheet.table, message);
    sheet_free(&sheet);
    return status;
}

static enum status run_scripts(int n, const char *const names[], const char *folder,
                               struct text *message)
{
    struct text commands[N_JOBS] = {0};
    const char *told[N_JOBS];
    enum status status = OK;

    for (int job = 0; job < N_JOBS; job++) {
        text_print(&commands[job], "do for [format in '%s'] {\n", jobs[job]);
        for (int i = 0; i < n; i++)
            text_print(&commands[job], "load '%s.gp'\n", names[i]);
        text_add(&commands[job], "}\n");
        if (status == OK)
            status = text_status(&commands[job]);
        told[job] = text_c(&commands[job]);
    }
    if (status == OK)
        status = gnuplot_run(folder, N_JOBS, told, limit_s, message);
    for (int job = 0; job < N_JOBS; job++)
        text_free(&commands[job]);
    return status;
}

/* A full disk doesn't always show in gnuplot's exit status. */
static enum status finish_pictures(int n, const char *const names[], const char *folder,
                                   struct text *message)
{
    char path[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int f = 0; f < N_FORMATS; f++) {
            path_of(path, folder, names[i], formats[f]);
            if (access(path, R_OK) != 0)
                return cant_write(path, message);
            if (f == 0 && png_set_300_dpi(path) != OK)
                return cant_write(path, message);
        }
    return OK;
}

static enum status draw_all(const struct picture *picture, int n, const char *const names[],
                            const char *folder, struct text *message)
{
    for (int i = 0; i < n_charts; i++)
        if (charts[i].has_data(picture))
            TRY(write_script(picture, &charts[i], folder, message));
    TRY(run_scripts(n, names, folder, message));
    return finish_pictures(n, names, folder, message);
}

static enum status move_all(int n, const char *const names[], const char *from, const char *to,
                            struct text *message)
{
    char old[PATH_MAX], new[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int e = 0; e < N_ENDINGS; e++) {
            path_of(old, from, names[i], endings[e]);
            path_of(new, to, names[i], endings[e]);
            if (rename(old, new) != 0)
                return cant_write(new, message);
        }
    return OK;
}

static void remove_chart(const char *name, const char *folder)
{
    char path[PATH_MAX];

    for (int e = 0; e < N_ENDINGS; e++) {
        path_of(path, folder, name, endings[e]);
        unlink(path);
    }
}

static enum status draw_in_folder(const struct picture *picture, int n, const char *const names[],
                                  const char *folder, struct text *message)
{
    char working[PATH_MAX];

    if (snprintf(working, PATH_MAX, "%s/.drawing-XXXXXX", folder) >= PATH_MAX || !mkdtemp(working))
        return cant_write(folder, message);
    enum status status = draw_all(picture, n, names, working, message);
    if (status == OK)
        status = move_all(n, names, working, folder, message);
    for (int i = 0; i < n; i++)
        remove_chart(names[i], working);
    rmdir(working);
    return status;
}

enum status charts_draw(const struct picture *picture, const char *folder, struct text *message)
{
    const char *names[sizeof charts / sizeof *charts];
    int n = charts_names(picture, names);

    text_clear(message);
    enum status status = n ? draw_in_folder(picture, n, names, folder, message) : OK;
    if (status != OK) {
        if (!message->n)
            text_add(message, say(status_sentence(status)));
        return status;
    }
    for (int i = 0; i < n_charts; i++)
        if (!charts[i].has_data(picture))
            remove_chart(charts[i].name, folder);
    if (strcmp(say_language(), "zh") == 0 && !style_has_chinese_font())
        text_add(message, say("no font with Chinese letters was found: the charts may show boxes"));
    return OK;
}
