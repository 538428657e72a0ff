/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/inside.h"

/* The way back from overrides: what each one replaced, undone in the opposite order. */

enum status undo_note(struct reader *reader, const struct change *change)
{
    if (!reader->saved)
        return OK;
    TRY(GROW(reader->change, reader->n_changes, reader->change_room));
    reader->change[reader->n_changes++] = *change;
    return OK;
}

void reader_save(struct reader *reader)
{
    reader->saved = true;
    reader->n_changes = 0;
    reader->saved_nodes = reader->nodes;
}

static void undo(const struct change *change)
{
    if (change->pair < 0) {
        change->node->factor = change->factor;
        change->node->factor_mark = change->factor_mark;
    } else if (change->before.value) {
        change->node->pair[change->pair] = change->before;
    } else {
        tree_remove(change->node, change->pair);
    }
}

enum status reader_restore(struct reader *reader)
{
    if (!reader->saved)
        return ERR_USAGE;
    while (reader->n_changes)
        undo(reader->change + --reader->n_changes);
    reader->nodes = reader->saved_nodes;
    return OK;
}
