/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select.h"

#include "planner/select_constant.h"
#include "planner/select_race.h"

#include <stdlib.h>

static bool is_error_share(double alpha)
{
    return alpha > 0 && alpha < 0.5;
}

static bool sound(const struct select_plan *plan, int designs, int requirements)
{
    bool good = designs >= 1 && plan->delta > 0 && plan->first_stage >= 2 && plan->block >= 1 &&
                plan->first_day >= 0 && is_error_share(plan->alpha_select) &&
                (plan->alpha_screen == 0 || is_error_share(plan->alpha_screen)) &&
                requirements <= FEASIBLE_REQUIREMENTS_MOST &&
                (!requirements || is_error_share(plan->alpha_feasible));

    for (int r = 0; r < requirements && good; r++)
        good = plan->epsilon[r] > 0;
    return good;
}

static struct select_guarantee guarantee_of(const struct select_plan *plan, int k, int s)
{
    struct select_guarantee it = {.alpha_feasible = s ? plan->alpha_feasible : 0,
                                  .delta = plan->delta,
                                  .designs = k,
                                  .requirements = s,
                                  .first_stage = plan->first_stage,
                                  .block = plan->block};
    int n0 = plan->first_stage;

    if (s)
        it.h2_feasible = select_h2(select_beta_check(plan->alpha_feasible, k, s), n0);
    if (k > 1) {
        it.alpha_select = plan->alpha_select;
        it.alpha_screen = plan->alpha_screen;
        it.h2 = select_h2(select_beta_pair(plan->alpha_select, k), n0);
        if (plan->alpha_screen > 0)
            it.t = select_t(1 - select_beta_pair(plan->alpha_screen, k), n0 - 1);
    }
    it.confidence = 1 - it.alpha_feasible - it.alpha_screen - it.alpha_select;
    return it;
}

static enum status set_up(struct select_race *race, struct arena *arena,
                          const struct observer *observer, const struct select_plan *plan,
                          const int *const x[])
{
    select_ledger_open(&race->ledger, arena, observer, &plan->budget, plan->first_day,
                       plan->first_stage, plan->block);
    for (int i = 0; i < race->designs; i++)
        TRY(select_ledger_add(&race->ledger, x ? x[i] : NULL));
    return select_race_open(race, arena);
}

static enum status run(struct select_race *race)
{
    while (!select_race_over(race)) {
        enum status status = select_race_round(race);
        if (status == ERR_PRECISION || status == ERR_INTERRUPTED)
            return OK;
        TRY(status);
    }
    return OK;
}

static int greater_mean(const void *left, const void *right, void *context)
{
    const struct select_fate *fate = context;
    int i = *(const int *)left, l = *(const int *)right;
    double ahead = fate[l].mean - fate[i].mean;
    return ahead > 0 ? 1 : ahead < 0 ? -1 : i - l;
}

static void report(const struct select_race *race, struct select_result *result)
{
    for (int i = 0; i < race->designs; i++) {
        int blocks = race->ledger.row[i].blocks;
        race->fate[i].days = select_ledger_days(&race->ledger, blocks);
        if (blocks)
            race->fate[i].mean =
                select_ledger_sum(&race->ledger, i, blocks, 0) / race->fate[i].days;
    }
    qsort_r(race->who, (size_t)race->alive, sizeof *race->who, greater_mean, race->fate);
    result->outcome = !race->alive                ? SELECT_NONE
                      : select_race_over(race) ? SELECT_FOUND
                                               : SELECT_UNRESOLVED;
    result->winner = result->outcome == SELECT_FOUND ? race->who[0] : -1;
    result->survivors = race->alive;
    result->survivor = race->who;
    result->fate = race->fate;
    result->days = race->ledger.days;
    result->rounds = race->blocks;
}

enum status select_best(const struct observer *observer, const struct select_plan *plan, int designs,
                        const int *const x[], struct arena *arena, struct select_result *result)
{
    int s = observer->requirements;

    if (!sound(plan, designs, s))
        return ERR_DOMAIN;
    struct select_guarantee guarantee = guarantee_of(plan, designs, s);
    struct select_race race = {
        .feasible = feasible_rule_of(plan->alpha_feasible, designs, s, plan->epsilon,
                                     plan->first_stage),
        .h2 = guarantee.h2,
        .t = guarantee.t,
        .delta = plan->delta,
        .leaders_only = plan->leaders_only,
        .designs = designs,
    };
    TRY(set_up(&race, arena, observer, plan, x));
    TRY(run(&race));
    report(&race, result);
    result->guarantee = guarantee;
    return OK;
}
