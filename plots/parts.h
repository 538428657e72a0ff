/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_PARTS_H
#define PLOTS_PARTS_H

#include "plots/chart.h"
#include "plots/sheet.h"

/* What several charts of a picture share: who gets a panel, where panels stand, the columns of time. */

/** The title of a chart: its finding, and below it scenario, layout, days and what is shown.
 * Frees nothing; finding may be cut to two lines. */
void parts_title(struct sheet *sheet, const struct picture *picture, const struct text *finding);

/** The `most` of n things with the highest badness (NAN counts least), in their own order.
 * @return how many were chosen. O(n most) */
int parts_worst(int n, int most, double (*badness)(const struct picture *, int),
                const struct picture *picture, int chosen[]);

/* A grid of panels below sheet->top. */
struct grid {
    struct box area;
    int n, columns, rows;
    double head_pt, gap_pt; /* above a panel, between columns */
};

/** One to three columns by up to two rows. */
struct grid parts_grid(const struct sheet *sheet, int n);

/** The i-th panel's frame, row by row; x_labels and y_labels where nothing stands below or left. */
struct panel parts_panel(const struct grid *grid, int i, struct axis x, struct axis y);

/** Sets columns of two panels each, one above the other; lower_part of the area's height is the lower one's.
 * @return where they part */
double parts_in_two(struct grid *grid, double lower_part);

/** The i-th column's upper and lower panel; both have the axis of time, the lower one labels it. */
void parts_two_panels(const struct picture *picture, const struct grid *grid, int i, double split,
                      struct panel *upper, struct panel *lower);

/** The axis of time over all bins, for a panel of this width. */
struct axis parts_clock(const struct picture *picture, double width_pt);

/** A panel's head: a name in bold, and to the right of it, if there is room, something quiet. */
void parts_head(struct sheet *sheet, const struct panel *panel, const char *name, const char *beside);

/** A dashed line where the window closes, if the bins go on. */
void parts_closing(struct sheet *sheet, const struct picture *picture, const struct panel *panel);

/* Left and below of the panels stand their axes. */
enum { LEFT_PT = 34, FOOT_PT = 36 };

/** What an axis counts: upwards beside a panel from bottom to top; along below all panels. */
void parts_counted(struct sheet *sheet, double bottom, double top, const char *counted);
void parts_along(struct sheet *sheet, const char *along);
void parts_along_time(struct sheet *sheet, const struct picture *picture);

/** Both for a grid of series over the time of day. */
void parts_axes(struct sheet *sheet, const struct picture *picture, const struct grid *grid,
                const char *counted);

/** Adds "people waiting, mean over 5 min": a step holds the mean of the line over it, not its length at a moment. */
void parts_waiting(struct text *out, double bin_s);

/** The key of a median and of the band around it: of days, or of runs of days. */
const char *parts_median(int in_a_row);
const char *parts_spread(int in_a_row);

/** A remark: what stands for each run of days; NULL for single days. */
const char *parts_run_mean(int in_a_row);

/** The note at the foot: what is shown if not all is, a remark, when the window closes if bins go on after it,
 * what a band holds if there is one. */
struct notes {
    int shown, of;
    const char *shown_format; /* takes shown and of: "shown: the %d of %d stations that ..." */
    bool bands;
    const char *remark; /* NULL: none */
};
void parts_notes(struct sheet *sheet, const struct picture *picture, const struct notes *notes);

/** Cells "clock" and "time (s)" of a row: of the table's head for bin -1. */
void parts_time(struct sheet *sheet, const struct picture *picture, int bin);

/** Three cells: median, 5 %, 95 % of a series; of the head for bin -1, in "what". */
void parts_band_cells(struct sheet *sheet, const struct band_series *band, int bin, const char *whose,
                      const char *what);

/** The curves of three such columns, the first being `column`; shift_s is added to a bin's start. */
void parts_band(struct sheet *sheet, int column, double shift_s, struct look look, bool with_band);

/** The bin in which a series is highest, NANs skipped; -1 if there is none. */
int parts_peak(int bins, const double series[]);

/** The start of a bin as "07:40". */
const char *parts_clock_of(char buffer[], const struct picture *picture, int bin);

#endif
