/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CHART_SET_H
#define PLOTS_CHART_SET_H

#include "core/status.h"
#include "core/text.h"
#include "plots/sheet.h"

#include <stdbool.h>

/* A table of charts over data of some kind, as the machinery that makes files of them sees it:
 * what the data are only the three functions know. */
enum { CHART_SET_MOST = 16 };

struct chart_set {
    int n; /* up to CHART_SET_MOST */
    const char *(*name)(int i);
    bool (*has_data)(const void *data, int i);
    void (*draw)(const void *data, int i, struct sheet *sheet);
    const void *data;
};

/** Draws the charts of a set that have data; what becomes of files and failures stands at
 * charts_draw. All of them share a few gnuplot processes. */
enum status chart_set_draw(const struct chart_set *set, const char *folder, struct text *message);

/** Writes the script and table of a chart in a shape; what fails shows in them. The caller frees the sheet. */
void chart_set_sheet(const struct chart_set *set, int chart, enum shape shape, struct sheet *sheet);

/** The names of the charts that have data. @return how many */
int chart_set_names(const struct chart_set *set, const char *names[/* set->n */]);

#endif
