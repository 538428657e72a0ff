/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/experiment/shrink.h"
#include "tests/support/expect.h"

static int tried;

static bool holds_b_and_z(void *unused, const char *yaml)
{
    (void)unused;
    tried++;
    return strstr(yaml, "b: ") && strstr(yaml, "z: \"x, }\"");
}

static void what_does_not_matter_is_left_out(void **unused)
{
    struct text yaml = {0};

    (void)unused;
    text_add(&yaml, "top: 1\na:\n  b: 2\n  c: [1, 2]\nd:\n  e:\n    f: {g: (1, 2), z: \"x, }\", h: {i: 1, j: 2}}\n    k: 3\nl: 4\n");
    shrink(&yaml, holds_b_and_z, NULL);
    assert_string_equal(text_c(&yaml), "a:\n  b: 2\nd:\n  e:\n    f: { z: \"x, }\"}\n");
    assert_true(tried < 100);
    text_free(&yaml);
}

static void faults_are_told_apart_by_their_words(void **unused)
{
    (void)unused;
    assert_true(shrink_same("visit 12 waits 3.5 m", "visit 7 waits 12 m"));
    assert_true(shrink_same("off by 1.5e-07", "off by 2"));
    assert_false(shrink_same("visit 12 waits", "visit 12 goes"));
    assert_false(shrink_same("visit", "visit 1 x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_does_not_matter_is_left_out),
        cmocka_unit_test(faults_are_told_apart_by_their_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
