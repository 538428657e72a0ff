/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/path_words.h"

#include "core/say.h"
#include "core/text.h"

#include <string.h>

enum { MOST_NAMES = 3 };

/* What stands for a * is filled in, in this order. */
static const struct {
    const char *pattern, *words;
} named[] = {
    {"air", MARK("outdoor temperature")},
    {"days.*.share", MARK("share of days: %s")},
    {"days.*.crowd", MARK("crowd on days: %s")},
    {"residents.*.count", MARK("number of %s")},
    {"residents.*.rate", MARK("arrivals of %s")},
    {"residents.*.uptake", MARK("share of %s who want a drink")},
    {"residents.*.uptake-per-degree", MARK("more %s who want one when it's colder")},
    {"residents.*.day-to-day", MARK("spread of %s from day to day")},
    {"residents.*.detour", MARK("detour accepted by %s")},
    {"residents.*.balk", MARK("line that %s still join")},
    {"residents.*.patience", MARK("patience of %s")},
    {"residents.*.speed", MARK("speed of %s")},
    {"residents.*.substitute", MARK("share of %s who take another drink")},
    {"residents.*.own-cup", MARK("share of %s who bring a cup")},
    {"residents.*.consult", MARK("share of %s with a question")},
    {"residents.*.hand-over", MARK("time to hand over to %s")},
    {"residents.*.preorder.share", MARK("share of %s who book")},
    {"residents.*.preorder.no-show", MARK("share of %s who book and don't come")},
    {"residents.*.comes-back.share", MARK("share of %s who come back")},
    {"drinks.*.cup", MARK("size of a cup of %s")},
    {"drinks.*.cost", MARK("cost of a portion of %s")},
    {"drinks.*.hold", MARK("time that %s is kept in a vessel")},
    {"equipment.*.volume", MARK("content of %s")},
    {"equipment.*.power", MARK("power of %s")},
    {"equipment.*.setpoint", MARK("thermostat of %s")},
    {"equipment.*.filled", MARK("filling temperature of %s")},
    {"service.greet", MARK("time to greet and take the order")},
    {"service.hand-over", MARK("time to hand over")},
    {"service.consult", MARK("time to answer a question")},
    {"service.tray", MARK("cups poured ahead")},
    {"staff.absent", MARK("odds that one of the staff is missing")},
    {"store.runners", MARK("runners")},
    {"store.trip", MARK("way of a runner")},
    {"site.nodes.*.power", MARK("circuit at %s")},
    {"site.nodes.*.standing-room", MARK("standing room at %s")},
    {"campaign.days", MARK("days in a row")},
    {"costs.set-up", MARK("cost of setting up a station")},
    {"costs.wage", MARK("wage")},
    {"costs.electricity", MARK("price of electricity")},
    {"costs.cup", MARK("price of a paper cup")},
    {"costs.goodwill", MARK("price put on a resident who goes without")},
    {"layouts.*.*.staff", MARK("staff at %2$s (%1$s)")},
    {"layouts.*.*.greeters", MARK("greeters at %2$s (%1$s)")},
    {"layouts.*.*.desk", MARK("staff of the second desk at %2$s (%1$s)")},
    {"layouts.*.*.cups", MARK("paper cups at %2$s (%1$s)")},
    {"layouts.*.*.portions.*", MARK("portions of %3$s at %2$s (%1$s)")},
    {"layouts.*.*.reorder.*", MARK("portions of %3$s left at %2$s when a runner is called (%1$s)")},
};
enum { N_NAMED = sizeof named / sizeof *named };

/* What a * in the path itself stands for, by the pattern up to there. */
static const struct {
    const char *before, *words;
} every[] = {
    {"residents.", MARK("all residents")},    {"drinks.", MARK("all drinks")},      {"equipment.", MARK("all vessels")},
    {"days.", MARK("every kind")},            {"site.nodes.", MARK("all places")},  {"layouts.", MARK("all layouts")},
    {"layouts.*.", MARK("all stations")},     {"layouts.*.*.portions.", MARK("all drinks")}, {"layouts.*.*.reorder.", MARK("all drinks")},
};

static const char *every_one(const char *pattern, const char *star)
{
    size_t n = (size_t)(star - pattern);

    for (size_t i = 0; i < sizeof every / sizeof *every; i++)
        if (strlen(every[i].before) == n && strncmp(every[i].before, pattern, n) == 0)
            return say(every[i].words);
    return "*";
}

/* @return whether the path has this form; then name[] holds what stands for its stars, NULL where there's no memory. */
static bool matches(struct arena *arena, const char *pattern, const char *path, const char *name[MOST_NAMES])
{
    const char *at = pattern;

    for (int n = 0; *at && *path; at++) {
        if (*at != '*') {
            if (*at != *path++)
                return false;
            continue;
        }
        size_t length = strcspn(path, ".");
        bool all = length == 1 && *path == '*';
        name[n++] = all ? every_one(pattern, at) : arena_text(arena, path, length);
        path += length;
    }
    return !*at && !*path;
}

const char *path_words(struct arena *arena, const char *path)
{
    for (int i = 0; i < N_NAMED; i++) {
        const char *name[MOST_NAMES] = {"", "", ""};
        if (!matches(arena, named[i].pattern, path, name))
            continue;
        if (!name[0] || !name[1] || !name[2])
            return NULL;
        return arena_print(arena, say(named[i].words), name[0], name[1], name[2]);
    }
    return path;
}
