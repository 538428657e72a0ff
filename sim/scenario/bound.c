/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/bound.h"
#include "scenario/inside.h"

#include <math.h>
#include <string.h>

bool field_is_clock(const struct field *field)
{
    return field->kind == FIELD_CLOCK || field->kind == FIELD_WINDOW;
}

bool field_is_any_key(const struct field *field)
{
    return strcmp(field->key, "*") == 0;
}

const struct field *field_at(const struct table *root, const char *path)
{
    const struct field *found = NULL;

    while (root && *path) {
        size_t n = strcspn(path, ".");
        found = NULL;
        for (int i = 0; i < root->n && !found; i++)
            if (strlen(root->field[i].key) == n && strncmp(root->field[i].key, path, n) == 0)
                found = root->field + i;
        root = found ? found->table : NULL;
        path += n + (path[n] == '.');
    }
    return *path ? NULL : found;
}

void field_bounds(const struct field *field, double *low, double *high)
{
    bool none = field->low == 0 && field->high == 0;

    *low = none && !field_is_clock(field) ? -HUGE_VAL : field->low;
    *high = !none ? field->high : field_is_clock(field) ? 24 * 3600 : HUGE_VAL;
}

static void show_clock(struct text *out, double seconds)
{
    int s = (int)seconds;

    text_print(out, "%02d:%02d", s / 3600, s / 60 % 60);
    if (s % 60)
        text_print(out, ":%02d", s % 60);
}

void field_show(struct text *out, const struct field *field, enum dimension dimension, double x)
{
    if (field_is_clock(field))
        show_clock(out, x);
    else
        unit_show(out, dimension, x);
}

void field_show_bounds(struct text *out, const struct field *field, enum dimension dimension)
{
    struct text from = {0}, to = {0};
    double low, high;

    field_bounds(field, &low, &high);
    field_show(&from, field, dimension, low);
    field_show(&to, field, dimension, high);
    if (isfinite(low) && isfinite(high))
        text_print(out, say("it must lie between %s and %s"), text_c(&from), text_c(&to));
    else if (isfinite(low))
        text_print(out, say("it must be at least %s"), text_c(&from));
    else
        text_print(out, say("it must be at most %s"), text_c(&to));
    text_free(&from);
    text_free(&to);
}

bool scan_in_bounds(const struct scan *scan, const char *at, enum dimension dimension, double x)
{
    struct text value = {0}, bounds = {0};
    double low, high;

    field_bounds(scan->field, &low, &high);
    if (x >= low && x <= high)
        return true;
    field_show(&value, scan->field, dimension, x);
    field_show_bounds(&bounds, scan->field, dimension);
    const char *entry = scan->reader->entry;
    if (scan->node->factor != 1 && entry)
        reader_complain_at(scan->reader, scan->node->factor_mark, say("`%s` of `%s` times %g is %s; %s"),
                           scan->field->key, fault_quote(scan->reader, entry, strlen(entry)), scan->node->factor, text_c(&value), text_c(&bounds));
    else if (scan->node->factor != 1)
        reader_complain_at(scan->reader, scan->node->factor_mark, say("`%s` times %g is %s; %s"),
                           scan->field->key, scan->node->factor, text_c(&value), text_c(&bounds));
    else
        scan_fault(scan, at, say("`%s` is %s; %s"), scan->field->key, text_c(&value),
                   text_c(&bounds));
    text_free(&value);
    text_free(&bounds);
    return false;
}
