/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REPORT_PANDOC_H
#define PLOTS_REPORT_PANDOC_H

#include "core/text.h"

#include <stdbool.h>

/**
 * Makes a DOCX of a report's Markdown by pandoc, which is started without a shell and stopped after limit_s.
 *
 * @param folder    where it works: pictures are found from there
 * @param markdown  in that folder
 * @param docx      to be written there
 * @param limit_s   > 0
 * @param[out] absent   whether pandoc isn't installed: then nothing was done, and the status is OK
 * @param[out] message  on error one sentence, with the last line that pandoc said
 * @return OK; ERR_PIPE
 */
enum status pandoc_docx(const char *folder, const char *markdown, const char *docx, double limit_s, bool *absent, struct text *message);

#endif
