/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make scaling: how days a second and memory grow with threads, residents, stations and days. Each case runs in a
 * process of its own, so that its memory is its own; cases of a sweep are repeated in turns. */
#include "tests/scaling/estate.h"

#include "experiment/run.h"
#include "plots/gnuplot.h"
#include "scenario/reader.h"

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { REPEATS = 3, MOST_CASES = 64 };

struct measured {
    double us_a_day, takers, events, megabytes;
};

struct one_case {
    const char *sweep;          /* what grows in it */
    struct size size;
    int threads, days;
    struct measured median;
};

/* The threads' sweep ends at what the machine has. */
static int list_cases(struct one_case cases[MOST_CASES])
{
    static const int residents[] = {300, 1000, 3000, 10000, 30000, 100000}, stations[] = {1, 4, 16, 64}, days[] = {100, 1000, 10000, 100000, 1000000};
    int n = 0, cores = (int)sysconf(_SC_NPROCESSORS_ONLN);

    for (int threads = 1; threads <= cores; threads = threads < cores && 2 * threads > cores ? cores : 2 * threads)
        cases[n++] = (struct one_case){"threads", {1500, 4}, threads, 8192, {0}};
    for (size_t i = 0; i < sizeof residents / sizeof *residents; i++)
        cases[n++] = (struct one_case){"residents", {residents[i], 64}, 1, residents[i] > 20000 ? 64 : 256, {0}};
    for (size_t i = 0; i < sizeof stations / sizeof *stations; i++)
        cases[n++] = (struct one_case){"stations", {6000, stations[i]}, 1, 512, {0}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        cases[n++] = (struct one_case){"days", {300, 1}, 0, days[i], {0}};
    return n;
}

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static bool measure_here(const char *file, const struct one_case *one, struct measured *measured)
{
    struct reader *reader;
    struct scenario scenario;
    struct study study;
    struct summary summary;
    struct rusage usage;
    struct reader_options how = {0};
    struct run_options options = {.seed = 1, .days = one->days, .confidence = .95, .threads = one->threads};

    if (reader_open(file, &how, &reader) != OK || scenario_bind(reader, &scenario) != OK || study_open(reader, &scenario, 0, &study) != OK || reader_faults(reader))
        return false;
    double start_s = now_s();
    if (run(&study, &options, &summary) != OK)
        return false;
    double took_s = now_s() - start_s;
    getrusage(RUSAGE_SELF, &usage);
    *measured = (struct measured){1e6 * took_s / one->days, summary_kpi(&summary, 0, kpi_find("wanted"))->mean, summary.events / one->days, (double)usage.ru_maxrss / 1024};
    return true;
}

static bool measure_apart(const char *file, const struct one_case *one, struct measured *measured)
{
    int ends[2], status;

    if (pipe(ends) != 0)
        return false;
    pid_t child = fork();
    if (child == 0) {
        bool well = measure_here(file, one, measured) && write(ends[1], measured, sizeof *measured) == sizeof *measured;
        _exit(well ? 0 : 1);
    }
    close(ends[1]);
    bool got = read(ends[0], measured, sizeof *measured) == sizeof *measured;
    close(ends[0]);
    return child > 0 && waitpid(child, &status, 0) == child && status == 0 && got;
}

static bool write_estate(const char *file, const struct size *size)
{
    FILE *out = fopen(file, "w");

    if (!out)
        return false;
    estate_write(out, size);
    return fclose(out) == 0;
}

static int by_time(const void *a, const void *b)
{
    double x = ((const struct measured *)a)->us_a_day, y = ((const struct measured *)b)->us_a_day;
    return (x > y) - (x < y);
}

static bool measure_all(struct one_case cases[], int n)
{
    static struct measured took[MOST_CASES][REPEATS];
    const char *file = "out/scaling/estate.yaml";

    for (int repeat = 0; repeat < REPEATS; repeat++)
        for (int i = 0; i < n; i++)
            if (!write_estate(file, &cases[i].size) || !measure_apart(file, &cases[i], &took[i][repeat])) {
                fprintf(stderr, "%s: %d residents, %d stations, %d days: not measured\n", cases[i].sweep, cases[i].size.residents, cases[i].size.stations, cases[i].days);
                return false;
            }
    for (int i = 0; i < n; i++) {
        qsort(took[i], REPEATS, sizeof took[i][0], by_time);
        cases[i].median = took[i][REPEATS / 2];
    }
    return true;
}

static void print_case(FILE *out, const struct one_case *one)
{
    fprintf(out, "%s,%d,%d,%d,%d,%.6g,%.6g,%.6g,%.6g,%.4g\n", one->sweep, one->size.residents, one->size.stations, one->threads, one->days, one->median.us_a_day,
            1e6 / one->median.us_a_day, one->median.takers, one->median.us_a_day * 1e3 / one->median.events, one->median.megabytes);
}

static const char columns[] = "sweep,residents,stations,threads,days,us_a_day,days_a_s,takers_a_day,ns_an_event,peak_megabytes\n";

static bool write_table(const char *file, const struct one_case cases[], int n)
{
    FILE *out = fopen(file, "w");

    if (!out)
        return false;
    fputs(columns, out);
    for (int i = 0; i < n; i++)
        print_case(out, &cases[i]);
    return fclose(out) == 0;
}

static const char chart[] =
    "set terminal pngcairo size 2000,1400 font 'Noto Sans CJK SC,8' fontscale 3 linewidth 3\nset output 'scaling.png'\n"
    "set datafile separator comma\nset multiplot layout 2,2 margins .09,.97,.10,.92 spacing .12,.20\n"
    "set border 3; set tics nomirror; set grid ytics lc rgb '#DDDDDD'; set key left top Left reverse samplen 2\n"
    "set xlabel offset 0,.5; blue = '#0072B2'; red = '#D55E00'; quiet = '#5F5F5F'\n"
    "of(name) = sprintf('< grep ^%s, scaling.csv', name)\n"
    "set title 'Threads: 1,500 residents, 4 stations'; set xlabel 'threads'; set ylabel 'days a second'; set xtics 1; set yrange [0:*]\n"
    "stats of('threads') every ::0::0 using 7 nooutput; one = STATS_max; set format y '%.0f'; set key bottom right\n"
    "plot of('threads') using 4:7 with linespoints lc rgb blue pt 7 title 'measured', '' using 4:(one*$4) with lines dt 2 lc rgb quiet title 'one thread times threads'\n"
    "set yrange [*:*]; stats of('residents') using ($6/$2) nooutput; least = STATS_min; set key top left\n"
    "set xtics autofreq; set logscale xy; set yrange [100:*]; set format x '%.0s%c'; set format y '%.0s%c'\n"
    "set title 'Residents: 64 stations, one thread'; set xlabel 'residents'; set ylabel 'µs a day'\n"
    "plot of('residents') using 2:6 with linespoints lc rgb blue pt 7 title 'measured', '' using 2:(least*$2) with lines dt 2 lc rgb quiet title 'in proportion'\n"
    "set title 'Stations: 6,000 residents, one thread'; set xlabel 'stations'; unset logscale y; set yrange [0:*]; set xrange [1:64]; set xtics (1, 4, 16, 64); set format y '%.0f'\n"
    "plot of('stations') using 3:6 with linespoints lc rgb blue pt 7 notitle\n"
    "set title 'Memory at most'; set xlabel 'days or residents'; set ylabel 'MB'; set yrange [0:*]; set xrange [100:1000000]; set xtics autofreq; set format y '%.0f'; set key bottom right\n"
    "plot of('residents') using 2:10 with linespoints lc rgb red pt 5 title 'by residents (64 stations)', of('days') using 5:10 with linespoints lc rgb blue pt 7 title 'by days (300 residents)'\n";

static bool draw(void)
{
    const char *const commands[] = {chart};
    struct text message = {0};
    bool drawn = gnuplot_run("out/scaling", 1, commands, 60, &message) == OK;

    if (!drawn)
        fprintf(stderr, "%s\n", text_c(&message));
    text_free(&message);
    return drawn;
}

int main(void)
{
    static struct one_case cases[MOST_CASES];
    int n = list_cases(cases);

    gsl_set_error_handler_off();
    mkdir("out", 0777);
    mkdir("out/scaling", 0777);
    if (!measure_all(cases, n) || !write_table("out/scaling/scaling.csv", cases, n)) {
        perror("out/scaling");
        return 6;
    }
    fputs(columns, stdout);
    for (int i = 0; i < n; i++)
        print_case(stdout, &cases[i]);
    if (!draw())
        return 6;
    printf("table: out/scaling/scaling.csv\nchart: out/scaling/scaling.png\n");
    return 0;
}
