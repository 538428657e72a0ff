/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cups ordered before: each is due a little before who ordered it comes, and is poured by the next of the staff who is
 * free, before anyone in line is served. It waits, and cools, until he takes it; if he never does, it's poured away. */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

static bool due_before(const struct booking *one, const struct booking *other)
{
    return one->due_s < other->due_s || (one->due_s == other->due_s && one->visit < other->visit);
}

/* Shell sort: qsort may ask for memory. */
static void sort_by_due(struct booking booking[], int n)
{
    static const int gaps[] = {3548, 1577, 701, 301, 132, 57, 23, 10, 4, 1};

    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)
        for (int i = gaps[g]; i < n; i++) {
            struct booking one = booking[i];
            int j = i;
            for (; j >= gaps[g] && due_before(&one, &booking[j - gaps[g]]); j -= gaps[g])
                booking[j] = booking[j - gaps[g]];
            booking[j] = one;
        }
}

/* For whole slots the cup has to be there at the start of his. */
static double due_s(const struct day *day, const struct preorder *preorder, double comes_s)
{
    double opens_s = day->plan->opens_s;

    if (!isnan(preorder->slot_s))
        comes_s = opens_s + preorder->slot_s * floor((comes_s - opens_s) / preorder->slot_s);
    return fmax(opens_s, comes_s - preorder->early_s);
}

/* He comes when it suits him, not quite when he said. */
static void shift(const struct day *day, const struct plan_quantity *punctuality_s, struct visit *visit)
{
    struct draw_key key = {day->key.seed, day->key.replication, day->plan->stream[visit->stream].key};
    double said_s = visit->sets_out_s, last_s = fmax(said_s, day->plan->closes_s);
    double late_s = quantile_at(&punctuality_s->quantile, draw_u01(key, visit->resident, DRAW_PUNCTUALITY));

    visit->sets_out_s = fmax(day->plan->opens_s, fmin(last_s, said_s + late_s));
    visit->arrives_s += visit->sets_out_s - said_s;
}

enum status bookings_make(struct day *day)
{
    int n = 0;

    for (int i = 0; i < day->n_visits; i++)
        n += day->visit[i].booking >= 0;
    TAKE(day->arena, day->booking, n + 1);
    for (int i = 0; i < day->n_visits; i++) {
        struct visit *visit = &day->visit[i];
        const struct plan_group *group = &day->plan->group[day->plan->stream[visit->stream].group];
        if (visit->booking < 0)
            continue;
        day->booking[day->n_bookings++] = (struct booking){due_s(day, &group->group->preorder, visit->arrives_s), 0, i, NOBODY, BOOKED};
        if (group->punctuality_s.given && visit->outcome != OUT_NO_SHOW)
            shift(day, &group->punctuality_s, visit);
    }
    sort_by_due(day->booking, day->n_bookings);
    for (int b = 0; b < day->n_bookings; b++)
        day->visit[day->booking[b].visit].booking = b;
    return OK;
}

static struct visit *who(const struct day *day, const struct booking *booking)
{
    return &day->visit[booking->visit];
}

static void spill(struct day *day, const struct visit *visit)
{
    day->station[visit->station].spilled[visit->drink] += visit->cups;
    TRACE(day, "poured-away", visit->station, visit, visit->cups);
}

enum status booking_due(struct day *day, struct booking *booking)
{
    int s = who(day, booking)->station;
    struct line_station *station = &day->station[s];

    if (booking->state != BOOKED)
        return OK;
    booking->state = DUE;
    *(station->first_booking == NOBODY ? &station->first_booking : &day->booking[station->last_booking].next) = (int32_t)(booking - day->booking);
    station->last_booking = (int32_t)(booking - day->booking);
    if (station->idle_top == 0)
        return OK;
    station_flow(station, day->now_s);
    station->busy++;
    return day_take_next(day, s, station->idle[--station->idle_top]);
}

/* Whether the server is busy with it: a drink that needs no pouring is there at once. */
static bool pour_for(struct day *day, int s, int server, struct booking *booking)
{
    struct line_station *station = &day->station[s];
    struct visit *visit = who(day, booking);

    bool there = station->n_tray && tray_has(day, station, visit);

    booking->state = POURED;
    booking->ready_s = day->now_s;
    visit->cup_c = NAN;
    if (there)
        tray_take(day, station, visit, day->now_s);
    else
        day_take_stock(day, station, visit);
    if (!there && day_poured(day, visit)) {
        booking->ready_s = day_pour(day, station, visit, day_rinsed_s(day, server, visit->drink));
        day->server[server].last_drink = visit->drink;
    } else if (!there) {
        station->portions_used[visit->drink] += visit->cups;
    }
    TRACE(day, "pours-ahead", s, visit, visit->cup_c);
    if (visit->outcome == OUT_NO_SHOW)
        spill(day, visit);
    if (booking->ready_s > day->now_s)
        day_server_until(day, server, POURING_AHEAD, booking->ready_s);
    return booking->ready_s > day->now_s;
}

bool booking_begin(struct day *day, int s, int server)
{
    struct line_station *station = &day->station[s];

    while (station->first_booking != NOBODY) {
        struct booking *booking = &day->booking[station->first_booking];
        station->first_booking = booking->next;
        if (booking->state != DUE)
            continue;
        /* what has run out isn't poured: who ordered it will be told when he comes */
        if ((day->plan->station[s].stocked || station->failed) && !day_has_stock(day, station, who(day, booking)))
            booking->state = TAKEN;
        else if (pour_for(day, s, server, booking))
            return true;
    }
    return false;
}

bool booking_poured(const struct day *day, const struct visit *visit)
{
    return day->booking[visit->booking].state == POURED;
}

double booking_take(struct day *day, struct visit *visit)
{
    struct booking *booking = &day->booking[visit->booking];
    double from_s = fmax(day->now_s, booking->ready_s);

    booking->state = TAKEN;
    if (!isnan(visit->cup_c))
        visit->cup_c = (float)cup_after(day, visit->station, (double)visit->cup_c, from_s - booking->ready_s);
    return from_s;
}

void booking_cancel(struct day *day, struct visit *visit)
{
    struct booking *booking = &day->booking[visit->booking];

    if (booking->state == POURED)
        spill(day, visit);
    else if (booking->state != TAKEN)
        visit->greet_s = 0; /* his order is known already */
    booking->state = TAKEN;
}
