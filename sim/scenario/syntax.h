/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIO_SYNTAX_H
#define SCENARIO_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>

/** What libyaml's problem means to a planner, in the language of say().
 * @param tab           whether a tab stands there
 * @param[out] opening  whether the sentence is about where libyaml's context began */
const char *syntax_sentence(const char *problem, bool tab, bool *opening);

/** Whether a tab stands at the character with this index (not byte), or just before it. */
bool syntax_is_tab(const char *bytes, size_t n, size_t index);

#endif
