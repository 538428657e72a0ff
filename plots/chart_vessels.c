/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"
#include "plots/vessel_panels.h"
#include "plots/vessel_words.h"

#include <math.h>

enum { MOST_COLUMNS = 4, FIRST_COLUMN = 3, CELLS = 7 };

bool vessels_has_data(const struct picture *picture)
{
    return picture->bins > 1 && vessel_count(picture) > 0;
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, picture, bin);
        for (int i = 0, n = vessel_count(picture); i < n; i++) {
            const struct picture_station *station;
            const struct picture_vessel *vessel = vessel_at(picture, i, &station);
            struct text whose = {0};
            text_print(&whose, "%s, %s", station->name, vessel->name);
            parts_band_cells(sheet, &vessel->temperature_c, bin, text_c(&whose),
                             say("temperature (°C)"));
            parts_band_cells(sheet, &vessel->litres, bin, text_c(&whose), say("level (L)"));
            text_print(&whose, ": %s", say("heater on (share of time)"));
            if (bin < 0)
                sheet_cell(sheet, text_c(&whose));
            else
                sheet_number(sheet, vessel->duty ? vessel->duty[bin] : NAN);
            text_free(&whose);
        }
        sheet_row_end(sheet);
    }
}

static void draw_temperature(const struct picture *picture, struct sheet *sheet,
                             const struct picture_vessel *vessel, int column,
                             const struct panel *panel)
{
    const struct look look = {BLUE, 1, 1.5};
    double middle = picture->bin_s / 2;
    double from = fmax(vessel->serve_low_c, panel->y.low),
           to = fmin(vessel->serve_high_c, panel->y.high);

    if (to > from)
        sheet_box(sheet,
                  (struct box){panel->box.left, panel_y(panel, from), panel->box.right,
                               panel_y(panel, to)},
                  GREEN, 0.16);
    sheet_panel(sheet, panel);
    if (isfinite(vessel->serve_low_c))
        sheet_curve(sheet,
                    "using ($2+%g):%d:(%g) with filledcurves below lc rgb red fs transparent solid "
                    "0.6 noborder",
                    middle, column, vessel->serve_low_c);
    parts_band(sheet, column, middle, look, picture->days > 1);
    sheet_panel_end(sheet);
}

static void draw_duty(const struct picture *picture, struct sheet *sheet,
                      const struct picture_vessel *vessel, int column, const struct panel *panel)
{
    const struct letters centred = {size_small, false, QUIET, CENTRE};

    sheet_panel(sheet, panel);
    if (vessel->duty)
        sheet_curve(sheet,
                    "using ($2+%g):%d with filledcurves y=0 lc rgb orange fs solid 0.8 noborder",
                    picture->bin_s / 2, column);
    sheet_panel_end(sheet);
    if (!vessel->duty)
        sheet_say(sheet, (panel->box.left + panel->box.right) / 2, panel->box.bottom + 8, centred,
                  say("no heater"));
}

static void draw_heading(struct sheet *sheet, const struct picture_vessel *vessel,
                         const struct picture_station *station, const struct box *box)
{
    struct text fitted = {0}, whose = {0};
    double width = box->right - box->left + 8;

    lettering_fit(&fitted, vessel->drink, letters_heading.size_pt, true, width);
    sheet_say(sheet, box->left, box->top + 18, letters_heading, text_c(&fitted));
    text_clear(&fitted);
    text_print(&whose, "%s · %s", station->name, vessel->name);
    lettering_fit(&fitted, text_c(&whose), size_small, false, width);
    sheet_say(sheet, box->left, box->top + 7.5, letters_small, text_c(&fitted));
    text_free(&whose);
    text_free(&fitted);
}

static void draw_vessel(const struct picture *picture, struct sheet *sheet,
                        const struct vessel_panels *panels, int place, int i)
{
    const struct look look = {SKY, 1, 1.5};
    const struct picture_station *station;
    const struct picture_vessel *vessel = vessel_at(picture, i, &station);
    struct panel temperature = vessel_panel(picture, panels, place, 0),
                 level = vessel_panel(picture, panels, place, 1),
                 duty = vessel_panel(picture, panels, place, 2);
    int column = FIRST_COLUMN + CELLS * i;

    draw_heading(sheet, vessel, station, &temperature.box);
    draw_temperature(picture, sheet, vessel, column, &temperature);
    sheet_panel(sheet, &level);
    parts_band(sheet, column + 3, picture->bin_s / 2, look, picture->days > 1);
    sheet_panel_end(sheet);
    parts_closing(sheet, picture, &temperature);
    parts_closing(sheet, picture, &level);
    if (panels->rows == 3) {
        draw_duty(picture, sheet, vessel, column + 6, &duty);
        parts_closing(sheet, picture, &duty);
    }
}

/* Of what is drawn only. */
static void draw_keys(const struct picture *picture, struct sheet *sheet, int n, const int shown[])
{
    struct key keys[5] = {{say("temperature"), {BLUE, 1, 1.5}, 0},
                          {say("serving temperature"), {GREEN, 1, 0}, 0.16}};
    const struct picture_station *station;
    bool cold = false;
    int k = 2;

    for (int i = 0; i < n; i++)
        cold |= vessel_too_cold(picture, vessel_at(picture, shown[i], &station));
    if (cold)
        keys[k++] = (struct key){say("too cold to serve"), {RED, 1, 0}, 0.6};
    keys[k++] = (struct key){say("level"), {SKY, 1, 1.5}, 0};
    if (vessel_heated(picture, n, shown))
        keys[k++] = (struct key){say("heater on"), {ORANGE, 1, 0}, 0.8};
    sheet_key(sheet, k, keys);
}

void vessels_draw(const struct picture *picture, struct sheet *sheet)
{
    const char *counted[] = {say("°C"), say("litres"), say("heater")};
    int shown[MOST_COLUMNS],
        n = parts_worst(vessel_count(picture), MOST_COLUMNS, vessel_badness, picture, shown);
    struct text finding = {0};

    vessel_find(picture, &finding);
    parts_title(sheet, picture, &finding);
    draw_keys(picture, sheet, n, shown);
    write_table(picture, sheet);
    struct vessel_panels panels = vessel_panels(picture, sheet, n, shown);
    for (int i = 0; i < n; i++)
        draw_vessel(picture, sheet, &panels, i, shown[i]);
    for (int row = 0; row < panels.rows; row++) {
        struct panel panel = vessel_panel(picture, &panels, 0, row);
        parts_counted(sheet, panel.box.bottom, panel.box.top, counted[row]);
    }
    parts_along_time(sheet, picture);
    const struct notes notes = {n, vessel_count(picture), say("shown: the %d worst of %d vessels"),
                                true, parts_run_mean(picture->in_a_row)};
    parts_notes(sheet, picture, &notes);
    text_free(&finding);
}
