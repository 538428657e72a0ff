/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the figures were made and how sure they are. */
#include "cli/report_inside.h"

#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>
#include <string.h>

static json_t *tree_of(const struct story *story)
{
    return story->subject ? story->subject->summary : story->comparing ? story->comparing->compare : NULL;
}

static void add_simulation(struct story *story)
{
    json_t *tree = tree_of(story);

    if (!(number_at(tree, "days") > 0))
        return;
    report_print(story->report, PIECE_TEXT,
                 phrase_of_days(days_in_a_row(story), MARK("%.0f days were simulated, person by person: when each resident sets out, which station is on the way, whether the line is too long, how long the service takes, how warm the drink is. Every figure is a mean over these days."),
                                MARK("%.0f times %d days in a row were simulated, person by person: when each resident sets out, which station is on the way, whether the line is too long, how long the service takes, how warm the drink is. Every figure is a mean over these days.")),
                 number_at(tree, "days"), days_in_a_row(story));
    report_print(story->report, PIECE_TEXT,
                 say("± is the half-width of the %.6g %% confidence interval: so far the mean of all such days may lie from the one shown. It tells of chance only, not of numbers in the scenario that are wrong."),
                 100 * number_at(tree, "confidence"));
}

static void add_search(struct story *story)
{
    json_t *narrowing = json_object_get(story->choosing->choice, "narrowing");
    double all = number_at(narrowing, "designs"), proved_out = number_at(narrowing, "proved_out");

    if (isfinite(all) && isfinite(proved_out))
        report_print(story->report, PIECE_TEXT,
                     say("The search: of %.0f designs that the plan allows, %.0f were ruled out by circuits and budget, %.0f were simulated and %.0f compared with a guarantee."),
                     all, proved_out, number_at(narrowing, "visited"), number_at(narrowing, "candidates"));
    else if (isfinite(number_at(narrowing, "visited")))
        report_print(story->report, PIECE_TEXT, say("The search: %.0f designs were simulated and %.0f compared with a guarantee."),
                     number_at(narrowing, "visited"), number_at(narrowing, "candidates"));
    if (!json_is_true(json_object_get(narrowing, "listed")))
        report_add(story->report, PIECE_TEXT, say("The others were never simulated: the search climbs from many starts and may have missed a better one."));
}

static const char *with_half(struct story *story, double mean, double half_width)
{
    return isfinite(mean) ? words(story, "%.1f ± %.1f", mean, half_width) : "";
}

static void add_finalists(struct story *story)
{
    json_t *list = json_object_get(story->choosing->choice, "finalists"), *one;
    struct report *report = story->report;
    const char *unit = text_at(story->choosing->choice, "unit");
    size_t i;

    if (!json_array_size(list))
        return;
    report_table(report, *unit ? words(story, say("The finalists (%s)"), say(unit)) : say("The finalists"));
    report_head(report, say("Rank"), true);
    report_head(report, say("Design"), false);
    report_head(report, say("Goal"), true);
    report_head(report, say("To the best"), true);
    report_head(report, say("Fixed cost (CNY)"), true);
    json_array_foreach(list, i, one) {
        report_cell_print(report, "%zu", i + 1);
        report_cell(report, tidy(story, text_at(one, "design")));
        report_cell(report, with_half(story, number_at(one, "goal"), number_at(one, "half_width")));
        report_cell(report, i ? with_half(story, number_at(one, "to_best"), number_at(one, "to_best_half_width")) : "");
        report_cell(report, digits(story, number_at(one, "fixed_cost_cny"), 0));
    }
}

static void add_comparison(struct story *story)
{
    json_t *compare = story->comparing->compare;

    report_print(story->report, PIECE_TEXT,
                 phrase_of_days(days_in_a_row(story), MARK("The layouts were compared on the same %.0f days: the same residents set out at the same moments under each, so what they share cancels in the difference. The intervals hold for all layouts together."),
                                MARK("The layouts were compared on the same %.0f times %d days in a row: the same residents set out at the same moments under each, so what they share cancels in the difference. The intervals hold for all layouts together.")),
                 number_at(compare, "days"), days_in_a_row(story));
}

/* How to get the same figures again, to the last digit. */
static void add_origin(struct story *story)
{
    const struct source *origin = report_origin(story);
    json_t *tree = source_tree(origin), *seed = json_object_get(tree, "seed"), *scenario = json_object_get(origin->manifest, "scenario");
    const char *file = text_at(scenario ? scenario : origin->manifest, "file"), *hash = text_at(json_object_get(tree, "scenario"), "hash");

    if (!*hash)
        return; /* what doesn't say what it's of */
    report_print(story->report, PIECE_QUIET, say("samovar %s, scenario %s (hash %s), seed %s: the same input gives the same figures, for any number of threads."),
                 text_at(tree, "samovar"), *file ? tidy(story, file) : story->report->title, hash,
                 json_is_string(seed) ? json_string_value(seed) : words(story, "%lld", (long long)json_integer_value(seed)));
}

/* Directories of several estates make a page that is true of none. */
static void name_other_estates(struct story *story)
{
    const char *first = story->report->title, *others = "";

    for (int i = 0; i < story->n_sources; i++) {
        const char *name = tidy(story, text_at(json_object_get(source_tree(&story->source[i]), "scenario"), "name"));
        if (*name && strcmp(name, first) != 0)
            enlist(story, &others, name);
    }
    if (*others)
        report_print(story->report, PIECE_TEXT, say("Take care: some directories given to samovar report are of another scenario: %s."), others);
}

void report_explain(struct story *story)
{
    static const char *const charts[] = {"narrowing", NULL};

    report_section(story->report, "method", say("Method, and how sure it is"));
    add_simulation(story);
    if (story->comparing)
        add_comparison(story);
    if (story->choosing) {
        add_search(story);
        add_finalists(story);
    }
    report_add_charts(story, charts);
    if (story->comparing && story->choosing) {
        report_add(story->report, PIECE_HEADING, say("Layouts of the scenario, compared; the recommended plan isn't among them"));
        report_add_charts(story, report_charts_of_comparison);
    }
    name_other_estates(story);
    add_origin(story);
}
