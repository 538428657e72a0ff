/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/histogram.h"
#include "random/distribution.h"
#include "random/draw.h"
#include "tests/support/expect.h"

#include <math.h>
#include <stdlib.h>

enum { MANY = 20000 };

static void every_cell_holds_its_lower_edge_and_not_its_upper(void **unused)
{
    (void)unused;
    for (int cell = 0; cell < HISTOGRAM_CELLS; cell++) {
        double low = histogram_edge(cell), high = histogram_edge(cell + 1);
        assert_int_equal(histogram_cell(low), cell);
        assert_int_equal(histogram_cell(nextafter(high, 0)), cell);
        expect_between(high - low, 1e-300, fmax(1, low / 32));
    }
}

static void values_beyond_the_ends_fall_in_the_end_cells(void **unused)
{
    (void)unused;
    assert_int_equal(histogram_cell(-5), 0);
    assert_int_equal(histogram_cell(histogram_edge(HISTOGRAM_CELLS)), HISTOGRAM_CELLS - 1);
    assert_int_equal(histogram_cell(1e300), HISTOGRAM_CELLS - 1);
    assert_int_equal(histogram_cell(HUGE_VAL), HISTOGRAM_CELLS - 1);
    expect_near(histogram_edge(HISTOGRAM_CELLS), 0x1p24, 0);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void fill(double x[MANY], uint64_t count[HISTOGRAM_CELLS])
{
    struct distribution d = distribution_of(DIST_LOGNORMAL, 900, 2, 0);
    struct draw_key key = {31, 0, 0};

    for (int i = 0; i < MANY; i++) {
        x[i] = distribution_quantile(&d, draw_u01(key, (uint32_t)i, 0));
        count[histogram_cell(x[i])]++;
    }
    qsort(x, MANY, sizeof *x, by_size);
}

static void quantiles_lie_within_a_cell_of_the_samples(void **unused)
{
    static double x[MANY];
    uint64_t count[HISTOGRAM_CELLS] = {0};
    (void)unused;

    fill(x, count);
    for (int k = 1; k < 1000; k++) {
        double exact = x[k * MANY / 1000 - 1];
        expect_within(histogram_quantile(count, k / 1000.0), exact, fmax(1, exact / 32));
    }
    expect_near(histogram_quantile(count, 0), histogram_edge(histogram_cell(x[0])), 1e-15);
    expect_near(histogram_quantile(count, 1), histogram_edge(histogram_cell(x[MANY - 1]) + 1),
                1e-15);
}

static void the_share_below_inverts_the_quantile(void **unused)
{
    static double x[MANY];
    uint64_t count[HISTOGRAM_CELLS] = {0};
    (void)unused;

    fill(x, count);
    for (int k = 1; k < 1000; k++)
        expect_near(histogram_below(count, histogram_quantile(count, k / 1000.0)), k / 1000.0,
                    1e-12);
    expect_near(histogram_below(count, 0), 0, 0);
    expect_near(histogram_below(count, 0x1p24), 1, 0);
}

static void within_a_cell_the_share_grows_in_a_line(void **unused)
{
    uint64_t count[HISTOGRAM_CELLS] = {0};
    (void)unused;

    count[10] = 30;
    count[20] = 10;
    expect_near(histogram_below(count, 10.5), 0.375, 1e-15);
    expect_near(histogram_below(count, 15), 0.75, 1e-15);
    expect_near(histogram_quantile(count, 0.375), 10.5, 1e-15);
    expect_near(histogram_quantile(count, 0.875), 20.5, 1e-15);
}

static void no_counts_give_zero_and_one(void **unused)
{
    uint64_t count[HISTOGRAM_CELLS] = {0};
    (void)unused;

    expect_near(histogram_quantile(count, 0.5), 0, 0);
    expect_near(histogram_below(count, 5), 1, 0);
}

static void merging_adds_every_cell_beyond_32_bits(void **unused)
{
    static uint64_t into[HISTOGRAM_CELLS];
    static struct histogram day;
    (void)unused;

    for (int cell = 0; cell < HISTOGRAM_CELLS; cell++)
        day.count[cell] = UINT32_MAX - (uint32_t)cell;
    histogram_merge(into, day.count);
    histogram_merge(into, day.count);
    for (int cell = 0; cell < HISTOGRAM_CELLS; cell++)
        assert_true(into[cell] == 2 * ((uint64_t)UINT32_MAX - (uint64_t)cell));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cell_holds_its_lower_edge_and_not_its_upper),
        cmocka_unit_test(values_beyond_the_ends_fall_in_the_end_cells),
        cmocka_unit_test(quantiles_lie_within_a_cell_of_the_samples),
        cmocka_unit_test(the_share_below_inverts_the_quantile),
        cmocka_unit_test(within_a_cell_the_share_grows_in_a_line),
        cmocka_unit_test(no_counts_give_zero_and_one),
        cmocka_unit_test(merging_adds_every_cell_beyond_32_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
