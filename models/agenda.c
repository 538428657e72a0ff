/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/agenda.h"

#include "models/plan.h"

#include <math.h>
#include <string.h>

bool agenda_staff_varies(const struct plan_day *plan, const struct plan_station *station)
{
    const struct scenario *scenario = plan->scenario;

    if (roster_changes(station->plan) || scenario->staffing.absent > 0)
        return true;
    /* Series have one shape on every kind of day, so what another kind may set counts here too. */
    for (int t = 0; t < scenario->day_type.n; t++)
        for (int i = 0; i < scenario_day_type(scenario, t)->n_overrides; i++)
            if (strncmp(scenario_day_type(scenario, t)->override[i].path, "staff.", 6) == 0 || *scenario_day_type(scenario, t)->override[i].path == '*')
                return true;
    return false;
}

static void add(struct plan_day *plan, double at_s, int station, int which, double value)
{
    plan->agenda[plan->n_agenda++] = (struct happening){at_s, HAPPENS_STAFF, station, which, value};
    if (value > 0 && at_s > plan->station[station].last_comes_s)
        plan->station[station].last_comes_s = at_s;
}

/* Each person of a shift; who stays until closing stays until the line is served. */
static enum status persons_of(struct arena *arena, const struct plan_day *plan, struct plan_station *station)
{
    const struct shift *shift = station->plan->shift.item;
    struct plan_person *person;
    int n = 0;

    for (int i = 0; i < station->plan->shift.n; i++)
        n += shift[i].staff;
    TAKE(arena, person, n + station->plan->staff + 1);
    station->person = person;
    if (station->plan->shift.n == 0)
        for (; station->n_persons < station->plan->staff; station->n_persons++)
            person[station->n_persons] = (struct plan_person){plan->opens_s, HUGE_VAL};
    for (int i = 0; i < station->plan->shift.n; i++)
        for (int k = 0; k < shift[i].staff; k++)
            person[station->n_persons++] = (struct plan_person){fmax(shift[i].from_s, plan->opens_s), shift[i].to_s < plan->closes_s ? shift[i].to_s : HUGE_VAL};
    return OK;
}

static void comings_and_goings(struct plan_day *plan, int s)
{
    const struct plan_station *station = &plan->station[s];
    const struct pause *pause = station->plan->pause.item;

    for (int k = 0; k < station->n_persons; k++) {
        if (station->person[k].from_s > plan->opens_s)
            add(plan, station->person[k].from_s, s, k, 1);
        if (station->person[k].to_s < HUGE_VAL)
            add(plan, station->person[k].to_s, s, k, -1);
    }
    for (int i = 0; i < station->plan->pause.n; i++) {
        add(plan, fmax(pause[i].at_s, plan->opens_s), s, -1, -1);
        add(plan, pause[i].at_s + pause[i].for_s, s, -1, 1);
    }
}

void agenda_sort(struct happening happening[], int n)
{
    for (int i = 1; i < n; i++) {
        struct happening one = happening[i];
        int j = i;
        for (; j > 0 && happening[j - 1].at_s > one.at_s; j--)
            happening[j] = happening[j - 1];
        happening[j] = one;
    }
}

enum status agenda_compile(struct arena *arena, struct plan_day *plan)
{
    int most = 0;

    plan->n_agenda = 0;
    for (int s = 0; s < plan->n_stations; s++) {
        struct plan_station *station = &plan->station[s];
        station->last_comes_s = -HUGE_VAL;
        station->varies = agenda_staff_varies(plan, station);
        if (station->varies)
            TRY(persons_of(arena, plan, station));
        most += 2 * (station->n_persons + station->plan->pause.n);
    }
    if (most == 0)
        return OK;
    TAKE(arena, plan->agenda, most);
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].varies)
            comings_and_goings(plan, s);
    agenda_sort(plan->agenda, plan->n_agenda);
    return OK;
}
