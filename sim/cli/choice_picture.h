/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHOICE_PICTURE_H
#define CLI_CHOICE_PICTURE_H

#include "experiment/compare.h"
#include "planner/optimize.h"
#include "plots/choice_chart.h"

/** A comparison as arrays and labels for the charts. Memory in the arena. @return OK; ERR_MEMORY. */
enum status choice_picture_of_comparison(const struct comparison *comparison, const struct contestant contestants[], const char *scenario,
                                         struct arena *arena, struct choice_picture *picture);

/** The same for what optimize found. */
enum status choice_picture_of_optimum(const struct optimum *optimum, const struct scenario *scenario, struct arena *arena,
                                      struct choice_picture *picture);

#endif
