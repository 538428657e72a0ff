/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recommendation: what to do, what it does for residents, what it costs; with ranges. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

/* --- what to set up ---------------------------------------------------------------------------------------- */

static double sum_portions(json_t *station)
{
    double sum = 0;
    const char *drink;
    json_t *portions;

    json_object_foreach(json_object_get(station, "portions"), drink, portions)
        sum += json_number_value(portions);
    return sum;
}

static const char *set_up(struct story *story)
{
    const char *places = "", *means, *name;
    json_t *store = json_object_get(story->plan, "store"), *station, *what;
    double staff = 0, portions = 0, cups = number_at(store, "cups") > 0 ? number_at(store, "cups") : 0, runners = number_at(store, "runners");

    json_object_foreach(story->stations, name, station) {
        enlist(story, &places, tidy(story, name));
        staff += people_at(station);
        portions += sum_portions(station);
        cups += isnan(number_at(station, "cups")) ? 0 : number_at(station, "cups");
    }
    if (!isfinite(staff))
        return "";
    means = words(story, say_n("%.0f staff", "%.0f staff", (unsigned long)staff), staff);
    if (runners > 0)
        enlist(story, &means, words(story, say_n("%.0f runner", "%.0f runners", (unsigned long)runners), runners));
    json_object_foreach(story->drinks, name, what)
        portions += stored(story, name);
    if (portions > 0)
        enlist(story, &means, words(story, say("%.0f portions"), portions));
    if (cups > 0)
        enlist(story, &means, words(story, say("%.0f paper cups"), cups));
    return words(story, say("Serve at %s, from %s to %s, with %s."), places, clock_of(story, number_at(story->plan, "opens_s")),
                 clock_of(story, number_at(story->plan, "closes_s")), means);
}

/* "2 stands out against 1 by ...": the one that comes nearest to the best. */
static const char *nearest_rival(json_t *compare, const char *goal, struct interval *behind)
{
    const char *best = text_at(compare, "best"), *name, *rival = NULL;
    json_t *layout;

    json_object_foreach(json_object_get(compare, "layouts"), name, layout) {
        struct interval difference = figure(json_object_get(layout, "against_best"), goal);
        if (strcmp(name, best) == 0 || isnan(difference.mean) || (rival && fabs(difference.mean) >= fabs(behind->mean)))
            continue;
        rival = name;
        *behind = difference;
    }
    return rival;
}

static const char *verdict(struct story *story)
{
    json_t *compare = story->comparing->compare;
    const char *goal = text_at(compare, "goal"), *best = tidy(story, text_at(compare, "best"));
    struct interval behind = {NAN, NAN};
    const char *rival = nearest_rival(compare, goal, &behind);

    if (!rival)
        return "";
    struct interval ahead = {fabs(behind.mean), behind.half_width};
    const char *by = words(story, "%s %s", with_range(story, goal, ahead), kpi_shown_unit(goal));
    if (fabs(behind.mean) <= behind.half_width)
        return words(story, say("%s and %s can't be told apart by \"%s\" (a difference of %s); choose by cost and ease."), best,
                     tidy(story, rival), kpi_name(goal), by);
    return words(story, say("Choose %s: on the same days it is ahead of %s by %s (%s)."), best, tidy(story, rival), by, kpi_name(goal));
}

static const char *outcome(const struct story *story)
{
    static const struct {
        const char *outcome, *sentence;
    } sentences[] = {
        {"no plan meets the requirements", MARK("No plan meets the requirements; the nearest that was found is told here.")},
        {"not resolved", MARK("The search ended before one plan stood out: this is the best so far, without any guarantee.")},
        {"interrupted", MARK("The search was interrupted: this is the best so far, without any guarantee.")},
    };
    const char *got = text_at(story->choosing->choice, "outcome");

    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (strcmp(sentences[i].outcome, got) == 0)
            return say(sentences[i].sentence);
    return "";
}

static const char *guarantee(struct story *story)
{
    json_t *choice = story->choosing->choice, *narrowing = json_object_get(choice, "narrowing");
    double percent = 100 * number_at(choice, "confidence"), indifference = number_at(choice, "indifference");
    const char *unit = text_at(choice, "unit");

    if (strcmp(text_at(choice, "outcome"), "found") != 0)
        return outcome(story);
    unit = *unit ? say(unit) : "";
    if (json_is_true(json_object_get(narrowing, "listed")))
        return words(story, say("With %.6g %% confidence no allowed design is better by %g %s or more."), percent, indifference, unit);
    return words(story, say("With %.6g %% confidence none of the %.0f candidates is better by %g %s or more."), percent,
                 number_at(narrowing, "candidates"), indifference, unit);
}

/* --- what it does ------------------------------------------------------------------------------------------ */

static const char *service(struct story *story)
{
    struct interval wanted = figure(story->figures, "wanted"), served = figure(story->figures, "served"), warm = figure(story->figures, "warm");
    struct interval within = figure(story->figures, "wait_within_share");
    double target_s = number_at(story->plan, "wait_target_s");

    if (!isfinite(wanted.mean) || !isfinite(served.mean))
        return "";
    const char *first = words(story, say("On an average day %s of the %s residents who want a hot drink get one, %s of them warm"),
                              with_range(story, "served", served), with_range(story, "wanted", wanted), with_range(story, "warm", warm));

    if (!isfinite(within.mean) || !isfinite(target_s))
        return words(story, say("%s."), first);
    return words(story, say("%s; %s %% of those served wait no longer than %g min."), first, with_range(story, "wait_within_share", within),
                 target_s / 60);
}

/* What keeps the most residents from a drink. */
static const char *loss(struct story *story)
{
    static const struct {
        const char *key, *sentence;
    } losses[] = {
        {"unreached", MARK("Most of those who go without, %s a day, pass no station.")},
        {"balked", MARK("Most of those who go without, %s a day, see the line and go on.")},
        {"reneged", MARK("Most of those who go without, %s a day, give up waiting.")},
        {"short", MARK("Most of those who go without, %s a day, find drinks or cups used up.")},
        {"turned_away", MARK("Most of those who go without, %s a day, find no room to stand.")},
        {"no_show", MARK("Most of those who go without, %s a day, booked and don't come.")},
    };
    double most = 0;
    size_t worst = 0;

    for (size_t i = 0; i < sizeof losses / sizeof *losses; i++)
        if (figure(story->figures, losses[i].key).mean > most) {
            most = figure(story->figures, losses[i].key).mean;
            worst = i;
        }
    if (most < 0.5)
        return "";
    return words(story, say(losses[worst].sentence), with_range(story, losses[worst].key, figure(story->figures, losses[worst].key)));
}

/* --- the section ------------------------------------------------------------------------------------------- */

static void add_piece(struct story *story, enum piece_kind kind, const char *text)
{
    if (*text)
        report_add(story->report, kind, text);
}

static void add_tiles(struct story *story)
{
    static const struct {
        const char *key, *name, *unit;
    } tiles[] = {
        {"served", MARK("Drinks served a day"), ""},
        {"warm", MARK("of them warm"), ""},
        {"wait_within_share", MARK("Wait within the target"), " %"},
        {"cost", MARK("Cost a day, CNY"), ""},
    };

    for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++) {
        struct interval interval = figure(story->figures, tiles[i].key);
        if (isfinite(interval.mean))
            report_tile(story->report, say(tiles[i].name), words(story, "%s%s", with_range(story, tiles[i].key, interval), tiles[i].unit));
    }
}

/* The best of a comparison has to be the one described, or that has to be said. */
static void name_other_subject(struct story *story)
{
    const char *best = story->comparing ? text_at(story->comparing->compare, "best") : "";

    if (!*best || !story->layout || story->choosing || strcmp(best, story->layout) == 0)
        return;
    report_print(story->report, PIECE_QUIET,
                 say("Figures and lists on this page are of layout %s. For those of %s: samovar run --layout, then samovar report with that directory as well."),
                 tidy(story, story->layout), tidy(story, best));
}

/* A story of the layout that a comparison found best, where the page has no run of it. */
static struct story told_of(const struct story *story)
{
    struct story told = *story;
    const char *best = story->comparing && !story->choosing ? text_at(story->comparing->compare, "best") : "";

    if (!*best || (story->layout && strcmp(best, story->layout) == 0))
        return told;
    told.layout = best;
    told.figures = json_object_get(json_object_get(json_object_get(story->comparing->compare, "layouts"), best), "kpi");
    told.stations = NULL;
    told.subject = NULL;
    return told;
}

static void recommend(struct story *story)
{
    const char *what = story->stations ? set_up(story) : "";
    bool by_comparison = story->comparing && !story->choosing;

    add_piece(story, PIECE_LEAD, by_comparison ? verdict(story) : *what ? what : story->choosing ? guarantee(story) : "");
    if (story->figures) {
        add_piece(story, PIECE_LEAD, service(story));
        add_piece(story, PIECE_LEAD, report_cost_sentence(story));
        add_tiles(story);
        add_piece(story, PIECE_TEXT, by_comparison ? what : "");
        add_piece(story, PIECE_TEXT, story->choosing && *what ? guarantee(story) : "");
        add_piece(story, PIECE_TEXT, loss(story));
    }
}

void report_recommend(struct story *story)
{
    struct story told = told_of(story);

    report_section(story->report, "recommendation", say("Recommendation"));
    recommend(&told);
    name_other_subject(story);
    if (story->comparing && !story->choosing)
        report_add_charts(story, report_charts_of_comparison);
}
