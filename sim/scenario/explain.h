/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_EXPLAIN_H
#define SCENARIO_EXPLAIN_H

#include "core/text.h"
#include "scenario/field.h"

/** What a key means, its unit, range, default and example: for a path ("residents.*.patience", or
 * "residents.patience", or just "patience": every place that has it), or the list of sections for "".
 * @return OK; ERR_USAGE where nothing has that name (the text then says the nearest). */
enum status explain_key(const struct table *root, const char *path, struct text *out);

/** The whole reference as Markdown, one table a section: for the README. */
void explain_markdown(const struct table *root, struct text *out);

/** JSON Schema (draft 2020-12) of the scenario file. */
enum status explain_schema(const struct table *root, struct text *out);

/** One line a key, unit or family name, quoted: libFuzzer's dictionary. */
void explain_dictionary(const struct table *root, struct text *out);

#endif
