/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/experiment/town.h"

#include <malloc.h>

/* Runs of days: the same whatever the threads, as precise as asked, and their intervals cover the truth. */

/* A bit of everything, in two kinds of day. */
static const char busy[] =
    TOP "air: normal(-2, 4) °C\n"
        "days: {plain: {share: 70 %}, cold: {share: 30 %, air: 'normal(-12, 3) °C', set: {residents.*.uptake: x1.3, layouts.one.a.staff: 2}}}\n"
        "site: {nodes: {home: {x: 0 m, y: 0 m}, a: {x: 60 m, y: 0 m, standing-room: 9}, b: {x: 150 m, y: 0 m}}, paths: [[home, a], [a, b]]}\n"
        "residents: {all: {from: home, to: b, count: 300, departs: [{peak: 07:20, spread: 10 min}], uptake: 40 %, day-to-day: 0.3, own-cup: 20 %,\n"
        "  balk: 'uniform(0, 9)', patience: exponential(mean 3 min), drinks: {tea: 70 %, milk: 30 %}, substitute: 50 %}}\n"
        "drinks: {tea: {cup: 250 ml}, milk: {cup: 200 ml}}\n"
        "equipment: {urn: {kind: heated, volume: 8 L, power: 3 kW, setpoint: 70 °C, refill: {below: 3 L, takes: 60 s, water: 20 °C}}}\n"
        "service: {greet: 'lognormal(mean 8 s, cv 0.5)', hand-over: 6 s}\n"
        "layouts: {one: {a: {staff: 1, vessels: {tea: urn}, portions: {tea: 60, milk: 25}, cups: 70}, b: {staff: 1, portions: {tea: 50}}}}\n";

/* --- the same bits ----------------------------------------------------------------------------------------- */

enum { DAYS = 40 };

static void simulate(const struct town *town, int threads, int first, int n, struct rows *rows)
{
    struct workers workers;

    assert_int_equal(workers_open(&workers, threads), OK);
    assert_int_equal(rows_open(rows, &town->study, n), OK);
    assert_int_equal(replicate(&town->study, 3, first, n, &workers, rows), OK);
    workers_close(&workers);
}

static void expect_same_rows(const struct town *town, const struct rows *a, int i, const struct rows *b, int j, int n)
{
    const struct plan_day *plan = study_plan(&town->study);
    size_t measures = (size_t)plan_measures(plan), series = (size_t)plan_series(plan);

    assert_memory_equal(a->day[i].measure, b->day[j].measure, (size_t)n * measures * sizeof(double));
    assert_memory_equal(a->day[i].waits, b->day[j].waits, (size_t)n * HISTOGRAM_CELLS * sizeof(uint32_t));
    assert_memory_equal(a->day[i].series, b->day[j].series, (size_t)n * series * sizeof(float));
    for (int k = 0; k < n; k++) {
        assert_memory_equal(&a->day[i + k].air_c, &b->day[j + k].air_c, sizeof(double));
        assert_int_equal(a->day[i + k].events, b->day[j + k].events);
        assert_int_equal(a->day[i + k].day_type, b->day[j + k].day_type);
    }
}

static void rows_are_the_same_for_any_number_of_threads(void **unused)
{
    static const int threads[] = {2, 3, 8};
    struct town town;
    struct rows one, other;

    (void)unused;
    town_open(&town, busy);
    simulate(&town, 1, 0, DAYS, &one);
    for (int i = 0; i < 3; i++) {
        simulate(&town, threads[i], 0, DAYS, &other);
        expect_same_rows(&town, &one, 0, &other, 0, DAYS);
        rows_close(&other);
    }
    rows_close(&one);
    town_close(&town);
}

static void a_day_alone_is_the_day_among_others(void **unused)
{
    struct town town;
    struct rows all, one;

    (void)unused;
    town_open(&town, busy);
    simulate(&town, 2, 0, DAYS, &all);
    for (int r = DAYS - 1; r >= 0; r -= 6) {
        simulate(&town, 1, r, 1, &one);
        expect_same_rows(&town, &all, r, &one, 0, 1);
        rows_close(&one);
    }
    rows_close(&all);
    town_close(&town);
}

/* Not one day twice under two numbers, nor the same run under two seeds. */
static void days_differ(void **unused)
{
    struct town town;
    struct rows all;
    size_t bytes;

    (void)unused;
    town_open(&town, busy);
    simulate(&town, 2, 0, DAYS, &all);
    bytes = (size_t)plan_measures(study_plan(&town.study)) * sizeof(double);
    for (int i = 0; i < DAYS; i++)
        for (int j = 0; j < i; j++)
            assert_memory_not_equal(all.day[i].measure, all.day[j].measure, bytes);
    rows_close(&all);
    town_close(&town);
}

/* --- how long ------------------------------------------------------------------------------------------------ */

static void it_goes_on_until_the_precision_is_reached(void **unused)
{
    struct precision precision[] = {{kpi_find("served"), 0.01, true}, {kpi_find("wait_mean_s"), 1.5, false}};
    struct run_options options = {.seed = 5, .days_at_most = 100000, .confidence = 0.95, .n_precisions = 2, .precision = precision};
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, busy);
    assert_int_equal(run(&town.study, &options, &summary), OK);
    assert_true(summary.precise && summary.days > 128 && summary.days < 100000);
    assert_true(summary_kpi(&summary, 0, precision[0].kpi)->half_width <= 0.01 * mean_of(&summary, "served"));
    assert_true(summary_kpi(&summary, 0, precision[1].kpi)->half_width <= 1.5);
    int enough = summary.days;
    summary_free(&summary);
    options.days_at_most = enough / 2; /* and not much longer than that */
    assert_int_equal(run(&town.study, &options, &summary), ERR_PRECISION);
    assert_int_equal(summary.days, enough / 2);
    assert_false(summary.precise);
    assert_true(mean_of(&summary, "served") > 0);
    summary_free(&summary);
    town_close(&town);
}

struct watch {
    volatile sig_atomic_t stop;
    int days, stop_at;
    bool in_order;
    enum status answer;
    size_t bytes_early, bytes_late;
};

static enum status watch_day(void *context, const struct study *study, int day, const struct day_result *result)
{
    struct watch *watch = context;
    struct mallinfo2 memory = mallinfo2();

    (void)study;
    watch->in_order = (watch->days ? watch->in_order : true) && day == watch->days && result->measure[M_ONE] == 1;
    watch->days++;
    *(day == 100 ? &watch->bytes_early : &watch->bytes_late) = memory.uordblks + memory.hblkhd;
    if (watch->days == watch->stop_at)
        watch->stop = 1;
    return watch->answer;
}

static void it_stops_after_the_block_in_which_it_is_told_to(void **unused)
{
    struct watch watch = {.stop_at = 3};
    struct run_options options = {.seed = 5, .days = 100000, .confidence = 0.95, .stop = &watch.stop, .on_day = watch_day, .context = &watch};
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, busy);
    assert_int_equal(run(&town.study, &options, &summary), ERR_INTERRUPTED);
    assert_true(summary.interrupted && watch.in_order);
    expect_between(summary.days, 3, 1000);
    assert_int_equal(summary.days, watch.days);
    assert_true(mean_of(&summary, "served") > 0);
    summary_free(&summary);
    assert_int_equal(run(&town.study, &options, &summary), ERR_INTERRUPTED); /* told to before it began */
    assert_int_equal(summary.days, 0);
    summary_free(&summary);
    town_close(&town);
}

static void what_the_caller_of_a_day_answers_ends_the_run(void **unused)
{
    struct watch watch = {.answer = ERR_FILE};
    struct run_options options = {.seed = 5, .days = 1000, .confidence = 0.95, .on_day = watch_day, .context = &watch};
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, busy);
    assert_int_equal(run(&town.study, &options, &summary), ERR_FILE);
    assert_int_equal(watch.days, 1);
    summary_free(&summary);
    town_close(&town);
}

static void memory_does_not_grow_with_the_days(void **unused)
{
    struct watch watch = {0};
    struct run_options options = {.seed = 5, .days = 6000, .confidence = 0.95, .threads = 2, .on_day = watch_day, .context = &watch};
    struct town town;
    struct summary summary;

    (void)unused;
    town_open(&town, busy);
    assert_int_equal(run(&town.study, &options, &summary), OK);
    assert_true(watch.in_order && watch.days == 6000);
    assert_true(watch.bytes_late <= watch.bytes_early + (1 << 20)); /* an arena may still meet its largest day */
    summary_free(&summary);
    town_close(&town);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_same_for_any_number_of_threads),
        cmocka_unit_test(a_day_alone_is_the_day_among_others),
        cmocka_unit_test(days_differ),
        cmocka_unit_test(it_goes_on_until_the_precision_is_reached),
        cmocka_unit_test(it_stops_after_the_block_in_which_it_is_told_to),
        cmocka_unit_test(what_the_caller_of_a_day_answers_ends_the_run),
        cmocka_unit_test(memory_does_not_grow_with_the_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
