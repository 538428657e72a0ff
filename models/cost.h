/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_COST_H
#define MODELS_COST_H

#include "scenario/field.h"

struct costs {
    double set_up;            /* a station, a day */
    double wage_per_s;
    double electricity_per_j;
    double cup, lid, waste;   /* a cup; its lid; getting rid of a portion */
    double goodwill;          /* a resident who wanted a drink and got none */
};

/* Weights of the planning score; see kpi.h for the formula. */
struct satisfaction {
    double served, wait, temperature, choice, greeting;
    double wait_limit_s;      /* a wait so long is worth nothing */
    double enough_s;          /* contact that counts in full */
};

extern const struct table costs_table, satisfaction_table;

#endif
