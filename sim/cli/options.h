/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/command.h"

enum option_id {
    OPTION_LAYOUT, OPTION_SET, OPTION_SEED, OPTION_DAYS, OPTION_DAYS_AT_MOST, OPTION_PRECISION, OPTION_CONFIDENCE, OPTION_THREADS,
    OPTION_OUT, OPTION_FORCE, OPTION_FORMAT, OPTION_LANG, OPTION_QUIET, OPTION_DAY, OPTION_TRACE, OPTION_VERIFY, OPTION_NO_CHARTS,
    OPTION_ALLOW_OUTSIDE, OPTION_GOAL, OPTION_REFERENCE, OPTION_VARY, OPTION_LASTING, OPTION_TIME_AT_MOST, OPTION_LIST, OPTION_SLIDES, OPTION_ANIMATE, OPTION_HELP, OPTIONS
};

#define TAKES(id) (1u << (id))

/**
 * Reads the command line. `--help`, alone or after a command, prints and leaves *command NULL.
 * @return OK; ERR_USAGE (complained, with the nearest word that's known); ERR_MEMORY. options_free whatever
 *         the status.
 */
enum status options_read(int argc, char *argv[], struct options *options, const struct command **command);
void options_free(struct options *options);

/** The name of the first of these options that was given; NULL if none was. */
const char *option_given(const struct options *options, unsigned ids);

#endif
