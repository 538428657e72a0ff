/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RANDOM_DRAW_H
#define RANDOM_DRAW_H

#include <stdint.h>

/* A draw is named, not next: Philox4x32-10 (Random123) with
 *     key     = seed (64 bit)
 *     counter = {resident, pair, stream, replication}
 * One block gives two uniforms: those of the purposes 2*pair and 2*pair+1. Hence the same bits for
 * any number of threads, any order, and any layout. Source: Salmon, Moraes, Dror & Shaw 2011. */

struct draw_key {
    uint64_t seed;
    uint32_t replication, stream;
};

/** Uniform in (0,1): k 2^-52 + 2^-53, k = 0 .. 2^52-1, so 1 - u is exact too. Pure, one block. */
double draw_u01(struct draw_key key, uint32_t resident, uint32_t purpose);

/** Both uniforms of a pair for residents first .. first+n-1: even[i] has purpose 2*pair, odd[i] has
 * 2*pair+1. Bitwise as draw_u01. Vectorised. */
void draw_range(struct draw_key key, uint32_t pair, uint32_t first, int n, double even[],
                double odd[]);

/** The same for the residents who[n], each of its own stream[n]; key.stream doesn't count. */
void draw_gather(struct draw_key key, uint32_t pair, int n, const uint32_t who[], const uint32_t stream[],
                 double even[], double odd[]);

#endif
