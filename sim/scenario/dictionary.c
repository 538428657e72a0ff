/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/bound.h"
#include "scenario/explain.h"
#include "scenario/walk.h"

#include <string.h>

/* libFuzzer's dictionary: "word" a line, what isn't plain ASCII as \xNN. */

static void add_word(struct text *out, const char *word)
{
    struct text line = {0};

    text_add(&line, "\"");
    for (; *word; word++)
        if (*word < ' ' || *word > '~' || *word == '"' || *word == '\\')
            text_print(&line, "\\x%02X", (unsigned char)*word);
        else
            text_add_n(&line, word, 1);
    text_add(&line, "\"\n");
    if (!strstr(text_c(out), text_c(&line)))
        text_add(out, text_c(&line));
    out->failed |= line.failed;
    text_free(&line);
}

static void visit(void *context, const char *path, const struct field *field)
{
    (void)path;
    if (!field_is_any_key(field))
        add_word(context, field->key);
    for (int i = 0; field->words && field->words[i]; i++)
        add_word(context, field->words[i]);
}

static void add_families(struct text *out)
{
    for (int i = DIST_NONE + 1; i < DIST_FAMILIES; i++) {
        const struct distribution_family *row = distribution_families + i;
        add_word(out, row->name);
        for (int k = 0; k < row->n_parameters; k++)
            add_word(out, row->parameter[k].name);
    }
}

void explain_dictionary(const struct table *root, struct text *out)
{
    static const char *const signs[] = {": ", "- ",   "[",    "]",    "{",     "}",
                                        ", ", "..",   " - ",  "x1.3", "07:45", "&a",
                                        "*a", "<<: ", "null", "~",    "yes",   "no"};

    visit(out, walk_extends.key, &walk_extends);
    walk_fields(root, visit, out);
    for (const struct unit *unit = unit_table; unit->name; unit++)
        add_word(out, unit->name);
    add_families(out);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        add_word(out, signs[i]);
}
