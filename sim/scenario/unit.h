/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_UNIT_H
#define SCENARIO_UNIT_H

#include "core/status.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

/* What a number measures. Inside the program everything is in the unit named here. */
enum dimension {
    NUMBER,           /* no unit                                                     */
    DURATION,         /* s      s, min, h                                            */
    LENGTH,           /* m      m, km                                                */
    SPEED,            /* m/s    m/s, km/h                                            */
    RATE,             /* 1/s    /s, /min, /h                                         */
    TEMPERATURE,      /* °C     °C                                                   */
    DIFFERENCE,       /* K      K                                                    */
    POWER,            /* W      W, kW                                                */
    ENERGY_PRICE,     /* CNY/J  CNY/kWh                                              */
    VOLUME,           /* m3     L, ml                                                */
    FLOW,             /* m3/s   ml/s, L/min                                          */
    HEAT_LOSS,        /* W/K    W/K                                                  */
    HEAT_CAPACITY,    /* J/K    J/K, kJ/K                                            */
    MONEY,            /* CNY    CNY (¥, 元)                                          */
    WAGE,             /* CNY/s  CNY/h                                                */
    SHARE,            /* 1      %                                                    */
    SHARE_PER_KELVIN, /* 1/K    % (per degree)                                       */
    HEADS,            /* 1      no unit: people, cups, portions; may be fractional   */
    DIMENSIONS
};

struct unit {
    enum dimension dimension;
    const char *name; /* as written */
    double si;        /* value in SI = number * si */
    bool alias;       /* understood, but not shown among the accepted units */
};

/* The one table of units; the first of a dimension is the one to show. Ends with a NULL name. */
extern const struct unit unit_table[];

/** "s, min or h": the accepted units, for messages; "" for dimensions without one. In static memory,
 * until the next call for the same dimension; in the language of say(). */
const char *dimension_units(enum dimension dimension);

/** The first unit of a dimension, NULL where it has none. */
const struct unit *dimension_unit(enum dimension dimension);

/** What it measures, in one English word or two: "time", "temperature"; "" for plain numbers. */
const char *dimension_name(enum dimension dimension);

/** The unit of a dimension written as name[n]; NULL if it isn't one of its units. */
const struct unit *unit_find(enum dimension dimension, const char *name, size_t n);

/** A number in this unit, in SI; correctly rounded for decimal units (35 % is 0.35). */
double unit_to_si(const struct unit *unit, double number);
double unit_from_si(const struct unit *unit, double si);

/** An SI value as a planner writes it, in the unit that makes it shortest: "24 h", "250 ml", "35 %". */
void unit_show(struct text *out, enum dimension dimension, double si);

#endif
