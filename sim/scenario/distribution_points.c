/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/call.h"

#include <stdlib.h>
#include <string.h>

/* `discrete(1: 70 %, 2: 30 %)` and `empirical(log.csv, wait_s)`. */

bool call_at_close(struct call *call)
{
    scan_blanks(&call->scan);
    return call->scan.at >= call->close;
}

bool call_next_one(struct call *call)
{
    if (call_at_close(call) || scan_take(&call->scan, ","))
        return true;
    scan_fault(&call->scan, call->scan.at, say("a comma is missing before this"));
    return false;
}

static int by_value(const void *a, const void *b)
{
    const struct distribution_point *one = a, *other = b;
    return (one->value > other->value) - (one->value < other->value);
}

static bool read_point(struct call *call, struct distribution_point *point)
{
    struct scan *scan = &call->scan;

    if (!scan_quantity(scan, scan->field->dimension, call->unit, &point->value))
        return false;
    if (!scan_take(scan, ":")) {
        scan_fault(scan, scan->at, say("a `:` and the share are missing, as in `2: 20 %%`"));
        return false;
    }
    return scan_quantity(scan, SHARE, NULL, &point->share) && call_next_one(call);
}

enum status call_read_discrete(struct call *call, bool *fine)
{
    struct distribution_point *point;
    int n = 0, most = 1;

    for (const char *p = call->scan.at; p < call->close; p++)
        most += *p == ',';
    TAKE(&call->scan.reader->arena, point, most);
    while (*fine && !call_at_close(call) && n < most)
        *fine = read_point(call, point + n++);
    qsort(point, (size_t)n, sizeof *point, by_value);
    call->out->n_points = n;
    call->out->point = point;
    return OK;
}

/* The unit of a column stands behind the parenthesis or ends its name: wait_s, "wait [s]". */
static bool unit_of_column(struct call *call, const char *column, const char *start)
{
    enum dimension dimension = call->scan.field->dimension;
    const char *mark = strrchr(column, '_'), *bracket = strrchr(column, '[');

    if (call->unit || !dimension_unit(dimension))
        return true;
    if (bracket)
        call->unit = unit_find(dimension, bracket + 1, strcspn(bracket + 1, "]"));
    else if (mark)
        call->unit = unit_find(dimension, mark + 1, strlen(mark + 1));
    if (!call->unit)
        scan_fault(&call->scan, start,
                   say("the unit of this column is missing; write it behind the parenthesis (%s)"),
                   dimension_units(dimension));
    return call->unit != NULL;
}

static const char *trimmed(struct reader *reader, const char *p, const char *end)
{
    while (p < end && *p == ' ')
        p++;
    while (end > p && end[-1] == ' ')
        end--;
    return arena_text(&reader->arena, p, (size_t)(end - p));
}

static enum status read_sample(struct call *call, const char *file, const char *column,
                               struct mark mark, bool *fine)
{
    struct reader *reader = call->scan.reader;
    struct distribution_point *point;
    double *value;
    int n = 0, faults = reader->n_faults;

    TRY(reader_csv_column(reader, mark, file, column, &n, &value));
    *fine = n > 0 && reader->n_faults == faults;
    TAKE(&reader->arena, point, n);
    for (int i = 0; i < n; i++)
        point[i] = (struct distribution_point){
            call->unit ? unit_to_si(call->unit, value[i]) : value[i], 1.0 / n};
    qsort(point, (size_t)n, sizeof *point, by_value);
    call->out->n_points = n;
    call->out->point = point;
    return OK;
}

enum status call_read_empirical(struct call *call, bool *fine)
{
    struct scan *scan = &call->scan;

    scan_blanks(scan);
    const char *start = scan->at;
    const char *comma = memrchr(start, ',', (size_t)(call->close - start));
    if (!comma) {
        scan_fault(scan, start,
                   say("a file and a column are wanted, as in empirical(log.csv, wait_s)"));
        *fine = false;
        return OK;
    }
    const char *file = trimmed(scan->reader, start, comma);
    const char *column = trimmed(scan->reader, comma + 1, call->close);
    if (!file || !column)
        return ERR_MEMORY;
    *fine = unit_of_column(call, column, comma + 1 + strspn(comma + 1, " "));
    return *fine ? read_sample(call, file, column, tree_mark(scan->node, start), fine) : OK;
}
