/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistr.h>

size_t source_break(const char *p, const char *end)
{
    size_t left = (size_t)(end - p);

    if (left >= 2 && memcmp(p, "\r\n", 2) == 0)
        return 2;
    if (left >= 1 && (*p == '\n' || *p == '\r'))
        return 1;
    if (left >= 2 && memcmp(p, "\xC2\x85", 2) == 0)
        return 2;
    return left >= 3 && (memcmp(p, "\xE2\x80\xA8", 3) == 0 || memcmp(p, "\xE2\x80\xA9", 3) == 0)
               ? 3
               : 0;
}

const char *source_line(const struct source *source, int line, size_t *n)
{
    const char *p = source->bytes, *end = p + source->n;
    size_t skip;

    for (; line > 1 && p < end; p += skip ? skip : 1)
        if ((skip = source_break(p, end)) > 0)
            line--;
    const char *stop = p;
    while (stop < end && !source_break(stop, end))
        stop++;
    *n = (size_t)(stop - p);
    return p;
}

const char *source_beside(struct reader *reader, const char *from, const char *file)
{
    const char *slash = strrchr(from, '/');

    if (*file == '/' || !slash)
        return file;
    return arena_print(&reader->arena, "%.*s%s", (int)(slash + 1 - from), from, file);
}

static const char *why(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR: return say("there is no such file");
    case EACCES:
    case EPERM: return say("you may not read this file");
    case EISDIR: return say("this is a folder, not a file");
    case EFBIG: return say("the file is larger than samovar reads");
    case ENAMETOOLONG: return say("the name of the file is too long");
    case ELOOP: return say("the links lead round in a circle");
    case EINVAL: return say("this is no ordinary file");
    default: return say("the file can't be read");
    }
}

static bool is_inside(const struct reader *reader, const char *real)
{
    size_t n = strlen(reader->folder);

    return reader->allow_outside || strcmp(reader->folder, "/") == 0
           || (strncmp(real, reader->folder, n) == 0 && real[n] == '/');
}

/* A pipe or a device could keep samovar waiting for ever. */
static int unfit(const char *real)
{
    struct stat facts;

    if (stat(real, &facts) != 0)
        return errno;
    return S_ISREG(facts.st_mode) ? 0 : S_ISDIR(facts.st_mode) ? EISDIR : EINVAL;
}

static void refuse(struct reader *reader, const char *name, struct mark asked, const char *reason)
{
    if (asked.line == 0)
        reader_complain_at(reader, asked, "%s", reason);
    else
        reader_complain_at(reader, asked, "`%s`: %s", fault_quote(reader, name, strlen(name)),
                           reason);
}

enum status source_read(struct reader *reader, const char *name, struct mark asked, size_t most,
                        char **bytes, size_t *n, const char **real)
{
    char path[PATH_MAX];

    *bytes = NULL;
    if (!realpath(name, path)) {
        refuse(reader, name, asked, why(errno));
        return OK;
    }
    if (asked.line && !is_inside(reader, path)) {
        refuse(reader, name, asked, say("the file lies outside the scenario's folder"));
        return OK;
    }
    int error = unfit(path);
    enum status status = error ? ERR_FILE : text_read_file(path, most, bytes, n);
    if (status == ERR_FILE)
        refuse(reader, name, asked, why(error ? error : errno));
    if (status == ERR_MEMORY)
        return ERR_MEMORY;
    if (real)
        *real = arena_text(&reader->arena, path, strlen(path));
    return real && !*real ? ERR_MEMORY : OK;
}

enum status source_add(struct reader *reader, const char *name, const char *bytes, size_t n,
                       struct source **source)
{
    TAKE(&reader->arena, *source, 1);
    **source = (struct source){name, bytes, n, reader->sources};
    reader->sources = *source;
    return OK;
}

struct mark source_mark(struct mark mark, const char *p, const char *end)
{
    while (p < end) {
        size_t skip = source_break(p, end);
        if (skip) {
            mark.line++;
            mark.column = 1;
        } else {
            mark.column++;
            int n = u8_mblen((const uint8_t *)p, (size_t)(end - p));
            skip = n > 0 ? (size_t)n : 1;
        }
        p += skip;
    }
    return mark;
}

static const char *first_control(const char *p, const char *end)
{
    for (; p < end; p++)
        if (((unsigned char)*p < ' ' && !strchr("\t\n\r", *p)) || !*p || *p == 127)
            return p;
    return NULL;
}

bool source_is_text(struct reader *reader, const char *name, struct mark start, const char *bytes,
                    size_t n)
{
    const char *wrong = (const char *)u8_check((const uint8_t *)bytes, n);
    const char *control = first_control(bytes, wrong ? wrong : bytes + n);

    if (n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
        reader_complain_at(reader, start, say("the file is written in UTF-16: save it as UTF-8"));
        return false;
    }
    if (!wrong && !control)
        return true;
    struct mark mark = source_mark(start, bytes, control ? control : wrong);
    mark.file = name;
    if (control)
        reader_complain_at(reader, mark, say("this isn't a text file: it holds the byte 0x%02X"),
                           (unsigned char)*control);
    else
        reader_complain_at(reader, mark, say("this isn't UTF-8 text: save the file as UTF-8"));
    return false;
}

enum status source_load(struct reader *reader, const char *name, struct mark asked,
                        struct source **source, const char **real)
{
    char *bytes;
    size_t n, past = 0;

    *source = NULL;
    TRY(source_read(reader, name, asked, MOST_BYTES, &bytes, &n, real));
    if (!bytes)
        return OK;
    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        past = 3;
    char *kept = arena_text(&reader->arena, bytes + past, n - past);
    free(bytes);
    if (!kept)
        return ERR_MEMORY;
    TRY(source_add(reader, name, kept, n - past, source));
    if (!source_is_text(reader, name, (struct mark){name, 1, 1}, kept, n - past))
        *source = NULL;
    return OK;
}
