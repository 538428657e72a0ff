/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario/sample.h"

#include <math.h>
#include <sys/stat.h>

static const char base[] = "title: base\nlength: 40 m\nstops: {a: {x: 1 m}, b: {x: 2 m}}\n"
                           "crews:\n  one: {people: 3, loads: [{share: 100 %}], shop: {rent: 4 CNY}}\n";

static void keys_are_overridden_one_by_one(void **unused)
{
    struct sample s;

    (void)unused;
    sample_write("base.yaml", base);
    struct reader *reader = sample_read("extends: base.yaml\ntitle: mine\nstops: {b: {x: 5 m}, c: {}}\n"
                                        "crews: {one: {loads: [{share: 40 %}, {share: 60 %}]}}\n",
                                        &s);
    const struct stop *stop = s.stops.item;
    const struct crew *crew = s.crews.item;
    assert_int_equal(reader_faults(reader), 0);
    assert_string_equal(s.title, "mine");
    expect_near(s.length_m, 40, 0);
    assert_int_equal(s.stops.n, 3);
    expect_near(stop[0].x_m, 1, 0);
    expect_near(stop[1].x_m, 5, 0);
    assert_string_equal(stop[2].name, "c");
    assert_int_equal(crew->people, 3);
    assert_int_equal(crew->loads.n, 2);
    reader_free(reader);
}

static void null_takes_a_key_away(void **unused)
{
    struct sample s;

    (void)unused;
    sample_write("base.yaml", base);
    struct reader *reader = sample_read("extends: base.yaml\nlength: null\nstops: {a: ~}\n"
                                        "crews: {one: {shop: null}}\n", &s);
    assert_int_equal(reader_faults(reader), 0);
    assert_true(isnan(s.length_m));
    assert_int_equal(s.stops.n, 1);
    assert_null(((const struct crew *)s.crews.item)->shop);
    reader_free(reader);
}

static void a_fault_of_the_base_is_shown_in_the_base(void **unused)
{
    (void)unused;
    assert_int_equal(mkdir("lib", 0755), 0);
    sample_write("lib/base.yaml", "length: 40\nstops: {}\n");
    sample_expect_faults("extends: lib/base.yaml\nstops: {a: {y: 3}}\nuptake: 1\n",
                         "lib/base.yaml:1:9: `40` has no unit; write it with m or km\n"
                         "  length: 40\n"
                         "          ^\n"
                         "s.yaml:2:13: unknown key `y`; known here: x\n"
                         "  stops: {a: {y: 3}}\n"
                         "              ^\n"
                         "s.yaml:3:9: `1` has no unit; write it with %\n"
                         "  uptake: 1\n"
                         "          ^\n");
}

static void a_base_is_sought_beside_the_file_that_names_it(void **unused)
{
    struct sample s;

    (void)unused;
    assert_int_equal(mkdir("deep", 0755), 0);
    sample_write("deep/top.yaml", "title: top\n");
    sample_write("deep/middle.yaml", "extends: top.yaml\nlength: 3 m\n");
    struct reader *reader = sample_read("extends: deep/middle.yaml\n", &s);
    assert_int_equal(reader_faults(reader), 0);
    assert_string_equal(s.title, "top");
    expect_near(s.length_m, 3, 0);
    reader_free(reader);
}

static void circles_and_long_chains_are_refused(void **unused)
{
    char name[32], text[48];

    (void)unused;
    sample_write("other.yaml", "extends: s.yaml\n");
    sample_expect_sentence("extends: other.yaml\n",
                           "other.yaml:1:10: the files extend one another in a circle");
    sample_expect_sentence("extends: ./s.yaml\n", "s.yaml:1:10: the files extend one another in a circle");
    for (int i = 0; i < 9; i++) {
        snprintf(name, sizeof name, "c%d.yaml", i);
        snprintf(text, sizeof text, i < 8 ? "extends: c%d.yaml\n" : "title: t%d\n", i + 1);
        sample_write(name, text);
    }
    sample_expect_sentence("extends: c2.yaml\n", "");
    sample_expect_sentence("extends: c1.yaml\n", "c7.yaml:1:10: more than 8 files extend one another");
}

static void a_base_that_cannot_be_had_is_named(void **unused)
{
    (void)unused;
    sample_expect_faults("title: x\nextends: nope.yaml\n", "s.yaml:2:10: `nope.yaml`: there is no such file\n"
                                                           "  extends: nope.yaml\n"
                                                           "           ^\n");
    sample_expect_sentence("extends: [a]\n", "s.yaml:1:10: `extends` wants the name of one file");
    sample_expect_sentence("extends: .\n", "s.yaml:1:10: `.`: the file lies outside the scenario's folder");
    sample_expect_sentence("extends: /dev/zero\n",
                           "s.yaml:1:10: `/dev/zero`: the file lies outside the scenario's folder");
}

static void a_base_outside_the_folder_needs_leave(void **unused)
{
    struct reader_options options = {.allow_outside = true};
    struct reader *reader;
    struct sample s;

    (void)unused;
    assert_int_equal(mkdir("inner", 0755), 0);
    sample_write("outer.yaml", "title: outer\n");
    sample_write("inner/s.yaml", "extends: ../outer.yaml\n");
    reader = sample_open_with("inner/s.yaml", 0, NULL);
    sample_expect_faults_of(reader, "inner/s.yaml:1:10: `inner/../outer.yaml`: the file lies outside the "
                                    "scenario's folder\n  extends: ../outer.yaml\n           ^\n");
    assert_int_equal(reader_open("inner/s.yaml", &options, &reader), OK);
    assert_int_equal(reader_bind(reader, &sample_table, &s), OK);
    assert_string_equal(s.title, "outer");
    reader_free(reader);
}

static void a_link_does_not_lead_out_of_the_folder(void **unused)
{
    (void)unused;
    assert_int_equal(symlink("/etc/passwd", "link.yaml"), 0);
    sample_expect_sentence("extends: link.yaml\n",
                           "s.yaml:1:10: `link.yaml`: the file lies outside the scenario's folder");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_overridden_one_by_one),
        cmocka_unit_test(null_takes_a_key_away),
        cmocka_unit_test(a_fault_of_the_base_is_shown_in_the_base),
        cmocka_unit_test(a_base_is_sought_beside_the_file_that_names_it),
        cmocka_unit_test(circles_and_long_chains_are_refused),
        cmocka_unit_test(a_base_that_cannot_be_had_is_named),
        cmocka_unit_test(a_base_outside_the_folder_needs_leave),
        cmocka_unit_test(a_link_does_not_lead_out_of_the_folder),
    };
    return cmocka_run_group_tests(tests, sample_set_up, sample_tear_down);
}
