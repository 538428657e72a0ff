/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLOTS_CROSSROADS_H
#define TESTS_PLOTS_CROSSROADS_H

#include "plots/choice_chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A made-up choice for the chart tests. What a test wants otherwise it changes after crossroads(). */
enum { C_LAYOUTS = 16, C_FIGURES = 4, C_BINS = 30, C_POINTS = 5000, C_BARS = 40, C_CELLS = 900,
       C_STEPS = 12, C_PORTIONS = 40, C_DRINKS = 7, C_TROUBLES = 30, C_TALLIES = 8, C_TALLIED = 12 };

struct crossroads {
    struct choice_picture picture;
    char name[C_LAYOUTS][160];
    const char *layout[C_LAYOUTS];
    struct choice_figure figure[C_FIGURES];
    double mean[C_FIGURES][C_LAYOUTS], half[C_FIGURES][C_LAYOUTS];
    double difference[C_FIGURES][C_LAYOUTS], difference_half[C_FIGURES][C_LAYOUTS];
    double series[3][C_LAYOUTS][C_BINS];
    const double *course[3][C_LAYOUTS];
    struct choice_point point[C_POINTS];
    struct choice_bar bar[C_BARS];
    char bar_name[C_BARS][80];
    double heat[C_CELLS];
    const char *step_text[C_CELLS];
    char number[C_CELLS][8];
    struct choice_stage stage[6];
    struct choice_figure swept[C_FIGURES];
    double swept_mean[C_FIGURES][C_STEPS], swept_half[C_FIGURES][C_STEPS], sweep_x[C_STEPS];
    struct choice_curve curve[C_DRINKS];
    double portions[C_DRINKS][C_PORTIONS], chance[C_DRINKS][C_PORTIONS];
    const char *trouble[C_TROUBLES];
    struct choice_figure troubled[C_FIGURES];
    double troubled_mean[C_FIGURES][C_TROUBLES], troubled_half[C_FIGURES][C_TROUBLES], harm[C_FIGURES][C_TROUBLES];
    struct choice_tally tally[C_TALLIES];
    double tallied[C_TALLIES][8][C_TALLIED]; /* from, to, mean, low, high, curve, low, high */
};

static const struct { const char *en, *zh, *unit; int better; double scale; } c_figures[C_FIGURES] = {
    {"Warm drinks", "热饮份数", "/day", 1, 342},
    {"Wait within the target", "等待不超过目标", "%", 1, 91},
    {"Wait, mean", "平均等待", "s", -1, 48},
    {"Cost", "成本", "CNY/day", -1, 812},
};

/* Layout i lags behind the best one, i of n, and costs less. */
static void c_layouts(struct crossroads *c, int n, bool zh)
{
    for (int f = 0; f < C_FIGURES; f++) {
        double scale = c_figures[f].scale, sign = f == 3 ? -1 : -c_figures[f].better;
        for (int i = 0; i < n; i++) {
            double lag = i == n - 1 ? 0.006 : (0.7 - 0.7 * i / (n - 2.0 + (n == 2))) * (f == 3 ? 0.7 : 0.4);
            c->mean[f][i] = scale + sign * scale * (i == c->picture.best ? 0 : lag);
            c->half[f][i] = 0.012 * scale;
            c->difference[f][i] = c->mean[f][i] - scale;
            c->difference_half[f][i] = i == c->picture.best ? 0 : (0.02 + 0.004 * f) * scale;
        }
        c->figure[f] = (struct choice_figure){zh ? c_figures[f].zh : c_figures[f].en, c_figures[f].unit,
                                              c_figures[f].better, c->mean[f], c->half[f],
                                              c->difference[f], c->difference_half[f]};
    }
}

static void c_courses(struct crossroads *c, int n)
{
    for (int i = 0; i < n; i++) {
        for (int b = 0; b < C_BINS; b++) {
            double t = b - 13 - i % 3, median = (3 + 2.2 * (n - i)) * exp(-t * t / 30);
            c->series[0][i][b] = fmax(0, 0.4 * median - 1);
            c->series[1][i][b] = median;
            c->series[2][i][b] = 1.7 * median + 1;
        }
        for (int q = 0; q < 3; q++)
            c->course[q][i] = c->series[q][i];
    }
}

/* n layouts of the names; the last but one is the best, the first the reference. */
static void c_name(struct crossroads *c, int n, const char *const name[], bool zh)
{
    for (int i = 0; i < n; i++) {
        if (name[i] != c->name[i])
            snprintf(c->name[i], sizeof c->name[i], "%s", name[i]);
        c->layout[i] = c->name[i];
    }
    c->picture.n_layouts = n;
    c->picture.best = n > 1 ? n - 2 : 0;
    c->picture.reference = 0;
    c_layouts(c, n, zh);
    c->difference[0][c->picture.best] = 0;
    c_courses(c, n);
}

static void c_points(struct crossroads *c, int n)
{
    static const char *const finalists[] = {"south-gate 2 urns + garage 1 carrier", "south-gate 3 urns",
                                            "south-gate 2 urns + plaza 2 carriers + garage 1 urn"};
    static const int place[] = {40, 17, 80};

    for (int i = 0; i < n; i++) {
        double spread = fmod(i * 0.618034, 1), along = fmod(i * 0.754877, 1);
        int stations = 1 + (int)(3.999 * along);
        double cost = 250 + 190 * stations + 260 * spread;
        double goal = 355 - 190 * exp(-(cost - 300) / 240) - 110 * fmod(i * 0.5698403, 1) * (0.3 + spread);
        c->point[i] = (struct choice_point){cost, goal, goal > 290, stations, 0, NULL};
    }
    for (int k = 0; k < 3 && n > 80; k++) {
        struct choice_point *point = &c->point[place[k]];
        *point = (struct choice_point){640 + 110 * k, 331 + 8 * k - (k == 1 ? 20 : 0), true, k + 1, k + 1, finalists[k]};
    }
    c->picture.n_points = n;
}

static void c_bars(struct crossroads *c, int n)
{
    static const char *const name[] = {"residents.commuters.uptake", "service.pour", "residents.commuters.patience",
                                       "conditions.air", "equipment.urn-20.power", "residents.seniors.uptake"};
    static const char *const low[] = {"25 %", "18 s", "3 min", "-12 °C", "2 kW", "10 %"};
    static const char *const high[] = {"45 %", "35 s", "9 min", "4 °C", "3.5 kW", "30 %"};

    for (int i = 0; i < n; i++) {
        double size = 60.0 / (1 + i);
        snprintf(c->bar_name[i], sizeof c->bar_name[i], i < 6 ? "%s" : "%s (%d)", name[i % 6], i);
        c->bar[i] = (struct choice_bar){c->bar_name[i], low[i % 6], high[i % 6],
                                        i == 2 ? -9 : i % 2 ? size : -size, 3, i == 2 ? -21 : i % 2 ? -0.6 * size : 0.8 * size, 3};
    }
    c->picture.n_bars = n;
}

static void c_heat(struct crossroads *c, int n_x, int n_y)
{
    for (int y = 0; y < n_y; y++)
        for (int x = 0; x < n_x; x++)
            c->heat[y * n_x + x] = 1 - exp(-0.9 * (x + 1.0) * 4 / n_x) * 1.4 * exp(-0.45 * y * 4 / n_y);
    for (int i = 0; i < n_x || i < n_y; i++) {
        snprintf(c->number[i], sizeof c->number[i], "%d", i + 1);
        c->step_text[i] = c->number[i];
    }
    c->picture.n_x = n_x, c->picture.n_y = n_y;
}

static void c_sweep(struct crossroads *c, int n, bool zh)
{
    for (int f = 0; f < C_FIGURES; f++) {
        for (int i = 0; i < n; i++) {
            double up = 1 - exp(-0.8 * (i + 1));
            c->sweep_x[i] = i + 1;
            c->swept_mean[f][i] = c_figures[f].scale * (f == 2 ? 0.2 + 2.5 * (1 - up) : f == 3 ? 0.5 + 0.12 * i : up);
            c->swept_half[f][i] = 0.015 * c_figures[f].scale;
        }
        c->swept[f] = (struct choice_figure){zh ? c_figures[f].zh : c_figures[f].en, c_figures[f].unit,
                                             c_figures[f].better, c->swept_mean[f], c->swept_half[f], NULL, NULL};
    }
    c->picture.n_sweep = n;
}

static void c_curves(struct crossroads *c, int n)
{
    static const char *const name[C_DRINKS] = {"姜茶 ginger tea", "豆浆 soy milk", "coffee", "hot water",
                                               "cocoa", "herbal tea", "broth"};

    for (int d = 0; d < n; d++) {
        for (int i = 0; i < C_PORTIONS; i++) {
            c->portions[d][i] = 6 * i;
            c->chance[d][i] = 1 / (1 + exp((6 * i - 130 + 24 * d) / 9.0));
        }
        c->curve[d] = (struct choice_curve){name[d], C_PORTIONS, c->portions[d], c->chance[d], 160 - 24 * d - d};
    }
    c->picture.n_curves = n;
}

/* The worst first; the last does no harm that shows. */
static void c_troubles(struct crossroads *c, int n)
{
    static const char *const name[] = {"one of the staff missing at south-gate", "twice the crowd", "garage-b1 without urn-20",
                                       "a cold snap, 10 K colder", "south-gate without carrier-12"};

    for (int i = 0; i < n; i++)
        c->trouble[i] = name[i % 5];
    for (int f = 0; f < C_FIGURES; f++) {
        for (int i = 0; i < n; i++) {
            double lost = 0.6 * c_figures[f].scale / (1 + i) * (f == 1 && i == 1 ? -1 : 1);
            c->troubled_half[f][i] = i == n - 1 ? 2 * fabs(lost) : 0.1 * fabs(lost);
            c->harm[f][i] = -c_figures[f].better * lost;
            c->troubled_mean[f][i] = c_figures[f].scale + c->harm[f][i];
        }
        c->troubled[f] = (struct choice_figure){c_figures[f].en, c_figures[f].unit, c_figures[f].better, c->troubled_mean[f],
                                                c->troubled_half[f], c->harm[f], c->troubled_half[f]};
    }
    c->picture.n_troubles = n;
}

/* n stations, to the second of which most come; every third has two peaks. */
static void c_tallies(struct crossroads *c, int n)
{
    static const char *const name[] = {"garage", "south-gate", "plaza", "西门 west gate", "lobby", "north", "pool", "school"};

    for (int t = 0; t < n; t++) {
        double (*cell)[C_TALLIED] = c->tallied[t];
        for (int i = 0; i < C_TALLIED; i++) {
            double first = (i - 4) / 2.0, second = (i - 9) / 1.4;
            double curve = 20.0 / (1 + (t + 7) % 8) * (exp(-first * first / 2) + (t % 3 == 1 ? 0.6 * exp(-second * second / 2) : 0));
            const double cells[] = {25200 + 300 * i, 25500 + 300 * i, curve * (1 + 0.1 * (i % 3 - 1)), 0.7 * curve, 1.35 * curve, curve, 0.85 * curve, 1.15 * curve};
            for (int k = 0; k < 8; k++)
                cell[k][i] = cells[k];
        }
        c->tally[t] = (struct choice_tally){name[t], C_TALLIED, cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7],
                                            1 + (t % 3 == 1), 0, 0.4};
    }
    c->picture.n_tallied = n;
}

static void c_stages(struct crossroads *c)
{
    static const struct choice_stage stages[6] = {
        {"all designs", 691488, "every set of sites, staff and vessels"},
        {"fit circuits and budget", 324159, "checked without simulation"},
        {"simulated", 3382, "bounds prove that the others can't be better"},
        {"candidates", 200, "best on 64 days"},
        {"finalists", 8, "can't be told from the best on 512 days"},
        {"the plan", 1, "the best with 95 % confidence"}};

    memcpy(c->stage, stages, sizeof stages);
}

static inline void crossroads(struct crossroads *c)
{
    static const char *const names[] = {"today", "two gates", "three gates", "gate and garage"};
    static const char *const urns[] = {"1", "2", "3", "4"};

    memset(c, 0, sizeof *c);
    c->picture = (struct choice_picture){
        .scenario = "滨河花园, winter mornings", .days = 512, .confidence = 0.95, .layout = c->layout,
        .n_figures = C_FIGURES, .figure = c->figure, .bins = C_BINS, .opens_s = 23400, .bin_s = 300,
        .closes_s = 31500, .course_low = c->course[0], .course_median = c->course[1], .course_high = c->course[2],
        .point = c->point, .goal_name = "Warm drinks", .goal_unit = "/day", .cost_unit = "CNY/day", .goal_better = 1,
        .bar = c->bar, .bar_figure = "Warm drinks", .bar_unit = "/day", .base = 310,
        .x_name = "staff", .y_name = "urns", .x_text = c->step_text, .y_text = urns, .heat = c->heat,
        .heat_name = "Wait within the target", .heat_unit = "%", .heat_scale = 100, .heat_wanted = 0.9, .heat_better = 1,
        .n_stages = 6, .stage = c->stage, .sweep_name = "staff", .sweep_x = c->sweep_x,
        .n_sweep_figures = C_FIGURES, .sweep_figure = c->swept, .curve = c->curve,
        .trouble = c->trouble, .n_trouble_figures = C_FIGURES, .trouble_figure = c->troubled,
        .tallied = c->tally};
    c_name(c, 4, names, false);
    c_points(c, 300);
    c_bars(c, 6);
    c_heat(c, 5, 4);
    c_sweep(c, 5, false);
    c_curves(c, 3);
    c_troubles(c, 5);
    c_tallies(c, 3);
    c_stages(c);
}

/* Names of about 60 columns, alike at their beginnings. */
static inline void c_long(struct crossroads *c, int n, bool zh)
{
    const char *names[C_LAYOUTS];

    for (int i = 0; i < n; i++) {
        snprintf(c->name[i], sizeof c->name[i],
                 zh ? "西路口 2×全是保温桶 + 东路口 2×全是保温桶 + 南路口 %d×两只电热桶"
                    : "west-gate 2×carriers + east-gate 2×carriers + south %d×urns",
                 i + 1);
        names[i] = c->name[i];
    }
    c_name(c, n, names, zh);
}

/* The same name for everything that a user can name. */
static inline void c_rename(struct crossroads *c, const char *name)
{
    static const char *texts[C_CELLS];

    for (int i = 0; i < C_CELLS; i++)
        texts[i] = name;
    c->picture.scenario = c->picture.subtitle = c->picture.goal_name = c->picture.goal_unit = name;
    c->picture.cost_unit = c->picture.bar_figure = c->picture.bar_unit = name;
    c->picture.x_name = c->picture.y_name = c->picture.heat_name = c->picture.heat_unit = name;
    c->picture.sweep_name = name;
    c->picture.trouble = texts;
    c->picture.layout = c->picture.x_text = c->picture.y_text = c->picture.sweep_text = texts;
    for (int f = 0; f < C_FIGURES; f++)
        c->figure[f].name = c->figure[f].unit = c->swept[f].name = c->swept[f].unit = c->troubled[f].name = c->troubled[f].unit = name;
    for (int i = 0; i < c->picture.n_points; i++)
        c->point[i].name = name;
    for (int i = 0; i < c->picture.n_bars; i++)
        c->bar[i].name = c->bar[i].low_text = c->bar[i].high_text = name;
    for (int i = 0; i < c->picture.n_stages; i++)
        c->stage[i].name = c->stage[i].how = name;
    for (int i = 0; i < c->picture.n_curves; i++)
        c->curve[i].name = name;
    for (int i = 0; i < c->picture.n_tallied; i++)
        c->tally[i].name = name;
}

/* Two layouts that are the same, one design, one cell, steps and amounts that change nothing. */
static inline void c_nothing(struct crossroads *c)
{
    static const char *const names[] = {"today", "tomorrow"};

    c_name(c, 2, names, false);
    memcpy(c->series[1][1], c->series[1][0], sizeof c->series[1][0]);
    for (int f = 0; f < C_FIGURES; f++) {
        c->mean[f][1] = c->mean[f][0];
        c->difference[f][1] = c->difference_half[f][1] = 0;
        for (int i = 0; i < C_STEPS; i++)
            c->swept_mean[f][i] = 3;
    }
    c_points(c, 1);
    c_bars(c, 1);
    c->bar[0].low = c->bar[0].high = 0;
    c_heat(c, 1, 1);
    c->picture.n_sweep = c->picture.n_stages = 2;
    c->stage[1].left = c->stage[0].left;
    memset(c->chance, 0, sizeof c->chance);
    memset(c->harm, 0, sizeof c->harm);
    memset(c->troubled_half, 0, sizeof c->troubled_half);
    c_tallies(c, 1);
    memset(c->tallied[0][2], 0, 6 * sizeof *c->tallied[0]);
    c->tally[0].peaks = 0;
}

/* What charts must bear. */
enum { C_KINDS = 8 };
static inline void c_kind(struct crossroads *c, int kind)
{
    switch (kind) {
    case 1:
        c_long(c, 3, false);
        c_heat(c, 30, 4);
        for (int i = 0; i < 30; i++)
            snprintf(c->number[i], sizeof c->number[i], "%d min", 10 + i);
        break;
    case 2: c_long(c, 16, true); c_bars(c, 40); c_heat(c, 30, 4); c_curves(c, 7); c_troubles(c, 30); c_tallies(c, C_TALLIES); break;
    case 3: c_nothing(c); break;
    case 4: /* nothing is good enough, all is one-sided */
        for (int i = 0; i < c->picture.n_points; i++)
            c->point[i].meets = false;
        for (int i = 0; i < c->picture.n_bars; i++)
            c->bar[i].low = c->bar[i].high = 7 * i;
        c->picture.heat_wanted = 2;
        break;
    case 5: c_points(c, C_POINTS); c_heat(c, 5, 1); c_sweep(c, C_STEPS, false); c_bars(c, 1); c_troubles(c, 1); c_tallies(c, 1); break;
    case 6: /* units and values far from 1 */
        for (int f = 0; f < C_FIGURES; f++)
            for (int i = 0; i < 4; i++)
                c->mean[f][i] *= 1e6, c->difference[f][i] *= 1e6, c->difference_half[f][i] *= 1e6;
        c->picture.heat_scale = 1e-3, c->picture.base = 1e7;
        break;
    case 7: /* what isn't known */
        for (int f = 1; f < C_FIGURES; f++)
            c->mean[f][0] = c->swept_mean[f][1] = c->half[f][1] = NAN;
        c->heat[3] = c->bar[1].low = c->bar[0].high_half = c->curve[1].chosen = NAN;
        c->figure[0].difference = c->figure[0].difference_half = NULL;
        c->tallied[1][2][3] = c->tallied[1][3][3] = c->tallied[1][4][3] = c->tally[0].p = NAN;
        c->harm[0][1] = c->troubled_half[1][0] = c->troubled_mean[2][2] = NAN;
        c->picture.sweep_x = NULL, c->picture.sweep_text = c->step_text;
        break;
    default: break;
    }
}

#endif
