/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_PLACE_H
#define PLOTS_PLACE_H

#include "plots/sheet.h"

/* Where labels stand on a map: greedily, the most important first, each at the free place nearest
 * to its mark. Zero-initialise, set area. */
enum { PLACE_MOST = 512 };

struct place {
    struct box area;              /* nothing is placed outside */
    int n, n_lines;
    struct box taken[PLACE_MOST]; /* marks and labels so far; further ones are forgotten */
    struct { double x0, y0, x1, y1, weight; } line[PLACE_MOST]; /* may be crossed, at a price */
};

void place_take(struct place *place, struct box box);
void place_line(struct place *place, double x0, double y0, double x1, double y1, double weight_pt);

/**
 * A place for a label of this size beside a round mark.
 * @param must  take the least bad place even if it covers something
 * @param[out] box  the place, taken from now on
 * @return whether there is one
 */
bool place_label(struct place *place, double x, double y, double radius, double width,
                 double height, bool must, struct box *box);

/** The area that two boxes share. */
double place_overlap(const struct box *a, const struct box *b);

#endif
