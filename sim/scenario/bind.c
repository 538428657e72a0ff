/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { SCALAR = 1 << NODE_SCALAR, LIST = 1 << NODE_LIST, MAP = 1 << NODE_MAP };

static const struct kind {
    int shapes;         /* in which it may be written */
    bool scales;        /* whether x1.3 makes sense */
    const char *wanted; /* for "a list stands where ... is wanted" */
    binder *bind;
} kinds[] = {
    [FIELD_QUANTITY] = {SCALAR, true, MARK("a number with its unit"), bind_quantity},
    [FIELD_COUNT] = {SCALAR, true, MARK("a whole number"), bind_count},
    [FIELD_FLAG] = {SCALAR, false, MARK("yes or no"), bind_flag},
    [FIELD_TEXT] = {SCALAR, false, MARK("a text"), bind_text},
    [FIELD_CLOCK] = {SCALAR, false, MARK("a time of day"), bind_clock},
    [FIELD_WINDOW] = {SCALAR, false, MARK("a range of times"), bind_window},
    [FIELD_CHOICE] = {SCALAR, false, MARK("a word"), bind_choice},
    [FIELD_DISTRIBUTION] = {SCALAR, true, MARK("a distribution or a number"), bind_distribution},
    [FIELD_BAND] = {SCALAR, true, MARK("a range of numbers"), bind_band},
    [FIELD_NAME] = {SCALAR, false, MARK("a name"), bind_name},
    [FIELD_NAMES] = {SCALAR | LIST, false, MARK("a name or a list of names"), bind_names},
    [FIELD_SHARES] = {SCALAR | MAP, true, MARK("a section of names with shares"), bind_shares},
    [FIELD_COUNTS] = {MAP, true, MARK("a section of names with numbers"), bind_counts},
    [FIELD_SECTION] = {MAP, false, MARK("a section with keys"), bind_section},
    [FIELD_OPTIONAL] = {MAP, false, MARK("a section with keys"), bind_optional},
    [FIELD_MAP] = {MAP, false, MARK("a section of names"), bind_map},
    [FIELD_LIST] = {LIST, false, MARK("a list"), bind_list},
    [FIELD_CURVE] = {LIST | SCALAR, true, MARK("a list of times and values"), bind_curve},
    [FIELD_CUSTOM] = {SCALAR | LIST | MAP, true, NULL, NULL},
};

void bind_wrong_kind(struct reader *reader, const struct yaml_node *node, const char *wanted)
{
    static const char *const shapes[] = {
        MARK("a single value stands where %s is wanted"), MARK("a list stands where %s is wanted"),
        MARK("a section stands where %s is wanted"), MARK("nothing stands where %s is wanted")};
    const char *found = tree_is_empty(node) ? shapes[NODE_ABSENT] : shapes[node->kind];

    reader_complain_at(reader, node->mark, say(found), wanted);
}

void bind_absent_fields(const struct table *table, char *lands)
{
    for (int i = 0; i < table->n; i++)
        bind_absent(table->field + i, lands + table->field[i].offset);
}

void bind_absent(const struct field *field, void *lands)
{
    switch (field->kind) {
    case FIELD_QUANTITY:
    case FIELD_CLOCK: *(double *)lands = NAN; break;
    case FIELD_COUNT:
    case FIELD_CHOICE: *(int *)lands = -1; break;
    case FIELD_FLAG: *(bool *)lands = false; break;
    case FIELD_TEXT: *(const char **)lands = NULL; break;
    case FIELD_OPTIONAL: *(void **)lands = NULL; break;
    case FIELD_DISTRIBUTION: *(struct distribution *)lands = (struct distribution){0}; break;
    case FIELD_WINDOW:
    case FIELD_BAND: *(struct band *)lands = (struct band){NAN, NAN}; break;
    case FIELD_NAME: *(struct reference *)lands = (struct reference){NULL, -1}; break;
    case FIELD_NAMES: *(struct references *)lands = (struct references){0}; break;
    case FIELD_SHARES:
    case FIELD_COUNTS: *(struct shares *)lands = (struct shares){0}; break;
    case FIELD_MAP:
    case FIELD_LIST: *(struct items *)lands = (struct items){0}; break;
    case FIELD_CURVE: *(struct curve *)lands = (struct curve){0}; break;
    case FIELD_SECTION: bind_absent_fields(field->table, lands); break;
    case FIELD_CUSTOM: break; /* the struct was zeroed */
    }
}

void bind_cannot_multiply(struct reader *reader, const struct yaml_node *node,
                          const struct field *field)
{
    reader_complain_at(reader, node->factor_mark, say("`%s` can't be multiplied"), field->key);
}

static bool can_scale(const struct field *field)
{
    return kinds[field->kind].scales && field->dimension != TEMPERATURE;
}

static enum status bind_custom(struct reader *reader, const struct yaml_node *node,
                               const struct field *field, void *lands)
{
    reader->scaled = NULL;
    TRY(field->custom(reader, node, lands));
    if (node->factor != 1 && reader->scaled != node)
        bind_cannot_multiply(reader, node, field);
    return OK;
}

/* The value without a note of where it landed. */
enum status bind_value(struct reader *reader, const struct yaml_node *node,
                       const struct field *field, void *lands)
{
    const struct kind *kind = kinds + field->kind;

    bind_absent(field, lands);
    if (field->kind == FIELD_CUSTOM)
        return bind_custom(reader, node, field, lands);
    if (!(kind->shapes & 1 << node->kind) || tree_is_empty(node)) {
        bind_wrong_kind(reader, node, say(kind->wanted));
        return OK;
    }
    if (node->factor != 1 && !can_scale(field)) {
        bind_cannot_multiply(reader, node, field);
        return OK;
    }
    reader->scaled = node;
    return kind->bind(reader, node, field, node->factor, lands);
}

enum status reader_bind_value(struct reader *reader, const struct yaml_node *node,
                              const struct field *field, void *lands)
{
    TRY(landed_note(reader, lands, node->mark));
    reader->key_mark = node->mark;
    return bind_value(reader, node, field, lands);
}
