/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_EXPERIMENT_TOWN_H
#define TESTS_EXPERIMENT_TOWN_H

#include "experiment/run.h"
#include "tests/models/estate.h"

/* A scenario written down in a test, ready for runs of days. */

struct town {
    struct reader *reader;
    struct scenario scenario;
    struct study study;
};

static inline void town_open(struct town *town, const char *yaml)
{
    estate_read(yaml, &town->reader, &town->scenario);
    assert_int_equal(study_open(town->reader, &town->scenario, 0, &town->study), OK);
    assert_int_equal(reader_faults(town->reader), 0);
}

static inline void town_close(struct town *town)
{
    reader_free(town->reader);
}

static inline double mean_of(const struct summary *summary, const char *key)
{
    assert_true(kpi_find(key) >= 0);
    return summary_kpi(summary, 0, kpi_find(key))->mean;
}

static inline double width_of(const struct summary *summary, const char *key)
{
    assert_true(kpi_find(key) >= 0);
    return summary_kpi(summary, 0, kpi_find(key))->half_width;
}

/* So many days of a seed at 95 %, which must come out well. One thread: short runs would mostly wait for others. */
static inline void town_run(const struct town *town, uint64_t seed, int days, struct summary *summary)
{
    struct run_options options = {.seed = seed, .days = days, .confidence = 0.95, .threads = 1};

    assert_int_equal(run(&town->study, &options, summary), OK);
}

#endif
