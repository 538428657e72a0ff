/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random/draw.h"

#include <Random123/philox.h>

#ifndef __has_feature
#define __has_feature(x) 0
#endif

/* Resolvers of target_clones run before the sanitizers are set up, so there the plain code serves.
 */
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__)                \
    && !defined(__SANITIZE_THREAD__) && !__has_feature(address_sanitizer)                          \
    && !__has_feature(thread_sanitizer) && !__has_feature(memory_sanitizer)
#define WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDE
#endif

enum { ROUNDS = 10 };
#define LOW_HALF UINT64_C(0xFFFFFFFF)

/* The 64-bit lanes of one block; only the low half of each counts. */
struct block {
    uint64_t word[4];
};

static inline double uniform_of(uint64_t low, uint64_t high)
{
    union {
        uint64_t bits;
        double number;
    } view = {(high << 32 | (low & LOW_HALF)) >> 12 | UINT64_C(0x3FF0000000000000)};
    return view.number - (1 - 0x1p-53);
}

double draw_u01(struct draw_key key, uint32_t resident, uint32_t purpose)
{
    philox4x32_ctr_t counter = {{resident, purpose / 2, key.stream, key.replication}};
    philox4x32_key_t seed = {{(uint32_t)key.seed, (uint32_t)(key.seed >> 32)}};
    philox4x32_ctr_t word = philox4x32_R(ROUNDS, counter, seed);
    uint32_t odd = purpose % 2;

    return uniform_of(word.v[2 * odd], word.v[2 * odd + 1]);
}

/* Written out instead of Random123's struct code because compilers vectorise this: a masked 64-bit
 * product is one instruction a vector, and the halves never have to be packed. */
static inline __attribute__((always_inline)) struct block
philox(struct draw_key key, uint32_t pair, uint32_t stream, uint32_t resident)
{
    uint64_t a = resident, b = pair, c = stream, d = key.replication;
    uint32_t k = (uint32_t)key.seed, l = (uint32_t)(key.seed >> 32);

#pragma GCC unroll 10
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t left = (a & LOW_HALF) * PHILOX_M4x32_0, right = (c & LOW_HALF) * PHILOX_M4x32_1;
        a = right >> 32 ^ b ^ k;
        b = right;
        c = left >> 32 ^ d ^ l;
        d = left;
        k += PHILOX_W32_0;
        l += PHILOX_W32_1;
    }
    return (struct block){{a, b, c, d}};
}

/* Static, with plain callers: clang 14 gives a cloned function a symbol that other files can't
 * find. */
WIDE static void range_wide(struct draw_key key, uint32_t pair, uint32_t first, int n,
                            double *restrict even, double *restrict odd)
{
    for (int i = 0; i < n; i++) {
        struct block block = philox(key, pair, key.stream, first + (uint32_t)i);
        even[i] = uniform_of(block.word[0], block.word[1]);
        odd[i] = uniform_of(block.word[2], block.word[3]);
    }
}

WIDE static void gather_wide(struct draw_key key, uint32_t pair, int n,
                             const uint32_t *restrict who, const uint32_t *restrict stream,
                             double *restrict even, double *restrict odd)
{
    for (int i = 0; i < n; i++) {
        struct block block = philox(key, pair, stream[i], who[i]);
        even[i] = uniform_of(block.word[0], block.word[1]);
        odd[i] = uniform_of(block.word[2], block.word[3]);
    }
}

void draw_range(struct draw_key key, uint32_t pair, uint32_t first, int n, double even[],
                double odd[])
{
    range_wide(key, pair, first, n, even, odd);
}

void draw_gather(struct draw_key key, uint32_t pair, int n, const uint32_t who[],
                 const uint32_t stream[], double even[], double odd[])
{
    gather_wide(key, pair, n, who, stream, even, odd);
}
