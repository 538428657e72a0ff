/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

#include "core/text.h"
#include "models/scenario.h"
#include "scenario/reader.h"

/**
 * What hand-sums say of a layout, without simulating: demand, staff, taps, heat, circuits, stock. One section
 * for the demand, one a station, one for each use of a vessel; in each, what to change comes first, with the
 * key to change. In the language of say(); a few ms.
 *
 * Sums are for the average day: kinds of day weighed by their odds, each at its mean air temperature. Who
 * walks takes the station of least detour. Nobody balks, reneges or walks on: that is for the simulation.
 *
 * @param reader         that bound the scenario; kinds of day are bound through it, and what doesn't fit is a
 *                       fault there: look at reader_faults first, since then nothing is written
 * @param layout         index
 * @param[out] out       the text, ending with the count of findings
 * @param[out] warnings  how many sentences ask for a change
 * @return OK (faults or not); ERR_MEMORY. O(streams (stations + quarter hours)) for each kind of day.
 */
enum status check_write(struct reader *reader, const struct scenario *scenario, int layout, struct text *out, int *warnings);

#endif
