/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/redraw.h"

#include "core/say.h"
#include "plots/gnuplot.h"
#include "plots/pdf.h"
#include "plots/png.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const sources[] = {"gp", "csv"};
static const char *const pictures[] = {"png", "svg", "pdf"};
enum { SOURCES = 2, PICTURES = 3, MOST_BYTES = 1 << 26 };

static const double limit_s = 120;

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

static void path_of(char path[PATH_MAX], const char *folder, const char *name, const char *ending)
{
    if (snprintf(path, PATH_MAX, "%s/%s.%s", folder, name, ending) >= PATH_MAX)
        *path = '\0'; /* then opening fails with a sentence */
}

static enum status fail(const char *sentence, const char *path, struct text *message)
{
    text_print(message, sentence, path, strerror(errno));
    return ERR_FILE;
}

static enum status copy(const char *from, const char *to, struct text *message)
{
    char *bytes;
    size_t n;

    enum status status = text_read_file(from, MOST_BYTES, &bytes, &n);
    if (status != OK)
        return status == ERR_FILE ? fail(say("can't read `%s`: %s"), from, message) : status;
    FILE *file = fopen(to, "wb");
    bool whole = file && fwrite(bytes, 1, n, file) == n;
    whole = file && fclose(file) == 0 && whole;
    free(bytes);
    return whole ? OK : fail(say("%s can't be written: %s"), to, message);
}

static enum status run_scripts(const char *working, int n, const char *const names[], struct text *message)
{
    struct text commands = {0};
    const char *told;

    text_add(&commands, "do for [format in 'png svg pdf'] {\n");
    for (int i = 0; i < n; i++)
        text_print(&commands, "load '%s.gp'\n", names[i]);
    text_add(&commands, "}\n");
    told = text_c(&commands);
    enum status status = commands.failed ? ERR_MEMORY : gnuplot_run(working, 1, &told, limit_s, message);
    text_free(&commands);
    return status;
}

static enum status draw(const char *folder, const char *working, int n, const char *const names[], struct text *message)
{
    char from[PATH_MAX], to[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int s = 0; s < SOURCES; s++) {
            path_of(from, folder, names[i], sources[s]);
            path_of(to, working, names[i], sources[s]);
            TRY(copy(from, to, message));
        }
    TRY(run_scripts(working, n, names, message));
    for (int i = 0; i < n; i++)
        for (int p = 0; p < PICTURES; p++) {
            path_of(from, working, names[i], pictures[p]);
            if (access(from, R_OK) != 0 || (p == 0 && png_set_300_dpi(from) != OK) || (p == 2 && pdf_forget_date(from) != OK))
                return fail(say("%s can't be written: %s"), from, message);
        }
    return OK;
}

static enum status move(const char *folder, const char *working, int n, const char *const names[], struct text *message)
{
    char from[PATH_MAX], to[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int p = 0; p < PICTURES; p++) {
            path_of(from, working, names[i], pictures[p]);
            path_of(to, folder, names[i], pictures[p]);
            if (rename(from, to) != 0)
                return fail(say("%s can't be written: %s"), to, message);
        }
    return OK;
}

static void clear(const char *working, int n, const char *const names[])
{
    char path[PATH_MAX];

    for (int i = 0; i < n; i++)
        for (int e = 0; e < SOURCES + PICTURES; e++) {
            path_of(path, working, names[i], e < SOURCES ? sources[e] : pictures[e - SOURCES]);
            unlink(path);
        }
    rmdir(working);
}

enum status redraw(const char *folder, int n, const char *const names[], struct text *message)
{
    char working[PATH_MAX];

    text_clear(message);
    if (snprintf(working, PATH_MAX, "%s/.drawing-XXXXXX", folder) >= PATH_MAX || !mkdtemp(working))
        return fail(say("%s can't be written: %s"), folder, message);
    enum status status = draw(folder, working, n, names, message);
    if (status == OK)
        status = move(folder, working, n, names, message);
    clear(working, n, names);
    if (status != OK && !message->n)
        text_add(message, say(status_sentence(status)));
    return status;
}
