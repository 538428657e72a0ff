/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLANNER_STOCK_LASTING_H
#define PLANNER_STOCK_LASTING_H

#include "planner/stock_paths.h"

/** The least portions of a drink of which nobody finds none on so large a share of days, while the others are endless;
 * with what is poured away before, after `hold`. O(log portions) replays of all days. */
int stock_that_lasts(const struct stock_paths *paths, int station, int d, double share);

#endif
