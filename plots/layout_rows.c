/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout_rows.h"

#include "core/say.h"
#include "plots/quantity.h"

#include <math.h>
#include <string.h>

enum { NAMES_MOST_PT = 246, PANEL_LEAST_PT = 88, GAP_PT = 14, FOOT_AXIS_PT = 32, PITCH_MOST = 48 };

struct look layout_rows_look(int better)
{
    return better > 0   ? (struct look){BLUE, 1, 1.6}
           : better < 0 ? (struct look){RED, 1, 1.6}
                        : (struct look){STONE, 1, 1.6};
}

const char *layout_rows_sign(int better)
{
    return better > 0 ? "▲" : better < 0 ? "▼" : "○";
}

static double pitch_of(const struct layout_rows *rows)
{
    return (rows->top - rows->bottom) / rows->n;
}

static double row_y(const struct layout_rows *rows, int r)
{
    return rows->top - (r + 0.5) * pitch_of(rows);
}

static bool has_mean(const struct choice_figure *figure)
{
    return figure->mean && figure->name;
}

/* What a bar spans: the difference's interval where there's one, else the mean's own. */
static double half_of(const struct choice_picture *picture, const struct choice_figure *figure,
                      int i)
{
    double half = figure->half_width ? figure->half_width[i] : 0;

    if (figure->difference_half)
        half = i == picture->best ? 0 : figure->difference_half[i];
    return isfinite(half) ? half : 0;
}

static struct axis axis_of(const struct choice_picture *picture, const struct layout_rows *rows,
                           const struct choice_figure *figure, double width)
{
    double low = INFINITY, high = -INFINITY;

    for (int r = 0; r < rows->n; r++) {
        double mean = figure->mean[rows->row[r]], half = half_of(picture, figure, rows->row[r]);
        if (isfinite(mean)) {
            low = fmin(low, mean - half);
            high = fmax(high, mean + half);
        }
    }
    if (!(low <= high))
        low = high = 0;
    if (high - low < 1e-5 * fabs(high)) { /* less than the digits shown: no difference */
        low -= 1;
        high += 1;
    }
    choice_bounds(figure, picture->n_layouts, &low, &high);
    return axis_around(low, high, (int)fmax(2, width / 34));
}

static void draw_mark(const struct choice_picture *picture, struct sheet *sheet,
                      const struct choice_figure *figure, const struct panel *panel, int i,
                      double y)
{
    double x = panel_x(panel, figure->mean[i]);
    double half = half_of(picture, figure, i);
    bool known = figure->difference && figure->difference_half;
    int told = choice_told(figure, i), better = told * figure->better;
    struct look look = layout_rows_look(better);

    if (!known)
        look = (struct look){INK, 1, 1.2};
    /* An interval may reach where no mean lies, beyond nobody or all: the axis ends there. */
    sheet_line(sheet, fmax(panel->box.left, panel_x(panel, figure->mean[i] - half)), y,
               fmin(panel->box.right, panel_x(panel, figure->mean[i] + half)), y, look);
    if (i == picture->best)
        sheet_disc(sheet, x, y, 3.4, INK, 1);
    else if (known && !told)
        sheet_ring(sheet, x, y, 2.4, STONE);
    else if (better)
        sheet_say(sheet, x, y, (struct letters){8, false, look.colour, CENTRE},
                  layout_rows_sign(better));
    else
        sheet_disc(sheet, x, y, 2.8, look.colour, 1);
}

/* What the numbers of a column are rounded to: so that those told apart differ, and not finer than the least
 * interval says; but a share that isn't whole isn't shown as 100 %. */
static double grain_of(const struct choice_picture *picture, const struct choice_figure *figure)
{
    double least = INFINITY;

    for (int i = 0; i < picture->n_layouts; i++) {
        double half = half_of(picture, figure, i);
        least = half > 0 ? fmin(least, half) : least;
    }
    double grain = fmax(4 * quantity_grain_of(picture->n_layouts, figure->mean), isfinite(least) ? least : 0);
    for (int i = 0; figure->unit && strcmp(figure->unit, "%") == 0 && i < picture->n_layouts; i++)
        grain = fmin(grain, pow(10, -quantity_share_decimals(figure->mean[i], 0)));
    return grain;
}

static void draw_numbers(struct sheet *sheet, const struct choice_picture *picture,
                         const struct layout_rows *rows, const struct choice_figure *figure,
                         double x)
{
    double grain = grain_of(picture, figure);

    for (int r = 0; r < rows->n; r++) {
        struct letters right = {size_small, rows->row[r] == picture->best, INK, RIGHT};
        struct text number = {0};
        quantity_add(&number, figure->mean[rows->row[r]], grain, "");
        sheet_say(sheet, x, row_y(rows, r), right, text_c(&number));
        text_free(&number);
    }
}

static double numbers_width(const struct choice_picture *picture,
                            const struct choice_figure *figure)
{
    double grain = grain_of(picture, figure), widest = 0;

    for (int i = 0; i < picture->n_layouts; i++) {
        struct text number = {0};
        quantity_add(&number, figure->mean[i], grain, "");
        widest = fmax(widest, lettering_width(text_c(&number), size_small, true));
        text_free(&number);
    }
    return widest;
}

/* What counts, and which side of it is the better one. */
static void draw_head(struct sheet *sheet, const struct choice_figure *figure,
                      const struct naming *naming, struct panel panel, double right)
{
    struct text below = {0}, fitted = {0};

    if (figure->unit)
        text_add(&below, figure->unit);
    if (figure->better)
        text_print(&below, "%s%s", below.n ? " · " : "",
                   figure->better > 0 ? say("more is better") : say("less is better"));
    lettering_fit(&fitted, text_c(&below), size_small, false, right - panel.box.left);
    sheet_say(sheet, panel.box.left, panel.box.top + 6, letters_small, text_c(&fitted));
    panel.box.top += 8;
    choice_head(sheet, &panel, naming, figure->name);
    text_free(&below);
    text_free(&fitted);
}

static void draw_figure(const struct choice_picture *picture, struct sheet *sheet,
                        const struct layout_rows *rows, const struct choice_figure *figure,
                        const struct naming *head, double left, double right)
{
    const struct look dashed = {QUIET, 2, 0.6};
    double numbers = numbers_width(picture, figure) + 8;
    struct panel panel = {{left, rows->bottom, right - numbers, rows->top}, .x_labels = true};

    panel.x = axis_of(picture, rows, figure, panel.box.right - left);
    panel.y = (struct axis){0, 1, 2, SCALE_NUMBER};
    sheet_panel(sheet, &panel);
    sheet_panel_end(sheet);
    draw_head(sheet, figure, head, panel, right);
    double at = panel_x(&panel, figure->mean[picture->best]);
    if (figure->difference && isfinite(at))
        sheet_line(sheet, at, rows->bottom, at, rows->top, dashed);
    for (int r = 0; r < rows->n; r++)
        if (isfinite(figure->mean[rows->row[r]]))
            draw_mark(picture, sheet, figure, &panel, rows->row[r], row_y(rows, r));
    draw_numbers(sheet, picture, rows, figure, right);
}

static void draw_names(const struct choice_picture *picture, struct sheet *sheet,
                       struct layout_rows *rows)
{
    struct text full[LAYOUT_ROWS_MOST] = {0};
    const char *name[LAYOUT_ROWS_MOST];
    const struct look thin = {FAINT, 1, 0.4};

    for (int r = 0; r < rows->n; r++) {
        choice_layout_in_full(&full[r], picture, rows->row[r]);
        name[r] = text_c(&full[r]);
    }
    rows->naming = naming_beside(rows->n, name, pitch_of(rows) - 2, NAMES_MOST_PT);
    for (int r = 0; r < rows->n; r++) {
        naming_say(sheet, &rows->naming, PAGE_MARGIN, row_y(rows, r), INK, LEFT, name[r]);
        double y = row_y(rows, r) + pitch_of(rows) / 2;
        sheet_line(sheet, PAGE_MARGIN, y, sheet->width - PAGE_MARGIN, y, thin);
    }
    for (int r = 0; r < rows->n; r++)
        text_free(&full[r]);
    rows->left = PAGE_MARGIN + rows->naming.width_pt + 10;
}

static int figures_shown(const struct choice_picture *picture, const struct sheet *sheet,
                         const struct layout_rows *rows)
{
    double width = sheet->width - PAGE_MARGIN - rows->left + GAP_PT;
    int n = (int)fmin(LAYOUT_FIGURES_MOST, width / (PANEL_LEAST_PT + GAP_PT)), there = 0;

    while (there < picture->n_figures && has_mean(&picture->figure[there]))
        there++;
    return n < 1 ? 1 : there < n ? there : n;
}

void layout_rows_draw(const struct choice_picture *picture, struct sheet *sheet,
                      struct layout_rows *rows)
{
    const char *name[LAYOUT_FIGURES_MOST];
    const double heads = 34;

    *rows = (struct layout_rows){.bottom = FOOT_AXIS_PT, .top = sheet->top - heads};
    rows->n = choice_order(picture, LAYOUT_ROWS_MOST, rows->row);
    rows->bottom = fmax(rows->bottom, rows->top - PITCH_MOST * rows->n);
    draw_names(picture, sheet, rows);
    rows->figures = figures_shown(picture, sheet, rows);
    for (int f = 0; f < rows->figures; f++)
        name[f] = picture->figure[f].name;
    double pitch = (sheet->width - PAGE_MARGIN - rows->left + GAP_PT) / rows->figures;
    struct naming head = naming_within(rows->figures, name, pitch - GAP_PT, 2, true);
    for (int f = 0; f < rows->figures; f++)
        draw_figure(picture, sheet, rows, &picture->figure[f], &head, rows->left + f * pitch,
                    rows->left + (f + 1) * pitch - GAP_PT);
}
