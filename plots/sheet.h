/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_SHEET_H
#define PLOTS_SHEET_H

#include "plots/axis.h"
#include "plots/style.h"

/* One chart in one shape while it's written: a gnuplot script and the table beside it. Lengths are
 * points on a page of 480 x 288; a slide is 512 x 288 and shown 1.875 times as large (see style.h).
 * Origin at the bottom left. Margins, labels and marks are placed here, to the point, so the formats
 * look the same. */

enum { PAGE_HEIGHT = 288, PAGE_MARGIN = 14 };

struct box {
    double left, bottom, right, top;
};

struct sheet {
    const char *name;   /* of the chart's files */
    double width;
    struct text script; /* panels, in the order they're drawn */
    struct text page;   /* marks and letters over them, in points */
    struct text table;  /* CSV */
    double top;         /* panels may begin below this */
    int curves;         /* of the panel being drawn */
    int cells;          /* of the row being written */
};

/* Where a panel stands and what its axes mean. */
struct panel {
    struct box box;
    struct axis x, y;
    bool x_labels, y_labels; /* off in the inner panels of a grid */
};

enum align { LEFT, CENTRE, RIGHT };

struct letters {
    double size_pt;
    bool bold;
    enum colour colour;
    enum align align;
};
extern const struct letters letters_text, letters_small, letters_heading;

/* What a key shows beside its words: a line, with alpha > 0 an area, or a sign ("■") in the colour. */
struct key {
    const char *says;
    struct look look;
    double alpha;
    const char *sign;
};

void sheet_open(struct sheet *sheet, const char *name, enum shape shape);
void sheet_close(struct sheet *sheet); /* writes the page over the panels; then script is whole */
void sheet_free(struct sheet *sheet);

/** The finding in large letters (at most two lines), below it a quiet line that names what it's
 * drawn from. Lowers sheet->top. */
void sheet_title(struct sheet *sheet, const char *finding, const char *from);

/** A strip below the title that explains colours, never over a curve. Lowers sheet->top. */
void sheet_key(struct sheet *sheet, int n, const struct key keys[]);

/** A quiet line at the foot of the page. */
void sheet_note(struct sheet *sheet, const char *note);

/** Letters at a point of the page, centred on y. */
void sheet_say(struct sheet *sheet, double x, double y, struct letters letters, const char *says);

/** The same, read from the bottom up: what a vertical axis counts. */
void sheet_say_upwards(struct sheet *sheet, double x, double y, const char *says);

/** Marks on the page. Boxes lie below lines, lines below boxes in front and discs, all below letters. */
void sheet_line(struct sheet *sheet, double x0, double y0, double x1, double y1, struct look look);
void sheet_box(struct sheet *sheet, struct box box, enum colour colour, double alpha);
void sheet_box_in_front(struct sheet *sheet, struct box box, enum colour colour, double alpha);
void sheet_disc(struct sheet *sheet, double x, double y, double radius, enum colour colour,
                double alpha);
void sheet_ring(struct sheet *sheet, double x, double y, double radius, enum colour colour);

/** Starts a panel; curves follow; sheet_panel_end draws it. */
void sheet_panel(struct sheet *sheet, const struct panel *panel);
void sheet_panel_end(struct sheet *sheet);

/** A curve out of the table: "using ... with ..." as gnuplot reads it, formatted like printf. */
void sheet_curve(struct sheet *sheet, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** A point of a panel on the page. */
double panel_x(const struct panel *panel, double x);
double panel_y(const struct panel *panel, double y);

/** Cells of the table, left to right; sheet_row_end closes a row. */
void sheet_cell(struct sheet *sheet, const char *text);
void sheet_number(struct sheet *sheet, double x); /* empty where x isn't finite */
void sheet_row_end(struct sheet *sheet);

#endif
