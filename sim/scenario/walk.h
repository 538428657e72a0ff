/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_WALK_H
#define SCENARIO_WALK_H

#include "core/text.h"
#include "scenario/field.h"

/* What explain, the reference, the schema and the dictionary have in common. */

/** `extends`, which the reader takes before any table is bound. */
extern const struct field walk_extends;

/** Calls visit for every field below a table, parents first; path is as in "residents.*.patience". */
void walk_fields(const struct table *root,
                 void (*visit)(void *context, const char *path, const struct field *field),
                 void *context);

/** How a value is written, in few words: "s, min or h", "time of day", "distribution (m/s or km/h)". */
void walk_form(const struct field *field, struct text *out);

/** "0 s .. 24 h", or nothing where the table gives no bounds. */
void walk_range(const struct field *field, struct text *out);

/** "25 s", "required", or "unlimited" or "none" where a key that is left out means that there's no such thing. */
const char *walk_default(const struct field *field);

#endif
