/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/layout_rows.h"
#include "plots/quantity.h"

#include <math.h>
#include <stdio.h>

bool layouts_has_data(const struct choice_picture *picture)
{
    return picture->n_layouts > 1 && picture->layout && picture->n_figures > 0 && picture->figure
           && picture->figure[0].mean && picture->best >= 0 && picture->best < picture->n_layouts;
}

/* The layout that the title holds the best one against: the reference, or if that's the best the
 * next one by the goal. */
static int rival_of(const struct choice_picture *picture)
{
    int row[2];

    if (picture->reference >= 0 && picture->reference < picture->n_layouts
        && picture->reference != picture->best)
        return picture->reference;
    choice_order(picture, 2, row);
    return row[row[0] == picture->best];
}

static int count_alike(const struct choice_picture *picture, int *which)
{
    int n = 0;

    for (int i = 0; i < picture->n_layouts; i++)
        if (i != picture->best && choice_told(&picture->figure[0], i) == 0) {
            n++;
            *which = i;
        }
    return n;
}

static void add_difference(struct text *out, const struct choice_figure *goal, int rival)
{
    double half = goal->difference_half[rival];
    double grain = half > 0 ? half : quantity_grain(goal->difference[rival]);

    quantity_add(out, fabs(goal->difference[rival]), grain, goal->unit);
}

static void find_told(const struct choice_picture *picture, int rival, struct text *finding)
{
    const struct choice_figure *goal = &picture->figure[0];
    char name[NAME_ROOM], best[NAME_ROOM], other[NAME_ROOM], third[NAME_ROOM];
    struct text by = {0};
    int which = 0, alike = count_alike(picture, &which);

    add_difference(&by, goal, rival);
    choice_layout(best, picture, picture->best);
    choice_layout(other, picture, rival);
    text_print(finding,
               choice_told(goal, rival) < 0 ? say("%s: %s has %s more than %s")
                                            : say("%s: %s has %s less than %s"),
               choice_name(name, goal->name), best, text_c(&by), other);
    if (alike == 1)
        text_print(finding, say("; %s can't be told from it"),
                   choice_layout(third, picture, which));
    else if (alike > 1)
        text_print(finding, say("; %d others can't be told from it"), alike);
    text_free(&by);
}

static void find_alike(const struct choice_picture *picture, int rival, struct text *finding)
{
    const struct choice_figure *goal = &picture->figure[0];
    char name[NAME_ROOM], best[NAME_ROOM], other[NAME_ROOM];
    struct text by = {0}, half = {0};

    choice_name(name, goal->name);
    choice_layout(best, picture, picture->best);
    choice_layout(other, picture, rival);
    if (goal->difference[rival] == 0 && goal->difference_half[rival] == 0) {
        quantity_add(&by, goal->mean[rival], quantity_grain(goal->mean[rival]), goal->unit);
        text_print(finding, say("%s: %s and %s have the same, %s"), name, best, other, text_c(&by));
    } else {
        add_difference(&by, goal, rival);
        quantity_add_half(&half, goal->difference_half[rival], goal->difference_half[rival]);
        text_print(finding, say("%s: %s can't be told from %s, the difference is %s ± %s"), name,
                   best, other, text_c(&by), text_c(&half));
    }
    text_free(&by);
    text_free(&half);
}

static void find(const struct choice_picture *picture, struct text *finding)
{
    const struct choice_figure *goal = &picture->figure[0];
    char name[NAME_ROOM], best[NAME_ROOM];
    int rival = rival_of(picture);

    if (goal->difference && goal->difference_half) {
        if (choice_told(goal, rival))
            find_told(picture, rival, finding);
        else
            find_alike(picture, rival, finding);
        return;
    }
    struct text mean = {0};
    quantity_add(&mean, goal->mean[picture->best], quantity_grain(goal->mean[picture->best]),
                 goal->unit);
    text_print(finding, say("%s: %s is the best with %s"), choice_name(name, goal->name),
               choice_layout(best, picture, picture->best), text_c(&mean));
    text_free(&mean);
}

static void write_head(const struct choice_picture *picture, struct sheet *sheet)
{
    const char *what[] = {"%s", say("%s: ±"), say("%s: less the best"),
                          say("%s: less the best, ±")};

    sheet_cell(sheet, say("layout"));
    for (int f = 0; f < picture->n_figures; f++)
        for (int c = 0; c < 4; c++) {
            struct text name = {0}, head = {0};
            choice_with_unit(&name, picture->figure[f].name, picture->figure[f].unit);
            text_print(&head, what[c], text_c(&name));
            sheet_cell(sheet, text_c(&head));
            text_free(&name);
            text_free(&head);
        }
    sheet_row_end(sheet);
}

static void write_table(const struct choice_picture *picture, struct sheet *sheet)
{
    write_head(picture, sheet);
    for (int i = 0; i < picture->n_layouts; i++) {
        struct text name = {0};
        choice_layout_in_full(&name, picture, i);
        sheet_cell(sheet, text_c(&name));
        text_free(&name);
        for (int f = 0; f < picture->n_figures; f++) {
            const struct choice_figure *figure = &picture->figure[f];
            const double *column[] = {figure->mean, figure->half_width, figure->difference,
                                      figure->difference_half};
            for (int c = 0; c < 4; c++)
                sheet_number(sheet, column[c] ? column[c][i] : NAN);
        }
        sheet_row_end(sheet);
    }
}

static void draw_keys(const struct choice_picture *picture, struct sheet *sheet)
{
    const char *const formats[] = {say("better than %s"), say("worse than %s"),
                                   say("can't be told from %s")};
    const int better[] = {1, -1, 0};
    char best[NAME_ROOM], says[3][2 * NAME_ROOM];
    struct key keys[3];

    for (int i = 0; i < 3; i++) {
        snprintf(says[i], sizeof says[i], formats[i], choice_layout(best, picture, picture->best));
        keys[i] =
            (struct key){says[i], layout_rows_look(better[i]), 0, layout_rows_sign(better[i])};
    }
    sheet_key(sheet, 3, keys);
}

static void draw_note(const struct choice_picture *picture, struct sheet *sheet,
                      const struct layout_rows *rows)
{
    struct text note = {0};
    char best[NAME_ROOM];

    choice_layout(best, picture, picture->best);
    if (picture->figure[0].difference)
        text_print(&note,
                   say("mark: mean; bar: %g %% interval of the difference to %s (dashed), of all "
                       "layouts together"),
                   100 * picture->confidence, best);
    else
        text_print(&note, say("dot: mean; bar: its %g %% interval"), 100 * picture->confidence);
    if (rows->n < picture->n_layouts)
        text_print(&note, say("; shown: %d of %d layouts"), rows->n, picture->n_layouts);
    if (rows->figures < picture->n_figures)
        text_print(&note, say("; %d of %d figures"), rows->figures, picture->n_figures);
    sheet_note(sheet, text_c(&note));
    text_free(&note);
}

void layouts_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    struct text finding = {0};
    struct layout_rows rows;

    find(picture, &finding);
    choice_title(sheet, picture, &finding);
    if (picture->figure[0].difference)
        draw_keys(picture, sheet);
    write_table(picture, sheet);
    layout_rows_draw(picture, sheet, &rows);
    draw_note(picture, sheet, &rows);
    text_free(&finding);
}
