/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/design.h"

#include <math.h>

double kit_power_w(const struct scenario *scenario, const struct kit *kit)
{
    double sum = 0;

    for (int v = 0; v < kit->n_vessels; v++)
        for (int i = 0; i < kit->vessel[v].equipment.n; i++)
            sum += scenario_equipment(scenario, kit->vessel[v].equipment.item[i].index)->vessel.power_w;
    return sum;
}

static double kit_rent(const struct scenario *scenario, const struct kit *kit)
{
    double sum = 0;

    for (int v = 0; v < kit->n_vessels; v++)
        for (int i = 0; i < kit->vessel[v].equipment.n; i++)
            sum += scenario_equipment(scenario, kit->vessel[v].equipment.item[i].index)->rent;
    return sum;
}

static double fixed_cost(const struct space *space, int module)
{
    const struct scenario *scenario = space->study->scenario;
    double open_s = scenario->window.closes_s - scenario->window.opens_s;

    return scenario->costs.set_up + kit_rent(scenario, choice_kit(space->choice, module_kit(space, module)))
           + module_staff(space, module) * scenario->costs.wage_per_s * open_s;
}

enum status space_open(const struct study *study, struct arena *arena, struct space *space)
{
    const struct scenario *scenario = study->scenario;
    const struct choice *choice = scenario->choice;

    *space = (struct space){.study = study, .choice = choice, .sites = choice->sites.n,
                            .staffs = (int)(choice->staff.high - choice->staff.low) + 1,
                            .least = (int)choice->stations.low, .most = (int)fmin(choice->stations.high, choice->sites.n),
                            .designs = choice_designs(choice)};
    space->modules = space->staffs * choice->kit.n;
    TAKE(arena, space->fits, space->sites * space->modules);
    TAKE(arena, space->module_cost, space->modules + 1);
    for (int m = 1; m <= space->modules; m++) {
        const struct kit *kit = choice_kit(choice, module_kit(space, m));
        space->module_cost[m] = fixed_cost(space, m);
        for (int j = 0; j < space->sites; j++) {
            const struct node *node = site_node(scenario->site, choice->sites.item[j].index);
            bool carries = isnan(node->power_w) || kit_power_w(scenario, kit) <= node->power_w;
            space->fits[j * space->modules + m - 1] = carries || node->overload == TAKES_TURNS;
        }
    }
    return OK;
}

int design_stations(const struct space *space, const int x[])
{
    int n = 0;
    for (int j = 0; j < space->sites; j++)
        n += x[j] > 0;
    return n;
}

double design_fixed_cost(const struct space *space, const int x[])
{
    double sum = 0;
    for (int j = 0; j < space->sites; j++)
        sum += x[j] > 0 ? space->module_cost[x[j]] : 0;
    return sum;
}

bool design_allowed(const struct space *space, const int x[])
{
    int n = design_stations(space, x);

    if (n < space->least || n > space->most)
        return false;
    for (int j = 0; j < space->sites; j++)
        if (x[j] > 0 && !space->fits[j * space->modules + x[j] - 1])
            return false;
    return isnan(space->choice->budget) || design_fixed_cost(space, x) <= space->choice->budget;
}

enum status design_layout(const struct space *space, const int x[], struct arena *arena, struct layout *layout)
{
    const struct choice *choice = space->choice;
    struct station_plan *station;
    const char *name = "";

    TAKE(arena, station, design_stations(space, x) + 1);
    *layout = (struct layout){.station = {0, station}};
    for (int j = 0; j < space->sites; j++) {
        if (x[j] == 0)
            continue;
        const struct kit *kit = choice_kit(choice, module_kit(space, x[j]));
        station[layout->station.n] = (struct station_plan){.name = choice->sites.item[j].name, .staff = module_staff(space, x[j]),
                                                           .n_vessels = kit->n_vessels, .vessel = kit->vessel, .cups = NAN, .lids = NAN, .reorder_cups = NAN};
        name = arena_print(arena, "%s%s%s %d×%s", name, layout->station.n ? " + " : "", choice->sites.item[j].name,
                           module_staff(space, x[j]), kit->name);
        if (!name)
            return ERR_MEMORY;
        layout->station.n++;
    }
    layout->name = name;
    return OK;
}

int design_requirements(const struct choice *choice)
{
    return choice->require.n + !isnan(choice->budget);
}

int design_site_nodes(const struct space *space, int node[])
{
    for (int j = 0; j < space->sites; j++)
        node[j] = space->choice->sites.item[j].index;
    return space->sites;
}
