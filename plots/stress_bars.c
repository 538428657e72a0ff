/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/stress_bars.h"

#include "core/say.h"
#include "plots/parts.h"
#include "plots/quantity.h"

#include <math.h>
#include <string.h>

enum { NAMES_MOST_PT = 170, PANEL_LEAST_PT = 80, GAP_PT = 14, HEADS_PT = 34, PITCH_MOST = 34 };

struct rows {
    int n;
    const int *row;
    double left, bottom, top;
};

/* Where all days are alike a difference is nothing but rounding: no figure is shown that finely. */
static double unless_rounding(double x)
{
    return isfinite(x) && fabs(x) > 1e-6 ? x : 0;
}

double stress_loss(const struct choice_figure *figure, int i)
{
    return -figure->better * unless_rounding(figure->difference[i]) + 0.0;
}

static double half_of(const struct choice_figure *figure, int i)
{
    return unless_rounding(figure->difference_half[i]);
}

bool stress_shows(const struct choice_figure *figure, int i)
{
    return fabs(stress_loss(figure, i)) > half_of(figure, i);
}

static double pitch_of(const struct rows *rows)
{
    return (rows->top - rows->bottom) / rows->n;
}

static double row_y(const struct rows *rows, int r)
{
    return rows->top - (r + 0.5) * pitch_of(rows);
}

static struct axis axis_of(const struct rows *rows, const struct choice_figure *figure, double width)
{
    double low = 0, high = 0;

    for (int r = 0; r < rows->n; r++) {
        double loss = stress_loss(figure, rows->row[r]), half = half_of(figure, rows->row[r]);
        low = fmin(low, loss - half);
        high = fmax(high, loss + half);
    }
    if (high <= low)
        high = 1;
    struct axis axis = axis_around(low, high, (int)fmax(2, width / 24));
    for (int ticks = 4; axis.step > fmax(-low, high); ticks *= 2) /* 0 alone tells no scale */
        axis = axis_around(low, high, ticks);
    axis.low = low; /* ticks stay round */
    axis.high = high;
    return axis;
}

static double grain_of(const struct rows *rows, const struct choice_figure *figure)
{
    double most = 0;

    for (int r = 0; r < rows->n; r++)
        most = fmax(most, fabs(stress_loss(figure, rows->row[r])));
    return quantity_grain(most + 1e-9);
}

/* "210 ± 12": a loss without a sign, a gain with a plus; "0" where nothing can change. */
static void add_number(struct text *out, const struct choice_figure *figure, int i, double grain)
{
    double loss = stress_loss(figure, i), half = half_of(figure, i);

    if (!isfinite(figure->difference[i])) {
        text_add(out, "-");
        return;
    }
    if (loss == 0 && half == 0) {
        text_add(out, "0");
        return;
    }
    if (loss < 0)
        quantity_add_change(out, -loss, grain, "");
    else
        quantity_add(out, loss, grain, "");
    text_add(out, " ± ");
    quantity_add_half(out, half, grain);
}

static double numbers_width(const struct rows *rows, const struct choice_figure *figure, double grain)
{
    double widest = 0;

    for (int r = 0; r < rows->n; r++) {
        struct text number = {0};
        add_number(&number, figure, rows->row[r], grain);
        widest = fmax(widest, lettering_width(text_c(&number), size_small, false));
        text_free(&number);
    }
    return widest;
}

static void draw_bar(struct sheet *sheet, const struct rows *rows, const struct panel *panel,
                     const struct choice_figure *figure, int r)
{
    const struct look whisker = {INK, 1, 0.6};
    double loss = stress_loss(figure, rows->row[r]), half = half_of(figure, rows->row[r]);
    double zero = panel_x(panel, 0), end = panel_x(panel, loss), y = row_y(rows, r);
    double thick = fmin(7, 0.34 * pitch_of(rows));

    if (end != zero)
        sheet_box(sheet, (struct box){fmin(zero, end), y - thick, fmax(zero, end), y + thick},
                  loss > 0 ? RED : BLUE, stress_shows(figure, rows->row[r]) ? 0.9 : 0.3);
    if (half > 0)
        sheet_line(sheet, panel_x(panel, loss - half), y, panel_x(panel, loss + half), y, whisker);
}

/* What is counted, and which way bars point. */
static void draw_head(struct sheet *sheet, const struct choice_figure *figure,
                      const struct naming *naming, struct panel panel, double right)
{
    struct text below = {0}, fitted = {0};
    const char *what = figure->better > 0 ? say("less than usual") : say("more than usual");

    if (figure->unit && *figure->unit)
        text_print(&below, "%s · ", figure->unit);
    text_add(&below, what);
    lettering_fit(&fitted, text_c(&below), size_small, false, right - panel.box.left);
    sheet_say(sheet, panel.box.left, panel.box.top + 6, letters_small, text_c(&fitted));
    panel.box.top += 8;
    choice_head(sheet, &panel, naming, figure->name);
    text_free(&below);
    text_free(&fitted);
}

static void draw_figure(struct sheet *sheet, const struct rows *rows,
                        const struct choice_figure *figure, const struct naming *head, double left,
                        double right)
{
    const struct letters to_right = {size_small, false, INK, RIGHT};
    const struct look usual = {INK, 1, 0.8};
    double grain = grain_of(rows, figure), numbers = numbers_width(rows, figure, grain) + 6;
    struct panel panel = {{left, rows->bottom, right - numbers, rows->top}, .x_labels = true};

    panel.x = axis_of(rows, figure, panel.box.right - left);
    panel.y = (struct axis){0, 1, 2, SCALE_NUMBER};
    sheet_panel(sheet, &panel);
    sheet_panel_end(sheet);
    draw_head(sheet, figure, head, panel, right);
    for (int r = 0; r < rows->n; r++) {
        struct text number = {0};
        draw_bar(sheet, rows, &panel, figure, r);
        add_number(&number, figure, rows->row[r], grain);
        sheet_say(sheet, right, row_y(rows, r), to_right, text_c(&number));
        text_free(&number);
    }
    sheet_line(sheet, panel_x(&panel, 0), rows->bottom, panel_x(&panel, 0), rows->top, usual);
}

static void draw_names(const struct choice_picture *picture, struct sheet *sheet, struct rows *rows)
{
    const char *name[STRESS_MOST] = {0};
    const struct look thin = {FAINT, 1, 0.4};

    for (int r = 0; r < rows->n; r++)
        name[r] = picture->trouble[rows->row[r]];
    struct naming naming = naming_beside(rows->n, name, pitch_of(rows) - 2, NAMES_MOST_PT);
    for (int r = 0; r < rows->n; r++) {
        double y = row_y(rows, r) + pitch_of(rows) / 2;
        naming_say(sheet, &naming, PAGE_MARGIN, row_y(rows, r), INK, LEFT, name[r]);
        sheet_line(sheet, PAGE_MARGIN, y, sheet->width - PAGE_MARGIN, y, thin);
    }
    rows->left = PAGE_MARGIN + naming.width_pt + 10;
}

static int figures_shown(const struct choice_picture *picture, const struct sheet *sheet,
                         const struct rows *rows, int which[])
{
    double width = sheet->width - PAGE_MARGIN - rows->left + GAP_PT;
    int room = (int)fmin(STRESS_FIGURES_MOST, fmax(1, width / (PANEL_LEAST_PT + GAP_PT))), n = 0;

    for (int f = 0; f < picture->n_trouble_figures && n < room; f++)
        if (picture->trouble_figure[f].better)
            which[n++] = f;
    return n;
}

void stress_bars_draw(const struct choice_picture *picture, struct sheet *sheet, int n,
                      const int row[], int *figures)
{
    struct rows rows = {.n = n, .row = row, .bottom = 32, .top = sheet->top - HEADS_PT};
    const char *name[STRESS_FIGURES_MOST] = {0};
    int which[STRESS_FIGURES_MOST];

    rows.bottom = fmax(rows.bottom, rows.top - PITCH_MOST * n);
    draw_names(picture, sheet, &rows);
    *figures = figures_shown(picture, sheet, &rows, which);
    for (int f = 0; f < *figures; f++)
        name[f] = picture->trouble_figure[which[f]].name;
    double pitch = (sheet->width - PAGE_MARGIN - rows.left + GAP_PT) / *figures;
    struct naming head = naming_within(*figures, name, pitch - GAP_PT, 2, true);
    for (int f = 0; f < *figures; f++)
        draw_figure(sheet, &rows, &picture->trouble_figure[which[f]], &head, rows.left + f * pitch,
                    rows.left + (f + 1) * pitch - GAP_PT);
}
