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

/* Something that happens at a clock time; exactly one of fail, power_cut, staff_more, late_s, surge and snow. */
struct incident {
    double at_s, for_s;
    const char *fail;       /* STATION/VESSEL */
    const char *fail_drink; /* of vessels of one kind the first with that drink fails; NULL: the first; no key sets it */
    const char *power_cut;  /* station */
    double staff_more;      /* NAN: not given */
    double late_s;          /* NAN: not given */
    double surge, snow;     /* factors of those who set out, and of their speed; 0: not given */
    const char *station;    /* of staff_more; of late_s, where NULL means all */
};

struct day_type {
    const char *name;
    double share;
    struct distribution air_c; /* NONE: as the scenario's */
    double warmer_k;            /* than that */
    double crowd;               /* times as many residents */
    struct items incident;      /* struct incident */
    int n_overrides;
    struct day_override *override;
};

/* A quantity that nobody has measured yet: `samovar sensitivity` tries its low and its high. */
struct uncertain {
    const char *path, *low, *high;
};

struct uncertainties {
    int n;
    struct uncertain *item;
};

extern const struct table day_type_table;

/** Each event says one thing that happens. */
void incidents_check(struct reader *reader, const struct day_type *type);

/** Whether some kind of day overrides numbers of a section, or of whichever section: a path may begin with a star. */
bool day_types_set(const struct items *day_type, const char *section);

/** Whether an event lasts at a time; one without an end lasts until closing. */
static inline bool incident_lasts(const struct incident *incident, double time_s)
{
    return time_s >= incident->at_s && !(time_s >= incident->at_s + incident->for_s);
}

/** Factor on a resident's speed who sets out at a time. */
double conditions_speed(const struct day_type *type, double time_s);

/** Reads {path: LOW .. HIGH}. For FIELD_CUSTOM. @return OK (faults or not); ERR_MEMORY. */
enum status uncertain_parse(struct reader *reader, const struct yaml_node *node, void *lands);

#endif
