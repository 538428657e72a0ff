/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>

enum { MOST_PANELS = 6, FIRST_COLUMN = 3 };

bool arrivals_has_data(const struct picture *picture)
{
    return picture->bins > 1 && picture->n_stations > 0;
}

/* What comes over what can be served, in a bin; a bin without capacity counts if someone comes. */
static double load(const struct picture_station *station, int bin)
{
    double arrivals = station->arrivals_per_h[bin], capacity = station->capacity_per_h[bin];

    if (!(arrivals > 0) || isnan(capacity))
        return 0;
    return capacity > 0 ? arrivals / capacity : INFINITY;
}

static int peak_bin(const struct picture *picture, int s)
{
    int peak = 0;

    for (int i = 1; i < picture->bins; i++)
        if (load(&picture->station[s], i) > load(&picture->station[s], peak))
            peak = i;
    return peak;
}

static double peak_load(const struct picture *picture, int s)
{
    return load(&picture->station[s], peak_bin(picture, s));
}

static int busiest(const struct picture *picture)
{
    int worst = 0;

    for (int s = 1; s < picture->n_stations; s++)
        if (peak_load(picture, s) > peak_load(picture, worst))
            worst = s;
    return worst;
}

/* The time around the peak in which more come than can be served. */
static void overload(const struct picture *picture, int s, char from[], char to[])
{
    const struct picture_station *station = &picture->station[s];
    int first = peak_bin(picture, s), last = first;

    while (first > 0 && load(station, first - 1) > 1)
        first--;
    while (last + 1 < picture->bins && load(station, last + 1) > 1)
        last++;
    parts_clock_of(from, picture, first);
    parts_clock_of(to, picture, last + 1);
}

static void find_overload(const struct picture *picture, int overloaded, struct text *finding)
{
    char name[NAME_ROOM], from[PHRASE_ROOM], to[PHRASE_ROOM];
    int worst = busiest(picture);

    overload(picture, worst, from, to);
    lettering_name(name, picture->station[worst].name);
    if (overloaded == 1)
        text_print(finding, say("%s: more come than can be served from %s to %s"), name, from, to);
    else
        text_print(
            finding,
            say("At %d of %d stations more come than can be served, most at %s from %s to %s"),
            overloaded, picture->n_stations, name, from, to);
}

static bool somebody_comes(const struct picture *picture)
{
    for (int s = 0; s < picture->n_stations; s++)
        for (int b = 0; b < picture->bins; b++)
            if (picture->station[s].arrivals_per_h[b] > 0)
                return true;
    return false;
}

static void find(const struct picture *picture, struct text *finding)
{
    char name[NAME_ROOM], clock[PHRASE_ROOM];
    int worst = busiest(picture), overloaded = 0;
    double most = peak_load(picture, worst);

    for (int s = 0; s < picture->n_stations; s++)
        overloaded += peak_load(picture, s) > 1;
    lettering_name(name, picture->station[worst].name);
    parts_clock_of(clock, picture, peak_bin(picture, worst));
    if (overloaded)
        find_overload(picture, overloaded, finding);
    else if (most == 0)
        text_add(finding, somebody_comes(picture) ? say("Residents come, but nobody is served") : say("Nobody comes to any station"));
    else if (picture->n_stations == 1)
        text_print(finding,
                   say("%s can serve all who come: at its peak, %s, %.0f %% of its capacity"), name,
                   clock, 100 * most);
    else
        text_print(finding,
                   say("Every station can serve all who come: the fullest, %s, peaks at "
                       "%.0f %% of its capacity at %s"),
                   name, 100 * most, clock);
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, picture, bin);
        for (int s = 0; s < picture->n_stations; s++) {
            const struct picture_station *station = &picture->station[s];
            if (bin < 0) {
                struct text head = {0};
                text_print(&head, "%s: %s", station->name, say("arrivals (1/h)"));
                sheet_cell(sheet, text_c(&head));
                text_clear(&head);
                text_print(&head, "%s: %s", station->name, say("capacity (1/h)"));
                sheet_cell(sheet, text_c(&head));
                text_free(&head);
            } else {
                sheet_number(sheet, station->arrivals_per_h[bin]);
                sheet_number(sheet, station->capacity_per_h[bin]);
            }
        }
        sheet_row_end(sheet);
    }
}

static double highest(const struct picture *picture, int n, const int shown[])
{
    double most = 0;

    for (int i = 0; i < n; i++) {
        const struct picture_station *station = &picture->station[shown[i]];
        for (int bin = 0; bin < picture->bins; bin++) {
            most = fmax(most, station->arrivals_per_h[bin]);
            if (isfinite(station->capacity_per_h[bin]))
                most = fmax(most, station->capacity_per_h[bin]);
        }
    }
    return most;
}

static void draw_station(const struct picture *picture, struct sheet *sheet, int s,
                         const struct panel *panel)
{
    int arrivals = FIRST_COLUMN + 2 * s, capacity = arrivals + 1;
    double middle = picture->bin_s / 2, most = peak_load(picture, s);
    char beside[PHRASE_ROOM] = "";

    if (isfinite(most) && most > 0)
        snprintf(beside, sizeof beside, say("peak %.0f %%"), 100 * most);
    sheet_panel(sheet, panel);
    sheet_curve(
        sheet,
        "using ($2+%g):%d with filledcurves y=0 lc rgb blue fs transparent solid 0.25 noborder",
        middle, arrivals);
    sheet_curve(
        sheet,
        "using ($2+%g):%d:%d with filledcurves above lc rgb red fs transparent solid 0.8 noborder",
        middle, arrivals, capacity);
    sheet_curve(sheet, "using ($2+%g):%d with lines lc rgb blue lw 1.2", middle, arrivals);
    /* steps end where the last bin begins, fsteps begin where the first one ends: together, all
     * bins */
    sheet_curve(sheet, "using 2:%d with steps lc rgb ink lw 1.4", capacity);
    sheet_curve(sheet, "using ($2+%g):%d with fsteps lc rgb ink lw 1.4", picture->bin_s, capacity);
    sheet_panel_end(sheet);
    parts_closing(sheet, picture, panel);
    parts_head(sheet, panel, picture->station[s].name, beside);
}

void arrivals_draw(const struct picture *picture, struct sheet *sheet)
{
    const struct key keys[] = {{say("residents who come"), {BLUE, 1, 1.2}, 0.25},
                               {say("residents who can be served"), {INK, 1, 1.4}, 0},
                               {say("more than can be served"), {RED, 1, 0}, 0.8}};
    int shown[MOST_PANELS];
    int n = parts_worst(picture->n_stations, MOST_PANELS, peak_load, picture, shown);
    struct text finding = {0};

    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    sheet_key(sheet, peak_load(picture, busiest(picture)) > 1 ? 3 : 2, keys);
    write_table(picture, sheet);
    struct grid grid = parts_grid(sheet, n);
    struct axis y =
        axis_from_zero(1.05 * highest(picture, n, shown), grid.rows > 1 ? 3 : 5, SCALE_NUMBER);
    for (int i = 0; i < n; i++) {
        struct panel panel = parts_panel(&grid, i, y, y);
        panel.x = parts_clock(picture, panel.box.right - panel.box.left);
        draw_station(picture, sheet, shown[i], &panel);
    }
    const struct notes notes = {n, picture->n_stations,
                                say("shown: the %d of %d stations with the highest peak"), false, NULL};
    parts_axes(sheet, picture, &grid, say("residents per hour"));
    parts_notes(sheet, picture, &notes);
    text_free(&finding);
}
