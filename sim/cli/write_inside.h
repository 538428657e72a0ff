/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_INSIDE_H
#define CLI_WRITE_INSIDE_H

#include "cli/write.h"
#include "models/choice.h"

#include <jansson.h>

/* What the writers share. */

enum scope { SCOPE_LAYOUT, SCOPE_STATION, SCOPE_GROUP, SCOPE_DRINK, SCOPE_DAY_TYPE };

/* A set of figures: of the whole layout, a station, a group or a kind of day. */
struct figures {
    enum scope scope;
    const char *name;
    int days;
    double share;               /* of a kind of day; 1 else */
    const struct interval *kpi; /* [n_kpis] */
};

/** Sets of a run; i of them in the order of enum scope. Kinds of day only if the scenario names them. */
int figures_count(const struct written_run *run);
struct figures figures_at(const struct written_run *run, int i);

/** Whether a KPI is kept for such a set. */
bool figures_have(const struct figures *figures, int kpi);

/** A KPI in the unit of its key; mean NAN and half-width HUGE_VAL where there is nothing to take it of. */
struct interval figures_kpi(const struct figures *figures, int kpi);

/** A figure in the unit shown, as far as its decimals go; a half-width is rounded up, so that the interval on the page covers
 * the one that was computed. */
double kpi_as_shown(const struct kpi *kpi, double x, bool half_width);

/** A KPI with the decimals that this mean needs: a share that isn't whole isn't shown as 100 %. Whatever shows the mean and
 * its half-width takes them from here, so that a figure has the same digits everywhere. */
struct kpi kpi_showing(const struct kpi *kpi, double mean);

/** Decimals, at least so many and at most three more, with which a mean that lies beyond its half-width does so as shown too:
 * -0.1 ± 0.1 doesn't tell what -0.12 ± 0.09 does. Both in the unit shown. */
int decimals_that_tell(int decimals, double mean, double half_width);

/** Unit of a KPI's key: as shown, but 1 for a share. */
const char *kpi_unit(const struct kpi *kpi);

/** A number for CSV, whole ones without exponent; empty where it isn't finite. */
void write_number(struct text *out, double x);

/** Seconds after midnight as 07:05, with :SS and .mmm as wanted. */
enum clock_detail { MINUTES, SECONDS, MILLISECONDS };
void write_clock(struct text *out, double time_s, enum clock_detail detail);

/** A name on a terminal: control characters and changes of writing direction become blanks. */
void write_plain(struct text *out, const char *name);

/** JSON: a finite number, or null; a seed; a text (bytes that aren't UTF-8 become ?). NULL without memory. */
json_t *json_number(double x);
json_t *json_seed(uint64_t seed);
json_t *json_text(const char *text);

/** The name and hash of the scenario. */
json_t *json_scenario(const struct written_run *run);

/** What was simulated: "plan" of summary.json. */
json_t *json_plan(const struct written_run *run);

/** Hands over an object that was put together with the given sum of json_object_set_new results, or NULL. */
json_t *json_checked(json_t *object, int failures);

/** Prints and gives back the tree: indented, innermost objects on one line. NULL: out of memory. */
enum status json_print(json_t *tree, struct text *out);

/** Where a campaign was left aside: that amounts are for one day, and which drinks keep for how many; else nothing. */
void write_keeping(const struct scenario *scenario, const struct campaign *aside, struct text *out);

/** A requirement of the plan in the words of the language: "wait within 2 min >= 90 %". */
void write_requirement(const struct requirement *requirement, struct text *out);

#endif
