/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

int flush_stdout(void)
{
    static int fault;

    errno = 0;
    if (fflush(stdout) != 0 && !fault)
        fault = errno ? errno : EIO;
    if (ferror(stdout) && !fault)
        fault = EIO;
    return fault;
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
