/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"
#include "plots/choice_parts.h"

#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>

enum { MOST_PANELS = 6, FIRST_COLUMN = 4, COLUMNS = 6 };

bool fitted_has_data(const struct choice_picture *picture)
{
    return picture->n_tallied > 0 && picture->tallied && picture->tallied[0].n > 0;
}

static double came(const struct choice_picture *picture, int t)
{
    const struct choice_tally *tally = &picture->tallied[t];
    double sum = 0;

    for (int i = 0; i < tally->n; i++)
        sum += isfinite(tally->mean[i]) ? tally->mean[i] : 0;
    return sum;
}

/* The length of all steps; 0: they differ. */
static double step_of(const struct choice_picture *picture)
{
    const struct choice_tally *first = &picture->tallied[0];
    double step_s = first->to_s[0] - first->from_s[0];

    for (int t = 0; t < picture->n_tallied; t++)
        for (int i = 0; i < picture->tallied[t].n; i++)
            if (fabs(picture->tallied[t].to_s[i] - picture->tallied[t].from_s[i] - step_s) > 1)
                return 0;
    return step_s;
}

static double middle(const struct choice_tally *tally, int i)
{
    return (tally->from_s[i] + tally->to_s[i]) / 2;
}

/* When the curve is highest, by the parabola through the highest step and those beside it; else the middle of that step. */
static double crest(const struct choice_tally *tally, const double series[], int top)
{
    if (!tally->peaks || top == 0 || top + 1 == tally->n)
        return middle(tally, top);
    double before = series[top - 1], after = series[top + 1], bend = before - 2 * series[top] + after;
    return middle(tally, top) + (bend < 0 ? (before - after) / (2 * bend) : 0) * (tally->to_s[top] - tally->from_s[top]);
}

static const char *peaks_words(int peaks)
{
    static const char *const words[] = {MARK("no peak"), MARK("one peak"), MARK("two peaks"), MARK("three peaks")};
    return say(words[peaks < 0 ? 0 : peaks > 3 ? 3 : peaks]);
}

static void find(const struct choice_tally *tally, struct text *finding)
{
    const double *series = tally->peaks ? tally->curve : tally->mean;
    char name[NAME_ROOM], clock[PHRASE_ROOM], span[PHRASE_ROOM], people[PHRASE_ROOM];
    int peak = parts_peak(tally->n, series);

    lettering_name(name, tally->name);
    if (peak < 0) {
        text_print(finding, say("%s: nobody was counted"), name);
        return;
    }
    phrase_clock(clock, 60 * round(crest(tally, series, peak) / 60));
    phrase_span(span, tally->to_s[peak] - tally->from_s[peak]);
    text_print(finding, say("%s: most come around %s, %s in %s"), name, clock, phrase_people(people, series[peak]), span);
    if (!tally->peaks)
        text_add(finding, say("; too few for a curve"));
    else if (tally->or_peaks)
        text_print(finding, say("; %s can't be told from %s"), peaks_words(tally->peaks), peaks_words(tally->or_peaks));
    else
        text_print(finding, "%s%s", say("; "), peaks_words(tally->peaks));
    if (tally->peaks && tally->p < 0.05)
        text_add(finding, say("; the curve doesn't fit well"));
}

static void write_table(const struct choice_picture *picture, int n, const int row[], struct sheet *sheet)
{
    const char *head[] = {say("counted a day"), say("low"), say("high"), say("curve"), say("low"), say("high")};

    sheet_cell(sheet, say("station"));
    sheet_cell(sheet, say("clock"));
    sheet_cell(sheet, say("middle (s)"));
    for (int k = 0; k < n; k++)
        for (int c = 0; c < COLUMNS; c++) {
            struct text cell = {0};
            text_print(&cell, say("%s: %s"), picture->tallied[row[k]].name, head[c]);
            sheet_cell(sheet, text_c(&cell));
            text_free(&cell);
        }
    sheet_row_end(sheet);
    for (int k = 0; k < n; k++) {
        const struct choice_tally *t = &picture->tallied[row[k]];
        const double *column[] = {t->mean, t->low, t->high, t->curve, t->curve_low, t->curve_high};
        for (int i = 0; i < t->n; i++) {
            char clock[PHRASE_ROOM];
            sheet_cell(sheet, t->name);
            sheet_cell(sheet, phrase_clock(clock, t->from_s[i]));
            sheet_number(sheet, middle(t, i));
            for (int c = 0; c < n * COLUMNS; c++)
                sheet_number(sheet, c / COLUMNS == k && (c % COLUMNS < 3 || t->peaks) ? column[c % COLUMNS][i] : NAN);
            sheet_row_end(sheet);
        }
    }
}

static void draw_station(const struct choice_tally *tally, struct sheet *sheet, int k, const struct panel *panel)
{
    int mean = FIRST_COLUMN + k * COLUMNS, curve = mean + 3;

    sheet_panel(sheet, panel);
    if (tally->peaks) {
        sheet_curve(sheet, "using 3:%d:%d with filledcurves lc rgb blue fs transparent solid 0.25 noborder", curve + 1, curve + 2);
        sheet_curve(sheet, "using 3:%d with lines lc rgb blue lw 1.4", curve);
    }
    sheet_curve(sheet, "using 3:%d:(0):($%d-$%d) with vectors nohead lc rgb stone lw 0.8", mean + 1, mean + 2, mean + 1);
    sheet_curve(sheet, "using 3:%d with points lc rgb ink pt 7 ps %g", mean, tally->n > 40 ? 0.15 : 0.3);
    sheet_panel_end(sheet);
    parts_head(sheet, panel, tally->name, tally->peaks ? peaks_words(tally->peaks) : "");
}

static struct axis count_axis(const struct choice_picture *picture, int n, const int row[], int ticks)
{
    double most = 0;

    for (int k = 0; k < n; k++)
        for (int i = 0; i < picture->tallied[row[k]].n; i++)
            most = fmax(most, picture->tallied[row[k]].high[i]); /* fmax skips a NAN */
    return axis_from_zero(1.02 * most, ticks, SCALE_NUMBER);
}

static void draw_note(const struct choice_picture *picture, int n, struct sheet *sheet)
{
    struct text note = {0};

    text_print(&note, say("upright lines and band: %g %% intervals of the mean, by Poisson's law"), 100 * picture->confidence);
    if (n < picture->n_tallied)
        text_print(&note, say("; shown: the %d of %d stations to which most come"), n, picture->n_tallied);
    sheet_note(sheet, text_c(&note));
    text_free(&note);
}

static void say_axes(const struct choice_picture *picture, const struct grid *grid, struct sheet *sheet)
{
    double step_s = step_of(picture);
    char span[PHRASE_ROOM];
    struct text counted = {0};

    if (step_s > 0)
        text_print(&counted, say("residents in %s"), phrase_span(span, step_s));
    else
        text_add(&counted, say("residents a step"));
    parts_counted(sheet, grid->area.bottom, grid->area.top - grid->head_pt, text_c(&counted));
    parts_along(sheet, say("time of day"));
    text_free(&counted);
}

void fitted_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    const struct key keys[] = {{say("counted, mean of the days"), {INK, 1, 0}, 0, "●"}, {say("fitted curve"), {BLUE, 1, 1.4}, 0.25}};
    int row[MOST_PANELS], n = choice_largest(picture, picture->n_tallied, MOST_PANELS, came, row);
    double from_s = HUGE_VAL, to_s = -HUGE_VAL;
    char days[PHRASE_ROOM];
    struct text finding = {0}, from = {0};

    find(&picture->tallied[row[0]], &finding);
    text_print(&from, say("%s tallied"), phrase_days(days, picture->days, 1));
    sheet_title(sheet, text_c(&finding), text_c(&from));
    sheet_key(sheet, 2, keys);
    write_table(picture, n, row, sheet);
    struct grid grid = parts_grid(sheet, n);
    struct axis y = count_axis(picture, n, row, grid.rows > 1 ? 3 : 5);
    for (int k = 0; k < n; k++) {
        const struct choice_tally *tally = &picture->tallied[row[k]];
        from_s = fmin(from_s, tally->from_s[0]);
        to_s = fmax(to_s, tally->to_s[tally->n - 1]);
    }
    for (int k = 0; k < n; k++) {
        struct panel panel = parts_panel(&grid, k, y, y);
        panel.x = axis_clock(from_s, to_s, (int)((panel.box.right - panel.box.left) / 28));
        draw_station(&picture->tallied[row[k]], sheet, k, &panel);
    }
    say_axes(picture, &grid, sheet);
    draw_note(picture, n, sheet);
    text_free(&finding);
    text_free(&from);
}
