/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/parts.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/phrase.h"

#include <math.h>

enum { ROW_GAP_PT = 10 };

void parts_title(struct sheet *sheet, const struct picture *picture, const struct text *finding)
{
    char days[PHRASE_ROOM];
    struct text from = {0}, scenario = {0}, layout = {0};

    lettering_fit(&scenario, picture->scenario, size_text, false, 230);
    lettering_fit(&layout, picture->layout, size_text, false, 120);
    text_print(&from, say("%s, layout %s, %s simulated"), text_c(&scenario), text_c(&layout),
               phrase_days(days, picture->days, picture->in_a_row));
    sheet_title(sheet, text_c(finding), text_c(&from));
    sheet->page.failed |= finding->failed || from.failed;
    text_free(&from);
    text_free(&scenario);
    text_free(&layout);
}

static bool among(int i, int n, const int list[])
{
    for (int k = 0; k < n; k++)
        if (list[k] == i)
            return true;
    return false;
}

static int worst_left(int n, double (*badness)(const struct picture *, int),
                      const struct picture *picture, int chosen, const int list[])
{
    int worst = -1;
    double most = 0;

    for (int i = 0; i < n; i++) {
        double bad = badness(picture, i);
        if (isnan(bad))
            bad = -INFINITY;
        if (!among(i, chosen, list) && (worst < 0 || bad > most)) {
            worst = i;
            most = bad;
        }
    }
    return worst;
}

static void sort(int n, int list[])
{
    for (int i = 1; i < n; i++)
        for (int k = i; k > 0 && list[k - 1] > list[k]; k--) {
            int held = list[k];
            list[k] = list[k - 1];
            list[k - 1] = held;
        }
}

int parts_worst(int n, int most, double (*badness)(const struct picture *, int),
                const struct picture *picture, int chosen[])
{
    int taken = 0;

    while (taken < n && taken < most) {
        chosen[taken] = worst_left(n, badness, picture, taken, chosen);
        taken++;
    }
    sort(taken, chosen);
    return taken;
}

struct grid parts_grid(const struct sheet *sheet, int n)
{
    int columns = n == 4 ? 2 : n < 3 ? n : 3;

    return (struct grid){
        .area = {PAGE_MARGIN + LEFT_PT, FOOT_PT, sheet->width - PAGE_MARGIN, sheet->top},
        .n = n,
        .columns = columns,
        .rows = (n + columns - 1) / columns,
        .head_pt = 14,
        .gap_pt = 24,
    };
}

struct panel parts_panel(const struct grid *grid, int i, struct axis x, struct axis y)
{
    const struct box *area = &grid->area;
    int column = i % grid->columns, row = i / grid->columns;
    double width = (area->right - area->left + grid->gap_pt) / grid->columns - grid->gap_pt;
    double pitch = (area->top - area->bottom + ROW_GAP_PT) / grid->rows;
    double left = area->left + column * (width + grid->gap_pt);
    double top = area->top - row * pitch - grid->head_pt;
    double bottom = area->top - (row + 1) * pitch + ROW_GAP_PT;

    return (struct panel){.box = {left, bottom, left + width, top},
                          .x = x,
                          .y = y,
                          .x_labels = i + grid->columns >= grid->n,
                          .y_labels = column == 0};
}

double parts_in_two(struct grid *grid, double lower_part)
{
    grid->columns = grid->n, grid->rows = 1;
    return grid->area.bottom + lower_part * (grid->area.top - grid->area.bottom);
}

void parts_two_panels(const struct picture *picture, const struct grid *grid, int i, double split,
                      struct panel *upper, struct panel *lower)
{
    *lower = parts_panel(grid, i, (struct axis){0}, (struct axis){0});
    lower->x = parts_clock(picture, lower->box.right - lower->box.left);
    *upper = *lower;
    upper->box.bottom = split, upper->x_labels = false;
    lower->box.top = split - grid->head_pt;
}

struct axis parts_clock(const struct picture *picture, double width_pt)
{
    double ends_s = picture->opens_s + picture->bins * picture->bin_s;
    return axis_clock(picture->opens_s, ends_s, (int)(width_pt / 28));
}

void parts_head(struct sheet *sheet, const struct panel *panel, const char *name,
                const char *beside)
{
    const struct letters right = {size_small, false, QUIET, RIGHT};
    const struct box *box = &panel->box;
    double size = letters_heading.size_pt, width = box->right - box->left;
    double needed =
        lettering_width(name, size, true) + 8 + lettering_width(beside, size_small, false);
    struct text fitted = {0};

    lettering_fit(&fitted, name, size, true, width);
    sheet_say(sheet, box->left, box->top + 7.5, letters_heading, text_c(&fitted));
    if (*beside && needed <= width)
        sheet_say(sheet, box->right, box->top + 7, right, beside);
    sheet->page.failed |= fitted.failed;
    text_free(&fitted);
}

void parts_closing(struct sheet *sheet, const struct picture *picture, const struct panel *panel)
{
    const struct look dashed = {QUIET, 2, 0.5};

    if (picture->closes_s >= panel->x.high - 1 || picture->closes_s <= panel->x.low)
        return;
    double x = panel_x(panel, picture->closes_s);
    sheet_line(sheet, x, panel->box.bottom, x, panel->box.top, dashed);
}

void parts_counted(struct sheet *sheet, double bottom, double top, const char *counted)
{
    sheet_say_upwards(sheet, PAGE_MARGIN + 2, (bottom + top) / 2, counted);
}

void parts_along(struct sheet *sheet, const char *along)
{
    const struct letters centred = {size_small, false, QUIET, CENTRE};

    sheet_say(sheet, (PAGE_MARGIN + LEFT_PT + sheet->width - PAGE_MARGIN) / 2.0, FOOT_PT - 18,
              centred, along);
}

void parts_along_time(struct sheet *sheet, const struct picture *picture)
{
    parts_along(sheet, picture->bins * picture->bin_s > 86400 ? say("time") : say("time of day"));
}

void parts_axes(struct sheet *sheet, const struct picture *picture, const struct grid *grid,
                const char *counted)
{
    parts_counted(sheet, grid->area.bottom, grid->area.top - grid->head_pt, counted);
    parts_along_time(sheet, picture);
}

void parts_waiting(struct text *out, double bin_s)
{
    char span[PHRASE_ROOM];

    text_print(out, say("people waiting, mean over %s"), phrase_span(span, bin_s));
}

static void separate(struct text *note)
{
    if (note->n)
        text_add(note, say("; "));
}

const char *parts_median(int in_a_row)
{
    return phrase_of_days(in_a_row, MARK("median of all days"), MARK("median of all runs of days"));
}

const char *parts_spread(int in_a_row)
{
    return phrase_of_days(in_a_row, MARK("from the 5th to the 95th of 100 days"), MARK("from the 5th to the 95th of 100 runs"));
}

const char *parts_run_mean(int in_a_row)
{
    return in_a_row > 1 ? say("of each run the mean of its days") : NULL;
}

void parts_notes(struct sheet *sheet, const struct picture *picture, const struct notes *notes)
{
    char clock[PHRASE_ROOM];
    struct text note = {0};

    if (notes->shown < notes->of)
        text_print(&note, notes->shown_format, notes->shown, notes->of);
    if (notes->remark) {
        separate(&note);
        text_add(&note, notes->remark);
    }
    if (notes->bands && picture->days > 1) {
        separate(&note);
        text_add(&note, phrase_of_days(picture->in_a_row, MARK("line: median day, band: from the 5th to the 95th of 100 days"),
                                       MARK("line: median run of days, band: from the 5th to the 95th of 100 runs")));
    }
    if (picture->closes_s < picture->opens_s + picture->bins * picture->bin_s - 1) {
        separate(&note);
        phrase_clock(clock, picture->closes_s);
        struct text closing = {0};
        text_print(&closing, say("dashed upright: the window closes, %s"), clock);
        if (lettering_width(text_c(&note), size_small, false) + lettering_width(text_c(&closing), size_small, false) > sheet->width - 2 * PAGE_MARGIN) {
            text_clear(&closing);
            text_print(&closing, say("closes %s"), clock);
        }
        text_add(&note, text_c(&closing));
        text_free(&closing);
    }
    if (note.n)
        sheet_note(sheet, text_c(&note));
    text_free(&note);
}

void parts_time(struct sheet *sheet, const struct picture *picture, int bin)
{
    char clock[PHRASE_ROOM];
    double s = picture->opens_s + bin * picture->bin_s;

    sheet_cell(sheet, bin < 0 ? say("clock") : phrase_clock(clock, s));
    if (bin < 0)
        sheet_cell(sheet, say("time (s)"));
    else
        sheet_number(sheet, s);
}

void parts_band_cells(struct sheet *sheet, const struct band_series *band, int bin,
                      const char *whose, const char *what)
{
    const double *series[] = {band->median, band->low, band->high};
    const char *quantile[] = {say("median"), "5 %", "95 %"};

    for (int i = 0; i < 3; i++)
        if (bin >= 0) {
            sheet_number(sheet, series[i] ? series[i][bin] : NAN);
        } else {
            struct text head = {0};
            text_print(&head, "%s: %s, %s", whose, what, quantile[i]);
            sheet_cell(sheet, text_c(&head));
            text_free(&head);
        }
}

void parts_band(struct sheet *sheet, int column, double shift_s, struct look look, bool with_band)
{
    const char *colour = style_colour(look.colour);

    if (with_band)
        sheet_curve(
            sheet,
            "using ($2+%g):%d:%d with filledcurves lc rgb %s fs transparent solid 0.25 noborder",
            shift_s, column + 1, column + 2, colour);
    sheet_curve(sheet, "using ($2+%g):%d with lines lc rgb %s dt %d lw %g", shift_s, column, colour,
                look.dash, look.weight_pt);
}

int parts_peak(int bins, const double series[])
{
    int peak = -1;

    for (int i = 0; series && i < bins; i++)
        if (isfinite(series[i]) && (peak < 0 || series[i] > series[peak]))
            peak = i;
    return peak;
}

const char *parts_clock_of(char buffer[], const struct picture *picture, int bin)
{
    return phrase_clock(buffer, picture->opens_s + bin * picture->bin_s);
}
