/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_INSIDE_H
#define SCENARIO_INSIDE_H

#include "scenario/reader.h"
#include "scenario/tree.h"

#include <stdarg.h>

/* What the files of sim/scenario share and nobody else sees. */

enum {
    MOST_BYTES = 4 << 20,
    MOST_CSV_BYTES = 64 << 20,
    MOST_DEPTH = 32,
    MOST_NODES = 200000,
    MOST_BASES = 8,
    MOST_ANCHORS = 1000,
    MOST_FAULTS = 1000, /* kept; the rest only adds "and more" */
    MOST_PRINTED = 50,
    MOST_NEAREST = 256  /* names among which a misspelt one is sought */
};

struct source {
    const char *name; /* as the user named it */
    const char *bytes;
    size_t n;
    struct source *next;
};

struct fault {
    struct mark mark;
    const char *sentence;
};

struct landed {
    const void *address;
    struct mark mark;
    bool given;
};

struct extent { /* a section that landed: a fallback in it has its mark */
    const char *start;
    size_t size;
    struct mark mark;
};

struct change { /* one step of the way back for reader_restore */
    struct yaml_node *node;
    int pair; /* -1: the factor changed */
    struct yaml_pair before;
    double factor;
    struct mark factor_mark;
};

struct reader {
    struct arena arena;
    struct source *sources;
    const char *folder; /* real path of the scenario's folder */
    bool allow_outside;
    bool broken;  /* the text couldn't be read: there is no tree to bind */
    bool starved; /* memory ran out where no status could be returned */
    int nodes;
    struct yaml_node *root;
    const struct table *table; /* the root table, while binding */
    struct mark key_mark;      /* of the field being bound, for the section it may be */
    const struct yaml_node *scaled; /* the last node whose factor was applied */
    struct content { /* of the CSVs read so far, each once */
        uint64_t hash;
        struct content *next;
    } *contents;

    int n_faults, fault_room;
    bool more_faults;
    struct fault *fault;

    int n_landed, landed_room;
    struct landed *landed; /* open addressing, room a power of two */
    int n_extents, extent_room;
    struct extent *extent;

    int n_changes, change_room, saved_nodes;
    bool saved;
    struct change *change;
};

/** Makes room for one more in an array that realloc grows. */
enum status reader_grow(void **array, int n, int *room, size_t size);
#define GROW(array, n, room) reader_grow((void **)&(array), (n), &(room), sizeof *(array))

/** FNV-1a 64 of more bytes; starts from HASH_START. */
uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t n);
#define HASH_START UINT64_C(14695981039346656037)

/* source.c */
/** Loads a file under the folder rule. Faults are noted at `asked`.
 * @param[out] source  NULL where it couldn't be read
 * @param[out] real    its real path, in the arena */
enum status source_load(struct reader *reader, const char *name, struct mark asked,
                        struct source **source, const char **real);
enum status source_add(struct reader *reader, const char *name, const char *bytes, size_t n,
                       struct source **source);
/** `file` as seen from the folder of `from`, in the arena. */
const char *source_beside(struct reader *reader, const char *from, const char *file);
/** Reads a file that a scenario names, beside the one that names it; checks the folder rule. */
enum status source_read(struct reader *reader, const char *name, struct mark asked, size_t most,
                        char **bytes, size_t *n, const char **real);
/** Notes a fault and returns false where the bytes are no UTF-8 text. */
bool source_is_text(struct reader *reader, const char *name, struct mark start, const char *bytes,
                    size_t n);
/** How many bytes of line break start at p: 0 where none does. As libyaml counts lines. */
size_t source_break(const char *p, const char *end);
/** The mark at `end` where the bytes from p on start at `mark`: counted as libyaml does. */
struct mark source_mark(struct mark mark, const char *p, const char *end);
/** The given line (from 1) without its break. */
const char *source_line(const struct source *source, int line, size_t *n);

/* extends.c */
enum status extends_load(struct reader *reader, const char *path);
enum status extends_text(struct reader *reader, const char *name, const char *text);

/* override.c, set.c */
/** Overrides the value at a path whose text stands at `where`, its value at `at_value`. */
enum status override_at(struct reader *reader, const char *path, const char *value, struct mark where,
                        struct mark at_value);
enum status override_all(struct reader *reader, const struct reader_options *options);

/* undo.c */
/** Keeps what an override is about to change, if reader_save was called. */
enum status undo_note(struct reader *reader, const struct change *change);

/* landed.c */
enum status landed_note(struct reader *reader, const void *address, struct mark mark);
void landed_forget(struct reader *reader, const void *address);
enum status landed_extent(struct reader *reader, const void *start, size_t size, struct mark mark);

/* fault.c */
/** A user's text for a sentence: cut to a readable length, control characters blanked out. */
const char *fault_quote(struct reader *reader, const char *text, size_t n);
/** "; did you mean `x`?" or "". */
const char *fault_nearest(struct reader *reader, const char *wrong, int n, const char *const names[]);
/** The same among the keys of a map. */
const char *fault_nearest_key(struct reader *reader, const char *wrong, const struct yaml_node *map);

/* scan.c: the text of one scalar, read from left to right. What returns bool has noted a fault where
 * it returns false. */
struct scan {
    struct reader *reader;
    const struct yaml_node *node;
    const struct field *field;
    double factor;
    const char *at;
};
struct scan scan_of(struct reader *reader, const struct yaml_node *node, const struct field *field,
                    double factor);
void scan_fault(const struct scan *scan, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void scan_blanks(struct scan *scan);
bool scan_take(struct scan *scan, const char *word); /* past blanks and the word, if it stands here */
bool scan_number(struct scan *scan, enum dimension dimension, double *number);
/** A unit of the dimension, if any stands here: else *unit is NULL. */
bool scan_unit(struct scan *scan, enum dimension dimension, const struct unit **unit);
/** A number with its unit, in SI. `later`: the unit that counts where none is written, or NULL. */
bool scan_quantity(struct scan *scan, enum dimension dimension, const struct unit *later, double *si);
/** The fault of a number that lacks a unit; true for dimensions that have none. */
bool scan_needs_no_unit(const struct scan *scan, const char *number, enum dimension dimension);
bool scan_clock(struct scan *scan, double *seconds);
bool scan_end(struct scan *scan);
/** Notes a fault where x, already times the factor, isn't within the field's bounds. */
bool scan_in_bounds(const struct scan *scan, const char *at, enum dimension dimension, double x);

/* value.c, shape.c, name.c, section.c: binders, one for each kind. The value counts times the factor; on a fault
 * what is there stays. */
typedef enum status binder(struct reader *reader, const struct yaml_node *node,
                           const struct field *field, double factor, void *lands);
binder bind_quantity, bind_count, bind_flag, bind_text, bind_clock, bind_window, bind_choice, bind_band,
    bind_distribution, bind_name, bind_names, bind_shares, bind_counts, bind_curve, bind_section,
    bind_optional, bind_map, bind_list;

/* "walk, e-bike or car" */
void words_list(int n, const char *const words[], struct text *out);

/* name.c */
/** The name, resolved where the field refers to a map; else a fault at `mark` and index -1. */
struct reference name_find(struct reader *reader, const char *name, struct mark mark,
                           const struct field *field);

/* key.c */
struct section {
    const struct table *table;
    const char *name;             /* of an entry of a map, else NULL */
    struct mark mark;             /* of its key */
    const struct yaml_node *node; /* NULL: left out, all its keys have their fallbacks */
    char *lands;
};
/** Notes that a key which must be given isn't. */
void key_missing(struct reader *reader, const struct section *section, const struct field *field);
/** Notes every key that the section's table doesn't have. */
void key_check(struct reader *reader, const struct section *section);

/* bind.c */
/** Leaves what a field that isn't given holds: NAN, NULL, -1 and so on. */
void bind_absent(const struct field *field, void *lands);
void bind_absent_fields(const struct table *table, char *lands);
/** The value by its kind, without a note of where it landed. */
enum status bind_value(struct reader *reader, const struct yaml_node *node, const struct field *field,
                       void *lands);
/** Notes that x1.3 makes no sense here. */
void bind_cannot_multiply(struct reader *reader, const struct yaml_node *node,
                          const struct field *field);
/** Notes "a list stands where ... is wanted". */
void bind_wrong_kind(struct reader *reader, const struct yaml_node *node, const char *wanted);
/* wide.c */

/** What full-width punctuation outside of quotes and comments of a line should have been; NULL if there's none. */
const char *wide_hint(const char *line, size_t n);
/** Where a full-width colon stands between a key and its braces or brackets; NULL if nowhere. */
const char *wide_colon(const char *line, size_t n);

#endif
