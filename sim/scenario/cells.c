/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/cells.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char cells_separator(const char *line, const char *end)
{
    size_t n = strcspn(line, "\r\n");
    const char *stop = line + n < end ? line + n : end;
    int commas = 0, semicolons = 0, tabs = 0;

    for (; line < stop; line++) {
        commas += *line == ',';
        semicolons += *line == ';';
        tabs += *line == '\t';
    }
    return semicolons > commas ? ';' : tabs > commas ? '\t' : ',';
}

/* A NUL would end the cell early and pass for an empty one. */
static size_t put(char cell[], size_t n, char c)
{
    if (n + 1 < LONGEST_CELL)
        cell[n++] = c ? c : '?';
    return n;
}

static size_t quoted_cell(struct cells *cells, char cell[])
{
    size_t n = 0;

    for (cells->at++; cells->at < cells->end; cells->at++) {
        if (*cells->at == '"' && (cells->at + 1 == cells->end || cells->at[1] != '"')) {
            cells->at++;
            break;
        }
        if (*cells->at == '"')
            cells->at++;
        n = put(cell, n, *cells->at);
    }
    return n;
}

bool cells_next(struct cells *cells, char cell[LONGEST_CELL], bool *last)
{
    size_t n = 0, blanks = 0;

    if (*last)
        return false;
    while (cells->at < cells->end && *cells->at == ' ')
        cells->at++;
    if (cells->at < cells->end && *cells->at == '"')
        n = quoted_cell(cells, cell);
    /* not strchr: it finds a NUL in every text */
    while (cells->at < cells->end && *cells->at != '\r' && *cells->at != '\n' && *cells->at != cells->between)
        n = put(cell, n, *cells->at++);
    while (blanks < n && cell[n - blanks - 1] == ' ')
        blanks++;
    cell[n - blanks] = '\0';
    *last = cells->at >= cells->end || *cells->at != cells->between;
    cells->at += !*last;
    return true;
}

bool cells_number(const char *cell, double *value)
{
    char *end;

    if (strspn(cell, "+-.0123456789eE") != strlen(cell))
        return false;
    *value = strtod(cell, &end);
    return end > cell && !*end && isfinite(*value);
}

bool cells_clock(const char *cell, double *value)
{
    int hours, minutes, used = 0;
    double seconds = 0;
    const char *gap = strpbrk(cell, " T");

    if (gap)
        cell = gap + 1;
    if (sscanf(cell, "%2d:%2d%n", &hours, &minutes, &used) != 2 || !used)
        return false;
    if (cell[used] == ':' && strspn(cell + used + 1, "0123456789.") == strlen(cell + used + 1))
        seconds = strtod(cell + used + 1, NULL);
    else if (cell[used])
        return false;
    *value = hours * 3600 + minutes * 60 + seconds;
    return hours >= 0 && minutes >= 0 && minutes < 60 && seconds < 60;
}
