/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement.h"
#include "random/draw.h"
#include "tests/support/expect.h"

#include <glpk.h>
#include <omp.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SITES_MOST = 14, FLOWS_MOST = 24, MODULES_MOST = 3, KEPT_MOST = 6 };

/* A random instance with room for its arrays. */
struct instance {
    struct placement_problem problem;
    double takers[FLOWS_MOST], acceptance[FLOWS_MOST * SITES_MOST];
    double capacity[MODULES_MOST], cost[MODULES_MOST], power_w[MODULES_MOST];
    double site_cost[SITES_MOST], circuit_w[2];
    int circuit[SITES_MOST];
};

static uint32_t next;

static double u(uint64_t seed)
{
    return draw_u01((struct draw_key){.seed = seed}, next++, 0);
}

static int below(uint64_t seed, int n)
{
    return (int)(n * u(seed));
}

static void make(struct instance *it, uint64_t seed, int sites, int flows, int modules)
{
    next = 0;
    *it = (struct instance){.problem = {.sites = sites,
                                        .flows = flows,
                                        .modules = modules,
                                        .takers = it->takers,
                                        .acceptance = it->acceptance,
                                        .budget = HUGE_VAL}};
    for (int q = 0; q < flows; q++) {
        it->takers[q] = 1 + 9 * u(seed);
        for (int j = 0; j < sites; j++)
            it->acceptance[q * sites + j] = u(seed) < 0.4 ? ceil(20 * u(seed)) / 20 : 0;
    }
    it->problem.least = below(seed, 2);
    it->problem.most = 1 + it->problem.least + below(seed, sites / 2);
}

static void add_rows(struct instance *it, uint64_t seed, bool budget, bool circuits, bool capacity)
{
    for (int m = 0; m < it->problem.modules; m++) {
        it->cost[m] = 2 + 2 * m + u(seed);
        it->power_w[m] = 1000 * (m + 1);
        it->capacity[m] = 6 * (m + 1) * (0.5 + u(seed));
    }
    for (int j = 0; j < it->problem.sites; j++) {
        it->site_cost[j] = 3 * u(seed);
        it->circuit[j] = below(seed, 3) - 1;
    }
    it->circuit_w[0] = 2000;
    it->circuit_w[1] = 3500;
    it->problem.cost = budget ? it->cost : NULL;
    it->problem.site_cost = budget ? it->site_cost : NULL;
    it->problem.budget = budget ? 8 + 10 * u(seed) : HUGE_VAL;
    it->problem.power_w = circuits ? it->power_w : NULL;
    it->problem.circuit = circuits ? it->circuit : NULL;
    it->problem.circuit_w = circuits ? it->circuit_w : NULL;
    it->problem.circuits = circuits ? 2 : 0;
    it->problem.capacity = capacity ? it->capacity : NULL;
}

/* --- brute force ---------------------------------------------------------------------------------- */

static bool allowed(const struct placement_problem *it, const int module[])
{
    double cost = 0, power_w[2] = {0};
    int open = 0;

    for (int j = 0; j < it->sites; j++) {
        if (module[j] < 0)
            continue;
        open++;
        cost += (it->cost ? it->cost[module[j]] : 0) + (it->site_cost ? it->site_cost[j] : 0);
        if (it->circuits && it->circuit[j] >= 0)
            power_w[it->circuit[j]] += it->power_w[module[j]];
    }
    for (int c = 0; c < it->circuits; c++)
        if (power_w[c] > it->circuit_w[c])
            return false;
    return open >= it->least && open <= it->most && cost <= it->budget;
}

/* The shares u of the model, as they stand in the header, for given modules. */
static double served(const struct placement_problem *it, const int module[])
{
    int index[1 + FLOWS_MOST * SITES_MOST];
    double row[1 + FLOWS_MOST * SITES_MOST];
    glp_prob *program = glp_create_prob();
    int columns = it->flows * it->sites;

    glp_set_obj_dir(program, GLP_MAX);
    glp_add_cols(program, columns);
    glp_add_rows(program, it->flows + it->sites);
    for (int c = 0; c < columns; c++) {
        bool open = module[c % it->sites] >= 0;
        glp_set_col_bnds(program, 1 + c, open ? GLP_DB : GLP_FX, 0, open);
        glp_set_obj_coef(program, 1 + c, it->takers[c / it->sites] * it->acceptance[c]);
    }
    for (int q = 0; q < it->flows; q++) {
        for (int j = 0; j < it->sites; j++)
            index[1 + j] = 1 + q * it->sites + j, row[1 + j] = 1;
        glp_set_row_bnds(program, 1 + q, GLP_UP, 0, 1);
        glp_set_mat_row(program, 1 + q, it->sites, index, row);
    }
    for (int j = 0; j < it->sites; j++) {
        for (int q = 0; q < it->flows; q++) {
            index[1 + q] = 1 + q * it->sites + j;
            row[1 + q] = it->takers[q] * it->acceptance[q * it->sites + j];
        }
        double most = module[j] < 0 ? 0 : it->capacity[module[j]];
        glp_set_row_bnds(program, 1 + it->flows + j, GLP_UP, 0, most);
        glp_set_mat_row(program, 1 + it->flows + j, it->flows, index, row);
    }
    glp_smcp how;
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    assert_int_equal(glp_simplex(program, &how), 0);
    double value = glp_get_obj_val(program);
    glp_delete_prob(program);
    return value;
}

static double value_of(const struct placement_problem *it, const int module[])
{
    if (it->capacity)
        return served(it, module);
    double sum = 0;
    for (int q = 0; q < it->flows; q++) {
        double best = 0;
        for (int j = 0; j < it->sites; j++)
            if (module[j] >= 0)
                best = fmax(best, it->acceptance[q * it->sites + j]);
        sum += it->takers[q] * best;
    }
    return sum;
}

static int falling(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return a < b ? 1 : a > b ? -1 : 0;
}

/* Counts module[] up in base 1 + modules; false after the last. */
static bool count_up(const struct placement_problem *it, int module[])
{
    for (int j = 0; j < it->sites; j++) {
        if (++module[j] < it->modules)
            return true;
        module[j] = -1;
    }
    return false;
}

/* Values of all placements, falling; by site: of the best modules of each set of sites. */
static int brute_force(const struct placement_problem *it, bool by_site, double **values)
{
    int module[SITES_MOST], found = 0, sets = 1 << it->sites;
    size_t all = (size_t)pow(1 + it->modules, it->sites);
    double *value = malloc(sizeof *value * (all + (size_t)sets)), *of_set = value + all;

    for (int s = 0; s < sets; s++)
        of_set[s] = -1;
    memset(module, -1, sizeof module);
    do {
        int set = 0;
        for (int j = 0; j < it->sites; j++)
            set |= (module[j] >= 0) << j;
        if (allowed(it, module)) {
            value[found++] = value_of(it, module);
            of_set[set] = fmax(of_set[set], value[found - 1]);
        }
    } while (count_up(it, module));
    if (by_site) {
        found = 0;
        for (int s = 0; s < sets; s++)
            if (of_set[s] >= 0)
                value[found++] = of_set[s];
    }
    qsort(value, (size_t)found, sizeof *value, falling);
    *values = value;
    return found;
}

/* --- tests ------------------------------------------------------------------------------------------ */

static void expect_brute_force(const struct instance *it, bool by_site)
{
    struct placement_plan plan = {.wanted = KEPT_MOST, .by_site = by_site};
    struct placement_result got = {0};
    struct arena arena = {0};
    double *value;
    int found = brute_force(&it->problem, by_site, &value);
    enum status status = placement_solve(&it->problem, &plan, &arena, &got);

    assert_int_equal(status, found ? OK : ERR_INFEASIBLE);
    assert_int_equal(got.found, found < KEPT_MOST ? found : KEPT_MOST);
    for (int i = 0; i < got.found; i++) {
        assert_true(allowed(&it->problem, got.best[i].module));
        expect_within(got.best[i].served, value[i], 1e-5);
        expect_within(got.best[i].served, value_of(&it->problem, got.best[i].module), 1e-5);
        assert_true(got.best[i].reach >= got.best[i].served - 1e-5);
    }
    if (found) {
        assert_true(got.proven);
        expect_near(got.bound, got.best[0].served, 1e-9);
    }
    free(value);
    arena_free(&arena);
}

/* 200 instances of up to 14 sites, half of them with budget rows, half of them with circuits. */
static void open_sites_equal_brute_force(void **unused)
{
    (void)unused;
    for (int i = 0; i < 200; i++) {
        struct instance it;
        make(&it, 1000 + (uint64_t)i, 4 + i % 11, 6 + i % 19, 1);
        add_rows(&it, 1000 + (uint64_t)i, i % 2, i / 2 % 2, false);
        expect_brute_force(&it, true);
    }
}

static void modules_and_capacities_equal_brute_force(void **unused)
{
    (void)unused;
    for (int i = 0; i < 120; i++) {
        struct instance it;
        int modules = 1 + i % 3;
        make(&it, 5000 + (uint64_t)i, modules == 1 ? 8 : modules == 2 ? 6 : 5, 5 + i % 8, modules);
        add_rows(&it, 5000 + (uint64_t)i, i % 2, i / 2 % 2, true);
        expect_brute_force(&it, i / 4 % 2);
    }
}

static void the_bound_leaves_capacities_aside(void **unused)
{
    (void)unused;
    for (int i = 0; i < 20; i++) {
        struct instance it;
        double reach, *value;
        make(&it, 9000 + (uint64_t)i, 7, 10, 2);
        add_rows(&it, 9000 + (uint64_t)i, true, false, true);
        enum status status = placement_bound(&it.problem, &reach);
        it.problem.capacity = NULL;
        int found = brute_force(&it.problem, true, &value);
        assert_int_equal(status, found ? OK : ERR_INFEASIBLE);
        if (found)
            expect_within(reach, value[0], 1e-5);
        free(value);
    }
}

static void loads_add_up_to_the_reach(void **unused)
{
    (void)unused;
    const double takers[] = {10, 20, 30}, acceptance[] = {1, .5, 0, 0, .5, .5, 0, 0, 0};
    struct placement_problem problem = {
        .sites = 3, .flows = 3, .modules = 1, .takers = takers, .acceptance = acceptance};
    double load[3];

    expect_near(placement_loads(&problem, (bool[]){true, true, true}, load), 20, 1e-15);
    assert_true(load[0] == 10 && load[1] == 10 && load[2] == 0);
    expect_near(placement_loads(&problem, (bool[]){false, true, true}, load), 15, 1e-15);
    assert_true(load[0] == 0 && load[1] == 15 && load[2] == 0);
}

static void a_node_limit_keeps_an_honest_bound(void **unused)
{
    (void)unused;
    for (int nodes = 1; nodes <= 9; nodes += 2) {
        struct instance it;
        struct placement_plan plan = {.wanted = 1, .by_site = true, .nodes = nodes};
        struct placement_result got;
        struct arena arena = {0};
        double *value;
        make(&it, 77, 10, 20, 1);
        add_rows(&it, 77, true, true, true);
        brute_force(&it.problem, true, &value);
        assert_int_equal(placement_solve(&it.problem, &plan, &arena, &got), OK);
        assert_true(got.bound >= value[0] - 1e-5);
        assert_true(got.nodes <= nodes);
        assert_true(!got.proven || fabs(got.best[0].served - value[0]) < 1e-5);
        free(value);
        arena_free(&arena);
    }
}

static void nonsense_is_refused(void **unused)
{
    (void)unused;
    struct instance it;
    struct placement_plan plan = {.wanted = 1};
    struct placement_result got;
    struct arena arena = {0};

    make(&it, 1, 5, 6, 1);
    it.acceptance[3] = 1.5;
    assert_int_equal(placement_solve(&it.problem, &plan, &arena, &got), ERR_DOMAIN);
    it.acceptance[3] = 1;
    it.takers[0] = NAN;
    assert_int_equal(placement_solve(&it.problem, &plan, &arena, &got), ERR_DOMAIN);
    it.takers[0] = 1;
    it.problem.least = 6;
    it.problem.most = 7;
    assert_int_equal(placement_solve(&it.problem, &plan, &arena, &got), ERR_INFEASIBLE);
    arena_free(&arena);
}

/* Sites and homes strewn over a square kilometre, eight gates on its edge. */
static void strew(uint64_t seed, int sites, int flows, double takers[], double acceptance[])
{
    double *x = malloc(sizeof(double) * 2 * (size_t)sites), gate[8][2];

    next = 0;
    for (int j = 0; j < 2 * sites; j++)
        x[j] = u(seed);
    for (int g = 0; g < 8; g++) {
        gate[g][g % 2] = u(seed);
        gate[g][1 - g % 2] = g / 2 % 2;
    }
    for (int q = 0; q < flows; q++) {
        double a = u(seed), b = u(seed), *to = gate[below(seed, 8)];
        takers[q] = 1 + 9 * u(seed);
        for (int j = 0; j < sites; j++) {
            double way = hypot(a - x[2 * j], b - x[2 * j + 1]) +
                         hypot(to[0] - x[2 * j], to[1] - x[2 * j + 1]) - hypot(a - to[0], b - to[1]);
            acceptance[q * sites + j] = fmax(0, 1 - way / 0.04);
        }
    }
    free(x);
}

/* The time is for information: it depends on the machine; a hundred times as much fails. */
static void two_hundred_sites_are_solved(void **unused)
{
    (void)unused;
    enum { SITES = 200, FLOWS = 5000 };
    double *takers = malloc(sizeof(double) * FLOWS), capacity[] = {1500, 3000};
    double *acceptance = malloc(sizeof(double) * FLOWS * SITES);

    for (int capped = 0; capped < 2; capped++) {
        struct placement_problem problem = {.sites = SITES,
                                            .flows = FLOWS,
                                            .modules = 1 + capped,
                                            .takers = takers,
                                            .acceptance = acceptance,
                                            .capacity = capped ? capacity : NULL,
                                            .budget = HUGE_VAL,
                                            .most = 15};
        struct placement_plan plan = {.wanted = 1, .by_site = true};
        struct placement_result got;
        struct arena arena = {0};
        strew(3, SITES, FLOWS, takers, acceptance);
        double start = omp_get_wtime();
        assert_int_equal(placement_solve(&problem, &plan, &arena, &got), OK);
        double took = omp_get_wtime() - start;
        print_message("200 sites, 5000 flows, %s: %.1f served, %ld nodes, %.2f s\n",
                      capped ? "capacities" : "no capacities", got.best[0].served, got.nodes, took);
        assert_true(got.proven && took < 200);
        arena_free(&arena);
    }
    free(takers);
    free(acceptance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(open_sites_equal_brute_force),
        cmocka_unit_test(modules_and_capacities_equal_brute_force),
        cmocka_unit_test(the_bound_leaves_capacities_aside),
        cmocka_unit_test(loads_add_up_to_the_reach),
        cmocka_unit_test(a_node_limit_keeps_an_honest_bound),
        cmocka_unit_test(nonsense_is_refused),
        cmocka_unit_test(two_hundred_sites_are_solved),
    };
    return cmocka_run_group_tests_name("placement", tests, NULL, NULL);
}
