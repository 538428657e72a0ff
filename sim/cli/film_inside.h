/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_FILM_INSIDE_H
#define CLI_FILM_INSIDE_H

#include "core/arena.h"
#include "models/day.h"
#include "plots/film.h"

/* A traced day on its way to a film. */
struct filming {
    const struct plan_day *plan;
    const struct trace *trace;
    struct arena *arena;
    const int *first;      /* [visits + 1] of a visit's events in `event` */
    const long *event;     /* indices into the trace, visit by visit, in their order */
};

/** How a wish that was traced ended: with what he walks on. */
enum film_state film_state_at_end(const struct plan_day *plan, const struct visit *visit);

/** Whether an event ends a stay at a station. */
bool film_leaves(const struct trace_event *event);

/** The walk of every resident over the paths of the site, stays at stations included. @return OK; ERR_MEMORY */
enum status film_walks(const struct filming *filming, struct film *film);

#endif
