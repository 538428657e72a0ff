/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_SELECT_OBSERVE_H
#define PLANNER_SELECT_OBSERVE_H

#include "core/status.h"

#include <signal.h>

/* What every procedure of this folder sees of the simulation: "observe these designs on these
 * days". Replication r means the same day for every design (common random numbers by person).
 *
 * An observation is a row of 1 + requirements doubles: the objective (more is better), then
 * Y_1 .. Y_s, each a mean-zero statement over the day, required E[Y] >= 0; for a service level
 * Y = #{wait <= T} - q #{wanted}. */

/* Days first .. first + n - 1 of one design. */
struct observation_request {
    int design;   /* its number: place in the list of designs, or in the record of a search */
    const int *x; /* its coordinates where designs are integer vectors; else NULL */
    int first, n;
    double *out; /* [n][1 + requirements], a row a day */
};

struct observer {
    int requirements; /* s >= 0 */
    /**
     * Fills out[] of every request. Called at a round barrier only, by one thread, with all that
     * the round needs: the requests (and the days in them) may be evaluated in parallel, in any
     * order, as long as a row depends on nothing but (design, day).
     * @return OK; ERR_INTERRUPTED stops a procedure as an exhausted budget does; anything else
     *         ends it with that status.
     */
    enum status (*observe)(void *context, int n, const struct observation_request request[]);
    void *context;
};

/* When to stop early. Tested at round barriers; `stop` may be set by a signal handler. */
struct observation_budget {
    long days; /* design-days at most; 0: no limit */
    const volatile sig_atomic_t *stop; /* NULL: none */
};

#endif
