/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLOTS_SLIDES_H
#define TESTS_PLOTS_SLIDES_H

#include "tests/support/expect.h"

#include "plots/redraw.h"

/* Draws all charts of a folder again, for slides as well. */
static inline void draw_slides(const char *folder)
{
    struct text message = {0};
    struct arena arena = {0};
    const char **names;
    int n;

    assert_int_equal(redraw_names(folder, &arena, &n, &names), OK);
    assert_int_equal(redraw(folder, n, names, true, &message), OK);
    arena_free(&arena);
    text_free(&message);
}

#endif
