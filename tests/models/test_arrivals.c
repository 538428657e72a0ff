/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

#include "stats/tally.h"

#include <gsl/gsl_cdf.h>

/* How many want a drink, and when they set out. Seeds are fixed, so nothing flickers; the wide level (99.99 %)
 * lets nearly any seed pass. */

#define Z 3.891 /* normal quantile of 99.99 %, two-sided */
#define TEA "drinks: {tea: {}}\nlayouts: {one: {desk: {staff: 1}}}\n"

/* sum (observed - expected)^2 / expected must be a chi-squared of that many degrees of freedom. */
static void expect_chi_squared(int n, const double observed[], const double expected[], int freedom)
{
    double sum = 0;

    for (int i = 0; i < n; i++)
        sum += (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
    expect_between(gsl_cdf_chisq_Q(sum, freedom), 5e-5, 1 - 5e-5);
}

/* Residents who want a drink, by day. */
static struct tally wanted(const char *yaml, int days)
{
    struct estate estate;
    struct tally tally = {0};

    estate_open(&estate, yaml);
    for (int r = 0; r < days; r++) {
        estate_count(&estate, 7, (uint32_t)r);
        tally_add(&tally, estate_whole(&estate, M_WANTED));
    }
    estate_close(&estate);
    return tally;
}

static void expect_mean(const char *yaml, int days, double mean, double variance)
{
    struct tally tally = wanted(yaml, days);

    expect_within(tally.mean, mean, Z * sqrt(variance / days));
    if (variance > 0) /* of a chi-squared of days - 1; a normal's is within 2 % of it here */
        expect_within(tally_variance(&tally) / variance, 1, 1.3 * Z * sqrt(2.0 / days));
}

#define PEAK(more) "residents: {all: {at: desk, count: 500, departs: [{peak: 07:30, spread: 10 min, share: 80 %}]" more "}}\n"

/* Four fifths leave, 99.73 % of them within three spreads of the peak; of these the uptake wants a drink. */
static void as_many_want_a_drink_as_count_times_share_times_uptake(void **unused)
{
    double p = 0.8 * (gsl_cdf_ugaussian_P(3) - gsl_cdf_ugaussian_P(-3));

    (void)unused;
    expect_mean(TOP PEAK("") TEA, 400, 500 * p, 500 * p * (1 - p));
    p *= 0.35;
    expect_mean(TOP PEAK(", uptake: 35 %") TEA, 400, 500 * p, 500 * p * (1 - p));
}

/* 1.5 % more takers for each of the 9 degrees below the reference, and never more than all, nor less than none. */
static void colder_days_bring_more_takers(void **unused)
{
    double within = 0.8 * (gsl_cdf_ugaussian_P(3) - gsl_cdf_ugaussian_P(-3)), p = within * 0.485;

    (void)unused;
    expect_mean(TOP "air: -4 °C\n" PEAK(", uptake: 35 %, uptake-per-degree: 1.5 %, uptake-reference: 5 °C") TEA, 400, 500 * p, 500 * p * (1 - p));
    expect_mean(TOP "air: -40 °C\n" PEAK(", uptake: 35 %, uptake-per-degree: 2 %") TEA, 400, 500 * within, 500 * within * (1 - within));
    expect_mean(TOP "air: 40 °C\n" PEAK(", uptake: 35 %, uptake-per-degree: 2 %") TEA, 50, 0, 0);
}

static void uptake_is_a_share_whatever_the_weather(void **unused)
{
    struct group group = {.uptake = 0.35, .uptake_per_k = 0.02, .uptake_reference_c = 5};

    (void)unused;
    expect_near(residents_uptake(&group, 5), 0.35, 1e-15);
    expect_near(residents_uptake(&group, -5), 0.55, 1e-15);
    expect_near(residents_uptake(&group, -40), 1, 0);
    expect_near(residents_uptake(&group, 30), 0, 0);
}

/* Days differ in temperature: uptake is linear in it, so its mean stays, and the days' variance adds n (n-1) times
 * that of the uptake: 1.5 % times 3 K, squared. */
static void the_weather_of_the_day_moves_everyone(void **unused)
{
    double p = 0.8 * (gsl_cdf_ugaussian_P(3) - gsl_cdf_ugaussian_P(-3)), u = p * 0.35, sd = p * 0.015 * 3;

    (void)unused;
    expect_mean(TOP "air: normal(0, 3) °C\n" PEAK(", uptake: 35 %, uptake-per-degree: 1.5 %") TEA, 4000, 500 * u,
                500 * u * (1 - u) + 500.0 * 499 * sd * sd - 500 * sd * sd);
}

/* With a multiplier M of mean 1 and variance v: Var = E[n M p (1 - M p)] + Var(n M p) = n p (1 - p) + n (n - 1) p^2 v,
 * however many buildings the group lives in. */
static void days_differ_by_more_than_chance(void **unused)
{
    double p = 0.35 * 0.8 * (gsl_cdf_ugaussian_P(3) - gsl_cdf_ugaussian_P(-3)), v = 0.04;
    double variance = 500 * p * (1 - p) + 500.0 * 499 * p * p * v;

    (void)unused;
    expect_mean(TOP PEAK(", uptake: 35 %, day-to-day: 0.2") TEA, 4000, 500 * p, variance);
    expect_mean(TOP "site: {nodes: {a: {x: 0 m, y: 0 m}, b: {x: 1 m, y: 0 m}}, paths: [[a, b]]}\n"
                    "residents: {all: {from: {a: 30 %, b: 70 %}, to: a, uptake: 35 %, day-to-day: 0.2, count: 500, departs: [{peak: 07:30, spread: 10 min, share: 80 %}]}}\n"
                    "drinks: {tea: {}}\nlayouts: {one: {a: {staff: 1}}}\n", 4000, 500 * p, variance);
}

/* Poisson of mean L M: Var = L + L^2 v. */
static void a_rate_s_days_differ_by_poisson_and_the_multiplier(void **unused)
{
    (void)unused;
    expect_mean(TOP "residents: {all: {at: desk, rate: 60 /h}}\n" TEA, 4000, 60, 60);
    expect_mean(TOP "residents: {all: {at: desk, rate: 60 /h, uptake: 50 %}}\n" TEA, 4000, 30, 30);
    expect_mean(TOP "residents: {all: {at: desk, rate: 60 /h, day-to-day: 0.3}}\n" TEA, 4000, 60, 60 + 3600 * 0.09);
}

/* Each group has its own good and bad days; one group's two buildings share theirs. */
static void groups_have_their_own_good_days_buildings_do_not(void **unused)
{
    enum { DAYS = 4000 };
    struct estate estate;
    struct pair_tally groups = {0}, buildings = {0};

    (void)unused;
    estate_open(&estate, TOP "site: {nodes: {a: {x: 0 m, y: 0 m}, b: {x: 9 m, y: 0 m}, c: {x: 4 m, y: 0 m}}, paths: [[a, c], [b, c]]}\n"
                "residents: {old: {from: {a: 50 %, b: 50 %}, to: c, day-to-day: 0.5, rate: 100 /h}, young: {from: a, to: c, day-to-day: 0.5, rate: 100 /h}}\n"
                "drinks: {tea: {}}\nlayouts: {one: {c: {staff: 1}}}\n");
    for (int r = 0; r < DAYS; r++) {
        double from_a = 0;
        estate_day(&estate, 5, (uint32_t)r);
        for (long i = 0; i < estate.day.visits; i++)
            from_a += estate.visit[i]->stream == 0;
        pair_tally_add(&groups, estate_group(&estate, 0, M_WANTED), estate_group(&estate, 1, M_WANTED));
        pair_tally_add(&buildings, from_a, estate_group(&estate, 0, M_WANTED) - from_a);
    }
    expect_within(groups.xy / sqrt(groups.xx * groups.yy), 0, Z / sqrt(DAYS));
    /* covariance L^2 v = 625 over variance L + L^2 v = 675; sd of a correlation is (1 - r^2) / sqrt(n) or some more */
    expect_within(buildings.xy / sqrt(buildings.xx * buildings.yy), 625 / 675.0, 1.5 * Z * (1 - 0.857) / sqrt(DAYS));
    estate_close(&estate);
}

/* --- when ------------------------------------------------------------------------------------------------- */

enum { BINS = 48 }; /* of 75 s */

/* Counts setting out by bin over some days; what can't be within the window fails. */
static double departures(const char *yaml, int days, double observed[BINS])
{
    struct estate estate;
    double n = 0;

    estate_open(&estate, yaml);
    memset(observed, 0, BINS * sizeof *observed);
    for (int r = 0; r < days; r++) {
        estate_day(&estate, 11, (uint32_t)r);
        for (long i = 0; i < estate.day.visits; i++) {
            double passed_s = estate.visit[i]->sets_out_s - 7 * 3600;
            assert_true(passed_s >= 0 && passed_s <= 3600);
            observed[(int)fmin(passed_s / 75, BINS - 1)]++;
        }
        n += (double)estate.day.visits;
    }
    estate_close(&estate);
    return n;
}

static double two_peaks(double passed_s)
{
    return 0.3 * gsl_cdf_ugaussian_P((passed_s - 900) / 420) + 0.6 * gsl_cdf_ugaussian_P((passed_s - 2700) / 600);
}

/* Two bells cut off by the window; a tenth never leaves. */
static void departures_follow_the_peaks(void **unused)
{
    double observed[BINS], expected[BINS];

    (void)unused;
    double n = departures(TOP "residents: {all: {at: desk, count: 5000, departs: [{peak: 07:15, spread: 7 min, share: 30 %}, {peak: 07:45, spread: 10 min, share: 60 %}]}}\n" TEA,
                          20, observed);
    double within = two_peaks(3600) - two_peaks(0);
    expect_within(n, 1e5 * within, Z * sqrt(1e5 * within * (1 - within)));
    for (int i = 0; i < BINS; i++)
        expected[i] = n * (two_peaks(75 * (i + 1)) - two_peaks(75 * i)) / within;
    expect_chi_squared(BINS, observed, expected, BINS - 1);
}

/* People counted every 5 min: evenly within each, nobody where nobody was counted. */
static void departures_follow_the_counts(void **unused)
{
    static const double people[] = {40, 10, 0, 0, 200, 120, 80, 0, 30, 20, 60, 40};
    double observed[BINS], expected[BINS], used_observed[BINS], used_expected[BINS];
    int n = 0;

    (void)unused;
    double all = departures(TOP "residents: {all: {at: desk, counts: {from: 07:00, every: 5 min, people: [40, 10, 0, 0, 200, 120, 80, 0, 30, 20, 60, 40]}}}\n" TEA, 100, observed);
    expect_near(all, 60000, 0);
    for (int i = 0; i < BINS; i++) {
        expected[i] = 100 * people[i / 4] / 4;
        if (expected[i] == 0)
            expect_near(observed[i], 0, 0);
        else
            used_observed[n] = observed[i], used_expected[n++] = expected[i];
    }
    expect_chi_squared(n, used_observed, used_expected, n - 1);
}

/* The same numbers as a list and as a column of a file, half of them before opening: the same days. */
static void counts_from_a_file_are_the_same_as_typed_in(void **unused)
{
    double typed[BINS], read[BINS];
    char path[32], yaml[512];

    (void)unused;
    estate_write("time,people,dogs\n06:45,11,1\n06:55,22,2\n07:05,33,3\n07:15,44,4\n", path);
    snprintf(yaml, sizeof yaml, TOP "residents: {all: {at: desk, counts: {from: 06:45, every: 10 min, file: %s, column: people}}}\n" TEA, path);
    double n = departures(yaml, 40, read);
    unlink(path);
    expect_near(departures(TOP "residents: {all: {at: desk, counts: {from: 06:45, every: 10 min, people: [11, 22, 33, 44]}}}\n" TEA, 40, typed), n, 0);
    assert_memory_equal(typed, read, sizeof typed);
    expect_within(n, 40 * 88, Z * sqrt(40 * 88 * 22 / 110.0)); /* from 07:00 on: half of the 22, 33 and 44 */
}

/* 2 a minute until 07:10, up to 5 at 07:30, at once to 1, up to 3 at 07:50, and 3 from then on. */
static double rate_until(double passed_s)
{
    static const double time_s[] = {0, 600, 1800, 1800, 3000, 3600}, rate[] = {2, 2, 5, 1, 3, 3};
    double sum = 0;

    for (int i = 0; i < 5 && passed_s > time_s[i]; i++) {
        double length_s = time_s[i + 1] - time_s[i], part_s = fmin(passed_s - time_s[i], length_s);
        sum += part_s / 60 * (rate[i] + (length_s > 0 ? (rate[i + 1] - rate[i]) * part_s / length_s / 2 : 0));
    }
    return sum;
}

/* From two buildings, each with its share of the curve. */
static void arrivals_follow_the_rate(void **unused)
{
    double observed[BINS], expected[BINS];

    (void)unused;
    departures(TOP "site: {nodes: {a: {x: 0 m, y: 0 m}, b: {x: 1 m, y: 0 m}}, paths: [[a, b]]}\n"
                   "residents: {all: {from: {a: 30 %, b: 70 %}, to: a, rate: [[07:10, 2 /min], [07:30, 5 /min], [07:30, 1 /min], [07:50, 3 /min]]}}\n"
                   "drinks: {tea: {}}\nlayouts: {one: {a: {staff: 1}}}\n", 200, observed);
    for (int i = 0; i < BINS; i++)
        expected[i] = 200 * (rate_until(75 * (i + 1)) - rate_until(75 * i));
    expect_chi_squared(BINS, observed, expected, BINS);
}

static void a_rate_that_falls_to_nothing_ends(void **unused)
{
    double observed[BINS], expected[BINS];

    (void)unused;
    departures(TOP "residents: {all: {at: desk, rate: [[07:00, 4 /s], [07:30, 0 /s]]}}\n" TEA, 20, observed);
    for (int i = 0; i < BINS / 2; i++)
        expected[i] = 20 * 75 * 4 * (1 - (i + 0.5) / (BINS / 2));
    for (int i = BINS / 2; i < BINS; i++)
        expect_near(observed[i], 0, 0);
    expect_chi_squared(BINS / 2, observed, expected, BINS / 2);
}

/* The compiled plan's idea of an average day is the sum of the curve. */
static void the_expected_number_is_the_curve_s_integral(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_open(&estate, TOP "residents:\n  a: {at: desk, rate: [[07:10, 2 /min], [07:30, 5 /min], [07:30, 1 /min], [07:50, 3 /min]]}\n"
                             "  b: {at: desk, count: 1000, departs: [{peak: 07:15, spread: 7 min, share: 30 %}, {peak: 07:45, spread: 10 min, share: 60 %}]}\n"
                             "  c: {at: desk, counts: {from: 06:45, every: 10 min, people: [11, 22, 33, 44]}}\n" TEA);
    const struct group *a = scenario_group(&estate.scenario, 0), *b = scenario_group(&estate.scenario, 1), *c = scenario_group(&estate.scenario, 2);
    for (int i = 0; i < BINS; i++)
        for (int j = i; j < BINS; j += 5) {
            double from_s = 7 * 3600 + 75 * i, to_s = 7 * 3600 + 75 * j;
            expect_near(residents_expected(a, from_s, to_s), rate_until(75 * j) - rate_until(75 * i), 1e-12);
            expect_near(residents_expected(b, from_s, to_s), 1000 * (two_peaks(75 * j) - two_peaks(75 * i)), 1e-9);
        }
    expect_near(residents_expected(c, 7 * 3600, 8 * 3600), 88, 1e-12);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_many_want_a_drink_as_count_times_share_times_uptake),
        cmocka_unit_test(colder_days_bring_more_takers),
        cmocka_unit_test(uptake_is_a_share_whatever_the_weather),
        cmocka_unit_test(the_weather_of_the_day_moves_everyone),
        cmocka_unit_test(days_differ_by_more_than_chance),
        cmocka_unit_test(a_rate_s_days_differ_by_poisson_and_the_multiplier),
        cmocka_unit_test(groups_have_their_own_good_days_buildings_do_not),
        cmocka_unit_test(departures_follow_the_peaks),
        cmocka_unit_test(departures_follow_the_counts),
        cmocka_unit_test(counts_from_a_file_are_the_same_as_typed_in),
        cmocka_unit_test(arrivals_follow_the_rate),
        cmocka_unit_test(a_rate_that_falls_to_nothing_ends),
        cmocka_unit_test(the_expected_number_is_the_curve_s_integral),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
