/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PATH_WORDS_H
#define CLI_PATH_WORDS_H

#include "core/arena.h"

/** What a path names, in words for a chart: "staff at south-gate (one-gate)" for layouts.one-gate.south-gate.staff. A path
 * that has no words of its own stays as it is.
 * @return in the arena; NULL if there's no memory. */
const char *path_words(struct arena *arena, const char *path);

#endif
