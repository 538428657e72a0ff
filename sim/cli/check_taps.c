/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a station's vessels and its circuit must give in the busiest quarter hour. */
#include "cli/check_inside.h"
#include "core/say.h"

#include <math.h>

#define TIGHT           0.85
#define SAFE_LOAD       0.8 /* of a circuit: keep a fifth in hand */
#define WATER_J_PER_M3_K 4.186e6

static void tell_tap(struct check *check, int station, int drink, double busy)
{
    const char *name = scenario_drink(check->scenario, drink)->name;
    enum level level = busy > 1 ? CHANGE : busy > TIGHT ? LOOK : FINE;

    found(check, level, say("taps: the busiest, of %s, pours %.0f s of every minute in the busiest quarter hour%s"), name, 60 * busy,
          busy > 1 ? say(": more than there is") : busy > TIGHT ? say(": tight, staff will wait for it") : "");
    if (level != FINE)
        advise(check, level, say("layouts.%s.%s.vessels.%s: one vessel more, or a faster tap"), check->layout->name,
               layout_station(check->layout, station)->name, name);
}

/* Someone asks for a drink that the station has no vessel for, though it pours others. */
static void tell_missing(struct check *check, int station, int drink)
{
    const struct station_plan *plan = layout_station(check->layout, station);
    const char *name = scenario_drink(check->scenario, drink)->name;
    double asked = check->average.mean[station * check->average.items + drink];

    if (plan->n_vessels == 0 || asked < 0.5)
        return;
    found(check, LOOK, say("%s has no vessel here, so it is handed out without pouring, about %.0f a day"), name, asked);
    advise(check, LOOK, say("layouts.%s.%s.vessels.%s: its vessel; or portions.%s: 0 if it isn't served here"), check->layout->name, plan->name,
           name, name);
}

static void tell_turned_down(struct check *check, int station)
{
    double come = check->average.come[station], none = come - check->average.served[station];

    if (none < 0.5 || none < 0.02 * come)
        return;
    found(check, LOOK, say("%.0f of the %.0f who come find neither their drink nor one that they take instead"), none, come);
    advise(check, LOOK, "layouts.%s.%s.portions", check->layout->name, layout_station(check->layout, station)->name);
}

void check_taps(struct check *check, int station)
{
    const struct equipment *list[MOST_POURERS];
    double per_s = served_per_s(check, station, busiest_quarter(check, station)), worst = 0;
    int worst_drink = -1;

    for (int d = 0; d < check->scenario->drink.n; d++) {
        int n = pourers(check, station, d, list);
        if (n == 0) {
            tell_missing(check, station, d);
            continue;
        }
        double busy = per_s * drink_part(check, station, d) * scenario_drink(check->scenario, d)->cup_m3 / list[0]->tap_m3_per_s / n;
        if (busy > worst) {
            worst = busy;
            worst_drink = d;
        }
    }
    if (worst_drink >= 0)
        tell_tap(check, station, worst_drink, worst);
    tell_turned_down(check, station);
}

/* --- heaters ----------------------------------------------------------------------------------------------- */

/* All heated vessels of one drink together. */
struct heaters {
    int n;
    double power_w, loss_w_per_k, filling_m3, water_c;
    const char *name;
};

static struct heaters heaters_of(const struct check *check, int station, int drink)
{
    const struct equipment *list[MOST_POURERS];
    struct heaters heaters = {0};
    int n = pourers(check, station, drink, list);

    for (int i = 0; i < n && i < MOST_POURERS; i++) {
        if (list[i]->kind != HEATED)
            continue;
        heaters.n++;
        heaters.power_w += list[i]->vessel.power_w;
        heaters.loss_w_per_k += list[i]->vessel.loss_w_per_k;
        heaters.filling_m3 += list[i]->vessel.volume_m3 - list[i]->refill.below_m3;
        heaters.water_c = list[i]->refill.water_c;
        heaters.name = list[i]->name;
    }
    return heaters;
}

/* Whatever is filled in must reach the temperature from which a cup still comes out warm. */
static void check_peak_heat(struct check *check, int station, int drink)
{
    struct heaters heaters = heaters_of(check, station, drink);
    const struct drink *what = scenario_drink(check->scenario, drink);
    const struct node *node = station_node(check->scenario, layout_station(check->layout, station)->name);
    double day_m3 = check->average.mean[station * check->average.items + drink] * what->cup_m3;
    double flow = served_per_s(check, station, busiest_quarter(check, station)) * drink_part(check, station, drink) * what->cup_m3;
    double warm_c = what->serve_c.low + check->scenario->service.pour_drop_k;

    /* what lasts the day from its first filling, or is filled in warm, only has to be kept so */
    if (heaters.n == 0 || day_m3 <= heaters.filling_m3 || heaters.water_c >= warm_c)
        return;
    double needed_w = flow * WATER_J_PER_M3_K * (warm_c - heaters.water_c)
                      + heaters.loss_w_per_k * (warm_c - air_at(check, node && node->indoor));
    enum level level = needed_w > heaters.power_w ? CHANGE : needed_w > TIGHT * heaters.power_w ? LOOK : FINE;
    found(check, level, say("heat for %s: %.0f L an hour from %.0f to %.0f °C need %.1f kW in the busiest quarter hour; heaters %.1f kW%s"), what->name,
          flow * 3.6e6, heaters.water_c, warm_c, needed_w / 1e3, heaters.power_w / 1e3,
          level == CHANGE ? say(": cups will be lukewarm then") : level == LOOK ? say(": tight") : "");
    if (level != FINE)
        advise(check, level, say("equipment.%s.refill.water warmer, power greater, or one vessel more in layouts.%s.%s.vessels.%s"), heaters.name,
               check->layout->name, layout_station(check->layout, station)->name, what->name);
}

static void check_circuit(struct check *check, int station)
{
    const char *name = layout_station(check->layout, station)->name;
    const struct node *node = station_node(check->scenario, name);
    double power_w = 0;

    for (int d = 0; d < check->scenario->drink.n; d++)
        power_w += heaters_of(check, station, d).power_w;
    if (power_w <= 0)
        return;
    check_unlimited(check, node);
    if (!node || isnan(node->power_w))
        return;
    bool turns = power_w > node->power_w && node->overload == TAKES_TURNS;
    enum level level = power_w > node->power_w && !turns ? CHANGE : power_w > SAFE_LOAD * node->power_w ? LOOK : FINE;
    found(check, level, say("circuit: heaters of %.1f kW on %.1f kW%s"), power_w / 1e3, node->power_w / 1e3,
          level == CHANGE ? say(": it will trip") : turns ? say(": they take turns, so that each heats more slowly") : level == LOOK ? say(": keep a fifth in hand") : "");
    if (level != FINE)
        advise(check, level, say("site.nodes.%s.power: a circuit of at least %.1f kW; or fewer or smaller urns in layouts.%s.%s.vessels"), name,
               power_w / SAFE_LOAD / 1e3, check->layout->name, name);
}

void check_power(struct check *check, int station)
{
    for (int d = 0; d < check->scenario->drink.n && check->average.come[station] >= 0.5; d++)
        check_peak_heat(check, station, d);
    check_circuit(check, station);
}
