/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_STYLE_H
#define PLOTS_STYLE_H

#include "core/text.h"

/* The look of every chart: Okabe and Ito's palette, which the colour-blind tell apart, and dashes so
 * that a photocopy does too. Names of colours are gnuplot variables that each script defines. */

enum colour { INK, QUIET, FAINT, PAPER, BLUE, ORANGE, GREEN, RED, PURPLE, SKY, STONE, N_COLOURS };

/** The gnuplot variable: "blue". */
const char *style_colour(enum colour colour);

/** "#0072B2" */
const char *style_hex(enum colour colour);

/** Things drawn side by side: the i-th has its colour, dash (a gnuplot dashtype) and line weight. */
struct look {
    enum colour colour;
    int dash;
    double weight_pt;
};
enum { N_LOOKS = 5 };
struct look style_look(int i);

/** Letter sizes in points. */
extern const double size_title, size_text, size_small;

/** Writes what each script starts with: formats, fonts, colours, terminal. */
void style_preamble(struct text *script, const char *name);

/** Whether Chinese text would come out as letters: some font for it is installed. Looks through the
 * fonts' folders once. */
bool style_has_chinese_font(void);

#endif
