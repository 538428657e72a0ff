/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random/quantile.h"

#include "random/curve.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Cells are checked at three points; between them the error may be somewhat greater. */
static const double TOLERANCE = 2e-9, TAIL_TOLERANCE = 0x1p-14;

enum {
    MANTISSA = 52,
    FINEST = 8,          /* log2 of the most cells an octave has before its worst are split */
    SPLIT = 2,           /* log2 of the cells that a split makes */
    CELLS_MOST = 1 << 18 /* 8 MB: a CDF that needs more isn't continuous */
};

/* Cells lie in malloc's memory while their number is unknown. */
struct builder {
    struct curve *curve;
    union quantile_cell *cell;
    int n, room;
    bool upper, starved;
};

/* A cell's place: t in [start, start + width), width = one step of the bits above shift. */
struct place {
    double start, width;
    int shift;
};

static double tolerance(const struct builder *b, double t)
{
    return fmax(b->curve->noise, fmin(TOLERANCE, TAIL_TOLERANCE * t));
}

/* --- one cell --- */

/* Cubic in s = d / width through the values at s = 0, 1/3, 2/3, 1. */
static void interpolate(const double x[4], double c[4])
{
    double p = x[1] - x[0], q = x[2] - x[0], r = x[3] - x[0];
    c[0] = x[0];
    c[1] = (18 * p - 9 * q + 2 * r) / 2;
    c[2] = (36 * q - 45 * p - 9 * r) / 2;
    c[3] = (27 * p - 27 * q + 9 * r) / 2;
}

static bool is_monotone(const double c[4], double sign)
{
    double a = sign * c[1], b = sign * c[2], k = sign * c[3];
    if (a < 0 || a + 2 * b + 3 * k < 0)
        return false;
    bool dips_inside = k > 0 && b < 0 && -b < 3 * k;
    return !dips_inside || b * b <= 3 * k * a;
}

static bool is_close(struct builder *b, const struct place *at, const double c[4])
{
    static const double where[] = {0.127, 0.5,
                                   0.873}; /* between the knots, where cubics err most */

    for (int i = 0; i < 3; i++) {
        double s = where[i], t = at->start + s * at->width;
        double x = c[0] + s * (c[1] + s * (c[2] + s * c[3]));
        if (!(fabs(b->curve->tail(b->curve, x, b->upper) - t) <= tolerance(b, t)))
            return false;
    }
    return true;
}

static union quantile_cell in_units_of_d(const double c[4], double width)
{
    double w = 1 / width;
    return (union quantile_cell){{c[0], c[1] * w, c[2] * w * w, c[3] * w * w * w}};
}

/* No more than x can be told apart by its rounding. */
static bool is_flat(const double x[4])
{
    return x[3] == x[0] || fabs(x[3] - x[0]) <= 16 * DBL_EPSILON * fabs(x[0]);
}

/* A cell narrower than the error allowed is fine however its ends are joined; a flat one too. */
static bool fit(struct builder *b, const struct place *at, union quantile_cell *cell)
{
    double x[4], c[4];
    for (int i = 0; i < 4; i++)
        x[i] = b->curve->at(b->curve, at->start + i * at->width / 3, b->upper);
    interpolate(x, c);
    bool fine = is_monotone(c, b->upper ? -1 : 1) && is_close(b, at, c);
    if (!fine && (at->width <= tolerance(b, at->start) || at->shift < SPLIT || is_flat(x))) {
        c[1] = x[3] - x[0];
        c[2] = c[3] = 0;
        fine = true;
    }
    *cell = in_units_of_d(c, at->width);
    return fine;
}

/* --- stretches of cells --- */

static bool make_room(struct builder *b, int n)
{
    if (b->n + n <= b->room)
        return true;
    int room = 2 * (b->n + n);
    union quantile_cell *cell = realloc(b->cell, (size_t)room * sizeof *cell);
    if (!cell) {
        b->starved = true;
        return false;
    }
    b->cell = cell;
    b->room = room;
    return true;
}

static struct place place_of(double start, double width, int n, int i)
{
    int exponent;
    double cell = width / n;
    frexp(start, &exponent);
    return (struct place){start + i * cell, cell, MANTISSA + 1 - exponent + ilogb(cell)};
}

/* Cells b->n .. b->n+n-1; those that don't fit turn out NaN. @return how many, or more than most */
static int lay(struct builder *b, double start, double width, int n, int most)
{
    int bad = 0;
    for (int i = 0; i < n && bad <= most; i++) {
        struct place at = place_of(start, width, n, i);
        if (!fit(b, &at, &b->cell[b->n + i])) {
            b->cell[b->n + i].a[3] = NAN;
            bad++;
        }
    }
    return bad;
}

static struct quantile_stretch split_bad(struct builder *b, double start, double width, int n);

static struct quantile_stretch split(struct builder *b, double start, double width)
{
    enum { CHILDREN = 1 << SPLIT };

    if (!make_room(b, CHILDREN))
        return (struct quantile_stretch){0, MANTISSA};
    lay(b, start, width, CHILDREN, CHILDREN);
    return split_bad(b, start, width, CHILDREN);
}

/* Takes the n cells just laid, and splits those of them that don't fit. */
static struct quantile_stretch split_bad(struct builder *b, double start, double width, int n)
{
    int first = b->n, shift = place_of(start, width, n, 0).shift;
    b->n += n;
    for (int i = first; i < first + n && !b->starved; i++) {
        double cell = width / n;
        if (!isnan(b->cell[i].a[3]))
            continue;
        if (b->n >= CELLS_MOST) {
            b->cell[i].a[3] = 0;
            continue;
        }
        struct quantile_stretch finer = split(b, start + (i - first) * cell, cell);
        b->cell[i].finer = finer;
    }
    return (struct quantile_stretch){first - (int64_t)(quantile_bits(start) >> shift), shift};
}

/* As many cells as make all but a few fit: those few have kinks. The next octave needs hardly more.
 */
static struct quantile_stretch lay_octave(struct builder *b, double start, int *log_cells)
{
    int log = *log_cells;
    if (!make_room(b, 1 << FINEST))
        return (struct quantile_stretch){0, MANTISSA};
    while (log < FINEST && lay(b, start, start, 1 << log, (1 << log) / 16) > (1 << log) / 16)
        log++;
    if (log == FINEST)
        lay(b, start, start, 1 << log, 1 << log);
    *log_cells = log > 0 ? log - 1 : 0;
    return split_bad(b, start, start, 1 << log);
}

/* --- whole tables --- */

static struct quantile_stretch middle(struct builder *b)
{
    if (!make_room(b, 1))
        return (struct quantile_stretch){0, MANTISSA};
    b->cell[b->n] = (union quantile_cell){{b->curve->at(b->curve, 0.5, b->upper), 0, 0, 0}};
    return (struct quantile_stretch){b->n++ - (int64_t)(quantile_bits(0.5) >> MANTISSA), MANTISSA};
}

static enum status settle(struct arena *arena, struct builder *b, struct quantile *quantile)
{
    union quantile_cell *cell = NULL;
    if (!b->starved)
        cell = arena_take_raw(arena, (size_t)b->n, sizeof *cell);
    if (cell)
        memcpy(cell, b->cell, (size_t)b->n * sizeof *cell);
    free(b->cell);
    quantile->cell = cell;
    return cell ? OK : ERR_MEMORY;
}

static enum status compile_curve(struct arena *arena, struct curve *curve,
                                 struct quantile *quantile)
{
    struct builder b = {.curve = curve};
    struct quantile made = {0};

    for (int side = 0; side < 2; side++) {
        int log_cells = 3;
        b.upper = side;
        made.octave[side][0] = middle(&b);
        for (int o = 1; o < QUANTILE_OCTAVES; o++)
            made.octave[side][o] = lay_octave(&b, ldexp(1, -1 - o), &log_cells);
    }
    TRY(settle(arena, &b, &made));
    *quantile = made;
    return OK;
}

static enum status compile_fixed(struct arena *arena, double value, struct quantile *quantile)
{
    struct quantile made = {0};
    union quantile_cell *cell;

    TAKE(arena, cell, 1);
    cell->a[0] = value;
    made.cell = cell;
    for (int side = 0; side < 2; side++)
        for (int o = 0; o < QUANTILE_OCTAVES; o++)
            made.octave[side][o] = (struct quantile_stretch){o - 1022, MANTISSA};
    *quantile = made;
    return OK;
}

/* --- steps --- */

/* Both sums run in the same order, so that the last top is 1 exactly. */
static void fill_steps(const struct distribution *d, double value[], double top[])
{
    double all = 0, below = 0;
    for (int i = 0; i < d->n_points; i++)
        all += distribution_weight(d, i);
    for (int i = 0, step = 0; i < d->n_points; i++) {
        if (distribution_weight(d, i) == 0)
            continue;
        below += distribution_weight(d, i);
        value[step] = d->point[i].value;
        top[step++] = below / all;
    }
}

static void fill_shelves(const double top[], int shelves, int32_t first[])
{
    for (int shelf = 0, i = 0; shelf <= shelves; shelf++) {
        while (top[i] < (double)shelf / shelves)
            i++;
        first[shelf] = i;
    }
}

static enum status compile_steps(struct arena *arena, const struct distribution *d,
                                 struct quantile *quantile)
{
    int n = 0, shelves = 1;
    double *value, *top;
    int32_t *first;

    for (int i = 0; i < d->n_points; i++)
        n += distribution_weight(d, i) > 0;
    while (shelves < 2 * n && shelves < 1 << 24)
        shelves *= 2;
    TAKE(arena, value, n);
    TAKE(arena, top, n);
    TAKE(arena, first, shelves + 1);
    fill_steps(d, value, top);
    fill_shelves(top, shelves, first);
    *quantile = (struct quantile){
        .n_steps = n, .shelves = shelves, .value = value, .top = top, .first = first};
    return OK;
}

/* --- the public functions --- */

enum status quantile_compile(struct arena *arena, const struct distribution *distribution,
                             struct quantile *quantile)
{
    if (distribution_fault(distribution))
        return ERR_DOMAIN;
    if (distribution_is_fixed(distribution))
        return compile_fixed(arena, distribution_mean(distribution), quantile);
    if (distribution->n_points > 0)
        return compile_steps(arena, distribution, quantile);
    struct curve curve = curve_of_distribution(distribution);
    return compile_curve(arena, &curve, quantile);
}

enum status quantile_compile_cdf(struct arena *arena, double (*cdf)(double x, const void *context),
                                 const void *context, double low, double high,
                                 struct quantile *quantile)
{
    if (!(isfinite(low) && isfinite(high) && low <= high))
        return ERR_DOMAIN;
    if (low == high)
        return compile_fixed(arena, low, quantile);
    struct curve curve = curve_of_cdf(cdf, context, low, high);
    return compile_curve(arena, &curve, quantile);
}

void quantile_fill(const struct quantile *quantile, int n, const double u[], double x[])
{
    for (int i = 0; i < n; i++)
        x[i] = quantile_at(quantile, u[i]);
}

double quantile_descend(const struct quantile *quantile, const union quantile_cell *cell, double t)
{
    while (isnan(cell->a[3])) {
        struct quantile_stretch finer = cell->finer;
        cell = quantile->cell + ((int64_t)(quantile_bits(t) >> finer.shift) + finer.base);
        double x = quantile_cubic(cell, t, finer.shift);
        if (!isnan(x))
            return x;
    }
    return quantile_cubic(cell, t, MANTISSA);
}
