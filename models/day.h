/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DAY_H
#define MODELS_DAY_H

#include "core/arena.h"
#include "engine/event_list.h"
#include "models/plan.h"
#include "random/draw.h"

#include <stdint.h>

/* One day of one layout: the state while it's simulated, and what it leaves. */

/* How a resident's wish ended. Append only. */
enum outcome { OUT_UNREACHED, OUT_SERVED, OUT_BALKED, OUT_RENEGED, OUT_SHORT, OUT_TURNED_AWAY, OUT_NO_SHOW, OUT_PENDING };

/* A resident who wants a drink, from the door to the last outcome. */
struct visit {
    double arrives_s;   /* at the station he walks to or stands at */
    double leaves_s;    /* reneges then, unless served before */
    double starts_s;    /* service starts */
    double done_s;      /* leaves with the cup, or without */
    double balks_at, patience_s, greet_s, hand_over_s;
    double sets_out_s, speed_m_per_s, tolerance_m, walked_m;
    double waited_s;    /* in lines so far, this one included once it ended */
    uint64_t tried;     /* stations, as bits */
    int32_t next, previous; /* in line */
    int32_t slot;       /* of patience or of the walk, -1 */
    uint32_t resident;
    float substitute_u, cup_c;
    int16_t stream, station;
    uint8_t drink, first_drink, outcome, walking, own_cup, substitutes;
};

enum { NOBODY = -1 };

enum phase { IDLE, GREETING, HANDING_OVER, REFILLING };

struct server {
    int32_t visit, station;
    enum phase phase;
};

struct line_station {
    int staff, busy, waiting;
    int32_t head, tail;         /* visits in line */
    int idle_top;               /* servers free, as a stack */
    int32_t *idle;
    double *portions_left, cups_left, *portions_used;
    double cups_used;
    double last_s, line_area, busy_area; /* integrals up to last_s */
    double counted_line, counted_busy;   /* the same at the start of counting */
    double closed_line, closed_busy;     /* and at closing */
    double bin_line, bin_busy;           /* and at the start of the present step */
    int longest, bin_arrivals;
    bool wants_refill;
};

struct pouring_vessel {
    struct vessel vessel;
    const struct plan_vessel *plan;
    double air_c, tap_free_s;
    int cups;
    bool wants_refill;
    double bin_on_s;
    double start_j;
};

/* One line of a traced day. */
struct trace_event {
    double time_s;
    const char *what;
    int station;        /* -1 */
    int32_t visit;      /* -1 */
    double value;       /* NAN: none */
};

struct trace {
    struct arena *arena;
    struct trace_event *event;
    long n, room;
    const struct visit *visit;  /* of the day; lives in the day's arena until its reset */
    int n_visits;
    bool visits_only;           /* note no events: only the visits are wanted */
};

/* What a day leaves; arrays are the caller's. */
struct day_result {
    double *measure;    /* [(1 + stations + groups)][MEASURES]: the layout, each station, each group */
    uint32_t *waits;    /* [HISTOGRAM_CELLS] of the served, in tenths of a second */
    float *series;      /* [channels][bins] */
    double air_c;
    int day_type;
    long visits, events;
    double heat_error;  /* relative: heat in - stored - lost - drawn off */
    double little_error; /* relative: area under the line - sum of times waited */
};

/* Series and waits have this resolution. */
#define WAIT_RESOLUTION_S 0.1

struct day {
    const struct plan_day *plan;
    struct arena *arena;
    struct draw_key key;
    double now_s, air_c;
    int n_visits, room_visits;
    struct visit *visit;
    int n_coming;               /* visits that a station is within reach of */
    int32_t *order;             /* [n_coming] by first arrival */
    struct line_station *station;
    struct pouring_vessel *vessel;
    struct server *server;
    struct event_list list;
    int32_t *owner;             /* [leaves] visit of a slot beyond the fixed ones */
    int32_t *free_slot;
    int n_free, first_pooled;
    int next_instant;           /* of the day's fixed instants: steps, start of counting, closing */
    int bin, in_system;
    long events;
    struct trace *trace;
    struct day_result *result;
};

/**
 * Simulates day `replication`. Takes all it needs from the arena, which is reset first.
 * Pure: depends on plan, seed and replication alone.
 * @param trace  NULL, or where every event is noted (its arena must be another one)
 * @return OK; ERR_MEMORY.
 */
enum status day_simulate(const struct plan_day *plan, uint64_t seed, uint32_t replication, struct arena *arena,
                         struct trace *trace, struct day_result *result);

/* The parts of day.c, in the order in which a day runs. */
enum status day_residents(struct day *day);                      /* arrivals.c: who wants a drink, when */
enum status day_open(struct day *day);                           /* opening.c: stations, vessels, stock */
void day_pour(struct day *day, struct line_station *station, struct visit *visit); /* pouring.c: sets done_s, cup_c */
double day_refill(struct day *day, int station, double now_s);   /* pouring.c: until when, or 0 if none is wanted */
void day_step(struct day *day);                                  /* opening.c: closes a time step of the series */
enum status day_count(struct day *day);                              /* counting.c: fills the result */
void day_trace(struct day *day, const char *what, int station, const struct visit *visit, double value);

/* Brings a station's integrals up to now. */
static inline void station_flow(struct line_station *station, double now_s)
{
    double passed_s = now_s - station->last_s;
    station->line_area += passed_s * station->waiting;
    station->busy_area += passed_s * station->busy;
    station->last_s = now_s;
}

#define TRACE(day, what, station, visit, value)                                                    \
    do {                                                                                           \
        if ((day)->trace)                                                                          \
            day_trace((day), (what), (station), (visit), (value));                                 \
    } while (0)

#endif
