/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLOTS_CHOICE_SCRIPT_H
#define TESTS_PLOTS_CHOICE_SCRIPT_H

#include "tests/plots/crossroads.h"
#include "tests/plots/script.h"
#include "tests/support/expect.h"

/* The choice that a test looks at, and the scripts of its charts. */
static struct crossroads c;

static inline struct sheet written_in(enum shape shape, int chart)
{
    struct sheet sheet = {0};

    sheet_open(&sheet, choice_charts[chart].name, shape);
    choice_charts[chart].draw(&c.picture, &sheet);
    sheet_close(&sheet);
    return sheet;
}

static inline struct sheet written(int chart)
{
    return written_in(SHAPE_PAGE, chart);
}

static inline struct sheet sheet_of(const char *name)
{
    for (int i = 0; i < n_choice_charts; i++)
        if (strcmp(choice_charts[i].name, name) == 0)
            return written(i);
    fail_msg("there's no chart '%s'", name);
    return (struct sheet){0};
}

/* Blanks before units that don't break are blanks here. */
static inline void expect_title(const char *chart, const char *want)
{
    struct sheet sheet = sheet_of(chart);
    char title[1024];

    title_of(&sheet, title, sizeof title);
    for (char *at; (at = strstr(title, "\u00a0"));) {
        *at = ' ';
        memmove(at + 1, at + 2, strlen(at + 1));
    }
    assert_string_equal(title, want);
    sheet_free(&sheet);
}

#endif
