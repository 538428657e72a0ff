/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_STOCKING_H
#define PLANNER_STOCKING_H

#include "planner/stock_paths.h"
#include "stats/interval.h"

/* How many portions of each drink, and how many cups, to bring to each station.
 *
 * One drink alone wants the critical fractile of its demand. With substitution the expected cost isn't even
 * quasi-convex (Mahajan & van Ryzin 2001), so the fractile is only the start: the average cost over stored days is
 * brought down by changing one drink, or moving portions from one to another, in steps of 16, 8, 4, 2, 1, until no
 * change helps. What that is worth is then taken on fresh days, with an upper bound for what a better choice could
 * still save (Mak, Morton & Wood 1999: the mean over batches of what each batch's own best choice would save).
 *
 * What is poured away after `hold` isn't there for who comes later: the paths know when residents come, and vessels are
 * filled, poured away and filled again on them (stock_vessels.h). */

struct stocking_options {
    uint64_t seed;
    int days, fresh_days;
    double lasting;         /* share of days on which nobody is to miss a drink, drink by drink; NAN: least cost */
    double confidence;
    const volatile sig_atomic_t *stop; /* may be NULL */
};

enum { CURVE_POINTS = 41 };

struct stocking_line {
    int station, drink;
    double now;             /* portions of the layout; HUGE_VAL: endless */
    double demand, demand_p95, demand_most;
    int fillings;           /* portions that nearly always last, with those that are poured away after `hold`; 0: none are */
    int portions;
    double chance_short, chance_out; /* on fresh days: somebody asks for it and there is none; the last portion goes */
    double left, too_old;             /* portions a day: at the end; poured away before, after `hold` */
    double curve_portions[CURVE_POINTS], curve_short[CURVE_POINTS]; /* chance_short by portions of this drink, the others as chosen */
};

struct stocking_station {
    double cups_now, cups;      /* HUGE_VAL: endless */
    struct interval cost;       /* of portions bought, poured away and lacking, on fresh days [CNY/day] */
    struct interval lacking;    /* residents a day who get none */
    struct interval gap;        /* what could still be saved, at most about mean + half_width; least cost only */
};

struct stocking {
    int n, stations;
    struct stocking_line *line;
    struct stocking_station *station;
};

/** @param layout  of the study's scenario; its own stock is what `now` shows
 * @return OK; ERR_MEMORY; ERR_INTERRUPTED, then without an answer. */
enum status stocking_choose(const struct study *study, const struct layout *layout, const struct stocking_options *options, struct arena *arena,
                            struct stocking *stocking);

/** What a day costs with so much stock: portions bought (those that keep and are left cost nothing), getting rid of
 * the rest, cups, and goodwill for those who got none. */
double stocking_cost(const struct stock_paths *paths, const int stock[], const struct stock_day *day);

#endif
