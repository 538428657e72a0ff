/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/stock_lasting.h"

#include <math.h>

enum { ENDLESS = 1 << 24 };

static double lasts(const struct stock_paths *paths, int station, int d, int portions)
{
    int stock[256], enough = 0;
    struct stock_day day;

    for (int other = 0; other < paths->drinks; other++)
        stock[other] = other == d ? portions : ENDLESS;
    for (int r = 0; r < paths->days; r++) {
        stock_replay(paths, &paths->path[r * paths->stations + station], stock, HUGE_VAL, &day);
        enough += !day.missed[d];
    }
    return (double)enough / paths->days;
}

int stock_that_lasts(const struct stock_paths *paths, int station, int d, double share)
{
    int low = -1, high = 1;

    while (high < ENDLESS && lasts(paths, station, d, high) < share) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        *(lasts(paths, station, d, middle) < share ? &low : &high) = middle;
    }
    return high;
}
