/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_REACH_H
#define PLANNER_REACH_H

#include "experiment/study.h"

/* Who can be reached where: the flows of a scenario and the share of each that accepts the detour to a place. */
struct reach {
    int flows, sites;
    double *takers;     /* [flows] expected a day, over all kinds of day and temperatures */
    double *accepts;    /* [flows][sites] P(detour tolerance >= detour); 0 where there is no way */
    double wanted;      /* sum of takers */
};

/**
 * Flows to `sites` nodes. Takers are an upper bound: a share is at most 1, which is left out where a busy
 * day's multiplier would reach it.
 * @param node  [sites] places
 * @return OK; ERR_MEMORY. O(flows sites).
 */
enum status reach_open(const struct study *study, int sites, const int node[], struct arena *arena, struct reach *reach);

/** Takers with a station of the set within their detour: each goes to the one with the least.
 * @param open  [sites] nonzero: there is a station */
double reach_of(const struct reach *reach, const int open[]);

#endif
