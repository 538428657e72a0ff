/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_EVENT_LIST_H
#define ENGINE_EVENT_LIST_H

#include "core/arena.h"
#include "core/status.h"

#include <math.h>
#include <stdint.h>

/* Pending events as a winner tree over fixed slots: a slot is what can be pending (a server's end, a
 * resident's patience), its time is infinite while nothing is. Setting and clearing walk from the leaf to
 * the root, O(log slots), without a branch on the outcome: what each node is played against lies at an address
 * that's known from the start, so the loads don't wait for each other. The earliest is always at the root.
 * Equal times: the lowest slot wins, so a day has one order. */
struct pending {
    double time;
    int64_t slot;
};

struct event_list {
    int leaves;           /* a power of two */
    struct pending *node; /* [2 * leaves]: 1 is the root, slot s is the leaf leaves + s */
};

/** All slots empty. Memory from the arena. */
enum status event_list_init(struct event_list *list, struct arena *arena, int slots);

/** At least `slots` slots, keeping what is pending. O(slots). */
enum status event_list_grow(struct event_list *list, struct arena *arena, int slots);

static inline void event_list_set(struct event_list *list, int slot, double time)
{
    struct pending *node = list->node;
    struct pending winner = {time, slot};
    unsigned at = (unsigned)(slot + list->leaves);

    node[at] = winner;
    for (; at > 1; at >>= 1) {
        struct pending other = node[at ^ 1];
        int loses = (other.time < winner.time) | ((other.time == winner.time) & (other.slot < winner.slot));
        winner.time = loses ? other.time : winner.time;
        winner.slot = loses ? other.slot : winner.slot;
        node[at >> 1] = winner;
    }
}

static inline void event_list_clear(struct event_list *list, int slot)
{
    event_list_set(list, slot, HUGE_VAL);
}

static inline int event_list_first(const struct event_list *list)
{
    return (int)list->node[1].slot;
}

static inline double event_list_time(const struct event_list *list)
{
    return list->node[1].time;
}

#endif
