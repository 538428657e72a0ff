/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "cli/command.h"
#include "plots/sketch.h"

/** How charts may look on stdout. @return false: none are shown, as it's no terminal, or too narrow, or because of
 * --quiet or --format. */
bool terminal_look(const struct options *options, struct sketch_look *look);

/** Prints a text that was made for a terminal, colours included. @return OK; ERR_MEMORY */
enum status terminal_print(const struct text *text);

#endif
