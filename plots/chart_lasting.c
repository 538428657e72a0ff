/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/choice_parts.h"
#include "plots/parts.h"
#include "plots/phrase.h"
#include "plots/place.h"
#include "plots/quantity.h"

#include <assert.h>
#include <math.h>

enum { MOST_CURVES = N_LOOKS };

static bool is_drawn(const struct choice_curve *curve)
{
    return curve->n > 1 && curve->name && curve->portions && curve->chance_short;
}

bool lasting_has_data(const struct choice_picture *picture)
{
    for (int i = 0; picture->curve && i < picture->n_curves; i++)
        if (is_drawn(&picture->curve[i]))
            return true;
    return false;
}

/* The chance with so many portions, straight between two known amounts; NAN if nothing is chosen or
 * it lies outside. */
static double chance_with(const struct choice_curve *curve, double portions)
{
    for (int i = 0; i + 1 < curve->n; i++) {
        double from = curve->portions[i], to = curve->portions[i + 1];
        if (portions >= from && portions <= to) {
            double part = to > from ? (portions - from) / (to - from) : 0;
            return curve->chance_short[i] + part * (curve->chance_short[i + 1] - curve->chance_short[i]);
        }
    }
    return NAN;
}

static double risk(const struct choice_curve *curve)
{
    double chance = is_drawn(curve) ? chance_with(curve, curve->chosen) : -1;
    return isnan(chance) ? -0.5 : chance; /* after all with a choice, before what can't be drawn */
}

/* The curves most likely to fall short as chosen, the likeliest first. */
static int order(const struct choice_picture *picture, int row[MOST_CURVES])
{
    int n = 0;

    for (int i = 0; i < picture->n_curves; i++) {
        int k = n;
        if (!is_drawn(&picture->curve[i]))
            continue;
        while (k > 0 && risk(&picture->curve[i]) > risk(&picture->curve[row[k - 1]]))
            k--;
        if (k == MOST_CURVES)
            continue;
        n += n < MOST_CURVES;
        for (int j = n - 1; j > k; j--)
            row[j] = row[j - 1];
        row[k] = i;
    }
    return n;
}

static void find(const struct choice_picture *picture, int n, const int row[], struct text *finding)
{
    assert(n > 0);
    const struct choice_curve *first = &picture->curve[row[0]];
    char name[NAME_ROOM], share[PHRASE_ROOM];
    double chance = chance_with(first, first->chosen);
    struct text chosen = {0};

    choice_name(name, first->name);
    quantity_add(&chosen, first->chosen, 1, "");
    if (isnan(chance))
        text_print(finding, say("How often %s falls short, by what it starts with"), name);
    else if (chance < 0.005)
        text_add(finding, n == 1 ? say("With the portions chosen it doesn't fall short")
                                 : say("With the portions chosen none falls short"));
    else
        text_print(
            finding,
            n == 1 ? say("%s falls short on %s with the %s portions chosen")
                   : say("%s falls short on %s with the %s portions chosen, the others less often"),
            name, phrase_share_of_days(share, chance, 1), text_c(&chosen));
    text_free(&chosen);
}

/* A pair of columns a curve. */
static void write_table(const struct choice_picture *picture, struct sheet *sheet)
{
    int rows = 0;

    for (int i = 0; i < picture->n_curves; i++) {
        const struct choice_curve *curve = &picture->curve[i];
        struct text head = {0};
        text_print(&head, "%s: %s", curve->name ? curve->name : "", say("portions at opening"));
        sheet_cell(sheet, text_c(&head));
        sheet_cell(sheet, say("chance of falling short"));
        text_free(&head);
        rows = is_drawn(curve) && curve->n > rows ? curve->n : rows;
    }
    sheet_row_end(sheet);
    for (int r = 0; r < rows; r++) {
        for (int i = 0; i < picture->n_curves; i++) {
            const struct choice_curve *curve = &picture->curve[i];
            bool there = is_drawn(curve) && r < curve->n;
            sheet_number(sheet, there ? curve->portions[r] : NAN);
            sheet_number(sheet, there ? curve->chance_short[r] : NAN);
        }
        sheet_row_end(sheet);
    }
}

static void draw_keys(const struct choice_picture *picture, struct sheet *sheet, int n,
                      const int row[])
{
    struct text fitted[MOST_CURVES] = {0};
    struct key keys[MOST_CURVES];

    for (int k = 0; k < n; k++) {
        lettering_fit(&fitted[k], picture->curve[row[k]].name, size_text, false, 240);
        keys[k] = (struct key){text_c(&fitted[k]), style_look(k), 0};
    }
    sheet_key(sheet, n, keys);
    for (int k = 0; k < n; k++)
        text_free(&fitted[k]);
}

/* "150: 4 %", beside the point on its curve. */
static void point_out(const struct choice_curve *curve, struct sheet *sheet,
                      const struct panel *panel, struct place *place, enum colour colour)
{
    const struct letters centred = {size_text, true, INK, CENTRE};
    double chance = chance_with(curve, curve->chosen);
    struct text says = {0}, percent = {0};
    struct box box;

    if (isnan(chance))
        return;
    double x = panel_x(panel, curve->chosen), y = panel_y(panel, chance);
    quantity_add(&says, curve->chosen, 1, "");
    quantity_add(&percent, chance < 0.095 ? 100 * chance : round(100 * chance), chance < 0.095 ? 0.1 : 1, "%"); /* half up, as in the title */
    text_print(&says, say(": %s"), text_c(&percent));
    sheet_line(sheet, x, panel->box.bottom, x, y, (struct look){colour, 2, 0.7});
    sheet_disc(sheet, x, y, 3, colour, 1);
    place_label(place, x, y, 3.5, lettering_width(text_c(&says), size_text, true), 9, true, &box);
    sheet_box_in_front(sheet, box, PAPER, 0.75);
    sheet_say(sheet, (box.left + box.right) / 2, (box.bottom + box.top) / 2, centred,
              text_c(&says));
    text_free(&says);
    text_free(&percent);
}

/* Where something can happen: beyond the amounts that surely last curves only lie on the axis. */
static double most_portions(const struct choice_picture *picture, int n, const int row[])
{
    double most = 0;

    for (int k = 0; k < n; k++) {
        const struct choice_curve *curve = &picture->curve[row[k]];
        for (int i = 0; i < curve->n; i++)
            if (i == 0 || curve->chance_short[i - 1] > 0.001)
                most = fmax(most, curve->portions[i]);
        if (isfinite(curve->chosen))
            most = fmax(most, 1.08 * curve->chosen);
    }
    return most;
}

static void take_curves(const struct choice_picture *picture, int n, const int row[],
                        const struct panel *panel, struct place *place)
{
    for (int k = 0; k < n; k++) {
        const struct choice_curve *curve = &picture->curve[row[k]];
        for (int i = 0; i + 1 < curve->n && curve->portions[i + 1] <= panel->x.high; i++)
            place_line(place, panel_x(panel, curve->portions[i]),
                       panel_y(panel, curve->chance_short[i]), panel_x(panel, curve->portions[i + 1]),
                       panel_y(panel, curve->chance_short[i + 1]), 1.5);
        double chance = chance_with(curve, curve->chosen);
        double x = panel_x(panel, curve->chosen), y = panel_y(panel, chance);
        if (!isnan(chance))
            place_take(place, (struct box){x - 3, y - 3, x + 3, y + 3});
    }
}

static void draw_curves(const struct choice_picture *picture, struct sheet *sheet, int n,
                        const int row[])
{
    double left = PAGE_MARGIN + LEFT_PT - 8;
    struct panel panel = {{left, FOOT_PT, sheet->width - PAGE_MARGIN, sheet->top - 16},
                          axis_from_zero(most_portions(picture, n, row), 8, SCALE_NUMBER),
                          {0, 1, 0.25, SCALE_PERCENT},
                          true,
                          true};
    struct place place = {.area = panel.box};

    sheet_panel(sheet, &panel);
    for (int k = n - 1; k >= 0; k--) {
        struct look look = style_look(k);
        sheet_curve(sheet, "using %d:%d with lines lc rgb %s dt %d lw %g", 2 * row[k] + 1,
                    2 * row[k] + 2, style_colour(look.colour), look.dash, look.weight_pt);
    }
    sheet_panel_end(sheet);
    sheet_say(sheet, left, panel.box.top + 8, letters_text,
              say("share of days on which it falls short"));
    take_curves(picture, n, row, &panel, &place);
    for (int k = 0; k < n; k++)
        point_out(&picture->curve[row[k]], sheet, &panel, &place, style_look(k).colour);
    parts_along(sheet, say("portions at opening"));
}

void lasting_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    int row[MOST_CURVES], n = order(picture, row);
    struct text finding = {0}, note = {0};

    find(picture, n, row, &finding);
    choice_title(sheet, picture, &finding);
    draw_keys(picture, sheet, n, row);
    write_table(picture, sheet);
    draw_curves(picture, sheet, n, row);
    text_add(&note, say("dot: the portions chosen"));
    if (n < picture->n_curves)
        text_print(&note, say("; shown: the %d of %d most likely to fall short"), n,
                   picture->n_curves);
    sheet_note(sheet, text_c(&note));
    text_free(&finding);
    text_free(&note);
}
