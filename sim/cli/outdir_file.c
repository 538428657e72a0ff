/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files within a directory of results. */
#include "cli/outdir.h"

#include "cli/command.h"
#include "core/say.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status fail(struct outdir *outdir, const char *name, int why)
{
    complain(say("can't write `%s/%s`: %s"), outdir->path, name, strerror(why));
    outdir->failed = true;
    return ERR_FILE;
}

/* Opens the folder that a name lies in, made as needed; *leaf is what follows the last slash. -1: errno. */
static int open_folder(struct outdir *outdir, const char *name, const char **leaf)
{
    int at = fcntl(outdir->inside, F_DUPFD_CLOEXEC, 0);
    const char *slash;

    assert(*name != '/' && !strstr(name, ".."));
    for (; at >= 0 && (slash = strchr(name, '/')); name = slash + 1) {
        const char *part = arena_text(&outdir->arena, name, (size_t)(slash - name));
        int inner = -1;
        if (!part)
            errno = ENOMEM;
        else if (mkdirat(at, part, 0777) == 0 || errno == EEXIST)
            inner = openat(at, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        int why = errno;
        close(at);
        errno = why;
        at = inner;
    }
    *leaf = name;
    return at;
}

FILE *outdir_file(struct outdir *outdir, const char *name)
{
    const char *leaf;
    int folder = open_folder(outdir, name, &leaf), bytes = -1;

    if (folder >= 0)
        bytes = openat(folder, leaf, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    FILE *file = bytes >= 0 ? fdopen(bytes, "w") : NULL;
    if (!file)
        fail(outdir, name, errno);
    if (!file && bytes >= 0)
        close(bytes);
    if (folder >= 0)
        close(folder);
    return file;
}

static enum status note_file(struct outdir *outdir, const char *name, long long bytes)
{
    if (outdir->n_files == outdir->room) {
        struct written_file *grown;
        int room = outdir->room ? 2 * outdir->room : 16;
        TAKE(&outdir->arena, grown, room);
        for (int i = 0; i < outdir->n_files; i++)
            grown[i] = outdir->file[i];
        outdir->file = grown;
        outdir->room = room;
    }
    const char *kept = arena_text(&outdir->arena, name, strlen(name));
    if (!kept)
        return ERR_MEMORY;
    outdir->file[outdir->n_files++] = (struct written_file){kept, bytes};
    return OK;
}

/* Why an earlier write failed, when errno is long gone: the file is lost anyway, so one more byte may try. */
static int ask_again(FILE *file)
{
    return write(fileno(file), "\n", 1) < 0 ? errno : EIO;
}

/* errno of whatever failed since the file was opened, 0 if nothing did. Some places can't be synced: no fault. */
static int settle(FILE *file, struct stat *facts)
{
    if (fflush(file) != 0)
        return errno;
    if (ferror(file))
        return ask_again(file);
    if (fsync(fileno(file)) != 0 && errno != EINVAL && errno != ENOTSUP)
        return errno;
    return fstat(fileno(file), facts) != 0 ? errno : 0;
}

enum status outdir_close_file(struct outdir *outdir, FILE *file, const char *name)
{
    struct stat facts = {0};
    int why = settle(file, &facts);

    if (fclose(file) != 0 && !why)
        why = errno;
    return why ? fail(outdir, name, why) : note_file(outdir, name, (long long)facts.st_size);
}

enum status outdir_write(struct outdir *outdir, const char *name, const struct text *content)
{
    TRY(text_status(content));
    FILE *file = outdir_file(outdir, name);
    if (!file)
        return ERR_FILE;
    fwrite(text_c(content), 1, content->n, file); /* what fails here shows on closing */
    return outdir_close_file(outdir, file, name);
}

const char *outdir_folder(struct outdir *outdir, const char *name)
{
    const char *leaf, *path = arena_print(&outdir->arena, "%s/%s", outdir->partial, name);
    const char *as_folder = arena_print(&outdir->arena, "%s/", name);
    int folder = -1;

    errno = ENOMEM;
    if (path && as_folder)
        folder = open_folder(outdir, as_folder, &leaf);
    if (folder < 0) {
        fail(outdir, name, errno);
        return NULL;
    }
    close(folder);
    return path;
}
