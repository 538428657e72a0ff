/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_SWEEP_WORDS_H
#define PLOTS_SWEEP_WORDS_H

#include "plots/choice_chart.h"

/** What the title of a sweep says: where its first figure is best and what is as good, or how it
 * changes. */
void sweep_find(const struct choice_picture *picture, struct text *finding);

/** Where a step stands on the axis: at its quantity, or where that doesn't grow at its number. */
double sweep_place(const struct choice_picture *picture, int i);

/** Adds how a step is called. */
void sweep_step(struct text *out, const struct choice_picture *picture, int i);

/** Half-width of a figure at a step; 0 if it isn't known. */
double sweep_half(const struct choice_figure *figure, int i);

#endif
