/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/sheet.h"

#include "plots/lettering.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const struct letters letters_text = {8, false, INK, LEFT};
const struct letters letters_small = {7, false, QUIET, LEFT};
const struct letters letters_heading = {8.5, true, INK, LEFT};

void sheet_open(struct sheet *sheet, const char *name, enum shape shape)
{
    *sheet = (struct sheet){.name = name, .width = style_width(shape), .top = PAGE_HEIGHT - 10};
    style_preamble(&sheet->script, name, shape);
    text_add(&sheet->script, "set multiplot\n");
}

void sheet_close(struct sheet *sheet)
{
    struct text *script = &sheet->script;

    text_add(script, "\n# the page, in points\nunset xtics; unset ytics; unset border; unset grid\n"
                     "unset arrow; unset object; unset label; set tics scale 0\n"
                     "set lmargin at screen 0; set rmargin at screen 1\n"
                     "set bmargin at screen 0; set tmargin at screen 1\n");
    text_print(script, "set xrange [0:%g]; set yrange [0:%d]\n", sheet->width, PAGE_HEIGHT);
    text_add_n(script, text_c(&sheet->page), sheet->page.n);
    text_add(script, "plot NaN\nunset multiplot\nunset output\n");
    script->failed |= sheet->page.failed;
}

void sheet_free(struct sheet *sheet)
{
    text_free(&sheet->script);
    text_free(&sheet->page);
    text_free(&sheet->table);
}

static void say_lines(struct sheet *sheet, char *lines, struct letters letters)
{
    char *rest = lines;

    for (char *line; (line = strsep(&rest, "\n")) && *line;) {
        sheet->top -= 1.25 * letters.size_pt;
        sheet_say(sheet, PAGE_MARGIN, sheet->top + 0.5 * letters.size_pt, letters, line);
    }
}

static void wrap_title(struct text *title, const char *finding, double width)
{
    bool one_line = lettering_width(finding, size_title, true) <= width;

    if (one_line || !lettering_halve(title, finding, size_title, true, width))
        lettering_wrap(title, finding, size_title, true, width, 2);
}

void sheet_title(struct sheet *sheet, const char *finding, const char *from)
{
    const struct letters large = {size_title, true, INK, LEFT};
    const double width = sheet->width - 2 * PAGE_MARGIN;
    struct text title = {0}, below = {0};

    wrap_title(&title, finding, width);
    lettering_wrap(&below, from, size_text, false, width, 1);
    if (title.bytes && below.bytes) {
        say_lines(sheet, title.bytes, large);
        sheet->top -= 3;
        say_lines(sheet, below.bytes, (struct letters){size_text, false, QUIET, LEFT});
        sheet->top -= 5;
    }
    sheet->page.failed |= title.failed || below.failed;
    text_free(&title);
    text_free(&below);
}

static double key_width(const struct key *key)
{
    return key->sign ? 9 : 16;
}

static void draw_key(struct sheet *sheet, double x, double y, const struct key *key)
{
    const double swatch = key_width(key);

    if (key->sign)
        sheet_say(sheet, x + swatch / 2, y, (struct letters){9, false, key->look.colour, CENTRE},
                  key->sign);
    else if (key->alpha > 0)
        sheet_box(sheet, (struct box){x, y - 3, x + swatch, y + 3}, key->look.colour, key->alpha);
    if (!key->sign && key->look.weight_pt > 0)
        sheet_line(sheet, x, y, x + swatch, y, key->look);
    sheet_say(sheet, x + swatch + 4, y, letters_text, key->says);
}

void sheet_key(struct sheet *sheet, int n, const struct key keys[])
{
    double x = PAGE_MARGIN;

    sheet->top -= 11;
    for (int i = 0; i < n; i++) {
        double width = key_width(&keys[i]) + 4 + lettering_width(keys[i].says, size_text, false);
        if (x > PAGE_MARGIN && x + width > sheet->width - PAGE_MARGIN) {
            x = PAGE_MARGIN;
            sheet->top -= 11;
        }
        draw_key(sheet, x, sheet->top + 5, &keys[i]);
        x += width + 14;
    }
    sheet->top -= 3;
}

void sheet_note(struct sheet *sheet, const char *note)
{
    struct text fitted = {0};

    lettering_fit(&fitted, note, size_small, false, sheet->width - 2 * PAGE_MARGIN);
    sheet_say(sheet, PAGE_MARGIN, 7, letters_small, text_c(&fitted));
    text_free(&fitted);
}

static void add_axis(struct text *script, char which, const struct axis *axis, bool labels)
{
    text_print(script, "set %crange [%.10g:%.10g]\nset %ctics ", which, axis->low, axis->high,
               which);
    axis_ticks(script, axis, labels);
    text_print(script, " font sans.',%g' tc rgb quiet\n", size_small);
}

void sheet_panel(struct sheet *sheet, const struct panel *panel)
{
    struct text *script = &sheet->script;
    const struct box *box = &panel->box;

    text_print(script,
               "\nset lmargin at screen %.4f; set rmargin at screen %.4f\n"
               "set bmargin at screen %.4f; set tmargin at screen %.4f\n",
               box->left / sheet->width, box->right / sheet->width, box->bottom / PAGE_HEIGHT,
               box->top / PAGE_HEIGHT);
    add_axis(script, 'x', &panel->x, panel->x_labels);
    add_axis(script, 'y', &panel->y, panel->y_labels);
    text_add(script,
             "set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0\n"
             "set border 1 lc rgb quiet lw 0.5\n"
             "set grid ytics lt 1 lc rgb faint lw 0.4\n");
    sheet->curves = 0;
}

void sheet_curve(struct sheet *sheet, const char *format, ...)
{
    va_list arguments;
    char *curve = NULL;

    va_start(arguments, format);
    int n = vasprintf(&curve, format, arguments);
    va_end(arguments);
    if (n < 0) {
        sheet->script.failed = true;
        return;
    }
    text_print(&sheet->script, "%s'%s.csv' skip 1 %s", sheet->curves++ ? ", \\\n     " : "plot ",
               sheet->name, curve);
    free(curve);
}

void sheet_panel_end(struct sheet *sheet)
{
    text_add(&sheet->script, sheet->curves ? "\n" : "plot NaN\n");
}

double panel_x(const struct panel *panel, double x)
{
    const struct box *box = &panel->box;
    return box->left + axis_place(&panel->x, x) * (box->right - box->left);
}

double panel_y(const struct panel *panel, double y)
{
    const struct box *box = &panel->box;
    return box->bottom + axis_place(&panel->y, y) * (box->top - box->bottom);
}

static void next_cell(struct sheet *sheet)
{
    if (sheet->cells++)
        text_add(&sheet->table, ",");
}

void sheet_cell(struct sheet *sheet, const char *cell)
{
    struct text clean = {0};

    next_cell(sheet);
    lettering_clean(&clean, cell);
    text_add_csv(&sheet->table, text_c(&clean));
    text_free(&clean);
}

void sheet_number(struct sheet *sheet, double x)
{
    next_cell(sheet);
    if (isfinite(x))
        text_print(&sheet->table, "%.6g", x);
}

void sheet_row_end(struct sheet *sheet)
{
    text_add(&sheet->table, "\n");
    sheet->cells = 0;
}
