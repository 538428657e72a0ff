/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_PATTERN_H
#define SCENARIO_PATTERN_H

#include "core/text.h"
#include "scenario/field.h"

/* Regular expressions (the part that ECMA, Python and PCRE share) of what the reader accepts, without
 * the anchors at both ends. */

void pattern_quantity(struct text *out, enum dimension dimension);
void pattern_band(struct text *out, enum dimension dimension);
void pattern_distribution(struct text *out, enum dimension dimension);
extern const char pattern_clock[], pattern_window[], pattern_flag[];

#endif
