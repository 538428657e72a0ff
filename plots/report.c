/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/report.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *report_keep(struct report *report, const char *text)
{
    const char *kept = text ? arena_text(&report->arena, text, strlen(text)) : "";
    report->failed |= !kept;
    return kept ? kept : "";
}

/* The new one, or NULL without memory. */
static struct report_piece *grow(struct report *report, enum piece_kind kind)
{
    if (report->n == report->room) {
        int room = report->room ? 2 * report->room : 64;
        struct report_piece *grown = arena_take(&report->arena, (size_t)room, sizeof *grown);
        if (!grown) {
            report->failed = true;
            return NULL;
        }
        if (report->n)
            memcpy(grown, report->piece, (size_t)report->n * sizeof *grown);
        report->piece = grown;
        report->room = room;
    }
    report->piece[report->n] = (struct report_piece){.kind = kind, .id = "", .text = "", .more = ""};
    return &report->piece[report->n++];
}

static void add(struct report *report, enum piece_kind kind, const char *id, const char *text, const char *more)
{
    struct report_piece *piece = grow(report, kind);

    if (!piece)
        return;
    piece->id = report_keep(report, id);
    piece->text = report_keep(report, text);
    piece->more = report_keep(report, more);
}

void report_section(struct report *report, const char *id, const char *heading)
{
    add(report, PIECE_SECTION, id, heading, "");
}

void report_add(struct report *report, enum piece_kind kind, const char *text)
{
    add(report, kind, "", text, "");
}

static const char *print(struct report *report, const char *format, va_list arguments)
{
    va_list again;

    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = n >= 0 ? arena_take(&report->arena, (size_t)n + 1, 1) : NULL;
    report->failed |= !text;
    if (text)
        vsnprintf(text, (size_t)n + 1, format, arguments);
    return text ? text : "";
}

void report_print(struct report *report, enum piece_kind kind, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    const char *text = print(report, format, arguments);
    va_end(arguments);
    struct report_piece *piece = grow(report, kind);
    if (piece)
        piece->text = text;
}

void report_tile(struct report *report, const char *what, const char *figure)
{
    add(report, PIECE_TILE, "", what, figure);
}

void report_verbatim(struct report *report, const char *what, const char *text)
{
    add(report, PIECE_VERBATIM, "", text, what);
}

void report_chart(struct report *report, const char *name, const char *finding, const char *svg, const char *path)
{
    add(report, PIECE_CHART, name, finding, path);
    if (!report->failed && svg)
        report->piece[report->n - 1].drawing = report_keep(report, svg);
}

/* --- tables ---------------------------------------------------------------------------------------------- */

static void start_table(struct report *report, const char *caption, bool to_fill)
{
    struct report_piece *piece = grow(report, PIECE_TABLE);
    struct report_table *table = arena_take(&report->arena, 1, sizeof *table);

    report->table = NULL;
    report->failed |= !table;
    if (!piece || !table)
        return;
    table->head = arena_take(&report->arena, REPORT_COLUMNS, sizeof *table->head);
    table->number = arena_take(&report->arena, REPORT_COLUMNS, sizeof *table->number);
    table->caption = report_keep(report, caption);
    table->to_fill = to_fill;
    report->failed |= !table->head || !table->number;
    piece->table = report->table = table;
}

void report_table(struct report *report, const char *caption)
{
    start_table(report, caption, false);
}

void report_table_to_fill(struct report *report, const char *caption)
{
    start_table(report, caption, true);
}

void report_head(struct report *report, const char *head, bool number)
{
    struct report_table *table = report->table;

    if (report->failed)
        return;
    assert(table && table->cells == 0 && table->columns < REPORT_COLUMNS);
    table->head[table->columns] = report_keep(report, head);
    table->number[table->columns++] = number;
}

static void put_cell(struct report *report, const char *kept)
{
    struct report_table *table = report->table;

    if (report->failed)
        return;
    assert(table && table->columns);
    if (table->cells == table->room) {
        int room = table->room ? 2 * table->room : 64;
        const char **grown = arena_take(&report->arena, (size_t)room, sizeof *grown);
        report->failed |= !grown;
        if (!grown)
            return;
        if (table->cells)
            memcpy(grown, table->cell, (size_t)table->cells * sizeof *grown);
        table->cell = grown;
        table->room = room;
    }
    table->cell[table->cells++] = kept;
}

void report_cell(struct report *report, const char *cell)
{
    put_cell(report, report_keep(report, cell));
}

void report_cell_print(struct report *report, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    const char *cell = print(report, format, arguments);
    va_end(arguments);
    put_cell(report, cell);
}

enum status report_status(const struct report *report)
{
    return report->failed ? ERR_MEMORY : OK;
}

void report_free(struct report *report)
{
    arena_free(&report->arena);
    *report = (struct report){0};
}
