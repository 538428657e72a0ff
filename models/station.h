/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STATION_H
#define MODELS_STATION_H

#include "models/staff.h"
#include "models/vessel.h"
#include "scenario/field.h"
#include "scenario/reader.h"

struct drink {
    const char *name;
    double cup_m3;
    struct band serve_c;  /* warm within; lukewarm below, scald risk above */
    double cost;          /* a portion's ingredients */
    bool keeps;           /* what was not brewed can be used another day */
    int keeps_days;       /* on so many days, that of its delivery included; -1: on any */
    double hold_s;        /* poured away after so long in a vessel; NAN: never */
};

enum equipment_kind { HEATED, INSULATED };
enum refill_by { BY_STAFF, BY_HELPER };

/* Urns and carriers a station may have. */
struct equipment {
    const char *name;
    int kind;
    struct vessel_kind vessel;
    double tap_m3_per_s;
    double preheat_s;      /* switched on so long before opening */
    double filled_c;       /* of the first filling; NAN: as the refill */
    struct refill {
        double below_m3, takes_s, water_c;
        int by;
    } refill;
    double clean_s;        /* before it's filled again once empty */
    double swap_s;         /* of a carrier: its refill */
    double rent;
    double fails_every_s, repair_s; /* means of exponentials; NAN: never fails */
};

/* How a drink is served. */
struct service {
    struct distribution greet_s, hand_over_s, consult_s;
    struct distribution hand_over_bike_s, hand_over_car_s; /* NONE: as hand_over_s */
    double pour_drop_k, own_cup_drop_k;
    int tray;              /* cups poured ahead by idle staff */
    double cup_cooling_s;  /* time constant of a cup that waits */
    double rinse_s;        /* when another drink is poured than before */
    bool wait_for_warm;    /* staff wait until the vessel reaches the serving band */
};

struct vessel_choice {
    struct reference drink;
    struct references equipment; /* one or several */
};

/* A station of a layout. */
struct station_plan {
    const char *name;      /* of its node */
    int staff;             /* with shifts: the most at once */
    struct items shift;    /* struct shift; instead of constant staff */
    struct items pause;    /* struct pause */
    int n_vessels;
    struct vessel_choice *vessel;
    struct shares portions; /* drink -> portions; a drink not named is endless */
    double cups, lids;      /* NAN: endless */
    struct shares reorder;  /* drink -> a runner is asked for more once no more is left; not named: never */
    double reorder_cups;    /* the same for cups; NAN: never */
    int greeters, desk;     /* people who take orders in the line; who answer questions; with shifts: the most at once */
    struct items greeter_shift, desk_shift; /* struct shift; instead of all day */
};

/** Reads {ginger-tea: urn-20, soy-milk: [carrier-12, carrier-12]}; drinks are left unresolved. For FIELD_CUSTOM.
 * @return OK (faults or not); ERR_MEMORY. */
enum status vessels_read(struct reader *reader, const struct yaml_node *node, int *n, struct vessel_choice **vessels);

struct layout {
    const char *name;
    struct items station;   /* struct station_plan */
};

extern const struct table drink_table, equipment_table, service_table, layout_table;

static inline const struct station_plan *layout_station(const struct layout *layout, int i)
{
    return (const struct station_plan *)layout->station.item + i;
}

#endif
