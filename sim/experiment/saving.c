/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/saving.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 };

static const char *const told[SAVINGS] = {"wait_mean_s", "wait_within_share", "served", "reneged", "portions_wasted", "cost", "satisfaction"};

/* Of each figure told: what is under it and, in the unit of its key, over it. */
struct noted_day {
    double under[SAVINGS], over[SAVINGS];
};

static struct noted_day noted_of(const struct day_result *day)
{
    struct noted_day noted;

    for (int i = 0; i < SAVINGS; i++) {
        const struct kpi *kpi = &kpis[kpi_find(told[i])];
        noted.under[i] = day->measure[kpi->under];
        noted.over[i] = kpi->scale * day->measure[kpi->over];
    }
    return noted;
}

bool saving_applies(const struct study *study)
{
    for (int t = 0; t < study->n_kinds; t++)
        if (study->kind[t].plan.orders)
            return true;
    return false;
}

enum status saving_note(struct saving *saving, const struct day_result *day)
{
    if (saving->noted == saving->room) {
        int room = saving->room ? 2 * saving->room : 1024;
        struct noted_day *grown = realloc(saving->day, (size_t)room * sizeof *grown);
        if (!grown)
            return ERR_MEMORY;
        saving->day = grown;
        saving->room = room;
    }
    saving->day[saving->noted++] = noted_of(day);
    return OK;
}

/* The same plans, in which no group orders. */
static enum status without_bookings(const struct study *study, struct arena *arena, struct study *without)
{
    *without = *study;
    TAKE(arena, without->kind, study->n_kinds);
    for (int t = 0; t < study->n_kinds; t++) {
        struct day_kind *kind = &without->kind[t];
        struct plan_group *group;
        *kind = study->kind[t];
        TAKE(arena, group, kind->plan.n_groups);
        memcpy(group, kind->plan.group, (size_t)kind->plan.n_groups * sizeof *group);
        for (int g = 0; g < kind->plan.n_groups; g++)
            group[g].orders = false;
        kind->plan.group = group;
        kind->plan.orders = false;
    }
    return OK;
}

static void add_pair(struct twin_tally tally[SAVINGS], const struct noted_day *with, const struct noted_day *without)
{
    for (int i = 0; i < SAVINGS; i++) {
        double value[TWIN] = {with->under[i], with->over[i], without->under[i], without->over[i]};
        twin_tally_add(&tally[i], value);
    }
}

static enum status simulate(struct saving *saving, const struct study *without, const struct run_options *options, struct workers *workers, struct rows *rows,
                            struct twin_tally tally[SAVINGS])
{
    while (saving->days < saving->noted) {
        int left = saving->noted - saving->days, n = left < BLOCK ? left : BLOCK;
        if (options->stop && *options->stop)
            return ERR_INTERRUPTED;
        TRY(replicate(without, options->seed, options->first_day + saving->days, n, workers, rows));
        for (int i = 0; i < n; i++) {
            struct noted_day one = noted_of(&rows->day[i]);
            add_pair(tally, &saving->day[saving->days++], &one);
        }
        if (options->on_progress)
            options->on_progress(options->context, saving->days, saving->noted, HUGE_VAL);
    }
    return OK;
}

static void sum_up(struct saving *saving, const struct twin_tally tally[SAVINGS], double confidence)
{
    saving->confidence = confidence;
    for (int i = 0; i < SAVINGS; i++) {
        saving->kpi[i] = kpi_find(told[i]);
        saving->change[i] = interval_of_twins(&tally[i], confidence, NULL);
    }
}

enum status saving_find(struct saving *saving, const struct study *study, const struct run_options *options)
{
    struct twin_tally tally[SAVINGS] = {0};
    struct arena arena = {0};
    struct study without;
    struct workers workers = {0};
    struct rows rows = {0};

    enum status status = without_bookings(study, &arena, &without);
    if (status == OK)
        status = workers_open(&workers, options->threads);
    if (status == OK)
        status = rows_open(&rows, &without, BLOCK);
    if (status == OK)
        status = simulate(saving, &without, options, &workers, &rows, tally);
    sum_up(saving, tally, options->confidence);
    rows_close(&rows);
    workers_close(&workers);
    arena_free(&arena);
    return status;
}

void saving_free(struct saving *saving)
{
    free(saving->day);
    saving->day = NULL;
}
