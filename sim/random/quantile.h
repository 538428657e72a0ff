/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RANDOM_QUANTILE_H
#define RANDOM_QUANTILE_H

#include "core/arena.h"
#include "core/status.h"
#include "random/distribution.h"

#include <stdint.h>

/* A compiled quantile function: one look-up and a cubic, the same few nanoseconds for every family.
 * Monotone (1e-12 of x aside, where cells meet); |F(quantile_at(q, u)) - u| <= 1e-8 for continuous
 * families, exact for steps. Cells are laid out by the binary exponent of t = min(u, 1-u), so tails
 * keep their relative accuracy (1e-4 of t). Built once with the plan, then const and shared. */

/* Where the cells of a stretch of t lie: cell number (bits of t >> shift) + base. */
struct quantile_stretch {
    int64_t base, shift;
};

/* x = a[0] + d (a[1] + d (a[2] + d a[3])), d = t - start of the cell. A cell that a kink makes too
 * coarse has NaN for a[3], so that x turns out NaN, and names the stretch of finer cells instead.
 */
union quantile_cell {
    double a[4];
    struct quantile_stretch finer;
};

enum { QUANTILE_OCTAVES = 53 }; /* t = 1/2, then [1/4, 1/2) and so on down to 2^-53 */

struct quantile {
    const union quantile_cell *cell;
    struct quantile_stretch octave[2][QUANTILE_OCTAVES]; /* [u > 1/2] */

    /* Steps only: x = value[i] for the least i with u <= top[i], sought from first[(int)(u *
     * shelves)]. */
    int n_steps, shelves; /* n_steps is 0 for continuous families */
    const double *value, *top;
    const int32_t *first;
};

/** Compiles a distribution (not DIST_NONE). Memory from the arena: some 30 KB, 16 bytes a step.
 * @return OK; ERR_DOMAIN if distribution_fault finds something; ERR_MEMORY. */
enum status quantile_compile(struct arena *arena, const struct distribution *distribution,
                             struct quantile *quantile);

/** Compiles any continuous distribution on [low, high] from its CDF, increasing from 0 to 1 there;
 * it may have kinks and flat stretches. Error in u as above, but tails only to an absolute 1e-9.
 * @return OK; ERR_DOMAIN unless low <= high are finite; ERR_MEMORY. */
enum status quantile_compile_cdf(struct arena *arena, double (*cdf)(double x, const void *context),
                                 const void *context, double low, double high,
                                 struct quantile *quantile);

/** x[i] = quantile_at(q, u[i]); x may be u. */
void quantile_fill(const struct quantile *quantile, int n, const double u[], double x[]);

/* The rest of quantile_at where cells are split. */
double quantile_descend(const struct quantile *quantile, const union quantile_cell *cell, double t);

static inline uint64_t quantile_bits(double t)
{
    union {
        double number;
        uint64_t bits;
    } view = {t};
    return view.bits;
}

static inline double quantile_cubic(const union quantile_cell *cell, double t, int64_t shift)
{
    union {
        uint64_t bits;
        double number;
    } start = {quantile_bits(t) >> shift << shift};
    double d = t - start.number;
    return cell->a[0] + d * (cell->a[1] + d * (cell->a[2] + d * cell->a[3]));
}

static inline double quantile_step(const struct quantile *quantile, double u)
{
    int i = quantile->first[(int)(u * quantile->shelves)];
    while (quantile->top[i] < u)
        i++;
    return quantile->value[i];
}

/** The least x with F(x) >= u, 0 < u < 1 (nearer to an end than 2^-53 counts as 2^-53). Pure. */
static inline double quantile_at(const struct quantile *quantile, double u)
{
    if (quantile->n_steps)
        return quantile_step(quantile, u);
    double rest = 1 - u;
    int upper = rest < u;
    double nearer = upper ? rest : u, t = nearer > 0x1p-53 ? nearer : 0x1p-53;
    const struct quantile_stretch *octave =
        &quantile->octave[upper][1022 - (int)(quantile_bits(t) >> 52)];
    const union quantile_cell *cell =
        quantile->cell + ((int64_t)(quantile_bits(t) >> octave->shift) + octave->base);
    double x = quantile_cubic(cell, t, octave->shift);
    return x == x ? x : quantile_descend(quantile, cell, t);
}

#endif
