/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REPORT_DRAWING_H
#define PLOTS_REPORT_DRAWING_H

#include "core/text.h"

#include <stdbool.h>

/* Drawings (SVG) on their way into a page that holds several. */

/**
 * Adds a drawing so that it can stand in HTML beside others: without prolog, title and description; its ids, and what
 * refers to them, begin with the prefix; its start tag says role="img" and the label.
 * @param svg     as gnuplot writes it, or as somebody left it in our folder
 * @param prefix  letters, digits, - and _
 * @param label   plain text
 * @return whether it's a drawing and nothing else: false, and nothing is added, where an element isn't one of
 *         those that gnuplot draws with (a script), an attribute is a handler, or anything would be fetched
 */
bool drawing_add(struct text *out, const char *svg, const char *prefix, const char *label);

/** The finding that a chart states: its largest bold letters, as plain text; nothing if there are none. */
void drawing_finding(struct text *out, const char *svg);

#endif
