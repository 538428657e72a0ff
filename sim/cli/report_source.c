/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/report_source.h"

#include "cli/command.h"
#include "core/say.h"
#include "core/text.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 28, MOST_DRAWING = 1 << 24 };

static enum status complain_of(const char *folder, const char *name, const char *why)
{
    complain(say("can't read `%s/%s`: %s"), folder, name, why);
    return ERR_FILE;
}

/* A file that needn't be there; NULL if it isn't. */
static enum status read_file(const char *folder, const char *name, size_t most, char **bytes)
{
    char path[PATH_MAX];
    size_t n;

    *bytes = NULL;
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
        return complain_of(folder, name, strerror(ENAMETOOLONG));
    enum status status = text_read_file(path, most, bytes, &n);
    if (status == ERR_FILE && (errno == ENOENT || errno == ENOTDIR))
        return OK;
    return status == ERR_FILE ? complain_of(folder, name, strerror(errno)) : status;
}

/* Other programs write such names too: then it isn't ours. */
static bool is_ours(json_t *tree)
{
    return json_is_string(json_object_get(tree, "samovar"));
}

static enum status read_json(const char *folder, const char *name, json_t **tree)
{
    json_error_t fault;
    char *bytes;

    TRY(read_file(folder, name, MOST_BYTES, &bytes));
    if (!bytes)
        return OK;
    *tree = json_loads(bytes, 0, &fault);
    free(bytes);
    if (!*tree) {
        complain(say("`%s/%s` isn't as samovar writes it: line %d: %s"), folder, name, fault.line, fault.text);
        return ERR_FILE;
    }
    if (!is_ours(*tree)) {
        json_decref(*tree);
        *tree = NULL;
    } else if (json_integer_value(json_object_get(*tree, "format")) != 1) {
        complain(say("`%s/%s` was written by another version of samovar, in a format that this one doesn't know"), folder, name);
        return ERR_FILE;
    }
    return OK;
}

json_t *source_tree(const struct source *source)
{
    json_t *const trees[] = {source->summary, source->compare, source->choice, source->stress, source->stock, source->sensitivity, source->sweep, source->fit};

    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++)
        if (trees[i])
            return trees[i];
    return NULL;
}

enum status source_open(struct source *source, const char *folder, struct arena *arena)
{
    *source = (struct source){.way = ""};
    source->folder = arena_text(arena, folder, strlen(folder));
    if (!source->folder)
        return ERR_MEMORY;
    TRY(read_json(folder, "summary.json", &source->summary));
    TRY(read_json(folder, "compare.json", &source->compare));
    TRY(read_json(folder, "plan.json", &source->choice));
    TRY(read_json(folder, "manifest.json", &source->manifest));
    TRY(read_json(folder, "stress.json", &source->stress));
    TRY(read_json(folder, "stock.json", &source->stock));
    TRY(read_json(folder, "sweep.json", &source->sweep));
    TRY(read_json(folder, "sensitivity.json", &source->sensitivity));
    TRY(read_json(folder, "fit.json", &source->fit));
    if (!source_tree(source)) {
        complain(say("`%s` isn't a directory of results: samovar run, compare, optimize, stock, stress, sweep, sensitivity or fit writes one with --out"), folder);
        return ERR_FILE;
    }
    TRY(read_file(folder, "series.csv", MOST_BYTES, &source->series));
    TRY(read_file(folder, "plan.txt", MOST_BYTES, &source->answer));
    return read_file(folder, "layout.yaml", MOST_BYTES, &source->layout);
}

void source_close(struct source *source)
{
    json_decref(source->summary);
    json_decref(source->compare);
    json_decref(source->choice);
    json_decref(source->manifest);
    json_decref(source->stress);
    json_decref(source->stock);
    json_decref(source->sweep);
    json_decref(source->sensitivity);
    json_decref(source->fit);
    free(source->series);
    free(source->answer);
    free(source->layout);
    *source = (struct source){0};
}

enum status source_drawing(const struct source *source, const char *chart, char **svg)
{
    char name[64];

    snprintf(name, sizeof name, "charts/%s.svg", chart);
    return read_file(source->folder, name, MOST_DRAWING, svg);
}

/* Length of what two absolute paths share, up to and with a slash. */
static size_t shared(const char *a, const char *b)
{
    size_t same = 0;

    for (size_t i = 0; a[i] && a[i] == b[i]; i++)
        if (a[i] == '/')
            same = i + 1;
    return same;
}

const char *source_way(const char *from, const char *to, struct arena *arena)
{
    char start[PATH_MAX + 1], end[PATH_MAX + 1];
    struct text way = {0};

    if (!realpath(from, start) || !realpath(to, end))
        return arena_print(arena, "%s/", to);
    strcat(start, "/");
    strcat(end, "/");
    size_t n = shared(start, end);
    for (const char *rest = start + n; (rest = strchr(rest, '/')); rest++)
        text_add(&way, "../");
    text_add(&way, end + n);
    const char *kept = way.failed ? NULL : arena_text(arena, text_c(&way), way.n);
    text_free(&way);
    return kept;
}
