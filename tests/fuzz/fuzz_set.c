/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of --set, one a line, on the scenario of `samovar new`: mostly valid ones, so days are simulated. */
#include "tests/fuzz/estate.h"

enum { MOST_SETS = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *set[MOST_SETS];
    int n = 0;

    if (!*estate_folder)
        estate_open();
    char *lines = strndup((const char *)data, size), *rest = lines;
    if (!lines)
        abort();
    for (char *line; n < MOST_SETS && (line = strsep(&rest, "\n"));)
        if (strchr(line, '='))
            set[n++] = line;
    estate_use("base.yaml", n, set);
    free(lines);
    return 0;
}
