/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/bound.h"
#include "scenario/inside.h"

#include <string.h>

enum { FEW_WORDS = 8 };

/* Index of a name among the entries of a map that land: those set to null don't. */
static int landing_index(const struct yaml_node *map, const char *name)
{
    int at = tree_find(map, name), index = at;

    if (at < 0 || tree_is_null(map->pair[at].value))
        return -1;
    for (int i = 0; map->has_null && i < at; i++)
        index -= tree_is_null(map->pair[i].value);
    return index;
}

static void unknown_name(struct reader *reader, const char *name, struct mark mark,
                         const char *refers, const struct yaml_node *map)
{
    const struct field *field = field_at(reader->table, refers);
    const char *what = field && field->table ? say(field->table->name) : refers;
    const char *quoted = fault_quote(reader, name, strlen(name));

    if (map)
        reader_complain_at(reader, mark, say("there is no %s `%s`%s"), what, quoted,
                           fault_nearest_key(reader, name, map));
    else
        reader_complain_at(reader, mark, say("there is no %s `%s`: the scenario has no `%s`"), what,
                           quoted, refers);
}

/* The section itself is a fault then: it isn't there though it must be, or is no section. */
static bool is_told_already(const struct reader *reader, const char *refers, const struct yaml_node *map)
{
    const struct field *field = field_at(reader->table, refers);

    if (!map || tree_is_null(map))
        return field && field->fallback == REQUIRED && !strchr(refers, '.'); /* within a section that may be left out nothing else tells */
    return map->kind != NODE_MAP;
}

struct reference name_find(struct reader *reader, const char *name, struct mark mark,
                           const struct field *field)
{
    struct reference reference = {name, -1};

    if (!field->refers)
        return reference;
    const struct yaml_node *map = tree_at(reader->root, field->refers);
    reference.index = landing_index(map, name);
    if (reference.index < 0 && !is_told_already(reader, field->refers, map))
        unknown_name(reader, name, mark, field->refers, map);
    return reference;
}

enum status bind_name(struct reader *reader, const struct yaml_node *node,
                      const struct field *field, double factor, void *lands)
{
    (void)factor;
    *(struct reference *)lands = name_find(reader, node->text, node->mark, field);
    return OK;
}

enum status bind_names(struct reader *reader, const struct yaml_node *node,
                       const struct field *field, double factor, void *lands)
{
    struct references *references = lands;
    struct reference *item;
    int most = node->kind == NODE_LIST ? node->n : 1, n = 0;

    TAKE(&reader->arena, item, most);
    for (int i = 0; i < most; i++) {
        const struct yaml_node *one = node->kind == NODE_LIST ? node->pair[i].value : node;
        if (one->kind != NODE_SCALAR || tree_is_empty(one)) {
            bind_wrong_kind(reader, one, say("a name"));
            continue;
        }
        TRY(landed_note(reader, item + n, one->mark));
        TRY(bind_name(reader, one, field, factor, item + n));
        n++;
    }
    *references = (struct references){n, item};
    return OK;
}

void reader_resolve(struct reader *reader, struct reference *reference, const char *what, int n,
                    const char *const names[])
{
    for (int i = 0; i < n; i++)
        if (strcmp(reference->name, names[i]) == 0) {
            reference->index = i;
            return;
        }
    reference->index = -1;
    const char *quoted = fault_quote(reader, reference->name, strlen(reference->name)), *nearest = fault_nearest(reader, reference->name, n, names);
    struct text known = {0};
    words_list(n, names, &known);
    if (*nearest || n > FEW_WORDS)
        reader_complain(reader, reference, say("there is no %s `%s`%s"), what, quoted, nearest);
    else
        reader_complain(reader, reference, say("there is no %s `%s`: it can be %s"), what, quoted, text_c(&known));
    text_free(&known);
}
