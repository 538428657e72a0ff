/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What results may not depend on: threads, repetition, surroundings; and what memory may not: days. */
#include "tests/cli/workplace.h"

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char **environ;

/* Sanitizers and valgrind are ten times slower and use memory of their own. */
static bool is_brief(void)
{
    return getenv("SAMOVAR_TEST_BRIEF") != NULL;
}

/* No multiple of any block size. */
static const char *days(void)
{
    return is_brief() ? "37" : "523";
}

/* Runs every shipped scenario into FOLDER/name. */
static void run_all(const char *folder, const char *options)
{
    if (shell("for s in \"$ROOT\"/scenarios/*.yaml; do"
              " \"$SAMOVAR\" run \"$s\" --days %s --quiet --out %s/$(basename \"$s\" .yaml) %s || exit; done",
              days(), folder, options) != 0)
        fail_msg("%s: %s", options, said);
}

static void expect_same(const char *one, const char *other)
{
    if (shell("diff -rq %s %s", one, other) != 0)
        fail_msg("%s", said);
}

static void shipped_scenarios_give_the_same_bytes_with_any_number_of_threads(void **unused)
{
    (void)unused;
    run_all("one", "--no-charts --threads 1");
    run_all("two", "--no-charts --threads 2");
    run_all("eight", "--no-charts --threads 8");
    expect_same("one", "two");
    expect_same("one", "eight");
    step("test $(ls one | wc -l) -ge 2 && test $(ls one/* | grep -c summary.json) -ge 2");
}

static void long_days_of_plain_queues_give_the_same_bytes_too(void **unused)
{
    (void)unused;
    for (int threads = 1; threads <= 8; threads += 7)
        assert_int_equal(shell("for s in mm3 erlang-a rush-hour-3-patience; do"
                               " \"$SAMOVAR\" run \"$ROOT\"/scenarios/verification/$s.yaml --days %s --quiet"
                               " --no-charts --threads %d --out %d/$s || exit; done",
                               is_brief() ? "5" : "41", threads, threads), 0);
    expect_same("1", "8");
}

/* How many days it takes is a result as well. */
static void a_run_to_a_precision_ends_on_the_same_day(void **unused)
{
    const char *precision = is_brief() ? "5%" : "2%";
    (void)unused;

    for (int threads = 1; threads <= 8; threads += 7)
        assert_int_equal(shell("\"$SAMOVAR\" run mine.yaml --precision %s --threads %d --quiet --no-charts --out %d",
                               precision, threads, threads), 0);
    expect_same("1", "8");
}

/* PDFs too: their date of creation is always the same. */
static void charts_are_the_same_whenever_and_with_any_number_of_threads(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run mine.yaml --days 60 --threads 1 --quiet --out one");
    step("sleep 1.1; \"$SAMOVAR\" run mine.yaml --days 60 --threads 8 --quiet --out eight");
    expect_same("one", "eight");
    step("test $(ls one/charts/*.pdf | wc -l) -ge 5 && \"$SAMOVAR\" plot one --quiet");
    step("for p in one/charts/*.pdf; do cmp $p eight/charts/${p##*/} || exit; done");
}

static void the_same_command_gives_the_same_bytes_again(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run mine.yaml --days 99 --no-charts --out one >table");
    step("mkdir -p else && cp mine.yaml else && cd else && LC_ALL=zh_CN.UTF-8 TZ=Asia/Shanghai LC_NUMERIC=de_DE.UTF-8"
         " OMP_NUM_THREADS=3 COLUMNS=30 TERM=dumb \"$SAMOVAR\" run mine.yaml --days 99 --no-charts --out two >table");
    expect_same("one", "else/two");
    expect_same("table", "else/table");
}

static void comments_and_the_order_of_keys_change_nothing(void **unused)
{
    (void)unused;
    step("{ sed -n '/^costs:/p;/^drinks:/,/^$/p' mine.yaml; sed '/^costs:/d;/^drinks:/,/^$/d;s/#.*//' mine.yaml; } >moved.yaml");
    assert_int_equal(shell("cmp -s mine.yaml moved.yaml"), 1);
    step("for s in mine moved; do \"$SAMOVAR\" run $s.yaml --days 99 --no-charts --quiet --out $s; done");
    step("diff -rq -x manifest.json mine moved");
}

static void a_single_day_is_the_row_of_the_run(void **unused)
{
    (void)unused;
    assert_int_equal(shell("\"$SAMOVAR\" run mine.yaml --days 301 --threads 2 --no-charts --quiet --out out"), 0);
    step("for n in 0 1 2 127 128 255 256 300; do \"$SAMOVAR\" run mine.yaml --day $n >day || exit;"
         " sed -n \"1p;$((n + 2))p\" out/days.csv | cmp - day || exit; done");
    step("\"$SAMOVAR\" run mine.yaml --day 77 --seed 5 >day; sed -n 79p out/days.csv >row; tail -n 1 day >same");
    assert_int_equal(shell("cmp -s row same"), 1);
}

/* Fewer days are the beginning of more. */
static void a_shorter_run_is_the_beginning_of_a_longer_one(void **unused)
{
    (void)unused;
    step("for n in 10 200; do \"$SAMOVAR\" run mine.yaml --days $n --no-charts --quiet --out $n; done");
    step("head -n 11 200/days.csv | cmp - 10/days.csv");
}

static void another_seed_gives_other_figures(void **unused)
{
    (void)unused;
    step("for s in 1 2 4294967297 18446744073709551615; do"
         " \"$SAMOVAR\" run mine.yaml --days 50 --seed $s --no-charts --quiet --out $s; done");
    step("test $(md5sum */days.csv | cut -d' ' -f1 | sort -u | wc -l) -eq 4");
    step("test $(md5sum */summary.csv | cut -d' ' -f1 | sort -u | wc -l) -eq 4");
    step("\"$SAMOVAR\" run mine.yaml --days 50 --no-charts --quiet --out usual");
    expect_same("1", "usual");
}

static void another_layout_keeps_the_residents(void **unused)
{
    (void)unused;
    step("for l in one-gate gate-and-garage; do"
         " \"$SAMOVAR\" run mine.yaml --days 60 --layout $l --no-charts --quiet --out $l; done");
    step("for l in *-gate gate-*; do cut -d, -f1-4 $l/days.csv >$l.wanted; done");
    expect_same("one-gate.wanted", "gate-and-garage.wanted");
    assert_int_equal(shell("cmp -s one-gate/days.csv gate-and-garage/days.csv"), 1);
}

/* Peak memory of a run of so many days, in kB. */
static long memory_of(const char *n_days)
{
    char program[PATH_MAX];
    char *arguments[] = {program, "run", "mine.yaml", "--days", (char *)n_days, "--threads", "2",
                         "--no-charts", "--quiet", "--out", "out", "--force", NULL};
    struct rusage usage;
    pid_t pid;
    int status;

    snprintf(program, sizeof program, "%s", getenv("SAMOVAR"));
    assert_int_equal(posix_spawn(&pid, program, NULL, NULL, arguments, environ), 0);
    assert_int_equal(wait4(pid, &status, 0, &usage), pid);
    assert_int_equal(status, 0);
    return usage.ru_maxrss;
}

/* Up to some 2,000 days the series of all are kept, for the bands of the charts. */
static void memory_does_not_grow_with_the_days(void **unused)
{
    (void)unused;
    if (is_brief())
        skip();
    long some_kb = memory_of("2500"), many_kb = memory_of("20000");
    expect_between((double)many_kb, 1000, 40 * 1024);
    expect_between((double)many_kb, 0, 1.1 * (double)some_kb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(shipped_scenarios_give_the_same_bytes_with_any_number_of_threads),
        in_workplace(long_days_of_plain_queues_give_the_same_bytes_too),
        in_workplace(a_run_to_a_precision_ends_on_the_same_day),
        in_workplace(charts_are_the_same_whenever_and_with_any_number_of_threads),
        in_workplace(the_same_command_gives_the_same_bytes_again),
        in_workplace(comments_and_the_order_of_keys_change_nothing),
        in_workplace(a_single_day_is_the_row_of_the_run),
        in_workplace(a_shorter_run_is_the_beginning_of_a_longer_one),
        in_workplace(another_seed_gives_other_figures),
        in_workplace(another_layout_keeps_the_residents),
        in_workplace(memory_does_not_grow_with_the_days),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
