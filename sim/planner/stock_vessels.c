/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/stock_vessels.h"

#include <math.h>

static const struct plan_station *station_of(const struct counter *counter)
{
    return &counter->plan->station[counter->station];
}

bool stock_gets_too_old(const struct plan_day *plan, int station, int drink)
{
    const int *first = plan->station[station].first_of_drink;
    return first[drink] < first[drink + 1] && plan->vessel[first[drink]].hold_s <= plan->closes_s - plan->opens_s;
}

static bool it_matters(const struct counter *counter, int drink)
{
    return scenario_drink(counter->plan->scenario, drink)->keeps || stock_gets_too_old(counter->plan, counter->station, drink);
}

double counter_in_vessels(const struct counter *counter, int drink)
{
    const int *first = station_of(counter)->first_of_drink;
    double cups = 0;

    for (int v = first[drink]; it_matters(counter, drink) && v < first[drink + 1]; v++)
        cups += counter->filling[v].cups;
    return cups;
}

/* Up to full, out of what is in no vessel yet. What is added doesn't make it young. */
static void fill(struct counter *counter, int v, double at_s)
{
    const struct plan_vessel *vessel = &counter->plan->vessel[v];
    struct filling *filling = &counter->filling[v];
    double more = fmin(vessel->cups - filling->cups, counter->left[vessel->drink] - counter_in_vessels(counter, vessel->drink));

    if (more > 0 && filling->cups == 0)
        filling->filled_s = at_s;
    if (more > 0)
        filling->cups += (int)more;
}

void counter_open(struct counter *counter)
{
    const struct plan_station *station = station_of(counter);

    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        counter->filling[v] = (struct filling){0};
    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        if (it_matters(counter, counter->plan->vessel[v].drink))
            fill(counter, v, counter->plan->opens_s);
}

/* A helper fills up at once; staff who have nobody to serve only when somebody comes. */
static void pour_away(struct counter *counter, int v, double at_s)
{
    const struct plan_vessel *vessel = &counter->plan->vessel[v];
    struct filling *filling = &counter->filling[v];

    counter->left[vessel->drink] -= filling->cups;
    counter->too_old[vessel->drink] += filling->cups;
    filling->cups = 0;
    if (!vessel->by_staff)
        fill(counter, v, at_s + vessel->closed_s);
}

void counter_ages(struct counter *counter, double until_s)
{
    const struct plan_station *station = station_of(counter);

    for (int v = station->first_vessel; counter->plan->holds && v < station->first_vessel + station->n_vessels; v++) {
        struct filling *filling = &counter->filling[v];
        double hold_s = counter->plan->vessel[v].hold_s;
        while (filling->cups > 0 && filling->filled_s + hold_s <= until_s)
            pour_away(counter, v, filling->filled_s + hold_s);
    }
}

static int vessel_that_pours(struct counter *counter, int drink, double at_s)
{
    const int *first = station_of(counter)->first_of_drink;

    for (int pass = 0; pass < 2; pass++)
        for (int v = first[drink]; v < first[drink + 1]; v++) {
            if (pass > 0)
                fill(counter, v, at_s + counter->plan->vessel[v].closed_s);
            if (counter->filling[v].cups > 0)
                return v;
        }
    return -1;
}

void counter_pours(struct counter *counter, int drink, int cups, double at_s)
{
    for (int i = 0; i < cups; i++) {
        int v = it_matters(counter, drink) ? vessel_that_pours(counter, drink, at_s) : -1;
        counter->left[drink]--;
        if (v < 0)
            continue;
        struct filling *filling = &counter->filling[v];
        filling->cups--;
        if (filling->cups * counter->plan->vessel[v].cup_m3 <= counter->plan->vessel[v].below_m3 + 1e-12)
            fill(counter, v, at_s + counter->plan->vessel[v].closed_s);
    }
}
