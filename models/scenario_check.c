/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/scenario_check.h"

#include "core/say.h"
#include "models/kpi.h"

#include <math.h>
#include <string.h>

static void check_there(struct reader *reader, const struct items *items, const char *sentence)
{
    if (items->n == 0)
        reader_complain(reader, items, "%s", sentence);
}

/* Sections and lists that are there but empty. */
static void check_filled(struct reader *reader, const struct scenario *scenario)
{
    check_there(reader, &scenario->group, say("nobody comes: residents needs at least one group"));
    check_there(reader, &scenario->drink, say("nothing is served: drinks needs at least one"));
    check_there(reader, &scenario->layout, say("there is nothing to simulate: layouts needs at least one"));
    for (int l = 0; l < scenario->layout.n; l++)
        if (scenario_layout(scenario, l)->station.n == 0)
            reader_complain(reader, scenario_layout(scenario, l), say("layout `%s` has no station"), scenario_layout(scenario, l)->name);
    for (int g = 0; g < scenario->group.n; g++) {
        const struct group *group = scenario_group(scenario, g);
        if (group->departs.n + group->counts.n + group->rate.n == 0
            && (reader_given(reader, &group->departs) || reader_given(reader, &group->counts) || reader_given(reader, &group->rate)))
            reader_complain(reader, group, say("`%s` has an empty list: when do they come?"), group->name);
    }
}

static void check_expected(struct reader *reader, const struct shares *expect)
{
    for (int i = 0; i < expect->n; i++)
        if (kpi_find(expect->item[i].of.name) < 0)
            reader_complain(reader, &expect->item[i].of, say("there is no figure `%s`"), expect->item[i].of.name);
}

void check_parts(struct reader *reader, const struct scenario *scenario)
{
    /* What a fault of its own left empty isn't complained of again. */
    if (reader_faults(reader) == 0)
        check_filled(reader, scenario);
    check_expected(reader, &scenario->expect);
}

/* Whether a layout has the station and, unless it is NULL, the vessel there. */
static bool stands_somewhere(const struct scenario *scenario, const char *station, size_t n, const char *vessel)
{
    for (int l = 0; l < scenario->layout.n; l++)
        for (int s = 0; s < scenario_layout(scenario, l)->station.n; s++) {
            const struct station_plan *plan = layout_station(scenario_layout(scenario, l), s);
            if (strlen(plan->name) != n || strncmp(plan->name, station, n) != 0)
                continue;
            for (int v = 0; vessel && v < plan->n_vessels; v++)
                for (int i = 0; i < plan->vessel[v].equipment.n; i++)
                    if (strcmp(plan->vessel[v].equipment.item[i].name, vessel) == 0)
                        return true;
            if (!vessel)
                return true;
        }
    return false;
}

static void check_incident(struct reader *reader, const struct scenario *scenario, const struct incident *incident)
{
    bool over = incident->at_s + incident->for_s <= scenario->window.opens_s;

    if (incident->at_s >= scenario->window.closes_s)
        reader_complain(reader, &incident->at_s, say("this begins after closing, so nothing would happen"));
    else if (over)
        reader_complain(reader, &incident->at_s, say("this is over before opening, so nothing would happen"));
    const char *slash = incident->fail ? strrchr(incident->fail, '/') : NULL;

    if (slash && !stands_somewhere(scenario, incident->fail, (size_t)(slash - incident->fail), slash + 1))
        reader_complain(reader, &incident->fail, say("no layout has `%s` at `%.*s`"), slash + 1, (int)(slash - incident->fail), incident->fail);
    if (incident->power_cut && !stands_somewhere(scenario, incident->power_cut, strlen(incident->power_cut), NULL))
        reader_complain(reader, &incident->power_cut, say("no layout has a station `%s`"), incident->power_cut);
    if (incident->station && !stands_somewhere(scenario, incident->station, strlen(incident->station), NULL))
        reader_complain(reader, &incident->station, say("no layout has a station `%s`"), incident->station);
}

void check_incidents(struct reader *reader, const struct scenario *scenario)
{
    for (int t = 0; t < scenario->day_type.n; t++) {
        const struct day_type *type = scenario_day_type(scenario, t);
        incidents_check(reader, type);
        for (int i = 0; i < type->incident.n; i++)
            check_incident(reader, scenario, (const struct incident *)type->incident.item + i);
    }
}

/* --- what could do nothing ---------------------------------------------------------------------------------- */

static bool pours_out_of_carrier(const struct scenario *scenario, const struct station_plan *station, int drink)
{
    for (int v = 0; v < station->n_vessels; v++)
        for (int i = 0; station->vessel[v].drink.index == drink && i < station->vessel[v].equipment.n; i++) {
            int e = station->vessel[v].equipment.item[i].index;
            if (e >= 0 && scenario_equipment(scenario, e)->kind == INSULATED)
                return true;
        }
    return false;
}

static void check_spares(struct reader *reader, const struct scenario *scenario)
{
    const struct shares *spares = &scenario->store->spares;

    for (int i = 0; i < spares->n; i++) {
        bool poured = spares->item[i].of.index < 0;
        for (int l = 0; l < scenario->layout.n; l++)
            for (int s = 0; s < scenario_layout(scenario, l)->station.n; s++)
                poured |= pours_out_of_carrier(scenario, layout_station(scenario_layout(scenario, l), s), spares->item[i].of.index);
        if (!poured)
            reader_complain(reader, &spares->item[i].of, say("no station pours `%s` out of a carrier: there is nothing to exchange; keep it under portions"),
                            spares->item[i].of.name);
    }
}

/* Whether it asks for anything; what it can't ask for is complained of. */
static bool check_reorder(struct reader *reader, const struct scenario *scenario, const struct station_plan *station)
{
    bool cups = !isnan(station->reorder_cups), unread = station->portions.n == 0 && reader_given(reader, &station->portions);

    for (int i = 0; i < station->reorder.n && !unread; i++)
        if (station->reorder.item[i].of.index >= 0 && shares_of(&station->portions, station->reorder.item[i].of.index) < 0)
            reader_complain(reader, &station->reorder.item[i].of, say("`%s` never runs out at `%s`: give its portions, or don't reorder it"), station->reorder.item[i].of.name,
                            station->name);
    if (cups && isnan(station->cups) && isnan(station->lids))
        reader_complain(reader, &station->reorder_cups, say("cups never run out at `%s`: give cups, or don't reorder them"), station->name);
    if ((station->reorder.n || cups) && !scenario->store)
        reader_complain(reader, station->reorder.n ? (const void *)&station->reorder : &station->reorder_cups, say("nobody brings more: reordering needs a store, e.g. store: {trip: 5 min}"));
    return station->reorder.n || cups;
}

void check_supply(struct reader *reader, const struct scenario *scenario)
{
    bool asked = false;

    for (int l = 0; l < scenario->layout.n; l++)
        for (int s = 0; s < scenario_layout(scenario, l)->station.n; s++)
            asked |= check_reorder(reader, scenario, layout_station(scenario_layout(scenario, l), s));
    if (scenario->store && !asked)
        reader_complain(reader, &scenario->store, say("no station asks the store for anything: give one reorder, e.g. reorder: {%s: 20}"),
                        scenario->drink.n ? scenario_drink(scenario, 0)->name : "tea");
    if (scenario->store)
        check_spares(reader, scenario);
    if (!reader_given(reader, &scenario->campaign.days) && (reader_given(reader, &scenario->campaign.weather) || reader_given(reader, &scenario->campaign.delivery_every)))
        reader_complain(reader, &scenario->campaign, say("a campaign of one day has no next day: give days, e.g. days: 5"));
    for (int d = 0; d < scenario->drink.n; d++)
        if (scenario_drink(scenario, d)->keeps_days > 0 && !scenario_drink(scenario, d)->keeps)
            reader_complain(reader, &scenario_drink(scenario, d)->keeps_days, say("`%s` doesn't keep until the next day: say keeps: yes, or leave keeps-days out"), scenario_drink(scenario, d)->name);
    for (int i = 0; scenario->site && i < scenario->site->node.n; i++) {
        const struct node *node = site_node(scenario->site, i);
        bool overload = reader_given(reader, &node->overload), reset = reader_given(reader, &node->reset_s);
        if (isnan(node->power_w) && (overload || reset))
            reader_complain(reader, overload ? (const void *)&node->overload : &node->reset_s, say("`%s` has no power stated, so nothing overloads: give power, e.g. power: 3.5 kW"), node->name);
        else if (reset && node->overload == TAKES_TURNS)
            reader_complain(reader, &node->reset_s, say("where heaters take turns no breaker trips: leave reset out, or overload: trips"));
    }
}

static double ways(const struct scenario *scenario)
{
    double sum = 0;

    for (int g = 0; g < scenario->group.n; g++)
        sum += scenario_group(scenario, g)->at.name ? 1 : (double)scenario_group(scenario, g)->from.n * scenario_group(scenario, g)->to.n;
    return sum;
}

static double residents(const struct scenario *scenario)
{
    double sum = 0;

    for (int g = 0; g < scenario->group.n; g++) {
        const struct group *group = scenario_group(scenario, g);
        sum += residents_finite(group) ? residents_population(group) : residents_expected(group, scenario->window.opens_s, scenario->window.closes_s);
    }
    return sum;
}

void check_sizes(struct reader *reader, const struct scenario *scenario)
{
    const struct {
        const void *at;
        double is, most;
        const char *what;
    } row[] = {
        {&scenario->drink, scenario->drink.n, MOST_DRINKS, say("drinks")},
        {&scenario->day_type, scenario->day_type.n, MOST_KINDS, say("kinds of day")},
        {&scenario->site, scenario->site ? scenario->site->node.n : 0, MOST_PLACES, say("places")},
        {&scenario->group, ways(scenario), MOST_STREAMS, say("pairs of from and to")},
        {&scenario->group, residents(scenario), MOST_RESIDENTS, say("residents a day")},
    };

    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (row[i].is > row[i].most)
            reader_complain(reader, row[i].at, say("%.0f %s are more than samovar simulates; at most %.0f"), row[i].is, row[i].what, row[i].most);
    for (int l = 0; l < scenario->layout.n; l++)
        if (scenario_layout(scenario, l)->station.n > MOST_STATIONS)
            reader_complain(reader, scenario_layout(scenario, l), say("layout `%s` has %d stations; samovar simulates at most %d"),
                            scenario_layout(scenario, l)->name, scenario_layout(scenario, l)->station.n, MOST_STATIONS);
}

/* Whether anyone of the group can pass the place on his way. */
static bool comes_by(const struct group *group, int nodes, int place, const double *const distances_m[MODES])
{
    const double *distance_m = distances_m[group->mode];

    for (int i = 0; i < group->from.n; i++)
        for (int j = 0; j < group->to.n; j++)
            if (distance_m[group->from.item[i].of.index * nodes + place] + distance_m[place * nodes + group->to.item[j].of.index] < HUGE_VAL)
                return true;
    return false;
}

/* Some walk, and none of them can pass the station, nor does anyone come straight to it. */
static bool is_cut_off(const struct scenario *scenario, const struct station_plan *station, const double *const distance_m[MODES])
{
    int nodes = scenario->site->node.n, place = 0;
    bool some_walk = false;

    while (strcmp(site_node(scenario->site, place)->name, station->name) != 0)
        place++;
    for (int g = 0; g < scenario->group.n; g++) {
        const struct group *group = scenario_group(scenario, g);
        if (group->at.name ? strcmp(group->at.name, station->name) == 0 : comes_by(group, nodes, place, distance_m))
            return false;
        some_walk |= !group->at.name;
    }
    return some_walk;
}

void check_stations_reached(struct reader *reader, const struct scenario *scenario, const double *const distance_m[MODES])
{
    for (int l = 0; l < scenario->layout.n; l++)
        for (int s = 0; s < scenario_layout(scenario, l)->station.n; s++) {
            const struct station_plan *station = layout_station(scenario_layout(scenario, l), s);
            if (is_cut_off(scenario, station, distance_m))
                reader_complain(reader, station, say("nobody can come to `%s`: no path leads there"), station->name);
        }
}
