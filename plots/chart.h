/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CHART_H
#define PLOTS_CHART_H

#include "core/status.h"

#include <stdbool.h>
#include <stdio.h>

/* Charts take arrays and labels; they know no simulation. Everything that the charts of one run show
 * is in struct picture; whoever has the numbers fills it. All texts may hold anything a user typed. */

/* A quantity over the window: n values each; low and high are the 5 % and 95 % quantiles over days. */
struct band_series {
    const double *median, *low, *high; /* [picture.bins] */
};

struct picture_drink {
    const char *name;
    struct band_series left;       /* portions left */
    const double *chance_out;      /* [bins]: share of days on which it had run out by the end of the bin */
    double portions;               /* at opening; NAN: endless */
};

struct picture_vessel {
    const char *name, *drink;
    struct band_series temperature_c, litres;
    const double *duty;            /* [bins]: share of time the heater is on; NULL: no heater */
    double serve_low_c, serve_high_c, volume_l;
};

struct picture_station {
    const char *name;
    double x_m, y_m;
    const double *arrivals_per_h;  /* [bins] mean; residents who come to the line */
    const double *capacity_per_h;  /* [bins] mean staff present / mean service time */
    struct band_series line;       /* people waiting */
    const double *busy;            /* [bins] mean share of staff busy */
    double served, wanted, wait_mean_s, utilisation;
    double wait_within;            /* share of the served who wait less than target_s */
    int n_vessels, n_drinks;
    const struct picture_vessel *vessel;
    const struct picture_drink *drink; /* stock of drinks, and of cups (name given like a drink's) */
    struct band_series cups_left;
    double cups;                   /* at opening; NAN: endless */
};

struct picture_node {
    const char *name;
    double x_m, y_m;
    double residents;              /* who start here */
    double leaving;                /* who go out here */
    int station;                   /* index, or -1 */
};

struct picture_path {
    int from, to;                  /* nodes */
    double flow;                   /* residents a day who walk along it (before any detour) */
};

struct picture_outcome {
    const char *name;              /* "served warm", "balked", ...: already in the chart's language */
    double mean;                   /* residents a day */
};

struct picture {
    const char *scenario, *layout;
    int days;
    int bins;
    double opens_s, bin_s;         /* seconds after midnight; bin i is [opens + i bin, opens + (i+1) bin) */
    double closes_s;               /* end of the window; the bins may go on after it */
    int n_stations;
    const struct picture_station *station;
    double target_s;               /* waiting time that is still good */
    double wait_within;            /* share of the served within it */
    double wait_within_half_width;
    double wait_median_s, wait_p90_s;
    int wait_cells;                /* histogram of the waits of all served */
    const double *wait_edge_s;     /* [wait_cells + 1] */
    const double *wait_share;      /* [wait_cells], sums to 1 (all 0 if nobody was served) */
    int n_nodes, n_paths;          /* 0: a plain queue, no map */
    const struct picture_node *node;
    const struct picture_path *path;
    double reached_share;          /* of the takers, with a station within their detour */
    int n_outcomes;                /* funnel: how each taker ended; sums to wanted */
    const struct picture_outcome *outcome;
    double wanted;
};

/* The one table of charts. */
struct chart {
    const char *name;              /* file name: "arrivals" */
    const char *question;          /* English, marked: what it answers */
    bool (*has_data)(const struct picture *picture);
    enum status (*draw)(const struct picture *picture, FILE *script, FILE *data_dir_unused);
};
extern const struct chart charts[];
extern const int n_charts;

#endif
