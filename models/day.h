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
    float greeted_s;    /* of his greeting, by a greeter while he waited here */
    float desk_s;       /* waited at the second desk */
    double starts_s;    /* service starts */
    double done_s;      /* leaves with the cup, or without */
    double balks_at, patience_s, greet_s, hand_over_s;
    double sets_out_s, speed_m_per_s, tolerance_m, walked_m;
    double waited_s;    /* in lines so far, this one included once it ended */
    uint64_t tried;     /* stations, as bits */
    int32_t next, previous; /* in line */
    int32_t slot;       /* of patience or of the walk, -1 */
    int32_t booking;    /* -1: didn't order before */
    uint32_t resident;
    float substitute_u, cup_c;
    int16_t stream, station;
    uint8_t drink, first_drink, outcome, walking, own_cup, substitutes; /* walking: enum walk */
    uint8_t cups;       /* people who come together, each for a cup */
    uint8_t priority : 1; /* waits in the lane that is served first */
    uint8_t came_back : 1, car : 1;
    uint8_t asks : 1, answers : 1; /* has a question for staff; says by QR code how it was */
    uint8_t asked : 1;  /* in line: no greeter need come to him any more */
    uint8_t at_desk : 1; /* there is somebody at the second desk for his question */
};

/* CHOOSES: at home, about to see which station it is to be. */
enum walk { STANDS, WALKS, CHOOSES };

enum { NOBODY = -1 };

enum phase { IDLE, GREETING, HANDING_OVER, REFILLING, POURING_AHEAD, FILLING_TRAY };

struct server {
    int32_t visit, station;
    enum phase phase;
    int last_drink;             /* poured; -1: none yet */
};

/* What a runner is doing, until when. */
enum errand { AT_STORE, GOES_OUT, COMES_BACK };

struct runner {
    enum errand errand;
    int station;
    double until_s, trip_s;
    double *portions, cups;     /* [drinks] his load */
};

/* What a station lacks and has asked for. */
enum need { CONTENT, ASKED, COMING };

struct supply {
    struct runner *runner;      /* [runners], as the plan's */
    bool *absent;               /* [runners] */
    double *portions;           /* [drinks] left in store, without what is in spare carriers */
    int *spares;                /* [drinks] */
    double cups, busy_s;
    double *expired;            /* [drinks] portions or carriers that can't be used tomorrow */
    double *too_old;            /* [drinks] portions in spare carriers that stood too long in the store; NULL: nothing gets too old */
};

/* What one day of a campaign leaves for the next. */
struct carried {
    int day;                    /* from 0 */
    double weather;             /* standard normal score of the air */
    double *portions, *cups;    /* [stations][drinks], [stations] at opening */
    double *store_portions, store_cups;
    int *spares;
    double *age;                /* expiry.c; NULL: nothing expires */
};

/* A cup ordered before. TAKEN: by who ordered it, or by nobody. */
enum booking_state { BOOKED, DUE, POURED, TAKEN };

struct booking {
    double due_s, ready_s;      /* when it should be begun; POURED: when it's full */
    int32_t visit, next;
    uint8_t state;
};

/* A cup poured ahead for nobody in particular. */
struct tray_cup {
    double full_s, cold_s;      /* from then on it isn't warm any more */
    double cup_c;               /* at full_s */
    int drink;
};

/* Someone who takes orders in the line. */
struct greeter {
    int32_t visit;              /* the last he came to, NOBODY */
    double from_s, until_s;     /* with that one; HUGE_VAL: he has gone home */
    double goes_s;              /* comes to nobody from then on */
};

struct line_station {
    int staff, busy, waiting;
    double room, car_lane;      /* people and cars who can wait */
    int cars, in_cars;          /* that wait, and people in them, who are among those waiting */
    int32_t head, tail;         /* visits in line */
    int32_t last_ahead;         /* of those in front who are served first, NOBODY */
    int32_t first_booking, last_booking; /* cups still to be poured for orders, NOBODY */
    int idle_top;               /* servers free, as a stack */
    int32_t *idle;
    double *portions_left, cups_left, *portions_used;
    double *portions_in;        /* [drinks] at opening and brought since */
    double asked_s;             /* since when a runner is wanted; HUGE_VAL: none is */
    enum need *need;            /* [drinks + 1] the last is of cups */
    int deliveries;
    double brought;
    int trips, turn;            /* of the breaker; whose turn it was last */
    double reset_s, circuit_s;  /* the breaker is off until then; when to look at the circuit again */
    double peak_w;              /* the most that was asked of the circuit at once in the present step, where it's contended */
    int bin_trips;              /* trips before that step */
    double *spilled;            /* [drinks] of those used: poured for nobody */
    double *expired;            /* [drinks] left over and too many days old, NULL: nothing expires */
    double *too_old;            /* [drinks] of those spilled: too long in a vessel; NULL: nothing gets too old */
    double *in_carriers;        /* [drinks] of those in no vessel: in full carriers since opening, where they can get too old; NULL as too_old */
    double cups_used;
    double last_s, line_area, busy_area; /* integrals up to last_s */
    double counted_line, counted_busy;   /* the same at the start of counting */
    double closed_line, closed_busy;     /* and at closing */
    double bin_line, bin_busy;           /* and at the start of the present step */
    int longest, bin_arrivals;
    bool wants_refill;
    int failed;                 /* vessels that are out of order */
    int n_tray;
    double bin_cup_c, bin_brought; /* sum of the cups handed over; brought by the start of the step */
    int bin_cups;
    struct tray_cup *tray;      /* [service.tray] in the order in which they were poured; NULL: none */
    struct greeter *greeter;    /* [greeters], NULL: none */
    int unasked;                /* in line, and no greeter has come to them */
    bool *greeter_absent, *desk_absent; /* [greeters], [desk] */
    double *desk_free_s;        /* [desk] when each of the second desk is free */
    double greeters_busy_s, desk_busy_s; /* within the time that counts */
    /* where staff vary */
    int rostered, here, away_top;
    int32_t *away;              /* servers who are not there, as a stack */
    bool *absent;               /* [persons] */
    double paid_s, here_s, here_area; /* here_area up to here_s */
    double counted_here, closed_here, bin_here;
};

struct pouring_vessel {
    struct vessel vessel;
    const struct plan_vessel *plan;
    double air_c, tap_free_s;
    int cups;
    bool wants_refill;
    double bin_on_s;
    double filled_s;            /* how old what is in it is, at least */
    double on_from_s;           /* switched on then, before opening */
    bool turn;                  /* on a circuit where they take turns */
    int failures, cuts;         /* that last; taps are closed in the former, heaters off in both */
    double failed_from_s, failed_s; /* since when it fails, HUGE_VAL: it doesn't; so long altogether within the time that counts */
    double down_from_s, down_s; /* the same of failing or having no current for its heater */
    double start_j;
    double closed_in_j;         /* heat put in until closing: what is paid for */
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
    bool lost;                  /* an event had no room: there was no memory */
    bool visits_only;           /* note no events: only the visits are wanted */
};

/* What a day leaves; arrays are the caller's. */
struct day_result {
    double *measure;    /* [plan_rows][MEASURES]; of a campaign the mean of its days */
    uint32_t *waits;    /* [HISTOGRAM_CELLS] of the served, in tenths of a second */
    float *series;      /* [channels][bins]; of a campaign the mean of its days, of stock the least, of a peak the most */
    double air_c;
    int day_type;
    long visits, events;
    double store_expired, store_too_old; /* of the wasted */
    double store_wasted, store_cost; /* portions, and CNY, of the store and its runners: in the layout's figures, in no station's */
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
    int n_free, first_pooled, first_tray; /* slots; first_tray: one a station */
    int next_instant;           /* of the day's fixed instants: steps, start of counting, closing */
    int n_agenda, next_happening;
    const struct happening *agenda; /* the plan's, and the failures of today */
    struct supply supply;
    struct carried *carried;    /* NULL: a day by itself */
    int n_bookings, next_booking;
    struct booking *booking;    /* by due_s */
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
double day_pour(struct day *day, struct line_station *station, struct visit *visit, double from_s); /* pouring.c: sets cup_c; when it's full */
double day_rinsed_s(const struct day *day, int server, int drink); /* pouring.c: from when that server can pour it */
void day_refill_at_once(struct day *day, int station);           /* pouring.c: what doesn't wait for staff, now that there is more */
double cup_after(const struct day *day, int station, double cup_c, double waited_s); /* pouring.c: a cup that waited */
double day_refill(struct day *day, int station, double now_s);   /* pouring.c: until when, or 0 if none is wanted */
void day_step(struct day *day);                                  /* opening.c: closes a time step of the series */
void day_clear(struct day_result *result, const struct plan_day *plan); /* counting.c: before the first day */
enum status day_count(struct day *day);                          /* counting.c: adds the day to the result */
double *day_drink_row(const struct day *day, int drink);           /* counting.c: the measures of a drink */
void day_sum_up(struct day_result *result, const struct plan_day *plan, int days); /* counting.c: after the last */
void day_trace(struct day *day, const char *what, int station, const struct visit *visit, double value);

/* leaving.c: how a wish ends, or goes on; who walks needs a free slot (slots.h) */
void visit_walks(struct day *day, struct visit *visit, double until_s);
void visit_leaves(struct day *day, struct visit *visit, enum outcome outcome, const char *what);
void visit_goes_on(struct day *day, struct visit *visit, enum outcome outcome, const char *what); /* to the next station on his way; else this is how it ended */

/* supply.c: what there is for him */
bool day_may_lack(const struct day *day, int station);           /* whether anything can be lacking here */
bool day_has_stock(const struct day *day, const struct line_station *station, struct visit *visit); /* sets his drink; enough for all who come together */
void day_take_stock(struct day *day, struct line_station *station, const struct visit *visit);

/* runner.c: what is brought */
enum status supply_open(struct day *day);
void supply_runs(struct day *day);                               /* runners who are due */
void supply_asks(struct day *day, int station);                  /* a runner is wanted for what has become too little */
void delivery_comes(struct day *day, const struct happening *happening); /* what should have been there at opening */
double supply_next_s(const struct day *day);
void supply_comes_home(struct day *day);                         /* what is still on the way in the evening */
void supply_count(struct day *day);

/* holding.c: what gets too old, and when to look at runners, vessels and circuits next */
void day_look_again(struct day *day);
void day_looks(struct day *day);
bool spares_age(const struct day *day, int drink);               /* spare carriers of it can get too old */
bool spares_stand_at(const struct day *day, int station, int drink); /* what is there in no vessel stands in full carriers */
void spares_come(struct day *day, int station, int drink, double portions); /* so many more of portions_in and portions_left came in them */

/* circuit.c: heaters that can ask for more than their circuit carries */
void circuit_open(struct day *day, int station);                 /* from the first switching on until opening */
void circuit_look(struct day *day, int station);                 /* who heats, from now on */
double circuit_load_w(const struct day *day, int station, double width_s); /* mean of the present step, vessels brought up to its end */
double circuit_peak_w(const struct day *day, int station);       /* its highest at a moment; where all heaters may be on at once, of all that were on: at most that */
void circuit_step(struct day *day, int station);                 /* the next step begins */

/* campaign.c: from one day to the next */
enum status campaign_open(const struct plan_day *plan, struct arena *arena, struct carried **carried); /* NULL: days by themselves */
double campaign_air_u(const struct day *day, double u);          /* the day's draw of the air, given the day before */
void campaign_night(struct day *day);
double campaign_kept(const struct day *day, int station, int drink); /* portions left that aren't in vessels */

/* expiry.c: what keeps for some days only; where plan->expires */
enum status expiry_open(const struct plan_day *plan, struct arena *arena, struct carried *carried);
void expiry_evening(struct day *day);                            /* sets what expired */
void expiry_morning(struct day *day);                            /* of the next day, once its delivery is there */

/* instants.c: what is due at times known before */
void day_instants_open(struct day *day);
enum status day_instant(struct day *day);

/* choosing.c: which station, and whether again */
void visit_choose(struct day *day, struct visit *visit);   /* sets station and walked_m */
bool visit_comes_back(const struct day *day, const struct visit *visit);

/* ordering.c: cups ordered before */
enum status bookings_make(struct day *day);
enum status booking_due(struct day *day, struct booking *booking);  /* the next of them: poured when one of the staff is free */
bool booking_begin(struct day *day, int station, int server);    /* false: there's none to pour */
bool booking_poured(const struct day *day, const struct visit *visit); /* his cup is full, or is being filled */
double booking_take(struct day *day, struct visit *visit);       /* when it can be handed over; sets cup_c */
void booking_cancel(struct day *day, struct visit *visit);       /* nobody comes for it, or he gets another one */

/* tray.c: cups poured ahead by idle staff */
enum status tray_open(struct day *day);
void tray_fill(struct day *day, int station);                    /* idle staff pour while there's room on it */
void tray_changes(struct day *day, int station);                 /* a cup got cold, or it's time to look again */
bool tray_has(const struct day *day, const struct line_station *station, const struct visit *visit);
void tray_take(struct day *day, struct line_station *station, struct visit *visit, double at_s); /* sets cup_c */
void tray_clear(struct day *day);                                /* at the end of the day */

/* greeting.c: orders taken in the line */
enum status greeters_open(struct day *day, int station);
void greeters_see(struct day *day, struct line_station *station, struct visit *visit);   /* who has just joined the line */
void greeters_leave(struct day *day, struct line_station *station, struct visit *visit); /* who is about to leave it: greet_s becomes what is left to do */

/* desk.c: questions */
enum status desk_open(struct day *day, int station);
double desk_consult_s(const struct day *day, const struct visit *visit); /* how long his question takes */
double desk_hand_over_s(const struct day *day, struct visit *visit, double from_s); /* with his question, where staff answer it themselves; sets at_desk */
void desk_take(struct day *day, struct line_station *station, struct visit *visit); /* with the cup in hand: sets done_s */

/* trouble.c: what fails */
enum status trouble_open(struct day *day);                       /* today's agenda */
void trouble_look(struct day *day, int station);                  /* which of its vessels are down from now on */
double trouble_lasted_s(const struct day *day, double from_s, double sum_s); /* of failed_from_s and failed_s, or of down_: until closing */
void trouble_happens(struct day *day, const struct happening *happening);
bool trouble_with(const struct day *day, int station, int drink, int cups); /* so many more can't be poured from vessels that work */
bool trouble_while_greeting(struct day *day, struct line_station *station, struct visit *visit); /* his drink can't be poured any more; stock is given back */

/* duty.c: staff who come and go */
enum status duty_absent(const struct day *day, enum role role, uint32_t place, double odds, int n, bool **absent); /* who of a place isn't there on the whole day: [n] */
enum status duty_open(struct day *day, int station);
void duty_changes(struct day *day, const struct happening *happening); /* to be settled once all of a moment are known */
enum status duty_settle(struct day *day, int station);           /* who should be there comes, who shouldn't goes */
bool duty_too_many(const struct line_station *station);          /* the next who is free may go */
enum status duty_goes(struct day *day, struct line_station *station, int server);

/* day.c, for its parts */
void day_server_until(struct day *day, int server, enum phase phase, double until_s);
bool day_poured(const struct day *day, const struct visit *visit); /* whether the drink comes out of a vessel here */
enum status day_take_next(struct day *day, int station, int server); /* serves the next in line, or is idle */
void day_turn_away(struct day *day, struct line_station *station, struct visit *visit); /* out of the line */

static inline void duty_flow(struct line_station *station, double now_s)
{
    station->here_area += (now_s - station->here_s) * station->here;
    station->here_s = now_s;
}

/* Brings a station's integrals up to now. */
static inline void station_flow(struct line_station *station, double now_s)
{
    double passed_s = now_s - station->last_s;
    station->line_area += passed_s * station->waiting;
    station->busy_area += passed_s * station->busy;
    station->last_s = now_s;
}

/* Seconds of a stretch that fall into the time that counts, until closing. */
static inline double day_counted_s(const struct day *day, double from_s, double until_s)
{
    double first_s = from_s > day->plan->counted_from_s ? from_s : day->plan->counted_from_s;
    double last_s = until_s < day->plan->closes_s ? until_s : day->plan->closes_s;
    return last_s > first_s ? last_s - first_s : 0;
}

#define TRACE(day, what, station, visit, value)                                                    \
    do {                                                                                           \
        if ((day)->trace)                                                                          \
            day_trace((day), (what), (station), (visit), (value));                                 \
    } while (0)

#endif
