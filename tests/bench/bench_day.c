/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole days: the one-station day with all figures, and the riverside estate, as `samovar run` does them. */
#include "tests/bench/bench.h"

#include "experiment/replicate.h"
#include "scenario/reader.h"

#include <math.h>

/* A study that is opened once and kept. */
struct kept_study {
    const char *file;
    int n_sets;
    const char *const *set;
    struct reader *reader;
    struct scenario scenario;
    struct study study;
    struct rows rows;
    int ready;
};

enum { DAYS = 256 }; /* a block of `samovar run` */

static int open_kept(struct kept_study *kept)
{
    struct reader_options how = {.n_sets = kept->n_sets, .set = kept->set};

    if (kept->ready)
        return 1;
    kept->ready = reader_open(kept->file, &how, &kept->reader) == OK && scenario_bind(kept->reader, &kept->scenario) == OK
                  && reader_faults(kept->reader) == 0 && study_open(kept->reader, &kept->scenario, 0, &kept->study) == OK
                  && rows_open(&kept->rows, &kept->study, DAYS) == OK;
    return kept->ready;
}

/* ns a day; *visits gets the takers of a day. */
static double time_days(struct kept_study *kept, int threads, int rounds, double *visits)
{
    struct workers workers;
    double sum = 0;

    if (!open_kept(kept) || workers_open(&workers, threads) != OK)
        return NAN;
    replicate(&kept->study, 1, 0, DAYS, &workers, &kept->rows); /* the arenas grow */
    double start = bench_now_ns();
    for (int round = 0; round < rounds; round++) {
        replicate(&kept->study, 1, round * DAYS, DAYS, &workers, &kept->rows);
        for (int i = 0; i < DAYS; i++)
            sum += (double)kept->rows.day[i].visits;
    }
    double took = bench_now_ns() - start;
    workers_close(&workers);
    *visits = sum / (rounds * DAYS);
    return took / (rounds * DAYS);
}

static struct kept_study one_station = {.file = "scenarios/verification/one-station-day.yaml"};
static struct kept_study riverside = {.file = "scenarios/riverside.yaml"};

/* The same estate with the parts of the main job alone. */
static const char *const main_parts[] = {
    "site.nodes.*.power=null", "store=null", "staff.absent=0 %", "service.rinse=0 s", "drinks.*.hold=null", "equipment.*.fails-every=null", "residents.*.lift=null",
    "residents.*.preorder=null", "residents.*.comes-back=null", "residents.*.choice=null", "residents.*.priority=null",
    "residents.*.party=null", "days.*.events=null", "layouts.*.*.reorder=null", "layouts.*.*.reorder-cups=null",
};
static struct kept_study riverside_main = {.file = "scenarios/riverside.yaml", .n_sets = sizeof main_parts / sizeof *main_parts, .set = main_parts};

static double riverside_main_parts(void)
{
    double visits = 1;
    return time_days(&riverside_main, 1, 4, &visits) / 1e3;
}

static double one_station_day(void)
{
    double visits = 1, ns = time_days(&one_station, 1, 5, &visits);
    return ns / visits;
}

static double riverside_threads(int threads)
{
    double visits = 1;
    return time_days(&riverside, threads, 4, &visits) / 1e3;
}

static double riverside_1(void)
{
    return riverside_threads(1);
}

static double riverside_2(void)
{
    return riverside_threads(2);
}


static double read_riverside(void)
{
    struct reader *reader;
    struct scenario scenario;
    struct reader_options how = {0};
    double start = bench_now_ns();

    if (reader_open(riverside.file, &how, &reader) != OK || scenario_bind(reader, &scenario) != OK)
        return NAN;
    double took = bench_now_ns() - start;
    reader_free(reader);
    return took / 1e6;
}

static double compile_riverside(void)
{
    struct arena arena = {0};
    struct plan_day plan;

    if (!open_kept(&riverside))
        return NAN;
    double start = bench_now_ns();
    enum status status = plan_compile(&riverside.scenario, scenario_layout(&riverside.scenario, 0), NULL, &arena, &plan);
    double took = bench_now_ns() - start;
    arena_free(&arena);
    return status == OK ? took / 1e6 : NAN;
}

const struct bench day_benches[] = {
    {"one-station-day", "ns an arrival", one_station_day},
    {"riverside-1-thread", "us a day", riverside_1},
    {"riverside-main-parts", "us a day", riverside_main_parts},
    {"riverside-2-threads", "us a day", riverside_2},
    {"riverside-read", "ms", read_riverside},
    {"riverside-compile", "ms", compile_riverside},
};
const int n_day_benches = sizeof day_benches / sizeof *day_benches;
