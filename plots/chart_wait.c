/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"
#include "plots/quantity.h"
#include "plots/waits.h"

#include <math.h>
#include <stdio.h>

enum { FINE = 4 };

bool wait_has_data(const struct picture *picture)
{
    return picture->wait_cells > 0 && picture->wait_edge_s && picture->wait_share
           && waits_share_below(picture, INFINITY) > 0;
}

static double within(const struct picture *picture)
{
    return isfinite(picture->wait_within) ? picture->wait_within
                                          : waits_share_below(picture, picture->target_s);
}

static double median_s(const struct picture *picture)
{
    return isfinite(picture->wait_median_s) ? picture->wait_median_s
                                            : waits_quantile_s(picture, 0.5);
}

static int slowest_station(const struct picture *picture)
{
    int worst = -1;

    for (int s = 0; s < picture->n_stations; s++) {
        const struct picture_station *station = &picture->station[s];
        if (station->served > 0 && isfinite(station->wait_within)
            && (worst < 0 || station->wait_within < picture->station[worst].wait_within))
            worst = s;
    }
    return worst;
}

/* One station stands for all unless it's much worse than the rest. */
static void find_at(const struct picture *picture, struct text *finding)
{
    char name[NAME_ROOM], share[PHRASE_ROOM];
    int slowest = slowest_station(picture);

    if (slowest < 0 || picture->n_stations < 2)
        return;
    double there = picture->station[slowest].wait_within;
    if (there < within(picture) - 0.05)
        text_print(finding, say("; at %s %s"), lettering_name(name, picture->station[slowest].name),
                   phrase_share(share, there));
}

static void find(const struct picture *picture, struct text *finding)
{
    char name[NAME_ROOM], share[PHRASE_ROOM], span[PHRASE_ROOM];
    bool target = picture->target_s > 0;

    if (picture->n_stations == 1)
        text_print(finding, say("%s: "), lettering_name(name, picture->station[0].name));
    phrase_span(span, target ? picture->target_s : median_s(picture));
    if (!target)
        text_print(finding, say("1 of 2 wait less than %s"), span);
    else if (within(picture) >= 1)
        text_print(finding, say("100 of 100 wait less than %s"), span);
    else if (!(within(picture) > 0))
        text_print(finding, say("0 of 100 wait less than %s"), span);
    else
        text_print(finding, say("%s wait less than %s"), phrase_share(share, within(picture)),
                   span);
    if (target)
        find_at(picture, finding);
}

/* The curve in fine steps; beside every FINE-th row the cell of the bars that begins there. Waits
 * of less than a second are no waits: the curve starts at their share. */
static void write_table(const struct picture *picture, const struct waits *cells,
                        struct sheet *sheet)
{
    const char *head[] = {say("wait (s)"), say("share who wait less"), say("bar from (s)"),
                          say("bar to (s)"), say("share in the bar")};

    for (int i = 0; i < 5; i++)
        sheet_cell(sheet, head[i]);
    sheet_row_end(sheet);
    for (int i = 0; i <= FINE * cells->n; i++) {
        double s = i * cells->width_s / FINE;
        bool bar = i % FINE == 0 && i < FINE * cells->n;
        sheet_number(sheet, s);
        sheet_number(sheet, waits_share_below(picture, fmax(1, s)));
        sheet_number(sheet, bar ? s : NAN);
        sheet_number(sheet, bar ? s + cells->width_s : NAN);
        sheet_number(sheet, bar ? cells->share[i / FINE] : NAN);
        sheet_row_end(sheet);
    }
}

/* The curve rises. To the right of a point words stand below it; to the left above it, or where that's no room, below
 * it all along. */
static double height_of_words(const struct picture *picture, const struct panel *panel, double x, double y, double width)
{
    const struct box *box = &panel->box;

    if (width > 0)
        return fmax(y - 8, box->bottom + 5);
    if (y + 12 <= box->top)
        return y + 8;
    double s = panel->x.low + (x + width - box->left) / (box->right - box->left) * (panel->x.high - panel->x.low);
    return fmax(panel_y(panel, waits_share_below(picture, fmax(s, 0))) - 8, box->bottom + 5);
}

static void point_out(const struct picture *picture, struct sheet *sheet, const struct panel *panel,
                      double s, bool bold, const char *says)
{
    double x = panel_x(panel, s), y = panel_y(panel, waits_share_below(picture, s));
    double width = lettering_width(says, size_text, bold) + 6;
    double side = x + width < sheet->width - PAGE_MARGIN ? 6 : -6;
    const struct letters letters = {size_text, bold, INK, side > 0 ? LEFT : RIGHT};

    sheet_disc(sheet, x, y, 2.4, INK, 1);
    sheet_say(sheet, x + side, height_of_words(picture, panel, x, y, side > 0 ? width : -width), letters, says);
}

/* With the digits that the share and its half-width have in tables. */
static void point_out_target(const struct picture *picture, struct sheet *sheet, const struct panel *panel)
{
    char span[PHRASE_ROOM];
    double percent = 100 * within(picture), half = 100 * picture->wait_within_half_width;
    double grain = pow(10, -quantity_share_decimals(percent, 1));
    struct text share = {0}, range = {0}, says = {0};

    phrase_span(span, picture->target_s);
    quantity_add(&share, percent, grain, "");
    quantity_add_half(&range, half, grain);
    if (half > 0 && isfinite(half))
        text_print(&says, say("target %s: %s %% wait less (± %s)"), span, text_c(&share), text_c(&range));
    else
        text_print(&says, say("target %s: %s %% wait less"), span, text_c(&share));
    point_out(picture, sheet, panel, picture->target_s, true, text_c(&says));
    sheet->page.failed |= says.failed;
    text_free(&share);
    text_free(&range);
    text_free(&says);
}

static void point_out_all(const struct picture *picture, struct sheet *sheet,
                          const struct panel *panel)
{
    char says[3 * PHRASE_ROOM], span[PHRASE_ROOM];
    double share = within(picture);

    if (picture->target_s > 0)
        point_out_target(picture, sheet, panel);
    if (!(fabs(0.5 - share) < 0.12) && median_s(picture) > 1) {
        snprintf(says, sizeof says, say("half wait less than %s"),
                 phrase_span(span, median_s(picture)));
        point_out(picture, sheet, panel, median_s(picture), false, says);
    }
    if (!(fabs(0.9 - share) < 0.12) && picture->wait_p90_s > 1
        && picture->wait_p90_s < panel->x.high) {
        snprintf(says, sizeof says, say("9 of 10 wait less than %s"),
                 phrase_span(span, picture->wait_p90_s));
        point_out(picture, sheet, panel, picture->wait_p90_s, false, says);
    }
}

static void draw_share_below(const struct picture *picture, struct sheet *sheet,
                             const struct panel *panel)
{
    double split_s = picture->target_s > 0 ? picture->target_s : panel->x.high;

    sheet_panel(sheet, panel);
    sheet_curve(sheet,
                "using ($1<=%.9g?$1:NaN):2 with filledcurves y=0 lc rgb blue fs transparent solid "
                "0.25 noborder",
                split_s * (1 + 1e-6));
    sheet_curve(sheet,
                "using ($1>=%.9g?$1:NaN):2:(1) with filledcurves lc rgb orange fs transparent "
                "solid 0.9 noborder",
                split_s * (1 - 1e-6));
    sheet_curve(sheet, "using 1:2 with lines lc rgb ink lw 1.4");
    sheet_panel_end(sheet);
    sheet_say(sheet, panel->box.left, panel->box.top + 7, letters_text,
              say("share of the served who wait less than ..."));
    point_out_all(picture, sheet, panel);
}

static void draw_bars(const struct picture *picture, const struct waits *cells, struct sheet *sheet,
                      const struct panel *panel)
{
    double split_s = picture->target_s > 0 ? picture->target_s : panel->x.high;
    char span[PHRASE_ROOM], says[3 * PHRASE_ROOM];

    sheet_panel(sheet, panel);
    sheet_curve(sheet,
                "using (($3+$4)/2):($4<=%.9g?$5:NaN):($4-$3) with boxes fc rgb blue fs solid 0.75 "
                "border lc rgb paper lw 0.4",
                split_s * (1 + 1e-6));
    sheet_curve(sheet,
                "using (($3+$4)/2):($3>=%.9g?$5:NaN):($4-$3) with boxes fc rgb orange fs solid 0.9 "
                "border lc rgb paper lw 0.4",
                split_s * (1 - 1e-6));
    sheet_panel_end(sheet);
    snprintf(says, sizeof says, say("share who wait so long, per %s"),
             phrase_span(span, cells->width_s));
    sheet_say(sheet, panel->box.left, panel->box.top + 7, letters_text, says);
    if (cells->longer > 0.0005) {
        const struct letters right = {size_small, false, QUIET, RIGHT};
        snprintf(says, sizeof says, say("longer than %s: %.1f %%"),
                 phrase_span(span, cells->n * cells->width_s), 100 * cells->longer);
        sheet_say(sheet, panel->box.right, panel->box.bottom + 8, right, says);
    }
}

static void draw_target(const struct picture *picture, struct sheet *sheet,
                        const struct panel *panel)
{
    const struct look dashed = {INK, 2, 0.8};
    double at = panel_x(panel, picture->target_s);

    if (picture->target_s > 0)
        sheet_line(sheet, at, panel->box.bottom, at, panel->box.top, dashed);
}

static double highest(const struct waits *cells)
{
    double most = 0;

    for (int i = 0; i < cells->n; i++)
        most = fmax(most, cells->share[i]);
    return most;
}

void wait_draw(const struct picture *picture, struct sheet *sheet)
{
    struct waits cells = waits_cut(picture);
    struct text finding = {0};

    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    write_table(picture, &cells, sheet);
    double left = PAGE_MARGIN + LEFT_PT - 8, right = sheet->width - PAGE_MARGIN;
    double middle = FOOT_PT + 0.36 * (sheet->top - FOOT_PT);
    double longest_s = cells.n * cells.width_s;
    bool minutes = longest_s >= 120;
    struct axis x = axis_from_zero(longest_s, 8, minutes ? SCALE_MINUTES : SCALE_NUMBER);
    x.high = longest_s;
    struct panel upper = {
        {left, middle + 10, right, sheet->top - 14}, x, {0, 1, 0.25, SCALE_PERCENT}, false, true};
    struct panel lower = {{left, FOOT_PT, right, middle - 14},
                          x,
                          axis_from_zero(highest(&cells), 3, SCALE_PERCENT),
                          true,
                          true};
    draw_share_below(picture, sheet, &upper);
    draw_bars(picture, &cells, sheet, &lower);
    draw_target(picture, sheet, &upper);
    draw_target(picture, sheet, &lower);
    parts_along(sheet, minutes ? say("wait in line (min)") : say("wait in line (s)"));
    text_free(&finding);
}
