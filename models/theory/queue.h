/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef THEORY_QUEUE_H
#define THEORY_QUEUE_H

#include "core/status.h"

/* Lines whose services aren't exponential, whose customers aren't alike, or that start empty. */

/**
 * Mean number waiting in an M/D/c station.
 *
 *     L_q = sum_{n>=1} E[(N_n - n c)^+] / n,    N_n ~ Poisson(n a)
 *
 * @param load_erlang    a = lambda D                 [erlang]  > 0
 * @param servers        c                            [1]    >= 1
 * @param[out] line      L_q                          [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails; ERR_UNSTABLE if a > .999 c (exact up to there).
 *
 * Method: seen every D seconds the line is a random walk with Poisson(a) - c steps, reflected at 0;
 * its mean by Spitzer's identity. O(1 / (1 - rho)^2 / c) terms, pure.
 * Source: Crommelin 1932; Spitzer 1956, A combinatorial lemma and its application to probability
 * theory.
 */
enum status queue_mdc_line(double load_erlang, int servers, double *line);

/**
 * Mean wait in an M/G/1 station (Pollaczek-Khinchine).
 *
 *     W_q = lambda E[S]^2 (1 + scv) / (2 (1 - rho)),    rho = lambda E[S]
 *
 * @param lambda_per_s   arrival rate                 [1/s]  > 0
 * @param service_s      E[S]                         [s]    > 0
 * @param scv            Var S / E[S]^2               [1]    >= 0
 * @param[out] wait_s    W_q                          [s]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails; ERR_UNSTABLE if rho >= 1.
 *
 * O(1), pure.
 * Source: Gross, Shortle, Thompson & Harris 2008, Fundamentals of Queueing Theory.
 */
enum status queue_mg1_wait(double lambda_per_s, double service_s, double scv, double *wait_s);

/**
 * Mean waits in an M/M/1 station with two classes, the first served before the second; a service
 * that has begun is finished (Cobham).
 *
 *     W_1 = R / (1 - rho_1),  W_2 = R / ((1 - rho_1) (1 - rho_1 - rho_2)),  R = sum_i rho_i / mu_i
 *
 * @param lambda_per_s   arrival rates [2]            [1/s]  > 0
 * @param mu_per_s       service rates [2]            [1/s]  > 0
 * @param[out] wait_s    W [2]                        [s]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails; ERR_UNSTABLE if rho_1 + rho_2 >= 1.
 *
 * O(1), pure.
 * Source: Cobham 1954, Priority assignment in waiting line problems.
 */
enum status queue_priority_wait(const double lambda_per_s[2], const double mu_per_s[2],
                                double wait_s[2]);

/**
 * Mean wait of one customer in an M^X/M/1 station: groups come together and are served singly.
 *
 *     W_q = (rho + (E[X^2] / E[X] - 1) / 2) / (mu (1 - rho)),    rho = lambda E[X] / mu
 *
 * @param lambda_per_s   arrival rate of groups       [1/s]  > 0
 * @param mu_per_s       service rate                 [1/s]  > 0
 * @param size_mean      E[X]                         [1]    >= 1
 * @param size_variance  Var X                        [1]    >= 0
 * @param[out] wait_s    W_q                          [s]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails; ERR_UNSTABLE if rho >= 1.
 *
 * O(1), pure.
 * Source: Gross, Shortle, Thompson & Harris 2008, Fundamentals of Queueing Theory.
 */
enum status queue_batch_wait(double lambda_per_s, double mu_per_s, double size_mean,
                             double size_variance, double *wait_s);

/**
 * Mean wait of the first n customers of an M/M/1 station that starts empty; it may be overloaded.
 *
 * @param lambda_per_s   arrival rate                 [1/s]  > 0
 * @param mu_per_s       service rate                 [1/s]  > 0
 * @param n              how many                     [1]    1 .. 1024
 * @param[out] wait_s    mean over customers 1 .. n   [s]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails.
 *
 * Method: exact recursion of what each one finds: between arrivals a busy server finishes k
 * services with the geometric chance of k departures before the next arrival. O(n^2), pure.
 * Source: Kelton & Law 1985, The transient behavior of the M/M/s queue.
 */
enum status queue_mm1_first(double lambda_per_s, double mu_per_s, int n, double *wait_s);

#endif
