/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar verify: theory beside simulation, from what the program holds or from files. */
#include "tests/cli/workplace.h"

#include <jansson.h>
#include <math.h>
#include <sys/resource.h>

#define QUICK "\"$ROOT/scenarios/verification/lift-loads.yaml\" \"$ROOT/scenarios/verification/md1.yaml\""

/* Of all that was started, on all cores. */
static double cpu_s(void)
{
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1e-6 * (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

static bool brief(void)
{
    return getenv("SAMOVAR_TEST_BRIEF") != NULL;
}

/* The program holds them: a copy of it alone has them all. Time is counted as work, since the machine may be
 * busy with something else; a sanitized build takes longer than is promised. */
static void every_shipped_scenario_is_verified_within_twenty_seconds(void **unused)
{
    double start_s = cpu_s();
    json_t *one;
    size_t i, figures = 0;

    (void)unused;
    if (brief())
        skip();
    step("cp \"$SAMOVAR\" alone && ./alone verify --threads 2 --format json >told.json");
    assert_true(cpu_s() - start_s < 2 * 20);
    json_t *all = json_load_file("told.json", JSON_REJECT_DUPLICATES, NULL), *list = json_object_get(all, "scenarios");
    step("ls \"$ROOT\"/scenarios/verification/*.yaml | wc -l");
    assert_int_equal(json_array_size(list), strtol(said, NULL, 10));
    assert_string_equal(json_string_value(json_object_get(all, "verdict")), "ok");
    json_array_foreach(list, i, one)
        figures += json_object_size(json_object_get(one, "kpi"));
    assert_true(figures > 2 * json_array_size(list));
    json_decref(all);
}

static void a_wrong_expectation_is_told_and_ends_with_5(void **unused)
{
    (void)unused;
    step("sed 's/wait_mean_s: 120/wait_mean_s: 132/' \"$ROOT/scenarios/verification/md1.yaml\" >wrong.yaml && grep -q 132 wrong.yaml");
    expect_end(0, "verify " QUICK, "all 4 figures of 2 scenarios are what theory says, at 99.99 % confidence each");
    expect_end(5, "verify " QUICK " wrong.yaml", "1 of 6 figures differs from theory");
    expect_said("DIFFERS");
    expect_end(5, "verify wrong.yaml --quiet", "samovar: 1 of 2 figures differs from theory");
    expect_end(5, "verify wrong.yaml --format csv", "wait_mean_s,s,132,");
    expect_said(",differs\n");
    expect_end(5, "verify wrong.yaml --lang zh", "2 个数字中有 1 个与理论不符");
    expect_end(0, "verify " QUICK " --lang zh", "按电梯批次到达，80 天");
    step("sed 's/expect:.*/expect: {wait_mean_s: 120, line_mean: 1.5}/' \"$ROOT/scenarios/verification/md1.yaml\" >other.yaml");
    expect_end(5, "verify other.yaml wrong.yaml", "2 of 4 figures differ from theory");
}

static void a_service_two_percent_longer_is_caught(void **unused)
{
    (void)unused;
    step("sed 's/greet: 1 min/greet: 61.2 s/' \"$ROOT/scenarios/verification/md1.yaml\" >longer.yaml && grep -q 61.2 longer.yaml");
    expect_end(5, "verify longer.yaml", "2 of 2 figures differ from theory");
}

static void it_says_the_same_for_any_number_of_threads(void **unused)
{
    (void)unused;
    step("for t in 1 3; do \"$SAMOVAR\" verify " QUICK " --threads $t --seed 7 --format csv >t$t || exit 1; done; cmp t1 t3");
    step("\"$SAMOVAR\" verify " QUICK " --seed 8 --format csv >t8; ! cmp -s t1 t8");
    expect_end(0, "verify " QUICK " --quiet", "");
    assert_string_equal(said, "");
}

static void what_has_nothing_to_be_held_to_is_refused(void **unused)
{
    (void)unused;
    expect_end(3, "verify mine.yaml", "has no expect: block to be held to");
    expect_end(6, "verify missing.yaml", "missing.yaml: there is no such file");
    write_file("bad.yaml", "samovar: 1\nnam: x\n");
    expect_end(3, "verify bad.yaml", "bad.yaml:2:1: unknown key `nam`");
}

static void an_interrupted_one_says_what_was_found_so_far(void **unused)
{
    (void)unused;
    step("sed 's/^verify-days:.*/verify-days: 10000000/' \"$ROOT/scenarios/verification/md1.yaml\" >long.yaml");
    int code = shell("\"$SAMOVAR\" verify " QUICK " long.yaml & p=$!; sleep %d; kill -INT $p; wait $p", brief() ? 20 : 3);
    assert_int_equal(code, 130);
    expect_said("interrupted: the 4 figures of 2 scenarios so far are what theory says");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(every_shipped_scenario_is_verified_within_twenty_seconds),
        in_workplace(a_wrong_expectation_is_told_and_ends_with_5),
        in_workplace(a_service_two_percent_longer_is_caught),
        in_workplace(it_says_the_same_for_any_number_of_threads),
        in_workplace(what_has_nothing_to_be_held_to_is_refused),
        in_workplace(an_interrupted_one_says_what_was_found_so_far),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
