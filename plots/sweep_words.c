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

/* By their difference over the same days, where that to the best step is known; with intervals of their own two
 * steps differ where these don't overlap. */
static bool differ(const struct choice_figure *figure, int i, int k)
{
    if (figure->difference && figure->difference_half)
        return fabs(figure->difference[i] - figure->difference[k])
               > fmax(figure->difference_half[i], figure->difference_half[k]);
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

/* What shows needn't matter: over the same days a hundredth of a cup can be told from none. */
static bool matters(const struct choice_figure *figure, int i, int best)
{
    return differ(figure, i, best) && fabs(figure->mean[i] - figure->mean[best]) >= 0.01 * fabs(figure->mean[best]);
}

static bool any_matters(const struct choice_picture *picture, const struct choice_figure *figure, int best)
{
    for (int i = 0; i < picture->n_sweep; i++)
        if (isfinite(figure->mean[i]) && matters(figure, i, best))
            return true;
    return false;
}

/* Differences are to one step, so only pairs with it are judged by them. */
static bool all_alike(const struct choice_picture *picture, const struct choice_figure *figure)
{
    int only = figure->difference ? best_step(picture, &picture->sweep_figure[0]) : -1;

    for (int i = 0; i < picture->n_sweep; i++)
        for (int k = 0; k < i; k++)
            if ((only < 0 || i == only || k == only) && differ(figure, i, k))
                return false;
    return true;
}

static int first_as_good(const struct choice_figure *figure, int best)
{
    int first = best;

    for (int i = best; i >= 0; i--)
        if (isfinite(figure->mean[i]) && !matters(figure, i, best))
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

/* As fine as the least difference to the best that shows; without differences as the steps lie apart. */
static double grain_beside(const struct choice_picture *picture,
                           const struct choice_figure *figure, int best)
{
    double grain = INFINITY;

    for (int i = 0; figure->difference && i < picture->n_sweep; i++)
        if (matters(figure, i, best))
            grain = fmin(grain, fabs(figure->difference[i]));
    return isfinite(grain) ? grain : 3 * quantity_grain_of(picture->n_sweep, figure->mean);
}

static void find_best(const struct choice_picture *picture, const struct choice_figure *figure,
                      int best, struct text *finding)
{
    char name[NAME_ROOM], what[NAME_ROOM];
    int first = first_as_good(figure, best);
    struct text mean = {0}, at = {0}, as_good = {0};

    quantity_add(&mean, figure->mean[best], grain_beside(picture, figure, best), figure->unit);
    sweep_step(&at, picture, best);
    sweep_step(&as_good, picture, first);
    text_print(finding, say("%s: best, %s, with %s %s"), choice_name(name, figure->name),
               text_c(&mean), choice_name(what, picture->sweep_name), text_c(&at));
    if (first < best)
        text_print(finding, differ(figure, first, best) ? say("; already %s is within 1 %% of it") : say("; already %s can't be told from it"),
                   text_c(&as_good));
    text_free(&mean);
    text_free(&at);
    text_free(&as_good);
}

/* How many times its half-width a figure changes from the first step to the last; 0: it doesn't show. */
static double clearness(const struct choice_picture *picture, const struct choice_figure *figure)
{
    int last = picture->n_sweep - 1;
    double change = fabs(figure->mean[last] - figure->mean[0]);
    double half = sweep_half(figure, 0) + sweep_half(figure, last);

    if (best_step(picture, figure) < 0 || !isfinite(change) || all_alike(picture, figure))
        return 0;
    if (figure->difference && figure->difference_half)
        half = fmax(figure->difference_half[0], figure->difference_half[last]);
    return change > half ? change / fmax(half, 1e-9) : 0;
}

/* The first figure stays as it is; another may well change: the one that does most clearly. */
static void find_none(const struct choice_picture *picture, const char *sentence, struct text *finding)
{
    char name[NAME_ROOM], what[NAME_ROOM];
    const struct choice_figure *figure = picture->sweep_figure, *other = figure;
    int last = picture->n_sweep - 1;
    struct text from = {0}, to = {0};

    text_print(finding, sentence, choice_name(name, figure->name), choice_name(what, picture->sweep_name));
    for (int f = 1; f < picture->n_sweep_figures; f++)
        if (clearness(picture, &figure[f]) > (other == figure ? 0 : clearness(picture, other)))
            other = &figure[f];
    if (other == figure)
        return;
    double grain = fabs(other->mean[last] - other->mean[0]) / 10;
    quantity_add(&from, other->mean[0], grain, other->unit);
    quantity_add(&to, other->mean[last], grain, other->unit);
    text_print(finding, say("; but %s goes from %s to %s"), choice_name(name, other->name),
               text_c(&from), text_c(&to));
    text_free(&from);
    text_free(&to);
}

void sweep_find(const struct choice_picture *picture, struct text *finding)
{
    const struct choice_figure *figure = &picture->sweep_figure[0];
    int best = best_step(picture, figure);

    if (best < 0 || all_alike(picture, figure))
        find_none(picture, say("%s: no difference that shows, whatever %s is"), finding);
    else if (figure->better && !any_matters(picture, figure, best))
        find_none(picture, say("%s: less than 1 %% of difference, whatever %s is"), finding);
    else if (figure->better)
        find_best(picture, figure, best, finding);
    else
        find_ends(picture, figure, finding);
}
