/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <string.h>
#include <unistr.h>

/* --set path=value. All of them together are one source text, a line each, for the faults. */

enum status tree_value(struct reader *reader, struct mark where, bool straight, const char *value,
                       struct yaml_node **node)
{
    size_t n = strlen(value);

    if (*value && strchr("[{\"'", *value))
        return tree_parse(reader, where, value, n, node);
    while (n && value[n - 1] == ' ')
        n--;
    const char *text = arena_text(&reader->arena, value, n);
    *node = text ? tree_scalar(reader, where, text) : NULL;
    if (!*node)
        return reader->broken ? OK : ERR_MEMORY;
    (*node)->straight = straight;
    return OK;
}

static enum status override_one(struct reader *reader, const char *set, struct mark where)
{
    const char *sign = strchr(set, '=');

    if (!sign) {
        reader_complain_at(reader, where,
                           say("--set wants `path=value`, as in "
                               "`section.name.key=45 %%`"));
        return OK;
    }
    const char *value = sign + 1 + strspn(sign + 1, " ");
    struct mark at_value = where;
    const char *path = arena_text(&reader->arena, set, (size_t)(sign - set));
    if (!path)
        return ERR_MEMORY;
    at_value.column += (int)u8_mbsnlen((const uint8_t *)set, (size_t)(value - set));
    return override_at(reader, path, value, where, at_value);
}

/* What one option gave, as a source of its own. */
static enum status override_option(struct reader *reader, const char *option, int n_sets, const char *const sets[])
{
    struct text all = {0};
    struct source *source;

    for (int i = 0; i < n_sets; i++) {
        size_t start = all.n;
        text_print(&all, "%s\n", sets[i]);
        for (size_t at = start; !all.failed && at + 1 < all.n; at++)
            memset(all.bytes + at, ' ', source_break(all.bytes + at, all.bytes + all.n - 1));
    }
    const char *kept = arena_text(&reader->arena, text_c(&all), all.n);
    size_t n = all.n;
    enum status status = text_status(&all);
    text_free(&all);
    if (!kept || status != OK)
        return ERR_MEMORY;
    TRY(source_add(reader, option, kept, n, &source));
    if (!source_is_text(reader, option, (struct mark){option, 1, 1}, kept, n))
        return OK;
    for (int i = 0; i < n_sets; i++) {
        const char *line = source_line(source, i + 1, &n);
        const char *set = arena_text(&reader->arena, line, n);
        TRY(set ? override_one(reader, set, (struct mark){option, i + 1, 1}) : ERR_MEMORY);
    }
    return OK;
}

enum status override_all(struct reader *reader, const struct reader_options *options)
{
    int n = options->n_sets - options->n_varied;

    TRY(override_option(reader, "--set", n, options->set));
    return options->n_varied ? override_option(reader, "--vary", options->n_varied, options->set + n) : OK;
}
