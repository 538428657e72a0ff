/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/run.h"

#include "experiment/collect.h"

#include <math.h>

enum { FIRST_DAYS = 128, ROWS_BYTES = 3 << 20, MOST_ROWS = 256, LEAST_ROWS = 16 };

/* Simulated days that are still to be summed up. */
struct block {
    struct rows rows;
    int first, n;
};

/* A run on its way: while one block is simulated, the one before it is summed up. */
struct running {
    const struct study *study;
    const struct run_options *options;
    struct workers workers;
    struct block block[2];
    struct block *before;       /* the block to be summed up */
    struct collection collection;
};

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

static enum status sum_up(void *context)
{
    struct running *running = context;
    const struct run_options *options = running->options;
    struct block *block = running->before;

    for (int i = 0; i < block->n; i++) {
        collection_add(&running->collection, &block->rows.day[i]);
        if (options->on_day)
            TRY(options->on_day(options->context, running->study, block->first + i, &block->rows.day[i]));
    }
    block->n = 0;
    return OK;
}

static void show_progress(const struct running *running, int wanted, double lack)
{
    const struct run_options *options = running->options;

    if (options->on_progress)
        options->on_progress(options->context, running->collection.days, wanted, lack);
}

static enum status run_to(struct running *running, int wanted, double lack)
{
    const struct run_options *options = running->options;

    for (int days = running->collection.days; days < wanted;) {
        struct block *now = &running->block[running->before == running->block];
        int n = wanted - days < now->rows.room ? wanted - days : now->rows.room;
        if (options->stop && *options->stop)
            break;
        TRY(replicate_beside(running->study, options->seed, options->first_day + days, n, &running->workers, &now->rows, sum_up, running));
        now->first = days;
        now->n = n;
        days += n;
        running->before = now;
        show_progress(running, wanted, lack);
    }
    TRY(sum_up(running));
    show_progress(running, wanted, lack);
    return running->collection.days < wanted ? ERR_INTERRUPTED : OK;
}

static enum status run_all(struct running *running)
{
    const struct run_options *options = running->options;
    int wanted = options->days ? options->days : FIRST_DAYS;
    double lack = HUGE_VAL;

    if (!options->days && wanted > options->days_at_most)
        wanted = options->days_at_most;
    for (;;) {
        TRY(run_to(running, wanted, lack));
        if (options->days)
            return OK;
        lack = lack_of_precision(&running->collection, options);
        if (lack <= 1)
            return OK;
        if (wanted >= options->days_at_most)
            return ERR_PRECISION;
        wanted = run_days_to_go(wanted, lack, options->days_at_most);
    }
}

static enum status open_run(struct running *running)
{
    int room = block_of(running->study);

    running->before = &running->block[0];
    TRY(workers_open(&running->workers, running->options->threads));
    TRY(rows_open(&running->block[0].rows, running->study, room));
    TRY(rows_open(&running->block[1].rows, running->study, room));
    return collection_open(&running->collection, running->study);
}

enum status run(const struct study *study, const struct run_options *options, struct summary *summary)
{
    struct running running = {.study = study, .options = options};

    *summary = (struct summary){.study = study};
    enum status status = open_run(&running);
    if (status == OK)
        status = run_all(&running);
    if (status == OK || status == ERR_PRECISION || status == ERR_INTERRUPTED) {
        enum status summed = collection_summary(&running.collection, options->confidence, running.workers.n, summary);
        summary->precise = status == OK;
        summary->interrupted = status == ERR_INTERRUPTED;
        if (summed != OK)
            status = summed;
    }
    collection_close(&running.collection);
    rows_close(&running.block[0].rows);
    rows_close(&running.block[1].rows);
    workers_close(&running.workers);
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
