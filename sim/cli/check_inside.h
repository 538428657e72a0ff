/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHECK_INSIDE_H
#define CLI_CHECK_INSIDE_H

#include "core/arena.h"
#include "core/text.h"
#include "models/scenario.h"

#include <stdint.h>

/* Shared by the files of check. */

/* PLAIN tells a figure and isn't counted. */
enum level { CHANGE, LOOK, FINE, PLAIN, LEVELS };

/* What a day asks of the stations on average. An item is a drink's portion or, last, a paper cup. */
struct demand {
    int stations, quarters, items;
    double leaving, wanted, unreached;
    const char *from;       /* where most of the unreached start; NULL if there are none */
    double from_unreached;
    double *takers;         /* [stations * quarters] come to the station */
    double *come, *served;  /* [stations] of the day; those find a drink that they take */
    double *consults;       /* [stations] */
    double *mean, *variance; /* [stations * items] with day-to-day, chance and weather */
    double *most;            /* [stations * items] never more than that: everybody of groups whose number is given */
};

struct check_kind {
    const char *name;
    double share, air_c;
    struct demand demand;
};

struct check {
    const struct scenario *scenario;
    const struct layout *layout;
    int n_kinds;
    struct check_kind *kind;
    struct demand average;  /* over kinds of day; its variance isn't filled */
    double air_c;
    struct arena arena;
    struct text *out;
    struct text found[LEVELS]; /* of the section being written */
    int count[LEVELS];
};

/* --- check_words.c ----------------------------------------------------------------------------------- */

struct words {
    char text[64];
};

struct words say_clock(double time_s);     /* 07:45; from the second day on with its number */
struct words say_lasts(double s);          /* 40 s, 12 min, 3 h */
struct words say_residents(double n);      /* 1 resident, 24 residents */

/** A sentence of the present section; then, indented below it, the key that mends it. */
void found(struct check *check, enum level level, const char *format, ...) __attribute__((format(printf, 3, 4)));
void advise(struct check *check, enum level level, const char *format, ...) __attribute__((format(printf, 3, 4)));

/** Writes the section, problems first, and starts the next; one without findings isn't written. */
void section_close(struct check *check, const char *title);

/* --- check_demand.c ---------------------------------------------------------------------------------- */

/** Quarter hours of the window; the last may be shorter. */
enum { QUARTER_S = 900 };

/** Expected demand at one air temperature, whose spread (sd) widens the variance. O(streams (stations + quarters)). */
enum status demand_expect(struct arena *arena, const struct scenario *scenario, const struct layout *layout, double air_c,
                          double air_sd_k, struct demand *demand);

/** sum += share * of, but for the variance. */
void demand_add(struct demand *sum, const struct demand *of, double share);
/** So many times as many residents. */
void demand_scale(struct demand *demand, double crowd);
enum status demand_take(struct arena *arena, const struct scenario *scenario, const struct layout *layout, struct demand *demand);

/* --- one file a subject; each adds its findings to the present section --------------------------------- */

void check_who_comes(struct check *check);
void check_staff(struct check *check, int station);
void check_desk(struct check *check, int station);    /* for questions */
void check_taps(struct check *check, int station);
void check_power(struct check *check, int station);   /* heaters: the peak's litres; the circuit */
void check_stock(struct check *check, int station);
void check_plan(struct check *check);                 /* kits without a vessel for a drink, sites without a circuit */
void check_heated(struct check *check, const struct equipment *equipment, int drink, bool indoor);
void check_carrier(struct check *check, const struct equipment *equipment, int drink, bool indoor);

/* --- check_hold.c --------------------------------------------------------------------------------------- */

/* What a day leaves in vessels until it's too old. */
struct standing {
    double poured, first_s; /* cups in all; when the first are */
    double gone;            /* of the stock by the last time of these, drunk or poured away */
    double later;           /* asked for after it */
};

/** By the average day's demand, of so much stock; all zero where nothing gets too old before closing.
 * @param at_once  so much of it stands at the station at most; HUGE_VAL: whatever its vessels hold */
struct standing standing_until_hold(const struct check *check, int station, int drink, double stock, double at_once);

/* --- of a station --------------------------------------------------------------------------------------- */

enum { MOST_POURERS = 16 };

/** The vessels of a drink there. @return how many; the first MOST_POURERS are in list[] */
int pourers(const struct check *check, int station, int drink, const struct equipment *list[]);

/** The quarter hour in which most come. */
int busiest_quarter(const struct check *check, int station);
/** How many of those with shifts, or there all day, are on duty in the middle of the station's busiest quarter hour. */
int on_duty_at_busiest(const struct check *check, int station, const struct items *shifts, int all_day);

double quarter_length_s(const struct scenario *scenario, int quarter);

/** Residents served a second, as they come in a quarter hour. */
double served_per_s(const struct check *check, int station, int quarter);

/** Share of the served who take a drink. */
double drink_part(const struct check *check, int station, int drink);

/** The node of a station; NULL without a site. */
const struct node *station_node(const struct scenario *scenario, const char *name);

/** Heaters stand or may stand at the node: a finding where its power isn't given. */
void check_unlimited(struct check *check, const struct node *node);

double air_at(const struct check *check, bool indoor);

#endif
