/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement_tree.h"

#include "planner/placement_capacity.h"

#include <math.h>
#include <string.h>

/* A violated cut can come back for ever within the linear solver's tolerance: after so many rounds a node
 * goes on with the bound it has, which is only less tight. */
enum { CUT_ROUNDS_MOST = 100 };

static const double integral = 1e-6, exact = 1e-9, tight = 1e-7;

/* --- what is kept ------------------------------------------------------------------------------------- */

static double cutoff(const struct placement_tree *tree)
{
    return tree->kept < tree->plan->wanted ? -1 : tree->best[tree->kept - 1].served;
}

/* Whether a subtree that promises at most `bound` can be left. */
static bool hopeless(struct placement_tree *tree, double bound)
{
    double worst = cutoff(tree);

    if (bound > worst + exact + tree->plan->gap * fabs(worst))
        return false;
    if (bound > worst + exact)
        tree->beyond = fmax(tree->beyond, bound);
    return true;
}

static bool same_sites(const struct placement *a, const struct placement *b, int sites)
{
    for (int j = 0; j < sites; j++)
        if ((a->module[j] < 0) != (b->module[j] < 0))
            return false;
    return true;
}

/* Which kept placement a new one takes the place of: its own sites', the worst, or a free one. -1: none. */
static int place_for(const struct placement_tree *tree, const struct placement *fresh)
{
    for (int i = 0; i < tree->kept && tree->plan->by_site; i++)
        if (same_sites(&tree->best[i], fresh, tree->master->cover->sites))
            return fresh->served > tree->best[i].served ? i : -1;
    if (tree->kept < tree->plan->wanted)
        return tree->kept;
    return fresh->served > cutoff(tree) ? tree->kept - 1 : -1;
}

static void keep(struct placement_tree *tree, const struct placement *fresh)
{
    int at = place_for(tree, fresh);

    if (at < 0)
        return;
    tree->kept += at == tree->kept;
    struct placement kept = tree->best[at];
    kept.served = fresh->served;
    memcpy(kept.module, fresh->module, (size_t)tree->master->cover->sites * sizeof *kept.module);
    for (; at > 0 && tree->best[at - 1].served < kept.served; at--)
        tree->best[at] = tree->best[at - 1];
    tree->best[at] = kept;
}

/* --- integral solutions ------------------------------------------------------------------------------- */

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

/* What the modules of the last solution really serve is kept, and told to the program as a cut. */
static enum status judge(struct placement_tree *tree, double *served)
{
    struct placement_master *master = tree->master;
    int sites = master->cover->sites, module[sites];
    double capacity[sites], open[sites], w[sites];

    read_modules(master, module, capacity);
    for (int j = 0; j < sites; j++)
        open[j] = module[j] >= 0;
    TRY(placement_capacity_served(master->cover, capacity, open, w, served));
    keep(tree, &(struct placement){.module = module, .served = *served});
    if (master->limited && master->objective > *served + exact)
        placement_master_cut_weighted(master, w, open);
    return OK;
}

/* --- branching ---------------------------------------------------------------------------------------- */

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

/* By how much the objective falls at least when basic column c is pushed up or down by `way`: one
 * step of the dual simplex. The row of the tableau is in index[n], row[n]. */
static double fall(const struct placement_master *master, int n, double way)
{
    glp_prob *program = master->program;
    int rows = glp_get_num_rows(program);
    int at = glp_dual_rtest(program, n, master->index, master->row, way > 0 ? 1 : -1, exact);

    if (!at)
        return 1;
    int k = master->index[at];
    double cost = k <= rows ? glp_get_row_dual(program, k) : glp_get_col_dual(program, k - rows);
    return fmin(1, fabs(cost * way / master->row[at]));
}

static bool is_fractional(const struct placement_master *master, int column)
{
    double x = glp_get_col_prim(master->program, column);
    return fabs(x - round(x)) > integral;
}

static bool any_fractional(const struct placement_master *master, int first, int last)
{
    for (int c = first; c <= last; c++)
        if (is_fractional(master, c))
            return true;
    return false;
}

/* The fractional column of first .. last whose two branches promise the greatest falls (Driebeck &
 * Tomlin), the lowest of several; 0 if all are integral. */
static int branching_column(const struct placement_master *master, int first, int last)
{
    int best = 0;
    double most = -1;

    if (!glp_bf_exists(master->program) && glp_factorize(master->program))
        return first;
    for (int c = first; c <= last; c++) {
        if (!is_fractional(master, c))
            continue;
        double x = glp_get_col_prim(master->program, c);
        int row = glp_get_num_rows(master->program) + c;
        int n = glp_eval_tab_row(master->program, row, master->index, master->row);
        double score = fmax(fall(master, n, 1 - x), tight) * fmax(fall(master, n, -x), tight);
        if (score > most) {
            most = score;
            best = c;
        }
    }
    return best;
}

/* Sites whose reduced cost shows that changing them can't beat the worst kept placement. */
static void fix_by_cost(struct placement_tree *tree)
{
    struct placement_master *master = tree->master;
    double slack = master->objective - cutoff(tree) - exact;

    for (int j = 0; j < master->cover->sites && cutoff(tree) >= 0; j++) {
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
        tree->beyond = fmax(tree->beyond, promise);
        tree->cut_short = true;
        return true;
    }
    tree->nodes++;
    return false;
}

/* All sites are fixed. By site the best modules are wanted, else one placement after the other. */
static enum status explore_modules(struct placement_tree *tree, double promise)
{
    struct placement_master *master = tree->master;
    int sites = master->cover->sites, modules = master->problem->modules;

    if (spent(tree, promise))
        return OK;
    for (int cuts = 0;;) {
        TRY(placement_master_solve(master));
        if (hopeless(tree, master->objective))
            return OK;
        if (cuts++ < CUT_ROUNDS_MOST && placement_master_cut(master, master->x, exact))
            continue;
        if (modules > 1 && any_fractional(master, 1 + sites, sites + sites * modules))
            return branch(tree, branching_column(master, 1 + sites, sites + sites * modules),
                          explore_modules);
        double promised = master->objective, served;
        TRY(judge(tree, &served));
        if (tree->plan->by_site && promised <= served + tight)
            return OK;
        placement_master_forbid_modules(master);
    }
}

static enum status explore_sites(struct placement_tree *tree, double promise);

/* The sites of the last solution, with all their modules, are dealt with and then forbidden. */
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
    double left = tree->master->objective - cutoff(tree);
    return fractional && cutoff(tree) >= 0 ? 0.2 * left : exact;
}

static enum status explore_sites(struct placement_tree *tree, double promise)
{
    struct placement_master *master = tree->master;
    int sites = master->cover->sites;

    if (spent(tree, promise))
        return OK;
    for (int cuts = 0;;) {
        TRY(placement_master_solve(master));
        if (hopeless(tree, master->objective))
            return OK;
        placement_master_purge(master);
        bool fractional = any_fractional(master, 1, sites);
        if (cuts++ < CUT_ROUNDS_MOST &&
            placement_master_cut(master, master->x, worth_cutting(tree, fractional)))
            continue;
        if (fractional) {
            int column = branching_column(master, 1, sites);
            fix_by_cost(tree);
            return branch(tree, column, explore_sites);
        }
        TRY(close_sites(tree));
        cuts = 0;
        if (tree->cut_short)
            return OK;
    }
}

/* --- root ----------------------------------------------------------------------------------------------- */

/* Cuts made a way behind the solution, towards where it has been, bite deeper (Ben-Ameur & Neto). */
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
        if (!placement_master_cut(master, behind, tight) &&
            !placement_master_cut(master, master->x, tight))
            return OK;
    }
    return OK;
}

/* First among the sites the relaxation uses: it's quick, and what it keeps prunes the rest. */
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

    *tree = (struct placement_tree){.master = master, .plan = plan, .beyond = -1};
    TAKE(arena, tree->best, plan->wanted);
    for (int i = 0; i < plan->wanted; i++)
        TAKE(arena, tree->best[i].module, sites);
    TAKE(arena, tree->trail, sites * (1 + master->problem->modules));
    TAKE(arena, core, sites);
    TRY(sharpen_root(tree, core));
    double promise = master->objective;
    if (promise == -HUGE_VAL)
        return OK;
    TRY(search_likely_sites(tree));
    TRY(explore_sites(tree, promise));
    return OK;
}
