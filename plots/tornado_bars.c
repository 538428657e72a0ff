/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/tornado_bars.h"

#include "core/say.h"
#include "plots/choice_parts.h"
#include "plots/parts.h"
#include "plots/quantity.h"

#include <math.h>
#include <string.h>

enum { LEAST_ROWS = 6, NAMES_MOST_PT = 190, ENDS_MOST_PT = 110, PITCH_MOST = 40 };

double tornado_known(double x)
{
    return isfinite(x) ? x : 0;
}

bool tornado_shows(double change, double half)
{
    return fabs(tornado_known(change)) > tornado_known(half);
}

/* What stands at one end of a bar: the assumption's value and what it changes; both of them where
 * both change the figure the same way. */
static void add_end(struct text *out, const char *value, double change, double grain)
{
    struct text fitted = {0};

    lettering_fit(&fitted, value ? value : "", size_small, false, 60);
    if (out->n)
        text_add(out, "; ");
    text_print(out, "%s: ", text_c(&fitted));
    quantity_add_change(out, change, grain, "");
    text_free(&fitted);
}

static void ends_of(const struct choice_bar *bar, double grain, struct text *left,
                    struct text *right)
{
    double low = tornado_known(bar->low), high = tornado_known(bar->high);
    bool low_left = low < 0 || (low == 0 && high >= 0);
    bool high_left = high < 0 || (high == 0 && low > 0);

    add_end(low_left ? left : right, bar->low_text, bar->low, grain);
    add_end(high_left ? left : right, bar->high_text, bar->high, grain);
}

struct rows {
    int n, row[TORNADO_MOST];
    double pitch, grain;
    struct panel panel;
};

static double row_y(const struct rows *rows, int r)
{
    return rows->panel.box.top - (r + 0.5) * rows->pitch;
}

static void draw_change(struct sheet *sheet, const struct rows *rows, double base, double change,
                        double half, enum colour colour, double bottom, double top)
{
    const struct look whisker = {INK, 1, 0.6};
    double from = panel_x(&rows->panel, base),
           to = panel_x(&rows->panel, base + tornado_known(change));
    double y = (bottom + top) / 2;

    if (from == to)
        return;
    sheet_box(sheet, (struct box){fmin(from, to), bottom, fmax(from, to), top}, colour,
              tornado_shows(change, half) ? 0.9 : 0.3);
    if (tornado_known(half) > 0)
        sheet_line(sheet, panel_x(&rows->panel, base + change - half), y,
                   panel_x(&rows->panel, base + change + half), y, whisker);
}

static void draw_bar(const struct choice_picture *picture, struct sheet *sheet,
                     const struct rows *rows, int r)
{
    const struct choice_bar *bar = &picture->bar[rows->row[r]];
    double half = fmin(9, 0.34 * rows->pitch), y = row_y(rows, r);
    bool same_side = tornado_known(bar->low) * tornado_known(bar->high) > 0;
    double split = same_side ? y : y - half;

    draw_change(sheet, rows, picture->base, bar->low, bar->low_half, BLUE, split, y + half);
    split = same_side ? y : y + half;
    draw_change(sheet, rows, picture->base, bar->high, bar->high_half, ORANGE, y - half, split);
}

/* How far a bar with its whisker reaches: to the left (-1) or the right. */
static double reach(const struct choice_bar *bar, int side)
{
    double low = side * tornado_known(bar->low) + tornado_known(bar->low_half);
    double high = side * tornado_known(bar->high) + tornado_known(bar->high_half);

    return fmax(0, fmax(low, high));
}

static void draw_ends(const struct choice_picture *picture, struct sheet *sheet,
                      const struct rows *rows, int r)
{
    const struct choice_bar *bar = &picture->bar[rows->row[r]];
    const struct letters to_left = {size_small, false, INK, RIGHT};
    const struct letters to_right = {size_small, false, INK, LEFT};
    struct text left = {0}, right = {0}, fitted = {0};

    ends_of(bar, rows->grain, &left, &right);
    lettering_fit(&fitted, text_c(&left), size_small, false, ENDS_MOST_PT);
    sheet_say(sheet, panel_x(&rows->panel, picture->base - reach(bar, -1)) - 4, row_y(rows, r),
              to_left, text_c(&fitted));
    text_clear(&fitted);
    lettering_fit(&fitted, text_c(&right), size_small, false, ENDS_MOST_PT);
    sheet_say(sheet, panel_x(&rows->panel, picture->base + reach(bar, 1)) + 4, row_y(rows, r),
              to_right, text_c(&fitted));
    text_free(&left);
    text_free(&right);
    text_free(&fitted);
}

/* The farthest that any bar reaches. */
static double farthest(const struct choice_picture *picture, const struct rows *rows, int side)
{
    double far = 0;

    for (int r = 0; r < rows->n; r++)
        far = fmax(far, reach(&picture->bar[rows->row[r]], side));
    return far;
}

/* Room for what stands at the ends of bars, on one side: bars that reach less far leave some of
 * their own, at so many points a unit. */
static double ends_width(const struct choice_picture *picture, const struct rows *rows, int side,
                         double scale)
{
    double widest = 0, far = farthest(picture, rows, side);

    for (int r = 0; r < rows->n; r++) {
        const struct choice_bar *bar = &picture->bar[rows->row[r]];
        struct text left = {0}, right = {0};
        ends_of(bar, rows->grain, &left, &right);
        double width = lettering_width(text_c(side < 0 ? &left : &right), size_small, false);
        double own = scale * (far - reach(bar, side));
        widest = fmax(widest, fmin(ENDS_MOST_PT, width) + 6 - own);
        text_free(&left);
        text_free(&right);
    }
    return widest;
}

/* Narrowing the panel shrinks the scale, which asks for more room: some rounds settle it. */
static void lay_out_panel(const struct choice_picture *picture, const struct sheet *sheet,
                          struct rows *rows, double left)
{
    const double right = sheet->width - PAGE_MARGIN;
    double below = farthest(picture, rows, -1), above = farthest(picture, rows, 1);
    double span = below + above > 0 ? below + above : 1;
    struct box *box = &rows->panel.box;

    box->left = left, box->right = right;
    for (int round = 0; round < 30; round++) {
        double scale = (box->right - box->left) / span;
        box->left = left + ends_width(picture, rows, -1, scale);
        box->right = right - ends_width(picture, rows, 1, scale);
    }
    rows->panel.x = axis_around(picture->base - below, picture->base + above,
                                (int)fmax(2, (box->right - box->left) / 40));
    if (below + above > 0) {
        rows->panel.x.low = picture->base - below;
        rows->panel.x.high = picture->base + above;
    }
}

/* Fewer rows where names need more lines than many rows leave them. */
static struct naming name_rows(const struct choice_picture *picture, const struct sheet *sheet,
                               struct rows *rows, const char *name[TORNADO_MOST])
{
    double top = sheet->top - 12;
    struct naming naming;

    for (int r = 0; r < rows->n; r++)
        name[r] = picture->bar[rows->row[r]].name;
    for (;; rows->n--) {
        rows->pitch = fmin(PITCH_MOST, (top - FOOT_PT) / rows->n);
        naming = naming_beside(rows->n, name, rows->pitch - 2, NAMES_MOST_PT);
        if (rows->n <= LEAST_ROWS || naming_whole(&naming, rows->n, name))
            break;
    }
    rows->panel.box.top = top;
    rows->panel.box.bottom = top - rows->n * rows->pitch;
    return naming;
}

static void draw_names(const struct choice_picture *picture, struct sheet *sheet, struct rows *rows)
{
    const char *name[TORNADO_MOST];
    struct naming naming = name_rows(picture, sheet, rows, name);
    double right = PAGE_MARGIN + naming.width_pt;
    for (int r = 0; r < rows->n; r++)
        naming_say(sheet, &naming, right, row_y(rows, r), INK, RIGHT, name[r]);
    lay_out_panel(picture, sheet, rows, right + 8);
}

static void draw_base(const struct choice_picture *picture, struct sheet *sheet,
                      const struct rows *rows)
{
    const struct letters centred = {size_small, false, INK, CENTRE};
    const struct look line = {INK, 1, 0.8};
    double x = panel_x(&rows->panel, picture->base);
    struct text base = {0}, says = {0};

    quantity_add(&base, picture->base, quantity_grain(picture->base), picture->bar_unit);
    text_print(&says, say("as assumed: %s"), text_c(&base));
    double half = lettering_width(text_c(&says), size_small, false) / 2;
    sheet_line(sheet, x, rows->panel.box.bottom, x, rows->panel.box.top + 2, line);
    sheet_say(sheet, fmin(x, sheet->width - PAGE_MARGIN - half), rows->panel.box.top + 7, centred,
              text_c(&says));
    text_free(&base);
    text_free(&says);
}

int tornado_bars_draw(const struct choice_picture *picture, struct sheet *sheet, int n,
                      const int row[])
{
    struct rows rows = {.n = n};
    struct text along = {0};

    memcpy(rows.row, row, sizeof *row * (size_t)n);
    rows.grain =
        10 * quantity_grain(farthest(picture, &rows, 1) + farthest(picture, &rows, -1) + 1e-9);
    rows.panel = (struct panel){.y = {0, 1, 2, SCALE_NUMBER}, .x_labels = true};
    draw_names(picture, sheet, &rows);
    sheet_panel(sheet, &rows.panel);
    sheet_panel_end(sheet);
    for (int r = 0; r < rows.n; r++) {
        draw_bar(picture, sheet, &rows, r);
        draw_ends(picture, sheet, &rows, r);
    }
    draw_base(picture, sheet, &rows);
    choice_with_unit(&along, picture->bar_figure, picture->bar_unit);
    const struct letters centred = {size_small, false, QUIET, CENTRE};
    sheet_say(sheet, (rows.panel.box.left + rows.panel.box.right) / 2, rows.panel.box.bottom - 18,
              centred, text_c(&along));
    text_free(&along);
    return rows.n;
}
