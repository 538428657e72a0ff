/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_NAMING_H
#define PLOTS_NAMING_H

#include "plots/sheet.h"

/* How the names of like things (rows, panels, columns) are lettered so that all of them stand
 * whole: one size, one width, broken into lines. What has no room even so ends in an ellipsis. */
struct naming {
    double size_pt, width_pt;
    bool bold;
    int lines; /* at most */
};

/** For names in a width that is given: the fewest lines, then the largest letters. */
struct naming naming_within(int n, const char *const name[], double width_pt, int most_lines,
                            bool bold);

/** For rows that are `pitch_pt` apart: the narrowest column, up to `most_pt` wide. */
struct naming naming_beside(int n, const char *const name[], double pitch_pt, double most_pt);

/** Whether all names stand whole. */
bool naming_whole(const struct naming *naming, int n, const char *const name[]);

double naming_height(const struct naming *naming); /* of `lines` lines */

/** Lines that a name takes, at most naming->lines. */
int naming_lines(const struct naming *naming, const char *name);

/** A name at x, centred on y, in its lines. */
void naming_say(struct sheet *sheet, const struct naming *naming, double x, double y,
                enum colour colour, enum align align, const char *name);

#endif
