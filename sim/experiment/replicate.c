/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/replicate.h"

#include "stats/histogram.h"

#include <omp.h>
#include <stdlib.h>

enum status workers_open(struct workers *workers, int threads)
{
    workers->n = threads > 0 ? threads : omp_get_num_procs();
    workers->worker = calloc((size_t)workers->n, sizeof *workers->worker);
    return workers->worker ? OK : ERR_MEMORY;
}

void workers_close(struct workers *workers)
{
    for (int i = 0; workers->worker && i < workers->n; i++)
        arena_free(&workers->worker[i].arena);
    free(workers->worker);
    *workers = (struct workers){0};
}

enum status rows_open(struct rows *rows, const struct study *study, int room)
{
    const struct plan_day *plan = study_plan(study);
    size_t n = (size_t)room, measures = (size_t)plan_measures(plan), series = (size_t)plan_series(plan);

    *rows = (struct rows){.room = room};
    rows->day = calloc(n, sizeof *rows->day);
    rows->measure = calloc(n * measures, sizeof *rows->measure);
    rows->waits = calloc(n * HISTOGRAM_CELLS, sizeof *rows->waits);
    rows->series = calloc(n * series + 1, sizeof *rows->series);
    if (!rows->day || !rows->measure || !rows->waits || !rows->series) {
        rows_close(rows);
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < n; i++)
        rows->day[i] = (struct day_result){.measure = rows->measure + i * measures, .waits = rows->waits + i * HISTOGRAM_CELLS,
                                           .series = rows->series + i * series};
    return OK;
}

void rows_close(struct rows *rows)
{
    free(rows->day);
    free(rows->measure);
    free(rows->waits);
    free(rows->series);
    *rows = (struct rows){0};
}

enum status replicate_beside(const struct study *study, uint64_t seed, int first, int n, struct workers *workers, struct rows *rows,
                             enum status (*beside)(void *context), void *context)
{
    enum status status = OK;
    int failed = 0;

#pragma omp parallel num_threads(workers->n) reduction(| : failed)
    {
#pragma omp master
        status = beside(context);
#pragma omp for schedule(dynamic, 1)
        for (int i = 0; i < n; i++) {
            int kind = study_kind_of_day(study, first + i);
            struct arena *arena = &workers->worker[omp_get_thread_num()].arena;
            rows->day[i].day_type = kind;
            failed |= day_simulate(&study->kind[kind].plan, seed, (uint32_t)(first + i), arena, NULL, &rows->day[i]) != OK;
        }
    }
    return status != OK ? status : failed ? ERR_MEMORY : OK;
}

static enum status nothing(void *context)
{
    (void)context;
    return OK;
}

enum status replicate(const struct study *study, uint64_t seed, int first, int n, struct workers *workers, struct rows *rows)
{
    return replicate_beside(study, seed, first, n, workers, rows, nothing, NULL);
}
