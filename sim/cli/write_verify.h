/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_VERIFY_H
#define CLI_WRITE_VERIFY_H

#include "core/text.h"
#include "models/scenario.h"
#include "stats/interval.h"

#include <stdint.h>

/* A figure that theory gives beside what the simulation says. */
struct verified {
    const struct scenario *scenario;
    const char *file;
    int kpi, days;
    double theory;
    struct interval got;
};

/* Simulation beside theory, figure by figure. */
struct written_verify {
    int n_figures, n_scenarios;
    const struct verified *figure; /* [n_figures], those of a scenario one after another */
    double confidence;
    uint64_t seed;
    bool whole;                    /* false: interrupted, some scenarios are missing */
};

/** Whether the interval holds what theory says. */
bool interval_covers(const struct interval *got, double theory);

/** How many figures differ from theory. */
int verify_differing(const struct written_verify *written);

/** The verdict on all, one sentence without a line end. */
void write_verify_sentence(const struct written_verify *written, struct text *out);

/** The table for people, and the sentence. */
void write_verify_words(const struct written_verify *written, struct text *out);

/** scenario,file,days,figure,unit,theory,mean,half_width,verdict: `ok` or `differs`. */
void write_verify_csv(const struct written_verify *written, struct text *out);

/**
 * JSON, format 1: {"samovar", "format", "seed", "confidence", "verdict": "ok" | "differs" | "interrupted",
 * "scenarios": [{"name", "file", "days", "kpi": {KEY: {"theory", "mean", "half_width", "verdict"}}}]}.
 * @return OK; ERR_MEMORY.
 */
enum status write_verify_json(const struct written_verify *written, struct text *out);

#endif
