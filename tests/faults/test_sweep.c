/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests for memory, and calls that open, make, rename, sync, send or start something, fail one at a time, at places
 * spread over all that a command does (SAMOVAR_FAULTS times as many): the program then says so and leaves what was
 * there before, or does all that it was asked for. */
#include "tests/faults/faults.h"

/* A command and what it makes anew. */
struct swept {
    int code;               /* when nothing fails */
    const char *arguments;
    const char *makes;      /* "": nothing */
    const char *holds;      /* names in the directory that it makes */
    int memory, calls;      /* places usually tried of each */
};

#define RUN_FILES     "days.csv manifest.json series.csv summary.csv summary.json "
#define COMPARE_FILES "compare.csv compare.json manifest.json "
#define QUICK         " --threads 1 --no-charts --out out"

static const struct swept swept[] = {
    {0, "check small.yaml", "", "", 60, 20},
    {0, "run small.yaml --days 2 --threads 1", "", "", 40, 20},
    {0, "run small.yaml --day 1 --trace --format csv", "", "", 20, 10},
    {0, "run small.yaml --days 2 --format json" QUICK, "out", RUN_FILES, 80, 60},
    {0, "compare small.yaml --days 2 --format csv" QUICK, "out", "", 40, 60},
    {5, "optimize small.yaml --days-at-most 64" QUICK, "out", "", 12, 12},
    {0, "stress small.yaml --days 2" QUICK, "out", "", 40, 60},
    {0, "sweep small.yaml --days 2 --vary service.greet=x1..x2:x1" QUICK, "out", "", 30, 60},
    {0, "sensitivity small.yaml --days 2" QUICK, "out", "", 30, 60},
    {0, "fit tally.csv --no-charts --out out", "out", "", 30, 40},
    {0, "stock small.yaml --days 2 --no-charts --out out", "out", "", 30, 60},
    {0, "report done", "", "", 12, 12},
    {0, "plot done", "", "", 4, 6},
    {0, "run small.yaml --days 2 --quiet --threads 1 --out out", "out", "", 4, 6},
    {0, "explain uptake", "", "", 20, 5},
    {0, "schema", "", "", 20, 5},
    {0, "verify quick.yaml", "", "", 40, 5},
    {0, "new fresh.yaml", "", "", 20, 20},
};

/* What stands in the workplace and in done/ before; a command that fails may not change it. */
static char before[4096], before_done[4096];

static int prepare(void **state)
{
    if (start_empty(state) != 0)
        return -1;
    write_file("small.yaml", SMALL);
    step("rm mine.yaml && sed 's/^verify-days:.*/verify-days: 10/; s/155 h/6 h/' \"$ROOT/scenarios/verification/md1.yaml\" >quick.yaml");
    step("\"$SAMOVAR\" run small.yaml --days 2 --quiet --out done && \"$SAMOVAR\" report done --quiet");
    step("head -n 49 \"$ROOT/scenarios/tally.csv\" >tally.csv");
    strcpy(before, names_in("."));
    strcpy(before_done, names_in("done"));
    return 0;
}

static int wrong;

/* All of them are told before the test fails. */
static void show(const char *settings, const char *arguments, const struct ending *ending, const char *why)
{
    if (wrong++ < 50)
        print_message("%s samovar %s: %.1000s\nended with %d and said: %.300s\n", settings, arguments, why, ending->code, ending->told);
}

/* A PDF says when it was drawn; nothing else does. */
static void expect_as_without(const struct swept *command, const char *settings, const struct ending *ending, const char *expected)
{
    if (strcmp(ending->said, expected) != 0)
        show(settings, command->arguments, ending, "ended well, but stdout is another one");
    if (*command->makes && shell("diff -rq -x '*.pdf' out want") != 0)
        show(settings, command->arguments, ending, said);
}

/* When the table couldn't be shown the results may have been put in place already: then all of them. */
static void expect_whole(const struct swept *command, const char *settings, const struct ending *ending)
{
    if (!*command->makes || access("out", F_OK) != 0)
        return;
    if (shell("diff -r -x '*.pdf' out want") != 0)
        show(settings, command->arguments, ending, "half the results are there");
    step("rm -rf out");
}

static void expect_as_before(const struct swept *command, const char *settings, const struct ending *ending)
{
    if (strcmp(names_in("."), before) != 0) {
        show(settings, command->arguments, ending, names_in("."));
        step("rm -rf .*partial* .*old* *.partial*");
    }
    if (strcmp(names_in("done"), before_done) != 0) {
        show(settings, command->arguments, ending, names_in("done"));
        step("rm -rf done/.*partial* done/charts/.*partial*");
    }
}

static void try_fault(const struct swept *command, const char *settings, const char *expected)
{
    struct ending ending = end_of(settings, command->arguments);

    if (ending.code != command->code && ending.code != 6)
        show(settings, command->arguments, &ending, "that is no code for this");
    if (ending.code == 6 && !strstr(ending.told, ": "))
        show(settings, command->arguments, &ending, "not a word");
    expect_no_process_left(command->arguments);
    if (ending.code == command->code)
        expect_as_without(command, settings, &ending, expected);
    if (ending.code == command->code || access("fresh.yaml", F_OK) == 0)
        step("rm -rf out fresh.yaml");
    expect_whole(command, settings, &ending);
    expect_as_before(command, settings, &ending);
}

static void sweep(const char *name, const struct swept *command, long all, long usually, const char *expected)
{
    static const char *const forms[] = {"%s=%ld", "%s=%ld+"};
    char settings[64];

    for (long n = 1; n <= all; n += places_apart(all, usually))
        for (int onward = 0; onward < 2; onward++) {
            snprintf(settings, sizeof settings, forms[onward], name, n);
            try_fault(command, settings, expected);
        }
}

static void sweep_command(const struct swept *command)
{
    static char expected[MOST_SAID];
    struct ending ending = end_of("", command->arguments);

    if (ending.code != command->code)
        fail_msg("samovar %s doesn't even work: %d, %s", command->arguments, ending.code, ending.told);
    strcpy(expected, ending.said);
    if (*command->holds)
        assert_string_equal(names_in("out"), command->holds);
    step("rm -rf want fresh.yaml; test ! -e out || mv out want");
    strcpy(before, names_in("."));
#ifndef __clang__ /* LLVM's OpenMP ends the program by itself where it gets none, wherever that is asked for */
    sweep("FAULT_MEMORY", command, ending.memory, command->memory, expected);
#endif
    sweep("FAULT_CALL", command, ending.calls, command->calls, expected);
}

static void whatever_fails_is_told_and_leaves_nothing_half_done(void **unused)
{
    const char *only = getenv("SAMOVAR_FAULTS_ONLY");
    (void)unused;

    for (size_t i = 0; i < sizeof swept / sizeof *swept; i++)
        if (!only || strstr(swept[i].arguments, only) == swept[i].arguments)
            sweep_command(&swept[i]);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whatever_fails_is_told_and_leaves_nothing_half_done, prepare, clear_away),
    };
    return cmocka_run_group_tests(tests, enter_faults, NULL);
}
