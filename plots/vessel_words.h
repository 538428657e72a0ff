/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_VESSEL_WORDS_H
#define PLOTS_VESSEL_WORDS_H

#include "plots/chart.h"

/* What temperatures of vessels come to: said of a median day, and of the days at the band's edges where they differ. */

/** The title of the chart. */
void vessel_find(const struct picture *picture, struct text *finding);

/** By what the title tells: too cold for longest, then outside the serving band for longest, then at the band's edges. */
double vessel_badness(const struct picture *picture, int i);

/** Whether it's too cold to serve at any time of a median day. */
bool vessel_too_cold(const struct picture *picture, const struct picture_vessel *vessel);

#endif
