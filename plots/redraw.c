/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/redraw.h"

#include "core/say.h"
#include "plots/chart_files.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_BYTES = 1 << 26 };

/* --- what is there --------------------------------------------------------------------------------------- */

/* A name that can stand in a script in quotes. */
static bool is_script(const struct dirent *entry)
{
    size_t n = strspn(entry->d_name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    return n > 0 && strcmp(entry->d_name + n, ".gp") == 0;
}

static int accept(const struct dirent *entry)
{
    return is_script(entry);
}

enum status redraw_names(const char *folder, struct arena *arena, int *n, const char ***names)
{
    struct dirent **list;
    char table[PATH_MAX];
    int found = scandir(folder, &list, accept, alphasort);

    *n = 0;
    if (found < 0)
        return ERR_FILE;
    *names = arena_take(arena, (size_t)found + 1, sizeof **names);
    enum status status = *names ? OK : ERR_MEMORY;
    for (int i = 0; i < found; i++) {
        size_t length = strlen(list[i]->d_name) - strlen(".gp");
        bool has_table = snprintf(table, sizeof table, "%s/%.*s.csv", folder, (int)length, list[i]->d_name) < PATH_MAX && access(table, R_OK) == 0;
        const char *name = status == OK && has_table ? arena_text(arena, list[i]->d_name, length) : NULL;
        if (name)
            (*names)[(*n)++] = name;
        else if (has_table)
            status = ERR_MEMORY;
        free(list[i]);
    }
    free(list);
    return status;
}

/* --- drawing --------------------------------------------------------------------------------------------- */

static enum status copy(const char *from, const char *to, struct text *message)
{
    char *bytes;
    size_t n;

    enum status status = text_read_file(from, MOST_BYTES, &bytes, &n);
    if (status == ERR_FILE)
        text_print(message, say("can't read `%s`: %s"), from, strerror(errno));
    TRY(status);
    FILE *file = fopen(to, "wb");
    bool whole = file && fwrite(bytes, 1, n, file) == n;
    whole = file && fclose(file) == 0 && whole;
    free(bytes);
    return whole ? OK : chart_files_fail(to, message);
}

static enum status draw(const char *folder, const char *working, int n, const char *const names[], bool slides, struct text *message)
{
    char from[PATH_MAX], to[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int file = CHART_PICTURES; file < CHART_FILES; file++) {
            chart_file_path(from, folder, names[i], file);
            chart_file_path(to, working, names[i], file);
            TRY(copy(from, to, message));
        }
    return chart_files_draw(working, n, names, slides, message);
}

static enum status move(const char *folder, const char *working, int n, const char *const names[], bool slides, struct text *message)
{
    char from[PATH_MAX], to[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int file = 0; file < CHART_PICTURES; file++) {
            if (file == CHART_SLIDE && !slides)
                continue;
            chart_file_path(from, working, names[i], file);
            chart_file_path(to, folder, names[i], file);
            if (rename(from, to) != 0)
                return chart_files_fail(to, message);
        }
    return OK;
}

static void clear(const char *working, int n, const char *const names[])
{
    char path[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int file = 0; file < CHART_FILES; file++) {
            chart_file_path(path, working, names[i], file);
            unlink(path);
        }
    rmdir(working);
}

enum status redraw(const char *folder, int n, const char *const names[], bool slides, struct text *message)
{
    char working[PATH_MAX];

    text_clear(message);
    if (snprintf(working, PATH_MAX, "%s/.drawing-XXXXXX", folder) >= PATH_MAX || !mkdtemp(working))
        return chart_files_fail(folder, message);
    enum status status = draw(folder, working, n, names, slides, message);
    if (status == OK)
        status = move(folder, working, n, names, slides, message);
    clear(working, n, names);
    if (status != OK && !message->n)
        text_add(message, say(status_sentence(status)));
    return status;
}
