/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/outdir_remove.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Without fdopendir, which asks for memory: there may be none, and that be why everything goes. */
static int remove_content(int folder)
{
    _Alignas(struct dirent64) char entries[4096];
    const struct dirent64 *entry;
    ssize_t n;
    int failed = 0;

    while ((n = getdents64(folder, entries, sizeof entries)) > 0)
        for (ssize_t at = 0; at < n; at += entry->d_reclen) {
            entry = (const struct dirent64 *)(entries + at);
            if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
                failed |= remove_tree(folder, entry->d_name);
        }
    close(folder);
    return n < 0 ? -1 : failed;
}

int remove_tree(int at, const char *name)
{
    if (unlinkat(at, name, 0) == 0 || errno == ENOENT)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return -1;
    int folder = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return -1;
    int failed = remove_content(folder);
    return unlinkat(at, name, AT_REMOVEDIR) != 0 ? -1 : failed;
}
