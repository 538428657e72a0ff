/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_AGENDA_H
#define MODELS_AGENDA_H

#include "core/arena.h"

#include <stdbool.h>

/* What a day brings at times that are known before it begins, in the order of time. */
enum happening_kind { HAPPENS_STAFF, HAPPENS_FAILURE, HAPPENS_CUT, HAPPENS_DELIVERY };

struct happening {
    double at_s;
    enum happening_kind kind;
    int station;
    int which;      /* STAFF: the person of the station, who may be absent; -1: nobody in particular; else the vessel */
    double value;   /* DELIVERY: what should have been there at opening comes; STAFF: +1 comes, -1 goes; FAILURE, CUT (of the heater's power): +1 begins, -1 ends */
};

/* One of a station's staff and his part of the day; to_s is endless where it lasts until closing. */
struct plan_person {
    double from_s, to_s;
};

struct items;
struct plan_day;
struct plan_station;

/** Whether the number of staff may differ from time to time or from day to day. */
bool agenda_staff_varies(const struct plan_day *plan, const struct plan_station *station);

/** Staff whom events of the kind of day may add to a station. */
int agenda_more_staff(const struct plan_day *plan, const struct plan_station *station);

/** Each person of the shifts, or so many all day; who stays until closing stays until the line is served.
 * @return OK; ERR_MEMORY. */
enum status persons_compile(struct arena *arena, const struct plan_day *plan, const struct items *shifts, int all_day, const struct plan_person **persons, int *n);

/** Seconds that a person is there within a stretch. */
double person_there_s(const struct plan_person *person, double from_s, double until_s);

/** The people of stations whose staff varies, and their comings and goings. Stations have their staff by now.
 * @return OK; ERR_MEMORY. */
enum status agenda_compile(struct arena *arena, struct plan_day *plan);

/** Sorts by time; what happens at one time keeps its order. O(n^2), n small. */
void agenda_sort(struct happening happening[], int n);

#endif
