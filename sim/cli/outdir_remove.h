/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OUTDIR_REMOVE_H
#define CLI_OUTDIR_REMOVE_H

/** Removes `name`, found in the open directory `at`, with all that's in it. A symbolic link is removed itself;
 * nothing that one points to is touched. @return 0; -1 if something is left (errno of the last failure). */
int remove_tree(int at, const char *name);

#endif
