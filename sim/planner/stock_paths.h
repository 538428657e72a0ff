/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_STOCK_PATHS_H
#define PLANNER_STOCK_PATHS_H

#include "experiment/study.h"
#include "planner/stock_vessels.h"

#include <signal.h>

/* What residents ask for at one station, day by day, in the order in which they are served when nothing ever
 * runs out: demand, not sales, so stock can be tried on it without simulating again. */
struct wish {
    uint8_t drink, group, cups; /* cups: of people who come together */
    bool own_cup, substitutes;
    float substitute_u, at_s;   /* at_s: from opening */
};

struct stock_path {
    const struct plan_day *plan; /* of its kind of day */
    int station, n;
    struct wish *wish;
};

struct stock_paths {
    const struct plan_day *plan;
    int days, stations, drinks;
    struct stock_path *path;    /* [days][stations] */
    struct filling *filling;    /* room for a replay */
};

/**
 * Days first .. first + days - 1 of a layout whose stock is taken as endless.
 * @param stop  may be NULL
 * @return OK; ERR_MEMORY; ERR_INTERRUPTED once *stop is set. One thread; O(days) simulations.
 */
enum status stock_paths_open(const struct study *study, const struct layout *layout, uint64_t seed, int first, int days,
                             const volatile sig_atomic_t *stop, struct arena *arena, struct stock_paths *paths);

/* How a day went with so much stock. */
struct stock_day {
    double served, lacking, substituted; /* residents */
    double left[256];                    /* [drinks] portions */
    double in_vessels[256], too_old[256]; /* [drinks] portions: of those left; poured away after `hold` */
    bool out[256];                       /* [drinks] used up: the last portion was taken or poured away */
    bool missed[256];                    /* [drinks] not enough: somebody asked for it and there was none for him */
    double cups;                         /* used, or as many as there were */
};

/** Hands out stock[drinks] and cups to a path. Rules as at the counter (day.c): the drink asked for, or by the
 * group's taste another that's there, if the resident takes another. O(wishes (drinks + vessels)). Not for two threads
 * with the same paths. */
void stock_replay(const struct stock_paths *paths, const struct stock_path *path, const int stock[], double cups, struct stock_day *day);

/** Portions of a drink asked for at a station on each day, first choices only: [days], unsorted. */
void stock_demand(const struct stock_paths *paths, int station, int drink, double demand[]);

#endif
