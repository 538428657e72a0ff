/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_parts.h"

#include "core/say.h"
#include "plots/phrase.h"
#include "plots/style.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SENTENCE_EM = 20 };

void choice_title(struct sheet *sheet, const struct choice_picture *picture,
                  const struct text *finding)
{
    char days[PHRASE_ROOM];
    struct text from = {0}, scenario = {0};

    lettering_fit(&scenario, picture->scenario ? picture->scenario : "", size_text, false, 230);
    if (picture->subtitle)
        text_print(&from, say("%s: %s"), text_c(&scenario), picture->subtitle);
    else
        text_print(&from, say("%s, %s simulated"), text_c(&scenario),
                   phrase_days(days, picture->days, picture->in_a_row));
    struct text clean = {0};
    lettering_clean(&clean, text_c(&from));
    sheet_title(sheet, text_c(finding), text_c(&clean));
    sheet->page.failed |= finding->failed || from.failed || clean.failed;
    text_free(&clean);
    text_free(&from);
    text_free(&scenario);
}

const char *choice_name(char buffer[NAME_ROOM], const char *name)
{
    struct text fitted = {0};

    lettering_fit(&fitted, name, 1, false, SENTENCE_EM);
    if (fitted.n < NAME_ROOM)
        strcpy(buffer, text_c(&fitted));
    else
        lettering_name(buffer, name);
    text_free(&fitted);
    return buffer;
}

void choice_with_unit(struct text *out, const char *name, const char *unit)
{
    struct text fitted = {0};

    lettering_fit(&fitted, unit ? unit : "", size_text, false, 80);
    text_add(out, name ? name : "");
    if (fitted.n)
        text_print(out, say(" (%s)"), text_c(&fitted));
    out->failed |= fitted.failed;
    text_free(&fitted);
}

static bool is_cut(const char *name)
{
    char buffer[NAME_ROOM];
    struct text clean = {0};

    lettering_clean(&clean, name);
    bool cut = strcmp(lettering_name(buffer, name), text_c(&clean)) != 0;
    text_free(&clean);
    return cut;
}

static bool goes_by_letter(const struct choice_picture *picture)
{
    for (int i = 0; i < picture->n_layouts; i++) {
        if (is_cut(picture->layout[i]))
            return true;
        for (int k = 0; k < i; k++)
            if (strcmp(picture->layout[i], picture->layout[k]) == 0)
                return true;
    }
    return false;
}

static void put_letter(char buffer[NAME_ROOM], int i)
{
    if (i < 26)
        snprintf(buffer, NAME_ROOM, "%c", 'A' + i);
    else
        snprintf(buffer, NAME_ROOM, "%c%d", 'A' + i % 26, i / 26 + 1);
}

const char *choice_layout(char buffer[NAME_ROOM], const struct choice_picture *picture, int i)
{
    if (!goes_by_letter(picture))
        return lettering_name(buffer, picture->layout[i]);
    put_letter(buffer, i);
    return buffer;
}

void choice_layout_in_full(struct text *out, const struct choice_picture *picture, int i)
{
    char letter[NAME_ROOM];

    if (goes_by_letter(picture)) {
        put_letter(letter, i);
        text_print(out, "%s  ", letter);
    }
    text_add(out, picture->layout[i]);
}

static double merit(const struct choice_picture *picture, int i)
{
    if (i == picture->best)
        return INFINITY; /* by the search's own measure, whatever the means say */
    if (picture->n_figures < 1 || !picture->figure[0].better)
        return -i;
    double mean = picture->figure[0].better * picture->figure[0].mean[i];
    return isnan(mean) ? -INFINITY : mean;
}

static int best_left(const struct choice_picture *picture, int chosen, const int row[])
{
    int best = -1;

    for (int i = 0; i < picture->n_layouts; i++) {
        bool taken = false;
        for (int k = 0; k < chosen; k++)
            taken |= row[k] == i;
        if (!taken && (best < 0 || merit(picture, i) > merit(picture, best)))
            best = i;
    }
    return best;
}

int choice_order(const struct choice_picture *picture, int most, int row[])
{
    int n = 0;
    bool there = picture->reference < 0 || picture->reference >= picture->n_layouts;

    while (n < picture->n_layouts && n < most) {
        row[n] = best_left(picture, n, row);
        there |= row[n++] == picture->reference;
    }
    if (!there && n > 1)
        row[n - 1] = picture->reference;
    return n;
}

int choice_told(const struct choice_figure *figure, int i)
{
    if (!figure->difference || !figure->difference_half)
        return 0;
    double difference = figure->difference[i], half = figure->difference_half[i];
    return difference > half ? 1 : -difference > half ? -1 : 0;
}

struct picture choice_window(const struct choice_picture *picture)
{
    return (struct picture){.days = picture->days,
                            .bins = picture->bins,
                            .opens_s = picture->opens_s,
                            .bin_s = picture->bin_s,
                            .closes_s = picture->closes_s};
}

void choice_head(struct sheet *sheet, const struct panel *panel, const struct naming *naming,
                 const char *name)
{
    double y = panel->box.top + 4 + naming_height(naming) / 2;

    naming_say(sheet, naming, panel->box.left, y, INK, LEFT, name);
}

void choice_bounds(const struct choice_figure *figure, int n, double *low, double *high)
{
    double least = INFINITY, most = -INFINITY;

    for (int i = 0; i < n; i++) {
        least = fmin(least, figure->mean[i]);
        most = fmax(most, figure->mean[i]);
    }
    if (least >= 0)
        *low = fmax(*low, 0);
    if (most <= 100 && figure->unit && strcmp(figure->unit, "%") == 0)
        *high = fmin(*high, 100);
}

int choice_largest(const struct choice_picture *picture, int n, int most, double (*size)(const struct choice_picture *, int), int row[])
{
    int taken = 0;

    for (int i = 0; i < n; i++) {
        int k = taken;
        while (k > 0 && size(picture, i) > size(picture, row[k - 1]))
            k--;
        if (k == most)
            continue;
        taken += taken < most;
        for (int j = taken - 1; j > k; j--)
            row[j] = row[j - 1];
        row[k] = i;
    }
    return taken;
}
