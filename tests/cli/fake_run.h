/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_CLI_FAKE_RUN_H
#define TESTS_CLI_FAKE_RUN_H

#include "cli/write.h"

#include <math.h>
#include <string.h>

/* A run put together by hand, no simulation: three stations, two groups, two kinds of day, two time steps.
 * Fields may be changed after fake_run(). Every figure is 0 +- 0 but those set below. */
enum { F_STATIONS = 3, F_GROUPS = 2, F_KINDS = 2, F_ROWS = 1 + F_STATIONS + F_GROUPS, F_KPIS = 80, F_BINS = 2, F_CHANNELS = 5, F_VESSELS = 2 };

struct fake_run {
    struct scenario scenario;
    struct node node[2];
    struct site site;
    struct drink drink;
    struct equipment equipment;
    struct group group[F_GROUPS];
    struct day_type day_type[F_KINDS];
    struct station_plan station_plan[F_STATIONS];
    struct plan_group plan_group[F_GROUPS];
    struct plan_station station[F_STATIONS];
    struct plan_stream stream[F_GROUPS];
    struct plan_vessel vessel[F_VESSELS];
    struct plan_channel channel[F_CHANNELS];
    struct day_kind kind[F_KINDS];
    struct study study;
    struct interval kpi[F_ROWS * F_KPIS], kind_kpi[F_KINDS * F_KPIS];
    int kind_days[F_KINDS];
    double series_mean[F_CHANNELS * F_BINS], ran_out[F_CHANNELS * F_BINS];
    float low[F_CHANNELS * F_BINS], median[F_CHANNELS * F_BINS], high[F_CHANNELS * F_BINS], most[F_CHANNELS * F_BINS];
    struct summary summary;
    struct written_run run;
};

/* What booking changes, for run.saving: each figure by -2.5 +- 0.75 in the unit of its key, of 70 days. */
static inline struct saving fake_saving(void)
{
    static const char *const keys[SAVINGS] = {"wait_mean_s", "wait_within_share", "served", "reneged", "portions_wasted", "cost", "satisfaction"};
    struct saving saving = {.days = 70, .confidence = 0.95};

    for (int i = 0; i < SAVINGS; i++) {
        saving.kpi[i] = kpi_find(keys[i]);
        saving.change[i] = (struct interval){-2.5, 0.75};
    }
    return saving;
}

static inline void fake_set(struct fake_run *f, int row, const char *key, double mean, double half_width)
{
    f->kpi[row * n_kpis + kpi_find(key)] = (struct interval){mean, half_width};
}

static inline void fake_places(struct fake_run *f)
{
    static const char *const names[F_STATIONS] = {"south-gate", "北门大堂", "garage"};

    f->node[0] = (struct node){.name = "tower"};
    f->node[1] = (struct node){.name = "metro"};
    f->site.node = (struct items){2, f->node};
    f->drink.name = "tea";
    f->equipment = (struct equipment){.name = "urn-20", .kind = HEATED};
    for (int s = 0; s < F_STATIONS; s++) {
        f->station_plan[s].name = names[s];
        f->station[s] = (struct plan_station){.plan = &f->station_plan[s], .node = -1, .room = HUGE_VAL};
    }
    f->station[0].n_vessels = F_VESSELS;
    f->station[0].stocked = true;
    for (int v = 0; v < F_VESSELS; v++)
        f->vessel[v] = (struct plan_vessel){.name = "urn-20", .equipment = &f->equipment};
    f->channel[0] = (struct plan_channel){C_ARRIVALS, 0, 0};
    f->channel[1] = (struct plan_channel){C_LINE, 1, 0};
    f->channel[2] = (struct plan_channel){C_PORTIONS, 0, 0};
    f->channel[3] = (struct plan_channel){C_TEMPERATURE, 0, 0};
    f->channel[4] = (struct plan_channel){C_TEMPERATURE, 0, 1};
}

static inline void fake_people(struct fake_run *f)
{
    f->group[0].name = "commuters";
    f->group[1].name = "pupils";
    f->day_type[0] = (struct day_type){.name = "ordinary", .share = 0.8};
    f->day_type[1] = (struct day_type){.name = "cold-snap", .share = 0.2};
    for (int g = 0; g < F_GROUPS; g++) {
        f->plan_group[g].group = &f->group[g];
        f->stream[g] = (struct plan_stream){.group = g, .from = 0, .to = 1};
    }
    f->scenario.group = (struct items){F_GROUPS, f->group};
    f->scenario.drink = (struct items){1, &f->drink};
    f->scenario.day_type = (struct items){F_KINDS, f->day_type};
    f->scenario.site = &f->site;
    f->scenario.name = "Riverside, winter mornings";
    f->scenario.campaign.days = 1;
}

static inline void fake_study(struct fake_run *f)
{
    f->study = (struct study){.scenario = &f->scenario, .n_kinds = F_KINDS, .kind = f->kind};
    for (int t = 0; t < F_KINDS; t++)
        f->kind[t] = (struct day_kind){
            .name = f->day_type[t].name, .share = f->day_type[t].share, .scenario = &f->scenario,
            .plan = {.scenario = &f->scenario, .opens_s = 23400, .closes_s = 24000, .n_groups = F_GROUPS, .n_streams = F_GROUPS,
                     .n_stations = F_STATIONS, .n_drinks = 1, .n_vessels = F_VESSELS, .group = f->plan_group, .stream = f->stream,
                     .station = f->station, .vessel = f->vessel, .bin_s = 300, .bins = F_BINS, .n_channels = F_CHANNELS, .channel = f->channel}};
}

static inline void fake_figures(struct fake_run *f)
{
    for (int row = 0; row < F_ROWS; row++) {
        fake_set(f, row, "wanted", row ? 100.25 * row : 412.3, 1.9);
        fake_set(f, row, "served", row ? 90 * row : 396.5, 1.95);
        fake_set(f, row, "wait_mean_s", 48.125, 0.6);
        fake_set(f, row, "wait_within_share", 0.9125, 0.003);
    }
    fake_set(f, 0, "wait_p90_s", 118.3, HUGE_VAL);
    fake_set(f, 0, "cost", 1234.5, 12);
    for (int t = 0; t < F_KINDS; t++)
        memcpy(f->kind_kpi + t * n_kpis, f->kpi, (size_t)n_kpis * sizeof *f->kpi);
    for (int i = 0; i < F_CHANNELS * F_BINS; i++) {
        f->series_mean[i] = 1.5 * i;
        f->low[i] = 0.1f;
        f->median[i] = (float)i;
        f->high[i] = 87.3f;
        f->ran_out[i] = 0.25;
        f->most[i] = 4.25F;
    }
    f->kind_days[0] = 320;
    f->kind_days[1] = 80;
}

static inline void fake_run(struct fake_run *f)
{
    *f = (struct fake_run){0};
    fake_places(f);
    fake_people(f);
    fake_study(f);
    fake_figures(f);
    f->summary = (struct summary){
        .study = &f->study, .days = 400, .rows = F_ROWS, .confidence = 0.95, .kpi = f->kpi, .kind_kpi = f->kind_kpi, .kind_days = f->kind_days,
        .bins = F_BINS, .channels = F_CHANNELS, .series_mean = f->series_mean, .series_low = f->low, .series_median = f->median,
        .series_high = f->high, .ran_out = f->ran_out, .series_most = f->most, .band_days = 400};
    f->run = (struct written_run){&f->summary, "today", 7, 0x1234abcd};
}

#endif
