/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/report.h"

#include "core/say.h"

#include <ctype.h>
#include <string.h>

/* What would be markup anywhere in a line, and what would be at its start. */
static const char special[] = "\\`*_{}[]<>#|$~&!^";

/* The sign that would make the line a list or a heading; NULL if nothing does. */
static const char *starts_markup(const char *plain)
{
    const char *sign = plain + strspn(plain, "0123456789");
    bool ends = sign[0] && (sign[1] == ' ' || sign[1] == '\0' || sign[1] == '\t');

    if (sign > plain)
        return (*sign == '.' || *sign == ')') && ends ? sign : NULL;
    return *sign == '=' || ((*sign == '-' || *sign == '+') && (ends || sign[1] == *sign)) ? sign : NULL;
}

/* Plain text on one line, as text. */
static void add_text(struct text *out, const char *plain)
{
    const char *first = starts_markup(plain);

    for (; *plain; plain++) {
        bool is_control = (unsigned char)*plain < ' ' || *plain == 127;
        if (!is_control && (plain == first || strchr(special, *plain)))
            text_add(out, "\\");
        text_add_n(out, is_control ? " " : plain, 1);
    }
}

/* A path as an address. */
static void add_path(struct text *out, const char *path)
{
    for (; *path; path++)
        if (isalnum((unsigned char)*path) || strchr("/._-~", *path))
            text_add_n(out, path, 1);
        else
            text_print(out, "%%%02X", (unsigned char)*path);
}

static void write_row(struct text *out, int n, const char *const cells[])
{
    text_add(out, "|");
    for (int i = 0; i < n; i++) {
        text_add(out, " ");
        add_text(out, cells[i]);
        text_add(out, " |");
    }
    text_add(out, "\n");
}

static void write_table(struct text *out, const struct report_table *table)
{
    text_add(out, "**");
    add_text(out, table->caption);
    text_add(out, "**\n\n");
    write_row(out, table->columns, table->head);
    text_add(out, "|");
    for (int c = 0; c < table->columns; c++)
        text_add(out, table->number[c] ? "---:|" : "---|");
    text_add(out, "\n");
    for (int i = 0; i + table->columns <= table->cells; i += table->columns)
        write_row(out, table->columns, table->cell + i);
    text_add(out, "\n");
}

static void write_chart(struct text *out, const struct report_piece *piece)
{
    text_add(out, "![");
    add_text(out, piece->text);
    text_add(out, "](");
    add_path(out, piece->more);
    text_add(out, ")\n\n");
}

/* Four blanks make it code, whatever is in it. */
static void write_verbatim(struct text *out, const struct report_piece *piece)
{
    text_add(out, "### ");
    add_text(out, piece->more);
    text_add(out, "\n\n");
    for (const char *line = piece->text; *line;) {
        size_t n = strcspn(line, "\n");
        text_add(out, "    ");
        text_add_n(out, line, n);
        text_add(out, "\n");
        line += n + (line[n] == '\n');
    }
    text_add(out, "\n");
}

static void write_tile(struct text *out, const struct report_piece *piece)
{
    text_add(out, "- ");
    add_text(out, piece->text);
    text_add(out, say(": "));
    text_add(out, "**");
    add_text(out, piece->more);
    text_add(out, "**\n");
}

static const struct {
    const char *before, *after;
} marks[] = {
    [PIECE_SECTION] = {"## ", "\n\n"}, [PIECE_HEADING] = {"### ", "\n\n"}, [PIECE_LEAD] = {"**", "**\n\n"}, [PIECE_TEXT] = {"", "\n\n"},
    [PIECE_QUIET] = {"", "\n\n"},      [PIECE_ITEM] = {"- ", "\n"},        [PIECE_TASK] = {"- [ ] ", "\n"},    [PIECE_NEW_SHEET] = {"", ""},
};

static bool in_list(enum piece_kind kind)
{
    return kind == PIECE_ITEM || kind == PIECE_TASK || kind == PIECE_TILE;
}

static void write_piece(struct text *out, const struct report_piece *piece)
{
    switch (piece->kind) {
    case PIECE_CHART: write_chart(out, piece); break;
    case PIECE_TABLE: write_table(out, piece->table); break;
    case PIECE_TILE: write_tile(out, piece); break;
    case PIECE_VERBATIM: write_verbatim(out, piece); break;
    default:
        text_add(out, marks[piece->kind].before);
        add_text(out, piece->text);
        text_add(out, marks[piece->kind].after);
    }
}

enum status report_markdown(const struct report *report, struct text *out)
{
    text_add(out, "# ");
    add_text(out, report->title);
    text_add(out, "\n\n");
    add_text(out, report->subtitle);
    text_add(out, "\n\n");
    for (int i = 0; i < report->n; i++) {
        write_piece(out, &report->piece[i]);
        bool ends_list = in_list(report->piece[i].kind) && (i + 1 == report->n || report->piece[i + 1].kind != report->piece[i].kind);
        text_add(out, ends_list ? "\n" : "");
    }
    return report->failed ? ERR_MEMORY : text_status(out);
}
