/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Escaping: whatever the text, undoing it gives the text back, and nothing of it stands outside. */
#include "core/text.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Control characters but tab and line feed are written as blanks. */
static char shown(char c)
{
    return (((unsigned char)c < ' ' && c != '\n' && c != '\t') || c == 127) ? ' ' : c;
}

static void csv_reads_back(const char *plain)
{
    struct text cell = {0};
    text_add_csv(&cell, plain);
    const char *p = text_c(&cell);
    bool quoted = *p == '"';

    assert(!strchr("=+-@\t\r", *p) || !*p);
    p += quoted;
    if (*p == '\'' && plain[0] != '\'')
        p++;
    for (; *plain; plain++, p++) {
        assert(*p == shown(*plain) && (quoted || !strchr(",\n\r\"", *p)));
        if (*p == '"')
            assert(*++p == '"');
    }
    assert(strcmp(p, quoted ? "\"" : "") == 0);
    text_free(&cell);
}

static void gnuplot_reads_back(const char *plain)
{
    struct text quoted = {0};
    text_add_gnuplot(&quoted, plain);
    const char *p = text_c(&quoted);

    assert(*p++ == '\'');
    if (*plain == '\'') {
        assert(strncmp(p, "\u2019", 3) == 0);
        p += 3, plain++;
    }
    for (; *plain; plain++, p++) {
        assert((unsigned char)*p >= ' ' && *p != 127);
        assert(*p == *plain || (*p == ' ' && ((unsigned char)*plain < ' ' || *plain == 127)));
        if (*p == '\'')
            assert(*++p == '\'');
    }
    assert(strcmp(p, "'") == 0);
    text_free(&quoted);
}

static void html_reads_back(const char *plain)
{
    static const char *const entities[][2] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    struct text escaped = {0};
    text_add_html(&escaped, plain);
    const char *p = text_c(&escaped);

    for (; *plain; plain++) {
        size_t n = 1;
        assert(!strchr("<>\"'", *p));
        for (size_t i = 0; *p == '&' && i < 5; i++)
            if (strncmp(p, entities[i][0], strlen(entities[i][0])) == 0 && entities[i][1][0] == *plain)
                n = strlen(entities[i][0]);
        assert(n > 1 || (*p == *plain && *p != '&'));
        p += n;
    }
    assert(!*p);
    text_free(&escaped);
}

static void double_reads_back(const uint8_t *data, size_t size)
{
    struct text digits = {0};
    double x, again;

    if (size < sizeof x)
        return;
    memcpy(&x, data, sizeof x);
    text_add_double(&digits, x);
    again = strtod(text_c(&digits), NULL);
    assert(isfinite(x) ? memcmp(&x, &again, sizeof x) == 0 : strcmp(text_c(&digits), "null") == 0);
    text_free(&digits);
}

static void widths_and_distances_hold(const char *a, const char *b)
{
    const char *const names[] = {b, a, "south-gate"};
    struct text padded = {0};
    int distance = text_distance(a, b), columns = text_columns(a);

    assert(columns >= 0 && columns <= 2 * (int)strlen(a));
    assert(distance == text_distance(b, a) && distance >= 0 && distance <= 64);
    assert(text_distance(a, a) == 0);
    assert(!*a || text_distance(text_nearest(a, 3, names), a) == 0);
    text_add_padded(&padded, a, columns % 2 ? 40 : -40);
    assert(padded.n == strlen(a) + (size_t)(columns < 40 ? 40 - columns : 0));
    text_free(&padded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *whole = strndup((const char *)data, size);

    if (!whole)
        abort();
    char *half = whole + strlen(whole) / 2;
    csv_reads_back(whole);
    gnuplot_reads_back(whole);
    html_reads_back(whole);
    double_reads_back(data, size);
    widths_and_distances_hold(half, whole);
    free(whole);
    return 0;
}
