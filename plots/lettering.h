/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_LETTERING_H
#define PLOTS_LETTERING_H

#include "core/text.h"

/* How much room a text takes, known here: a chart's layout must be the same in PNG, SVG and PDF, and
 * only one of the three would tell. Sizes and widths are points. */

enum { NAME_ROOM = 128 };

/** Width in the house font (a Chinese character is 1 em wide; bold adds 5 %). O(length), pure. */
double lettering_width(const char *utf8, double size_pt, bool bold);

/** Adds the text as valid UTF-8 that may stand in XML: broken bytes become "?", controls blanks. */
void lettering_clean(struct text *out, const char *bytes);

/** The same, cut to a width, with an ellipsis where something was cut. */
void lettering_fit(struct text *out, const char *bytes, double size_pt, bool bold, double width_pt);

/**
 * Breaks clean text where its script allows it, into lines of at most width_pt; what has no room in
 * `most` lines is cut with an ellipsis.
 * @param[out] out  the lines, each closed by a newline
 * @return number of lines, at least 1; most + 1 if something was cut
 */
int lettering_wrap(struct text *out, const char *clean, double size_pt, bool bold, double width_pt,
                   int most);

/** Adds clean text in two lines of at most width_pt, much alike in length, parted rather after a mark of punctuation
 * than within a word, never between a number and what it counts if there's another way; each closed by a newline.
 * @return whether it fits; else nothing is added. O(length^2) */
bool lettering_halve(struct text *out, const char *clean, double size_pt, bool bold, double width_pt);

/** A name short enough to stand in a sentence (about 14 Chinese or 26 Latin letters).
 * @return buffer */
const char *lettering_name(char buffer[NAME_ROOM], const char *name);

/** Adds a gnuplot string literal of the text, cleaned: the one way in which a text reaches gnuplot. */
void lettering_quote(struct text *script, const char *bytes);

#endif
