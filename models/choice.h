/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_CHOICE_H
#define MODELS_CHOICE_H

#include "models/kpi.h"
#include "models/station.h"
#include "scenario/field.h"
#include "scenario/reader.h"

/* The plan: block: what may be chosen, and what the choice must reach. */

/* A set of vessels that a station may get. */
struct kit {
    const char *name;
    int n_vessels;
    struct vessel_choice *vessel;
};

/* A requirement as a statement over whole days that can be tested: with over and under summed over a day,
 *     Y = sense * (over - level * under),   required E[Y] >= 0.
 * "wait within 2 min: >= 90 %" is E[served within 2 min] >= 0.9 E[served]. */
struct requirement {
    const char *text;       /* as written: "wait within 2 min: >= 90 %" */
    const char *name;       /* its left side */
    enum measure over, under;
    double scale;           /* from the measure to the unit of level */
    double level;
    int sense;              /* +1: at least, -1: at most */
    bool share;             /* level is a share */
};

struct requirements {
    int n;
    struct requirement *item;
};

/* What is to be made as large as possible: measure over measure, times sense. */
enum goal { GOAL_WARM, GOAL_SERVED, GOAL_COST, GOAL_SATISFACTION, GOAL_REGRET };

struct choice {
    struct references sites;    /* nodes */
    struct band stations, staff;
    struct items kit;           /* struct kit */
    double budget;              /* a day; NAN: none */
    struct requirements require;
    int goal;
    double indifference;        /* drinks, CNY or points, as the goal is */
    double confidence;
};

extern const struct table choice_table;

/** What only makes sense together. @param target_s  the scenario's wait-target, which "wait within" must name */
void choice_check(struct reader *reader, const struct choice *choice, double target_s);

static inline const struct kit *choice_kit(const struct choice *choice, int i)
{
    return (const struct kit *)choice->kit.item + i;
}

/** Designs there are: sum over numbers of stations of C(sites, n) (staff kits)^n. */
double choice_designs(const struct choice *choice);

/** The goal of a day from its measures, greater is better, so that its mean over days is what is sought. */
double choice_goal(const struct choice *choice, const double measure[]);

/** A requirement's Y of a day from its measures. */
double requirement_of_day(const struct requirement *requirement, const double measure[]);

/** The unit of goal and indifference, marked for say(). */
const char *choice_unit(const struct choice *choice);

#endif
