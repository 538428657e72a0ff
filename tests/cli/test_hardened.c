/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the compiler and the linker were asked for is in the program. */
#include "tests/cli/workplace.h"

static void expect_in_program(const char *part, const char *pattern)
{
    if (shell("readelf -W %s \"$SAMOVAR\" | grep -q '%s'", part, pattern) != 0)
        fail_msg("readelf %s shows no `%s`", part, pattern);
}

static void addresses_are_random_and_tables_read_only(void **unused)
{
    (void)unused;
    expect_in_program("-h", "Type: *DYN");
    expect_in_program("-l", "GNU_RELRO");
    expect_in_program("-d", "NOW");
    expect_in_program("-l", "GNU_STACK.* RW  *0x");
}

static void stacks_are_guarded(void **unused)
{
    (void)unused;
    expect_in_program("-s", "__stack_chk_fail");
}

/* FORTIFY needs optimisation: a release build alone has it. */
static void copies_are_checked_in_a_release(void **unused)
{
    (void)unused;
    if (!strstr(getenv("SAMOVAR"), "-release/"))
        skip();
    expect_in_program("-s", "__[a-z]*printf_chk");
    expect_in_program("-s", "__memcpy_chk\\|__memset_chk\\|__strcat_chk\\|__read_chk\\|__realpath_chk");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(addresses_are_random_and_tables_read_only),
        in_workplace(stacks_are_guarded),
        in_workplace(copies_are_checked_in_a_release),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
