/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_CELLS_H
#define SCENARIO_CELLS_H

#include <stdbool.h>
#include <stddef.h>

/* The cells of a CSV by RFC 4180; commas, semicolons or tabs between them. */

enum { LONGEST_CELL = 256, MOST_COLUMNS = 256 };

struct cells {
    const char *at, *end;
    char between;
};

/** What stands between the cells of this line. */
char cells_separator(const char *line, const char *end);

/** The next cell of the row, without blanks around it, cut to its room; false behind the last one. At the end of the row
 * `at` stands at its break. *last is false before the first cell. */
bool cells_next(struct cells *cells, char cell[LONGEST_CELL], bool *last);

/** A finite number. */
bool cells_number(const char *cell, double *value);

/** "07:45", "07:45:30", or either behind a date, as seconds after midnight. */
bool cells_clock(const char *cell, double *value);

#endif
