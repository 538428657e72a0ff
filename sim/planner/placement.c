/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement.h"

#include "planner/placement_tree.h"

#include <math.h>
#include <string.h>

static bool all_at_least(int n, const double x[], double low)
{
    for (int i = 0; i < n && x; i++)
        if (!(x[i] >= low && x[i] <= 1e300))
            return false;
    return true;
}

static bool sound_circuits(const struct placement_problem *problem)
{
    for (int j = 0; j < problem->sites && problem->circuit; j++)
        if (problem->circuit[j] < -1 || problem->circuit[j] >= problem->circuits)
            return false;
    return all_at_least(problem->circuits, problem->circuit_w, 1e-300);
}

static bool sound(const struct placement_problem *problem, const struct placement_plan *plan)
{
    if (problem->sites < 1 || problem->flows < 1 || problem->modules < 1 || problem->least < 0
        || problem->least > problem->most || !(problem->budget > 0) || plan->wanted < 1
        || !(plan->gap >= 0) || plan->nodes < 0)
        return false;
    for (size_t i = 0; i < (size_t)problem->flows * problem->sites; i++)
        if (!(problem->acceptance[i] >= 0 && problem->acceptance[i] <= 1))
            return false;
    return sound_circuits(problem) && all_at_least(problem->flows, problem->takers, 0)
           && all_at_least(problem->modules, problem->capacity, 1e-300)
           && all_at_least(problem->modules, problem->cost, 0)
           && all_at_least(problem->sites, problem->site_cost, 0)
           && all_at_least(problem->modules, problem->power_w, 0);
}

double placement_loads(const struct placement_problem *problem, const bool open[], double load[])
{
    double reach = 0;

    memset(load, 0, (size_t)problem->sites * sizeof *load);
    for (int q = 0; q < problem->flows; q++) {
        const double *acceptance = problem->acceptance + (size_t)q * problem->sites;
        int best = -1;
        for (int j = 0; j < problem->sites; j++)
            if (open[j] && acceptance[j] > (best < 0 ? 0 : acceptance[best]))
                best = j;
        if (best < 0)
            continue;
        load[best] += problem->takers[q] * acceptance[best];
        reach += problem->takers[q] * acceptance[best];
    }
    return reach;
}

static double cost_of(const struct placement_problem *problem, const int module[])
{
    double sum = 0;

    for (int j = 0; j < problem->sites; j++)
        if (module[j] >= 0)
            sum += (problem->cost ? problem->cost[module[j]] : 0)
                   + (problem->site_cost ? problem->site_cost[j] : 0);
    return sum;
}

/* From shares of all takers back to takers. */
static void report(const struct placement_problem *problem, const struct placement_tree *tree,
                   double all, struct placement_result *result)
{
    int sites = problem->sites;
    bool open[sites];
    double load[sites];

    *result = (struct placement_result){
        .found = tree->kept.n, .best = tree->kept.best, .proven = !tree->cut_short, .nodes = tree->nodes};
    for (int i = 0; i < tree->kept.n; i++) {
        struct placement *it = &tree->kept.best[i];
        for (int j = 0; j < sites; j++)
            open[j] = it->module[j] >= 0;
        it->served *= all;
        it->reach = placement_loads(problem, open, load);
        it->cost = cost_of(problem, it->module);
    }
    result->bound = fmax(tree->kept.beyond * all, tree->kept.n ? tree->kept.best[0].served : 0);
}

static enum status solve(const struct placement_problem *problem, const struct placement_plan *plan,
                         struct arena *arena, struct arena *scratch,
                         struct placement_result *result)
{
    struct placement_cover cover;
    struct placement_master master;
    struct placement_tree tree;

    TRY(placement_cover_open(&cover, scratch, problem));
    TRY(placement_master_open(&master, scratch, problem, &cover));
    enum status status = placement_tree_search(&tree, arena, &master, plan);
    placement_master_close(&master);
    TRY(status);
    if (!tree.kept.n && !tree.cut_short)
        return ERR_INFEASIBLE;
    report(problem, &tree, cover.all, result);
    return OK;
}

enum status placement_solve(const struct placement_problem *problem,
                            const struct placement_plan *plan, struct arena *arena,
                            struct placement_result *result)
{
    struct arena scratch = {0};

    if (!sound(problem, plan))
        return ERR_DOMAIN;
    enum status status = solve(problem, plan, arena, &scratch, result);
    arena_free(&scratch);
    return status;
}

enum status placement_bound(const struct placement_problem *problem, double *reach)
{
    struct placement_plan plan = {.wanted = 1, .by_site = true};
    struct placement_problem endless = *problem;
    struct placement_result result;
    struct arena arena = {0};

    endless.capacity = NULL;
    enum status status = placement_solve(&endless, &plan, &arena, &result);
    if (status == OK)
        *reach = result.bound;
    arena_free(&arena);
    return status;
}
