/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement_master.h"

#include <math.h>
#include <stdlib.h>

enum { ROOM_FOR_ROUNDS = 10 };

/* The solver lets a row be violated by 1e-7; on this scale that's a ten
 * thousand millionth of all takers. */
static const double scale = 1000;

/* Starts a row with the slopes of the present cut. */
static int put_slopes(struct placement_master *master)
{
    int n = 0;

    for (int j = 0; j < master->cover->sites; j++)
        placement_master_put(master, &n, placement_master_site(master, j),
                             -scale * master->cut.slope[j]);
    return n;
}

static void add_cut(struct placement_master *master, int n)
{
    placement_master_row(master, n, GLP_UP, 0, scale * master->cut.constant);
}

static double cut_group(struct placement_master *master, int group, const double y[])
{
    const struct placement_cover *cover = master->cover;

    placement_cover_cut(cover, placement_cover_first(cover, group),
                        placement_cover_first(cover, group + 1), NULL, y, &master->cut);
    return glp_get_col_prim(master->program, master->value_col + group)
           - placement_cut_at(&master->cut, cover->sites, master->x);
}

static double served_at(const struct placement_master *master, int j)
{
    return glp_get_col_prim(master->program, master->served_col + j);
}

static void add_weighted(struct placement_master *master, const double w[])
{
    int n = put_slopes(master);

    for (int j = 0; j < master->cover->sites; j++)
        placement_master_put(master, &n, master->served_col + j, scale * w[j]);
    add_cut(master, n);
}

void placement_master_cut_weighted(struct placement_master *master, const double w[],
                                   const double y[])
{
    placement_cover_cut(master->cover, 0, master->cover->flows, w, y, &master->cut);
    add_weighted(master, w);
}

/* A place at j costs what the capacity row says; a taker sent there is worth
 * the rest. */
static bool read_weights(struct placement_master *master)
{
    bool priced = false;

    for (int j = 0; j < master->cover->sites; j++) {
        double price = glp_get_row_dual(master->program, master->capacity_row + j);
        master->w[j] = 1 - fmin(1, fmax(0, price));
        priced |= master->w[j] < 1 - 1e-9;
    }
    return priced;
}

static int cut_by_prices(struct placement_master *master, const double y[], double tolerance)
{
    double served = 0;

    if (!master->limited || !read_weights(master))
        return 0;
    for (int j = 0; j < master->cover->sites; j++)
        served += master->w[j] * served_at(master, j);
    placement_cover_cut(master->cover, 0, master->cover->flows, master->w, y, &master->cut);
    if (served <= placement_cut_at(&master->cut, master->cover->sites, master->x) + tolerance)
        return 0;
    add_weighted(master, master->w);
    return 1;
}

int placement_master_cut(struct placement_master *master, const double y[], double tolerance)
{
    int groups = master->cover->groups, added = 0;

    if (!master->moved)
        return 0;
    added = cut_by_prices(master, y, tolerance);
    for (int g = 0; g < groups; g++) {
        if (cut_group(master, g, y) <= tolerance / groups)
            continue;
        int n = put_slopes(master);
        placement_master_put(master, &n, master->value_col + g, scale);
        add_cut(master, n);
        added++;
    }
    return added;
}

static void forbid(struct placement_master *master, int n, int chosen)
{
    placement_master_row(master, n, GLP_LO, 1 - chosen, 0);
}

void placement_master_forbid_sites(struct placement_master *master, const double x[])
{
    int n = 0, chosen = 0;

    for (int j = 0; j < master->cover->sites; j++) {
        bool open = x[j] > 0.5;
        placement_master_put(master, &n, placement_master_site(master, j), open ? -1 : 1);
        chosen += open;
    }
    forbid(master, n, chosen);
}

void placement_master_forbid_modules(struct placement_master *master)
{
    const struct placement_problem *problem = master->problem;
    int n = 0, chosen = 0;

    for (int j = 0; j < problem->sites; j++)
        for (int m = 0; m < problem->modules; m++) {
            int column = placement_master_module(master, j, m);
            bool open = glp_get_col_prim(master->program, column) > 0.5;
            placement_master_put(master, &n, column, open ? -1 : 1);
            chosen += open;
        }
    forbid(master, n, chosen);
}

/* Rows that forbid are bounded from below, cuts from above. */
static void drop_loose(struct placement_master *master)
{
    glp_prob *program = master->program;
    int rows = glp_get_num_rows(program), n = 0;
    int *gone = malloc(((size_t)rows + 1) * sizeof *gone);

    for (int row = master->own_rows + 1; row <= rows && gone; row++)
        if (glp_get_row_type(program, row) == GLP_UP && glp_get_row_stat(program, row) == GLP_BS)
            gone[++n] = row;
    if (n)
        glp_del_rows(program, n, gone);
    free(gone);
    master->rows_most = (rows - n) * 2 + ROOM_FOR_ROUNDS * master->cover->groups;
}

void placement_master_purge(struct placement_master *master)
{
    if (glp_get_num_rows(master->program) > master->rows_most)
        drop_loose(master);
}

void placement_master_settle(struct placement_master *master)
{
    drop_loose(master);
    master->own_rows = glp_get_num_rows(master->program);
}
