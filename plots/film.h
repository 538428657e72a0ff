/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_FILM_H
#define PLOTS_FILM_H

#include "plots/chart.h"

#include <signal.h>

/* One day on the site map as an animated GIF: residents walk, lines grow, drinks cool. Arrays and labels, as
 * charts take them. */

enum film_state {
    FILM_COMES,   /* on the way to a station */
    FILM_STANDS,  /* at a station: waits or is being served */
    FILM_WARM,    /* walks on with a warm drink */
    FILM_POOR,    /* with one that's lukewarm or too hot */
    FILM_WITHOUT, /* without one */
    FILM_AWAY,    /* can't be seen */
    FILM_STATES
};

/* From here on, in this state, straight to the next point. */
struct film_point {
    double time_s, x_m, y_m;
    enum film_state state;
};

/* Who can be seen from the first point to the last. */
struct film_walker {
    int n;
    const struct film_point *point; /* [n], times don't fall */
};

struct film_vessel {
    const char *drink;
    const double *temperature_c; /* [frames]; NAN: empty */
    double serve_low_c, serve_high_c;
};

struct film_station {
    const int *waiting, *there; /* [frames]; there: who wait and who are being served */
    double served;              /* on this day */
    int n_vessels;
    const struct film_vessel *vessel;
};

struct film {
    const struct picture *picture; /* its site and its stations, which film.station goes with */
    int day;
    const char *kind;     /* of day; "" if there's but one */
    double air_c;
    int frames;
    double first_s, step_s; /* frame i shows the moment first + i step */
    const struct film_station *station;
    const double *served, *lost; /* [frames] residents so far */
    double wanted;
    int longest, longest_at; /* line of the day: people, station */
    double longest_s;
    int n_walkers;
    const struct film_walker *walker;
};

/* What there is to write: the script, and a table for each kind of mark. */
enum film_part { FILM_SCRIPT, FILM_WALKERS, FILM_VESSELS, FILM_NUMBERS, FILM_CLOCK, FILM_PARTS };

/** File names within a folder: "day.gp", "day-walkers.csv", ... */
extern const char *const film_files[FILM_PARTS];

/** Writes them all. Frames are blocks of the tables, each closed by two empty lines.
 * @param[out] part  [FILM_PARTS], the caller frees them
 * @return OK; ERR_MEMORY. O(frames + points of walkers + rows) */
enum status film_write(const struct film *film, struct text part[]);

/**
 * Draws day.gif in a folder that holds the parts, by gnuplot.
 * @param stop  once set, drawing ends; NULL: never
 * @param[out] message  on error one sentence
 * @return OK; ERR_PIPE: gnuplot is missing, failed or hung; ERR_FILE; ERR_MEMORY; ERR_INTERRUPTED
 */
enum status film_draw(const char *folder, const volatile sig_atomic_t *stop, struct text *message);

#endif
