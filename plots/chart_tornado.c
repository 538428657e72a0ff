/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/choice_parts.h"
#include "plots/quantity.h"
#include "plots/tornado_bars.h"

#include <assert.h>
#include <math.h>

bool tornado_has_data(const struct choice_picture *picture)
{
    return picture->n_bars > 0 && picture->bar && picture->bar_figure && isfinite(picture->base);
}

static double swing(const struct choice_bar *bar)
{
    return fmax(fabs(tornado_known(bar->low)), fabs(tornado_known(bar->high)));
}

static bool bar_shows(const struct choice_bar *bar)
{
    return tornado_shows(bar->low, bar->low_half) || tornado_shows(bar->high, bar->high_half);
}

static double swing_of(const struct choice_picture *picture, int i)
{
    return swing(&picture->bar[i]);
}

static int count_silent(const struct choice_picture *picture)
{
    int n = 0;

    for (int i = 0; i < picture->n_bars; i++)
        n += !bar_shows(&picture->bar[i]);
    return n;
}

static void find(const struct choice_picture *picture, const struct choice_bar *first,
                 struct text *finding)
{
    char name[NAME_ROOM], figure[NAME_ROOM];
    struct text from = {0}, to = {0};
    int silent = count_silent(picture);
    double low = tornado_known(first->low), high = tornado_known(first->high);
    double grain = quantity_grain(swing(first)) * 10;

    choice_name(figure, picture->bar_figure);
    quantity_add(&from, picture->base + fmin(0, fmin(low, high)), grain, "");
    quantity_add(&to, picture->base + fmax(0, fmax(low, high)), grain, picture->bar_unit);
    if (silent == picture->n_bars)
        text_print(finding, say("%s: no assumption makes a difference that shows"), figure);
    else
        text_print(finding, say("%s: %s matters most, from %s to %s"), figure,
                   choice_name(name, first->name), text_c(&from), text_c(&to));
    if (silent > 0 && silent < picture->n_bars)
        text_print(finding, say("; %d of %d assumptions without a difference that shows"), silent,
                   picture->n_bars);
    text_free(&from);
    text_free(&to);
}

static void write_table(const struct choice_picture *picture, struct sheet *sheet)
{
    const char *head[] = {say("assumption"), say("low"), say("change"), "±", say("high"),
                          say("change"),     "±"};

    for (int i = 0; i < 7; i++)
        sheet_cell(sheet, head[i]);
    sheet_row_end(sheet);
    for (int i = 0; i < picture->n_bars; i++) {
        const struct choice_bar *bar = &picture->bar[i];
        sheet_cell(sheet, bar->path ? bar->path : bar->name);
        sheet_cell(sheet, bar->low_text);
        sheet_number(sheet, bar->low);
        sheet_number(sheet, bar->low_half);
        sheet_cell(sheet, bar->high_text);
        sheet_number(sheet, bar->high);
        sheet_number(sheet, bar->high_half);
        sheet_row_end(sheet);
    }
}

static void draw_note(const struct choice_picture *picture, struct sheet *sheet, int n)
{
    struct text note = {0};

    text_print(&note, say("thin line: %g %% interval of the change; pale: none that shows"),
               100 * picture->confidence);
    if (n < picture->n_bars)
        text_print(&note, say("; shown: the %d of %d assumptions that matter most"), n,
                   picture->n_bars);
    sheet_note(sheet, text_c(&note));
    text_free(&note);
}

void tornado_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    const struct key keys[] = {{say("lower assumption"), {BLUE, 1, 0}, 0.9},
                               {say("higher assumption"), {ORANGE, 1, 0}, 0.9}};
    int row[TORNADO_MOST], n = choice_largest(picture, picture->n_bars, TORNADO_MOST, swing_of, row);
    struct text finding = {0};

    assert(n > 0);
    find(picture, &picture->bar[row[0]], &finding);
    choice_title(sheet, picture, &finding);
    sheet_key(sheet, 2, keys);
    write_table(picture, sheet);
    draw_note(picture, sheet, tornado_bars_draw(picture, sheet, n, row));
    text_free(&finding);
}
