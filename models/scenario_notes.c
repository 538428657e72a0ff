/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that do nothing as the scenario stands, and numbers that hardly anybody means: nothing is refused for them. */
#include "models/scenario_check.h"

#include "core/say.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { SHORT_HOLD_S = 10 * 60 };
#define CUT_NOTED 0.01

/* A peak while it's closed: hardly any of those who set out then count. */
static void note_peak(struct reader *reader, const struct scenario *scenario, const struct group *group, const struct peak *peak)
{
    double opens = (scenario->window.opens_s - peak->at_s) / peak->spread_s, closes = (scenario->window.closes_s - peak->at_s) / peak->spread_s;
    double away = group->count * peak->share * (1 - gsl_cdf_ugaussian_P(closes) + gsl_cdf_ugaussian_P(opens));

    if (opens > 0 || closes < 0)
        reader_complain(reader, &peak->at_s, say("this peak lies outside of the window: %.0f of `%s` set out while it's closed, and don't count"), away, group->name);
}

static void note_group(struct reader *reader, const struct scenario *scenario, const struct group *group)
{
    double cut = residents_cut(group, distribution_mean(&scenario->air_c));
    const double *weight = reader_given(reader, &group->line_m) ? &group->line_m : &group->spread_m;

    for (int i = 0; i < group->departs.n; i++)
        note_peak(reader, scenario, group, (const struct peak *)group->departs.item + i);
    if (group->consult > 0 && scenario->service.consult_s.family == DIST_NONE)
        reader_complain(reader, &group->consult, say("`%s` ask something, but an answer takes no time: give service.consult, e.g. consult: lognormal(mean 70 s, cv 0.8)"), group->name);
    if (cut > CUT_NOTED)
        reader_complain(reader, &group->day_to_day, say("`%s` can't be more than all, so on days when many come fewer want a drink than day-to-day says: %.0f %% fewer on average; give a smaller day-to-day or uptake"), group->name, 100 * cut);
    if (reader_given(reader, weight) && group->choosing != LOGIT)
        reader_complain(reader, weight, say("this weighs only where `%s` choose by it: give choice: logit, or leave it out"), group->name);
}

static void note_equipment(struct reader *reader, const struct equipment *equipment)
{
    const struct vessel_kind *vessel = &equipment->vessel;
    const double *heater = reader_given(reader, &vessel->setpoint_c) ? &vessel->setpoint_c : &vessel->hysteresis_k;

    if (equipment->kind == INSULATED && reader_given(reader, heater))
        reader_complain(reader, heater, say("`%s` is insulated and has no heater, so it keeps to no thermostat: say filled for how hot it comes, or make it kind: heated"), equipment->name);
}

static void note_drink(struct reader *reader, const struct drink *drink)
{
    if (drink->hold_s < SHORT_HOLD_S)
        reader_complain(reader, &drink->hold_s, say("`%s` is poured away after %.0f min in a vessel, so that hardly any is left to serve: did you mean hours, e.g. hold: 4 h?"), drink->name,
                        drink->hold_s / 60);
}

static void note_station(struct reader *reader, const struct scenario *scenario, const struct station_plan *station)
{
    for (int i = 0; i < station->reorder.n; i++) {
        const struct share *reorder = &station->reorder.item[i];
        double there = shares_of(&station->portions, reorder->of.index);
        if (there >= 0 && reorder->share > there)
            reader_complain(reader, &reorder->of, say("`%s` starts with %.0f portions here, fewer than the %.0f at which more are asked for: a runner is called at once; give fewer, or more portions"), reorder->of.name, there, reorder->share);
    }
    if (station->greeters > 0 && scenario->service.greet_s.family == DIST_NONE)
        reader_complain(reader, &station->greeters, say("greeting takes no time here, so greeters at `%s` spare none: give service.greet, e.g. greet: lognormal(mean 6 s, cv 0.4)"), station->name);
}

/* No path is shorter than the straight line, but by rounding. */
static void note_path(struct reader *reader, const struct site *site, const struct path *path)
{
    const struct node *a = site_node(site, path->from.index), *b = site_node(site, path->to.index);
    double straight_m = hypot(a->x_m - b->x_m, a->y_m - b->y_m);

    if (path->length_m < straight_m - 1)
        reader_complain(reader, &path->to, say("the path from `%s` to `%s` is %.0f m long, but they lie %.0f m apart: at least that, or other x and y?"), a->name, b->name, path->length_m,
                        straight_m);
}

void scenario_notes(struct reader *reader, const struct scenario *scenario)
{
    for (int g = 0; g < scenario->group.n; g++)
        note_group(reader, scenario, scenario_group(scenario, g));
    for (int e = 0; e < scenario->equipment.n; e++)
        note_equipment(reader, scenario_equipment(scenario, e));
    for (int d = 0; d < scenario->drink.n; d++)
        note_drink(reader, scenario_drink(scenario, d));
    for (int l = 0; l < scenario->layout.n; l++)
        for (int s = 0; s < scenario_layout(scenario, l)->station.n; s++)
            note_station(reader, scenario, layout_station(scenario_layout(scenario, l), s));
    for (int i = 0; scenario->site && i < scenario->site->path.n; i++)
        note_path(reader, scenario->site, (const struct path *)scenario->site->path.item + i);
    if (scenario->store && scenario->store->runners == 0)
        reader_complain(reader, &scenario->store->runners, say("nobody carries what is in store, so stations that ask for more get none: give runners: 1, or leave store out"));
    if (scenario->store && scenario->store->absent >= 1)
        reader_complain(reader, &scenario->store->absent, say("runners are absent every day, so nothing is ever brought: did you mean absent: 3 %%?"));
    if (scenario->staffing.absent >= 1)
        reader_complain(reader, &scenario->staffing.absent, say("all of the staff are absent every day, so nobody is ever served: did you mean absent: 3 %%?"));
}
