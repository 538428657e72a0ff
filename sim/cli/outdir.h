/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OUTDIR_H
#define CLI_OUTDIR_H

#include "core/arena.h"
#include "core/status.h"
#include "core/text.h"

#include <stdbool.h>
#include <stdio.h>

/* A directory of results that appears whole or not at all: everything is written into a hidden sibling
 * (".NAME.partial-PID"), which is renamed at the end. Symbolic links are never followed within it. */

struct written_file {
    const char *name;   /* within the directory */
    long long bytes;
};

struct outdir {
    char *path, *partial;   /* partial: NULL once it's in its place */
    bool force, failed;     /* failed: a write was, so nothing will be put in place */
    int parent, inside;     /* held open: who swaps a folder for a link meanwhile leads nowhere */
    size_t made;            /* length of the first parent in path that had to be made; 0: none */
    int n_files, room;
    struct written_file *file; /* [n_files] closed by outdir_close_file, in that order */
    struct arena arena;
};

/**
 * Prepares to write `path`. Refuses a file, a symbolic link, and a directory with anything in it; with force a
 * directory that samovar wrote (its manifest.json says so) is replaced at commit.
 * Parents are made as needed. Says on stderr what is wrong.
 * @return OK; ERR_FILE; ERR_MEMORY.
 */
enum status outdir_open(struct outdir *outdir, const char *path, bool force);

/** A new file in it for writing (subfolders are made: "charts/x"); NULL with a complaint on failure. */
FILE *outdir_file(struct outdir *outdir, const char *name);

/** Flushes to the disk, reports what went wrong since the file was opened and closes it; a full disk shows
 * here. @return OK; ERR_FILE (complained); ERR_MEMORY. The file is closed whatever the status. */
enum status outdir_close_file(struct outdir *outdir, FILE *file, const char *name);

/** Writes a whole text. @return OK; ERR_FILE (complained); ERR_MEMORY. */
enum status outdir_write(struct outdir *outdir, const char *name, const struct text *content);

/** Path of a subfolder for others to write in, made as needed; NULL with a complaint. Freed with the outdir. */
const char *outdir_folder(struct outdir *outdir, const char *name);

/** Puts the directory in its place. @return OK; ERR_FILE (complained; what was there before is untouched);
 * ERR_MEMORY. */
enum status outdir_commit(struct outdir *outdir);

/** Removes whatever wasn't committed, with the parents made for it; always call it, also on a zeroed outdir. */
void outdir_abandon(struct outdir *outdir);

#endif
