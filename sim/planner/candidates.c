/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/candidates.h"

#include <math.h>
#include <string.h>

/* Walks through every design with the right number of stations, site by site. */
struct tour {
    const struct space *space;
    int *x;
    enum status (*visit)(struct tour *tour);
    /* what visitors keep */
    double count;
    int most;
    struct arena *arena;
    struct design_list *list;
    const struct reach *reach;
    double bound;
};

static enum status walk_from(struct tour *tour, int site, int stations)
{
    const struct space *space = tour->space;

    if (site == space->sites)
        return stations >= space->least ? tour->visit(tour) : OK;
    for (tour->x[site] = 0; tour->x[site] <= (stations < space->most ? space->modules : 0); tour->x[site]++)
        TRY(walk_from(tour, site + 1, stations + (tour->x[site] > 0)));
    tour->x[site] = 0;
    return OK;
}

static enum status count_and_list(struct tour *tour)
{
    int *copy;

    if (!design_allowed(tour->space, tour->x))
        return OK;
    tour->count++;
    if (tour->list->n >= tour->most) {
        tour->list->n = tour->most + 1; /* too many: no list */
        return OK;
    }
    TAKE(tour->arena, copy, tour->space->sites);
    memcpy(copy, tour->x, (size_t)tour->space->sites * sizeof *copy);
    tour->list->x[tour->list->n++] = copy;
    return OK;
}

enum status candidates_all(const struct space *space, double limit, int most, struct arena *arena, double *allowed, struct design_list *list)
{
    struct tour tour = {.space = space, .visit = count_and_list, .most = most, .arena = arena, .list = list};

    *list = (struct design_list){0};
    *allowed = NAN;
    if (space->designs > limit)
        return OK;
    TAKE(arena, tour.x, space->sites + 1);
    TAKE(arena, list->x, most + 1);
    TRY(walk_from(&tour, 0, 0));
    *allowed = tour.count;
    if (list->n > most)
        list->n = 0;
    return OK;
}

/* --- by reach ----------------------------------------------------------------------------------------------- */

/* Allowed designs on a set of sites: modules one site after another, what they cost so far in hand. */
static double designs_on(const struct space *space, const int open[], int site, double cost)
{
    double sum = 0;

    while (site < space->sites && !open[site])
        site++;
    if (site == space->sites)
        return isnan(space->choice->budget) || cost <= space->choice->budget;
    for (int m = 1; m <= space->modules; m++)
        if (space->fits[site * space->modules + m - 1])
            sum += designs_on(space, open, site + 1, cost + space->module_cost[m]);
    return sum;
}

static double count_sets(const struct space *space, const struct reach *reach, double bound, int open[], int site, int stations)
{
    if (site == space->sites) {
        if (stations < space->least || reach_of(reach, open) > bound)
            return 0;
        return designs_on(space, open, 0, 0);
    }
    open[site] = 0;
    double sum = count_sets(space, reach, bound, open, site + 1, stations);
    if (stations < space->most) {
        open[site] = 1;
        sum += count_sets(space, reach, bound, open, site + 1, stations + 1);
        open[site] = 0;
    }
    return sum;
}

double candidates_out_of_reach(const struct space *space, const struct reach *reach, double bound, double limit)
{
    int open[256] = {0};

    if (space->designs > limit || space->sites > 256)
        return NAN;
    return count_sets(space, reach, bound, open, 0, 0);
}

/* --- starts --------------------------------------------------------------------------------------------------- */

/* The sites that add most to the reach, one after another. */
static void greedy_sites(const struct space *space, const struct reach *reach, int stations, int open[])
{
    memset(open, 0, (size_t)space->sites * sizeof *open);
    for (int n = 0; n < stations; n++) {
        int best = -1;
        double most = -1;
        for (int j = 0; j < space->sites; j++) {
            if (open[j])
                continue;
            open[j] = 1;
            double reached = reach_of(reach, open);
            open[j] = 0;
            if (reached > most) {
                most = reached;
                best = j;
            }
        }
        open[best] = 1;
    }
}

static enum status add_start(const struct space *space, const int open[], int kit, int staff, struct arena *arena, struct design_list *list)
{
    int *x, module = 1 + kit * space->staffs + staff;

    TAKE(arena, x, space->sites);
    for (int j = 0; j < space->sites; j++) {
        int fitting = module;
        /* another kit where this one's heaters are too much for the circuit */
        while (open[j] && fitting <= space->modules && !space->fits[j * space->modules + fitting - 1])
            fitting += space->staffs;
        x[j] = !open[j] ? 0 : fitting <= space->modules ? fitting : 1 + staff;
    }
    if (design_allowed(space, x))
        list->x[list->n++] = x;
    return OK;
}

enum status candidates_starts(const struct space *space, const struct reach *reach, struct arena *arena, struct design_list *list)
{
    int *open, kits = space->choice->kit.n;

    *list = (struct design_list){0};
    TAKE(arena, open, space->sites);
    TAKE(arena, list->x, (space->most - space->least + 1) * kits * 2 + 1);
    for (int n = space->most; n >= space->least; n--) {
        greedy_sites(space, reach, n, open);
        for (int k = 0; k < kits; k++) {
            TRY(add_start(space, open, k, 0, arena, list));
            if (space->staffs > 1)
                TRY(add_start(space, open, k, (space->staffs - 1 + 1) / 2, arena, list));
        }
    }
    return OK;
}
