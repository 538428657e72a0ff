/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_FILM_PAGE_H
#define PLOTS_FILM_PAGE_H

#include "plots/film.h"
#include "plots/map_view.h"
#include "plots/place.h"
#include "plots/sheet.h"

/* Where everything stands on the page of a film; what doesn't move is drawn into the sheet. */
enum { FILM_STATIONS = 8, FILM_ROWS = 12 };

/* The crowd at a station: dots in rows, filled from the corner nearest to it. */
struct film_crowd {
    double x, y, dx, dy; /* first dot, and steps along a row and between rows */
    int columns;
};

/* A thermometer beside the map. */
struct film_row {
    int station, vessel;
    double y;
};

struct film_page {
    struct view view;
    const struct film_crowd *crowd; /* [stations], in the arena */
    double left;                    /* of what stands beside the map */
    double clock_y, counts_y;
    int n_stations, station[FILM_STATIONS]; /* those shown beside the map, in their own order */
    double head_y[FILM_STATIONS];
    int n_rows;
    struct film_row row[FILM_ROWS];
};

/* Thermometers show this range, this wide on the page. */
static const double film_low_c = 30, film_high_c = 90;
enum { THERMOMETER_LEFT = 38, THERMOMETER_PT = 42 };

/** Lays the page out and draws what doesn't move. @return OK; ERR_MEMORY */
struct arena;
enum status film_page_draw(const struct film *film, struct arena *arena, struct sheet *sheet, struct film_page *page);

#endif
