/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STAFF_H
#define MODELS_STAFF_H

#include "scenario/field.h"
#include "scenario/reader.h"

/* Who serves when. A station has either constant staff, or shifts whose people add up; a break takes one of them
 * away. Nobody leaves in the middle of a cup, and a shift that lasts until closing stays until the line is served. */
struct shift {
    double from_s, to_s;
    int staff;
};

struct pause {
    double at_s, for_s;
};

struct staffing {
    double absent;  /* odds that somebody isn't there today, each by himself */
};

struct station_plan;

extern const struct table shift_table, pause_table, staffing_table;

/** What only makes sense together: staff or shifts, both within the window; greeters and the desk alike. */
void roster_check(struct reader *reader, const struct station_plan *station, double opens_s, double closes_s);

/** Shifts that end before they begin, or lie outside the window. */
void shifts_check(struct reader *reader, const struct items *shifts, double opens_s, double closes_s);

/** How many are on duty at a time: by shifts, or so many all day where there are none. */
int shifts_at(const struct items *shifts, int all_day, double time_s);

/** The most that are on duty at once. */
int shifts_most(const struct items *shifts, int all_day);

/** Seconds on duty within the window, of all together: what is paid. */
double shifts_paid_s(const struct items *shifts, int all_day, double opens_s, double closes_s);

/** People on duty at a time, breaks apart and nobody absent. */
int roster_at(const struct station_plan *station, double time_s);

/** The most that are on duty at once. */
int roster_most(const struct station_plan *station);

/** Whether the number changes during the day. */
bool roster_changes(const struct station_plan *station);

#endif
