/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_REPORT_SOURCE_H
#define CLI_REPORT_SOURCE_H

#include "core/arena.h"
#include "core/status.h"

#include <jansson.h>

/* What samovar left in a directory, read for a report. */
struct source {
    const char *folder;
    const char *way;        /* from the folder of the report to this one: "" or "../plan/" */
    json_t *summary, *compare, *choice, *manifest; /* NULL: not there */
    json_t *stress, *stock, *sweep, *sensitivity, *fit;
    char *series, *answer, *layout; /* series.csv, plan.txt, layout.yaml; NULL: not there */
};

/**
 * Reads a directory. Complains if samovar didn't write it, or wrote it in another format.
 * @param arena  holds way and folder
 * @return OK; ERR_FILE; ERR_MEMORY. source_close whatever the status.
 */
enum status source_open(struct source *source, const char *folder, struct arena *arena);
void source_close(struct source *source);

/** The tree that tells most of what was simulated; NULL if there's none. */
json_t *source_tree(const struct source *source);

/** The way from one folder that exists to another, "" or ending in a slash; absolute if there's none. NULL: no memory. */
const char *source_way(const char *from, const char *to, struct arena *arena);

/** A chart's drawing, to be freed; NULL if it isn't there. @return OK; ERR_FILE (complained); ERR_MEMORY. */
enum status source_drawing(const struct source *source, const char *chart, char **svg);

/* One series of series.csv. */
struct series {
    const char *station, *quantity, *item;
    int n, room;
    double *time_s, *mean, *low, *median, *high, *ran_out; /* [n]; NAN: unknown */
};

/** All series of a series.csv. @return OK; ERR_MEMORY; what doesn't look like one gives none. */
enum status series_read(char *csv, struct arena *arena, int *n, struct series **series);

/** The one of a station, a quantity, an item ("" for none); NULL if there's none. */
const struct series *series_find(int n, const struct series series[], const char *station, const char *quantity, const char *item);

#endif
