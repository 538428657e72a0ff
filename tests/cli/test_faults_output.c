/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where results can't go, who goes away, and what is left behind: all of it or nothing. */
#include "tests/cli/workplace.h"

#define RUN "run mine.yaml --days 20 --quiet --no-charts "
#define WHOLE "days.csv manifest.json series.csv summary.csv summary.json "

static void expect_whole(const char *folder)
{
    assert_int_equal(shell("cd '%s' && LC_ALL=C ls -A | tr '\\n' ' '", folder), 0);
    assert_string_equal(said, WHOLE);
}

static void a_directory_that_exists_is_refused_without_force(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    expect_whole("out");
    step("cp -r out before");
    expect_end(6, RUN "--seed 2 --out out", "`out` exists; --force replaces it");
    expect_end(6, RUN "--seed 2 --out out/", "`out` exists; --force replaces it");
    step("diff -r out before");
    expect_end(0, RUN "--seed 2 --out out --force", "");
    expect_whole("out");
    assert_int_equal(shell("diff -rq out before"), 1);
    expect_files("before mine.yaml out ");
}

/* --force is no licence to delete what others wrote. */
static void what_samovar_did_not_write_is_never_replaced(void **unused)
{
    (void)unused;
    step("mkdir photos empty && echo 1 >photos/one && ln -s photos link && cp mine.yaml copy");
    expect_end(6, RUN "--out photos --force", "`photos` exists and holds what samovar didn't write");
    expect_end(6, RUN "--out link --force", "`link` exists and is no directory");
    expect_end(6, RUN "--out mine.yaml --force", "`mine.yaml` exists and is no directory");
    expect_end(6, RUN "--out . --force", "can't be put in place as a whole");
    expect_end(6, RUN "--out / --force", "can't be put in place as a whole");
    step("cmp copy mine.yaml && test \"$(cat photos/one)\" = 1");
    expect_end(0, RUN "--out empty", "");
    expect_whole("empty");
    expect_files("copy empty link mine.yaml photos ");
}

static void a_place_that_cannot_be_written_is_named_and_nothing_is_left(void **unused)
{
    (void)unused;
    expect_end(6, RUN "--out mine.yaml/out", "can't write `mine.yaml/out`: Not a directory");
    expect_end(6, RUN "--out /proc/out", "can't write `/proc/out`");
    expect_end(6, RUN "--out a/b/$(head -c 300 /dev/zero | tr '\\0' n)", "File name too long");
    expect_files("mine.yaml ");
    expect_end(0, RUN "--out a/b/c", "");
    expect_whole("a/b/c");
}

/* Root writes everywhere: then the program has to run as somebody else. */
static void a_folder_that_may_not_be_written_is_refused(void **unused)
{
    const char *other = geteuid() == 0 ? "setpriv --reuid 65534 --clear-groups" : "";
    (void)unused;

    step("mkdir locked && chmod 555 locked && chmod 755 .");
    if (shell("%s test -x \"$SAMOVAR\"", other) != 0)
        skip();
    assert_int_equal(shell("%s \"$SAMOVAR\" " RUN "--out locked/out", other), 6);
    expect_said("can't write `locked/out`: Permission denied");
    expect_files("locked mine.yaml ");
}

/* Limits (KiB) that cut off days.csv, the others, and the charts. */
static void a_full_disk_is_told_and_leaves_nothing(void **unused)
{
    static const int limits[] = {1, 2, 8, 20, 30, 45, 60, 100};
    (void)unused;

    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        int code = shell("ulimit -f %d; \"$SAMOVAR\" run mine.yaml --days 300 --quiet --out out", 2 * limits[i]);
        if (code != 6)
            fail_msg("with %d KiB a file it ended with %d:\n%s", limits[i], code, said);
        expect_said("samovar: ");
        expect_said("File too large");
        expect_files("mine.yaml ");
    }
}

static void a_full_disk_keeps_the_old_results(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    step("cp -r out before");
    assert_int_equal(shell("ulimit -f 2; \"$SAMOVAR\" " RUN "--out out --force"), 6);
    step("diff -r out before");
    expect_files("before mine.yaml out ");
}

static void without_gnuplot_nothing_is_left_and_figures_can_be_had(void **unused)
{
    (void)unused;
    step("mkdir none");
    assert_int_equal(shell("PATH=\"$PWD/none\" \"$SAMOVAR\" run mine.yaml --days 20 --quiet --out out"), 6);
    expect_said("gnuplot isn't installed");
    expect_files("mine.yaml none ");
    assert_int_equal(shell("PATH=\"$PWD/none\" \"$SAMOVAR\" " RUN "--out out"), 0);
    expect_whole("out");
}

static void a_gnuplot_that_fails_is_told_and_nothing_is_left(void **unused)
{
    (void)unused;
    step("mkdir bin && printf '#!/bin/sh\\necho wrong moon >&2\\nexit 3\\n' >bin/gnuplot && chmod +x bin/gnuplot");
    assert_int_equal(shell("PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" run mine.yaml --days 20 --quiet --out out"), 6);
    expect_said("gnuplot failed: wrong moon");
    step("printf '#!/bin/sh\\nkill -9 $$\\n' >bin/gnuplot");
    assert_int_equal(shell("PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" run mine.yaml --days 20 --quiet --out out"), 6);
    expect_said("gnuplot was ended by signal 9");
    expect_files("bin mine.yaml ");
}

/* Draws nothing, but says that all is well. */
static void a_gnuplot_that_draws_nothing_is_noticed(void **unused)
{
    (void)unused;
    step("mkdir bin && printf '#!/bin/sh\\ncat >/dev/null\\n' >bin/gnuplot && chmod +x bin/gnuplot");
    assert_int_equal(shell("PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" run mine.yaml --days 20 --quiet --out out"), 6);
    expect_said("can't be written");
    expect_files("bin mine.yaml ");
}

/* A reader that goes away ends the output, not the world: no signal, no hang, no complaint. */
static void a_reader_that_goes_away_is_no_crash(void **unused)
{
    static const char *const commands[] = {
        "explain markdown", "schema", "run mine.yaml --days 20", "run mine.yaml --day 3 --trace",
        "run mine.yaml --days 20 --format json", "check mine.yaml", "--help",
    };
    (void)unused;

    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        step("rm -f code told");
        assert_int_equal(shell("{ \"$SAMOVAR\" %s 2>told; echo $? >code; } | head -c 1", commands[i]), 0);
        assert_int_equal(shell("{ sleep 0.2; \"$SAMOVAR\" %s 2>told; echo $? >code; } | :", commands[i]), 0);
        step("cat code told");
        if (strcmp(said, "0\n") != 0 && strcmp(said, "6\n") != 0)
            fail_msg("samovar %s | : ended with %s", commands[i], said);
    }
}

static void an_output_that_cannot_be_written_is_told(void **unused)
{
    static const char *const commands[] = {
        "explain markdown", "schema", "run mine.yaml --days 20", "run mine.yaml --day 3 --trace",
        "run mine.yaml --days 20 --format json", "check mine.yaml", "--help", "version",
    };
    (void)unused;

    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        int code = shell("\"$SAMOVAR\" %s >/dev/full", commands[i]);
        if (code != 6)
            fail_msg("samovar %s >/dev/full ended with %d", commands[i], code);
        expect_said("can't write to the standard output: No space left on device");
    }
}

static void a_closed_output_is_told(void **unused)
{
    (void)unused;
    assert_int_equal(shell("\"$SAMOVAR\" run mine.yaml --days 20 >&-"), 6);
    expect_said("can't write to the standard output");
    assert_int_equal(shell("\"$SAMOVAR\" explain markdown >&-"), 6);
}

/* The number of the closed one must not go to days.csv. */
static void closed_streams_never_become_a_result_file(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" " RUN "--out want");
    step("\"$SAMOVAR\" " RUN "--out got <&- >&- 2>&-");
    step("diff -r want got");
    assert_int_equal(shell("\"$SAMOVAR\" run missing.yaml <&- >&- 2>&-"), 6);
    shell("\"$SAMOVAR\" run mine.yaml --days 20 --no-charts --out loud <&- >&- 2>&-");
    step("test ! -e loud || diff -r want loud; rm -rf loud");
    expect_files("got mine.yaml want ");
}

static void an_interrupted_run_gives_the_figures_so_far(void **unused)
{
    static const char *const signals[] = {"INT", "TERM"};
    (void)unused;

    for (size_t i = 0; i < 2; i++) {
        step("rm -rf out");
        int code = shell("\"$SAMOVAR\" run mine.yaml --days 50000000 --no-charts --out out >table 2>told & p=$!;"
                         " sleep 2; kill -%s $p; wait $p", signals[i]);
        assert_int_equal(code, 130);
        expect_whole("out");
        step("cat table told");
        expect_said("days simulated");
        expect_said("samovar: interrupted after ");
        step("test $(($(wc -l <out/days.csv) - 1)) -gt 100");
        step("grep -q \"interrupted after $(($(wc -l <out/days.csv) - 1)) days\" told");
        step("grep -q \"\\\"days\\\": $(($(wc -l <out/days.csv) - 1))[,.]\" out/summary.json");
        expect_files("mine.yaml out table told ");
    }
}

/* The second time it can't wait for the day at work. */
static void a_run_interrupted_twice_ends_at_once(void **unused)
{
    (void)unused;
    step("sed 's/count: 400/count: 1000000/' mine.yaml >huge.yaml");
    int code = shell("\"$SAMOVAR\" run huge.yaml --days 50000 --threads 1 --no-charts --out out & p=$!; sleep 1;"
                     " kill -INT $p; sleep 0.2; kill -INT $p; wait $p");
    assert_int_equal(code, 130);
    if (access("out", F_OK) == 0)
        expect_whole("out");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(a_directory_that_exists_is_refused_without_force),
        in_workplace(what_samovar_did_not_write_is_never_replaced),
        in_workplace(a_place_that_cannot_be_written_is_named_and_nothing_is_left),
        in_workplace(a_folder_that_may_not_be_written_is_refused),
        in_workplace(a_full_disk_is_told_and_leaves_nothing),
        in_workplace(a_full_disk_keeps_the_old_results),
        in_workplace(without_gnuplot_nothing_is_left_and_figures_can_be_had),
        in_workplace(a_gnuplot_that_fails_is_told_and_nothing_is_left),
        in_workplace(a_gnuplot_that_draws_nothing_is_noticed),
        in_workplace(a_reader_that_goes_away_is_no_crash),
        in_workplace(an_output_that_cannot_be_written_is_told),
        in_workplace(a_closed_output_is_told),
        in_workplace(closed_streams_never_become_a_result_file),
        in_workplace(an_interrupted_run_gives_the_figures_so_far),
        in_workplace(a_run_interrupted_twice_ends_at_once),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
