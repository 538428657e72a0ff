/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/stock_paths.h"

#include "stats/histogram.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of its drinks those of which a station has none at all: they aren't served there. */
static enum status not_served(const struct shares *portions, struct arena *arena, struct shares *none)
{
    *none = (struct shares){0};
    TAKE(arena, none->item, portions->n + 1);
    for (int i = 0; i < portions->n; i++)
        if (portions->item[i].share < 1)
            none->item[none->n++] = portions->item[i];
    return OK;
}

/* The layout without any limit of stock, but for what isn't served. */
static enum status without_stock(const struct layout *layout, struct arena *arena, struct layout *endless)
{
    struct station_plan *station;

    TAKE(arena, station, layout->station.n + 1);
    for (int s = 0; s < layout->station.n; s++) {
        station[s] = *layout_station(layout, s);
        TRY(not_served(&layout_station(layout, s)->portions, arena, &station[s].portions));
        station[s].reorder = (struct shares){0};
        station[s].cups = station[s].lids = NAN;
    }
    *endless = (struct layout){layout->name, {layout->station.n, station}};
    return OK;
}

struct served {
    double starts_s;
    const struct visit *visit;
};

static int by_start(const void *a, const void *b)
{
    double x = ((const struct served *)a)->starts_s, y = ((const struct served *)b)->starts_s;
    return (x > y) - (x < y);
}

/* Who asks for what isn't served here takes another drink, and that is what he wants here. */
static struct wish wish_of(const struct plan_day *plan, const struct visit *visit)
{
    bool served = plan->station[visit->station].portions[visit->first_drink] > 0;
    return (struct wish){served ? visit->first_drink : visit->drink, (uint8_t)plan->stream[visit->stream].group, visit->cups, visit->own_cup, visit->substitutes,
                         visit->substitute_u, (float)(visit->starts_s - plan->opens_s)};
}

/* The served of a day, by station in the order of service. */
static enum status sort_out(const struct plan_day *plan, const struct trace *trace, struct arena *arena, struct stock_path path[])
{
    struct served *served = malloc(((size_t)trace->n_visits + 1) * sizeof *served);

    if (!served)
        return ERR_MEMORY;
    for (int s = 0; s < plan->n_stations; s++) {
        int n = 0;
        for (int i = 0; i < trace->n_visits; i++)
            if (trace->visit[i].outcome == OUT_SERVED && trace->visit[i].station == s)
                served[n++] = (struct served){trace->visit[i].starts_s, &trace->visit[i]};
        qsort(served, (size_t)n, sizeof *served, by_start);
        path[s] = (struct stock_path){plan, s, n, arena_take(arena, (size_t)n + 1, sizeof(struct wish))};
        for (int i = 0; path[s].wish && i < n; i++)
            path[s].wish[i] = wish_of(plan, served[i].visit);
    }
    free(served);
    return OK;
}

static int most_vessels(const struct plan_day plan[], int kinds)
{
    int most = 0;

    for (int t = 0; t < kinds; t++)
        most = plan[t].n_vessels > most ? plan[t].n_vessels : most;
    return most;
}

enum status stock_paths_open(const struct study *study, const struct layout *layout, uint64_t seed, int first, int days,
                             const volatile sig_atomic_t *stop, struct arena *arena, struct stock_paths *paths)
{
    struct arena day_arena = {0}, traced = {0};
    struct layout endless;
    struct plan_day *plan;
    struct day_result result = {0};
    enum status status = OK;

    TRY(without_stock(layout, arena, &endless));
    TAKE(arena, plan, study->n_kinds);
    for (int t = 0; t < study->n_kinds; t++)
        TRY(plan_derive(&study->kind[t].plan, &endless, false, arena, &plan[t]));
    TAKE(arena, result.measure, plan_measures(plan));
    TAKE(arena, result.waits, HISTOGRAM_CELLS);
    TAKE(arena, result.series, 1);
    *paths = (struct stock_paths){plan, days, plan->n_stations, plan->n_drinks, NULL, NULL};
    TAKE(arena, paths->path, days * plan->n_stations + 1);
    TAKE(arena, paths->filling, most_vessels(plan, study->n_kinds) + 1);
    for (int r = 0; r < days && status == OK; r++) {
        struct trace trace = {.arena = &traced, .visits_only = true};
        const struct plan_day *of_day = &plan[study_kind_of_day(study, first + r)];
        if (stop && *stop)
            status = ERR_INTERRUPTED;
        else
            status = day_simulate(of_day, seed, (uint32_t)(first + r), &day_arena, &trace, &result);
        if (status == OK)
            status = sort_out(of_day, &trace, arena, paths->path + r * plan->n_stations);
    }
    arena_free(&day_arena);
    arena_free(&traced);
    return status;
}

/* --- handing out ----------------------------------------------------------------------------------------------- */

static int another(const struct plan_day *plan, const struct wish *wish, const double left[])
{
    const double *upto = plan->group[wish->group].drink_upto;
    double there = 0, passed = 0;
    int chosen = -1;

    for (int d = 0; d < plan->n_drinks; d++)
        if (left[d] >= wish->cups)
            there += upto[d] - (d ? upto[d - 1] : 0);
    for (int d = 0; d < plan->n_drinks; d++) {
        double share = upto[d] - (d ? upto[d - 1] : 0);
        if (left[d] < wish->cups || passed > (double)wish->substitute_u * there)
            continue;
        passed += share;
        if (share > 0)
            chosen = d;
    }
    return chosen;
}

static void hand_out(struct counter *counter, const struct wish *wish, double cups, struct stock_day *day)
{
    bool there = day->left[wish->drink] >= wish->cups;
    int drink = there ? wish->drink : wish->substitutes ? another(counter->plan, wish, day->left) : -1;

    day->missed[wish->drink] |= !there;
    if (drink < 0 || (!wish->own_cup && day->cups + wish->cups > cups)) {
        day->lacking += wish->cups;
        return;
    }
    day->served += wish->cups;
    day->substituted += drink != wish->drink ? wish->cups : 0;
    day->cups += wish->own_cup ? 0 : wish->cups;
    counter_pours(counter, drink, wish->cups, counter->plan->opens_s + (double)wish->at_s);
}

void stock_replay(const struct stock_paths *paths, const struct stock_path *path, const int stock[], double cups, struct stock_day *day)
{
    *day = (struct stock_day){0};
    struct counter counter = {path->plan, path->station, paths->filling, day->left, day->too_old};

    for (int d = 0; d < paths->drinks; d++)
        day->left[d] = stock[d];
    counter_open(&counter);
    for (int i = 0; i < path->n; i++) {
        counter_ages(&counter, path->plan->opens_s + (double)path->wish[i].at_s);
        hand_out(&counter, &path->wish[i], cups, day);
    }
    counter_ages(&counter, path->plan->closes_s);
    for (int d = 0; d < paths->drinks; d++) {
        day->out[d] = day->left[d] < 1;
        day->in_vessels[d] = counter_in_vessels(&counter, d);
    }
}

void stock_demand(const struct stock_paths *paths, int station, int drink, double demand[])
{
    for (int r = 0; r < paths->days; r++) {
        const struct stock_path *path = &paths->path[r * paths->stations + station];
        demand[r] = 0;
        for (int i = 0; i < path->n; i++)
            demand[r] += path->wish[i].drink == drink ? path->wish[i].cups : 0;
    }
}
