/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens at times known before: steps of the series, the start of counting, closing, orders, the agenda. */
#include "models/slots.h"

#include <math.h>

#include "core/forbid.h"

/* Energy is paid for until closing, whether or not anybody looked at the vessel since the last pour. */
static void note_energy(struct day *day)
{
    for (int v = 0; v < day->plan->n_vessels; v++) {
        struct pouring_vessel *vessel = &day->vessel[v];
        if (vessel->vessel.time_s < day->now_s)
            vessel_advance(&vessel->vessel, vessel->air_c, day->now_s);
        vessel->closed_in_j = vessel->vessel.heat_in_j;
    }
}

static void mark_counting(struct day *day, bool closing)
{
    if (closing)
        note_energy(day);
    for (int s = 0; s < day->plan->n_stations; s++) {
        struct line_station *station = &day->station[s];
        station_flow(station, day->now_s);
        duty_flow(station, day->now_s);
        *(closing ? &station->closed_here : &station->counted_here) = station->here_area;
        *(closing ? &station->closed_line : &station->counted_line) = station->line_area;
        *(closing ? &station->closed_busy : &station->counted_busy) = station->busy_area;
    }
}

/* The earliest instant after now: the end of a step, the start of counting, closing. */
static double next_instant_s(const struct day *day)
{
    const struct plan_day *plan = day->plan;
    double next_s = HUGE_VAL;

    if (day->bin < plan->bins)
        next_s = plan->opens_s + (day->bin + 1) * plan->bin_s;
    if (plan->counted_from_s > day->now_s)
        next_s = fmin(next_s, plan->counted_from_s);
    if (plan->closes_s > day->now_s)
        next_s = fmin(next_s, plan->closes_s);
    if (day->next_booking < day->n_bookings)
        next_s = fmin(next_s, day->booking[day->next_booking].due_s);
    if (day->next_happening < day->n_agenda)
        next_s = fmin(next_s, day->agenda[day->next_happening].at_s);
    return next_s;
}

static void (*const handlers[])(struct day *day, const struct happening *happening) = {
    [HAPPENS_STAFF] = duty_changes, [HAPPENS_FAILURE] = trouble_happens, [HAPPENS_CUT] = trouble_happens, [HAPPENS_DELIVERY] = delivery_comes,
};

/* All that happens at this moment, and then what follows from it. */
static enum status on_happenings(struct day *day)
{
    const struct plan_day *plan = day->plan;

    for (; day->next_happening < day->n_agenda && day->agenda[day->next_happening].at_s <= day->now_s; day->next_happening++) {
        const struct happening *happening = &day->agenda[day->next_happening];
        handlers[happening->kind](day, happening);
    }
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].varies)
            TRY(duty_settle(day, s));
    return OK;
}

enum status day_instant(struct day *day)
{
    const struct plan_day *plan = day->plan;

    if (day->now_s == plan->counted_from_s)
        mark_counting(day, false);
    if (day->now_s == plan->closes_s)
        mark_counting(day, true);
    if (day->bin < plan->bins && day->now_s >= plan->opens_s + (day->bin + 1) * plan->bin_s)
        day_step(day);
    if (day->next_happening < day->n_agenda && day->agenda[day->next_happening].at_s <= day->now_s)
        TRY(on_happenings(day));
    while (day->next_booking < day->n_bookings && day->booking[day->next_booking].due_s <= day->now_s)
        TRY(booking_due(day, &day->booking[day->next_booking++]));
    event_list_set(&day->list, SLOT_INSTANT, next_instant_s(day));
    return OK;
}

/* Before anything happens. */
void day_instants_open(struct day *day)
{
    if (day->plan->counted_from_s <= day->plan->opens_s)
        mark_counting(day, false);
    event_list_set(&day->list, SLOT_INSTANT, next_instant_s(day));
}
