/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>

/* A line on stderr that renews itself, on a terminal only: days done, days a second, how far from the
 * precision, time left. */
struct progress {
    bool shown, drawn;
    double start_s, last_s;
};

void progress_start(struct progress *progress, bool quiet);
void progress_show(struct progress *progress, int days, int wanted, double lack);
void progress_end(struct progress *progress);

#endif
