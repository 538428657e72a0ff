/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_LAYOUT_ROWS_H
#define PLOTS_LAYOUT_ROWS_H

#include "plots/choice_parts.h"

/* Layouts as rows, the best first, and beside their names a panel a figure: mean and interval. */
enum { LAYOUT_ROWS_MOST = 16, LAYOUT_FIGURES_MOST = 4 };

struct layout_rows {
    int n, row[LAYOUT_ROWS_MOST]; /* the layouts shown */
    int figures;                  /* the first so many are shown */
    struct naming naming;
    double left, bottom, top; /* of the panels */
};

/** Of what is better than the best layout in a figure (1), worse (-1), or can't be told (0): colour
 * and sign, so that a photocopy tells them apart. */
struct look layout_rows_look(int better);
const char *layout_rows_sign(int better);

/** Draws them below sheet->top. @param[out] rows  what was shown */
void layout_rows_draw(const struct choice_picture *picture, struct sheet *sheet,
                      struct layout_rows *rows);

#endif
