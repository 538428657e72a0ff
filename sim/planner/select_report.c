/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select_report.h"

#include "planner/select_constant.h"

#include <math.h>

/* The fresh days are one first stage: the ledger keeps every day of it. */
static enum status observe_all(struct select_ledger *ledger, int designs, const int *const x[])
{
    int *which;

    TAKE(ledger->arena, which, designs);
    for (int i = 0; i < designs; i++) {
        which[i] = i;
        TRY(select_ledger_add(ledger, x ? x[i] : NULL));
    }
    return select_ledger_extend(ledger, designs, which, 1);
}

static double half_width(double share, int n, double variance)
{
    return select_t(1 - share / 2, n - 1) * sqrt(variance / n);
}

static enum select_standing standing_of(const struct select_line *line)
{
    if (fabs(line->difference) <= line->difference_half)
        return SELECT_NOT_TOLD_APART;
    return line->difference < 0 ? SELECT_BEHIND : SELECT_AHEAD;
}

static struct select_line compare(const struct select_ledger *ledger, double alpha, int i, int best)
{
    int n = ledger->first_stage, k = ledger->designs;
    struct select_line line = {.standing = SELECT_BEST,
                               .mean = select_ledger_sum(ledger, i, 1, 0) / n};

    line.half_width = half_width(alpha, n, select_ledger_variance(ledger, i, 0));
    if (i == best)
        return line;
    line.difference = line.mean - select_ledger_sum(ledger, best, 1, 0) / n;
    line.difference_half = half_width(select_beta_pair(alpha, k), n,
                                      select_ledger_variance_between(ledger, i, best));
    line.standing = standing_of(&line);
    return line;
}

static struct select_requirement require(const struct select_ledger *ledger, double alpha, int i,
                                         int r)
{
    int n = ledger->first_stage, s = ledger->observer.requirements;
    double share = select_beta_check(alpha, ledger->designs, s);
    double variance = select_ledger_variance(ledger, i, 1 + r);

    return (struct select_requirement){.mean = select_ledger_sum(ledger, i, 1, 1 + r) / n,
                                       .half_width = half_width(share, n, variance)};
}

enum status select_report(const struct observer *observer, const struct select_report_plan *plan,
                          int designs, const int *const x[], int best, struct select_line line[],
                          struct select_requirement requirement[])
{
    struct arena arena = {0};
    struct select_ledger ledger;
    int s = observer->requirements;

    if (designs < 1 || best < 0 || best >= designs || plan->days < 2 || plan->first_day < 0 ||
        !(plan->alpha > 0 && plan->alpha < 1))
        return ERR_DOMAIN;
    select_ledger_open(&ledger, &arena, observer, &plan->budget, plan->first_day, plan->days, 1);
    enum status status = observe_all(&ledger, designs, x);
    for (int i = 0; i < designs && status == OK; i++) {
        line[i] = compare(&ledger, plan->alpha, i, best);
        for (int r = 0; r < s && requirement; r++)
            requirement[i * s + r] = require(&ledger, plan->alpha, i, r);
    }
    arena_free(&arena);
    return status;
}
