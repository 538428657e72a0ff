/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REPORT_LOOK_H
#define PLOTS_REPORT_LOOK_H

/* How the page looks, and its few lines of script: sorting, and copying a table into a spreadsheet. */
extern const char report_style[], report_script[];

#endif
