/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_EXPERIMENT_RANDOM_ESTATE_H
#define TESTS_EXPERIMENT_RANDOM_ESTATE_H

#include "core/text.h"
#include "random/draw.h"

#include <stdbool.h>

/* Writes scenario number n: every part there or not by chance, small and crowded, so that lines, shortages and
 * empty vessels are common. */

struct author {
    struct text text;
    uint32_t number, draws;
    bool has_site, has_shifts, has_store, carries_d0; /* some station pours drink 0 out of a carrier */
    int nodes, drinks, kinds_of_equipment, groups, stations;
    int urn;           /* equipment that the first station has; -1: none */
    bool insulated[8]; /* equipment */
};

static inline double author_u(struct author *author)
{
    return draw_u01((struct draw_key){2024, 0, author->number}, author->draws++, 0);
}

static inline bool author_chance(struct author *author, double odds)
{
    return author_u(author) < odds;
}

static inline double from(struct author *author, double low, double high)
{
    return low + (high - low) * author_u(author);
}

static inline int author_count(struct author *author, int low, int high)
{
    return low + (int)((high - low + 1) * author_u(author));
}

#define WRITE(...) text_print(&author->text, __VA_ARGS__)

/* A line that may be left out. */
#define MAYBE(odds, ...)                                                                           \
    do {                                                                                           \
        if (author_chance(author, (odds)))                                                         \
            WRITE(__VA_ARGS__);                                                                    \
    } while (0)

/* {prefix0: 30 %, prefix1: 70 %} over n names, in whole per cent; a share may be nothing. */
static inline void author_shares(struct author *author, const char *key, const char *prefix, int n)
{
    int left = 100;

    WRITE("    %s: {", key);
    for (int i = 0; i < n; i++) {
        int share = i + 1 < n ? author_count(author, 0, left) : left;
        WRITE("%s%s%d: %d %%", i ? ", " : "", prefix, i, share);
        left -= share;
    }
    WRITE("}\n");
}

static inline void author_events(struct author *author, const char *first)
{
    WRITE(", events: [{at: '07:%02d', staff: %d, station: %s, for: 10 min}, {at: '07:%02d', power-cut: %s, for: 5 min}", author_count(author, 0, 59),
          author_chance(author, 0.5) ? 1 : -1, first, author_count(author, 0, 59), first);
    MAYBE(0.4, ", {at: '07:%02d', surge: x%.1f, for: %.0f min}", author_count(author, 0, 59), from(author, 0.2, 3), from(author, 1, 40));
    MAYBE(0.4, ", {at: '07:%02d', snow: x%.1f}", author_count(author, 0, 59), from(author, 0.3, 1.2));
    MAYBE(0.4, ", {at: '06:00', late-delivery: %.0f min}", from(author, 1, 50));
    if (author->urn >= 0)
        MAYBE(0.5, ", {at: '07:%02d', fail: %s/e%d, for: %.0f min}", author_count(author, 0, 59), first, author->urn, from(author, 1, 60));
    WRITE("]");
}

/* Stations that ask for more of what they have, and who brings it. */
static inline void author_store(struct author *author)
{
    WRITE("store: {carries: %d, trip: \"lognormal(mean %.0f s, cv 0.5)\"", author_count(author, 1, 60), from(author, 10, 600));
    if (author_chance(author, 0.7))
        WRITE(", runners: %d", author_count(author, 0, 3));
    else
        WRITE(", shifts: [{from: '07:%02d', to: '07:%02d', staff: %d}]", author_count(author, 0, 29), author_count(author, 30, 59), author_count(author, 1, 3));
    MAYBE(0.5, ", cups: %d", author_count(author, 0, 100));
    MAYBE(0.25, ", absent: %d %%", author_count(author, 0, 100));
    WRITE(", %s: {d0: %d}", author->carries_d0 ? "spares" : "portions", author_count(author, 0, 40));
    WRITE("}\n");
}

static inline void author_top(struct author *author)
{
    WRITE("samovar: 1\nname: case %u\n", author->number);
    if (author_chance(author, 0.5))
        WRITE("window: 07:00 - %02d:%02d\n", author_count(author, 8, 9), author_count(author, 0, 59));
    else
        WRITE("window: {from: 06:30, lasts: %.0f min}\n", from(author, 90, 200));
    MAYBE(0.3, "series: %.0f s\n", from(author, 30, 900));
    MAYBE(0.3, "wait-target: %.0f s\n", from(author, 0, 300));
    MAYBE(0.3, "air: %.1f °C\n", from(author, -30, 30));
    MAYBE(0.3, "indoor-air: %.1f °C\n", from(author, -5, 25));
}

static inline void author_site(struct author *author)
{
    WRITE("site:\n  nodes:\n");
    for (int i = 0; i < author->nodes; i++) {
        WRITE("    n%d: {x: %.1f m, y: %.1f m", i, from(author, 0, 300), from(author, 0, 300));
        MAYBE(0.4, ", standing-room: %d", author_count(author, 0, 12));
        MAYBE(0.4, ", power: %.0f W, overload: %s", from(author, 100, 6000), author_chance(author, 0.5) ? "turns" : "trips, reset: 3 min");
        MAYBE(0.3, ", indoor: yes");
        MAYBE(0.2, ", car-lane: %d", author_count(author, 0, 5));
        WRITE("}\n");
    }
    WRITE("  paths:\n");
    for (int i = 1; i < author->nodes; i++) /* a tree reaches every place; some paths more */
        WRITE("    - [n%d, n%d]\n", author_count(author, 0, i - 1), i);
    for (int i = author_count(author, 0, 4); i > 0; i--) {
        int a = author_count(author, 1, author->nodes - 1);
        WRITE("    - [n%d, n%d, %.0f m", a - 1, a, from(author, 5, 400));
        MAYBE(0.4, ", for: %s", author_chance(author, 0.5) ? "car" : "[walk, e-bike]");
        WRITE("]\n");
    }
}

static inline void author_times(struct author *author)
{
    double way = author_u(author);

    if (way < 0.4)
        WRITE("    count: %d\n    departs: [{peak: 07:%02d, spread: %.0f s, share: 60 %%}, {peak: 07:%02d, spread: 10 min, share: 40 %%}]\n",
              author_count(author, 0, 250), author_count(author, 0, 59), from(author, 60, 1500), author_count(author, 0, 59));
    else if (way < 0.7)
        WRITE("    counts: {from: 07:00, every: %.0f s, people: [%d, %d, 0, %d]}\n", from(author, 1, 1200), author_count(author, 0, 60), author_count(author, 0, 60),
              author_count(author, 1, 60));
    else if (way < 0.85)
        WRITE("    rate: %.1f /h\n", from(author, 0, 150));
    else
        WRITE("    rate: [[07:10, %.1f /h], [07:30, %.1f /h], [07:30, 0 /h], [08:00, 90 /h]]\n", from(author, 0, 200), from(author, 0, 200));
}

static inline void author_group(struct author *author, int number)
{
    bool walks = author->has_site && author_chance(author, 0.8);

    WRITE("  g%d:\n", number);
    author_times(author);
    if (walks) {
        author_shares(author, "from", "n", author_count(author, 1, author->nodes));
        author_shares(author, "to", "n", author_count(author, 1, author->nodes));
    } else {
        WRITE("    at: %s\n", author->has_site ? "n0" : "s0");
    }
    MAYBE(0.5, "    day-to-day: %.2f\n", from(author, 0, 0.8));
    MAYBE(0.6, "    uptake: %.0f %%\n", from(author, 10, 100));
    MAYBE(0.4, "    uptake-per-degree: %.1f %%\n", from(author, 0, 5));
    if (author_chance(author, 0.2))
        WRITE("    mode: %s\n    speed: 4 m/s\n", author_chance(author, 0.5) ? "car" : "e-bike");
    else
        MAYBE(0.5, "    speed: lognormal(mean %.2f m/s, cv 0.2)\n", from(author, 0.7, 2));
    MAYBE(0.6, "    detour: exponential(mean %.0f m)\n", from(author, 5, 200));
    MAYBE(0.5, "    balk: normal(mean %.1f, sd 3)\n", from(author, 0, 9));
    MAYBE(0.5, "    patience: weibull(mean %.0f s, shape %.1f)\n", from(author, 10, 400), from(author, 0.6, 3));
    if (author_chance(author, 0.6))
        author_shares(author, "drinks", "d", author->drinks);
    MAYBE(0.6, "    substitute: %.0f %%\n", from(author, 0, 100));
    MAYBE(0.6, "    own-cup: %.0f %%\n", from(author, 0, 100));
    MAYBE(0.3, "    consult: %.0f %%\n", from(author, 0, 40));
    MAYBE(0.3, "    slack: %.0f s\n", from(author, 0, 600));
    MAYBE(0.2, "    lift: %.0f s\n", from(author, 10, 200));
    MAYBE(0.2, "    party: \"discrete(1: 60 %%, 2: 30 %%, 4: 10 %%)\"\n");
    MAYBE(0.2, "    priority: yes\n");
    if (author_chance(author, 0.3)) {
        WRITE("    preorder: {share: %.0f %%, early: %.0f s, no-show: %.0f %%", from(author, 5, 60), from(author, 0, 300), from(author, 0, 30));
        MAYBE(0.5, ", slot: %.0f s", from(author, 30, 1500));
        MAYBE(0.5, ", punctuality: 'normal(mean %.0f s, sd %.0f s)'", from(author, -200, 400), from(author, 1, 900));
        MAYBE(0.5, ", points: %.0f %%", from(author, 1, 40));
        WRITE("}\n");
    }
    MAYBE(0.25, "    feedback: {share: %.0f %%, takes: %.0f s}\n", from(author, 0, 100), from(author, 0, 60));
    MAYBE(0.2, "    hand-over: exponential(mean 9 s)\n");
    if (walks && author_chance(author, 0.3)) {
        bool logit = author_chance(author, 0.5);
        WRITE("    choice: %s\n", logit ? "logit" : "shortest line");
        MAYBE(logit ? 0.5 : 0, "    choice-line: %.0f m\n", from(author, 0, 60));
        MAYBE(logit ? 0.5 : 0, "    choice-spread: %.1f m\n", from(author, 0.1, 90));
    }
    MAYBE(0.25, "    comes-back: {share: %.0f %%, after: %.0f s}\n", from(author, 0, 80), from(author, 1, 1500));
}

/* How often it fails, within the braces of an equipment. */
static inline void author_failures(struct author *author)
{
    MAYBE(0.3, ", clean: %.0f s", from(author, 0, 200));
    MAYBE(0.2, ", fails-every: %.0f min, repair: %.0f min", from(author, 11, 200), from(author, 1, 30));
    WRITE("}\n");
}

static inline void author_goods(struct author *author)
{
    WRITE("drinks:\n");
    for (int i = 0; i < author->drinks; i++) {
        bool keeps = author_chance(author, 0.3);
        WRITE("  d%d: {cup: %.0f ml, serve: %.0f - %.0f °C, cost: %.2f CNY, keeps: %s", i, from(author, 100, 400), from(author, 40, 58), from(author, 60, 80), from(author, 0, 3),
              keeps ? "yes" : "no");
        MAYBE(0.3, ", hold: %.0f min", from(author, 1, 90));
        if (keeps)
            MAYBE(0.5, ", keeps-days: %d", author_count(author, 1, 3));
        WRITE("}\n");
    }
    if (author->kinds_of_equipment)
        WRITE("equipment:\n");
    for (int i = 0; i < author->kinds_of_equipment; i++) {
        author->insulated[i] = author_chance(author, 0.5);
        if (!author->insulated[i])
            WRITE("  e%d: {kind: heated, volume: %.2f L, power: %.0f W, setpoint: %.0f °C, hysteresis: %.1f K, loss: %.2f W/K, shell: %.0f J/K, tap: %.0f ml/s, preheat: %.0f min,\n"
                  "    refill: {below: %.0f ml, takes: %.0f s, water: %.0f °C, by: %s}, rent: %.1f CNY",
                  i, from(author, 1, 9), from(author, 100, 4000), from(author, 40, 90), from(author, 0.2, 9), from(author, 0, 5), from(author, 0, 4000), from(author, 20, 200),
                  from(author, 0, 60), from(author, 0, 900), from(author, 0, 200), from(author, 5, 95), author_chance(author, 0.5) ? "staff" : "helper", from(author, 0, 30));
        else
            WRITE("  e%d: {kind: insulated, volume: %.2f L, filled: %.0f °C, loss: %.2f W/K, shell: %.0f J/K, tap: %.0f ml/s, swap: %.0f s, refill: {by: %s}, rent: %.1f CNY", i,
                  from(author, 1, 9), from(author, 50, 95), from(author, 0, 5), from(author, 0, 4000), from(author, 20, 200), from(author, 0, 120),
                  author_chance(author, 0.5) ? "staff" : "helper", from(author, 0, 30));
        author_failures(author);
    }
}

static inline void author_service(struct author *author)
{
    WRITE("service:\n  pour-drop: %.0f K\n", from(author, 0, 8));
    MAYBE(0.8, "  greet: lognormal(mean %.1f s, cv 0.6)\n", from(author, 1, 60));
    MAYBE(0.6, "  hand-over: exponential(mean %.1f s)\n", from(author, 1, 20));
    MAYBE(0.5, "  consult: %.0f s\n", from(author, 10, 90));
    MAYBE(0.3, "  wait-for-warm: yes\n");
    MAYBE(0.3, "  rinse: %.0f s\n", from(author, 0, 20));
    MAYBE(0.3, "  tray: %d\n", author_count(author, 1, 6));
    MAYBE(0.2, "  hand-over-car: lognormal(mean %.1f s, cv 0.5)\n", from(author, 1, 30));
    MAYBE(0.2, "  hand-over-e-bike: exponential(mean %.1f s)\n", from(author, 1, 30));
    MAYBE(0.3, "  own-cup-drop: %.0f K\n", from(author, 0, 20));
    MAYBE(0.3, "  cup-cooling: %.0f min\n", from(author, 1, 90));
    MAYBE(0.2, "staff: {absent: %.0f %%}\n", from(author, 0, 40));
    MAYBE(0.6, "costs: {set-up: %.0f CNY, wage: %.0f CNY/h, electricity: %.2f CNY/kWh, cup: %.2f CNY, lid: %.2f CNY, waste: %.2f CNY, goodwill: %.1f CNY}\n", from(author, 0, 50), from(author, 0, 50),
          from(author, 0, 2), from(author, 0, 1), from(author, 0, 1), from(author, 0, 1), from(author, 0, 9));
    MAYBE(0.4, "satisfaction: {served: %.0f, wait: %.0f, temperature: %.0f, choice: %.0f, greeting: %.0f, wait-limit: %.0f s, greeting-enough: %.0f s}\n", from(author, 0, 50),
          from(author, 0, 50), from(author, 0, 50), from(author, 0, 50), from(author, 0, 50), from(author, 1, 900), from(author, 1, 60));
}

/* All day, in shifts, or not at all. */
static inline void author_helpers(struct author *author, const char *all_day, const char *shifts, int most)
{
    double way = author_u(author);

    if (way < 0.25)
        WRITE("      %s: %d\n", all_day, author_count(author, 0, most));
    else if (way < 0.4)
        WRITE("      %s: [{from: '07:%02d', to: '07:%02d', staff: %d}, {from: '07:%02d', to: '08:30', staff: %d}]\n", shifts, author_count(author, 0, 29), author_count(author, 30, 59),
              author_count(author, 0, most), author_count(author, 0, 59), author_count(author, 0, most));
}

static inline void author_station(struct author *author, int number)
{
    WRITE("    %s%d:\n", author->has_site ? "n" : "s", number);
    if (author->has_shifts)
        WRITE("      shifts: [{from: '07:00', to: '07:%02d', staff: %d}, {from: '07:%02d', to: '08:30', staff: %d}]\n", author_count(author, 30, 59), author_count(author, 1, 3),
              author_count(author, 0, 59), author_count(author, 0, 3));
    else
        WRITE("      staff: %d\n", author_count(author, 1, 4));
    author_helpers(author, "greeters", "greeter-shifts", 3);
    author_helpers(author, "desk", "desk-shifts", 2);
    MAYBE(0.2, "      breaks: [{at: '07:%02d', for: %.0f min}]\n", author_count(author, 1, 29), from(author, 1, 20));
    if (author->kinds_of_equipment && author_chance(author, 0.8)) {
        WRITE("      vessels: {");
        for (int d = 0; d < author->drinks; d++) {
            int one = author_count(author, 0, author->kinds_of_equipment - 1), other = author_count(author, 0, author->kinds_of_equipment - 1);
            if (!author_chance(author, 0.8))
                continue;
            WRITE("d%d: [e%d, e%d], ", d, one, other);
            if (number == 0)
                author->urn = other;
            author->carries_d0 |= d == 0 && (author->insulated[one] || author->insulated[other]);
        }
        WRITE("}\n");
    }
    bool asks = author->has_store && (number == 0 || author_chance(author, 0.5));
    if (asks || author_chance(author, 0.6)) {
        WRITE("      portions: {");
        for (int d = 0; d < author->drinks; d++)
            MAYBE(asks && d == 0 ? 1 : 0.7, "d%d: %d, ", d, author_count(author, 0, 60));
        WRITE("}\n");
    }
    bool cups = author_chance(author, 0.4);
    if (cups)
        WRITE("      cups: %d\n", author_count(author, 0, 80));
    MAYBE(0.2, "      lids: %d\n", author_count(author, 0, 80));
    if (asks)
        WRITE("      reorder: {d0: %d}\n", author_count(author, 0, 50));
    if (asks && cups)
        WRITE("      reorder-cups: %d\n", author_count(author, 0, 50));
}

/* Kinds of day; one of them never comes by itself. */
static inline void author_days(struct author *author)
{
    const char *first = author->has_site ? "n0" : "s0";

    int share = author_count(author, 1, 99);
    WRITE("days:\n  plain: {share: %d %%}\n  other: {share: %d %%", share, 100 - share);
    if (author_chance(author, 0.5))
        WRITE(", air: \"normal(%.1f, 3) °C\"", from(author, -15, 5));
    else
        WRITE(", warmer: %.1f K", from(author, -15, 15));
    WRITE(", set: {");
    WRITE("residents.*.uptake: x%.2f, residents.*.patience: x%.2f, service.pour-drop: x%.2f%s}", from(author, 0.5, 1), from(author, 0.5, 2), from(author, 0.5, 2),
          author->has_shifts ? "" : author_chance(author, 0.5) ? ", layouts.*.*.staff: 3" : ", staff.absent: 30 %");
    MAYBE(0.3, ", crowd: %.1f", from(author, 0.5, 3));
    if (author_chance(author, 0.7))
        author_events(author, first);
    WRITE("}\n");
    MAYBE(0.3, "  never: {share: 0 %%, crowd: %.1f}\n", from(author, 0.5, 3));
}

/** The text is the caller's: text_free. */
static inline struct text random_estate(uint32_t number)
{
    struct author one = {.number = number, .urn = -1}, *author = &one;

    one.has_site = author_chance(author, 0.7);
    one.has_shifts = author_chance(author, 0.2);
    one.nodes = author_count(author, 2, 7);
    one.drinks = author_count(author, 1, 3);
    one.kinds_of_equipment = author_count(author, 0, 3);
    one.groups = author_count(author, 1, 3);
    one.stations = author_count(author, 1, one.has_site ? one.nodes : 1);
    author_top(author);
    if (one.has_site)
        author_site(author);
    WRITE("residents:\n");
    for (int g = 0; g < one.groups; g++)
        author_group(author, g);
    author_goods(author);
    author_service(author);
    one.has_store = author_chance(author, 0.4);
    MAYBE(0.15, "campaign: {days: %d, weather: %.2f, delivery-every: %d}\n", author_count(author, 2, 4), from(author, 0, 0.9), author_count(author, 1, 3));
    WRITE("layouts:\n  one:\n");
    for (int s = 0; s < one.stations; s++)
        author_station(author, s);
    if (one.has_store)
        author_store(author);
    if (author_chance(author, 0.4))
        author_days(author);
    return one.text;
}

#undef WRITE
#undef MAYBE
#endif
