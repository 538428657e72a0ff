/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/choice_parts.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>

enum { MOST_PANELS = 6, FIRST_COLUMN = 3, CELLS = 3, HEAD_LINES = 3 };

bool course_has_data(const struct choice_picture *picture)
{
    return picture->n_layouts > 1 && picture->layout && picture->bins > 1 && picture->course_low
           && picture->course_median && picture->course_high && picture->best >= 0
           && picture->best < picture->n_layouts;
}

static double longest(const struct choice_picture *picture, int i)
{
    const double *median = picture->course_median[i];
    int peak = parts_peak(picture->bins, median);
    return peak < 0 ? 0 : median[peak];
}

static const char *peak_clock(char clock[PHRASE_ROOM], const struct choice_picture *picture, int i)
{
    const struct picture window = choice_window(picture);
    int peak = parts_peak(picture->bins, picture->course_median[i]);
    return parts_clock_of(clock, &window, peak < 0 ? 0 : peak);
}

static void find(const struct choice_picture *picture, struct text *finding)
{
    char short_name[NAME_ROOM], long_name[NAME_ROOM], few[PHRASE_ROOM], many[PHRASE_ROOM],
        early[PHRASE_ROOM], late[PHRASE_ROOM], span[PHRASE_ROOM];
    int least = picture->best, most = picture->best;

    for (int i = 0; i < picture->n_layouts; i++) {
        least = longest(picture, i) < longest(picture, least) ? i : least;
        most = longest(picture, i) > longest(picture, most) ? i : most;
    }
    phrase_span(span, picture->bin_s);
    phrase_people(few, longest(picture, least));
    phrase_people(many, longest(picture, most));
    bool days = picture->days != 1;
    if (lround(longest(picture, least)) == lround(longest(picture, most)))
        text_print(finding,
                   days ? phrase_of_days(picture->in_a_row, MARK("Longest line on a median day, mean over %s: much the same under all layouts, at most %s"),
                                         MARK("Longest line in a median run of days, mean over %s: much the same under all layouts, at most %s"))
                        : say("Longest line, mean over %s: much the same under all layouts, at most %s"),
                   span, many);
    else
        text_print(finding,
                   days ? phrase_of_days(picture->in_a_row, MARK("Longest line on a median day, mean over %s: %s under %s (%s), %s under %s (%s)"),
                                         MARK("Longest line in a median run of days, mean over %s: %s under %s (%s), %s under %s (%s)"))
                        : say("Longest line, mean over %s: %s under %s (%s), %s under %s (%s)"),
                   span, few, choice_layout(short_name, picture, least),
                   peak_clock(early, picture, least), many, choice_layout(long_name, picture, most),
                   peak_clock(late, picture, most));
}

static void write_table(const struct choice_picture *picture, struct sheet *sheet)
{
    const struct picture window = choice_window(picture);
    struct text counted = {0};

    parts_waiting(&counted, picture->bin_s);
    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, &window, bin);
        for (int i = 0; i < picture->n_layouts; i++) {
            const struct band_series line = {picture->course_median[i], picture->course_low[i],
                                             picture->course_high[i]};
            struct text name = {0};
            choice_layout_in_full(&name, picture, i);
            parts_band_cells(sheet, &line, bin, text_c(&name), text_c(&counted));
            text_free(&name);
        }
        sheet_row_end(sheet);
    }
    text_free(&counted);
}

static void draw_keys(const struct choice_picture *picture, struct sheet *sheet)
{
    char name[NAME_ROOM], says[2 * NAME_ROOM];
    bool days = picture->days != 1;

    snprintf(says, sizeof says, days ? say("median under %s") : say("under %s"),
             choice_layout(name, picture, picture->best));
    const struct key keys[] = {
        {days ? parts_median(picture->in_a_row) : say("this layout"), {BLUE, 1, 1.5}, 0},
        {says, {INK, 2, 0.9}, 0},
        {parts_spread(picture->in_a_row), {BLUE, 1, 0}, 0.25},
    };
    sheet_key(sheet, days ? 3 : 2, keys);
}

static double highest(const struct choice_picture *picture, int n, const int shown[])
{
    double most = 4;

    for (int k = 0; k < n; k++)
        for (int which = 0; which < 2; which++) {
            const double *series =
                which ? picture->course_high[shown[k]] : picture->course_median[shown[k]];
            int peak = parts_peak(picture->bins, series);
            most = peak < 0 ? most : fmax(most, series[peak]);
        }
    return most;
}

static void draw_layout(const struct choice_picture *picture, struct sheet *sheet, int i,
                        const struct panel *panel)
{
    const struct picture window = choice_window(picture);
    const struct look line = {BLUE, 1, 1.5}, best = {INK, 2, 0.9};
    double middle_s = picture->bin_s / 2;

    sheet_panel(sheet, panel);
    parts_band(sheet, FIRST_COLUMN + CELLS * i, middle_s, line, picture->days != 1);
    if (i != picture->best)
        parts_band(sheet, FIRST_COLUMN + CELLS * picture->best, middle_s, best, false);
    sheet_panel_end(sheet);
    parts_closing(sheet, &window, panel);
}

static void draw_panels(const struct choice_picture *picture, struct sheet *sheet, int n,
                        const int shown[], const char *const name[])
{
    const struct picture window = choice_window(picture);
    char span[PHRASE_ROOM];
    struct text counted = {0};
    struct grid grid = parts_grid(sheet, n);
    struct axis y =
        axis_from_zero(1.02 * highest(picture, n, shown), grid.rows > 1 ? 4 : 5, SCALE_NUMBER);
    struct panel first = parts_panel(&grid, 0, y, y);
    struct naming head = naming_within(n, name, first.box.right - first.box.left, HEAD_LINES, true);

    grid.head_pt = naming_height(&head) + 6;
    for (int k = 0; k < n; k++) {
        struct panel panel = parts_panel(&grid, k, y, y);
        panel.x = parts_clock(&window, panel.box.right - panel.box.left);
        draw_layout(picture, sheet, shown[k], &panel);
        choice_head(sheet, &panel, &head, name[k]);
    }
    text_print(&counted, say("people waiting, all stations, mean over %s"), phrase_span(span, picture->bin_s));
    parts_axes(sheet, &window, &grid, text_c(&counted));
    text_free(&counted);
}

void course_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    const struct picture window = choice_window(picture);
    int shown[MOST_PANELS], n = choice_order(picture, MOST_PANELS, shown);
    const struct notes notes = {n, picture->n_layouts, say("shown: %d of %d layouts"), false,
                                phrase_of_days(picture->in_a_row, MARK("at a moment the line is longer than its mean"),
                                               MARK("of each run the mean of its days; at a moment the line is longer than its mean"))};
    struct text finding = {0}, full[MOST_PANELS] = {0};
    const char *name[MOST_PANELS];

    find(picture, &finding);
    choice_title(sheet, picture, &finding);
    draw_keys(picture, sheet);
    write_table(picture, sheet);
    for (int k = 0; k < n; k++) {
        choice_layout_in_full(&full[k], picture, shown[k]);
        name[k] = text_c(&full[k]);
    }
    draw_panels(picture, sheet, n, shown, name);
    parts_notes(sheet, &window, &notes);
    for (int k = 0; k < n; k++)
        text_free(&full[k]);
    text_free(&finding);
}
