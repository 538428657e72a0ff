/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_GNUPLOT_H
#define PLOTS_GNUPLOT_H

#include "core/text.h"

#include <signal.h>

enum { GNUPLOT_MOST = 4 };

/**
 * Runs gnuplot processes side by side and waits for them.
 *
 * @param folder       where they work: all files are named from there, so that its name, which a
 *                     user chose, is in no command and in no argument
 * @param n            1 .. GNUPLOT_MOST
 * @param commands[n]  what each is told on its standard input   at most 64 KiB
 * @param limit_s      a process that hasn't ended after this time is killed
 * @param[out] message  on error one sentence, with the line in which gnuplot says what it minds
 * @return OK if all ended with 0; ERR_PIPE if gnuplot isn't there, failed or was killed
 *
 * Start-up files of the user aren't read: a chart looks the same on every desk. A gnuplot that dies
 * early raises no SIGPIPE here.
 */
enum status gnuplot_run(const char *folder, int n, const char *const commands[], double limit_s,
                        struct text *message);

/** The same, ended early once *stop is set: nothing runs on then.
 * @param stop  NULL: never
 * @return as gnuplot_run; ERR_INTERRUPTED without a message */
enum status gnuplot_run_until(const char *folder, int n, const char *const commands[], double limit_s,
                              const volatile sig_atomic_t *stop, struct text *message);

#endif
