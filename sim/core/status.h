/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CORE_STATUS_H
#define CORE_STATUS_H

/* The one list of what can go wrong: name, exit code, sentence for the user. */
#define STATUS_LIST(X)                                                                             \
    X(OK, 0, "done")                                                                               \
    X(ERR_USAGE, 2, "the command line isn't understood")                                           \
    X(ERR_SCENARIO, 3, "the scenario is refused")                                                  \
    X(ERR_INFEASIBLE, 4, "no plan meets the requirements")                                         \
    X(ERR_PRECISION, 5, "the precision asked for wasn't reached")                                  \
    X(ERR_FILE, 6, "a file can't be read or written")                                              \
    X(ERR_PIPE, 6, "a program that samovar starts failed")                                         \
    X(ERR_MEMORY, 6, "the machine has no memory left for this")                                    \
    X(ERR_DOMAIN, 3, "a number lies outside the range that the formula allows")                    \
    X(ERR_UNSTABLE, 3, "the line would grow without end: more work arrives than is done")          \
    X(ERR_INTERRUPTED, 130, "interrupted")

enum status {
#define STATUS_NAME(name, code, sentence) name,
    STATUS_LIST(STATUS_NAME)
#undef STATUS_NAME
};

/** The process exit code that stands for a status. */
int status_exit_code(enum status status);

/** One English sentence, without a full stop; pass it through say() to show it. */
const char *status_sentence(enum status status);

/** Leaves the function with the status of a step that failed. */
#define TRY(step)                                                                                  \
    do {                                                                                           \
        enum status tried = (step);                                                                \
        if (tried != OK)                                                                           \
            return tried;                                                                          \
    } while (0)

#endif
