/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tray of cups that idle staff pour ahead. A cup cools as air + (cup - air) e^(-t / tau), so the moment at which it
 * leaves the serving band is known when it's poured. */
#include "models/day.h"

#include <math.h>

#include "core/forbid.h"

/* Staff look again so much later where nothing could be poured just now. */
static const double LOOK_AGAIN_S = 30;

static int on_tray(const struct line_station *station, int drink)
{
    int n = 0;
    for (int i = 0; i < station->n_tray; i++)
        n += station->tray[i].drink == drink;
    return n;
}

/* A vessel from which a warm cup flows at once. */
static bool flows_warm(const struct day *day, int s, int drink)
{
    const struct plan_station *plan = &day->plan->station[s];
    double low_c = scenario_drink(day->plan->scenario, drink)->serve_c.low + day->plan->scenario->service.pour_drop_k;

    for (int v = plan->first_of_drink[drink]; v < plan->first_of_drink[drink + 1]; v++) {
        const struct pouring_vessel *vessel = &day->vessel[v];
        double at_s = fmax(day->now_s, vessel->vessel.time_s);
        if (!vessel->failures && vessel->cups > 0 && vessel->tap_free_s <= day->now_s && vessel_temperature_at(&vessel->vessel, vessel->air_c, at_s) > low_c)
            return true;
    }
    return false;
}

/* The drink of which the tray lacks most; -1 if there is none to pour. */
static int lacking(const struct day *day, int s)
{
    const struct line_station *station = &day->station[s];
    const double *wished = day->plan->station[s].wished;
    double most = 0;
    int drink = -1;

    for (int d = 0; d < day->plan->n_drinks && station->cups_left >= 1; d++) {
        double lacks = wished[d] * day->plan->scenario->service.tray - on_tray(station, d);
        if (wished[d] > 0 && lacks > most && station->portions_left[d] >= 1 && !(station->failed && trouble_with(day, s, d, 1)) && flows_warm(day, s, d)) {
            most = lacks;
            drink = d;
        }
    }
    return drink;
}

static double cold_s(const struct day *day, int s, const struct tray_cup *cup)
{
    double air_c = day->plan->station[s].indoor ? day->plan->scenario->indoor_air_c : day->air_c;
    double low_c = scenario_drink(day->plan->scenario, cup->drink)->serve_c.low;

    if (air_c >= low_c)
        return HUGE_VAL;
    return cup->full_s + day->plan->scenario->service.cup_cooling_s * fmax(0, log((cup->cup_c - air_c) / (low_c - air_c)));
}

static void pour_ahead(struct day *day, int s, int drink, int server)
{
    struct line_station *station = &day->station[s];
    struct visit ahead = {.station = (int16_t)s, .drink = (uint8_t)drink, .cups = 1};
    struct tray_cup *cup = &station->tray[station->n_tray++];

    day_take_stock(day, station, &ahead);
    cup->full_s = day_pour(day, station, &ahead, day_rinsed_s(day, server, drink));
    day->server[server].last_drink = drink;
    cup->cup_c = (double)ahead.cup_c;
    cup->drink = drink;
    cup->cold_s = cold_s(day, s, cup);
    day_server_until(day, server, FILLING_TRAY, cup->full_s);
    TRACE(day, "pours-ahead", s, NULL, cup->cup_c);
}

/* The next cup to get cold; sooner where somebody idle couldn't pour. */
static void look_again(struct day *day, int s, bool soon)
{
    const struct line_station *station = &day->station[s];
    double next_s = soon ? day->now_s + LOOK_AGAIN_S : HUGE_VAL;

    for (int i = 0; i < station->n_tray; i++)
        next_s = fmin(next_s, station->tray[i].cold_s);
    event_list_set(&day->list, day->first_tray + s, next_s);
}

void tray_fill(struct day *day, int s)
{
    struct line_station *station = &day->station[s];
    bool open = day->now_s < day->plan->closes_s, stuck = false;

    while (open && !stuck && station->idle_top > 0 && station->n_tray < day->plan->scenario->service.tray) {
        int drink = lacking(day, s);
        stuck = drink < 0;
        if (stuck)
            break;
        station->busy++;
        pour_ahead(day, s, drink, station->idle[--station->idle_top]);
    }
    look_again(day, s, stuck);
}

static void discard(struct day *day, struct line_station *station, int i)
{
    station->spilled[station->tray[i].drink]++;
    TRACE(day, "poured-away", (int)(station - day->station), NULL, 1);
    for (station->n_tray--; i < station->n_tray; i++)
        station->tray[i] = station->tray[i + 1];
}

void tray_changes(struct day *day, int s)
{
    struct line_station *station = &day->station[s];

    for (int i = station->n_tray - 1; i >= 0; i--)
        if (station->tray[i].cold_s <= day->now_s)
            discard(day, station, i);
    tray_fill(day, s);
}

static bool ready(const struct day *day, const struct tray_cup *cup, int drink)
{
    return cup->drink == drink && cup->full_s <= day->now_s;
}

bool tray_has(const struct day *day, const struct line_station *station, const struct visit *visit)
{
    int n = 0;

    for (int i = 0; i < station->n_tray; i++)
        n += ready(day, &station->tray[i], visit->first_drink);
    return !visit->own_cup && n >= visit->cups;
}

void tray_take(struct day *day, struct line_station *station, struct visit *visit, double at_s)
{
    double sum_c = 0;
    int taken = 0, kept = 0;

    for (int i = 0; i < station->n_tray; i++) {
        const struct tray_cup *cup = &station->tray[i];
        if (taken < visit->cups && ready(day, cup, visit->first_drink)) {
            sum_c += cup_after(day, visit->station, cup->cup_c, at_s - cup->full_s);
            taken++;
        } else {
            station->tray[kept++] = *cup;
        }
    }
    station->n_tray = kept;
    visit->drink = visit->first_drink;
    visit->cup_c = (float)(sum_c / taken);
    TRACE(day, "from-tray", visit->station, visit, visit->cup_c);
}

enum status tray_open(struct day *day)
{
    for (int s = 0; s < day->plan->n_stations; s++) {
        TAKE(day->arena, day->station[s].tray, day->plan->scenario->service.tray);
        tray_fill(day, s);
    }
    return OK;
}

void tray_clear(struct day *day)
{
    for (int s = 0; s < day->plan->n_stations; s++)
        while (day->station[s].n_tray > 0)
            discard(day, &day->station[s], day->station[s].n_tray - 1);
}
