/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_RESIDENTS_H
#define MODELS_RESIDENTS_H

#include "models/site.h"
#include "scenario/field.h"
#include "scenario/reader.h"

/* One peak of departures: a normal bell around a clock time, with a share of the group under it. */
struct peak {
    double at_s, spread_s, share;
};

/* People counted per interval, typed in or from a CSV. */
struct counts {
    double from_s, every_s;
    int n;
    double *value; /* [n] */
};

/* Which of the stations within reach he walks to. */
enum choosing { LEAST_DETOUR, LOGIT, SHORTEST_LINE };

/* Some of those who went without a drink try once more. */
struct second_try {
    double share, after_s;
};

/* Cups ordered before: poured ahead of the resident's coming, in the lane that is served first. */
struct preorder {
    double share, early_s, no_show;
    double slot_s;          /* orders are for whole slots; NAN: for the moment */
    struct distribution punctuality_s; /* comes so much later than he said; NONE: on time */
    double points;          /* share of the group that wants a drink only for the points, and books it */
};

/* Answers by QR code, by some of those served. */
struct feedback {
    double share, takes_s;
};

/* A group of residents who behave alike. Exactly one of count with departs, counts, rate says when
 * they come; distributions that are NONE switch that behaviour off. */
struct group {
    const char *name;
    int count;              /* -1: not given */
    struct shares from, to; /* nodes */
    struct reference at;    /* a station, without any walking */
    struct items departs;   /* struct peak */
    struct counts counts;
    struct curve rate;      /* linear between points; two points at one time make a step */
    double day_to_day;      /* cv of the day's gamma multiplier; 0: none */
    double uptake, uptake_per_k, uptake_reference_c;
    int mode;
    struct distribution hand_over_s; /* NONE: as the service's */
    struct distribution speed_m_per_s, detour_m, balk, patience_s;
    struct shares drinks;
    double substitute;      /* share who take another drink when theirs is out */
    double own_cup, consult;
    double slack_s;         /* time to spare before being late */
    double lift_s;          /* a building's lift comes so often; NAN: stairs */
    bool priority;          /* a second lane, served first */
    struct preorder preorder;
    struct feedback feedback;
    int choosing;           /* enum choosing */
    double line_m, spread_m; /* LOGIT: extra walk that one person in line is worth; scale of chance */
    struct second_try second_try;
    struct distribution party; /* people who come together; NONE: each by himself */
};

extern const struct table group_table;

/** What only makes sense together; resolves places among nodes[n] (stations count as places where
 * there is no site). */
void residents_check(struct reader *reader, const struct group *group);

/** Share of the group that takes a drink at an air temperature, before the day's multiplier and without points. */
double residents_uptake(const struct group *group, double air_c);

/** The same with those whom points for booking win over. */
double residents_takers(const struct group *group, double air_c);

/** Share of the takers whom a finite group lacks on average, because on a day when many come no more than all of it want a
 * drink: 1 - E[min(1, s M)] / s with s = residents_takers and M the day's gamma multiplier of mean 1. 0 for a stream. */
double residents_cut(const struct group *group, double air_c);

/** Whether any of them book. */
static inline bool residents_order(const struct group *group)
{
    return group->preorder.share > 0 || group->preorder.points > 0;
}

/** Mean of residents who set out in [from_s, to_s) on an average day, before uptake, and whoever comes with them. */
double residents_expected(const struct group *group, double from_s, double to_s);

/** The departure distribution of a finite group: share who have left by a time (may stay below 1). */
double residents_left_by(const struct group *group, double time_s);

/** Whether the group is finite (count or counts) rather than a Poisson stream (rate). */
static inline bool residents_finite(const struct group *group)
{
    return group->rate.n == 0;
}

/** Residents of a finite group. */
double residents_population(const struct group *group);

#endif
