/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RANDOM_DISTRIBUTION_H
#define RANDOM_DISTRIBUTION_H

#include "core/arena.h"
#include "core/status.h"

#include <stdbool.h>

/* The families of section 2. NONE: not given in the scenario (endless patience, no balking, ...).
 */
enum family {
    DIST_NONE,
    DIST_CONSTANT,    /* value                                   */
    DIST_UNIFORM,     /* low, high                               */
    DIST_EXPONENTIAL, /* mean                                    */
    DIST_LOGNORMAL,   /* mean, cv                                */
    DIST_GAMMA,       /* mean, cv                                */
    DIST_WEIBULL,     /* mean, shape                             */
    DIST_ERLANG,      /* mean, k                                 */
    DIST_NORMAL,      /* mean, sd                                */
    DIST_TRIANGULAR,  /* low, mode, high                         */
    DIST_DISCRETE,    /* points: value, share; shares sum to 1   */
    DIST_EMPIRICAL,   /* points: sorted sample values, share 1/n */
    DIST_FAMILIES
};

struct distribution_point {
    double value, share;
};

/* Parameters in the order of distribution_families[].parameter, in SI units. */
struct distribution {
    enum family family;
    double parameter[3];
    int n_points;                           /* DISCRETE, EMPIRICAL */
    const struct distribution_point *point; /* sorted by value; in the scenario's arena */
};

/* One row a family: how it's written, what its parameters are and may be. */
struct distribution_family {
    const char *name; /* as written in a scenario: "lognormal" */
    int n_parameters; /* 0 for DISCRETE and EMPIRICAL */
    struct {
        const char *name;  /* "mean", "cv" */
        bool scales;       /* has the dimension of the quantity (mean) or none (cv, shape, k) */
        double low, high;  /* inclusive bounds in SI; -HUGE_VAL, HUGE_VAL for none */
        const char *fault; /* what to say of a value outside of them */
    } parameter[3];
    const char *meaning; /* for explain */
};
extern const struct distribution_family distribution_families[DIST_FAMILIES];

/** NULL if the parameters are fine, else an English sentence that says what's wrong
 * (e.g. "low must not exceed high"). Checks ranges, order and that shares sum to 1 (1e-6). */
const char *distribution_fault(const struct distribution *distribution);

double distribution_mean(const struct distribution *distribution);
double distribution_variance(const struct distribution *distribution);

/** P(X <= x), by GSL where it has the family. */
double distribution_cdf(const struct distribution *distribution, double x);

/** The least x with P(X <= x) >= u, 0 < u < 1, by GSL; slow and exact: the ruler for quantile.h. */
double distribution_quantile(const struct distribution *distribution, double u);

/** The same from either end: P(X <= x), or with upper P(X > x), which keeps its digits as it gets
 * small. */
double distribution_tail(const struct distribution *distribution, double x, bool upper);

/** The inverse of distribution_tail; distribution_quantile is this for the nearer end. 0 < tail
 * < 1. */
double distribution_tail_quantile(const struct distribution *distribution, double tail, bool upper);

/** Weight of point i: its share, or 1 if the points are a sample (whose shares aren't looked at).
 */
double distribution_weight(const struct distribution *distribution, int i);

/** True if only one value is possible: a constant, no spread, or a mean of 0 of what can't be
 * negative. */
bool distribution_is_fixed(const struct distribution *distribution);

/** Least and greatest value possible (-HUGE_VAL, HUGE_VAL where unbounded). */
void distribution_support(const struct distribution *distribution, double *low, double *high);

/** Multiplies the quantity by a factor > 0: every parameter that scales, and points' values (which
 * are copied into the arena). */
enum status distribution_scale(struct distribution *distribution, double factor,
                               struct arena *arena);

/** A family with its parameters in order, without points. */
struct distribution distribution_of(enum family family, double first, double second, double third);

#endif
