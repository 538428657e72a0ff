/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_CANDIDATES_H
#define PLANNER_CANDIDATES_H

#include "planner/design.h"
#include "planner/reach.h"

/* A list of designs. */
struct design_list {
    int n;
    const int **x;
};

/** Counts the designs that are allowed, one by one, and lists them if they are at most `most`.
 * @param limit  give up counting above this many of all (the block's, allowed or not)
 * @param[out] allowed  how many; NAN if given up
 * @return OK; ERR_MEMORY. O(designs sites). */
enum status candidates_all(const struct space *space, double limit, int most, struct arena *arena, double *allowed, struct design_list *list);

/** Counts allowed designs whose sites together reach no more than `bound` takers. NAN above the limit. */
double candidates_out_of_reach(const struct space *space, const struct reach *reach, double bound, double limit);

/** Designs to climb from: for each number of stations the best few placements by flow interception (placement.h),
 * exact but for a thousandth, with capacities as a rule of thumb. @return OK; ERR_MEMORY; as placement_solve. */
enum status candidates_starts(const struct space *space, const struct reach *reach, struct arena *arena, struct design_list *list);

#endif
