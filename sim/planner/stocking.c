/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/stocking.h"

#include "planner/exchange.h"
#include "planner/stock_lasting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Days of each use begin elsewhere: what chose the stock doesn't judge it. */
enum { CHOOSE_FROM = 500000000, JUDGE_FROM = 600000000, BATCHES = 10 };

double stocking_cost(const struct stock_paths *paths, const int stock[], const struct stock_day *day)
{
    const struct scenario *scenario = paths->plan->scenario;
    const struct costs *costs = &scenario->costs;
    double sum = costs->goodwill * day->lacking + costs->cup * day->cups;

    for (int d = 0; d < paths->drinks; d++) {
        const struct drink *drink = scenario_drink(scenario, d);
        double kept = drink->keeps ? day->left[d] - day->in_vessels[d] : 0;
        sum += (stock[d] - kept) * drink->cost + (day->too_old[d] + day->left[d] - kept) * costs->waste;
    }
    return sum;
}

/* Days [first, first + n) of a station. */
struct stretch {
    const struct stock_paths *paths;
    int station, first, n;
};

static double mean_cost(void *context, const int stock[])
{
    const struct stretch *stretch = context;
    struct stock_day day;
    double sum = 0;

    for (int d = 0; d < stretch->paths->drinks; d++)
        if (stock[d] > 0 && stretch->paths->plan->station[stretch->station].portions[d] < 1)
            return HUGE_VAL; /* it isn't served there */
    for (int r = stretch->first; r < stretch->first + stretch->n; r++) {
        stock_replay(stretch->paths, &stretch->paths->path[r * stretch->paths->stations + stretch->station], stock, HUGE_VAL, &day);
        sum += stocking_cost(stretch->paths, stock, &day);
    }
    return sum / stretch->n;
}

/* --- one drink alone ------------------------------------------------------------------------------------------- */

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double at_least_share(const double sorted[], int n, double share)
{
    int place = (int)ceil(share * n) - 1;
    return sorted[place < 0 ? 0 : place >= n ? n - 1 : place];
}

/* Lacking costs goodwill less what the portion would have cost; too many cost the portion and its disposal. */
static double fractile(const struct scenario *scenario, int d, double lasting)
{
    const struct drink *drink = scenario_drink(scenario, d);
    double lack = scenario->costs.goodwill - drink->cost, over = drink->keeps ? 0 : drink->cost + scenario->costs.waste;

    if (!isnan(lasting))
        return lasting;
    return lack <= 0 ? 0 : lack / (lack + over);
}

static enum status start_from_fractiles(const struct stock_paths *paths, const struct stocking_options *options, int station, struct stocking_line line[],
                                        int stock[])
{
    double *demand = malloc((size_t)paths->days * sizeof *demand);

    if (!demand)
        return ERR_MEMORY;
    for (int d = 0; d < paths->drinks; d++) {
        stock_demand(paths, station, d, demand);
        line[d].station = station;
        line[d].drink = d;
        for (int r = 0; r < paths->days; r++)
            line[d].demand += demand[r] / paths->days;
        qsort(demand, (size_t)paths->days, sizeof *demand, by_size);
        line[d].demand_p95 = at_least_share(demand, paths->days, 0.95);
        stock[d] = (int)at_least_share(demand, paths->days, fractile(paths->plan->scenario, d, options->lasting));
        line[d].demand_most = demand[paths->days - 1];
    }
    free(demand);
    return OK;
}

/* --- where what stands too long is poured away ------------------------------------------------------------------- */

/* A filling more is worth it only as a whole, so small changes don't find it: each amount up to what nearly always lasts
 * is tried, about a hundred of them. */
static void start_from_cheapest(struct stretch *all, int d, int most, int stock[])
{
    int step = 1 + most / 100, best = stock[d];
    double least = mean_cost(all, stock);

    for (int x = 0; x < most + step; x += step) {
        stock[d] = x;
        double cost = mean_cost(all, stock);
        if (cost < least - 1e-9) {
            least = cost;
            best = x;
        }
    }
    stock[d] = best;
}

/* Of amounts that cost the same the smallest: what keeps costs nothing when it's left. */
static void leave_what_saves_nothing(struct stretch *all, int stock[])
{
    const double least = mean_cost(all, stock) + 1e-9;

    for (int d = 0; d < all->paths->drinks; d++)
        for (int step = 1 << 16; step >= 1; step /= 2)
            while (stock[d] >= step) {
                stock[d] -= step;
                if (mean_cost(all, stock) > least) {
                    stock[d] += step;
                    break;
                }
            }
}

static void start_from_holds(const struct stock_paths *paths, double lasting, int station, struct stocking_line line[], int stock[])
{
    struct stretch all = {paths, station, 0, paths->days};

    for (int d = 0; d < paths->drinks; d++) {
        if (!stock_gets_too_old(paths->plan, station, d) || paths->plan->station[station].portions[d] < 1)
            continue;
        line[d].fillings = stock_that_lasts(paths, station, d, 0.99);
        if (isnan(lasting))
            start_from_cheapest(&all, d, line[d].fillings, stock);
        else
            stock[d] = stock_that_lasts(paths, station, d, lasting);
    }
}

/* --- judged on fresh days ---------------------------------------------------------------------------------------- */

static double cups_for(const struct stock_paths *paths, int station, const int stock[], double share, double scratch[])
{
    struct stock_day day;

    for (int r = 0; r < paths->days; r++) {
        stock_replay(paths, &paths->path[r * paths->stations + station], stock, HUGE_VAL, &day);
        scratch[r] = day.cups;
    }
    qsort(scratch, (size_t)paths->days, sizeof *scratch, by_size);
    return at_least_share(scratch, paths->days, share);
}

static void judge(const struct stock_paths *fresh, const struct stocking_options *options, int station, const int stock[], struct stocking_line line[],
                  struct stocking_station *result)
{
    struct tally cost = {0}, lacking = {0};
    struct stock_day day;

    for (int r = 0; r < fresh->days; r++) {
        stock_replay(fresh, &fresh->path[r * fresh->stations + station], stock, result->cups, &day);
        tally_add(&cost, stocking_cost(fresh, stock, &day));
        tally_add(&lacking, day.lacking);
        for (int d = 0; d < fresh->drinks; d++) {
            line[d].chance_out += day.out[d];
            line[d].chance_short += day.missed[d];
            line[d].left += day.left[d];
            line[d].too_old += day.too_old[d];
        }
    }
    for (int d = 0; d < fresh->drinks; d++) {
        line[d].chance_out /= fresh->days;
        line[d].chance_short /= fresh->days;
        line[d].left /= fresh->days;
        line[d].too_old /= fresh->days;
    }
    result->cost = interval_of_mean(&cost, options->confidence);
    result->lacking = interval_of_mean(&lacking, options->confidence);
}

/* From none to more than was ever asked for, in even steps; the nearest of them is moved to the portions chosen. */
static void set_curve_portions(struct stocking_line *line, int chosen)
{
    double most = fmax(1.15 * line->demand_most, fmax(line->fillings, chosen)) + 1;
    int nearest = 0;

    for (int i = 0; i < CURVE_POINTS; i++) {
        line->curve_portions[i] = floor(most * i / (CURVE_POINTS - 1));
        if (fabs(line->curve_portions[i] - chosen) < fabs(line->curve_portions[nearest] - chosen))
            nearest = i;
    }
    line->curve_portions[nearest] = chosen;
}

/* On the days and with the stock of the others that chance_short is judged on, so that both are one figure where the
 * portions chosen stand. */
static void draw_curve(const struct stock_paths *fresh, int station, const int stock[], double cups, struct stocking_line *line)
{
    int tried[256];
    struct stock_day day;

    memcpy(tried, stock, (size_t)fresh->drinks * sizeof *tried);
    set_curve_portions(line, stock[line->drink]);
    for (int i = 0; i < CURVE_POINTS; i++) {
        tried[line->drink] = (int)line->curve_portions[i];
        line->curve_short[i] = 0;
        for (int r = 0; r < fresh->days; r++) {
            stock_replay(fresh, &fresh->path[r * fresh->stations + station], tried, cups, &day);
            line->curve_short[i] += day.missed[line->drink];
        }
        line->curve_short[i] /= fresh->days;
    }
}

/* Each batch of fresh days is given its own best choice; what that saves bounds from above what the choice made
 * falls short of the best. */
static void bound_gap(const struct stock_paths *fresh, const struct stocking_options *options, int station, const int stock[], struct stocking_station *result)
{
    int n = fresh->days / BATCHES, own[256];
    struct tally saved = {0};

    for (int b = 0; b < BATCHES && n > 0; b++) {
        memcpy(own, stock, (size_t)fresh->drinks * sizeof *own);
        struct stretch batch = {fresh, station, b * n, n};
        tally_add(&saved, mean_cost(&batch, stock) - exchange_lower(fresh->drinks, own, mean_cost, &batch));
    }
    result->gap = interval_of_mean(&saved, options->confidence);
}

static double now_of(const struct layout *layout, int station, int drink)
{
    const struct shares *portions = &layout_station(layout, station)->portions;

    for (int i = 0; i < portions->n; i++)
        if (portions->item[i].of.index == drink)
            return portions->item[i].share;
    return HUGE_VAL;
}

static enum status choose_station(const struct stock_paths *paths, const struct stock_paths *fresh, const struct layout *layout,
                                  const struct stocking_options *options, int s, struct stocking_line line[], struct stocking_station *result)
{
    int stock[256] = {0};
    double share = isnan(options->lasting) ? 0.98 : options->lasting;
    double *scratch = malloc((size_t)paths->days * sizeof *scratch);

    if (!scratch)
        return ERR_MEMORY;
    enum status status = start_from_fractiles(paths, options, s, line, stock);
    if (status == OK) {
        struct stretch all = {paths, s, 0, paths->days};
        start_from_holds(paths, options->lasting, s, line, stock);
        if (isnan(options->lasting)) {
            exchange_lower(paths->drinks, stock, mean_cost, &all);
            leave_what_saves_nothing(&all, stock);
        }
        result->cups = ceil(cups_for(paths, s, stock, share, scratch));
        result->cups_now = isnan(layout_station(layout, s)->cups) ? HUGE_VAL : layout_station(layout, s)->cups;
        judge(fresh, options, s, stock, line, result);
        if (isnan(options->lasting))
            bound_gap(fresh, options, s, stock, result);
        for (int d = 0; d < paths->drinks; d++) {
            line[d].portions = stock[d];
            line[d].now = now_of(layout, s, d);
            draw_curve(fresh, s, stock, result->cups, &line[d]);
        }
    }
    free(scratch);
    return status;
}

enum status stocking_choose(const struct study *study, const struct layout *layout, const struct stocking_options *options, struct arena *arena,
                            struct stocking *stocking)
{
    struct arena stored = {0};
    struct stock_paths paths, fresh;
    enum status status = stock_paths_open(study, layout, options->seed, CHOOSE_FROM, options->days, options->stop, &stored, &paths);

    if (status == OK)
        status = stock_paths_open(study, layout, options->seed, JUDGE_FROM, options->fresh_days, options->stop, &stored, &fresh);
    if (status == OK) {
        *stocking = (struct stocking){paths.stations * paths.drinks, paths.stations, NULL, NULL};
        stocking->line = arena_take(arena, (size_t)stocking->n + 1, sizeof *stocking->line);
        stocking->station = arena_take(arena, (size_t)stocking->stations + 1, sizeof *stocking->station);
        if (!stocking->line || !stocking->station)
            status = ERR_MEMORY;
    }
    for (int s = 0; status == OK && s < stocking->stations; s++)
        status = choose_station(&paths, &fresh, layout, options, s, stocking->line + s * paths.drinks, &stocking->station[s]);
    arena_free(&stored);
    return status;
}
