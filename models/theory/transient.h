/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef THEORY_TRANSIENT_H
#define THEORY_TRANSIENT_H

#include "core/status.h"

/* Stations that start empty at time 0 while arrivals come at a rate that changes in steps. */

/* From `from_s` on, until the next step. */
struct transient_step {
    double from_s, lambda_per_s;
};

/* An M(t)/M/c station, with exponential patience where theta > 0. */
struct transient_queue {
    int steps;
    const struct transient_step *step; /* [steps], from_s increasing, the first 0; rates >= 0 */
    int servers;                       /* >= 1 */
    double mu_per_s;                   /* service rate of one server, > 0 */
    double theta_per_s;                /* 1 / mean patience, >= 0; 0: endless */
};

/* Of those who come in a stretch of time, and of the line meanwhile. */
struct transient_sums {
    double arrivals; /* expected */
    double served;   /* of them, sooner or later */
    double reneged;  /* of them, sooner or later */
    double wait_s;   /* sum of the waits of those served, also after the stretch   [s] */
    double line_s;   /* integral of the expected number waiting over the stretch   [s] */
};

/**
 * Expected number waiting at a time.
 *
 * @param queue          see struct transient_queue; its bounds are checked
 * @param at_s           t                            [s]    >= 0
 * @param[out] line      E[L_q(t)]                    [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound fails, or with more than 1e7 changes of state to follow;
 *         ERR_MEMORY.
 *
 * Method: Kolmogorov's forward equations by uniformisation, exact up to truncation (1e-12): the
 * rate is constant within a step, so the state is a Poisson number of moves of one Markov chain.
 * Only states with a chance above 1e-20 are followed. O(expected changes of state * states).
 * Source: Jensen 1953; Gross & Miller 1984, The randomization technique.
 */
enum status transient_line(const struct transient_queue *queue, double at_s, double *line);

/**
 * Sums over [from_s, to_s).
 *
 * @param queue          see struct transient_queue; its bounds are checked
 * @param from_s, to_s   the stretch                  [s]    0 <= from_s <= to_s
 * @param[out] sums      see struct transient_sums           untouched on error
 * @return, cost and source: as transient_line.
 *
 * Method: as transient_line, with the time in each state. Who finds j waiting is served, and waits,
 * as erlang_a_ahead says whatever comes later: FIFO.
 */
enum status transient_sums(const struct transient_queue *queue, double from_s, double to_s,
                           struct transient_sums *sums);

/**
 * Expected number in an M(t)/M/inf station (everyone is served at once).
 *
 *     m' = lambda(t) - mu m,    m(0) = 0
 *
 * @param queue          servers and theta don't matter
 * @param at_s           t                            [s]    >= 0
 * @param[out] present   m(t)                         [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound fails.
 *
 * Method: closed form step by step. O(steps), pure.
 * Source: Eick, Massey & Whitt 1993, The physics of the M_t/G/inf queue.
 */
enum status transient_unlimited(const struct transient_queue *queue, double at_s, double *present);

/**
 * The same for lambda(t) = base + swing sin(omega t), once the start is forgotten.
 *
 *     m(t) = base / mu + swing / (mu^2 + omega^2) (mu sin(omega t) - omega cos(omega t))
 *
 * @param base_per_s, swing_per_s  of the arrival rate  [1/s]  base >= |swing|
 * @param omega_per_s              angular frequency    [1/s]  >= 0
 * @param mu_per_s                 service rate         [1/s]  > 0
 * @param at_s                     t                    [s]
 * @param[out] present             m(t)                 [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound fails.
 *
 * O(1), pure. Source: as transient_unlimited.
 */
enum status transient_unlimited_wave(double base_per_s, double swing_per_s, double omega_per_s,
                                     double mu_per_s, double at_s, double *present);

#endif
