/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 64, SMALLEST_BLOCK = 64 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    char *bytes; /* aligned, inside the same allocation */
};

static struct arena_block *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct arena_block) - ALIGNMENT)
        return NULL;
    struct arena_block *block = malloc(sizeof *block + size + ALIGNMENT);
    if (!block)
        return NULL;
    uintptr_t start = (uintptr_t)(block + 1);
    uintptr_t past = (start + ALIGNMENT - 1) & ~(uintptr_t)(ALIGNMENT - 1);
    *block = (struct arena_block){.size = size, .bytes = (char *)(block + 1) + (past - start)};
    return block;
}

/* A block with room for n bytes becomes the current one; blocks kept by a reset are used first. */
static int make_room(struct arena *arena, size_t n)
{
    struct arena_block *block = arena->current;

    while (block && block->size - block->used < n && block->next) {
        block = block->next;
        block->used = 0;
    }
    if (!block || block->size - block->used < n) {
        size_t size = block ? 2 * block->size : SMALLEST_BLOCK;
        struct arena_block *fresh = block_new(size > n ? size : n);
        if (!fresh)
            return 0;
        if (block)
            block->next = fresh;
        else
            arena->first = fresh;
        block = fresh;
    }
    arena->current = block;
    return 1;
}

void *arena_take_raw(struct arena *arena, size_t count, size_t size)
{
    if (size && count > (SIZE_MAX - ALIGNMENT) / size)
        return NULL;
    size_t n = (count * size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (!arena->current || arena->current->size - arena->current->used < n)
        if (!make_room(arena, n))
            return NULL;
    void *taken = arena->current->bytes + arena->current->used;
    arena->current->used += n;
    return taken;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    void *taken = arena_take_raw(arena, count, size);
    return taken ? memset(taken, 0, count * size) : NULL;
}

char *arena_text(struct arena *arena, const char *text, size_t n)
{
    char *copy = arena_take_raw(arena, n + 1, 1);
    if (!copy)
        return NULL;
    memcpy(copy, text, n);
    copy[n] = '\0';
    return copy;
}

char *arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = n < 0 ? NULL : arena_take_raw(arena, (size_t)n + 1, 1);
    if (text)
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

void arena_reset(struct arena *arena)
{
    arena->current = arena->first;
    if (arena->first)
        arena->first->used = 0;
}

void arena_free(struct arena *arena)
{
    for (struct arena_block *block = arena->first, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    *arena = (struct arena){0};
}
