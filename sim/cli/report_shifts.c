/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is there when: a report's shifts. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <stdio.h>

static json_t *shifts_of(json_t *place, const char *who)
{
    char key[32];

    snprintf(key, sizeof key, "%s_shifts", who);
    return json_object_get(place, key);
}

double on_duty(json_t *place, const char *who, double time_s)
{
    json_t *shifts = shifts_of(place, who), *shift;
    double n = 0;
    size_t i;

    if (!json_array_size(shifts))
        return number_at(place, who);
    json_array_foreach(shifts, i, shift)
        if (number_at(shift, "from_s") <= time_s && time_s < number_at(shift, "to_s"))
            n += number_at(shift, "n");
    return n;
}

double next_on_duty(const struct story *story, json_t *station, double time_s)
{
    json_t *shift;
    double next_s = NAN;
    size_t i;

    if (isnan(time_s) || on_duty(station, "staff", time_s) > 0)
        return time_s;
    json_array_foreach(shifts_of(station, "staff"), i, shift)
        if (number_at(shift, "n") > 0 && number_at(shift, "from_s") > time_s && number_at(shift, "from_s") < number_at(story->plan, "closes_s"))
            next_s = fmin(next_s, number_at(shift, "from_s"));
    return next_s;
}

/* Coming or leaving at a moment. */
static double moving(json_t *shifts, const char *edge, double time_s)
{
    json_t *shift;
    double n = 0;
    size_t i;

    json_array_foreach(shifts, i, shift)
        if (number_at(shift, edge) == time_s)
            n += number_at(shift, "n");
    return n;
}

static const char *change(struct story *story, json_t *place, const char *who, const char *called, double time_s)
{
    json_t *shifts = shifts_of(place, who);
    double comes = moving(shifts, "from_s", time_s), goes = moving(shifts, "to_s", time_s), then = on_duty(place, who, time_s);

    if (comes > 0 && goes > 0)
        return words(story, say("%1$s: %2$.0f leaving, %3$.0f coming, then %4$.0f in place"), called, goes, comes, then);
    if (comes > 0)
        return words(story, say("%1$s: %2$.0f coming, then %3$.0f in place"), called, comes, then);
    return goes > 0 ? words(story, say("%1$s: %2$.0f leaving, then %3$.0f in place"), called, goes, then) : "";
}

/* The first edge of a shift behind a moment. */
static double next_edge(json_t *shifts, double after_s)
{
    json_t *shift;
    double next_s = HUGE_VAL;
    size_t i;

    json_array_foreach(shifts, i, shift) {
        double from_s = number_at(shift, "from_s"), to_s = number_at(shift, "to_s");
        next_s = fmin(next_s, fmin(from_s > after_s ? from_s : HUGE_VAL, to_s > after_s ? to_s : HUGE_VAL));
    }
    return next_s;
}

void report_tell_shifts(struct story *story, json_t *place, void (*tell)(void *context, double at_s, const char *change), void *context)
{
    static const struct {
        const char *key, *called;
    } roles[] = {{"staff", MARK("staff")}, {"greeters", MARK("orders in the line")}, {"desk", MARK("second desk")}, {"runners", MARK("runners")}};
    double opens_s = number_at(story->plan, "opens_s"), closes_s = number_at(story->plan, "closes_s");

    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        json_t *shifts = shifts_of(place, roles[r].key);
        double edge_s = next_edge(shifts, opens_s);
        while (edge_s < closes_s) {
            tell(context, edge_s, change(story, place, roles[r].key, say(roles[r].called), edge_s));
            edge_s = next_edge(shifts, edge_s);
        }
    }
}
