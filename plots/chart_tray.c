/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>

enum { MOST_COLUMNS = 4, FIRST_COLUMN = 3, CELLS = 4 };

static bool has_tray(const struct picture_station *station)
{
    return station->cup_c != NULL && station->tray.median != NULL;
}

/* Degrees below the serving band at the worst time, negative where it's never so cold. */
static double badness(const struct picture *picture, int s)
{
    const struct picture_station *station = &picture->station[s];
    double worst = -INFINITY;

    for (int bin = 0; has_tray(station) && bin < picture->bins; bin++)
        if (!isnan(station->cup_c[bin]))
            worst = fmax(worst, station->cup_low_c - station->cup_c[bin]);
    return worst;
}

static int count_stations(const struct picture *picture)
{
    int n = 0;

    for (int s = 0; s < picture->n_stations; s++)
        n += has_tray(&picture->station[s]);
    return n;
}

bool tray_has_data(const struct picture *picture)
{
    return picture->bins > 1 && count_stations(picture) > 0;
}

static int coldest_bin(const struct picture *picture, const struct picture_station *station)
{
    int coldest = -1;

    for (int bin = 0; bin < picture->bins; bin++)
        if (!isnan(station->cup_c[bin]) && (coldest < 0 || station->cup_c[bin] < station->cup_c[coldest]))
            coldest = bin;
    return coldest;
}

static void find(const struct picture *picture, struct text *finding)
{
    char name[NAME_ROOM], clock[PHRASE_ROOM];
    int worst = -1, bin = -1;

    for (int s = 0; s < picture->n_stations; s++)
        if (has_tray(&picture->station[s]) && coldest_bin(picture, &picture->station[s]) >= 0 && (worst < 0 || badness(picture, s) > badness(picture, worst)))
            worst = s;
    if (worst < 0) {
        text_add(finding, say("No cup was handed over"));
        return;
    }
    bin = coldest_bin(picture, &picture->station[worst]);
    lettering_name(name, picture->station[worst].name);
    parts_clock_of(clock, picture, bin);
    if (badness(picture, worst) > 0)
        text_print(finding, say("%s hands over lukewarm cups: %.0f °C at %s"), name, picture->station[worst].cup_c[bin], clock);
    else
        text_print(finding, say("Cups stay warm on the tray: at the least %.0f °C are handed over, at %s at %s"), picture->station[worst].cup_c[bin], name, clock);
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, picture, bin);
        for (int s = 0; s < picture->n_stations; s++) {
            const struct picture_station *station = &picture->station[s];
            struct text whose = {0};
            if (!has_tray(station))
                continue;
            text_print(&whose, "%s: %s", station->name, say("cups handed over (°C)"));
            parts_band_cells(sheet, &station->tray, bin, station->name, say("cups on the tray"));
            if (bin < 0)
                sheet_cell(sheet, text_c(&whose));
            else
                sheet_number(sheet, station->cup_c[bin]);
            text_free(&whose);
        }
        sheet_row_end(sheet);
    }
}

static int column_of(const struct picture *picture, int station)
{
    int column = FIRST_COLUMN;

    for (int s = 0; s < station; s++)
        column += has_tray(&picture->station[s]) ? CELLS : 0;
    return column;
}

static void draw_warm(struct sheet *sheet, const struct picture_station *station, const struct panel *panel)
{
    double from = fmax(station->cup_low_c, panel->y.low), to = fmin(station->cup_high_c, panel->y.high);

    if (to > from)
        sheet_box(sheet, (struct box){panel->box.left, panel_y(panel, from), panel->box.right, panel_y(panel, to)}, GREEN, 0.16);
}

static void draw_station(const struct picture *picture, struct sheet *sheet, int s, const struct panel *cups, const struct panel *warmth)
{
    const struct picture_station *station = &picture->station[s];
    int column = column_of(picture, s);

    parts_head(sheet, warmth, station->name, "");
    draw_warm(sheet, station, warmth);
    sheet_panel(sheet, warmth);
    sheet_curve(sheet, "using ($2+%g):%d with linespoints lc rgb red lw 1.5 pt 7 ps 0.25", picture->bin_s / 2, column + 3);
    sheet_panel_end(sheet);
    sheet_panel(sheet, cups);
    parts_band(sheet, column, picture->bin_s, (struct look){BLUE, 1, 1.5}, picture->days > 1);
    sheet_panel_end(sheet);
    parts_closing(sheet, picture, warmth);
    parts_closing(sheet, picture, cups);
}

/* Holds all bands and all cups shown. */
static struct axis warmth_axis(const struct picture *picture, int n, const int shown[])
{
    double low = INFINITY, high = -INFINITY;

    for (int i = 0; i < n; i++) {
        const struct picture_station *station = &picture->station[shown[i]];
        low = fmin(low, station->cup_low_c), high = fmax(high, station->cup_high_c);
        for (int bin = 0; bin < picture->bins; bin++)
            if (!isnan(station->cup_c[bin])) {
                low = fmin(low, station->cup_c[bin]);
                high = fmax(high, station->cup_c[bin]);
            }
    }
    return axis_around(low, high, 5);
}

static void draw_stations(const struct picture *picture, struct sheet *sheet, int n, const int shown[])
{
    struct grid grid = parts_grid(sheet, n);
    struct axis cups = axis_from_zero(picture->station[shown[0]].tray_room, 3, SCALE_NUMBER), warmth = warmth_axis(picture, n, shown);
    double split = parts_in_two(&grid, 0.35);

    for (int i = 0; i < n; i++) {
        struct panel upper, lower;
        parts_two_panels(picture, &grid, i, split, &upper, &lower);
        upper.y = warmth, lower.y = cups;
        draw_station(picture, sheet, shown[i], &lower, &upper);
    }
    parts_counted(sheet, split, grid.area.top - grid.head_pt, say("°C"));
    parts_counted(sheet, grid.area.bottom, split - grid.head_pt, say("cups"));
    parts_along_time(sheet, picture);
}

void tray_draw(const struct picture *picture, struct sheet *sheet)
{
    const struct key keys[] = {{say("cups handed over, mean"), {RED, 1, 1.5}, 0},
                               {say("serving temperature"), {GREEN, 1, 0}, 0.16},
                               {say("cups on the tray"), {BLUE, 1, 1.5}, 0}};
    int shown[MOST_COLUMNS], with_tray = count_stations(picture);
    int n = parts_worst(picture->n_stations, with_tray < MOST_COLUMNS ? with_tray : MOST_COLUMNS, badness, picture, shown);
    const struct notes notes = {n, with_tray, say("shown: the %d of %d stations with the coldest cups"), true, parts_run_mean(picture->in_a_row)};
    struct text finding = {0};

    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    sheet_key(sheet, 3, keys);
    write_table(picture, sheet);
    draw_stations(picture, sheet, n, shown);
    parts_notes(sheet, picture, &notes);
    text_free(&finding);
}
