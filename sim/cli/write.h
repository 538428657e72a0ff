/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_H
#define CLI_WRITE_H

#include "cli/outdir.h"
#include "core/text.h"
#include "experiment/saving.h"

/* A run in words and numbers. Nothing here depends on machine, threads, clock or locale; only the table is
 * translated. Texts that run out of memory say so by text_status. */

struct written_run {
    const struct summary *summary;
    const char *layout;
    uint64_t seed, hash;    /* of the scenario */
    const struct saving *saving; /* what booking changes; NULL: nobody books */
};

/** The table for people, in at most 100 columns unless a name needs more: aligned also with Chinese text;
 * figures with half-widths (rounded up), then stations, groups and kinds of day side by side where there are
 * several. A row that the scenario can't fill (no-shows without bookings) is left out. No trailing blanks. */
void write_table(const struct written_run *run, struct text *out);

/**
 * summary.json, format 1:
 *
 *     {"samovar": version, "format": 1, "scenario": {"name", "hash": 16 hex digits}, "layout", "seed", "days",
 *      "confidence", "kpi": {KEY: {"mean", "half_width"}}, "stations": {NAME: {KEY: {...}}},
 *      "groups": {NAME: {KEY: {...}}}, "drinks": {NAME: {KEY: {...}}}, "day_types": {NAME: {"days", "share", "kpi": {KEY: {...}}}},
 *      "plan": {"language", "opens_s", "closes_s", "wait_target_s",
 *               "stations": {NAME: {"staff", "greeters", "desk", "staff_h", "greeters_h", "desk_h", "staff_shifts": [{"from_s", "to_s", "n"}, ...], "greeters_shifts", "desk_shifts", "staff_varies", "circuit_w", "takes_turns", "room", "indoor", "vessels": [{"drink", "equipment", "power_w",
 *                            "volume_l", "preheat_s", "setpoint_c", "filled_c", "refill_below_l", "refill_by_staff", "rent_cny"}],
 *                            "portions": {DRINK: number}, "cups"}},
 *               "drinks": {NAME: {"cup_ml", "serve_low_c", "serve_high_c", "cost_cny", "keeps", "hold_s"}},
 *               "groups": {NAME: {"residents", "uptake", "uptake_per_k", "day_to_day", "own_cup"}},
 *               "costs": {"set_up_cny", "wage_cny_per_h", "electricity_cny_per_kwh", "cup_cny", "waste_cny", "goodwill_cny"},
 *               "uncertain": [{"key", "low", "high"}], "sources": {KEY: text},
 *               "store": {"runners", "runners_h", "absent_share", "trip_s", "carries", "wage_cny_per_h", "portions": {DRINK: number}, "spares": {DRINK: number}, "spare_portions": {DRINK: number},
 *                         "spare_rent_cny": {DRINK: number}, "spares_rent_cny", "cups"}, "campaign": {"days", "delivery_every"}},
 *      "bookings": {"days", "change": {KEY: {"mean", "half_width"}}}}
 *
 * cup_cny is with the lid. store is there only if some station asks it for more, campaign only with days in a row, bookings only if somebody books: what is more or less than on the same days without bookings.
 *
 * language is the one of table and charts. The plan is what was simulated, on the first kind of day: staff is the most at once; null is what has no bound (room,
 * cups, circuit) or doesn't apply; a drink that can't run out isn't among the portions.
 * Keys stable, in this order; units as the keys say. Figures are reals in the shortest form that reads back
 * the same; null where there is nothing to tell: a half-width from one day, a mean wait where no one was
 * served. A seed above 2^53, which not every reader of JSON keeps, is a string of digits.
 * @return OK; ERR_MEMORY.
 */
enum status write_json(const struct written_run *run, struct text *out);

/** summary.csv: scope,name,figure,unit,mean,half_width. Scope is layout, station, group, day_type or
 * bookings (by how much a figure of the layout differs from that of the same days without bookings); figure a KPI key; unit that of mean and half_width, 1 for a share. Unknown: empty. */
void write_csv(const struct written_run *run, struct text *out);

/**
 * series.csv, long: time,station,quantity,item,unit,mean,p05,p50,p95,ran_out_share,max. One series after the
 * other, each a row a time step.
 *   time           start of the step; hours go on counting after midnight
 *   quantity       arrivals [1/h], line [people], busy [staff]: over the step;
 *                  cups, portions, temperature [°C], content [L]: at its end;
 *                  heater_duty [1]: share of the step; load [kW] of the heaters on a circuit whose power is stated: over the
 *                  step; load_peak [kW]: the highest of a moment that the breaker was asked for in the step (where all
 *                  heaters may be on at once: of all that were on, at most that); breaker_trips [1]: in the step
 *   item           drink or vessel; the second vessel of a name at a station is "NAME #2"
 *   p05, p50, p95  over the days, of the first days of the run
 *   ran_out_share  of days with less than one left; of cups and portions only
 *   max            on any day; of load_peak only
 */
void write_series(const struct written_run *run, struct text *out);

/** days.csv: header, and one row: day,day_type,air_c, then the figures of the whole layout by their keys and
 * in their units (cost_cny: in CNY). Ratios are of this day alone, empty where nothing was counted. */
void write_days_header(const struct study *study, struct text *out);
void write_day(const struct study *study, int day, const struct day_result *result, struct text *out);

/** One day's events: time,event,station,group,from,to,resident,value. Time is HH:MM:SS.mmm, resident the index
 * in its stream (group, from, to), value to the thousandth; what doesn't apply is empty. */
void write_trace(const struct plan_day *plan, const struct trace *trace, struct text *out);

/* What shaped a run besides its scenario, and what it left. */
struct manifest {
    const char *scenario_file;  /* its last part is written, not the folders */
    int n_sets;
    const char *const *set;
    int days;                   /* asked for; 0: until the precision was reached */
    int n_precisions;           /* written only with days 0 */
    const struct precision *precision;
    int n_files;
    const struct written_file *file;
};

/** manifest.json: version, scenario (name, file, hash), layout, seed, days, confidence, options, files with
 * their sizes. It begins with "samovar", by which outdir knows its own. @return OK; ERR_MEMORY. */
enum status write_manifest(const struct written_run *run, const struct manifest *manifest, struct text *out);

/** manifest.json of a command that makes several runs: what was asked for, and the files. @return OK; ERR_MEMORY. */
struct options;
enum status write_small_manifest(const struct options *options, const char *command, const struct outdir *outdir, struct text *out);

#endif
