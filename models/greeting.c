/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greeters take orders in the line, from the front on, each from one at a time. Between two changes of the line nothing
 * can happen to it that isn't known, so what they did is worked out when somebody joins or leaves: no events. */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

enum status greeters_open(struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    struct line_station *station = &day->station[s];

    TAKE(day->arena, station->greeter, plan->n_greeters);
    TRY(duty_absent(day, GREETS, plan->key, day->plan->scenario->staffing.absent, plan->n_greeters, &station->greeter_absent));
    for (int i = 0; i < plan->n_greeters; i++)
        station->greeter[i] = station->greeter_absent[i] ? (struct greeter){NOBODY, HUGE_VAL, HUGE_VAL, plan->greeter[i].to_s}
                                                         : (struct greeter){NOBODY, plan->greeter[i].from_s, plan->greeter[i].from_s, plan->greeter[i].to_s};
    return OK;
}

static int greeters_of(const struct day *day, const struct line_station *station)
{
    return day->plan->station[station - day->station].n_greeters;
}

/* Whoever goes once he is done is never free. */
static double free_s(const struct greeter *greeter)
{
    return greeter->until_s < greeter->goes_s ? greeter->until_s : HUGE_VAL;
}

static struct greeter *first_free(const struct day *day, const struct line_station *station)
{
    struct greeter *first = station->greeter;

    for (int i = 1; i < greeters_of(day, station); i++)
        if (free_s(&station->greeter[i]) < free_s(first))
            first = &station->greeter[i];
    return first;
}

static void begin(struct day *day, struct line_station *station, struct greeter *greeter, double from_s)
{
    int32_t who = station->head;

    while (day->visit[who].asked)
        who = day->visit[who].next;
    greeter->visit = who;
    greeter->from_s = from_s;
    greeter->until_s = from_s + day->visit[who].greet_s;
    day->visit[who].asked = 1;
    station->unasked--;
    station->greeters_busy_s += day_counted_s(day, from_s, fmin(greeter->until_s, greeter->goes_s));
}

/* All whom they came to before now. */
static void catch_up(struct day *day, struct line_station *station)
{
    while (station->unasked > 0) {
        struct greeter *greeter = first_free(day, station);
        if (free_s(greeter) > day->now_s)
            return;
        begin(day, station, greeter, greeter->until_s);
    }
}

/* Those whose shift ended while they had nobody to come to. */
static void go_home(const struct day *day, struct line_station *station)
{
    for (int i = 0; i < greeters_of(day, station); i++) {
        struct greeter *greeter = &station->greeter[i];
        if (greeter->until_s <= day->now_s && greeter->goes_s <= day->now_s)
            *greeter = (struct greeter){NOBODY, HUGE_VAL, HUGE_VAL, greeter->goes_s};
    }
}

void greeters_see(struct day *day, struct line_station *station, struct visit *visit)
{
    visit->asked = 1;
    catch_up(day, station);
    go_home(day, station);
    if (visit->booking >= 0 || visit->greet_s <= 0)
        return; /* there's nothing to ask */
    visit->asked = 0;
    station->unasked++;
    struct greeter *greeter = first_free(day, station);
    if (free_s(greeter) <= day->now_s)
        begin(day, station, greeter, day->now_s);
}

/* Whoever is with him goes on to the next in line; staff, if they serve him now, do the rest of the greeting. */
static void break_off(struct day *day, struct line_station *station, struct greeter *greeter, struct visit *visit)
{
    station->greeters_busy_s -= day_counted_s(day, day->now_s, fmin(greeter->until_s, greeter->goes_s));
    visit->greeted_s = (float)(day->now_s - greeter->from_s);
    visit->greet_s = greeter->until_s - day->now_s;
    greeter->until_s = day->now_s;
    if (station->unasked > 0 && day->now_s < greeter->goes_s)
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
