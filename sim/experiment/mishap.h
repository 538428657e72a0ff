/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_MISHAP_H
#define EXPERIMENT_MISHAP_H

#include "experiment/stress.h"

/** A vessel out or, if it's a carrier, missing; its drink is told where the name alone doesn't say which it is. */
struct contingency mishap_of_vessel(const struct plan_day *plan, const struct plan_station *station, int v);

/** Fills n_causes and cause with what events (struct incident) do to a layout; an event at a station that it doesn't have
 * does nothing. Memory in the arena. @return OK; ERR_MEMORY. */
enum status mishap_causes(struct arena *arena, const struct plan_day *plan, const struct items *events, struct contingency *contingency);

#endif
