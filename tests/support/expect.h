/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_EXPECT_H
#define TESTS_EXPECT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* cmocka 1.1.5 compares no doubles. Each fails the test with both numbers in the message. */

/** |got - want| <= rel |want|; with want 0, |got| <= rel. */
#define expect_near(got, want, rel) expect_near_at((got), (want), (rel), #got, __FILE__, __LINE__)
/** |got - want| <= abs */
#define expect_within(got, want, abs) expect_within_at((got), (want), (abs), #got, __FILE__, __LINE__)
/** low <= got <= high */
#define expect_between(got, low, high) expect_between_at((got), (low), (high), #got, __FILE__, __LINE__)

void expect_near_at(double got, double want, double rel, const char *what, const char *file, int line);
void expect_within_at(double got, double want, double abs, const char *what, const char *file, int line);
void expect_between_at(double got, double low, double high, const char *what, const char *file, int line);

/** Runs a shell command line; stdout and stderr land in out[] (NUL-terminated, cut to size).
 * @return its exit code, or 128 + signal */
int expect_run(const char *command, char *out, size_t size);

#endif
