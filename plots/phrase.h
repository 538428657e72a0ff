/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_PHRASE_H
#define PLOTS_PHRASE_H

#include "core/text.h"

/* Numbers as a person says them, in the language of say(). Each returns its buffer. */

enum { PHRASE_ROOM = 64 };

/** "07:40"; from the third day on hours: "123 h". */
const char *phrase_clock(char buffer[PHRASE_ROOM], double s_after_midnight);

/** "2 min", "90 s", "4 min 50 s". */
const char *phrase_span(char buffer[PHRASE_ROOM], double s);

/** "9 of 10" where that's within 1 % of the share, else "93 of 100"; never all or none unless it is. */
const char *phrase_share(char buffer[PHRASE_ROOM], double share);

/** The same of days, or of so many days in a row: "4 of 10 days", "4 of 10 runs of days". */
const char *phrase_share_of_days(char buffer[PHRASE_ROOM], double share, int in_a_row);

/** Which of two marked texts holds: of single days, or of so many in a row, each the mean of its days. */
const char *phrase_of_days(int in_a_row, const char *of_days, const char *of_runs);

/** "1 person", "12 people", of a mean "1.2 people". */
const char *phrase_people(char buffer[PHRASE_ROOM], double n);

/** "1 day", "400 days", "80 runs of 5 days in a row". */
const char *phrase_days(char buffer[PHRASE_ROOM], int days, int in_a_row);

/** A count with no more digits than it deserves: 0.4, 3.2, 41, 412. */
const char *phrase_count(char buffer[PHRASE_ROOM], double n);

#endif
