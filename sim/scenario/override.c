/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

enum { LONGEST_PATH = 255 };

struct override {
    struct reader *reader;
    const char *path;
    struct mark where;
    bool straight; /* `where` is the place of the path itself, so marks move along in it */
    const struct yaml_node *value;
    double factor; /* 0: the value replaces */
};

static struct mark mark_at(const struct override *override, const char *step)
{
    struct mark mark = override->where;

    if (override->straight)
        mark.column +=
            (int)u8_mbsnlen((const uint8_t *) override->path, (size_t)(step - override->path));
    return mark;
}

static const char *quote_step(const struct override *override, const char *step)
{
    return fault_quote(override->reader, step, strcspn(step, "."));
}

static enum status multiply(struct override *override, struct yaml_node *node)
{
    TRY(undo_note(override->reader,
                  &(struct change){node, -1, {0}, node->factor, node->factor_mark}));
    node->factor *= override->factor;
    node->factor_mark = override->where;
    return OK;
}

static enum status replace(struct override *override, struct yaml_node *node, int at,
                           const char *step)
{
    struct yaml_pair *pair = node->pair + at;

    if (override->factor > 0)
        return multiply(override, pair->value);
    struct yaml_node *value = tree_copy(override->reader, override->value);
    if (!value)
        return override->reader->broken ? OK : ERR_MEMORY;
    TRY(undo_note(override->reader, &(struct change){.node = node, .pair = at, .before = *pair}));
    pair->value = value;
    node->has_null |= tree_is_null(value);
    if (node->kind == NODE_MAP)
        pair->key_mark = mark_at(override, step);
    return OK;
}

/* A key that isn't there yet. A factor waits there for the fallback. */
static enum status append(struct override *override, struct yaml_node *map, const char *step,
                          size_t n, struct yaml_node *value)
{
    struct reader *reader = override->reader;
    const char *key = arena_text(&reader->arena, step, n);

    if (!value)
        return reader->broken ? OK : ERR_MEMORY;
    if (!key)
        return ERR_MEMORY;
    TRY(undo_note(reader, &(struct change){.node = map, .pair = map->n}));
    return tree_add(reader, map, key, mark_at(override, step), value);
}

static enum status append_last(struct override *override, struct yaml_node *map, const char *step,
                               bool wild)
{
    struct yaml_node *value;

    if (override->factor <= 0) {
        value = tree_copy(override->reader, override->value);
    } else {
        value = tree_node(override->reader, NODE_ABSENT, override->where);
        if (value) {
            value->factor = override->factor;
            value->factor_mark = override->where;
            value->by_wildcard = wild;
        }
    }
    return append(override, map, step, strlen(step), value);
}

static enum status walk(struct override *override, struct yaml_node *node, const char *step,
                        bool wild);

static enum status step_into(struct override *override, struct yaml_node *node, int at,
                             const char *step, size_t n, bool wild)
{
    if (!step[n])
        return replace(override, node, at, step);
    return walk(override, node->pair[at].value, step + n + 1, wild);
}

static void nothing_here(struct override *override, const struct yaml_node *map, const char *step,
                         const char *name)
{
    reader_complain_at(override->reader, mark_at(override, step), say("there is no `%s` here%s"),
                       quote_step(override, step), fault_nearest_key(override->reader, name, map));
}

/* Sections on the way to a new key are made. */
static enum status make_way(struct override *override, struct yaml_node *map, const char *step,
                            bool wild)
{
    struct reader *reader = override->reader;
    size_t n = strcspn(step, ".");
    const char *name = arena_text(&reader->arena, step, n);

    if (!step[n])
        return append_last(override, map, step, wild);
    if (!name)
        return ERR_MEMORY;
    if (override->factor > 0 || strchr(step, '*')) {
        if (!wild)
            nothing_here(override, map, step, name);
        return OK;
    }
    struct yaml_node *section = tree_node(reader, NODE_MAP, mark_at(override, step));
    if (section)
        section->made = true;
    TRY(append(override, map, step, n, section));
    return section ? walk(override, section, step + n + 1, wild) : OK;
}

/* A name may hold dots itself: the longest that fits counts. */
static enum status walk_map(struct override *override, struct yaml_node *map, const char *step,
                            bool wild)
{
    char name[LONGEST_PATH + 1];
    size_t n = strlen(step);

    memcpy(name, step, n + 1);
    while (n > 0) {
        name[n] = '\0';
        int at = tree_find(map, name);
        if (at >= 0)
            return step_into(override, map, at, step, n, wild);
        const char *dot = memrchr(name, '.', n);
        n = dot ? (size_t)(dot - name) : 0;
    }
    return make_way(override, map, step, wild);
}

static enum status walk_list(struct override *override, struct yaml_node *list, const char *step,
                             bool wild)
{
    size_t n = strcspn(step, ".");
    long at = strspn(step, "0123456789") == n && n > 0 && n < 9 ? strtol(step, NULL, 10) : 0;

    if (at >= 1 && at <= list->n)
        return step_into(override, list, (int)at - 1, step, n, wild);
    if (wild)
        return OK; /* a list among sections: binding tells what is wrong with it */
    reader_complain_at(override->reader, mark_at(override, step),
                       say("`%s` should be the number of an item of the list, 1 to %d"),
                       quote_step(override, step), list->n);
    return OK;
}

static enum status walk(struct override *override, struct yaml_node *node, const char *step,
                        bool wild)
{
    if (*step == '*' && (step[1] == '.' || !step[1]) && node->kind != NODE_SCALAR) {
        for (int i = 0, n = node->n; i < n; i++)
            TRY(step_into(override, node, i, step, 1, true));
        return OK;
    }
    if (node->kind == NODE_MAP)
        return walk_map(override, node, step, wild);
    if (node->kind == NODE_LIST)
        return walk_list(override, node, step, wild);
    if (wild)
        return OK;
    reader_complain_at(override->reader, mark_at(override, step),
                       say("`%s` can't be reached: what stands before it is a single value"),
                       quote_step(override, step));
    return OK;
}

/* `x1.3` is 1.3; anything else is 0. */
static double factor_of(const char *value)
{
    size_t x = *value == 'x' ? 1 : strncmp(value, "×", strlen("×")) == 0 ? strlen("×") : 0;
    char *end;

    if (!x || strspn(value + x, "0123456789.") != strlen(value + x) || !value[x])
        return 0;
    double factor = strtod(value + x, &end);
    return *end ? 0 : factor;
}

static enum status apply(struct override *override, struct mark at_value, const char *value)
{
    struct reader *reader = override->reader;
    struct yaml_node *node;
    size_t n = strlen(override->path);

    if (reader->broken)
        return OK;
    if (n == 0 || n > LONGEST_PATH || strstr(override->path, "..") || *override->path == '.'
        || override->path[n - 1] == '.') {
        reader_complain_at(reader, override->where,
                           say("a path is keys with dots between, as in "
                               "`section.*.key`"));
        return OK;
    }
    TRY(tree_value(reader, at_value, override->straight, value, &node));
    if (!node)
        return OK;
    override->value = node;
    override->factor = node->kind == NODE_SCALAR && node->plain ? factor_of(node->text) : 0;
    TRY(walk(override, reader->root, override->path, false));
    return reader->starved ? ERR_MEMORY : OK;
}

enum status override_at(struct reader *reader, const char *path, const char *value,
                        struct mark where, struct mark at_value)
{
    struct override override = {.reader = reader, .path = path, .where = where, .straight = true};

    return apply(&override, at_value, value);
}

enum status reader_override(struct reader *reader, const char *path, const char *value,
                            struct mark where)
{
    struct override override = {.reader = reader, .path = path, .where = where};

    return apply(&override, where, value + strspn(value, " "));
}
