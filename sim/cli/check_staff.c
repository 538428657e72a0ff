/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Demand in words, and the work it makes against those who do it. */
#include "cli/check_inside.h"
#include "core/say.h"
#include "models/theory/erlang.h"

#include <math.h>

#define TIGHT      0.85
#define IDLE       0.25
#define NINE_IN_TEN 0.9

static void tell_kinds(struct check *check)
{
    const struct demand *average = &check->average;

    for (int t = 0; check->n_kinds > 1 && t < check->n_kinds; t++) {
        const struct check_kind *kind = &check->kind[t];
        found(check, PLAIN, say("%s (%.0f %% of days, %.0f °C on average): %.0f want a drink (%+.0f %%)"), kind->name, 100 * kind->share,
              kind->air_c, kind->demand.wanted, average->wanted > 0 ? 100 * (kind->demand.wanted / average->wanted - 1) : 0);
    }
}

void check_who_comes(struct check *check)
{
    const struct demand *average = &check->average;
    const struct window *window = &check->scenario->window;
    double share = average->wanted > 0 ? average->unreached / average->wanted : 0;
    enum level level = share > 0.25 ? CHANGE : share > 0.1 ? LOOK : FINE;

    found(check, PLAIN, say("%s will set out from %s to %s on average; %.0f will want a drink"), say_residents(average->leaving).text,
          say_clock(window->opens_s).text, say_clock(window->closes_s).text, average->wanted);
    tell_kinds(check);
    if (average->unreached <= 0)
        return;
    found(check, level, say("%.0f of %.0f (%.0f %%) have no station within the detour they accept; most of these start at %s"), average->unreached,
          average->wanted, 100 * share, average->from);
    if (level != FINE)
        advise(check, level, say("another station under layouts.%s nearer the way of those from %s; or is residents.*.detour too strict?"),
               check->layout->name, average->from);
}

/* --- of a station --------------------------------------------------------------------------------------- */

int pourers(const struct check *check, int station, int drink, const struct equipment *list[])
{
    const struct station_plan *plan = layout_station(check->layout, station);
    int n = 0;

    for (int v = 0; v < plan->n_vessels; v++)
        for (int i = 0; plan->vessel[v].drink.index == drink && i < plan->vessel[v].equipment.n; i++, n++)
            if (n < MOST_POURERS)
                list[n] = scenario_equipment(check->scenario, plan->vessel[v].equipment.item[i].index);
    return n;
}

int busiest_quarter(const struct check *check, int station)
{
    const double *takers = check->average.takers + station * check->average.quarters;
    int best = 0;

    /* a flat rate gives equal quarter hours but for rounding: then the first stands for all */
    for (int q = 1; q < check->average.quarters; q++)
        if (takers[q] / quarter_length_s(check->scenario, q) > (1 + 1e-9) * takers[best] / quarter_length_s(check->scenario, best))
            best = q;
    return best;
}

double served_per_s(const struct check *check, int station, int quarter)
{
    const struct demand *average = &check->average;
    double comes = average->come[station];
    double share = comes > 0 ? average->served[station] / comes : 0;
    return share * average->takers[station * average->quarters + quarter] / quarter_length_s(check->scenario, quarter);
}

double drink_part(const struct check *check, int station, int drink)
{
    const struct demand *average = &check->average;
    double served = average->served[station];
    return served > 0 ? average->mean[station * average->items + drink] / served : 0;
}

double air_at(const struct check *check, bool indoor)
{
    return indoor ? check->scenario->indoor_air_c : check->air_c;
}

/* --- staff ----------------------------------------------------------------------------------------------- */

static double mean_of(const struct distribution *distribution)
{
    return distribution->family == DIST_NONE ? 0 : distribution_mean(distribution);
}

/* Pouring one cup, and its part of a refill if staff do it; the first filling is there already. */
static double pour_s(const struct check *check, int station, int drink)
{
    const struct equipment *list[MOST_POURERS];
    double cup_m3 = scenario_drink(check->scenario, drink)->cup_m3;
    double cups = check->average.mean[station * check->average.items + drink];
    int n = pourers(check, station, drink, list);

    if (n == 0)
        return 0;
    bool heated = list[0]->kind == HEATED;
    double closed_s = heated ? list[0]->refill.takes_s : list[0]->swap_s;
    double filling = (list[0]->vessel.volume_m3 - (heated ? list[0]->refill.below_m3 : 0)) / cup_m3;
    bool refills = list[0]->refill.by == BY_STAFF && cups > n * filling;
    return cup_m3 / list[0]->tap_m3_per_s + (refills ? closed_s / filling * (1 - n * filling / cups) : 0);
}

static double middle_s(const struct check *check, int quarter)
{
    return check->scenario->window.opens_s + quarter * QUARTER_S + quarter_length_s(check->scenario, quarter) / 2;
}

int on_duty_at_busiest(const struct check *check, int station, const struct items *shifts, int all_day)
{
    return shifts_at(shifts, all_day, middle_s(check, busiest_quarter(check, station)));
}

/* What greeters leave of the greeting: in a rush people wait long enough for them, as far as they keep up. */
static double greeting_left(const struct check *check, int station)
{
    const struct station_plan *plan = layout_station(check->layout, station);
    int greeters = on_duty_at_busiest(check, station, &plan->greeter_shift, plan->greeters);
    double work = served_per_s(check, station, busiest_quarter(check, station)) * mean_of(&check->scenario->service.greet_s);

    return work > greeters ? 1 - greeters / work : greeters > 0 ? 0 : 1;
}

static double service_s(const struct check *check, int station)
{
    const struct service *service = &check->scenario->service;
    const struct station_plan *plan = layout_station(check->layout, station);
    const struct demand *average = &check->average;
    double served = average->served[station], sum_s = greeting_left(check, station) * mean_of(&service->greet_s) + mean_of(&service->hand_over_s);

    for (int d = 0; d < check->scenario->drink.n; d++)
        sum_s += drink_part(check, station, d) * pour_s(check, station, d);
    if (on_duty_at_busiest(check, station, &plan->desk_shift, plan->desk) > 0)
        return sum_s; /* questions are answered there */
    return sum_s + (served > 0 ? average->consults[station] / served * mean_of(&service->consult_s) : 0);
}

/* On duty in the middle of a quarter hour. */
static int staff_in(const struct check *check, int station, int quarter)
{
    return roster_at(layout_station(check->layout, station), middle_s(check, quarter));
}

/* The line if people flowed like water and nobody gave up: its greatest length, and when. */
static double fluid_line(const struct check *check, int station, double each_s, double *longest_s)
{
    double line = 0, longest = 0, opens_s = check->scenario->window.opens_s;

    for (int q = 0; q < check->average.quarters; q++) {
        double length_s = quarter_length_s(check->scenario, q);
        line = fmax(0, line + length_s * (served_per_s(check, station, q) - staff_in(check, station, q) / each_s));
        if (line > longest) {
            longest = line;
            *longest_s = opens_s + (double)q * QUARTER_S + length_s;
        }
    }
    return longest;
}

static void tell_line(struct check *check, int station, double each_s)
{
    const char *name = layout_station(check->layout, station)->name;
    const struct node *node = station_node(check->scenario, name);
    double at_s = 0, line = fluid_line(check, station, each_s, &at_s);

    advise(check, CHANGE, say("the line would grow to about %s by %s if nobody gave up"), say_residents(line).text, say_clock(at_s).text);
    if (node && line > node->standing_room)
        advise(check, CHANGE, say("only %.0f can stand there (site.nodes.%s.standing-room)"), node->standing_room, name);
}

/* Enough by Erlang C, as if the busiest quarter hour lasted. Real services vary less than its
 * exponential ones, so it errs on the safe side. */
static int enough_staff(const struct check *check, double arrivals_per_s, double each_s)
{
    int staff = 1;
    erlang_c_staff(arrivals_per_s, 1 / each_s, check->scenario->target_s, NINE_IN_TEN, &staff);
    return staff;
}

static void suggest(struct check *check, int station, enum level level, int enough)
{
    const struct station_plan *plan = layout_station(check->layout, station);

    if (enough == plan->staff)
        return;
    advise(check, level, say("layouts.%s.%s.staff: %d (then nine in ten wait at most %s in that time)"), check->layout->name, plan->name, enough,
           say_lasts(check->scenario->target_s).text);
}

static bool is_flat(const struct check *check, int station)
{
    const struct demand *average = &check->average;
    double all_s = check->scenario->window.closes_s - check->scenario->window.opens_s;
    int q = busiest_quarter(check, station);
    double rate = average->takers[station * average->quarters + q] / quarter_length_s(check->scenario, q);
    return rate * all_s <= average->come[station] * (1 + 1e-6);
}

static void nobody_serves(struct check *check, int station)
{
    found(check, CHANGE, say("nobody serves here, but %s will come on an average day"), say_residents(check->average.come[station]).text);
    advise(check, CHANGE, say("layouts.%s.%s.staff: at least 1"), check->layout->name, layout_station(check->layout, station)->name);
}

void check_staff(struct check *check, int station)
{
    const struct window *window = &check->scenario->window;
    int q = busiest_quarter(check, station), staff = staff_in(check, station, q);
    double each_s = service_s(check, station), per_s = served_per_s(check, station, q), load = per_s * each_s, busy = load / staff;
    double from_s = window->opens_s + (double)q * QUARTER_S, to_s = from_s + quarter_length_s(check->scenario, q);

    if (staff == 0) {
        nobody_serves(check, station);
        return;
    }
    if (load <= 0)
        return;
    bool flat = is_flat(check, station);
    int enough = enough_staff(check, per_s, each_s);
    enum level level = busy > 1 ? CHANGE : busy > TIGHT || (busy < IDLE && enough < staff) ? LOOK : FINE;
    const char *verdict = busy > 1 ? say("too much") : busy > TIGHT ? say("tight") : level == LOOK ? say("far more staff than work") : say("fine");
    found(check, level, say("staff: from %s to %s residents come at %.0f an hour, each takes %s: work for %.2f, staff %d, busy %.0f %%: %s"),
          say_clock(flat ? window->opens_s : from_s).text, say_clock(flat ? window->closes_s : to_s).text, 3600 * per_s, say_lasts(each_s).text, load, staff,
          100 * busy, verdict);
    if (busy > 1)
        tell_line(check, station, each_s);
    if (level != FINE)
        suggest(check, station, level, enough);
}
