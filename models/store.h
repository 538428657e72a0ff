/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STORE_H
#define MODELS_STORE_H

#include "scenario/field.h"
#include "scenario/reader.h"

/* Where stations are restocked from, and who carries it: one kitchen or depot for all of them. */
struct store {
    struct shares portions;     /* drink -> portions there at opening; a drink not named never runs out */
    double cups;                /* NAN: endless */
    struct shares spares;       /* drink -> full carriers */
    int runners;                /* with shifts: the most at once */
    struct items shift;         /* struct shift; instead of all day */
    struct distribution trip_s; /* from setting out until the load is there; the way back takes as long */
    int carries;                /* portions in one trip */
    double wage_per_s;          /* of a runner; NAN: as the staff's */
    double absent;              /* odds of each runner; NAN: as the staff's */
};

extern const struct table store_table;

/** What only makes sense together; counts the runners of shifts. */
void store_check(struct reader *reader, struct store *store, double opens_s, double closes_s);

#endif
