/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/design_days.h"

#include "stats/histogram.h"

#include <math.h>
#include <omp.h>
#include <stdlib.h>

/* What a thread needs to make a day. */
struct day_maker {
    struct arena arena;
    double *measure;
    uint32_t waits[HISTOGRAM_CELLS];
    float series[1]; /* designs under search leave none */
    char apart[64];
};

/* A request with its layout compiled for every kind of day. */
struct compiled {
    struct plan_day *plan; /* [kinds] */
    int first_unit;        /* requests' days, numbered through */
};

enum status design_days_open(struct design_days *days, const struct space *space, uint64_t seed, int threads,
                             const volatile sig_atomic_t *stop)
{
    const struct plan_day *plan = study_plan(space->study);
    size_t measures = (size_t)(plan_rows(plan) - plan->n_stations + space->most) * MEASURES;

    *days = (struct design_days){.space = space, .seed = seed, .threads = threads > 0 ? threads : omp_get_num_procs(), .stop = stop};
    days->maker = calloc((size_t)days->threads, sizeof *days->maker);
    if (!days->maker)
        return ERR_MEMORY;
    for (int i = 0; i < days->threads; i++) {
        days->maker[i].measure = calloc(measures, sizeof(double));
        if (!days->maker[i].measure)
            return ERR_MEMORY;
    }
    return OK;
}

void design_days_close(struct design_days *days)
{
    for (int i = 0; days->maker && i < days->threads; i++) {
        arena_free(&days->maker[i].arena);
        free(days->maker[i].measure);
    }
    free(days->maker);
    arena_free(&days->plans);
    *days = (struct design_days){0};
}

void design_observation(const struct space *space, const double measure[], double out[])
{
    const struct choice *choice = space->choice;

    out[0] = choice_goal(choice, measure);
    for (int r = 0; r < choice->require.n; r++)
        out[1 + r] = requirement_of_day(&choice->require.item[r], measure);
    if (!isnan(choice->budget)) {
        double goodwill = space->study->scenario->costs.goodwill * (measure[M_WANTED] - measure[M_SERVED]);
        out[1 + choice->require.n] = choice->budget - (measure[M_COST] - goodwill);
    }
}

static enum status compile(struct design_days *days, const int x[], struct compiled *compiled)
{
    const struct study *study = days->space->study;
    struct layout *layout;

    TAKE(&days->plans, layout, 1);
    TAKE(&days->plans, compiled->plan, study->n_kinds);
    TRY(design_layout(days->space, x, &days->plans, layout));
    for (int t = 0; t < study->n_kinds; t++)
        TRY(plan_derive(&study->kind[t].plan, layout, false, &days->plans, &compiled->plan[t]));
    return OK;
}

static int request_of_unit(const struct compiled compiled[], int n, int unit)
{
    int low = 0, high = n - 1;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (compiled[middle].first_unit <= unit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static enum status make_day(const struct design_days *days, struct day_maker *maker, const struct compiled *compiled, int day, double out[])
{
    const struct plan_day *plan = &compiled->plan[study_kind_of_day(days->space->study, day)];
    struct day_result result = {.measure = maker->measure, .waits = maker->waits, .series = maker->series};

    TRY(day_simulate(plan, days->seed, (uint32_t)day, &maker->arena, NULL, &result));
    design_observation(days->space, maker->measure, out);
    return OK;
}

static enum status observe(void *context, int n, const struct observation_request request[])
{
    struct design_days *days = context;
    int row = 1 + design_requirements(days->space->choice), units = 0, failed = 0;
    struct compiled *compiled;

    if (days->stop && *days->stop)
        return ERR_INTERRUPTED;
    arena_reset(&days->plans);
    TAKE(&days->plans, compiled, n);
    for (int i = 0; i < n; i++) {
        compiled[i].first_unit = units;
        units += request[i].n;
        TRY(compile(days, request[i].x, &compiled[i]));
    }
#pragma omp parallel for schedule(dynamic, 4) num_threads(days->threads) reduction(| : failed)
    for (int unit = 0; unit < units; unit++) {
        int i = request_of_unit(compiled, n, unit), day = unit - compiled[i].first_unit;
        struct day_maker *maker = &days->maker[omp_get_thread_num()];
        failed |= make_day(days, maker, &compiled[i], request[i].first + day, request[i].out + (size_t)day * (size_t)row) != OK;
    }
    days->days += units;
    return failed ? ERR_MEMORY : OK;
}

struct observer design_days_observer(struct design_days *days)
{
    return (struct observer){design_requirements(days->space->choice), observe, days};
}
