/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Text that grows. Zero-initialise; text_free when done. If memory runs out `failed` is set, what
 * was there stays, and later additions do nothing: test once at the end with text_status. */
struct text {
    char *bytes; /* closing NUL always there once something was added */
    size_t n, room;
    bool failed;
};

void text_add(struct text *text, const char *piece);
void text_add_n(struct text *text, const char *piece, size_t n);
void text_print(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_clear(struct text *text);
void text_free(struct text *text);
enum status text_status(const struct text *text); /* OK or ERR_MEMORY */

/** Whether any text of the program ever lost a piece for want of memory: asked once before results are put
 * in their place, so that nothing has to be asked of each label of a chart. */
bool text_starved(void);
const char *text_c(const struct text *text);      /* never NULL */

/** A CSV cell (RFC 4180): quoted where needed; a cell that would start a spreadsheet formula
 * (= + - @ tab CR) gets a leading apostrophe; control characters but tab and line feed become blanks.
 * For texts, not for numbers. */
void text_add_csv(struct text *text, const char *cell);

/** Inside HTML or SVG: & < > " ' become entities. */
void text_add_html(struct text *text, const char *plain);

/** A gnuplot single-quoted string, quotes included: ' is doubled (\u2019 if the text begins with it),
 * control characters become blanks.
 * In single quotes gnuplot expands neither backticks nor escapes; print such text with noenhanced. */
void text_add_gnuplot(struct text *text, const char *plain);

/** A double as C and JSON write it, shortest form that reads back the same; never a locale's comma.
 * NaN and infinities are written "null". */
void text_add_double(struct text *text, double x);

/** Columns that a UTF-8 text takes on a terminal (Chinese characters take two). */
int text_columns(const char *utf8);

/** Prints a text padded with blanks to `columns` (to the right if negative, as in %-*s reversed:
 * positive pads on the left, negative pads on the right). */
void text_add_padded(struct text *text, const char *utf8, int columns);

/** Edit distance with transpositions, capped: for "did you mean". O(|a| |b|). */
int text_distance(const char *a, const char *b);

/** The name nearest to `wrong` among names[n], else the only one that begins with it (three bytes or more), else NULL:
 * none is near enough to be meant. */
const char *text_nearest(const char *wrong, int n, const char *const names[]);

/** A whole file in memory, at most `most` bytes; NUL-terminated, the caller frees *bytes.
 * @return OK; ERR_FILE (errno set; EFBIG when larger than most); ERR_MEMORY. */
enum status text_read_file(const char *path, size_t most, char **bytes, size_t *n);

#endif
