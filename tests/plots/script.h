/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLOTS_SCRIPT_H
#define TESTS_PLOTS_SCRIPT_H

#include "tests/support/expect.h"

#include "plots/chart.h"
#include "plots/lettering.h"
#include "plots/place.h"
#include "plots/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a chart's script back: what it says, and where. No gnuplot is needed for that. */

/* The script of a chart; the caller frees the sheet. */
static inline struct sheet script_in(enum shape shape, const char *name, const struct picture *picture)
{
    struct sheet sheet = {0};

    for (int i = 0; i < n_charts; i++)
        if (strcmp(charts[i].name, name) == 0) {
            sheet_open(&sheet, name, shape);
            charts[i].draw(picture, &sheet);
            sheet_close(&sheet);
        }
    return sheet;
}

static inline struct sheet script_of(const char *name, const struct picture *picture)
{
    return script_in(SHAPE_PAGE, name, picture);
}

struct label {
    char says[512];
    double size_pt;
    struct box box;
};

/* The text of a gnuplot literal that begins at *at; *at moves behind it. */
static void literal(const char **at, char *says, size_t room)
{
    const char *c = *at + 1;
    size_t n = 0;

    for (; *c && (*c != '\'' || c[1] == '\''); c++) {
        c += *c == '\'';
        if (n + 1 < room)
            says[n++] = *c;
    }
    says[n] = '\0';
    *at = *c ? c + 1 : c;
}

static void locate(struct label *label, const char *placed)
{
    double x = 0, y = 0, size = 0;
    char align[16] = "", font[16] = "";

    if (sscanf(placed, " at %lf,%lf center rotate font sans.',%lf'", &x, &y, &size) == 3) {
        double half = lettering_width(label->says, size, false) / 2;
        label->box = (struct box){x - size / 2, y - half, x + size / 2, y + half};
    } else {
        sscanf(placed, " at %lf,%lf %15s font %15[a-z].',%lf'", &x, &y, align, font, &size);
        double width = lettering_width(label->says, size, strcmp(font, "bold") == 0);
        double left = x - (align[0] == 'r' ? width : align[0] == 'c' ? width / 2 : 0);
        label->box = (struct box){left, y - size / 2, left + width, y + size / 2};
    }
    label->size_pt = size;
}

/* @return how many labels the page has; the first `most` of them are filled in */
static inline int labels_of(const struct sheet *sheet, int most, struct label labels[])
{
    static const char start[] = "set label ";
    int n = 0;

    for (const char *at = text_c(&sheet->script); (at = strstr(at, start)) && n < most; n++) {
        at += sizeof start - 1;
        literal(&at, labels[n].says, sizeof labels[n].says);
        locate(&labels[n], at);
    }
    return n;
}

/* No label leaves its page or covers another. */
static inline void expect_all_clear(const struct sheet *sheet)
{
    static struct label labels[1200];

    for (int i = 0, n = labels_of(sheet, 1200, labels); i < n; i++) {
        const struct box *box = &labels[i].box;
        if (box->left < 0 || box->bottom < 0 || box->right > sheet->width || box->top > PAGE_HEIGHT)
            fail_msg("%s, %g wide: '%s' leaves the page", sheet->name, sheet->width, labels[i].says);
        for (int k = 0; k < i; k++)
            if (place_overlap(box, &labels[k].box) > 1)
                fail_msg("%s, %g wide: '%s' covers '%s'", sheet->name, sheet->width, labels[i].says, labels[k].says);
    }
}

/* The title, its lines put together again. */
static inline const char *title_of(const struct sheet *sheet, char *title, size_t room)
{
    static struct label labels[8];
    int n = labels_of(sheet, 8, labels);
    size_t length = 0;

    for (int i = 0; i < n && labels[i].size_pt == size_title && length < room; i++)
        length += (size_t)snprintf(title + length, room - length, "%s", labels[i].says);
    return title;
}

/* The script without its single-quoted literals. */
static inline char *bare(const struct sheet *sheet)
{
    char *left = calloc(sheet->script.n + 1, 1), skipped[4];
    size_t n = 0;

    for (const char *at = text_c(&sheet->script); left && *at;)
        if (*at == '\'')
            literal(&at, skipped, sizeof skipped);
        else
            left[n++] = *at++;
    return left;
}

#endif
