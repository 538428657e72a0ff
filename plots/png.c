/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/png.h"

#include "core/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIGNATURE = 8, HEADER_END = SIGNATURE + 8 + 13 + 4, MOST = 64 << 20 };

/* Chunk pHYs: 11811 dots a metre both ways, and its checksum. */
static const unsigned char dots[21] = {0,    0, 0, 9,    'p',  'H', 'Y',  's',  0,    0,   0x2e,
                                       0x23, 0, 0, 0x2e, 0x23, 1,   0x78, 0xa5, 0x3f, 0x76};

static enum status write_with_dots(const char *path, const char *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");

    if (!file)
        return ERR_FILE;
    fwrite(bytes, 1, HEADER_END, file);
    fwrite(dots, 1, sizeof dots, file);
    fwrite(bytes + HEADER_END, 1, n - HEADER_END, file);
    int fault = ferror(file);
    return fclose(file) || fault ? ERR_FILE : OK;
}

enum status png_set_300_dpi(const char *path)
{
    static const char signature[SIGNATURE + 1] = "\x89PNG\r\n\x1a\n";
    char *bytes;
    size_t n;
    enum status status = OK;

    TRY(text_read_file(path, MOST, &bytes, &n));
    if (n <= HEADER_END || memcmp(bytes, signature, SIGNATURE) != 0)
        status = ERR_FILE;
    else if (!memmem(bytes, n < 200 ? n : 200, "pHYs", 4))
        status = write_with_dots(path, bytes, n);
    free(bytes);
    return status;
}
