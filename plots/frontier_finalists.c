/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/frontier_points.h"

#include "plots/parts.h"

#include <math.h>
#include <stdio.h>

/* "1  name in full", and below it what it costs and reaches. */
static void draw_finalist(const struct choice_picture *picture, struct sheet *sheet,
                          const struct choice_point *point, const struct naming *naming, double x,
                          double *y)
{
    const struct letters bold = {size_text, true, INK, LEFT};
    const char *name = point->name ? point->name : "";
    struct text below = {0}, fitted = {0};
    double height = naming_height(naming) * naming_lines(naming, name) / naming->lines;
    char number[16];

    snprintf(number, sizeof number, "%d", point->finalist);
    sheet_say(sheet, x, *y - naming->size_pt / 2, bold, number);
    naming_say(sheet, naming, x + 12, *y - height / 2, INK, LEFT, name);
    *y -= height + 4;
    frontier_goal(&below, picture, point->goal);
    text_add(&below, " · ");
    frontier_cost(&below, picture, point->cost);
    lettering_fit(&fitted, text_c(&below), size_small, false, FINALISTS_PT - 12);
    sheet_say(sheet, x + 12, *y, letters_small, text_c(&fitted));
    *y -= 11;
    text_free(&below);
    text_free(&fitted);
}

/* The first n names, as large as their share of the height lets them be. */
static struct naming name_first(const struct frontier *frontier, int n, double top, bool *whole)
{
    const char *name[FINALISTS_MOST] = {0};

    for (int k = 0; k < n; k++)
        name[k] = frontier->finalist[k]->name ? frontier->finalist[k]->name : "";
    int lines = (int)fmax(1, ((top - FOOT_PT) / n - 15) / (1.18 * size_small));
    struct naming naming = naming_within(n, name, FINALISTS_PT - 12, lines, false);
    *whole = naming_whole(&naming, n, name);
    return naming;
}

int frontier_listed(const struct frontier *frontier, double top)
{
    bool whole = false;
    int n = frontier->n_finalists;

    for (; n > 1; n--) {
        name_first(frontier, n, top, &whole);
        if (whole)
            break;
    }
    return n;
}

void frontier_draw_finalists(const struct choice_picture *picture, const struct frontier *frontier,
                             struct sheet *sheet, double x, double top)
{
    double y = top;
    bool whole;
    struct naming naming = name_first(frontier, frontier->n_finalists, top, &whole);

    for (int k = 0; k < frontier->n_finalists; k++)
        draw_finalist(picture, sheet, frontier->finalist[k], &naming, x, &y);
}
