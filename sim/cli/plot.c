/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar plot: the charts of a directory again, after a change to a script or on a machine with other fonts. */
#include "cli/command.h"
#include "core/say.h"
#include "core/text.h"
#include "plots/chart.h"
#include "plots/choice_chart.h"
#include "plots/redraw.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void list_chart(const char *name, const char *from, const char *question, struct text *out)
{
    text_add(out, "  ");
    text_add_padded(out, name, -12);
    text_add_padded(out, from, -13);
    text_print(out, "%s\n", say(question));
}

static enum status list_all(void)
{
    struct text out = {0};

    for (int i = 0; i < n_charts; i++)
        list_chart(charts[i].name, charts[i].from, charts[i].question, &out);
    for (int i = 0; i < n_choice_charts; i++)
        list_chart(choice_charts[i].name, choice_charts[i].from, choice_charts[i].question, &out);
    enum status status = text_status(&out);
    if (status == OK)
        put_stdout(text_c(&out));
    text_free(&out);
    return status;
}

static bool is_ours(const char *folder, struct arena *arena)
{
    const char *path = arena_print(arena, "%s/manifest.json", folder);
    char start[32] = "";
    FILE *file = path ? fopen(path, "r") : NULL;

    if (!file)
        return false;
    size_t n = fread(start, 1, sizeof start - 1, file);
    fclose(file);
    return n > 0 && strstr(start, "\"samovar\":");
}

static enum status find_chart(const char *asked, int n, const char *const names[])
{
    for (int i = 0; i < n; i++)
        if (strcmp(asked, names[i]) == 0)
            return OK;
    const char *meant = text_nearest(asked, n, names);
    complain(meant ? say("there is no chart `%s` here; did you mean `%s`?") : say("there is no chart `%s` here; the first is `%s`"), asked,
             meant ? meant : names[0]);
    return ERR_USAGE;
}

static enum status find_all(const struct options *options, const char *charts_folder, struct arena *arena, int *n, const char ***names)
{
    if (!is_ours(options->file[0], arena)) {
        complain(say("`%s` isn't a directory of results: samovar run, compare or optimize writes one with --out"), options->file[0]);
        return ERR_FILE;
    }
    errno = 0;
    enum status status = redraw_names(charts_folder, arena, n, names);
    if (status == ERR_FILE)
        complain(say("can't read `%s`: %s"), charts_folder, strerror(errno));
    if (status == OK && *n == 0) {
        complain(say("`%s` has no charts"), options->file[0]);
        return ERR_FILE;
    }
    for (int i = 1; status == OK && i < options->n_files; i++)
        status = find_chart(options->file[i], *n, *names);
    return status;
}

/* Those asked for, each once; all if none is. @return how many stay at the front of names */
static int choose(const struct options *options, int n, const char *names[])
{
    int chosen = 0;

    if (options->n_files == 1)
        return n;
    for (int i = 0; i < n; i++)
        for (int f = 1; f < options->n_files; f++)
            if (strcmp(options->file[f], names[i]) == 0) {
                names[chosen++] = names[i];
                break;
            }
    return chosen;
}

static enum status draw(const struct options *options, const char *charts_folder, struct arena *arena)
{
    struct text message = {0};
    const char **names;
    int n;

    TRY(find_all(options, charts_folder, arena, &n, &names));
    enum status status = redraw(charts_folder, choose(options, n, names), names, options->slides, &message);
    if (status != OK)
        complain("%s", text_c(&message));
    else if (!options->quiet)
        fprintf(stderr, say("drawn again in %s\n"), charts_folder);
    text_free(&message);
    return status;
}

enum status command_plot(const struct options *options)
{
    struct arena arena = {0};

    if (options->list && options->slides) {
        complain(say("--list draws nothing: --%s doesn't go with it"), "slides");
        return ERR_USAGE;
    }
    if (options->list)
        return list_all();
    if (options->n_files == 0) {
        complain(say("usage: samovar %s %s"), "plot", "DIR [CHART...]");
        return ERR_USAGE;
    }
    const char *charts_folder = arena_print(&arena, "%s/charts", options->file[0]);
    enum status status = charts_folder ? draw(options, charts_folder, &arena) : ERR_MEMORY;
    arena_free(&arena);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
