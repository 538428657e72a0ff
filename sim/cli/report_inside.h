/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_REPORT_INSIDE_H
#define CLI_REPORT_INSIDE_H

#include "cli/report_source.h"
#include "experiment/compare.h"
#include "models/kpi.h"
#include "plots/report.h"
#include "stats/interval.h"

/* What the shopping list comes to, by what it's for [CNY a day]. */
struct listed {
    double staff, runners, drinks, cups, rent;
};

/* A report in the making: what the parts of it share. Texts live in report->arena. */
struct story {
    struct report *report;
    int n_sources;
    const struct source *source;
    const struct source *subject;       /* whose layout the report is about; NULL: only a comparison, or no plan */
    const char *layout;
    json_t *figures;                    /* KEY: {mean, half_width} of that layout, or NULL */
    json_t *plan, *stations, *drinks;   /* of the subject; NULL where not known */
    const struct source *comparing, *choosing; /* with compare.json, plan.json; or NULL */
    int n_series;
    struct series *series;
    double days;
    struct listed listed;               /* filled by report_list_shopping */
    bool language_noted;
    enum status read;                   /* of the drawings so far */
};

/** What to do against a contingency of stress.json: of a mishap against each of its causes. */
const char *report_remedy(struct story *story, json_t *stress, json_t *one);

/** Whether a difference can be told from none. */
static inline bool change_shows(struct interval change)
{
    return difference_shows(&change);
}

/** Puts the whole report together from the directories; the first is where it will lie. @return OK; ERR_MEMORY;
 * ERR_FILE (complained) if a drawing is there but can't be read. */
enum status report_compose(int n, const struct source source[], struct report *report);

/** Whose layout the report of these directories is about; NULL if none tells of one. */
const struct source *report_subject(int n, const struct source source[]);

/** The directory that the page is named after: the subject's, else that of a comparison, of a search, else the first. */
const struct source *report_origin(const struct story *story);

/* The sections, in their order. */
void report_recommend(struct story *story);
void report_show_map(struct story *story);
void report_list_stations(struct story *story);
void report_tell_service(struct story *story);
void report_tell_cost(struct story *story);
void report_warn(struct story *story);
void report_plan_contingencies(struct story *story);
void report_plan_morning(struct story *story);
void report_tell_counted(struct story *story);
void report_assume(struct story *story);
void report_explain(struct story *story);
void report_tabulate(struct story *story);

/* Parts of sections. */
extern const char *const report_charts_of_comparison[];
void report_list_portions(struct story *story);
void report_list_shopping(struct story *story);
void report_advise_stock(struct story *story);
void report_add_tally(struct story *story);

/** Says so if what follows was made with another layout than the one the report is about. */
void report_note_layout(struct story *story, const char *layout);

/** A layout's name; the one that a search chose is called the recommended plan. */
const char *layout_name(struct story *story, const char *layout);

/** What a day costs, in a sentence; "" if nothing is known of it. */
const char *report_cost_sentence(struct story *story);

/* --- numbers and words; each is "" or "-" where it isn't known ------------------------------------------- */

/** A figure in the unit of its key; NANs where there is none. */
struct interval figure(json_t *figures, const char *key);

/** A mean as it's shown: in its unit, with its decimals. */
const char *shown(struct story *story, const char *key, double mean);

/** "+" before a change that is more than 0 also as it's shown, else "". */
const char *plus_of(struct story *story, const char *key, double change);

/** "444.5 ± 4.1"; without a half-width only the mean. */
const char *with_range(struct story *story, const char *key, struct interval interval);

/** A half-width as it's shown beside its mean, rounded up; "" where it isn't known. */
const char *shown_half(struct story *story, const char *key, struct interval interval);

/** Name and unit of a KPI, translated, without the indentation of the table. */
const char *kpi_name(const char *key);
const char *kpi_shown_unit(const char *key);

/** What a user typed, without what would act on a terminal or turn the direction of writing. */
const char *tidy(struct story *story, const char *name);

/** "07:05". */
const char *clock_of(struct story *story, double time_s);

/** printf that lives as long as the report. */
const char *words(struct story *story, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Two sentences, either of which may be "", one after the other as the language writes them. */
const char *sentences(struct story *story, const char *first, const char *second);

/** "a, b, c", as the language lists things; *list grows. */
void enlist(struct story *story, const char **list, const char *one);

/** A number with so many decimals; "" if it isn't known. */
const char *digits(struct story *story, double x, int decimals);

/** A number of an object; NAN if it isn't one. */
double number_at(json_t *object, const char *key);
const char *text_at(json_t *object, const char *key);

/** Days in a row of one simulation; 1 without a campaign. */
int days_in_a_row(const struct story *story);

/** Days from one delivery of what keeps to the next; 1 without days in a row. */
double days_between(const struct story *story);

/** Days that one delivery of a drink is for: 1 if it doesn't keep. */
double days_for(const struct story *story, const char *drink);

/** Portions of a drink at a station or in the store, those in spare carriers among them; in all of these together. */
double portions_at(json_t *place, const char *drink);
double portions_in_all(const struct story *story, const char *drink);

/** Whether a station goes without a drink on purpose (portions: 0): who wants it there finds it missing, as if it had run out. */
bool offers_vary(const struct story *story);

/** "4 staff, 1 runner"; "500 portions, 600 paper cups": what the plan takes, the store included. */
void enlist_people(struct story *story, const char **list);
void enlist_goods(struct story *story, const char **list);

/** Who is paid at a station: staff, greeters and those at the second desk; NAN if unknown. */
double people_at(json_t *station);

/** Hours of those whom `who` names at a station or the store ("staff", "greeters", "desk", "runners"); the whole window in results of an earlier version. */
double hours_at(json_t *place, const char *who, double open_h);

/** How many of these are there at a moment: by shifts, else all the time. */
double on_duty(json_t *place, const char *who, double time_s);

/** From a moment on the next with staff at a station; NAN: none comes before closing. */
double next_on_duty(const struct story *story, json_t *station, double time_s);

/** Calls for each change of shift within the window: "staff: 1 leaving, 2 coming, then 2 in place". */
void report_tell_shifts(struct story *story, json_t *place, void (*tell)(void *context, double at_s, const char *change), void *context);

/** Adds the charts that belong to a section, by what they're called; those of a layout only from the subject. */
void report_add_charts(struct story *story, const char *const names[]);

/** A series of the subject. */
const struct series *story_series(const struct story *story, const char *station, const char *quantity, const char *item);

/** How many of the first n vessels of a station are of the i-th one's kind. */
int vessels_alike(json_t *vessels, size_t i, size_t n);

/** The name of the i-th vessel of a station in the series: "urn", then "urn #2". */
const char *vessel_item(struct story *story, json_t *vessels, size_t i);

/** The same for a reader: all of a kind are numbered, "urn #1" too; the only one isn't. */
const char *vessel_name(struct story *story, json_t *vessels, size_t i);

#endif
