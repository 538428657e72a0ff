/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/mishap.h"

#include <math.h>
#include <string.h>

static bool is_at(const char *named, const struct plan_station *station)
{
    return named && strcmp(named, station->plan->name) == 0;
}

static const char *drink_of(const struct plan_day *plan, const struct plan_station *station, int v)
{
    for (int i = station->first_vessel; i < station->first_vessel + station->n_vessels; i++)
        if (plan->vessel[i].drink != plan->vessel[v].drink && strcmp(plan->vessel[i].name, plan->vessel[v].name) == 0)
            return scenario_drink(plan->scenario, plan->vessel[v].drink)->name;
    return NULL;
}

struct contingency mishap_of_vessel(const struct plan_day *plan, const struct plan_station *station, int v)
{
    enum contingency_kind kind = plan->vessel[v].equipment->kind == HEATED ? VESSEL_OUT : CARRIER_OUT;
    return (struct contingency){.kind = kind, .what = plan->vessel[v].name, .station = station->plan->name, .drink = drink_of(plan, station, v)};
}

/* STATION/VESSEL. */
static bool fails_at(const struct plan_day *plan, const struct plan_station *station, const char *fail, struct contingency *cause)
{
    size_t n = strlen(station->plan->name);

    if (!fail || strncmp(fail, station->plan->name, n) != 0 || fail[n] != '/')
        return false;
    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        if (strcmp(plan->vessel[v].name, fail + n + 1) == 0) {
            *cause = mishap_of_vessel(plan, station, v);
            return true;
        }
    return false;
}

/* Where nothing is brought nothing can be late. */
static bool is_late_at(const struct plan_day *plan, const struct plan_station *station, const struct incident *incident)
{
    return !isnan(incident->late_s) && (station->stocked || plan->n_runners > 0) && (!incident->station || is_at(incident->station, station));
}

static bool touches_station(const struct plan_day *plan, const struct plan_station *station, const struct incident *incident, struct contingency *cause)
{
    const char *name = station->plan->name;

    if (is_at(incident->power_cut, station))
        *cause = (struct contingency){.kind = plan_has_heater(plan, station) ? POWER_OUT : POWER_UNUSED, .station = name};
    else if (!isnan(incident->staff_more) && is_at(incident->station, station))
        *cause = (struct contingency){.kind = incident->staff_more < 0 ? STAFF_SHORT : AS_USUAL, .station = name};
    else if (is_late_at(plan, station, incident))
        *cause = (struct contingency){.kind = LATE_DELIVERY};
    else
        return fails_at(plan, station, incident->fail, cause);
    return true;
}

static bool touches(const struct plan_day *plan, const struct incident *incident, struct contingency *cause)
{
    if (incident->surge > 0 || incident->snow > 0) {
        *cause = (struct contingency){.kind = incident->snow > 0 ? SNOW : incident->surge > 1 ? SURGE : AS_USUAL};
        return true;
    }
    for (int s = 0; s < plan->n_stations; s++)
        if (touches_station(plan, &plan->station[s], incident, cause))
            return true;
    return false;
}

enum status mishap_causes(struct arena *arena, const struct plan_day *plan, const struct items *events, struct contingency *contingency)
{
    const struct incident *incident = events->item;
    struct contingency *cause;

    TAKE(arena, cause, events->n + 1);
    for (int i = 0; i < events->n; i++)
        contingency->n_causes += touches(plan, &incident[i], &cause[contingency->n_causes]);
    contingency->cause = cause;
    return OK;
}
