/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"

#include <assert.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistr.h>
#include <uniwidth.h>

static atomic_bool starved;

bool text_starved(void)
{
    return starved;
}

static void lose(struct text *text)
{
    text->failed = true;
    starved = true;
}

static bool make_room(struct text *text, size_t more)
{
    if (text->failed)
        return false;
    if (text->n + more + 1 <= text->room)
        return true;
    size_t room = text->room ? text->room : 256;
    while (room < text->n + more + 1)
        room *= 2;
    char *grown = realloc(text->bytes, room);
    if (!grown) {
        lose(text);
        return false;
    }
    text->bytes = grown;
    text->room = room;
    return true;
}

void text_add_n(struct text *text, const char *piece, size_t n)
{
    if (!make_room(text, n))
        return;
    memcpy(text->bytes + text->n, piece, n);
    text->n += n;
    text->bytes[text->n] = '\0';
}

void text_add(struct text *text, const char *piece)
{
    text_add_n(text, piece, strlen(piece));
}

void text_print(struct text *text, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (n >= 0 && make_room(text, (size_t)n) && vsnprintf(text->bytes + text->n, (size_t)n + 1, format, again) == n)
        text->n += (size_t)n;
    else
        lose(text);
    va_end(again);
}

void text_clear(struct text *text)
{
    text->n = 0;
    if (text->bytes)
        text->bytes[0] = '\0';
}

void text_free(struct text *text)
{
    free(text->bytes);
    *text = (struct text){0};
}

enum status text_status(const struct text *text)
{
    return text->failed ? ERR_MEMORY : OK;
}

const char *text_c(const struct text *text)
{
    return text->bytes ? text->bytes : "";
}

void text_add_csv(struct text *text, const char *cell)
{
    bool formula = *cell && strchr("=+-@\t\r", *cell);
    bool quoted = formula || strpbrk(cell, ",\"\n\r") || *cell == ' ';

    if (quoted)
        text_add(text, "\"");
    if (formula)
        text_add(text, "'");
    for (; *cell; cell++) {
        bool acts = ((unsigned char)*cell < ' ' && *cell != '\n' && *cell != '\t') || *cell == 127;
        if (*cell == '"')
            text_add(text, "\"");
        text_add_n(text, acts ? " " : cell, 1); /* a table may be shown on a terminal */
    }
    if (quoted)
        text_add(text, "\"");
}

void text_add_html(struct text *text, const char *plain)
{
    for (; *plain; plain++)
        switch (*plain) {
        case '&': text_add(text, "&amp;"); break;
        case '<': text_add(text, "&lt;"); break;
        case '>': text_add(text, "&gt;"); break;
        case '"': text_add(text, "&quot;"); break;
        case '\'': text_add(text, "&#39;"); break;
        default: text_add_n(text, plain, 1);
        }
}

void text_add_gnuplot(struct text *text, const char *plain)
{
    text_add(text, "'");
    if (*plain == '\'') {
        text_add(text, "\u2019"); /* after the opening quote gnuplot takes '' for the end */
        plain++;
    }
    for (; *plain; plain++)
        if (*plain == '\'')
            text_add(text, "''");
        else
            text_add_n(text, (unsigned char)*plain < ' ' || *plain == 127 ? " " : plain, 1);
    text_add(text, "'");
}

void text_add_double(struct text *text, double x)
{
    char digits[40];

    if (!isfinite(x)) {
        text_add(text, "null");
        return;
    }
    if (fabs(x) < 1e15 && x == trunc(x)) {
        text_print(text, "%.0f", x);
        return;
    }
    /* %g leaves out trailing zeros, so what fifteen digits hold comes out as short as it can be. */
    for (int precision = DBL_DIG; precision <= DBL_DECIMAL_DIG; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, x);
        if (strtod(digits, NULL) == x)
            break;
    }
    text_add(text, digits);
}

int text_columns(const char *utf8)
{
    return u8_strwidth((const uint8_t *)utf8, "UTF-8");
}

void text_add_padded(struct text *text, const char *utf8, int columns)
{
    int blanks = abs(columns) - text_columns(utf8);

    if (columns < 0)
        text_add(text, utf8);
    for (int i = 0; i < blanks; i++)
        text_add(text, " ");
    if (columns >= 0)
        text_add(text, utf8);
}

int text_distance(const char *a, const char *b)
{
    enum { MOST = 64 };
    int row[3][MOST + 1];
    int n = (int)strnlen(a, MOST), m = (int)strnlen(b, MOST);

    for (int j = 0; j <= m; j++)
        row[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *now = row[i % 3];
        const int *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];
        now[0] = i;
        for (int j = 1; j <= m; j++) {
            int best = last[j - 1] + (a[i - 1] != b[j - 1]);
            if (last[j] + 1 < best)
                best = last[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
                && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            now[j] = best;
        }
    }
    return row[n % 3][m];
}

/* The only name that begins so. */
static const char *only_beginning(const char *start, int n, const char *const names[])
{
    enum { SHORTEST = 3 };
    const char *found = NULL;

    for (int i = 0; i < n && strlen(start) >= SHORTEST; i++) {
        assert(names[i]);
        if (strncmp(names[i], start, strlen(start)) == 0) {
            if (found)
                return NULL;
            found = names[i];
        }
    }
    return found;
}

const char *text_nearest(const char *wrong, int n, const char *const names[])
{
    const char *nearest = NULL;
    int least = 1 + (int)strlen(wrong) / 3;

    for (int i = 0; i < n; i++) {
        int distance = text_distance(wrong, names[i]);
        if (distance <= least && (!nearest || distance < least)) {
            least = distance;
            nearest = names[i];
        }
    }
    return nearest ? nearest : only_beginning(wrong, n, names);
}

enum status text_read_file(const char *path, size_t most, char **bytes, size_t *n)
{
    FILE *file = fopen(path, "rb");
    struct stat facts;

    if (!file)
        return errno == ENOMEM ? ERR_MEMORY : ERR_FILE;
    if (fstat(fileno(file), &facts) == 0 && S_ISDIR(facts.st_mode)) {
        fclose(file);
        errno = EISDIR;
        return ERR_FILE;
    }
    struct text content = {0};
    char chunk[65536];
    size_t got;
    while (content.n <= most && !content.failed && (got = fread(chunk, 1, sizeof chunk, file)) > 0)
        text_add_n(&content, chunk, got);
    int fault = ferror(file) ? errno : 0;
    fclose(file);
    if (!fault && content.n > most)
        fault = EFBIG;
    if (fault || content.failed) {
        bool memory = content.failed;
        text_free(&content);
        errno = fault;
        return memory ? ERR_MEMORY : ERR_FILE;
    }
    if (!content.bytes)
        text_add(&content, "");
    if (!content.bytes)
        return ERR_MEMORY;
    *bytes = content.bytes;
    *n = content.n;
    return OK;
}
