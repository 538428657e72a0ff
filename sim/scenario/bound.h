/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_BOUND_H
#define SCENARIO_BOUND_H

#include "core/text.h"
#include "scenario/field.h"

/** Whether its values are times of day. */
bool field_is_clock(const struct field *field);

/** Whether its key is `*`: the section it stands in has names for keys and is itself this map. */
bool field_is_any_key(const struct field *field);

/** The field row of a path such as "site.nodes" below a table; NULL if there's none. */
const struct field *field_at(const struct table *root, const char *path);

/** The bounds that hold: infinite where the table gives none. */
void field_bounds(const struct field *field, double *low, double *high);

/** A value of the field as a planner writes it. */
void field_show(struct text *out, const struct field *field, enum dimension dimension, double x);

/** "it must lie between 0 s and 24 h"; at least one bound must be finite. */
void field_show_bounds(struct text *out, const struct field *field, enum dimension dimension);

#endif
