/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct heir { /* a file that extends the one being read */
    const char *real;
    const struct heir *next;
    int depth;
};

/* `over` is laid on top of `base`: sections key by key, everything else replaces. */
static enum status lay_over(struct reader *reader, struct yaml_node *base,
                            const struct yaml_node *over)
{
    for (int i = 0; i < over->n; i++) {
        const struct yaml_pair *pair = over->pair + i;
        int at = tree_find(base, pair->key);
        if (at < 0) {
            TRY(tree_add(reader, base, pair->key, pair->key_mark, pair->value));
        } else if (tree_is_null(pair->value)) {
            tree_remove(base, at);
        } else if (pair->value->kind == NODE_MAP && base->pair[at].value->kind == NODE_MAP) {
            base->pair[at].key_mark = pair->key_mark;
            TRY(lay_over(reader, base->pair[at].value, pair->value));
        } else {
            base->pair[at] = *pair;
        }
    }
    return OK;
}

static enum status load(struct reader *reader, const char *name, struct mark asked,
                        const struct heir *heirs, struct yaml_node **tree);

static enum status load_base(struct reader *reader, const struct yaml_node *value,
                             const struct heir *heir, struct yaml_node **base)
{
    *base = NULL;
    if (value->kind != NODE_SCALAR || !*value->text) {
        reader_complain_at(reader, value->mark, say("`extends` wants the name of one file"));
        return OK;
    }
    if (heir->depth == MOST_BASES) {
        reader_complain_at(reader, value->mark, say("more than %d files extend one another"),
                           MOST_BASES);
        return OK;
    }
    const char *name = source_beside(reader, value->mark.file, value->text);
    return name ? load(reader, name, value->mark, heir, base) : ERR_MEMORY;
}

static bool goes_round(struct reader *reader, struct mark asked, const char *real,
                       const struct heir *heirs)
{
    for (; heirs; heirs = heirs->next)
        if (strcmp(heirs->real, real) == 0) {
            reader_complain_at(reader, asked, say("the files extend one another in a circle"));
            return true;
        }
    return false;
}

static enum status parse_file(struct reader *reader, const struct source *source,
                              struct yaml_node **tree)
{
    struct mark start = {source->name, 1, 1};

    TRY(tree_parse(reader, start, source->bytes, source->n, tree));
    if (reader->broken)
        return OK;
    if (*tree && (*tree)->kind == NODE_MAP)
        return OK;
    if (*tree && !tree_is_empty(*tree))
        reader_complain_at(reader, (*tree)->mark,
                           say("a scenario is made of `key: value` lines; this is something else"));
    else
        reader_complain_at(reader, start, say("the file is empty"));
    *tree = NULL;
    return OK;
}

static enum status resolve(struct reader *reader, const struct source *source, const char *real,
                           const struct heir *heirs, struct yaml_node **tree)
{
    struct yaml_node *base;

    TRY(parse_file(reader, source, tree));
    int at = tree_find(*tree, "extends");
    if (!*tree || at < 0)
        return OK;
    const struct yaml_node *value = (*tree)->pair[at].value;
    struct yaml_node *over = *tree;
    struct heir heir = {real, heirs, heirs ? heirs->depth + 1 : 1};
    tree_remove(over, at);
    TRY(load_base(reader, value, &heir, &base));
    *tree = base;
    return base ? lay_over(reader, base, over) : OK;
}

static enum status load(struct reader *reader, const char *name, struct mark asked,
                        const struct heir *heirs, struct yaml_node **tree)
{
    struct source *source;
    const char *real = NULL;

    *tree = NULL;
    TRY(source_load(reader, name, asked, &source, &real));
    if (!source || goes_round(reader, asked, real, heirs))
        return OK;
    return resolve(reader, source, real, heirs, tree);
}

/* The folder that everything named in the scenario has to stay in. */
static enum status find_folder(struct reader *reader, const char *path)
{
    const char *folder = source_beside(reader, path, ".");
    char real[PATH_MAX];

    if (!folder)
        return ERR_MEMORY;
    if (!realpath(folder, real))
        return OK;
    reader->folder = arena_text(&reader->arena, real, strlen(real));
    return reader->folder ? OK : ERR_MEMORY;
}

enum status extends_load(struct reader *reader, const char *path)
{
    struct mark whole = {path, 0, 0};

    TRY(find_folder(reader, path));
    TRY(load(reader, path, whole, NULL, &reader->root));
    if (!reader->root)
        reader->broken = true;
    return reader->sources ? OK : reader->starved ? ERR_MEMORY : ERR_FILE;
}

/* No file lies in a folder of this name, so a text can't name one. */
enum status extends_text(struct reader *reader, const char *name, const char *text)
{
    struct source *source;

    reader->folder = "//";
    TRY(source_add(reader, name, text, strlen(text), &source));
    TRY(resolve(reader, source, name, NULL, &reader->root));
    if (!reader->root)
        reader->broken = true;
    return OK;
}
