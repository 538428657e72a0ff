/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_TALLY_LOG_H
#define SCENARIO_TALLY_LOG_H

#include "scenario/reader.h"

/* Filled-in tally sheets: the CSV that a report leaves as tally.csv, of one or several days. What wasn't observed is NAN. */

enum { TALLY_MOST_DRINKS = 64, TALLY_MOST_ROWS = 100000 };

struct tally_row {
    int date;     /* yyyymmdd; 0: not told */
    int station;  /* of the log */
    double from_s, to_s;
    double air_c, came, served, left, gave_up, line, cup_c;
    int n_service;
    const double *service_s;  /* [n_service] */
    const double *drink;      /* [TALLY_MOST_DRINKS] by the drinks of the log */
    struct mark mark;         /* of its first cell */
};

struct tally_log {
    int n_rows, row_room, n_stations, station_room, n_drinks;
    struct tally_row *row; /* once checked: by station, step and date */
    const char **station;  /* in the order of the files */
    const char *drink[TALLY_MOST_DRINKS];
};

/** A reader without a scenario, for files of another kind. reader_free whatever the status. */
enum status reader_open_bare(struct reader **reader);

/**
 * Adds the rows of a file in which anything was observed. Needed are the columns station, from and to; an empty date is that
 * of the row above. Every fault is noted: unknown columns, cells that are no such number, a step that ends before it begins,
 * more who were served or left than came, more drinks than served.
 * @return OK (faults or not); ERR_FILE if the file can't be read (noted too); ERR_MEMORY.
 */
enum status tally_log_read(struct reader *reader, const char *path, struct tally_log *log);

/** Sorts the rows and notes steps of a station that overlap, and those tallied twice on a day. O(n log n) */
void tally_log_check(struct reader *reader, struct tally_log *log);

void tally_log_free(struct tally_log *log);

#endif
