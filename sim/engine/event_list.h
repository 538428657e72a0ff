/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_EVENT_LIST_H
#define ENGINE_EVENT_LIST_H

#include "core/arena.h"
#include "core/status.h"

#include <math.h>
#include <stdint.h>

/* Pending events as a winner tree over fixed slots: a slot is what can be pending (a server's end, a
 * resident's patience), its time is infinite while nothing is. Setting and clearing cost one walk
 * to the root, O(log slots), without a branch on the outcome; the earliest is always at the root.
 * Equal times: the lowest slot wins, so a day has one order. */
struct event_list {
    int leaves; /* a power of two */
    double *time;   /* [leaves] */
    int32_t *winner; /* [2 * leaves], winner[1] is the slot of the earliest event */
};

/** All slots empty. Memory from the arena. */
enum status event_list_init(struct event_list *list, struct arena *arena, int slots);

/** At least `slots` slots, keeping what is pending. O(slots). */
enum status event_list_grow(struct event_list *list, struct arena *arena, int slots);

static inline void event_list_set(struct event_list *list, int slot, double time)
{
    list->time[slot] = time;
    int32_t *winner = list->winner;
    const double *times = list->time;
    for (int node = (slot + list->leaves) >> 1; node >= 1; node >>= 1) {
        int32_t left = winner[2 * node], right = winner[2 * node + 1];
        winner[node] = times[right] < times[left] ? right : left;
    }
}

static inline void event_list_clear(struct event_list *list, int slot)
{
    event_list_set(list, slot, HUGE_VAL);
}

static inline int event_list_first(const struct event_list *list)
{
    return list->winner[1];
}

static inline double event_list_time(const struct event_list *list)
{
    return list->time[list->winner[1]];
}

#endif
