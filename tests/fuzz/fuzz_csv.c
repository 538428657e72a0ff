/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV that a scenario names: the first line is the column that is asked for, the rest the file. */
#include "tests/fuzz/estate.h"

#include <math.h>

typedef enum status column_reader(struct reader *reader, struct mark mark, const char *file, const char *column, int *n,
                                  double **values);

/* Asked for on a line of its own each: the same fault at the same place counts once. */
static void read_column(column_reader *read, struct reader *reader, int line, const char *column, double low, double high)
{
    int n, faults = reader_faults(reader);
    double *values;

    assert(read(reader, (struct mark){"base.yaml", line, 1}, "counts.csv", column, &n, &values) == OK);
    assert(n > 0 || reader_faults(reader) > faults);
    for (int i = 0; i < n; i++)
        assert(values[i] >= low && values[i] <= high);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct reader_options options = {0};
    struct reader *reader;
    const uint8_t *end = size ? memchr(data, '\n', size) : NULL;

    if (!*estate_folder)
        estate_open();
    if (!end)
        return 0;
    char *column = strndup((const char *)data, (size_t)(end - data));
    if (!column)
        abort();
    estate_write("counts.csv", end + 1, size - (size_t)(end + 1 - data));
    assert(reader_open("base.yaml", &options, &reader) == OK);
    read_column(reader_csv_column, reader, 1, column, -HUGE_VAL, HUGE_VAL);
    read_column(reader_csv_clock, reader, 2, column, 0, 100 * 3600);
    (void)reader_hash(reader);
    print_faults(reader);
    reader_free(reader);
    free(column);
    return 0;
}
