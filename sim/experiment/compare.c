/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/compare.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCK = 64, FIRST_DAYS = 128 };

/* Everything that grows while days are added. */
struct contest {
    int n, goal;
    const struct contestant *contestant;
    const struct run_options *options;
    struct workers workers;
    struct rows *rows;              /* [n] */
    struct collection *collection;  /* [n] */
    struct twin_tally *twins;       /* [n][n][n_kpis], i < l only */
};

static struct twin_tally *twins_of(const struct contest *contest, int i, int l)
{
    return contest->twins + (size_t)(i * contest->n + l) * (size_t)n_kpis;
}

static void add_pair(struct twin_tally *tally, const double *one, const double *other)
{
    for (int k = 0; k < n_kpis; k++) {
        double scale = kpis[k].scale;
        double value[TWIN] = {one[kpis[k].under], scale * one[kpis[k].over], other[kpis[k].under], scale * other[kpis[k].over]};
        twin_tally_add(&tally[k], value);
    }
}

static void add_day(struct contest *contest, int row)
{
    for (int i = 0; i < contest->n; i++) {
        collection_add(&contest->collection[i], &contest->rows[i].day[row]);
        for (int l = i + 1; l < contest->n; l++)
            add_pair(twins_of(contest, i, l), contest->rows[i].day[row].measure, contest->rows[l].day[row].measure);
    }
}

/* Layout i minus layout l. */
static struct interval difference(const struct contest *contest, int i, int l, int kpi, double confidence, double *gain)
{
    if (i == l)
        return (struct interval){0, 0};
    if (i < l)
        return interval_of_twins(&twins_of(contest, i, l)[kpi], confidence, gain);
    struct interval turned = interval_of_twins(&twins_of(contest, l, i)[kpi], confidence, gain);
    return (struct interval){-turned.mean, turned.half_width};
}

static double simultaneous(const struct contest *contest)
{
    return 1 - (1 - contest->options->confidence) / (contest->n - 1);
}

static int best_of(const struct contest *contest)
{
    int best = 0;
    double most = -HUGE_VAL;

    for (int i = 0; i < contest->n; i++) {
        double mean = kpis[contest->goal].better * collection_kpi(&contest->collection[i], 0, contest->goal, 0.95).mean;
        if (mean > most) {
            most = mean;
            best = i;
        }
    }
    return best;
}

/* How far the widest difference to the best is from what was asked, as a factor. */
static double lack_of_precision(const struct contest *contest)
{
    int best = best_of(contest);
    double worst = 0;

    for (int p = 0; p < contest->options->n_precisions; p++)
        for (int i = 0; i < contest->n; i++) {
            const struct precision *wanted = &contest->options->precision[p];
            double size = fabs(collection_kpi(&contest->collection[best], 0, wanted->kpi, 0.95).mean);
            double allowed = wanted->relative ? wanted->half_width * size : wanted->half_width;
            double reached = difference(contest, i, best, wanted->kpi, simultaneous(contest), NULL).half_width;
            if (reached > 0)
                worst = fmax(worst, allowed > 0 ? reached / allowed : HUGE_VAL);
        }
    return worst;
}

static enum status simulate_to(struct contest *contest, int wanted, double lack)
{
    const struct run_options *options = contest->options;

    while (contest->collection[0].days < wanted) {
        int first = contest->collection[0].days, n = wanted - first < BLOCK ? wanted - first : BLOCK;
        if (options->stop && *options->stop)
            return ERR_INTERRUPTED;
        for (int i = 0; i < contest->n; i++)
            TRY(replicate(&contest->contestant[i].study, options->seed, first, n, &contest->workers, &contest->rows[i]));
        for (int row = 0; row < n; row++)
            add_day(contest, row);
        if (options->on_progress)
            options->on_progress(options->context, contest->collection[0].days, wanted, lack);
    }
    return OK;
}

static enum status simulate(struct contest *contest)
{
    const struct run_options *options = contest->options;
    int wanted = options->days ? options->days : options->days_at_most < FIRST_DAYS ? options->days_at_most : FIRST_DAYS;
    double lack = HUGE_VAL;

    for (;;) {
        TRY(simulate_to(contest, wanted, lack));
        if (options->days)
            return OK;
        lack = lack_of_precision(contest);
        if (lack <= 1)
            return OK;
        if (wanted >= options->days_at_most)
            return ERR_PRECISION;
        wanted = run_days_to_go(wanted, lack, options->days_at_most);
    }
}

static enum status sum_up(const struct contest *contest, int reference, struct comparison *comparison)
{
    struct arena *arena = &comparison->arena;
    int n = contest->n, best = best_of(contest);

    comparison->days = contest->collection[0].days;
    comparison->best = best;
    TAKE(arena, comparison->summary, n);
    TAKE(arena, comparison->against_best, n * n_kpis);
    TAKE(arena, comparison->against_reference, n * n_kpis);
    TAKE(arena, comparison->gain, n);
    for (int i = 0; i < n; i++) {
        TRY(collection_summary(&contest->collection[i], contest->options->confidence, contest->workers.n, &comparison->summary[i]));
        int against = contest->contestant[i].against ? contest->contestant[i].against : reference;
        comparison->gain[i] = 1;
        for (int k = 0; k < n_kpis; k++) {
            comparison->against_best[i * n_kpis + k] = difference(contest, i, best, k, simultaneous(contest), k == contest->goal ? &comparison->gain[i] : NULL);
            comparison->against_reference[i * n_kpis + k] = difference(contest, i, against, k, simultaneous(contest), NULL);
        }
    }
    return OK;
}

static enum status contest_open(struct contest *contest)
{
    size_t n = (size_t)contest->n;

    contest->rows = calloc(n, sizeof *contest->rows);
    contest->collection = calloc(n, sizeof *contest->collection);
    contest->twins = calloc(n * n * (size_t)n_kpis, sizeof *contest->twins);
    if (!contest->rows || !contest->collection || !contest->twins)
        return ERR_MEMORY;
    TRY(workers_open(&contest->workers, contest->options->threads));
    for (int i = 0; i < contest->n; i++) {
        TRY(rows_open(&contest->rows[i], &contest->contestant[i].study, BLOCK));
        TRY(collection_open(&contest->collection[i], &contest->contestant[i].study));
    }
    return OK;
}

static void contest_close(struct contest *contest)
{
    for (int i = 0; i < contest->n; i++) {
        if (contest->rows)
            rows_close(&contest->rows[i]);
        if (contest->collection)
            collection_close(&contest->collection[i]);
    }
    free(contest->rows);
    free(contest->collection);
    free(contest->twins);
    workers_close(&contest->workers);
}

enum status compare(int n, const struct contestant contestants[], int goal, int reference, const struct run_options *options,
                    struct comparison *comparison)
{
    struct contest contest = {.n = n, .goal = goal, .contestant = contestants, .options = options};

    *comparison = (struct comparison){.n = n, .confidence = options->confidence, .goal = goal, .reference = reference};
    if (n < 2)
        return ERR_DOMAIN;
    enum status status = contest_open(&contest);
    if (status == OK)
        status = simulate(&contest);
    if ((status == OK || status == ERR_PRECISION || status == ERR_INTERRUPTED) && contest.collection[0].days > 0) {
        enum status summed = sum_up(&contest, reference, comparison);
        status = summed == OK ? status : summed;
    }
    contest_close(&contest);
    return status;
}

void comparison_free(struct comparison *comparison)
{
    for (int i = 0; comparison->summary && i < comparison->n; i++)
        summary_free(&comparison->summary[i]);
    arena_free(&comparison->arena);
}
