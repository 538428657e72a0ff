/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/lettering.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwidth.h>

/* Hundredths of an em of ' ' to '~' in Noto Sans CJK; other Latin fonts lie within 10 % of it. */
static const unsigned char latin_width[95] = {
    22, 32, 47, 56, 56, 92, 68, 28, 34, 34, 47, 56, 28, 35, 28, 39, 56, 56, 56, 56, 56, 56, 56, 56,
    56, 56, 28, 28, 56, 56, 56, 47, 95, 61, 66, 64, 69, 59, 55, 69, 73, 29, 54, 65, 54, 81, 72, 74,
    63, 74, 64, 60, 60, 72, 58, 88, 57, 53, 60, 34, 39, 34, 56, 56, 61, 56, 62, 51, 62, 55, 32, 56,
    61, 28, 28, 55, 28, 93, 61, 61, 62, 62, 39, 47, 38, 61, 52, 80, 50, 52, 48, 34, 27, 34, 56};

static const char ellipsis[] = "…";

static double letter_width(ucs4_t letter)
{
    if (letter >= ' ' && letter <= '~')
        return latin_width[letter - ' '] / 100.0;
    if (letter == 0xa0)
        return latin_width[0] / 100.0;
    /* by the Chinese rule, in which the dots, dashes and quotes of both scripts are 1 em wide */
    int columns = uc_width(letter, "GBK");
    return columns >= 2 ? 1.0 : columns == 1 ? 0.6 : 0.0;
}

static double scale_of(double size_pt, bool bold)
{
    return bold ? 1.05 * size_pt : size_pt;
}

double lettering_width(const char *utf8, double size_pt, bool bold)
{
    const uint8_t *at = (const uint8_t *)utf8;
    double em = 0;
    ucs4_t letter;

    while (at && *at && (at = u8_next(&letter, at)))
        em += letter_width(letter);
    return em * scale_of(size_pt, bold);
}

/* U+FFFE, U+FFFF and the C1 controls are UTF-8, but an XML reader refuses or mistakes them; the
 * marks that reorder a line would reorder ours. */
static bool may_be_drawn(ucs4_t letter)
{
    bool control = letter < ' ' || (letter >= 0x7f && letter < 0xa0);
    bool reorders = letter == 0x2028 || letter == 0x2029 || (letter >= 0x202a && letter <= 0x202e)
                    || (letter >= 0x2066 && letter <= 0x2069);
    return !control && !reorders && (letter & 0xfffe) != 0xfffe;
}

void lettering_clean(struct text *out, const char *bytes)
{
    const uint8_t *at = (const uint8_t *)bytes;

    for (size_t left = strlen(bytes); left;) {
        ucs4_t letter;
        int n = u8_mbtoucr(&letter, at, left);
        if (n < 1) {
            n = 1;
            text_add(out, "?");
        } else if (may_be_drawn(letter)) {
            text_add_n(out, (const char *)at, (size_t)n);
        } else {
            text_add(out, " ");
        }
        at += n;
        left -= (size_t)n;
    }
}

/* How many of the first n bytes fit. */
static size_t bytes_within(const char *clean, size_t n, double em)
{
    size_t end = 0;

    while (end < n) {
        ucs4_t letter;
        int step = u8_mbtouc(&letter, (const uint8_t *)clean + end, n - end);
        em -= letter_width(letter);
        if (em < 0)
            break;
        end += (size_t)step;
    }
    return end;
}

/* @return whether something was cut */
static bool add_cut(struct text *out, const char *clean, double em)
{
    size_t n = strlen(clean);

    if (bytes_within(clean, n, em) == n) {
        text_add(out, clean);
        return false;
    }
    text_add_n(out, clean, bytes_within(clean, n, em - 1.0));
    text_add(out, ellipsis);
    return true;
}

void lettering_fit(struct text *out, const char *bytes, double size_pt, bool bold, double width_pt)
{
    struct text clean = {0};

    lettering_clean(&clean, bytes);
    add_cut(out, text_c(&clean), width_pt / scale_of(size_pt, bold));
    out->failed |= clean.failed;
    text_free(&clean);
}

/* Where clean[n] may be broken before byte i, by rank: between a number and what it counts, within what has no
 * blanks, at the blank between Chinese and a number or word of other letters, before a bracket, at another blank,
 * after a mark of punctuation. Names in Chinese quotation marks stay whole. */
enum { BREAK_NOT, BREAK_POOR, BREAK_WITHIN, BREAK_THIN, BREAK_BRACKET, BREAK_BLANK, BREAK_MARK };

enum { QUOTE = 0x201C, UNQUOTE = 0x201D, BRACKET = 0xFF08 };

static bool is_wide(ucs4_t letter)
{
    return letter >= 0x2E80;
}

static int rank_of(ucs4_t before, ucs4_t last, ucs4_t next)
{
    static const char marks[] = ",;:", wide_marks[] = "，；：。、";
    uint8_t letter[8] = {0};

    u8_uctomb(letter, last == ' ' ? before : last, sizeof letter - 1);
    if (strstr(wide_marks, (char *)letter) || (last == ' ' && strstr(marks, (char *)letter)))
        return BREAK_MARK;
    if (last == ' ')
        return before >= '0' && before <= '9' ? BREAK_POOR : is_wide(before) != is_wide(next) ? BREAK_THIN : BREAK_BLANK;
    return next == BRACKET || next == QUOTE ? BREAK_BRACKET : BREAK_WITHIN;
}

/* @return [n + 1] ranks, to be freed; NULL without memory */
static char *rank_breaks(const char *clean, size_t n)
{
    char *rank = calloc(n + 1, 1);
    ucs4_t before = 0, last = 0, next;
    bool quoted = false;

    if (!rank)
        return NULL;
    u8_possible_linebreaks((const uint8_t *)clean, n, "UTF-8", rank);
    for (size_t at = 0; at < n; before = last, last = next) {
        int step = u8_mbtouc(&next, (const uint8_t *)clean + at, n - at);
        bool possible = rank[at] == UC_BREAK_POSSIBLE || (next == QUOTE && is_wide(last));
        int ranked = !possible ? BREAK_NOT : quoted ? BREAK_POOR : rank_of(before, last, next);
        memset(rank + at, BREAK_NOT, (size_t)step);
        rank[at] = (char)ranked;
        quoted = next == QUOTE || (quoted && next != UNQUOTE);
        at += (size_t)step;
    }
    return rank;
}

/* The end of the first line of clean[n]: the last break within the width that parts no number from what it counts,
 * else any, or, where a single word is wider, what fits of it. */
static size_t line_end(const char *clean, size_t n, const char *rank, double em)
{
    size_t fits = bytes_within(clean, n, em);

    if (fits == n)
        return n;
    for (int least = BREAK_WITHIN; least >= BREAK_POOR; least--)
        for (size_t end = fits; end > 0; end--)
            if (rank[end] >= least)
                return end;
    return fits ? fits : n;
}

/* How well a text breaks before byte i: by how unlike both lines are, and by what is parted. */
static double halving_cost(const char *clean, size_t n, size_t i, int rank, double em)
{
    static const double parts[] = {[BREAK_POOR] = 2, [BREAK_WITHIN] = 0.9, [BREAK_THIN] = 0.7, [BREAK_BRACKET] = 0.38, [BREAK_BLANK] = 0.25, [BREAK_MARK] = 0};
    struct text first = {0};

    text_add_n(&first, clean, i);
    double one = lettering_width(text_c(&first), 1, false), other = lettering_width(clean + i, 1, false);
    text_free(&first);
    if (bytes_within(clean, i, em) < i || bytes_within(clean + i, n - i, em) < n - i)
        return HUGE_VAL;
    return fabs(one - other) / (one + other) + parts[rank];
}

bool lettering_halve(struct text *out, const char *clean, double size_pt, bool bold, double width_pt)
{
    double em = width_pt / scale_of(size_pt, bold), least = HUGE_VAL;
    size_t n = strlen(clean), best = 0;
    char *rank = rank_breaks(clean, n);

    for (size_t i = 1; rank && i < n; i++) {
        double cost = rank[i] ? halving_cost(clean, n, i, rank[i], em) : HUGE_VAL;
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    free(rank);
    if (!best)
        return false;
    text_add_n(out, clean, best);
    text_print(out, "\n%s\n", clean + best);
    return true;
}

int lettering_wrap(struct text *out, const char *clean, double size_pt, bool bold, double width_pt,
                   int most)
{
    double em = width_pt / scale_of(size_pt, bold);
    size_t n = strlen(clean), at = 0;
    char *rank = rank_breaks(clean, n);
    int lines = 1;

    if (!rank) {
        out->failed = true;
        return lines;
    }
    for (; lines < most; lines++) {
        size_t end = line_end(clean + at, n - at, rank + at, em);
        if (end == n - at)
            break;
        text_add_n(out, clean + at, end);
        text_add(out, "\n");
        at += end;
    }
    bool cut = add_cut(out, clean + at, em);
    text_add(out, "\n");
    free(rank);
    return cut ? most + 1 : lines;
}

const char *lettering_name(char buffer[NAME_ROOM], const char *name)
{
    struct text fitted = {0};

    lettering_fit(&fitted, name, 1, false, 14);
    size_t n = fitted.n;
    if (n > NAME_ROOM - 1) /* letters without a width of their own */
        for (n = NAME_ROOM - 1; n > 0 && (fitted.bytes[n] & 0xc0) == 0x80;)
            n--;
    memcpy(buffer, text_c(&fitted), n);
    buffer[n] = '\0';
    text_free(&fitted);
    return buffer;
}

void lettering_quote(struct text *script, const char *bytes)
{
    struct text clean = {0};

    lettering_clean(&clean, bytes);
    text_add_gnuplot(script, text_c(&clean));
    script->failed |= clean.failed;
    text_free(&clean);
}
