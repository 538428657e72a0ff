/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_SELECT_LEDGER_H
#define PLANNER_SELECT_LEDGER_H

#include "core/arena.h"
#include "planner/select_observe.h"

#include <stdbool.h>

/* What has been observed of each design: the single days of the first stage, and after it sums over
 * blocks of days, added in block order. No day is asked for twice, and what a procedure reads are
 * prefixes of blocks, so its decisions don't depend on who evaluated what when. */
struct select_ledger {
    struct arena *arena;
    struct observer observer;
    int first_day;   /* replication number of the first day */
    int first_stage; /* n0: days in block 0 */
    int block;       /* days in each later block */
    int designs, room;
    struct select_ledger_row *row; /* [designs] */
    struct observation_budget budget;
    long days; /* design-days observed */
};

struct select_ledger_row {
    const int *x; /* coordinates, or NULL */
    int blocks, room;
    double *single; /* [1 + requirements][first_stage], of block 0 */
    double *sum;    /* [room][1 + requirements]: sums over blocks 0 .. b */
};

/** Starts an empty ledger. first_stage >= 1, block >= 1, first_day >= 0. Memory from the arena. */
void select_ledger_open(struct select_ledger *ledger, struct arena *arena, const struct observer *observer,
                 const struct observation_budget *budget, int first_day, int first_stage, int block);

/** Adds a design without days; its number is ledger->designs - 1 afterwards. x[] is kept, not copied.
 * Amortised O(1). */
enum status select_ledger_add(struct select_ledger *ledger, const int x[]);

/**
 * Makes sure that the designs which[n] (distinct) have blocks 0 .. blocks - 1: one call of observe with one
 * request for each missing block, design by design.
 *
 * @return OK; ERR_PRECISION, nothing observed, if the missing days don't fit into the budget (or
 *         day numbers into an int) or the stop flag is up; what observe says (then the call leaves no trace); ERR_MEMORY.
 */
enum status select_ledger_extend(struct select_ledger *ledger, int n, const int which[], int blocks);

/** Days in the first `blocks` blocks; and the least number of blocks that hold `days` days. */
int select_ledger_days(const struct select_ledger *ledger, int blocks);
int select_ledger_blocks(const struct select_ledger *ledger, int days);

/** Sum of an output (0: the objective) over the first `blocks` blocks, which must be there. */
static inline double select_ledger_sum(const struct select_ledger *ledger, int design, int blocks, int output)
{
    return ledger->row[design].sum[(blocks - 1) * (1 + ledger->observer.requirements) + output];
}

/** The days of the first stage of an output, [first_stage]. */
static inline const double *select_ledger_single(const struct select_ledger *ledger, int design, int output)
{
    return ledger->row[design].single + output * ledger->first_stage;
}

/** Unbiased variance on the first stage of an output; of the difference of objectives i - l. O(n0). */
double select_ledger_variance(const struct select_ledger *ledger, int design, int output);
double select_ledger_variance_between(const struct select_ledger *ledger, int i, int l);

#endif
