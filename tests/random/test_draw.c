/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random/draw.h"
#include "tests/support/expect.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

enum { MANY = 100000, CELLS = 200 };
static const struct draw_key KEY = {UINT64_C(0x9E3779B97F4A7C15), 7, 3};

static double uniform_of_words(uint32_t low, uint32_t high)
{
    double k = floor(((double)high * 0x1p32 + 0) / 4096) + floor(low / 4096.0);
    return k * 0x1p-52 + 0x1p-53;
}

static void gives_the_known_answers_of_random123(void **unused)
{
    struct draw_key zeros = {0, 0, 0}, ones = {UINT64_MAX, UINT32_MAX, UINT32_MAX};
    double even, odd;
    (void)unused;

    assert_true(draw_u01(zeros, 0, 0) == uniform_of_words(0x6627e8d5, 0xe169c58d));
    assert_true(draw_u01(zeros, 0, 1) == uniform_of_words(0xbc57ac4c, 0x9b00dbd8));
    draw_range(ones, UINT32_MAX, UINT32_MAX, 1, &even, &odd);
    assert_true(even == uniform_of_words(0x408f276d, 0x41c83b0e));
    assert_true(odd == uniform_of_words(0xa20bc7c6, 0x6d5451fd));
}

/* Lengths around the vector widths, so that the scalar rest of the loop is met as well. */
static void a_range_has_the_bits_of_single_draws(void **unused)
{
    double even[1000], odd[1000], want_even[1000], want_odd[1000];
    (void)unused;

    for (int n = 0; n <= 1000; n = n < 40 ? n + 1 : 5 * n) {
        draw_range(KEY, 5, UINT32_MAX - 20, n, even, odd);
        for (int i = 0; i < n; i++) {
            want_even[i] = draw_u01(KEY, UINT32_MAX - 20 + (uint32_t)i, 10);
            want_odd[i] = draw_u01(KEY, UINT32_MAX - 20 + (uint32_t)i, 11);
        }
        assert_memory_equal(even, want_even, (size_t)n * sizeof *even);
        assert_memory_equal(odd, want_odd, (size_t)n * sizeof *odd);
    }
}

static void gathered_residents_have_the_bits_of_single_draws(void **unused)
{
    double even[333], odd[333], want_even[333], want_odd[333];
    uint32_t who[333], stream[333];
    (void)unused;

    for (int i = 0; i < 333; i++) {
        who[i] = (uint32_t)i * 2654435761u;
        stream[i] = (uint32_t)i * 40503u;
        struct draw_key key = {KEY.seed, KEY.replication, stream[i]};
        want_even[i] = draw_u01(key, who[i], 2);
        want_odd[i] = draw_u01(key, who[i], 3);
    }
    draw_gather(KEY, 1, 333, who, stream, even, odd);
    assert_memory_equal(even, want_even, sizeof even);
    assert_memory_equal(odd, want_odd, sizeof odd);
}

static void every_draw_and_its_complement_are_exact(void **unused)
{
    (void)unused;
    for (uint32_t i = 0; i < MANY; i++) {
        double u = draw_u01(KEY, i, 4);
        double k = (u - 0x1p-53) * 0x1p52;
        expect_between(u, 0x1p-53, 1 - 0x1p-53);
        assert_true(k == floor(k));
        assert_true(1 - (1 - u) == u);
    }
}

static double chi2_of_counts(const int count[CELLS], int n)
{
    double expected = (double)n / CELLS, sum = 0;
    for (int i = 0; i < CELLS; i++)
        sum += (count[i] - expected) * (count[i] - expected) / expected;
    return sum;
}

/* Two-sided: counts that are too even are as wrong as ones that are too uneven. */
static void expect_uniform(const double u[], int n)
{
    int count[CELLS] = {0};
    for (int i = 0; i < n; i++)
        count[(int)(u[i] * CELLS)]++;
    expect_between(gsl_cdf_chisq_Q(chi2_of_counts(count, n), CELLS - 1), 1e-5, 1 - 1e-5);
}

static void draws_are_uniform_over_residents_replications_streams_and_seeds(void **unused)
{
    static double u[4][MANY], odd[MANY];
    (void)unused;

    draw_range(KEY, 0, 0, MANY, u[0], odd);
    for (uint32_t i = 0; i < MANY; i++) {
        u[1][i] = draw_u01((struct draw_key){KEY.seed, i, 3}, 17, 1);
        u[2][i] = draw_u01((struct draw_key){KEY.seed, 7, i}, 17, 1);
        u[3][i] = draw_u01((struct draw_key){i, 7, 3}, 17, 1);
    }
    for (int i = 0; i < 4; i++)
        expect_uniform(u[i], MANY);
    expect_uniform(odd, MANY);
}

static double correlation(const double u[], const double v[], int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += (u[i] - 0.5) * (v[i] - 0.5);
    return 12 * sum / n;
}

/* Each of the key's fields, moved by one, must give draws that have nothing to do with the old. */
static void neighbouring_keys_are_uncorrelated(void **unused)
{
    static double base[MANY], other[6][MANY];
    const double five_sigma = 5 / sqrt(MANY);
    struct draw_key replication = KEY, stream = KEY, seed = KEY, high = KEY;
    (void)unused;

    replication.replication++;
    stream.stream++;
    seed.seed++;
    high.seed += UINT64_C(1) << 32;
    draw_range(KEY, 0, 0, MANY, base, other[0]);
    for (uint32_t i = 0; i < MANY; i++) {
        other[1][i] = draw_u01(KEY, i + 1, 0);
        other[2][i] = draw_u01(replication, i, 0);
        other[3][i] = draw_u01(stream, i, 0);
        other[4][i] = draw_u01(seed, i, 0);
        other[5][i] = draw_u01(high, i, 0);
    }
    for (int i = 0; i < 6; i++)
        expect_between(correlation(base, other[i], MANY), -five_sigma, five_sigma);
}

/* 20 x 20 cells for the pair of one block: dependence that correlation doesn't see. */
static void the_two_draws_of_a_block_fill_the_square(void **unused)
{
    static double even[MANY], odd[MANY];
    int count[400] = {0};
    double chi2 = 0;
    (void)unused;

    draw_range(KEY, 9, 0, MANY, even, odd);
    for (int i = 0; i < MANY; i++)
        count[20 * (int)(even[i] * 20) + (int)(odd[i] * 20)]++;
    for (int i = 0; i < 400; i++)
        chi2 += (count[i] - MANY / 400.0) * (count[i] - MANY / 400.0) / (MANY / 400.0);
    expect_between(gsl_cdf_chisq_Q(chi2, 399), 1e-5, 1 - 1e-5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_known_answers_of_random123),
        cmocka_unit_test(a_range_has_the_bits_of_single_draws),
        cmocka_unit_test(gathered_residents_have_the_bits_of_single_draws),
        cmocka_unit_test(every_draw_and_its_complement_are_exact),
        cmocka_unit_test(draws_are_uniform_over_residents_replications_streams_and_seeds),
        cmocka_unit_test(neighbouring_keys_are_uncorrelated),
        cmocka_unit_test(the_two_draws_of_a_block_fill_the_square),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
