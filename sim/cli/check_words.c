/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/check_inside.h"
#include "core/say.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

static const char *const marks[LEVELS] = {"  !  ", "  ?  ", "  ok ", "     "};

struct words say_clock(double time_s)
{
    struct words words;
    long minutes = lround(time_s / 60), day = minutes / 1440;

    if (minutes <= 1440)
        snprintf(words.text, sizeof words.text, "%02ld:%02ld", minutes / 60, minutes % 60);
    else
        snprintf(words.text, sizeof words.text, say("day %ld, %02ld:%02ld"), day + 1, minutes / 60 % 24, minutes % 60);
    return words;
}

struct words say_lasts(double s)
{
    struct words words;

    if (s < 60 || (s < 180 && fmod(s, 60) != 0)) /* 90 s is no 2 min */
        snprintf(words.text, sizeof words.text, say("%.0f s"), s);
    else if (s < 3 * 3600)
        snprintf(words.text, sizeof words.text, say("%.0f min"), s / 60);
    else
        snprintf(words.text, sizeof words.text, say("%.0f h"), s / 3600);
    return words;
}

struct words say_residents(double n)
{
    struct words words;
    unsigned long whole = (unsigned long)llround(n);

    snprintf(words.text, sizeof words.text, say_n("%lu resident", "%lu residents", whole), whole);
    return words;
}

static void add(struct text *text, const char *before, const char *format, va_list arguments)
{
    char *sentence = NULL;

    if (vasprintf(&sentence, format, arguments) < 0) {
        text->failed = true;
        return;
    }
    text_print(text, "%s%s\n", before, sentence);
    free(sentence);
}

void found(struct check *check, enum level level, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(&check->found[level], marks[level], format, arguments);
    va_end(arguments);
    check->count[level]++;
}

void advise(struct check *check, enum level level, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(&check->found[level], "     -> ", format, arguments);
    va_end(arguments);
}

void section_close(struct check *check, const char *title)
{
    size_t n = 0;

    for (int level = 0; level < LEVELS; level++)
        n += check->found[level].n;
    if (n)
        text_print(check->out, "%s\n", title);
    for (int level = 0; level < LEVELS; level++) {
        /* figures first: they are what the others are about */
        struct text *text = &check->found[(level + PLAIN) % LEVELS];
        text_add(check->out, text_c(text));
        check->out->failed |= text->failed;
        text_clear(text);
    }
    if (n)
        text_add(check->out, "\n");
}
