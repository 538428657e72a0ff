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

/* A page: 6.67 in x 4 in, 2000 x 1200 dots at 300 dpi, beside text. A slide: 13.33 in x 7.5 in,
 * 4000 x 2250 dots, letters and lines 1.875 times as large. */
enum shape { SHAPE_PAGE, SHAPE_SLIDE, N_SHAPES };

/** Width in the points of a sheet: 480, 512. */
double style_width(enum shape shape);

/** What follows a chart's name in the names of its script and pictures: "", "-slide". */
const char *style_beyond(enum shape shape);

/** Writes what each script starts with: formats, fonts, colours, terminal. */
void style_preamble(struct text *script, const char *name, enum shape shape);

/** Whether Chinese text would come out as letters: some font for it is installed. Looks through the
 * fonts' folders once. */
bool style_has_chinese_font(void);

#endif
