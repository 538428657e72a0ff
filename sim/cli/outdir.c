/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/outdir.h"

#include "cli/command.h"
#include "cli/outdir_remove.h"
#include "core/say.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static enum status fail(struct outdir *outdir, const char *name)
{
    complain(say("can't write `%s%s%s`: %s"), outdir->path, *name ? "/" : "", name, strerror(errno));
    outdir->failed = true;
    return ERR_FILE;
}

/* --- what stands at the place ------------------------------------------------------------------------ */

enum standing { NOTHING, EMPTY, OURS, FOREIGN, NO_FOLDER, UNSEEN };

static const struct {
    bool may, may_by_force;
    const char *refusal; /* of the path, and why the system says so */
} verdicts[] = {
    [NOTHING] = {true, true, NULL},
    [EMPTY] = {true, true, NULL},
    [OURS] = {false, true, MARK("`%s` exists; --force replaces it")},
    [FOREIGN] = {false, false, MARK("`%s` exists and holds what samovar didn't write; choose another name")},
    [NO_FOLDER] = {false, false, MARK("`%s` exists and is no directory; choose another name")},
    [UNSEEN] = {false, false, MARK("can't look into `%s`: %s")},
};

/* Other programs have a manifest.json as well. */
static bool is_ours(int folder)
{
    char start[32] = "";
    int file = openat(folder, "manifest.json", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (file < 0)
        return false;
    ssize_t n = read(file, start, sizeof start - 1);
    close(file);
    return n > 0 && strstr(start, "\"samovar\":");
}

/* Closes the folder. */
static bool is_empty(int folder)
{
    bool empty = true;
    struct dirent *entry;
    DIR *list = fdopendir(folder);

    if (!list) {
        close(folder);
        return false;
    }
    while (empty && (entry = readdir(list)))
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    closedir(list);
    return empty;
}

static enum standing standing_at(int parent, const char *name)
{
    struct stat facts;

    if (fstatat(parent, name, &facts, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? NOTHING : UNSEEN;
    if (!S_ISDIR(facts.st_mode))
        return NO_FOLDER;
    int folder = openat(parent, name, FOLDER);
    if (folder < 0)
        return UNSEEN;
    if (is_ours(folder)) {
        close(folder);
        return OURS;
    }
    return is_empty(folder) ? EMPTY : FOREIGN;
}

static enum status look(struct outdir *outdir, enum standing *standing)
{
    *standing = standing_at(outdir->parent, last_part(outdir->path));
    if (outdir->force ? verdicts[*standing].may_by_force : verdicts[*standing].may)
        return OK;
    complain(say(verdicts[*standing].refusal), outdir->path, strerror(errno));
    return ERR_FILE;
}

/* --- opening ----------------------------------------------------------------------------------------- */

static enum status make_parents(struct outdir *outdir)
{
    struct stat facts;
    char *path = outdir->path;

    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, 0777) == 0;
        int why = errno;
        bool there = made || (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode));
        *slash = '/';
        if (made && !outdir->made)
            outdir->made = (size_t)(slash - path);
        errno = why == EEXIST ? ENOTDIR : why;
        if (!there)
            return fail(outdir, "");
    }
    return OK;
}

static enum status open_parent(struct outdir *outdir)
{
    const char *name = last_part(outdir->path);
    size_t n = (size_t)(name - outdir->path);
    char *parent = n ? arena_text(&outdir->arena, outdir->path, n) : arena_text(&outdir->arena, ".", 1);

    if (!parent)
        return ERR_MEMORY;
    outdir->parent = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return outdir->parent < 0 ? fail(outdir, "") : OK;
}

/* A new hidden directory beside the place; what an earlier process of this number left is passed over. */
static enum status make_hidden(struct outdir *outdir, const char *purpose, char **path)
{
    enum { TRIES = 100 };
    const char *name = last_part(outdir->path);

    for (int i = 1; i <= TRIES; i++) {
        *path = arena_print(&outdir->arena, i == 1 ? "%.*s.%s.%s-%d" : "%.*s.%s.%s-%d-%d", (int)(name - outdir->path), outdir->path, name, purpose,
                            (int)getpid(), i);
        if (!*path)
            return ERR_MEMORY;
        if (mkdirat(outdir->parent, last_part(*path), 0777) == 0)
            return OK;
        if (errno != EEXIST)
            break;
    }
    *path = NULL;
    return fail(outdir, "");
}

static enum status open_all(struct outdir *outdir)
{
    const char *name = last_part(outdir->path);
    enum standing standing;

    if (!*name || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        complain(say("`%s` can't be put in place as a whole; name a directory that isn't there yet"), outdir->path);
        return ERR_FILE;
    }
    TRY(make_parents(outdir));
    TRY(open_parent(outdir));
    TRY(look(outdir, &standing));
    TRY(make_hidden(outdir, "partial", &outdir->partial));
    outdir->inside = openat(outdir->parent, last_part(outdir->partial), FOLDER);
    return outdir->inside < 0 ? fail(outdir, "") : OK;
}

enum status outdir_open(struct outdir *outdir, const char *path, bool force)
{
    size_t n = strlen(path);

    *outdir = (struct outdir){.force = force, .parent = -1, .inside = -1};
    while (n > 1 && path[n - 1] == '/')
        n--;
    outdir->path = arena_text(&outdir->arena, path, n);
    if (!outdir->path)
        return ERR_MEMORY;
    enum status status = open_all(outdir);
    if (status != OK)
        outdir_abandon(outdir);
    return status;
}

/* --- at the end -------------------------------------------------------------------------------------- */

static enum status replace(struct outdir *outdir)
{
    const char *name = last_part(outdir->path), *hidden = last_part(outdir->partial);
    char *aside;

    /* Renaming over the empty directory made here can't hit anybody else's. */
    TRY(make_hidden(outdir, "old", &aside));
    if (renameat(outdir->parent, name, outdir->parent, last_part(aside)) != 0) {
        unlinkat(outdir->parent, last_part(aside), AT_REMOVEDIR);
        return fail(outdir, "");
    }
    if (renameat(outdir->parent, hidden, outdir->parent, name) != 0) {
        fail(outdir, "");
        if (renameat(outdir->parent, last_part(aside), outdir->parent, name) != 0)
            complain(say("what was there before is now `%s`"), aside);
        return ERR_FILE;
    }
    outdir->partial = NULL;
    if (remove_tree(outdir->parent, last_part(aside)) != 0)
        complain(say("the results are in place, but of those before some are left in `%s`: %s"), aside, strerror(errno));
    return OK;
}

enum status outdir_commit(struct outdir *outdir)
{
    enum standing standing;

    assert(outdir->partial);
    if (outdir->failed)
        return ERR_FILE;
    if (text_starved())
        return ERR_MEMORY;
    TRY(look(outdir, &standing));
    if (standing == OURS)
        TRY(replace(outdir));
    else if (renameat(outdir->parent, last_part(outdir->partial), outdir->parent, last_part(outdir->path)) != 0)
        return fail(outdir, "");
    outdir->partial = NULL;
    fsync(outdir->parent);
    return OK;
}

/* Only what was made here, and only while it's empty. */
static void remove_parents(struct outdir *outdir)
{
    char *slash;

    while (outdir->made && (slash = strrchr(outdir->path, '/')) && (size_t)(slash - outdir->path) >= outdir->made) {
        *slash = '\0';
        if (rmdir(outdir->path) != 0)
            return;
    }
}

void outdir_abandon(struct outdir *outdir)
{
    if (outdir->partial && remove_tree(outdir->parent, last_part(outdir->partial)) != 0)
        complain(say("can't remove all of `%s`: %s"), outdir->partial, strerror(errno));
    if (outdir->path) {
        if (outdir->inside >= 0)
            close(outdir->inside);
        if (outdir->parent >= 0)
            close(outdir->parent);
        remove_parents(outdir);
    }
    arena_free(&outdir->arena);
    *outdir = (struct outdir){0};
}
