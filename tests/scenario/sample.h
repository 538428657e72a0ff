/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SCENARIO_SAMPLE_H
#define TESTS_SCENARIO_SAMPLE_H

#include "scenario/reader.h"
#include "tests/support/expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A small root table with every kind of field, and files to read in a folder of their own. */

struct stop {
    const char *name;
    double x_m;
};

struct load {
    double share, at_s;
};

struct shop {
    double rent_cny;
    struct reference near;
};

struct crew {
    const char *name;
    int people;
    double pause_s;
    struct distribution pace;
    struct reference at;
    struct references visits;
    struct shares drinks;
    struct items loads;
    struct shop *shop;
};

struct store {
    double volume_m3, power_w;
};

struct pair_of { /* what the custom field makes of [1 m, 2 m] */
    double first, second;
};

struct sample {
    const char *title;
    double length_m, air_c, wage, start_s, uptake;
    int count, mode;
    bool open;
    struct distribution service;
    struct band serve, hours, stations;
    struct items stops, crews;
    struct shares loose, cups;
    struct curve rate;
    struct store store;
    struct pair_of pair;
};

static inline enum status sample_pair(struct reader *reader, const struct yaml_node *node, void *lands)
{
    static const struct field part = {.key = "pair", .kind = FIELD_QUANTITY, .dimension = LENGTH,
                                      .low = 0, .high = 100};
    struct pair_of *pair = lands;

    if (yaml_is_scalar(node)) {
        pair->second = 0;
        return reader_bind_value(reader, node, &part, &pair->first);
    }
    if (!yaml_is_list(node) || yaml_length(node) != 2) {
        reader_complain_at(reader, yaml_mark(node), "two lengths are wanted");
        return OK;
    }
    TRY(reader_bind_value(reader, yaml_item(node, 0), &part, &pair->first));
    return reader_bind_value(reader, yaml_item(node, 1), &part, &pair->second);
}

static const char *const sample_modes[] = {"walk", "e-bike", "car", NULL};

static const struct field stop_fields[] = {
    {.key = "x", .kind = FIELD_QUANTITY, .dimension = LENGTH, .offset = LANDS(struct stop, x_m),
     .low = -1000, .high = 1000, .fallback = "0 m", .meaning = "east of the corner"},
};
static const struct table stop_table = TABLE("stop", "a place", struct stop, stop_fields);

static const struct field load_fields[] = {
    {.key = "share", .kind = FIELD_QUANTITY, .dimension = SHARE, .offset = LANDS(struct load, share),
     .low = 0, .high = 1, .fallback = REQUIRED, .meaning = "part of the crew"},
    {.key = "at", .kind = FIELD_CLOCK, .offset = LANDS(struct load, at_s), .fallback = "08:00",
     .meaning = "when"},
};
static const struct table load_table = TABLE("load", "one of several", struct load, load_fields);

static const struct field shop_fields[] = {
    {.key = "rent", .kind = FIELD_QUANTITY, .dimension = MONEY, .offset = LANDS(struct shop, rent_cny),
     .low = 0, .high = 1e6, .fallback = REQUIRED, .meaning = "a day"},
    {.key = "near", .kind = FIELD_NAME, .offset = LANDS(struct shop, near), .refers = "stops",
     .meaning = "the stop beside it"},
};
static const struct table shop_table = TABLE("shop", "where they buy", struct shop, shop_fields);

#define CREW(member) LANDS(struct crew, member)
static const struct field crew_fields[] = {
    {.key = "people", .kind = FIELD_COUNT, .offset = CREW(people), .low = 1, .high = 5000,
     .fallback = REQUIRED, .meaning = "how many they are"},
    {.key = "pause", .kind = FIELD_QUANTITY, .dimension = DURATION, .offset = CREW(pause_s), .low = 0,
     .high = 3600, .fallback = "10 min", .meaning = "between two rounds"},
    {.key = "pace", .kind = FIELD_DISTRIBUTION, .dimension = SPEED, .offset = CREW(pace), .low = 0.1,
     .high = 3, .meaning = "walking speed", .example = "lognormal(mean 1.3 m/s, cv 0.15)"},
    {.key = "at", .kind = FIELD_NAME, .offset = CREW(at), .refers = "stops", .meaning = "where they are"},
    {.key = "visits", .kind = FIELD_NAMES, .offset = CREW(visits), .refers = "stops",
     .meaning = "where they go"},
    {.key = "drinks", .kind = FIELD_SHARES, .dimension = SHARE, .offset = CREW(drinks),
     .meaning = "what they want"},
    {.key = "loads", .kind = FIELD_LIST, .offset = CREW(loads), .table = &load_table,
     .meaning = "in which they come"},
    {.key = "shop", .kind = FIELD_OPTIONAL, .offset = CREW(shop), .table = &shop_table,
     .meaning = "where they buy"},
};
static const struct table crew_table = TABLE("crew", "people who go round", struct crew, crew_fields);

static const struct field store_fields[] = {
    {.key = "volume", .kind = FIELD_QUANTITY, .dimension = VOLUME, .offset = LANDS(struct store, volume_m3),
     .low = 1e-3, .high = 0.2, .fallback = "20 L", .meaning = "usable content"},
    {.key = "power", .kind = FIELD_QUANTITY, .dimension = POWER, .offset = LANDS(struct store, power_w),
     .low = 0, .high = 20e3, .fallback = "0 W", .meaning = "of the heater"},
};
static const struct table store_table = TABLE("store", "a tank", struct store, store_fields);

#define ROOT(member) LANDS(struct sample, member)
static const struct field sample_fields[] = {
    {.key = "title", .kind = FIELD_TEXT, .offset = ROOT(title), .fallback = "untitled", .meaning = "of the page"},
    {.key = "length", .kind = FIELD_QUANTITY, .dimension = LENGTH, .offset = ROOT(length_m), .low = 0,
     .high = 5000, .meaning = "of the way"},
    {.key = "air", .kind = FIELD_QUANTITY, .dimension = TEMPERATURE, .offset = ROOT(air_c), .low = -40,
     .high = 45, .fallback = "5 °C", .meaning = "outside"},
    {.key = "wage", .kind = FIELD_QUANTITY, .dimension = WAGE, .offset = ROOT(wage), .low = 0, .high = 1,
     .fallback = "30 CNY/h", .meaning = "of one person"},
    {.key = "start", .kind = FIELD_CLOCK, .offset = ROOT(start_s), .fallback = "06:30", .meaning = "opening"},
    {.key = "uptake", .kind = FIELD_QUANTITY, .dimension = SHARE, .offset = ROOT(uptake), .low = 0,
     .high = 1, .fallback = "35 %", .meaning = "who takes one"},
    {.key = "count", .kind = FIELD_COUNT, .offset = ROOT(count), .low = 0, .high = 10000, .meaning = "how many"},
    {.key = "mode", .kind = FIELD_CHOICE, .offset = ROOT(mode), .words = sample_modes, .fallback = "walk",
     .meaning = "how they come"},
    {.key = "open", .kind = FIELD_FLAG, .offset = ROOT(open), .fallback = "yes", .meaning = "whether it is"},
    {.key = "service", .kind = FIELD_DISTRIBUTION, .dimension = DURATION, .offset = ROOT(service),
     .low = 0, .high = 3600, .meaning = "time a person takes"},
    {.key = "serve", .kind = FIELD_BAND, .dimension = TEMPERATURE, .offset = ROOT(serve), .low = 0,
     .high = 100, .fallback = "55 - 70 °C", .meaning = "temperature in the cup"},
    {.key = "hours", .kind = FIELD_WINDOW, .offset = ROOT(hours), .meaning = "open from, to"},
    {.key = "stations", .kind = FIELD_BAND, .dimension = NUMBER, .offset = ROOT(stations), .low = 1,
     .high = 9, .fallback = "1..3", .meaning = "least and most"},
    {.key = "stops", .kind = FIELD_MAP, .offset = ROOT(stops), .table = &stop_table, .meaning = "all places"},
    {.key = "crews", .kind = FIELD_MAP, .offset = ROOT(crews), .table = &crew_table, .meaning = "all people"},
    {.key = "loose", .kind = FIELD_SHARES, .dimension = SHARE, .offset = ROOT(loose), .low = 0, .high = 1,
     .refers = "stops", .meaning = "at most all"},
    {.key = "cups", .kind = FIELD_COUNTS, .dimension = HEADS, .offset = ROOT(cups), .low = 0, .high = 500,
     .refers = "stops", .meaning = "in stock"},
    {.key = "rate", .kind = FIELD_CURVE, .dimension = RATE, .offset = ROOT(rate), .low = 0, .high = 10,
     .meaning = "of arrivals"},
    {.key = "store", .kind = FIELD_SECTION, .offset = ROOT(store), .table = &store_table, .meaning = "the tank"},
    {.key = "pair", .kind = FIELD_CUSTOM, .offset = ROOT(pair), .custom = sample_pair,
     .custom_schema = "{\"type\":[\"string\",\"array\"]}", .meaning = "two lengths or one", .example = "[1 m, 2 m]"},
};
static const struct table sample_table = TABLE("sample", "everything", struct sample, sample_fields);

/* --- files --------------------------------------------------------------------------------------- */

static char sample_folder[64];

static inline int sample_set_up(void **unused)
{
    (void)unused;
    strcpy(sample_folder, "/tmp/samovar-test-XXXXXX");
    return mkdtemp(sample_folder) && chdir(sample_folder) == 0 ? 0 : -1;
}

static inline int sample_tear_down(void **unused)
{
    char command[96];

    (void)unused;
    snprintf(command, sizeof command, "rm -rf '%s'", sample_folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static inline void sample_write_n(const char *file, const char *bytes, size_t n)
{
    FILE *out = fopen(file, "wb");

    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, n, out), n);
    assert_int_equal(fclose(out), 0);
}

static inline void sample_write(const char *file, const char *text)
{
    sample_write_n(file, text, strlen(text));
}

static inline struct reader *sample_open_with(const char *file, int n_sets, const char *const set[])
{
    struct reader_options options = {.n_sets = n_sets, .set = set};
    struct reader *reader;

    assert_int_equal(reader_open(file, &options, &reader), OK);
    return reader;
}

/* Writes s.yaml, reads and binds it. */
static inline struct reader *sample_read(const char *yaml, struct sample *sample)
{
    sample_write("s.yaml", yaml);
    struct reader *reader = sample_open_with("s.yaml", 0, NULL);
    assert_int_equal(reader_bind(reader, &sample_table, sample), OK);
    return reader;
}

/* Everything that would be printed; the caller frees it. */
static inline char *sample_faults(const struct reader *reader)
{
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);

    assert_non_null(out);
    reader_print_faults(reader, out);
    fclose(out);
    return text;
}

static inline void sample_expect_faults_of(struct reader *reader, const char *want)
{
    char *got = sample_faults(reader);

    assert_string_equal(got, want);
    free(got);
    reader_free(reader);
}

/* The YAML must give exactly these faults. */
static inline void sample_expect_faults(const char *yaml, const char *want)
{
    struct sample sample;

    sample_expect_faults_of(sample_read(yaml, &sample), want);
}

/* The same where only the first line of each fault's three matters. */
static inline void sample_expect_sentence(const char *yaml, const char *want)
{
    struct sample sample;
    struct reader *reader = sample_read(yaml, &sample);
    char *got = sample_faults(reader);

    got[strcspn(got, "\n")] = '\0';
    assert_string_equal(got, want);
    free(got);
    reader_free(reader);
}

#endif
