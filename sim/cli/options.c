/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include "core/say.h"
#include "core/text.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One row an option: how it's written, what follows it, what it means, and who reads it. */
struct option_row {
    const char *name, *value, *meaning;
    enum status (*read)(struct options *options, const char *value);
};

static enum status refuse(const char *name, const char *value, const char *right)
{
    complain(say("--%s %s: %s"), name, value, right);
    return ERR_USAGE;
}

/* 100,000,000; what isn't whole as %g has it. */
static const char *grouped(char text[32], double x)
{
    int n = snprintf(text, 32, x == floor(x) && x < 1e15 ? "%.0f" : "%g", x);

    for (int at = n - 3; x == floor(x) && x >= 1e4 && x < 1e15 && at > 0; at -= 3) {
        memmove(text + at + 1, text + at, strlen(text + at) + 1);
        text[at] = ',';
    }
    return text;
}

static enum status read_number(const char *name, const char *value, double low, double high, double *number)
{
    char *end;
    double x = strtod(value, &end);

    if (end != value && *end == '%' && end[1] == '\0') {
        x /= 100;
        end++;
    }
    if (end == value || *end || !(x >= low && x <= high)) {
        char least[32], most[32];
        complain(say("--%s %s: a number from %s to %s is needed"), name, value, grouped(least, low), grouped(most, high));
        return ERR_USAGE;
    }
    *number = x;
    return OK;
}

static enum status read_whole(const char *name, const char *value, double low, double high, int *number)
{
    double x;
    TRY(read_number(name, value, low, high, &x));
    if (x != floor(x))
        return refuse(name, value, say("a whole number is needed"));
    *number = (int)x;
    return OK;
}

static enum status read_layout(struct options *o, const char *value)
{
    o->layout = value;
    return OK;
}

static enum status read_set(struct options *o, const char *value)
{
    if (!strchr(value, '='))
        return refuse("set", value, say("it has the form path.to.key=value"));
    const char **grown = realloc(o->set, (size_t)(o->n_sets + 1) * sizeof *grown);
    if (!grown)
        return ERR_MEMORY;
    o->set = grown;
    o->set[o->n_sets++] = value;
    return OK;
}

static enum status read_seed(struct options *o, const char *value)
{
    char *end;
    errno = 0;
    unsigned long long seed = strtoull(value, &end, 10);
    if (end == value || *end || errno || strchr(value, '-'))
        return refuse("seed", value, say("a whole number, 0 or more, is needed"));
    o->seed = seed;
    return OK;
}

static enum status read_days(struct options *o, const char *value)
{
    return read_whole("days", value, 1, 1e8, &o->days);
}

static enum status read_days_at_most(struct options *o, const char *value)
{
    return read_whole("days-at-most", value, 2, 1e8, &o->days_at_most);
}

/* 95 can't be meant otherwise than 95 %. */
static enum status read_share(const char *name, const char *value, double low, double high, double *share)
{
    char *end;
    double percent = strtod(value, &end);

    if (end != value && !*end && percent > 1 && percent >= 100 * low && percent <= 100 * high) {
        *share = percent / 100;
        return OK;
    }
    double x = *end == '%' && !end[1] ? percent / 100 : percent;
    if (end == value || (*end && (*end != '%' || end[1])) || !(x >= low && x <= high)) {
        complain(say("--%s %s: a number from %g to %g is needed, e.g. 95%%"), name, value, low, high);
        return ERR_USAGE;
    }
    *share = x;
    return OK;
}

static enum status read_confidence(struct options *o, const char *value)
{
    return read_share("confidence", value, 0.5, 0.999999, &o->confidence);
}

static enum status read_threads(struct options *o, const char *value)
{
    return read_whole("threads", value, 1, 1024, &o->threads);
}

static enum status read_out(struct options *o, const char *value)
{
    if (!*value)
        return refuse("out", "''", say("a directory is needed"));
    o->out = value;
    return OK;
}

static enum status read_force(struct options *o, const char *value)
{
    (void)value;
    o->force = true;
    return OK;
}

static enum status read_format(struct options *o, const char *value)
{
    static const char *const names[] = {[FORMAT_TEXT] = "text", [FORMAT_JSON] = "json", [FORMAT_CSV] = "csv"};
    for (int i = 0; i < 3; i++)
        if (strcmp(value, names[i]) == 0) {
            o->format = (enum output_format)i;
            return OK;
        }
    return refuse("format", value, say("text, json or csv is needed"));
}

static enum status read_lang(struct options *o, const char *value)
{
    if (strcmp(value, "zh") != 0 && strcmp(value, "en") != 0)
        return refuse("lang", value, say("zh or en is needed"));
    o->language = value;
    say_in(value);
    return OK;
}

static enum status read_quiet(struct options *o, const char *value)
{
    (void)value;
    o->quiet = true;
    return OK;
}

static enum status read_day(struct options *o, const char *value)
{
    return read_whole("day", value, 0, 1e8, &o->day);
}

static enum status read_trace(struct options *o, const char *value)
{
    (void)value;
    o->trace = true;
    return OK;
}

static enum status read_animate(struct options *o, const char *value)
{
    (void)value;
    o->animate = true;
    return OK;
}

static enum status read_verify(struct options *o, const char *value)
{
    (void)value;
    o->verify = true;
    return OK;
}

static enum status read_no_charts(struct options *o, const char *value)
{
    (void)value;
    o->no_charts = true;
    return OK;
}

static enum status read_outside(struct options *o, const char *value)
{
    (void)value;
    o->allow_outside = true;
    return OK;
}

/* A figure by its key. */
static enum status read_kpi(const char *option, const char *name, int *kpi)
{
    const char *names[64];

    *kpi = kpi_find(name);
    if (*kpi >= 0)
        return OK;
    for (int i = 0; i < n_kpis; i++)
        names[i] = kpis[i].key;
    const char *meant = text_nearest(name, n_kpis, names);
    if (meant)
        complain(say("--%s: there is no figure `%s`; did you mean `%s`?"), option, name, meant);
    else
        complain(say("--%s: there is no figure `%s`; some are warm, served, short, wait_mean_s, cost, satisfaction, and all are listed in summary.csv"), option, name);
    return ERR_USAGE;
}

static enum status read_goal(struct options *o, const char *value)
{
    TRY(read_kpi("goal", value, &o->goal));
    return kpis[o->goal].better && !kpis[o->goal].quantile ? OK : refuse("goal", value, say("more of it is neither better nor worse; e.g. warm, served, cost"));
}

static enum status read_reference(struct options *o, const char *value)
{
    o->reference = value;
    return OK;
}

static enum status read_lasting(struct options *o, const char *value)
{
    return read_share("lasting", value, 0.01, 0.9999, &o->lasting);
}

static enum status read_list(struct options *o, const char *value)
{
    (void)value;
    o->list = true;
    return OK;
}

static enum status read_slides(struct options *o, const char *value)
{
    (void)value;
    o->slides = true;
    return OK;
}

static enum status read_time_at_most(struct options *o, const char *value)
{
    return read_number("time-at-most", value, 0.01, 1e6, &o->time_at_most_s);
}

static enum status read_vary(struct options *o, const char *value)
{
    if (o->n_vary == 2)
        return refuse("vary", value, say("at most two quantities are varied at once"));
    o->vary[o->n_vary++] = value;
    return OK;
}

/* One of "wait_mean_s:1%" (of the mean), "served:2" (in the unit of the key), or just "1%" for the usual two. */
static enum status add_precision(struct options *o, const char *key, size_t n, const char *amount)
{
    char name[64];
    double half_width;
    int kpi;

    snprintf(name, sizeof name, "%.*s", (int)n, key);
    TRY(read_kpi("precision", name, &kpi));
    TRY(read_number("precision", amount, 1e-9, 1e12, &half_width));
    struct precision *grown = realloc(o->precision, (size_t)(o->n_precisions + 1) * sizeof *grown);
    if (!grown)
        return ERR_MEMORY;
    o->precision = grown;
    o->precision[o->n_precisions++] = (struct precision){kpi, half_width, amount[strlen(amount) - 1] == '%'};
    return OK;
}

static enum status read_precision(struct options *o, const char *value)
{
    while (*value) {
        size_t n = strcspn(value, ",");
        char one[128];
        snprintf(one, sizeof one, "%.*s", (int)n, value);
        char *colon = strchr(one, ':');
        if (colon) {
            TRY(add_precision(o, one, (size_t)(colon - one), colon[1] ? colon + 1 : "?"));
        } else {
            if (!*one || one[strlen(one) - 1] != '%')
                return refuse("precision", one, say("it has the form 1%, or figure:1%, or figure:0.5, several with commas between"));
            TRY(add_precision(o, "wait_within_share", 17, one));
            TRY(add_precision(o, "served", 6, one));
        }
        value += n + (value[n] == ',');
    }
    return OK;
}

static const struct option_row option_rows[OPTIONS] = {
    [OPTION_LAYOUT] = {"layout", "NAME", MARK("the layout to simulate (the first of the file; compare takes several, a,b, and all if none is named)"), read_layout},
    [OPTION_SET] = {"set", "PATH=VALUE", MARK("another value for one key, e.g. residents.commuters.uptake=45%"), read_set},
    [OPTION_SEED] = {"seed", "N", MARK("of the random numbers (1)"), read_seed},
    [OPTION_DAYS] = {"days", "N", MARK("simulate so many days, whatever the precision"), read_days},
    [OPTION_DAYS_AT_MOST] = {"days-at-most", "N", MARK("give up after so many days (100000; of all designs together for optimize, no limit)"), read_days_at_most},
    [OPTION_PRECISION] = {"precision", "P", MARK("half-widths to reach: 1% or wait_mean_s:2%,served:3 (1%)"), read_precision},
    [OPTION_CONFIDENCE] = {"confidence", "P", MARK("of the intervals (95%)"), read_confidence},
    [OPTION_THREADS] = {"threads", "N", MARK("at work at once (all of the machine); results don't depend on it"), read_threads},
    [OPTION_OUT] = {"out", "DIR", MARK("write figures, series, charts and report there"), read_out},
    [OPTION_FORCE] = {"force", NULL, MARK("replace DIR if samovar wrote it before, or the FILE"), read_force},
    [OPTION_FORMAT] = {"format", "F", MARK("of the standard output: text, json or csv (text)"), read_format},
    [OPTION_LANG] = {"lang", "L", MARK("zh or en (the scenario's; for messages the environment's)"), read_lang},
    [OPTION_QUIET] = {"quiet", NULL, MARK("no progress, no table"), read_quiet},
    [OPTION_DAY] = {"day", "N", MARK("simulate day N alone (days count from 0)"), read_day},
    [OPTION_TRACE] = {"trace", NULL, MARK("with --day: every event of it as CSV"), read_trace},
    [OPTION_VERIFY] = {"verify", NULL, MARK("simulate, and hold the figures to the file's expect: block"), read_verify},
    [OPTION_NO_CHARTS] = {"no-charts", NULL, MARK("with --out: figures only"), read_no_charts},
    [OPTION_ALLOW_OUTSIDE] = {"allow-outside", NULL, MARK("files that a scenario names may lie outside its folder"), read_outside},
    [OPTION_GOAL] = {"goal", "FIGURE", MARK("by which the best is named: warm, served, cost, satisfaction, ... (warm; stress: satisfaction)"), read_goal},
    [OPTION_REFERENCE] = {"reference", "NAME", MARK("the layout that the others are compared with (the first)"), read_reference},
    [OPTION_VARY] = {"vary", "PATH=LOW..HIGH[:STEP]", MARK("a quantity to vary, once or twice"), read_vary},
    [OPTION_LASTING] = {"lasting", "P", MARK("share of days that each drink is to last, e.g. 95% (least cost instead)"), read_lasting},
    [OPTION_LIST] = {"list", NULL, MARK("the charts there are"), read_list},
    [OPTION_SLIDES] = {"slides", NULL, MARK("pictures for slides as well: NAME-slide.png, 13.33 x 7.5 in"), read_slides},
    [OPTION_TIME_AT_MOST] = {"time-at-most", "SECONDS", MARK("end after so long, with \"not resolved\" where it isn't; what it then says depends on the machine"), read_time_at_most},
    [OPTION_ANIMATE] = {"animate", NULL, MARK("with --out: day 0, or that of --day N, on the map as a GIF"), read_animate},
    [OPTION_HELP] = {"help", NULL, MARK("this"), NULL},
};

static void print_usage(void)
{
    printf("%s\n\n", say("samovar: simulator and capacity planner for hot-drink stations"));
    for (int i = 0; i < n_commands; i++) {
        struct text line = {0};
        text_print(&line, "  samovar %s %s", commands[i].name, commands[i].arguments);
        text_add_padded(&line, "", text_columns(text_c(&line)) < 34 ? 34 - text_columns(text_c(&line)) : 2);
        text_add(&line, say(commands[i].meaning));
        printf("%s\n", text_c(&line));
        text_free(&line);
    }
    printf("\n%s\n", say("samovar COMMAND --help tells the options of a command."));
}

static void print_help(const struct command *command)
{
    printf("samovar %s %s\n  %s\n\n", command->name, command->arguments, say(command->meaning));
    for (int i = 0; i < OPTIONS; i++)
        if (command->takes >> i & 1) {
            struct text line = {0}, left = {0};
            text_print(&left, "  --%s%s%s", option_rows[i].name, option_rows[i].value ? " " : "", option_rows[i].value ? option_rows[i].value : "");
            text_add_padded(&line, text_c(&left), -24);
            text_print(&line, " %s", say(option_rows[i].meaning));
            printf("%s\n", text_c(&line));
            text_free(&line);
            text_free(&left);
        }
}

static const struct command *find_command(const char *name)
{
    const char *names[64];

    for (int i = 0; i < n_commands; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
        names[i] = commands[i].name;
    }
    const char *meant = text_nearest(name, n_commands, names);
    complain(meant ? say("there is no command `%s`; did you mean `%s`?") : say("there is no command `%s`; samovar --help lists them"), name, meant);
    return NULL;
}

static int find_option(const struct command *command, const char *name, size_t n)
{
    const char *names[OPTIONS];
    char written[64];
    int count = 0;

    for (int i = 0; i < OPTIONS; i++) {
        if (strlen(option_rows[i].name) == n && strncmp(option_rows[i].name, name, n) == 0 && (command->takes >> i & 1))
            return i;
        if (command->takes >> i & 1)
            names[count++] = option_rows[i].name;
    }
    snprintf(written, sizeof written, "%.*s", (int)n, name);
    const char *meant = text_nearest(written, count, names);
    complain(meant ? say("samovar %s has no option --%s; did you mean --%s?") : say("samovar %s has no option --%s; samovar %s --help lists them"),
             command->name, written, meant ? meant : command->name);
    return -1;
}

static enum status read_option(struct options *options, const struct command *command, char *argv[], int argc, int *i)
{
    const char *name = argv[*i] + 2;
    size_t n = strcspn(name, "=");
    int id = find_option(command, name, n);
    const char *value = name[n] == '=' ? name + n + 1 : NULL;

    if (id < 0)
        return ERR_USAGE;
    if (!option_rows[id].value && value)
        return refuse(option_rows[id].name, value, say("it takes no value"));
    if (option_rows[id].value && !value) {
        if (*i + 1 >= argc) {
            complain(say("--%s needs a value: %s"), option_rows[id].name, say(option_rows[id].meaning));
            return ERR_USAGE;
        }
        value = argv[++*i];
    }
    options->given |= TAKES(id);
    return option_rows[id].read(options, value);
}

const char *option_given(const struct options *options, unsigned ids)
{
    for (int i = 0; i < OPTIONS; i++)
        if (options->given & ids & TAKES(i))
            return option_rows[i].name;
    return NULL;
}

static enum status count_files(const struct options *options, const struct command *command)
{
    if (options->n_files >= command->least_files && options->n_files <= command->most_files)
        return OK;
    complain(say("usage: samovar %s %s"), command->name, command->arguments);
    return ERR_USAGE;
}

/* Help is printed before options are read, so its language is looked up first. */
static void language_of_help(int argc, char *argv[])
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            say_in(argv[i + 1]);
        else if (strncmp(argv[i], "--lang=", 7) == 0)
            say_in(argv[i] + 7);
}

static bool wants_help(int argc, char *argv[])
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
            return true;
    return false;
}

/* From one day no difference is known to be more than chance. */
static enum status enough_days(const struct options *options, const struct command *command)
{
    if (options->days != 1 || !(command->takes & TAKES(OPTION_GOAL)))
        return OK;
    complain("--days 1: %s", say("differences need at least 2 days"));
    return ERR_USAGE;
}

enum status options_read(int argc, char *argv[], struct options *options, const struct command **command)
{
    bool only_files = false;

    *options = (struct options){.seed = 1, .confidence = 0.95, .day = -1, .goal = -1, .lasting = NAN};
    *command = NULL;
    if (wants_help(argc, argv))
        language_of_help(argc, argv);
    if (argc < 2 || (argv[1][0] == '-' && wants_help(argc, argv))) {
        print_usage();
        return argc < 2 ? ERR_USAGE : OK;
    }
    const struct command *found = find_command(strcmp(argv[1], "--version") == 0 ? "version" : argv[1]);
    if (!found)
        return ERR_USAGE;
    if (wants_help(argc, argv)) {
        print_help(found);
        return OK;
    }
    const char **files = calloc((size_t)argc, sizeof *files);
    if (!files)
        return ERR_MEMORY;
    options->file = files;
    for (int i = 2; i < argc; i++)
        if (!only_files && strcmp(argv[i], "--") == 0)
            only_files = true;
        else if (!only_files && strncmp(argv[i], "--", 2) == 0)
            TRY(read_option(options, found, argv, argc, &i));
        else
            files[options->n_files++] = argv[i];
    TRY(count_files(options, found));
    TRY(enough_days(options, found));
    *command = found;
    return OK;
}

void options_free(struct options *options)
{
    free((void *)options->file);
    free(options->set);
    free(options->precision);
    *options = (struct options){0};
}
