/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CHOICE_CHART_H
#define PLOTS_CHOICE_CHART_H

#include "core/status.h"
#include "core/text.h"

#include <stdbool.h>

/* Charts of a choice: layouts side by side, a search, what a quantity does. As with struct picture
 * they take arrays and labels; all texts may hold anything. Numbers are in the units named beside
 * them. What isn't there is NULL, 0 or NAN, and a chart without its data isn't drawn. `better` is 1
 * where more is better, -1 where less is, 0 where neither is. */

/* A figure of each layout, or at each step of a sweep. */
struct choice_figure {
    const char *name, *unit;
    int better;
    const double *mean, *half_width; /* [n]; half_width may be NULL */
    /* Of layouts: less the mean of the best one, with intervals that hold together. May be NULL. */
    const double *difference, *difference_half;
};

/* A design that was simulated. */
struct choice_point {
    double cost, goal;
    bool meets;       /* all that is required */
    int stations;     /* 0: not told */
    int finalist;     /* 1 for the plan, 2, ... for the next; 0: none */
    const char *name; /* of finalists; else may be NULL */
};

/* What an assumption's low and high do to a figure: changes against the base. */
struct choice_bar {
    const char *name, *low_text, *high_text;
    double low, low_half, high, high_half;
    const char *path; /* of the assumption in the scenario, for the table; NULL: its name */
};

struct choice_stage {
    const char *name; /* "simulated" */
    double left;      /* designs left after it */
    const char *how;  /* a few words; may be NULL */
};

/* How likely a drink runs out, by the portions it starts with. */
struct choice_curve {
    const char *name;
    int n;
    const double *portions, *chance_short; /* [n]: increasing; share of days */
    double chosen;                       /* portions; NAN: none are */
};

/* People who came to a station, a day, in each step that was tallied; intervals and band at the confidence. */
struct choice_tally {
    const char *name;
    int n;
    const double *from_s, *to_s;                   /* [n] */
    const double *mean, *low, *high;               /* [n] as counted */
    const double *curve, *curve_low, *curve_high;  /* [n] as fitted; NAN: nothing is */
    int peaks, or_peaks; /* of the curve, 0: none is fitted; the number it can't be told from, or 0 */
    double p;            /* of the goodness of fit; NAN: unknown */
};

struct choice_picture {
    const char *scenario;
    const char *subtitle; /* "3 layouts on the same 512 days"; NULL: the days are named */
    int days, in_a_row; /* as of a picture */
    double confidence; /* of all intervals: 0.95 */

    int n_layouts;
    const char *const *layout;
    int best, reference; /* the best is so by the first figure, the goal */
    int n_figures;
    const struct choice_figure *figure;

    /* People waiting at all stations together, over days: [n_layouts][bins] */
    int bins;
    double opens_s, bin_s, closes_s; /* as in struct picture */
    const double *const *course_low, *const *course_median, *const *course_high;

    int n_points;
    const struct choice_point *point;
    int n_designs; /* that the points are of, where one has several; 0: as many as there are points */
    const char *goal_name, *goal_unit, *cost_unit;
    int goal_better; /* 0 stands for 1 */

    int n_bars;
    const struct choice_bar *bar;
    const char *bar_figure, *bar_unit;
    double base;

    int n_x, n_y;
    const char *x_name, *y_name;
    const char *x_path, *y_path; /* in the scenario, for the table; NULL: the name */
    const char *const *x_text, *const *y_text;
    const double *heat; /* [n_y][n_x] */
    const char *heat_name, *heat_unit;
    double heat_scale;  /* from heat to heat_unit: 100 for a share in %; 0 stands for 1 */
    double heat_wanted; /* as heat; cells that reach it are outlined; NAN: nothing is wanted */
    int heat_better;    /* 0 stands for 1 */

    int n_stages;
    const struct choice_stage *stage; /* from all designs to the plan */

    int n_sweep;
    const char *sweep_name;
    const char *sweep_path;        /* as x_path */
    const double *sweep_x;         /* [n_sweep] increasing; NULL: evenly spread */
    const char *const *sweep_text; /* [n_sweep]; NULL: sweep_x is written */
    int n_sweep_figures;
    const struct choice_figure *sweep_figure;

    int n_curves;
    const struct choice_curve *curve;

    int n_tallied;
    const struct choice_tally *tallied;

    /* What can go wrong: figures on such days, and their differences to days as usual. The first
     * figure ranks; one with `better` 0 isn't drawn. */
    int n_troubles;
    const char *const *trouble; /* [n_troubles] */
    int n_trouble_figures;
    const struct choice_figure *trouble_figure; /* with difference and difference_half */
};

/* The one table of these charts. */
struct sheet;
struct choice_chart {
    const char *name;     /* of its files: "layouts" */
    const char *from;     /* the command that draws it: "run" */
    const char *question; /* English, marked for say(): what it answers */
    bool (*has_data)(const struct choice_picture *picture);
    void (*draw)(const struct choice_picture *picture, struct sheet *sheet);
};
extern const struct choice_chart choice_charts[];
extern const int n_choice_charts;

/** As charts_draw: files, failures and message. None of its files has the name of one of theirs. */
enum status choice_charts_draw(const struct choice_picture *picture, const char *folder,
                               struct text *message);

/** The names of the charts that choice_charts_draw draws. @return how many */
int choice_charts_names(const struct choice_picture *picture,
                        const char *names[/* n_choice_charts */]);

#endif
