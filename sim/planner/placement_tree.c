/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement_tree.h"

#include "planner/placement_capacity.h"

#include <math.h>

/* A violated cut can come back for ever within the linear solver's tolerance:
 * after so many rounds a node goes on with the bound it has, which is only less
 * tight. */
enum { CUT_ROUNDS_MOST = 100 };

static const double integral = 1e-6, exact = 1e-9, tight = 1e-7;

/* --- integral solutions ---------------------------------------------------------------------- */

static void read_modules(const struct placement_master *master, int module[], double capacity[])
{
    int modules = master->problem->modules;

    for (int j = 0; j < master->cover->sites; j++) {
        module[j] = -1;
        for (int m = 0; m < modules; m++) {
            int column = placement_master_module(master, j, m);
            if (glp_get_col_prim(master->program, column) > 0.5) {
                module[j] = m;
                capacity[j] = master->room[j * modules + m];
            }
        }
    }
}

/* What the modules of the last solution really serve is kept, and told to the
 * program as a cut. */
static enum status judge(struct placement_tree *tree, double *served)
{
    struct placement_master *master = tree->master;
    int sites = master->cover->sites, module[sites];
    double capacity[sites], open[sites], w[sites];

    read_modules(master, module, capacity);
    for (int j = 0; j < sites; j++)
        open[j] = module[j] >= 0;
    TRY(placement_capacity_served(master->cover, capacity, open, w, served));
    placement_kept_add(&tree->kept, module, *served);
    if (master->limited && master->objective > *served + exact)
        placement_master_cut_weighted(master, w, open);
    return OK;
}

/* --- branching ------------------------------------------------------------------------------- */

static void fix(struct placement_tree *tree, int column, int value)
{
    glp_set_col_bnds(tree->master->program, column, GLP_FX, value, value);
    tree->trail[tree->fixed++] = column;
}

static void unfix(struct placement_tree *tree, int down_to)
{
    while (tree->fixed > down_to)
        glp_set_col_bnds(tree->master->program, tree->trail[--tree->fixed], GLP_DB, 0, 1);
}

/* The most fractional of columns first .. last, the lowest of several; 0 if all
 * are integral. */
static int most_fractional(const struct placement_master *master, int first, int last)
{
    int best = 0;
    double most = integral;

    for (int c = first; c <= last; c++) {
        double x = glp_get_col_prim(master->program, c), off = fabs(x - round(x));
        if (off > most) {
            most = off;
            best = c;
        }
    }
    return best;
}

/* Sites whose reduced cost shows that changing them can't beat the worst kept
 * placement. */
static void fix_by_cost(struct placement_tree *tree)
{
    struct placement_master *master = tree->master;
    double slack = master->objective - placement_kept_cutoff(&tree->kept) - exact;

    for (int j = 0; j < master->cover->sites && placement_kept_cutoff(&tree->kept) >= 0; j++) {
        int column = placement_master_site(master, j);
        double cost = glp_get_col_dual(master->program, column);
        if (glp_get_col_type(master->program, column) != GLP_FX && fabs(cost) > slack + 1e-7)
            fix(tree, column, cost > 0);
    }
}

typedef enum status explorer(struct placement_tree *tree, double promise);

static enum status branch(struct placement_tree *tree, int column, explorer *explore)
{
    double promise = tree->master->objective;

    for (int value = 1; value >= 0; value--) {
        int before = tree->fixed;
        fix(tree, column, value);
        TRY(explore(tree, promise));
        unfix(tree, before);
    }
    return OK;
}

/* Counts a node; true if there may be no more. */
static bool spent(struct placement_tree *tree, double promise)
{
    if (tree->plan->nodes && tree->nodes >= tree->plan->nodes) {
        tree->kept.beyond = fmax(tree->kept.beyond, promise);
        tree->cut_short = true;
        return true;
    }
    tree->nodes++;
    return false;
}

/* All sites are fixed. By site the best modules are wanted, else one placement
 * after the other. */
static enum status explore_modules(struct placement_tree *tree, double promise)
{
    struct placement_master *master = tree->master;
    int sites = master->cover->sites, modules = master->problem->modules;

    if (spent(tree, promise))
        return OK;
    for (int cuts = 0;;) {
        TRY(placement_master_solve(master));
        if (placement_kept_hopeless(&tree->kept, master->objective))
            return OK;
        if (cuts++ < CUT_ROUNDS_MOST && placement_master_cut(master, master->x, exact))
            continue;
        int column = modules > 1 ? most_fractional(master, 1 + sites, sites + sites * modules) : 0;
        if (column)
            return branch(tree, column, explore_modules);
        double promised = master->objective, served;
        TRY(judge(tree, &served));
        if (tree->plan->by_site && promised <= served + tight)
            return OK;
        placement_master_forbid_modules(master);
    }
}

static enum status explore_sites(struct placement_tree *tree, double promise);

/* The sites of the last solution, with all their modules, are dealt with and
 * then forbidden. */
static enum status close_sites(struct placement_tree *tree)
{
    struct placement_master *master = tree->master;
    int sites = master->cover->sites, before = tree->fixed;
    double open[sites];

    for (int j = 0; j < sites; j++) {
        int column = placement_master_site(master, j);
        open[j] = master->x[j] > 0.5;
        if (glp_get_col_type(master->program, column) != GLP_FX)
            fix(tree, column, (int)open[j]);
    }
    TRY(explore_modules(tree, master->objective));
    unfix(tree, before);
    placement_master_forbid_sites(master, open);
    return OK;
}

/* Cuts pay where they take a good part of what is left to prove. */
static double worth_cutting(const struct placement_tree *tree, bool fractional)
{
    double left = tree->master->objective - placement_kept_cutoff(&tree->kept);
    return fractional && placement_kept_cutoff(&tree->kept) >= 0 ? 0.2 * left : exact;
}

static enum status explore_sites(struct placement_tree *tree, double promise)
{
    struct placement_master *master = tree->master;
    int sites = master->cover->sites;
    double before = HUGE_VAL;

    if (spent(tree, promise))
        return OK;
    for (int cuts = 0;;) {
        TRY(placement_master_solve(master));
        if (placement_kept_hopeless(&tree->kept, master->objective))
            return OK;
        placement_master_purge(master);
        int column = most_fractional(master, 1, sites);
        double worth = worth_cutting(tree, column);
        bool pays = !column || before - master->objective > worth / 2;
        before = master->objective;
        if (pays && cuts++ < CUT_ROUNDS_MOST && placement_master_cut(master, master->x, worth))
            continue;
        if (column) {
            fix_by_cost(tree);
            return branch(tree, column, explore_sites);
        }
        TRY(close_sites(tree));
        cuts = 0;
        if (tree->cut_short)
            return OK;
    }
}

/* --- root ------------------------------------------------------------------------------------ */

/* Cuts made a way behind the solution, towards where it has been, bite deeper
 * (Ben-Ameur & Neto). */
static enum status sharpen_root(struct placement_tree *tree, double core[])
{
    enum { ROUNDS_MOST = 500 };
    struct placement_master *master = tree->master;
    int sites = master->cover->sites;
    double behind[sites];

    for (int round = 0; round < ROUNDS_MOST; round++) {
        TRY(placement_master_solve(master));
        if (master->objective == -HUGE_VAL)
            return OK;
        placement_master_purge(master);
        for (int j = 0; j < sites; j++) {
            core[j] = round ? (core[j] + master->x[j]) / 2 : master->x[j];
            behind[j] = 0.3 * master->x[j] + 0.7 * core[j];
        }
        if (!placement_master_cut(master, behind, tight)
            && !placement_master_cut(master, master->x, tight))
            return OK;
    }
    return OK;
}

/* First among the sites the relaxation uses: it's quick, and what it keeps
 * prunes the rest. */
static enum status search_likely_sites(struct placement_tree *tree)
{
    struct placement_master *master = tree->master;
    int before = tree->fixed;

    for (int j = 0; j < master->cover->sites; j++)
        if (master->x[j] < integral)
            fix(tree, placement_master_site(master, j), 0);
    TRY(explore_sites(tree, master->objective));
    unfix(tree, before);
    return OK;
}

enum status placement_tree_search(struct placement_tree *tree, struct arena *arena,
                                  struct placement_master *master,
                                  const struct placement_plan *plan)
{
    int sites = master->cover->sites;
    double *core;

    *tree = (struct placement_tree){.master = master, .plan = plan};
    TRY(placement_kept_open(&tree->kept, arena, plan, sites));
    TAKE(arena, tree->trail, sites * (1 + master->problem->modules));
    TAKE(arena, core, sites);
    TRY(sharpen_root(tree, core));
    double promise = master->objective;
    if (promise == -HUGE_VAL)
        return OK;
    placement_master_settle(master);
    TRY(search_likely_sites(tree));
    TRY(explore_sites(tree, promise));
    return OK;
}
