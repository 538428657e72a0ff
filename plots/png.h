/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_PNG_H
#define PLOTS_PNG_H

#include "core/status.h"

/**
 * Writes into a PNG file that it has 300 dots an inch, which gnuplot doesn't, so that a word
 * processor places it 6.67 in wide and not 20.8 in.
 * @return OK, also if it says so already; ERR_FILE if it can't be read or written or is no PNG;
 *         ERR_MEMORY
 */
enum status png_set_300_dpi(const char *path);

#endif
