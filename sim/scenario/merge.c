/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

/* `<<: *base`: the keys of the base that aren't given here. */

static enum status merge_map(struct reader *reader, struct yaml_node *into,
                             const struct yaml_node *from, struct mark mark)
{
    if (from->kind != NODE_MAP) {
        reader_complain_at(reader, mark, say("`<<` takes in a section or a list of sections"));
        return OK;
    }
    for (int i = 0; i < from->n; i++) {
        const struct yaml_pair *pair = from->pair + i;
        if (tree_find(into, pair->key) >= 0)
            continue;
        struct yaml_node *copy = tree_copy(reader, pair->value);
        if (!copy)
            return reader->starved ? ERR_MEMORY : OK;
        TRY(tree_add(reader, into, pair->key, pair->key_mark, copy));
    }
    return OK;
}

enum status tree_merge_keys(struct reader *reader, struct yaml_node *map)
{
    int at = tree_find(map, "<<");

    if (at < 0)
        return OK;
    struct yaml_pair merge = map->pair[at];
    tree_remove(map, at);
    if (merge.value->kind != NODE_LIST)
        return merge_map(reader, map, merge.value, merge.key_mark);
    for (int i = 0; i < merge.value->n && !reader->broken; i++)
        TRY(merge_map(reader, map, merge.value->pair[i].value, merge.key_mark));
    return OK;
}
