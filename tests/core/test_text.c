/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"
#include "tests/support/expect.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A request that can't be met must come back as NULL, as it does without a sanitizer. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

const char *__tsan_default_options(void);
const char *__tsan_default_options(void)
{
    return "allocator_may_return_null=1";
}

typedef void adder(struct text *text, const char *plain);

static void expect_added(adder *add, const char *plain, const char *want)
{
    struct text text = {0};

    add(&text, plain);
    assert_string_equal(text_c(&text), want);
    assert_int_equal(text.n, strlen(want));
    text_free(&text);
}

static void a_plain_csv_cell_stays_as_it_is(void **unused)
{
    (void)unused;
    expect_added(text_add_csv, "", "");
    expect_added(text_add_csv, "south-gate", "south-gate");
    expect_added(text_add_csv, "姜茶 2=1", "姜茶 2=1");
    expect_added(text_add_csv, "it's", "it's");
}

static void a_csv_cell_with_a_comma_quote_or_line_break_is_quoted(void **unused)
{
    (void)unused;
    expect_added(text_add_csv, "a,b", "\"a,b\"");
    expect_added(text_add_csv, "a \"b\"", "\"a \"\"b\"\"\"");
    expect_added(text_add_csv, "a\nb", "\"a\nb\"");
    expect_added(text_add_csv, "a\rb\033c", "\"a b c\""); /* nothing acts on a terminal */
    expect_added(text_add_csv, " a", "\" a\"");
    expect_added(text_add_csv, "\"", "\"\"\"\"");
}

static void a_csv_cell_never_starts_a_formula(void **unused)
{
    (void)unused;
    expect_added(text_add_csv, "=1+1", "\"'=1+1\"");
    expect_added(text_add_csv, "+1", "\"'+1\"");
    expect_added(text_add_csv, "-1", "\"'-1\"");
    expect_added(text_add_csv, "@SUM(A1)", "\"'@SUM(A1)\"");
    expect_added(text_add_csv, "\t=1", "\"'\t=1\"");
    expect_added(text_add_csv, "\r=1", "\"' =1\"");
    expect_added(text_add_csv, "=\"a\",b", "\"'=\"\"a\"\",b\"");
}

static void html_marks_become_entities(void **unused)
{
    (void)unused;
    expect_added(text_add_html, "<b title=\"x\">it's & 姜茶</b>",
                 "&lt;b title=&quot;x&quot;&gt;it&#39;s &amp; 姜茶&lt;/b&gt;");
    expect_added(text_add_html, "&lt;", "&amp;lt;");
    expect_added(text_add_html, "", "");
}

static void a_gnuplot_text_stays_in_its_single_quotes(void **unused)
{
    (void)unused;
    expect_added(text_add_gnuplot, "", "''");
    expect_added(text_add_gnuplot, "'", "'\u2019'");
    expect_added(text_add_gnuplot, "''x", "'\u2019''x'");
    expect_added(text_add_gnuplot, "it's '姜茶'", "'it''s ''姜茶'''");
    expect_added(text_add_gnuplot, "a\nsystem 'x'\r\tb\x7f", "'a system ''x''  b '");
}

/* What counts is what gnuplot makes of it. */
static void expect_printed(const char *plain, const char *want)
{
    char file[] = "/tmp/samovar-test-XXXXXX", command[80], out[400];
    struct text script = {0};
    int fd = mkstemp(file);

    assert_true(fd >= 0);
    text_add(&script, "set print '-'\nprint ");
    text_add_gnuplot(&script, plain);
    text_add(&script, "\n");
    FILE *stream = fdopen(fd, "w");
    assert_int_equal(fwrite(script.bytes, 1, script.n, stream), script.n);
    assert_int_equal(fclose(stream), 0);
    snprintf(command, sizeof command, "gnuplot --default-settings %s", file);
    int code = expect_run(command, out, sizeof out);
    remove(file);
    assert_int_equal(code, 0);
    assert_string_equal(strtok(out, "\n"), want);
    text_free(&script);
}

static void gnuplot_prints_a_quoted_text_and_runs_nothing(void **unused)
{
    static const char evil[] = "`echo ran` $(echo ran) 'a' \"b\" \\n \\ %d @x {/Bold c} 姜茶 #";

    (void)unused;
    expect_printed(evil, evil);
    expect_printed("'a' b'", "\u2019a' b'");
    expect_printed("''; print 'ran'", "\u2019'; print 'ran'");
}

static void expect_double(double x, const char *want)
{
    struct text text = {0};

    text_add_double(&text, x);
    assert_string_equal(text_c(&text), want);
    text_free(&text);
}

static void a_double_is_written_in_its_shortest_form(void **unused)
{
    (void)unused;
    expect_double(0, "0");
    expect_double(-0.0, "-0");
    expect_double(0.1, "0.1");
    expect_double(-2.5, "-2.5");
    expect_double(0.1 + 0.2, "0.30000000000000004");
    expect_double(1.0 / 3, "0.3333333333333333");
    expect_double(DBL_MIN, "2.2250738585072014e-308");
    expect_double(DBL_MAX, "1.7976931348623157e+308");
    expect_double(1e23, "1e+23");
}

/* A table of "2.5e+02 cups" is no table for people. */
static void a_whole_number_is_written_without_an_exponent(void **unused)
{
    (void)unused;
    expect_double(10, "10");
    expect_double(100, "100");
    expect_double(-250, "-250");
    expect_double(400000, "400000");
    expect_double(1024, "1024");
}

static void a_double_reads_back_with_the_same_bits(void **unused)
{
    uint64_t bits = 88172645463325252u;
    struct text text = {0};
    (void)unused;

    for (int i = 0; i < 20000; i++) {
        double x, again;
        bits ^= bits << 13, bits ^= bits >> 7, bits ^= bits << 17;
        memcpy(&x, &bits, sizeof x);
        if (!isfinite(x))
            continue;
        text_clear(&text);
        text_add_double(&text, x);
        again = strtod(text_c(&text), NULL);
        assert_memory_equal(&x, &again, sizeof x);
    }
    text_free(&text);
}

static void what_is_no_number_is_null(void **unused)
{
    (void)unused;
    expect_double(NAN, "null");
    expect_double(INFINITY, "null");
    expect_double(-INFINITY, "null");
}

static void a_chinese_character_takes_two_columns(void **unused)
{
    (void)unused;
    assert_int_equal(text_columns(""), 0);
    assert_int_equal(text_columns("tea"), 3);
    assert_int_equal(text_columns("姜茶"), 4);
    assert_int_equal(text_columns("姜茶 20 °C，"), 12);
    assert_int_equal(text_columns("e\xCC\x81"), 1);
}

static void expect_padded(const char *plain, int columns, const char *want)
{
    struct text text = {0};

    text_add_padded(&text, plain, columns);
    assert_string_equal(text_c(&text), want);
    text_free(&text);
}

static void padding_counts_columns_and_cuts_nothing(void **unused)
{
    (void)unused;
    expect_padded("tea", 5, "  tea");
    expect_padded("tea", -5, "tea  ");
    expect_padded("姜茶", 6, "  姜茶");
    expect_padded("姜茶", -6, "姜茶  ");
    expect_padded("姜茶", 4, "姜茶");
    expect_padded("姜茶", -3, "姜茶");
    expect_padded("", 2, "  ");
}

static void distance_counts_single_letters_and_swapped_neighbours(void **unused)
{
    char a[200] = {0}, b[200] = {0};
    (void)unused;

    assert_int_equal(text_distance("", ""), 0);
    assert_int_equal(text_distance("tea", ""), 3);
    assert_int_equal(text_distance("", "tea"), 3);
    assert_int_equal(text_distance("kitten", "sitting"), 3);
    assert_int_equal(text_distance("patience", "patiecne"), 1);
    assert_int_equal(text_distance("ab", "ba"), 1);
    assert_int_equal(text_distance("ab", "ca"), 2);
    assert_int_equal(text_distance("ab", "bc"), 2);
    assert_int_equal(text_distance("south-gate", "north-gate"), 2);
    memset(a, 'a', 199);
    memset(b, 'b', 199);
    assert_int_equal(text_distance(a, b), 64);
}

static void the_nearest_name_is_the_one_that_may_be_meant(void **unused)
{
    static const char *const names[] = {"south-gate", "north-gate", "garage-b1", "garage-b2"};
    (void)unused;

    assert_string_equal(text_nearest("suoth-gate", 4, names), "south-gate");
    assert_string_equal(text_nearest("nort-gate", 4, names), "north-gate");
    assert_string_equal(text_nearest("garage-b2", 4, names), "garage-b2");
    assert_string_equal(text_nearest("garage-b3", 4, names), "garage-b1");
    assert_string_equal(text_nearest("sout-gaet", 4, names), "south-gate");
    assert_null(text_nearest("lobby", 4, names));
    assert_null(text_nearest("metro-exit", 4, names));
    assert_null(text_nearest("", 4, names));
    assert_null(text_nearest("south-gate", 0, NULL));
}

static void text_grows_and_keeps_what_it_had(void **unused)
{
    struct text text = {0};
    (void)unused;

    assert_string_equal(text_c(&text), "");
    for (int i = 0; i < 1000; i++) {
        text_add(&text, "ab");
        text_print(&text, "%04d", i);
        text_add_n(&text, "cd!", 2);
    }
    assert_int_equal(text_status(&text), OK);
    assert_int_equal(text.n, 8000);
    assert_memory_equal(text.bytes + 7992, "ab0999cd", 9);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(atoi(text.bytes + 8 * i + 2), i);
    text_clear(&text);
    assert_string_equal(text_c(&text), "");
    text_add(&text, "again");
    assert_string_equal(text_c(&text), "again");
    text_free(&text);
    assert_null(text.bytes);
}

/* One byte more than a power of two is where a closing NUL gets lost. */
static void the_closing_nul_has_room_at_every_length(void **unused)
{
    static char many[2000];
    (void)unused;

    memset(many, 'x', sizeof many);
    for (size_t n = 0; n < sizeof many; n++) {
        struct text text = {0};
        text_add_n(&text, many, n);
        assert_true(text.room > text.n);
        assert_int_equal(strlen(text_c(&text)), n);
        text_free(&text);
    }
}

static void text_without_memory_keeps_what_it_had_and_says_so(void **unused)
{
    struct text text = {0};
    (void)unused;

    text_add(&text, "kept");
    text_add_n(&text, "x", (size_t)1 << 60);
    assert_int_equal(text_status(&text), ERR_MEMORY);
    text_add(&text, " lost");
    text_print(&text, "%d", 1);
    assert_string_equal(text_c(&text), "kept");
    text_free(&text);
    assert_int_equal(text_status(&text), OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_csv_cell_stays_as_it_is),
        cmocka_unit_test(a_csv_cell_with_a_comma_quote_or_line_break_is_quoted),
        cmocka_unit_test(a_csv_cell_never_starts_a_formula),
        cmocka_unit_test(html_marks_become_entities),
        cmocka_unit_test(a_gnuplot_text_stays_in_its_single_quotes),
        cmocka_unit_test(gnuplot_prints_a_quoted_text_and_runs_nothing),
        cmocka_unit_test(a_double_is_written_in_its_shortest_form),
        cmocka_unit_test(a_whole_number_is_written_without_an_exponent),
        cmocka_unit_test(a_double_reads_back_with_the_same_bits),
        cmocka_unit_test(what_is_no_number_is_null),
        cmocka_unit_test(a_chinese_character_takes_two_columns),
        cmocka_unit_test(padding_counts_columns_and_cuts_nothing),
        cmocka_unit_test(distance_counts_single_letters_and_swapped_neighbours),
        cmocka_unit_test(the_nearest_name_is_the_one_that_may_be_meant),
        cmocka_unit_test(text_grows_and_keeps_what_it_had),
        cmocka_unit_test(the_closing_nul_has_room_at_every_length),
        cmocka_unit_test(text_without_memory_keeps_what_it_had_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
