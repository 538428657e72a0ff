/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/bound.h"
#include "scenario/inside.h"

#include <string.h>
#include <unistr.h>

/* Keys of a section that are missing or unknown. */

void key_missing(struct reader *reader, const struct section *section, const struct field *field)
{
    const char *meaning = say(field->meaning), *what = say(section->table->name);

    if (section->table == reader->table)
        reader_complain_at(reader, section->mark, say("`%s` is missing: %s"), field->key, meaning);
    else if (section->name)
        reader_complain_at(reader, section->mark, say("%s `%s` lacks `%s`: %s"), what,
                           fault_quote(reader, section->name, strlen(section->name)), field->key,
                           meaning);
    else
        reader_complain_at(reader, section->mark, say("%s lacks `%s`: %s"), what, field->key,
                           meaning);
}

static const char *keys_listed(struct reader *reader, const struct table *table)
{
    const char *all = table->n <= 12 ? say("; known here: ") : "";

    for (int i = 0; all && *all && i < table->n; i++)
        all = arena_print(&reader->arena, "%s%s%s", all, i ? ", " : "", table->field[i].key);
    return all ? all : "";
}

/* What a full-width colon made of a key and its braces is shown at that colon. */
static struct mark place_of_key(const struct yaml_pair *pair)
{
    const char *colon = wide_colon(pair->key, strlen(pair->key));
    struct mark mark = pair->key_mark;

    mark.column += colon ? (int)u8_mbsnlen((const uint8_t *)pair->key, (size_t)(colon - pair->key)) : 0;
    return mark;
}

static void unknown_key(struct reader *reader, const struct section *section,
                        const struct yaml_pair *pair)
{
    const char *names[MOST_NEAREST], *quoted = fault_quote(reader, pair->key, strlen(pair->key));
    int n = 0;

    if (strpbrk(pair->key, "()")) {
        reader_complain_at(reader, pair->key_mark,
                           say("unknown key `%s`; inside { } a value with commas needs quotes"),
                           quoted);
        return;
    }
    for (; n < section->table->n && n < MOST_NEAREST; n++)
        names[n] = section->table->field[n].key;
    const char *hint = fault_nearest(reader, pair->key, n, names);
    reader_complain_at(reader, place_of_key(pair), say("unknown key `%s`%s"), quoted,
                       *hint ? hint : keys_listed(reader, section->table));
}

void key_check(struct reader *reader, const struct section *section)
{
    const struct table *table = section->table;

    if (field_is_any_key(table->field))
        return;
    for (int i = 0; section->node && i < section->node->n; i++) {
        const struct yaml_pair *pair = section->node->pair + i;
        int known = 0;
        while (known < table->n && strcmp(table->field[known].key, pair->key) != 0)
            known++;
        if (known == table->n)
            unknown_key(reader, section, pair);
    }
}
