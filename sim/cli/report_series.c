/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series.csv, read back. */
#include "cli/report_source.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { TIME, STATION, QUANTITY, ITEM, UNIT, MEAN, LOW, MEDIAN, HIGH, RAN_OUT, MOST, CELLS };

/* The cell at *at, which is changed in place; *at goes behind the comma or the end of the line. */
static char *take_cell(char **at, bool *last)
{
    bool quoted = **at == '"';
    char *from = *at + quoted, *to = from, *cell = from;

    for (; *from; from++) {
        if (quoted && *from == '"' && from[1] == '"')
            from++;
        else if (quoted ? *from == '"' : *from == ',' || *from == '\n')
            break;
        *to++ = *from;
    }
    from += quoted && *from == '"';
    *last = *from != ',';
    *at = *from ? from + 1 : from;
    *to = '\0';
    return cell[0] == '\'' && cell[1] && strchr("=+-@\t\r", cell[1]) ? cell + 1 : cell;
}

static double number(const char *cell)
{
    char *end;
    double x = strtod(cell, &end);
    return end == cell ? NAN : x;
}

static double clock_s(const char *cell)
{
    int hours = 0, minutes = 0, seconds = 0;
    return sscanf(cell, "%d:%d:%d", &hours, &minutes, &seconds) >= 2 ? 3600.0 * hours + 60.0 * minutes + seconds : NAN;
}

static enum status widen(struct arena *arena, struct series *series)
{
    double **const columns[] = {&series->time_s, &series->mean, &series->low, &series->median, &series->high, &series->ran_out};
    int room = series->room ? 2 * series->room : 64;

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        double *grown;
        TAKE(arena, grown, room);
        if (series->n)
            memcpy(grown, *columns[i], (size_t)series->n * sizeof *grown);
        *columns[i] = grown;
    }
    series->room = room;
    return OK;
}

static enum status add_step(struct arena *arena, struct series *series, char *const cell[CELLS])
{
    if (series->n == series->room)
        TRY(widen(arena, series));
    int i = series->n++;
    series->time_s[i] = clock_s(cell[TIME]);
    series->mean[i] = number(cell[MEAN]);
    series->low[i] = number(cell[LOW]);
    series->median[i] = number(cell[MEDIAN]);
    series->high[i] = number(cell[HIGH]);
    series->ran_out[i] = number(cell[RAN_OUT]);
    return OK;
}

static bool continues(const struct series *series, char *const cell[CELLS])
{
    return strcmp(series->station, cell[STATION]) == 0 && strcmp(series->quantity, cell[QUANTITY]) == 0 && strcmp(series->item, cell[ITEM]) == 0;
}

static enum status add_row(struct arena *arena, int *n, int *room, struct series **series, char *const cell[CELLS])
{
    if (*n == 0 || !continues(&(*series)[*n - 1], cell)) {
        if (*n == *room) {
            struct series *grown;
            *room = *room ? 2 * *room : 64;
            TAKE(arena, grown, *room);
            if (*n)
                memcpy(grown, *series, (size_t)*n * sizeof *grown);
            *series = grown;
        }
        (*series)[(*n)++] = (struct series){.station = cell[STATION], .quantity = cell[QUANTITY], .item = cell[ITEM]};
    }
    return add_step(arena, &(*series)[*n - 1], cell);
}

enum status series_read(char *csv, struct arena *arena, int *n, struct series **series)
{
    static const char head[] = "time,station,quantity,item,unit,mean,p05,p50,p95,ran_out_share,max\n";
    int room = 0;

    *n = 0;
    *series = NULL;
    if (!csv || strncmp(csv, head, strlen(head)) != 0)
        return OK;
    for (char *at = csv + strlen(head); *at;) {
        char *cell[CELLS];
        bool last = false;
        int cells = 0;
        while (!last && cells < CELLS)
            cell[cells++] = take_cell(&at, &last);
        if (!last || cells < CELLS)
            return OK;
        TRY(add_row(arena, n, &room, series, cell));
    }
    return OK;
}

const struct series *series_find(int n, const struct series series[], const char *station, const char *quantity, const char *item)
{
    for (int i = 0; i < n; i++)
        if (strcmp(series[i].station, station) == 0 && strcmp(series[i].quantity, quantity) == 0 && strcmp(series[i].item, item) == 0)
            return &series[i];
    return NULL;
}
