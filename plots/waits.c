/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/waits.h"

#include <math.h>

double waits_share_below(const struct picture *picture, double x_s)
{
    const double *edge = picture->wait_edge_s;
    double below = 0, all = 0;

    for (int i = 0; i < picture->wait_cells; i++) {
        double part = edge[i + 1] <= x_s ? 1
                      : edge[i] < x_s    ? (x_s - edge[i]) / (edge[i + 1] - edge[i])
                                         : 0;
        below += picture->wait_share[i] * part;
        all += picture->wait_share[i];
    }
    return all > 0 ? below / all : 0;
}

double waits_quantile_s(const struct picture *picture, double p)
{
    const double *edge = picture->wait_edge_s;
    int i = 0;

    while (i < picture->wait_cells - 1 && waits_share_below(picture, edge[i + 1]) < p)
        i++;
    if (!isfinite(edge[i + 1])) /* the last cell may hold everything beyond */
        return edge[i];
    double low = waits_share_below(picture, edge[i]),
           high = waits_share_below(picture, edge[i + 1]);
    return edge[i] + (high > low ? fmin(1, (p - low) / (high - low)) : 1) * (edge[i + 1] - edge[i]);
}

/* The target in 24, 12, 8 ... bars, as far as the range has room for them. */
static double cell_width(double target_s, double range_s)
{
    static const double parts[] = {24, 12, 8, 6, 4, 3, 2, 1};
    const double room = 30;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i] <= room * target_s / range_s)
            return target_s / parts[i];
    return target_s * ceil(range_s / target_s / room);
}

struct waits waits_cut(const struct picture *picture)
{
    double target_s = picture->target_s > 0 ? picture->target_s : 60;
    double range_s = fmax(1.5 * target_s, 1.1 * waits_quantile_s(picture, 0.99));
    struct waits cells = {.width_s = cell_width(target_s, range_s)};

    cells.n = (int)fmin(WAITS_MOST, ceil(range_s / cells.width_s));
    for (int i = 0; i < cells.n; i++)
        cells.share[i] = waits_share_below(picture, (i + 1) * cells.width_s)
                         - waits_share_below(picture, i * cells.width_s);
    cells.longer = 1 - waits_share_below(picture, cells.n * cells.width_s);
    return cells;
}
