/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/run.h"

#include "experiment/collect.h"

#include <math.h>

enum { FIRST_DAYS = 128, ROWS_BYTES = 6 << 20, MOST_ROWS = 256, LEAST_ROWS = 16 };

/* As many days a block as fit into a few megabytes: a number that depends on the study alone. */
static int block_of(const struct study *study)
{
    const struct plan_day *plan = study_plan(study);
    size_t bytes = (size_t)plan_measures(plan) * sizeof(double) + HISTOGRAM_CELLS * sizeof(uint32_t) + (size_t)plan_series(plan) * sizeof(float);
    size_t room = ROWS_BYTES / bytes;
    return room > MOST_ROWS ? MOST_ROWS : room < LEAST_ROWS ? LEAST_ROWS : (int)room;
}

/* The largest of half-width over what was asked; below 1 all are reached. */
static double lack_of_precision(const struct collection *collection, const struct run_options *options)
{
    double worst = 0;

    for (int i = 0; i < options->n_precisions; i++) {
        const struct precision *wanted = &options->precision[i];
        struct interval reached = collection_kpi(collection, 0, wanted->kpi, options->confidence);
        double allowed = wanted->relative ? wanted->half_width * fabs(reached.mean) : wanted->half_width;
        if (reached.half_width > 0)
            worst = fmax(worst, allowed > 0 ? reached.half_width / allowed : HUGE_VAL);
    }
    return worst;
}

int run_days_to_go(int days, double lack, int at_most)
{
    double wanted = lack < HUGE_VAL ? 1.1 * days * lack * lack : 4.0 * days;
    wanted = fmin(fmax(wanted, days + 32), 4.0 * days);
    return (int)fmin(ceil(wanted / 32) * 32, at_most);
}

static enum status run_to(const struct study *study, const struct run_options *options, int wanted, double lack, struct workers *workers,
                          struct rows *rows, struct collection *collection)
{
    while (collection->days < wanted) {
        int first = collection->days, n = wanted - first < rows->room ? wanted - first : rows->room;
        if (options->stop && *options->stop)
            return ERR_INTERRUPTED;
        TRY(replicate(study, options->seed, options->first_day + first, n, workers, rows));
        for (int i = 0; i < n; i++) {
            collection_add(collection, &rows->day[i]);
            if (options->on_day)
                TRY(options->on_day(options->context, study, first + i, &rows->day[i]));
        }
        if (options->on_progress)
            options->on_progress(options->context, collection->days, wanted, lack);
    }
    return OK;
}

static enum status run_all(const struct study *study, const struct run_options *options, struct workers *workers, struct rows *rows,
                           struct collection *collection)
{
    int wanted = options->days ? options->days : FIRST_DAYS;
    double lack = HUGE_VAL;

    if (!options->days && wanted > options->days_at_most)
        wanted = options->days_at_most;
    for (;;) {
        TRY(run_to(study, options, wanted, lack, workers, rows, collection));
        if (options->days)
            return OK;
        lack = lack_of_precision(collection, options);
        if (lack <= 1)
            return OK;
        if (wanted >= options->days_at_most)
            return ERR_PRECISION;
        wanted = run_days_to_go(wanted, lack, options->days_at_most);
    }
}

enum status run(const struct study *study, const struct run_options *options, struct summary *summary)
{
    struct workers workers = {0};
    struct rows rows = {0};
    struct collection collection = {0};

    *summary = (struct summary){.study = study};
    enum status status = workers_open(&workers, options->threads);
    if (status == OK)
        status = rows_open(&rows, study, block_of(study));
    if (status == OK)
        status = collection_open(&collection, study);
    if (status == OK)
        status = run_all(study, options, &workers, &rows, &collection);
    if (status == OK || status == ERR_PRECISION || status == ERR_INTERRUPTED) {
        enum status summed = collection_summary(&collection, options->confidence, summary);
        summary->precise = status == OK;
        summary->interrupted = status == ERR_INTERRUPTED;
        if (summed != OK)
            status = summed;
    }
    collection_close(&collection);
    rows_close(&rows);
    workers_close(&workers);
    return status;
}

void summary_free(struct summary *summary)
{
    arena_free(&summary->arena);
}

int summary_channel(const struct summary *summary, enum channel_kind kind, int station, int index)
{
    const struct plan_day *plan = study_plan(summary->study);

    for (int c = 0; c < plan->n_channels; c++)
        if (plan->channel[c].kind == kind && plan->channel[c].station == station && plan->channel[c].index == index)
            return c;
    return -1;
}
