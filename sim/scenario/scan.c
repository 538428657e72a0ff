/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_UNIT = 24, LONGEST_NUMBER = 40 };

struct scan scan_of(struct reader *reader, const struct yaml_node *node, const struct field *field,
                    double factor)
{
    return (struct scan){reader, node, field, factor, node->text};
}

void scan_fault(const struct scan *scan, const char *at, const char *format, ...)
{
    char *sentence = NULL;
    va_list arguments;

    va_start(arguments, format);
    int n = vasprintf(&sentence, format, arguments);
    va_end(arguments);
    if (n < 0) {
        scan->reader->starved = true;
        return;
    }
    reader_complain_at(scan->reader, tree_mark(scan->node, at), "%s", sentence);
    free(sentence);
}

void scan_blanks(struct scan *scan)
{
    while (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\n')
        scan->at++;
}

bool scan_take(struct scan *scan, const char *word)
{
    scan_blanks(scan);
    if (strncmp(scan->at, word, strlen(word)) != 0)
        return false;
    scan->at += strlen(word);
    return true;
}

static size_t digits(const char *p)
{
    return strspn(p, "0123456789");
}

/* How many bytes from p make a number: no sign, no hex, no "inf"; 1..3 starts with a 1. */
static size_t number_length(const char *p)
{
    size_t whole = digits(p), n = whole, fraction = p[n] == '.' ? digits(p + n + 1) : 0;

    if (fraction)
        n += 1 + fraction;
    if (!whole && !fraction)
        return 0;
    if (p[n] == 'e' || p[n] == 'E') {
        size_t sign = p[n + 1] == '-' || p[n + 1] == '+';
        size_t power = digits(p + n + 1 + sign);
        if (power)
            n += 1 + sign + power;
    }
    return n;
}

/* U+FF10 .. U+FF19 */
static bool is_wide_digit(const char *p)
{
    return strncmp(p, "\xEF\xBC", 2) == 0 && (unsigned char)p[2] >= 0x90 && (unsigned char)p[2] <= 0x99;
}

static void wants_number(const struct scan *scan, enum dimension dimension)
{
    const char *found = fault_quote(scan->reader, scan->at, strlen(scan->at));

    if (!*scan->at)
        scan_fault(scan, scan->at, say("a number is missing here"));
    else if (is_wide_digit(scan->at))
        scan_fault(scan, scan->at, say("`%s` is written with full-width digits: 0 to 9 are wanted"), found);
    else if (dimension_unit(dimension))
        scan_fault(scan, scan->at, say("a number with its unit (%s) is wanted here, not `%s`"),
                   dimension_units(dimension), found);
    else
        scan_fault(scan, scan->at, say("a number is wanted here, not `%s`"), found);
}

bool scan_number(struct scan *scan, enum dimension dimension, double *number)
{
    char text[LONGEST_NUMBER];
    const char *start;

    scan_blanks(scan);
    start = scan->at;
    bool negative = scan_take(scan, "-") || scan_take(scan, "−");
    if (!negative)
        scan_take(scan, "+");
    size_t n = number_length(scan->at);
    if (n == 0) {
        scan->at = start;
        wants_number(scan, dimension);
        return false;
    }
    bool cut = n >= sizeof text;
    memcpy(text, scan->at, cut ? 0 : n);
    text[cut ? 0 : n] = '\0';
    double size = cut ? HUGE_VAL : strtod(text, NULL);
    if (!isfinite(size)) {
        scan_fault(scan, start, say("this number is too long or too large"));
        return false;
    }
    scan->at += n;
    *number = negative ? -size : size;
    return true;
}

static size_t unit_letters(const char *p)
{
    static const char *const others[] = {"–", "—", "−", "…", "×"}; /* stand between numbers */
    size_t n = 0;

    while (isalpha((unsigned char)p[n]) || p[n] == '%' || p[n] == '/' || (p[n] & 0x80)) {
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (strncmp(p + n, others[i], strlen(others[i])) == 0)
                return n;
        n++;
    }
    return n;
}

/* The unit that stands here; "CNY / h" reads as "CNY/h". Returns its length, 0 where there's none.
 */
static size_t unit_word(struct scan *scan, char word[LONGEST_UNIT], const char **start)
{
    size_t length = 0, n;

    scan_blanks(scan);
    *start = scan->at;
    while ((n = unit_letters(scan->at)) > 0) {
        if (length + n < LONGEST_UNIT)
            memcpy(word + length, scan->at, n);
        length += n;
        scan->at += n;
        size_t blanks = strspn(scan->at, " ");
        if (scan->at[blanks] != '/' && scan->at[-1] != '/')
            break;
        scan->at += blanks;
    }
    return length < LONGEST_UNIT ? length : LONGEST_UNIT - 1;
}

static bool known_unit(struct scan *scan, enum dimension dimension, const char *word, size_t n,
                       const char *start, const struct unit **unit)
{
    *unit = unit_find(dimension, word, n);
    if (*unit)
        return true;
    if (dimension_unit(dimension))
        scan_fault(scan, start, say("`%s` isn't a unit that fits here; write it with %s"),
                   fault_quote(scan->reader, word, n), dimension_units(dimension));
    else
        scan_fault(scan, start, say("`%s` can't stand here: this is a number without a unit"),
                   fault_quote(scan->reader, word, n));
    return false;
}

bool scan_unit(struct scan *scan, enum dimension dimension, const struct unit **unit)
{
    char word[LONGEST_UNIT];
    const char *start;
    size_t n = unit_word(scan, word, &start);

    *unit = NULL;
    return n == 0 || known_unit(scan, dimension, word, n, start, unit);
}

bool scan_needs_no_unit(const struct scan *scan, const char *number, enum dimension dimension)
{
    if (!dimension_unit(dimension))
        return true;
    scan_fault(scan, number, say("`%s` has no unit; write it with %s"),
               fault_quote(scan->reader, number, strcspn(number, " ,)")),
               dimension_units(dimension));
    return false;
}

/* ¥30/h: the sign stands in front, but belongs to the unit. */
static bool unit_after_sign(struct scan *scan, enum dimension dimension, const char *sign,
                            const struct unit **unit)
{
    char word[LONGEST_UNIT], whole[LONGEST_UNIT + 4];
    const char *start;
    size_t n = unit_word(scan, word, &start);
    char *end = stpcpy(whole, sign);

    memcpy(end, word, n);
    return known_unit(scan, dimension, whole, (size_t)(end - whole) + n, start, unit);
}

bool scan_quantity(struct scan *scan, enum dimension dimension, const struct unit *later,
                   double *si)
{
    const char *sign = scan_take(scan, "¥") ? "¥" : scan_take(scan, "￥") ? "￥" : NULL;
    const struct unit *unit;
    double number;

    scan_blanks(scan);
    const char *start = scan->at;
    if (!scan_number(scan, dimension, &number))
        return false;
    if (!(sign ? unit_after_sign(scan, dimension, sign, &unit) : scan_unit(scan, dimension, &unit)))
        return false;
    if (!unit)
        unit = later;
    if (!unit && !scan_needs_no_unit(scan, start, dimension))
        return false;
    *si = unit ? unit_to_si(unit, number) : number;
    return true;
}

bool scan_clock(struct scan *scan, double *seconds)
{
    int part[3] = {0}, n = 0;

    scan_blanks(scan);
    const char *start = scan->at;
    do {
        size_t width = digits(scan->at);
        if (width == 0 || width > 2 || (n > 0 && width != 2))
            break;
        part[n++] = atoi(scan->at);
        scan->at += width;
    } while (n < 3 && *scan->at == ':' && scan->at++);
    if (n < 2 || part[1] > 59 || part[2] > 59 || isdigit((unsigned char)*scan->at)) {
        scan_fault(scan, start,
                   say("a time of day is wanted here, as in 07:45 or 07:45:30, not `%s`"),
                   fault_quote(scan->reader, start, strlen(start)));
        return false;
    }
    *seconds = part[0] * 3600 + part[1] * 60 + part[2];
    return true;
}

bool scan_end(struct scan *scan)
{
    scan_blanks(scan);
    if (!*scan->at)
        return true;
    scan_fault(scan, scan->at, say("`%s` is too much here: one value is wanted"),
               fault_quote(scan->reader, scan->at, strlen(scan->at)));
    return false;
}
