/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_SAVING_H
#define EXPERIMENT_SAVING_H

#include "experiment/run.h"

/* What booking changes: the days of a run once more, without anybody booking (no shares, no points), so that person by
 * person everything else is the same. Whom only points won doesn't come then; who would book and not come comes. */
enum { SAVINGS = 7 };

struct saving {
    int days;                   /* pairs of days; 0: nothing to tell */
    double confidence;
    int kpi[SAVINGS];
    struct interval change[SAVINGS]; /* with bookings minus without */
    int noted, room;
    struct noted_day *day;      /* [noted] of the run, with bookings */
};

/** Whether somebody books in some kind of day. */
bool saving_applies(const struct study *study);

/** A day of the run, to be called in their order from 0 on. @return OK; ERR_MEMORY. */
enum status saving_note(struct saving *saving, const struct day_result *day);

/**
 * Simulates the noted days without bookings. Costs as much as the run did.
 * @param options  seed, first_day, confidence, threads, stop and on_progress are those of the run; the rest isn't used
 * @return OK; ERR_INTERRUPTED, with the days done so far; ERR_MEMORY.
 */
enum status saving_find(struct saving *saving, const struct study *study, const struct run_options *options);

void saving_free(struct saving *saving);

#endif
