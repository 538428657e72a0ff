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
struct event_list {
    int leaves;     /* a power of two */
    double *time;   /* [2 * leaves] of the winner at each node: 1 is the root, slot s is the leaf leaves + s */
    int64_t *slot;  /* [2 * leaves] who that is; apart from the times, so that each is loaded as it was stored */
};

/** All slots empty. Memory from the arena. */
enum status event_list_init(struct event_list *list, struct arena *arena, int slots);

/** At least `slots` slots, keeping what is pending. O(slots). */
enum status event_list_grow(struct event_list *list, struct arena *arena, int slots);

static inline void event_list_set(struct event_list *list, int slot, double time)
{
    double *times = list->time, winner = time;
    int64_t *slots = list->slot, who = slot;
    unsigned at = (unsigned)(slot + list->leaves);

    times[at] = winner;
    for (; at > 1; at >>= 1) {
        double other = times[at ^ 1];
        int64_t other_who = slots[at ^ 1];
        int loses = (other < winner) | ((other == winner) & (other_who < who));
        winner = loses ? other : winner;
        who = loses ? other_who : who;
        times[at >> 1] = winner;
        slots[at >> 1] = who;
    }
}

static inline void event_list_clear(struct event_list *list, int slot)
{
    event_list_set(list, slot, HUGE_VAL);
}

static inline int event_list_first(const struct event_list *list)
{
    return (int)list->slot[1];
}

static inline double event_list_time(const struct event_list *list)
{
    return list->time[1];
}

#endif
