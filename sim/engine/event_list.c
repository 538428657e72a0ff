/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/event_list.h"

#include <assert.h>

static enum status build(struct event_list *list, struct arena *arena, int slots)
{
    int leaves = 1;
    while (leaves < slots)
        leaves *= 2;
    list->leaves = leaves;
    TAKE(arena, list->time, 2 * leaves);
    TAKE(arena, list->slot, 2 * leaves);
    for (int slot = 0; slot < leaves; slot++) {
        list->time[leaves + slot] = HUGE_VAL;
        list->slot[leaves + slot] = slot;
    }
    return OK;
}

static void play_all(struct event_list *list)
{
    for (int at = list->leaves - 1; at >= 1; at--) {
        int winner = list->time[2 * at + 1] < list->time[2 * at] ? 2 * at + 1 : 2 * at;
        list->time[at] = list->time[winner];
        list->slot[at] = list->slot[winner];
    }
}

enum status event_list_init(struct event_list *list, struct arena *arena, int slots)
{
    assert(slots >= 1);
    TRY(build(list, arena, slots));
    play_all(list);
    return OK;
}

enum status event_list_grow(struct event_list *list, struct arena *arena, int slots)
{
    struct event_list old = *list;

    if (slots <= old.leaves)
        return OK;
    TRY(build(list, arena, slots));
    for (int slot = 0; slot < old.leaves; slot++)
        list->time[list->leaves + slot] = old.time[old.leaves + slot];
    play_all(list);
    return OK;
}
