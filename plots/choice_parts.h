/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CHOICE_PARTS_H
#define PLOTS_CHOICE_PARTS_H

#include "plots/chart.h"
#include "plots/choice_chart.h"
#include "plots/lettering.h"
#include "plots/naming.h"

/* What several charts of a choice share. */

/** The title of a chart: its finding, and below it scenario and subtitle. Frees nothing. */
void choice_title(struct sheet *sheet, const struct choice_picture *picture,
                  const struct text *finding);

/** A name for a sentence, longer than lettering_name's: a figure, an assumption. @return buffer */
const char *choice_name(char buffer[NAME_ROOM], const char *name);

/** "Warm drinks (1/day)", to head a column or an axis. */
void choice_with_unit(struct text *out, const char *name, const char *unit);

/* Layouts whose names are too long for a sentence, or alike there, go by a letter that stands
 * before each name wherever it's written out: "A  South gate: 2 urns + ...". */

/** A layout as sentences call it. @return buffer */
const char *choice_layout(char buffer[NAME_ROOM], const struct choice_picture *picture, int i);

/** Adds its name in full, after its letter if it has one. */
void choice_layout_in_full(struct text *out, const struct choice_picture *picture, int i);

/** The best `most` layouts by the goal, best first; the reference is among them. In the order of
 * the file where there's no goal. @return how many. O(n most) */
int choice_order(const struct choice_picture *picture, int most, int row[]);

/** The `most` largest of n things, the largest first, of equals the first. @return how many. O(n most) */
int choice_largest(const struct choice_picture *picture, int n, int most, double (*size)(const struct choice_picture *, int), int row[]);

/** How figure and best compare: 1 it's more, -1 less, 0 nothing that shows (or nothing known). */
int choice_told(const struct choice_figure *figure, int i);

/** The bins of the course as charts of a picture know them. */
struct picture choice_window(const struct choice_picture *picture);

/** A head over a panel in as many lines as naming says, its last line just above the panel. */
void choice_head(struct sheet *sheet, const struct panel *panel, const struct naming *naming,
                 const char *name);

/** Keeps a range that intervals of figure->mean[n] span within what there can be: nothing below 0 where no mean is, no share above 100 %. */
void choice_bounds(const struct choice_figure *figure, int n, double *low, double *high);

#endif
