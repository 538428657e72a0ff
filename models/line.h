/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LINE_H
#define MODELS_LINE_H

#include "models/day.h"

/* The line of a station: first come first served behind those who are served first; cars wait in a lane of
 * their own, among the others in turn. A party counts with all its people. */

/* One car more or less. */
static inline void line_cars(struct line_station *station, const struct visit *visit, int more)
{
    station->cars += more;
    station->in_cars += more * visit->cups;
}

static inline bool line_is_full(const struct line_station *station, const struct visit *visit)
{
    if (visit->car)
        return station->cars >= station->car_lane;
    return station->waiting - station->in_cars + visit->cups - 1 >= station->room;
}

/* Behind the last of those who are served first, before all others. */
static inline void line_put_ahead(struct day *day, struct line_station *station, struct visit *visit, int32_t who)
{
    visit->previous = station->last_ahead;
    visit->next = visit->previous == NOBODY ? station->head : day->visit[visit->previous].next;
    *(visit->previous == NOBODY ? &station->head : &day->visit[visit->previous].next) = who;
    *(visit->next == NOBODY ? &station->tail : &day->visit[visit->next].previous) = who;
    station->last_ahead = who;
}

static inline void line_append(struct day *day, struct line_station *station, struct visit *visit)
{
    int32_t who = (int32_t)(visit - day->visit);

    if (visit->priority) {
        line_put_ahead(day, station, visit, who);
    } else {
        visit->next = NOBODY;
        visit->previous = station->tail;
        if (station->tail == NOBODY)
            station->head = who;
        else
            day->visit[station->tail].next = who;
        station->tail = who;
    }
    station->waiting += visit->cups;
    if (visit->car)
        line_cars(station, visit, 1);
    if (station->waiting > station->longest)
        station->longest = station->waiting;
    if (station->greeter)
        greeters_see(day, station, visit);
}

static inline void line_remove(struct day *day, struct line_station *station, struct visit *visit)
{
    if (station->greeter)
        greeters_leave(day, station, visit);
    if (visit->priority && station->last_ahead == (int32_t)(visit - day->visit))
        station->last_ahead = visit->previous;
    if (visit->previous == NOBODY)
        station->head = visit->next;
    else
        day->visit[visit->previous].next = visit->next;
    if (visit->next == NOBODY)
        station->tail = visit->previous;
    else
        day->visit[visit->next].previous = visit->previous;
    station->waiting -= visit->cups;
    if (visit->car)
        line_cars(station, visit, -1);
}

#endif
