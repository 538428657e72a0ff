/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/choice_parts.h"
#include "plots/quantity.h"
#include "plots/stress_bars.h"

#include <assert.h>
#include <math.h>

bool stress_has_data(const struct choice_picture *picture)
{
    return picture->n_troubles > 0 && picture->trouble && picture->n_trouble_figures > 0
           && picture->trouble_figure && picture->trouble_figure[0].better
           && picture->trouble_figure[0].difference && picture->trouble_figure[0].difference_half;
}

static double loss_of(const struct choice_picture *picture, int i)
{
    return stress_loss(&picture->trouble_figure[0], i);
}

static bool harms(const struct choice_figure *goal, int i)
{
    return stress_shows(goal, i) && stress_loss(goal, i) > 0;
}

static void add_loss(struct text *out, const struct choice_figure *goal, int i)
{
    double loss = stress_loss(goal, i);
    quantity_add(out, loss, quantity_grain(loss), goal->unit);
}

static void find(const struct choice_picture *picture, int n, const int row[], struct text *finding)
{
    const struct choice_figure *goal = &picture->trouble_figure[0];
    char figure[NAME_ROOM], worst[NAME_ROOM], second[NAME_ROOM];
    struct text most = {0}, next = {0};
    int silent = 0;

    assert(picture->n_troubles > 0);
    for (int i = 0; i < picture->n_troubles; i++)
        silent += !harms(goal, i);
    choice_name(figure, goal->name);
    choice_name(worst, picture->trouble[row[0]]);
    add_loss(&most, goal, row[0]);
    if (silent == picture->n_troubles) {
        text_print(finding, say("%s: nothing that was tried does harm that shows"), figure);
    } else if (n > 1 && harms(goal, row[1])) {
        add_loss(&next, goal, row[1]);
        text_print(finding, say("%s: %s costs the most, %s, then %s, %s"), figure, worst,
                   text_c(&most), choice_name(second, picture->trouble[row[1]]), text_c(&next));
    } else {
        text_print(finding, say("%s: %s costs the most, %s"), figure, worst, text_c(&most));
        if (silent)
            text_print(finding, say("; %d of %d do no harm that shows"), silent, picture->n_troubles);
    }
    text_free(&most);
    text_free(&next);
}

static void write_table(const struct choice_picture *picture, struct sheet *sheet)
{
    const char *what[] = {"%s", say("%s: ±"), say("%s: less a usual day"),
                          say("%s: less a usual day, ±")};

    sheet_cell(sheet, say("what goes wrong"));
    for (int f = 0; f < picture->n_trouble_figures; f++)
        for (int c = 0; c < 4; c++) {
            struct text name = {0}, head = {0};
            choice_with_unit(&name, picture->trouble_figure[f].name, picture->trouble_figure[f].unit);
            text_print(&head, what[c], text_c(&name));
            sheet_cell(sheet, text_c(&head));
            text_free(&name);
            text_free(&head);
        }
    sheet_row_end(sheet);
    for (int i = 0; i < picture->n_troubles; i++) {
        sheet_cell(sheet, picture->trouble[i]);
        for (int f = 0; f < picture->n_trouble_figures; f++) {
            const struct choice_figure *figure = &picture->trouble_figure[f];
            const double *column[] = {figure->mean, figure->half_width, figure->difference,
                                      figure->difference_half};
            for (int c = 0; c < 4; c++)
                sheet_number(sheet, column[c] ? column[c][i] : NAN);
        }
        sheet_row_end(sheet);
    }
}

static void draw_note(const struct choice_picture *picture, struct sheet *sheet, int n, int figures)
{
    struct text note = {0};

    text_print(&note, say("thin line: %g %% interval of the difference; pale: none that shows; + better than usual"),
               100 * picture->confidence);
    if (n < picture->n_troubles)
        text_print(&note, say("; shown: the %d worst of %d"), n, picture->n_troubles);
    if (figures < picture->n_trouble_figures)
        text_print(&note, say("; %d of %d figures"), figures, picture->n_trouble_figures);
    sheet_note(sheet, text_c(&note));
    text_free(&note);
}

void stress_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    int row[STRESS_MOST], n = choice_largest(picture, picture->n_troubles, STRESS_MOST, loss_of, row), figures;
    struct text finding = {0};

    find(picture, n, row, &finding);
    choice_title(sheet, picture, &finding);
    write_table(picture, sheet);
    stress_bars_draw(picture, sheet, n, row, &figures);
    draw_note(picture, sheet, n, figures);
    text_free(&finding);
}
