/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>
#include <uniwidth.h>

enum { LONGEST_QUOTE = 60, WIDEST_LINE = 120, LEAD = 40 };

static int by_place(const void *a, const void *b)
{
    const struct fault *one = a, *other = b;
    int file = strcmp(one->mark.file, other->mark.file);

    if (file)
        return file;
    if (one->mark.line != other->mark.line)
        return one->mark.line < other->mark.line ? -1 : 1;
    if (one->mark.column != other->mark.column)
        return one->mark.column < other->mark.column ? -1 : 1;
    return strcmp(one->sentence, other->sentence);
}

/* The same value may be bound again for another day type, or stand in the text once and be copied
 * by an alias: its fault is told once. */
static bool is_known(const struct reader *reader, const struct fault *fault)
{
    for (int i = 0; i < reader->n_faults; i++)
        if (by_place(reader->fault + i, fault) == 0)
            return true;
    return false;
}

static void note(struct reader *reader, struct mark mark, const char *format, va_list arguments)
{
    char *sentence = NULL;

    if (reader->n_faults == MOST_FAULTS) {
        reader->more_faults = true;
        return;
    }
    if (vasprintf(&sentence, format, arguments) < 0) {
        reader->starved = true;
        return;
    }
    struct fault fault = {mark, arena_text(&reader->arena, sentence, strlen(sentence))};
    free(sentence);
    if (!fault.sentence || GROW(reader->fault, reader->n_faults, reader->fault_room) != OK)
        reader->starved = true;
    else if (!is_known(reader, &fault))
        reader->fault[reader->n_faults++] = fault;
}

void reader_complain_at(struct reader *reader, struct mark mark, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    note(reader, mark, format, arguments);
    va_end(arguments);
}

void reader_complain(struct reader *reader, const void *landed, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    note(reader, reader_mark(reader, landed), format, arguments);
    va_end(arguments);
}

int reader_faults(const struct reader *reader)
{
    return reader->n_faults;
}

/* Control characters could steer a terminal, those of writing direction could hide what is there.
 */
static bool is_printable(ucs4_t c)
{
    return c >= ' ' && !(c >= 0x7F && c < 0xA0) && !(c >= 0x200E && c <= 0x200F)
           && !(c >= 0x2028 && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
}

static int next_character(const char *p, const char *end, ucs4_t *c)
{
    int n = u8_mbtoucr(c, (const uint8_t *)p, (size_t)(end - p));
    if (n > 0)
        return n;
    *c = '?';
    return 1;
}

const char *fault_quote(struct reader *reader, const char *text, size_t n)
{
    struct text quoted = {0};
    const char *p = text, *end = text + n;
    ucs4_t c;

    for (int i = 0; i < LONGEST_QUOTE && p < end; i++) {
        int step = next_character(p, end, &c);
        text_add_n(&quoted, c == '?' || !is_printable(c) ? "?" : p,
                   c == '?' || !is_printable(c) ? 1 : (size_t)step);
        p += step;
    }
    text_add(&quoted, p < end ? "..." : "");
    const char *kept = arena_text(&reader->arena, text_c(&quoted), quoted.n);
    text_free(&quoted);
    return kept ? kept : "...";
}

const char *fault_nearest(struct reader *reader, const char *wrong, int n,
                          const char *const names[])
{
    if (reader->n_faults == MOST_FAULTS || strlen(wrong) > LONGEST_QUOTE)
        return "";
    const char *meant = text_nearest(wrong, n < MOST_NEAREST ? n : MOST_NEAREST, names);
    if (meant && strncmp(meant, wrong, strlen(wrong)) != 0
        && text_distance(wrong, meant) >= (int)strlen(wrong))
        meant = NULL; /* every letter differs: nobody meant that */
    const char *hint = meant ? arena_print(&reader->arena, say("; did you mean `%s`?"),
                                           fault_quote(reader, meant, strlen(meant)))
                             : "";
    return hint ? hint : "";
}

const char *fault_nearest_key(struct reader *reader, const char *wrong, const struct yaml_node *map)
{
    const char *names[MOST_NEAREST];
    int n = 0;

    for (int i = 0; map && map->kind == NODE_MAP && i < map->n && n < MOST_NEAREST; i++)
        names[n++] = map->pair[i].key;
    return fault_nearest(reader, wrong, n, names);
}

static const struct source *source_named(const struct reader *reader, const char *name)
{
    const struct source *source = reader->sources;

    while (source && strcmp(source->name, name) != 0)
        source = source->next;
    return source;
}

/* A very long line is shown from shortly before the caret. */
static const char *clip(const char *line, const char *end, int *column)
{
    ucs4_t c;

    for (; *column > WIDEST_LINE - LEAD; --*column)
        line += next_character(line, end, &c);
    return line;
}

static void print_line(const char *line, const char *end, FILE *out)
{
    ucs4_t c;

    for (int i = 0; i < WIDEST_LINE && line < end; i++) {
        int step = next_character(line, end, &c);
        if (c == '\t' || (is_printable(c) && (c != '?' || *line == '?')))
            fwrite(line, 1, (size_t)step, out);
        else
            fputc('?', out);
        line += step;
    }
}

/* Tabs stay tabs and wide characters become two blanks, so the caret stands below its character. */
static void print_caret(const char *line, const char *end, int column, FILE *out)
{
    ucs4_t c;

    for (; column > 1 && line < end; column--) {
        line += next_character(line, end, &c);
        int width = is_printable(c) ? uc_width(c, "UTF-8") : 1;
        if (c == '\t')
            fputc('\t', out);
        else
            fprintf(out, "%*s", width > 0 ? width : 0, "");
    }
    fputs("^\n", out);
}

/* A colon that isn't one makes the line after it wrong. */
static const char *hint_for(const struct source *source, int line_number, int column)
{
    size_t n;
    const char *line = source_line(source, line_number, &n), *hint = wide_hint(line, n);
    bool leads = strspn(line, " ") + 1 >= (size_t)column;

    if (!hint && leads && line_number > 1) {
        line = source_line(source, line_number - 1, &n);
        hint = wide_hint(line, n);
    }
    return hint;
}

static void print_fault(const struct reader *reader, const struct fault *fault, FILE *out)
{
    const struct source *source = source_named(reader, fault->mark.file);
    int column = fault->mark.column;
    size_t n;

    if (fault->mark.line == 0) {
        fprintf(out, "%s: %s\n", fault->mark.file, fault->sentence);
        return;
    }
    fprintf(out, "%s:%d:%d: %s\n", fault->mark.file, fault->mark.line, column, fault->sentence);
    if (!source)
        return;
    const char *line = source_line(source, fault->mark.line, &n), *end = line + n;
    line = clip(line, end, &column);
    fputs("  ", out);
    print_line(line, end, out);
    fputs("\n  ", out);
    print_caret(line, end, column, out);
    const char *hint = hint_for(source, fault->mark.line, fault->mark.column);
    if (hint)
        fprintf(out, "  %s\n", hint);
}

void reader_print_faults(const struct reader *reader, FILE *out)
{
    struct fault *fault = reader->fault;
    int n = reader->n_faults;

    if (n)
        qsort(fault, (size_t)n, sizeof *fault, by_place);
    for (int i = 0; i < n && i < MOST_PRINTED; i++)
        print_fault(reader, fault + i, out);
    if (reader->more_faults)
        fprintf(out, say("and more than %d more\n"), n - MOST_PRINTED);
    else if (n > MOST_PRINTED)
        fprintf(out, say("and %d more\n"), n - MOST_PRINTED);
}
