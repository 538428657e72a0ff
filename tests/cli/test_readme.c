/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the READMEs show is what the program does. */
#include "tests/cli/workplace.h"

/* Whole searches and thousands of days: too much for sanitizers and valgrind. */
static void expect_true(const char *readme, const char *language)
{
    if (getenv("SAMOVAR_TEST_BRIEF"))
        skip();
    if (shell("rm mine.yaml; \"$ROOT/tests/readme\" \"$ROOT/%s\" %s", readme, language) != 0)
        fail_msg("%s", said);
}

static void the_english_one_shows_what_is_done(void **unused)
{
    (void)unused;
    expect_true("README.md", "en");
}

static void the_chinese_one_shows_what_is_done(void **unused)
{
    (void)unused;
    expect_true("README.zh-CN.md", "zh");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(the_english_one_shows_what_is_done),
        in_workplace(the_chinese_one_shows_what_is_done),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
