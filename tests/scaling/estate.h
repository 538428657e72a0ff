/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SCALING_ESTATE_H
#define TESTS_SCALING_ESTATE_H

#include <stdio.h>

/* An estate of any size: towers in rows, a gate under every column of towers, stations at the gates and squares.
 * A third of the residents want a drink. Staff enough for them all. */
struct size {
    int residents, stations;
};

enum { COLUMNS = 8, ROWS = 8, PLACES = COLUMNS * ROWS };

static inline void estate_places(FILE *out)
{
    fprintf(out, "site:\n  nodes:\n");
    for (int i = 0; i < PLACES; i++)
        fprintf(out, "    square-%d: {x: %d m, y: %d m, standing-room: 40}\n    tower-%d: {x: %d m, y: %d m}\n", i, i % COLUMNS * 100, i / COLUMNS * 100, i,
                i % COLUMNS * 100 + 40, i / COLUMNS * 100 + 30);
    fprintf(out, "  paths:\n");
    for (int i = 0; i < PLACES; i++) {
        fprintf(out, "    - [tower-%d, square-%d]\n", i, i);
        if (i % COLUMNS)
            fprintf(out, "    - [square-%d, square-%d]\n", i - 1, i);
        if (i >= COLUMNS)
            fprintf(out, "    - [square-%d, square-%d]\n", i - COLUMNS, i);
    }
}

static inline void estate_shares(FILE *out, const char *key, const char *place, int n)
{
    int left = 1000;

    fprintf(out, "    %s: {", key);
    for (int i = 0; i < n; i++) {
        int share = i + 1 < n ? 1000 / n : left;
        fprintf(out, "%s%s-%d: %d.%d %%", i ? ", " : "", place, i, share / 10, share % 10);
        left -= share;
    }
    fprintf(out, "}\n");
}

static inline void estate_residents(FILE *out, const struct size *size)
{
    fprintf(out, "residents:\n  all:\n    count: %d\n", size->residents);
    estate_shares(out, "from", "tower", PLACES);
    estate_shares(out, "to", "square", COLUMNS);
    fprintf(out, "    departs: [{peak: 07:35, spread: 20 min, share: 100 %%}]\n    uptake: 35 %%\n    speed: lognormal(mean 1.3 m/s, cv 0.2)\n"
                 "    detour: exponential(mean 60 m)\n    balk: normal(mean 10, sd 4)\n    patience: weibull(mean 4 min, shape 2)\n"
                 "    drinks: {tea: 60 %%, water: 40 %%}\n    substitute: 60 %%\n");
}

static inline void estate_write(FILE *out, const struct size *size)
{
    /* 35 % of them in about 80 minutes at 15 s each, at four fifths of what the staff can do */
    int staff = 1 + (int)(.35 * size->residents / size->stations * 15 / (80 * 60) / .8);

    fprintf(out, "samovar: 1\nname: %d residents, %d stations\nwindow: 06:30 - 09:00\nair: normal(-2, 4) °C\n", size->residents, size->stations);
    estate_places(out);
    estate_residents(out, size);
    fprintf(out, "drinks:\n  tea: {cup: 250 ml, serve: 55 - 70 °C}\n  water: {cup: 250 ml, serve: 50 - 70 °C}\n"
                 "equipment:\n  urn: {kind: heated, volume: 40 L, power: 9 kW, setpoint: 70 °C, loss: 2 W/K, tap: 200 ml/s, preheat: 60 min,\n"
                 "        refill: {below: 10 L, takes: 60 s, water: 60 °C, by: helper}}\n"
                 "service: {greet: \"lognormal(mean 7 s, cv 0.4)\", hand-over: \"lognormal(mean 6 s, cv 0.5)\"}\nlayouts:\n  all:\n");
    for (int s = 0; s < size->stations; s++)
        fprintf(out, "    square-%d: {staff: %d, vessels: {tea: urn, water: urn}, portions: {tea: %d}}\n", s * PLACES / size->stations, staff,
                size->residents / size->stations);
}

#endif
