/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_STOCK_VESSELS_H
#define PLANNER_STOCK_VESSELS_H

#include "models/plan.h"

/* What of a station's stock stands in vessels while it's handed out: that gets too old there, and isn't kept overnight.
 * Rules as at the counter (pouring.c, holding.c), but for the seconds that a refill takes staff and for vessels that fail;
 * of several vessels the first with something in it pours. Only of drinks for which it matters: those with a `hold`
 * shorter than the day and those that keep; of others a portion is a portion wherever it stands. */
struct filling {
    int cups;
    double filled_s;
};

struct counter {
    const struct plan_day *plan;
    int station;
    struct filling *filling; /* [vessels of the plan] */
    double *left, *too_old;  /* [drinks] portions, those in vessels too; poured away */
};

/** Whether a drink is poured away there before closing: its vessels, `hold` and the window. */
bool stock_gets_too_old(const struct plan_day *plan, int station, int drink);

/** Fills the vessels out of left. */
void counter_open(struct counter *counter);

/** Pours away what gets too old until then, and fills up after it. */
void counter_ages(struct counter *counter, double until_s);

/** Takes so many portions; there must be as many. */
void counter_pours(struct counter *counter, int drink, int cups, double at_s);

/** Portions of a drink that stand in vessels. */
double counter_in_vessels(const struct counter *counter, int drink);

#endif
