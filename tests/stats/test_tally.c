/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/tally.h"
#include "random/draw.h"
#include "tests/support/expect.h"

static const struct draw_key KEY = {20240117, 0, 0};

static void a_small_sample_has_its_closed_form(void **unused)
{
    const double x[] = {2, 4, 4, 4, 5, 5, 7, 9};
    struct tally tally = {0};
    (void)unused;

    for (int i = 0; i < 8; i++)
        tally_add(&tally, x[i]);
    assert_int_equal(tally.n, 8);
    expect_near(tally.mean, 5, 1e-15);
    expect_near(tally_variance(&tally), 32.0 / 7, 1e-15);
    expect_near(tally.least, 2, 0);
    expect_near(tally.greatest, 9, 0);
}

static void extremes_of_values_of_one_sign_are_not_zero(void **unused)
{
    struct tally low = {0}, high = {0};
    (void)unused;

    tally_add(&low, -3);
    tally_add(&low, -5);
    tally_add(&high, 8);
    expect_near(low.greatest, -3, 0);
    expect_near(high.least, 8, 0);
}

static void nothing_and_one_value_have_no_variance(void **unused)
{
    struct tally tally = {0};
    (void)unused;

    expect_near(tally_variance(&tally), 0, 0);
    tally_add(&tally, 7);
    expect_near(tally_variance(&tally), 0, 0);
    expect_near(tally.mean, 7, 0);
}

/* The textbook sum of squares would lose all digits here. */
static void a_great_offset_costs_no_digits(void **unused)
{
    struct tally tally = {0};
    (void)unused;

    for (int i = 0; i < 10000; i++)
        tally_add(&tally, 1e9 + i % 2);
    expect_near(tally_variance(&tally), 0.25 * 10000 / 9999, 1e-9);
}

static void merging_any_parts_is_adding_all(void **unused)
{
    (void)unused;
    for (int cut = 0; cut <= 100; cut += 10) {
        struct tally all = {0}, left = {0}, right = {0};
        for (int i = 0; i < 100; i++) {
            double x = 50 * draw_u01(KEY, (uint32_t)i, 0) - 10;
            tally_add(&all, x);
            tally_add(i < cut ? &left : &right, x);
        }
        tally_merge(&left, &right);
        assert_int_equal(left.n, 100);
        expect_near(left.mean, all.mean, 1e-13);
        expect_near(left.squares, all.squares, 1e-13);
        expect_near(left.least, all.least, 0);
        expect_near(left.greatest, all.greatest, 0);
    }
}

static void pairs_have_their_closed_form(void **unused)
{
    const double x[] = {1, 2, 3, 4}, y[] = {2, 3, 7, 8};
    struct pair_tally tally = {0};
    (void)unused;

    for (int i = 0; i < 4; i++)
        pair_tally_add(&tally, x[i], y[i]);
    expect_near(tally.mean_x, 2.5, 1e-15);
    expect_near(tally.mean_y, 5, 1e-15);
    expect_near(tally.xx, 5, 1e-15);
    expect_near(tally.yy, 26, 1e-15);
    expect_near(tally.xy, 11, 1e-15);
}

static void merging_any_parts_of_pairs_is_adding_all(void **unused)
{
    (void)unused;
    for (int cut = 0; cut <= 100; cut += 10) {
        struct pair_tally all = {0}, left = {0}, right = {0};
        for (int i = 0; i < 100; i++) {
            double x = draw_u01(KEY, (uint32_t)i, 0), y = 3 * x + draw_u01(KEY, (uint32_t)i, 1);
            pair_tally_add(&all, x, y);
            pair_tally_add(i < cut ? &left : &right, x, y);
        }
        pair_tally_merge(&left, &right);
        assert_int_equal(left.n, 100);
        expect_near(left.mean_x, all.mean_x, 1e-13);
        expect_near(left.mean_y, all.mean_y, 1e-13);
        expect_near(left.xx, all.xx, 1e-13);
        expect_near(left.yy, all.yy, 1e-13);
        expect_near(left.xy, all.xy, 1e-13);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_sample_has_its_closed_form),
        cmocka_unit_test(extremes_of_values_of_one_sign_are_not_zero),
        cmocka_unit_test(nothing_and_one_value_have_no_variance),
        cmocka_unit_test(a_great_offset_costs_no_digits),
        cmocka_unit_test(merging_any_parts_is_adding_all),
        cmocka_unit_test(pairs_have_their_closed_form),
        cmocka_unit_test(merging_any_parts_of_pairs_is_adding_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
