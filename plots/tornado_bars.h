/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_TORNADO_BARS_H
#define PLOTS_TORNADO_BARS_H

#include "plots/choice_chart.h"
#include "plots/sheet.h"

enum { TORNADO_MOST = 14 };

/** The bars of a tornado below sheet->top: row[n] names them from top to bottom.
 * @return how many had room */
int tornado_bars_draw(const struct choice_picture *picture, struct sheet *sheet, int n,
                      const int row[]);

double tornado_known(double x); /* 0 for what isn't */

/** Whether a change can be told from none. */
bool tornado_shows(double change, double half);

#endif
