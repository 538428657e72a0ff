/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/choice_parts.h"
#include "plots/heat_cells.h"
#include "plots/quantity.h"

#include <math.h>
#include <string.h>

enum { NAMES_EM = 20 }; /* of both names in a title */

bool heat_has_data(const struct choice_picture *picture)
{
    if (picture->n_x < 1 || picture->n_y < 1 || !picture->heat || !picture->x_text
        || !picture->y_text || !picture->x_name || !picture->y_name || !picture->heat_name)
        return false;
    for (int i = 0; i < picture->n_x * picture->n_y; i++)
        if (isfinite(picture->heat[i]))
            return true;
    return false;
}

/* @return the cell that's the best, or the worst (sign -1) */
static int extreme(const struct choice_picture *picture, int sign)
{
    int found = -1;

    sign *= picture->heat_better < 0 ? -1 : 1;
    for (int i = 0; i < picture->n_x * picture->n_y; i++)
        if (isfinite(picture->heat[i])
            && (found < 0 || sign * picture->heat[i] > sign * picture->heat[found]))
            found = i;
    return found;
}

static int count_known(const struct choice_picture *picture)
{
    int n = 0;

    for (int i = 0; i < picture->n_x * picture->n_y; i++)
        n += isfinite(picture->heat[i]) != 0;
    return n;
}

static bool reaches(const struct choice_picture *picture, int cell)
{
    return heat_reaches(picture, cell % picture->n_x, cell / picture->n_x);
}

/* Whether the best isn't told from it, by what stands in the cells. */
static bool reads_as_best(const struct choice_picture *picture, int cell)
{
    double best = picture->heat[extreme(picture, 1)], worst = picture->heat[extreme(picture, -1)];
    double grain = fabs(best - worst) * heat_scale(picture) / 10;
    struct text one = {0}, other = {0};

    quantity_add(&one, best * heat_scale(picture), grain, "");
    quantity_add(&other, picture->heat[cell] * heat_scale(picture), grain, "");
    bool same = strcmp(text_c(&one), text_c(&other)) == 0;
    text_free(&one);
    text_free(&other);
    return same;
}

/* Of such cells the one nearest to the first column and row: quantities are listed from little to much.
 * @return its index; -1 if there's none */
static int least_of(const struct choice_picture *picture, bool (*such)(const struct choice_picture *, int), int *n)
{
    int least = -1;
    double least_way = INFINITY;

    *n = 0;
    for (int i = 0; i < picture->n_x * picture->n_y; i++) {
        double way =
            i % picture->n_x / (double)picture->n_x + i / picture->n_x / (double)picture->n_y;
        if (!such(picture, i))
            continue;
        ++*n;
        if (way < least_way - 1e-9) {
            least_way = way;
            least = i;
        }
    }
    return least;
}

/* "staff 3, urns 2"; without the names, which stand beside the cells, where they would fill a title by themselves. */
static void add_cell(struct text *out, const struct choice_picture *picture, int cell)
{
    char x[NAME_ROOM], y[NAME_ROOM], at_x[NAME_ROOM], at_y[NAME_ROOM];

    lettering_name(at_x, picture->x_text[cell % picture->n_x]);
    lettering_name(at_y, picture->y_text[cell / picture->n_x]);
    choice_name(x, picture->x_name);
    choice_name(y, picture->y_name);
    if (lettering_width(x, 1, true) + lettering_width(y, 1, true) > NAMES_EM)
        text_print(out, say("%s across and %s up"), at_x, at_y);
    else
        text_print(out, say("%s %s, %s %s"), x, at_x, y, at_y);
}

static void add_value(struct text *out, const struct choice_picture *picture, double heat)
{
    double shown = heat * heat_scale(picture);
    double grain = quantity_grain(shown);

    if (picture->heat_unit && strcmp(picture->heat_unit, "%") == 0)
        grain = fmin(grain, pow(10, -quantity_share_decimals(shown, 0)));
    quantity_add(out, shown, grain, picture->heat_unit);
}

static void find_wanted(const struct choice_picture *picture, struct text *finding)
{
    char name[NAME_ROOM];
    struct text wanted = {0}, at = {0}, best = {0};
    int reaching, least = least_of(picture, reaches, &reaching), most = extreme(picture, 1);

    choice_name(name, picture->heat_name);
    add_value(&wanted, picture, picture->heat_wanted);
    add_value(&best, picture, picture->heat[most]);
    add_cell(&at, picture, least < 0 ? most : least);
    if (least < 0)
        text_print(finding, say("%s: no combination reaches %s; the best, %s, is %s"), name,
                   text_c(&wanted), text_c(&best), text_c(&at));
    else if (reaching == count_known(picture))
        text_print(finding, say("%s: every combination reaches %s"), name, text_c(&wanted));
    else
        text_print(finding, say("%s: %d of %d combinations reach %s, the least of them is %s"),
                   name, reaching, count_known(picture), text_c(&wanted), text_c(&at));
    text_free(&wanted);
    text_free(&at);
    text_free(&best);
}

static void find(const struct choice_picture *picture, struct text *finding)
{
    char name[NAME_ROOM];
    struct text best = {0}, at = {0}, worst = {0};
    int most = extreme(picture, 1), least = extreme(picture, -1), alike, first = least_of(picture, reads_as_best, &alike);

    if (isfinite(picture->heat_wanted)) {
        find_wanted(picture, finding);
        return;
    }
    choice_name(name, picture->heat_name);
    add_value(&best, picture, picture->heat[most]);
    add_value(&worst, picture, picture->heat[least]);
    add_cell(&at, picture, first);
    if (picture->heat[most] == picture->heat[least])
        text_print(finding, say("%s: %s with every combination"), name, text_c(&best));
    else if (alike > 1)
        text_print(finding, picture->heat_better ? say("%s: best, %s, with %d of %d combinations, the least of them is %s")
                                                 : say("%s: up to %s with %d of %d combinations, the least of them is %s"),
                   name, text_c(&best), alike, count_known(picture), text_c(&at));
    else if (!picture->heat_better)
        text_print(finding, say("%s: from %s up to %s with %s"), name, text_c(&worst),
                   text_c(&best), text_c(&at));
    else
        text_print(finding, say("%s: best, %s, with %s"), name, text_c(&best), text_c(&at));
    text_free(&best);
    text_free(&at);
    text_free(&worst);
}

static void write_table(const struct choice_picture *picture, struct sheet *sheet)
{
    struct text name = {0};

    choice_with_unit(&name, picture->heat_name, picture->heat_unit);
    sheet_cell(sheet, picture->y_path ? picture->y_path : picture->y_name);
    sheet_cell(sheet, picture->x_path ? picture->x_path : picture->x_name);
    sheet_cell(sheet, text_c(&name));
    sheet_row_end(sheet);
    for (int i = 0; i < picture->n_x * picture->n_y; i++) {
        sheet_cell(sheet, picture->y_text[i / picture->n_x]);
        sheet_cell(sheet, picture->x_text[i % picture->n_x]);
        sheet_number(sheet, picture->heat[i] * heat_scale(picture));
        sheet_row_end(sheet);
    }
    text_free(&name);
}

void heat_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    struct text finding = {0}, note = {0}, wanted = {0};

    find(picture, &finding);
    choice_title(sheet, picture, &finding);
    write_table(picture, sheet);
    heat_cells_draw(picture, sheet);
    if (isfinite(picture->heat_wanted)) {
        add_value(&wanted, picture, picture->heat_wanted);
        text_print(&note,
                   picture->heat_better < 0 ? say("outlined: %s or less")
                                            : say("outlined: %s or more"),
                   text_c(&wanted));
        sheet_note(sheet, text_c(&note));
    }
    text_free(&finding);
    text_free(&note);
    text_free(&wanted);
}
