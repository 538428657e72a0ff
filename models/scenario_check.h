/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SCENARIO_CHECK_H
#define MODELS_SCENARIO_CHECK_H

#include "models/scenario.h"

/* Checks of scenario_bind that look at the scenario as a whole. Faults are noted in the reader. */

/** Nothing there to simulate; a layout without stations; figures in `expect` that nobody knows. */
void check_parts(struct reader *reader, const struct scenario *scenario);

/** Events of kinds of day at stations or vessels that no layout has. */
void check_incidents(struct reader *reader, const struct scenario *scenario);

/** More than samovar simulates (see the limits in scenario.h). Only for a scenario without faults so far. */
void check_sizes(struct reader *reader, const struct scenario *scenario);

/** Stations to which no path leads. @param distance_m  see site_distances */
void check_stations_reached(struct reader *reader, const struct scenario *scenario, const double *const distance_m[MODES]);

/** Parts of supply, circuits and campaigns that could do nothing: reordering without a store, spares that nobody exchanges. */
void check_supply(struct reader *reader, const struct scenario *scenario);

/** What samovar check only notes: keys that do nothing (a share that asks where an answer takes no time), numbers that are
 * hardly meant (a path shorter than the straight line). For a scenario without faults; the notes are then the reader's. */
void scenario_notes(struct reader *reader, const struct scenario *scenario);

#endif
