/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/tree.h"

#include "core/say.h"
#include "scenario/inside.h"

#include <assert.h>
#include <string.h>
#include <unistr.h>

enum { SMALL_MAP = 8 }; /* up to here a plain search is quicker than hashing */

struct yaml_node *tree_node(struct reader *reader, enum node_kind kind, struct mark mark)
{
    if (++reader->nodes > MOST_NODES) {
        if (!reader->broken)
            reader_complain_at(
                reader, mark,
                say("the scenario grows past %d values here: more than samovar reads"), MOST_NODES);
        reader->broken = true;
        return NULL;
    }
    struct yaml_node *node = arena_take(&reader->arena, 1, sizeof *node);
    if (!node) {
        reader->starved = true;
        return NULL;
    }
    node->kind = kind;
    node->mark = mark;
    node->factor = 1;
    return node;
}

struct yaml_node *tree_scalar(struct reader *reader, struct mark mark, const char *text)
{
    struct yaml_node *node = tree_node(reader, NODE_SCALAR, mark);
    if (node) {
        node->text = text;
        node->plain = true;
    }
    return node;
}

struct yaml_node *tree_copy(struct reader *reader, const struct yaml_node *node)
{
    struct yaml_node *copy = tree_node(reader, node->kind, node->mark);

    if (!copy)
        return NULL;
    copy->plain = node->plain;
    copy->straight = node->straight;
    copy->text = node->text;
    for (int i = 0; i < node->n; i++) {
        struct yaml_node *value = tree_copy(reader, node->pair[i].value);
        if (!value
            || tree_add(reader, copy, node->pair[i].key, node->pair[i].key_mark, value) != OK)
            return NULL;
    }
    return copy;
}

static size_t hash_of(const char *key)
{
    size_t hash = hash_bytes(HASH_START, key, strlen(key));
    return hash ^ hash >> 29;
}

static void index_pair(struct yaml_node *map, int at)
{
    size_t mask = (size_t)map->slots - 1, slot = hash_of(map->pair[at].key) & mask;

    while (map->slot[slot])
        slot = (slot + 1) & mask;
    map->slot[slot] = at + 1;
}

static void index_all(struct yaml_node *map)
{
    memset(map->slot, 0, (size_t)map->slots * sizeof *map->slot);
    for (int i = 0; i < map->n; i++)
        index_pair(map, i);
}

static enum status grow(struct reader *reader, struct yaml_node *node)
{
    int room = node->room ? 2 * node->room : 4;
    struct yaml_pair *pair;

    TAKE(&reader->arena, pair, room);
    if (node->n)
        memcpy(pair, node->pair, (size_t)node->n * sizeof *pair);
    node->pair = pair;
    node->room = room;
    if (node->kind == NODE_MAP && room > SMALL_MAP) {
        TAKE(&reader->arena, node->slot, 4 * room);
        node->slots = 4 * room;
        index_all(node);
    }
    return OK;
}

enum status tree_add(struct reader *reader, struct yaml_node *node, const char *key,
                     struct mark key_mark, struct yaml_node *value)
{
    if (node->n == node->room)
        TRY(grow(reader, node));
    node->pair[node->n++] = (struct yaml_pair){key, key_mark, value};
    if (node->slots)
        index_pair(node, node->n - 1);
    node->has_null |= tree_is_null(value);
    return OK;
}

void tree_remove(struct yaml_node *map, int at)
{
    memmove(map->pair + at, map->pair + at + 1, (size_t)(map->n - at - 1) * sizeof *map->pair);
    map->n--;
    if (map->slots)
        index_all(map);
}

int tree_find(const struct yaml_node *map, const char *key)
{
    if (!map || map->kind != NODE_MAP)
        return -1;
    if (map->slots) {
        size_t mask = (size_t)map->slots - 1;
        for (size_t slot = hash_of(key) & mask; map->slot[slot]; slot = (slot + 1) & mask)
            if (map->slot[slot] <= map->n && strcmp(map->pair[map->slot[slot] - 1].key, key) == 0)
                return map->slot[slot] - 1;
        return -1;
    }
    for (int i = 0; i < map->n; i++)
        if (strcmp(map->pair[i].key, key) == 0)
            return i;
    return -1;
}

const struct yaml_node *tree_at(const struct yaml_node *root, const char *path)
{
    char step[128];

    while (root && *path) {
        size_t n = strcspn(path, ".");
        assert(n < sizeof step);
        memcpy(step, path, n);
        step[n] = '\0';
        int at = tree_find(root, step);
        root = at < 0 ? NULL : root->pair[at].value;
        path += n + (path[n] == '.');
    }
    return root;
}

bool tree_is_null(const struct yaml_node *node)
{
    return node->kind == NODE_SCALAR && node->plain
           && (strcmp(node->text, "null") == 0 || strcmp(node->text, "~") == 0);
}

bool tree_is_empty(const struct yaml_node *node)
{
    return node->kind == NODE_SCALAR && node->plain && !*node->text;
}

struct mark tree_mark(const struct yaml_node *scalar, const char *at)
{
    struct mark mark = scalar->mark;

    if (scalar->straight)
        mark.column +=
            !scalar->plain
            + (int)u8_mbsnlen((const uint8_t *)scalar->text, (size_t)(at - scalar->text));
    return mark;
}

struct mark yaml_mark(const struct yaml_node *node)
{
    return node->mark;
}

bool yaml_is_scalar(const struct yaml_node *node)
{
    return node->kind == NODE_SCALAR;
}

bool yaml_is_list(const struct yaml_node *node)
{
    return node->kind == NODE_LIST;
}

bool yaml_is_map(const struct yaml_node *node)
{
    return node->kind == NODE_MAP;
}

const char *yaml_scalar(const struct yaml_node *node)
{
    return node->kind == NODE_SCALAR ? node->text : NULL;
}

int yaml_length(const struct yaml_node *node)
{
    return node->n;
}

const struct yaml_node *yaml_item(const struct yaml_node *node, int i)
{
    assert(i >= 0 && i < node->n);
    return node->pair[i].value;
}

struct mark yaml_key_mark(const struct yaml_node *node, int i)
{
    return node->pair[i].key_mark;
}

const char *yaml_key(const struct yaml_node *node, int i)
{
    assert(node->kind == NODE_MAP && i >= 0 && i < node->n);
    return node->pair[i].key;
}
