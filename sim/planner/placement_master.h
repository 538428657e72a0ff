/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_PLACEMENT_MASTER_H
#define PLANNER_PLACEMENT_MASTER_H

#include "planner/placement_cover.h"

#include <glpk.h>

/* The linear program over sites and modules that the tree solves again and
 * again: the rows of placement.h without the shares u, which are replaced by
 * cuts as they're needed. Internal to placement.c. Objective and capacities are
 * shares of all takers.
 *
 * Columns: x_j = sum_m z_jm; z_jm (with one module z is x); value_g of each
 * group of flows; with capacities also s_j, what is served at j, sum s <= sum
 * value. */
struct placement_master {
    const struct placement_problem *problem;
    const struct placement_cover *cover;
    glp_prob *program;
    bool limited; /* by capacities that can bind */
    double *room; /* [sites][modules] capacity, no more than all who may come */
    int value_col, served_col, capacity_row, own_rows;
    double *x;                /* [sites] of the last solution */
    double objective;         /* of it */
    int steps;                /* the solver has made so far */
    bool moved;               /* it made at least one to the last solution */
    int rows_most;            /* cuts that don't touch are dropped beyond this many rows */
    struct placement_cut cut; /* scratch */
    double *w, *row;          /* scratch: [sites], [columns + 1] */
    int *index;               /* scratch: [columns + 1] */
};

/** Builds the program; placement_master_close gives its memory back. */
enum status placement_master_open(struct placement_master *master, struct arena *arena,
                                  const struct placement_problem *problem,
                                  const struct placement_cover *cover);
void placement_master_close(struct placement_master *master);

/** Column of site j; of module m at site j. */
int placement_master_site(const struct placement_master *master, int j);
int placement_master_module(const struct placement_master *master, int j, int m);

/** Appends an entry (unless 0) to the row being gathered in index[] and row[];
 * adds that row. */
void placement_master_put(struct placement_master *master, int *n, int column, double x);
void placement_master_row(struct placement_master *master, int n, int type, double low,
                          double high);

/** Solves from the last basis and reads x and objective (-HUGE_VAL if nothing
 * is feasible).
 * @return OK or ERR_PRECISION. */
enum status placement_master_solve(struct placement_master *master);

/** Adds cuts made at y that the last solution violates: one a group where that
 * could lower the objective by more than tolerance / groups, and with
 * capacities one with weights from the prices of the capacity rows where by
 * more than tolerance. None if the solver didn't move: then what is violated
 * lies within its own tolerance.
 * @return how many. */
int placement_master_cut(struct placement_master *master, const double y[], double tolerance);

/** Adds the cut with given weights at y. */
void placement_master_cut_weighted(struct placement_master *master, const double w[],
                                   const double y[]);

/** Forbids the sites of x (rounded); the modules of the last solution
 * (rounded). */
void placement_master_forbid_sites(struct placement_master *master, const double x[]);
void placement_master_forbid_modules(struct placement_master *master);

/** Keeps the cuts that touch the last solution for good and drops the others. */
void placement_master_settle(struct placement_master *master);

/** Drops the cuts that don't touch the last solution if the rows have become
 * too many. */
void placement_master_purge(struct placement_master *master);

#endif
