/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_CLI_WORKPLACE_H
#define TESTS_CLI_WORKPLACE_H

#include "tests/support/expect.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own to run the program in, with mine.yaml, a scenario that runs. In command lines
 * $SAMOVAR is the program and $ROOT the source tree. */

static char workplace[64];
static char said[1 << 20]; /* stdout and stderr of the last command */

/* Through the environment, so that nothing has to be quoted twice. What hangs fails with 124. */
static inline int shell(const char *format, ...) __attribute__((format(printf, 1, 2)));
static inline int shell(const char *format, ...)
{
    char command[8192];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(command, sizeof command, format, arguments);
    va_end(arguments);
    setenv("COMMAND", command, 1);
    return expect_run("timeout -k 5 120 sh -c \"$COMMAND\"", said, sizeof said);
}

static inline void expect_said(const char *sentence)
{
    if (!strstr(said, sentence))
        fail_msg("`%s` isn't in what was said:\n%.2000s", sentence, said);
}

/* samovar ARGUMENTS must end with this code and say this sentence. */
static inline void expect_end(int code, const char *arguments, const char *sentence)
{
    int got = shell("\"$SAMOVAR\" %s", arguments);

    if (got != code)
        fail_msg("samovar %s ended with %d, not %d:\n%.2000s", arguments, got, code, said);
    expect_said(sentence);
}

/* The command line must succeed: a step on the way to what is tested. */
static inline void step(const char *command)
{
    if (shell("%s", command) != 0)
        fail_msg("%s\n%.2000s", command, said);
}

/* The workplace holds these names, sorted, and nothing hidden. */
static inline void expect_files(const char *names)
{
    step("LC_ALL=C ls -A | tr '\\n' ' '");
    assert_string_equal(said, names);
}

static inline void write_file(const char *name, const char *content)
{
    FILE *file = fopen(name, "wb");

    assert_non_null(file);
    assert_int_equal(fputs(content, file) >= 0, 1);
    assert_int_equal(fclose(file), 0);
}

static inline int enter_workplace(void **unused)
{
    char path[PATH_MAX];
    const char *program = getenv("SAMOVAR");

    (void)unused;
    if (!program || !realpath(program, path)) {
        print_error("SAMOVAR doesn't name the program\n");
        return -1;
    }
    setenv("SAMOVAR", path, 1);
    setenv("ROOT", realpath(".", path), 1);
    setenv("LC_ALL", "C", 1);
    unsetenv("OMP_NUM_THREADS");
    return 0;
}

static inline int start_empty(void **unused)
{
    (void)unused;
    strcpy(workplace, "/tmp/samovar-test-XXXXXX");
    return mkdtemp(workplace) && chdir(workplace) == 0 && shell("\"$SAMOVAR\" new mine.yaml") == 0 ? 0 : -1;
}

static inline int clear_away(void **unused)
{
    (void)unused;
    return chdir("/") == 0 && shell("chmod -R u+rwx '%s' ; rm -rf '%s'", workplace, workplace) == 0 ? 0 : -1;
}

/* Each test in a workplace of its own. */
#define in_workplace(test) cmocka_unit_test_setup_teardown(test, start_empty, clear_away)

#endif
