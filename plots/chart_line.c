/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>

enum { MOST_PANELS = 6, FIRST_COLUMN = 3 };

bool line_has_data(const struct picture *picture)
{
    return picture->bins > 1 && picture->n_stations > 0;
}

static double longest(const struct picture *picture, int s)
{
    const double *high = picture->station[s].line.high;
    int peak = parts_peak(picture->bins, high);
    return peak < 0 ? 0 : high[peak];
}

static double usual(const struct picture *picture, int s)
{
    const double *median = picture->station[s].line.median;
    int peak = parts_peak(picture->bins, median);
    return peak < 0 ? 0 : median[peak];
}

static int worst_station(const struct picture *picture)
{
    int worst = 0;

    for (int s = 1; s < picture->n_stations; s++)
        if (longest(picture, s) > longest(picture, worst))
            worst = s;
    return worst;
}

/* A median day and a bad one have their longest line at times of their own: the one that is told is that of the
 * curve, unless there's hardly any line on it. */
static void find_longest(const struct picture *picture, int s, struct text *finding)
{
    const struct band_series *line = &picture->station[s].line;
    bool hardly = usual(picture, s) < 0.05;
    char name[NAME_ROOM], clock[PHRASE_ROOM], few[PHRASE_ROOM], many[PHRASE_ROOM], span[PHRASE_ROOM];

    lettering_name(name, picture->station[s].name);
    parts_clock_of(clock, picture, parts_peak(picture->bins, hardly ? line->high : line->median));
    phrase_span(span, picture->bin_s);
    phrase_people(many, longest(picture, s));
    phrase_people(few, usual(picture, s));
    if (picture->days == 1)
        text_print(finding, say("%s has the longest line: %s, mean over %s from %s"), name, many, span, clock);
    else if (hardly)
        text_print(finding,
                   phrase_of_days(picture->in_a_row, MARK("%s has the longest line, yet hardly any on a median day: on 1 day in 20 more than %s, mean over %s from %s"),
                                  MARK("%s has the longest line, yet hardly any in a median run of days: in 1 run in 20 more than %s, mean over %s from %s")),
                   name, many, span, clock);
    else
        text_print(finding,
                   phrase_of_days(picture->in_a_row, MARK("%s has the longest line: %s, mean over %s from %s, and on 1 day in 20 more than %s"),
                                  MARK("%s has the longest line: %s, mean over %s from %s, and in 1 run of days in 20 more than %s")),
                   name, few, span, clock, many);
}

static void find(const struct picture *picture, struct text *finding)
{
    char span[PHRASE_ROOM];
    int worst = worst_station(picture);

    if (longest(picture, worst) >= 1) {
        find_longest(picture, worst, finding);
        return;
    }
    text_print(finding,
               picture->days == 1
                   ? say("No line to speak of: mean over %s always less than 1 person")
                   : phrase_of_days(picture->in_a_row, MARK("No line to speak of: mean over %s less than 1 person, at any time on at least 19 of 20 days"),
                                    MARK("No line to speak of: mean over %s less than 1 person, at any time in at least 19 of 20 runs of days")),
               phrase_span(span, picture->bin_s));
}

static void write_table(const struct picture *picture, struct sheet *sheet, const char *counted)
{
    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, picture, bin);
        for (int s = 0; s < picture->n_stations; s++)
            parts_band_cells(sheet, &picture->station[s].line, bin, picture->station[s].name, counted);
        sheet_row_end(sheet);
    }
}

static void draw_station(const struct picture *picture, struct sheet *sheet, int s,
                         const struct panel *panel)
{
    const struct look look = {BLUE, 1, 1.5};
    char beside[3 * PHRASE_ROOM], median[PHRASE_ROOM], high[PHRASE_ROOM];

    phrase_count(median, usual(picture, s));
    phrase_count(high, longest(picture, s));
    if (picture->days > 1)
        snprintf(beside, sizeof beside, phrase_of_days(picture->in_a_row, MARK("mean up to %s, on a bad day %s"), MARK("mean up to %s, in a bad run of days %s")), median, high);
    else
        snprintf(beside, sizeof beside, say("mean at most %s"), high);
    sheet_panel(sheet, panel);
    parts_band(sheet, FIRST_COLUMN + 3 * s, picture->bin_s / 2, look, picture->days > 1);
    sheet_panel_end(sheet);
    parts_closing(sheet, picture, panel);
    parts_head(sheet, panel, picture->station[s].name, beside);
}

void line_draw(const struct picture *picture, struct sheet *sheet)
{
    int shown[MOST_PANELS];
    int n = parts_worst(picture->n_stations, MOST_PANELS, longest, picture, shown);
    struct text finding = {0}, counted = {0};

    const struct key keys[] = {{parts_median(picture->in_a_row), {BLUE, 1, 1.5}, 0},
                               {parts_spread(picture->in_a_row), {BLUE, 1, 0}, 0.25}};
    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    if (picture->days > 1)
        sheet_key(sheet, 2, keys);
    parts_waiting(&counted, picture->bin_s);
    write_table(picture, sheet, text_c(&counted));
    struct grid grid = parts_grid(sheet, n);
    double most = fmax(4, longest(picture, worst_station(picture)));
    struct axis y = axis_from_zero(1.02 * most, grid.rows > 1 ? 3 : 5, SCALE_NUMBER);
    for (int i = 0; i < n; i++) {
        struct panel panel = parts_panel(&grid, i, y, y);
        panel.x = parts_clock(picture, panel.box.right - panel.box.left);
        draw_station(picture, sheet, shown[i], &panel);
    }
    const struct notes notes = {n, picture->n_stations, say("shown: the %d of %d stations with the longest lines"),
                                false, phrase_of_days(picture->in_a_row, MARK("at a moment the line is longer than its mean"), MARK("of each run the mean of its days; at a moment the line is longer than its mean"))};
    parts_axes(sheet, picture, &grid, text_c(&counted));
    parts_notes(sheet, picture, &notes);
    text_free(&finding);
    text_free(&counted);
}
