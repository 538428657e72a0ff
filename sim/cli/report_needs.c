/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plan takes, all stations and the store together: people, portions, cups. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>

/* Of the days between two deliveries: what keeps; the rest comes every day. */
struct needs {
    double staff, runners, cups, fresh, kept;
};

static double some(double n)
{
    return n > 0 ? n : 0; /* unknown or endless: nothing to bring */
}

double portions_at(json_t *place, const char *drink)
{
    return some(number_at(json_object_get(place, "portions"), drink)) + some(number_at(json_object_get(place, "spare_portions"), drink));
}

double portions_in_all(const struct story *story, const char *drink)
{
    double sum = portions_at(json_object_get(story->plan, "store"), drink);
    const char *name;
    json_t *station;

    json_object_foreach(story->stations, name, station)
        sum += portions_at(station, drink);
    return sum;
}

static struct needs needs_of(const struct story *story)
{
    json_t *store = json_object_get(story->plan, "store"), *station, *what;
    struct needs needs = {.runners = some(number_at(store, "runners")), .cups = some(number_at(store, "cups"))};
    const char *name, *drink;

    json_object_foreach(story->stations, name, station) {
        needs.staff += people_at(station);
        needs.cups += some(number_at(station, "cups"));
    }
    json_object_foreach(story->drinks, drink, what)
        *(days_for(story, drink) > 1 ? &needs.kept : &needs.fresh) += portions_in_all(story, drink);
    return needs;
}

void enlist_people(struct story *story, const char **list)
{
    struct needs needs = needs_of(story);

    if (isfinite(needs.staff) && json_object_size(story->stations))
        enlist(story, list, words(story, say_n("%.0f staff", "%.0f staff", (unsigned long)needs.staff), needs.staff));
    if (needs.runners > 0)
        enlist(story, list, words(story, say_n("%.0f runner", "%.0f runners", (unsigned long)needs.runners), needs.runners));
}

void enlist_goods(struct story *story, const char **list)
{
    struct needs needs = needs_of(story);
    double days = days_between(story);

    if (needs.kept > 0 && needs.fresh > 0)
        enlist(story, list, words(story, say("%.0f portions for the day and %.0f for %.0f days"), needs.fresh, needs.kept, days));
    else if (needs.kept > 0)
        enlist(story, list, words(story, say("%.0f portions for %.0f days"), needs.kept, days));
    else if (needs.fresh > 0)
        enlist(story, list, words(story, say("%.0f portions"), needs.fresh));
    if (needs.cups > 0 && days > 1)
        enlist(story, list, words(story, say("%.0f paper cups for %.0f days"), needs.cups, days));
    else if (needs.cups > 0)
        enlist(story, list, words(story, say("%.0f paper cups"), needs.cups));
}
