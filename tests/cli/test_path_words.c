/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/expect.h"

#include "cli/path_words.h"
#include "core/say.h"

#include <string.h>

static void expect_words(const char *path, const char *words)
{
    struct arena arena = {0};
    assert_string_equal(path_words(&arena, path), words);
    arena_free(&arena);
}

static void a_path_is_told_in_words(void **unused)
{
    (void)unused;
    say_in("en");
    expect_words("layouts.one-gate.south-gate.staff", "staff at south-gate (one-gate)");
    expect_words("layouts.one-gate.south-gate.portions.soy-milk", "portions of soy-milk at south-gate (one-gate)");
    expect_words("residents.上班族.uptake", "share of 上班族 who want a drink");
    expect_words("service.greet", "time to greet and take the order");
}

static void a_star_stands_for_all_of_its_kind(void **unused)
{
    (void)unused;
    say_in("en");
    expect_words("residents.*.patience", "patience of all residents");
    expect_words("layouts.*.*.staff", "staff at all stations (all layouts)");
    expect_words("layouts.a.gate.portions.*", "portions of all drinks at gate (a)");
}

static void a_path_without_words_stays(void **unused)
{
    static const char *const paths[] = {"residents.commuters.departs.1.peak", "service.gree", "service.greet.mean", "layouts.a.b.c.staff", "staff", "."};

    (void)unused;
    say_in("en");
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        expect_words(paths[i], paths[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_told_in_words),
        cmocka_unit_test(a_star_stands_for_all_of_its_kind),
        cmocka_unit_test(a_path_without_words_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
