/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/optimize.h"

#include "planner/candidates.h"
#include "planner/design_days.h"
#include "planner/explore.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LIST_MOST = 3000,       /* designs that are simply all compared */
    CANDIDATES_MOST = 200,  /* that a search hands on */
    FINALISTS_MOST = 8,
    FIRST_STAGE = 20, BLOCK = 10,
    SEARCH_FIRST = 10, SEARCH_LAST = 60,
    REPORT_DAYS = 600, SHOW_DAYS = 1000,
};
static const double COUNT_MOST = 5e6;

/* Where each stage's days begin: they never meet. */
enum { SEARCH_FROM = 0, SELECT_FROM = 100000000, REPORT_FROM = 200000000, STOCK_FROM = 300000000, SHOW_FROM = 400000000 };

struct search {
    const struct optimize_options *options;
    struct optimum *optimum;
    struct space *space;
    struct reach reach;
    struct design_days days;
    struct observer observer;
    struct design_list candidates;
    const struct explored **explored; /* [candidates] as the search saw them; NULL where all were listed */
    struct select_result selected;
};

static void tell(const struct search *search, const char *stage)
{
    if (search->options->on_progress)
        search->options->on_progress(search->options->context, stage, search->days.days);
}

static bool stopped(const struct search *search)
{
    return search->options->stop && *search->options->stop;
}

/* What is left of the days allowed for search and selection. */
static struct observation_budget budget_left(const struct search *search, double share)
{
    long most = search->options->days_at_most;
    long left = most ? (long)((double)(most - search->days.days) * share) : 0;
    return (struct observation_budget){.days = most && left < 1 ? 1 : left, .stop = search->options->stop};
}

/* --- candidates ------------------------------------------------------------------------------------------------ */

static int by_merit(const void *a, const void *b)
{
    const struct explored *const *x = a, *const *y = b;
    if (explored_better(*x, *y))
        return -1;
    return explored_better(*y, *x) ? 1 : 0;
}

/* The best that the search saw, and what it found best from each start. */
static enum status hand_on(struct search *search, const struct exploration *found)
{
    struct arena *arena = &search->optimum->arena;
    const struct explored **sorted;

    TAKE(arena, sorted, found->n + 1);
    for (int i = 0; i < found->n; i++)
        sorted[i] = &found->design[i];
    qsort(sorted, (size_t)found->n, sizeof *sorted, by_merit);
    search->candidates.n = found->n < CANDIDATES_MOST ? found->n : CANDIDATES_MOST;
    TAKE(arena, search->candidates.x, search->candidates.n + 1);
    for (int i = 0; i < search->candidates.n; i++)
        search->candidates.x[i] = sorted[i]->x;
    search->explored = sorted;
    return OK;
}

static int staff_of(const struct space *space, const int x[])
{
    int sum = 0;
    for (int j = 0; j < space->sites; j++)
        sum += x[j] ? module_staff(space, x[j]) : 0;
    return sum;
}

static enum status note_visited(struct search *search, const struct exploration *found)
{
    struct optimum *optimum = search->optimum;

    TAKE(&optimum->arena, optimum->visited, found->n + 1);
    for (int i = 0; i < found->n; i++) {
        const struct explored *d = &found->design[i];
        if (d->days > 0)
            optimum->visited[optimum->n_visited++] = (struct visited){d->goal, design_fixed_cost(search->space, d->x), design_stations(search->space, d->x),
                                                                      staff_of(search->space, d->x), 0, d->shortfall == 0};
    }
    optimum->narrowing.visited = optimum->n_visited;
    return OK;
}

static enum status search_widely(struct search *search)
{
    struct arena *arena = &search->optimum->arena;
    struct design_list starts;
    struct exploration found;
    struct explore_plan plan = {.first_days = SEARCH_FIRST, .last_days = SEARCH_LAST, .first_day = SEARCH_FROM, .budget = budget_left(search, 0.7)};

    TRY(candidates_starts(search->space, &search->reach, arena, &starts));
    plan.starts = starts.n;
    if (starts.n == 0)
        return ERR_INFEASIBLE;
    tell(search, "search");
    TRY(explore(search->space, &search->observer, &plan, starts.x, arena, &found));
    TRY(note_visited(search, &found));
    return hand_on(search, &found);
}

static enum status find_candidates(struct search *search)
{
    struct narrowing *narrowing = &search->optimum->narrowing;
    double allowed;

    narrowing->all = search->space->designs;
    TRY(candidates_all(search->space, COUNT_MOST, LIST_MOST, &search->optimum->arena, &allowed, &search->candidates));
    narrowing->counted = !isnan(allowed);
    narrowing->proved_out = narrowing->counted ? narrowing->all - allowed : NAN;
    if (narrowing->counted && allowed == 0)
        return ERR_INFEASIBLE;
    narrowing->listed = search->candidates.n > 0;
    if (!narrowing->listed)
        TRY(search_widely(search));
    else
        narrowing->visited = search->candidates.n;
    narrowing->candidates = search->candidates.n;
    return OK;
}

/* --- selection ------------------------------------------------------------------------------------------------- */

/* A requirement's tolerance: a hundredth of what it's about, from the first candidates' first days. */
static enum status tolerances(struct search *search, double epsilon[])
{
    enum { PILOT = 20 };
    int row = 1 + search->observer.requirements;
    double *out;

    TAKE(&search->optimum->arena, out, PILOT * row);
    struct observation_request request = {0, search->candidates.x[0], SEARCH_FROM, PILOT, out};
    TRY(search->observer.observe(search->observer.context, 1, &request));
    for (int r = 1; r < row; r++) {
        double spread = 0;
        for (int i = 0; i < PILOT; i++)
            spread += fabs(out[i * row + r]) / PILOT;
        epsilon[r - 1] = fmax(0.2 * spread, 1e-3);
    }
    return OK;
}

static enum status select_candidates(struct search *search)
{
    const struct choice *choice = search->space->choice;
    double alpha = 1 - choice->confidence, *epsilon;

    TAKE(&search->optimum->arena, epsilon, search->observer.requirements + 1);
    TRY(tolerances(search, epsilon));
    tell(search, "select");
    struct select_plan plan = {
        .alpha_feasible = search->observer.requirements ? alpha / 3 : 0,
        .alpha_screen = alpha / 3, .alpha_select = search->observer.requirements ? alpha / 3 : 2 * alpha / 3,
        .delta = choice->indifference, .epsilon = epsilon, .first_stage = FIRST_STAGE, .block = BLOCK, .first_day = SELECT_FROM,
        .leaders_only = search->candidates.n > 500, .budget = budget_left(search, 1),
    };
    TRY(select_best(&search->observer, &plan, search->candidates.n, search->candidates.x, &search->optimum->arena, &search->selected));
    struct narrowing *narrowing = &search->optimum->narrowing;
    for (int i = 0; i < search->candidates.n; i++) {
        enum select_rule rule = search->selected.fate[i].rule;
        narrowing->infeasible += rule == SELECT_INFEASIBLE;
        narrowing->screened += rule == SELECT_SCREENED;
        narrowing->beaten += rule == SELECT_BEATEN || rule == SELECT_TIED;
    }
    search->optimum->outcome = search->selected.outcome;
    search->optimum->guarantee = search->selected.guarantee;
    return OK;
}

/* --- finalists -------------------------------------------------------------------------------------------------- */

/* Later is better: survivors, then those dropped last. */
static bool ranks_before(const struct select_fate *a, const struct select_fate *b)
{
    bool a_feasible = a->rule != SELECT_INFEASIBLE, b_feasible = b->rule != SELECT_INFEASIBLE;

    if (a_feasible != b_feasible)
        return a_feasible;
    if ((a->rule == SELECT_KEPT) != (b->rule == SELECT_KEPT))
        return a->rule == SELECT_KEPT;
    return a->days != b->days ? a->days > b->days : a->mean > b->mean;
}

/* Where no design meets the requirements: the candidates in the order of how little they miss them by, seen on a
 * few days. */
static enum status nearest_first(struct search *search)
{
    enum { DAYS = 20 };
    struct arena *arena = &search->optimum->arena;
    int n = search->candidates.n, row = 1 + search->observer.requirements;
    struct explored *design;
    const struct explored **sorted;
    double *out;

    TAKE(arena, design, n);
    TAKE(arena, sorted, n);
    TAKE(arena, out, DAYS * row);
    for (int i = 0; i < n; i++) {
        struct observation_request request = {i, search->candidates.x[i], SEARCH_FROM, DAYS, out};
        TRY(search->observer.observe(search->observer.context, 1, &request));
        design[i] = (struct explored){.x = search->candidates.x[i], .days = DAYS};
        for (int r = 0; r < row; r++) {
            double mean = 0, size = 0;
            for (int day = 0; day < DAYS; day++) {
                mean += out[day * row + r] / DAYS;
                size += fabs(out[day * row + r]) / DAYS;
            }
            if (r == 0)
                design[i].goal = mean;
            else
                design[i].shortfall += mean < 0 ? -mean / size : 0;
        }
        sorted[i] = &design[i];
    }
    qsort(sorted, (size_t)n, sizeof *sorted, by_merit);
    for (int i = 0; i < n; i++)
        search->candidates.x[i] = sorted[i]->x;
    return OK;
}

static int choose_finalists(const struct search *search, int chosen[FINALISTS_MOST])
{
    const struct select_result *selected = &search->selected;
    int n = 0;

    for (; selected->outcome == SELECT_NONE && n < search->candidates.n && n < FINALISTS_MOST; n++)
        chosen[n] = n;
    if (n)
        return n;

    for (int i = 0; i < search->candidates.n; i++) {
        int at = n < FINALISTS_MOST ? n : FINALISTS_MOST;
        while (at > 0 && (i == selected->winner || (chosen[at - 1] != selected->winner && ranks_before(&selected->fate[i], &selected->fate[chosen[at - 1]])))) {
            if (at < FINALISTS_MOST)
                chosen[at] = chosen[at - 1];
            at--;
        }
        if (at < FINALISTS_MOST)
            chosen[at] = i;
        n += n < FINALISTS_MOST;
    }
    return n;
}

/* Until it has been simulated. */
static void know_nothing(struct finalist *finalist, int requirements)
{
    finalist->line = (struct select_line){NAN, HUGE_VAL, NAN, HUGE_VAL, SELECT_NOT_TOLD_APART};
    for (int r = 0; r < requirements; r++)
        finalist->requirement[r] = (struct select_requirement){NAN, HUGE_VAL};
}

static enum status describe_finalists(struct search *search, int n, const int chosen[])
{
    struct optimum *optimum = search->optimum;
    struct arena *arena = &optimum->arena;

    TAKE(arena, optimum->finalist, n);
    for (int i = 0; i < n; i++) {
        struct finalist *finalist = &optimum->finalist[i];
        finalist->x = search->candidates.x[chosen[i]];
        finalist->days = search->selected.fate ? search->selected.fate[chosen[i]].days : 0;
        finalist->fixed_cost = design_fixed_cost(search->space, finalist->x);
        TAKE(arena, finalist->layout, 1);
        TAKE(arena, finalist->requirement, search->observer.requirements + 1);
        know_nothing(finalist, search->observer.requirements);
        TRY(design_layout(search->space, finalist->x, arena, finalist->layout));
    }
    optimum->n_finalists = n;
    return OK;
}

/* Goal in every kind of day: means over the report's days of that kind. */
static enum status goal_by_kind(struct search *search)
{
    struct optimum *optimum = search->optimum;
    const struct study *study = search->space->study;
    int n = optimum->n_finalists, row = 1 + search->observer.requirements, *days;
    double *out;

    TAKE(&optimum->arena, optimum->kind_goal, n * study->n_kinds);
    TAKE(&optimum->arena, out, REPORT_DAYS * row);
    TAKE(&optimum->arena, days, study->n_kinds);
    for (int r = 0; r < REPORT_DAYS; r++)
        days[study_kind_of_day(study, REPORT_FROM + r)]++;
    for (int i = 0; i < n; i++) {
        struct observation_request request = {i, optimum->finalist[i].x, REPORT_FROM, REPORT_DAYS, out};
        TRY(search->observer.observe(search->observer.context, 1, &request));
        for (int r = 0; r < REPORT_DAYS; r++) {
            int kind = study_kind_of_day(study, REPORT_FROM + r);
            optimum->kind_goal[i * study->n_kinds + kind] += out[r * row] / days[kind];
        }
    }
    return OK;
}

/* The finalist that is never far behind the best for the kind of day goes first. */
static void least_regret_first(struct search *search)
{
    struct optimum *optimum = search->optimum;
    int kinds = search->space->study->n_kinds, chosen = 0;
    double least = HUGE_VAL;

    for (int i = 0; i < optimum->n_finalists; i++) {
        double regret = 0;
        for (int t = 0; t < kinds; t++)
            for (int l = 0; l < optimum->n_finalists; l++)
                regret = fmax(regret, optimum->kind_goal[l * kinds + t] - optimum->kind_goal[i * kinds + t]);
        if (regret < least) {
            least = regret;
            chosen = i;
        }
    }
    struct finalist first = optimum->finalist[chosen];
    optimum->finalist[chosen] = optimum->finalist[0];
    optimum->finalist[0] = first;
    for (int t = 0; t < kinds; t++) {
        double goal = optimum->kind_goal[chosen * kinds + t];
        optimum->kind_goal[chosen * kinds + t] = optimum->kind_goal[t];
        optimum->kind_goal[t] = goal;
    }
}

/* Fresh days of the finalists. The one that leads may have changed among designs that can't be told apart: then
 * the winner of the selection still stands first. */
static enum status report_finalists(struct search *search)
{
    struct optimum *optimum = search->optimum;
    struct arena *arena = &optimum->arena;
    int n, chosen[FINALISTS_MOST], s = search->observer.requirements;
    const int *x[FINALISTS_MOST];
    struct select_line line[FINALISTS_MOST] = {0};
    struct select_requirement *requirement;

    if (search->selected.outcome == SELECT_NONE)
        TRY(nearest_first(search));
    n = choose_finalists(search, chosen);
    TRY(describe_finalists(search, n, chosen));
    tell(search, "report");
    TRY(goal_by_kind(search));
    if (search->space->choice->goal == GOAL_REGRET && search->selected.outcome != SELECT_NONE)
        least_regret_first(search);
    TAKE(arena, requirement, n * s + 1);
    for (int i = 0; i < n; i++)
        x[i] = optimum->finalist[i].x;
    struct select_report_plan plan = {.alpha = 1 - search->space->choice->confidence, .days = REPORT_DAYS, .first_day = REPORT_FROM,
                                      .budget = {.stop = search->options->stop}};
    TRY(select_report(&search->observer, &plan, n, x, 0, line, requirement));
    for (int i = 0; i < n; i++) {
        optimum->finalist[i].line = line[i];
        for (int r = 0; r < s; r++)
            optimum->finalist[i].requirement[r] = requirement[i * s + r];
    }
    return OK;
}

/* Cut short: what led so far, by the few days it was seen on. */
/* Stopped before the selection was over: nothing is found, and none compared with a guarantee. */
static void count_unresolved(struct search *search)
{
    struct narrowing *narrowing = &search->optimum->narrowing;
    const struct select_fate *fate = search->selected.fate;

    search->optimum->outcome = SELECT_UNRESOLVED;
    if (narrowing->listed)
        narrowing->visited = 0;
    for (int i = 0; fate && narrowing->listed && i < search->candidates.n; i++)
        narrowing->visited += fate[i].days > 0;
    narrowing->candidates = narrowing->infeasible = narrowing->screened = narrowing->beaten = 0;
}

static enum status leaders_so_far(struct search *search)
{
    struct optimum *optimum = search->optimum;
    int n = search->candidates.n < FINALISTS_MOST ? search->candidates.n : FINALISTS_MOST, chosen[FINALISTS_MOST];

    for (int i = 0; i < FINALISTS_MOST; i++)
        chosen[i] = i;
    TRY(describe_finalists(search, n, chosen));
    for (int i = 0; i < n; i++) {
        struct finalist *finalist = &optimum->finalist[i];
        bool seen = search->explored && search->explored[i]->days > 0;
        finalist->days = seen ? search->explored[i]->days : 0;
        if (seen)
            finalist->line.mean = search->explored[i]->goal;
    }
    count_unresolved(search);
    return ERR_INTERRUPTED;
}

/* The requirement that the nearest plan misses by most of its own half-width. */
static int worst_requirement(const struct optimum *optimum, int s)
{
    int worst = -1;
    double least = 0;

    for (int r = 0; r < s && optimum->n_finalists; r++) {
        const struct select_requirement *one = &optimum->finalist[0].requirement[r];
        double depth = one->mean / (one->half_width > 0 ? one->half_width : 1);
        if (depth < least) {
            least = depth;
            worst = r;
        }
    }
    return worst;
}

/* --- stock -------------------------------------------------------------------------------------------------------- */

/* The share of days that stock should last: critical fractile of the dearest drink, kept within reason. */
static double lasting_share(const struct scenario *scenario)
{
    double share = 0.95;

    for (int d = 0; d < scenario->drink.n && scenario->costs.goodwill > 0; d++) {
        const struct drink *drink = scenario_drink(scenario, d);
        double short_cost = scenario->costs.goodwill - drink->cost, over_cost = drink->keeps ? 0.01 : drink->cost + scenario->costs.waste;
        if (short_cost > 0)
            share = fmin(share, short_cost / (short_cost + over_cost));
    }
    return fmax(0.9, share);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* A layout whose stock is so large that nothing runs out shows the demand of each drink. */
static enum status plentiful(struct search *search, const struct layout *from, struct layout *layout, double portions)
{
    struct arena *arena = &search->optimum->arena;
    int drinks = search->space->study->scenario->drink.n;
    struct station_plan *station;

    TAKE(arena, station, from->station.n);
    memcpy(station, from->station.item, (size_t)from->station.n * sizeof *station);
    for (int s = 0; s < from->station.n; s++) {
        TAKE(arena, station[s].portions.item, drinks);
        station[s].portions.n = drinks;
        for (int d = 0; d < drinks; d++)
            station[s].portions.item[d] = (struct share){{scenario_drink(search->space->study->scenario, d)->name, d}, portions};
    }
    *layout = (struct layout){from->name, {from->station.n, station}};
    return OK;
}

static enum status open_plan(struct search *search, const struct layout *layout, struct study *study)
{
    const struct study *base = search->space->study;
    struct arena *arena = &search->optimum->arena;

    *study = *base;
    TAKE(arena, study->kind, base->n_kinds);
    for (int t = 0; t < base->n_kinds; t++) {
        study->kind[t] = base->kind[t];
        TRY(plan_derive(&base->kind[t].plan, layout, true, arena, &study->kind[t].plan));
    }
    return OK;
}

static enum status set_stock(struct search *search, struct layout *layout)
{
    enum { DAYS = 400, PLENTY = 100000 };
    struct optimum *optimum = search->optimum;
    struct study study;
    struct rows rows = {0};
    struct workers workers = {0};
    double sample[DAYS];

    TRY(plentiful(search, optimum->finalist[0].layout, layout, PLENTY));
    TRY(open_plan(search, layout, &study));
    const struct plan_day *plan = study_plan(&study);
    TAKE(&optimum->arena, optimum->stock, plan->n_stations * plan->n_drinks + 1);
    enum status status = workers_open(&workers, search->options->threads);
    if (status == OK)
        status = rows_open(&rows, &study, DAYS);
    if (status == OK)
        status = replicate(&study, search->options->seed, STOCK_FROM, DAYS, &workers, &rows);
    for (int c = 0; status == OK && c < plan->n_channels; c++) {
        const struct plan_channel *channel = &plan->channel[c];
        struct stock_line *line = &optimum->stock[optimum->n_stock];
        if (channel->kind != C_PORTIONS)
            continue;
        *line = (struct stock_line){.station = channel->station, .drink = channel->index};
        for (int r = 0; r < DAYS; r++) {
            sample[r] = PLENTY - (double)rows.day[r].series[c * plan->bins + plan->bins - 1];
            line->mean += sample[r] / DAYS;
        }
        qsort(sample, DAYS, sizeof *sample, by_size);
        line->portions = ceil(sample[(int)(optimum->lasting * (DAYS - 1))] / 5) * 5;
        struct station_plan *station = (struct station_plan *)layout->station.item + channel->station;
        station->portions.item[channel->index].share = line->portions;
        optimum->n_stock++;
    }
    rows_close(&rows);
    workers_close(&workers);
    return status;
}

static enum status show_winner(struct search *search)
{
    struct optimum *optimum = search->optimum;
    struct run_options how = {.seed = search->options->seed, .days = SHOW_DAYS, .first_day = SHOW_FROM, .confidence = search->space->choice->confidence,
                              .threads = search->options->threads, .stop = search->options->stop};

    tell(search, "stock");
    TAKE(&optimum->arena, optimum->plan, 1);
    TAKE(&optimum->arena, optimum->study, 1);
    optimum->lasting = lasting_share(search->space->study->scenario);
    TRY(set_stock(search, optimum->plan));
    TRY(open_plan(search, optimum->plan, optimum->study));
    return run(optimum->study, &how, &optimum->summary);
}

/* No set of sites that reaches fewer than the winner surely serves can hold a better plan. */
static void prove_by_reach(struct search *search)
{
    struct optimum *optimum = search->optimum;
    const struct select_line *winner = &optimum->finalist[0].line;
    int goal = search->space->choice->goal;

    optimum->narrowing.beaten_by_reach = NAN;
    if (goal == GOAL_WARM || goal == GOAL_SERVED)
        optimum->narrowing.beaten_by_reach = candidates_out_of_reach(search->space, &search->reach, winner->mean - winner->half_width, COUNT_MOST);
}

/* --- all of it ----------------------------------------------------------------------------------------------------- */

static enum status stages(struct search *search)
{
    struct optimum *optimum = search->optimum;

    TRY(find_candidates(search));
    if (stopped(search))
        return leaders_so_far(search);
    TRY(select_candidates(search));
    if (stopped(search))
        return leaders_so_far(search);
    TRY(report_finalists(search));
    prove_by_reach(search);
    if (optimum->outcome == SELECT_NONE) {
        optimum->failing = worst_requirement(optimum, search->observer.requirements);
        return ERR_INFEASIBLE;
    }
    TRY(show_winner(search));
    return optimum->outcome == SELECT_FOUND ? OK : ERR_PRECISION;
}

enum status optimize(const struct study *study, const struct optimize_options *options, struct optimum *optimum)
{
    struct search search = {.options = options, .optimum = optimum};
    int *node;

    *optimum = (struct optimum){.failing = -1};
    TAKE(&optimum->arena, search.space, 1);
    TRY(space_open(study, &optimum->arena, search.space));
    optimum->space = search.space;
    TAKE(&optimum->arena, node, search.space->sites);
    design_site_nodes(search.space, node);
    TRY(reach_open(study, search.space->sites, node, &optimum->arena, &search.reach));
    enum status status = design_days_open(&search.days, search.space, options->seed, options->threads, options->stop);
    search.observer = design_days_observer(&search.days);
    if (status == OK)
        status = stages(&search);
    if (status == ERR_PRECISION && stopped(&search))
        status = ERR_INTERRUPTED; /* not the days, but the user ended it */
    optimum->days = search.days.days;
    design_days_close(&search.days);
    return status;
}

void optimum_free(struct optimum *optimum)
{
    summary_free(&optimum->summary);
    arena_free(&optimum->arena);
}
