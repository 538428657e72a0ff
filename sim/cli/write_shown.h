/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_SHOWN_H
#define CLI_WRITE_SHOWN_H

#include "cli/write_inside.h"

/** Whether a KPI tells something about this run: one that comes with a part of the scenario (vessels, stock,
 * own cups ...) is left out where that part is and it's 0 throughout. Zeros of a part that is there are good
 * news and stay. */
bool kpi_is_shown(const struct written_run *run, int kpi);

/** Whether a blank line goes before it. */
bool kpi_opens_paragraph(int kpi);

/** Its name where it stands alone, as in a title: "Warm drinks" for what is "warm" below "served" in a table. */
const char *kpi_title(int kpi);

#endif
