/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_OPTIMIZE_H
#define PLANNER_OPTIMIZE_H

#include "experiment/run.h"
#include "planner/design.h"
#include "planner/reach.h"
#include "planner/select.h"
#include "planner/select_report.h"

/* The best plan that a plan: block allows, with a statement of how sure that is.
 *
 *   1. prove   circuits, budget and number of stations rule designs out exactly; what is left is listed where it's
 *              a few thousand, and searched where it's more (explore.h)
 *   2. select  the candidates go through feasibility, screening and KN on days of their own (select.h)
 *   3. report  the winner and its runners-up on fresh days, with intervals that hold together
 *   4. stock   portions a station and drink, so that they last on the share of days that the costs call for
 *   5. show    the winner with that stock on fresh days: a summary like any other run's
 *   6. prove again: sites whose whole reach is below what the winner serves could not have beaten it
 *
 * Days of one stage are never used by another: their numbers don't meet. */

struct optimize_options {
    uint64_t seed;
    int threads;
    long days_at_most;          /* design-days of search and selection; 0: no limit */
    const volatile sig_atomic_t *stop;
    void (*on_progress)(void *context, const char *stage, long days);
    void *context;
};

/* Where the designs went. */
struct narrowing {
    double all;                 /* designs of the block */
    double proved_out;          /* by circuits and budget */
    bool counted;               /* too many to count one by one: proved_out and beaten_by_reach are unknown */
    double beaten_by_reach;     /* those whose sites can't reach as many as the winner serves */
    long visited;               /* simulated at least once */
    int candidates;             /* that went through the selection; 0 if it was stopped before it was over */
    int infeasible, screened, beaten; /* of those, by rule */
    bool listed;                /* every allowed design was a candidate */
};

struct finalist {
    const int *x;
    struct layout *layout;
    double fixed_cost;
    struct select_line line;
    struct select_requirement *requirement; /* [requirements] */
    int days;                   /* in the selection */
};

struct stock_line {
    int station, drink;
    double mean, portions;      /* demand of a day; what to bring */
};

struct optimum {
    const struct space *space;
    enum select_outcome outcome;
    struct narrowing narrowing;
    struct select_guarantee guarantee;
    int n_finalists;            /* the winner, or the best so far, first */
    struct finalist *finalist;
    int failing;                /* requirement that fails first where there is no plan; else -1 */
    struct layout *plan;        /* the winner with its stock */
    struct study *study;        /* of it */
    struct summary summary;     /* on fresh days; days 0 if interrupted before */
    int n_stock;
    struct stock_line *stock;
    double lasting;             /* share of days that the stock is to last */
    double *kind_goal;          /* [finalists][kinds] goal in every kind of day */
    struct visited {            /* for the charts: what was simulated, in order */
        double goal, cost;
        int stations, staff, stage; /* stage: 0 searched, 1 candidate, 2 finalist */
        bool meets;
    } *visited;
    int n_visited;
    long days;                  /* design-days in all */
    struct arena arena;
};

/**
 * @param study  of any layout of a scenario that has a plan: block and a site
 * @param[out] optimum  to be given back by optimum_free whatever the status
 * @return OK; ERR_INFEASIBLE (no plan meets the requirements: finalist[0] is the nearest, failing says which);
 *         ERR_PRECISION (not resolved within the limits: finalists are the survivors); ERR_INTERRUPTED (what was
 *         learnt is there); ERR_MEMORY.
 */
enum status optimize(const struct study *study, const struct optimize_options *options, struct optimum *optimum);
void optimum_free(struct optimum *optimum);

#endif
