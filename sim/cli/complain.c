/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int stdout_fault;

static void note_fault(bool failed)
{
    if (failed && !stdout_fault)
        stdout_fault = errno ? errno : EIO;
}

void put_stdout(const char *text)
{
    errno = 0;
    note_fault(fputs(text, stdout) < 0);
}

/* What a user typed may hold anything; on a terminal control characters would act. */
static void blank_controls(char *text)
{
    for (; *text; text++)
        if (((unsigned char)*text < ' ' && *text != '\n') || *text == 127)
            *text = ' ';
}

void put_words(const char *text)
{
    char *words = strdup(text);

    if (!words) {
        errno = ENOMEM;
        note_fault(true);
        return;
    }
    blank_controls(words);
    put_stdout(words);
    free(words);
}

int flush_stdout(void)
{
    errno = 0;
    note_fault(fflush(stdout) != 0 || ferror(stdout));
    return stdout_fault;
}

static bool any_complaint;

bool has_complained(void)
{
    return any_complaint;
}

/* No memory is asked for: there may be none left. */
void complain(const char *format, ...)
{
    static char sentence[16384];
    va_list arguments;

    flush_stdout();
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    blank_controls(sentence);
    fprintf(stderr, "samovar: %s\n", sentence);
    any_complaint = true;
}
