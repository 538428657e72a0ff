/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/histogram.h"

#include <math.h>

double histogram_edge(int cell)
{
    if (cell < 64)
        return cell;
    int octave = 6 + (cell - 64) / 32, part = (cell - 64) % 32;
    return ldexp(32 + part, octave - 5);
}

void histogram_merge(uint64_t into[HISTOGRAM_CELLS], const uint32_t more[HISTOGRAM_CELLS])
{
    for (int cell = 0; cell < HISTOGRAM_CELLS; cell++)
        into[cell] += more[cell];
}

static uint64_t total(const uint64_t count[HISTOGRAM_CELLS])
{
    uint64_t sum = 0;
    for (int cell = 0; cell < HISTOGRAM_CELLS; cell++)
        sum += count[cell];
    return sum;
}

static double within(int cell, double part)
{
    double low = histogram_edge(cell);
    return low + part * (histogram_edge(cell + 1) - low);
}

double histogram_quantile(const uint64_t count[HISTOGRAM_CELLS], double p)
{
    double wanted = p * (double)total(count), below = 0;
    int last = -1;

    for (int cell = 0; cell < HISTOGRAM_CELLS; cell++) {
        if (count[cell] == 0)
            continue;
        double more = (double)count[cell];
        if (below + more >= wanted)
            return within(cell, fmax(0, (wanted - below) / more));
        below += more;
        last = cell;
    }
    return last < 0 ? 0 : within(last, 1);
}

double histogram_below(const uint64_t count[HISTOGRAM_CELLS], double units)
{
    uint64_t all = total(count);
    double below = 0;

    if (all == 0)
        return 1;
    for (int cell = 0; cell < HISTOGRAM_CELLS; cell++) {
        double low = histogram_edge(cell), high = histogram_edge(cell + 1);
        if (units <= low)
            break;
        below += (double)count[cell] * fmin(1, (units - low) / (high - low));
    }
    return below / (double)all;
}
