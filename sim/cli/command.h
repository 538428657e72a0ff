/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "core/status.h"
#include "experiment/run.h"
#include "scenario/reader.h"

#include <stdbool.h>
#include <stdint.h>

/* One file a command; one table of commands, one of options. */

enum { USUAL_DAYS_AT_MOST = 100000 };

enum output_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV };

/* What the command line says, for every command. */
struct options {
    int n_files;
    const char *const *file;
    const char *layout;
    int n_sets;
    const char **set;
    uint64_t seed;
    int days;               /* 0: not given */
    int days_at_most;       /* 0: not given */
    int n_precisions;
    struct precision *precision;
    double confidence;
    int threads;
    const char *out;
    bool force, quiet, trace, verify, allow_outside, no_charts, list, slides, animate;
    int day;                /* -1: all */
    enum output_format format;
    const char *language;   /* "zh", "en" or NULL */
    int goal;               /* KPI, -1: not given */
    const char *reference;
    double time_at_most_s;  /* 0: no limit */
    double lasting;         /* share of days; NAN: not given */
    int n_vary;
    const char *vary[4];    /* PATH=LOW..HIGH[:STEP] */
    unsigned given;         /* those on the command line, as bits of enum option_id */
};

struct command {
    const char *name, *arguments, *meaning;
    int least_files, most_files;
    unsigned takes;         /* options, as bits of enum option_id */
    enum status (*run)(const struct options *options);
};

extern const struct command commands[];
extern const int n_commands;

/* Set by SIGINT and SIGTERM. */
extern volatile sig_atomic_t stop_asked;

/** Says on stderr what went wrong: "samovar: sentence". */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** Whether it ever did. */
bool has_complained(void);

/** Prints on stdout and remembers why it failed, for flush_stdout. */
void put_stdout(const char *text);

/** The same for words that people read: control characters become blanks. */
void put_words(const char *text);

/** Flushes stdout, so that what follows on stderr comes after it. @return 0, or the first errno of any flush. */
int flush_stdout(void);

/**
 * Opens, binds and checks a scenario as the options say and sets the language; prints every fault.
 * @param[out] reader, scenario  the scenario lives in the reader; reader_free whatever the status
 * @return OK; ERR_SCENARIO (faults were printed); ERR_FILE; ERR_MEMORY.
 */
enum status open_scenario(const struct options *options, const char *path, struct reader **reader, struct scenario **scenario);

/** The same for what is planned for a single day: a campaign is left aside, which is said. @param[out] aside  that campaign; of one day: none */
enum status open_one_day(const struct options *options, const char *path, struct reader **reader, struct scenario **scenario, struct campaign *aside);

/** The layout asked for, or the first; complains with the nearest name. @return OK; ERR_USAGE. */
enum status find_layout(const struct options *options, const struct scenario *scenario, int *layout);

/** The same; says which --set changes nothing because its layout is another. */
enum status choose_layout(const struct options *options, const struct scenario *scenario, int *layout);

/** The layout that the key at a path (or path=value) belongs to, if it's another than the one simulated; else NULL. */
const char *layout_elsewhere(const struct scenario *scenario, int layout, const char *path);

/** Binds the layout in all kinds of day; prints faults. @return OK; ERR_SCENARIO; ERR_MEMORY. */
enum status open_study(struct reader *reader, const struct scenario *scenario, int layout, struct study *study);

enum status command_run(const struct options *options);
enum status command_compare(const struct options *options);
enum status command_optimize(const struct options *options);
enum status command_sweep(const struct options *options);
enum status command_fit(const struct options *options);
enum status command_sensitivity(const struct options *options);
enum status command_stock(const struct options *options);
enum status command_stress(const struct options *options);
enum status command_report(const struct options *options);
enum status command_plot(const struct options *options);
enum status command_check(const struct options *options);
enum status command_verify(const struct options *options);
enum status command_new(const struct options *options);
enum status command_explain(const struct options *options);
enum status command_schema(const struct options *options);
enum status command_version(const struct options *options);

#endif
