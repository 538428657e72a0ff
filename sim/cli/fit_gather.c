/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_fit.h"

#include <math.h>
#include <stdlib.h>

struct span { /* of the log's rows */
    const struct tally_row *row;
    int n;
};

static struct span rows_of(const struct tally_log *log, int station)
{
    struct span span = {log->row, 0};

    while (span.row < log->row + log->n_rows && span.row->station != station)
        span.row++;
    while (span.row + span.n < log->row + log->n_rows && span.row[span.n].station == station)
        span.n++;
    return span;
}

static int by_number(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

/* The different dates of rows on which it was counted who came, sorted. */
static enum status list_dates(struct span rows, bool came, struct arena *arena, int *n, int **date)
{
    int kept = 0;

    *n = 0;
    TAKE(arena, *date, rows.n + 1);
    for (int i = 0; i < rows.n; i++)
        if (!came || isfinite(rows.row[i].came))
            (*date)[(*n)++] = rows.row[i].date;
    qsort(*date, (size_t)*n, sizeof **date, by_number);
    for (int i = 0; i < *n; i++)
        if (i == 0 || (*date)[i] != (*date)[kept - 1])
            (*date)[kept++] = (*date)[i];
    *n = kept;
    return OK;
}

static struct fit_step *step_for(struct fitted_station *station, const struct tally_row *row)
{
    struct fit_step *step = station->n_steps ? &station->step[station->n_steps - 1] : NULL;

    if (!step || step->from_s < row->from_s) {
        step = &station->step[station->n_steps++];
        *step = (struct fit_step){row->from_s, row->to_s, 0, 0};
    }
    return step;
}

static enum status gather_arrivals(struct span rows, struct arena *arena, struct fitted_station *station)
{
    int *date, *found;
    bool *tallied;

    TRY(list_dates(rows, true, arena, &station->n_days, &date));
    TAKE(arena, station->step, rows.n);
    TAKE(arena, station->day, station->n_days + 1);
    for (int d = 0; d < station->n_days; d++) {
        TAKE(arena, tallied, rows.n);
        station->day[d].tallied = tallied;
    }
    for (int i = 0; i < rows.n; i++) {
        const struct tally_row *row = &rows.row[i];
        if (!isfinite(row->came))
            continue;
        struct fit_step *step = step_for(station, row);
        found = bsearch(&row->date, date, (size_t)station->n_days, sizeof *date, by_number);
        struct fit_day *day = &station->day[found - date];
        ((bool *)day->tallied)[step - station->step] = true;
        day->came += row->came;
        step->came += row->came;
        step->days++;
        station->came += row->came;
    }
    return station->n_steps ? fit_arrivals(arena, station->n_steps, station->step, station->n_days, station->day, &station->arrivals) : OK;
}

static enum status gather_service(struct span rows, struct arena *arena, struct fitted_station *station)
{
    double *value;
    int n = 0;

    for (int i = 0; i < rows.n; i++)
        n += rows.row[i].n_service;
    TAKE(arena, value, n + 1);
    n = 0;
    for (int i = 0; i < rows.n; i++)
        for (int k = 0; k < rows.row[i].n_service; k++)
            value[n++] = rows.row[i].service_s[k];
    fit_service(n, value, &station->service);
    return OK;
}

static void gather_rest(struct span rows, const struct fitted *fitted, struct fitted_station *station)
{
    station->n_rows = rows.n;
    station->cup_low_c = HUGE_VAL;
    for (int i = 0; i < rows.n; i++) {
        const struct tally_row *row = &rows.row[i];
        if (isfinite(row->line) && isfinite(row->gave_up)) {
            station->in_line_s += row->line * (row->to_s - row->from_s);
            station->gave_up += row->gave_up;
        }
        for (int d = 0; d < fitted->n_drinks; d++) {
            station->drink[d] += isfinite(row->drink[d]) ? row->drink[d] : 0;
            station->drinks += isfinite(row->drink[d]) ? row->drink[d] : 0;
        }
        if (isfinite(row->cup_c)) {
            station->cup_mean_c += (row->cup_c - station->cup_mean_c) / ++station->n_cups;
            station->cup_low_c = fmin(station->cup_low_c, row->cup_c);
        }
    }
    station->patience_s = fit_patience(station->in_line_s, station->gave_up);
    for (int d = 0; d < fitted->n_drinks; d++)
        station->share[d] = fit_share(station->drink[d], station->drinks);
}

enum status fit_gather(const struct tally_log *log, int n_files, struct arena *arena, struct fitted *fitted)
{
    const struct span all = {log->row, log->n_rows};
    int *date;

    *fitted = (struct fitted){.n_files = n_files, .n_drinks = log->n_drinks, .drink = log->drink};
    TAKE(arena, fitted->station, log->n_stations + 1);
    TRY(list_dates(all, false, arena, &fitted->n_days, &date));
    for (int s = 0; s < log->n_stations; s++) {
        struct span rows = rows_of(log, s);
        struct fitted_station *station = &fitted->station[fitted->n];
        if (rows.n == 0)
            continue;
        fitted->n++;
        station->name = log->station[s];
        TRY(gather_arrivals(rows, arena, station));
        TRY(gather_service(rows, arena, station));
        gather_rest(rows, fitted, station);
    }
    TRY(gather_service(all, arena, &fitted->all));
    gather_rest(all, fitted, &fitted->all);
    return OK;
}
