/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_PLAN_H
#define MODELS_PLAN_H

#include "models/agenda.h"
#include "models/kpi.h"
#include "models/scenario.h"
#include "random/quantile.h"

/* A scenario compiled for one layout and one kind of day: all geometry, quantile tables and lists of
 * candidate stations are made here, once. Then const, shared by all threads. */

/* What a draw is for; two make a pair that one Philox block gives. Append only: the number is part of
 * every result. */
enum purpose {
    DRAW_UPTAKE, DRAW_DEPARTURE,
    DRAW_DETOUR, DRAW_SPEED,
    DRAW_DRINK, DRAW_SUBSTITUTE,
    DRAW_BALK, DRAW_PATIENCE,
    DRAW_GREET, DRAW_HAND_OVER,
    DRAW_OWN_CUP, DRAW_CONSULT,
    DRAW_CONSULT_TIME, DRAW_SPARE_1,
    DRAW_AIR, DRAW_MULTIPLIER, /* of a day, not of a resident */
    DRAW_ABSENT, DRAW_LIFT, /* of a member of staff and of a building, by the name of the place */
    DRAW_PARTY, DRAW_PREORDER,
    DRAW_CHOICE, DRAW_COMES_BACK,
    DRAW_FAILS, DRAW_REPAIR, /* of a vessel, by the name of its station; number k draws its k-th failure */
    DRAW_TRIP, DRAW_SPARE_2, /* of a runner to a station, by its name; number k is the k-th that sets out for it */
    DRAW_PUNCTUALITY, DRAW_FEEDBACK
};

/* What somebody is there for: a part of his draw's number, as a place has several. Append only. */
enum role { SERVES, GREETS, ANSWERS, CARRIES };

/* An optional quantity: compiled when the scenario gives it. */
struct plan_quantity {
    bool given;
    struct quantile quantile;
};

struct plan_group {
    const struct group *group;
    struct plan_quantity multiplier, speed_m_per_s, detour_m, balk, patience_s, party, hand_over_s, punctuality_s;
    double surge;               /* of a finite group: times as many residents */
    double u_opens, u_closes;   /* of a finite group: departure draws between these fall into the window */
    struct quantile departure;  /* of those, rescaled to 0..1 */
    const double *drink_upto; /* [drinks] cumulative shares; last is 1 */
    bool may_substitute, may_bring_cup, may_consult, may_answer, lifts, orders;
};

/* A stretch of the rate of a Poisson stream: rate grows linearly from `rate` by `slope`. */
struct plan_stretch {
    double from_s, expected, rate, slope, to_s; /* expected: arrivals within the stretch at multiplier 1 */
};

/* Residents of one group, building and exit. The key names them, so their draws don't depend on the
 * layout, nor on other groups. */
struct plan_stream {
    int group;
    uint32_t key;
    int population;             /* -1: Poisson */
    int n_stretches;
    const struct plan_stretch *stretch;
    double direct_m;
    int n_stations;             /* stations that can be reached, least detour first, then first on the way */
    const int *station;
    const double *extra_m;      /* [n_stations] detour if it's the only stop */
    const double *first_m;      /* [n_stations] walk from the building */
    const double *onward_m;     /* [stations of the layout] from there to the exit */
    const double *between_m;    /* of their mode */
    int from, to;               /* nodes, -1 */
    uint32_t building;          /* key of its lift */
    double share;               /* of the group */
};

struct plan_vessel {
    const struct equipment *equipment;
    int drink;
    int cups;                   /* content when full, in whole cups */
    double cup_m3, pour_s, closed_s, first_c, refill_c, below_m3;
    double hold_s;              /* HUGE_VAL: as long as you like */
    bool by_staff, spare;       /* spare: a full one that comes has stood since opening */
    const char *name;
    uint32_t key;               /* of draws */
};

struct plan_station {
    const struct station_plan *plan;
    int node;                   /* -1 without a site */
    int staff, first_server;    /* servers are numbered through all stations */
    bool varies;                /* staff come and go, or may be absent */
    int n_persons;              /* who they are then */
    const struct plan_person *person;
    int n_greeters, n_desk;     /* who they are; each shift has people of its own */
    const struct plan_person *greeter, *desk;
    double last_comes_s;        /* nobody comes after that */
    uint32_t key;               /* of draws: its name */
    double room;                /* people who can wait; none where nobody serves */
    double car_lane;            /* cars that can wait */
    bool indoor;
    int n_vessels, first_vessel;
    const int *first_of_drink;  /* [drinks + 1] vessels of a drink are consecutive */
    bool stocked;               /* any drink or the cups can run out */
    const double *portions;     /* [drinks]; HUGE_VAL: endless */
    double cups;
    double late_s;              /* what should be there at opening comes so much later */
    bool restocked;             /* runners bring more */
    const double *reorder;      /* [drinks] asked for once no more is left; -1: never */
    double reorder_cups;
    bool contended;             /* its heaters can ask for more than the circuit carries */
    const double *wished;       /* [drinks] share of those who pass here, of drinks that are poured; NULL: no tray */
};

/* What the series record, per time step. */
enum channel_kind { C_ARRIVALS, C_LINE, C_BUSY, C_CUPS, C_PORTIONS, C_TEMPERATURE, C_LITRES, C_DUTY, C_STAFF, C_TRAY, C_CUP, C_BROUGHT, C_LOAD, C_LOAD_PEAK, C_TRIPS };

struct plan_channel {
    enum channel_kind kind;
    int station, index;         /* index: drink or vessel (within the layout) */
};

struct plan_day {
    const struct scenario *scenario;
    const struct layout *layout;
    const struct day_type *day_type; /* NULL: none */
    double opens_s, closes_s, counted_from_s;
    int first;
    struct plan_quantity air_c;
    struct plan_quantity greet_s, hand_over_s, consult_s;
    int n_groups, n_streams, n_stations, n_drinks, n_vessels, n_servers;
    struct plan_group *group;
    struct plan_stream *stream;
    struct plan_station *station;
    struct plan_vessel *vessel;
    const double *between_m[MODES]; /* [stations * stations] by mode */
    double bin_s;
    int bins, n_channels;
    int n_agenda;
    struct happening *agenda;
    struct plan_channel *channel;
    const double *distance_m[MODES]; /* [nodes * nodes] by mode, NULL without a site */
    bool fails;                 /* some vessel may fail */
    bool snows;                 /* at some time of this kind of day */
    bool holds;                 /* some drink is poured away after a time in its vessel */
    bool expires;               /* some drink keeps for some days only, and there are several in a row */
    bool contended;             /* some circuit is */
    int n_runners;
    const struct plan_person *runner;
    double runners_absent;      /* odds of each */
    uint32_t store_key;         /* of draws */
    struct plan_quantity trip_s;
    const double *store_portions; /* [drinks] HUGE_VAL: endless */
    const int *spares;          /* [drinks] full carriers in store; -1: the drink isn't brought in carriers */
    const double *spare_cups, *spare_rent; /* [drinks] of one */
    const double *spares_until_s; /* [drinks] from then on what stands in them is too old, as they were filled at opening; HUGE_VAL: never; NULL: no store */
    double store_cups;
    bool orders;                /* some group orders before */
    bool desks;                 /* some station has a desk for questions, so that these aren't part of every hand-over */
    double expected;            /* takers on an average day: sizes the first arena */
};

/**
 * Compiles a checked scenario for one layout.
 * @param type  the kind of day, whose overrides the scenario holds already; NULL: none. It must outlive the plan.
 * @return OK; ERR_MEMORY. O(stations nodes + streams stations + tables).
 */
enum status plan_compile(const struct scenario *scenario, const struct layout *layout, const struct day_type *type,
                         struct arena *arena, struct plan_day *plan);

/**
 * The same scenario and kind of day for another layout: tables of residents and services are shared with `base`,
 * which must outlive it; only stations and the ways to them are compiled. For a search over many layouts.
 * @param series  whether days leave series; false saves their time
 * @return OK; ERR_MEMORY. O(stations nodes + streams stations).
 */
enum status plan_derive(const struct plan_day *base, const struct layout *layout, bool series, struct arena *arena, struct plan_day *plan);

/** How the residents of a stream get about. */
static inline enum mode plan_mode(const struct plan_day *plan, const struct plan_stream *stream)
{
    return plan->group[stream->group].group->mode;
}

/** Whether anything at a station needs power. */
static inline bool plan_has_heater(const struct plan_day *plan, const struct plan_station *station)
{
    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        if (plan->vessel[v].equipment->kind == HEATED)
            return true;
    return false;
}

/** Rows of one day's measures: the layout, each station, each group, each drink. */
static inline int plan_rows(const struct plan_day *plan)
{
    return 1 + plan->n_stations + plan->n_groups + plan->n_drinks;
}

/** Length in doubles of one day's measures: [rows][MEASURES]. */
static inline int plan_measures(const struct plan_day *plan)
{
    return plan_rows(plan) * MEASURES;
}

/** Length in floats of one day's series: [channels][bins]. */
static inline int plan_series(const struct plan_day *plan)
{
    return plan->n_channels * plan->bins;
}

/** What days of a campaign leave of a time step: of stock the least, of a peak the most, of the rest the mean. */
static inline bool channel_is_stock(enum channel_kind kind)
{
    return kind == C_PORTIONS || kind == C_CUPS;
}
static inline bool channel_has_mean(enum channel_kind kind)
{
    return !channel_is_stock(kind) && kind != C_LOAD_PEAK;
}

#endif
