/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/collect.h"

#include <math.h>
#include <omp.h>
#include <stdlib.h>
#include <string.h>

enum { BAND_BYTES = 8 << 20 };

enum status collection_open(struct collection *collection, const struct study *study)
{
    const struct plan_day *plan = study_plan(study);
    size_t rows = (size_t)plan_rows(plan), kinds = (size_t)study->n_kinds;
    size_t series = (size_t)plan_series(plan) + 1;
    size_t kept = BAND_BYTES / (series * sizeof(float));

    *collection = (struct collection){.study = study, .rows = (int)rows, .kept_room = kept < 64 ? 64 : kept > 2048 ? 2048 : (int)kept};
    collection->kind_days = calloc(kinds, sizeof *collection->kind_days);
    collection->ratio = calloc(kinds * rows * (size_t)n_kpis, sizeof *collection->ratio);
    collection->waits = calloc(SECTIONS, sizeof *collection->waits);
    collection->series = calloc(series, sizeof *collection->series);
    collection->series_days = calloc(series, sizeof *collection->series_days);
    collection->ran_out = calloc(series, sizeof *collection->ran_out);
    collection->most = calloc(series, sizeof *collection->most);
    collection->kept = calloc(series * (size_t)collection->kept_room, sizeof *collection->kept);
    bool all = collection->kind_days && collection->ratio && collection->waits && collection->series && collection->series_days && collection->ran_out && collection->most && collection->kept;
    return all ? OK : ERR_MEMORY;
}

void collection_close(struct collection *collection)
{
    free(collection->kind_days);
    free(collection->ratio);
    free(collection->waits);
    free(collection->series);
    free(collection->series_days);
    free(collection->ran_out);
    free(collection->most);
    free(collection->kept);
    *collection = (struct collection){0};
}

static void add_figures(struct collection *collection, const struct day_result *day)
{
    struct pair_tally *tally = collection->ratio + (size_t)day->day_type * (size_t)(collection->rows * n_kpis);

    for (int row = 0; row < collection->rows; row++) {
        const double *measure = day->measure + (size_t)row * MEASURES;
        for (int k = 0; k < n_kpis; k++)
            pair_tally_add(tally++, measure[kpis[k].under], kpis[k].scale * measure[kpis[k].over]);
    }
}

static void add_series(struct collection *collection, const struct day_result *day)
{
    const struct plan_day *plan = study_plan(collection->study);
    int n = plan_series(plan);

    for (int i = 0; i < n; i++) {
        bool there = !isnan(day->series[i]);
        collection->series[i] += there ? (double)day->series[i] : 0;
        collection->series_days[i] += there;
    }
    for (int c = 0; c < plan->n_channels; c++) {
        enum channel_kind kind = plan->channel[c].kind;
        for (int i = c * plan->bins; channel_is_stock(kind) && i < (c + 1) * plan->bins; i++)
            collection->ran_out[i] += day->series[i] < 1;
        for (int i = c * plan->bins; kind == C_LOAD_PEAK && i < (c + 1) * plan->bins; i++)
            collection->most[i] = fmaxf(collection->most[i], day->series[i]);
    }
    if (collection->days < collection->kept_room)
        memcpy(collection->kept + (size_t)collection->days * (size_t)n, day->series, (size_t)n * sizeof *day->series);
}

void collection_add(struct collection *collection, const struct day_result *day)
{
    add_figures(collection, day);
    add_series(collection, day);
    histogram_merge(collection->waits[collection->days % SECTIONS], day->waits);
    collection->worst_heat_error = fmax(collection->worst_heat_error, day->heat_error);
    collection->worst_little_error = fmax(collection->worst_little_error, day->little_error);
    collection->events += (double)day->events;
    collection->kind_days[day->day_type]++;
    collection->days++;
}

static void waits_of_all(const struct collection *collection, uint64_t sum[HISTOGRAM_CELLS])
{
    memset(sum, 0, HISTOGRAM_CELLS * sizeof *sum);
    for (int s = 0; s < SECTIONS; s++)
        for (int cell = 0; cell < HISTOGRAM_CELLS; cell++)
            sum[cell] += collection->waits[s][cell];
}

/* What falls in the first cell is no wait: nearly all of it is who walks straight up. */
static double quantile_s(const uint64_t waits[HISTOGRAM_CELLS], double p)
{
    double units = histogram_quantile(waits, p);
    return units <= 1 ? 0 : WAIT_RESOLUTION_S * units;
}

/* Quantile over all days; the half-width from those of the sections, each every twentieth day. */
static struct interval wait_quantile(const struct collection *collection, double p, double confidence)
{
    uint64_t all[HISTOGRAM_CELLS];
    struct tally sections = {0};

    waits_of_all(collection, all);
    for (int s = 0; s < SECTIONS; s++)
        tally_add(&sections, quantile_s(collection->waits[s], p));
    struct interval interval = interval_of_mean(&sections, confidence);
    interval.mean = quantile_s(all, p);
    if (collection->days < 2 * SECTIONS)
        interval.half_width = HUGE_VAL;
    return interval;
}

struct interval collection_kpi(const struct collection *collection, int row, int kpi, double confidence)
{
    struct pair_tally strata[MOST_KINDS];
    double share[MOST_KINDS];
    int n = 0;

    if (kpis[kpi].quantile)
        return wait_quantile(collection, kpis[kpi].quantile / 100.0, confidence);
    /* A rare kind that has not come up yet can't be weighed; the others stand for it. */
    for (int t = 0; t < collection->study->n_kinds && n < MOST_KINDS; t++) {
        if (!collection->kind_days[t])
            continue;
        strata[n] = collection->ratio[(size_t)(t * collection->rows + row) * (size_t)n_kpis + (size_t)kpi];
        share[n++] = collection->study->kind[t].share;
    }
    return n == 1 ? interval_of_ratio(&strata[0], confidence) : interval_of_strata_ratio(n, strata, share, confidence);
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static float at_share(const float sorted[], int n, double p)
{
    double place = p * (n - 1);
    int i = (int)place;

    if (n == 0)
        return NAN;
    float above = sorted[i + 1 < n ? i + 1 : i];
    return sorted[i] + (float)(place - i) * (above - sorted[i]);
}

/* The band of one place of the series. */
static void band(const struct collection *collection, struct summary *summary, int place, float column[])
{
    size_t n = (size_t)plan_series(study_plan(collection->study));
    int there = 0;

    for (int r = 0; r < summary->band_days; r++) {
        float value = collection->kept[(size_t)r * n + (size_t)place];
        if (!isnan(value))
            column[there++] = value;
    }
    qsort(column, (size_t)there, sizeof *column, by_value);
    summary->series_low[place] = at_share(column, there, 0.05);
    summary->series_median[place] = at_share(column, there, 0.5);
    summary->series_high[place] = at_share(column, there, 0.95);
}

static enum status bands(const struct collection *collection, int threads, struct summary *summary)
{
    int n = plan_series(study_plan(collection->study));
    int days = collection->days < collection->kept_room ? collection->days : collection->kept_room;
    float *column;

    TAKE(&summary->arena, summary->series_low, n);
    TAKE(&summary->arena, summary->series_median, n);
    TAKE(&summary->arena, summary->series_high, n);
    TAKE(&summary->arena, column, (size_t)threads * (size_t)(days + 1));
    summary->band_days = days;
#pragma omp parallel for schedule(dynamic, 64) num_threads(threads)
    for (int i = 0; i < n; i++)
        band(collection, summary, i, column + (size_t)omp_get_thread_num() * (size_t)(days + 1));
    return OK;
}

static float all_lines(const struct plan_day *plan, const float series[], int bin)
{
    float sum = 0;
    for (int c = 0; c < plan->n_channels; c++)
        if (plan->channel[c].kind == C_LINE)
            sum += series[c * plan->bins + bin];
    return sum;
}

/* The lines of a day are summed before days are ranked: medians of stations don't add up. */
static enum status line_bands(const struct collection *collection, struct summary *summary)
{
    const struct plan_day *plan = study_plan(collection->study);
    size_t n = (size_t)plan_series(plan);
    float *column;

    TAKE(&summary->arena, summary->line_low, plan->bins + 1);
    TAKE(&summary->arena, summary->line_median, plan->bins + 1);
    TAKE(&summary->arena, summary->line_high, plan->bins + 1);
    TAKE(&summary->arena, column, summary->band_days + 1);
    for (int b = 0; b < plan->bins; b++) {
        for (int r = 0; r < summary->band_days; r++)
            column[r] = all_lines(plan, collection->kept + (size_t)r * n, b);
        qsort(column, (size_t)summary->band_days, sizeof *column, by_value);
        summary->line_low[b] = (double)at_share(column, summary->band_days, 0.05);
        summary->line_median[b] = (double)at_share(column, summary->band_days, 0.5);
        summary->line_high[b] = (double)at_share(column, summary->band_days, 0.95);
    }
    return OK;
}

static enum status figures(const struct collection *collection, double confidence, struct summary *summary)
{
    int kinds = collection->study->n_kinds;

    TAKE(&summary->arena, summary->kpi, collection->rows * n_kpis);
    TAKE(&summary->arena, summary->kind_kpi, kinds * n_kpis);
    TAKE(&summary->arena, summary->kind_days, kinds);
    for (int row = 0; row < collection->rows; row++)
        for (int k = 0; k < n_kpis; k++)
            summary->kpi[row * n_kpis + k] = collection_kpi(collection, row, k, confidence);
    for (int t = 0; t < kinds; t++) {
        summary->kind_days[t] = collection->kind_days[t];
        for (int k = 0; k < n_kpis; k++)
            summary->kind_kpi[t * n_kpis + k] = interval_of_ratio(
                &collection->ratio[(size_t)(t * collection->rows) * (size_t)n_kpis + (size_t)k], confidence);
    }
    return OK;
}

enum status collection_summary(const struct collection *collection, double confidence, int threads, struct summary *summary)
{
    const struct plan_day *plan = study_plan(collection->study);
    size_t n = (size_t)plan_series(plan);
    double days = collection->days ? collection->days : 1;

    summary->study = collection->study;
    summary->days = collection->days;
    summary->rows = collection->rows;
    summary->confidence = confidence;
    summary->bins = plan->bins;
    summary->channels = plan->n_channels;
    summary->worst_heat_error = collection->worst_heat_error;
    summary->worst_little_error = collection->worst_little_error;
    summary->events = collection->events;
    waits_of_all(collection, summary->waits);
    TAKE(&summary->arena, summary->series_mean, n);
    TAKE(&summary->arena, summary->ran_out, n);
    TAKE(&summary->arena, summary->series_most, n);
    if (n)
        memcpy(summary->series_most, collection->most, n * sizeof *collection->most);
    for (size_t i = 0; i < n; i++) {
        summary->series_mean[i] = collection->series_days[i] ? collection->series[i] / collection->series_days[i] : NAN;
        summary->ran_out[i] = collection->ran_out[i] / days;
    }
    TRY(figures(collection, confidence, summary));
    TRY(bands(collection, threads, summary));
    return line_bands(collection, summary);
}
