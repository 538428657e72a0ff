/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/call.h"

#include <ctype.h>
#include <string.h>

/* `lognormal(mean 25 s, cv 0.5)`, `normal(-2, 4) °C`, `40 s`: a family, its parameters by name or
 * by place, each with its unit or one unit for all of them at the end. */

static size_t word_length(const char *p)
{
    size_t n = 0;
    while (isalpha((unsigned char)p[n]) || (n && (p[n] == '_' || p[n] == '-')))
        n++;
    return n;
}

static bool is_word(const char *word, size_t n, const char *name)
{
    return strlen(name) == n && strncmp(word, name, n) == 0;
}

/* The spread of a temperature is a difference, whose unit is K. */
static enum dimension dimension_of(const struct call *call, int parameter)
{
    const struct distribution_family *row = distribution_families + call->family;
    enum dimension whole = call->scan.field->dimension;

    if (!row->parameter[parameter].scales)
        return NUMBER;
    return whole == TEMPERATURE && strcmp(row->parameter[parameter].name, "sd") == 0 ? DIFFERENCE
                                                                                     : whole;
}

static const char *parameters_listed(struct reader *reader, enum family family)
{
    const struct distribution_family *row = distribution_families + family;
    const char *all = "";

    for (int i = 0; all && i < row->n_parameters; i++)
        all = arena_print(&reader->arena, "%s%s%s", all, i ? ", " : "", row->parameter[i].name);
    return all ? all : "";
}

/* Which parameter a name or, without one, the place means; -1 with a fault noted. */
static int parameter_here(struct call *call, int place)
{
    const struct distribution_family *row = distribution_families + call->family;
    struct scan *scan = &call->scan;

    scan_blanks(scan);
    const char *start = scan->at;
    size_t n = word_length(start);
    for (int i = 0; n && i < row->n_parameters; i++)
        if (is_word(start, n, row->parameter[i].name)) {
            scan->at += n;
            if (!scan_take(scan, "="))
                scan_take(scan, ":");
            return i;
        }
    if (n)
        scan_fault(scan, start, say("%s has no `%s`; its parameters are: %s"), row->name,
                   fault_quote(scan->reader, start, n),
                   parameters_listed(scan->reader, call->family));
    else if (place >= row->n_parameters)
        scan_fault(scan, start, say("this is too much; the parameters of %s are: %s"), row->name,
                   parameters_listed(scan->reader, call->family));
    return n || place >= row->n_parameters ? -1 : place;
}

static bool parameter_in_bounds(const struct call *call, int at, const char *start, double x)
{
    const struct distribution_family *row = distribution_families + call->family;
    struct field bounds = {.key = row->parameter[at].name,
                           .low = row->parameter[at].low,
                           .high = row->parameter[at].high};
    struct scan scan = call->scan;

    if (bounds.low >= bounds.high)
        return true;
    scan.field = &bounds;
    return scan_in_bounds(&scan, start, dimension_of(call, at), x);
}

static bool read_parameter(struct call *call, int place)
{
    struct scan *scan = &call->scan;
    int at = parameter_here(call, place);

    if (at < 0)
        return false;
    scan_blanks(scan);
    const char *start = scan->at;
    const struct unit *later = dimension_of(call, at) == NUMBER ? NULL : call->unit;
    if (call->given[at]) {
        scan_fault(scan, start, say("`%s` is given twice"),
                   distribution_families[call->family].parameter[at].name);
        return false;
    }
    if (!scan_quantity(scan, dimension_of(call, at), later, &call->out->parameter[at]))
        return false;
    call->given[at] = true;
    return parameter_in_bounds(call, at, start, call->out->parameter[at]);
}

static bool read_parameters(struct call *call)
{
    const struct distribution_family *row = distribution_families + call->family;

    for (int place = 0; !call_at_close(call); place++)
        if (!read_parameter(call, place) || !call_next_one(call))
            return false;
    for (int i = 0; i < row->n_parameters; i++)
        if (!call->given[i]) {
            scan_fault(&call->scan, call->close, say("%s lacks `%s`; its parameters are: %s"),
                       row->name, row->parameter[i].name,
                       parameters_listed(call->scan.reader, call->family));
            return false;
        }
    return true;
}

static bool find_family(struct call *call, size_t n)
{
    const char *names[DIST_FAMILIES];
    struct reader *reader = call->scan.reader;
    int known = 0;

    for (int i = DIST_NONE + 1; i < DIST_FAMILIES; i++) {
        names[known++] = distribution_families[i].name;
        if (is_word(call->start, n, distribution_families[i].name)) {
            call->family = (enum family)i;
            return true;
        }
    }
    const char *wrong = arena_text(&reader->arena, call->start, n);
    scan_fault(&call->scan, call->start, say("there is no distribution `%s`%s"),
               fault_quote(reader, call->start, n),
               wrong ? fault_nearest(reader, wrong, known, names) : "");
    return false;
}

/* What stands around the parameters: the closing parenthesis and perhaps a unit. */
static bool find_close(struct call *call, const char *open)
{
    struct scan behind = call->scan;

    call->close = strrchr(open, ')');
    if (!call->close) {
        scan_fault(&call->scan, open,
                   say("this parenthesis isn't closed; inside { } or [ ] a value "
                       "with commas needs quotes"));
        return false;
    }
    behind.at = call->close + 1;
    return scan_unit(&behind, call->scan.field->dimension, &call->unit) && scan_end(&behind);
}

static enum status read_call(struct call *call, const char *open, bool *fine)
{
    *fine = find_family(call, word_length(call->start)) && find_close(call, open);
    if (!*fine)
        return OK;
    call->scan.at = open + 1;
    call->out->family = call->family;
    if (call->family == DIST_DISCRETE)
        return call_read_discrete(call, fine);
    if (call->family == DIST_EMPIRICAL)
        return call_read_empirical(call, fine);
    *fine = read_parameters(call);
    return OK;
}

static bool read_constant(struct call *call)
{
    struct scan *scan = &call->scan;

    if (word_length(scan->at)) {
        scan_fault(scan, scan->at, say("a distribution or a number is wanted here, not `%s`"),
                   fault_quote(scan->reader, scan->at, strlen(scan->at)));
        return false;
    }
    call->out->family = DIST_CONSTANT;
    return scan_quantity(scan, scan->field->dimension, NULL, &call->out->parameter[0])
           && scan_end(scan);
}

enum status bind_distribution(struct reader *reader, const struct yaml_node *node,
                              const struct field *field, double factor, void *lands)
{
    struct distribution out = {0};
    struct call call = {.scan = scan_of(reader, node, field, factor), .out = &out};
    bool fine;

    scan_blanks(&call.scan);
    call.start = call.scan.at;
    const char *open = call.start + word_length(call.start);
    open += strspn(open, " ");
    if (*open == '(' && open > call.start)
        TRY(read_call(&call, open, &fine));
    else
        fine = read_constant(&call);
    const char *wrong = fine ? distribution_fault(&out) : NULL;
    if (wrong)
        scan_fault(&call.scan, call.start, "%s", say(wrong));
    if (!fine || wrong)
        return OK;
    if (factor != 1)
        TRY(distribution_scale(&out, factor, &reader->arena));
    if (scan_in_bounds(&call.scan, call.start, field->dimension, distribution_mean(&out)))
        *(struct distribution *)lands = out;
    return OK;
}
