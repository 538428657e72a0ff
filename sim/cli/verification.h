/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_VERIFICATION_H
#define CLI_VERIFICATION_H

/* scenarios/verification/, in the program: the Makefile writes them down. */
struct verification {
    const char *file, *text;
};

extern const struct verification verifications[];
extern const int n_verifications;

#endif
