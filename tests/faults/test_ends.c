/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ends that come from outside: signals, readers that go away, a full or vanished disk, a gnuplot that dies or
 * hangs, clocks that jump, links put where results should go. */
#include "tests/faults/faults.h"

#include <sys/mount.h>

#define LONG "run mine.yaml --days 5000000 --threads 2"
#define RUN  "run small.yaml --days 4 --threads 2 --quiet --no-charts --out out"

static int enter_small(void **state)
{
    if (start_empty(state) != 0)
        return -1;
    write_file("small.yaml", SMALL);
    return 0;
}

/* Like random moments, but the same ones every time. */
static int moment_ms(int i)
{
    static const int ms[] = {0, 3, 9, 17, 31, 57, 101, 173, 311, 523, 907};
    return ms[i % (int)(sizeof ms / sizeof *ms)];
}

enum { MOMENTS = 11 };

static void wait_ms(int ms)
{
    const struct timespec moment = {ms / 1000, (ms % 1000) * 1000000L};
    nanosleep(&moment, NULL);
}

/* --- signals --------------------------------------------------------------------------------------------- */

/* Everything hidden is half done, whatever it is. */
static void expect_nothing_hidden(const char *what)
{
    const char *names = names_in(".");

    if (*names == '.' || strstr(names, " .") || strstr(names, "partial"))
        fail_msg("%s: left are %s", what, names);
}

/* Before the handlers stand a signal just kills, which is no fault: nothing has begun. */
static bool listens(pid_t child, int signal_number)
{
    char path[64], line[256];
    unsigned long long caught = 0;

    snprintf(path, sizeof path, "/proc/%d/status", (int)child);
    FILE *facts = fopen(path, "r");
    while (facts && fgets(line, sizeof line, facts))
        sscanf(line, "SigCgt: %llx", &caught);
    if (facts)
        fclose(facts);
    return caught >> (signal_number - 1) & 1;
}

static void interrupt(const char *arguments, int signal_number, int after_ms)
{
    int out = memfd_create("out", 0), err = memfd_create("err", 0), counts = memfd_create("counts", 0), status;
    pid_t child = start_with("", arguments, out, err, counts);

    wait_ms(after_ms);
    bool listened = listens(child, signal_number);
    kill(child, signal_number);
    assert_int_equal(waitpid(child, &status, 0), child);
    int code = code_of(status);
    const char *told = read_all_of(err), *shown = read_all_of(out);
    read_all_of(counts);
    bool too_early = !listened && WIFSIGNALED(status) && WTERMSIG(status) == signal_number;
    if (!too_early && (WIFSIGNALED(status) || (code != 130 && code != 0)))
        fail_msg("samovar %s after %d ms: %d, and said: %.500s", arguments, after_ms, code, told);
    if (!too_early && code == 130 && !*told && !*shown)
        fail_msg("samovar %s after %d ms: not a word", arguments, after_ms);
    expect_no_process_left(arguments);
    expect_nothing_hidden(arguments);
    step("rm -rf out");
}

static void a_signal_at_any_moment_ends_it_cleanly(void **unused)
{
    static const char *const commands[] = {
        LONG " --out out --no-charts",
        "compare small.yaml --days 5000000 --threads 2 --out out --no-charts",
        "optimize small.yaml --threads 2 --set plan.indifference=0.001 --out out --no-charts",
        "sweep small.yaml --days 2000000 --vary service.greet=x1..x2:x0.2 --threads 2 --out out --no-charts",
        "sensitivity small.yaml --days 2000000 --threads 2 --out out --no-charts",
        "stress small.yaml --days 2000000 --threads 2 --out out --no-charts",
        "stock small.yaml --days 2000000 --out out --no-charts",
        "verify --threads 2",
    };
    (void)unused;

    for (size_t c = 0; c < sizeof commands / sizeof *commands; c++)
        for (int i = 0; i < MOMENTS; i += 2)
            interrupt(commands[c], (c + (size_t)i / 2) % 2 ? SIGTERM : SIGINT, moment_ms(i + (int)c % 2));
}

static void a_signal_while_charts_are_drawn_leaves_no_gnuplot(void **unused)
{
    (void)unused;
    for (int i = 0; i < MOMENTS; i += 2)
        interrupt("run small.yaml --days 4 --threads 2 --out out", i % 4 ? SIGTERM : SIGINT, 20 + moment_ms(i));
}

/* --- readers that go away -------------------------------------------------------------------------------- */

static void a_closed_pipe_ends_every_format_without_a_crash(void **unused)
{
    static const char *const commands[] = {
        "run small.yaml --days 9 --format text", "run small.yaml --days 9 --format json", "run small.yaml --days 9 --format csv",
        "compare small.yaml --days 9 --format json", "compare small.yaml --days 9 --format csv", "stress small.yaml --days 9 --format csv",
        "sweep small.yaml --days 9 --vary service.greet=x1..x2:x1 --format csv", "sensitivity small.yaml --days 9 --format json",
        "stock small.yaml --days 9 --format csv", "fit \"$ROOT/scenarios/tally.csv\" --format json", "optimize small.yaml --days-at-most 64 --format json", "plot --list", "explain", "version",
        "verify \"$ROOT/scenarios/verification/lift-loads.yaml\" --format csv",
    };
    (void)unused;

    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        step("rm -f code told");
        step("mkfifo gone");
        int code = shell("{ \"$SAMOVAR\" %s 2>told; echo $? >code; } >gone & head -n 1 gone >/dev/null; wait; rm gone; exec 3>&-; cat code told", commands[i]);
        assert_int_equal(code, 0);
        if (strcmp(said, "0\n") != 0 && strcmp(said, "6\n") != 0 && strncmp(said, "5\n", 2) != 0)
            fail_msg("samovar %s | head -n 1 ended with %s", commands[i], said);
    }
}

static void a_closed_stderr_changes_neither_code_nor_results(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" " RUN " && mv out want");
    step("\"$SAMOVAR\" " RUN " 2>&- && diff -r out want && rm -rf out");
    step("\"$SAMOVAR\" " RUN " 2>/dev/full && diff -r out want && rm -rf out");
    assert_int_equal(shell("\"$SAMOVAR\" check missing.yaml 2>&-"), 6);
    assert_int_equal(shell("\"$SAMOVAR\" rnu 2>/dev/full"), 2);
    assert_int_equal(shell("\"$SAMOVAR\" version >&- 2>&-"), 6);
}

/* --- disks ----------------------------------------------------------------------------------------------- */

/* Sizes (KiB) that cut off first one file, then another; of the last two charts, of which gnuplot keeps to itself
 * why they couldn't be written. */
static void a_full_disk_leaves_nothing_on_it(void **unused)
{
    static const int sizes[] = {4, 16, 24, 36, 48, 64, 96, 160};
    char how[32];
    (void)unused;

    step("mkdir disk && cp small.yaml keep.yaml");
    if (mount("none", "disk", "tmpfs", 0, "size=4k") != 0) {
        print_message("no disk can be mounted here: skipped\n");
        skip();
    }
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        snprintf(how, sizeof how, "size=%dk", sizes[i]);
        assert_int_equal(mount("none", "disk", "tmpfs", MS_REMOUNT, how), 0);
        int code = shell("\"$SAMOVAR\" run small.yaml --days 300 --quiet --out disk/out");
        const char *left = names_in("disk");
        if (code != 6 || !strstr(said, sizes[i] < 96 ? "No space left on device" : "can't") || *left) {
            umount("disk");
            fail_msg("with %d KiB it ended with %d, left `%s` and said: %.900s", sizes[i], code, left, said);
        }
    }
    assert_int_equal(umount("disk"), 0);
}

/* At each of its calls once: the place is gone when results should go there. */
static void a_directory_that_vanishes_is_told(void **unused)
{
    char settings[64];
    (void)unused;

    step("mkdir there");
    long calls = end_of("", "run small.yaml --days 4 --quiet --no-charts --out there/out").calls;
    step("rm -rf there/*");
    for (long n = 1; n <= calls; n++) {
        snprintf(settings, sizeof settings, "FAULT_CALL=%ld FAULT_VANISH=there", n);
        struct ending ending = end_of(settings, "run small.yaml --days 4 --quiet --no-charts --out there/out");
        if (ending.code != 0 && (ending.code != 6 || !*ending.told))
            fail_msg("%s: %d, %s", settings, ending.code, ending.told);
        expect_nothing_hidden(settings);
        step("for d in there there.gone; do ! ls -A $d/ 2>/dev/null | grep -q '^[.]' || exit 1; done; rm -rf there there.gone; mkdir there");
    }
}

static void one_byte_at_a_time_gets_there_too(void **unused)
{
    (void)unused;
    struct ending plain = end_of("", "run small.yaml --days 4 --out want"), slow = end_of("FAULT_SHORT=1", "run small.yaml --days 4 --out out");
    assert_int_equal(plain.code, 0);
    assert_int_equal(slow.code, 0);
    step("diff -r -x '*.pdf' out want");
    assert_int_equal(end_of("FAULT_SHORT=1", "new fresh.yaml --lang en").code, 0);
    step("cmp fresh.yaml \"$ROOT/scenarios/new.en.yaml\"");
}

/* --- gnuplot --------------------------------------------------------------------------------------------- */

#define CHARTS "PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" run small.yaml --days 4 --quiet --out out"

static void write_gnuplot(const char *script)
{
    step("mkdir -p bin");
    write_file("bin/gnuplot", script);
    step("chmod +x bin/gnuplot");
}

static void a_gnuplot_that_dies_half_way_leaves_nothing(void **unused)
{
    (void)unused;
    write_gnuplot("#!/bin/sh\nhead -c 2000 >/dev/null; : >half.png; kill -9 $$\n");
    assert_int_equal(shell(CHARTS), 6);
    expect_said("gnuplot was ended by signal 9");
    write_gnuplot("#!/bin/sh\nexec <&-; sleep 0.3; exit 0\n");
    assert_int_equal(shell(CHARTS), 6);
    write_gnuplot("#!/bin/sh\nexec /nowhere/gnuplot\n");
    assert_int_equal(shell(CHARTS), 6);
    write_gnuplot("no program\n");
    step("chmod 644 bin/gnuplot");
    assert_int_equal(shell("PATH=\"$PWD/bin\" \"$SAMOVAR\" run small.yaml --days 4 --quiet --out out"), 6);
    expect_said("gnuplot");
    expect_no_process_left("gnuplot");
    expect_files("bin mine.yaml small.yaml ");
}

static void a_slow_gnuplot_is_waited_for(void **unused)
{
    (void)unused;
    write_gnuplot("#!/bin/sh\nsleep 1; PATH=${PATH#*:} exec gnuplot \"$@\"\n");
    assert_int_equal(shell(CHARTS), 0);
    step("test -s out/charts/line.svg");
}

/* --- clocks ---------------------------------------------------------------------------------------------- */

static void a_clock_that_jumps_changes_nothing(void **unused)
{
    (void)unused;
    assert_int_equal(end_of("", "run small.yaml --days 4 --out want").code, 0);
    assert_int_equal(end_of("FAULT_CLOCK=1", "run small.yaml --days 4 --out out").code, 0);
    step("diff -r -x '*.pdf' out want && rm -rf out");
    struct ending ending = end_of("FAULT_CLOCK=2", "run small.yaml --days 4 --out out");
    if (ending.code != 0 && (ending.code != 6 || !*ending.told))
        fail_msg("%d: %s", ending.code, ending.told);
    expect_no_process_left("with jumping clocks");
    expect_nothing_hidden("with jumping clocks");
    ending = end_of("FAULT_CLOCK=2", "optimize small.yaml --time-at-most 1 --days-at-most 500 --format json");
    if (ending.code != 0 && ending.code != 5 && ending.code != 4)
        fail_msg("optimize: %d: %s", ending.code, ending.told);
}

/* --- links ----------------------------------------------------------------------------------------------- */

/* Whoever may write beside the results swaps what is there for a link, as fast as he can. */
static void a_link_put_in_place_meanwhile_is_never_followed(void **unused)
{
    (void)unused;
    step("mkdir victim && echo 1 >victim/one && cp -r victim kept");
    step("(while [ ! -e stop ]; do ln -sfn victim out; rm -f out; ln -sfn \"$PWD/victim\" .out.partial-1; rm -f .out.partial-1; done) 2>/dev/null &"
         " i=0; while [ $i -lt 40 ]; do timeout 20 \"$SAMOVAR\" " RUN " --force >/dev/null 2>told; c=$?; [ $c = 0 ] || [ $c = 6 ] || exit 1;"
         " rm -rf out; i=$((i + 1)); done; touch stop; wait; diff -r victim kept");
    step("rm -f out; ls -A | grep -v '^[.]out.partial-1$' | grep '^[.]' && exit 1; exit 0");
}

static void a_path_that_leads_through_links_or_up_stays_the_users_own(void **unused)
{
    (void)unused;
    step("mkdir -p far/away && ln -s far near");
    step("\"$SAMOVAR\" run small.yaml --days 4 --quiet --no-charts --out near/away/out && test -s far/away/out/summary.json");
    step("\"$SAMOVAR\" run small.yaml --days 4 --quiet --no-charts --out far/away/../up && test -s far/up/summary.json");
    assert_int_equal(shell("\"$SAMOVAR\" run small.yaml --days 4 --quiet --no-charts --out far/.."), 6);
    /* a result directory whose parts are links to elsewhere: what they lead to stays */
    step("mkdir target && echo 1 >target/one && mv far/up out && rm -f out/days.csv && ln -s \"$PWD/target\" out/charts && ln -s \"$PWD/target/one\" out/days.csv");
    step("\"$SAMOVAR\" run small.yaml --days 4 --quiet --no-charts --out out --force && test \"$(cat target/one)\" = 1 && test ! -L out/days.csv");
    step("mkdir fake && ln -s \"$PWD/out/manifest.json\" fake/manifest.json");
    assert_int_equal(shell("\"$SAMOVAR\" run small.yaml --days 4 --quiet --no-charts --out fake --force"), 6);
    expect_said("`fake` exists and holds what samovar didn't write");
}

/* A report is written into a directory that may be somebody else's. */
static void a_report_writes_through_no_link(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" " RUN " && echo mine >mine.txt && for f in html md docx; do ln -s \"$PWD/mine.txt\" out/report.$f; done");
    step("\"$SAMOVAR\" report out --quiet && test \"$(cat mine.txt)\" = mine && test ! -L out/report.html && test ! -L out/report.md");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define in_small(test) cmocka_unit_test_setup_teardown(test, enter_small, clear_away)
        in_small(a_signal_at_any_moment_ends_it_cleanly),
        in_small(a_signal_while_charts_are_drawn_leaves_no_gnuplot),
        in_small(a_closed_pipe_ends_every_format_without_a_crash),
        in_small(a_closed_stderr_changes_neither_code_nor_results),
        in_small(a_full_disk_leaves_nothing_on_it),
        in_small(a_directory_that_vanishes_is_told),
        in_small(one_byte_at_a_time_gets_there_too),
        in_small(a_gnuplot_that_dies_half_way_leaves_nothing),
        in_small(a_slow_gnuplot_is_waited_for),
        in_small(a_clock_that_jumps_changes_nothing),
        in_small(a_link_put_in_place_meanwhile_is_never_followed),
        in_small(a_path_that_leads_through_links_or_up_stays_the_users_own),
        in_small(a_report_writes_through_no_link),
    };
    return cmocka_run_group_tests(tests, enter_faults, NULL);
}
