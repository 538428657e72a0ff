/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_PLACEMENT_COVER_H
#define PLANNER_PLACEMENT_COVER_H

#include "planner/placement.h"

/* What a set of sites can attract, and the cuts that say so. Internal to
 * placement.c.
 *
 * With weights w_j in [0, 1] and fractional sites x, flow q is worth
 * phi_q(w; x) = max { sum_j w_j a_qj u_j : u <= x, sum u <= 1 }, concave in x.
 */
struct placement_cover {
    int sites, flows, groups;
    int *start;                  /* [flows + 1] into site[] and acceptance[] */
    int *site;                   /* of each flow by falling acceptance, ties to the lowest site */
    double *acceptance, *takers; /* takers as shares of all */
    double all;                  /* takers of all flows; 1 if there are none */
};

/** sum_q f_q phi_q(w; x') <= constant + sum_j slope[j] x'_j for every x', with
 * equality at the x the cut was made for. */
struct placement_cut {
    double constant, *slope; /* [sites] */
};

/** Entries with acceptance 0 are left out. Flows fall into `groups` runs of
 * neighbours. */
enum status placement_cover_open(struct placement_cover *cover, struct arena *arena,
                                 const struct placement_problem *problem);

/** First flow of a group; of groups: the end. */
int placement_cover_first(const struct placement_cover *cover, int group);

/** The cut at x over flows first .. end - 1; w NULL means all 1. cut->slope is
 * the caller's. O(entries), with w times the sites in use. */
void placement_cover_cut(const struct placement_cover *cover, int first, int end, const double w[],
                         const double x[], struct placement_cut *cut);

/** Its right-hand side at x. */
double placement_cut_at(const struct placement_cut *cut, int sites, const double x[]);

#endif
