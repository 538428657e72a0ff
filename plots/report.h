/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REPORT_H
#define PLOTS_REPORT_H

#include "core/arena.h"
#include "core/text.h"

#include <stdbool.h>

/* A report is a list of pieces that comes out as a page (HTML) or as Markdown. It knows no simulation: whoever
 * has something to say adds plain texts, tables and drawings. Any text may hold whatever a user typed; each
 * form escapes it for itself. */

enum piece_kind {
    PIECE_SECTION,  /* text: heading; id: anchor */
    PIECE_HEADING,  /* below a section's */
    PIECE_LEAD,     /* a sentence of the recommendation */
    PIECE_TEXT,     /* a paragraph */
    PIECE_QUIET,    /* a remark in small letters */
    PIECE_ITEM,     /* of a list: one after the other make one */
    PIECE_TASK,     /* the same, to be ticked off on paper */
    PIECE_TILE,     /* text: what it is; more: the figure; side by side */
    PIECE_CHART,    /* id: name; text: its finding; more: path of the picture; drawing: SVG or NULL */
    PIECE_TABLE,
    PIECE_VERBATIM, /* text as it is, letters of one width; more: what it is */
    PIECE_NEW_SHEET /* what follows begins a sheet of paper */
};

/* Cells row by row. A cell that isn't known is "". */
struct report_table {
    const char *caption;
    int columns, cells, room;
    const char **head;   /* [columns] */
    bool *number;        /* [columns] set to the right, and sorted by value */
    const char **cell;   /* [cells] */
    bool to_fill;        /* rows are ruled for writing; not sorted */
};

struct report_piece {
    enum piece_kind kind;
    const char *id, *text, *more, *drawing;
    struct report_table *table;
};

enum { REPORT_COLUMNS = 16 };

/* Zero-initialise, set the first three; report_free when done. If memory runs out `failed` is set and later
 * additions do nothing: test once at the end with report_status. */
struct report {
    const char *title, *subtitle, *language; /* "zh" or "en" */
    int n, room;
    struct report_piece *piece;
    struct report_table *table;              /* the last one, being filled */
    struct arena arena;
    bool failed;
};

void report_section(struct report *report, const char *id, const char *heading);
void report_add(struct report *report, enum piece_kind kind, const char *text);
void report_print(struct report *report, enum piece_kind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));
void report_tile(struct report *report, const char *what, const char *figure);
void report_verbatim(struct report *report, const char *what, const char *text);

/** A drawing as samovar's charts make it (see report_drawing.h); svg may be NULL: then only the path shows. */
void report_chart(struct report *report, const char *name, const char *finding, const char *svg, const char *path);

/** Starts a table; heads come before cells, cells row by row. */
void report_table(struct report *report, const char *caption);
void report_table_to_fill(struct report *report, const char *caption);
void report_head(struct report *report, const char *head, bool number);
void report_cell(struct report *report, const char *cell);
void report_cell_print(struct report *report, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** A copy that lives as long as the report; "" without memory. */
const char *report_keep(struct report *report, const char *text);

enum status report_status(const struct report *report); /* OK or ERR_MEMORY */
void report_free(struct report *report);

/** One HTML5 page that needs nothing else: drawings, style and a few lines of script are inside, and its
 * content policy lets nothing be fetched. Prints on A4. @return OK; ERR_MEMORY. */
enum status report_html(const struct report *report, struct text *out);

/** Markdown (CommonMark with pipe tables); pictures by their paths. Deterministic. @return OK; ERR_MEMORY. */
enum status report_markdown(const struct report *report, struct text *out);

#endif
