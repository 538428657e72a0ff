/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SCENARIO_H
#define MODELS_SCENARIO_H

#include "models/choice.h"
#include "models/conditions.h"
#include "models/cost.h"
#include "models/residents.h"
#include "models/site.h"
#include "models/sources.h"
#include "models/staff.h"
#include "models/station.h"
#include "models/store.h"
#include "scenario/field.h"
#include "scenario/reader.h"

/* Limits of what is simulated: of counters in a visit, of memory and time elsewhere. */
enum { MOST_STATIONS = 64, MOST_DRINKS = 255, MOST_STREAMS = 32767, MOST_KINDS = 256, MOST_PLACES = 1000, MOST_RESIDENTS = 10000000 };

/* A scenario as read: SI units, const once checked. Everything lives in the reader's arena. */
struct scenario {
    double version;
    const char *name;
    int language; /* index into "en", "zh" */
    struct window {
        double opens_s, closes_s; /* seconds after midnight; may pass midnight and last many days */
    } window;
    double warm_up_s;   /* verification only: KPIs count residents who arrive after it */
    int first;          /* verification only: KPIs count the first so many arrivals; 0: all */
    double bin_s;       /* of the series; NAN: chosen by the window's length */
    double target_s;    /* waiting time that is still good */
    struct distribution air_c;
    double indoor_air_c;
    struct items day_type; /* struct day_type */
    struct site *site;     /* NULL: residents come straight to the station */
    struct items group;    /* struct group */
    struct items drink;    /* struct drink */
    struct items equipment; /* struct equipment */
    struct service service;
    struct staffing staffing;
    struct costs costs;
    struct satisfaction satisfaction;
    struct store *store;   /* NULL: what stands at the stations at opening is all there is */
    struct campaign {
        int days;           /* in a row */
        double weather;     /* correlation of the air from one day to the next */
        int delivery_every; /* days, of what keeps */
    } campaign;
    struct items layout;   /* struct layout */
    struct choice *choice; /* NULL: nothing to choose */
    struct uncertainties uncertain;
    struct number_sources sources;
    struct shares expect;  /* verification: KPI key -> value */
    int verify_days;
};

/** The root table: feeds reader, explain, schema and dictionary. */
extern const struct table scenario_table;

/** Binds the tree and makes the checks that no single field can make: who refers to whom, reachable
 * nodes, what only makes sense together. Faults are noted in the reader.
 * @return OK (faults or not); ERR_MEMORY. */
enum status scenario_bind(struct reader *reader, struct scenario *scenario);

static inline const struct group *scenario_group(const struct scenario *s, int i)
{
    return (const struct group *)s->group.item + i;
}

static inline const struct drink *scenario_drink(const struct scenario *s, int i)
{
    return (const struct drink *)s->drink.item + i;
}

static inline const struct equipment *scenario_equipment(const struct scenario *s, int i)
{
    return (const struct equipment *)s->equipment.item + i;
}

static inline const struct layout *scenario_layout(const struct scenario *s, int i)
{
    return (const struct layout *)s->layout.item + i;
}

static inline const struct day_type *scenario_day_type(const struct scenario *s, int i)
{
    return (const struct day_type *)s->day_type.item + i;
}

/** Days in a row that what is delivered of a drink (NULL: cups) has to last: until the next delivery, as far as it keeps. */
static inline int scenario_days_to_last(const struct campaign *campaign, const struct drink *drink)
{
    int days = campaign->days < campaign->delivery_every ? campaign->days : campaign->delivery_every;

    if (drink && !drink->keeps)
        return 1;
    return drink && drink->keeps_days > 0 && drink->keeps_days < days ? drink->keeps_days : days;
}

/** Index of the layout of that name, or -1. */
int scenario_find_layout(const struct scenario *scenario, const char *name);

#endif
