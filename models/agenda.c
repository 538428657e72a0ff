/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/agenda.h"

#include "models/plan.h"

#include <math.h>
#include <string.h>

static bool misses_staff(const struct day_type *type)
{
    const struct incident *incident = type ? type->incident.item : NULL;

    for (int i = 0; type && i < type->incident.n; i++)
        if (!isnan(incident[i].staff_more))
            return true;
    return false;
}

bool agenda_staff_varies(const struct plan_day *plan, const struct plan_station *station)
{
    const struct scenario *scenario = plan->scenario;

    if (roster_changes(station->plan) || scenario->staffing.absent > 0 || misses_staff(plan->day_type))
        return true;
    /* Series have one shape on every kind of day, so what another kind may set counts here too. */
    for (int t = 0; t < scenario->day_type.n; t++)
        if (misses_staff(scenario_day_type(scenario, t)))
            return true;
    return day_types_set(&scenario->day_type, "staff");
}

static void add(struct plan_day *plan, double at_s, enum happening_kind kind, int station, int which, double value)
{
    plan->agenda[plan->n_agenda++] = (struct happening){at_s, kind, station, which, value};
    if (kind == HAPPENS_STAFF && value > 0 && at_s > plan->station[station].last_comes_s)
        plan->station[station].last_comes_s = at_s;
}

enum status persons_compile(struct arena *arena, const struct plan_day *plan, const struct items *shifts, int all_day, const struct plan_person **persons, int *n)
{
    const struct shift *shift = shifts->item;
    struct plan_person *person;
    int most = shifts->n ? 0 : all_day;

    for (int i = 0; i < shifts->n; i++)
        most += shift[i].staff;
    TAKE(arena, person, most + 1);
    *persons = person;
    *n = most;
    for (int i = 0; shifts->n == 0 && i < all_day; i++)
        *person++ = (struct plan_person){plan->opens_s, HUGE_VAL};
    for (int i = 0; i < shifts->n; i++)
        for (int k = 0; k < shift[i].staff; k++)
            *person++ = (struct plan_person){fmax(shift[i].from_s, plan->opens_s), shift[i].to_s < plan->closes_s ? shift[i].to_s : HUGE_VAL};
    return OK;
}

double person_there_s(const struct plan_person *person, double from_s, double until_s)
{
    return fmax(0, fmin(person->to_s, until_s) - fmax(person->from_s, from_s));
}

static void comings_and_goings(struct plan_day *plan, int s)
{
    const struct plan_station *station = &plan->station[s];
    const struct pause *pause = station->plan->pause.item;

    for (int k = 0; k < station->n_persons; k++) {
        if (station->person[k].from_s > plan->opens_s)
            add(plan, station->person[k].from_s, HAPPENS_STAFF, s, k, 1);
        if (station->person[k].to_s < HUGE_VAL)
            add(plan, station->person[k].to_s, HAPPENS_STAFF, s, k, -1);
    }
    for (int i = 0; i < station->plan->pause.n; i++) {
        add(plan, fmax(pause[i].at_s, plan->opens_s), HAPPENS_STAFF, s, -1, -1);
        add(plan, pause[i].at_s + pause[i].for_s, HAPPENS_STAFF, s, -1, 1);
    }
}

/* From then until then, or until closing. */
static void lasts(struct plan_day *plan, const struct incident *incident, enum happening_kind kind, int s, int which, double value)
{
    double from_s = fmax(incident->at_s, plan->opens_s), until_s = isnan(incident->for_s) ? HUGE_VAL : incident->at_s + incident->for_s;

    if (from_s >= plan->closes_s || until_s <= plan->opens_s)
        return;
    add(plan, from_s, kind, s, which, value);
    if (until_s < plan->closes_s)
        add(plan, until_s, kind, s, which, -value);
}

static bool is_called(const char *text, size_t n, const char *name)
{
    return text && strlen(name) == n && strncmp(text, name, n) == 0;
}

static bool is_meant(const struct plan_day *plan, const struct incident *incident, const char *slash, int v)
{
    const char *drink = scenario_drink(plan->scenario, plan->vessel[v].drink)->name;
    return strcmp(slash + 1, plan->vessel[v].name) == 0 && (!incident->fail_drink || strcmp(incident->fail_drink, drink) == 0);
}

/* At this station, if it's the one that is meant; of several urns of a kind the first fails. */
static void incident_at(struct plan_day *plan, const struct incident *incident, int s)
{
    const struct plan_station *station = &plan->station[s];
    const char *name = station->plan->name, *slash = incident->fail ? strrchr(incident->fail, '/') : NULL;

    if (incident->late_s > station->late_s && incident->at_s <= plan->opens_s && (!incident->station || strcmp(incident->station, name) == 0))
        plan->station[s].late_s = incident->late_s;
    if (!isnan(incident->staff_more) && incident->station && strcmp(incident->station, name) == 0)
        lasts(plan, incident, HAPPENS_STAFF, s, -1, round(incident->staff_more));
    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++) {
        if (incident->power_cut && strcmp(incident->power_cut, name) == 0)
            lasts(plan, incident, HAPPENS_CUT, s, v, 1);
        if (slash && is_called(incident->fail, (size_t)(slash - incident->fail), name) && is_meant(plan, incident, slash, v)) {
            lasts(plan, incident, HAPPENS_FAILURE, s, v, 1);
            return;
        }
    }
}

int agenda_more_staff(const struct plan_day *plan, const struct plan_station *station)
{
    const struct incident *incident = plan->day_type ? plan->day_type->incident.item : NULL;
    int sum = 0;

    for (int i = 0; plan->day_type && i < plan->day_type->incident.n; i++)
        if (incident[i].staff_more > 0 && incident[i].station && strcmp(incident[i].station, station->plan->name) == 0)
            sum += (int)round(incident[i].staff_more);
    return sum;
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
            TRY(persons_compile(arena, plan, &station->plan->shift, station->plan->staff, &station->person, &station->n_persons));
        most += 2 * (station->n_persons + station->plan->pause.n);
        most += plan->day_type ? 2 * plan->day_type->incident.n * (1 + station->n_vessels) : 0;
    }
    if (most == 0)
        return OK;
    TAKE(arena, plan->agenda, most);
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].varies)
            comings_and_goings(plan, s);
    for (int s = 0; s < plan->n_stations; s++)
        for (int i = 0; plan->day_type && i < plan->day_type->incident.n; i++)
            incident_at(plan, (const struct incident *)plan->day_type->incident.item + i, s);
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].late_s > 0 && plan->opens_s + plan->station[s].late_s < plan->closes_s)
            add(plan, plan->opens_s + plan->station[s].late_s, HAPPENS_DELIVERY, s, -1, 0);
    agenda_sort(plan->agenda, plan->n_agenda);
    return OK;
}
