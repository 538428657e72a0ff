/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include "cli/options.h"
#include "core/say.h"
#include "core/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define READS (TAKES(OPTION_SET) | TAKES(OPTION_LANG) | TAKES(OPTION_ALLOW_OUTSIDE) | TAKES(OPTION_HELP))
#define RUNS                                                                                       \
    (READS | TAKES(OPTION_LAYOUT) | TAKES(OPTION_SEED) | TAKES(OPTION_DAYS) | TAKES(OPTION_DAYS_AT_MOST) | TAKES(OPTION_PRECISION)  \
     | TAKES(OPTION_CONFIDENCE) | TAKES(OPTION_THREADS) | TAKES(OPTION_OUT) | TAKES(OPTION_FORCE) | TAKES(OPTION_FORMAT)            \
     | TAKES(OPTION_QUIET) | TAKES(OPTION_DAY) | TAKES(OPTION_TRACE) | TAKES(OPTION_NO_CHARTS))
/* several runs, each of a fixed number of days */
#define SERIES                                                                                     \
    (READS | TAKES(OPTION_LAYOUT) | TAKES(OPTION_SEED) | TAKES(OPTION_DAYS) | TAKES(OPTION_CONFIDENCE) | TAKES(OPTION_THREADS)      \
     | TAKES(OPTION_OUT) | TAKES(OPTION_FORCE) | TAKES(OPTION_FORMAT) | TAKES(OPTION_QUIET) | TAKES(OPTION_NO_CHARTS))

const struct command commands[] = {
    {"new", "FILE", MARK("write a commented scenario to start from"), 1, 1, TAKES(OPTION_LANG) | TAKES(OPTION_FORCE), command_new},
    {"check", "FILE", MARK("is it valid, and does it add up? no simulation"), 1, 1,
     READS | TAKES(OPTION_LAYOUT) | TAKES(OPTION_VERIFY) | TAKES(OPTION_SEED) | TAKES(OPTION_THREADS), command_check},
    {"run", "FILE", MARK("simulate a layout: table, charts, report"), 1, 1, RUNS | TAKES(OPTION_ANIMATE), command_run},
    {"compare", "FILE...", MARK("layouts side by side, on the same days"), 1, 64,
     (RUNS & ~(TAKES(OPTION_DAY) | TAKES(OPTION_TRACE))) | TAKES(OPTION_GOAL) | TAKES(OPTION_REFERENCE), command_compare},
    {"optimize", "FILE", MARK("the best plan that the plan: block allows, with a guarantee"), 1, 1,
     READS | TAKES(OPTION_SEED) | TAKES(OPTION_DAYS_AT_MOST) | TAKES(OPTION_TIME_AT_MOST) | TAKES(OPTION_THREADS) | TAKES(OPTION_OUT)
         | TAKES(OPTION_FORCE) | TAKES(OPTION_FORMAT) | TAKES(OPTION_QUIET) | TAKES(OPTION_NO_CHARTS), command_optimize},
    {"stock", "FILE", MARK("how much of each drink, and how many cups, to bring"), 1, 1, (SERIES & ~TAKES(OPTION_THREADS)) | TAKES(OPTION_LASTING), command_stock},
    {"stress", "FILE", MARK("what could go wrong with a layout, worst first"), 1, 1,
     SERIES | TAKES(OPTION_GOAL), command_stress},
    {"sweep", "FILE --vary PATH=LOW..HIGH", MARK("one or two quantities over a range"), 1, 1, SERIES | TAKES(OPTION_GOAL) | TAKES(OPTION_VARY),
     command_sweep},
    {"sensitivity", "FILE", MARK("what each uncertain quantity does: which to measure first"), 1, 1, SERIES | TAKES(OPTION_GOAL), command_sensitivity},
    {"fit", "TALLY.csv...", MARK("arrivals, service and patience out of filled-in tally sheets, as a scenario"), 1, 64,
     TAKES(OPTION_OUT) | TAKES(OPTION_FORCE) | TAKES(OPTION_FORMAT) | TAKES(OPTION_NO_CHARTS) | TAKES(OPTION_QUIET) | TAKES(OPTION_LANG) | TAKES(OPTION_HELP), command_fit},
    {"report", "DIR...", MARK("one page to attach: HTML, Markdown, DOCX"), 1, 16,
     TAKES(OPTION_LANG) | TAKES(OPTION_QUIET) | TAKES(OPTION_HELP), command_report},
    {"plot", "DIR [CHART...]", MARK("draw the charts of a directory again, from their scripts and tables"), 0, 64,
     TAKES(OPTION_LANG) | TAKES(OPTION_QUIET) | TAKES(OPTION_LIST) | TAKES(OPTION_SLIDES) | TAKES(OPTION_HELP), command_plot},
    {"verify", "[FILE...]", MARK("does this machine simulate what theory says? under 20 s"), 0, 64,
     TAKES(OPTION_SEED) | TAKES(OPTION_THREADS) | TAKES(OPTION_FORMAT) | TAKES(OPTION_QUIET) | TAKES(OPTION_LANG) | TAKES(OPTION_HELP), command_verify},
    {"explain", "[KEY]", MARK("what a key of the scenario means"), 0, 1, TAKES(OPTION_LANG), command_explain},
    {"schema", "", MARK("JSON Schema of the scenario file, for editors"), 0, 0, 0, command_schema},
    {"version", "", MARK("version and parts"), 0, 0, 0, command_version},
};
const int n_commands = sizeof commands / sizeof *commands;

static enum status print_faults(struct reader *reader)
{
    if (reader_faults(reader) == 0)
        return OK;
    reader_print_faults(reader, stderr);
    return ERR_SCENARIO;
}

static void choose_language(const struct options *options, const struct scenario *scenario)
{
    static const char *const languages[] = {"en", "zh"};

    if (!options->language)
        say_in(languages[scenario->language == 1]);
}

/* Faults are told in the scenario's own language where it says one: looked up before it's read. */
static void guess_language(const struct options *options, const char *path)
{
    struct stat facts;
    char *bytes;
    size_t n;

    if (options->language || stat(path, &facts) != 0 || !S_ISREG(facts.st_mode) || text_read_file(path, 4 << 20, &bytes, &n) != OK)
        return;
    const char *line = strncmp(bytes, "language:", 9) == 0 ? bytes : strstr(bytes, "\nlanguage:");
    if (line) {
        line += strspn(line, "\n");
        line += 9 + strspn(line + 9, " \"'");
        if (strncmp(line, "zh", 2) == 0 || strncmp(line, "en", 2) == 0)
            say_in(line);
    }
    free(bytes);
}

enum status open_scenario(const struct options *options, const char *path, struct reader **reader, struct scenario **scenario)
{
    struct reader_options how = {options->n_sets, options->set, options->allow_outside};

    *reader = NULL;
    guess_language(options, path);
    enum status status = reader_open(path, &how, reader);
    if (status != OK) {
        if (*reader)
            reader_print_faults(*reader, stderr);
        return status;
    }
    *scenario = arena_take(reader_arena(*reader), 1, sizeof **scenario);
    if (!*scenario)
        return ERR_MEMORY;
    if (reader_faults(*reader) == 0)
        TRY(scenario_bind(*reader, *scenario));
    TRY(print_faults(*reader));
    choose_language(options, *scenario);
    return OK;
}

enum status open_one_day(const struct options *options, const char *path, struct reader **reader, struct scenario **scenario, struct campaign *aside)
{
    TRY(open_scenario(options, path, reader, scenario));
    *aside = (*scenario)->campaign;
    if (aside->days == 1)
        return OK;
    complain("%s", say("what to bring is planned for one day: campaign is left aside"));
    TRY(reader_override(*reader, "campaign", "null", (struct mark){path, 1, 1}));
    TRY(scenario_bind(*reader, *scenario));
    return print_faults(*reader);
}

const char *layout_elsewhere(const struct scenario *scenario, int layout, const char *path)
{
    static const char before[] = "layouts.";
    size_t n = strlen(before);

    for (int l = 0; l < scenario->layout.n && strncmp(path, before, n) == 0; l++) {
        const char *name = scenario_layout(scenario, l)->name;
        char next = strncmp(path + n, name, strlen(name)) == 0 ? path[n + strlen(name)] : ' ';
        if (l != layout && (next == '.' || next == '=' || next == '\0'))
            return name;
    }
    return NULL;
}

static void note_sets_elsewhere(const struct options *options, const struct scenario *scenario, int layout)
{
    for (int i = 0; i < options->n_sets; i++) {
        const char *other = layout_elsewhere(scenario, layout, options->set[i]);
        if (other)
            complain(say("--set %s changes nothing: layout `%s` isn't simulated; add --layout %s"), options->set[i], other, other);
    }
}

enum status choose_layout(const struct options *options, const struct scenario *scenario, int *layout)
{
    TRY(find_layout(options, scenario, layout));
    note_sets_elsewhere(options, scenario, *layout);
    return OK;
}

enum status find_layout(const struct options *options, const struct scenario *scenario, int *layout)
{
    const char *names[256];
    int n = scenario->layout.n < 256 ? scenario->layout.n : 256;

    *layout = options->layout ? scenario_find_layout(scenario, options->layout) : 0;
    if (*layout >= 0)
        return OK;
    for (int i = 0; i < n; i++)
        names[i] = scenario_layout(scenario, i)->name;
    const char *meant = text_nearest(options->layout, n, names);
    complain(meant ? say("there is no layout `%s`; did you mean `%s`?") : say("there is no layout `%s`; the first is `%s`"), options->layout,
             meant ? meant : names[0]);
    return ERR_USAGE;
}

enum status open_study(struct reader *reader, const struct scenario *scenario, int layout, struct study *study)
{
    TRY(study_open(reader, scenario, layout, study));
    return print_faults(reader);
}
