/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar stress: what could go wrong with a layout, each on the same days as if it didn't; worst first. */
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/write.h"
#include "cli/write_inside.h"
#include "core/say.h"
#include "experiment/stress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_DAYS = 256 };

struct stressed {
    const struct options *options;
    const struct scenario *scenario;
    struct stress stress;
    struct comparison comparison;
    int goal, *order;       /* [n - 1] contingencies, worst first */
};

/* How much worse by the goal: positive is worse. */
static double harm(const struct stressed *s, int i)
{
    return -kpis[s->goal].better * s->comparison.against_reference[i * n_kpis + s->goal].mean;
}

static void worst_first(struct stressed *s)
{
    for (int k = 0; k < s->stress.n - 1; k++) {
        int i = k + 1, j = k;
        for (; j > 0 && harm(s, s->order[j - 1]) < harm(s, i); j--)
            s->order[j] = s->order[j - 1];
        s->order[j] = i;
    }
}

static void write_what(const struct contingency *contingency, struct text *out)
{
    switch (contingency->kind) {
    case VESSEL_OUT: text_print(out, say("%s without %s"), contingency->station, contingency->what); break;
    case STAFF_SHORT: text_print(out, say("one of the staff missing at %s"), contingency->station); break;
    case COLD_SNAP: text_print(out, say("a cold snap, %.0f K colder"), STRESS_COLDER_K); break;
    case BIG_CROWD: text_add(out, say("twice the crowd")); break;
    case KIND_OF_DAY: text_print(out, say("a day of the kind %s"), contingency->what); break;
    case AS_USUAL: text_add(out, say("as usual")); break;
    }
}

static const char *name_of(int kpi)
{
    const char *name = say(kpis[kpi].name);
    return name + strspn(name, " "); /* in tables parts stand indented */
}

static double mean_shown(const struct stressed *s, int i, const char *key)
{
    int kpi = kpi_find(key);
    return summary_kpi(&s->comparison.summary[i], 0, kpi)->mean * kpis[kpi].shown;
}

/* One sentence: what happens, and what it does to the goal, to warm drinks and to waits. */
static void write_sentence(const struct stressed *s, int place, int i, struct text *out)
{
    const struct kpi *goal = &kpis[s->goal];
    const struct interval *all = &s->comparison.against_reference[i * n_kpis], *difference = &all[s->goal];

    text_print(out, "%2d. ", place);
    write_what(&s->stress.contingency[i], out);
    if (difference_shows(difference))
        text_print(out, ": %s %+.*f ± %.*f %s", name_of(s->goal), goal->decimals, difference->mean * goal->shown, goal->decimals, difference->half_width * goal->shown, say(goal->unit));
    else
        text_print(out, say(": no difference that shows in %s"), name_of(s->goal));
    text_print(out, say("; warm drinks %+.0f a day; %.0f %% wait within the target\n"), all[kpi_find("warm")].mean, mean_shown(s, i, "wait_within_share"));
}

static void write_words(const struct stressed *s, struct text *out)
{
    const struct kpi *goal = &kpis[s->goal];

    text_print(out, say("%s, layout %s: what could go wrong, worst first\n"), s->scenario->name, study_plan(&s->stress.contestant[0].study)->layout->name);
    text_print(out, say("as usual: %s %.*f %s; warm drinks %.0f a day; %.0f %% wait within the target\n\n"), name_of(s->goal), goal->decimals, mean_shown(s, 0, goal->key),
               say(goal->unit), mean_shown(s, 0, "warm"), mean_shown(s, 0, "wait_within_share"));
    for (int k = 0; k < s->stress.n - 1; k++)
        write_sentence(s, k + 1, s->order[k], out);
    text_print(out, say("\n± with %.4g %% confidence all these differences lie within this much of those shown (%d days, the same ones for all)\n"),
               100 * s->comparison.confidence, s->comparison.days);
}

static void write_rows(const struct stressed *s, struct text *out)
{
    text_add(out, "place,contingency,station,figure,mean,difference,half_width\n");
    for (int k = -1; k < s->stress.n - 1; k++) {
        int i = k < 0 ? 0 : s->order[k];
        const struct interval *difference = &s->comparison.against_reference[i * n_kpis + s->goal];
        struct text what = {0};
        write_what(&s->stress.contingency[i], &what);
        text_print(out, "%d,", k + 1);
        text_add_csv(out, text_c(&what));
        text_add(out, ",");
        text_add_csv(out, s->stress.contingency[i].station ? s->stress.contingency[i].station : "");
        text_print(out, ",%s,", kpis[s->goal].key);
        write_number(out, summary_kpi(&s->comparison.summary[i], 0, s->goal)->mean);
        text_add(out, ",");
        write_number(out, difference->mean);
        text_add(out, ",");
        write_number(out, difference->half_width);
        text_add(out, "\n");
        text_free(&what);
    }
}

static json_t *json_of(const struct stressed *s, int i)
{
    const struct interval *difference = &s->comparison.against_reference[i * n_kpis + s->goal];
    struct text what = {0};

    write_what(&s->stress.contingency[i], &what);
    json_t *one = json_pack("{s:s, s:s*, s:f, s:f, s:f}", "contingency", text_c(&what), "station", s->stress.contingency[i].station, "mean",
                            summary_kpi(&s->comparison.summary[i], 0, s->goal)->mean, "difference", difference->mean, "half_width", difference->half_width);
    text_free(&what);
    return one;
}

static enum status write_tree(const struct stressed *s, struct text *out)
{
    json_t *list = json_array(), *root;

    for (int k = 0; k < s->stress.n - 1; k++)
        json_array_append_new(list, json_of(s, s->order[k]));
    root = json_pack("{s:s, s:i, s:s, s:s, s:I, s:i, s:f, s:s, s:o, s:o}", "samovar", SAMOVAR_VERSION, "format", 1, "scenario", s->scenario->name, "layout",
                     study_plan(&s->stress.contestant[0].study)->layout->name, "seed", (json_int_t)s->options->seed, "days", s->comparison.days, "confidence",
                     s->comparison.confidence, "goal", kpis[s->goal].key, "as_usual", json_of(s, 0), "contingencies", list);
    char *dump = root ? json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(17)) : NULL;
    if (dump)
        text_print(out, "%s\n", dump);
    free(dump);
    json_decref(root);
    return dump ? OK : ERR_MEMORY;
}

static enum status tell(const struct stressed *s)
{
    struct text text = {0};
    enum status status = OK;

    if (s->options->format == FORMAT_JSON)
        status = write_tree(s, &text);
    else if (s->options->format == FORMAT_CSV)
        write_rows(s, &text);
    else if (!s->options->quiet)
        write_words(s, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (s->options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

static void show_progress(void *context, int days, int wanted, double lack)
{
    progress_show(context, days, wanted, lack);
}

static enum status simulate(struct stressed *s)
{
    const struct options *o = s->options;
    struct progress progress;
    struct run_options how = {.seed = o->seed, .days = o->days ? o->days : USUAL_DAYS, .confidence = o->confidence, .threads = o->threads,
                              .stop = &stop_asked, .on_progress = show_progress, .context = &progress};

    progress_start(&progress, o->quiet);
    enum status status = compare(s->stress.n, s->stress.contestant, s->goal, 0, &how, &s->comparison);
    progress_end(&progress);
    if ((status == OK || status == ERR_INTERRUPTED) && s->comparison.days > 0) {
        worst_first(s);
        enum status told = tell(s);
        status = told == OK ? status : told;
    }
    comparison_free(&s->comparison);
    return status;
}

enum status command_stress(const struct options *options)
{
    struct stressed s = {.options = options, .goal = options->goal >= 0 ? options->goal : kpi_find("satisfaction")};
    struct reader *reader = NULL;
    struct scenario *scenario = NULL;
    struct study study;
    int layout;

    enum status status = open_scenario(options, options->file[0], &reader, &scenario);
    if (status == OK)
        status = choose_layout(options, scenario, &layout);
    if (status == OK)
        status = open_study(reader, scenario, layout, &study);
    s.scenario = scenario;
    if (status == OK)
        status = stress_open(reader, &study, &s.stress);
    s.order = status == OK ? calloc((size_t)s.stress.n, sizeof *s.order) : NULL;
    if (status == OK)
        status = s.order ? simulate(&s) : ERR_MEMORY;
    free(s.order);
    reader_free(reader);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
