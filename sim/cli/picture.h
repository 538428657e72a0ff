/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PICTURE_H
#define CLI_PICTURE_H

#include "experiment/run.h"
#include "plots/chart.h"

/** Puts a run's figures into the arrays and labels that charts take. Memory in the arena; texts stay the
 * scenario's. @return OK; ERR_MEMORY. */
enum status picture_of(const struct summary *summary, struct arena *arena, struct picture *picture);

#endif
