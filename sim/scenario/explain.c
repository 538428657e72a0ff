/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/explain.h"

#include "core/say.h"
#include "scenario/bound.h"
#include "scenario/walk.h"

#include <string.h>

enum { MOST_KEYS = 1024 };

struct explanation {
    const char *wanted;
    struct text *out;
    int found;
    const char *key[MOST_KEYS]; /* all that were passed, for the nearest one */
    int n_keys;
};

/* The step that ends at `end`: where it starts. */
static const char *step_start(const char *path, const char *end)
{
    while (end > path && end[-1] != '.')
        end--;
    return end;
}

/* Compares from the last step up: what is wanted may leave out the sections above and the `*`, or
 * have a name in its place, if it says whose name that is. */
static bool fits(const char *path, const char *path_end, const char *wanted, const char *wanted_end)
{
    if (wanted_end < wanted)
        return true;
    if (path_end < path)
        return false;
    const char *step = step_start(path, path_end), *asked = step_start(wanted, wanted_end);
    size_t n = (size_t)(path_end - step), m = (size_t)(wanted_end - asked);
    bool any = n == 1 && *step == '*', same = n == m && memcmp(step, asked, n) == 0;
    if ((same || (any && asked > wanted)) && fits(path, step - 1, wanted, asked - 1))
        return true;
    return any && fits(path, step - 1, wanted, wanted_end);
}

static void explain_line(struct text *out, const char *label, const char *value)
{
    if (!*value)
        return;
    text_add(out, "  ");
    text_add_padded(out, label, -10);
    text_print(out, "%s\n", value);
}

static void explain_inner(struct text *out, const struct table *table)
{
    text_print(out, "  %s\n", say("keys:"));
    for (int i = 0; i < table->n; i++) {
        text_add(out, "    ");
        text_add_padded(out, table->field[i].key, -20);
        text_print(out, " %s\n", say(table->field[i].meaning));
    }
}

static void explain_field(struct text *out, const char *path, const struct field *field)
{
    struct text form = {0}, range = {0};

    walk_form(field, &form);
    walk_range(field, &range);
    text_print(out, "%s\n  %s\n", path, say(field->meaning));
    explain_line(out, say("written:"), text_c(&form));
    explain_line(out, say("range:"), text_c(&range));
    explain_line(out, say("default:"), walk_default(field));
    explain_line(out, say("example:"), field->example ? field->example : "");
    if (field->table)
        explain_inner(out, field->table);
    out->failed |= form.failed || range.failed;
    text_free(&form);
    text_free(&range);
}

static void visit(void *context, const char *path, const struct field *field)
{
    struct explanation *explanation = context;
    const char *wanted = explanation->wanted;

    if (explanation->n_keys < MOST_KEYS && !field_is_any_key(field))
        explanation->key[explanation->n_keys++] = field->key;
    if (!fits(path, path + strlen(path), wanted, wanted + strlen(wanted)))
        return;
    if (explanation->found++)
        text_add(explanation->out, "\n");
    explain_field(explanation->out, path, field);
}

static void list_sections(const struct table *root, struct text *out)
{
    const struct field *field = &walk_extends;

    for (int i = -1; i < root->n; i++) {
        text_add(out, "  ");
        text_add_padded(out, field->key, -20);
        text_print(out, " %s\n", say(field->meaning));
        field = root->field + i + 1;
    }
}

enum status explain_key(const struct table *root, const char *path, struct text *out)
{
    struct explanation explanation = {.wanted = path, .out = out};

    if (!*path) {
        list_sections(root, out);
        return text_status(out);
    }
    visit(&explanation, walk_extends.key, &walk_extends);
    walk_fields(root, visit, &explanation);
    if (explanation.found)
        return text_status(out);
    if (text_starved())
        return ERR_MEMORY; /* of a path that lost a piece nothing can be said */
    const char *last = step_start(path, path + strlen(path));
    const char *meant = text_nearest(last, explanation.n_keys, explanation.key);
    text_print(out, say("there is no key `%s`"), path);
    if (meant)
        text_print(out, say("; did you mean `%s`?"), meant);
    else
        text_add(out, say("; `samovar explain` alone lists what there is"));
    text_add(out, "\n");
    return ERR_USAGE;
}
