/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/vessel_words.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"
#include "plots/vessel_panels.h"

#include <math.h>

static bool too_cold(const struct picture_vessel *vessel, int bin)
{
    return vessel->temperature_c.median[bin] < vessel->serve_low_c;
}

static bool outside(const struct picture_vessel *vessel, int bin)
{
    return too_cold(vessel, bin) || vessel->temperature_c.median[bin] > vessel->serve_high_c;
}

/* At least one day in twenty: what the edge of the band does. */
static bool cold_days(const struct picture_vessel *vessel, int bin)
{
    return vessel->temperature_c.low[bin] < vessel->serve_low_c;
}

static bool hot_days(const struct picture_vessel *vessel, int bin)
{
    return vessel->temperature_c.high[bin] > vessel->serve_high_c;
}

/* The longest stretch in which a condition holds. @return its length in bins */
static int longest_run(const struct picture *picture, const struct picture_vessel *vessel,
                       bool (*holds)(const struct picture_vessel *, int), int *first)
{
    int longest = 0, run = 0;

    for (int bin = 0; bin < picture->bins; bin++) {
        run = holds(vessel, bin) ? run + 1 : 0;
        if (run > longest) {
            longest = run;
            *first = bin + 1 - run;
        }
    }
    return longest;
}

double vessel_badness(const struct picture *picture, int i)
{
    const struct picture_station *station;
    const struct picture_vessel *vessel = vessel_at(picture, i, &station);
    int first, edge = longest_run(picture, vessel, cold_days, &first) + longest_run(picture, vessel, hot_days, &first);

    return 1e8 * longest_run(picture, vessel, too_cold, &first)
           + 1e4 * longest_run(picture, vessel, outside, &first) + edge;
}

bool vessel_too_cold(const struct picture *picture, const struct picture_vessel *vessel)
{
    int first;
    return longest_run(picture, vessel, too_cold, &first) > 0;
}

/* Where a condition holds for longest. */
struct spell {
    const struct picture_vessel *vessel; /* NULL: nowhere */
    const struct picture_station *station;
    int first, bins;
};

static struct spell longest_spell(const struct picture *picture, bool (*holds)(const struct picture_vessel *, int))
{
    struct spell longest = {0};

    for (int i = 0, n = vessel_count(picture); i < n; i++) {
        struct spell spell = {0};
        spell.vessel = vessel_at(picture, i, &spell.station);
        spell.bins = longest_run(picture, spell.vessel, holds, &spell.first);
        if (spell.bins > longest.bins)
            longest = spell;
    }
    return longest;
}

static bool find_outside(const struct picture *picture,
                         bool (*holds)(const struct picture_vessel *, int), const char *format,
                         struct text *finding)
{
    char drink[NAME_ROOM], name[NAME_ROOM], from[PHRASE_ROOM], to[PHRASE_ROOM];
    struct spell spell = longest_spell(picture, holds);

    if (!spell.vessel)
        return false;
    text_print(finding, format, lettering_name(drink, spell.vessel->drink),
               lettering_name(name, spell.station->name), parts_clock_of(from, picture, spell.first),
               parts_clock_of(to, picture, spell.first + spell.bins),
               holds == too_cold ? spell.vessel->serve_low_c : spell.vessel->serve_high_c);
    if (picture->days > 1)
        text_add(finding, phrase_of_days(picture->in_a_row, MARK(" on a median day"), MARK(" in a median run of days")));
    return true;
}

/* What a median day doesn't show. */
static bool find_days(const struct picture *picture, struct text *finding)
{
    static const struct {
        bool (*holds)(const struct picture_vessel *, int);
        const char *of_days, *of_runs;
    } edges[] = {{cold_days, MARK("; on 1 day in 20 %s at %s is below %g °C"), MARK("; in 1 run of days in 20 %s at %s is below %g °C")},
                 {hot_days, MARK("; on 1 day in 20 %s at %s is above %g °C"), MARK("; in 1 run of days in 20 %s at %s is above %g °C")}};
    bool found = false;

    for (int i = 0; i < 2; i++) {
        char drink[NAME_ROOM], name[NAME_ROOM];
        struct spell spell = longest_spell(picture, edges[i].holds);
        if (!spell.vessel)
            continue;
        if (!found)
            text_add(finding, phrase_of_days(picture->in_a_row, MARK("On a median day every vessel keeps its drink within the serving temperature"),
                                             MARK("In a median run of days every vessel keeps its drink within the serving temperature")));
        found = true;
        text_print(finding, phrase_of_days(picture->in_a_row, edges[i].of_days, edges[i].of_runs), lettering_name(drink, spell.vessel->drink),
                   lettering_name(name, spell.station->name),
                   edges[i].holds == cold_days ? spell.vessel->serve_low_c : spell.vessel->serve_high_c);
    }
    return found;
}

static bool all_empty(const struct picture *picture)
{
    const struct picture_station *station;

    for (int i = 0, n = vessel_count(picture); i < n; i++)
        for (int b = 0; b < picture->bins; b++)
            if (isfinite(vessel_at(picture, i, &station)->temperature_c.median[b]))
                return false;
    return true;
}

void vessel_find(const struct picture *picture, struct text *finding)
{
    if (find_outside(picture, too_cold,
                     say("%s at %s is too cold to serve from %s to %s (below %g °C)"), finding))
        return;
    if (find_outside(picture, outside, say("%s at %s is too hot from %s to %s (above %g °C)"),
                     finding))
        return;
    if (all_empty(picture)) {
        text_add(finding, say("All vessels are empty"));
        return;
    }
    if (picture->days > 1 && find_days(picture, finding))
        return;
    text_add(finding, say("Every vessel keeps its drink within the serving temperature"));
}
