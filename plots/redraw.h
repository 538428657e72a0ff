/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REDRAW_H
#define PLOTS_REDRAW_H

#include "core/arena.h"
#include "core/text.h"

/** The charts of a folder: the names of its NAME.gp that have a NAME.csv, in alphabetical order.
 * @param[out] names  in the arena
 * @return OK; ERR_FILE (errno set: the folder can't be read); ERR_MEMORY. */
enum status redraw_names(const char *folder, struct arena *arena, int *n, const char ***names);

/**
 * Draws charts again by gnuplot from their scripts and tables: the pictures of chart_files.h. They're drawn in a folder
 * of their own and moved when all are whole; on error the older ones stay.
 * @param slides        those for slides as well
 * @param[out] message  on error one sentence
 * @return OK; ERR_PIPE; ERR_FILE; ERR_MEMORY
 */
enum status redraw(const char *folder, int n, const char *const names[], bool slides, struct text *message);

#endif
