/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_STRESS_H
#define EXPERIMENT_STRESS_H

#include "experiment/compare.h"

/* What could go wrong with a layout: the kinds of day that the scenario gives no share, and a set of our own. */
enum contingency_kind { AS_USUAL, VESSEL_OUT, STAFF_SHORT, COLD_SNAP, BIG_CROWD, KIND_OF_DAY, POWER_OUT, LATE_DELIVERY, CARRIER_OUT, POWER_UNUSED, MISHAP, SURGE, SNOW };

struct contingency {
    enum contingency_kind kind;
    const char *what;       /* VESSEL_OUT, CARRIER_OUT: the vessel; KIND_OF_DAY, MISHAP: its name; else NULL */
    const char *station;    /* of a vessel, staff or current; else NULL */
    const char *drink;      /* of the vessel, where the station has such vessels for several; else NULL */
    int n_causes;           /* MISHAP: events that touch the layout; 0: nothing of it is there */
    const struct contingency *cause; /* [n_causes] each as one by itself, SURGE and SNOW among them; AS_USUAL: nothing to prepare for */
};

/* A kind of day without a share that has events is a MISHAP: held against the same kind of day without them, and that
 * against the usual mix. Without events it's a KIND_OF_DAY, held against the usual mix as all else is. */

/* Number 0 is the layout as usual; the others are the same days, each with one thing that goes wrong all day. What can't
 * change anything (POWER_UNUSED) comes after them and has no contestant: it's a day as usual. */
struct stress {
    int n, n_unchanged, n_bare;
    struct contingency *contingency; /* [n + n_unchanged] */
    struct contestant *contestant;   /* [n + n_bare] last the kinds of day without their events, one for each MISHAP */
};

/* How cold a snap, how big a crowd. */
#define STRESS_COLDER_K 10.0
#define STRESS_CROWD 2.0
#define STRESS_LATE_S 1800.0

/**
 * Every contingency of a layout: each heater out, each carrier missing (of those alike with one drink at a station: one), each
 * station without current, one staff fewer at each station, a cold snap, twice the crowd, all that is delivered half an hour late, kinds of day without a share, as contestants of compare().
 * Memory in the reader's arena.
 * @param study  the layout as usual; it must outlive the stress
 * @return OK; ERR_MEMORY. O(contingencies) plans.
 */
enum status stress_open(struct reader *reader, const struct study *study, struct stress *stress);

#endif
