/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_PDF_H
#define PLOTS_PDF_H

#include "core/status.h"

/**
 * Sets the date of creation in a PDF file to the start of 2000, so that the same chart has the same bytes whenever it's
 * drawn; cairo, which draws it for gnuplot, takes no date from outside.
 * @return OK, also if it has no date in plain text; ERR_FILE (errno set) if it can't be read or written; ERR_MEMORY
 */
enum status pdf_forget_date(const char *path);

#endif
