/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make bench: medians of repeats that take turns, and the ratios that we hold ourselves to. */
#include "tests/bench/bench.h"

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

enum { REPEATS = 9, MOST = 64 };

volatile double bench_kept;

struct row {
    const struct bench *bench;
    double took[REPEATS];
};

/* What must hold between two figures of one run: the median of the repeats' ratios. */
static const struct promise {
    const char *name, *over, *under;
    double factor, bound;
    int at_least; /* 1: the ratio must be at least the bound, 0: at most */
} promises[] = {
    {"M/M/1 through the engine over Lindley, a customer", "mm1-engine", "lindley", 1, 4.5, 0},
    {"one-station day over Lindley, an arrival", "one-station-day", "lindley", 1, 16, 0},
    {"binary heap over winner tree, 60 pending", "heap-60", "tree-60", 1, 0.9, 1},
    {"riverside, everything over the parts of the main job", "riverside-1-thread", "riverside-main-parts", 1, 1.6, 0},
    {"one thread over two, riverside", "riverside-1-thread", "riverside-2-threads", 1, 1.93, 1},
};
enum { PROMISES = sizeof promises / sizeof *promises };

double bench_now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e9 * (double)now.tv_sec + (double)now.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double at_rank(const double took[REPEATS], int rank)
{
    double sorted[REPEATS];
    memcpy(sorted, took, sizeof sorted);
    qsort(sorted, REPEATS, sizeof *sorted, by_size);
    return sorted[rank];
}

static int gather(struct row rows[MOST], int n, const struct bench benches[], int count, const char *only)
{
    for (int i = 0; i < count && n < MOST; i++)
        if (!only || strstr(benches[i].name, only))
            rows[n++].bench = &benches[i];
    return n;
}

static const struct row *find(const struct row rows[], int n, const char *name)
{
    for (int i = 0; i < n; i++)
        if (strcmp(rows[i].bench->name, name) == 0)
            return &rows[i];
    return NULL;
}

static double median_ratio(const struct row *over, const struct row *under)
{
    double ratio[REPEATS];
    for (int r = 0; r < REPEATS; r++)
        ratio[r] = over->took[r] / under->took[r];
    return at_rank(ratio, REPEATS / 2);
}

/* Where a busy neighbour only ever adds time, the least times say what the program can do. */
static double least_ratio(const struct row *over, const struct row *under)
{
    return at_rank(over->took, 0) / at_rank(under->took, 0);
}

/* Of the machine: enough to tell two files apart. */
static void processor(char name[], size_t room)
{
    FILE *info = fopen("/proc/cpuinfo", "r");
    char line[256];

    snprintf(name, room, "unknown");
    while (info && fgets(line, sizeof line, info))
        if (sscanf(line, "model name : %127[^\n\"\\]", name) == 1)
            break;
    if (info)
        fclose(info);
}

static void print_machine(FILE *out)
{
    char name[128], date[32] = "";
    struct utsname kernel = {0};
    double load[1] = {0};
    time_t now = time(NULL);

    processor(name, sizeof name);
    uname(&kernel);
    getloadavg(load, 1);
    strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
    fprintf(out, "\"processor\": \"%s\", \"cores\": %ld, \"kernel\": \"%s %s\", \"load\": %.2f, \"date\": \"%s\", \"compiler\": \"%s\"", name,
            sysconf(_SC_NPROCESSORS_ONLN), kernel.sysname, kernel.release, load[0], date, __VERSION__);
}

static void print_json(FILE *out, const struct row rows[], int n)
{
    fprintf(out, "{\"samovar\": \"%s\", ", SAMOVAR_VERSION);
    print_machine(out);
    fprintf(out, ", \"repeats\": %d,\n \"figures\": {", REPEATS);
    for (int i = 0; i < n; i++)
        fprintf(out, "%s\n  \"%s\": {\"unit\": \"%s\", \"median\": %.6g, \"least\": %.6g, \"most\": %.6g}", i ? "," : "", rows[i].bench->name,
                rows[i].bench->unit, at_rank(rows[i].took, REPEATS / 2), at_rank(rows[i].took, 0), at_rank(rows[i].took, REPEATS - 1));
    fprintf(out, "\n }, \"ratios\": {");
    for (int i = 0, written = 0; i < PROMISES; i++) {
        const struct row *over = find(rows, n, promises[i].over), *under = find(rows, n, promises[i].under);
        if (over && under)
            fprintf(out, "%s\n  \"%s\": {\"ratio\": %.4g, \"of_the_least\": %.4g, \"%s\": %g}", written++ ? "," : "", promises[i].name,
                    median_ratio(over, under), least_ratio(over, under), promises[i].at_least ? "at_least" : "at_most", promises[i].bound);
    }
    fprintf(out, "\n }}\n");
}

static void print_rows(const struct row rows[], int n)
{
    printf("%-32s %10s %10s %10s\n", "what", "median", "least", "most");
    for (int i = 0; i < n; i++)
        printf("%-32s %10.4g %10.4g %10.4g  %s\n", rows[i].bench->name, at_rank(rows[i].took, REPEATS / 2), at_rank(rows[i].took, 0),
               at_rank(rows[i].took, REPEATS - 1), rows[i].bench->unit);
    for (int i = 0; i < PROMISES; i++) {
        const struct row *over = find(rows, n, promises[i].over), *under = find(rows, n, promises[i].under);
        if (!over || !under)
            continue;
        double ratio = median_ratio(over, under);
        int kept = promises[i].at_least ? ratio >= promises[i].bound : ratio <= promises[i].bound;
        printf("%-52s %7.2f  (%s %g) %s; %.2f of the least times\n", promises[i].name, ratio, promises[i].at_least ? "at least" : "at most",
               promises[i].bound, kept ? "kept" : "MISSED", least_ratio(over, under));
    }
    const struct row *day = find(rows, n, "riverside-main-parts");
    if (day)
        printf("riverside day of the main parts: %.0f a second and thread at the median, %.0f at the best\n", 1e6 / at_rank(day->took, REPEATS / 2),
               1e6 / at_rank(day->took, 0));
}

int main(int argc, char *argv[])
{
    static struct row rows[MOST];
    const char *only = argc > 2 ? argv[2] : NULL;

    gsl_set_error_handler_off();
    int n = gather(rows, 0, random_benches, n_random_benches, only);
    n = gather(rows, n, engine_benches, n_engine_benches, only);
    n = gather(rows, n, day_benches, n_day_benches, only);
    n = gather(rows, n, planner_benches, n_planner_benches, only);
    for (int r = 0; r < REPEATS; r++)
        for (int i = 0; i < n; i++)
            rows[i].took[r] = rows[i].bench->measure();
    print_rows(rows, n);
    if (argc > 1 && strcmp(argv[1], "-") != 0) {
        FILE *out = fopen(argv[1], "w");
        if (!out) {
            perror(argv[1]);
            return 6;
        }
        print_json(out, rows, n);
        if (fclose(out) != 0)
            return 6;
    }
    return 0;
}
