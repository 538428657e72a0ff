/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/explain.h"
#include "tests/scenario/sample.h"

#include <jansson.h>
#include <locale.h>
#include <regex.h>

static void expect_explained(const char *path, enum status status, const char *want)
{
    struct text out = {0};

    assert_int_equal(explain_key(&sample_table, path, &out), status);
    assert_string_equal(text_c(&out), want);
    text_free(&out);
}

static const char pause_text[] = "crews.*.pause\n"
                                 "  between two rounds\n"
                                 "  written:  s, min or h\n"
                                 "  range:    0 s .. 1 h\n"
                                 "  default:  10 min\n";

static void a_key_is_explained_by_any_part_of_its_path(void **unused)
{
    (void)unused;
    expect_explained("pause", OK, pause_text);
    expect_explained("crews.pause", OK, pause_text);
    expect_explained("crews.*.pause", OK, pause_text);
    expect_explained("crews.one.pause", OK, pause_text);
    expect_explained("crews.shop.rent", OK, "crews.*.shop.rent\n  a day\n  written:  CNY\n"
                                            "  range:    0 CNY .. 1000000 CNY\n  default:  required\n");
    expect_explained("loads", OK, "crews.*.loads\n  in which they come\n  written:  list of sections\n"
                                  "  default:  none\n  keys:\n    share                part of the crew\n"
                                  "    at                   when\n");
    expect_explained("pair", OK, "pair\n  two lengths or one\n  written:  as in the example\n"
                                 "  default:  none\n  example:  [1 m, 2 m]\n");
}

static void every_place_of_a_key_is_told(void **unused)
{
    struct text out = {0};

    (void)unused;
    assert_int_equal(explain_key(&sample_table, "at", &out), OK);
    assert_non_null(strstr(text_c(&out), "crews.*.at\n  where they are\n"));
    assert_non_null(strstr(text_c(&out), "\n\ncrews.*.loads.*.at\n  when\n"));
    text_free(&out);
}

static void an_unknown_key_gets_the_nearest(void **unused)
{
    (void)unused;
    expect_explained("crews.pase", ERR_USAGE, "there is no key `crews.pase`; did you mean `pause`?\n");
    expect_explained("zzzzzzz", ERR_USAGE, "there is no key `zzzzzzz`; `samovar explain` alone lists what there is\n");
    expect_explained("stops.pause", ERR_USAGE, "there is no key `stops.pause`; did you mean `pause`?\n");
}

static void without_a_key_the_sections_are_listed(void **unused)
{
    struct text out = {0};

    (void)unused;
    assert_int_equal(explain_key(&sample_table, "", &out), OK);
    assert_non_null(strstr(text_c(&out), "  extends              another scenario file"));
    assert_non_null(strstr(text_c(&out), "\n  crews                all people\n"));
    text_free(&out);
}

static void the_reference_has_a_table_for_every_section(void **unused)
{
    struct text out = {0};

    (void)unused;
    explain_markdown(&sample_table, &out);
    assert_non_null(strstr(text_c(&out), "| `serve` | range (°C) | 0 °C .. 100 °C | `55 - 70 °C` | "
                                         "temperature in the cup |\n"));
    assert_non_null(strstr(text_c(&out), "\n### `crews.*.loads.*`\n\none of several\n\n| key |"));
    assert_non_null(strstr(text_c(&out), "| `share` | % | 0 % .. 100 % | required | part of the crew |\n"));
    text_free(&out);
}

static void the_dictionary_quotes_every_word_once(void **unused)
{
    struct text out = {0};

    (void)unused;
    explain_dictionary(&sample_table, &out);
    const char *first = strstr(text_c(&out), "\"people\"\n");
    assert_non_null(first);
    assert_null(strstr(first + 1, "\"people\"\n"));
    assert_non_null(strstr(text_c(&out), "\"\\xC2\\xB0C\"\n"));
    assert_non_null(strstr(text_c(&out), "\"lognormal\"\n"));
    text_free(&out);
}

/* --- JSON Schema --------------------------------------------------------------------------------- */

static json_t *schema_read(void)
{
    struct text out = {0};

    assert_int_equal(explain_schema(&sample_table, &out), OK);
    json_t *schema = json_loads(text_c(&out), 0, NULL);
    text_free(&out);
    assert_non_null(schema);
    return schema;
}

static json_t *walk(json_t *at, const char *path)
{
    char step[64];

    while (*path) {
        size_t n = strcspn(path, " ");
        snprintf(step, sizeof step, "%.*s", (int)n, path);
        at = json_is_array(at) ? json_array_get(at, (size_t)atoi(step)) : json_object_get(at, step);
        path += n + (path[n] == ' ');
    }
    return at;
}

static void the_schema_refuses_what_the_reader_refuses(void **unused)
{
    json_t *schema = schema_read();
    json_t *crew = walk(schema, "$defs scenario properties crews additionalProperties");

    (void)unused;
    assert_string_equal(json_string_value(walk(schema, "$schema")), "https://json-schema.org/draft/2020-12/schema");
    assert_true(json_is_false(walk(crew, "additionalProperties")));
    assert_string_equal(json_string_value(walk(crew, "required 0")), "people");
    assert_string_equal(json_string_value(walk(crew, "properties pause description")),
                        "between two rounds (0 s .. 1 h)");
    assert_string_equal(json_string_value(walk(crew, "properties pause default")), "10 min");
    assert_null(walk(schema, "$defs overlay properties crews anyOf 0 additionalProperties anyOf 0 required"));
    assert_non_null(walk(schema, "$defs overlay properties extends"));
    json_decref(schema);
}

static void expect_matches(json_t *schema, const char *path, bool wanted, const char *text)
{
    const char *pattern = json_string_value(walk(schema, path));
    struct text posix = {0};
    regex_t regex;

    assert_non_null(pattern);
    for (; *pattern; pattern++) /* POSIX has no \s */
        if (strncmp(pattern, "\\s", 2) == 0)
            text_add(&posix, "[ \t]"), pattern++;
        else
            text_add_n(&posix, pattern, 1);
    assert_int_equal(regcomp(&regex, text_c(&posix), REG_EXTENDED | REG_NOSUB), 0);
    if ((regexec(&regex, text, 0, NULL, 0) == 0) != wanted)
        fail_msg("`%s` against %s", text, text_c(&posix));
    regfree(&regex);
    text_free(&posix);
}

static void the_patterns_are_those_of_the_reader(void **unused)
{
    static const struct {
        const char *key, *good[4], *bad[4];
    } rows[] = {
        {"length pattern", {"40 m", "1.3km", ".5 km", "+1e3 m"}, {"40", "m", "40 kg", "40 mm"}},
        {"wage pattern", {"30 CNY/h", "¥30/h", "30 元 / h", "￥ 30 /h"}, {"30", "¥30", "30 CNY", "/h"}},
        {"service pattern", {"40 s", "lognormal(mean 25 s, cv 0.5)", "gamma(1, 2) min", "discrete(1 s: 100 %)"},
         {"40", "lognorm(3 s)", "lognormal(3", "gamma(1, 2) kg"}},
        {"serve pattern", {"55 - 70 °C", "55 °C - 70℃", "-4..2 C", "60 °C"}, {"55", "55 - 70", "55 K", "- 70 °C"}},
        {"start anyOf 0 pattern", {"7:45", "07:45:30", "24:00", " 00:00"}, {"7.45", "07:60", "745", "x"}},
        {"open anyOf 1 pattern", {"yes", "No", "OFF", "true"}, {"ja", "yess", "0", "o"}},
        {"count anyOf 1 pattern", {"1e3", "900 people", "12", "3 cups"}, {"x", "3 kg", "1,000", ""}},
        {"stations anyOf 1 pattern", {"1..3", "1-3", "2", "1 – 3"}, {"a..b", "1..", "1 2", "1 m"}},
    };
    json_t *schema = schema_read();
    char path[96];

    (void)unused;
    assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        snprintf(path, sizeof path, "$defs scenario properties %s", rows[i].key);
        for (int k = 0; k < 4; k++) {
            expect_matches(schema, path, true, rows[i].good[k]);
            expect_matches(schema, path, false, rows[i].bad[k]);
        }
    }
    json_decref(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_explained_by_any_part_of_its_path),
        cmocka_unit_test(every_place_of_a_key_is_told),
        cmocka_unit_test(an_unknown_key_gets_the_nearest),
        cmocka_unit_test(without_a_key_the_sections_are_listed),
        cmocka_unit_test(the_reference_has_a_table_for_every_section),
        cmocka_unit_test(the_dictionary_quotes_every_word_once),
        cmocka_unit_test(the_schema_refuses_what_the_reader_refuses),
        cmocka_unit_test(the_patterns_are_those_of_the_reader),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
