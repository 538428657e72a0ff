/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario/sample.h"

static const struct mark here = {"s.yaml", 1, 1};

static struct reader *open_scene(void)
{
    sample_write("s.yaml", "title: x\n");
    return sample_open_with("s.yaml", 0, NULL);
}

static void expect_numbers(const char *csv, const char *column, int n, const double want[])
{
    struct reader *reader = open_scene();
    double *values;
    int got;

    sample_write("log.csv", csv);
    assert_int_equal(reader_csv_column(reader, here, "log.csv", column, &got, &values), OK);
    assert_int_equal(reader_faults(reader), 0);
    assert_int_equal(got, n);
    for (int i = 0; i < n; i++)
        expect_near(values[i], want[i], 0);
    reader_free(reader);
}

static void expect_refused(const char *csv, const char *column, const char *sentence)
{
    struct reader *reader = open_scene();
    char want[256];
    double *values;
    int n;

    sample_write("log.csv", csv);
    assert_int_equal(reader_csv_column(reader, here, "log.csv", column, &n, &values), OK);
    assert_int_equal(n, 0);
    snprintf(want, sizeof want, "s.yaml:1:1: %s\n  title: x\n  ^\n", sentence);
    sample_expect_faults_of(reader, want);
}

static void a_column_is_found_by_its_name(void **unused)
{
    (void)unused;
    expect_numbers("who,wait_s,note\na,1.5,x\nb,-2e1,\nc,,\nd, 3 ,y", "wait_s", 3, (double[]){1.5, -20, 3});
}

static void quotes_separators_and_line_ends_are_understood(void **unused)
{
    (void)unused;
    expect_numbers("\xEF\xBB\xBFwait;\"a;b\"\r\n1;\"x\"\"\n;y\"\r\n2;z\r\n", "wait", 2, (double[]){1, 2});
    expect_numbers("a\twait\nx\t4\n", "wait", 1, (double[]){4});
    expect_numbers("\"a, b\",wait\n\"1,2\",\"7\"\n", "wait", 1, (double[]){7});
}

static void what_is_wrong_with_a_csv_is_said(void **unused)
{
    (void)unused;
    expect_refused("who,wait_s\na,1\n", "wait", "`log.csv` has no column `wait`; did you mean `wait_s`?");
    expect_refused("wait\n1\nsoon\n", "wait", "`log.csv`, row 3: `soon` isn't a number");
    expect_refused("wait\n0x10\n", "wait", "`log.csv`, row 2: `0x10` isn't a number");
    expect_refused("wait\nnan\n", "wait", "`log.csv`, row 2: `nan` isn't a number");
    expect_refused("wait\n1e999\n", "wait", "`log.csv`, row 2: `1e999` isn't a number");
    expect_refused("wait\n", "wait", "`log.csv` has no values in this column");
    expect_refused("", "wait", "`log.csv` has no column `wait`");
}

static void clock_times_may_have_dates(void **unused)
{
    struct reader *reader = open_scene();
    double *values;
    int n;

    (void)unused;
    sample_write("log.csv", "at\n07:45\n2024-03-01 07:45:10\n2024-03-01T7:46:30.5\n");
    assert_int_equal(reader_csv_clock(reader, here, "log.csv", "at", &n, &values), OK);
    assert_int_equal(n, 3);
    expect_near(values[0], 27900, 0);
    expect_near(values[1], 27910, 0);
    expect_near(values[2], 27990.5, 0);
    sample_write("log.csv", "at\n07:65\n");
    assert_int_equal(reader_csv_clock(reader, here, "log.csv", "at", &n, &values), OK);
    sample_expect_faults_of(reader, "s.yaml:1:1: `log.csv`, row 2: `07:65` isn't a time, as in 07:45\n"
                                    "  title: x\n  ^\n");
}

static void an_empirical_distribution_takes_its_unit_from_the_column(void **unused)
{
    static const char *const texts[] = {"empirical(log.csv, wait_min)", "empirical(log.csv, wait [min])",
                                        "empirical( log.csv , plain ) min"};
    char yaml[96];
    struct sample s;

    (void)unused;
    sample_write("log.csv", "wait_min,wait [min],plain\n3,3,3\n1,1,1\n");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        snprintf(yaml, sizeof yaml, "service: \"%s\"\n", texts[i]);
        struct reader *reader = sample_read(yaml, &s);
        assert_int_equal(reader_faults(reader), 0);
        assert_int_equal(s.service.family, DIST_EMPIRICAL);
        assert_int_equal(s.service.n_points, 2);
        expect_near(s.service.point[0].value, 60, 0);
        expect_near(s.service.point[1].value, 180, 0);
        expect_near(s.service.point[1].share, 0.5, 0);
        reader_free(reader);
    }
}

static uint64_t hash_with(const char *csv)
{
    struct sample s;

    sample_write("log.csv", csv);
    struct reader *reader = sample_read("service: empirical(log.csv, wait_s)\n", &s);
    assert_int_equal(reader_bind(reader, &sample_table, &s), OK);
    uint64_t hash = reader_hash(reader);
    reader_free(reader);
    return hash;
}

static void the_hash_covers_what_a_csv_holds(void **unused)
{
    (void)unused;
    assert_true(hash_with("wait_s\n1\n") == hash_with("wait_s\n1\n"));
    assert_true(hash_with("wait_s\n1\n") != hash_with("wait_s\n2\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_is_found_by_its_name),
        cmocka_unit_test(quotes_separators_and_line_ends_are_understood),
        cmocka_unit_test(what_is_wrong_with_a_csv_is_said),
        cmocka_unit_test(clock_times_may_have_dates),
        cmocka_unit_test(an_empirical_distribution_takes_its_unit_from_the_column),
        cmocka_unit_test(the_hash_covers_what_a_csv_holds),
    };
    return cmocka_run_group_tests(tests, sample_set_up, sample_tear_down);
}
