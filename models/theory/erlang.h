/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef THEORY_ERLANG_H
#define THEORY_ERLANG_H

#include "core/status.h"

/* Stations in the steady state with Poisson arrivals and exponential services. */

/**
 * Chance that all servers are busy where nobody waits (Erlang B, M/G/c/c).
 *
 * @param load_erlang    a = lambda / mu              [erlang]  >= 0
 * @param servers        c                            [1]    >= 0
 * @param[out] blocked   B(c, a)                      [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails.
 *
 * Method: B <- a B / (i + a B) from B = 1. O(c), no overflow, pure.
 * Source: Gross, Shortle, Thompson & Harris 2008, Fundamentals of Queueing Theory.
 */
enum status erlang_b(double load_erlang, int servers, double *blocked);

/**
 * Chance that one who comes has to wait in an M/M/c station (Erlang C).
 *
 *     C(c, a) = B / (1 - rho (1 - B)),    rho = a / c
 *
 * @param load_erlang    a = lambda / mu              [erlang]  >= 0
 * @param servers        c                            [1]    >= 1
 * @param[out] delayed   C(c, a)                      [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails; ERR_UNSTABLE if a >= c.
 *
 * Method, cost and source: as erlang_b.
 */
enum status erlang_c(double load_erlang, int servers, double *delayed);

/**
 * Mean wait in queue of an M/M/c station (Erlang C).
 *
 *     W_q = C(c, a) / (c mu - lambda),    a = lambda / mu  [erlang]
 *
 * @param lambda_per_s   arrival rate                 [1/s]  > 0
 * @param mu_per_s       service rate of one server   [1/s]  > 0
 * @param servers        c                            [1]    >= 1
 * @param[out] wait_s    W_q                          [s]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails; ERR_UNSTABLE if lambda >= c mu.
 *
 * Method: Erlang B recursion, then C = B / (1 - rho (1 - B)). O(c), no overflow, pure.
 * Source: Gross, Shortle, Thompson & Harris 2008, Fundamentals of Queueing Theory.
 */
enum status erlang_c_wait(double lambda_per_s, double mu_per_s, int servers, double *wait_s);

/**
 * Mean number waiting in an M/M/c station: L_q = lambda W_q.
 *
 * @param lambda_per_s, mu_per_s, servers   as erlang_c_wait
 * @param[out] line      L_q                          [1]    untouched on error
 * @return, method, cost and source: as erlang_c_wait.
 */
enum status erlang_c_line(double lambda_per_s, double mu_per_s, int servers, double *line);

/**
 * Share of those who come to an M/M/c station that wait no longer than a time.
 *
 *     P(W <= T) = 1 - C(c, a) e^(-(c mu - lambda) T)
 *
 * @param lambda_per_s, mu_per_s, servers   as erlang_c_wait
 * @param within_s       T                            [s]    >= 0
 * @param[out] share     P(W <= T)                    [1]    untouched on error
 * @return, method, cost and source: as erlang_c_wait.
 */
enum status erlang_c_within(double lambda_per_s, double mu_per_s, int servers, double within_s,
                            double *share);

/**
 * Least number of servers with P(W <= T) >= q in an M/M/c station.
 *
 * @param lambda_per_s   arrival rate                 [1/s]  > 0
 * @param mu_per_s       service rate of one server   [1/s]  > 0, lambda / mu <= 1e6
 * @param within_s       T                            [s]    >= 0
 * @param share          q                            [1]    0 <= q < 1
 * @param[out] servers   least c                      [1]    untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails.
 *
 * Method: one B recursion, tested from the first stable c on. O(c), pure.
 * Source: as erlang_c_wait.
 */
enum status erlang_c_staff(double lambda_per_s, double mu_per_s, double within_s, double share,
                           int *servers);

/* What an M/M/c+M station is like to those who come. */
struct erlang_a {
    double delayed;       /* P(W > 0)                                              */
    double reneged;       /* share that leaves unserved                            */
    double wait_s;        /* mean over all, those who leave included         [s]   */
    double wait_served_s; /* mean over those who are served, zeros included  [s]   */
    double line;          /* mean number waiting                                   */
};

/**
 * M/M/c with exponential patience (Erlang A); stable for any load.
 *
 *     A = A(c mu / theta, lambda / theta),    A(x, y) = x e^y y^-x gamma(x, y) = sum_j y^j /
 * (x+1)_j P(W > 0) = A B / (1 + (A - 1) B),       P(Ab | W > 0) = 1 / (rho A) + 1 - 1 / rho E[W] =
 * P(Ab) / theta,                   L_q = lambda E[W]
 *
 * @param lambda_per_s   arrival rate                 [1/s]  > 0
 * @param mu_per_s       service rate of one server   [1/s]  > 0
 * @param theta_per_s    1 / mean patience            [1/s]  > 0
 * @param servers        c                            [1]    >= 1
 * @param[out] answer    see struct erlang_a                 untouched on error
 * @return OK; ERR_DOMAIN if a bound above fails.
 *
 * Method: B by its recursion; the sum and the waits of the served (who, with j ahead in the line,
 * gets served before losing patience, erlang_a_ahead) term by term over the line's length, rescaled
 * against overflow. O(c + longest line), pure.
 * Source: Palm 1957; Mandelbaum & Zeltyn 2007, Service engineering in action: the Palm/Erlang-A
 * queue.
 */
enum status erlang_a(double lambda_per_s, double mu_per_s, double theta_per_s, int servers,
                     struct erlang_a *answer);

/**
 * One who joins with j ahead in the line, all servers busy at c mu in all: chance of being served,
 * and E[wait; served]. The next one ahead goes at rate c mu + k theta while k more are left.
 *
 *     P(served) = c mu / (c mu + (j+1) theta)
 *     E[wait; served] = P(served) sum_{k=1..j+1} 1 / (c mu + k theta)
 *
 * @param busy_per_s     c mu                         [1/s]  > 0
 * @param theta_per_s    1 / mean patience; 0: none   [1/s]  >= 0
 * @param ahead_s        the sum for j-1 ahead (0 for j = 0)  [s]  ; grows by one term in here
 * @param ahead          j                            [1]    >= 0
 * @param[out] served    P(served)                    [1]
 * @param[out] wait_s    E[wait; served]              [s]
 *
 * O(1). Call for j = 0, 1, 2, ... in turn.
 */
void erlang_a_ahead(double busy_per_s, double theta_per_s, int ahead, double *ahead_s,
                    double *served, double *wait_s);

#endif
