/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/heat_cells.h"

#include "plots/choice_parts.h"
#include "plots/parts.h"
#include "plots/quantity.h"

#include <math.h>

enum {
    NAMES_MOST_PT = 150,
    SCALE_PT = 62,
    CELL_WIDTH_MOST = 96,
    CELL_HEIGHT_MOST = 44,
    ROOMY_PT = 26,
    STEPS = 24
};

struct cells {
    struct box box;
    double low, high, step, grain; /* of the scale; of the numbers shown */
};

double heat_scale(const struct choice_picture *picture)
{
    return picture->heat_scale != 0 && isfinite(picture->heat_scale) ? picture->heat_scale : 1;
}

bool heat_reaches(const struct choice_picture *picture, int x, int y)
{
    if (x < 0 || y < 0 || x >= picture->n_x || y >= picture->n_y || !isfinite(picture->heat_wanted))
        return false;
    double heat = picture->heat[y * picture->n_x + x];
    return picture->heat_better < 0 ? heat <= picture->heat_wanted : heat >= picture->heat_wanted;
}

static double shade(const struct cells *cells, double shown)
{
    if (!(cells->high > cells->low))
        return 0.5;
    return 0.06 + 0.94 * (shown - cells->low) / (cells->high - cells->low);
}

static struct box cell_box(const struct choice_picture *picture, const struct cells *cells, int x,
                           int y)
{
    double width = (cells->box.right - cells->box.left) / picture->n_x;
    double height = (cells->box.top - cells->box.bottom) / picture->n_y;
    double left = cells->box.left + x * width, bottom = cells->box.bottom + y * height;

    return (struct box){left, bottom, left + width, bottom + height};
}

static void draw_number(struct sheet *sheet, const struct cells *cells, const struct box *box,
                        double shown)
{
    struct text number = {0};
    bool dark = isfinite(shown) && shade(cells, shown) > 0.55;
    struct letters letters = {size_small, false, dark ? PAPER : INK, CENTRE};

    quantity_add(&number, shown, cells->grain, "");
    if (box->top - box->bottom > 8.5
        && lettering_width(text_c(&number), size_small, false) < box->right - box->left - 2)
        sheet_say(sheet, (box->left + box->right) / 2, (box->bottom + box->top) / 2, letters,
                  text_c(&number));
    text_free(&number);
}

/* The sides on which a cell that reaches what's wanted meets one that doesn't. */
static void outline(const struct choice_picture *picture, struct sheet *sheet,
                    const struct box *box, int x, int y)
{
    const struct look thick = {INK, 1, 1.8};

    if (!heat_reaches(picture, x, y))
        return;
    if (!heat_reaches(picture, x - 1, y))
        sheet_line(sheet, box->left, box->bottom, box->left, box->top, thick);
    if (!heat_reaches(picture, x + 1, y))
        sheet_line(sheet, box->right, box->bottom, box->right, box->top, thick);
    if (!heat_reaches(picture, x, y - 1))
        sheet_line(sheet, box->left, box->bottom, box->right, box->bottom, thick);
    if (!heat_reaches(picture, x, y + 1))
        sheet_line(sheet, box->left, box->top, box->right, box->top, thick);
}

static void draw_cell(const struct choice_picture *picture, struct sheet *sheet,
                      const struct cells *cells, int x, int y)
{
    double shown = picture->heat[y * picture->n_x + x] * heat_scale(picture);
    struct box box = cell_box(picture, cells, x, y), inner = box;

    inner.right -= 0.5, inner.top -= 0.5;
    if (isfinite(shown))
        sheet_box(sheet, inner, BLUE, shade(cells, shown));
    draw_number(sheet, cells, &box, shown);
    outline(picture, sheet, &box, x, y);
}

static void say_fitted(struct sheet *sheet, double x, double y, struct letters letters,
                       double width, const char *says)
{
    struct text fitted = {0};

    lettering_fit(&fitted, says ? says : "", letters.size_pt, letters.bold, width);
    sheet_say(sheet, x, y, letters, text_c(&fitted));
    text_free(&fitted);
}

/* Every so many columns or rows that their names don't touch. */
static int stride_for(double needed, double pitch)
{
    return (int)fmax(1, ceil(needed / pitch));
}

static void draw_columns(const struct choice_picture *picture, struct sheet *sheet,
                         const struct cells *cells)
{
    double pitch = (cells->box.right - cells->box.left) / picture->n_x, widest = 0;

    for (int x = 0; x < picture->n_x; x++)
        widest = fmax(widest, lettering_width(picture->x_text[x], size_small, false) + 6);
    struct naming naming = naming_within(picture->n_x, picture->x_text, fmax(20, pitch - 4),
                                         pitch < 30 ? 1 : 3, false);
    int stride = pitch < 30 ? stride_for(fmin(widest, 40), pitch) : 1;
    if (stride > 1)
        naming.width_pt = stride * pitch - 4;
    const struct letters centred = {size_text, false, QUIET, CENTRE};
    say_fitted(sheet, (cells->box.left + cells->box.right) / 2,
               cells->box.bottom - 12 - naming_height(&naming), centred, sheet->width / 2,
               picture->x_name);
    for (int x = 0; x < picture->n_x; x += stride)
        naming_say(sheet, &naming, cells->box.left + (x + 0.5) * pitch,
                   cells->box.bottom - 3 - naming_height(&naming) / 2, INK, CENTRE,
                   picture->x_text[x]);
}

static void draw_rows(const struct choice_picture *picture, struct sheet *sheet,
                      const struct cells *cells, const struct naming *naming)
{
    double pitch = (cells->box.top - cells->box.bottom) / picture->n_y;
    int stride = stride_for(8, pitch);

    for (int y = 0; y < picture->n_y; y += stride)
        naming_say(sheet, naming, cells->box.left - 5, cells->box.bottom + (y + 0.5) * pitch, INK,
                   RIGHT, picture->y_text[y]);
}

/* From one round number to another, so that a shade between can be read. */
static void draw_scale(struct sheet *sheet, const struct cells *cells)
{
    double left = sheet->width - PAGE_MARGIN - SCALE_PT + 22, right = left + 9;
    double top = cells->box.top, step = fmin(3.4, (top - cells->box.bottom) / STEPS), bottom = top - STEPS * step;

    if (!(cells->high > cells->low))
        return;
    for (int i = 0; i < STEPS; i++) {
        double shown = cells->high - (cells->high - cells->low) * i / (STEPS - 1);
        sheet_box(sheet, (struct box){left, top - (i + 1) * step, right, top - i * step}, BLUE,
                  shade(cells, shown));
    }
    int ticks = (int)lround((cells->high - cells->low) / cells->step);
    for (int i = 0; i <= ticks; i++) {
        struct text value = {0};
        quantity_add(&value, cells->low + i * cells->step, cells->step, "");
        say_fitted(sheet, right + 3, bottom + 4 + (top - bottom - 8) * i / ticks, letters_small, 40, text_c(&value));
        text_free(&value);
    }
}

/* Finer where a number would read as what's wanted, beside the outline that says it isn't. */
static double grain_of(const struct choice_picture *picture, const struct cells *cells)
{
    double wanted = picture->heat_wanted * heat_scale(picture), nearest = INFINITY;
    double grain = (cells->high - cells->low) / 10;

    if (!(cells->high > cells->low))
        return quantity_grain(cells->high);
    for (int i = 0; i < picture->n_x * picture->n_y; i++)
        if (isfinite(picture->heat[i])
            && !heat_reaches(picture, i % picture->n_x, i / picture->n_x))
            nearest = fmin(nearest, fabs(picture->heat[i] * heat_scale(picture) - wanted));
    return (cells->box.right - cells->box.left) / picture->n_x < ROOMY_PT || !(nearest > 0)
               ? grain
               : fmin(grain, 2 * nearest);
}

static struct cells cells_of(const struct choice_picture *picture, const struct sheet *sheet,
                             double left)
{
    struct cells cells = {.low = INFINITY, .high = -INFINITY};
    double right = sheet->width - PAGE_MARGIN - SCALE_PT, top = sheet->top - 14;
    double width = fmin(CELL_WIDTH_MOST, (right - left) / picture->n_x);
    double height = fmin(CELL_HEIGHT_MOST, (top - FOOT_PT - 22) / picture->n_y);

    cells.box = (struct box){left, top - picture->n_y * height, left + picture->n_x * width, top};
    for (int i = 0; i < picture->n_x * picture->n_y; i++)
        if (isfinite(picture->heat[i])) {
            cells.low = fmin(cells.low, picture->heat[i] * heat_scale(picture));
            cells.high = fmax(cells.high, picture->heat[i] * heat_scale(picture));
        }
    cells.grain = grain_of(picture, &cells);
    if (cells.high > cells.low) {
        struct axis axis = axis_around(cells.low, cells.high, 4);
        cells.low = axis.low, cells.high = axis.high, cells.step = axis.step;
    }
    return cells;
}

static void draw_axes(const struct choice_picture *picture, struct sheet *sheet,
                      const struct cells *cells)
{
    const struct letters quiet = {size_text, false, QUIET, LEFT};
    struct text name = {0};

    choice_with_unit(&name, picture->heat_name, picture->heat_unit);
    say_fitted(sheet, cells->box.left, cells->box.top + 7, letters_heading,
               sheet->width - PAGE_MARGIN - cells->box.left, text_c(&name));
    say_fitted(sheet, PAGE_MARGIN, cells->box.top + 7, quiet, cells->box.left - PAGE_MARGIN - 6,
               picture->y_name);
    text_free(&name);
}

void heat_cells_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    double pitch = fmin(CELL_HEIGHT_MOST, (sheet->top - 14 - FOOT_PT - 22) / picture->n_y);
    struct naming rows = naming_beside(picture->n_y, picture->y_text, pitch, NAMES_MOST_PT);
    double head = lettering_width(picture->y_name, size_text, false) + 8;
    double names = fmax(rows.width_pt + 6, fmin(head, NAMES_MOST_PT));
    struct cells cells = cells_of(picture, sheet, PAGE_MARGIN + names);

    for (int y = 0; y < picture->n_y; y++)
        for (int x = 0; x < picture->n_x; x++)
            draw_cell(picture, sheet, &cells, x, y);
    draw_columns(picture, sheet, &cells);
    draw_rows(picture, sheet, &cells, &rows);
    draw_scale(sheet, &cells);
    draw_axes(picture, sheet, &cells);
}
