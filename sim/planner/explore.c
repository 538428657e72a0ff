/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/explore.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A climb under way: the ledger of days, and which vectors are in it. */
struct climber {
    const struct space *space;
    const struct explore_plan *plan;
    struct arena *arena;
    struct select_ledger ledger;
    struct exploration *found;
    int *bucket, buckets;       /* open hash of the vectors */
    int *near, n_near, room_near; /* neighbours of the present design, as ledger numbers */
};

/* --- which designs are known ------------------------------------------------------------------------------ */

static unsigned hash_of(const struct space *space, const int x[])
{
    unsigned hash = 2166136261u;
    for (int j = 0; j < space->sites; j++)
        hash = (hash ^ (unsigned)x[j]) * 16777619u;
    return hash;
}

static enum status rehash(struct climber *climber)
{
    climber->buckets = climber->buckets ? 2 * climber->buckets : 4096;
    TAKE(climber->arena, climber->bucket, climber->buckets);
    for (int i = 0; i < climber->found->n; i++) {
        unsigned at = hash_of(climber->space, climber->found->design[i].x);
        while (climber->bucket[at % (unsigned)climber->buckets])
            at++;
        climber->bucket[at % (unsigned)climber->buckets] = i + 1;
    }
    return OK;
}

static enum status grow_found(struct climber *climber)
{
    struct exploration *found = climber->found;
    struct explored *design;

    if (found->n < found->room)
        return OK;
    found->room = found->room ? 2 * found->room : 1024;
    TAKE(climber->arena, design, found->room);
    if (found->n)
        memcpy(design, found->design, (size_t)found->n * sizeof *design);
    found->design = design;
    return OK;
}

/* The number of a vector, which joins the ledger when it's new. */
static enum status number_of(struct climber *climber, const int x[], int *number)
{
    size_t bytes = (size_t)climber->space->sites * sizeof *x;
    unsigned at = hash_of(climber->space, x);
    int *copy;

    for (int i; (i = climber->bucket[at % (unsigned)climber->buckets]) != 0; at++)
        if (memcmp(climber->found->design[i - 1].x, x, bytes) == 0) {
            *number = i - 1;
            return OK;
        }
    TRY(grow_found(climber));
    TAKE(climber->arena, copy, climber->space->sites);
    memcpy(copy, x, bytes);
    climber->found->design[climber->found->n] = (struct explored){.x = copy};
    *number = climber->found->n++;
    climber->bucket[at % (unsigned)climber->buckets] = climber->found->n;
    TRY(select_ledger_add(&climber->ledger, copy));
    return 2 * climber->found->n > climber->buckets ? rehash(climber) : OK;
}

/* --- neighbours -------------------------------------------------------------------------------------------- */

static enum status try_neighbour(struct climber *climber, const int x[])
{
    int number;

    if (!design_allowed(climber->space, x))
        return OK;
    TRY(number_of(climber, x, &number));
    for (int i = 0; i < climber->n_near; i++)
        if (climber->near[i] == number)
            return OK;
    if (climber->n_near == climber->room_near) {
        int *more, room = climber->room_near ? 2 * climber->room_near : 256;
        TAKE(climber->arena, more, room);
        if (climber->n_near)
            memcpy(more, climber->near, (size_t)climber->n_near * sizeof *more);
        climber->near = more;
        climber->room_near = room;
    }
    climber->near[climber->n_near++] = number;
    return OK;
}

/* One site changed to every other module, or to none. */
static enum status change_one(struct climber *climber, int x[], int j)
{
    int before = x[j], kit = before ? module_kit(climber->space, before) : -1, staff = before ? module_staff(climber->space, before) : 0;

    for (x[j] = 0; x[j] <= climber->space->modules; x[j]++) {
        bool near = before == 0 || x[j] == 0 || module_kit(climber->space, x[j]) != kit || abs(module_staff(climber->space, x[j]) - staff) == 1;
        if (x[j] != before && near)
            TRY(try_neighbour(climber, x));
    }
    x[j] = before;
    return OK;
}

/* The station of site j moves to the empty site l; or a staff moves from j to l. */
static enum status move_one(struct climber *climber, int x[], int j, int l)
{
    const struct space *space = climber->space;
    int from = x[j], to = x[l];

    if (to == 0) {
        x[l] = from;
        x[j] = 0;
        TRY(try_neighbour(climber, x));
    } else if (module_staff(space, from) > (int)space->choice->staff.low && module_staff(space, to) < (int)space->choice->staff.high) {
        x[j] = from - 1;
        x[l] = to + 1;
        TRY(try_neighbour(climber, x));
    }
    x[j] = from;
    x[l] = to;
    return OK;
}

static enum status find_neighbours(struct climber *climber, int centre)
{
    int n = climber->space->sites, *x;

    TAKE(climber->arena, x, n);
    memcpy(x, climber->found->design[centre].x, (size_t)n * sizeof *x);
    climber->n_near = 0;
    for (int j = 0; j < n; j++) {
        TRY(change_one(climber, x, j));
        for (int l = 0; x[j] && l < n; l++)
            if (l != j)
                TRY(move_one(climber, x, j, l));
    }
    return OK;
}

/* --- means so far ------------------------------------------------------------------------------------------- */

/* How far the requirements are missed, each as a share of its own spread over days: 0 when all are met. */
static double shortfall_of(const struct select_ledger *ledger, int design, int blocks)
{
    double days = select_ledger_days(ledger, blocks), sum = 0;

    for (int r = 1; r <= ledger->observer.requirements; r++) {
        const double *single = select_ledger_single(ledger, design, r);
        double mean = select_ledger_sum(ledger, design, blocks, r) / days, size = 0;
        for (int i = 0; i < ledger->first_stage; i++)
            size += fabs(single[i]) / ledger->first_stage;
        if (mean < 0)
            sum += -mean / (size > 0 ? size : 1);
    }
    return sum;
}

static void take_means(struct climber *climber, int number)
{
    struct explored *design = &climber->found->design[number];
    int blocks = climber->ledger.row[number].blocks;

    design->days = select_ledger_days(&climber->ledger, blocks);
    design->goal = select_ledger_sum(&climber->ledger, number, blocks, 0) / design->days;
    design->shortfall = shortfall_of(&climber->ledger, number, blocks);
}

bool explored_better(const struct explored *a, const struct explored *b)
{
    if (a->shortfall != b->shortfall)
        return a->shortfall < b->shortfall;
    return a->goal > b->goal;
}

/* Brings designs to so many days. ERR_PRECISION when the budget is used up. */
static enum status simulate_to(struct climber *climber, int n, const int which[], int days)
{
    TRY(select_ledger_extend(&climber->ledger, n, which, select_ledger_blocks(&climber->ledger, days)));
    for (int i = 0; i < n; i++)
        take_means(climber, which[i]);
    return OK;
}

/* --- the climb ---------------------------------------------------------------------------------------------- */

/* Neighbours are seen on few days; the best few of them and the centre again on more, so that a lucky one
 * doesn't lead astray. */
static enum status best_neighbour(struct climber *climber, int centre, int days, int *best)
{
    enum { FEW = 6 };
    int few[FEW + 1], n = 0;

    TRY(find_neighbours(climber, centre));
    TRY(simulate_to(climber, climber->n_near, climber->near, climber->plan->first_days));
    for (int i = 0; i < climber->n_near; i++) {
        int at = n < FEW ? n : FEW;
        while (at > 0 && explored_better(&climber->found->design[climber->near[i]], &climber->found->design[few[at - 1]])) {
            if (at < FEW)
                few[at] = few[at - 1];
            at--;
        }
        if (at < FEW)
            few[at] = climber->near[i];
        n += n < FEW;
    }
    few[n] = centre;
    TRY(simulate_to(climber, n + 1, few, days));
    *best = centre;
    for (int i = 0; i < n; i++)
        if (explored_better(&climber->found->design[few[i]], &climber->found->design[*best]))
            *best = few[i];
    return OK;
}

/* Sample sizes grow by 1.1 a step, as in R-SPLINE; a centre that stands at the last size is a local best. */
static enum status climb(struct climber *climber, const int start[], int *top)
{
    double days = 2 * climber->plan->first_days;
    int next;

    TRY(number_of(climber, start, top));
    for (;;) {
        TRY(best_neighbour(climber, *top, (int)days, &next));
        if (next == *top && days >= climber->plan->last_days)
            return OK;
        days = next == *top ? climber->plan->last_days : fmin(1.1 * days, climber->plan->last_days);
        *top = next;
    }
}

enum status explore(const struct space *space, const struct observer *observer, const struct explore_plan *plan, const int *const start[],
                    struct arena *arena, struct exploration *exploration)
{
    struct climber climber = {.space = space, .plan = plan, .arena = arena, .found = exploration};
    int tops[256], n_tops = 0;
    enum status status = OK;

    *exploration = (struct exploration){.complete = true};
    select_ledger_open(&climber.ledger, arena, observer, &plan->budget, plan->first_day, plan->first_days, plan->first_days);
    TRY(rehash(&climber));
    for (int s = 0; s < plan->starts && s < 256 && status == OK; s++) {
        int top = -1;
        status = climb(&climber, start[s], &top);
        if (top >= 0)
            tops[n_tops++] = top;
    }
    TAKE(arena, exploration->best, exploration->n + 1);
    for (int i = 0; i < n_tops; i++)
        exploration->best[tops[i]] = true;
    exploration->complete = status == OK;
    return status == ERR_PRECISION || status == ERR_INTERRUPTED ? OK : status;
}
