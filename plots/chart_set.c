/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_set.h"

#include "core/say.h"
#include "plots/chart_files.h"
#include "plots/sheet.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int chart_set_names(const struct chart_set *set, const char *names[])
{
    int n = 0;

    for (int i = 0; i < set->n; i++)
        if (set->has_data(set->data, i))
            names[n++] = set->name(i);
    return n;
}

static enum status write_file(const char *path, const struct text *content, struct text *message)
{
    TRY(text_status(content));
    FILE *file = fopen(path, "wb");
    if (!file)
        return chart_files_fail(path, message);
    size_t written = fwrite(text_c(content), 1, content->n, file);
    if (fclose(file) != 0 || written != content->n)
        return chart_files_fail(path, message);
    return OK;
}

void chart_set_sheet(const struct chart_set *set, int chart, enum shape shape, struct sheet *sheet)
{
    sheet_open(sheet, set->name(chart), shape);
    set->draw(set->data, chart, sheet);
    sheet_close(sheet);
}

/* The table is the same for every shape. */
static enum status write_sources(const struct chart_set *set, int chart, const char *folder,
                                 struct text *message)
{
    char path[PATH_MAX];
    enum status status = OK;

    for (enum shape shape = 0; shape < N_SHAPES && status == OK; shape++) {
        struct sheet sheet;
        chart_set_sheet(set, chart, shape, &sheet);
        chart_file_path(path, folder, set->name(chart), CHART_SCRIPT + (int)shape);
        status = write_file(path, &sheet.script, message);
        chart_file_path(path, folder, set->name(chart), CHART_TABLE);
        if (status == OK && shape == SHAPE_PAGE)
            status = write_file(path, &sheet.table, message);
        sheet_free(&sheet);
    }
    return status;
}

static enum status draw_all(const struct chart_set *set, int n, const char *const names[],
                            const char *folder, struct text *message)
{
    for (int i = 0; i < set->n; i++)
        if (set->has_data(set->data, i))
            TRY(write_sources(set, i, folder, message));
    return chart_files_draw(folder, n, names, false, message);
}

/* An older slide doesn't stay beside a new page. */
static enum status move_all(int n, const char *const names[], const char *from, const char *to,
                            struct text *message)
{
    char old[PATH_MAX], new[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int file = 0; file < CHART_FILES; file++) {
            chart_file_path(old, from, names[i], file);
            chart_file_path(new, to, names[i], file);
            if (file == CHART_SLIDE ? unlink(new) != 0 && errno != ENOENT : rename(old, new) != 0)
                return chart_files_fail(new, message);
        }
    return OK;
}

static void remove_chart(const char *name, const char *folder)
{
    char path[PATH_MAX];

    for (int file = 0; file < CHART_FILES; file++) {
        chart_file_path(path, folder, name, file);
        unlink(path);
    }
}

static enum status draw_in_folder(const struct chart_set *set, int n, const char *const names[],
                                  const char *folder, struct text *message)
{
    char working[PATH_MAX];

    if (snprintf(working, PATH_MAX, "%s/.drawing-XXXXXX", folder) >= PATH_MAX || !mkdtemp(working))
        return chart_files_fail(folder, message);
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
