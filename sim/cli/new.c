/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar new: a commented scenario that runs. */
#include "cli/command.h"
#include "cli/starter.h"
#include "core/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(fd, bytes, n);
        if (written < 0)
            return false;
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

/* Whole or not at all: written beside the file, then moved to its name. link() refuses one that exists. */
enum status command_new(const struct options *options)
{
    const char *path = options->file[0];
    const char *content = strcmp(say_language(), "zh") == 0 ? starter_zh : starter_en;
    struct text partial = {0};

    text_print(&partial, "%s.partial-%d", path, (int)getpid());
    TRY(text_status(&partial));
    int fd = open(text_c(&partial), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
    bool done = fd >= 0 && write_all(fd, content, strlen(content));
    if (fd >= 0)
        done = close(fd) == 0 && done;
    if (done)
        done = (options->force ? rename(text_c(&partial), path) : link(text_c(&partial), path)) == 0;
    int fault = errno;
    unlink(text_c(&partial));
    text_free(&partial);
    if (!done) {
        complain(fault == EEXIST ? say("%s is there already; --force replaces it") : say("can't write %s: %s"), path, strerror(fault));
        return ERR_FILE;
    }
    printf(say("%s is ready. Next: samovar check %s, then samovar run %s --out out/mine\n"), path, path, path);
    return OK;
}
