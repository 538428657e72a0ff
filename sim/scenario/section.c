/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/bound.h"
#include "scenario/inside.h"

#include <string.h>

/* Sections: every field of a table, and the kinds that hold sections. */

/* The fallback stands in for what wasn't written; `waiting` may hold a factor for it. */
static enum status bind_fallback(struct reader *reader, const struct section *section,
                                 const struct field *field, const struct yaml_node *waiting,
                                 void *lands)
{
    struct yaml_node stand_in = {.kind = NODE_SCALAR,
                                 .plain = true,
                                 .mark = section->mark,
                                 .text = field->fallback,
                                 .factor = waiting ? waiting->factor : 1,
                                 .factor_mark = waiting ? waiting->factor_mark : section->mark};
    struct yaml_node *parsed = &stand_in;

    if (strchr("[{", *field->fallback)) {
        TRY(tree_value(reader, section->mark, false, field->fallback, &parsed));
        if (!parsed)
            return OK;
        parsed->factor = stand_in.factor;
        parsed->factor_mark = stand_in.factor_mark;
    }
    if (waiting)
        TRY(landed_note(reader, lands, waiting->factor_mark));
    return bind_value(reader, parsed, field, lands);
}

static enum status bind_left_out(struct reader *reader, const struct section *section,
                                 const struct field *field, const struct yaml_node *waiting,
                                 void *lands)
{
    landed_forget(reader, lands);
    bind_absent(field, lands);
    if (field->fallback == REQUIRED) {
        key_missing(reader, section, field);
        return OK;
    }
    reader->key_mark = section->mark;
    if (field->kind == FIELD_SECTION)
        return bind_section(reader, NULL, field, 1, lands);
    if (field->fallback)
        return bind_fallback(reader, section, field, waiting, lands);
    if (waiting && !waiting->by_wildcard)
        reader_complain_at(reader, waiting->factor_mark,
                           say("`%s` isn't given, so there is nothing to multiply"), field->key);
    return OK;
}

static enum status bind_field(struct reader *reader, const struct section *section,
                              const struct field *field)
{
    void *lands = section->lands + field->offset;

    if (field_is_any_key(field) && section->node)
        return bind_value(reader, section->node, field, lands);
    int at = tree_find(section->node, field->key);
    const struct yaml_pair *pair = section->node && at >= 0 ? section->node->pair + at : NULL;

    if (!pair || tree_is_null(pair->value) || pair->value->kind == NODE_ABSENT)
        return bind_left_out(reader, section, field,
                             pair && pair->value->kind == NODE_ABSENT ? pair->value : NULL, lands);
    struct mark mark = pair->value->kind == NODE_MAP ? pair->key_mark : pair->value->mark;
    TRY(landed_note(reader, lands, mark));
    reader->key_mark = pair->key_mark;
    return bind_value(reader, pair->value, field, lands);
}

static enum status bind_fields(struct reader *reader, const struct section *section)
{
    TRY(landed_extent(reader, section->lands, section->table->size, section->mark));
    key_check(reader, section);
    for (int i = 0; i < section->table->n; i++)
        TRY(bind_field(reader, section, section->table->field + i));
    return OK;
}

/* --- the kinds that hold sections ----------------------------------------------------------------
 */

enum status bind_section(struct reader *reader, const struct yaml_node *node,
                         const struct field *field, double factor, void *lands)
{
    struct section section = {field->table, NULL, reader->key_mark, node, lands};

    (void)factor;
    return bind_fields(reader, &section);
}

enum status bind_optional(struct reader *reader, const struct yaml_node *node,
                          const struct field *field, double factor, void *lands)
{
    void *section = arena_take(&reader->arena, 1, field->table->size);

    if (!section)
        return ERR_MEMORY;
    *(void **)lands = section;
    return bind_section(reader, node, field, factor, section);
}

static enum status bind_entry(struct reader *reader, const struct yaml_pair *pair,
                              const struct field *field, char *lands)
{
    struct section section = {field->table, pair->key, pair->key_mark, pair->value, lands};

    TRY(landed_note(reader, lands, pair->key_mark));
    if (pair->value->kind != NODE_MAP) {
        bind_wrong_kind(reader, pair->value, say("a section with keys (or {})"));
        bind_absent_fields(field->table, lands);
        *(const char **)lands = pair->key;
        return OK;
    }
    *(const char **)lands = pair->key;
    if (pair->value->factor != 1)
        bind_cannot_multiply(reader, pair->value, field);
    const char *around = reader->entry;
    reader->entry = pair->key;
    enum status status = bind_fields(reader, &section);
    reader->entry = around;
    return status;
}

/* --set of a key below a misspelt name would make a new section of that name. */
static bool is_slip(struct reader *reader, const struct yaml_node *map, int at,
                    const struct field *field)
{
    const struct yaml_pair *pair = map->pair + at;
    const char *names[MOST_NEAREST];
    int n = 0;

    if (!pair->value->made)
        return false;
    for (int i = 0; i < map->n && n < MOST_NEAREST; i++)
        if (i != at)
            names[n++] = map->pair[i].key;
    const char *hint = fault_nearest(reader, pair->key, n, names);
    if (*hint)
        reader_complain_at(reader, pair->key_mark, say("there is no %s `%s`%s"),
                           say(field->table->name),
                           fault_quote(reader, pair->key, strlen(pair->key)), hint);
    return *hint;
}

enum status bind_map(struct reader *reader, const struct yaml_node *node, const struct field *field,
                     double factor, void *lands)
{
    struct items items = {0};

    (void)factor;
    items.item = arena_take(&reader->arena, (size_t)node->n, field->table->size);
    if (!items.item)
        return ERR_MEMORY;
    for (int i = 0; i < node->n; i++)
        if (!tree_is_null(node->pair[i].value) && node->pair[i].value->kind != NODE_ABSENT
            && !is_slip(reader, node, i, field))
            TRY(bind_entry(reader, node->pair + i, field,
                           (char *)items.item + (size_t)items.n++ * field->table->size));
    *(struct items *)lands = items;
    return OK;
}

enum status bind_list(struct reader *reader, const struct yaml_node *node,
                      const struct field *field, double factor, void *lands)
{
    struct items items = {0};

    (void)factor;
    items.item = arena_take(&reader->arena, (size_t)node->n, field->table->size);
    if (!items.item)
        return ERR_MEMORY;
    for (int i = 0; i < node->n; i++) {
        const struct yaml_node *value = node->pair[i].value;
        struct section section = {field->table, NULL, value->mark, value,
                                  (char *)items.item + (size_t)items.n * field->table->size};
        if (value->kind != NODE_MAP) {
            bind_wrong_kind(reader, value, say("a section with keys"));
            continue;
        }
        items.n++;
        TRY(bind_fields(reader, &section));
    }
    *(struct items *)lands = items;
    return OK;
}

enum status reader_bind(struct reader *reader, const struct table *root, void *lands)
{
    struct section section = {root, NULL, {0}, reader->root, lands};

    memset(lands, 0, root->size);
    if (reader->broken)
        return OK;
    reader->table = root;
    section.mark = reader->key_mark = reader->root->mark;
    TRY(bind_fields(reader, &section));
    return reader->starved ? ERR_MEMORY : OK;
}
