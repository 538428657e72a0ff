/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every scenario in scenarios/verification/ against the theory in its expect: block. */
#include "experiment/run.h"
#include "tests/support/expect.h"

#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What one file comes to: the worst distance from theory in half-widths, the widest half-width as a share
 * of the value. */
struct verdict {
    double off, width;
};

static struct verdict verify(const char *path, int n_sets, const char *const set[], double days_factor, bool off_by_one)
{
    struct reader *reader;
    struct reader_options how = {.n_sets = n_sets, .set = set};
    struct scenario scenario;
    struct study study;
    struct summary summary;
    struct verdict verdict = {0, 0};

    assert_int_equal(reader_open(path, &how, &reader), OK);
    assert_int_equal(scenario_bind(reader, &scenario), OK);
    if (reader_faults(reader))
        reader_print_faults(reader, stdout);
    assert_int_equal(reader_faults(reader), 0);
    if (off_by_one)
        ((struct station_plan *)scenario_layout(&scenario, 0)->station.item)->staff++;
    assert_int_equal(study_open(reader, &scenario, 0, &study), OK);
    struct run_options options = {.seed = 1, .days = (int)(scenario.verify_days * days_factor), .confidence = 0.9999};
    assert_int_equal(run(&study, &options, &summary), OK);
    assert_true(scenario.expect.n > 0);
    for (int i = 0; i < scenario.expect.n; i++) {
        const struct share *expected = &scenario.expect.item[i];
        int kpi = kpi_find(expected->of.name);
        assert_true(kpi >= 0);
        struct interval got = *summary_kpi(&summary, 0, kpi);
        double width = got.half_width / fabs(expected->share), off = fabs(got.mean - expected->share) / got.half_width;
        if (getenv("SAMOVAR_SHOW"))
            printf("%-60s %-16s days %7d want %12.6g got %12.6g ± %.2f %%  off %.2f\n", path, expected->of.name, summary.days, expected->share,
                   got.mean, 100 * width, off);
        verdict.width = fmax(verdict.width, width);
        verdict.off = fmax(verdict.off, off);
    }
    assert_true(summary.worst_little_error < 1e-9);
    summary_free(&summary);
    reader_free(reader);
    return verdict;
}

static bool brief(void)
{
    return getenv("SAMOVAR_TEST_BRIEF") != NULL;
}

/* The seed is fixed, so this can't flicker; the wide level lets nearly any seed pass. */
static void every_scenario_agrees_with_theory_within_one_percent(void **unused)
{
    glob_t files;

    (void)unused;
    assert_int_equal(glob("scenarios/verification/*.yaml", 0, NULL, &files), 0);
    assert_true(files.gl_pathc >= 15);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct verdict verdict = verify(files.gl_pathv[i], 0, NULL, brief() ? 0.02 : 1, false);
        fflush(stdout);
        if (getenv("SAMOVAR_SHOW") && verdict.off <= 1)
            continue;
        if (verdict.off > 1 || (!brief() && verdict.width > 0.01))
            fail_msg("%s: %.2f half-widths from theory, half-width %.2f %%", files.gl_pathv[i], verdict.off, 100 * verdict.width);
    }
    globfree(&files);
}

static void service_two_percent_longer_is_caught(void **unused)
{
    static const char *const set[] = {"service.greet=x1.02"};
    (void)unused;
    assert_true(verify("scenarios/verification/mm3.yaml", 1, set, 0.5, false).off > 1);
}

static void one_server_more_is_caught(void **unused)
{
    (void)unused;
    assert_true(verify("scenarios/verification/mm3.yaml", 0, NULL, 0.1, true).off > 1);
}

/* From empty, an M/M/1 at 90 % load takes hours to fill: a day that counts them waits too short. The steady
 * windows of the files are so long that they wouldn't show it. */
static void an_ignored_warm_up_is_caught(void **unused)
{
    static const char *const kept[] = {"window={from: 00:00, lasts: 30 h}", "warm-up=24 h", "verify-days=3000"};
    static const char *const ignored[] = {"window={from: 00:00, lasts: 30 h}", "warm-up=0 s", "verify-days=3000"};
    (void)unused;
    assert_true(verify("scenarios/verification/mm1-rho-09.yaml", 3, kept, 1, false).off < 1);
    assert_true(verify("scenarios/verification/mm1-rho-09.yaml", 3, ignored, 1, false).off > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scenario_agrees_with_theory_within_one_percent),
        cmocka_unit_test(service_two_percent_longer_is_caught),
        cmocka_unit_test(one_server_more_is_caught),
        cmocka_unit_test(an_ignored_warm_up_is_caught),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
