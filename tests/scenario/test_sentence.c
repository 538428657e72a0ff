/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario/sample.h"

/* What a planner may get wrong, and what samovar answers: "line:column: sentence", all of them. */

struct row {
    const char *yaml, *faults;
};

/* The first line of every fault, without the file's name. */
static void keep_sentences(char *faults)
{
    char *out = faults;

    for (char *line = faults, *next; *line; line = next) {
        next = line + strcspn(line, "\n");
        next += *next == '\n';
        if (strncmp(line, "s.yaml:", 7) != 0)
            continue;
        size_t n = (size_t)(next - line) - 7;
        memmove(out, line + 7, n);
        out += n;
    }
    *out = '\0';
}

static void expect_rows(size_t n, const struct row rows[])
{
    struct sample sample;

    for (size_t i = 0; i < n; i++) {
        struct reader *reader = sample_read(rows[i].yaml, &sample);
        char *faults = sample_faults(reader);
        keep_sentences(faults);
        assert_string_equal(faults, rows[i].faults);
        free(faults);
        reader_free(reader);
    }
}
#define EXPECT_ROWS(rows) expect_rows(sizeof(rows) / sizeof *(rows), (rows))

static void numbers_and_units_that_do_not_fit(void **unused)
{
    static const struct row rows[] = {
        {"length: 40", "1:9: `40` has no unit; write it with m or km\n"},
        {"length: 40 kg", "1:12: `kg` isn't a unit that fits here; write it with m or km\n"},
        {"length: forty m", "1:9: a number with its unit (m or km) is wanted here, not `forty m`\n"},
        {"length: 40 m wide", "1:14: `wide` is too much here: one value is wanted\n"},
        {"length:", "1:8: nothing stands where a number with its unit is wanted\n"},
        {"length: [40 m]", "1:9: a list stands where a number with its unit is wanted\n"},
        {"length: {a: 40 m}", "1:9: a section stands where a number with its unit is wanted\n"},
        {"length: -1 m", "1:9: `length` is -1 m; it must lie between 0 m and 5 km\n"},
        {"length: 1e999 m", "1:9: this number is too long or too large\n"},
        {"length: 0x10 m", "1:10: `x` isn't a unit that fits here; write it with m or km\n"},
        {"length: 1,5 m", "1:9: `1` has no unit; write it with m or km\n"},
        {"length: 40 mins", "1:12: `mins` isn't a unit that fits here; write it with m or km\n"},
        {"uptake: 0.35", "1:9: `0.35` has no unit; write it with %\n"},
        {"uptake: 120 %", "1:9: `uptake` is 120 %; it must lie between 0 % and 100 %\n"},
        {"wage: ¥30", "1:10: `¥` isn't a unit that fits here; write it with CNY/h\n"},
        {"count: 2.5", "1:8: `count` is counted in whole numbers\n"},
        {"count: 3 kg", "1:10: `kg` can't stand here: this is a number without a unit\n"},
        {"count: 20000", "1:8: `count` is 20000; it must lie between 0 and 10000\n"},
        {"count: many", "1:8: a number is wanted here, not `many`\n"},
        {"length: \"40 kg\"", "1:13: `kg` isn't a unit that fits here; write it with m or km\n"},
    };

    (void)unused;
    EXPECT_ROWS(rows);
}

static void times_words_and_ranges_that_do_not_fit(void **unused)
{
    static const struct row rows[] = {
        {"start: 7.45", "1:8: a time of day is wanted here, as in 07:45 or 07:45:30, not `7.45`\n"},
        {"start: 07:60", "1:8: a time of day is wanted here, as in 07:45 or 07:45:30, not `07:60`\n"},
        {"start: 25:00", "1:8: `start` is 25:00; it must lie between 00:00 and 24:00\n"},
        {"start: 1 h", "1:8: a time of day is wanted here, as in 07:45 or 07:45:30, not `1 h`\n"},
        {"mode: wlak", "1:7: `wlak` isn't one of walk, e-bike or car; did you mean `walk`?\n"},
        {"mode: on foot", "1:7: `on foot` isn't one of walk, e-bike or car\n"},
        {"open: maybe", "1:7: `open` is either yes or no\n"},
        {"serve: 70 - 55 °C", "1:13: a range must not end before it begins\n"},
        {"serve: 55 - 70", "1:13: `70` has no unit; write it with °C\n"},
        {"serve: 55 - 170 °C", "1:8: `serve` is 170 °C; it must lie between 0 °C and 100 °C\n"},
        {"serve: 55 °C - 70", "1:16: `70` has no unit; write it with °C\n"},
        {"stations: a..b", "1:11: a number is wanted here, not `a..b`\n"},
        {"stations: 0..3", "1:11: `stations` is 0; it must lie between 1 and 9\n"},
        {"hours: 06:30", "1:13: a second time is missing, as in 06:30 - 09:00\n"},
        {"hours: 09:00 - 06:30", "1:16: a range must not end before it begins\n"},
    };

    (void)unused;
    EXPECT_ROWS(rows);
}

static void distributions_that_do_not_fit(void **unused)
{
    static const struct row rows[] = {
        {"service: lognormal(mean 25 s, cv -0.5)", "1:34: `cv` is -0.5; it must lie between 0 and 10\n"},
        {"service: lognormal(mean 25, cv 0.5)", "1:25: `25` has no unit; write it with s, min or h\n"},
        {"service: lognormal(mean 25 s)", "1:29: lognormal lacks `cv`; its parameters are: mean, cv\n"},
        {"service: lognormal(25 s, 0.5, 3)",
         "1:31: this is too much; the parameters of lognormal are: mean, cv\n"},
        {"service: lognormal(mean 25 s, mean 3 s)", "1:36: `mean` is given twice\n"},
        {"service: lognormal(mean 25 s, sd 3 s)",
         "1:31: lognormal has no `sd`; its parameters are: mean, cv\n"},
        {"service: lognormal(mean 25 s cv 0.5)", "1:30: a comma is missing before this\n"},
        {"service: lognormal(mean 25 s, cv 0.5",
         "1:19: this parenthesis isn't closed; inside { } or [ ] a value with commas needs quotes\n"},
        {"service: lognormal(mean 25 s, cv 0.5) kg",
         "1:39: `kg` isn't a unit that fits here; write it with s, min or h\n"},
        {"service: lognormal(mean 25 s, cv 0.5) s more",
         "1:41: `more` is too much here: one value is wanted\n"},
        {"service: lognorml(mean 25 s, cv 0.5)",
         "1:10: there is no distribution `lognorml`; did you mean `lognormal`?\n"},
        {"service: soon", "1:10: a distribution or a number is wanted here, not `soon`\n"},
        {"service: lognormal()", "1:20: lognormal lacks `mean`; its parameters are: mean, cv\n"},
        {"service: uniform(3 s, 2 s)", "1:10: low must not exceed high\n"},
        {"service: exponential(mean 2 h)", "1:10: `service` is 2 h; it must lie between 0 s and 1 h\n"},
        {"service: 'discrete(1 s: 70 %, 2 s: 20 %)'", "1:11: the shares must add up to 100 %\n"},
        {"service: 'discrete(1 s, 2 s)'", "1:23: a `:` and the share are missing, as in `2: 20 %`\n"},
        {"service: 'discrete()'", "1:11: there must be at least one value\n"},
        {"service: empirical(log.csv)",
         "1:20: a file and a column are wanted, as in empirical(log.csv, wait_s)\n"},
        {"service: empirical(log.csv, wait_s)", "1:20: `log.csv`: there is no such file\n"},
        {"service: empirical(log.csv, wait)",
         "1:29: the unit of this column is missing; write it behind the parenthesis (s, min or h)\n"},
        {"service: discrete(1 s: 70 %, 2 s: 30 %)",
         "1:22: a `:` stands inside a value: put the value in quotes, or start a new line\n"},
        {"crews: {a: {pace: normal(1, 2) m/s, people: 3}}",
         "1:25: this parenthesis isn't closed; inside { } or [ ] a value with commas needs quotes\n"
         "1:29: unknown key `2) m/s`; inside { } a value with commas needs quotes\n"},
        {"crews: {a: {people: 3, pace: normal(1 m/s, sd 2)}}",
         "1:36: this parenthesis isn't closed; inside { } or [ ] a value with commas needs quotes\n"
         "1:44: unknown key `sd 2)`; inside { } a value with commas needs quotes\n"},
    };

    (void)unused;
    EXPECT_ROWS(rows);
}

static void keys_and_kinds_that_do_not_fit(void **unused)
{
    static const struct row rows[] = {
        {"uptak: 35 %", "1:1: unknown key `uptak`; did you mean `uptake`?\n"},
        {"foo: 1", "1:1: unknown key `foo`\n"},
        {"store: {foo: 1}", "1:9: unknown key `foo`; known here: volume, power\n"},
        {"crews: {a: {}}", "1:9: crew `a` lacks `people`: how many they are\n"},
        {"crews: {a: {people: 3, shop: {}}}", "1:24: shop lacks `rent`: a day\n"},
        {"crews: {a: {people: 3, loads: [{at: 07:00}]}}", "1:32: load lacks `share`: part of the crew\n"},
        {"crews: {a: {people: 3, loads: {share: 3}}}", "1:31: a section stands where a list is wanted\n"},
        {"crews: {a: {people: 3, loads: [3]}}",
         "1:32: a single value stands where a section with keys is wanted\n"},
        {"crews: {a: }", "1:12: nothing stands where a section with keys (or {}) is wanted\n"},
        {"crews: {a: 3}", "1:12: a single value stands where a section with keys (or {}) is wanted\n"},
        {"crews: [a]", "1:8: a list stands where a section of names is wanted\n"},
        {"store: 3", "1:8: a single value stands where a section with keys is wanted\n"},
        {"pair: {a: 1}", "1:7: two lengths are wanted\n"},
        {"pair: [1, 2 m]", "1:8: `1` has no unit; write it with m or km\n"},
        {"title: [a]", "1:8: a list stands where a text is wanted\n"},
        {"title: a\ntitle: b", "2:1: `title` is given twice; the first is on line 1\n"},
        {"foo: 1\nbar\nbaz: 2", "2:1: this line lacks a `:` after its key\n"},
        {"title: a\n---\ntitle: b", "2:1: a second document starts here: a file holds one scenario\n"},
    };

    (void)unused;
    EXPECT_ROWS(rows);
}

static void names_shares_and_curves_that_do_not_fit(void **unused)
{
    static const struct row rows[] = {
        {"stops: {gate: {}}\ncrews: {a: {people: 3, at: gaet}}",
         "2:28: there is no stop `gaet`; did you mean `gate`?\n"},
        {"crews: {a: {people: 3, at: gate}}",
         "1:28: there is no stop `gate`: the scenario has no `stops`\n"},
        {"stops: {gate: {}}\ncrews: {a: {people: 3, visits: [gate, 南门, [x]]}}",
         "2:39: there is no stop `南门`\n"
         "2:43: a list stands where a name is wanted\n"},
        {"stops: {gate: {}}\nloose: {gaet: 30 %}", "2:9: there is no stop `gaet`; did you mean `gate`?\n"},
        {"stops: {a: {}, b: {}}\nloose: {a: 60 %, b: 50 %}",
         "2:8: the shares in `loose` add up to 110 %, not to 0 % .. 100 %\n"},
        {"stops: {a: {}, b: {}}\nloose: {a: 130 %, b: ten}",
         "2:12: `a` is 130 %; it must lie between 0 % and 100 %\n"
         "2:22: a number with its unit (%) is wanted here, not `ten`\n"},
        {"crews: {a: {people: 3, drinks: {x: 30 %, y: 60 %}}}",
         "1:32: the shares in `drinks` add up to 90 %, not to 100 %\n"},
        {"crews: {a: {people: 3, drinks: [x]}}",
         "1:32: a list stands where a section of names with shares is wanted\n"},
        {"stops: {a: {}}\ncups: {a: 501}", "2:11: `a` is 501; it must lie between 0 and 500\n"},
        {"stops: {a: {}}\ncups: {a: }", "2:11: nothing stands where a number is wanted\n"},
        {"stops: {a: {}}\ncups: 3",
         "2:7: a single value stands where a section of names with numbers is wanted\n"},
        {"rate: [[07:00, 120 /h], [06:00, 3 /h]]",
         "1:26: the times of `rate` must not go back; two points at one time make a step\n"},
        {"rate: [[07:00, 120 /h], 3]",
         "1:25: a single value stands where a time with its value, as in [07:00, 120 /h], is wanted\n"},
        {"rate: [[07:00]]",
         "1:8: a list stands where a time with its value, as in [07:00, 120 /h], is wanted\n"},
        {"rate: [[7, 120 /h], [08:00, 3]]",
         "1:9: a time of day is wanted here, as in 07:45 or 07:45:30, not `7`\n"
         "1:29: `3` has no unit; write it with /h, /min or /s\n"},
        {"rate: fast", "1:7: a number with its unit (/h, /min or /s) is wanted here, not `fast`\n"},
        {"crews: {a: {people: 3, pause: 4 m(in)}}",
         "1:33: `m` isn't a unit that fits here; write it with s, min or h\n"},
    };

    (void)unused;
    EXPECT_ROWS(rows);
}

static void text_that_is_no_yaml(void **unused)
{
    static const struct row rows[] = {
        {"a\nb: c", "2:2: a `:` stands inside a value: put the value in quotes, or start a new line\n"},
        {"a: {b: c", "1:4: a `,` or a `}` is missing: a section in braces isn't closed\n"},
        {"a: [b, c", "1:4: a `,` or a `]` is missing: a list isn't closed\n"},
        {"a: \"b", "1:4: the quotes that open here are never closed\n"},
        {"a: - b", "1:4: a list item `- ` can't stand here: start it on a line of its own\n"},
        {"a:\n - b\n c: d", "3:2: a list item `- ` is expected here: look at the indentation\n"},
        {"a:\n\tb: c", "2:1: a tab stands here: indent with blanks\n"},
        {"a: @b", "1:4: a value can't start with this character: put it in quotes\n"},
        {"a: *", "1:4: a value that starts with `*` or `&` needs quotes\n"},
        {"a: *b", "1:4: no complete `&b` stands before this `*b`\n"},
        {"a: !x!y z", "1:4: a value that starts with `!` needs quotes\n"},
        {"\"a\" b: c",
         "1:5: a key is expected here, as in `key: value`: look at the indentation and the quotes before it\n"},
        {"a: \"\\q\"", "1:5: an unknown `\\` escape in double quotes: use single quotes\n"},
        {"{a: b} c", "1:8: text stands after the end of the scenario: look at the indentation\n"},
        {"[a, b]: c", "1:1: a key must be a plain word; here a list or a section stands\n"},
        {"hello", "1:1: a scenario is made of `key: value` lines; this is something else\n"},
        {"- a", "1:1: a scenario is made of `key: value` lines; this is something else\n"},
        {"stops: {a: {<<: 3}}", "1:13: `<<` takes in a section or a list of sections\n"},
        {"%FOO\na: b", "1:5: this can't be understood as YAML: look at the indentation and the quotes\n"},
    };

    (void)unused;
    EXPECT_ROWS(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_units_that_do_not_fit),
        cmocka_unit_test(times_words_and_ranges_that_do_not_fit),
        cmocka_unit_test(distributions_that_do_not_fit),
        cmocka_unit_test(keys_and_kinds_that_do_not_fit),
        cmocka_unit_test(names_shares_and_curves_that_do_not_fit),
        cmocka_unit_test(text_that_is_no_yaml),
    };
    return cmocka_run_group_tests(tests, sample_set_up, sample_tear_down);
}
