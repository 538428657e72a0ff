/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/tally_log.h"

#include "core/say.h"
#include "scenario/cells.h"
#include "scenario/inside.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { DATE, STATION, CLOCK, COUNT, DEGREES, SECONDS_LIST, DRINK };

/* In the order of the file that the report leaves. */
static const struct column {
    const char *key;
    enum kind kind;
    size_t lands;
    double low, high;
} columns[] = {
#define IN_ROW(member) offsetof(struct tally_row, member)
    {"date", DATE, IN_ROW(date), 0, 0},
    {"station", STATION, IN_ROW(station), 0, 0},
    {"from", CLOCK, IN_ROW(from_s), 0, 172800},
    {"to", CLOCK, IN_ROW(to_s), 0, 172800},
    {"air_c", DEGREES, IN_ROW(air_c), -60, 60},
    {"came", COUNT, IN_ROW(came), 0, 1e5},
    {"served", COUNT, IN_ROW(served), 0, 1e5},
    {"left", COUNT, IN_ROW(left), 0, 1e5},
    {"gave_up", COUNT, IN_ROW(gave_up), 0, 1e5},
    {"line", COUNT, IN_ROW(line), 0, 1e4},
    {"cup_c", DEGREES, IN_ROW(cup_c), 0, 100},
    {"service_s", SECONDS_LIST, 0, 0.1, 3600},
#undef IN_ROW
};
enum { COLUMNS = sizeof columns / sizeof *columns };
static const struct column of_drink = {"drink:", DRINK, 0, 0, 1e5};

struct file {
    struct reader *reader;
    struct tally_log *log;
    struct cells cells;
    int n;                              /* columns of the file */
    const struct column *column[MOST_COLUMNS]; /* NULL: unknown */
    int drink[MOST_COLUMNS];
    struct mark row;                    /* where the row begins */
    const char *row_at;
    int date;
    /* of the cell being read */
    const char *start;
    char cell[LONGEST_CELL];
};

/* --- cells ---------------------------------------------------------------------------------------------------- */

static bool take_cell(struct file *file, bool *last)
{
    file->start = file->cells.at;
    return cells_next(&file->cells, file->cell, last);
}

static struct mark mark_of(const struct file *file)
{
    const char *start = file->start;

    while (start < file->cells.end && *start == ' ')
        start++;
    return source_mark(file->row, file->row_at, start);
}

static const char *quoted(const struct file *file)
{
    return fault_quote(file->reader, file->cell, strlen(file->cell));
}

static bool read_date(struct file *file, int *date)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day, used = 0;
    char between, again;

    if (sscanf(file->cell, "%4d%c%2d%c%2d%n", &year, &between, &month, &again, &day, &used) != 5 || file->cell[used] || between != again
        || !strchr("-/", between) || year < 1900 || month < 1 || month > 12 || day < 1 || day > days[month - 1]) {
        reader_complain_at(file->reader, mark_of(file), say("`%s` isn't a date, as in 2026-01-15"), quoted(file));
        return false;
    }
    *date = 10000 * year + 100 * month + day;
    return true;
}

static enum status find_station(struct file *file, int *station)
{
    struct tally_log *log = file->log;
    const char *name = file->cell;

    name += *name == '\'' && name[1] && strchr("=+-@", name[1]); /* what text_add_csv puts before it */
    for (*station = 0; *station < log->n_stations; ++*station)
        if (strcmp(log->station[*station], name) == 0)
            return OK;
    TRY(GROW(log->station, log->n_stations, log->station_room));
    log->station[log->n_stations] = arena_text(&file->reader->arena, name, strlen(name));
    return log->station[log->n_stations++] ? OK : ERR_MEMORY;
}

static bool read_clock(struct file *file, double *time_s)
{
    if (cells_clock(file->cell, time_s) && *time_s <= 172800)
        return true;
    reader_complain_at(file->reader, mark_of(file), say("`%s` isn't a time, as in 07:45"), quoted(file));
    return false;
}

static bool read_number(struct file *file, const struct column *column, const char *cell, double *value)
{
    bool people = column->kind == COUNT || column->kind == DRINK;
    double x = NAN;

    if (!cells_number(cell, &x))
        x = NAN;
    if (x >= column->low && x <= column->high && !(people && x != floor(x))) {
        *value = x;
        return true;
    }
    const char *shown = fault_quote(file->reader, cell, strlen(cell));
    if (isnan(x))
        reader_complain_at(file->reader, mark_of(file), say("`%s` isn't a number; what wasn't observed stays empty"), shown);
    else if (!(x >= column->low && x <= column->high))
        reader_complain_at(file->reader, mark_of(file), say("`%s` lies outside of %g .. %g"), shown, column->low, column->high);
    else
        reader_complain_at(file->reader, mark_of(file), say("`%s`: people are counted whole"), shown);
    return false;
}

/* "41;38.5;52" */
static enum status read_services(struct file *file, const struct column *column, struct tally_row *row)
{
    double *value;
    char *rest = NULL;

    TAKE(&file->reader->arena, value, 1 + strlen(file->cell) / 2);
    for (char *one = strtok_r(file->cell, "; ", &rest); one; one = strtok_r(NULL, "; ", &rest))
        row->n_service += read_number(file, column, one, &value[row->n_service]);
    row->service_s = value;
    return OK;
}

static enum status read_cell(struct file *file, int c, struct tally_row *row, double drinks[])
{
    const struct column *column = file->column[c];
    char *lands = (char *)row + column->lands;

    if (!*file->cell)
        return OK;
    if ((size_t)(file->cells.at - file->start) > LONGEST_CELL) {
        reader_complain_at(file->reader, mark_of(file), say("the cell is too long: at most %d characters"), LONGEST_CELL - 2);
        return OK;
    }
    switch (column->kind) {
    case DATE: read_date(file, (int *)lands); break;
    case STATION: return find_station(file, (int *)lands);
    case CLOCK: read_clock(file, (double *)lands); break;
    case SECONDS_LIST: return read_services(file, column, row);
    case DRINK: read_number(file, column, file->cell, &drinks[file->drink[c]]); break;
    case COUNT:
    case DEGREES: read_number(file, column, file->cell, (double *)lands); break;
    }
    return OK;
}

/* --- the header ------------------------------------------------------------------------------------------------ */

static int find_drink(struct file *file, const char *name)
{
    struct tally_log *log = file->log;

    for (int d = 0; d < log->n_drinks; d++)
        if (strcmp(log->drink[d], name) == 0)
            return d;
    if (log->n_drinks == TALLY_MOST_DRINKS)
        return -1;
    log->drink[log->n_drinks] = arena_text(&file->reader->arena, name, strlen(name));
    return log->drink[log->n_drinks] ? log->n_drinks++ : -1;
}

static const struct column *known_column(struct file *file)
{
    const char *names[COLUMNS];
    size_t lead = strlen(of_drink.key);

    for (int i = 0; i < COLUMNS; i++) {
        names[i] = columns[i].key;
        if (strcmp(file->cell, columns[i].key) == 0)
            return &columns[i];
    }
    if (strncmp(file->cell, of_drink.key, lead) == 0 && file->cell[lead]) {
        file->drink[file->n] = find_drink(file, file->cell + lead);
        if (file->drink[file->n] >= 0)
            return &of_drink;
        reader_complain_at(file->reader, mark_of(file), say("more than %d drinks"), TALLY_MOST_DRINKS);
    } else if (*file->cell) {
        reader_complain_at(file->reader, mark_of(file), say("a tally has no column `%s`%s"), quoted(file),
                           fault_nearest(file->reader, file->cell, COLUMNS, names));
    }
    return NULL;
}

static bool has_column(const struct file *file, const struct column *column, int drink)
{
    for (int c = 0; c < file->n; c++)
        if (file->column[c] == column && (column != &of_drink || file->drink[c] == drink))
            return true;
    return false;
}

static void read_header(struct file *file)
{
    for (bool last = false; take_cell(file, &last);) {
        if (file->n == MOST_COLUMNS) {
            reader_complain_at(file->reader, file->row, say("more than %d columns"), MOST_COLUMNS);
            return;
        }
        const struct column *column = known_column(file);
        if (column && has_column(file, column, file->drink[file->n]))
            reader_complain_at(file->reader, mark_of(file), say("the column `%s` stands here twice"), quoted(file));
        file->column[file->n++] = column;
    }
    for (int i = 1; i < 4; i++)
        if (!has_column(file, &columns[i], 0))
            reader_complain_at(file->reader, file->row, say("the column `%s` is missing"), columns[i].key);
}

/* --- rows ------------------------------------------------------------------------------------------------------ */

static void end_row(struct file *file)
{
    file->cells.at += source_break(file->cells.at, file->cells.end);
    file->row = source_mark(file->row, file->row_at, file->cells.at);
    file->row_at = file->cells.at;
}

static bool is_observed(const struct file *file, const struct tally_row *row)
{
    bool any = row->n_service > 0;

    for (int i = 0; i < COLUMNS; i++)
        if (columns[i].kind == COUNT || (columns[i].kind == DEGREES && strcmp(columns[i].key, "cup_c") == 0))
            any |= isfinite(*(const double *)((const char *)row + columns[i].lands));
    for (int d = 0; d < file->log->n_drinks; d++)
        any |= isfinite(row->drink[d]);
    return any;
}

static double known(double x)
{
    return isfinite(x) ? x : 0;
}

/* What is observed has to add up. */
static void check_sums(struct file *file, const struct tally_row *row)
{
    struct reader *reader = file->reader;
    double drinks = 0;

    for (int d = 0; d < file->log->n_drinks; d++)
        drinks += known(row->drink[d]);
    if (known(row->served) + known(row->left) > row->came)
        reader_complain_at(reader, row->mark, say("%g served and %g left are more than the %g who came"), known(row->served), known(row->left), row->came);
    if (row->gave_up > row->left)
        reader_complain_at(reader, row->mark, say("%g gave up waiting, more than the %g who left"), row->gave_up, row->left);
    if (drinks > row->served)
        reader_complain_at(reader, row->mark, say("%g drinks are more than the %g served"), drinks, row->served);
}

static bool is_placed(struct file *file, const struct tally_row *row)
{
    struct reader *reader = file->reader;

    if (row->station < 0)
        reader_complain_at(reader, row->mark, say("the row has no station"));
    else if (isnan(row->from_s) || isnan(row->to_s))
        reader_complain_at(reader, row->mark, say("the row needs from and to, as in 07:45"));
    else if (row->to_s <= row->from_s)
        reader_complain_at(reader, row->mark, say("the step ends before it begins: `to` isn't after `from`"));
    else
        return true;
    return false;
}

static enum status keep_row(struct file *file, struct tally_row *row)
{
    struct tally_log *log = file->log;

    if (!row->date)
        row->date = file->date;
    file->date = row->date;
    if (!is_observed(file, row) || !is_placed(file, row))
        return OK;
    check_sums(file, row);
    double *drinks;
    TAKE(&file->reader->arena, drinks, TALLY_MOST_DRINKS);
    memcpy(drinks, row->drink, TALLY_MOST_DRINKS * sizeof *drinks);
    row->drink = drinks;
    if (log->n_rows == TALLY_MOST_ROWS) {
        reader_complain_at(file->reader, row->mark, say("more than %d rows"), TALLY_MOST_ROWS);
        file->cells.at = file->cells.end;
        return OK;
    }
    TRY(GROW(log->row, log->n_rows, log->row_room));
    log->row[log->n_rows++] = *row;
    return OK;
}

static enum status read_row(struct file *file)
{
    struct tally_row row = {.station = -1, .mark = file->row};
    int c = 0, faults = reader_faults(file->reader);
    double drinks[TALLY_MOST_DRINKS];

    for (int d = 0; d < TALLY_MOST_DRINKS; d++)
        drinks[d] = NAN;
    row.drink = drinks;
    for (int i = 0; i < COLUMNS; i++)
        if (columns[i].kind == CLOCK || columns[i].kind == COUNT || columns[i].kind == DEGREES)
            *(double *)((char *)&row + columns[i].lands) = NAN;
    for (bool last = false; take_cell(file, &last); c++) {
        if (c < file->n && file->column[c])
            TRY(read_cell(file, c, &row, drinks));
        else if (c == file->n && *file->cell)
            reader_complain_at(file->reader, mark_of(file), say("the row has more cells than the header"));
    }
    return reader_faults(file->reader) > faults ? OK : keep_row(file, &row);
}

static enum status read_rows(struct file *file)
{
    end_row(file);
    while (file->cells.at < file->cells.end && !file->reader->more_faults) {
        TRY(read_row(file));
        end_row(file);
    }
    return OK;
}

enum status tally_log_read(struct reader *reader, const char *path, struct tally_log *log)
{
    struct file file = {.reader = reader, .log = log, .row = {path, 1, 1}};
    struct source *source;
    int faults = reader_faults(reader);

    TRY(source_load(reader, path, (struct mark){path, 0, 0}, &source, NULL));
    if (!source)
        return reader_faults(reader) > faults && reader->fault[reader->n_faults - 1].mark.line == 0 ? ERR_FILE : OK;
    file.cells = (struct cells){source->bytes, source->bytes + source->n, cells_separator(source->bytes, source->bytes + source->n)};
    file.row_at = source->bytes;
    read_header(&file);
    if (reader_faults(reader) > faults)
        return OK;
    TRY(read_rows(&file));
    return reader->starved ? ERR_MEMORY : OK;
}

enum status reader_open_bare(struct reader **reader)
{
    *reader = calloc(1, sizeof **reader);
    if (!*reader)
        return ERR_MEMORY;
    (*reader)->folder = "/";
    return OK;
}
