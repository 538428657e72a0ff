/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <limits.h>
#include <math.h>
#include <string.h>
#include <strings.h>

enum status bind_quantity(struct reader *reader, const struct yaml_node *node,
                          const struct field *field, double factor, void *lands)
{
    struct scan scan = scan_of(reader, node, field, factor);
    double si;

    if (scan_quantity(&scan, field->dimension, NULL, &si) && scan_end(&scan)
        && scan_in_bounds(&scan, node->text, field->dimension, si * factor))
        *(double *)lands = si * factor;
    return OK;
}

enum status bind_count(struct reader *reader, const struct yaml_node *node,
                       const struct field *field, double factor, void *lands)
{
    struct scan scan = scan_of(reader, node, field, factor);
    double number;

    if (!scan_quantity(&scan, HEADS, NULL, &number) || !scan_end(&scan))
        return OK;
    if (number != nearbyint(number)) {
        scan_fault(&scan, node->text, say("`%s` is counted in whole numbers"), field->key);
        return OK;
    }
    number = nearbyint(number * factor);
    if (!scan_in_bounds(&scan, node->text, NUMBER, number))
        return OK;
    if (fabs(number) > INT_MAX)
        scan_fault(&scan, node->text, say("this number is too long or too large"));
    else
        *(int *)lands = (int)number;
    return OK;
}

enum status bind_flag(struct reader *reader, const struct yaml_node *node,
                      const struct field *field, double factor, void *lands)
{
    static const char *const words[] = {"no", "yes", "false", "true", "off", "on"};
    struct scan scan = scan_of(reader, node, field, factor);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(node->text, words[i]) == 0) {
            *(bool *)lands = i % 2;
            return OK;
        }
    scan_fault(&scan, node->text, say("`%s` is either yes or no"), field->key);
    return OK;
}

enum status bind_text(struct reader *reader, const struct yaml_node *node,
                      const struct field *field, double factor, void *lands)
{
    (void)reader, (void)field, (void)factor;
    *(const char **)lands = node->text;
    return OK;
}

enum status bind_clock(struct reader *reader, const struct yaml_node *node,
                       const struct field *field, double factor, void *lands)
{
    struct scan scan = scan_of(reader, node, field, factor);
    double seconds;

    if (scan_clock(&scan, &seconds) && scan_end(&scan)
        && scan_in_bounds(&scan, node->text, DURATION, seconds))
        *(double *)lands = seconds;
    return OK;
}

static int count_words(const char *const *words)
{
    int n = 0;
    while (words[n])
        n++;
    return n;
}

void words_list(int n, const char *const words[], struct text *out)
{
    for (int i = 0; i < n; i++)
        text_print(out, "%s%s", i == 0 ? "" : i + 1 < n ? say(", ") : say(" or "), words[i]);
}

/* "; did you mean `zh`?" of a word that is known to stand for one that may be written; else "". */
static const char *word_meant(struct reader *reader, const struct field *field, const char *written)
{
    for (const char *const *pair = field->also; pair && *pair; pair += 2)
        if (strcasecmp(pair[0], written) == 0) {
            const char *hint = arena_print(&reader->arena, say("; did you mean `%s`?"), pair[1]);
            return hint ? hint : "";
        }
    return "";
}

enum status bind_choice(struct reader *reader, const struct yaml_node *node,
                        const struct field *field, double factor, void *lands)
{
    struct scan scan = scan_of(reader, node, field, factor);
    struct text known = {0};
    int n = count_words(field->words);

    for (int i = 0; i < n; i++)
        if (strcmp(node->text, field->words[i]) == 0) {
            *(int *)lands = i;
            return OK;
        }
    words_list(n, field->words, &known);
    const char *meant = word_meant(reader, field, node->text);
    scan_fault(&scan, node->text, say("`%s` isn't one of %s%s"),
               fault_quote(reader, node->text, strlen(node->text)), text_c(&known),
               *meant ? meant : fault_nearest(reader, node->text, n, field->words));
    text_free(&known);
    return OK;
}

static bool between(struct scan *scan)
{
    static const char *const signs[] = {"..", "-", "–", "—", "…"};

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (scan_take(scan, signs[i]))
            return true;
    return false;
}

static bool in_order(const struct scan *scan, const char *second, const struct band *band)
{
    if (band->low <= band->high)
        return true;
    scan_fault(scan, second, say("a range must not end before it begins"));
    return false;
}

/* `55 - 70 °C`: the second unit counts for the first number too. */
static bool scan_band(struct scan *scan, enum dimension dimension, struct band *band)
{
    const struct unit *unit;
    double first;

    scan_blanks(scan);
    const char *start = scan->at;
    if (!scan_number(scan, dimension, &first) || !scan_unit(scan, dimension, &unit))
        return false;
    bool bare = !unit;
    scan_blanks(scan);
    if (!between(scan)) {
        if (bare && !scan_needs_no_unit(scan, start, dimension))
            return false;
        band->low = band->high = unit ? unit_to_si(unit, first) : first;
        return true;
    }
    scan_blanks(scan);
    const char *second = scan->at;
    if (!scan_quantity(scan, dimension, NULL, &band->high))
        return false;
    if (bare) { /* the unit was read once already, so it's known */
        struct scan again = *scan;
        double number;
        again.at = second;
        if (!scan_number(&again, dimension, &number) || !scan_unit(&again, dimension, &unit))
            return false;
    }
    band->low = unit ? unit_to_si(unit, first) : first;
    return in_order(scan, second, band);
}

enum status bind_band(struct reader *reader, const struct yaml_node *node,
                      const struct field *field, double factor, void *lands)
{
    struct scan scan = scan_of(reader, node, field, factor);
    struct band band;

    if (!scan_band(&scan, field->dimension, &band) || !scan_end(&scan))
        return OK;
    band.low *= factor;
    band.high *= factor;
    if (scan_in_bounds(&scan, node->text, field->dimension, band.low)
        && scan_in_bounds(&scan, node->text, field->dimension, band.high))
        *(struct band *)lands = band;
    return OK;
}

enum status bind_window(struct reader *reader, const struct yaml_node *node,
                        const struct field *field, double factor, void *lands)
{
    struct scan scan = scan_of(reader, node, field, factor);
    struct band window;

    if (!scan_clock(&scan, &window.low))
        return OK;
    if (!between(&scan)) {
        scan_fault(&scan, scan.at, say("a second time is missing, as in 06:30 - 09:00"));
        return OK;
    }
    scan_blanks(&scan);
    const char *second = scan.at;
    if (scan_clock(&scan, &window.high) && scan_end(&scan) && in_order(&scan, second, &window)
        && scan_in_bounds(&scan, node->text, DURATION, window.low)
        && scan_in_bounds(&scan, second, DURATION, window.high))
        *(struct band *)lands = window;
    return OK;
}
