/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_FIT_H
#define CLI_WRITE_FIT_H

#include "core/text.h"
#include "planner/fit.h"
#include "plots/choice_chart.h"
#include "scenario/tally_log.h"

/* What samovar fit found. */

struct fitted_station {
    const char *name;    /* NULL: all stations together, without arrivals */
    int n_steps, n_days, n_rows;
    struct fit_step *step;
    struct fit_day *day; /* [n_days] */
    double came;
    struct fit_arrivals arrivals; /* n_steps of 0: nobody counted who came */
    struct fit_service service;
    double in_line_s, gave_up;
    struct estimate patience_s;
    double drinks;                                   /* counted by name */
    double drink[TALLY_MOST_DRINKS];
    struct estimate share[TALLY_MOST_DRINKS];
    int n_cups;
    double cup_mean_c, cup_low_c;
};

struct fitted {
    int n_files, n_days, n;
    struct fitted_station *station; /* [n] */
    struct fitted_station all;
    int n_drinks;
    const char *const *drink;
};

/** Gathers what a checked log holds of each station and fits it. Memory from the arena. @return OK; ERR_MEMORY. */
enum status fit_gather(const struct tally_log *log, int n_files, struct arena *arena, struct fitted *fitted);

/** For people: a sentence a finding, with intervals of 95 % and what they're from. */
void write_fit_text(const struct fitted *fitted, struct text *out);

/** "one peak", "two peaks", "three peaks". */
const char *fit_peaks_words(int peaks);

/** fit.csv: station,quantity,item,unit,value,low,high,n; station is empty for all together, n what was counted: people, days, values.
 *
 *   arrivals_per_day [1/day], day_to_day [1], peak_time [s after midnight], peak_spread [s], peak_share [1]: item 1, 2, 3
 *   came_per_step, curve_per_step [1/day]  item HH:MM-HH:MM
 *   arrivals_chi2 [1] (n: degrees of freedom), arrivals_p [1]
 *   service_mean [s], service_cv [1]       item lognormal or gamma
 *   service_distance [1]                   Kolmogorov-Smirnov; high is what 5 % of samples exceed
 *   patience_mean [s]                      n: who gave up
 *   drink_share [1]                        item the drink
 *   cup_mean, cup_lowest [°C]
 */
void write_fit_csv(const struct fitted *fitted, struct text *out);

/** fit.json, format 1: {"samovar", "format", "files", "days", "confidence": 0.95, "figures": [{"station", "quantity", "item", "unit",
 * "value", "low", "high", "n"}]}: the rows of fit.csv, null where a cell is empty. @return OK; ERR_MEMORY. */
enum status write_fit_json(const struct fitted *fitted, struct text *out);

/** A fragment of a scenario: a group a station with its peaks, patience and drinks, and the service. What isn't known is left
 * out. It may be pasted, or extended (`extends: fitted.yaml`). */
void write_fit_fragment(const struct fitted *fitted, struct text *out);

/** For the chart. Memory from the arena. @return OK; ERR_MEMORY. */
enum status choice_picture_of_fit(const struct fitted *fitted, struct arena *arena, struct choice_picture *picture);

#endif
