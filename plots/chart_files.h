/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CHART_FILES_H
#define PLOTS_CHART_FILES_H

#include "core/status.h"
#include "core/text.h"
#include "plots/style.h"

#include <limits.h>

/* The files of a chart NAME: pictures, then what they're drawn from: a script for each shape, and the table. */
enum { CHART_PNG, CHART_SLIDE, CHART_SVG, CHART_PDF, CHART_PICTURES, CHART_SCRIPT = CHART_PICTURES, CHART_TABLE = CHART_SCRIPT + N_SHAPES, CHART_FILES };

extern const struct chart_file {
    const char *ending; /* "-slide.png" */
    enum status (*finish)(const char *path); /* what gnuplot leaves to be done; NULL: nothing */
} chart_files[CHART_FILES];

/** The path of a file of a chart; "" if it's too long: then opening fails with a sentence. */
void chart_file_path(char path[PATH_MAX], const char *folder, const char *name, int file);

/**
 * Makes the pictures of charts from their scripts and tables in the folder. A few gnuplot processes share them.
 * @param slides        those for slides as well: they take as long as all the others twice
 * @param[out] message  on error one sentence
 * @return OK if every picture is there; ERR_PIPE; ERR_FILE; ERR_MEMORY
 */
enum status chart_files_draw(const char *folder, int n, const char *const names[], bool slides, struct text *message);

/** Says of a file that it can't be written and why (errno). @return ERR_FILE */
enum status chart_files_fail(const char *path, struct text *message);

#endif
