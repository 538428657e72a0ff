/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_PLACEMENT_TREE_H
#define PLANNER_PLACEMENT_TREE_H

#include "planner/placement_kept.h"
#include "planner/placement_master.h"

/* Depth-first branch and bound over sites, and for each set of sites over its
 * modules. Internal to placement.c. */
struct placement_tree {
    struct placement_master *master;
    const struct placement_plan *plan;
    struct placement_kept kept;
    bool cut_short;
    long nodes;
    int *trail, fixed; /* columns fixed on the way down; [columns] */
};

/** Finds the best placements; tree->kept holds what was found whatever is returned.
 * @return OK, ERR_PRECISION, ERR_MEMORY. */
enum status placement_tree_search(struct placement_tree *tree, struct arena *arena,
                                  struct placement_master *master,
                                  const struct placement_plan *plan);

#endif
