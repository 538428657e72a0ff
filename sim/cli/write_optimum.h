/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_OPTIMUM_H
#define CLI_WRITE_OPTIMUM_H

#include "core/text.h"
#include "planner/optimize.h"

/* The answer of `samovar optimize` in words and numbers. */
struct written_optimum {
    const struct optimum *optimum;
    const struct scenario *scenario;
    enum status status;     /* of optimize() */
    uint64_t seed, hash;
    bool time_up;           /* the time allowed ended it, not the user and not the days */
    struct campaign aside;  /* the scenario's; of one day: none */
};

/** Recommendation, then how sure it is and what was ruled out how, then runners-up, requirements, stock, and every
 * kind of day. */
void write_optimum_text(const struct written_optimum *written, struct text *out);

/** The part of it that says how sure it is. */
void write_guarantee(const struct written_optimum *written, struct text *out);

/** plan.json, format 1. @return OK; ERR_MEMORY. */
enum status write_optimum_json(const struct written_optimum *written, struct text *out);

/** Goals stand in their unit: a cost is positive, and what costs more has to_best above 0.
 * plan.csv: rank,design,stations,staff,goal,half_width,to_best,to_best_half_width,told_apart,fixed_cost_cny. */
void write_optimum_csv(const struct written_optimum *written, struct text *out);

/** The chosen layout with its stock as YAML, to be put under `layouts:` of the scenario. */
void write_optimum_layout(const struct written_optimum *written, struct text *out);

#endif
