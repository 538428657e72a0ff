/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/arena.h"
#include "tests/support/expect.h"

#include <stdint.h>
#include <string.h>

enum { TAKES = 400 };

const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

const char *__tsan_default_options(void);
const char *__tsan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static void expect_zeros(const unsigned char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        assert_int_equal(bytes[i], 0);
}

/* Sizes from nothing to several blocks, each filled with its own number. */
static void take_many(struct arena *arena, unsigned char *taken[TAKES])
{
    for (size_t i = 0; i < TAKES; i++) {
        taken[i] = arena_take(arena, i * i % 977, i % 5 + 1);
        assert_non_null(taken[i]);
        expect_zeros(taken[i], i * i % 977 * (i % 5 + 1));
        memset(taken[i], (int)i % 255 + 1, i * i % 977 * (i % 5 + 1));
    }
}

static void everything_taken_is_aligned_to_a_cache_line(void **unused)
{
    struct arena arena = {0};
    unsigned char *taken[TAKES];
    (void)unused;

    take_many(&arena, taken);
    for (int i = 0; i < TAKES; i++)
        assert_int_equal((uintptr_t)taken[i] % 64, 0);
    arena_free(&arena);
}

static void pieces_do_not_overlap(void **unused)
{
    struct arena arena = {0};
    unsigned char *taken[TAKES];
    (void)unused;

    take_many(&arena, taken);
    for (size_t i = 0; i < TAKES; i++)
        for (size_t k = 0; k < i * i % 977 * (i % 5 + 1); k++)
            assert_int_equal(taken[i][k], i % 255 + 1);
    arena_free(&arena);
}

/* The same addresses again: so no block was asked for, and none was lost. */
static void after_a_reset_the_same_memory_is_taken_again_and_zeroed(void **unused)
{
    struct arena arena = {0};
    unsigned char *first[TAKES], *second[TAKES];
    (void)unused;

    take_many(&arena, first);
    for (int day = 0; day < 3; day++) {
        arena_reset(&arena);
        take_many(&arena, second);
        assert_memory_equal(second, first, sizeof first);
    }
    arena_free(&arena);
}

static void a_piece_larger_than_any_block_is_taken_whole(void **unused)
{
    struct arena arena = {0};
    (void)unused;

    unsigned char *small = arena_take(&arena, 10, 1);
    unsigned char *large = arena_take(&arena, 5000000, 1);
    assert_non_null(small);
    assert_non_null(large);
    expect_zeros(large, 5000000);
    memset(large, 255, 5000000);
    expect_zeros(small, 10);
    arena_reset(&arena);
    assert_ptr_equal(arena_take(&arena, 10, 1), small);
    unsigned char *again = arena_take(&arena, 5000000, 1);
    assert_ptr_equal(again, large);
    expect_zeros(again, 5000000);
    arena_free(&arena);
}

static void a_size_that_overflows_is_refused(void **unused)
{
    struct arena arena = {0};
    (void)unused;

    assert_null(arena_take(&arena, SIZE_MAX, 2));
    assert_null(arena_take(&arena, 2, SIZE_MAX));
    assert_null(arena_take(&arena, SIZE_MAX / 2 + 2, 2));
    assert_null(arena_take_raw(&arena, SIZE_MAX, 1));
    for (size_t less = 1; less < 300; less++)
        assert_null(arena_take_raw(&arena, SIZE_MAX - less, 1));
    assert_null(arena_take_raw(&arena, (size_t)1 << 62, 2));
    arena_free(&arena);
}

static void a_refused_size_leaves_the_arena_as_it_was(void **unused)
{
    struct arena arena = {0};
    (void)unused;

    char *before = arena_take(&arena, 1, 1);
    assert_null(arena_take_raw(&arena, (size_t)1 << 60, 1));
    char *after = arena_take(&arena, 1, 1);
    assert_int_equal(after - before, 64);
    arena_free(&arena);
}

static void nothing_is_a_piece_as_well(void **unused)
{
    struct arena arena = {0};
    (void)unused;

    assert_non_null(arena_take(&arena, 0, 8));
    assert_non_null(arena_take(&arena, 8, 0));
    arena_free(&arena);
}

static void texts_are_copied_with_a_closing_nul(void **unused)
{
    struct arena arena = {0};
    char source[] = "姜茶 and more";
    (void)unused;

    memset(arena_take(&arena, 1000, 1), 'x', 1000);
    arena_reset(&arena);
    char *copy = arena_text(&arena, source, 6);
    char *printed = arena_print(&arena, "%s-%d", source, 7);
    char *empty = arena_print(&arena, "%s", "");
    memset(source, 'x', sizeof source - 1);
    assert_string_equal(copy, "姜茶");
    assert_string_equal(printed, "姜茶 and more-7");
    assert_string_equal(empty, "");
    arena_free(&arena);
}

static void a_freed_arena_is_as_new(void **unused)
{
    struct arena arena = {0}, fresh = {0};
    (void)unused;

    arena_free(&arena);
    assert_non_null(arena_take(&arena, 1000, 1000));
    arena_free(&arena);
    assert_memory_equal(&arena, &fresh, sizeof arena);
    arena_reset(&arena);
    assert_non_null(arena_take(&arena, 1, 1));
    arena_free(&arena);
}

static enum status take_elements(struct arena *arena, size_t count, double **taken)
{
    TAKE(arena, *taken, count);
    return OK;
}

static void take_leaves_the_function_when_there_is_no_memory(void **unused)
{
    struct arena arena = {0};
    double *taken;
    (void)unused;

    assert_int_equal(take_elements(&arena, 100, &taken), OK);
    taken[99] = 1;
    assert_int_equal(take_elements(&arena, SIZE_MAX / 8, &taken), ERR_MEMORY);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_taken_is_aligned_to_a_cache_line),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(after_a_reset_the_same_memory_is_taken_again_and_zeroed),
        cmocka_unit_test(a_piece_larger_than_any_block_is_taken_whole),
        cmocka_unit_test(a_size_that_overflows_is_refused),
        cmocka_unit_test(a_refused_size_leaves_the_arena_as_it_was),
        cmocka_unit_test(nothing_is_a_piece_as_well),
        cmocka_unit_test(texts_are_copied_with_a_closing_nul),
        cmocka_unit_test(a_freed_arena_is_as_new),
        cmocka_unit_test(take_leaves_the_function_when_there_is_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
