/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

#include "core/text.h"

/* Scenarios at the limits of what is simulated, and one beyond. */

#define ONE_GROUP "residents: {all: {at: s0, rate: 60 /h}}\n"
#define TEA "drinks: {tea: {}}\n"
#define ONE_STATION "layouts: {one: {s0: {staff: 1}}}\n"

/* "name0: value, name1: value, ..." */
static void add_many(struct text *text, const char *before, const char *name, int n, const char *value, const char *after)
{
    text_add(text, before);
    for (int i = 0; i < n; i++)
        text_print(text, "%s%d: %s, ", name, i, value);
    text_add(text, after);
}

/* Frees the text; the first fault must hold the sentence, or there's none and a day goes well. */
static void expect_said(struct text *yaml, const char *sentence)
{
    static const struct reader_options plainly = {0};
    struct scenario scenario;
    struct estate estate;
    char path[32], *said = NULL;
    size_t n = 0;

    if (!sentence) {
        estate_live(&estate, text_c(yaml));
        assert_true(estate_whole(&estate, M_SERVED) > 0);
        estate_close(&estate);
        text_free(yaml);
        return;
    }
    estate_write(text_c(yaml), path);
    text_free(yaml);
    assert_int_equal(reader_open(path, &plainly, &estate.reader), OK);
    unlink(path);
    assert_int_equal(scenario_bind(estate.reader, &scenario), OK);
    FILE *out = open_memstream(&said, &n);
    reader_print_faults(estate.reader, out);
    fclose(out);
    if (!strstr(said, sentence))
        fail_msg("`%s` isn't in what was said:\n%.600s", sentence, said);
    free(said);
    reader_free(estate.reader);
}

static void stations_of_a_layout(int n, const char *sentence)
{
    struct text yaml = {0};

    text_add(&yaml, TOP ONE_GROUP TEA);
    add_many(&yaml, "layouts:\n  one: {", "s", n, "{staff: 1}", "}\n");
    expect_said(&yaml, sentence);
}

static void a_layout_has_sixty_four_stations_at_most(void **unused)
{
    (void)unused;
    stations_of_a_layout(MOST_STATIONS, NULL);
    stations_of_a_layout(MOST_STATIONS + 1, "layout `one` has 65 stations; samovar simulates at most 64");
}

static void drinks_of_a_scenario(int n, const char *sentence)
{
    struct text yaml = {0};

    text_add(&yaml, TOP ONE_GROUP);
    add_many(&yaml, "drinks: {", "d", n, "{}", "}\n");
    text_add(&yaml, ONE_STATION);
    expect_said(&yaml, sentence);
}

static void there_are_255_drinks_at_most(void **unused)
{
    (void)unused;
    drinks_of_a_scenario(MOST_DRINKS, NULL);
    drinks_of_a_scenario(MOST_DRINKS + 1, "256 drinks are more than samovar simulates; at most 255");
}

static void kinds_of_day(int n, const char *sentence)
{
    struct text yaml = {0};

    text_add(&yaml, TOP);
    add_many(&yaml, "days: {first: {share: 100 %}, ", "k", n - 1, "{share: 0 %}", "}\n");
    text_add(&yaml, ONE_GROUP TEA ONE_STATION);
    expect_said(&yaml, sentence);
}

static void there_are_256_kinds_of_day_at_most(void **unused)
{
    (void)unused;
    kinds_of_day(MOST_KINDS, NULL);
    kinds_of_day(MOST_KINDS + 1, "257 kinds of day are more than samovar simulates; at most 256");
}

/* A street of so many places, and residents between so many of them at either end. */
static void places_and_ways(int places, int ends, const char *sentence)
{
    struct text yaml = {0};

    text_add(&yaml, TOP);
    add_many(&yaml, "site:\n  nodes: {", "n", places, "{x: 1 m, y: 2 m}", "}\n  paths:\n");
    for (int i = 1; i < places; i++)
        text_print(&yaml, "  - [n%d, n%d, 1 m]\n", i - 1, i);
    add_many(&yaml, "residents:\n  all:\n    rate: 60 /h\n    from: {", "n", ends - 1, "0 %", "");
    text_print(&yaml, "n%d: 100 %%}\n", ends - 1);
    add_many(&yaml, "    to: {", "n", ends - 1, "0 %", "");
    text_print(&yaml, "n%d: 100 %%}\n", ends - 1);
    text_add(&yaml, TEA "layouts: {one: {n0: {staff: 1}}}\n");
    expect_said(&yaml, sentence);
}

static void there_are_so_many_places_and_ways_at_most(void **unused)
{
    (void)unused;
    places_and_ways(200, 181, NULL); /* 181^2 = 32,761 */
    places_and_ways(200, 182, "33124 pairs of from and to are more than samovar simulates; at most 32767");
    places_and_ways(MOST_PLACES + 1, 1, "1001 places are more than samovar simulates; at most 1000");
}

static void a_day_has_so_many_residents_at_most(void **unused)
{
    struct text yaml = {0};

    (void)unused;
    text_add(&yaml, TOP "residents: {a: {at: s0, rate: 900 /s}, b: {at: s0, rate: 900 /s}, c: {at: s0, rate: 900 /s}, d: {at: s0, rate: 900 /s}}\n" TEA ONE_STATION);
    expect_said(&yaml, "12960000 residents a day are more than samovar simulates; at most 10000000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_layout_has_sixty_four_stations_at_most),
        cmocka_unit_test(there_are_255_drinks_at_most),
        cmocka_unit_test(there_are_256_kinds_of_day_at_most),
        cmocka_unit_test(there_are_so_many_places_and_ways_at_most),
        cmocka_unit_test(a_day_has_so_many_residents_at_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
