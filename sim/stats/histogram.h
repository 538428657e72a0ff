/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATS_HISTOGRAM_H
#define STATS_HISTOGRAM_H

#include <stdint.h>

/* Counts in log-linear cells: cell of x (>= 0, in units of `resolution`) is exact below 64 units,
 * then 32 cells an octave (relative width 1/32). Integer counts: sums are the same in any order. 0
 * .. 63, then octaves up to 2^24 units; more falls in the last cell. */
enum { HISTOGRAM_CELLS = 64 + 32 * 18 };

struct histogram {
    uint32_t count[HISTOGRAM_CELLS];
};

/** The cell of a value already divided by the resolution; negative values fall in cell 0. */
static inline int histogram_cell(double scaled);

/** Lower edge of a cell, in units; histogram_edge(HISTOGRAM_CELLS) is its end. */
double histogram_edge(int cell);

/** Adds the counts of a day. */
void histogram_merge(uint64_t into[HISTOGRAM_CELLS], const uint32_t more[HISTOGRAM_CELLS]);

/** The value below which a share p of the counts lies, in units: linear within the cell, for
 * continuous quantities. 0 if there are no counts. */
double histogram_quantile(const uint64_t count[HISTOGRAM_CELLS], double p);

/** Share of counts below a value in units (linear within its cell); 1 if there are none. */
double histogram_below(const uint64_t count[HISTOGRAM_CELLS], double units);

static inline int histogram_cell(double scaled)
{
    union {
        double number;
        uint64_t bits;
    } view = {scaled};
    if (scaled < 64.0)
        return scaled > 0 ? (int)scaled : 0;
    int octave = (int)(view.bits >> 52) - 1023; /* 6 or more */
    if (octave >= 24)
        return HISTOGRAM_CELLS - 1;
    return 64 + 32 * (octave - 6) + (int)(view.bits >> 47 & 31);
}

#endif
