/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>

enum { MOST_PANELS = 6, FIRST_COLUMN = 3 };

/* A fifth of what a circuit carries is kept in hand. */
static const double SAFE_LOAD = 0.8;

static double asked(const struct picture_station *station)
{
    return station->load_kw ? station->heaters_kw / station->circuit_kw : -1;
}

/* Breakers that trip come first, then what the heaters could ask for. */
static double badness(const struct picture *picture, int s)
{
    return asked(&picture->station[s]) + 1e3 * picture->station[s].trips;
}

static int count_stations(const struct picture *picture)
{
    int n = 0;

    for (int s = 0; s < picture->n_stations; s++)
        n += picture->station[s].load_kw != NULL;
    return n;
}

bool circuit_has_data(const struct picture *picture)
{
    return picture->bins > 1 && count_stations(picture) > 0;
}

static void find(const struct picture *picture, struct text *finding)
{
    char name[NAME_ROOM];
    const struct picture_station *worst = NULL;

    for (int s = 0; s < picture->n_stations; s++)
        if (picture->station[s].load_kw && (!worst || badness(picture, s) > badness(picture, (int)(worst - picture->station))))
            worst = &picture->station[s];
    if (!worst)
        return;
    lettering_name(name, worst->name);
    if (worst->trips >= 0.05)
        text_print(finding, say("%s: the breaker trips %.1f times a day; heaters of %.1f kW hang on %.1f kW"), name, worst->trips, worst->heaters_kw, worst->circuit_kw);
    else if (asked(worst) > 1 && worst->turns)
        text_print(finding, say("%s: heaters of %.1f kW take turns on %.1f kW, so that each heats more slowly"), name, worst->heaters_kw, worst->circuit_kw);
    else if (asked(worst) > SAFE_LOAD)
        text_print(finding, say("No breaker trips, but %s has little in hand: heaters of %.1f kW on %.1f kW"), name, worst->heaters_kw, worst->circuit_kw);
    else
        text_print(finding, say("The current suffices everywhere; most is asked for at %s, %.1f kW of %.1f kW"), name, worst->heaters_kw, worst->circuit_kw);
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, picture, bin);
        for (int s = 0; s < picture->n_stations; s++) {
            struct text whose = {0};
            text_print(&whose, "%s: %s", picture->station[s].name, say("mean load of the heaters (kW)"));
            if (bin < 0)
                sheet_cell(sheet, text_c(&whose));
            else
                sheet_number(sheet, picture->station[s].load_kw ? picture->station[s].load_kw[bin] : NAN);
            text_free(&whose);
        }
        sheet_row_end(sheet);
    }
}

static void across(struct sheet *sheet, const struct panel *panel, double kw, struct look look)
{
    if (kw <= panel->y.high)
        sheet_line(sheet, panel->box.left, panel_y(panel, kw), panel->box.right, panel_y(panel, kw), look);
}

static void draw_station(const struct picture *picture, struct sheet *sheet, int s, const struct panel *panel)
{
    const struct picture_station *station = &picture->station[s];
    char beside[2 * PHRASE_ROOM];

    if (station->trips >= 0.05)
        snprintf(beside, sizeof beside, say("trips %.1f times a day"), station->trips);
    else
        snprintf(beside, sizeof beside, say("heaters %.1f kW"), station->heaters_kw);
    sheet_panel(sheet, panel);
    sheet_curve(sheet, "using ($2+%g):%d with filledcurves y=0 lc rgb orange fs solid 0.6 noborder", picture->bin_s / 2, FIRST_COLUMN + s);
    sheet_panel_end(sheet);
    across(sheet, panel, station->circuit_kw, (struct look){RED, 1, 1.5});
    across(sheet, panel, SAFE_LOAD * station->circuit_kw, (struct look){RED, 2, 0.8});
    across(sheet, panel, station->heaters_kw, (struct look){INK, 3, 0.8});
    parts_closing(sheet, picture, panel);
    parts_head(sheet, panel, station->name, beside);
}

static double highest(const struct picture *picture, int n, const int shown[])
{
    double most = 0;

    for (int i = 0; i < n; i++)
        most = fmax(most, fmax(picture->station[shown[i]].circuit_kw, picture->station[shown[i]].heaters_kw));
    return most;
}

void circuit_draw(const struct picture *picture, struct sheet *sheet)
{
    const struct key keys[] = {{picture->days > 1 ? say("load, mean of all days") : say("load of the heaters"), {ORANGE, 1, 0}, 0.6},
                               {say("what the circuit carries"), {RED, 1, 1.5}, 0},
                               {say("a fifth in hand"), {RED, 2, 0.8}, 0},
                               {say("all heaters at once"), {INK, 3, 0.8}, 0}};
    int shown[MOST_PANELS], with_heaters = count_stations(picture);
    int n = parts_worst(picture->n_stations, with_heaters < MOST_PANELS ? with_heaters : MOST_PANELS, badness, picture, shown);
    const struct notes notes = {n, with_heaters, say("shown: the %d of %d stations with the fullest circuits"), false, NULL};
    struct text finding = {0};

    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    sheet_key(sheet, 4, keys);
    write_table(picture, sheet);
    struct grid grid = parts_grid(sheet, n);
    struct axis y = axis_from_zero(1.05 * highest(picture, n, shown), grid.rows > 1 ? 3 : 5, SCALE_NUMBER);
    for (int i = 0; i < n; i++) {
        struct panel panel = parts_panel(&grid, i, y, y);
        panel.x = parts_clock(picture, panel.box.right - panel.box.left);
        draw_station(picture, sheet, shown[i], &panel);
    }
    parts_axes(sheet, picture, &grid, say("kW"));
    parts_notes(sheet, picture, &notes);
    text_free(&finding);
}
