/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/sweep_words.h"

#include "core/say.h"
#include "plots/choice_parts.h"
#include "plots/quantity.h"

#include <math.h>

/* Steps stand where their quantity says, unless it doesn't grow from one to the next. */
static bool by_quantity(const struct choice_picture *picture)
{
    for (int i = 0; picture->sweep_x && i < picture->n_sweep; i++)
        if (!isfinite(picture->sweep_x[i])
            || (i > 0 && !(picture->sweep_x[i] > picture->sweep_x[i - 1])))
            return false;
    return picture->sweep_x != NULL;
}

double sweep_place(const struct choice_picture *picture, int i)
{
    return by_quantity(picture) ? picture->sweep_x[i] : i;
}

void sweep_step(struct text *out, const struct choice_picture *picture, int i)
{
    if (picture->sweep_text)
        lettering_fit(out, picture->sweep_text[i], size_small, false, 90);
    else
        text_print(out, "%.6g", picture->sweep_x[i]);
}

double sweep_half(const struct choice_figure *figure, int i)
{
    double half = figure->half_width ? figure->half_width[i] : 0;
    return isfinite(half) ? half : 0;
}

/* With intervals of their own two steps differ where these don't overlap. */
static bool differ(const struct choice_figure *figure, int i, int k)
{
    return fabs(figure->mean[i] - figure->mean[k]) > sweep_half(figure, i) + sweep_half(figure, k);
}

static int best_step(const struct choice_picture *picture, const struct choice_figure *figure)
{
    int best = -1;
    double sign = figure->better < 0 ? -1 : 1;

    for (int i = 0; i < picture->n_sweep; i++)
        if (isfinite(figure->mean[i])
            && (best < 0 || sign * figure->mean[i] > sign * figure->mean[best]))
            best = i;
    return best;
}

static bool all_alike(const struct choice_picture *picture, const struct choice_figure *figure)
{
    for (int i = 0; i < picture->n_sweep; i++)
        for (int k = 0; k < i; k++)
            if (differ(figure, i, k))
                return false;
    return true;
}

static int first_as_good(const struct choice_figure *figure, int best)
{
    int first = best;

    for (int i = best; i >= 0; i--)
        if (isfinite(figure->mean[i]) && !differ(figure, i, best))
            first = i;
    return first;
}

/* Where neither side is better: what the figure is at both ends. */
static void find_ends(const struct choice_picture *picture, const struct choice_figure *figure,
                      struct text *finding)
{
    char name[NAME_ROOM], what[NAME_ROOM];
    int last = picture->n_sweep - 1;
    double grain = 3 * quantity_grain_of(picture->n_sweep, figure->mean);
    struct text from = {0}, to = {0}, at = {0}, until = {0};

    quantity_add(&from, figure->mean[0], grain, figure->unit);
    quantity_add(&to, figure->mean[last], grain, figure->unit);
    sweep_step(&at, picture, 0);
    sweep_step(&until, picture, last);
    text_print(finding, say("%s: %s with %s %s, %s with %s"), choice_name(name, figure->name),
               text_c(&from), choice_name(what, picture->sweep_name), text_c(&at), text_c(&to),
               text_c(&until));
    text_free(&from);
    text_free(&to);
    text_free(&at);
    text_free(&until);
}

static void find_best(const struct choice_picture *picture, const struct choice_figure *figure,
                      int best, struct text *finding)
{
    char name[NAME_ROOM], what[NAME_ROOM];
    int first = first_as_good(figure, best);
    struct text mean = {0}, at = {0}, as_good = {0};

    quantity_add(&mean, figure->mean[best], 3 * quantity_grain_of(picture->n_sweep, figure->mean),
                 figure->unit);
    sweep_step(&at, picture, best);
    sweep_step(&as_good, picture, first);
    text_print(finding, say("%s: best, %s, with %s %s"), choice_name(name, figure->name),
               text_c(&mean), choice_name(what, picture->sweep_name), text_c(&at));
    if (first < best)
        text_print(finding, say("; already %s can't be told from it"), text_c(&as_good));
    text_free(&mean);
    text_free(&at);
    text_free(&as_good);
}

void sweep_find(const struct choice_picture *picture, struct text *finding)
{
    const struct choice_figure *figure = &picture->sweep_figure[0];
    char name[NAME_ROOM], what[NAME_ROOM];
    int best = best_step(picture, figure);

    if (best < 0 || all_alike(picture, figure))
        text_print(finding, say("%s: no difference that shows, whatever %s is"),
                   choice_name(name, figure->name), choice_name(what, picture->sweep_name));
    else if (figure->better)
        find_best(picture, figure, best, finding);
    else
        find_ends(picture, figure, finding);
}
