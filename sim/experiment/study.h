/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_STUDY_H
#define EXPERIMENT_STUDY_H

#include "models/day.h"
#include "models/scenario.h"

/* A layout in every kind of day: the thing that is replicated. */
struct day_kind {
    const char *name;       /* "" where the scenario has no kinds of day */
    double share;
    const struct scenario *scenario; /* with this kind's overrides */
    struct plan_day plan;
};

struct study {
    const struct scenario *scenario;
    int layout;
    int n_kinds;
    struct day_kind *kind;
    double *upto;           /* cumulative shares */
};

/**
 * Binds and compiles a layout in every kind of day.
 * Overrides that don't fit are faults in the reader: look at reader_faults afterwards.
 * @param layout  index
 * @return OK; ERR_MEMORY.
 */
enum status study_open(struct reader *reader, const struct scenario *scenario, int layout, struct study *study);

/** The scenario as it is on a kind of day, without compiling it: its overrides go into the tree, which is bound
 * again, and out of it. What doesn't fit is a fault in the reader.
 * @param[in,out] bound  the scenario as written; then as it is on that kind of day
 * @return OK (faults or not); ERR_MEMORY. */
enum status study_bind_kind(struct reader *reader, const struct day_type *type, const struct scenario **bound);

/** The kind of day r: a fixed sequence in which every kind has its share of any stretch of days
 * (golden-ratio sequence), so kinds are strata with proportional allocation. */
int study_kind_of_day(const struct study *study, int r);

static inline const struct plan_day *study_plan(const struct study *study)
{
    return &study->kind[0].plan;
}

#endif
