/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_REPLICATE_H
#define EXPERIMENT_REPLICATE_H

#include "experiment/study.h"

/* A thread's own memory; days in it allocate nothing once the first one grew it. */
struct workers {
    int n;
    struct worker {
        struct arena arena;
        char apart[64]; /* no two threads write to one cache line */
    } *worker;
};

/** @param threads  0: as many as the machine has. @return OK; ERR_MEMORY. */
enum status workers_open(struct workers *workers, int threads);
void workers_close(struct workers *workers);

/* Results of consecutive days, side by side. */
struct rows {
    int room;
    struct day_result *day; /* [room] */
    double *measure;
    uint32_t *waits;
    float *series;
};

/** Rows for days of this study; `room` days. @return OK; ERR_MEMORY. */
enum status rows_open(struct rows *rows, const struct study *study, int room);
void rows_close(struct rows *rows);

/**
 * Simulates days [first, first + n) into rows 0 .. n-1. A row depends only on (study, seed, day): the same
 * bits for any number of threads, any schedule, any order.
 * @return OK; ERR_MEMORY.
 */
enum status replicate(const struct study *study, uint64_t seed, int first, int n, struct workers *workers, struct rows *rows);

/**
 * The same while `beside(context)` runs once, on the calling thread, which then helps with what days are left: for what
 * days before these are summed up into. It may not touch workers or rows.
 * @return what went wrong beside, before ERR_MEMORY.
 */
enum status replicate_beside(const struct study *study, uint64_t seed, int first, int n, struct workers *workers, struct rows *rows,
                             enum status (*beside)(void *context), void *context);

#endif
