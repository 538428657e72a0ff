/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_HEAT_CELLS_H
#define PLOTS_HEAT_CELLS_H

#include "plots/choice_chart.h"
#include "plots/sheet.h"

/** The cells below sheet->top, the darker the more, with their numbers where they have room; what
 * rows and columns are; a scale of the colours at the right. */
void heat_cells_draw(const struct choice_picture *picture, struct sheet *sheet);

/** Whether a cell is there and is as good as wanted. */
bool heat_reaches(const struct choice_picture *picture, int x, int y);

double heat_scale(const struct choice_picture *picture);

#endif
