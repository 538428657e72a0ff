/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_FIT_H
#define PLANNER_FIT_H

#include "core/arena.h"
#include "core/status.h"
#include "random/distribution.h"

#include <stdbool.h>

/* What tallies say about arrivals, service, patience and shares. All intervals are of 95 %. Pure. */

struct estimate {
    double value, low, high; /* NAN: nothing can be said; low alone known: high is HUGE_VAL */
};

/** A mean of `exposure` Poisson observations that add up to count: count / exposure, exact interval (gamma quantiles). */
struct estimate fit_poisson(double count, double exposure);

/** A share k of n: Wilson's interval. n of 0: NAN. */
struct estimate fit_share(double k, double n);

/** Mean patience if it's exponential: person-seconds in line over how many gave up; who is served is censored.
 * Nobody gave up: value HUGE_VAL, low the one-sided bound. */
struct estimate fit_patience(double in_line_s, double gave_up);

enum { FIT_MOST_PEAKS = 3, FIT_LEAST_SERVICES = 5, FIT_LEAST_CAME = 10 };

/* A step of the day, tallied on so many days. Steps don't overlap and are sorted. */
struct fit_step {
    double from_s, to_s;
    int days;
    double came; /* on all of them */
};

struct fit_day {
    double came, expected; /* expected: of the fitted curve over the steps tallied that day; filled in by fit_arrivals */
    const bool *tallied;   /* [n steps] */
};

struct fit_peak {
    struct estimate at_s, spread_s;
    double a_day; /* who come with it, in the window or not */
};

struct fit_arrivals {
    int n_peaks;                        /* by BIC; 0: fewer than FIT_LEAST_CAME came, nothing is fitted */
    struct fit_peak peak[FIT_MOST_PEAKS]; /* by time */
    double bic[1 + FIT_MOST_PEAKS];     /* [peaks]; NAN: not tried */
    int next_peaks;                     /* the number with the next best BIC */
    struct estimate *mean;              /* [n] a day and step, exact Poisson */
    struct estimate *curve;             /* [n] fitted, band by the delta method */
    struct estimate a_day;              /* who come in all steps together; by Student over days where days differ more than Poisson */
    bool days_differ;                   /* dispersion of the days' totals, at 10 % */
    struct estimate day_to_day;         /* cv beyond Poisson, by moments; NAN for one day */
    double chi2, p;                     /* Pearson's over steps, merged until 5 are expected; NAN without degrees of freedom */
    int dof;
};

/**
 * Poisson counts under one to three bell-shaped peaks, by EM on the grouped counts: steps that weren't tallied on a day, gaps
 * between steps and what lies before and after them count as unobserved. Deterministic starts.
 * Memory from the arena. @return OK; ERR_MEMORY.
 */
enum status fit_arrivals(struct arena *arena, int n, const struct fit_step step[], int n_days, struct fit_day day[],
                         struct fit_arrivals *fit);

struct fit_service {
    int n;                   /* values; below FIT_LEAST_SERVICES nothing is fitted */
    enum family family;      /* DIST_LOGNORMAL or DIST_GAMMA, by likelihood; DIST_NONE: nothing is fitted */
    struct estimate mean_s, cv;
    double distance, critical; /* Kolmogorov-Smirnov; at 5 % with parameters estimated (Stephens 1974) */
    double likelihood_gain;    /* of the chosen family over the other, in log */
};

/** value[n] > 0, sorted by this call. */
void fit_service(int n, double value[], struct fit_service *fit);

#endif
