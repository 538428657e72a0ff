/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_RUN_H
#define EXPERIMENT_RUN_H

#include "experiment/replicate.h"
#include "stats/histogram.h"
#include "stats/interval.h"

#include <signal.h>

/* How precise a figure has to be. */
struct precision {
    int kpi;
    double half_width;  /* in the unit of the key, or a share of the mean */
    bool relative;
};

struct run_options {
    uint64_t seed;
    int days;               /* 0: until the precision is reached */
    int first_day;          /* 0 for a run; stages of a search use days of their own */
    int days_at_most;
    double confidence;
    int threads;
    int n_precisions;
    const struct precision *precision;
    const volatile sig_atomic_t *stop; /* may be NULL; ends the run after the present block */
    /* Called for each day in order, from one thread. */
    enum status (*on_day)(void *context, const struct study *study, int day, const struct day_result *result);
    /* Called after each block. */
    void (*on_progress)(void *context, int days, int days_wanted, double half_width_over_wanted);
    void *context;
};

/* What a run comes to. Figures are in the unit of their key. */
struct summary {
    const struct study *study;
    int days, rows;         /* rows: 1 + stations + groups */
    double confidence;
    bool precise, interrupted;
    struct interval *kpi;   /* [rows][n_kpis] */
    struct interval *kind_kpi; /* [kinds][n_kpis], of the whole layout */
    int *kind_days;         /* [kinds] */
    uint64_t waits[HISTOGRAM_CELLS];
    int bins, channels;
    double *series_mean;    /* [channels][bins]; NAN where no day has a value: an empty vessel's temperature */
    float *series_low, *series_median, *series_high; /* 5 %, 50 %, 95 % over the first band_days days */
    double *line_low, *line_median, *line_high; /* [bins] people waiting at all stations together, over the same days */
    double *ran_out;        /* [channels][bins] share of days with less than one left; stock channels */
    float *series_most;     /* [channels][bins] on any day; peaks */
    int band_days;
    double worst_heat_error, worst_little_error;
    double events;
    struct arena arena;
};

/**
 * Simulates independent days until every precision is reached, or `days` of them.
 * @param[out] summary  to be given back by summary_free
 * @return OK; ERR_PRECISION (days_at_most came first) and ERR_INTERRUPTED, both with the summary of what was
 *         done; ERR_MEMORY; whatever on_day returns.
 */
enum status run(const struct study *study, const struct run_options *options, struct summary *summary);

/** How many days to try next when the worst half-width is `lack` times too wide after `days`: half-widths fall
 * with the square root of the days; a tenth more, at most four times as many at once, in steps of 32. */
int run_days_to_go(int days, double lack, int at_most);

void summary_free(struct summary *summary);

static inline const struct interval *summary_kpi(const struct summary *summary, int row, int kpi)
{
    return &summary->kpi[row * n_kpis + kpi];
}

/** The channel of a kind at a station (and drink or vessel), or -1. */
int summary_channel(const struct summary *summary, enum channel_kind kind, int station, int index);

#endif
