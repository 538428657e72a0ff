/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/cells.h"
#include "scenario/inside.h"

#include <stdlib.h>
#include <string.h>

struct table_file {
    struct reader *reader;
    struct mark mark;
    const char *name;
    struct cells cells;
    int row; /* of the file, from 1 */
};

typedef bool cell_reader(const char *cell, double *value);

static void end_row(struct table_file *file)
{
    file->cells.at += source_break(file->cells.at, file->cells.end);
    file->row++;
}

static int find_column(struct table_file *file, const char *column)
{
    char cell[LONGEST_CELL];
    const char *names[MOST_COLUMNS];
    struct reader *reader = file->reader;
    int n = 0, found = -1;

    for (bool last = false; cells_next(&file->cells, cell, &last) && n < MOST_COLUMNS; n++) {
        names[n] = fault_quote(reader, cell, strlen(cell));
        if (found < 0 && strcmp(cell, column) == 0)
            found = n;
    }
    end_row(file);
    if (found < 0)
        reader_complain_at(reader, file->mark, say("`%s` has no column `%s`%s"), file->name,
                           fault_quote(reader, column, strlen(column)),
                           fault_nearest(reader, column, n, names));
    return found;
}

/* The cell of that column in the next row; "" where the row is shorter. */
static void row_cell(struct table_file *file, int column, char wanted[LONGEST_CELL])
{
    char cell[LONGEST_CELL];
    bool last = false;

    *wanted = '\0';
    for (int i = 0; cells_next(&file->cells, cell, &last); i++)
        if (i == column)
            strcpy(wanted, cell);
    end_row(file);
}

static enum status read_rows(struct table_file *file, int column, cell_reader *read,
                             const char *sentence, int *n, double **values)
{
    char cell[LONGEST_CELL];
    int room = 1;

    for (const char *p = file->cells.at; p < file->cells.end; p++)
        room += *p == '\n' || *p == '\r';
    TAKE(&file->reader->arena, *values, room);
    while (file->cells.at < file->cells.end && *n < room) {
        int row = file->row;
        row_cell(file, column, cell);
        if (!*cell)
            continue;
        if (!read(cell, *values + *n)) {
            reader_complain_at(file->reader, file->mark, say(sentence), file->name, row,
                               fault_quote(file->reader, cell, strlen(cell)));
            *n = 0;
            return OK;
        }
        ++*n;
    }
    if (*n == 0)
        reader_complain_at(file->reader, file->mark, say("`%s` has no values in this column"),
                           file->name);
    return OK;
}

/* The scenario hash has to change with what the file holds, not with how often it was read. */
static enum status remember_content(struct reader *reader, const char *bytes, size_t n)
{
    struct content *content;
    uint64_t hash = hash_bytes(HASH_START, bytes, n);

    for (content = reader->contents; content; content = content->next)
        if (content->hash == hash)
            return OK;
    TAKE(&reader->arena, content, 1);
    *content = (struct content){hash, reader->contents};
    reader->contents = content;
    return OK;
}

static enum status read_bytes(struct reader *reader, struct mark mark, const char *file,
                              const char *column, const char *bytes, size_t size, cell_reader *read,
                              const char *sentence, int *n, double **values)
{
    size_t past = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct table_file table = {.reader = reader,
                               .mark = mark,
                               .name = fault_quote(reader, file, strlen(file)),
                               .cells = {bytes + past, bytes + size, cells_separator(bytes, bytes + size)},
                               .row = 1};
    int at = find_column(&table, column);

    return at < 0 ? OK : read_rows(&table, at, read, sentence, n, values);
}

static enum status read_column(struct reader *reader, struct mark mark, const char *file,
                               const char *column, cell_reader *read, const char *sentence, int *n,
                               double **values)
{
    const char *name = source_beside(reader, mark.file, file);
    char *bytes = NULL;
    size_t size = 0;

    *n = 0;
    *values = NULL;
    if (!name)
        return ERR_MEMORY;
    TRY(source_read(reader, name, mark, MOST_CSV_BYTES, &bytes, &size, NULL));
    if (!bytes)
        return OK;
    enum status status = remember_content(reader, bytes, size);
    if (status == OK)
        status = read_bytes(reader, mark, file, column, bytes, size, read, sentence, n, values);
    free(bytes);
    return status;
}

enum status reader_csv_column(struct reader *reader, struct mark mark, const char *file,
                              const char *column, int *n, double **values)
{
    return read_column(reader, mark, file, column, cells_number,
                       MARK("`%s`, row %d: `%s` isn't a number"), n, values);
}

enum status reader_csv_clock(struct reader *reader, struct mark mark, const char *file,
                             const char *column, int *n, double **values)
{
    return read_column(reader, mark, file, column, cells_clock,
                       MARK("`%s`, row %d: `%s` isn't a time, as in 07:45"), n, values);
}
