/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_VARIED_H
#define CLI_VARIED_H

#include "cli/command.h"

/* A scenario opened once more with other values for some keys, as --set would give them. */
struct varied {
    struct reader *reader;
    struct scenario *scenario;
    int layout;
    struct study study;
};

/** @param set  "path=value" [n], after the command line's own. varied_close whatever the status.
 * @return OK; ERR_SCENARIO (faults were printed); ERR_USAGE (no such layout); ERR_FILE; ERR_MEMORY. */
enum status varied_open(const struct options *options, int n, const char *const set[], struct varied *varied);
void varied_close(struct varied *varied);

/* PATH=LOW..HIGH[:STEP]: a quantity that is varied. Units stand behind the numbers; x0.8..x1.2 multiplies. */
struct axis {
    const char *path;
    int n;
    double *x;          /* [n] numbers as written */
    const char **text;  /* [n] values as --set takes them */
    const char **set;   /* [n] path=value */
};

/** Reads an axis; complains. Without a step: by 1 if low and high are whole and at most 20 apart, else 5 values.
 * @return OK; ERR_USAGE; ERR_MEMORY. Memory in the arena. */
enum status axis_read(const char *written, struct arena *arena, struct axis *axis);

#endif
