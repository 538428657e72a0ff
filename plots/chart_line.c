/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>

enum { MOST_PANELS = 6, FIRST_COLUMN = 3 };

bool line_has_data(const struct picture *picture)
{
    return picture->bins > 1 && picture->n_stations > 0;
}

static double longest(const struct picture *picture, int s)
{
    const double *high = picture->station[s].line.high;
    int peak = parts_peak(picture->bins, high);
    return peak < 0 ? 0 : high[peak];
}

static double usual(const struct picture *picture, int s)
{
    const double *median = picture->station[s].line.median;
    int peak = parts_peak(picture->bins, median);
    return peak < 0 ? 0 : median[peak];
}

static int worst_station(const struct picture *picture)
{
    int worst = 0;

    for (int s = 1; s < picture->n_stations; s++)
        if (longest(picture, s) > longest(picture, worst))
            worst = s;
    return worst;
}

static void find(const struct picture *picture, struct text *finding)
{
    char name[NAME_ROOM], clock[PHRASE_ROOM], few[PHRASE_ROOM], many[PHRASE_ROOM];
    const struct picture_station *worst = &picture->station[worst_station(picture)];
    int peak = parts_peak(picture->bins, worst->line.high);

    if (peak < 0 || worst->line.high[peak] < 1) {
        text_add(finding,
                 picture->days == 1
                     ? say("No line to speak of: never is anyone waiting for long")
                     : say("No line to speak of: even on a bad day hardly anyone is waiting"));
        return;
    }
    lettering_name(name, worst->name);
    parts_clock_of(clock, picture, peak);
    phrase_people(many, worst->line.high[peak]);
    phrase_people(few, worst->line.median[peak]);
    if (picture->days == 1)
        text_print(finding, say("%s has the longest line: %s at %s"), name, many, clock);
    else
        text_print(finding,
                   say("%s has the longest line: %s at %s, and on 1 day in 20 more than %s"), name,
                   few, clock, many);
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, picture, bin);
        for (int s = 0; s < picture->n_stations; s++)
            parts_band_cells(sheet, &picture->station[s].line, bin, picture->station[s].name,
                             say("people waiting"));
        sheet_row_end(sheet);
    }
}

static void draw_station(const struct picture *picture, struct sheet *sheet, int s,
                         const struct panel *panel)
{
    const struct look look = {BLUE, 1, 1.5};
    char beside[2 * PHRASE_ROOM];
    double median = usual(picture, s), high = longest(picture, s);

    if (picture->days > 1)
        snprintf(beside, sizeof beside, say("up to %.0f, on a bad day %.0f"), median, high);
    else
        snprintf(beside, sizeof beside, say("at most %.0f"), high);
    sheet_panel(sheet, panel);
    parts_band(sheet, FIRST_COLUMN + 3 * s, picture->bin_s / 2, look, picture->days > 1);
    sheet_panel_end(sheet);
    parts_closing(sheet, picture, panel);
    parts_head(sheet, panel, picture->station[s].name, beside);
}

void line_draw(const struct picture *picture, struct sheet *sheet)
{
    int shown[MOST_PANELS];
    int n = parts_worst(picture->n_stations, MOST_PANELS, longest, picture, shown);
    struct text finding = {0};

    const struct key keys[] = {{say("median of all days"), {BLUE, 1, 1.5}, 0},
                               {say("from the 5th to the 95th of 100 days"), {BLUE, 1, 0}, 0.25}};
    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    if (picture->days > 1)
        sheet_key(sheet, 2, keys);
    write_table(picture, sheet);
    struct grid grid = parts_grid(sheet, n);
    double most = fmax(4, longest(picture, worst_station(picture)));
    struct axis y = axis_from_zero(1.02 * most, grid.rows > 1 ? 3 : 5, SCALE_NUMBER);
    for (int i = 0; i < n; i++) {
        struct panel panel = parts_panel(&grid, i, y, y);
        panel.x = parts_clock(picture, panel.box.right - panel.box.left);
        draw_station(picture, sheet, shown[i], &panel);
    }
    const struct notes notes = {n, picture->n_stations,
                                say("shown: the %d of %d stations with the longest lines"), false};
    parts_axes(sheet, picture, &grid, say("people waiting"));
    parts_notes(sheet, picture, &notes);
    text_free(&finding);
}
