/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/exchange.h"

#include <stdbool.h>

struct exchange {
    int n, *x;
    double (*cost)(void *context, const int x[]);
    void *context;
    double least;
};

/* Takes `step` from one amount and gives it to another (-1: from or to nowhere); keeps it if that helps. */
static bool try_change(struct exchange *e, int from, int to, int step)
{
    int taken = from < 0 ? 0 : e->x[from] < step ? e->x[from] : step;

    if (from >= 0 && taken == 0)
        return false;
    if (from >= 0)
        e->x[from] -= taken;
    if (to >= 0)
        e->x[to] += step;
    double changed = e->cost(e->context, e->x);
    if (changed < e->least - 1e-9) {
        e->least = changed;
        return true;
    }
    if (from >= 0)
        e->x[from] += taken;
    if (to >= 0)
        e->x[to] -= step;
    return false;
}

double exchange_lower(int n, int x[], double (*cost)(void *context, const int x[]), void *context)
{
    struct exchange e = {n, x, cost, context, cost(context, x)};

    for (int step = 16; step >= 1; step /= 2)
        for (bool better = true; better;) {
            better = false;
            for (int from = -1; from < n; from++)
                for (int to = -1; to < n; to++)
                    if (from != to && try_change(&e, from, to, step))
                        better = true;
        }
    return e.least;
}
