/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day at the stations: what happens, in the order in which it happens. */
#include "models/day.h"

#include <math.h>
#include <string.h>

#include "core/forbid.h"

/* Slots of the event list: 0 is the next of the day's fixed instants, then one for each server, then a
 * pool for residents who wait with an end to their patience or walk on to another station. */
enum { SLOT_INSTANT = 0, FIRST_SERVER_SLOT = 1, FIRST_POOL = 8 };

static void take_next(struct day *day, struct line_station *station, int s, int server);

/* --- slots of residents ------------------------------------------------------------------------------ */

static enum status pool_extend(struct day *day, int from, int to)
{
    int32_t *owner, *free_slot;

    TAKE(day->arena, owner, to);
    TAKE(day->arena, free_slot, to);
    if (from > day->first_pooled) {
        memcpy(owner, day->owner, (size_t)from * sizeof *owner);
        memcpy(free_slot, day->free_slot, (size_t)day->n_free * sizeof *free_slot);
    }
    for (int slot = to - 1; slot >= from; slot--)
        free_slot[day->n_free++] = slot;
    day->owner = owner;
    day->free_slot = free_slot;
    return OK;
}

static enum status make_slots(struct day *day)
{
    if (day->n_free)
        return OK;
    int leaves = day->list.leaves;
    TRY(event_list_grow(&day->list, day->arena, 2 * leaves));
    return pool_extend(day, leaves, 2 * leaves);
}

static void pend(struct day *day, struct visit *visit, double at_s)
{
    visit->slot = day->free_slot[--day->n_free];
    day->owner[visit->slot] = (int32_t)(visit - day->visit);
    event_list_set(&day->list, visit->slot, at_s);
}

static void unpend(struct day *day, struct visit *visit)
{
    event_list_clear(&day->list, visit->slot);
    day->free_slot[day->n_free++] = visit->slot;
    visit->slot = -1;
}

/* --- the line ------------------------------------------------------------------------------------------ */

static void line_append(struct day *day, struct line_station *station, struct visit *visit)
{
    int32_t who = (int32_t)(visit - day->visit);

    visit->next = NOBODY;
    visit->previous = station->tail;
    if (station->tail == NOBODY)
        station->head = who;
    else
        day->visit[station->tail].next = who;
    station->tail = who;
    station->waiting++;
    if (station->waiting > station->longest)
        station->longest = station->waiting;
}

static void line_remove(struct day *day, struct line_station *station, struct visit *visit)
{
    if (visit->previous == NOBODY)
        station->head = visit->next;
    else
        day->visit[visit->previous].next = visit->next;
    if (visit->next == NOBODY)
        station->tail = visit->previous;
    else
        day->visit[visit->next].previous = visit->previous;
    station->waiting--;
}

/* --- how a wish ends ----------------------------------------------------------------------------------- */

static void leave(struct day *day, struct visit *visit, enum outcome outcome, const char *what)
{
    visit->outcome = (uint8_t)outcome;
    visit->done_s = day->now_s;
    day->in_system--;
    TRACE(day, what, visit->station, visit, visit->waited_s);
}

/* The station not yet tried that makes the whole detour least, within tolerance; -1 if there's none. */
static int next_on_the_way(const struct day *day, const struct visit *visit)
{
    const struct plan_stream *stream = &day->plan->stream[visit->stream];
    const double *between_m = day->plan->between_m + visit->station * day->plan->n_stations;
    double most_m = stream->direct_m + visit->tolerance_m + 1e-3, least_m = HUGE_VAL;
    int next = -1;

    for (int i = 0; i < stream->n_stations; i++) {
        int s = stream->station[i];
        double all_m = visit->walked_m + between_m[s] + stream->onward_m[s];
        if (visit->tried >> s & 1 || all_m > most_m || all_m == HUGE_VAL)
            continue;
        if (next < 0 || detour_before(all_m, between_m[s], least_m, between_m[next])) {
            least_m = all_m;
            next = s;
        }
    }
    return next;
}

/* He goes on to the next station on his way, or home without: then this is how it ended. */
static void go_on(struct day *day, struct visit *visit, enum outcome outcome, const char *what)
{
    const struct plan_stream *stream = &day->plan->stream[visit->stream];

    visit->tried |= UINT64_C(1) << visit->station;
    int next = stream->n_stations > 1 ? next_on_the_way(day, visit) : -1;
    if (next < 0) {
        leave(day, visit, outcome, what);
        return;
    }
    TRACE(day, "walks-on", visit->station, visit, day->plan->between_m[visit->station * day->plan->n_stations + next]);
    double walk_m = day->plan->between_m[visit->station * day->plan->n_stations + next];
    visit->walked_m += walk_m;
    visit->station = (int16_t)next;
    visit->walking = 1;
    visit->arrives_s = day->now_s + walk_m / visit->speed_m_per_s;
    pend(day, visit, visit->arrives_s);
}

/* --- stock ---------------------------------------------------------------------------------------------- */

/* Another drink that is there, by what the group likes; false if there is none. */
static bool substitute(const struct day *day, const struct line_station *station, struct visit *visit)
{
    const double *upto = day->plan->group[day->plan->stream[visit->stream].group].drink_upto;
    double there = 0, passed = 0;
    int n = day->plan->n_drinks, chosen = -1;

    for (int d = 0; d < n; d++)
        if (station->portions_left[d] >= 1)
            there += upto[d] - (d ? upto[d - 1] : 0);
    for (int d = 0; d < n; d++)
        if (station->portions_left[d] >= 1 && passed <= visit->substitute_u * there) {
            passed += upto[d] - (d ? upto[d - 1] : 0);
            if (upto[d] - (d ? upto[d - 1] : 0) > 0)
                chosen = d;
        }
    if (chosen >= 0)
        visit->drink = (uint8_t)chosen;
    return chosen >= 0;
}

/* Whether there's something for him here: his drink, or one he takes instead, and a cup. */
static bool has_stock(const struct day *day, const struct line_station *station, struct visit *visit)
{
    if (!visit->own_cup && station->cups_left < 1)
        return false;
    if (station->portions_left[visit->first_drink] >= 1) {
        visit->drink = visit->first_drink;
        return true;
    }
    return visit->substitutes && substitute(day, station, visit);
}

static void take_from_stock(struct line_station *station, const struct visit *visit)
{
    station->portions_left[visit->drink]--;
    if (visit->own_cup)
        return;
    station->cups_left--;
    station->cups_used++;
}

/* --- service -------------------------------------------------------------------------------------------- */

static bool poured(const struct day *day, const struct visit *visit)
{
    const int *first = day->plan->station[visit->station].first_of_drink;
    return first[visit->drink + 1] > first[visit->drink];
}

static void server_until(struct day *day, int server, enum phase phase, double until_s)
{
    day->server[server].phase = phase;
    event_list_set(&day->list, FIRST_SERVER_SLOT + server, until_s);
}

static void pour(struct day *day, struct line_station *station, int server, struct visit *visit)
{
    day_pour(day, station, visit);
    server_until(day, server, HANDING_OVER, visit->done_s);
    TRACE(day, "pour", visit->station, visit, visit->cup_c);
}

/* The caller has made sure that there is stock. */
static void start_service(struct day *day, struct line_station *station, int server, struct visit *visit)
{
    visit->starts_s = day->now_s;
    visit->waited_s += day->now_s - visit->arrives_s;
    day->server[server].visit = (int32_t)(visit - day->visit);
    TRACE(day, "serve", visit->station, visit, visit->waited_s);
    take_from_stock(station, visit);
    if (!poured(day, visit)) {
        visit->cup_c = NAN;
        visit->done_s = day->now_s + visit->greet_s + visit->hand_over_s;
        station->portions_used[visit->drink]++;
        server_until(day, server, HANDING_OVER, visit->done_s);
    } else if (visit->greet_s > 0) {
        server_until(day, server, GREETING, day->now_s + visit->greet_s);
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
    while (station->head != NOBODY) {
        struct visit *visit = &day->visit[station->head];
        line_remove(day, station, visit);
        if (visit->slot >= 0)
            unpend(day, visit);
        if (!day->plan->station[s].stocked || has_stock(day, station, visit)) {
            start_service(day, station, server, visit);
            return;
        }
        visit->waited_s += day->now_s - visit->arrives_s;
        go_on(day, visit, OUT_SHORT, "short");
    }
    become_idle(day, station, server);
}

static void on_served(struct day *day, struct line_station *station, int server)
{
    struct visit *visit = &day->visit[day->server[server].visit];

    visit->outcome = OUT_SERVED;
    day->in_system--;
    TRACE(day, "served", visit->station, visit, day->now_s - visit->starts_s);
    (void)station;
}

static enum status on_server(struct day *day, int server)
{
    int s = day->server[server].station;
    struct line_station *station = &day->station[s];

    /* whatever follows gives the server's slot another time, or clears it */
    if (day->server[server].phase == GREETING) {
        pour(day, station, server, &day->visit[day->server[server].visit]);
        return OK;
    }
    station_flow(station, day->now_s);
    if (day->server[server].phase == HANDING_OVER)
        on_served(day, station, server);
    double until_s = station->wants_refill ? day_refill(day, s, day->now_s) : 0;
    if (until_s > day->now_s) {
        server_until(day, server, REFILLING, until_s);
        return OK;
    }
    /* Each who finds nothing left may walk on and need a slot. */
    for (int needed = station->waiting; day->n_free < needed && day->plan->station[s].stocked;) {
        int leaves = day->list.leaves;
        TRY(event_list_grow(&day->list, day->arena, 2 * leaves));
        TRY(pool_extend(day, leaves, 2 * leaves));
    }
    take_next(day, station, s, server);
    return OK;
}

/* --- arrivals ------------------------------------------------------------------------------------------- */

static void join_line(struct day *day, struct line_station *station, struct visit *visit)
{
    line_append(day, station, visit);
    if (visit->patience_s < HUGE_VAL) {
        visit->leaves_s = day->now_s + visit->patience_s;
        pend(day, visit, visit->leaves_s);
    }
    TRACE(day, "joins", visit->station, visit, station->waiting);
}

static enum status on_arrival(struct day *day, struct visit *visit)
{
    int s = visit->station;
    struct line_station *station = &day->station[s];

    TRY(make_slots(day));
    station_flow(station, day->now_s);
    station->bin_arrivals++;
    TRACE(day, "arrives", s, visit, station->waiting);
    if (day->plan->station[s].stocked && !has_stock(day, station, visit))
        go_on(day, visit, OUT_SHORT, "short");
    else if (station->idle_top > 0) {
        station->busy++;
        start_service(day, station, station->idle[--station->idle_top], visit);
    } else if (station->waiting >= day->plan->station[s].room)
        go_on(day, visit, OUT_TURNED_AWAY, "turned-away");
    else if (station->waiting >= visit->balks_at)
        go_on(day, visit, OUT_BALKED, "balks");
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
        visit->walking = 0;
        return on_arrival(day, visit);
    }
    struct line_station *station = &day->station[visit->station];
    station_flow(station, day->now_s);
    line_remove(day, station, visit);
    visit->waited_s += day->now_s - visit->arrives_s;
    leave(day, visit, OUT_RENEGED, "reneges");
    return OK;
}

/* --- fixed instants -------------------------------------------------------------------------------------- */

static void mark_counting(struct day *day, bool closing)
{
    for (int s = 0; s < day->plan->n_stations; s++) {
        struct line_station *station = &day->station[s];
        station_flow(station, day->now_s);
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
    return next_s;
}

static void on_instant(struct day *day)
{
    const struct plan_day *plan = day->plan;

    if (day->now_s == plan->counted_from_s)
        mark_counting(day, false);
    if (day->now_s == plan->closes_s)
        mark_counting(day, true);
    if (day->bin < plan->bins && day->now_s >= plan->opens_s + (day->bin + 1) * plan->bin_s)
        day_step(day);
    event_list_set(&day->list, SLOT_INSTANT, next_instant_s(day));
}

/* --- the day ---------------------------------------------------------------------------------------------- */

static enum status dispatch(struct day *day, int slot)
{
    if (slot >= day->first_pooled)
        return on_resident(day, slot);
    if (slot >= FIRST_SERVER_SLOT)
        return on_server(day, slot - FIRST_SERVER_SLOT);
    on_instant(day);
    return OK;
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
            return OK;
        }
        day->events++;
    }
}

enum status day_simulate(const struct plan_day *plan, uint64_t seed, uint32_t replication, struct arena *arena,
                         struct trace *trace, struct day_result *result)
{
    struct day day = {.plan = plan, .arena = arena, .key = {seed, replication, 0}, .now_s = plan->opens_s, .trace = trace, .result = result};

    arena_reset(arena);
    memset(result->series, 0, (size_t)plan_series(plan) * sizeof *result->series);
    TRY(day_residents(&day));
    TRY(day_open(&day));
    day.first_pooled = FIRST_SERVER_SLOT + plan->n_servers;
    TRY(event_list_init(&day.list, arena, day.first_pooled + FIRST_POOL));
    TRY(pool_extend(&day, day.first_pooled, day.list.leaves));
    if (plan->counted_from_s <= plan->opens_s)
        mark_counting(&day, false);
    event_list_set(&day.list, SLOT_INSTANT, next_instant_s(&day));
    TRY(live(&day));
    TRY(day_count(&day));
    if (trace) {
        trace->visit = day.visit;
        trace->n_visits = day.n_visits;
    }
    return OK;
}
