/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_AXIS_H
#define PLOTS_AXIS_H

#include "core/text.h"

enum scale { SCALE_NUMBER, SCALE_PERCENT, SCALE_CLOCK, SCALE_MINUTES };

/* From where to where, and a line every step. Data are in SI and shares; the scale says how the
 * numbers at the axis are written. */
struct axis {
    double low, high, step;
    enum scale scale;
};

/** From 0 to a whole or half step at or above `most` (1 if nothing is there), about `ticks` steps. */
struct axis axis_from_zero(double most, int ticks, enum scale scale);

/** A range that holds [low, high] with round ends. */
struct axis axis_around(double low, double high, int ticks);

/** Clock times of a window; a step of 5 min to a day so that at most `ticks` labels stand there. */
struct axis axis_clock(double opens_s, double closes_s, int ticks);

/** Adds "('07:00' 25200, ...)", what set xtics and set ytics take; the texts empty if not wanted. */
void axis_ticks(struct text *script, const struct axis *axis, bool labels);

/** Where x stands between low (0) and high (1). */
double axis_place(const struct axis *axis, double x);

#endif
