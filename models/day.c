/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day at the stations: what happens, in the order in which it happens. */
#include "models/line.h"
#include "models/slots.h"

#include <math.h>
#include <string.h>

#include "core/forbid.h"

static void take_next(struct day *day, struct line_station *station, int s, int server);

/* --- service -------------------------------------------------------------------------------------------- */

bool day_poured(const struct day *day, const struct visit *visit)
{
    const int *first = day->plan->station[visit->station].first_of_drink;
    return first[visit->drink + 1] > first[visit->drink];
}

void day_server_until(struct day *day, int server, enum phase phase, double until_s)
{
    day->server[server].phase = phase;
    event_list_set(&day->list, FIRST_SERVER_SLOT + server, until_s);
}

/* From the full cup until whoever serves is free. */
static double parting_s(const struct day *day, struct visit *visit, double from_s)
{
    return day->plan->desks ? desk_hand_over_s(day, visit, from_s) : visit->hand_over_s;
}

static void hand_over(struct day *day, int server, struct visit *visit, double from_s)
{
    visit->done_s = from_s + parting_s(day, visit, from_s);
    day_server_until(day, server, HANDING_OVER, visit->done_s);
}

static void pour(struct day *day, struct line_station *station, int server, struct visit *visit)
{
    double from_s = day_rinsed_s(day, server, visit->drink);

    day->server[server].last_drink = visit->drink;
    hand_over(day, server, visit, day_pour(day, station, visit, from_s));
    TRACE(day, "pour", visit->station, visit, visit->cup_c);
}

/* The caller has made sure that there is stock. */
static void start_service(struct day *day, struct line_station *station, int server, struct visit *visit)
{
    visit->starts_s = day->now_s;
    visit->waited_s += day->now_s - visit->arrives_s;
    day->server[server].visit = (int32_t)(visit - day->visit);
    TRACE(day, "serve", visit->station, visit, visit->waited_s);
    if (visit->booking >= 0 && booking_poured(day, visit)) {
        hand_over(day, server, visit, booking_take(day, visit));
        return;
    }
    if (visit->booking >= 0)
        booking_cancel(day, visit);
    if (station->n_tray && tray_has(day, station, visit)) {
        tray_take(day, station, visit, day->now_s + visit->greet_s);
        hand_over(day, server, visit, day->now_s + visit->greet_s);
        tray_fill(day, visit->station);
        return;
    }
    day_take_stock(day, station, visit);
    if (!day_poured(day, visit)) {
        visit->cup_c = NAN;
        station->portions_used[visit->drink] += visit->cups;
        hand_over(day, server, visit, day->now_s + visit->greet_s);
    } else if (visit->greet_s > 0) {
        day_server_until(day, server, GREETING, day->now_s + visit->greet_s);
    } else {
        pour(day, station, server, visit);
    }
}

static void become_idle(struct day *day, struct line_station *station, int server)
{
    event_list_clear(&day->list, FIRST_SERVER_SLOT + server);
    station->idle[station->idle_top++] = server;
    station->busy--;
}

/* The next in line who can be served; those for whom nothing is left go on. */
static void take_next(struct day *day, struct line_station *station, int s, int server)
{
    if (station->first_booking != NOBODY && booking_begin(day, s, server))
        return;
    while (station->head != NOBODY) {
        struct visit *visit = &day->visit[station->head];
        line_remove(day, station, visit);
        if (visit->slot >= 0)
            unpend(day, visit);
        if (!day_may_lack(day, s) || day_has_stock(day, station, visit)) {
            start_service(day, station, server, visit);
            return;
        }
        visit->waited_s += day->now_s - visit->arrives_s;
        visit_goes_on(day, visit, OUT_SHORT, "short");
    }
    become_idle(day, station, server);
    if (station->tray)
        tray_fill(day, s);
}

enum status day_take_next(struct day *day, int s, int server)
{
    /* Each who finds nothing left may walk on and need a slot. */
    if (day_may_lack(day, s))
        TRY(slots_for(day, day->station[s].waiting));
    take_next(day, &day->station[s], s, server);
    return OK;
}

void day_turn_away(struct day *day, struct line_station *station, struct visit *visit)
{
    line_remove(day, station, visit);
    if (visit->slot >= 0)
        unpend(day, visit);
    visit->waited_s += day->now_s - visit->arrives_s;
    visit_goes_on(day, visit, OUT_TURNED_AWAY, "turned-away");
}

static void on_served(struct day *day, struct line_station *station, int server)
{
    struct visit *visit = &day->visit[day->server[server].visit];

    visit->outcome = OUT_SERVED;
    day->in_system--;
    if (station->tray && !isnan(visit->cup_c)) {
        station->bin_cup_c += visit->cups * (double)visit->cup_c;
        station->bin_cups += visit->cups;
    }
    TRACE(day, "served", visit->station, visit, day->now_s - visit->starts_s);
    if (visit->at_desk)
        desk_take(day, station, visit);
    if (visit->answers)
        visit->done_s += day->plan->group[day->plan->stream[visit->stream].group].group->feedback.takes_s;
}

static enum status on_server(struct day *day, int server)
{
    int s = day->server[server].station;
    struct line_station *station = &day->station[s];

    /* whatever follows gives the server's slot another time, or clears it */
    if (day->server[server].phase == GREETING && !station->failed && !day->plan->holds) {
        pour(day, station, server, &day->visit[day->server[server].visit]);
        return OK;
    }
    if (day->server[server].phase == GREETING) {
        struct visit *visit = &day->visit[day->server[server].visit];
        if (!trouble_while_greeting(day, station, visit)) {
            pour(day, station, server, visit);
            return OK;
        }
        TRY(slots_for(day, 1));
        visit_goes_on(day, visit, OUT_SHORT, "short");
    }
    station_flow(station, day->now_s);
    if (day->server[server].phase == HANDING_OVER)
        on_served(day, station, server);
    double until_s = station->wants_refill ? day_refill(day, s, day->now_s) : 0;
    if (until_s > day->now_s) {
        day_server_until(day, server, REFILLING, until_s);
        return OK;
    }
    if (day->plan->station[s].varies && duty_too_many(station)) {
        event_list_clear(&day->list, FIRST_SERVER_SLOT + server);
        station->busy--;
        return duty_goes(day, station, server);
    }
    return day_take_next(day, s, server);
}

/* --- arrivals ------------------------------------------------------------------------------------------- */

static void join_line(struct day *day, struct line_station *station, struct visit *visit)
{
    line_append(day, station, visit);
    if (visit->patience_s < HUGE_VAL)
        pend(day, visit, day->now_s + visit->patience_s);
    TRACE(day, "joins", visit->station, visit, station->waiting);
}

static enum status on_arrival(struct day *day, struct visit *visit)
{
    int s = visit->station;
    struct line_station *station = &day->station[s];

    TRY(slots_for(day, 1));
    if (visit->walking == CHOOSES) {
        visit_choose(day, visit);
        visit_walks(day, visit, day->now_s + visit->walked_m / visit->speed_m_per_s);
        return OK;
    }
    station_flow(station, day->now_s);
    station->bin_arrivals += visit->cups;
    TRACE(day, "arrives", s, visit, station->waiting);
    if (day->trace && visit->cups > 1)
        TRACE(day, "party", s, visit, visit->cups);
    if (day_may_lack(day, s) && !day_has_stock(day, station, visit))
        visit_goes_on(day, visit, OUT_SHORT, "short");
    else if (station->idle_top > 0) {
        station->busy++;
        start_service(day, station, station->idle[--station->idle_top], visit);
    } else if (line_is_full(station, visit))
        visit_goes_on(day, visit, OUT_TURNED_AWAY, "turned-away");
    else if (visit->booking >= 0)
        join_line(day, station, visit);
    else if (station->waiting >= visit->balks_at)
        visit_goes_on(day, visit, OUT_BALKED, "balks");
    else
        join_line(day, station, visit);
    return OK;
}

/* A walker gets to his next station, or someone in line has waited long enough. */
static enum status on_resident(struct day *day, int slot)
{
    struct visit *visit = &day->visit[day->owner[slot]];

    unpend(day, visit);
    if (visit->walking) {
        visit->walking = STANDS;
        return on_arrival(day, visit);
    }
    struct line_station *station = &day->station[visit->station];
    station_flow(station, day->now_s);
    line_remove(day, station, visit);
    visit->waited_s += day->now_s - visit->arrives_s;
    visit_leaves(day, visit, OUT_RENEGED, "reneges");
    return OK;
}

/* --- the day ---------------------------------------------------------------------------------------------- */

static enum status dispatch(struct day *day, int slot)
{
    if (slot >= day->first_pooled)
        return on_resident(day, slot);
    if (slot >= day->first_tray) {
        station_flow(&day->station[slot - day->first_tray], day->now_s);
        tray_changes(day, slot - day->first_tray);
        return OK;
    }
    if (slot >= FIRST_SERVER_SLOT)
        return on_server(day, slot - FIRST_SERVER_SLOT);
    if (slot == SLOT_INSTANT)
        return day_instant(day);
    day_looks(day);
    return OK;
}

/* With nobody to serve them and patience without end some still stand there when nothing more can happen: they are
 * sent away at closing. */
static void send_home(struct day *day)
{
    day->now_s = day->now_s > day->plan->closes_s ? day->now_s : day->plan->closes_s;
    for (int i = 0; i < day->n_visits && day->in_system > 0; i++) {
        struct visit *visit = &day->visit[i];
        if (visit->outcome != OUT_PENDING)
            continue;
        struct line_station *station = &day->station[visit->station];
        station_flow(station, day->now_s);
        line_remove(day, station, visit);
        visit->waited_s += day->now_s - visit->arrives_s;
        visit->outcome = OUT_TURNED_AWAY;
        visit->done_s = day->now_s;
        day->in_system--;
        TRACE(day, "turned-away", visit->station, visit, visit->waited_s);
    }
}

/* Arrivals are sorted beforehand and merged with the pending events; at equal times arrivals go first. */
static enum status live(struct day *day)
{
    const int32_t *next = day->order, *end = next + day->n_coming;

    for (;;) {
        double pending_s = event_list_time(&day->list);
        if (next < end && day->visit[*next].arrives_s <= pending_s) {
            struct visit *visit = &day->visit[*next++];
            day->now_s = visit->arrives_s;
            TRY(on_arrival(day, visit));
        } else if (pending_s < HUGE_VAL) {
            day->now_s = pending_s;
            TRY(dispatch(day, event_list_first(&day->list)));
        } else {
            send_home(day);
            return OK;
        }
        day->events++;
    }
}

/* The visits of a campaign, day after day. */
static enum status trace_visits(struct day *day)
{
    struct trace *trace = day->trace;
    struct visit *all = day->visit;

    if (trace->n_visits) {
        all = arena_take_raw(day->arena, (size_t)(trace->n_visits + day->n_visits) + 1, sizeof *all);
        if (!all)
            return ERR_MEMORY;
        memcpy(all, trace->visit, (size_t)trace->n_visits * sizeof *all);
        if (day->n_visits)
            memcpy(all + trace->n_visits, day->visit, (size_t)day->n_visits * sizeof *all);
    }
    trace->visit = all;
    trace->n_visits += day->n_visits;
    return OK;
}

static enum status whole_day(struct day *day)
{
    const struct plan_day *plan = day->plan;

    TRY(day_residents(day));
    TRY(slots_open(day));
    TRY(day_open(day));
    if (plan->expires && day->carried->day == 0)
        expiry_morning(day);
    day_instants_open(day);
    day_look_again(day);
    if (plan->scenario->service.tray)
        TRY(tray_open(day));
    TRY(live(day));
    if (plan->scenario->service.tray)
        tray_clear(day);
    TRY(day_count(day));
    if (day->trace)
        TRY(trace_visits(day));
    if (day->carried)
        campaign_night(day);
    return OK;
}

enum status day_simulate(const struct plan_day *plan, uint64_t seed, uint32_t replication, struct arena *arena,
                         struct trace *trace, struct day_result *result)
{
    struct carried *carried;

    arena_reset(arena);
    day_clear(result, plan);
    TRY(campaign_open(plan, arena, &carried));
    for (int i = 0; i < plan->scenario->campaign.days; i++) {
        uint64_t seed_of_day = seed + (uint64_t)i * UINT64_C(0x9E3779B97F4A7C15);
        struct day day = {.plan = plan, .arena = arena, .key = {seed_of_day, replication, 0}, .now_s = plan->opens_s, .carried = carried, .trace = trace, .result = result};
        TRY(whole_day(&day));
    }
    day_sum_up(result, plan, plan->scenario->campaign.days);
    return trace && trace->lost ? ERR_MEMORY : OK;
}
