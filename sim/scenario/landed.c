/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/inside.h"

#include <stdlib.h>

/* Where every value came from, by the address it landed at. Only what was given is kept; for a
 * fallback the smallest section around it answers. */

static size_t slot_of(const struct reader *reader, const void *address)
{
    size_t mask = (size_t)reader->landed_room - 1;
    size_t slot = ((uintptr_t)address * 0x9E3779B97F4A7C15u) >> 20 & mask;

    while (reader->landed[slot].address && reader->landed[slot].address != address)
        slot = (slot + 1) & mask;
    return slot;
}

static enum status widen(struct reader *reader)
{
    struct landed *old = reader->landed;
    int old_room = reader->landed_room;
    int room = old_room ? 2 * old_room : 1024;
    struct landed *fresh = calloc((size_t)room, sizeof *fresh);

    if (!fresh)
        return ERR_MEMORY;
    reader->landed = fresh;
    reader->landed_room = room;
    for (int i = 0; i < old_room; i++)
        if (old[i].address)
            fresh[slot_of(reader, old[i].address)] = old[i];
    free(old);
    return OK;
}

enum status landed_note(struct reader *reader, const void *address, struct mark mark)
{
    if (2 * reader->n_landed >= reader->landed_room)
        TRY(widen(reader));
    struct landed *landed = reader->landed + slot_of(reader, address);
    if (!landed->address)
        reader->n_landed++;
    *landed = (struct landed){address, mark, true};
    return OK;
}

static const struct landed *find(const struct reader *reader, const void *address)
{
    if (!reader->landed_room)
        return NULL;
    const struct landed *landed = reader->landed + slot_of(reader, address);
    return landed->address && landed->given ? landed : NULL;
}

/* A struct may be bound a second time, with less given. */
void landed_forget(struct reader *reader, const void *address)
{
    if (find(reader, address))
        reader->landed[slot_of(reader, address)].given = false;
}

enum status landed_extent(struct reader *reader, const void *start, size_t size, struct mark mark)
{
    TRY(GROW(reader->extent, reader->n_extents, reader->extent_room));
    reader->extent[reader->n_extents++] = (struct extent){start, size, mark};
    return OK;
}

struct mark reader_mark(const struct reader *reader, const void *address)
{
    const struct landed *landed = find(reader, address);
    struct mark mark = reader->root ? reader->root->mark : (struct mark){"", 0, 0};
    size_t least = SIZE_MAX;

    if (landed)
        return landed->mark;
    for (int i = reader->n_extents - 1; i >= 0; i--) { /* the latest binding of an address counts */
        const struct extent *extent = reader->extent + i;
        size_t into = (uintptr_t)address - (uintptr_t)extent->start;
        if (into < extent->size && extent->size < least) {
            least = extent->size;
            mark = extent->mark;
        }
    }
    return mark;
}

bool reader_given(const struct reader *reader, const void *address)
{
    return find(reader, address) != NULL;
}
