/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/candidates.h"

#include "planner/placement.h"

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

/* What a module can serve on an average day, tightly staffed: a bound for the search to start from, no more. */
static double module_capacity(const struct space *space, int module)
{
    const struct scenario *scenario = space->study->scenario;
    const struct service *service = &scenario->service;
    double each_s = 1;

    if (service->greet_s.family != DIST_NONE)
        each_s += distribution_mean(&service->greet_s);
    if (service->hand_over_s.family != DIST_NONE)
        each_s += distribution_mean(&service->hand_over_s);
    /* Most come within half of the window. */
    return module_staff(space, module) * 0.5 * (scenario->window.closes_s - scenario->window.opens_s) / each_s;
}

static enum status describe(const struct space *space, const struct reach *reach, struct arena *arena, struct placement_problem *problem)
{
    const struct scenario *scenario = space->study->scenario;
    double *capacity, *power_w, *circuit_w;
    int *circuit;

    TAKE(arena, capacity, space->modules);
    TAKE(arena, power_w, space->modules);
    TAKE(arena, circuit_w, space->sites);
    TAKE(arena, circuit, space->sites);
    for (int m = 0; m < space->modules; m++) {
        capacity[m] = module_capacity(space, m + 1);
        power_w[m] = kit_power_w(scenario, choice_kit(space->choice, module_kit(space, m + 1)));
    }
    *problem = (struct placement_problem){.sites = space->sites, .flows = reach->flows, .modules = space->modules, .takers = reach->takers,
                                          .acceptance = reach->accepts, .capacity = capacity, .cost = space->module_cost + 1, .power_w = power_w,
                                          .budget = isnan(space->choice->budget) ? HUGE_VAL : space->choice->budget, .circuit = circuit,
                                          .circuit_w = circuit_w, .least = space->least, .most = space->most};
    for (int j = 0; j < space->sites; j++) {
        const struct node *node = site_node(scenario->site, space->choice->sites.item[j].index);
        double site_w = node->overload == TAKES_TURNS ? NAN : node->power_w;
        circuit[j] = isnan(site_w) ? -1 : problem->circuits;
        if (!isnan(site_w))
            circuit_w[problem->circuits++] = site_w > 0 ? site_w : 1e-9;
    }
    return OK;
}

static enum status add_start(const struct space *space, const int module[], struct arena *arena, struct design_list *list)
{
    int *x;

    TAKE(arena, x, space->sites);
    for (int j = 0; j < space->sites; j++)
        x[j] = module[j] + 1;
    if (design_allowed(space, x))
        list->x[list->n++] = x;
    return OK;
}

enum status candidates_starts(const struct space *space, const struct reach *reach, struct arena *arena, struct design_list *list)
{
    enum { WANTED = 6, NODES = 20000 };
    struct placement_problem problem;
    struct placement_result placed;
    struct placement_plan plan = {.wanted = WANTED, .by_site = true, .gap = 1e-3, .nodes = NODES};

    *list = (struct design_list){0};
    TAKE(arena, list->x, (space->most - space->least + 1) * WANTED + 1);
    TRY(describe(space, reach, arena, &problem));
    /* for each number of stations, since few and many stations are different hills to climb */
    for (int n = space->most; n >= space->least; n--) {
        problem.least = problem.most = n;
        enum status status = placement_solve(&problem, &plan, arena, &placed);
        if (status == ERR_INFEASIBLE)
            continue;
        TRY(status);
        for (int i = 0; i < placed.found; i++)
            TRY(add_start(space, placed.best[i].module, arena, list));
    }
    return OK;
}
