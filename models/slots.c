/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/slots.h"

#include <string.h>

#include "core/forbid.h"

static enum status pool_extend(struct day *day, int from, int to)
{
    int32_t *owner, *free_slot;

    TAKE(day->arena, owner, to);
    TAKE(day->arena, free_slot, to);
    if (from > day->first_pooled) {
        memcpy(owner, day->owner, (size_t)from * sizeof *owner);
        memcpy(free_slot, day->free_slot, (size_t)day->n_free * sizeof *free_slot);
    }
    for (int slot = to - 1; slot >= from; slot--)
        free_slot[day->n_free++] = slot;
    day->owner = owner;
    day->free_slot = free_slot;
    return OK;
}

enum status slots_extend(struct day *day, int needed)
{
    while (day->n_free < needed) {
        int leaves = day->list.leaves;
        TRY(event_list_grow(&day->list, day->arena, 2 * leaves));
        TRY(pool_extend(day, leaves, 2 * leaves));
    }
    return OK;
}

enum status slots_open(struct day *day)
{
    const struct plan_day *plan = day->plan;

    day->first_tray = FIRST_SERVER_SLOT + plan->n_servers;
    day->first_pooled = day->first_tray + (plan->scenario->service.tray ? plan->n_stations : 0);
    TRY(event_list_init(&day->list, day->arena, day->first_pooled + FIRST_POOL));
    return pool_extend(day, day->first_pooled, day->list.leaves);
}
