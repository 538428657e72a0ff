/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_REPORT_TALLY_H
#define CLI_REPORT_TALLY_H

#include "core/text.h"

#include <jansson.h>
#include <stdbool.h>

/**
 * tally.csv: what is counted at the stations on a day, to be typed in. One row a station and step of time, in the
 * order of the plan; the header is always
 *
 *     date,station,from,to,air_c,came,served,left,gave_up,line,cup_c,service_s
 *
 * and behind it a column `drink:NAME` for each drink of the scenario:
 *
 *   date        YYYY-MM-DD                                         [empty: to be filled in]
 *   station     as in the scenario                                 [filled in]
 *   from, to    HH:MM of the step, [from, to)                      [filled in]
 *   air_c       outdoors, °C; once a day is enough
 *   came        people who came up to the station, also who went away again
 *   served      of these, who walked away with a drink
 *   left        of these, who got none
 *   gave_up     of those in left, who had stood in line
 *   line        people waiting at `from`, without those being served
 *   cup_c       temperature in a cup just poured, °C
 *   service_s   seconds from greeting to hand-over, of one resident; several with semicolons between them
 *   drink:NAME  of those in served, who took it
 *
 * An empty cell wasn't observed; a 0 was. Steps are of 5 minutes for windows up to 2 h, else of 15, 30 ...
 *
 * @param plan  "plan" of summary.json
 * @return false if there's nothing to tally: no stations or no window.
 */
bool tally_write(json_t *plan, struct text *out);

#endif
