/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A directory of results that somebody else made: whatever stands in its files, a report of it is written or it
 * is refused. The input is all its files in one: a line "=== NAME" before each. */
#include "cli/command.h"
#include "cli/report_inside.h"
#include "cli/report_source.h"
#include "core/say.h"
#include "plots/redraw.h"
#include "plots/report.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* main.c has it, and isn't linked here. */
volatile sig_atomic_t stop_asked __attribute__((weak));

static const char *const parts[] = {
    "summary.json", "compare.json", "plan.json", "stress.json", "manifest.json", "series.csv", "plan.txt", "layout.yaml",
    "charts/line.svg", "charts/wait.svg", "charts/map.svg", "charts/frontier.svg", "charts/layouts.svg", "charts/stress.svg",
};
enum { PARTS = sizeof parts / sizeof *parts };

static char folder[64];

static void remove_parts(void)
{
    for (int i = 0; i < PARTS; i++)
        unlink(parts[i]);
}

static void remove_folder(void)
{
    remove_parts();
    rmdir("charts");
    rmdir(folder);
}

static void open_folder(void)
{
    strcpy(folder, "/dev/shm/samovar-fuzz-XXXXXX");
    if (!mkdtemp(folder))
        strcpy(folder, "/tmp/samovar-fuzz-XXXXXX");
    if (!strncmp(folder, "/tmp", 4) && !mkdtemp(folder))
        abort();
    if (chdir(folder) != 0 || mkdir("charts", 0777) != 0)
        abort();
    atexit(remove_folder);
}

static void write_part(const char *name, size_t name_n, const char *content, size_t n)
{
    for (int i = 0; i < PARTS; i++)
        if (strlen(parts[i]) == name_n && memcmp(parts[i], name, name_n) == 0) {
            FILE *file = fopen(parts[i], "wb");
            if (!file || fwrite(content, 1, n, file) != n || fclose(file) != 0)
                abort();
        }
}

/* Where the next part begins, or the end. */
static const char *next_part(const char *at, const char *end)
{
    static const char sign[] = "=== ";

    for (; at + 4 < end; at++)
        if (memcmp(at, sign, 4) == 0)
            return at;
    return end;
}

static void write_parts(const char *at, const char *end)
{
    for (at = next_part(at, end); at < end;) {
        const char *name = at + 4, *line = memchr(name, '\n', (size_t)(end - name));
        if (!line)
            return;
        at = next_part(line, end);
        write_part(name, (size_t)(line - name), line + 1, (size_t)(at - line - 1));
    }
}

static int occurs(const char *page, const char *sign)
{
    int n = 0;

    while ((page = strstr(page, sign))) {
        n++;
        page++;
    }
    return n;
}

static void compose(const struct source *source)
{
    struct report report = {0};
    struct text html = {0}, markdown = {0};

    enum status status = report_compose(1, source, &report);
    assert(status == OK || status == ERR_FILE);
    if (status == OK) {
        assert(report_html(&report, &html) == OK && report_markdown(&report, &markdown) == OK);
        assert(occurs(text_c(&html), "<script") == 1 && occurs(text_c(&html), "<!DOCTYPE html>") == 1);
    }
    text_free(&html);
    text_free(&markdown);
    report_free(&report);
}

static void list_charts(void)
{
    struct arena arena = {0};
    const char **names;
    int n;

    assert(redraw_names("charts", &arena, &n, &names) == OK && n == 0);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct source source;

    if (!*folder)
        open_folder();
    remove_parts();
    write_parts((const char *)data, (const char *)data + size);
    enum status status = source_open(&source, ".", &arena);
    assert(status == OK || status == ERR_FILE);
    if (status == OK) {
        source.way = "";
        compose(&source);
    }
    list_charts();
    source_close(&source);
    arena_free(&arena);
    return 0;
}

/* --- changes that leave JSON whole: bytes changed at random are mostly refused at once -------------------------- */

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size) __attribute__((weak));
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

/* Length of the value that begins here, or 0 where its end isn't seen. */
static size_t value_length(const uint8_t *at, size_t size)
{
    int depth = 0;
    bool quoted = false;

    for (size_t i = 0; i < size; i++) {
        if (at[i] == '"')
            quoted = !quoted;
        else if (!quoted && (at[i] == '{' || at[i] == '['))
            depth++;
        else if (!quoted && (at[i] == '}' || at[i] == ']') && depth-- == 0)
            return i;
        else if (!quoted && at[i] == ',' && depth == 0)
            return i;
    }
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    static const char *const values[] = {
        "null", "true", "0", "-1", "1e308", "-0.5", "1e-320", "9223372036854775807", "\"\"", "\"zh\"", "\"<script>\"", "{}", "[]", "[null]", "{\"mean\": null}",
        "{\"a\": 1}", "[[]]", "\"\\u0000x\"", "\"\xe5\xa7\x9c|*_`\"", "[1, \"x\", {}]",
    };
    uint64_t state = seed * 6364136223846793005u + 1442695040888963407u;
    size_t at = size ? (state >> 33) % size : 0;

    while (at + 1 < size && !(data[at] == ':' && data[at + 1] == ' '))
        at++;
    size_t n = at + 2 < size ? value_length(data + at + 2, size - at - 2) : 0;
    const char *value = values[(state >> 40) % (sizeof values / sizeof *values)];
    if (seed % 4 == 0 || n == 0 || size - n + strlen(value) > max_size)
        return LLVMFuzzerMutate(data, size, max_size);
    memmove(data + at + 2 + strlen(value), data + at + 2 + n, size - at - 2 - n);
    memcpy(data + at + 2, value, strlen(value));
    return size - n + strlen(value);
}
