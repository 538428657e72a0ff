/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_CALL_H
#define SCENARIO_CALL_H

#include "scenario/inside.h"

/* A distribution as it is being read: `family(parameters) unit`. */
struct call {
    struct scan scan;
    const char *start, *close;  /* of the family's name; the last parenthesis */
    enum family family;
    const struct unit *unit;    /* behind the parenthesis, or NULL */
    struct distribution *out;
    bool given[3];
};

/** Whether only the closing parenthesis is left. */
bool call_at_close(struct call *call);

/** Past the comma to the next part; a fault and false where something else stands. */
bool call_next_one(struct call *call);

/** The points of discrete(...) and empirical(...); *fine turns false where a fault was noted. */
enum status call_read_discrete(struct call *call, bool *fine);
enum status call_read_empirical(struct call *call, bool *fine);

#endif
