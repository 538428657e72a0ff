/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/explain.h"
#include "scenario/walk.h"

#include <string.h>

/* The reference as Markdown: one table a section, in the order of the file. */

static void add_cell(struct text *out, const char *cell, bool code)
{
    text_add(out, code && *cell ? " `" : " ");
    for (; *cell; cell++) {
        if (*cell == '|')
            text_add(out, "\\");
        text_add_n(out, cell, 1);
    }
    text_add(out, code && out->n && out->bytes[out->n - 1] != ' ' ? "` |" : " |");
}

static void add_meaning(struct text *out, const struct field *field)
{
    struct text meaning = {0};

    text_add(&meaning, say(field->meaning));
    if (field->example)
        text_print(&meaning, say("; e.g. `%s`"), field->example);
    add_cell(out, text_c(&meaning), false);
    text_free(&meaning);
}

static void add_row(struct text *out, const struct field *field)
{
    struct text form = {0}, range = {0};
    bool written = field->fallback && field->fallback != REQUIRED;

    walk_form(field, &form);
    walk_range(field, &range);
    text_add(out, "|");
    add_cell(out, field->key, true);
    add_cell(out, text_c(&form), false);
    add_cell(out, text_c(&range), false);
    add_cell(out, walk_default(field), written);
    add_meaning(out, field);
    text_add(out, "\n");
    text_free(&form);
    text_free(&range);
}

static void add_table(struct text *out, const struct table *table, bool root)
{
    text_print(out, "| %s | %s | %s | %s | %s |\n|---|---|---|---|---|\n", say("key"), say("unit"),
               say("range"), say("default"), say("meaning"));
    if (root)
        add_row(out, &walk_extends);
    for (int i = 0; i < table->n; i++)
        add_row(out, table->field + i);
}

static void visit(void *context, const char *path, const struct field *field)
{
    struct text *out = context;
    bool many = field->kind == FIELD_MAP || field->kind == FIELD_LIST;

    if (!field->table)
        return;
    text_print(out, "\n### `%s%s`\n\n%s\n\n", path, many ? ".*" : "", say(field->table->meaning));
    add_table(out, field->table, false);
}

void explain_markdown(const struct table *root, struct text *out)
{
    add_table(out, root, true);
    walk_fields(root, visit, out);
}
