/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario/sample.h"

/* How faults are printed, to the byte. */

static void a_caret_stands_below_the_value(void **unused)
{
    (void)unused;
    sample_expect_faults("title: x\nlength: 40\n", "s.yaml:2:9: `40` has no unit; write it with m or km\n"
                                                   "  length: 40\n"
                                                   "          ^\n");
}

static void a_chinese_character_takes_two_columns(void **unused)
{
    (void)unused;
    sample_expect_faults("crews: {水站: {people: 3, pause: 5}}\n",
                         "s.yaml:1:32: `5` has no unit; write it with s, min or h\n"
                         "  crews: {水站: {people: 3, pause: 5}}\n"
                         "                                   ^\n");
}

static void a_tab_stays_a_tab(void **unused)
{
    (void)unused;
    sample_expect_faults("length:\t\"水\" # 茶\nair:\t4\n",
                         "s.yaml:1:10: a number with its unit (m or km) is wanted here, not `水`\n"
                         "  length:\t\"水\" # 茶\n"
                         "         \t ^\n"
                         "s.yaml:2:6: `4` has no unit; write it with °C\n"
                         "  air:\t4\n"
                         "      \t^\n");
}

static void the_caret_points_into_quotes_but_not_into_escapes_or_blocks(void **unused)
{
    (void)unused;
    sample_expect_sentence("length: \"40 kg\"",
                           "s.yaml:1:13: `kg` isn't a unit that fits here; write it with m or km");
    sample_expect_sentence("length: \"40\\x20kg\"",
                           "s.yaml:1:9: `kg` isn't a unit that fits here; write it with m or km");
    sample_expect_sentence("length: |\n  40 kg\n",
                           "s.yaml:1:9: `kg` isn't a unit that fits here; write it with m or km");
}

static void a_byte_order_mark_and_crlf_do_not_move_the_caret(void **unused)
{
    (void)unused;
    sample_expect_faults("\xEF\xBB\xBFlength: 4\r\nair: 5\r\n",
                         "s.yaml:1:9: `4` has no unit; write it with m or km\n"
                         "  length: 4\n"
                         "          ^\n"
                         "s.yaml:2:6: `5` has no unit; write it with °C\n"
                         "  air: 5\n"
                         "       ^\n");
}

static void all_faults_come_in_one_pass_in_the_order_of_the_file(void **unused)
{
    (void)unused;
    sample_expect_faults("uptak: 3\nlength: 40\nmode: wlak\n",
                         "s.yaml:1:1: unknown key `uptak`; did you mean `uptake`?\n"
                         "  uptak: 3\n"
                         "  ^\n"
                         "s.yaml:2:9: `40` has no unit; write it with m or km\n"
                         "  length: 40\n"
                         "          ^\n"
                         "s.yaml:3:7: `wlak` isn't one of walk, e-bike or car; did you mean `walk`?\n"
                         "  mode: wlak\n"
                         "        ^\n");
}

static void a_fault_copied_by_an_alias_is_told_once(void **unused)
{
    (void)unused;
    sample_expect_faults("stops: {a: &a {x: 3}, b: *a, c: {<<: *a}}\n",
                         "s.yaml:1:19: `3` has no unit; write it with m or km\n"
                         "  stops: {a: &a {x: 3}, b: *a, c: {<<: *a}}\n"
                         "                    ^\n");
}

static void a_fault_bound_again_is_told_once(void **unused)
{
    struct sample sample;
    struct reader *reader = sample_read("length: 40\n", &sample);

    (void)unused;
    assert_int_equal(reader_bind(reader, &sample_table, &sample), OK);
    assert_int_equal(reader_faults(reader), 1);
    reader_free(reader);
}

static void a_terminal_is_not_steered_by_what_is_quoted(void **unused)
{
    (void)unused;
    sample_expect_faults("\"\\e[31mred\": 1\n", "s.yaml:1:1: unknown key `?[31mred`\n"
                                               "  \"\\e[31mred\": 1\n"
                                               "  ^\n");
    sample_expect_sentence("\"a\\u202eb\": 2\n", "s.yaml:1:1: unknown key `a?b`");
    sample_expect_faults("a\xE2\x80\xAE"
                         "b: 2\n",
                         "s.yaml:1:1: unknown key `a?b`\n  a?b: 2\n  ^\n");
}

static void a_long_line_is_shown_around_the_caret(void **unused)
{
    char yaml[700], want[700];

    (void)unused;
    snprintf(yaml, sizeof yaml, "stops: {%0300d: {x: 4}, b: {}}\n", 7);
    snprintf(want, sizeof want,
             "s.yaml:1:315: `4` has no unit; write it with m or km\n"
             "  %073d: {x: 4}, b: {}}\n  %79s^\n",
             7, "");
    sample_expect_faults(yaml, want);
}

static void after_fifty_faults_only_their_number_is_told(void **unused)
{
    struct text yaml = {0};
    struct sample sample;

    (void)unused;
    for (int i = 0; i < 60; i++)
        text_print(&yaml, "key-%d: 1\n", i);
    struct reader *reader = sample_read(text_c(&yaml), &sample);
    char *faults = sample_faults(reader);
    assert_int_equal(reader_faults(reader), 60);
    assert_non_null(strstr(faults, "s.yaml:50:1: unknown key `key-49`\n  key-49: 1\n  ^\nand 10 more\n"));
    free(faults);
    reader_free(reader);
    text_free(&yaml);
}

static void a_model_complains_at_what_landed(void **unused)
{
    struct sample sample;
    struct reader *reader = sample_read("title: x\nlength: 4 m\nstore: {power: 1 kW}\n", &sample);

    (void)unused;
    reader_complain(reader, &sample.length_m, "%d m are too long", 4);
    reader_complain(reader, &sample.store.volume_m3, "a fallback is at its section");
    sample_expect_faults_of(reader, "s.yaml:2:9: 4 m are too long\n"
                                    "  length: 4 m\n"
                                    "          ^\n"
                                    "s.yaml:3:1: a fallback is at its section\n"
                                    "  store: {power: 1 kW}\n"
                                    "  ^\n");
}

static void a_model_resolves_names_of_its_own(void **unused)
{
    static const char *const names[] = {"tea", "coffee"};
    struct sample sample;
    struct reader *reader = sample_read("crews: {c: {people: 1, drinks: {coffe: 50 %, tea: 50 %}}}\n", &sample);
    const struct crew *crew = sample.crews.item;

    (void)unused;
    for (int i = 0; i < 2; i++)
        reader_resolve(reader, &crew->drinks.item[i].of, "drink", 2, names);
    assert_int_equal(crew->drinks.item[1].of.index, 0);
    sample_expect_faults_of(reader, "s.yaml:1:33: there is no drink `coffe`; did you mean `coffee`?\n"
                                    "  crews: {c: {people: 1, drinks: {coffe: 50 %, tea: 50 %}}}\n"
                                    "                                  ^\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_caret_stands_below_the_value),
        cmocka_unit_test(a_chinese_character_takes_two_columns),
        cmocka_unit_test(a_tab_stays_a_tab),
        cmocka_unit_test(the_caret_points_into_quotes_but_not_into_escapes_or_blocks),
        cmocka_unit_test(a_byte_order_mark_and_crlf_do_not_move_the_caret),
        cmocka_unit_test(all_faults_come_in_one_pass_in_the_order_of_the_file),
        cmocka_unit_test(a_fault_copied_by_an_alias_is_told_once),
        cmocka_unit_test(a_fault_bound_again_is_told_once),
        cmocka_unit_test(a_terminal_is_not_steered_by_what_is_quoted),
        cmocka_unit_test(a_long_line_is_shown_around_the_caret),
        cmocka_unit_test(after_fifty_faults_only_their_number_is_told),
        cmocka_unit_test(a_model_complains_at_what_landed),
        cmocka_unit_test(a_model_resolves_names_of_its_own),
    };
    return cmocka_run_group_tests(tests, sample_set_up, sample_tear_down);
}
