/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_ROWS = 12, NAMES_PT = 160, NUMBERS_PT = 74 };

static const enum colour tone_colour[] = {
    [TONE_LOST] = RED, [TONE_POOR] = ORANGE, [TONE_GOOD] = BLUE};

bool funnel_has_data(const struct picture *picture)
{
    return picture->n_outcomes > 0 && picture->wanted > 0;
}

/* Good ends first, then by size. */
static bool before(const struct picture_outcome *a, const struct picture_outcome *b)
{
    return a->tone != b->tone ? a->tone > b->tone : a->mean > b->mean;
}

static int order(const struct picture *picture, int row[MOST_ROWS])
{
    int n = 0;

    for (int i = 0; i < picture->n_outcomes; i++) {
        int k = n;
        while (k > 0 && before(&picture->outcome[i], &picture->outcome[row[k - 1]]))
            k--;
        if (k == MOST_ROWS)
            continue;
        n += n < MOST_ROWS;
        memmove(&row[k + 1], &row[k], sizeof *row * (size_t)(n - k - 1));
        row[k] = i;
    }
    return n;
}

static void find(const struct picture *picture, struct text *finding)
{
    char good[PHRASE_ROOM], all[PHRASE_ROOM], few[PHRASE_ROOM], name[NAME_ROOM];
    const struct picture_outcome *worst = NULL;
    double warm = 0;

    for (int i = 0; i < picture->n_outcomes; i++) {
        const struct picture_outcome *outcome = &picture->outcome[i];
        if (outcome->tone == TONE_GOOD)
            warm += outcome->mean;
        else if (!worst || outcome->mean > worst->mean)
            worst = outcome;
    }
    text_print(finding, say("%s of %s residents who want a drink get a warm one"),
               phrase_count(good, warm), phrase_count(all, picture->wanted));
    if (worst && worst->mean >= 0.05)
        text_print(finding, say("; the largest loss: %s (%s a day)"),
                   lettering_name(name, worst->name), phrase_count(few, worst->mean));
}

static void write_row(struct sheet *sheet, const char *name, double mean, double share)
{
    sheet_cell(sheet, name);
    sheet_number(sheet, mean);
    sheet_number(sheet, share);
    sheet_row_end(sheet);
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    sheet_cell(sheet, say("end"));
    sheet_cell(sheet, say("residents (1/day)"));
    sheet_cell(sheet, say("share of those who want a drink"));
    sheet_row_end(sheet);
    write_row(sheet, say("want a drink"), picture->wanted, 1);
    for (int i = 0; i < picture->n_outcomes; i++)
        write_row(sheet, picture->outcome[i].name, picture->outcome[i].mean,
                  picture->outcome[i].mean / picture->wanted);
}

/* Where bars begin: right of the longest name. */
static double bars_from(const struct picture *picture, int n, const int row[])
{
    double widest = lettering_width(say("want a drink"), size_text, false);

    for (int i = 0; i < n; i++)
        widest = fmax(widest, lettering_width(picture->outcome[row[i]].name, size_text, false));
    return PAGE_MARGIN + fmin(NAMES_PT, widest + 8);
}

static void draw_row(struct sheet *sheet, struct box box, const char *name, double mean,
                     double wanted, enum colour colour)
{
    const struct letters right = {size_text, false, INK, RIGHT};
    double left = box.left, y = (box.bottom + box.top) / 2;
    double end = left + (box.right - left) * fmin(1, mean / wanted);
    char count[PHRASE_ROOM], says[2 * PHRASE_ROOM];
    struct text fitted = {0};

    lettering_fit(&fitted, name, size_text, false, left - PAGE_MARGIN - 6);
    sheet_say(sheet, left - 6, y, right, text_c(&fitted));
    box.right = fmax(end, left + 0.5);
    sheet_box(sheet, box, colour, 0.85);
    snprintf(says, sizeof says, "%s (%.1f %%)", phrase_count(count, mean), 100 * mean / wanted);
    sheet_say(sheet, end + 5, y, letters_text, says);
    text_free(&fitted);
}

void funnel_draw(const struct picture *picture, struct sheet *sheet)
{
    const struct key keys[] = {{say("warm drink"), {BLUE, 1, 0}, 0.85},
                               {say("a drink, but not as it should be"), {ORANGE, 1, 0}, 0.85},
                               {say("no drink"), {RED, 1, 0}, 0.85}};
    const double foot = 24;
    int row[MOST_ROWS], n = order(picture, row);
    struct text finding = {0};

    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    sheet_key(sheet, 3, keys);
    write_table(picture, sheet);
    double pitch = fmin(24, (sheet->top - 6 - foot) / (n + 1)), top = sheet->top - 6;
    struct box box = {bars_from(picture, n, row), top - 0.66 * pitch,
                      PAGE_WIDTH - PAGE_MARGIN - NUMBERS_PT, top};
    draw_row(sheet, box, say("want a drink"), picture->wanted, picture->wanted, QUIET);
    for (int i = 0; i < n; i++) {
        const struct picture_outcome *outcome = &picture->outcome[row[i]];
        box.top -= pitch, box.bottom -= pitch;
        draw_row(sheet, box, outcome->name, outcome->mean, picture->wanted,
                 tone_colour[outcome->tone]);
    }
    sheet_note(
        sheet,
        n < picture->n_outcomes ? say(
            "residents a day and share of those who want a drink; rarer ends are in the table")
                                : say("residents a day and share of those who want a drink"));
    text_free(&finding);
}
