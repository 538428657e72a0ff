/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_PLAN_INSIDE_H
#define MODELS_PLAN_INSIDE_H

#include "models/plan.h"

/* The parts of plan.c. Each takes its memory from the arena. @return OK; ERR_MEMORY. */

/** FNV-1a over names: what a draw's key doesn't name can come and go without changing it. */
uint32_t plan_name_key(const char *const names[], int n);

/** The quantity's table, where the scenario gives it. */
enum status plan_compile_quantity(struct arena *arena, const struct distribution *distribution, struct plan_quantity *quantity);

/* plan_residents.c: a group, apart from its ways; when its residents come */
enum status plan_compile_group(struct arena *arena, const struct plan_day *plan, const struct group *group, struct plan_group *compiled);

/* plan_streams.c: residents of a group, building and exit, and the stations on their way */
enum status plan_compile_streams(struct arena *arena, struct plan_day *plan);

/** Arrivals of a Poisson stream, stretch by stretch. */
enum status plan_compile_stretches(struct arena *arena, const struct plan_day *plan, const struct group *group, struct plan_stream *stream);
void plan_stretch_times(struct plan_stretch *stretch, double factor);

/* plan_stations.c: stations with their vessels and stock; the store behind them */
enum status plan_compile_stations(struct arena *arena, struct plan_day *plan);
enum status plan_compile_store(struct arena *arena, struct plan_day *plan);

/* plan_series.c: what a day records, step by step */
enum status plan_compile_series(struct arena *arena, struct plan_day *plan);

#endif
