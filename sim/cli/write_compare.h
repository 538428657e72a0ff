/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_COMPARE_H
#define CLI_WRITE_COMPARE_H

#include "core/text.h"
#include "experiment/compare.h"

/* A comparison in words and numbers. */
struct written_comparison {
    const struct comparison *comparison;
    const struct contestant *contestant; /* [comparison->n] */
    const char *scenario;
    uint64_t seed, hash;
};

/** Figures of the layouts side by side, each difference to the reference with its half-width and whether it
 * shows, the verdict, and what common random numbers saved. */
void write_comparison_table(const struct written_comparison *written, struct text *out);

/** The verdict in sentences: which layout is best by the goal, by how much, and which can't be told from it. */
void write_verdict(const struct written_comparison *written, struct text *out);

/** compare.csv: layout,figure,unit,mean,half_width,to_reference,to_reference_half_width,to_best,to_best_half_width. */
void write_comparison_csv(const struct written_comparison *written, struct text *out);

/** compare.json, format 1. @return OK; ERR_MEMORY. */
enum status write_comparison_json(const struct written_comparison *written, struct text *out);

#endif
