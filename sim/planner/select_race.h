/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_SELECT_RACE_H
#define PLANNER_SELECT_RACE_H

#include "planner/select.h"

/* The rules of select.h at work: who is still in, which pairs are watched. Internal to select.c. */
struct select_race {
    struct select_ledger ledger;
    struct feasible_rule feasible;
    double h2, t, delta; /* t = 0: no screening */
    bool leaders_only;
    int designs, blocks;
    struct select_fate *fate; /* [designs] */
    int alive, *who;          /* [alive], ascending */
    int fresh, *newly;        /* [fresh] declared feasible at this barrier, greatest mean first */
    int watching, *watched;   /* [watching] feasible designs whose pairs are watched */
    bool *is_watched;         /* [designs] */
    bool **lost_to; /* [designs][designs]: a watched design lost its pair to an undecided one;
                       a row exists once watched, and only with requirements */
};

/** Sets the race up on an open ledger whose designs were added. */
enum status select_race_open(struct select_race *race, struct arena *arena);

/** One barrier: a block more of every design left, then rules 1 to 3 in this order.
 * @return as select_ledger_extend; then nothing was decided. */
enum status select_race_round(struct select_race *race);

/** One design left and feasible, or none left. */
bool select_race_over(const struct select_race *race);

#endif
