/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/saving.h"
#include "tests/experiment/town.h"

/* What booking changes, against the same days on which nobody books. */

#define AT_GATE(preorder, points) "samovar: 1\nname: bookings\nwindow: 07:00 - 08:30\n" \
    "residents: {all: {at: gate, count: 400, departs: [{peak: 07:40, spread: 15 min}], uptake: 40 %, patience: 'weibull(mean 4 min, shape 2)', preorder: {" preorder points "}}}\n" \
    "drinks: {tea: {cup: 250 ml, serve: 40 - 90 °C}}\nequipment: {jug: {kind: insulated, volume: 60 L, filled: 80 °C, tap: 40 ml/s}}\n" \
    "service: {greet: 'lognormal(mean 12 s, cv 0.5)', hand-over: 6 s}\nlayouts: {one: {gate: {staff: 1, vessels: {tea: jug}, portions: {tea: 400}}}}\n"

static enum status keep(void *context, const struct study *study, int day, const struct day_result *result)
{
    (void)study;
    (void)day;
    return saving_note(context, result);
}

static void find(const char *yaml, int days, int threads, struct saving *saving)
{
    struct town town;
    struct summary summary;
    struct run_options options = {.seed = 4, .days = days, .confidence = 0.95, .threads = threads, .on_day = keep, .context = saving};

    *saving = (struct saving){0};
    town_open(&town, yaml);
    assert_int_equal(run(&town.study, &options, &summary), OK);
    options.on_day = NULL;
    assert_int_equal(saving_find(saving, &town.study, &options), OK);
    assert_int_equal(saving->days, days);
    summary_free(&summary);
    town_close(&town);
    saving_free(saving);
}

static struct interval change_of(const struct saving *saving, const char *key)
{
    for (int i = 0; i < SAVINGS; i++)
        if (strcmp(kpis[saving->kpi[i]].key, key) == 0)
            return saving->change[i];
    fail_msg("no %s", key);
    return (struct interval){0};
}

static void where_nobody_books_nothing_is_saved(void **unused)
{
    struct saving saving;
    struct town town;

    (void)unused;
    find(AT_GATE("share: 0 %", ""), 70, 1, &saving);
    for (int i = 0; i < SAVINGS; i++) {
        expect_near(saving.change[i].mean, 0, 0);
        expect_within(saving.change[i].half_width, 0, 1e-6); /* rounding */
    }
    town_open(&town, AT_GATE("share: 0 %", ""));
    assert_false(saving_applies(&town.study));
    town_close(&town);
}

/* Greeting is saved on half of all, in a rush that one server hardly masters. */
static void booking_saves_waiting_where_greeting_takes_long(void **unused)
{
    struct saving saving;

    (void)unused;
    find(AT_GATE("share: 50 %, early: 3 min", ""), 128, 1, &saving);
    struct interval wait = change_of(&saving, "wait_mean_s"), score = change_of(&saving, "satisfaction");
    assert_true(wait.mean + wait.half_width < -5);
    assert_true(change_of(&saving, "served").mean > 0 && score.mean > score.half_width);
}

/* All portions are there in both: what is poured for nobody isn't drunk by those who would have come. */
static void no_shows_are_waste_and_points_bring_people(void **unused)
{
    struct saving absent, points;

    (void)unused;
    find(AT_GATE("share: 50 %, no-show: 50 %", ""), 128, 1, &absent);
    find(AT_GATE("share: 20 %", ", points: 10 %"), 128, 1, &points);
    struct interval waste = change_of(&absent, "portions_wasted"), more = change_of(&points, "served");
    assert_true(waste.mean > waste.half_width);
    assert_true(more.mean > 10 + more.half_width);
}

static void any_number_of_threads_finds_the_same(void **unused)
{
    struct saving one, three;

    (void)unused;
    find(AT_GATE("share: 50 %, slot: 5 min", ", points: 5 %"), 100, 1, &one);
    find(AT_GATE("share: 50 %, slot: 5 min", ", points: 5 %"), 100, 3, &three);
    assert_memory_equal(one.change, three.change, sizeof one.change);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_nobody_books_nothing_is_saved),
        cmocka_unit_test(booking_saves_waiting_where_greeting_takes_long),
        cmocka_unit_test(no_shows_are_waste_and_points_bring_people),
        cmocka_unit_test(any_number_of_threads_finds_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
