/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SUPPORT_PIXELS_H
#define TESTS_SUPPORT_PIXELS_H

#include <stdbool.h>

/* A picture in red, green, blue, row by row from the top. */
struct pixels {
    int width, height;
    unsigned char *rgb;
};

/** Reads a PNG of 8 bits a channel, not interlaced, with or without alpha. @return whether it is one; free .rgb */
bool pixels_read(const char *path, struct pixels *pixels);

/**
 * Columns of pixels with something on them in a part of the picture: coloured pixels, and, off the edges where axes
 * stand, those darker than a grid line. Columns, since an upright line alone shows no data.
 * @param left, bottom, right, top  parts of width and height, from the bottom left
 */
int pixels_inked(const struct pixels *pixels, double left, double bottom, double right, double top);

#endif
