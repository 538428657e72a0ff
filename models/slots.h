/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SLOTS_H
#define MODELS_SLOTS_H

#include "models/day.h"

/* Slots of the event list: 0 is the next of the day's fixed instants, 1 the next runner, old drink or circuit, then one for each server, one for each
 * tray, then a pool for residents who wait with an end to their patience or walk on to another station. */
enum { SLOT_INSTANT, SLOT_SUPPLY, FIRST_SERVER_SLOT, FIRST_POOL = 8 };

/** The list with all fixed slots and a first pool. @return OK; ERR_MEMORY. */
enum status slots_open(struct day *day);

/** From now on so many residents may set a time of their own. @return OK; ERR_MEMORY. */
enum status slots_extend(struct day *day, int needed);

static inline enum status slots_for(struct day *day, int needed)
{
    return day->n_free >= needed ? OK : slots_extend(day, needed);
}

/* There's a free slot by now. */
static inline void pend(struct day *day, struct visit *visit, double at_s)
{
    visit->slot = day->free_slot[--day->n_free];
    day->owner[visit->slot] = (int32_t)(visit - day->visit);
    event_list_set(&day->list, visit->slot, at_s);
}

static inline void unpend(struct day *day, struct visit *visit)
{
    event_list_clear(&day->list, visit->slot);
    day->free_slot[day->n_free++] = visit->slot;
    visit->slot = -1;
}

#endif
