/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is brought to the stations. A station asks for what has become too little; of those that ask, the one that has
 * waited longest gets the next runner who is at the store. He loads what the station lacks as he sets out. */
#include "models/slots.h"

#include <math.h>
#include <string.h>

#include "core/forbid.h"

enum status supply_open(struct day *day)
{
    const struct plan_day *plan = day->plan;
    struct supply *supply = &day->supply;

    TAKE(day->arena, supply->runner, plan->n_runners);
    TRY(duty_absent(day, CARRIES, plan->store_key, plan->runners_absent, plan->n_runners, &supply->absent));
    TAKE(day->arena, supply->portions, plan->n_drinks);
    TAKE(day->arena, supply->spares, plan->n_drinks);
    if (plan->expires)
        TAKE(day->arena, supply->expired, plan->n_drinks);
    if (plan->holds)
        TAKE(day->arena, supply->too_old, plan->n_drinks);
    for (int i = 0; i < plan->n_runners; i++) {
        TAKE(day->arena, supply->runner[i].portions, plan->n_drinks);
        supply->runner[i].until_s = plan->runner[i].from_s > plan->opens_s ? plan->runner[i].from_s : HUGE_VAL;
    }
    for (int d = 0; d < plan->n_drinks; d++) {
        supply->portions[d] = day->carried ? day->carried->store_portions[d] : plan->store_portions[d];
        supply->spares[d] = day->carried ? day->carried->spares[d] : plan->spares[d];
    }
    supply->cups = day->carried ? day->carried->store_cups : plan->store_cups;
    return OK;
}

/* --- what a runner takes along ------------------------------------------------------------------------------ */

/* Portions of a drink, of which the store gives what it has; whole carriers where it is kept in them. */
static double load_drink(struct day *day, int s, int drink, double room)
{
    const struct plan_day *plan = day->plan;
    struct supply *supply = &day->supply;
    double lacks = plan->station[s].portions[drink] - day->station[s].portions_left[drink], each = plan->spare_cups[drink];

    if (plan->spares[drink] < 0) {
        double portions = floor(fmax(0, fmin(fmin(lacks, room), supply->portions[drink])));
        supply->portions[drink] -= portions;
        return portions;
    }
    if (supply->spares[drink] == 0 || lacks < 1)
        return 0;
    int carriers = (int)fmin(supply->spares[drink], fmax(1, floor(fmin(lacks, room) / each)));
    supply->spares[drink] -= carriers;
    return carriers * each;
}

static double load_cups(struct day *day, int s)
{
    double cups = floor(fmax(0, fmin(day->plan->station[s].cups - day->station[s].cups_left, day->supply.cups)));

    day->supply.cups -= cups;
    return cups;
}

/* Whether there is anything to bring. What doesn't fit in is asked for again; what the store lacks isn't. */
static bool load(struct day *day, struct runner *runner, int s)
{
    struct line_station *station = &day->station[s];
    int n = day->plan->n_drinks;
    double room = day->plan->scenario->store->carries, loaded = 0;

    for (int d = 0; d < n; d++) {
        runner->portions[d] = station->need[d] == ASKED && room >= 1 ? load_drink(day, s, d, room) : 0;
        if (station->need[d] == ASKED && room >= 1)
            station->need[d] = COMING;
        room -= runner->portions[d];
        loaded += runner->portions[d];
    }
    runner->cups = station->need[n] == ASKED ? load_cups(day, s) : 0;
    if (station->need[n] == ASKED)
        station->need[n] = COMING;
    return loaded + runner->cups > 0;
}

static bool still_asks(const struct day *day, int s)
{
    for (int i = 0; i <= day->plan->n_drinks; i++)
        if (day->station[s].need[i] == ASKED)
            return true;
    return false;
}

/* --- trips ------------------------------------------------------------------------------------------------- */

/* How much later than usual what is on its way now will come. */
static double late_s(const struct day *day, int s)
{
    const struct day_type *type = day->plan->day_type;
    const struct incident *incident = type ? type->incident.item : NULL;
    double sum_s = 0;

    for (int i = 0; type && i < type->incident.n; i++)
        if (!isnan(incident[i].late_s) && incident_lasts(&incident[i], day->now_s)
            && (!incident[i].station || strcmp(incident[i].station, day->plan->station[s].plan->name) == 0))
            sum_s += incident[i].late_s;
    return sum_s;
}

static void set_out(struct day *day, struct runner *runner, int s)
{
    struct line_station *station = &day->station[s];
    struct draw_key key = {day->key.seed, day->key.replication, day->plan->station[s].key};

    runner->errand = GOES_OUT;
    runner->station = s;
    runner->trip_s = quantile_at(&day->plan->trip_s.quantile, draw_u01(key, (uint32_t)station->deliveries++, DRAW_TRIP)) + late_s(day, s);
    runner->until_s = day->now_s + runner->trip_s;
    TRACE(day, "runner-goes", s, NULL, runner->trip_s);
}

/* The station that has waited longest for a runner; -1: none asks. */
static int first_in_turn(const struct day *day)
{
    int first = -1;

    for (int s = 0; s < day->plan->n_stations; s++)
        if (day->station[s].asked_s < HUGE_VAL && (first < 0 || day->station[s].asked_s < day->station[first].asked_s))
            first = s;
    return first;
}

/* He sets out within his shift, and comes back from his last errand. */
static bool is_there(const struct day *day, int runner)
{
    const struct plan_person *person = &day->plan->runner[runner];
    return !day->supply.absent[runner] && person->from_s <= day->now_s && day->now_s < person->to_s;
}

static void send(struct day *day)
{
    for (int i = 0; i < day->plan->n_runners && day->now_s < day->plan->closes_s; i++) {
        struct runner *runner = &day->supply.runner[i];
        if (runner->errand != AT_STORE || !is_there(day, i))
            continue;
        for (int s = first_in_turn(day); s >= 0 && runner->errand == AT_STORE; s = first_in_turn(day)) {
            bool loaded = load(day, runner, s);
            day->station[s].asked_s = still_asks(day, s) ? day->now_s : HUGE_VAL;
            if (loaded)
                set_out(day, runner, s);
        }
    }
}

static void ask_for(struct day *day, int s, int what, bool too_little)
{
    struct line_station *station = &day->station[s];

    if (!too_little || station->need[what] != CONTENT)
        return;
    station->need[what] = ASKED;
    station->asked_s = fmin(station->asked_s, day->now_s);
}

void supply_asks(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    struct line_station *station = &day->station[s];
    double asked_s = station->asked_s;

    for (int d = 0; d < day->plan->n_drinks; d++)
        ask_for(day, s, d, station->portions_left[d] <= plan->reorder[d]);
    ask_for(day, s, day->plan->n_drinks, station->cups_left <= plan->reorder_cups);
    if (station->asked_s < asked_s) {
        send(day);
        day_look_again(day);
    }
}

static void unload(struct day *day, struct runner *runner)
{
    struct line_station *station = &day->station[runner->station];
    int n = day->plan->n_drinks;
    double brought = 0;

    for (int d = 0; d < n; d++) {
        station->portions_in[d] += runner->portions[d];
        station->portions_left[d] += runner->portions[d];
        brought += runner->portions[d];
        if (runner->portions[d] > 0)
            station->need[d] = CONTENT;
    }
    station->brought += brought;
    station->cups_left += runner->cups;
    if (runner->cups > 0)
        station->need[n] = CONTENT;
    TRACE(day, "runner-brings", runner->station, NULL, brought);
    for (int d = 0; d < n; d++)
        if (spares_age(day, d))
            spares_come(day, runner->station, d, runner->portions[d]);
    day_refill_at_once(day, runner->station);
    supply_asks(day, runner->station);
}

void supply_runs(struct day *day)
{
    for (int i = 0; i < day->plan->n_runners; i++) {
        struct runner *runner = &day->supply.runner[i];
        if (runner->until_s > day->now_s)
            continue;
        if (runner->errand == GOES_OUT) {
            runner->errand = COMES_BACK;
            runner->until_s = day->now_s + runner->trip_s;
            day->supply.busy_s += runner->trip_s;
            unload(day, runner);
        } else {
            runner->errand = AT_STORE;
            runner->until_s = HUGE_VAL;
            day->supply.busy_s += runner->trip_s;
        }
    }
    send(day);
}

double supply_next_s(const struct day *day)
{
    double next_s = HUGE_VAL;

    for (int i = 0; i < day->plan->n_runners; i++)
        next_s = fmin(next_s, day->supply.runner[i].until_s);
    return next_s;
}

void delivery_comes(struct day *day, const struct happening *happening)
{
    int s = happening->station;
    const struct plan_station *plan = &day->plan->station[s];
    struct line_station *station = &day->station[s];

    for (int d = 0; d < day->plan->n_drinks; d++)
        if (plan->portions[d] < HUGE_VAL) {
            double portions = day->carried ? day->carried->portions[s * day->plan->n_drinks + d] : plan->portions[d];
            station->portions_in[d] += portions;
            station->portions_left[d] += portions;
            if (spares_stand_at(day, s, d))
                spares_come(day, s, d, portions);
        }
    if (plan->cups < HUGE_VAL)
        station->cups_left += day->carried ? day->carried->cups[s] : plan->cups;
    TRACE(day, "delivery", s, NULL, plan->late_s);
    day_refill_at_once(day, s);
}

/* --- what it comes to ---------------------------------------------------------------------------------------- */

static double expired(const struct day *day, int drink)
{
    if (!day->plan->expires)
        return 0;
    return day->supply.expired[drink] * (day->plan->spares[drink] < 0 ? 1 : day->plan->spare_cups[drink]);
}

static double too_old(const struct day *day, int drink)
{
    return day->plan->holds ? day->supply.too_old[drink] : 0;
}

static double left_over(const struct day *day, int drink)
{
    const struct plan_day *plan = day->plan;
    double carriers = plan->spares[drink] > 0 ? day->supply.spares[drink] * plan->spare_cups[drink] : 0, old = too_old(day, drink);

    if (scenario_drink(plan->scenario, drink)->keeps)
        return old + expired(day, drink);
    return old + carriers + (plan->store_portions[drink] < HUGE_VAL ? day->supply.portions[drink] : 0);
}

/* What is still on the way at the end of the day went back into the store. */
void supply_comes_home(struct day *day)
{
    for (int i = 0; i < day->plan->n_runners; i++) {
        struct runner *runner = &day->supply.runner[i];
        for (int d = 0; d < day->plan->n_drinks && runner->errand == GOES_OUT; d++)
            if (day->plan->spares[d] < 0)
                day->supply.portions[d] += runner->portions[d];
            else
                day->supply.spares[d] += (int)(runner->portions[d] / day->plan->spare_cups[d]);
        day->supply.cups += runner->errand == GOES_OUT ? runner->cups : 0;
    }
}

void supply_count(struct day *day)
{
    const struct plan_day *plan = day->plan;
    const struct costs *costs = &plan->scenario->costs;
    const struct store *store = plan->scenario->store;
    double wage_per_s = isnan(store->wage_per_s) ? costs->wage_per_s : store->wage_per_s;

    for (int i = 0; i < plan->n_runners; i++)
        if (!day->supply.absent[i])
            day->result->store_cost += wage_per_s * person_there_s(&plan->runner[i], plan->opens_s, plan->closes_s);
    for (int d = 0; d < plan->n_drinks; d++) {
        double wasted = left_over(day, d);
        day->result->store_wasted += wasted;
        day->result->store_expired += expired(day, d);
        day->result->store_too_old += too_old(day, d);
        day_drink_row(day, d)[M_EXPIRED] += expired(day, d);
        day_drink_row(day, d)[M_TOO_OLD] += too_old(day, d);
        day_drink_row(day, d)[M_PORTIONS_WASTED] += wasted;
        day->result->store_cost += wasted * (scenario_drink(plan->scenario, d)->cost + costs->waste);
        day->result->store_cost += plan->spares[d] > 0 ? plan->spares[d] * plan->spare_rent[d] : 0;
    }
}
