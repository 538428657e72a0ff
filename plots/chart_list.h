/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CHART_LIST_H
#define PLOTS_CHART_LIST_H

#include "core/say.h"
#include "plots/chart.h"

/* What stands in the table of charts: one file each, chart_NAME.c. */
#define CHART_LIST(X) /* name, the command that draws it, what it answers */                       \
    X(arrivals, "run", MARK("Can every station serve those who come?"))                            \
    X(line, "run", MARK("How long do the lines get, and when?"))                                   \
    X(wait, "run", MARK("How long do people wait?"))                                               \
    X(vessels, "run", MARK("Are the drinks warm, and when are vessels refilled?"))                 \
    X(stock, "run", MARK("What runs out, and when?"))                                              \
    X(map, "run", MARK("Who walks where, and which stations do they pass?"))                       \
    X(circuit, "run", MARK("Does the current suffice, and when are heaters on?"))                  \
    X(tray, "run", MARK("Are the cups on the tray still warm?"))                                   \
    X(funnel, "run", MARK("What became of everyone who wanted a drink?"))

#define CHART_DECLARED(name, from, question)                                                       \
    bool name##_has_data(const struct picture *picture);                                           \
    void name##_draw(const struct picture *picture, struct sheet *sheet);
CHART_LIST(CHART_DECLARED)
#undef CHART_DECLARED

#endif
