/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_READER_H
#define SCENARIO_READER_H

#include "core/arena.h"
#include "core/text.h"
#include "scenario/field.h"

#include <stdint.h>
#include <stdio.h>

/* From a YAML file to C structs, through field tables. Knows units and tables, no drink.
 * Reading is in three steps:
 *   tree:  file (libyaml) + what it extends + --set  -> one tree of marked nodes
 *   bind:  tree + root table -> struct, every fault noted
 *   model: the model's own checks add faults by reader_complain, with the mark of any value that landed
 * and then either there are no faults, or all of them are printed and nothing runs. */

struct mark {
    const char *file; /* as the user named it; "--set" for an override */
    int line, column; /* from 1; column counts characters, not bytes */
};

struct reader_options {
    int n_sets;
    const char *const *set; /* "path.to.key=value" */
    int n_varied;           /* the last of them are of --vary: faults say so */
    bool allow_outside;     /* extends and CSVs may lie outside the scenario's folder */
};

/** Reads the file, what it extends, and the overrides; faults are noted, not printed.
 * `extends: base.yaml` (beside the file that says so): sections merge key by key, everything else
 * replaces, `null` or `~` takes a key of the base away (and elsewhere means: left out).
 * Limits, each refused with a sentence: 4 MiB a file, depth 32, 200,000 nodes after aliases, 1,000
 * anchors, a chain of 8 files that extend one another; ordinary files only.
 * @param[out] reader  to be given back by reader_free whatever the status
 * @return OK even when the text has faults (see reader_faults); ERR_FILE if the scenario itself can't
 *         be read (noted too, as a fault); ERR_MEMORY. */
enum status reader_open(const char *path, const struct reader_options *options,
                        struct reader **reader);
void reader_free(struct reader *reader);

/** The same of a text of the program's own, UTF-8, which has to outlive the reader; it can't name files.
 * @param name  stands in faults where a file's name would */
enum status reader_open_text(const char *name, const char *text, struct reader **reader);

/** The arena in which everything that is bound lives; lives as long as the reader. */
struct arena *reader_arena(struct reader *reader);

/** Binds the whole tree into `lands` (table->size bytes, zeroed by this call). Callable again, after
 * reader_override, into another struct. Notes faults: unknown keys (nearest name), missing keys, wrong
 * kinds, units, ranges, unknown names, duplicate keys, shares that don't add up.
 * @return OK (faults or not); ERR_MEMORY. */
enum status reader_bind(struct reader *reader, const struct table *root, void *lands);

/** Overrides a value in the tree, as --set does. Path: keys with dots between, `*` for every name or
 * item at that place, items of a list by their number from 1; a name with dots in it is found too.
 * Value: YAML where it starts with [ { " or ', else a scalar as it stands (`discrete(1: 70 %, ...)`
 * needs no quotes here); `null` leaves the key out; `x1.3` multiplies what is there by 1.3: the number,
 * distribution, share, count, band, curve, or the fallback of a key that isn't given. Overrides stack.
 * After reader_save, reader_restore undoes all since then, as often as wanted.
 * @param where  mark for faults, e.g. of the day type that asks for it */
enum status reader_override(struct reader *reader, const char *path, const char *value,
                            struct mark where);
void reader_save(struct reader *reader);
enum status reader_restore(struct reader *reader);

/** Where a value came from: address of the landed member (or of an item's `name`, of a share's `of` and
 * `share`, of a point's `time_s` and `value`). The nearest enclosing section's mark if it was a
 * fallback. A SECTION shares its address with its first member, which then answers. */
struct mark reader_mark(const struct reader *reader, const void *landed);

/** Whether the member was given in the scenario (not a fallback). */
bool reader_given(const struct reader *reader, const void *landed);

/** Notes a fault at a landed value. The sentence says what's wrong and what would be right. */
void reader_complain(struct reader *reader, const void *landed, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void reader_complain_at(struct reader *reader, struct mark mark, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Looks a reference up among names[n]; notes a fault with the nearest name if it isn't there.
 * @param what  "node", "drink": for the sentence */
void reader_resolve(struct reader *reader, struct reference *reference, const char *what, int n,
                    const char *const names[]);

/** How many faults were noted. */
int reader_faults(const struct reader *reader);

/** Prints every fault, sorted by file, line, column, as
 *     file:line:col: sentence
 *       source line
 *       ^
 * and at most 50, then how many more. Tabs and wide characters in the source line keep the caret in
 * place. */
void reader_print_faults(const struct reader *reader, FILE *out);

/** A CSV that the scenario names (empirical distributions, counts): opened under the same folder rule.
 * One column of numbers by name; faults are noted at `mark`. Values land in the arena. */
enum status reader_csv_column(struct reader *reader, struct mark mark, const char *file,
                              const char *column, int *n, double **values);
/** The same for a column of clock times ("07:45" or "2024-03-01 07:45:10" -> seconds after midnight). */
enum status reader_csv_clock(struct reader *reader, struct mark mark, const char *file,
                             const char *column, int *n, double **values);

/* For FIELD_CUSTOM parsers. */
struct mark yaml_mark(const struct yaml_node *node);
bool yaml_is_scalar(const struct yaml_node *node);
bool yaml_is_list(const struct yaml_node *node);
bool yaml_is_map(const struct yaml_node *node);
const char *yaml_scalar(const struct yaml_node *node);             /* NULL if not a scalar */
int yaml_length(const struct yaml_node *node);                     /* items of a list or pairs of a map */
const struct yaml_node *yaml_item(const struct yaml_node *node, int i); /* of a list; value of a pair */
const char *yaml_key(const struct yaml_node *node, int i);         /* of a map */
struct mark yaml_key_mark(const struct yaml_node *node, int i);
/** Binds one node by a field row (kind, dimension, bounds), as the reader does for its own. */
enum status reader_bind_value(struct reader *reader, const struct yaml_node *node,
                              const struct field *field, void *lands);

/** FNV-1a 64 over the resolved tree (after extends and --set; comments and order of keys don't matter)
 * and over the content of the CSVs read so far: the scenario hash of manifest and store. */
uint64_t reader_hash(const struct reader *reader);

#endif
