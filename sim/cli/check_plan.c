/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan: block: what its kits leave out, and places at which they might heat without a stated circuit. */
#include "cli/check_inside.h"
#include "core/say.h"
#include "models/choice.h"

#include <math.h>

static bool pours_out_of_kit(const struct kit *kit, int drink)
{
    for (int v = 0; v < kit->n_vessels; v++)
        if (kit->vessel[v].drink.index == drink)
            return true;
    return false;
}

static void check_kit(struct check *check, const struct kit *kit)
{
    for (int d = 0; d < check->scenario->drink.n && kit->n_vessels; d++) {
        const char *drink = scenario_drink(check->scenario, d)->name;
        if (pours_out_of_kit(kit, d))
            continue;
        found(check, LOOK, say("kit `%s` has no vessel for %s, so it is handed out there without pouring"), kit->name, drink);
        advise(check, LOOK, say("plan.kits.%s.%s: its vessel; or leave it out of drinks"), kit->name, drink);
    }
}

static bool heats(const struct check *check, const struct kit *kit)
{
    for (int v = 0; v < kit->n_vessels; v++)
        for (int i = 0; i < kit->vessel[v].equipment.n; i++)
            if (scenario_equipment(check->scenario, kit->vessel[v].equipment.item[i].index)->kind == HEATED)
                return true;
    return false;
}

void check_unlimited(struct check *check, const struct node *node)
{
    if (!node || !isnan(node->power_w))
        return;
    found(check, LOOK, say("power isn't given for %s, so heaters there get as much as they ask for"), node->name);
    advise(check, LOOK, say("site.nodes.%s.power: what the circuit there carries; 0 W where there is none"), node->name);
}

static void check_sites(struct check *check, const struct references *sites)
{
    struct text unlimited = {0};
    const struct node *last = NULL;
    int n = 0;

    for (int i = 0; i < sites->n; i++) {
        const struct node *node = station_node(check->scenario, sites->item[i].name);
        if (!node || !isnan(node->power_w))
            continue;
        text_print(&unlimited, "%s%s", n++ ? say(", ") : "", node->name);
        last = node;
    }
    if (n == 1)
        check_unlimited(check, last);
    else if (n)
        found(check, LOOK, say("power isn't given for %s, so heaters there get as much as they ask for"), text_c(&unlimited));
    if (n > 1)
        advise(check, LOOK, say("site.nodes.*.power: what the circuits there carry; 0 W where there is none"));
    text_free(&unlimited);
}

void check_plan(struct check *check)
{
    const struct choice *choice = check->scenario->choice;
    bool heat = false;

    for (int k = 0; choice && k < choice->kit.n; k++) {
        check_kit(check, choice_kit(choice, k));
        heat |= heats(check, choice_kit(choice, k));
    }
    if (heat)
        check_sites(check, &choice->sites);
}
