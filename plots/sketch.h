/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_SKETCH_H
#define PLOTS_SKETCH_H

#include "plots/chart.h"
#include "plots/choice_chart.h"

/* Charts in text, for a terminal: a row of blocks each, the hours above them, what matters in words behind. Levels
 * have a meaning that needs no colour: of arrivals the two highest are beyond what can be served; of temperatures the
 * two lowest are below the serving band and the two highest above it. */

struct sketch_look {
    int columns;  /* of the terminal, at least SKETCH_COLUMNS */
    bool blocks;  /* else ASCII */
    bool colours;
};
enum { SKETCH_COLUMNS = 80 };

/** Lines, arrivals against capacity and vessels of a run. Adds nothing where there are no series. */
void sketch_run(const struct picture *picture, const struct sketch_look *look, struct text *out);

/** The people waiting under each layout. */
void sketch_layouts(const struct choice_picture *picture, const struct sketch_look *look, struct text *out);

#endif
