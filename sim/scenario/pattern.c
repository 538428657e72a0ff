/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/pattern.h"

#include <string.h>

#define CLOCK "[0-9]{1,2}:[0-5][0-9](:[0-5][0-9])?"

static const char number[] = "[-+−]?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)([eE][-+]?[0-9]+)?";
static const char between[] = "\\s*(\\.\\.|-|–|—|…)\\s*";

const char pattern_clock[] = CLOCK;
const char pattern_window[] = CLOCK "\\s*(\\.\\.|-|–|—|…)\\s*" CLOCK;
const char pattern_flag[] =
    "[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]";

static bool is_sign(const char *unit)
{
    return strncmp(unit, "¥", strlen("¥")) == 0 || strncmp(unit, "￥", strlen("￥")) == 0;
}

/* Blanks may stand around the slash. */
static void add_unit(struct text *out, const char *unit)
{
    for (; *unit; unit++)
        if (*unit == '/')
            text_add(out, " */ *");
        else
            text_add_n(out, unit, 1);
}

static void add_units(struct text *out, enum dimension dimension, bool behind_sign)
{
    const char *gap = "(";

    for (const struct unit *unit = unit_table; unit->name; unit++) {
        const char *slash = strchr(unit->name, '/');
        if (unit->dimension != dimension || (behind_sign && !is_sign(unit->name)))
            continue;
        text_add(out, gap);
        add_unit(out, behind_sign ? (slash ? slash : "") : unit->name);
        gap = "|";
    }
    if (*gap == '|')
        text_add(out, ")");
}

static bool takes_sign(enum dimension dimension)
{
    return dimension == MONEY || dimension == WAGE || dimension == ENERGY_PRICE;
}

void pattern_quantity(struct text *out, enum dimension dimension)
{
    bool words = !dimension_unit(dimension);

    text_print(out, "(%s\\s*", number);
    add_units(out, dimension, false);
    text_add(out, words && dimension == HEADS ? "?" : "");
    if (takes_sign(dimension)) {
        text_print(out, "|[¥￥]\\s*%s\\s*", number);
        add_units(out, dimension, true);
    }
    text_add(out, ")");
}

void pattern_band(struct text *out, enum dimension dimension)
{
    text_print(out, "(%s\\s*", number);
    add_units(out, dimension, false);
    text_print(out, "%s%s)?", dimension_unit(dimension) || dimension == HEADS ? "?" : "", between);
    pattern_quantity(out, dimension);
}

void pattern_distribution(struct text *out, enum dimension dimension)
{
    text_add(out, "(");
    pattern_quantity(out, dimension);
    text_add(out, "|(");
    for (int i = DIST_NONE + 1; i < DIST_FAMILIES; i++)
        text_print(out, "%s%s", i > DIST_NONE + 1 ? "|" : "", distribution_families[i].name);
    text_add(out, ")\\s*\\(.*\\)\\s*");
    add_units(out, dimension, false);
    text_add(out, dimension_unit(dimension) || dimension == HEADS ? "?)" : ")");
}
