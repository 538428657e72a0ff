/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/choice_parts.h"
#include "plots/parts.h"
#include "plots/sweep_words.h"

#include <math.h>

enum { MOST_PANELS = 6, FIRST_COLUMN = 3, GAP_PT = 40 };

bool sweep_has_data(const struct choice_picture *picture)
{
    return picture->n_sweep > 1 && picture->sweep_name && (picture->sweep_x || picture->sweep_text)
           && picture->n_sweep_figures > 0 && picture->sweep_figure
           && picture->sweep_figure[0].mean;
}

static void write_table(const struct choice_picture *picture, struct sheet *sheet)
{
    sheet_cell(sheet, say("place"));
    sheet_cell(sheet, picture->sweep_path ? picture->sweep_path : picture->sweep_name);
    for (int f = 0; f < picture->n_sweep_figures; f++) {
        struct text name = {0};
        choice_with_unit(&name, picture->sweep_figure[f].name, picture->sweep_figure[f].unit);
        sheet_cell(sheet, text_c(&name));
        sheet_cell(sheet, say("low"));
        sheet_cell(sheet, say("high"));
        text_free(&name);
    }
    sheet_row_end(sheet);
    for (int i = 0; i < picture->n_sweep; i++) {
        struct text step = {0};
        sweep_step(&step, picture, i);
        sheet_number(sheet, sweep_place(picture, i));
        sheet_cell(sheet, text_c(&step));
        for (int f = 0; f < picture->n_sweep_figures; f++) {
            const struct choice_figure *figure = &picture->sweep_figure[f];
            double mean = figure->mean ? figure->mean[i] : NAN, half = sweep_half(figure, i);
            sheet_number(sheet, mean);
            sheet_number(sheet, mean - half);
            sheet_number(sheet, mean + half);
        }
        sheet_row_end(sheet);
        text_free(&step);
    }
}

static struct axis axis_of(const struct choice_picture *picture, const struct choice_figure *figure,
                           int ticks)
{
    double low = INFINITY, high = -INFINITY;

    for (int i = 0; i < picture->n_sweep; i++)
        if (figure->mean && isfinite(figure->mean[i])) {
            low = fmin(low, figure->mean[i] - sweep_half(figure, i));
            high = fmax(high, figure->mean[i] + sweep_half(figure, i));
        }
    if (!(low <= high))
        low = high = 0;
    choice_bounds(figure, picture->n_sweep, &low, &high);
    return axis_around(low >= 0 && low < 0.6 * high ? 0 : low, high, ticks);
}

/* Names of the steps, as many as have room. */
static void say_steps(const struct choice_picture *picture, struct sheet *sheet,
                      const struct panel *panel)
{
    const struct letters centred = {size_small, false, QUIET, CENTRE};
    double free_from = 0;

    for (int i = 0; i < picture->n_sweep; i++) {
        double x = panel_x(panel, sweep_place(picture, i));
        struct text step = {0};
        sweep_step(&step, picture, i);
        double half = lettering_width(text_c(&step), size_small, false) / 2;
        if (x - half > free_from && x + half < sheet->width) {
            sheet_say(sheet, x, panel->box.bottom - 7, centred, text_c(&step));
            free_from = x + half + 5;
        }
        text_free(&step);
    }
}

static void draw_figure(const struct choice_picture *picture, struct sheet *sheet, int f,
                        const struct panel *panel)
{
    const struct choice_figure *figure = &picture->sweep_figure[f];
    int column = FIRST_COLUMN + 3 * f;

    sheet_panel(sheet, panel);
    if (figure->half_width)
        sheet_curve(
            sheet, "using 1:%d:%d with filledcurves lc rgb blue fs transparent solid 0.25 noborder",
            column + 1, column + 2);
    sheet_curve(sheet, "using 1:%d with linespoints lc rgb blue lw 1.4 pt 7 ps %g", column,
                picture->n_sweep > 30 ? 0.2 : 0.4);
    sheet_panel_end(sheet);
    say_steps(picture, sheet, panel);
    parts_head(sheet, panel, figure->name, figure->unit ? figure->unit : "");
}

static void draw_note(const struct choice_picture *picture, struct sheet *sheet, int shown)
{
    struct text note = {0};

    text_print(&note, say("band: %g %% interval of the mean"), 100 * picture->confidence);
    if (shown < picture->n_sweep_figures)
        text_print(&note, say("; %d of %d figures"), shown, picture->n_sweep_figures);
    sheet_note(sheet, text_c(&note));
    text_free(&note);
}

void sweep_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    int n = picture->n_sweep_figures < MOST_PANELS ? picture->n_sweep_figures : MOST_PANELS;
    struct text finding = {0}, along = {0};

    sweep_find(picture, &finding);
    choice_title(sheet, picture, &finding);
    write_table(picture, sheet);
    struct grid grid = parts_grid(sheet, n);
    double from = sweep_place(picture, 0), to = sweep_place(picture, picture->n_sweep - 1);
    double edge = 0.03 * (to - from);
    grid.area.left -= 6;
    grid.gap_pt = GAP_PT;
    for (int f = 0; f < n; f++) {
        struct axis x = {from - edge, to + edge, 4 * (to - from), SCALE_NUMBER};
        struct axis y = axis_of(picture, &picture->sweep_figure[f], grid.rows > 1 ? 3 : 5);
        struct panel panel = parts_panel(&grid, f, x, y);
        panel.x_labels = false, panel.y_labels = true;
        if (grid.rows > 1 && f + grid.columns < n)
            panel.box.bottom += 10;
        draw_figure(picture, sheet, f, &panel);
    }
    lettering_fit(&along, picture->sweep_name, size_small, false, sheet->width / 2);
    parts_along(sheet, text_c(&along));
    draw_note(picture, sheet, n);
    text_free(&along);
    text_free(&finding);
}
