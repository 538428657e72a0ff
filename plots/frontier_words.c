/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the frontier says. */
#include "plots/frontier_points.h"

#include "core/say.h"
#include "plots/quantity.h"

#include <math.h>

/* What stands before anyone comes: no drinks, cups or current in it. */
const char *frontier_cost_name(void)
{
    return say("fixed cost");
}

void frontier_goal(struct text *out, const struct choice_picture *picture, double goal)
{
    quantity_add(out, goal, quantity_grain(goal), picture->goal_unit);
}

void frontier_cost(struct text *out, const struct choice_picture *picture, double cost)
{
    quantity_add(out, cost, fmax(1, quantity_grain(cost)), picture->cost_unit);
}

static void find_plan(const struct choice_picture *picture, const struct frontier *frontier,
                      struct text *finding)
{
    const struct choice_point *plan = frontier->finalist[0], *cheapest = frontier->cheapest;
    struct text goal = {0}, cost = {0}, less = {0}, least = {0};
    char name[NAME_ROOM];

    choice_name(name, picture->goal_name ? picture->goal_name : "");
    frontier_goal(&goal, picture, plan->goal);
    frontier_cost(&cost, picture, plan->cost);
    frontier_goal(&less, picture, cheapest->goal);
    frontier_cost(&least, picture, cheapest->cost);
    if (picture->goal_better < 0)
        text_print(finding, say("%s: the plan comes to %s, of which %s is fixed"), name, text_c(&goal), text_c(&cost));
    else if (plan->cost <= cheapest->cost)
        text_print(finding,
                   say("%s: the plan, %s for a fixed cost of %s, is the cheapest that meets all requirements"),
                   name, text_c(&goal), text_c(&cost));
    else
        text_print(finding,
                   say("%s: the plan reaches %s for a fixed cost of %s; the cheapest that meets all requirements, "
                       "%s for %s"),
                   name, text_c(&goal), text_c(&cost), text_c(&less), text_c(&least));
    text_free(&goal);
    text_free(&cost);
    text_free(&less);
    text_free(&least);
}

void frontier_find(const struct choice_picture *picture, const struct frontier *frontier,
                   struct text *finding)
{
    struct text all = {0}, meeting = {0}, least = {0};

    quantity_add(&all, picture->n_designs ? picture->n_designs : frontier->n, 1, "");
    quantity_add(&meeting, frontier->meeting, 1, "");
    if (frontier->cheapest)
        frontier_cost(&least, picture, frontier->cheapest->cost);
    if (!frontier->cheapest && frontier->n == 1)
        text_add(finding, say("The only design misses a requirement"));
    else if (!frontier->cheapest)
        text_print(finding, say("None of %s designs meets all requirements"), text_c(&all));
    else if (frontier->n_finalists && frontier->finalist[0]->meets)
        find_plan(picture, frontier, finding);
    else
        text_print(finding, say("%s of %s designs meet all requirements, the cheapest for a fixed cost of %s"),
                   text_c(&meeting), text_c(&all), text_c(&least));
    text_free(&all);
    text_free(&meeting);
    text_free(&least);
}
