/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_STRESS_BARS_H
#define PLOTS_STRESS_BARS_H

#include "plots/choice_parts.h"

/* What goes wrong as rows, the worst first, and beside their names a panel a figure. */
enum { STRESS_MOST = 14, STRESS_FIGURES_MOST = 3 };

/** What a trouble takes of a figure: positive is worse than a day as usual; 0 if it isn't known. */
double stress_loss(const struct choice_figure *figure, int i);

/** Whether that can be told from none. */
bool stress_shows(const struct choice_figure *figure, int i);

/** Draws row[n] below sheet->top. @param[out] figures  how many are shown */
void stress_bars_draw(const struct choice_picture *picture, struct sheet *sheet, int n,
                      const int row[], int *figures);

#endif
