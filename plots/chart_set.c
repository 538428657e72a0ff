/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_set.h"

#include "core/say.h"
#include "plots/gnuplot.h"
#include "plots/pdf.h"
#include "plots/png.h"
#include "plots/sheet.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const formats[] = {"png", "svg", "pdf"};
static const char *const endings[] = {"png", "svg", "pdf", "gp", "csv"};
enum { N_FORMATS = 3, N_ENDINGS = 5, N_JOBS = 2 };

/* A gnuplot process each. PNG takes longer than the other two together. */
static const char *const jobs[N_JOBS] = {"png", "svg pdf"};

static const double limit_s = 120;

int chart_set_names(const struct chart_set *set, const char *names[])
{
    int n = 0;

    for (int i = 0; i < set->n; i++)
        if (set->has_data(set->data, i))
            names[n++] = set->name(i);
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

static enum status write_script(const struct chart_set *set, int chart, const char *folder,
                                struct text *message)
{
    const char *name = set->name(chart);
    struct sheet sheet;

    sheet_open(&sheet, name);
    set->draw(set->data, chart, &sheet);
    sheet_close(&sheet);
    enum status status = write_file(folder, name, "gp", &sheet.script, message);
    if (status == OK)
        status = write_file(folder, name, "csv", &sheet.table, message);
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
            if (f == 2 && pdf_forget_date(path) != OK)
                return cant_write(path, message);
        }
    return OK;
}

static enum status draw_all(const struct chart_set *set, int n, const char *const names[],
                            const char *folder, struct text *message)
{
    for (int i = 0; i < set->n; i++)
        if (set->has_data(set->data, i))
            TRY(write_script(set, i, folder, message));
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

static enum status draw_in_folder(const struct chart_set *set, int n, const char *const names[],
                                  const char *folder, struct text *message)
{
    char working[PATH_MAX];

    if (snprintf(working, PATH_MAX, "%s/.drawing-XXXXXX", folder) >= PATH_MAX || !mkdtemp(working))
        return cant_write(folder, message);
    enum status status = draw_all(set, n, names, working, message);
    if (status == OK)
        status = move_all(n, names, working, folder, message);
    for (int i = 0; i < n; i++)
        remove_chart(names[i], working);
    rmdir(working);
    return status;
}

enum status chart_set_draw(const struct chart_set *set, const char *folder, struct text *message)
{
    const char *names[CHART_SET_MOST];

    assert(set->n <= CHART_SET_MOST);
    int n = chart_set_names(set, names);
    text_clear(message);
    enum status status = n ? draw_in_folder(set, n, names, folder, message) : OK;
    if (status != OK) {
        if (!message->n)
            text_add(message, say(status_sentence(status)));
        return status;
    }
    for (int i = 0; i < set->n; i++)
        if (!set->has_data(set->data, i))
            remove_chart(set->name(i), folder);
    if (strcmp(say_language(), "zh") == 0 && !style_has_chinese_font())
        text_add(message, say("no font with Chinese letters was found: the charts may show boxes"));
    return OK;
}
