/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/report.h"

#include "core/say.h"
#include "plots/report_drawing.h"
#include "plots/report_look.h"

#include <string.h>

/* The page while it's written. */
struct page {
    const struct report *report;
    struct text *out;
    enum piece_kind last;   /* that was written; pieces of a kind share a box */
    bool in_section;
};

/* Pieces that stand in a common box. */
static const struct {
    const char *opens, *closes;
} boxes[] = {
    [PIECE_LEAD] = {"<div class=\"lead\">\n", "</div>\n"},
    [PIECE_ITEM] = {"<ul>\n", "</ul>\n"},
    [PIECE_TASK] = {"<ul class=\"tasks\">\n", "</ul>\n"},
    [PIECE_TILE] = {"<div class=\"tiles\">\n", "</div>\n"},
    [PIECE_NEW_SHEET] = {NULL, NULL},
};

/* Pieces that are one text in a tag. */
static const struct {
    const char *before, *after;
} tags[] = {
    [PIECE_HEADING] = {"<h3>", "</h3>\n"},
    [PIECE_LEAD] = {"<p>", "</p>\n"},
    [PIECE_TEXT] = {"<p>", "</p>\n"},
    [PIECE_QUIET] = {"<p class=\"quiet\">", "</p>\n"},
    [PIECE_ITEM] = {"<li>", "</li>\n"},
    [PIECE_TASK] = {"<li><label><input type=\"checkbox\"><span>", "</span></label></li>\n"},
    [PIECE_NEW_SHEET] = {"<div class=\"sheet\">", "</div>\n"},
};

static void add(struct page *page, const char *markup)
{
    text_add(page->out, markup);
}

static void add_text(struct page *page, const char *plain)
{
    text_add_html(page->out, plain);
}

/* --- tables ------------------------------------------------------------------------------------------------ */

enum { SHORT_ROWS = 14, LONGEST_NAME = 20 /* columns, that isn't broken */ };

static bool is_sortable(const struct report_table *table)
{
    return !table->to_fill && table->cells > table->columns;
}

static void write_head(struct page *page, const struct report_table *table)
{
    add(page, "<thead><tr>");
    for (int c = 0; c < table->columns; c++) {
        add(page, table->number[c] ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
        add(page, is_sortable(table) ? "<button type=\"button\">" : "");
        add_text(page, table->head[c]);
        add(page, is_sortable(table) ? "</button>" : "");
        add(page, "</th>");
    }
    add(page, "</tr></thead>\n<tbody>\n");
}

static void write_row(struct page *page, const struct report_table *table, int first)
{
    add(page, "<tr>");
    for (int c = 0; c < table->columns && first + c < table->cells; c++) {
        bool is_head = c == 0 && !table->number[c];
        bool is_name = is_head && text_columns(table->cell[first + c]) <= LONGEST_NAME;
        add(page, is_name ? "<th scope=\"row\" class=\"k\">" : is_head ? "<th scope=\"row\">" : table->number[c] ? "<td class=\"n\">" : "<td>");
        add_text(page, table->cell[first + c]);
        add(page, is_head ? "</th>" : "</td>");
    }
    add(page, "</tr>\n");
}

static void write_table(struct page *page, const struct report_table *table)
{
    bool is_short = table->columns && table->cells / table->columns <= SHORT_ROWS;

    add(page, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    add_text(page, table->caption);
    add(page, table->to_fill ? "\"><table class=\"fill\"><caption>" : is_short ? "\"><table class=\"data short\"><caption>" : "\"><table class=\"data\"><caption>");
    add(page, "<span>");
    add_text(page, table->caption);
    add(page, "</span></caption>\n");
    write_head(page, table);
    for (int i = 0; i < table->cells; i += table->columns)
        write_row(page, table, i);
    add(page, "</tbody></table></div>\n");
}

/* --- other pieces ------------------------------------------------------------------------------------------ */

static void write_section(struct page *page, const struct report_piece *piece)
{
    add(page, page->in_section ? "</section>\n" : "");
    add(page, "<section id=\"");
    add_text(page, piece->id);
    add(page, "\">\n<h2>");
    add_text(page, piece->text);
    add(page, "</h2>\n");
    page->in_section = true;
}

static void write_chart(struct page *page, const struct report_piece *piece)
{
    struct text prefix = {0};

    text_print(&prefix, "chart-%s", piece->id);
    add(page, "<figure id=\"");
    add_text(page, text_c(&prefix));
    add(page, "\"><figcaption aria-hidden=\"true\">"); /* where letters in the drawing get small; it has a label */
    add_text(page, piece->text);
    add(page, "</figcaption><div class=\"card\" tabindex=\"0\">\n");
    if (!piece->drawing || !drawing_add(page->out, piece->drawing, text_c(&prefix), piece->text)) {
        add(page, "<p>");
        add_text(page, piece->text);
        add(page, "</p>");
    }
    add(page, "\n</div></figure>\n");
    page->out->failed |= prefix.failed;
    text_free(&prefix);
}

static void write_tile(struct page *page, const struct report_piece *piece)
{
    add(page, "<div class=\"tile\"><span>");
    add_text(page, piece->text);
    add(page, "</span><strong>");
    add_text(page, piece->more);
    add(page, "</strong></div>\n");
}

static void write_verbatim(struct page *page, const struct report_piece *piece)
{
    add(page, "<h3>");
    add_text(page, piece->more);
    add(page, "</h3>\n<pre tabindex=\"0\">");
    add_text(page, piece->text);
    add(page, "</pre>\n");
}

static void write_in_tag(struct page *page, const struct report_piece *piece)
{
    add(page, tags[piece->kind].before);
    add_text(page, piece->text);
    add(page, tags[piece->kind].after);
}

static void change_box(struct page *page, enum piece_kind next)
{
    if (page->last == next)
        return;
    if (boxes[page->last].closes)
        add(page, boxes[page->last].closes);
    if (boxes[next].opens)
        add(page, boxes[next].opens);
    page->last = next;
}

static void write_piece(struct page *page, const struct report_piece *piece)
{
    change_box(page, piece->kind);
    switch (piece->kind) {
    case PIECE_SECTION: write_section(page, piece); break;
    case PIECE_CHART: write_chart(page, piece); break;
    case PIECE_TABLE: write_table(page, piece->table); break;
    case PIECE_TILE: write_tile(page, piece); break;
    case PIECE_VERBATIM: write_verbatim(page, piece); break;
    default: write_in_tag(page, piece);
    }
}

/* --- the page ---------------------------------------------------------------------------------------------- */

/* Nothing may be fetched, and no script runs but the one that bears the word. */
static const char policy[] =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'nonce-samovar'; img-src data:; base-uri 'none'; form-action 'none'\">\n";

static void write_start(struct page *page)
{
    const struct report *report = page->report;

    text_print(page->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", strcmp(report->language, "zh") == 0 ? "zh-CN" : "en");
    add(page, policy);
    add(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>");
    add_text(page, report->title);
    add(page, "</title>\n<style>\n");
    add(page, report_style);
    add(page, "</style>\n</head>\n<body data-copy=\"");
    add_text(page, say("Copy table"));
    add(page, "\" data-copied=\"");
    add_text(page, say("Copied"));
    add(page, "\">\n<header>\n<h1>");
    add_text(page, report->title);
    add(page, "</h1>\n<p>");
    add_text(page, report->subtitle);
    add(page, "</p>\n</header>\n");
}

static void write_contents(struct page *page)
{
    add(page, "<nav aria-label=\"");
    add_text(page, say("Contents"));
    add(page, "\"><ul>\n");
    for (int i = 0; i < page->report->n; i++) {
        const struct report_piece *piece = &page->report->piece[i];
        if (piece->kind != PIECE_SECTION)
            continue;
        add(page, "<li><a href=\"#");
        add_text(page, piece->id);
        add(page, "\">");
        add_text(page, piece->text);
        add(page, "</a></li>\n");
    }
    add(page, "</ul></nav>\n<main>\n");
}

enum status report_html(const struct report *report, struct text *out)
{
    struct page page = {.report = report, .out = out, .last = PIECE_NEW_SHEET};

    write_start(&page);
    write_contents(&page);
    for (int i = 0; i < report->n; i++)
        write_piece(&page, &report->piece[i]);
    change_box(&page, PIECE_NEW_SHEET);
    add(&page, page.in_section ? "</section>\n" : "");
    add(&page, "</main>\n<script nonce=\"samovar\">\n");
    add(&page, report_script);
    add(&page, "</script>\n</body>\n</html>\n");
    return report->failed ? ERR_MEMORY : text_status(out);
}
