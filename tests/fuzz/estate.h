/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_ESTATE_H
#define TESTS_FUZZ_ESTATE_H

#include "cli/check.h"
#include "cli/starter.h"
#include "experiment/replicate.h"
#include "scenario/reader.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a user does with a file: read it, check it, and simulate a day of it where that is short. Broken
 * promises abort; the laws of a day are asserted by the model itself. */

/* The reader opens paths alone: extends, CSVs and the rule of the folder belong to what is tested. */
static inline void estate_write(const char *name, const void *bytes, size_t n)
{
    FILE *file = fopen(name, "wb");

    if (!file || fwrite(bytes, 1, n, file) != n || fclose(file) != 0)
        abort();
}

static char estate_folder[64];

static inline void estate_remove(void)
{
    static const char *const names[] = {"s.yaml", "base.yaml", "counts.csv"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    rmdir(estate_folder);
}

/* A folder in memory where there is one, with a file to extend and one of counts. */
static inline void estate_open(void)
{
    static const char counts[] = "time,people,took\n06:30,12,25.5\n06:45,30,31\n07:00,41,18\n";

    strcpy(estate_folder, "/dev/shm/samovar-fuzz-XXXXXX");
    if (!mkdtemp(estate_folder))
        strcpy(estate_folder, "/tmp/samovar-fuzz-XXXXXX");
    if (!strncmp(estate_folder, "/tmp", 4) && !mkdtemp(estate_folder))
        abort();
    if (chdir(estate_folder) != 0)
        abort();
    estate_write("base.yaml", starter_en, strlen(starter_en));
    estate_write("counts.csv", counts, sizeof counts - 1);
    atexit(estate_remove);
}

static inline void print_faults(const struct reader *reader)
{
    static FILE *nowhere;

    if (!nowhere)
        nowhere = fopen("/dev/null", "w");
    if (nowhere)
        reader_print_faults(reader, nowhere);
}

enum { FEW_RESIDENTS = 1000, FEW_CELLS = 100000, FEW_KINDS = 4 };

static inline bool is_short(const struct scenario *scenario)
{
    double residents = 0, length_s = scenario->window.closes_s - scenario->window.opens_s;

    for (int i = 0; i < scenario->group.n; i++)
        residents += residents_expected(scenario_group(scenario, i), -1e9, 1e9);
    return residents < FEW_RESIDENTS && length_s < 12 * 3600 && scenario->day_type.n <= FEW_KINDS;
}

static inline void simulate(const struct study *study)
{
    struct workers workers = {0};
    struct rows rows = {0};

    for (int t = 0; t < study->n_kinds; t++)
        if (!is_short(study->kind[t].scenario) || plan_series(&study->kind[t].plan) > FEW_CELLS)
            return;
    if (workers_open(&workers, 1) == OK && rows_open(&rows, study, 2) == OK)
        assert(replicate(study, 1, 0, 2, &workers, &rows) == OK);
    rows_close(&rows);
    workers_close(&workers);
}

static inline void look_at(struct reader *reader, const struct scenario *scenario)
{
    struct text text = {0};
    struct study study;
    int warnings;

    assert(check_write(reader, scenario, 0, &text, &warnings) == OK);
    text_free(&text);
    if (reader_faults(reader) == 0 && is_short(scenario)) {
        assert(study_open(reader, scenario, 0, &study) == OK);
        if (reader_faults(reader) == 0)
            simulate(&study);
    }
}

/* As the commands go about it. */
static inline void estate_use(const char *file, int n_sets, const char *const set[])
{
    struct reader_options options = {.n_sets = n_sets, .set = set};
    struct scenario scenario;
    struct reader *reader;

    enum status status = reader_open(file, &options, &reader);
    assert(status == OK || status == ERR_FILE);
    assert(status == OK || reader_faults(reader) > 0);
    (void)reader_hash(reader);
    if (status == OK && reader_faults(reader) == 0) {
        assert(scenario_bind(reader, &scenario) == OK);
        if (reader_faults(reader) == 0)
            look_at(reader, &scenario);
    }
    print_faults(reader);
    reader_free(reader);
}

#endif
