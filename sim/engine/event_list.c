/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/event_list.h"

#include <assert.h>

static enum status build(struct event_list *list, struct arena *arena, int slots)
{
    int leaves = 1;
    while (leaves < slots)
        leaves *= 2;
    list->leaves = leaves;
    TAKE(arena, list->time, leaves);
    TAKE(arena, list->winner, 2 * leaves);
    return OK;
}

static void play_all(struct event_list *list)
{
    for (int slot = 0; slot < list->leaves; slot++)
        list->winner[list->leaves + slot] = slot;
    for (int node = list->leaves - 1; node >= 1; node--) {
        int32_t left = list->winner[2 * node], right = list->winner[2 * node + 1];
        list->winner[node] = list->time[right] < list->time[left] ? right : left;
    }
    list->winner[0] = -1;
    if (list->leaves == 1)
        list->winner[1] = 0;
}

enum status event_list_init(struct event_list *list, struct arena *arena, int slots)
{
    assert(slots >= 1);
    TRY(build(list, arena, slots));
    for (int slot = 0; slot < list->leaves; slot++)
        list->time[slot] = HUGE_VAL;
    play_all(list);
    return OK;
}

enum status event_list_grow(struct event_list *list, struct arena *arena, int slots)
{
    struct event_list old = *list;

    if (slots <= old.leaves)
        return OK;
    TRY(build(list, arena, slots));
    for (int slot = 0; slot < list->leaves; slot++)
        list->time[slot] = slot < old.leaves ? old.time[slot] : HUGE_VAL;
    play_all(list);
    return OK;
}
