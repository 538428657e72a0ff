/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/feasible.h"

#include "planner/select_constant.h"

#include <math.h>
#include <string.h>

struct feasible_rule feasible_rule_of(double alpha, int k, int s, const double epsilon[], int n0)
{
    struct feasible_rule rule = {.requirements = s, .epsilon = epsilon};

    if (s)
        rule.h2 = select_h2(select_beta_check(alpha, k, s), n0);
    return rule;
}

static enum feasible_verdict check(const struct feasible_rule *rule,
                                   const struct select_ledger *ledger, int design, int blocks, int r)
{
    double sum = select_ledger_sum(ledger, design, blocks, 1 + r);
    double bound = select_boundary(rule->h2, select_ledger_variance(ledger, design, 1 + r),
                                   rule->epsilon[r], select_ledger_days(ledger, blocks));

    if (fabs(sum) < bound)
        return FEASIBLE_OPEN;
    return sum >= 0 ? FEASIBLE_YES : FEASIBLE_NO;
}

void feasible_judge(const struct feasible_rule *rule, const struct select_ledger *ledger, int design,
                    int blocks, struct feasible_state *state)
{
    int met = 0;

    for (int r = 0; r < rule->requirements && state->verdict == FEASIBLE_OPEN; r++) {
        enum feasible_verdict verdict = FEASIBLE_YES;
        if (!(state->met >> r & 1))
            verdict = check(rule, ledger, design, blocks, r);
        if (verdict == FEASIBLE_YES)
            state->met |= 1ULL << r, met++;
        if (verdict == FEASIBLE_NO)
            *state = (struct feasible_state){.verdict = FEASIBLE_NO, .failed = r, .met = state->met};
    }
    if (state->verdict == FEASIBLE_OPEN && met == rule->requirements)
        *state = (struct feasible_state){.verdict = FEASIBLE_YES, .failed = -1, .met = state->met};
    state->days = state->verdict == FEASIBLE_OPEN ? 0 : select_ledger_days(ledger, blocks);
}

static bool sound(const struct observer *observer, const struct feasible_plan *plan, int designs)
{
    int s = observer->requirements;
    bool good = designs >= 1 && s >= 1 && s <= FEASIBLE_REQUIREMENTS_MOST && plan->alpha > 0 &&
                plan->alpha < 0.5 && plan->first_stage >= 2 && plan->block >= 1 &&
                plan->first_day >= 0;

    for (int r = 0; r < s && good; r++)
        good = plan->epsilon[r] > 0;
    return good;
}

/* One barrier: observe the open designs up to `blocks`, judge them, keep in open[] what stays open. */
static enum status round_of(struct select_ledger *ledger, const struct feasible_rule *rule, int blocks,
                            struct feasible_state state[], int open[], int *n)
{
    int left = 0;

    TRY(select_ledger_extend(ledger, *n, open, blocks));
    for (int i = 0; i < *n; i++) {
        feasible_judge(rule, ledger, open[i], blocks, &state[open[i]]);
        if (state[open[i]].verdict == FEASIBLE_OPEN)
            open[left++] = open[i];
    }
    *n = left;
    return OK;
}

static enum status find(struct select_ledger *ledger, const struct feasible_rule *rule, int designs,
                        const int *const x[], struct feasible_state state[])
{
    int *open, n = designs;

    TAKE(ledger->arena, open, designs);
    for (int i = 0; i < designs; i++) {
        open[i] = i;
        state[i] = (struct feasible_state){.failed = -1};
        TRY(select_ledger_add(ledger, x ? x[i] : NULL));
    }
    enum status status = OK;
    for (int blocks = 1; n && status == OK; blocks++)
        status = round_of(ledger, rule, blocks, state, open, &n);
    return status == ERR_PRECISION || status == ERR_INTERRUPTED ? OK : status;
}

enum status feasible_find(const struct observer *observer, const struct feasible_plan *plan,
                          int designs, const int *const x[], struct feasible_state state[],
                          long *days)
{
    struct arena arena = {0};
    struct select_ledger ledger;

    if (!sound(observer, plan, designs))
        return ERR_DOMAIN;
    struct feasible_rule rule = feasible_rule_of(plan->alpha, designs, observer->requirements,
                                                 plan->epsilon, plan->first_stage);
    select_ledger_open(&ledger, &arena, observer, &plan->budget, plan->first_day, plan->first_stage,
                       plan->block);
    struct feasible_state *own = arena_take(&arena, (size_t)designs, sizeof *own);
    enum status status = own ? find(&ledger, &rule, designs, x, own) : ERR_MEMORY;
    if (status == OK) {
        memcpy(state, own, (size_t)designs * sizeof *own);
        *days = ledger.days;
    }
    arena_free(&arena);
    return status;
}
