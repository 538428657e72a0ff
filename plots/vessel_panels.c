/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/vessel_panels.h"

#include <math.h>

enum { GAP_PT = 8, BETWEEN_PT = 24 };

int vessel_count(const struct picture *picture)
{
    int n = 0;

    for (int s = 0; s < picture->n_stations; s++)
        n += picture->station[s].n_vessels;
    return n;
}

const struct picture_vessel *vessel_at(const struct picture *picture, int i,
                                       const struct picture_station **station)
{
    *station = picture->station;
    while (i >= (*station)->n_vessels)
        i -= (*station)++->n_vessels;
    return &(*station)->vessel[i];
}

bool vessel_heated(const struct picture *picture, int n, const int shown[])
{
    const struct picture_station *station;

    for (int i = 0; i < n; i++)
        if (vessel_at(picture, shown[i], &station)->duty)
            return true;
    return false;
}

static void widen(const struct picture *picture, const struct picture_vessel *vessel, double *low,
                  double *high, double *litres)
{
    for (int bin = 0; bin < picture->bins; bin++) {
        *low = fmin(*low, vessel->temperature_c.low[bin]);
        *high = fmax(*high, vessel->temperature_c.high[bin]);
        *litres = fmax(*litres, vessel->litres.high[bin]);
    }
    *low = fmin(*low, vessel->serve_low_c);
    *high = fmax(*high, vessel->serve_high_c);
    *litres = fmax(*litres, vessel->volume_l);
}

struct vessel_panels vessel_panels(const struct picture *picture, const struct sheet *sheet, int n,
                                   const int shown[])
{
    const struct picture_station *station;
    double low = INFINITY, high = -INFINITY, litres = 0, foot = FOOT_PT,
           left = PAGE_MARGIN + LEFT_PT;
    double top = sheet->top - HEAD_PT, pitch = (sheet->width - PAGE_MARGIN - left + BETWEEN_PT) / n;
    bool heated = vessel_heated(picture, n, shown);

    for (int i = 0; i < n; i++)
        widen(picture, vessel_at(picture, shown[i], &station), &low, &high, &litres);
    double room = top - foot - (heated ? 2 : 1) * GAP_PT;
    double second = top - 0.56 * room - GAP_PT;
    return (struct vessel_panels){
        .rows = heated ? 3 : 2,
        .temperature = axis_around(low, high, 5),
        .level = axis_from_zero(litres, 2, SCALE_NUMBER),
        .duty = {0, 1, 1, SCALE_PERCENT},
        .split = {top, second, heated ? second - 0.27 * room - GAP_PT : foot, foot},
        .left = left,
        .pitch = pitch,
        .width = pitch - BETWEEN_PT,
    };
}

struct panel vessel_panel(const struct picture *picture, const struct vessel_panels *panels,
                          int column, int row)
{
    const struct axis axes[] = {panels->temperature, panels->level, panels->duty};
    double left = panels->left + column * panels->pitch;
    bool last = row == panels->rows - 1;
    double bottom = panels->split[row + 1] + (last ? 0 : GAP_PT);

    return (struct panel){{left, bottom, left + panels->width, panels->split[row]},
                          parts_clock(picture, panels->width),
                          axes[row],
                          last,
                          column == 0};
}
