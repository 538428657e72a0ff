/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include "core/status.h"

#include <stddef.h>

/* Memory that is given back all at once: a chain of blocks, the last one being filled.
 * Zero-initialise before first use. Not shared between threads. */
struct arena {
    struct arena_block *first, *current;
};

/**
 * Zeroed memory, aligned to 64 bytes, that lives until arena_reset or arena_free.
 * @return NULL where the machine has no memory left (count * size may not overflow either).
 * O(count * size) for the zeroing; calls malloc only when the present block is full.
 */
void *arena_take(struct arena *arena, size_t count, size_t size);

/** The same without zeroing. */
void *arena_take_raw(struct arena *arena, size_t count, size_t size);

/** A copy of n bytes of text with a closing NUL; NULL without memory. */
char *arena_text(struct arena *arena, const char *text, size_t n);

/** printf into the arena; NULL without memory. */
char *arena_print(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Forgets what was taken, keeps the blocks: after the first day a thread asks malloc for nothing. */
void arena_reset(struct arena *arena);

/** Gives the blocks back; the arena is then as new. */
void arena_free(struct arena *arena);

/** Takes count elements for a pointer, or leaves the function with ERR_MEMORY. */
#define TAKE(arena, pointer, count)                                                                \
    do {                                                                                           \
        (pointer) = arena_take((arena), (size_t)(count), sizeof *(pointer));                       \
        if (!(pointer))                                                                            \
            return ERR_MEMORY;                                                                     \
    } while (0)

#endif
