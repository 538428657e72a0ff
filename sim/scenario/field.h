/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_FIELD_H
#define SCENARIO_FIELD_H

#include "random/distribution.h"
#include "scenario/unit.h"

#include <stdbool.h>
#include <stddef.h>

/* A field table says what a section of a scenario may hold and where it lands. The same table feeds
 * the reader, `samovar explain`, the JSON Schema, the README's reference and the fuzzer's dictionary. */

enum field_kind {
    FIELD_QUANTITY,     /* number with unit            -> double, SI */
    FIELD_COUNT,        /* whole number                -> int */
    FIELD_FLAG,         /* yes/no, true/false, on/off  -> bool */
    FIELD_TEXT,         /* any text                    -> const char * */
    FIELD_CLOCK,        /* 07:45 or 07:45:30           -> double, seconds after midnight */
    FIELD_WINDOW,       /* 06:30 - 09:00               -> struct band, seconds after midnight */
    FIELD_CHOICE,       /* one of words[]              -> int, its index */
    FIELD_DISTRIBUTION, /* lognormal(...) or constant  -> struct distribution */
    FIELD_BAND,         /* `55 - 70 °C`, `1..3`, one number means low = high -> struct band, SI */
    FIELD_NAME,         /* a name in the map `refers`  -> struct reference */
    FIELD_NAMES,        /* one name or a list of them  -> struct references */
    FIELD_SHARES,       /* {name: 60 %, ...}           -> struct shares, each share in 0..1; just a name
                           means 100 % of it */
    FIELD_COUNTS,       /* {name: 150, ...}: name -> quantity  -> struct shares */
    FIELD_SECTION,      /* a mapping                   -> struct of table->size, in place */
    FIELD_OPTIONAL,     /* the same, may be left out   -> pointer to it, NULL when left out */
    FIELD_MAP,          /* {name: {...}, ...}          -> struct items; each starts with const char *name */
    FIELD_LIST,         /* [{...}, ...]                -> struct items */
    FIELD_CURVE,        /* [[07:00, 120 /h], ...]      -> struct curve: clock, quantity; times never go back;
                           a plain quantity is one point at 00:00 */
    FIELD_CUSTOM        /* anything else               -> parsed by `custom` */
};

struct band {
    double low, high;
};

struct reference {
    const char *name; /* NULL when left out */
    int index;        /* in the map referred to; -1 while unresolved */
};

struct references {
    int n;
    struct reference *item;
};

struct shares {
    int n;
    struct share {
        struct reference of;
        double share;
    } *item;
};

/** What is said of an item of the map that is referred to; -1: nothing. */
static inline double shares_of(const struct shares *shares, int item)
{
    for (int i = 0; i < shares->n; i++)
        if (shares->item[i].of.index == item)
            return shares->item[i].share;
    return -1;
}

struct items {
    int n;
    void *item; /* n elements of table->size */
};

struct curve {
    int n;
    struct curve_point {
        double time_s, value;
    } *point;
};

struct reader;
struct yaml_node;

struct field {
    const char *key;           /* `*`: any name; the one row of its table, a MAP: the section is the map */
    enum field_kind kind;
    enum dimension dimension;  /* of QUANTITY, DISTRIBUTION, BAND, COUNTS and CURVE values */
    size_t offset;             /* where it lands; the macro LANDS(struct, member) */
    double low, high;          /* bounds, inclusive, SI; of every number (a distribution's mean);
                                  0, 0: none, but a clock then lies in 00:00 .. 24:00 */
    const char *fallback;      /* as it would be written, e.g. "25 s"; REQUIRED; NULL: absent, which is
                                  NAN, a DIST_NONE, a NULL pointer, n = 0, false, or -1 for COUNT and CHOICE;
                                  a SECTION left out is bound as if it were {} */
    const char *meaning;       /* one English line for explain; no full stop */
    const struct table *table; /* SECTION, OPTIONAL, MAP, LIST: of the element */
    const char *refers;        /* NAME, NAMES, SHARES, COUNTS: path of a map from the root, e.g. "drinks"
                                  or "site.nodes"; NULL: any name, left for the model to resolve */
    const char *const *words;  /* CHOICE: NULL-terminated */
    enum status (*custom)(struct reader *reader, const struct yaml_node *node, void *lands);
    const char *custom_schema; /* CUSTOM: a JSON Schema as text */
    const char *example;       /* for explain where the fallback doesn't show it; may be NULL */
    const char *absent;        /* for explain: what a key that is left out comes to; NULL: "none" */
};

struct table {
    const char *name;    /* "group", "drink": for messages */
    const char *meaning; /* one line for explain */
    size_t size;
    int n;
    const struct field *field;
};

/* The fallback of a field that must be given. Compared by address. */
extern const char REQUIRED[];

#define LANDS(type, member) offsetof(type, member)
#define TABLE(name, meaning, type, fields)                                                         \
    {name, meaning, sizeof(type), (int)(sizeof(fields) / sizeof *(fields)), fields}

/* SHARES must sum to 1 within 1e-6 unless low < high bounds say otherwise:
 * low, high of a SHARES field bound the sum (e.g. 1,1 or 0,1). */

#endif
