/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_SELECT_H
#define PLANNER_SELECT_H

#include "planner/feasible.h"

/* The best feasible design of a list, with a stated guarantee, on common random numbers.
 *
 * Method, all rules on the same days, the allowed error split over them:
 *   1. F_B declares designs feasible or infeasible (feasible.h); left out without requirements.
 *   2. A feasible l screens i out if on the first stage
 *      mean_i < mean_l - max(0, t S_il / sqrt(n0) - delta),  t = t_{1 - alpha_screen/(k-1), n0-1}.
 *   3. KN: the pair (i, l) is settled the first time the sum of differences leaves
 *      +- max(0, h^2 S_il^2 / (2 delta) - delta r / 2); a feasible winner drops the loser. h^2 comes
 *      from the k designs of the list.
 * A loss to a design whose feasibility is open counts once that is declared; a design that
 * becomes feasible late has its pairs played again from the first day, so every pair is settled
 * by its first exit and by nothing else.
 *
 * Guarantee: let b be the best of the designs that meet every requirement with epsilon to spare.
 * If b leads all others that are not clearly infeasible by delta or more, P(b is never dropped) >=
 * 1 - alpha_feasible - alpha_screen - alpha_select. Holds for observations normal and independent
 * over days, any dependence between designs. An unresolved stop keeps the statement for the set of
 * survivors. Barriers every `block` days instead of every day only make it safer.
 * Source: Kim & Nelson 2001; Nelson, Swann, Goldsman & Song 2001 (screening to the best);
 * Andradottir & Kim 2010, Fully Sequential Procedures for Comparing Constrained Systems. */

struct select_plan {
    double alpha_feasible; /* used with requirements only; then in (0, 1/2) */
    double alpha_screen;   /* in [0, 1/2); 0: no screening */
    double alpha_select;   /* in (0, 1/2) */
    double delta;          /* indifference zone, unit of the objective, > 0 */
    const double *epsilon; /* [requirements] tolerance in units of Y_r, > 0 */
    int first_stage;       /* n0 >= 2; 20 is a good default */
    int block;             /* days between barriers, >= 1 */
    int first_day;         /* replication number of the first day */
    bool leaders_only;     /* watch only pairs with a design that has led: O(k) a barrier, not O(k^2) */
    struct observation_budget budget;
};

enum select_rule {
    SELECT_KEPT,
    SELECT_INFEASIBLE, /* rule 1 */
    SELECT_SCREENED,   /* rule 2 */
    SELECT_BEATEN,     /* rule 3 */
    SELECT_TIED        /* rule 3 with equal sums to the last bit: the lower index stays */
};

struct select_fate {
    enum select_rule rule;
    int rival; /* who dropped it by rules 2 or 3; else -1 */
    int days;  /* days observed of it, also the stage at which it was dropped */
    double mean; /* objective over them: of a best of many, biased; for orientation */
    struct feasible_state feasible;
};

enum select_outcome {
    SELECT_FOUND,      /* one design is left and feasible */
    SELECT_UNRESOLVED, /* budget, stop flag or interruption first */
    SELECT_NONE        /* every design was declared infeasible */
};

/* What may be printed of the guarantee, in figures. */
struct select_guarantee {
    double confidence; /* 1 - the alphas used */
    double alpha_feasible, alpha_screen, alpha_select, delta;
    double h2_feasible, h2, t; /* critical constants; 0 where a rule wasn't used */
    int designs, requirements, first_stage, block;
};

struct select_result {
    enum select_outcome outcome;
    int winner;                /* -1 unless SELECT_FOUND */
    int survivors, *survivor;  /* [survivors], greatest mean first, ties to the lowest index */
    struct select_fate *fate;  /* [designs] */
    long days;                 /* design-days observed */
    int rounds;                /* barriers */
    struct select_guarantee guarantee;
};

/**
 * Runs the procedure on designs 0 .. designs - 1.
 *
 * @param x            their coordinates [designs], handed on to the observer; or NULL
 * @param arena        holds the arrays of the result and what was observed
 * @param[out] result  untouched on error
 * @return OK whatever the outcome; ERR_DOMAIN if a bound above fails; ERR_MEMORY; what observe says.
 *
 * Bitwise the same for any number of threads behind observe. O(k^2 n0) at a barrier for k designs
 * left, O(k n0) with leaders_only, which may need a few more days.
 */
enum status select_best(const struct observer *observer, const struct select_plan *plan, int designs,
                        const int *const x[], struct arena *arena, struct select_result *result);

#endif
