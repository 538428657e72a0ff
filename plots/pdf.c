/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/pdf.h"

#include "core/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 28, DIGITS = 14 };

/* Where the digits of the date begin; 0: nowhere. */
static size_t find_date(const char *bytes, size_t n)
{
    static const char key[] = "/CreationDate (D:";
    const char *found = memmem(bytes, n, key, sizeof key - 1);
    size_t at = found ? (size_t)(found - bytes) + sizeof key - 1 : 0;

    return at && n - at >= DIGITS && strspn(bytes + at, "0123456789") >= DIGITS ? at : 0;
}

/* In place: nothing in the file moves. */
static enum status overwrite(const char *path, size_t at)
{
    FILE *file = fopen(path, "r+b");

    if (!file)
        return ERR_FILE;
    bool whole = fseek(file, (long)at, SEEK_SET) == 0 && fwrite("20000101000000", 1, DIGITS, file) == DIGITS;
    return fclose(file) == 0 && whole ? OK : ERR_FILE;
}

enum status pdf_forget_date(const char *path)
{
    char *bytes;
    size_t n;

    TRY(text_read_file(path, MOST_BYTES, &bytes, &n));
    size_t at = find_date(bytes, n);
    free(bytes);
    return at ? overwrite(path, at) : OK;
}
