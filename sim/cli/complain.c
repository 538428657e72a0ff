/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

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

int flush_stdout(void)
{
    errno = 0;
    note_fault(fflush(stdout) != 0 || ferror(stdout));
    return stdout_fault;
}

void complain(const char *format, ...)
{
    va_list arguments;

    flush_stdout();
    fputs("samovar: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}
