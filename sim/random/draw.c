/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random/draw.h"

#include <Random123/philox.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif
#include <stdbool.h>

enum { ROUNDS = 10 };

static inline double uniform_of(uint32_t low, uint64_t high)
{
    union {
        uint64_t bits;
        double number;
    } view = {(high << 32 | low) >> 12 | UINT64_C(0x3FF0000000000000)};
    return view.number - (1 - 0x1p-53);
}

static void draw_pair(struct draw_key key, uint32_t pair, uint32_t resident, double *even, double *odd)
{
    philox4x32_ctr_t counter = {{resident, pair, key.stream, key.replication}};
    philox4x32_key_t seed = {{(uint32_t)key.seed, (uint32_t)(key.seed >> 32)}};
    philox4x32_ctr_t word = philox4x32_R(ROUNDS, counter, seed);

    *even = uniform_of(word.v[0], word.v[1]);
    *odd = uniform_of(word.v[2], word.v[3]);
}

double draw_u01(struct draw_key key, uint32_t resident, uint32_t purpose)
{
    double uniform[2];

    draw_pair(key, purpose / 2, resident, &uniform[0], &uniform[1]);
    return uniform[purpose % 2];
}

#ifdef __x86_64__
/* Four blocks side by side, each word in the low half of a lane: the halves never have to be packed. Asked for by name,
 * since gcc makes twenty shifts and sums of a product with a known number. */
#define FOUR __attribute__((target("avx2")))
enum { LANES = 4 };

FOUR static inline __m256d uniforms_of(__m256i low, __m256i high)
{
    __m256i bits = _mm256_blend_epi32(low, _mm256_slli_epi64(high, 32), 0xAA);
    __m256i from_one = _mm256_or_si256(_mm256_srli_epi64(bits, 12), _mm256_set1_epi64x(0x3FF0000000000000));
    return _mm256_sub_pd(_mm256_castsi256_pd(from_one), _mm256_set1_pd(1 - 0x1p-53));
}

FOUR static inline void draw_four(struct draw_key key, uint32_t pair, __m256i resident, __m256i stream, double even[], double odd[])
{
    const __m256i left_factor = _mm256_set1_epi64x(PHILOX_M4x32_0), right_factor = _mm256_set1_epi64x(PHILOX_M4x32_1);
    __m256i a = resident, b = _mm256_set1_epi64x(pair), c = stream, d = _mm256_set1_epi64x(key.replication);
    uint32_t k = (uint32_t)key.seed, l = (uint32_t)(key.seed >> 32);

#pragma GCC unroll 10
    for (int round = 0; round < ROUNDS; round++) {
        __m256i left = _mm256_mul_epu32(a, left_factor), right = _mm256_mul_epu32(c, right_factor);
        a = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(right, 32), b), _mm256_set1_epi64x(k));
        b = right;
        c = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(left, 32), d), _mm256_set1_epi64x(l));
        d = left;
        k += PHILOX_W32_0;
        l += PHILOX_W32_1;
    }
    _mm256_storeu_pd(even, uniforms_of(a, b));
    _mm256_storeu_pd(odd, uniforms_of(c, d));
}

FOUR static inline __m256i lanes_of(const uint32_t words[])
{
    return _mm256_cvtepu32_epi64(_mm_loadu_si128((const __m128i *)words));
}

FOUR static int gather_fours(struct draw_key key, uint32_t pair, int n, const uint32_t who[], const uint32_t stream[], double even[], double odd[])
{
    int i = 0;
    for (; i + LANES <= n; i += LANES)
        draw_four(key, pair, lanes_of(who + i), lanes_of(stream + i), even + i, odd + i);
    return i;
}

FOUR static int range_fours(struct draw_key key, uint32_t pair, uint32_t first, int n, double even[], double odd[])
{
    int i = 0;
    for (; i + LANES <= n; i += LANES) {
        uint32_t at = first + (uint32_t)i;
        const uint32_t who[LANES] = {at, at + 1, at + 2, at + 3};
        draw_four(key, pair, lanes_of(who), _mm256_set1_epi64x(key.stream), even + i, odd + i);
    }
    return i;
}

static bool by_fours(void)
{
    return __builtin_cpu_supports("avx2");
}
#else
#define by_fours() false
#define gather_fours(...) 0
#define range_fours(...) 0
#endif

void draw_range(struct draw_key key, uint32_t pair, uint32_t first, int n, double even[],
                double odd[])
{
    for (int i = by_fours() ? range_fours(key, pair, first, n, even, odd) : 0; i < n; i++)
        draw_pair(key, pair, first + (uint32_t)i, &even[i], &odd[i]);
}

void draw_gather(struct draw_key key, uint32_t pair, int n, const uint32_t who[],
                 const uint32_t stream[], double even[], double odd[])
{
    for (int i = by_fours() ? gather_fours(key, pair, n, who, stream, even, odd) : 0; i < n; i++) {
        key.stream = stream[i];
        draw_pair(key, pair, who[i], &even[i], &odd[i]);
    }
}
