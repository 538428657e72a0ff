/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/field.h"

/* An array, not a literal in a macro: its address has to be one and the same everywhere. */
const char REQUIRED[] = "(required)";
