/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/axis.h"

#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>

enum { MOST_TICKS = 60 };

/* 1, 2, 5 times a power of ten: the least that's not below `least`. */
static double round_step(double least)
{
    static const double steps[] = {1, 2, 5, 10};
    double power = pow(10, floor(log10(least)));

    for (int i = 0; i < 3; i++)
        if (steps[i] * power >= least * (1 - 1e-9))
            return steps[i] * power;
    return steps[3] * power;
}

/* Waiting times are read in minutes and parts of a minute, not in tens of seconds. */
static double minute_step(double least)
{
    static const double steps[] = {15, 30, 60, 120, 300, 600, 900, 1800};

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i] >= least)
            return steps[i];
    return 3600 * ceil(least / 3600);
}

struct axis axis_from_zero(double most, int ticks, enum scale scale)
{
    if (!(most > 0) || !isfinite(most))
        most = 1;
    double least = most / ticks;
    double step = scale == SCALE_MINUTES ? minute_step(least) : round_step(least);
    return (struct axis){0, step / 2 * ceil(2 * most / step * (1 - 1e-9)), step, scale};
}

struct axis axis_around(double low, double high, int ticks)
{
    if (!(high > low)) {
        low -= 1;
        high = low + 2;
    }
    double step = round_step((high - low) / ticks);
    return (struct axis){step * floor(low / step), step * ceil(high / step), step, SCALE_NUMBER};
}

struct axis axis_clock(double opens_s, double closes_s, int ticks)
{
    static const double minutes[] = {15, 30, 60, 120, 180, 240, 360, 720, 1440};
    double span = closes_s - opens_s, step = 0;

    for (size_t i = 0; i < sizeof minutes / sizeof *minutes && step == 0; i++)
        if (span / (60 * minutes[i]) <= ticks)
            step = 60 * minutes[i];
    if (step == 0)
        step = 3600 * round_step(span / 3600 / ticks);
    return (struct axis){opens_s, closes_s, step, SCALE_CLOCK};
}

static void add_tick_label(struct text *script, const struct axis *axis, double x)
{
    char clock[PHRASE_ROOM];

    switch (axis->scale) {
    case SCALE_CLOCK:
        if (axis->high - axis->low > 86400)
            text_print(script, say("%.0f h"), x / 3600);
        else
            text_add(script, phrase_clock(clock, x));
        break;
    /* gnuplot reads a tick's text as a format: %% is what prints one */
    case SCALE_PERCENT: text_print(script, "%.6g %%%%", 100 * x); break;
    case SCALE_MINUTES: text_print(script, "%.6g", x / 60); break;
    default: text_print(script, "%.8g", x);
    }
}

void axis_ticks(struct text *script, const struct axis *axis, bool labels)
{
    double first = ceil(axis->low / axis->step - 1e-9);

    text_add(script, "(");
    for (int i = 0; i < MOST_TICKS; i++) {
        double x = (first + i) * axis->step + 0.0; /* never -0 */
        if (x > axis->high + 1e-9 * axis->step)
            break;
        text_add(script, i ? ", '" : "'");
        if (labels)
            add_tick_label(script, axis, x);
        text_print(script, "' %.10g", x);
    }
    if (first * axis->step > axis->high + 1e-9 * axis->step)
        text_print(script, "'' %.10g", axis->low); /* () would mean: as gnuplot likes */
    text_add(script, ")");
}

double axis_place(const struct axis *axis, double x)
{
    return (x - axis->low) / (axis->high - axis->low);
}
