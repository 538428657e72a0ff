/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/walk.h"

#include "core/say.h"
#include "scenario/bound.h"

#include <math.h>

enum { DEEPEST = 16 };

const struct field walk_extends = {
    .key = "extends",
    .kind = FIELD_TEXT,
    .meaning = MARK("another scenario file: its keys count where this one gives none"),
    .example = "base.yaml",
};

struct walk {
    void (*visit)(void *context, const char *path, const struct field *field);
    void *context;
    struct text path;
};

static void cut(struct text *text, size_t n)
{
    if (text->n <= n)
        return;
    text->n = n;
    text->bytes[n] = '\0';
}

static void walk_table(struct walk *walk, const struct table *table, int depth)
{
    size_t above = walk->path.n;

    for (int i = 0; i < table->n; i++) {
        const struct field *field = table->field + i;
        bool many = field->kind == FIELD_MAP || field->kind == FIELD_LIST;
        if (!field_is_any_key(field))
            text_print(&walk->path, "%s%s", above ? "." : "", field->key);
        walk->visit(walk->context, text_c(&walk->path), field);
        text_add(&walk->path, many ? ".*" : "");
        if (field->table && depth < DEEPEST)
            walk_table(walk, field->table, depth + 1);
        cut(&walk->path, above);
    }
}

void walk_fields(const struct table *root,
                 void (*visit)(void *context, const char *path, const struct field *field),
                 void *context)
{
    struct walk walk = {visit, context, {0}};

    walk_table(&walk, root, 0);
    text_free(&walk.path);
}

static const char *const forms[] = {
    [FIELD_QUANTITY] = "",
    [FIELD_COUNT] = MARK("whole number"),
    [FIELD_FLAG] = MARK("yes or no"),
    [FIELD_TEXT] = MARK("text"),
    [FIELD_CLOCK] = MARK("time of day"),
    [FIELD_WINDOW] = MARK("time of day - time of day"),
    [FIELD_CHOICE] = "",
    [FIELD_DISTRIBUTION] = MARK("distribution"),
    [FIELD_BAND] = MARK("range"),
    [FIELD_NAME] = MARK("name"),
    [FIELD_NAMES] = MARK("name or list of names"),
    [FIELD_SHARES] = MARK("{name: %, ...}"),
    [FIELD_COUNTS] = MARK("{name: number, ...}"),
    [FIELD_SECTION] = MARK("section"),
    [FIELD_OPTIONAL] = MARK("section"),
    [FIELD_MAP] = MARK("{name: {...}, ...}"),
    [FIELD_LIST] = MARK("list of sections"),
    [FIELD_CURVE] = MARK("[[time of day, number], ...]"),
    [FIELD_CUSTOM] = MARK("as in the example"),
};

static bool has_unit(const struct field *field)
{
    return field->kind == FIELD_QUANTITY || field->kind == FIELD_DISTRIBUTION
           || field->kind == FIELD_BAND || field->kind == FIELD_COUNTS
           || field->kind == FIELD_CURVE;
}

static void list_words(const struct field *field, struct text *out)
{
    for (int i = 0; field->words[i]; i++) {
        if (i)
            text_add(out, field->words[i + 1] ? say(", ") : say(" or "));
        text_add(out, field->words[i]);
    }
}

void walk_form(const struct field *field, struct text *out)
{
    const char *unit = has_unit(field) ? dimension_units(field->dimension) : "";

    if (field->kind == FIELD_CHOICE)
        list_words(field, out);
    else if (field->kind == FIELD_QUANTITY)
        text_add(out, *unit ? unit : say("number"));
    else
        text_add(out, say(forms[field->kind]));
    if (*unit && field->kind != FIELD_QUANTITY)
        text_print(out, " (%s)", unit);
    if (field->refers)
        text_print(out, say(" of `%s`"), field->refers);
}

static bool has_bounds(const struct field *field)
{
    return has_unit(field) || field->kind == FIELD_COUNT || field_is_clock(field);
}

void walk_range(const struct field *field, struct text *out)
{
    double low, high;
    enum dimension dimension = field->kind == FIELD_COUNT ? NUMBER : field->dimension;

    field_bounds(field, &low, &high);
    if (!has_bounds(field) || (!isfinite(low) && !isfinite(high)))
        return;
    if (isfinite(low)) {
        field_show(out, field, dimension, low);
        text_add(out, isfinite(high) ? " .. " : say(" or more"));
    }
    if (isfinite(high))
        field_show(out, field, dimension, high);
    if (!isfinite(low))
        text_add(out, say(" or less"));
}

const char *walk_default(const struct field *field)
{
    if (field->fallback == REQUIRED)
        return say("required");
    if (field->fallback)
        return field->fallback;
    if (field->absent)
        return say(field->absent);
    return field->kind == FIELD_SECTION ? "" : say("none");
}
