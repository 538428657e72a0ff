/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_DESIGN_DAYS_H
#define PLANNER_DESIGN_DAYS_H

#include "planner/design.h"
#include "planner/select_observe.h"

/* Days of designs, for the procedures of select.h and search.h: the second place besides replicate() where days
 * run in parallel, by the same rule: a row depends on nothing but (design, seed, day). */
struct design_days {
    const struct space *space;
    uint64_t seed;
    int threads;
    const volatile sig_atomic_t *stop;
    long days;                  /* simulated so far */
    struct arena plans;         /* of one call */
    struct day_maker *maker;    /* [threads] */
};

/** @param threads  0: as many as the machine has. @return OK; ERR_MEMORY. */
enum status design_days_open(struct design_days *days, const struct space *space, uint64_t seed, int threads,
                             const volatile sig_atomic_t *stop);
void design_days_close(struct design_days *days);

/** Observes choice_goal; then requirement_of_day for each requirement; then what is left of the budget, where
 * there is one (goodwill isn't paid to anybody, so it isn't counted). */
struct observer design_days_observer(struct design_days *days);

/** One observation from a day's measures: [1 + design_requirements]. */
void design_observation(const struct space *space, const double measure[], double out[]);

#endif
