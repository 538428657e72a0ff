/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_KPI_H
#define MODELS_KPI_H

#include <stdbool.h>

/* What is added up over one day, for the whole layout, a station, a group or a drink. Of a drink: who got it is counted with
 * what he got, who didn't with what he asked for first. */
enum measure {
    M_ONE, /* 1: the denominator of a mean per day */
    M_WANTED, M_UNREACHED, M_SERVED, M_WARM, M_LUKEWARM, M_SCALD, M_BALKED, M_RENEGED, M_SHORT, M_TURNED_AWAY, M_NO_SHOW,
    M_WAIT_S, M_WITHIN, M_REACHED, M_DETOUR_M, M_LATE_S, M_CONTACT_S, M_SCORE, M_CUPS_SAVED, M_SUBSTITUTED,
    M_SCORE_SERVED, M_SCORE_WAIT, M_SCORE_TEMPERATURE, M_SCORE_GREETING, M_SCORE_CHOICE, M_SERVICE_S,
    M_BOOKED, M_BOOKED_WAIT_S, M_WALK_INS, M_WALK_IN_WAIT_S, M_CONSULTED, M_AT_DESK, M_DESK_WAIT_S, M_FEEDBACK,
    M_CAME_BACK, M_CAME_BACK_SERVED,
    M_PERSON_MEASURES, /* the above are counted person by person; those below belong to places */
    M_LINE_S = M_PERSON_MEASURES, M_OPEN_S, M_LINE_MAX, M_BUSY_S, M_STAFF_S, M_ENERGY_J, M_PORTIONS_USED, M_PORTIONS_WASTED, M_CUPS_USED, M_COST,
    M_TRIPS, M_DELIVERIES, M_BROUGHT, M_RUNNER_BUSY_S, M_RUNNER_S,
    M_SPILLED, M_GREETERS_BUSY_S, M_GREETERS_S, M_DESK_BUSY_S, M_DESK_S,
    M_TOO_OLD, M_EXPIRED, M_DOWN_S, M_FAILED_S, M_VESSELS_S, M_ABSENT_S, M_PLANNED_S,
    MEASURES
};

/* One row a figure that is shown: numerator over denominator, both summed over days. */
struct kpi {
    const char *key;     /* in JSON and CSV; stable */
    const char *name;    /* English, marked for translation */
    const char *unit;    /* shown */
    enum measure over, under;
    double scale;        /* from SI to the unit that the key names: seconds, minutes, kWh, a share */
    double shown;        /* and from that to the unit shown: 100 for % */
    int decimals;
    int better;          /* +1 more is better, -1 less, 0 neither */
    int quantile;        /* 50, 90, 95: of the waits instead of a ratio; 0 else */
    bool by_station, by_group, by_drink;
};

extern const struct kpi kpis[];
extern const int n_kpis;

/** Index of a key, or -1. */
int kpi_find(const char *key);

/* satisfaction: a planning score from 0 to 100, not a survey. Each resident who wants a drink counts
 *     100 * (w_served + w_wait * max(0, 1 - wait/limit) + w_temperature [warm] + w_greeting * min(1, contact/enough)
 *            + w_choice [first choice]) / (w_served + w_wait + w_temperature + w_greeting + w_choice)
 * if served and 0 if not; the score is the mean over them. Its five terms are the rows satisfaction_served and so on,
 * which add up to it. Contact is all the time that someone of the staff has for him, or that he answers by QR code:
 * greeting, service, a question, but no waiting; who come together share it. */

#endif
