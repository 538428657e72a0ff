/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement_master.h"

#include <math.h>

int placement_master_site(const struct placement_master *master, int j)
{
    (void)master;
    return 1 + j;
}

int placement_master_module(const struct placement_master *master, int j, int m)
{
    const struct placement_problem *problem = master->problem;
    return problem->modules == 1 ? 1 + j : 1 + problem->sites + j * problem->modules + m;
}

/* --- building: entries are gathered in index[] and row[] from 1, as the solver wants them ---------- */

void placement_master_put(struct placement_master *master, int *n, int column, double x)
{
    if (x == 0)
        return;
    master->index[++*n] = column;
    master->row[*n] = x;
}

void placement_master_row(struct placement_master *master, int n, int type, double low, double high)
{
    int row = glp_add_rows(master->program, 1);
    glp_set_row_bnds(master->program, row, type, low, high);
    glp_set_mat_row(master->program, row, n, master->index, master->row);
}

static double module_cost(const struct placement_problem *problem, int j, int m)
{
    return (problem->cost ? problem->cost[m] : 0)
           + (problem->site_cost ? problem->site_cost[j] : 0);
}

static void add_module_rows(struct placement_master *master)
{
    const struct placement_problem *problem = master->problem;

    for (int j = 0; j < problem->sites && problem->modules > 1; j++) {
        int n = 0;
        placement_master_put(master, &n, placement_master_site(master, j), -1);
        for (int m = 0; m < problem->modules; m++)
            placement_master_put(master, &n, placement_master_module(master, j, m), 1);
        placement_master_row(master, n, GLP_FX, 0, 0);
    }
}

static void add_count_and_budget(struct placement_master *master)
{
    const struct placement_problem *problem = master->problem;
    int n = 0;

    for (int j = 0; j < problem->sites; j++)
        placement_master_put(master, &n, placement_master_site(master, j), 1);
    placement_master_row(master, n, problem->least < problem->most ? GLP_DB : GLP_FX,
                         problem->least, problem->most);
    if (problem->budget == HUGE_VAL)
        return;
    n = 0;
    for (int j = 0; j < problem->sites; j++)
        for (int m = 0; m < problem->modules; m++)
            placement_master_put(master, &n, placement_master_module(master, j, m),
                                 module_cost(problem, j, m) / problem->budget);
    placement_master_row(master, n, GLP_UP, 0, 1);
}

static void add_circuits(struct placement_master *master)
{
    const struct placement_problem *problem = master->problem;

    for (int c = 0; c < problem->circuits && problem->circuit && problem->power_w; c++) {
        int n = 0;
        for (int j = 0; j < problem->sites; j++)
            for (int m = 0; m < problem->modules && problem->circuit[j] == c; m++)
                placement_master_put(master, &n, placement_master_module(master, j, m),
                                     problem->power_w[m] / problem->circuit_w[c]);
        placement_master_row(master, n, GLP_UP, 0, 1);
    }
}

static void add_capacities(struct placement_master *master)
{
    const struct placement_problem *problem = master->problem;
    int modules = problem->modules, n = 0;

    master->capacity_row = 1 + glp_get_num_rows(master->program);
    for (int j = 0; j < problem->sites; j++) {
        n = 0;
        placement_master_put(master, &n, master->served_col + j, 1);
        for (int m = 0; m < modules; m++)
            placement_master_put(master, &n, placement_master_module(master, j, m),
                                 -master->room[j * modules + m]);
        placement_master_row(master, n, GLP_UP, 0, 0);
    }
    n = 0;
    for (int j = 0; j < problem->sites; j++)
        placement_master_put(master, &n, master->served_col + j, 1);
    for (int g = 0; g < master->cover->groups; g++)
        placement_master_put(master, &n, master->value_col + g, -1);
    placement_master_row(master, n, GLP_UP, 0, 0);
}

/* Everything that may come to each site, and from that whether any capacity can
 * bind. */
static void measure(struct placement_master *master)
{
    const struct placement_problem *problem = master->problem;
    const struct placement_cover *cover = master->cover;
    double *come = master->w;

    for (int q = 0; q < cover->flows; q++)
        for (int e = cover->start[q]; e < cover->start[q + 1]; e++)
            come[cover->site[e]] += cover->takers[q] * cover->acceptance[e];
    for (int j = 0; j < problem->sites; j++)
        for (int m = 0; m < problem->modules; m++) {
            double capacity = problem->capacity ? problem->capacity[m] / cover->all : HUGE_VAL;
            master->room[j * problem->modules + m] = fmin(capacity, come[j]);
            master->limited |= capacity < come[j];
        }
}

static void add_columns(struct placement_master *master)
{
    const struct placement_problem *problem = master->problem;
    const struct placement_cover *cover = master->cover;
    int binaries = problem->sites * (problem->modules == 1 ? 1 : 1 + problem->modules);

    glp_set_obj_dir(master->program, GLP_MAX);
    glp_add_cols(master->program, binaries + cover->groups + (master->limited ? cover->sites : 0));
    for (int c = 1; c <= binaries; c++)
        glp_set_col_bnds(master->program, c, GLP_DB, 0, 1);
    master->value_col = 1 + binaries;
    master->served_col = master->value_col + cover->groups;
    for (int g = 0; g < cover->groups; g++) {
        glp_set_col_bnds(master->program, master->value_col + g, GLP_DB, 0, 1);
        glp_set_obj_coef(master->program, master->value_col + g, master->limited ? 0 : 1);
    }
    for (int j = 0; j < cover->sites && master->limited; j++) {
        glp_set_col_bnds(master->program, master->served_col + j, GLP_DB, 0, 1);
        glp_set_obj_coef(master->program, master->served_col + j, 1);
    }
}

enum status placement_master_open(struct placement_master *master, struct arena *arena,
                                  const struct placement_problem *problem,
                                  const struct placement_cover *cover)
{
    size_t sites = (size_t)problem->sites, modules = (size_t)problem->modules;

    *master = (struct placement_master){.problem = problem, .cover = cover, .steps = -1};
    TAKE(arena, master->room, sites * modules);
    TAKE(arena, master->x, sites);
    TAKE(arena, master->w, sites);
    TAKE(arena, master->cut.slope, sites);
    TAKE(arena, master->row, sites * (2 + modules) + cover->groups + 1);
    TAKE(arena, master->index, sites * (2 + modules) + cover->groups + 1);
    measure(master);
    master->program = glp_create_prob();
    add_columns(master);
    add_module_rows(master);
    add_count_and_budget(master);
    add_circuits(master);
    if (master->limited)
        add_capacities(master);
    master->own_rows = glp_get_num_rows(master->program);
    return OK;
}

void placement_master_close(struct placement_master *master)
{
    if (master->program)
        glp_delete_prob(master->program);
    master->program = NULL;
}

/* --- solving --------------------------------------------------------------------------------- */

static bool simplex(struct placement_master *master, int method)
{
    glp_smcp how;

    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.meth = method;
    return glp_simplex(master->program, &how) == 0;
}

enum status placement_master_solve(struct placement_master *master)
{
    if (!simplex(master, GLP_DUALP)) {
        glp_std_basis(master->program);
        if (!simplex(master, GLP_PRIMAL))
            return ERR_PRECISION;
    }
    int steps = glp_get_it_cnt(master->program);
    master->moved = steps != master->steps;
    master->steps = steps;
    int state = glp_get_status(master->program);
    if (state != GLP_OPT && state != GLP_NOFEAS && state != GLP_INFEAS)
        return ERR_PRECISION;
    master->objective = state == GLP_OPT ? glp_get_obj_val(master->program) : -HUGE_VAL;
    for (int j = 0; j < master->cover->sites; j++)
        master->x[j] = glp_get_col_prim(master->program, placement_master_site(master, j));
    return OK;
}
