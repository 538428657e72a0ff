/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "plan" of summary.json: what was simulated, as far as a report tells it: who and what stands where, what it costs, what was assumed. */
#include "cli/write_inside.h"
#include "core/say.h"

#include <math.h>

static int put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value);
}

static json_t *json_vessel(const struct plan_day *plan, const struct plan_vessel *vessel)
{
    const struct equipment *equipment = vessel->equipment;
    bool heated = equipment->kind == HEATED;
    json_t *object = json_object();
    int failures = 0;

    failures |= put(object, "drink", json_text(scenario_drink(plan->scenario, vessel->drink)->name));
    failures |= put(object, "equipment", json_text(vessel->name));
    failures |= put(object, "power_w", json_number(heated ? equipment->vessel.power_w : 0));
    failures |= put(object, "volume_l", json_number(1e3 * equipment->vessel.volume_m3));
    failures |= put(object, "preheat_s", json_number(heated ? equipment->preheat_s : NAN));
    failures |= put(object, "setpoint_c", json_number(heated ? equipment->vessel.setpoint_c : NAN));
    failures |= put(object, "filled_c", json_number(vessel->first_c));
    failures |= put(object, "refill_below_l", json_number(heated ? 1e3 * equipment->refill.below_m3 : 0));
    failures |= put(object, "refill_by_staff", json_boolean(vessel->by_staff));
    failures |= put(object, "rent_cny", json_number(equipment->rent));
    return json_checked(object, failures);
}

static json_t *json_vessels(const struct plan_day *plan, const struct plan_station *station)
{
    json_t *list = json_array();
    int failures = 0;

    for (int v = 0; v < station->n_vessels; v++)
        failures |= json_array_append_new(list, json_vessel(plan, &plan->vessel[station->first_vessel + v]));
    return json_checked(list, failures);
}

/* Drinks that can run out; the others are endless. */
static json_t *json_portions(const struct plan_day *plan, const struct plan_station *station)
{
    json_t *object = json_object();
    int failures = 0;

    for (int d = 0; station->portions && d < plan->n_drinks; d++)
        if (station->portions[d] < HUGE_VAL)
            failures |= put(object, scenario_drink(plan->scenario, d)->name, json_number(station->portions[d]));
    return json_checked(object, failures);
}

/* On duty within the window, all together. */
static json_t *hours_of(const struct plan_day *plan, const struct items *shifts, int all_day)
{
    return json_number(shifts_paid_s(shifts, all_day, plan->opens_s, plan->closes_s) / 3600);
}

/* None where they are there all day. */
static json_t *json_shifts(const struct items *shifts)
{
    const struct shift *shift = shifts->item;
    json_t *list = json_array();
    int failures = 0;

    for (int i = 0; i < shifts->n; i++)
        failures |= json_array_append_new(list, json_pack("{s:o, s:o, s:i}", "from_s", json_number(shift[i].from_s), "to_s", json_number(shift[i].to_s), "n", shift[i].staff));
    return json_checked(list, failures);
}

static json_t *json_station(const struct plan_day *plan, const struct plan_station *station)
{
    const struct node *node = station->node >= 0 ? site_node(plan->scenario->site, station->node) : NULL;
    json_t *object = json_object();
    int failures = 0;

    failures |= put(object, "staff", json_integer(station->staff));
    failures |= put(object, "greeters", json_integer(station->plan->greeters));
    failures |= put(object, "desk", json_integer(station->plan->desk));
    failures |= put(object, "staff_h", hours_of(plan, &station->plan->shift, station->plan->staff));
    failures |= put(object, "greeters_h", hours_of(plan, &station->plan->greeter_shift, station->plan->greeters));
    failures |= put(object, "desk_h", hours_of(plan, &station->plan->desk_shift, station->plan->desk));
    failures |= put(object, "staff_shifts", json_shifts(&station->plan->shift));
    failures |= put(object, "greeters_shifts", json_shifts(&station->plan->greeter_shift));
    failures |= put(object, "desk_shifts", json_shifts(&station->plan->desk_shift));
    failures |= put(object, "staff_varies", json_boolean(station->varies));
    failures |= put(object, "circuit_w", json_number(node ? node->power_w : NAN));
    failures |= put(object, "takes_turns", json_boolean(node && node->overload == TAKES_TURNS));
    failures |= put(object, "room", json_number(station->room));
    failures |= put(object, "indoor", json_boolean(station->indoor));
    failures |= put(object, "vessels", json_vessels(plan, station));
    failures |= put(object, "portions", json_portions(plan, station));
    failures |= put(object, "cups", json_number(station->cups));
    return json_checked(object, failures);
}

static json_t *json_drink(const struct drink *drink)
{
    json_t *object = json_object();
    int failures = 0;

    failures |= put(object, "cup_ml", json_number(1e6 * drink->cup_m3));
    failures |= put(object, "serve_low_c", json_number(drink->serve_c.low));
    failures |= put(object, "serve_high_c", json_number(drink->serve_c.high));
    failures |= put(object, "cost_cny", json_number(drink->cost));
    failures |= put(object, "keeps", json_boolean(drink->keeps));
    failures |= put(object, "hold_s", json_number(drink->hold_s));
    return json_checked(object, failures);
}

static json_t *json_group(const struct plan_day *plan, const struct group *group)
{
    json_t *object = json_object();
    int failures = 0;

    failures |= put(object, "residents", json_number(residents_expected(group, plan->opens_s, plan->closes_s)));
    failures |= put(object, "uptake", json_number(group->uptake));
    failures |= put(object, "uptake_per_k", json_number(group->uptake_per_k));
    failures |= put(object, "day_to_day", json_number(group->day_to_day));
    failures |= put(object, "own_cup", json_number(group->own_cup));
    return json_checked(object, failures);
}

static json_t *json_costs(const struct costs *costs)
{
    json_t *object = json_object();
    int failures = 0;

    failures |= put(object, "set_up_cny", json_number(costs->set_up));
    failures |= put(object, "wage_cny_per_h", json_number(3600 * costs->wage_per_s));
    failures |= put(object, "electricity_cny_per_kwh", json_number(3.6e6 * costs->electricity_per_j));
    failures |= put(object, "cup_cny", json_number(costs->cup + costs->lid));
    failures |= put(object, "waste_cny", json_number(costs->waste));
    failures |= put(object, "goodwill_cny", json_number(costs->goodwill));
    return json_checked(object, failures);
}

static json_t *json_uncertain(const struct uncertainties *uncertain)
{
    json_t *list = json_array();
    int failures = 0;

    for (int i = 0; i < uncertain->n; i++)
        failures |= json_array_append_new(list, json_pack("{s:o, s:o, s:o}", "key", json_text(uncertain->item[i].path), "low",
                                                          json_text(uncertain->item[i].low), "high", json_text(uncertain->item[i].high)));
    return json_checked(list, failures);
}

static json_t *json_sources(const struct number_sources *sources)
{
    json_t *object = json_object();
    int failures = 0;

    for (int i = 0; i < sources->n; i++)
        failures |= put(object, sources->item[i].path, json_text(sources->item[i].text));
    return json_checked(object, failures);
}

/* What runners bring, who they are; drinks that can't run out there aren't named. */
static json_t *json_store(const struct plan_day *plan)
{
    const struct store *store = plan->scenario->store;
    json_t *object = json_object(), *portions = json_object(), *spares = json_object(), *in_spares = json_object(), *rents = json_object();
    double rent = 0;
    int failures = 0;

    for (int d = 0; d < plan->n_drinks; d++) {
        const char *name = scenario_drink(plan->scenario, d)->name;
        if (plan->store_portions[d] < HUGE_VAL)
            failures |= put(portions, name, json_number(plan->store_portions[d]));
        if (plan->spares[d] >= 0) {
            failures |= put(spares, name, json_number(plan->spares[d]));
            failures |= put(in_spares, name, json_number(plan->spares[d] * plan->spare_cups[d]));
            failures |= put(rents, name, json_number(plan->spare_rent[d]));
        }
        rent += plan->spares[d] > 0 ? plan->spares[d] * plan->spare_rent[d] : 0;
    }
    failures |= put(object, "runners", json_integer(plan->n_runners ? store->runners : 0));
    failures |= put(object, "runners_h", hours_of(plan, &store->shift, store->runners));
    failures |= put(object, "runners_shifts", json_shifts(&store->shift));
    failures |= put(object, "absent_share", json_number(plan->runners_absent));
    failures |= put(object, "trip_s", json_number(distribution_mean(&store->trip_s)));
    failures |= put(object, "carries", json_integer(store->carries));
    failures |= put(object, "wage_cny_per_h", json_number(3600 * (isnan(store->wage_per_s) ? plan->scenario->costs.wage_per_s : store->wage_per_s)));
    failures |= put(object, "portions", portions);
    failures |= put(object, "spares", spares);
    failures |= put(object, "spare_portions", in_spares);
    failures |= put(object, "spare_rent_cny", rents);
    failures |= put(object, "spares_rent_cny", json_number(rent));
    failures |= put(object, "cups", json_number(plan->store_cups));
    return json_checked(object, failures);
}

json_t *json_plan(const struct written_run *run)
{
    const struct scenario *scenario = run->summary->study->scenario;
    const struct plan_day *plan = study_plan(run->summary->study);
    json_t *object = json_object(), *stations = json_object(), *drinks = json_object(), *groups = json_object();
    int failures = 0;

    for (int s = 0; s < plan->n_stations; s++)
        failures |= put(stations, plan->station[s].plan->name, json_station(plan, &plan->station[s]));
    for (int d = 0; d < plan->n_drinks; d++)
        failures |= put(drinks, scenario_drink(plan->scenario, d)->name, json_drink(scenario_drink(plan->scenario, d)));
    for (int g = 0; g < plan->n_groups; g++)
        failures |= put(groups, plan->group[g].group->name, json_group(plan, plan->group[g].group));
    failures |= put(object, "language", json_text(say_language()));
    failures |= put(object, "opens_s", json_number(plan->opens_s));
    failures |= put(object, "closes_s", json_number(plan->closes_s));
    failures |= put(object, "wait_target_s", json_number(scenario->target_s));
    failures |= put(object, "stations", stations);
    failures |= put(object, "drinks", drinks);
    failures |= put(object, "groups", groups);
    failures |= put(object, "costs", json_costs(&scenario->costs));
    failures |= put(object, "uncertain", json_uncertain(&scenario->uncertain));
    failures |= put(object, "sources", json_sources(&scenario->sources));
    if (plan->n_runners)
        failures |= put(object, "store", json_store(plan));
    if (scenario->campaign.days > 1)
        failures |= put(object, "campaign", json_pack("{s:i, s:i}", "days", scenario->campaign.days, "delivery_every", scenario->campaign.delivery_every));
    return json_checked(object, failures);
}
