/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/frontier_points.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int by_cost(const void *a, const void *b)
{
    const struct choice_point *p = *(const struct choice_point *const *)a;
    const struct choice_point *q = *(const struct choice_point *const *)b;
    if (p->cost != q->cost)
        return p->cost < q->cost ? -1 : 1;
    return (p > q) - (p < q);
}

bool frontier_better(const struct choice_picture *picture, double a, double b)
{
    return picture->goal_better < 0 ? a < b : a > b;
}

/* Where nothing meets all that's required the frontier is that of all designs. */
static void walk(const struct choice_picture *picture, struct frontier *frontier)
{
    double best = NAN;

    for (int i = 0; i < frontier->n; i++) {
        const struct choice_point *point = frontier->by_cost[i];
        bool counts = point->meets || !frontier->meeting;
        if (counts && (isnan(best) || frontier_better(picture, point->goal, best)))
            best = point->goal;
        frontier->best[i] = best;
        const struct choice_point *cheapest = frontier->cheapest;
        if (point->meets
            && (!cheapest
                || (point->cost == cheapest->cost
                    && frontier_better(picture, point->goal, cheapest->goal))))
            frontier->cheapest = point;
    }
}

static void add_finalist(struct frontier *frontier, const struct choice_point *point)
{
    int k = frontier->n_finalists;

    while (k > 0 && frontier->finalist[k - 1]->finalist > point->finalist)
        k--;
    if (k == FINALISTS_MOST)
        return;
    frontier->n_finalists += frontier->n_finalists < FINALISTS_MOST;
    memmove(&frontier->finalist[k + 1], &frontier->finalist[k],
            sizeof frontier->finalist[0] * (size_t)(frontier->n_finalists - k - 1));
    frontier->finalist[k] = point;
}

static void add_class(struct frontier *frontier, int stations)
{
    int k = 0;

    while (k < frontier->n_classes && frontier->stations[k] < stations)
        k++;
    if (k < frontier->n_classes && frontier->stations[k] == stations)
        return;
    frontier->more |= frontier->n_classes == CLASSES_MOST;
    if (k == CLASSES_MOST)
        return;
    frontier->n_classes += frontier->n_classes < CLASSES_MOST;
    memmove(&frontier->stations[k + 1], &frontier->stations[k],
            sizeof frontier->stations[0] * (size_t)(frontier->n_classes - k - 1));
    frontier->stations[k] = stations;
}

int frontier_class(const struct frontier *frontier, const struct choice_point *point)
{
    int k = 0;

    while (k + 1 < frontier->n_classes && frontier->stations[k] < point->stations)
        k++;
    return k;
}

enum status frontier_of(const struct choice_picture *picture, struct frontier *frontier)
{
    size_t room = picture->n_points ? (size_t)picture->n_points : 1;

    *frontier = (struct frontier){.by_cost = calloc(room, sizeof *frontier->by_cost),
                                  .best = calloc(room, sizeof *frontier->best)};
    if (!frontier->by_cost || !frontier->best)
        return ERR_MEMORY;
    for (int i = 0; i < picture->n_points; i++) {
        const struct choice_point *point = &picture->point[i];
        if (!isfinite(point->cost) || !isfinite(point->goal))
            continue;
        frontier->by_cost[frontier->n++] = point;
        frontier->meeting += point->meets;
        if (point->finalist > 0)
            add_finalist(frontier, point);
        if (point->meets)
            add_class(frontier, point->stations);
    }
    qsort(frontier->by_cost, (size_t)frontier->n, sizeof *frontier->by_cost, by_cost);
    walk(picture, frontier);
    return OK;
}

void frontier_free(struct frontier *frontier)
{
    free(frontier->by_cost);
    free(frontier->best);
    *frontier = (struct frontier){0};
}
