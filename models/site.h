/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SITE_H
#define MODELS_SITE_H

#include "scenario/field.h"
#include "scenario/reader.h"

/* How residents get about. */
enum mode { WALK, E_BIKE, CAR, MODES };
extern const char *const mode_words[]; /* [MODES + 1], NULL at the end */

/* Places and the paths between them. */
struct node {
    const char *name;
    double x_m, y_m;
    double power_w;        /* of the circuit there; NAN: not stated */
    double standing_room;  /* people who can wait; HUGE_VAL: endless */
    int overload;          /* enum overload: when heaters ask for more than the circuit carries */
    double reset_s;        /* TRIPS: until somebody has reset it */
    bool indoor;
    double car_lane;       /* cars that can wait; NAN: endless */
};

enum overload { TRIPS, TAKES_TURNS };

struct path {
    struct reference from, to;
    double length_m;
    struct references modes; /* of those who may use it; none: everyone */
    unsigned open_to;        /* the same as bits; 0: everyone */
};

struct site {
    struct items node; /* struct node */
    struct items path; /* struct path */
};

extern const struct table site_table;

/** Notes paths to unknown or the same node. */
void site_check(struct reader *reader, const struct site *site);

/** Whether some paths aren't for everyone. */
bool site_has_limits(const struct site *site);

/** Shortest ways of each mode between all pairs, by Dijkstra from every node; HUGE_VAL where there is none.
 * O(n (n^2)), fine up to some hundred nodes; 0 with itself. Where every path is for everyone, the modes share one matrix.
 * @param[out] distance_m  [MODES] of [n * n], row-major, in the arena */
enum status site_distances(const struct site *site, struct arena *arena, const double *distance_m[MODES]);

/**
 * The first path of a shortest way from `at` to `to`; of paths that are as short, the first in the file.
 * @param distance_m  of site_distances, for that mode
 * @param[out] next   the node that it leads to
 * @return index of the path; -1 if at == to or there is no way. O(paths) */
int site_first_path(const struct site *site, enum mode mode, const double *distance_m, int at, int to, int *next);

/** Length of a path: the one given, else the straight line. */
double site_path_m(const struct site *site, int path);

/** Whether a resident considers one station before another: least detour first; where detours are alike, the
 * first on the way. Sums of the same walks in another order differ by rounding: under 1 mm is alike. */
static inline bool detour_before(double extra_m, double first_m, double other_extra_m, double other_first_m)
{
    double more_m = extra_m - other_extra_m;
    return more_m < -1e-3 || (more_m <= 1e-3 && first_m < other_first_m);
}

static inline const struct node *site_node(const struct site *site, int i)
{
    return (const struct node *)site->node.item + i;
}

#endif
