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
    for (int i = 0; i < 3; i++)
        sheet_cell(sheet, "");
    sheet_row_end(sheet);
}

static void write_score(struct sheet *sheet, const struct picture_score *score)
{
    sheet_cell(sheet, score->name);
    sheet_cell(sheet, "");
    sheet_cell(sheet, "");
    sheet_number(sheet, score->got);
    sheet_number(sheet, score->poor);
    sheet_number(sheet, score->lost);
    sheet_row_end(sheet);
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    sheet_cell(sheet, say("end"));
    sheet_cell(sheet, say("residents (1/day)"));
    sheet_cell(sheet, say("share of those who want a drink"));
    sheet_cell(sheet, say("points of the planning score"));
    sheet_cell(sheet, say("points lost with a drink"));
    sheet_cell(sheet, say("points lost without one"));
    sheet_row_end(sheet);
    write_row(sheet, say("want a drink"), picture->wanted, 1);
    for (int i = 0; i < picture->n_outcomes; i++)
        write_row(sheet, picture->outcome[i].name, picture->outcome[i].mean,
                  picture->outcome[i].mean / picture->wanted);
    for (int i = 0; i < picture->n_scores; i++)
        write_score(sheet, &picture->score[i]);
}

/* Where bars begin: right of the longest name. */
static double bars_from(const struct picture *picture, int n, const int row[])
{
    double widest = lettering_width(say("want a drink"), size_text, false);

    for (int i = 0; i < n; i++)
        widest = fmax(widest, lettering_width(picture->outcome[row[i]].name, size_text, false));
    for (int i = 0; i < picture->n_scores; i++)
        widest = fmax(widest, lettering_width(picture->score[i].name, size_text, false));
    return PAGE_MARGIN + fmin(NAMES_PT, widest + 8);
}

static void say_name(struct sheet *sheet, struct box box, const char *name)
{
    const struct letters right = {size_text, false, INK, RIGHT};
    struct text fitted = {0};

    lettering_fit(&fitted, name, size_text, false, box.left - PAGE_MARGIN - 6);
    sheet_say(sheet, box.left - 6, (box.bottom + box.top) / 2, right, text_c(&fitted));
    text_free(&fitted);
}

static void draw_row(struct sheet *sheet, struct box box, const char *name, double mean,
                     double wanted, enum colour colour)
{
    double left = box.left, y = (box.bottom + box.top) / 2;
    double end = left + (box.right - left) * fmin(1, mean / wanted);
    char count[PHRASE_ROOM], says[2 * PHRASE_ROOM];

    say_name(sheet, box, name);
    box.right = fmax(end, left + 0.5);
    sheet_box(sheet, box, colour, 0.85);
    snprintf(says, sizeof says, "%s (%.1f %%)", phrase_count(count, mean), 100 * mean / wanted);
    sheet_say(sheet, end + 5, y, letters_text, says);
}

/* --- the planning score, part by part -------------------------------------------------------------- */

/* Points given, then those lost, in a bar as long as what the part can give. */
static void draw_score(struct sheet *sheet, struct box box, const struct picture_score *score, double most)
{
    const double part[] = {score->got, score->poor, score->lost}, points = score->got + score->poor + score->lost;
    double width = (box.right - box.left) / most, y = (box.bottom + box.top) / 2;
    struct box piece = box;
    char says[2 * PHRASE_ROOM];

    say_name(sheet, box, score->name);
    for (int i = 0; i < 3; i++) {
        piece.right = piece.left + width * part[i];
        if (part[i] > 0)
            sheet_box(sheet, piece, tone_colour[TONE_GOOD - i], 0.85);
        piece.left = piece.right;
    }
    snprintf(says, sizeof says, say("%.1f of %.1f"), score->got, points);
    sheet_say(sheet, piece.right + 5, y, letters_text, says);
}

static void draw_scores(struct sheet *sheet, const struct picture *picture, struct box box, double pitch)
{
    double sum = 0, most = 0;
    char says[4 * PHRASE_ROOM];

    for (int i = 0; i < picture->n_scores; i++) {
        const struct picture_score *score = &picture->score[i];
        sum += score->got;
        most = fmax(most, score->got + score->poor + score->lost);
    }
    snprintf(says, sizeof says, say("Planning score: %.1f of 100 points, for"), sum);
    sheet_say(sheet, PAGE_MARGIN, (box.bottom + box.top) / 2, letters_heading, says);
    for (int i = 0; i < picture->n_scores; i++) {
        box.top -= pitch, box.bottom -= pitch;
        draw_score(sheet, box, &picture->score[i], most);
    }
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
    double rows = n + 1 + (picture->n_scores ? picture->n_scores + 1.4 : 0);
    double pitch = fmin(24, (sheet->top - 6 - foot) / rows), top = sheet->top - 6;
    struct box box = {bars_from(picture, n, row), top - 0.66 * pitch,
                      sheet->width - PAGE_MARGIN - NUMBERS_PT, top};
    draw_row(sheet, box, say("want a drink"), picture->wanted, picture->wanted, QUIET);
    for (int i = 0; i < n; i++) {
        const struct picture_outcome *outcome = &picture->outcome[row[i]];
        box.top -= pitch, box.bottom -= pitch;
        draw_row(sheet, box, outcome->name, outcome->mean, picture->wanted,
                 tone_colour[outcome->tone]);
    }
    box.top -= 1.4 * pitch, box.bottom -= 1.4 * pitch;
    if (picture->n_scores)
        draw_scores(sheet, picture, box, pitch);
    sheet_note(
        sheet,
        n < picture->n_outcomes ? say(
            "residents a day and share of those who want a drink; rarer ends are in the table")
                                : say("residents a day and share of those who want a drink"));
    text_free(&finding);
}
