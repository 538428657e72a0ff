/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/unit.h"

#include "core/say.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN, ALIAS };

const struct unit unit_table[] = {
    {DURATION, "s", 1, SHOWN},
    {DURATION, "min", 60, SHOWN},
    {DURATION, "h", 3600, SHOWN},
    {LENGTH, "m", 1, SHOWN},
    {LENGTH, "km", 1000, SHOWN},
    {SPEED, "m/s", 1, SHOWN},
    {SPEED, "km/h", 1 / 3.6, SHOWN},
    {RATE, "/h", 1.0 / 3600, SHOWN},
    {RATE, "/min", 1.0 / 60, SHOWN},
    {RATE, "/s", 1, SHOWN},
    {TEMPERATURE, "°C", 1, SHOWN},
    {TEMPERATURE, "C", 1, ALIAS},
    {TEMPERATURE, "℃", 1, ALIAS},
    {DIFFERENCE, "K", 1, SHOWN},
    {DIFFERENCE, "°C", 1, ALIAS},
    {DIFFERENCE, "C", 1, ALIAS},
    {DIFFERENCE, "℃", 1, ALIAS},
    {POWER, "W", 1, SHOWN},
    {POWER, "kW", 1000, SHOWN},
    {ENERGY_PRICE, "CNY/kWh", 1 / 3.6e6, SHOWN},
    {ENERGY_PRICE, "¥/kWh", 1 / 3.6e6, ALIAS},
    {ENERGY_PRICE, "￥/kWh", 1 / 3.6e6, ALIAS},
    {ENERGY_PRICE, "元/kWh", 1 / 3.6e6, ALIAS},
    {VOLUME, "L", 1e-3, SHOWN},
    {VOLUME, "ml", 1e-6, SHOWN},
    {VOLUME, "l", 1e-3, ALIAS},
    {VOLUME, "mL", 1e-6, ALIAS},
    {FLOW, "ml/s", 1e-6, SHOWN},
    {FLOW, "L/min", 1e-3 / 60, SHOWN},
    {FLOW, "mL/s", 1e-6, ALIAS},
    {FLOW, "l/min", 1e-3 / 60, ALIAS},
    {HEAT_LOSS, "W/K", 1, SHOWN},
    {HEAT_LOSS, "W/°C", 1, ALIAS},
    {HEAT_LOSS, "W/℃", 1, ALIAS},
    {HEAT_CAPACITY, "J/K", 1, SHOWN},
    {HEAT_CAPACITY, "kJ/K", 1000, SHOWN},
    {MONEY, "CNY", 1, SHOWN},
    {MONEY, "¥", 1, ALIAS},
    {MONEY, "￥", 1, ALIAS},
    {MONEY, "元", 1, ALIAS},
    {WAGE, "CNY/h", 1.0 / 3600, SHOWN},
    {WAGE, "¥/h", 1.0 / 3600, ALIAS},
    {WAGE, "￥/h", 1.0 / 3600, ALIAS},
    {WAGE, "元/h", 1.0 / 3600, ALIAS},
    {SHARE, "%", 0.01, SHOWN},
    {SHARE, "％", 0.01, ALIAS},
    {SHARE_PER_KELVIN, "%", 0.01, SHOWN},
    {SHARE_PER_KELVIN, "％", 0.01, ALIAS},
    {SHARE_PER_KELVIN, "%/K", 0.01, ALIAS},
    {SHARE_PER_KELVIN, "%/°C", 0.01, ALIAS},
    {HEADS, "people", 1, ALIAS},
    {HEADS, "drinks", 1, ALIAS},
    {HEADS, "cups", 1, ALIAS},
    {HEADS, "portions", 1, ALIAS},
    {NUMBER, NULL, 0, SHOWN},
};

static const char *const dimension_names[DIMENSIONS] = {
    [NUMBER] = "",
    [DURATION] = MARK("time"),
    [LENGTH] = MARK("length"),
    [SPEED] = MARK("speed"),
    [RATE] = MARK("rate"),
    [TEMPERATURE] = MARK("temperature"),
    [DIFFERENCE] = MARK("temperature difference"),
    [POWER] = MARK("power"),
    [ENERGY_PRICE] = MARK("price of energy"),
    [VOLUME] = MARK("volume"),
    [FLOW] = MARK("flow"),
    [HEAT_LOSS] = MARK("heat loss"),
    [HEAT_CAPACITY] = MARK("heat capacity"),
    [MONEY] = MARK("money"),
    [WAGE] = MARK("wage"),
    [SHARE] = MARK("share"),
    [SHARE_PER_KELVIN] = MARK("share per degree"),
    [HEADS] = "",
};

const char *dimension_name(enum dimension dimension)
{
    return dimension_names[dimension];
}

const struct unit *dimension_unit(enum dimension dimension)
{
    for (const struct unit *unit = unit_table; unit->name; unit++)
        if (unit->dimension == dimension && !unit->alias)
            return unit;
    return NULL;
}

const char *dimension_units(enum dimension dimension)
{
    static char listed[DIMENSIONS][96];
    const char *shown[8];
    int n = 0;

    for (const struct unit *unit = unit_table; unit->name; unit++)
        if (unit->dimension == dimension && !unit->alias && n < 8)
            shown[n++] = unit->name;
    char *end = listed[dimension];
    *end = '\0';
    for (int i = 0; i < n; i++) {
        const char *between = i == 0 ? "" : i + 1 < n ? say(", ") : say(" or ");
        end = stpcpy(stpcpy(end, between), shown[i]);
    }
    return listed[dimension];
}

const struct unit *unit_find(enum dimension dimension, const char *name, size_t n)
{
    for (const struct unit *unit = unit_table; unit->name; unit++)
        if (unit->dimension == dimension && strlen(unit->name) == n
            && memcmp(unit->name, name, n) == 0)
            return unit;
    return NULL;
}

/* 35 * 0.01 isn't 0.35, but 35 / 100 is: divide where the reciprocal is the round number. */
double unit_to_si(const struct unit *unit, double number)
{
    return unit->si < 1 ? number / (1 / unit->si) : number * unit->si;
}

double unit_from_si(const struct unit *unit, double si)
{
    return unit->si < 1 ? si * (1 / unit->si) : si / unit->si;
}

/* Seven digits; large numbers without an exponent. */
static void print_number(char digits[32], double number)
{
    snprintf(digits, 32, fabs(number) >= 1e6 && fabs(number) < 1e15 ? "%.0f" : "%.7g", number);
}

void unit_show(struct text *out, enum dimension dimension, double si)
{
    char digits[32], best[32];
    const struct unit *chosen = NULL;

    print_number(best, si);
    for (const struct unit *unit = unit_table; unit->name; unit++) {
        if (unit->dimension != dimension || unit->alias)
            continue;
        print_number(digits, unit_from_si(unit, si));
        if (!chosen || strlen(digits) < strlen(best)) {
            chosen = unit;
            strcpy(best, digits);
        }
    }
    text_print(out, chosen ? "%s %s" : "%s", best, chosen ? chosen->name : "");
}
