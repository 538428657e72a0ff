/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_EXPLORE_H
#define PLANNER_EXPLORE_H

#include "planner/design.h"
#include "planner/reach.h"
#include "planner/select_ledger.h"

/* Search among more designs than can be listed: from many starts, to the best neighbour on the same days, until
 * none is better. A neighbour has one staff more or fewer somewhere, another kit, a station more, fewer or
 * elsewhere, or one staff moved from a station to another: the budget couples them, so ±1 alone sticks.
 *
 * Promises nothing by itself: the best of many simulated is flattered by chance. Its best go through select.h on
 * other days. Source of the idea of growing samples: Wang, Pasupathy & Schmeiser 2013 (R-SPLINE). */

struct explored {
    const int *x;
    int days;
    double goal, shortfall;     /* means so far; shortfall 0: meets every requirement */
};

struct exploration {
    int n, room;
    struct explored *design;    /* every design visited, in the order of first visit */
    bool *best;                 /* [n] found best from some start */
    bool complete;              /* false: days or time ran out first */
};

struct explore_plan {
    int starts;
    int first_days, last_days;  /* a design, at the beginning and the end of a climb */
    int first_day;              /* replication number */
    struct observation_budget budget;
};

/**
 * @param start  [plan->starts] designs that are allowed
 * @param observer  of design_days
 * @return OK, also when the budget ran out (complete is false); ERR_MEMORY.
 */
enum status explore(const struct space *space, const struct observer *observer, const struct explore_plan *plan, const int *const start[],
                    struct arena *arena, struct exploration *exploration);

/** Designs better first: fewer requirements missed, then the goal. The order that explore climbs by. */
bool explored_better(const struct explored *a, const struct explored *b);

#endif
