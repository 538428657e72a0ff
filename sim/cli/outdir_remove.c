/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/outdir_remove.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static int remove_content(int folder)
{
    int failed = 0;
    struct dirent *entry;
    DIR *list = fdopendir(folder);

    if (!list) {
        close(folder);
        return -1;
    }
    while ((entry = readdir(list)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            failed |= remove_tree(dirfd(list), entry->d_name);
    closedir(list);
    return failed;
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
