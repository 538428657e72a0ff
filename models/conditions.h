/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_CONDITIONS_H
#define MODELS_CONDITIONS_H

#include "scenario/field.h"
#include "scenario/reader.h"

/* A kind of day: its odds, its weather, and which numbers of the scenario it overrides. */
struct day_override {
    const char *path, *value;
    struct mark mark;
};

struct day_type {
    const char *name;
    double share;
    struct distribution air_c; /* NONE: as the scenario's */
    int n_overrides;
    struct day_override *override;
};

extern const struct table day_type_table;

#endif
