/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select_race.h"

#include "planner/select_constant.h"

#include <math.h>
#include <stdlib.h>

enum status select_race_open(struct select_race *race, struct arena *arena)
{
    int k = race->designs;

    TAKE(arena, race->fate, k);
    TAKE(arena, race->who, k);
    TAKE(arena, race->newly, k);
    TAKE(arena, race->watched, k);
    TAKE(arena, race->is_watched, k);
    TAKE(arena, race->lost_to, k);
    for (int i = 0; i < k; i++) {
        race->who[race->alive++] = i;
        race->fate[i] = (struct select_fate){.rival = -1, .feasible.failed = -1};
    }
    return OK;
}

static bool is_feasible(const struct select_race *race, int i)
{
    return race->fate[i].feasible.verdict == FEASIBLE_YES;
}

static bool is_in(const struct select_race *race, int i)
{
    return race->fate[i].rule == SELECT_KEPT;
}

static double lead(const struct select_race *race, int l, int i, int blocks)
{
    return select_ledger_sum(&race->ledger, l, blocks, 0) -
           select_ledger_sum(&race->ledger, i, blocks, 0);
}

/* The first reason stands. */
static void drop(struct select_race *race, int i, enum select_rule rule, int rival)
{
    if (is_in(race, i)) {
        race->fate[i].rule = rule;
        race->fate[i].rival = rival;
    }
}

/* Drops marked so far take effect; until then dropped designs still act as rivals, as in KN. */
static void sweep(struct select_race *race)
{
    int alive = 0, watching = 0;

    for (int a = 0; a < race->alive; a++)
        if (is_in(race, race->who[a]))
            race->who[alive++] = race->who[a];
    for (int w = 0; w < race->watching; w++)
        if (is_in(race, race->watched[w]))
            race->watched[watching++] = race->watched[w];
    race->alive = alive;
    race->watching = watching;
}

/* --- rule 1: feasibility ---------------------------------------------------------------------------- */

static void judge(struct select_race *race)
{
    race->fresh = 0;
    for (int a = 0; a < race->alive; a++) {
        int i = race->who[a];
        struct feasible_state *state = &race->fate[i].feasible;
        if (state->verdict != FEASIBLE_OPEN)
            continue;
        feasible_judge(&race->feasible, &race->ledger, i, race->blocks, state);
        if (state->verdict == FEASIBLE_NO)
            drop(race, i, SELECT_INFEASIBLE, -1);
        if (state->verdict == FEASIBLE_YES)
            race->newly[race->fresh++] = i;
    }
    sweep(race);
}

/* --- rule 2: screening on the first stage ------------------------------------------------------------- */

static int greater_first_stage(const void *left, const void *right, void *context)
{
    const struct select_race *race = context;
    int i = *(const int *)left, l = *(const int *)right;
    double ahead = lead(race, l, i, 1);
    return ahead > 0 ? 1 : ahead < 0 ? -1 : i - l;
}

static bool screens_out(const struct select_race *race, int l, int i)
{
    int n0 = race->ledger.first_stage;
    double slack = race->t * sqrt(select_ledger_variance_between(&race->ledger, i, l) / n0);
    return lead(race, l, i, 1) / n0 > fmax(0, slack - race->delta);
}

/* Only designs that have just become feasible are new as rivals. */
static void screen(struct select_race *race)
{
    if (race->t <= 0)
        return;
    qsort_r(race->newly, (size_t)race->fresh, sizeof *race->newly, greater_first_stage, race);
    for (int a = 0; a < race->alive; a++) {
        int i = race->who[a];
        for (int f = 0; f < race->fresh && lead(race, race->newly[f], i, 1) > 0; f++)
            if (screens_out(race, race->newly[f], i)) {
                drop(race, i, SELECT_SCREENED, race->newly[f]);
                break;
            }
    }
    sweep(race);
}

/* --- rule 3: KN ------------------------------------------------------------------------------------- */

/* SELECT_KEPT while the path of l - i is inside its triangle; *winner is set otherwise. */
static enum select_rule duel(const struct select_race *race, int l, int i, int blocks, int *winner)
{
    double ahead = lead(race, l, i, blocks);
    double variance = select_ledger_variance_between(&race->ledger, i, l);
    double bound = select_boundary(race->h2, variance, race->delta,
                                   select_ledger_days(&race->ledger, blocks));

    if (fabs(ahead) > bound) {
        *winner = ahead > 0 ? l : i;
        return SELECT_BEATEN;
    }
    *winner = l < i ? l : i;
    return bound > 0 ? SELECT_KEPT : SELECT_TIED;
}

/* Plays the watched l against i at one barrier; true if the pair is settled. */
static bool play(struct select_race *race, int l, int i, int blocks)
{
    int winner;

    if (race->lost_to[l] && race->lost_to[l][i])
        return true;
    enum select_rule rule = duel(race, l, i, blocks, &winner);
    if (rule == SELECT_KEPT)
        return false;
    if (is_feasible(race, winner))
        drop(race, winner == l ? i : l, rule, winner);
    else
        race->lost_to[l][i] = true;
    return true;
}

/* Who was ahead of a watched design while undecided drops it now. */
static void collect(struct select_race *race, int i)
{
    for (int w = 0; w < race->watching; w++) {
        int l = race->watched[w];
        if (is_in(race, i) && is_in(race, l) && race->lost_to[l] && race->lost_to[l][i])
            drop(race, l, SELECT_BEATEN, i);
    }
}

/* From now on the pairs of l are watched; the barriers before this one are played again, one pair
 * at a time, each drop taking effect at once so that a winner always stays. */
static enum status watch(struct select_race *race, int l)
{
    if (race->feasible.requirements)
        TAKE(race->ledger.arena, race->lost_to[l], race->designs);
    for (int a = 0; a < race->alive && is_in(race, l); a++) {
        int i = race->who[a];
        if (i == l || race->is_watched[i])
            continue;
        for (int blocks = 1; blocks < race->blocks && is_in(race, i); blocks++)
            if (play(race, l, i, blocks))
                break;
    }
    race->is_watched[l] = true;
    race->watched[race->watching++] = l;
    return OK;
}

/* The feasible design with the greatest sum, -1 if there is none. */
static int leader(const struct select_race *race)
{
    int best = -1;

    for (int a = 0; a < race->alive; a++) {
        int i = race->who[a];
        if (is_feasible(race, i) && (best < 0 || lead(race, i, best, race->blocks) > 0))
            best = i;
    }
    return best;
}

static enum status watch_leader(struct select_race *race)
{
    for (int l = leader(race); l >= 0 && !race->is_watched[l]; l = leader(race)) {
        TRY(watch(race, l));
        sweep(race);
    }
    return OK;
}

static enum status watch_more(struct select_race *race)
{
    for (int f = 0; f < race->fresh; f++)
        collect(race, race->newly[f]);
    sweep(race);
    if (race->leaders_only)
        return watch_leader(race);
    for (int f = 0; f < race->fresh; f++)
        if (is_in(race, race->newly[f]))
            TRY(watch(race, race->newly[f]));
    sweep(race);
    return OK;
}

static void play_all(struct select_race *race)
{
    for (int w = 0; w < race->watching; w++)
        for (int a = 0; a < race->alive; a++) {
            int l = race->watched[w], i = race->who[a];
            if (i > l || (i < l && !race->is_watched[i]))
                play(race, l, i, race->blocks);
        }
    sweep(race);
}

enum status select_race_round(struct select_race *race)
{
    TRY(select_ledger_extend(&race->ledger, race->alive, race->who, race->blocks + 1));
    race->blocks++;
    judge(race);
    screen(race);
    TRY(watch_more(race));
    play_all(race);
    return OK;
}

bool select_race_over(const struct select_race *race)
{
    return race->alive == 0 || (race->alive == 1 && is_feasible(race, race->who[0]));
}
