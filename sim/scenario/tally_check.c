/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/tally_log.h"

#include <stdbool.h>
#include <stdlib.h>

static int compare(double a, double b)
{
    return (a > b) - (a < b);
}

static bool is_same_step(const struct tally_row *a, const struct tally_row *b)
{
    return a->station == b->station && compare(a->from_s, b->from_s) == 0 && compare(a->to_s, b->to_s) == 0;
}

static int in_order(const void *one, const void *other)
{
    const struct tally_row *a = one, *b = other;
    int order = compare(a->station, b->station);

    order = order ? order : compare(a->from_s, b->from_s);
    order = order ? order : compare(a->to_s, b->to_s);
    order = order ? order : compare(a->date, b->date);
    order = order ? order : compare(a->mark.line, b->mark.line);
    return order;
}

static void complain_of(struct reader *reader, const struct tally_row *row, const struct tally_row *before)
{
    if (is_same_step(row, before))
        reader_complain_at(reader, row->mark, say("this step was tallied before, at %s:%d, on the same day: each day needs its date"), before->mark.file, before->mark.line);
    else
        reader_complain_at(reader, row->mark, say("the step overlaps with that at %s:%d: all days of a station need the same steps"), before->mark.file,
                           before->mark.line);
}

void tally_log_check(struct reader *reader, struct tally_log *log)
{
    const struct tally_row *row = log->row, *longest = row; /* of those before: it ends last */

    if (log->n_rows)
        qsort(log->row, (size_t)log->n_rows, sizeof *log->row, in_order);
    for (int i = 1; i < log->n_rows; i++) {
        bool same = is_same_step(&row[i], &row[i - 1]);
        if (row[i].station != longest->station)
            longest = &row[i];
        else if (same && row[i].date == row[i - 1].date)
            complain_of(reader, &row[i], &row[i - 1]);
        else if (!same && row[i].from_s < longest->to_s - 1e-6)
            complain_of(reader, &row[i], longest);
        if (row[i].to_s > longest->to_s)
            longest = &row[i];
    }
}

void tally_log_free(struct tally_log *log)
{
    free(log->row);
    free(log->station);
    *log = (struct tally_log){0};
}
