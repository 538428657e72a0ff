/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario/sample.h"

#include <sys/stat.h>

/* Whatever the file holds: a sentence, no crash, and an answer in bounded time (the alarm ends the
 * program, which is a failure). */

enum { SECONDS = 120 };

static int set_up(void **unused)
{
    alarm(SECONDS);
    return sample_set_up(unused);
}

static void expect_file(const char *file, enum status status, const char *want)
{
    struct reader_options options = {0};
    struct reader *reader;
    struct sample sample;

    assert_int_equal(reader_open(file, &options, &reader), status);
    assert_int_equal(reader_bind(reader, &sample_table, &sample), OK);
    char *got = sample_faults(reader);
    got[strcspn(got, "\n")] = '\0';
    assert_string_equal(got, want);
    free(got);
    reader_free(reader);
}

static void expect_bytes(const char *bytes, size_t n, const char *want)
{
    sample_write_n("h.yaml", bytes, n);
    expect_file("h.yaml", OK, want);
}
#define EXPECT_TEXT(text, want) expect_bytes((text), sizeof(text) - 1, (want))

static void files_that_are_none_are_named(void **unused)
{
    (void)unused;
    expect_file("missing.yaml", ERR_FILE, "missing.yaml: there is no such file");
    expect_file("h.yaml/below", ERR_FILE, "h.yaml/below: there is no such file");
    expect_file(".", ERR_FILE, ".: this is a folder, not a file");
    expect_file("/dev/zero", ERR_FILE, "/dev/zero: this is no ordinary file");
    assert_int_equal(mkfifo("pipe", 0600), 0);
    expect_file("pipe", ERR_FILE, "pipe: this is no ordinary file");
    sample_write("locked.yaml", "title: x\n");
    assert_int_equal(chmod("locked.yaml", 0), 0);
    if (geteuid() != 0) /* root may read everything */
        expect_file("locked.yaml", ERR_FILE, "locked.yaml: you may not read this file");
}

static void empty_files_are_said_to_be_empty(void **unused)
{
    (void)unused;
    EXPECT_TEXT("", "h.yaml:1:1: the file is empty");
    EXPECT_TEXT("\xEF\xBB\xBF", "h.yaml:1:1: the file is empty");
    EXPECT_TEXT("\n\n# nothing\n", "h.yaml:1:1: the file is empty");
    EXPECT_TEXT("---\n", "h.yaml:1:1: the file is empty");
}

static void what_is_no_text_is_said_to_be_none(void **unused)
{
    (void)unused;
    EXPECT_TEXT("title: a\0b\n", "h.yaml:1:9: this isn't a text file: it holds the byte 0x00");
    EXPECT_TEXT("\x7F"
                "ELF\x02\x01\x01\0\0",
                "h.yaml:1:1: this isn't a text file: it holds the byte 0x7F");
    EXPECT_TEXT("x: y\ntitle: \x1B[31m\n", "h.yaml:2:8: this isn't a text file: it holds the byte 0x1B");
    EXPECT_TEXT("a: b\ntitle: \xE6\xBB\xA8 caf\xE9\n", "h.yaml:2:13: this isn't UTF-8 text: save the file as UTF-8");
    EXPECT_TEXT("\xFF\xFEt\0:\0", "h.yaml:1:1: the file is written in UTF-16: save it as UTF-8");
    EXPECT_TEXT("a: \xED\xA0\x80", "h.yaml:1:4: this isn't UTF-8 text: save the file as UTF-8");
}

static void expect_repeated(const char *head, const char *piece, size_t n, const char *tail, const char *want)
{
    struct text text = {0};

    text_add(&text, head);
    for (size_t i = 0; i < n; i++)
        text_add(&text, piece);
    text_add(&text, tail);
    expect_bytes(text.bytes, text.n, want);
    text_free(&text);
}

static void a_file_too_large_is_refused(void **unused)
{
    (void)unused;
    sample_write("h.yaml", "");
    assert_int_equal(truncate("h.yaml", 10 << 20), 0);
    expect_file("h.yaml", ERR_FILE, "h.yaml: the file is larger than samovar reads");
    expect_repeated("", " ", 4 << 20, "", "h.yaml:1:1: the file is empty");
}

static void deep_nesting_is_refused(void **unused)
{
    (void)unused;
    expect_repeated("", "[", 1000000, "", "h.yaml:1:33: sections are nested deeper than 32 here");
    expect_repeated("", "{a: ", 100000, "", "h.yaml:1:129: sections are nested deeper than 32 here");
    expect_repeated("", "- ", 100000, "", "h.yaml:1:65: sections are nested deeper than 32 here");
    expect_repeated("", "? ", 100000, "", "h.yaml:1:65: sections are nested deeper than 32 here");
}

static void a_bomb_of_aliases_is_refused(void **unused)
{
    struct text bomb = {0};

    (void)unused;
    text_add(&bomb, "a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'l'; c++)
        text_print(&bomb, "%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", c, c, c - 1, c - 1, c - 1,
                   c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
    expect_bytes(bomb.bytes, bomb.n,
                 "h.yaml:1:14: the scenario grows past 200000 values here: more than samovar reads");
    text_free(&bomb);
    EXPECT_TEXT("a: &a [*a]\n", "h.yaml:1:8: no complete `&a` stands before this `*a`");
}

static void many_anchors_are_refused(void **unused)
{
    struct text text = {0};

    (void)unused;
    for (int i = 0; i < 60000; i++)
        text_print(&text, "k%d: &a%d x\n", i, i);
    expect_bytes(text.bytes, text.n, "h.yaml:1001:8: more than 1000 values are marked with `&`");
    text_free(&text);
}

static void many_keys_are_read_quickly(void **unused)
{
    struct text text = {0};

    (void)unused;
    text_add(&text, "stops: {");
    for (int i = 0; i < 40000; i++)
        text_print(&text, "k%d: {},", i);
    text_add(&text, "}\ncrews: {a: {people: 1, visits: [k1");
    for (int i = 39999; i > 0; i--)
        text_print(&text, ",k%d", i);
    text_add(&text, "]}}\n");
    expect_bytes(text.bytes, text.n, "");
    text_free(&text);
    expect_repeated("stops: {", "same: {x: 1},", 60000, "}",
                    "h.yaml:1:22: `same` is given twice; the first is on line 1");
}

static void long_texts_are_cut_in_sentences(void **unused)
{
    (void)unused;
    expect_repeated("length: ", "y", 1000000, "",
                    "h.yaml:1:9: a number with its unit (m or km) is wanted here, not "
                    "`yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy...`");
    expect_repeated("length: ", "1", 1000000, " m", "h.yaml:1:9: this number is too long or too large");
    expect_repeated("service: normal(", "1,", 100000, "2) s",
                    "h.yaml:1:21: this is too much; the parameters of normal are: mean, sd");
}

static void merge_keys_fill_in_what_is_missing(void **unused)
{
    struct sample s;
    struct reader *reader = sample_read("stops:\n  a: &a {x: 1 m}\n  b: {<<: *a}\n  c: {x: 2 m, <<: *a}\n"
                                        "  d: {<<: [*a, {x: 3 m}]}\n",
                                        &s);
    const struct stop *stop = s.stops.item;

    (void)unused;
    assert_int_equal(reader_faults(reader), 0);
    expect_near(stop[1].x_m, 1, 0);
    expect_near(stop[2].x_m, 2, 0);
    expect_near(stop[3].x_m, 1, 0);
    reader_free(reader);
}

static void a_second_document_is_refused(void **unused)
{
    (void)unused;
    EXPECT_TEXT("title: a\n---\ntitle: b\n", "h.yaml:2:1: a second document starts here: a file holds one scenario");
    EXPECT_TEXT("--- # first\ntitle: a\n...\n", "");
}

/* No byte of a good file may be turned into another so that reading crashes or hangs. */
static void any_byte_may_be_wrong(void **unused)
{
    static const char good[] = "title: \"滨\"\nservice: lognormal(mean 2 s, cv 1)\nserve: 5 - 7 °C\n"
                               "rate: [[07:00, 1 /h]]\nstops: {a: &a {x: 1 m}, b: {<<: *a}}\ncups: {a: 3}\n";
    static const char wrong[] = "\0\t\n :-[]{}&*!|>'\"%@`,#?x0\xFF\xE2";
    struct sample sample;
    char bytes[sizeof good];

    (void)unused;
    for (size_t at = 0; at < sizeof good - 1; at++)
        for (size_t i = 0; i < sizeof wrong - 1; i++) {
            memcpy(bytes, good, sizeof good);
            bytes[at] = wrong[i];
            sample_write_n("h.yaml", bytes, sizeof good - 1);
            struct reader *reader = sample_open_with("h.yaml", 0, NULL);
            assert_int_equal(reader_bind(reader, &sample_table, &sample), OK);
            free(sample_faults(reader));
            reader_free(reader);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_that_are_none_are_named),
        cmocka_unit_test(empty_files_are_said_to_be_empty),
        cmocka_unit_test(what_is_no_text_is_said_to_be_none),
        cmocka_unit_test(a_file_too_large_is_refused),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(a_bomb_of_aliases_is_refused),
        cmocka_unit_test(many_anchors_are_refused),
        cmocka_unit_test(many_keys_are_read_quickly),
        cmocka_unit_test(long_texts_are_cut_in_sentences),
        cmocka_unit_test(merge_keys_fill_in_what_is_missing),
        cmocka_unit_test(a_second_document_is_refused),
        cmocka_unit_test(any_byte_may_be_wrong),
    };
    return cmocka_run_group_tests(tests, set_up, sample_tear_down);
}
