/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_EXPERIMENT_SHRINK_H
#define TESTS_EXPERIMENT_SHRINK_H

#include "core/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* A failing scenario made small: lines with what stands indented below them, then single items in braces and
 * brackets, are left out one after another as long as the fault stays. The text is the fault's whole story then. */

/* Whether this text is still accepted and still shows the fault. */
typedef bool shrink_fails(void *context, const char *yaml);

/* Two faults are the same if only their numbers differ. */
static inline bool shrink_same(const char *a, const char *b)
{
    static const char numbers[] = "0123456789.+-e";

    for (;; a++, b++) {
        a += strspn(a, numbers);
        b += strspn(b, numbers);
        if (*a != *b)
            return false;
        if (!*a)
            return true;
    }
}

static inline size_t shrink_indent(const char *line)
{
    return strspn(line, " ");
}

static inline const char *shrink_next_line(const char *at)
{
    const char *end = strchr(at, '\n');
    return end ? end + 1 : at + strlen(at);
}

/* Past the line and all that belongs to it: what is indented deeper. */
static inline const char *shrink_block_end(const char *line)
{
    const char *end = shrink_next_line(line);

    while (*end && shrink_indent(end) > shrink_indent(line))
        end = shrink_next_line(end);
    return end;
}

/* Past the item that begins here, up to the comma or bracket that ends it. */
static inline const char *shrink_item_end(const char *at)
{
    int depth = 0;
    char quote = '\0';

    for (; *at; at++) {
        if (quote) {
            quote = *at == quote ? '\0' : quote;
            continue;
        }
        if (*at == '"' || *at == '\'')
            quote = *at;
        else if (strchr("{[(", *at))
            depth++;
        else if (strchr("}])", *at) && depth-- == 0)
            return at;
        else if (*at == ',' && depth == 0)
            return at;
    }
    return at;
}

/* Leaves out text[from, to) if the fault stays. */
static inline bool shrink_without(struct text *yaml, size_t from, size_t to, shrink_fails *fails, void *context)
{
    struct text less = {0};

    text_add_n(&less, text_c(yaml), from);
    text_add(&less, text_c(yaml) + to);
    if (text_status(&less) != OK || to <= from || !fails(context, text_c(&less))) {
        text_free(&less);
        return false;
    }
    text_free(yaml);
    *yaml = less;
    return true;
}

static inline bool shrink_lines(struct text *yaml, shrink_fails *fails, void *context)
{
    bool any = false;

    for (size_t from = 0; from < yaml->n;) {
        const char *all = text_c(yaml);
        if (shrink_without(yaml, from, (size_t)(shrink_block_end(all + from) - all), fails, context))
            any = true;
        else
            from = (size_t)(shrink_next_line(text_c(yaml) + from) - text_c(yaml));
    }
    return any;
}

/* The item after this `{`, `[` or `,`, with one comma. */
static inline bool shrink_item(struct text *yaml, size_t at, shrink_fails *fails, void *context)
{
    const char *all = text_c(yaml);
    size_t end = (size_t)(shrink_item_end(all + at + 1) - all);

    if (all[at] == ',')
        return shrink_without(yaml, at, end, fails, context);
    return shrink_without(yaml, at + 1, end + (all[end] == ','), fails, context);
}

static inline bool shrink_items(struct text *yaml, shrink_fails *fails, void *context)
{
    bool any = false;

    for (size_t at = 0; at < yaml->n;)
        if (strchr("{[,", text_c(yaml)[at]) && shrink_item(yaml, at, fails, context))
            any = true;
        else
            at++;
    return any;
}

/** Makes it as small as it gets that way; it must fail to begin with. */
static inline void shrink(struct text *yaml, shrink_fails *fails, void *context)
{
    bool any = true;

    while (any) {
        any = shrink_lines(yaml, fails, context);
        any |= shrink_items(yaml, fails, context);
    }
}

#endif
