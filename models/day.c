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

enum status day_slots(struct day *day, int needed)
{
    while (day->n_free < needed) {
        int leaves = day->list.leaves;
        TRY(event_list_grow(&day->list, day->arena, 2 * leaves));
        TRY(pool_extend(day, leaves, 2 * leaves));
    }
    return OK;
}

static enum status make_slots(struct day *day)
{
    return day->n_free ? OK : day_slots(day, 1);
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

/* One car more or less. */
static void car_lane(struct line_station *station, const struct visit *visit, int more)
{
    station->cars += more;
    station->in_cars += more * visit->cups;
}

static bool is_full(const struct line_station *station, const struct visit *visit)
{
    if (visit->car)
        return station->cars >= station->car_lane;
    return station->waiting - station->in_cars + visit->cups - 1 >= station->room;
}

/* Behind the last of those who are served first, before all others. */
static void line_put_ahead(struct day *day, struct line_station *station, struct visit *visit, int32_t who)
{
    visit->previous = station->last_ahead;
    visit->next = visit->previous == NOBODY ? station->head : day->visit[visit->previous].next;
    *(visit->previous == NOBODY ? &station->head : &day->visit[visit->previous].next) = who;
    *(visit->next == NOBODY ? &station->tail : &day->visit[visit->next].previous) = who;
    station->last_ahead = who;
}

static void line_append(struct day *day, struct line_station *station, struct visit *visit)
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
        car_lane(station, visit, 1);
    if (station->waiting > station->longest)
        station->longest = station->waiting;
}

static void line_remove(struct day *day, struct line_station *station, struct visit *visit)
{
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
        car_lane(station, visit, -1);
}

/* --- how a wish ends ----------------------------------------------------------------------------------- */

static void walk_to(struct day *day, struct visit *visit, double until_s)
{
    visit->walking = WALKS;
    visit->arrives_s = until_s;
    pend(day, visit, until_s);
}

static void come_back(struct day *day, struct visit *visit)
{
    const struct plan_stream *stream = &day->plan->stream[visit->stream];

    TRACE(day, "comes-back", visit->station, visit, visit->waited_s);
    visit->came_back = 1;
    visit->tried = 0;
    visit->station = (int16_t)stream->station[0];
    walk_to(day, visit, day->now_s + day->plan->group[stream->group].group->second_try.after_s);
}

static void leave(struct day *day, struct visit *visit, enum outcome outcome, const char *what)
{
    if (visit->booking >= 0)
        booking_cancel(day, visit);
    if (outcome != OUT_SHORT && visit_comes_back(day, visit)) {
        come_back(day, visit);
        return;
    }
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
    if (visit->booking >= 0)
        booking_cancel(day, visit);
    TRACE(day, "walks-on", visit->station, visit, day->plan->between_m[visit->station * day->plan->n_stations + next]);
    double walk_m = day->plan->between_m[visit->station * day->plan->n_stations + next];
    visit->walked_m += walk_m;
    visit->station = (int16_t)next;
    walk_to(day, visit, day->now_s + walk_m / visit->speed_m_per_s);
}

/* --- stock ---------------------------------------------------------------------------------------------- */

static bool is_there(const struct day *day, const struct line_station *station, const struct visit *visit, int drink)
{
    return station->portions_left[drink] >= visit->cups && !(station->failed && trouble_with(day, visit->station, drink, visit->cups));
}

/* Whether something can be lacking here. */
static bool may_lack(const struct day *day, int s)
{
    return day->plan->station[s].stocked || day->station[s].failed;
}

/* Another drink that is there, by what the group likes; false if there is none. */
static bool substitute(const struct day *day, const struct line_station *station, struct visit *visit)
{
    const double *upto = day->plan->group[day->plan->stream[visit->stream].group].drink_upto;
    double there = 0, passed = 0;
    int n = day->plan->n_drinks, chosen = -1;

    for (int d = 0; d < n; d++)
        if (is_there(day, station, visit, d))
            there += upto[d] - (d ? upto[d - 1] : 0);
    for (int d = 0; d < n; d++)
        if (is_there(day, station, visit, d) && passed <= visit->substitute_u * there) {
            passed += upto[d] - (d ? upto[d - 1] : 0);
            if (upto[d] - (d ? upto[d - 1] : 0) > 0)
                chosen = d;
        }
    if (chosen >= 0)
        visit->drink = (uint8_t)chosen;
    return chosen >= 0;
}

/* Whether there's something for him here: his drink, or one he takes instead, and a cup; enough for all who come together. */
bool day_has_stock(const struct day *day, const struct line_station *station, struct visit *visit)
{
    if (visit->booking >= 0 && booking_poured(day, visit))
        return true;
    if (station->n_tray && tray_has(day, station, visit)) {
        visit->drink = visit->first_drink;
        return true;
    }
    if (!visit->own_cup && station->cups_left < visit->cups)
        return false;
    if (is_there(day, station, visit, visit->first_drink)) {
        visit->drink = visit->first_drink;
        return true;
    }
    return visit->substitutes && substitute(day, station, visit);
}

void day_take_stock(struct line_station *station, const struct visit *visit)
{
    station->portions_left[visit->drink] -= visit->cups;
    if (visit->own_cup)
        return;
    station->cups_left -= visit->cups;
    station->cups_used += visit->cups;
}

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

static void pour(struct day *day, struct line_station *station, int server, struct visit *visit)
{
    visit->done_s = day_pour(day, station, visit) + visit->hand_over_s;
    day_server_until(day, server, HANDING_OVER, visit->done_s);
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
        visit->done_s = booking_take(day, visit) + visit->hand_over_s;
        day_server_until(day, server, HANDING_OVER, visit->done_s);
        return;
    }
    if (visit->booking >= 0)
        booking_cancel(day, visit);
    if (station->n_tray && tray_has(day, station, visit)) {
        tray_take(day, station, visit, day->now_s + visit->greet_s);
        visit->done_s = day->now_s + visit->greet_s + visit->hand_over_s;
        day_server_until(day, server, HANDING_OVER, visit->done_s);
        tray_fill(day, visit->station);
        return;
    }
    day_take_stock(station, visit);
    if (!day_poured(day, visit)) {
        visit->cup_c = NAN;
        visit->done_s = day->now_s + visit->greet_s + visit->hand_over_s;
        station->portions_used[visit->drink] += visit->cups;
        day_server_until(day, server, HANDING_OVER, visit->done_s);
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
        if (!may_lack(day, s) || day_has_stock(day, station, visit)) {
            start_service(day, station, server, visit);
            return;
        }
        visit->waited_s += day->now_s - visit->arrives_s;
        go_on(day, visit, OUT_SHORT, "short");
    }
    become_idle(day, station, server);
    if (station->tray)
        tray_fill(day, s);
}

enum status day_take_next(struct day *day, int s, int server)
{
    /* Each who finds nothing left may walk on and need a slot. */
    if (may_lack(day, s))
        TRY(day_slots(day, day->station[s].waiting));
    take_next(day, &day->station[s], s, server);
    return OK;
}

void day_turn_away(struct day *day, struct line_station *station, struct visit *visit)
{
    line_remove(day, station, visit);
    if (visit->slot >= 0)
        unpend(day, visit);
    visit->waited_s += day->now_s - visit->arrives_s;
    go_on(day, visit, OUT_TURNED_AWAY, "turned-away");
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
    if (day->server[server].phase == GREETING && !station->failed) {
        pour(day, station, server, &day->visit[day->server[server].visit]);
        return OK;
    }
    if (day->server[server].phase == GREETING) {
        struct visit *visit = &day->visit[day->server[server].visit];
        if (!trouble_while_greeting(day, station, visit)) {
            pour(day, station, server, visit);
            return OK;
        }
        TRY(day_slots(day, 1));
        go_on(day, visit, OUT_SHORT, "short");
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
    if (visit->walking == CHOOSES) {
        visit_choose(day, visit);
        walk_to(day, visit, day->now_s + visit->walked_m / visit->speed_m_per_s);
        return OK;
    }
    station_flow(station, day->now_s);
    station->bin_arrivals += visit->cups;
    TRACE(day, "arrives", s, visit, station->waiting);
    if (day->trace && visit->cups > 1)
        TRACE(day, "party", s, visit, visit->cups);
    if (may_lack(day, s) && !day_has_stock(day, station, visit))
        go_on(day, visit, OUT_SHORT, "short");
    else if (station->idle_top > 0) {
        station->busy++;
        start_service(day, station, station->idle[--station->idle_top], visit);
    } else if (is_full(station, visit))
        go_on(day, visit, OUT_TURNED_AWAY, "turned-away");
    else if (visit->booking >= 0)
        join_line(day, station, visit);
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
        visit->walking = STANDS;
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

/* All that happens at this moment, and then what follows from it. */
static enum status on_happenings(struct day *day)
{
    const struct plan_day *plan = day->plan;

    for (; day->next_happening < day->n_agenda && day->agenda[day->next_happening].at_s <= day->now_s; day->next_happening++) {
        const struct happening *happening = &day->agenda[day->next_happening];
        (happening->kind == HAPPENS_STAFF ? duty_changes : trouble_happens)(day, happening);
    }
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].varies)
            TRY(duty_settle(day, s));
    return OK;
}

static enum status on_instant(struct day *day)
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
    return on_instant(day);
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

enum status day_simulate(const struct plan_day *plan, uint64_t seed, uint32_t replication, struct arena *arena,
                         struct trace *trace, struct day_result *result)
{
    struct day day = {.plan = plan, .arena = arena, .key = {seed, replication, 0}, .now_s = plan->opens_s, .trace = trace, .result = result};

    arena_reset(arena);
    memset(result->series, 0, (size_t)plan_series(plan) * sizeof *result->series);
    TRY(day_residents(&day));
    TRY(day_open(&day));
    day.first_tray = FIRST_SERVER_SLOT + plan->n_servers;
    day.first_pooled = day.first_tray + (plan->scenario->service.tray ? plan->n_stations : 0);
    TRY(event_list_init(&day.list, arena, day.first_pooled + FIRST_POOL));
    TRY(pool_extend(&day, day.first_pooled, day.list.leaves));
    if (plan->counted_from_s <= plan->opens_s)
        mark_counting(&day, false);
    event_list_set(&day.list, SLOT_INSTANT, next_instant_s(&day));
    if (plan->scenario->service.tray)
        TRY(tray_open(&day));
    TRY(live(&day));
    if (plan->scenario->service.tray)
        tray_clear(&day);
    TRY(day_count(&day));
    if (trace) {
        trace->visit = day.visit;
        trace->n_visits = day.n_visits;
    }
    return OK;
}
