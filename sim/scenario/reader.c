/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <stdlib.h>
#include <string.h>

enum status reader_grow(void **array, int n, int *room, size_t size)
{
    if (n < *room)
        return OK;
    int wider = *room ? 2 * *room : 64;
    void *grown = realloc(*array, (size_t)wider * size);
    if (!grown)
        return ERR_MEMORY;
    *array = grown;
    *room = wider;
    return OK;
}

enum status reader_open(const char *path, const struct reader_options *options,
                        struct reader **reader)
{
    *reader = calloc(1, sizeof **reader);
    if (!*reader)
        return ERR_MEMORY;
    (*reader)->allow_outside = options->allow_outside;
    const char *kept = arena_text(&(*reader)->arena, path, strlen(path));
    if (!kept)
        return ERR_MEMORY;
    TRY(extends_load(*reader, kept));
    TRY(override_all(*reader, options));
    return (*reader)->starved ? ERR_MEMORY : OK;
}

enum status reader_open_text(const char *name, const char *text, struct reader **reader)
{
    *reader = calloc(1, sizeof **reader);
    if (!*reader)
        return ERR_MEMORY;
    TRY(extends_text(*reader, name, text));
    return (*reader)->starved ? ERR_MEMORY : OK;
}

void reader_free(struct reader *reader)
{
    if (!reader)
        return;
    arena_free(&reader->arena);
    free(reader->fault);
    free(reader->landed);
    free(reader->extent);
    free(reader->change);
    free(reader);
}

struct arena *reader_arena(struct reader *reader)
{
    return &reader->arena;
}

uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
    return hash;
}

static uint64_t hash_node(const struct yaml_node *node)
{
    const char kind = (char)node->kind;
    uint64_t hash = hash_bytes(HASH_START, &kind, 1);

    if (node->text)
        hash = hash_bytes(hash, node->text, strlen(node->text));
    if (node->factor != 1)
        hash = hash_bytes(hash, (const char *)&node->factor, sizeof node->factor);
    uint64_t keys = 0;
    for (int i = 0; i < node->n; i++) {
        const struct yaml_pair *pair = node->pair + i;
        if (pair->key && tree_is_null(pair->value))
            continue; /* as if it weren't there */
        uint64_t inner = hash_node(pair->value);
        if (pair->key) /* a sum forgets the order, the hash of key and value together doesn't mix
                          them up */
            keys += hash_bytes(hash_bytes(inner, pair->key, strlen(pair->key)), "", 1);
        else
            hash = hash_bytes(hash, (const char *)&inner, sizeof inner);
    }
    return hash_bytes(hash, (const char *)&keys, sizeof keys);
}

uint64_t reader_hash(const struct reader *reader)
{
    uint64_t hash = reader->root ? hash_node(reader->root) : 0, files = 0;

    for (const struct content *content = reader->contents; content; content = content->next)
        files += content->hash;
    return hash_bytes(hash, (const char *)&files, sizeof files);
}
