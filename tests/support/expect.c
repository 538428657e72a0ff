/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/expect.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

void expect_between_at(double got, double low, double high, const char *what, const char *file, int line)
{
    if (got >= low && got <= high)
        return;
    print_error("%s is %.12g, not in [%.12g, %.12g]\n", what, got, low, high);
    _fail(file, line);
}

void expect_within_at(double got, double want, double abs, const char *what, const char *file, int line)
{
    if (fabs(got - want) <= abs)
        return;
    print_error("%s is %.15g, wanted %.15g within %.3g (off by %.3g)\n", what, got, want, abs, got - want);
    _fail(file, line);
}

void expect_near_at(double got, double want, double rel, const char *what, const char *file, int line)
{
    expect_within_at(got, want, want == 0 ? rel : rel * fabs(want), what, file, line);
}

int expect_run(const char *command, char *out, size_t size)
{
    char *line = NULL;
    if (asprintf(&line, "{ %s ; } 2>&1 </dev/null", command) < 0)
        return -1;
    FILE *pipe = popen(line, "r");
    free(line);
    if (!pipe)
        return -1;
    size_t n = 0, got;
    char rest[4096];
    while (n + 1 < size && (got = fread(out + n, 1, size - 1 - n, pipe)) > 0)
        n += got;
    while (fread(rest, 1, sizeof rest, pipe) > 0)
        ;
    if (size)
        out[n] = '\0';
    int status = pclose(pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
