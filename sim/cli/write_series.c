/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_inside.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *quantity, *unit;
    bool stock;
} quantities[] = {
    [C_ARRIVALS] = {"arrivals", "1/h", false},
    [C_LINE] = {"line", "people", false},
    [C_BUSY] = {"busy", "staff", false},
    [C_STAFF] = {"on_duty", "staff", false},
    [C_CUPS] = {"cups", "cups", true},
    [C_PORTIONS] = {"portions", "portions", true},
    [C_TEMPERATURE] = {"temperature", "°C", false},
    [C_LITRES] = {"content", "L", false},
    [C_DUTY] = {"heater_duty", "1", false},
    [C_TRAY] = {"tray", "cups", false},
    [C_CUP] = {"cup_temperature", "°C", false},
    [C_BROUGHT] = {"brought", "portions", false},
    [C_LOAD] = {"load", "kW", false},
    [C_LOAD_PEAK] = {"load_peak", "kW", false},
    [C_TRIPS] = {"breaker_trips", "1", false},
};

/* The shortest number that is this float: as a double it would show digits that no one measured. */
static double shortest(float x)
{
    char digits[32];

    for (int precision = 1; precision <= 9; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, (double)x);
        if (strtof(digits, NULL) == x)
            break;
    }
    return strtod(digits, NULL);
}

/* Vessels of one kind at a station are told apart by their place. */
static void write_vessel(const struct plan_day *plan, const struct plan_channel *channel, struct text *out)
{
    const char *name = plan->vessel[channel->index].name;
    struct text item = {0};
    int place = 1;

    for (int v = plan->station[channel->station].first_vessel; v < channel->index; v++)
        place += strcmp(plan->vessel[v].name, name) == 0;
    text_add(&item, name);
    if (place > 1)
        text_print(&item, " #%d", place);
    text_add_csv(out, text_c(&item));
    out->failed |= item.failed;
    text_free(&item);
}

static void write_item(const struct plan_day *plan, const struct plan_channel *channel, struct text *out)
{
    if (channel->kind == C_PORTIONS)
        text_add_csv(out, scenario_drink(plan->scenario, channel->index)->name);
    else if (channel->kind >= C_TEMPERATURE && channel->kind <= C_DUTY)
        write_vessel(plan, channel, out);
}

static void write_bands(const struct summary *summary, size_t at, double scale, struct text *out)
{
    const float *const bands[] = {summary->series_low, summary->series_median, summary->series_high};

    for (int b = 0; b < 3; b++) {
        text_add(out, ",");
        if (summary->band_days)
            write_number(out, shortest((float)(scale * shortest(bands[b][at]))));
    }
}

static void write_step(const struct summary *summary, int c, int bin, struct text *out)
{
    const struct plan_day *plan = study_plan(summary->study);
    const struct plan_channel *channel = &plan->channel[c];
    double scale = channel->kind == C_ARRIVALS ? 3600 / plan->bin_s : 1;
    size_t at = (size_t)c * (size_t)summary->bins + (size_t)bin;

    write_clock(out, plan->opens_s + bin * plan->bin_s, fmod(plan->bin_s, 60) == 0 && fmod(plan->opens_s, 60) == 0 ? MINUTES : SECONDS);
    text_add(out, ",");
    text_add_csv(out, plan->station[channel->station].plan->name);
    text_print(out, ",%s,", quantities[channel->kind].quantity);
    write_item(plan, channel, out);
    text_print(out, ",%s,", quantities[channel->kind].unit);
    write_number(out, scale * summary->series_mean[at]);
    write_bands(summary, at, scale, out);
    text_add(out, ",");
    if (quantities[channel->kind].stock)
        write_number(out, summary->ran_out[at]);
    text_add(out, ",");
    if (channel->kind == C_LOAD_PEAK)
        write_number(out, shortest(summary->series_most[at]));
    text_add(out, "\n");
}

void write_series(const struct written_run *run, struct text *out)
{
    text_add(out, "time,station,quantity,item,unit,mean,p05,p50,p95,ran_out_share,max\n");
    for (int c = 0; c < run->summary->channels; c++)
        for (int bin = 0; bin < run->summary->bins; bin++)
            write_step(run->summary, c, bin, out);
}
