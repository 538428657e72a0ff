/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/sources.h"

#include "core/say.h"
#include "models/scenario.h"

#include <string.h>

enum { MOST_KEYS = 64 };

/* Only the first step is looked up: names come after it, and what is left out has a fallback. */
static bool begins_with_a_key(struct reader *reader, const char *path, struct mark mark)
{
    const char *keys[MOST_KEYS];
    size_t n = strcspn(path, ".");
    char first[64];

    for (int i = 0; i < scenario_table.n && i < MOST_KEYS; i++) {
        keys[i] = scenario_table.field[i].key;
        if (strlen(keys[i]) == n && strncmp(keys[i], path, n) == 0)
            return true;
    }
    snprintf(first, sizeof first, "%.*s", (int)(n < sizeof first ? n : sizeof first - 1), path);
    const char *meant = text_nearest(first, scenario_table.n < MOST_KEYS ? scenario_table.n : MOST_KEYS, keys);
    if (meant)
        reader_complain_at(reader, mark, say("`%s` begins with no key of a scenario; did you mean `%s`?"), path, meant);
    else
        reader_complain_at(reader, mark, say("`%s` begins with no key of a scenario"), path);
    return false;
}

enum status sources_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct number_sources *all = lands;

    if (!yaml_is_map(node)) {
        reader_complain_at(reader, yaml_mark(node), say("sources are a section of `path: where it's from`, e.g. {residents.commuters.uptake: counted on 12 January}"));
        return OK;
    }
    TAKE(reader_arena(reader), all->item, yaml_length(node) + 1);
    for (int i = 0; i < yaml_length(node); i++) {
        const struct yaml_node *value = yaml_item(node, i);
        const char *path = yaml_key(node, i);
        if (!yaml_is_scalar(value))
            reader_complain_at(reader, yaml_mark(value), say("where `%s` is from is told in words"), path);
        else if (begins_with_a_key(reader, path, yaml_mark(value)))
            all->item[all->n++] = (struct number_source){path, yaml_scalar(value), yaml_mark(value)};
    }
    return OK;
}
