/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include "core/say.h"
#include "core/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double monotonic_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

void progress_start(struct progress *progress, bool quiet)
{
    const char *terminal = getenv("TERM");

    progress->shown = !quiet && isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
    progress->drawn = false;
    progress->start_s = progress->last_s = monotonic_s();
}

static void add_bar(struct text *line, double share)
{
    static const int width = 24;
    const char *no_color = getenv("NO_COLOR");
    bool plain = no_color && *no_color;

    text_add(line, plain ? "[" : "\033[36m");
    for (int i = 0; i < width; i++)
        text_add(line, i < share * width ? "█" : "·");
    text_add(line, plain ? "]" : "\033[0m");
}

void progress_show(struct progress *progress, int days, int wanted, double lack)
{
    double now_s = monotonic_s(), passed_s = now_s - progress->start_s;
    struct text line = {0};

    if (!progress->shown || now_s - progress->last_s < 0.1)
        return;
    progress->last_s = now_s;
    progress->drawn = true;
    double rate = days / fmax(passed_s, 1e-9);
    text_add(&line, "\r");
    add_bar(&line, (double)days / wanted);
    text_print(&line, say(" %d of %d days, %.0f days/s, %.0f s left"), days, wanted, rate, (wanted - days) / rate);
    if (lack < HUGE_VAL)
        text_print(&line, say(", half-width %.1f times what was asked"), lack);
    text_add(&line, "\033[K");
    fputs(text_c(&line), stderr);
    text_free(&line);
}

void progress_end(struct progress *progress)
{
    if (progress->drawn)
        fputs("\r\033[K", stderr);
}
