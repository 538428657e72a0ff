/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_FILM_H
#define CLI_FILM_H

#include "cli/outdir.h"
#include "experiment/study.h"
#include "plots/film.h"

/**
 * Simulates one day again and turns what is traced into a film: who was where, how long the lines were, how warm the
 * drinks. It is the day of that number in any run with this seed.
 * @param picture  of the same study; must outlive the film
 * @param[out] film  memory in the arena
 * @return OK; ERR_MEMORY. O(events nodes + frames stations)
 */
enum status film_of(const struct study *study, uint64_t seed, int day, const struct picture *picture, struct arena *arena, struct film *film);

/** Writes its parts into animation/ and draws day.gif there. Complains. @return OK; ERR_FILE; ERR_PIPE; ERR_MEMORY. */
enum status film_into(const struct film *film, struct outdir *outdir);

#endif
