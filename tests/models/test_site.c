/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

#include "random/draw.h"

/* Shortest ways of each mode against Floyd and Warshall's three loops, on random maps. */

enum { MOST_NODES = 40, MOST_PATHS = 120, MAPS = 300 };

struct map {
    struct site site;
    struct node node[MOST_NODES];
    struct path path[MOST_PATHS];
    double walk_m[MOST_NODES][MOST_NODES];
    uint32_t seed, draws;
};

static double uniform(struct map *map)
{
    return draw_u01((struct draw_key){99, 0, map->seed}, map->draws++, 0);
}

/* Some maps fall apart, some paths run side by side, some have a length given, shorter or longer than straight. */
static void draw_map(struct map *map, uint32_t seed)
{
    bool limits = seed % 2; /* on every other map some paths aren't for everyone */

    *map = (struct map){.seed = seed};
    int n = 2 + (int)((MOST_NODES - 2) * uniform(map)), paths = (int)(uniform(map) * fmin(MOST_PATHS, 3 * n));

    map->site.node = (struct items){n, map->node};
    map->site.path = (struct items){paths, map->path};
    for (int i = 0; i < n; i++) {
        map->node[i].x_m = 300 * uniform(map);
        map->node[i].y_m = 300 * uniform(map);
    }
    for (int i = 0; i < paths; i++) {
        int a = (int)(n * uniform(map)), b = (int)(n * uniform(map));
        map->path[i] = (struct path){{"", a}, {"", b}, uniform(map) < 0.4 ? 400 * uniform(map) : NAN, .open_to = limits && uniform(map) < 0.3 ? 1 + (unsigned)(6 * uniform(map)) : 0};
    }
}

static void walk_all(struct map *map, enum mode mode)
{
    int n = map->site.node.n;

    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            map->walk_m[i][j] = i == j ? 0 : HUGE_VAL;
    for (int p = 0; p < map->site.path.n; p++) {
        int a = map->path[p].from.index, b = map->path[p].to.index;
        double straight_m = hypot(map->node[a].x_m - map->node[b].x_m, map->node[a].y_m - map->node[b].y_m);
        double length_m = isnan(map->path[p].length_m) ? straight_m : map->path[p].length_m;
        if (!map->path[p].open_to || map->path[p].open_to & 1U << mode)
            map->walk_m[a][b] = map->walk_m[b][a] = fmin(map->walk_m[a][b], length_m);
    }
    for (int k = 0; k < n; k++)
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                map->walk_m[i][j] = fmin(map->walk_m[i][j], map->walk_m[i][k] + map->walk_m[k][j]);
}

static int agree(const struct map *map, const double distance_m[])
{
    int n = map->site.node.n, apart = 0;

    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if (map->walk_m[i][j] == HUGE_VAL) {
                assert_true(distance_m[i * n + j] == HUGE_VAL);
                apart++;
            } else
                expect_near(distance_m[i * n + j], map->walk_m[i][j], 1e-12);
    return apart;
}

static void shortest_ways_are_those_of_floyd_and_warshall(void **unused)
{
    static struct map map;
    struct arena arena = {0};
    const double *distance_m[MODES];
    int apart[MODES] = {0};

    (void)unused;
    for (uint32_t seed = 0; seed < MAPS; seed++) {
        draw_map(&map, seed);
        arena_reset(&arena);
        assert_int_equal(site_distances(&map.site, &arena, distance_m), OK);
        for (enum mode mode = WALK; mode < MODES; mode++) {
            walk_all(&map, mode);
            apart[mode] += agree(&map, distance_m[mode]);
        }
    }
    assert_true(apart[WALK] > 100 && apart[WALK] != apart[CAR]);
    arena_free(&arena);
}

static void a_walk_back_is_as_long(void **unused)
{
    static struct map map;
    struct arena arena = {0};
    const double *distances_m[MODES];

    (void)unused;
    draw_map(&map, 3);
    assert_int_equal(site_distances(&map.site, &arena, distances_m), OK);
    const double *distance_m = distances_m[WALK];
    int n = map.site.node.n;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < i; j++)
            if (distance_m[i * n + j] < HUGE_VAL)
                expect_near(distance_m[i * n + j], distance_m[j * n + i], 1e-12);
    arena_free(&arena);
}

/* 3 and 4 apart straight is 5; a length that is given counts instead, and of two paths the shorter. */
static void a_path_is_straight_unless_its_length_is_given(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_open(&estate, TOP "site:\n  nodes: {a: {x: 0 m, y: 0 m}, b: {x: 3 m, y: 4 m}, c: {x: 3 m, y: 14 m}, d: {x: 99 m, y: 0 m}}\n"
                             "  paths: [[a, b], [b, c, 7 m], [c, b, 25 m]]\n"
                             "residents: {all: {from: a, to: c, rate: 1 /h}}\ndrinks: {tea: {}}\nlayouts: {one: {b: {staff: 1}}}\n");
    const double *distance_m = estate.plan.distance_m[WALK];
    expect_near(distance_m[0 * 4 + 1], 5, 1e-15);
    expect_near(distance_m[0 * 4 + 2], 12, 1e-15);
    assert_true(distance_m[0 * 4 + 3] == HUGE_VAL);
    estate_close(&estate);
}

static void detours_alike_within_a_millimetre_go_by_the_way(void **unused)
{
    (void)unused;
    assert_true(detour_before(10, 50, 20, 5));
    assert_false(detour_before(20, 5, 10, 50));
    assert_true(detour_before(10, 5, 10, 50));
    assert_false(detour_before(10, 50, 10, 50));
    assert_true(detour_before(10 + 1e-12, 5, 10, 50));
    assert_false(detour_before(10 + 2e-3, 5, 10, 50));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shortest_ways_are_those_of_floyd_and_warshall),
        cmocka_unit_test(a_walk_back_is_as_long),
        cmocka_unit_test(a_path_is_straight_unless_its_length_is_given),
        cmocka_unit_test(detours_alike_within_a_millimetre_go_by_the_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
