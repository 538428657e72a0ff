/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/varied.h"

#include "core/say.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum status varied_open(const struct options *options, int n, const char *const set[], struct varied *varied)
{
    struct options with = *options;

    *varied = (struct varied){0};
    with.n_sets = options->n_sets + n;
    with.set = calloc((size_t)with.n_sets + 1, sizeof *with.set);
    if (!with.set)
        return ERR_MEMORY;
    for (int i = 0; i < options->n_sets; i++)
        with.set[i] = options->set[i];
    for (int i = 0; i < n; i++)
        with.set[options->n_sets + i] = set[i];
    enum status status = open_scenario(&with, options->file[0], &varied->reader, &varied->scenario);
    if (status == OK)
        status = find_layout(&with, varied->scenario, &varied->layout);
    if (status == OK)
        status = open_study(varied->reader, varied->scenario, varied->layout, &varied->study);
    free(with.set);
    return status;
}

void varied_close(struct varied *varied)
{
    if (varied->reader)
        reader_free(varied->reader);
    *varied = (struct varied){0};
}

/* A number with what stands before (x) and behind (a unit). */
struct written_number {
    bool factor;
    double number;
    char unit[16];
};

static const char *number_read(const char *at, struct written_number *number)
{
    char *end;
    size_t n = 0;

    while (*at == ' ')
        at++;
    number->factor = *at == 'x';
    at += number->factor;
    number->number = strtod(at, &end);
    if (end == at || !isfinite(number->number))
        return NULL;
    /* strtod takes the first point of 2..5 for its own */
    if (end[-1] == '.' && *end == '.')
        end--;
    for (at = end; *at == ' '; at++)
        ;
    while (n < sizeof number->unit - 1 && at[n] && strncmp(at + n, "..", 2) != 0 && at[n] != ':')
        n++;
    memcpy(number->unit, at, n);
    number->unit[n] = '\0';
    while (n && number->unit[n - 1] == ' ')
        number->unit[--n] = '\0';
    return at + strcspn(at, ".:");
}

static enum status bad_axis(const char *written)
{
    complain(say("--vary %s: it has the form path=LOW..HIGH or path=LOW..HIGH:STEP, e.g. residents.commuters.uptake=25%%..45%%:5%%"), written);
    return ERR_USAGE;
}

static enum status axis_fill(struct axis *axis, struct arena *arena, const struct written_number *low, const struct written_number *high, double step)
{
    enum { MOST = 100 };
    const char *unit = *low->unit ? low->unit : high->unit;

    axis->n = (int)fmin(MOST, floor((high->number - low->number) / step + 1 + 1e-9));
    TAKE(arena, axis->x, axis->n);
    TAKE(arena, axis->text, axis->n);
    TAKE(arena, axis->set, axis->n);
    for (int i = 0; i < axis->n; i++) {
        axis->x[i] = low->number + i * step;
        axis->text[i] = arena_print(arena, "%s%.10g%s%s", low->factor ? "x" : "", axis->x[i], *unit ? " " : "", unit);
        axis->set[i] = axis->text[i] ? arena_print(arena, "%s=%s", axis->path, axis->text[i]) : NULL;
        if (!axis->set[i])
            return ERR_MEMORY;
    }
    return OK;
}

enum status axis_read(const char *written, struct arena *arena, struct axis *axis)
{
    struct written_number low, high, step = {0};
    const char *equals = strchr(written, '='), *at;

    if (!equals || equals == written)
        return bad_axis(written);
    axis->path = arena_text(arena, written, (size_t)(equals - written));
    if (!axis->path)
        return ERR_MEMORY;
    at = number_read(equals + 1, &low);
    if (!at || strncmp(at, "..", 2) != 0)
        return bad_axis(written);
    at = number_read(at + 2, &high);
    if (!at || high.number <= low.number || high.factor != low.factor)
        return bad_axis(written);
    if (*at == ':') {
        at = number_read(at + 1, &step);
        if (!at || step.number <= 0)
            return bad_axis(written);
    } else {
        bool whole = low.number == floor(low.number) && high.number == floor(high.number) && high.number - low.number <= 20 && !*low.unit && !*high.unit;
        step.number = whole && !low.factor ? 1 : (high.number - low.number) / 4;
    }
    return *at ? bad_axis(written) : axis_fill(axis, arena, &low, &high, step.number);
}
