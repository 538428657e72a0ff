/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_PLACEMENT_KEPT_H
#define PLANNER_PLACEMENT_KEPT_H

#include "planner/placement.h"

/* The best placements found so far, and from them what needn't be looked at. Internal to placement.c. */
struct placement_kept {
    const struct placement_plan *plan;
    int sites, n;
    struct placement *best; /* [wanted], served as a share of all takers, falling */
    double beyond; /* greatest promise of a subtree that was left though it beats the worst kept; -1 */
};

/** Nothing kept yet. @return OK or ERR_MEMORY. */
enum status placement_kept_open(struct placement_kept *kept, struct arena *arena,
                                const struct placement_plan *plan, int sites);

/** What the worst kept placement serves once all wanted are there; -1 before. */
double placement_kept_cutoff(const struct placement_kept *kept);

/** Whether a subtree that promises at most `bound` can be left; remembers it if only for the gap. */
bool placement_kept_hopeless(struct placement_kept *kept, double bound);

/** Keeps a placement if it's among the best; by site only the better of two on the same sites.
 * Served equal: the earlier stays. */
void placement_kept_add(struct placement_kept *kept, const int module[], double served);

#endif
