/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stations with their vessels, stock and circuits, and the store behind them. */
#include "models/plan_inside.h"

#include <math.h>
#include <string.h>

static void vessel_compile(const struct scenario *scenario, int drink, const struct equipment *equipment, struct plan_vessel *vessel)
{
    bool heated = equipment->kind == HEATED;

    vessel->equipment = equipment;
    vessel->drink = drink;
    vessel->name = equipment->name;
    vessel->cup_m3 = scenario_drink(scenario, drink)->cup_m3;
    vessel->cups = (int)floor(equipment->vessel.volume_m3 / vessel->cup_m3 * (1 + 1e-12));
    vessel->pour_s = vessel->cup_m3 / equipment->tap_m3_per_s;
    vessel->closed_s = heated ? equipment->refill.takes_s : equipment->swap_s;
    vessel->refill_c = heated ? equipment->refill.water_c : equipment->filled_c;
    vessel->first_c = isnan(equipment->filled_c) ? equipment->refill.water_c : equipment->filled_c;
    vessel->below_m3 = heated ? equipment->refill.below_m3 : 0;
    vessel->by_staff = equipment->refill.by == BY_STAFF;
    vessel->hold_s = isnan(scenario_drink(scenario, drink)->hold_s) ? HUGE_VAL : scenario_drink(scenario, drink)->hold_s;
    vessel->spare = !heated && scenario->store && shares_of(&scenario->store->spares, drink) >= 0;
}

static enum status station_vessels(struct arena *arena, struct plan_day *plan, struct plan_station *station)
{
    const struct station_plan *choice = station->plan;
    int *first;

    TAKE(arena, first, plan->n_drinks + 1);
    station->first_vessel = plan->n_vessels;
    for (int d = 0; d < plan->n_drinks; d++) {
        first[d] = plan->n_vessels;
        for (int v = 0; v < choice->n_vessels; v++)
            for (int i = 0; choice->vessel[v].drink.index == d && i < choice->vessel[v].equipment.n; i++) {
                struct plan_vessel *vessel = &plan->vessel[plan->n_vessels];
                vessel_compile(plan->scenario, d, scenario_equipment(plan->scenario, choice->vessel[v].equipment.item[i].index), vessel);
                vessel->spare &= shares_of(&choice->portions, d) >= 0; /* what never runs out comes fresh */
                vessel->key = station->key + 0x9E3779B9u * (uint32_t)(1 + plan->n_vessels++ - station->first_vessel);
                plan->fails |= !isnan(vessel->equipment->fails_every_s);
                plan->holds |= vessel->hold_s < HUGE_VAL;
            }
    }
    first[plan->n_drinks] = plan->n_vessels;
    station->first_of_drink = first;
    station->n_vessels = plan->n_vessels - station->first_vessel;
    return OK;
}

static enum status reorders(struct arena *arena, const struct plan_day *plan, struct plan_station *station)
{
    double *reorder;

    TAKE(arena, reorder, plan->n_drinks);
    for (int d = 0; d < plan->n_drinks; d++) {
        reorder[d] = station->portions[d] < HUGE_VAL ? shares_of(&station->plan->reorder, d) : -1;
        station->restocked |= plan->scenario->store && reorder[d] >= 0;
    }
    station->reorder = reorder;
    station->reorder_cups = station->cups < HUGE_VAL && !isnan(station->plan->reorder_cups) ? station->plan->reorder_cups : -1;
    station->restocked |= plan->scenario->store && station->reorder_cups >= 0;
    return OK;
}

static enum status station_stock(struct arena *arena, const struct plan_day *plan, struct plan_station *station)
{
    const struct shares *stock = &station->plan->portions;
    double *portions;

    TAKE(arena, portions, plan->n_drinks);
    for (int d = 0; d < plan->n_drinks; d++)
        portions[d] = HUGE_VAL;
    for (int i = 0; i < stock->n; i++)
        portions[stock->item[i].of.index] = floor(stock->item[i].share);
    station->portions = portions;
    station->cups = floor(fmin(isnan(station->plan->cups) ? HUGE_VAL : station->plan->cups, isnan(station->plan->lids) ? HUGE_VAL : station->plan->lids));
    station->stocked = stock->n > 0 || station->cups < HUGE_VAL;
    return reorders(arena, plan, station);
}

static double heaters_w(const struct plan_day *plan, const struct plan_station *station)
{
    double sum = 0;

    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        if (plan->vessel[v].equipment->kind == HEATED)
            sum += plan->vessel[v].equipment->vessel.power_w;
    return sum;
}

static int find_node(const struct scenario *scenario, const char *name)
{
    for (int i = 0; scenario->site && i < scenario->site->node.n; i++)
        if (strcmp(site_node(scenario->site, i)->name, name) == 0)
            return i;
    return -1;
}

enum status plan_compile_stations(struct arena *arena, struct plan_day *plan)
{
    int vessels = 0;

    for (int s = 0; s < plan->n_stations; s++)
        for (int v = 0; v < layout_station(plan->layout, s)->n_vessels; v++)
            vessels += layout_station(plan->layout, s)->vessel[v].equipment.n;
    TAKE(arena, plan->station, plan->n_stations);
    TAKE(arena, plan->vessel, vessels);
    for (int s = 0; s < plan->n_stations; s++) {
        struct plan_station *station = &plan->station[s];
        station->plan = layout_station(plan->layout, s);
        station->node = find_node(plan->scenario, station->plan->name);
        station->staff = station->plan->staff + agenda_more_staff(plan, station);
        station->key = plan_name_key(&station->plan->name, 1);
        station->first_server = plan->n_servers;
        plan->n_servers += station->staff;
        const struct node *node = station->node >= 0 ? site_node(plan->scenario->site, station->node) : NULL;
        station->room = station->staff == 0 ? 0 : node && !isnan(node->standing_room) ? node->standing_room : HUGE_VAL;
        station->car_lane = station->staff == 0 ? 0 : node && !isnan(node->car_lane) ? node->car_lane : HUGE_VAL;
        station->indoor = node && node->indoor;
        plan->desks |= station->plan->desk > 0;
        TRY(persons_compile(arena, plan, &station->plan->greeter_shift, station->plan->greeters, &station->greeter, &station->n_greeters));
        TRY(persons_compile(arena, plan, &station->plan->desk_shift, station->plan->desk, &station->desk, &station->n_desk));
        TRY(station_vessels(arena, plan, station));
        TRY(station_stock(arena, plan, station));
        station->contended = node && heaters_w(plan, station) > node->power_w * (1 + 1e-9);
        plan->contended |= station->contended;
    }
    return OK;
}

/* A spare is such a carrier as the first station has for that drink. */
static void spare_compile(const struct plan_day *plan, int drink, double *cups, double *rent)
{
    for (int v = 0; v < plan->n_vessels; v++)
        if (plan->vessel[v].drink == drink && plan->vessel[v].equipment->kind == INSULATED) {
            *cups = plan->vessel[v].cups;
            *rent = plan->vessel[v].equipment->rent;
            return;
        }
}

/* Where no station does, nobody stands ready to carry. */
static bool asks_for_more(const struct plan_day *plan)
{
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].restocked)
            return true;
    return false;
}

enum status plan_compile_store(struct arena *arena, struct plan_day *plan)
{
    const struct store *store = plan->scenario->store;
    double *portions, *cups, *rent, *until_s;
    int *spares;

    plan->n_runners = 0;
    if (!store)
        return OK;
    plan->store_key = plan_name_key(&(const char *){"store"}, 1);
    plan->runners_absent = isnan(store->absent) ? plan->scenario->staffing.absent : store->absent;
    if (asks_for_more(plan))
        TRY(persons_compile(arena, plan, &store->shift, store->runners, &plan->runner, &plan->n_runners));
    TRY(plan_compile_quantity(arena, &store->trip_s, &plan->trip_s));
    TAKE(arena, portions, plan->n_drinks);
    TAKE(arena, spares, plan->n_drinks);
    TAKE(arena, cups, plan->n_drinks);
    TAKE(arena, rent, plan->n_drinks);
    TAKE(arena, until_s, plan->n_drinks);
    for (int d = 0; d < plan->n_drinks; d++) {
        double there = shares_of(&store->portions, d);
        portions[d] = there < 0 ? HUGE_VAL : floor(there);
        spares[d] = (int)floor(shares_of(&store->spares, d));
        spare_compile(plan, d, &cups[d], &rent[d]);
        if (cups[d] < 1) /* nobody pours it out of a carrier */
            spares[d] = spares[d] < 0 ? -1 : 0;
        double hold_s = scenario_drink(plan->scenario, d)->hold_s;
        until_s[d] = spares[d] < 0 || cups[d] < 1 || isnan(hold_s) ? HUGE_VAL : plan->opens_s + hold_s;
    }
    plan->store_portions = portions;
    plan->spares = spares;
    plan->spare_cups = cups;
    plan->spare_rent = rent;
    plan->spares_until_s = until_s;
    plan->store_cups = isnan(store->cups) ? HUGE_VAL : floor(store->cups);
    return OK;
}
