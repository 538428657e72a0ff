/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_PLACEMENT_TREE_H
#define PLANNER_PLACEMENT_TREE_H

#include "planner/placement_master.h"

/* Depth-first branch and bound over sites, and for each set of sites over its modules. Internal to
 * placement.c. */
struct placement_tree {
    struct placement_master *master;
    const struct placement_plan *plan;
    int kept;
    struct placement *best; /* [wanted], served as a share of all takers, falling */
    double beyond; /* greatest promise of a subtree that was left though it beats the worst kept */
    bool cut_short;
    long nodes;
    int *trail, fixed; /* columns fixed on the way down; [columns] */
};

/** Finds the best placements; best[] keeps what was found whatever is returned.
 * @return OK, ERR_PRECISION, ERR_MEMORY. */
enum status placement_tree_search(struct placement_tree *tree, struct arena *arena,
                                  struct placement_master *master,
                                  const struct placement_plan *plan);

#endif
