/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do against what goes wrong, in words; and which reserve won back how much when it was tried. */
#include "cli/report_inside.h"
#include "cli/write_stress.h"
#include "core/say.h"

#include <math.h>
#include <string.h>

static json_t *best_reserve(json_t *one)
{
    return json_array_get(json_object_get(one, "reserves"), 0);
}

/* No spare where one was tried and didn't help, no other drinks where there's one. */
static const char *vessel_remedy(struct story *story, json_t *one, json_t *cause)
{
    json_t *best = best_reserve(one);
    bool in_vain = best && !json_is_true(json_object_get(best, "helps")), only_drink = json_object_size(story->drinks) == 1;
    const char *what = tidy(story, text_at(cause, "what")), *first;

    if (in_vain)
        first = only_drink ? "" : say("Offer the other drinks");
    else
        first = words(story, only_drink ? say("Keep a spare %s filled and at hand") : say("Keep a spare %s filled and at hand; until it stands there, offer the other drinks"), what);
    if (json_object_size(story->stations) > 1)
        return *first ? words(story, say("%s and name the next station."), first) : say("Name the next station.");
    return *first ? words(story, say("%s."), first) : "";
}

static const char *carrier_remedy(struct story *story, json_t *one, json_t *cause)
{
    return sentences(story, say("Count the carriers before they leave the kitchen."), vessel_remedy(story, one, cause));
}

/* More or fewer who want a drink than usual: what that means for what is brought. */
static const char *crowd_remedy(struct story *story, json_t *one, json_t *cause)
{
    struct interval more = figure(json_object_get(one, "against_usual"), "wanted");
    double wanted = figure(json_object_get(one, "kpi"), "wanted").mean, share = 100 * more.mean / (wanted - more.mean);

    (void)cause;
    if (!change_shows(more) || !isfinite(share))
        return say("Nothing more to bring: as many want a drink as usual.");
    if (more.mean < 0)
        return words(story, say("About %.0f fewer want a drink (%.0f %%): bring that much less."), -more.mean, -share);
    return words(story, say("About %.0f more want a drink (+%.0f %%): bring that many more portions and cups, and one more hand for the busiest station."), more.mean, share);
}

static const char *staff_remedy(struct story *story, json_t *one, json_t *cause)
{
    (void)story, (void)one, (void)cause;
    return say("Have somebody on call who can step in within a quarter of an hour; leave long questions for later.");
}

static const char *cold_remedy(struct story *story, json_t *one, json_t *cause)
{
    return sentences(story, say("Look at the forecast the evening before; fill hotter, keep lids shut."), crowd_remedy(story, one, cause));
}

/* The forecast may tell of weather and of the crowd that it brings. */
static const char *kind_remedy(struct story *story, json_t *one, json_t *cause)
{
    struct interval more = figure(json_object_get(one, "against_usual"), "wanted");

    if (!change_shows(more) || more.mean < 0)
        return say("Nothing more to bring: no more want a drink than usual.");
    return sentences(story, say("Look at the forecast the evening before."), crowd_remedy(story, one, cause));
}

static const char *power_remedy(struct story *story, json_t *one, json_t *cause)
{
    (void)story, (void)one, (void)cause;
    return say("Have full insulated carriers within reach and know where the fuse is; switch the heaters on again one after the other.");
}

static const char *delivery_remedy(struct story *story, json_t *one, json_t *cause)
{
    const char *keeping = "", *spoiling = "", *drink;
    json_t *of;

    (void)one, (void)cause;
    json_object_foreach(story->drinks, drink, of)
        if (portions_in_all(story, drink) > 0)
            enlist(story, number_at(of, "hold_s") < RESERVE_NIGHT_S ? &spoiling : &keeping, tidy(story, drink));
    if (*spoiling && *keeping)
        return words(story, say("Have the driver's number at hand; keep cups and %s for the first half hour at the stations the evening before (%s can't be kept that long)."), keeping, spoiling);
    if (*spoiling)
        return words(story, say("Have the driver's number at hand and ask for an earlier hour: %s can't be kept since the evening before."), spoiling);
    return say("Have the driver's number at hand; keep enough for the first half hour at the stations the evening before.");
}

static const char *no_need_of_power(struct story *story, json_t *one, json_t *cause)
{
    (void)story, (void)one, (void)cause;
    return say("Nothing to prepare: nothing there needs power.");
}

static const char *snow_remedy(struct story *story, json_t *one, json_t *cause)
{
    (void)story, (void)one, (void)cause;
    return say("Clear the ways to the stations first.");
}

/* The reserve that won back most when it was tried, or that none did. */
static const char *tried_reserve(struct story *story, json_t *stress, json_t *one)
{
    json_t *best = best_reserve(one);
    int kind = reserve_kind(text_at(best, "kind"));
    const char *goal = text_at(stress, "goal");
    struct interval regained = {number_at(best, "regained"), number_at(best, "half_width")};
    struct text reserve = {0};

    if (kind < 0)
        return "";
    write_reserve(&(struct reserve){.kind = (enum reserve_kind)kind, .station = text_at(best, "station"), .what = text_at(best, "what")}, &reserve);
    const char *kept = tidy(story, text_c(&reserve));
    story->report->failed |= reserve.failed;
    text_free(&reserve);
    if (!json_is_true(json_object_get(best, "helps")))
        return words(story, say("Tried: %s wouldn't have helped so that it shows."), kept);
    return words(story, say("Tried: %s wins back %s %s."), kept, with_range(story, goal, regained), kpi_shown_unit(goal));
}

static const char *remedy_for(struct story *story, json_t *one, json_t *cause)
{
    static const struct {
        const char *kind;
        const char *(*words)(struct story *story, json_t *one, json_t *cause);
    } remedies[] = {
        {"vessel-out", vessel_remedy}, {"staff-short", staff_remedy}, {"cold-snap", cold_remedy},          {"big-crowd", crowd_remedy},
        {"kind-of-day", kind_remedy},  {"power-out", power_remedy},   {"late-delivery", delivery_remedy}, {"carrier-missing", carrier_remedy},
        {"surge", crowd_remedy},       {"snow", snow_remedy},         {"power-unused", no_need_of_power},
    };

    for (size_t i = 0; i < sizeof remedies / sizeof *remedies; i++)
        if (strcmp(remedies[i].kind, text_at(cause, "kind")) == 0)
            return remedies[i].words(story, one, cause);
    return "";
}

/* Of a mishap what to do against each thing that happens, but nothing twice. */
const char *report_remedy(struct story *story, json_t *stress, json_t *one)
{
    const char *what = remedy_for(story, one, one);
    json_t *cause;
    size_t i;

    json_array_foreach(json_object_get(one, "causes"), i, cause) {
        const char *more = remedy_for(story, one, cause);
        if (!strstr(what, more))
            what = sentences(story, what, more);
    }
    return sentences(story, what, tried_reserve(story, stress, one));
}
