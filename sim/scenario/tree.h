/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_TREE_H
#define SCENARIO_TREE_H

#include "scenario/reader.h"

/* What libyaml's events become: nodes with marks. For the files of sim/scenario only. */

enum node_kind {
    NODE_SCALAR,
    NODE_LIST,
    NODE_MAP,
    NODE_ABSENT /* nothing was written; only a factor waits here for the fallback */
};

struct yaml_node {
    enum node_kind kind;
    bool plain;        /* a scalar without quotes: it may mean null */
    bool straight;     /* the text stands in the source as it is, so a caret may point into it */
    bool has_null;     /* a map: some value may be null */
    bool made;         /* by an override on its way to a key: its name may be a slip */
    bool by_wildcard;  /* the factor came through a `*`: nothing to multiply is fine */
    struct mark mark;
    const char *text;  /* of a scalar, and of a list or map in plain words for messages: NULL */
    int n, room;
    struct yaml_pair { /* an item of a list has no key */
        const char *key;
        struct mark key_mark;
        struct yaml_node *value;
    } *pair;
    int *slot; /* hash index of the keys of a large map: slots[hash] = pair + 1 */
    int slots;
    double factor; /* what is here counts times this; 1 almost always */
    struct mark factor_mark;
};

/** A node of its kind, counted; NULL without memory or past the limit of nodes (noted as a fault). */
struct yaml_node *tree_node(struct reader *reader, enum node_kind kind, struct mark mark);
struct yaml_node *tree_scalar(struct reader *reader, struct mark mark, const char *text);
struct yaml_node *tree_copy(struct reader *reader, const struct yaml_node *node);

/** Appends to a list (key NULL) or a map (key not yet there). O(1) amortised. */
enum status tree_add(struct reader *reader, struct yaml_node *node, const char *key,
                     struct mark key_mark, struct yaml_node *value);

/** Takes the pair out, keeping the order of the rest. O(n). */
void tree_remove(struct yaml_node *map, int at);

/** Index of a key's pair, -1 where it isn't there (or the node is NULL or no map). O(1). */
int tree_find(const struct yaml_node *map, const char *key);

/** The map at a path such as "site.nodes" from the root; NULL if there is none. */
const struct yaml_node *tree_at(const struct yaml_node *root, const char *path);

bool tree_is_null(const struct yaml_node *node);  /* a plain `null` or `~` */
bool tree_is_empty(const struct yaml_node *node); /* nothing after the colon */

/** The mark of a byte inside a scalar's text. */
struct mark tree_mark(const struct yaml_node *scalar, const char *at);

/** Reads bytes[n] of YAML; marks are counted from `start`. Notes faults.
 * @param[out] node  NULL where nothing could be read (then there's a fault) */
enum status tree_parse(struct reader *reader, struct mark start, const char *bytes, size_t n,
                       struct yaml_node **node);

/** Takes in what the map's `<<` names; keys that are there already stay. */
enum status tree_merge_keys(struct reader *reader, struct yaml_node *map);

/** A value of --set or a fallback: YAML where it starts with [ { " or ', else a scalar as it stands.
 * @param straight  whether `where` is the place of the value itself, so that marks move along in it */
enum status tree_value(struct reader *reader, struct mark where, bool straight, const char *value,
                       struct yaml_node **node);

#endif
