/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/phrase.h"

#include "core/say.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAY_S = 86400 };

const char *phrase_clock(char buffer[PHRASE_ROOM], double s_after_midnight)
{
    long minutes = lround(s_after_midnight / 60);

    if (s_after_midnight >= 2 * DAY_S)
        snprintf(buffer, PHRASE_ROOM, say("%.0f h"), s_after_midnight / 3600);
    else
        snprintf(buffer, PHRASE_ROOM, "%02ld:%02ld", minutes / 60 % 24, minutes % 60);
    return buffer;
}

const char *phrase_span(char buffer[PHRASE_ROOM], double s)
{
    long whole = lround(s);

    if (whole >= 60 && whole % 60 == 0)
        snprintf(buffer, PHRASE_ROOM, say("%ld min"), whole / 60);
    else if (whole > 90)
        snprintf(buffer, PHRASE_ROOM, say("%ld min %ld s"), whole / 60, whole % 60);
    else
        snprintf(buffer, PHRASE_ROOM, say("%g s"), s < 10 ? round(10 * s) / 10 : round(s));
    return buffer;
}

static const char *part_of(char buffer[PHRASE_ROOM], double share, const char *format)
{
    long tenths = lround(10 * share), hundredths = lround(100 * share);

    if (share > 0 && hundredths == 0)
        hundredths = 1;
    if (share < 1 && hundredths == 100)
        hundredths = 99;
    bool round = labs(hundredths - 10 * tenths) <= 1 && tenths > 0 && tenths < 10;
    snprintf(buffer, PHRASE_ROOM, format, round ? tenths : hundredths, round ? 10L : 100L);
    return buffer;
}

const char *phrase_share(char buffer[PHRASE_ROOM], double share)
{
    return part_of(buffer, share, say("%ld of %ld"));
}

const char *phrase_share_of_days(char buffer[PHRASE_ROOM], double share, int in_a_row)
{
    return part_of(buffer, share, phrase_of_days(in_a_row, MARK("%ld of %ld days"), MARK("%ld of %ld runs of days")));
}

const char *phrase_of_days(int in_a_row, const char *of_days, const char *of_runs)
{
    return say(in_a_row > 1 ? of_runs : of_days);
}

const char *phrase_people(char buffer[PHRASE_ROOM], double n)
{
    char count[PHRASE_ROOM];

    phrase_count(count, n);
    snprintf(buffer, PHRASE_ROOM, say_n("%s person", "%s people", strcmp(count, "1") == 0 ? 1 : 2), count);
    return buffer;
}

const char *phrase_days(char buffer[PHRASE_ROOM], int days, int in_a_row)
{
    if (in_a_row > 1)
        snprintf(buffer, PHRASE_ROOM, say("%d runs of %d days in a row"), days, in_a_row);
    else
        snprintf(buffer, PHRASE_ROOM, say_n("%d day", "%d days", (unsigned long)days), days);
    return buffer;
}

const char *phrase_count(char buffer[PHRASE_ROOM], double n)
{
    snprintf(buffer, PHRASE_ROOM, fabs(n) < 9.95 && fabs(n - round(n)) > 0.005 ? "%.1f" : "%.0f",
             n);
    return buffer;
}
