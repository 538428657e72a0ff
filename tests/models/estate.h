/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_MODELS_ESTATE_H
#define TESTS_MODELS_ESTATE_H

#include "models/day.h"
#include "stats/histogram.h"
#include "tests/support/expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An estate written down in a test, and single days of it. */

struct estate {
    struct reader *reader;
    struct scenario scenario;
    struct plan_day plan;
    struct arena arena, notes;
    struct trace trace;
    struct day_result day;
    const struct visit **visit; /* [day.visits] of the last day, by the time of setting out */
};

/* The text in a file of its own; path[] holds its name. */
static inline void estate_write(const char *text, char path[32])
{
    strcpy(path, "/tmp/samovar-test-XXXXXX");
    int file = mkstemp(path);

    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (long)strlen(text));
    assert_int_equal(close(file), 0);
}

/* Reads the text, deletes the file; faults in it fail the test. */
static inline void estate_read(const char *yaml, struct reader **reader, struct scenario *scenario)
{
    static const struct reader_options plainly = {0};
    char path[32];

    estate_write(yaml, path);
    assert_int_equal(reader_open(path, &plainly, reader), OK);
    unlink(path);
    if (reader_faults(*reader) == 0)
        assert_int_equal(scenario_bind(*reader, scenario), OK);
    if (reader_faults(*reader))
        reader_print_faults(*reader, stderr);
    assert_int_equal(reader_faults(*reader), 0);
}

/* Room for what a day leaves. */
static inline void estate_rows(struct estate *estate)
{
    struct arena *arena = reader_arena(estate->reader);
    struct day_result *day = &estate->day;

    day->measure = arena_take(arena, (size_t)plan_measures(&estate->plan), sizeof *day->measure);
    day->waits = arena_take(arena, HISTOGRAM_CELLS, sizeof *day->waits);
    day->series = arena_take(arena, (size_t)plan_series(&estate->plan) + 1, sizeof *day->series);
    assert_true(day->measure && day->waits && day->series);
}

static inline void estate_open(struct estate *estate, const char *yaml)
{
    *estate = (struct estate){0};
    estate_read(yaml, &estate->reader, &estate->scenario);
    assert_int_equal(plan_compile(&estate->scenario, scenario_layout(&estate->scenario, 0), NULL, reader_arena(estate->reader), &estate->plan), OK);
    estate_rows(estate);
}

static inline void estate_close(struct estate *estate)
{
    arena_free(&estate->arena);
    arena_free(&estate->notes);
    reader_free(estate->reader);
}

static inline int estate_earlier(const void *a, const void *b)
{
    double x = (*(const struct visit *const *)a)->sets_out_s, y = (*(const struct visit *const *)b)->sets_out_s;
    return (x > y) - (x < y);
}

/* Simulates a day with its trace. */
static inline void estate_day(struct estate *estate, uint64_t seed, uint32_t replication)
{
    struct day_result *day = &estate->day;

    arena_reset(&estate->notes);
    estate->trace = (struct trace){.arena = &estate->notes};
    assert_int_equal(day_simulate(&estate->plan, seed, replication, &estate->arena, &estate->trace, day), OK);
    estate->visit = arena_take(&estate->notes, (size_t)day->visits + 1, sizeof *estate->visit);
    assert_non_null(estate->visit);
    for (long i = 0; i < day->visits; i++)
        estate->visit[i] = &estate->trace.visit[i];
    qsort(estate->visit, (size_t)day->visits, sizeof *estate->visit, estate_earlier);
}

/* The same without a trace: quick, for many days. */
static inline void estate_count(struct estate *estate, uint64_t seed, uint32_t replication)
{
    assert_int_equal(day_simulate(&estate->plan, seed, replication, &estate->arena, NULL, &estate->day), OK);
}

/* Opens, simulates day 0 of seed 1; what must hold on every day is held to. */
static inline void estate_live(struct estate *estate, const char *yaml)
{
    estate_open(estate, yaml);
    estate_day(estate, 1, 0);
    assert_true(estate->day.heat_error < 1e-9 && estate->day.little_error < 1e-9);
}

/* The same on the first kind of day. */
static inline void estate_live_kind(struct estate *estate, const char *yaml)
{
    estate_open(estate, yaml);
    assert_int_equal(plan_compile(&estate->scenario, scenario_layout(&estate->scenario, 0), scenario_day_type(&estate->scenario, 0), reader_arena(estate->reader), &estate->plan), OK);
    estate_rows(estate);
    estate_day(estate, 1, 0);
    assert_true(estate->day.heat_error < 1e-9 && estate->day.little_error < 1e-9);
}

static inline double estate_whole(const struct estate *estate, enum measure measure)
{
    return estate->day.measure[measure];
}

static inline double estate_station(const struct estate *estate, int station, enum measure measure)
{
    return estate->day.measure[(1 + station) * MEASURES + measure];
}

static inline double estate_group(const struct estate *estate, int group, enum measure measure)
{
    return estate->day.measure[(1 + estate->plan.n_stations + group) * MEASURES + measure];
}

/* What a channel of the series says at the end of a step. */
static inline double estate_series(const struct estate *estate, enum channel_kind kind, int station, int index, int bin)
{
    const struct plan_day *plan = &estate->plan;

    for (int c = 0; c < plan->n_channels; c++)
        if (plan->channel[c].kind == kind && plan->channel[c].station == station && plan->channel[c].index == index)
            return (double)estate->day.series[c * plan->bins + bin];
    fail_msg("no such channel");
    return 0;
}

/* Two moments of a day are the same: 1e-9 s is a thousand roundings. */
#define expect_moment(got, want) expect_within((got), (want), 1e-9)

/* How every text starts: an hour from 25,200 s on. */
#define TOP "samovar: 1\nname: a test\nwindow: 07:00 - 08:00\n"

/* So many residents who all come to `desk` within the second after 07:00; `more` goes on with ", key: value". */
#define CROWD(n, more) "residents: {all: {at: desk, counts: {from: 07:00, every: 1 s, people: [" n "]}" more "}}\n"

/* One of a group of his own, who comes to `desk` within the second after a clock time. */
#define SOMEBODY_AT(name, clock, more) name ": {at: desk, counts: {from: '" clock "', every: 1 s, people: [1]}" more "}, "

#endif
