/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_CLI_PAGE_H
#define TESTS_CLI_PAGE_H

#include "tests/support/expect.h"

#include "core/text.h"

#include <stdlib.h>
#include <string.h>

/* Pages as whole texts; the last one read is kept, and freed by whoever ends last. */

static char *page;

static inline const char *read_page(const char *name)
{
    size_t n;

    free(page);
    page = NULL;
    if (text_read_file(name, 1 << 26, &page, &n) != OK)
        fail_msg("there's no %s", name);
    return page;
}

static inline void expect_on_page(const char *name, const char *piece)
{
    if (!strstr(read_page(name), piece))
        fail_msg("`%s` isn't in %s", piece, name);
}

static inline void expect_not_on_page(const char *name, const char *piece)
{
    const char *found = strstr(read_page(name), piece);
    if (found)
        fail_msg("`%s` is in %s: %.200s", piece, name, found);
}

#endif
