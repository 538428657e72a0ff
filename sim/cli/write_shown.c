/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_shown.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

static bool never(const struct plan_day *plan)
{
    (void)plan;
    return false;
}

static bool walking(const struct plan_day *plan)
{
    return plan->scenario->site != NULL;
}

static bool vessels(const struct plan_day *plan)
{
    return plan->n_vessels > 0;
}

static bool stock(const struct plan_day *plan)
{
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].stocked)
            return true;
    return false;
}

static bool balking(const struct plan_day *plan)
{
    for (int g = 0; g < plan->n_groups; g++)
        if (plan->group[g].balk.given)
            return true;
    return false;
}

static bool patience(const struct plan_day *plan)
{
    for (int g = 0; g < plan->n_groups; g++)
        if (plan->group[g].patience_s.given)
            return true;
    return false;
}

static bool walls(const struct plan_day *plan)
{
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].room < HUGE_VAL)
            return true;
    return false;
}

static bool own_cups(const struct plan_day *plan)
{
    for (int g = 0; g < plan->n_groups; g++)
        if (plan->group[g].may_bring_cup)
            return true;
    return false;
}

static bool runners(const struct plan_day *plan)
{
    return plan->n_runners > 0;
}

static bool absence(const struct plan_day *plan)
{
    return plan->scenario->staffing.absent > 0 || (plan->n_runners > 0 && plan->runners_absent > 0);
}

static bool contended(const struct plan_day *plan)
{
    return plan->contended;
}

static bool greeters(const struct plan_day *plan)
{
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].plan->greeters > 0)
            return true;
    return false;
}

static bool desk(const struct plan_day *plan)
{
    return plan->desks;
}

/* Contact isn't all work of those who serve. */
static bool aside(const struct plan_day *plan)
{
    for (int g = 0; g < plan->n_groups; g++)
        if (plan->group[g].may_answer)
            return true;
    return greeters(plan) || desk(plan);
}

static bool bookings(const struct plan_day *plan)
{
    return plan->orders;
}

/* What comes with a part of the scenario. */
static const struct {
    const char *key;
    bool (*comes_with)(const struct plan_day *plan);
} parts[] = {
    {"unreached", walking},  {"lukewarm", vessels},  {"scald_risk", vessels}, {"balked", balking},
    {"reneged", patience},   {"short", stock},       {"turned_away", walls},  {"no_show", never},
    {"detour_m", walking},   {"late_min", walking},  {"energy_kwh", vessels}, {"portions_used", vessels},
    {"portions_wasted", vessels}, {"substituted", stock}, {"portions_brought", runners}, {"runner_trips", runners},
    {"runner_utilisation", runners}, {"breaker_trips", contended}, {"cups_used", stock}, {"cups_saved", own_cups}, {"cost", never},
    {"booked", bookings},    {"walk_ins", bookings}, {"booked_wait_s", bookings}, {"walkin_wait_s", bookings},
    {"greeters_utilisation", greeters}, {"consulted", never}, {"at_desk", desk},
    {"desk_wait_s", desk},   {"desk_utilisation", desk}, {"feedback", never}, {"came_back", never}, {"came_back_served", never}, {"spilled", never}, {"too_old", never}, {"expired", never},
    {"staff_absent_share", absence}, {"vessels_down_share", never}, {"vessels_failed_share", never},
    {"satisfaction_greeting", never},
};

static const char *const paragraphs[] = {"wait_mean_s", "line_mean", "energy_kwh", "cost"};

static bool is_nought(const struct written_run *run, int kpi)
{
    struct figures whole = figures_at(run, 0);
    struct interval figure = figures_kpi(&whole, kpi);
    return isnan(figure.mean) || (figure.mean == 0 && (figure.half_width == 0 || figure.half_width == HUGE_VAL));
}

bool kpi_is_shown(const struct written_run *run, int kpi)
{
    if (strcmp(kpis[kpi].key, "service_s") == 0)
        return aside(study_plan(run->summary->study)); /* else it's the contact */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(parts[i].key, kpis[kpi].key) == 0)
            return parts[i].comes_with(study_plan(run->summary->study)) || !is_nought(run, kpi);
    return true;
}

bool kpi_opens_paragraph(int kpi)
{
    for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++)
        if (strcmp(paragraphs[i], kpis[kpi].key) == 0)
            return true;
    return false;
}

const char *kpi_title(int kpi)
{
    static const struct {
        const char *key, *title;
    } titles[] = {
        {"unreached", MARK("No station on the way")}, {"served", MARK("Drinks served")},
        {"warm", MARK("Warm drinks")},                {"lukewarm", MARK("Lukewarm drinks")},
        {"scald_risk", MARK("Drinks hot enough to scald")}, {"balked", MARK("Saw the line and went on")},
        {"reneged", MARK("Gave up waiting")},         {"short", MARK("Drink or cups had run out")},
        {"turned_away", MARK("No room to stand")},    {"no_show", MARK("Booked and didn't come")},
    };

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (strcmp(titles[i].key, kpis[kpi].key) == 0)
            return say(titles[i].title);
    return say(kpis[kpi].name);
}
