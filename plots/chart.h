/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CHART_H
#define PLOTS_CHART_H

#include "core/status.h"
#include "core/text.h"

#include <stdbool.h>

/* Charts take arrays and labels; they know no simulation. Everything that the charts of one run show
 * is in struct picture; whoever has the numbers fills it. All texts may hold anything a user typed.
 * A value that isn't known is NAN; an array is NULL only where it says so. */

/* A quantity over the window: n values each; low and high are the 5 % and 95 % quantiles over days.
 * Of one day alone all three may be the same array. */
struct band_series {
    const double *median, *low, *high; /* [picture.bins] */
};

struct picture_drink {
    const char *name;
    struct band_series left;  /* portions left at the end of the bin */
    const double *chance_out; /* [bins]: share of days on which it had run out by the end of the bin */
    double portions;          /* at opening; NAN: endless */
};

struct picture_vessel {
    const char *name, *drink;
    struct band_series temperature_c, litres;
    const double *duty; /* [bins]: share of time the heater is on; NULL: no heater */
    double serve_low_c, serve_high_c, volume_l;
};

struct picture_station {
    const char *name;
    struct band_series tray;      /* cups on the tray */
    const double *cup_c;          /* [bins] mean temperature of the cups handed over; NULL: there is no tray */
    double tray_room, cup_low_c, cup_high_c; /* cups that the tray holds; serving temperature, over all drinks of the station */
    const double *load_kw;        /* [bins] mean load of the heaters; NULL: there are none, or the circuit isn't known */
    struct band_series load_over_days; /* the same over days */
    const double *peak_kw;        /* [bins] the highest of a moment that the breaker was asked for, on any day; NULL as load_kw */
    const double *tripped;        /* [bins] trips a day in the bin; NULL as load_kw */
    double circuit_kw, heaters_kw; /* what it carries; what all heaters together ask for */
    bool turns;                   /* they take turns rather than trip the breaker */
    double trips;                 /* of the breaker, a day */
    const double *brought;        /* [bins] mean portions brought by runners in a step; NULL: nobody brings any */
    double x_m, y_m;
    const double *arrivals_per_h; /* [bins] mean; residents who come to the line */
    const double *capacity_per_h; /* [bins] mean staff present / mean service time */
    struct band_series line;      /* people waiting */
    const double *busy;           /* [bins] mean share of staff busy */
    double served, wanted, wait_mean_s, utilisation;
    double wait_within; /* share of the served who wait less than target_s */
    double detour_m;    /* what those who come walk more than straight to where they go, mean; NAN: nobody comes */
    int n_vessels, n_drinks;
    const struct picture_vessel *vessel;
    const struct picture_drink *drink; /* stock of drinks */
    struct band_series cups_left;
    const double *cups_chance_out; /* [bins], as of a drink; may be NULL */
    double cups;                   /* at opening; NAN: endless */
};

struct picture_node {
    const char *name;
    double x_m, y_m;
    double residents; /* who start here */
    double leaving;   /* who go out here */
    int station;      /* index, or -1 */
};

struct picture_path {
    int from, to; /* nodes */
    double flow;  /* residents a day who walk along it (before any detour) */
    bool by_mode; /* not everyone may use it: only who walks, drives, ... */
};

/* How good an end it is for the resident. */
enum picture_tone { TONE_LOST, TONE_POOR, TONE_GOOD };

struct picture_outcome {
    const char *name; /* "served warm", "balked", ...: already in the chart's language */
    double mean;      /* residents a day */
    enum picture_tone tone;
};

/* A part of the planning score: its points and what became of them; together they are 100. */
struct picture_score {
    const char *name;       /* "short wait": already in the chart's language */
    double got, poor, lost; /* given; lost by those who got a drink; lost by those who got none */
};

struct picture {
    const char *scenario, *layout;
    int days, in_a_row; /* simulated: days, or so many times in_a_row days (0, 1: days) */
    int bins;
    double opens_s, bin_s; /* seconds after midnight; bin i is [opens + i bin, opens + (i+1) bin) */
    double closes_s;       /* end of the window; the bins may go on after it */
    int n_stations;
    const struct picture_station *station;
    double target_s;    /* waiting time that is still good; NAN: none is set */
    double wait_within; /* share of the served within it */
    double wait_within_half_width;
    double wait_median_s, wait_p90_s;
    int wait_cells;            /* histogram of the waits of all served */
    const double *wait_edge_s; /* [wait_cells + 1], increasing; steps may differ */
    const double *wait_share;  /* [wait_cells], sums to 1 (all 0 if nobody was served) */
    int n_nodes, n_paths;      /* 0: a plain queue, no map */
    const struct picture_node *node;
    const struct picture_path *path;
    double reached_share; /* of the takers, with a station within their detour */
    int n_outcomes;       /* funnel: how each taker ended; sums to wanted */
    const struct picture_outcome *outcome;
    double wanted;
    int n_scores; /* 0: no score */
    const struct picture_score *score;
};

/* The one table of charts. */
struct sheet;
struct chart {
    const char *name;     /* of its files: "arrivals" */
    const char *from;     /* the command that draws it: "run" */
    const char *question; /* English, marked for say(): what it answers */
    bool (*has_data)(const struct picture *picture);
    void (*draw)(const struct picture *picture, struct sheet *sheet); /* memory failing shows in sheet */
};
extern const struct chart charts[];
extern const int n_charts;

/**
 * Draws every chart that has data: NAME.png, NAME.svg, NAME.pdf, the scripts NAME.gp and, for slides,
 * NAME-slide.gp that redraw them, and the table NAME.csv. They are drawn in a folder of their own inside `folder` and moved
 * when all are whole: on error nothing is left behind, and older charts stay as they were. Files of
 * charts that have no data now are removed.
 *
 * @param folder  exists and may be written
 * @param[out] message  after OK a warning, or empty; else one sentence that says what failed
 * @return OK; ERR_PIPE: gnuplot is missing, failed or hung; ERR_FILE; ERR_MEMORY
 */
enum status charts_draw(const struct picture *picture, const char *folder, struct text *message);

/** The names of the charts that charts_draw draws. @return how many */
int charts_names(const struct picture *picture, const char *names[/* n_charts */]);

#endif
