/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greeters take orders in the line, from the front on, each from one at a time. Between two changes of the line nothing
 * can happen to it that isn't known, so what they did is worked out when somebody joins or leaves: no events. */
#include "models/day.h"

#include "core/forbid.h"

enum status greeters_open(struct day *day, int s)
{
    int n = day->plan->station[s].plan->greeters;
    struct line_station *station = &day->station[s];

    TAKE(day->arena, station->greeter, n);
    for (int i = 0; i < n; i++)
        station->greeter[i] = (struct greeter){NOBODY, day->plan->opens_s, day->plan->opens_s};
    return OK;
}

static int greeters_of(const struct day *day, const struct line_station *station)
{
    return day->plan->station[station - day->station].plan->greeters;
}

static struct greeter *first_free(const struct day *day, const struct line_station *station)
{
    struct greeter *first = station->greeter;

    for (int i = 1; i < greeters_of(day, station); i++)
        if (station->greeter[i].until_s < first->until_s)
            first = &station->greeter[i];
    return first;
}

static void begin(struct day *day, struct line_station *station, struct greeter *greeter, double from_s)
{
    int32_t who = station->head;

    while (day->visit[who].asked)
        who = day->visit[who].next;
    *greeter = (struct greeter){who, from_s, from_s + day->visit[who].greet_s};
    day->visit[who].asked = 1;
    station->unasked--;
    station->greeters_busy_s += day_counted_s(day, greeter->from_s, greeter->until_s);
}

/* All whom they came to before now. */
static void catch_up(struct day *day, struct line_station *station)
{
    while (station->unasked > 0) {
        struct greeter *greeter = first_free(day, station);
        if (greeter->until_s > day->now_s)
            return;
        begin(day, station, greeter, greeter->until_s);
    }
}

void greeters_see(struct day *day, struct line_station *station, struct visit *visit)
{
    visit->asked = 1;
    catch_up(day, station);
    if (visit->booking >= 0 || visit->greet_s <= 0)
        return; /* there's nothing to ask */
    visit->asked = 0;
    station->unasked++;
    struct greeter *greeter = first_free(day, station);
    if (greeter->until_s <= day->now_s)
        begin(day, station, greeter, day->now_s);
}

/* Whoever is with him goes on to the next in line; staff, if they serve him now, do the rest of the greeting. */
static void break_off(struct day *day, struct line_station *station, struct greeter *greeter, struct visit *visit)
{
    station->greeters_busy_s -= day_counted_s(day, day->now_s, greeter->until_s);
    visit->greeted_s = (float)(day->now_s - greeter->from_s);
    visit->greet_s = greeter->until_s - day->now_s;
    greeter->until_s = day->now_s;
    if (station->unasked > 0)
        begin(day, station, greeter, day->now_s);
}

void greeters_leave(struct day *day, struct line_station *station, struct visit *visit)
{
    int32_t who = (int32_t)(visit - day->visit);

    catch_up(day, station);
    if (visit->booking >= 0)
        return;
    if (!visit->asked) {
        station->unasked--;
        return;
    }
    for (int i = 0; i < greeters_of(day, station); i++)
        if (station->greeter[i].visit == who && station->greeter[i].until_s > day->now_s) {
            break_off(day, station, &station->greeter[i], visit);
            return;
        }
    visit->greeted_s = (float)visit->greet_s;
    visit->greet_s = 0;
}
