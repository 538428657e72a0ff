/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "cli/outdir.h"

/**
 * Adds report.html and report.md to a directory of results that is complete but for them: they're made of its files
 * alone. Complains about what it can't read or write.
 * @return OK; ERR_FILE; ERR_MEMORY.
 */
enum status report_into(struct outdir *outdir);

#endif
