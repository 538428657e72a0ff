/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A vessel by itself: warm at opening, within the serving band, and after a refill. The vessel's own closed
 * form does the sums. */
#include "cli/check_inside.h"
#include "core/say.h"

#include <math.h>

#define WATER_J_PER_M3_K 4.186e6

/* Temperatures in the vessel from which cups come out within the band. */
static struct band vessel_band(const struct check *check, int drink)
{
    struct band serve_c = scenario_drink(check->scenario, drink)->serve_c;
    double drop_k = check->scenario->service.pour_drop_k;
    return (struct band){serve_c.low + drop_k, serve_c.high + drop_k};
}

static bool own_cups(const struct check *check)
{
    for (int g = 0; g < check->scenario->group.n; g++)
        if (scenario_group(check->scenario, g)->own_cup > 0)
            return true;
    return false;
}

static void check_setpoint(struct check *check, const struct equipment *equipment, int drink)
{
    const struct drink *what = scenario_drink(check->scenario, drink);
    const struct service *service = &check->scenario->service;
    struct band band = vessel_band(check, drink);
    double hottest_c = equipment->vessel.setpoint_c + equipment->vessel.hysteresis_k;
    double coolest_c = equipment->vessel.setpoint_c - equipment->vessel.hysteresis_k;
    double own_c = coolest_c - service->own_cup_drop_k;

    if (hottest_c > band.high + 1e-9)
        found(check, CHANGE, say("too hot: cups come out at up to %.0f °C, scald risk above %.0f °C"), hottest_c - service->pour_drop_k, what->serve_c.high);
    if (coolest_c < band.low - 1e-9)
        found(check, CHANGE, say("too cold: between heatings cups come out at %.0f °C, lukewarm below %.0f °C"), coolest_c - service->pour_drop_k,
              what->serve_c.low);
    if (hottest_c > band.high + 1e-9 || coolest_c < band.low - 1e-9) {
        advise(check, CHANGE, say("equipment.%s.setpoint: between %.0f and %.0f °C"), equipment->name, band.low + equipment->vessel.hysteresis_k,
               band.high - equipment->vessel.hysteresis_k);
        return;
    }
    if (own_cups(check) && own_c < what->serve_c.low - 1e-9) {
        found(check, LOOK, say("own cups: between heatings they get it at %.0f °C, lukewarm below %.0f °C"), own_c, what->serve_c.low);
        advise(check, LOOK, say("equipment.%s.setpoint higher, or own cups rinsed hot (service.own-cup-drop)"), equipment->name);
        return;
    }
    found(check, FINE, say("cups come out at %.0f to %.0f °C (band %.0f to %.0f °C)"), coolest_c - service->pour_drop_k,
          hottest_c - service->pour_drop_k, what->serve_c.low, what->serve_c.high);
}

static void check_preheat(struct check *check, const struct equipment *equipment, double warm_c, double air_c)
{
    double opens_s = check->scenario->window.opens_s, start_s = opens_s - equipment->preheat_s;
    double first_c = isnan(equipment->filled_c) ? equipment->refill.water_c : equipment->filled_c;
    struct vessel vessel;

    vessel_start(&vessel, &equipment->vessel, start_s, equipment->vessel.volume_m3, first_c, true);
    double at_opening_c = vessel_temperature_at(&vessel, air_c, opens_s), ready_s = vessel_reaches(&vessel, air_c, warm_c);
    if (ready_s <= opens_s + 1e-6) {
        found(check, FINE, say("warm %s before opening"), say_lasts(opens_s - ready_s).text);
        return;
    }
    if (!(ready_s < HUGE_VAL)) {
        found(check, CHANGE, say("it never gets warm: %.0f °C are needed in the vessel"), warm_c);
        advise(check, CHANGE, say("equipment.%s.power, setpoint"), equipment->name);
        return;
    }
    found(check, CHANGE, say("at opening only %.0f °C, warm enough (%.0f °C) from %s on"), at_opening_c, warm_c, say_clock(ready_s).text);
    advise(check, CHANGE, say("equipment.%s.preheat: at least %.0f min"), equipment->name, ceil((ready_s - start_s) / 60));
}

/* The coldest water that, mixed in, keeps the vessel warm. */
static double least_water_c(const struct equipment *equipment, double warm_c, double added_m3)
{
    double kept_j_per_k = equipment->refill.below_m3 * WATER_J_PER_M3_K + equipment->vessel.shell_j_per_k;
    return warm_c - kept_j_per_k * (equipment->vessel.setpoint_c - warm_c) / (added_m3 * WATER_J_PER_M3_K);
}

/* Just after a refill, and nothing drawn until it's warm again: the shortest that the hole can be. */
static void check_refill(struct check *check, const struct equipment *equipment, double warm_c, double air_c, double cup_m3)
{
    double added_m3 = equipment->vessel.volume_m3 - equipment->refill.below_m3;
    struct vessel vessel;

    vessel_start(&vessel, &equipment->vessel, 0, equipment->refill.below_m3, equipment->vessel.setpoint_c, true);
    vessel_add(&vessel, added_m3, equipment->refill.water_c);
    double cold_s = vessel_reaches(&vessel, air_c, warm_c);
    if (cold_s <= 0) {
        found(check, FINE, say("stays warm when refilled with water of %.0f °C"), equipment->refill.water_c);
        return;
    }
    found(check, cold_s > 60 ? CHANGE : LOOK,
          say("every %.0f cups a refill with water of %.0f °C brings it down to %.0f °C; it takes %s to be warm enough (%.0f °C) again"),
          floor(added_m3 / cup_m3), equipment->refill.water_c, vessel.temperature_c, say_lasts(cold_s).text, warm_c);
    advise(check, cold_s > 60 ? CHANGE : LOOK, say("equipment.%s.refill.water: at least %.0f °C; or refill.below higher: smaller refills, more often"),
           equipment->name, ceil(least_water_c(equipment, warm_c, added_m3)));
}

/* Whether any station needs more of the drink than its vessels hold at opening. */
static bool is_refilled(const struct check *check, const struct equipment *equipment, int drink)
{
    const struct equipment *list[MOST_POURERS];
    double cup_m3 = scenario_drink(check->scenario, drink)->cup_m3;

    for (int s = 0; s < check->layout->station.n; s++) {
        int n = pourers(check, s, drink, list);
        double cups = check->average.mean[s * check->average.items + drink];
        if (n && list[0] == equipment && cups * cup_m3 > n * (equipment->vessel.volume_m3 - equipment->refill.below_m3))
            return true;
    }
    return false;
}

void check_heated(struct check *check, const struct equipment *equipment, int drink, bool indoor)
{
    double warm_c = vessel_band(check, drink).low, air_c = air_at(check, indoor);

    check_setpoint(check, equipment, drink);
    check_preheat(check, equipment, warm_c, air_c);
    if (is_refilled(check, equipment, drink))
        check_refill(check, equipment, warm_c, air_c, scenario_drink(check->scenario, drink)->cup_m3);
}

/* Half full until closing, or until it's poured away: what is left in it cools faster than a full one. */
void check_carrier(struct check *check, const struct equipment *equipment, int drink, bool indoor)
{
    const struct drink *what = scenario_drink(check->scenario, drink);
    const struct window *window = &check->scenario->window;
    double drop_k = check->scenario->service.pour_drop_k, first_c = equipment->filled_c - drop_k;
    double until_s = isnan(what->hold_s) ? window->closes_s : fmin(window->closes_s, window->opens_s + what->hold_s);
    struct vessel vessel;

    vessel_start(&vessel, &equipment->vessel, window->opens_s, equipment->vessel.volume_m3 / 2, equipment->filled_c, false);
    double last_c = vessel_temperature_at(&vessel, air_at(check, indoor), until_s) - drop_k;
    if (first_c > what->serve_c.high + 1e-9) {
        found(check, CHANGE, say("too hot: the first cups come out at %.0f °C, scald risk above %.0f °C"), first_c, what->serve_c.high);
        advise(check, CHANGE, say("equipment.%s.filled: at most %.0f °C"), equipment->name, floor(what->serve_c.high + drop_k));
    }
    if (last_c < what->serve_c.low - 1e-9) {
        found(check, CHANGE, say("half full, it gives cups of %.0f °C at %s: lukewarm below %.0f °C"), last_c, say_clock(until_s).text,
              what->serve_c.low);
        advise(check, CHANGE, say("equipment.%s.loss lower (better insulated), or filled hotter"), equipment->name);
    }
    if (first_c <= what->serve_c.high + 1e-9 && last_c >= what->serve_c.low - 1e-9)
        found(check, FINE, say("half full, it still gives cups of %.0f °C at %s"), last_c, say_clock(until_s).text);
}
