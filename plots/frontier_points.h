/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_FRONTIER_POINTS_H
#define PLOTS_FRONTIER_POINTS_H

#include "plots/choice_parts.h"

/* The designs of a search, ordered by cost, as the chart of the frontier needs them. */
enum { FINALISTS_MOST = 8, FINALISTS_PT = 150, CLASSES_MOST = 4 };

struct frontier {
    int n, meeting;
    const struct choice_point **by_cost; /* [n]: those with a cost and a goal */
    double *best;                        /* [n]: the best goal that so much buys; NAN: none yet */
    const struct choice_point *cheapest; /* that meets all; NULL: none does */
    const struct choice_point *finalist[FINALISTS_MOST]; /* by rank */
    int n_finalists;
    int n_classes,
        stations[CLASSES_MOST]; /* of those that meet; the last class holds all above too */
    bool more;                  /* so it does */
};

/** @return OK or ERR_MEMORY; give it to frontier_free whatever is returned. O(n log n) */
enum status frontier_of(const struct choice_picture *picture, struct frontier *frontier);
void frontier_free(struct frontier *frontier);

/** The class of a point that meets all: an index. */
int frontier_class(const struct frontier *frontier, const struct choice_point *point);

/** Whether a goal of a is better than one of b. */
bool frontier_better(const struct choice_picture *picture, double a, double b);

/** How many of the finalists, best first, have their names whole in a column from `top` down. */
int frontier_listed(const struct frontier *frontier, double top);

/** The finalists by number, name, goal and cost: a column FINALISTS_PT wide. */
void frontier_draw_finalists(const struct choice_picture *picture, const struct frontier *frontier,
                             struct sheet *sheet, double x, double top);

/** What the title says. */
void frontier_find(const struct choice_picture *picture, const struct frontier *frontier,
                   struct text *finding);

/** Adds a goal or a cost with its unit. */
/** What stands along: where the goal is a cost itself, it's the part that is fixed. */
const char *frontier_cost_name(void);
void frontier_goal(struct text *out, const struct choice_picture *picture, double goal);
void frontier_cost(struct text *out, const struct choice_picture *picture, double cost);

#endif
