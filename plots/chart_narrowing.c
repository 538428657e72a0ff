/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/choice_parts.h"
#include "plots/parts.h"
#include "plots/quantity.h"

#include <math.h>

enum { MOST_STAGES = 12, NAMES_MOST_PT = 130, HOW_PT = 150, COUNT_PT = 46, PITCH_MOST = 32 };

/* Bars begin a little below 1, so that the one plan that's left has a bar too. */
static const double first_decade = -0.25;

bool narrowing_has_data(const struct choice_picture *picture)
{
    return picture->n_stages > 1 && picture->stage;
}

/* The stage after which the smallest share is left; 0 if none drops anything. */
static int sharpest(const struct choice_picture *picture)
{
    int found = 0;
    double least = 1;

    for (int i = 1; i < picture->n_stages; i++) {
        double share = picture->stage[i].left / picture->stage[i - 1].left;
        if (share < least) {
            least = share;
            found = i;
        }
    }
    return found;
}

static void find_step(const struct choice_stage *stage, struct text *finding)
{
    char name[NAME_ROOM];
    double part = stage[-1].left / stage->left;
    struct text of = {0};

    choice_name(name, stage->name);
    quantity_add(&of, part, 1, "");
    if (part < 10)
        text_print(finding, say("; the step to \"%s\" narrows the most: %.0f %% are left"), name,
                   100 / part);
    else
        text_print(finding, say("; the step to \"%s\" narrows the most: 1 of %s is left"), name,
                   text_c(&of));
    text_free(&of);
}

static void find(const struct choice_picture *picture, struct text *finding)
{
    struct text all = {0}, left = {0};
    int steepest = sharpest(picture), last = picture->n_stages - 1;

    quantity_add(&all, picture->stage[0].left, 1, "");
    quantity_add(&left, picture->stage[last].left, 1, "");
    if (!(picture->stage[last].left > 0))
        text_print(finding, say("None of %s designs is left"), text_c(&all));
    else if (picture->stage[0].left == 1)
        text_add(finding, say("There is one design only, and nothing rules it out"));
    else if (steepest == 0)
        text_print(finding, say("All %s designs are left"), text_c(&all));
    else {
        text_print(finding, say("From %s designs to %s"), text_c(&all), text_c(&left));
        find_step(&picture->stage[steepest], finding);
    }
    text_free(&all);
    text_free(&left);
}

static void write_table(const struct choice_picture *picture, struct sheet *sheet)
{
    sheet_cell(sheet, say("stage"));
    sheet_cell(sheet, say("designs left"));
    sheet_cell(sheet, say("how"));
    sheet_row_end(sheet);
    for (int i = 0; i < picture->n_stages; i++) {
        sheet_cell(sheet, picture->stage[i].name);
        sheet_number(sheet, picture->stage[i].left);
        sheet_cell(sheet, picture->stage[i].how ? picture->stage[i].how : "");
        sheet_row_end(sheet);
    }
}

struct steps {
    int n;
    double pitch, left, right, top; /* of the bars */
    double decades;
};

static double step_y(const struct steps *steps, int i)
{
    return steps->top - (i + 0.5) * steps->pitch;
}

static double step_x(const struct steps *steps, double decade)
{
    double place = (decade - first_decade) / (steps->decades - first_decade);
    return steps->left + fmin(1, fmax(0, place)) * (steps->right - steps->left);
}

static void draw_decades(struct sheet *sheet, const struct steps *steps)
{
    const struct letters centred = {size_small, false, QUIET, CENTRE};
    const struct look thin = {FAINT, 1, 0.5};
    double bottom = steps->top - steps->n * steps->pitch;
    int stride = (int)fmax(1, ceil(steps->decades / 4));

    for (int decade = 0; decade <= steps->decades + 1e-9; decade++) {
        double x = step_x(steps, decade);
        struct text label = {0};
        quantity_add(&label, pow(10, decade), 1, "");
        sheet_line(sheet, x, bottom, x, steps->top, thin);
        if (decade % stride == 0)
            sheet_say(sheet, x, bottom - 7, centred, text_c(&label));
        text_free(&label);
    }
    sheet_say(sheet, (steps->left + steps->right) / 2, bottom - 18, centred,
              say("designs left; each line ten times the one before"));
}

static void draw_stage(const struct choice_picture *picture, struct sheet *sheet,
                       const struct steps *steps, const struct naming *naming,
                       const struct naming *how, int i)
{
    const struct letters bold = {size_text, true, INK, LEFT};
    const struct choice_stage *stage = &picture->stage[i];
    bool last = i == picture->n_stages - 1;
    double y = step_y(steps, i), half = fmin(9, 0.33 * steps->pitch);
    double end = stage->left > 0 ? step_x(steps, log10(stage->left)) : steps->left;
    struct text count = {0};

    quantity_add(&count, stage->left, 1, "");
    naming_say(sheet, naming, steps->left - 6, y, INK, RIGHT, stage->name);
    if (end > steps->left)
        sheet_box(sheet, (struct box){steps->left, y - half, end, y + half}, last ? INK : BLUE,
                  0.85);
    sheet_say(sheet, end + 5, y, bold, text_c(&count));
    if (stage->how)
        naming_say(sheet, how, sheet->width - PAGE_MARGIN - how->width_pt, y, QUIET, LEFT,
                   stage->how);
    text_free(&count);
}

static void lay_out(const struct choice_picture *picture, const struct sheet *sheet,
                    struct steps *steps, struct naming *naming, struct naming *how)
{
    const char *name[MOST_STAGES], *words[MOST_STAGES];
    double most = 1;
    int n_words = 0;

    steps->n = picture->n_stages < MOST_STAGES ? picture->n_stages : MOST_STAGES;
    steps->top = sheet->top - 4;
    steps->pitch = fmin(PITCH_MOST, (steps->top - FOOT_PT) / steps->n);
    for (int i = 0; i < steps->n; i++) {
        name[i] = picture->stage[i].name;
        if (picture->stage[i].how)
            words[n_words++] = picture->stage[i].how;
        most = fmax(most, picture->stage[i].left);
    }
    *naming = naming_beside(steps->n, name, steps->pitch - 2, NAMES_MOST_PT);
    int lines = (int)fmax(1, (steps->pitch - 2) / (1.18 * size_small));
    *how = naming_within(n_words, words, n_words ? HOW_PT : 0, lines, false);
    steps->decades = fmax(1, log10(most));
    steps->left = PAGE_MARGIN + naming->width_pt + 6;
    steps->right = sheet->width - PAGE_MARGIN - COUNT_PT - how->width_pt;
}

void narrowing_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    struct text finding = {0};
    struct naming naming, how;
    struct steps steps;

    find(picture, &finding);
    choice_title(sheet, picture, &finding);
    write_table(picture, sheet);
    lay_out(picture, sheet, &steps, &naming, &how);
    draw_decades(sheet, &steps);
    for (int i = 0; i < steps.n; i++)
        draw_stage(picture, sheet, &steps, &naming, &how, i);
    text_free(&finding);
}
