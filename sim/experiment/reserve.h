/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPERIMENT_RESERVE_H
#define EXPERIMENT_RESERVE_H

#include "experiment/stress.h"

/* What could have been kept in hand against a contingency. */
enum reserve_kind { MORE_STAFF, MORE_VESSELS, CARRIERS, MORE_STOCK, STOCKED_BEFORE, FULL_CARRIER };

struct reserve {
    enum reserve_kind kind;
    const char *station;    /* NULL: MORE_STOCK is for all */
    const char *what;       /* MORE_VESSELS: the vessel; CARRIERS, FULL_CARRIER: the carrier; else NULL */
    const char *drink;      /* FULL_CARRIER: for that one, NULL: for each that comes out of such a carrier; it brings its own portions */
};

/* How much more stock. */
#define RESERVE_STOCK 1.5

/* From the evening before to opening: what is poured away sooner can't be there since then. */
#define RESERVE_NIGHT_S (10 * 3600.0)

/* What each of some reserves wins back. */
struct remedy {
    int contingency;        /* index in the stress */
    int n;
    struct reserve *reserve; /* [n], the one that wins back most first */
    struct interval *regained; /* [n] of the goal, towards the better: simultaneous over the n */
};

/**
 * Tries the reserves that suit a contingency, each on the same days as the contingency without it.
 * Memory in the reader's arena.
 * @param comparison  of the stress; tells where most is lost
 * @param[out] remedy  n is 0 where none suits: then nothing is simulated
 * @return as compare().
 */
enum status reserves_try(struct reader *reader, const struct stress *stress, const struct comparison *comparison, int contingency,
                         const struct run_options *options, struct remedy *remedy);

/** Whether the best of them can be told from nothing. */
bool remedy_helps(const struct remedy *remedy);

#endif
