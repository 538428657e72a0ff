/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_QUANTITY_H
#define PLOTS_QUANTITY_H

#include "core/text.h"

/* Numbers with a unit that someone else names, with no more digits than they deserve. */

/** Adds "1,234.5 min", "31/day", "95 %": decimals (at most 4) as a grain of this size needs, the
 * unit cut where it's no unit any more. "-" if x isn't finite. */
void quantity_add(struct text *out, double x, double grain, const char *unit);

/** The same with a sign before it: "+31". */
void quantity_add_change(struct text *out, double x, double grain, const char *unit);

/** Adds a half-width, rounded up, so that the interval on the page covers the one computed. */
void quantity_add_half(struct text *out, double half_width, double grain);

/** Decimals, at least so many and at most three more, with which a share that isn't whole isn't shown as 100 %. */
int quantity_share_decimals(double percent, int least);

/** A grain for one number alone: three digits of it, none after the point if it's whole. */
double quantity_grain(double x);

/** A grain with which n numbers differ from each other: NANs skipped, a hundredth of their span. */
double quantity_grain_of(int n, const double x[]);

#endif
