/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_VESSEL_PANELS_H
#define PLOTS_VESSEL_PANELS_H

#include "plots/chart.h"
#include "plots/parts.h"

/* The panels of the vessel chart: a column for each vessel shown, rows for temperature, level and,
 * where any of them has a heater, its duty. */
enum { HEAD_PT = 24 };

struct vessel_panels {
    int rows; /* 3, or 2 without a heater */
    struct axis temperature, level, duty;
    double split[4]; /* pt: tops of the rows, and the foot */
    double left, pitch, width;
};

/** Vessels of all stations. */
int vessel_count(const struct picture *picture);

/** The i-th vessel over all stations, and whose it is. */
const struct picture_vessel *vessel_at(const struct picture *picture, int i,
                                       const struct picture_station **station);

/** Whether one of shown[n] has a heater. */
bool vessel_heated(const struct picture *picture, int n, const int shown[]);

/** Axes that hold all of shown[n], and where panels stand below sheet->top. */
struct vessel_panels vessel_panels(const struct picture *picture, const struct sheet *sheet, int n,
                                   const int shown[]);

struct panel vessel_panel(const struct picture *picture, const struct vessel_panels *panels, int column,
                          int row);

#endif
