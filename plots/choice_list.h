/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CHOICE_LIST_H
#define PLOTS_CHOICE_LIST_H

#include "core/say.h"
#include "plots/choice_chart.h"

/* What stands in the table of charts of a choice: one file each, chart_NAME.c. */
#define CHOICE_LIST(X) /* name, the command that draws it, what it answers */                      \
    X(layouts, "compare", MARK("Which layout is the best, and by how much?"))                      \
    X(course, "compare", MARK("How do the lines differ through the day?"))                         \
    X(frontier, "optimize", MARK("What does better service cost?"))                                \
    X(tornado, "sensitivity", MARK("Which assumption matters the most?"))                          \
    X(heat, "sweep", MARK("Which combinations are good enough?"))                                  \
    X(narrowing, "optimize", MARK("How was the plan found?"))                                      \
    X(sweep, "sweep", MARK("What does it change?"))                                                \
    X(lasting, "stock", MARK("How much is enough?"))                                               \
    X(stress, "stress", MARK("What costs the most when it goes wrong?"))                           \
    X(fitted, "fit", MARK("When do they come, by what was counted?"))

#define CHOICE_DECLARED(name, from, question)                                                      \
    bool name##_has_data(const struct choice_picture *picture);                                    \
    void name##_draw(const struct choice_picture *picture, struct sheet *sheet);
CHOICE_LIST(CHOICE_DECLARED)
#undef CHOICE_DECLARED

#endif
