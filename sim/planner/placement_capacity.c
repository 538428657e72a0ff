/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement_capacity.h"

#include <glpk.h>

#include <math.h>
#include <string.h>

enum { ROUNDS_MOST = 1000 };

/* Below what the linear solver's own tolerance can still tell. */
static const double enough = 1e-8, violated = 1e-10;

/* Minimise sum_j capacity_j price_j + sum_g value_g over 0 <= price <= 1, where
 * value_g is supported from below by what the flows of g bring when each goes
 * to its best site at some prices. */
struct pricing {
    const struct placement_cover *cover;
    const double *capacity, *x;
    double *w;
    glp_prob *program; /* columns: price of each site, then value of each group */
    double *load;      /* [groups][sites] at the present prices */
    int *index;
    double *row; /* [sites + 2], from 1 */
};

static void load_group(const struct pricing *it, int group)
{
    const struct placement_cover *cover = it->cover;
    double *load = it->load + (size_t)group * cover->sites;
    int end = placement_cover_first(cover, group + 1);

    memset(load, 0, (size_t)cover->sites * sizeof *load);
    for (int q = placement_cover_first(cover, group); q < end; q++) {
        int best = -1;
        double worth = -1;
        for (int e = cover->start[q]; e < cover->start[q + 1]; e++) {
            int j = cover->site[e];
            if (it->x[j] > 0.5 && it->w[j] * cover->acceptance[e] > worth) {
                best = e;
                worth = it->w[j] * cover->acceptance[e];
            }
        }
        if (best >= 0)
            load[cover->site[best]] += cover->takers[q] * cover->acceptance[best];
    }
}

/* The Lagrange function at the present prices: an upper bound on what can be
 * served. */
static double priced(const struct pricing *it)
{
    double sum = 0;

    for (int j = 0; j < it->cover->sites; j++) {
        if (it->x[j] <= 0.5)
            continue;
        sum += (1 - it->w[j]) * it->capacity[j];
        for (int g = 0; g < it->cover->groups; g++)
            sum += it->w[j] * it->load[(size_t)g * it->cover->sites + j];
    }
    return sum;
}

static bool nobody_is_turned_away(const struct pricing *it)
{
    for (int j = 0; j < it->cover->sites; j++) {
        double load = 0;
        for (int g = 0; g < it->cover->groups; g++)
            load += it->load[(size_t)g * it->cover->sites + j];
        if (it->x[j] > 0.5 && load > it->capacity[j])
            return false;
    }
    return true;
}

static void program_open(struct pricing *it)
{
    int sites = it->cover->sites, groups = it->cover->groups;

    it->program = glp_create_prob();
    glp_add_cols(it->program, sites + groups);
    for (int j = 0; j < sites; j++) {
        bool open = it->x[j] > 0.5;
        glp_set_col_bnds(it->program, 1 + j, open ? GLP_DB : GLP_FX, 0, open ? 1 : 0);
        glp_set_obj_coef(it->program, 1 + j, open ? it->capacity[j] : 0);
    }
    for (int g = 0; g < groups; g++) {
        glp_set_col_bnds(it->program, 1 + sites + g, GLP_LO, 0, 0);
        glp_set_obj_coef(it->program, 1 + sites + g, 1);
    }
}

/* Returns whether the support was news to the program. */
static bool add_support(struct pricing *it, int group)
{
    int sites = it->cover->sites, n = 0;
    const double *load = it->load + (size_t)group * sites;
    double sum = 0, worth = 0;

    for (int j = 0; j < sites; j++)
        if (load[j] > 0) {
            it->index[++n] = 1 + j;
            it->row[n] = load[j];
            sum += load[j];
            worth += it->w[j] * load[j];
        }
    if (glp_get_col_prim(it->program, 1 + sites + group) >= worth - violated)
        return false;
    it->index[++n] = 1 + sites + group;
    it->row[n] = 1;
    int row = glp_add_rows(it->program, 1);
    glp_set_row_bnds(it->program, row, GLP_LO, sum, 0);
    glp_set_mat_row(it->program, row, n, it->index, it->row);
    return true;
}

static enum status next_prices(struct pricing *it, double *below)
{
    glp_smcp how;

    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.meth = GLP_DUALP;
    if (glp_simplex(it->program, &how) || glp_get_status(it->program) != GLP_OPT)
        return ERR_PRECISION;
    *below = glp_get_obj_val(it->program);
    for (int j = 0; j < it->cover->sites; j++)
        it->w[j] = 1 - glp_get_col_prim(it->program, 1 + j);
    return OK;
}

/* Everyone to the best site at the present prices; kept where that bounds the
 * answer more tightly. */
static void assign(struct pricing *it, double best_w[], double *served)
{
    for (int g = 0; g < it->cover->groups; g++)
        load_group(it, g);
    double above = priced(it);
    if (above < *served) {
        *served = above;
        memcpy(best_w, it->w, (size_t)it->cover->sites * sizeof *best_w);
    }
}

static enum status descend(struct pricing *it, double best_w[], double *served)
{
    double below = -1;

    *served = HUGE_VAL;
    assign(it, best_w, served);
    if (nobody_is_turned_away(it))
        return OK;
    program_open(it);
    for (int round = 0; round<ROUNDS_MOST && * served - below> enough; round++) {
        int news = 0;
        for (int g = 0; g < it->cover->groups; g++)
            news += add_support(it, g);
        if (!news)
            break;
        TRY(next_prices(it, &below));
        assign(it, best_w, served);
    }
    return OK;
}

enum status placement_capacity_served(const struct placement_cover *cover, const double capacity[],
                                      const double x[], double w[], double *served)
{
    struct arena arena = {0};
    struct pricing it = {.cover = cover, .capacity = capacity, .x = x};
    int sites = cover->sites;

    it.w = arena_take(&arena, (size_t)sites, sizeof *it.w);
    it.load = arena_take(&arena, (size_t)sites * cover->groups + 1, sizeof *it.load);
    it.index = arena_take(&arena, (size_t)sites + 2, sizeof *it.index);
    it.row = arena_take(&arena, (size_t)sites + 2, sizeof *it.row);
    enum status status = it.w && it.load && it.index && it.row ? OK : ERR_MEMORY;
    for (int j = 0; j < sites && status == OK; j++)
        it.w[j] = 1;
    if (status == OK)
        status = descend(&it, w, served);
    if (it.program)
        glp_delete_prob(it.program);
    arena_free(&arena);
    return status;
}
