/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_DESIGN_H
#define PLANNER_DESIGN_H

#include "experiment/study.h"

/* The designs that a plan: block allows, as integer vectors, and their days.
 *
 * A design gives each site a module: 0 for no station, else 1 + kit * staffs + (staff - least staff). Stations
 * stand in the order of the sites, with endless stock: how much to bring is settled afterwards. */
struct space {
    const struct study *study;  /* of any layout: its tables are shared */
    const struct choice *choice;
    int sites, staffs, modules; /* modules: kits * staffs, without the 0 */
    int least, most;            /* stations */
    double designs;             /* all that the block allows */
    bool *fits;                 /* [sites][modules]: the site's circuit carries the kit */
    double *module_cost;        /* [modules] set-up, rent and wages of a day: what it costs at least */
};

/** Prepares the space of a study's scenario, which must have a plan: block. @return OK; ERR_MEMORY. */
enum status space_open(const struct study *study, struct arena *arena, struct space *space);

static inline int module_staff(const struct space *space, int module)
{
    return (int)space->choice->staff.low + (module - 1) % space->staffs;
}

static inline int module_kit(const struct space *space, int module)
{
    return (module - 1) / space->staffs;
}

/** Power of all heaters of a kit. */
double kit_power_w(const struct scenario *scenario, const struct kit *kit);

/** Stations of a design. */
int design_stations(const struct space *space, const int x[]);

/** What a design costs a day before anything is poured. */
double design_fixed_cost(const struct space *space, const int x[]);

/** Whether a design is allowed: number of stations, circuits, and a fixed cost within the budget. What isn't is
 * ruled out by proof. */
bool design_allowed(const struct space *space, const int x[]);

/** The layout that a design stands for; named "south-gate: 2 x two-urns + ..." @return OK; ERR_MEMORY. */
enum status design_layout(const struct space *space, const int x[], struct arena *arena, struct layout *layout);

/** The nodes of the sites. @return how many */
int design_site_nodes(const struct space *space, int node[]);

/** How many statements a design is held to: the requirements, and the budget where there is one. */
int design_requirements(const struct choice *choice);

#endif
