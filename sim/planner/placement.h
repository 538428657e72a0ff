/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_PLACEMENT_H
#define PLANNER_PLACEMENT_H

#include "core/arena.h"
#include "core/status.h"

#include <stdbool.h>

/* Where to put stations: flow interception with detours. Flow q of f_q expected
 * takers accepts site j with probability a_qj = P(detour tolerance >= d(o,j) +
 * d(j,g) - d(o,g)). At site j stands at most one module m (staff and kit), z_jm
 * in {0, 1}; u_qj is the share of q that is sent to j:
 *
 *     max sum f_q a_qj u_qj   s.t.  u_qj <= sum_m z_jm,  sum_j u_qj <= 1, sum_m
 * z_jm <= 1, sum_q f_q a_qj u_qj <= sum_m cap_m z_jm          each site sum
 * power_m z_jm <= circuit_w                    each circuit, over its sites sum
 * (site_cost_j + cost_m) z_jm <= budget,       least <= sum z_jm <= most
 *
 * The optimum bounds what any such set of stations can serve: people don't let
 * themselves be sent. */
struct placement_problem {
    int sites, flows, modules;
    const double *takers;     /* [flows] >= 0, a day */
    const double *acceptance; /* [flows][sites] in [0, 1] */
    const double *capacity;   /* [modules] takers a day served within the target, >
                                 0; NULL: no limit */
    const double *cost;       /* [modules] >= 0; NULL: free */
    const double *site_cost;  /* [sites] >= 0; NULL: free */
    double budget;            /* > 0; HUGE_VAL: no limit */
    const double *power_w;    /* [modules] >= 0; NULL: none */
    const int *circuit;       /* [sites] 0 .. circuits-1, -1: no limit; NULL: none has one */
    const double *circuit_w;  /* [circuits] > 0 */
    int circuits;
    int least, most; /* stations; 0 <= least <= most */
};

struct placement_plan {
    int wanted;   /* how many of the best placements, >= 1 */
    bool by_site; /* they differ in sites; else modules on the same sites count as
                     different too */
    double gap;   /* relative; 0: exact. Subtrees that promise no more than this
                     above the worst kept   placement are left */
    long nodes;   /* of the tree at most; 0: no limit */
};

struct placement {
    int *module;   /* [sites] module, or -1 */
    double served; /* the objective, takers a day */
    double reach;  /* the same without the capacity rows */
    double cost;
};

struct placement_result {
    int found;
    struct placement *best; /* [found], most served first */
    double bound;           /* no placement serves more; best[0].served if proven with gap 0 */
    bool proven;            /* false: the node limit was hit */
    long nodes;
};

/**
 * The best placements, best first.
 *
 * @param arena       holds the arrays of the result
 * @param[out] result untouched on error
 * @return OK; ERR_INFEASIBLE if no placement meets the rows; ERR_DOMAIN if a
 * bound above fails; ERR_PRECISION if the linear solver breaks down;
 * ERR_MEMORY.
 *
 * Exact to 1e-7 of all takers. Deterministic. Method: branch and bound on z;
 * the shares u are projected out by Benders cuts in closed form, with Lagrange
 * weights for the capacity rows; the n best come from one tree by no-good cuts
 * sum_{z^=1} (1 - z) + sum_{z^=0} z >= 1. Exponential in the worst case: with
 * 200 sites, 5,000 flows and 15 stations the relaxation takes a tenth of a
 * second, the proof from nothing more to a minute, by how far the two are
 * apart; gap and nodes cut it short.
 * Source: Hodgson 1990; Berman, Larson & Fouska 1992 (model); Fischetti, Ljubic & Sinnl 2017,
 * Redesigning Benders Decomposition for Large-Scale Facility Location (method).
 */
enum status placement_solve(const struct placement_problem *problem,
                            const struct placement_plan *plan, struct arena *arena,
                            struct placement_result *result);

/** The most takers any placement within budget, circuits and count can reach,
 * capacities left aside.
 * @return as placement_solve. */
enum status placement_bound(const struct placement_problem *problem, double *reach);

/** Takers that come to each site if everyone picks the most acceptable station
 * (ties: lowest site); their sum is the reach of that placement. open[sites],
 * load[sites]. O(flows sites). */
double placement_loads(const struct placement_problem *problem, const bool open[], double load[]);

#endif
