/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_FEASIBLE_H
#define PLANNER_FEASIBLE_H

#include "planner/select_ledger.h"

/* Which designs meet their requirements E[Y_r] >= 0, r = 1 .. s.
 *
 * Method: F_B with c = 1. After r days a requirement is decided by the sign of its sum of Y once
 * |sum| >= max(0, h^2 S^2 / (2 eps) - eps r / 2), S^2 from the first stage. A design is feasible
 * when all its requirements are, infeasible as soon as one isn't.
 *
 * Guarantee: with probability >= 1 - alpha every design with all E[Y_r] >= eps_r is declared
 * feasible and every design with some E[Y_r] <= -eps_r infeasible; in between either may come out.
 * Holds for Y normal and independent over days, under any dependence between designs and
 * requirements. Not for 0/1 outcomes of single residents: see optimisation, section 1.
 * Source: Batur & Kim 2010, Finding Feasible Systems in the Presence of Constraints on Multiple
 * Performance Measures; Andradottir & Kim 2010. */

enum feasible_verdict { FEASIBLE_OPEN, FEASIBLE_YES, FEASIBLE_NO };

struct feasible_state {
    enum feasible_verdict verdict;
    int days;               /* at which it was reached; 0 while open */
    int failed;             /* requirement 0 .. s-1 that decided FEASIBLE_NO; else -1 */
    unsigned long long met; /* bit r: requirement r was declared met */
};

enum { FEASIBLE_REQUIREMENTS_MOST = 64 };

struct feasible_rule {
    int requirements;      /* s, 0 .. FEASIBLE_REQUIREMENTS_MOST */
    const double *epsilon; /* [s] tolerance in units of Y_r, > 0 */
    double h2;
};

/** The rule for k designs at overall error alpha. */
struct feasible_rule feasible_rule_of(double alpha, int k, int s, const double epsilon[], int n0);

/** Brings an open state up to the first `blocks` blocks, the last of which is new. Without
 * requirements the verdict is FEASIBLE_YES. O(s n0). */
void feasible_judge(const struct feasible_rule *rule, const struct select_ledger *ledger, int design,
                    int blocks, struct feasible_state *state);

struct feasible_plan {
    double alpha;          /* in (0, 1/2) */
    const double *epsilon; /* [requirements] > 0 */
    int first_stage;       /* n0 >= 2 */
    int block;             /* days a round, >= 1 */
    int first_day;
    struct observation_budget budget;
};

/**
 * The procedure by itself: observes each of the first `designs` designs until it's decided.
 *
 * @param x          coordinates [designs], or NULL
 * @param[out] state [designs]; those still FEASIBLE_OPEN were not resolved within the budget
 * @param[out] days  design-days observed
 * @return OK, also when the budget ran out; ERR_DOMAIN if a bound above fails or there is no
 *         requirement; ERR_MEMORY; what observe says.
 */
enum status feasible_find(const struct observer *observer, const struct feasible_plan *plan,
                          int designs, const int *const x[], struct feasible_state state[],
                          long *days);

#endif
