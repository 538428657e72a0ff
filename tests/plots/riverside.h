/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLOTS_RIVERSIDE_H
#define TESTS_PLOTS_RIVERSIDE_H

#include "plots/chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A made-up picture for the chart tests: smooth curves, no simulation. What a test wants otherwise it
 * changes after riverside(). */
enum { R_BINS = 30, R_MOST = 30, R_VESSELS = 2, R_DRINKS = 3, R_NODES = 40, R_PATHS = 60, R_CELLS = 60 };

struct riverside {
    struct picture picture;
    struct picture_station station[R_MOST];
    struct picture_vessel vessel[R_MOST][R_VESSELS];
    struct picture_drink drink[R_MOST][R_DRINKS];
    struct picture_node node[R_NODES];
    struct picture_path path[R_PATHS];
    struct picture_outcome outcome[7];
    struct picture_score score[4];
    double series[R_MOST][48][R_BINS];
    int used[R_MOST];
    char name[R_MOST][40];
    double edge[R_CELLS + 1], share[R_CELLS];
};

static double *r_series(struct riverside *r, int s)
{
    return r->series[s][r->used[s]++];
}

static double r_hump(double t, double peak, double width)
{
    return exp(-0.5 * (t - peak) * (t - peak) / (width * width));
}

static struct band_series r_band(struct riverside *r, int s, const double median[], double spread)
{
    double *low = r_series(r, s), *high = r_series(r, s);

    for (int i = 0; i < R_BINS; i++) {
        low[i] = fmax(0, median[i] * (1 - spread));
        high[i] = median[i] * (1 + 1.6 * spread);
    }
    return (struct band_series){median, low, high};
}

static void r_flow(struct riverside *r, int s, double scale, double capacity)
{
    struct picture_station *station = &r->station[s];
    double *arrivals = r_series(r, s), *able = r_series(r, s);
    double *line = r_series(r, s), *busy = r_series(r, s);

    for (int i = 0; i < R_BINS; i++) {
        arrivals[i] = scale * (r_hump(i, 14, 4) + 0.6 * r_hump(i, 22, 3.5) + 0.02);
        able[i] = i < 4 ? capacity / 2 : capacity;
        busy[i] = fmin(1, arrivals[i] / able[i]);
        line[i] = fmax(0, 12 * pow(busy[i], 3) * (scale / 200) - 0.2);
    }
    station->arrivals_per_h = arrivals;
    station->capacity_per_h = able;
    station->busy = busy;
    station->line = r_band(r, s, line, 0.7);
    station->served = 0.7 * scale;
    station->wanted = 0.8 * scale;
    station->wait_within = scale > capacity ? 0.7 : 0.95;
    station->wait_mean_s = 50;
    station->utilisation = 0.6;
    station->detour_m = scale > 0 ? 12.0 * s : NAN;
}

static void r_vessel(struct riverside *r, int s, int v, const char *name, const char *drink, bool heated)
{
    double *warm = r_series(r, s), *litres = r_series(r, s), *duty = heated ? r_series(r, s) : NULL;

    for (int i = 0; i < R_BINS; i++) {
        warm[i] = heated ? 68 + 2 * sin(i) - (i == 16 ? 9 + 4 * s : i == 17 ? 7 : 0)
                         : fmax(50, 72 - (0.5 + 0.05 * s) * i);
        litres[i] = heated ? (i < 16 ? 20 - i : 20 - (i - 16)) : fmax(0.2, 12 - 0.45 * i);
        if (duty)
            duty[i] = i == 16 || i == 17 ? 1 : 0.25 + 0.15 * sin(i);
    }
    r->vessel[s][v] = (struct picture_vessel){.name = name,
                                              .drink = drink,
                                              .duty = duty,
                                              .temperature_c = r_band(r, s, warm, 0.03),
                                              .litres = r_band(r, s, litres, 0.15),
                                              .serve_low_c = 55,
                                              .serve_high_c = 75,
                                              .volume_l = heated ? 20 : 12};
}

static void r_stock(struct riverside *r, int s)
{
    static const char *const names[R_DRINKS] = {"姜茶 ginger tea", "豆浆 soy milk", "coffee"};
    static const double portions[R_DRINKS] = {150, 80, 60}, share[R_DRINKS] = {0.5, 0.25, 0.3};

    for (int d = 0; d < R_DRINKS; d++) {
        double *left = r_series(r, s), *out = r_series(r, s), gone = 0;
        for (int i = 0; i < R_BINS; i++) {
            gone += r->station[s].arrivals_per_h[i] / 12 * share[d];
            left[i] = fmax(0, portions[d] - gone);
            out[i] = left[i] > 25 ? 0 : 0.4 * (1 - left[i] / 25);
        }
        r->drink[s][d] = (struct picture_drink){names[d], r_band(r, s, left, 0.2), out, portions[d]};
    }
    double *cups = r_series(r, s), used = 0;
    for (int i = 0; i < R_BINS; i++)
        cups[i] = 250 - (used += r->station[s].arrivals_per_h[i] / 14);
    r->station[s].cups_left = r_band(r, s, cups, 0.1);
    r->station[s].cups = 250;
}

/* A tray of four, a circuit of 3.5 kW, a runner who comes now and then. */
static void r_table(struct riverside *r, int s)
{
    struct picture_station *station = &r->station[s];
    double *cups = r_series(r, s), *warm = r_series(r, s), *load = r_series(r, s), *brought = r_series(r, s);
    double *peak = r_series(r, s), *tripped = r_series(r, s);

    for (int i = 0; i < R_BINS; i++) {
        cups[i] = fmax(0, 4 - 3 * station->busy[i]);
        warm[i] = i == 3 ? NAN : 66 - 6 * (1 - station->busy[i]) - 2 * s;
        load[i] = 3 * (0.3 + 0.2 * sin(i));
        peak[i] = i % 7 == 6 ? 1.5 : 3;
        brought[i] = i % 5 == 4 ? 20 : 0;
    }
    station->tray = r_band(r, s, cups, 0.3);
    station->cup_c = warm;
    station->tray_room = 4;
    station->cup_low_c = 55, station->cup_high_c = 70;
    station->load_kw = load;
    station->load_over_days = r_band(r, s, load, 0.4);
    station->peak_kw = peak;
    station->tripped = tripped;
    station->heaters_kw = 3, station->circuit_kw = 3.5;
    station->brought = brought;
}

static void r_station(struct riverside *r, int s, const char *name, double scale, double capacity)
{
    r->used[s] = 0;
    r->station[s] = (struct picture_station){.name = name,
                                             .vessel = r->vessel[s],
                                             .drink = r->drink[s],
                                             .n_vessels = R_VESSELS,
                                             .n_drinks = R_DRINKS};
    r_flow(r, s, scale, capacity);
    r_vessel(r, s, 0, "urn-20", "姜茶 ginger tea", true);
    r_vessel(r, s, 1, "carrier-12", "豆浆 soy milk", false);
    r_stock(r, s);
    r_table(r, s);
}

/* Steps that widen, as a log-linear histogram's do; 4 of 10 are served at once. */
static void r_waits(struct riverside *r)
{
    double before = 0;

    for (int i = 0; i <= R_CELLS; i++)
        r->edge[i] = i == 0 ? 0 : i < 20 ? 6 * i - 5.5 : 120 * pow(1.06, i - 20);
    for (int i = 0; i < R_CELLS; i++) {
        double below = 1 - 0.6 * exp(-r->edge[i + 1] / 63.2);
        r->share[i] = (i == R_CELLS - 1 ? 1 : below) - before;
        before = below;
    }
}

static void r_site(struct riverside *r)
{
    static const struct picture_node nodes[] = {
        {"1号楼 Tower 1", 0, 150, 180, 0, -1},     {"2号楼 Tower 2", 40, 185, 200, 0, -1},
        {"3号楼 Tower 3", 85, 180, 160, 0, -1},    {"4号楼 Tower 4", 130, 170, 220, 0, -1},
        {"5号楼 Tower 5", 165, 140, 150, 0, -1},   {"6号楼 Tower 6", 10, 95, 140, 0, -1},
        {"7号楼 Tower 7", 165, 90, 170, 0, -1},    {"8号楼 Tower 8", 20, 50, 120, 0, -1},
        {"中心广场 plaza", 85, 100, 0, 0, -1},     {"南门 South gate", 90, 0, 0, 700, 0},
        {"车库 Garage B1", 45, 105, 0, 260, 1},    {"二号楼大堂 Lobby 2", 45, 155, 0, 0, 2},
        {"地铁口 Metro gate", 190, 40, 0, 300, 3}, {"北门 North gate", 85, 215, 0, 80, -1}};
    static const struct picture_path paths[] = {
        {0, 10, 150}, {1, 11, 190}, {11, 10, 170}, {2, 8, 150}, {3, 8, 200}, {4, 6, 140}, {5, 10, 120},
        {6, 12, 280}, {7, 9, 110},  {10, 8, 230},  {8, 9, 560}, {8, 12, 60}, {2, 13, 60}, {3, 4, 0}};

    memcpy(r->node, nodes, sizeof nodes);
    memcpy(r->path, paths, sizeof paths);
    r->picture.n_nodes = sizeof nodes / sizeof *nodes;
    r->picture.n_paths = sizeof paths / sizeof *paths;
}

static void r_outcomes(struct riverside *r)
{
    static const struct picture_outcome ends[] = {
        {"served warm", 342, TONE_GOOD},       {"served lukewarm", 18, TONE_POOR},
        {"no station near", 21, TONE_LOST},    {"didn't join the line", 26, TONE_LOST},
        {"left the line", 9, TONE_LOST},       {"found nothing left", 6, TONE_LOST},
        {"didn't collect", 2, TONE_LOST}};

    memcpy(r->outcome, ends, sizeof ends);
    r->picture.n_outcomes = 7;
    static const struct picture_score scores[] = {{"a drink", 34, 0, 6}, {"a short wait", 20.4, 5.1, 4.5}, {"the right temperature", 16.1, 0.9, 3}, {"the drink asked for", 8.3, 0.2, 1.5}};
    memcpy(r->score, scores, sizeof scores);
    r->picture.n_scores = 4;
    r->picture.wanted = 424;
}

static void riverside(struct riverside *r)
{
    memset(r, 0, sizeof *r);
    r_station(r, 0, "South gate", 210, 190);
    r_station(r, 1, "B1 车库", 90, 120);
    r_station(r, 2, "二号楼大堂", 60, 100);
    r_station(r, 3, "Metro gate", 110, 125);
    r_waits(r);
    r->picture = (struct picture){.scenario = "滨河花园, winter mornings",
                                  .layout = "today",
                                  .days = 400,
                                  .bins = R_BINS,
                                  .opens_s = 23400,
                                  .bin_s = 300,
                                  .closes_s = 32400,
                                  .n_stations = 4,
                                  .station = r->station,
                                  .target_s = 120,
                                  .wait_within = 0.91,
                                  .wait_within_half_width = 0.008,
                                  .wait_median_s = 11.5,
                                  .wait_p90_s = 113,
                                  .wait_cells = R_CELLS,
                                  .wait_edge_s = r->edge,
                                  .wait_share = r->share,
                                  .node = r->node,
                                  .path = r->path,
                                  .reached_share = 0.95,
                                  .outcome = r->outcome,
                                  .score = r->score};
    r_site(r);
    r_outcomes(r);
}

/* Thirty stations on a grid of forty nodes. */
static inline void r_crowd(struct riverside *r)
{
    for (int s = 0; s < R_MOST; s++) {
        snprintf(r->name[s], sizeof r->name[s], "Lobby of tower %d", s + 1);
        r_station(r, s, r->name[s], 40 + 5 * s, 140);
    }
    for (int i = 0; i < R_NODES; i++)
        r->node[i] = (struct picture_node){i < R_MOST ? r->name[i] : "gate",
                                           60 * (i % 8) + 7 * (i % 3),
                                           55 * (i / 8) + 9 * (i % 4),
                                           i < R_MOST ? 100 + 5 * i : 0,
                                           i < R_MOST ? 0 : 120,
                                           i < R_MOST ? i : -1};
    for (int i = 0; i < 45; i++)
        r->path[i] = (struct picture_path){i % R_NODES, (i + 8) % R_NODES, 10 + 3 * i};
    r->picture.n_stations = R_MOST;
    r->picture.n_nodes = R_NODES;
    r->picture.n_paths = 45;
}

/* The same name for everything that a user can name. */
static inline void r_rename(struct riverside *r, const char *name)
{
    r->picture.scenario = r->picture.layout = name;
    for (int s = 0; s < r->picture.n_stations; s++) {
        r->station[s].name = name;
        for (int v = 0; v < R_VESSELS; v++)
            r->vessel[s][v].name = r->vessel[s][v].drink = name;
        for (int d = 0; d < R_DRINKS; d++)
            r->drink[s][d].name = name;
    }
    for (int i = 0; i < r->picture.n_nodes; i++)
        r->node[i].name = name;
    for (int i = 0; i < r->picture.n_outcomes; i++)
        r->outcome[i].name = name;
}

#endif
