/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/event_list.h"
#include "random/draw.h"
#include "tests/support/expect.h"

#include <math.h>

enum { MOST_SLOTS = 300, OPERATIONS = 20000 };
static const struct draw_key KEY = {5, 0, 0};

/* The ruler: the first of the earliest. */
static int naive_first(const double time[], int slots)
{
    int first = 0;
    for (int slot = 1; slot < slots; slot++)
        if (time[slot] < time[first])
            first = slot;
    return first;
}

static void expect_first(const struct event_list *list, const double time[], int slots)
{
    int first = naive_first(time, slots);
    assert_true(event_list_time(list) == time[first]);
    assert_int_equal(event_list_first(list), first);
}

/* Times are whole numbers from a short range, so that ties are common; a fifth of all clear a slot.
 */
static void churn(struct event_list *list, double time[], int slots, uint32_t stream)
{
    struct draw_key key = KEY;
    key.stream = stream;
    for (uint32_t i = 0; i < OPERATIONS; i++) {
        int slot = (int)(slots * draw_u01(key, i, 0));
        double what = draw_u01(key, i, 1);
        time[slot] = what < 0.2 ? HUGE_VAL : floor(60 * what);
        if (what < 0.2)
            event_list_clear(list, slot);
        else
            event_list_set(list, slot, time[slot]);
        expect_first(list, time, slots);
    }
}

static void the_first_is_the_naive_minimum_whatever_is_done(void **unused)
{
    const int sizes[] = {1, 2, 3, 5, 8, 60, MOST_SLOTS};
    struct arena arena = {0};
    (void)unused;

    for (int i = 0; i < 7; i++) {
        struct event_list list;
        double time[MOST_SLOTS];
        for (int slot = 0; slot < sizes[i]; slot++)
            time[slot] = HUGE_VAL;
        assert_int_equal(event_list_init(&list, &arena, sizes[i]), OK);
        assert_true(list.leaves >= sizes[i]);
        churn(&list, time, sizes[i], (uint32_t)i);
    }
    arena_free(&arena);
}

static void an_empty_list_is_endlessly_far(void **unused)
{
    struct arena arena = {0};
    struct event_list list;
    (void)unused;

    for (int slots = 1; slots < 20; slots++) {
        assert_int_equal(event_list_init(&list, &arena, slots), OK);
        assert_true(event_list_time(&list) == HUGE_VAL);
        assert_int_equal(event_list_first(&list), 0);
    }
    arena_free(&arena);
}

static void of_equal_times_the_lowest_slot_is_first(void **unused)
{
    struct arena arena = {0};
    struct event_list list;
    (void)unused;

    assert_int_equal(event_list_init(&list, &arena, 13), OK);
    for (int slot = 12; slot >= 0; slot--)
        event_list_set(&list, slot, 7);
    for (int slot = 0; slot < 13; slot++) {
        assert_int_equal(event_list_first(&list), slot);
        event_list_clear(&list, slot);
    }
    assert_true(event_list_time(&list) == HUGE_VAL);
    arena_free(&arena);
}

static void times_come_out_sorted(void **unused)
{
    struct arena arena = {0};
    struct event_list list;
    double last = -HUGE_VAL;
    (void)unused;

    assert_int_equal(event_list_init(&list, &arena, 1000), OK);
    for (int slot = 0; slot < 1000; slot++)
        event_list_set(&list, slot, draw_u01(KEY, (uint32_t)slot, 0) - 0.5);
    for (int i = 0; i < 1000; i++) {
        assert_true(isfinite(event_list_time(&list)) && event_list_time(&list) >= last);
        last = event_list_time(&list);
        event_list_clear(&list, event_list_first(&list));
    }
    assert_true(event_list_time(&list) == HUGE_VAL);
    arena_free(&arena);
}

static void growing_keeps_what_is_pending(void **unused)
{
    struct arena arena = {0};
    struct event_list list;
    double time[MOST_SLOTS];
    (void)unused;

    for (int slot = 0; slot < MOST_SLOTS; slot++)
        time[slot] = HUGE_VAL;
    assert_int_equal(event_list_init(&list, &arena, 1), OK);
    for (int slots = 1; slots <= MOST_SLOTS; slots++) {
        assert_int_equal(event_list_grow(&list, &arena, slots), OK);
        assert_true(list.leaves >= slots);
        expect_first(&list, time, slots);
        time[slots - 1] = floor(40 * draw_u01(KEY, (uint32_t)slots, 3));
        event_list_set(&list, slots - 1, time[slots - 1]);
        expect_first(&list, time, slots);
    }
    churn(&list, time, MOST_SLOTS, 99);
    arena_free(&arena);
}

static void growing_to_what_there_is_changes_nothing(void **unused)
{
    struct arena arena = {0};
    struct event_list list;
    (void)unused;

    assert_int_equal(event_list_init(&list, &arena, 8), OK);
    event_list_set(&list, 6, 4);
    struct event_list before = list;
    assert_int_equal(event_list_grow(&list, &arena, 8), OK);
    assert_int_equal(list.leaves, before.leaves);
    assert_ptr_equal(list.time, before.time);
    assert_ptr_equal(list.slot, before.slot);
    expect_first(&list, list.time + list.leaves, 8);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_is_the_naive_minimum_whatever_is_done),
        cmocka_unit_test(an_empty_list_is_endlessly_far),
        cmocka_unit_test(of_equal_times_the_lowest_slot_is_first),
        cmocka_unit_test(times_come_out_sorted),
        cmocka_unit_test(growing_keeps_what_is_pending),
        cmocka_unit_test(growing_to_what_there_is_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
