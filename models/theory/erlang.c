/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/erlang.h"

#include <math.h>
#include <stdbool.h>

enum status erlang_b(double load_erlang, int servers, double *blocked)
{
    if (!(load_erlang >= 0) || isinf(load_erlang) || servers < 0)
        return ERR_DOMAIN;
    double b = 1;
    for (int i = 1; i <= servers; i++)
        b = load_erlang * b / (i + load_erlang * b);
    *blocked = b;
    return OK;
}

static double delayed_of(double blocked, double load_erlang, int servers)
{
    return blocked / (1 - load_erlang / servers * (1 - blocked));
}

enum status erlang_c(double load_erlang, int servers, double *delayed)
{
    double blocked;
    if (servers < 1)
        return ERR_DOMAIN;
    TRY(erlang_b(load_erlang, servers, &blocked));
    if (load_erlang >= servers)
        return ERR_UNSTABLE;
    *delayed = delayed_of(blocked, load_erlang, servers);
    return OK;
}

static bool is_rate(double rate_per_s)
{
    return rate_per_s > 0 && isfinite(rate_per_s);
}

enum status erlang_c_wait(double lambda_per_s, double mu_per_s, int servers, double *wait_s)
{
    double delayed;
    if (!is_rate(lambda_per_s) || !is_rate(mu_per_s))
        return ERR_DOMAIN;
    TRY(erlang_c(lambda_per_s / mu_per_s, servers, &delayed));
    *wait_s = delayed / (servers * mu_per_s - lambda_per_s);
    return OK;
}

enum status erlang_c_line(double lambda_per_s, double mu_per_s, int servers, double *line)
{
    double wait_s;
    TRY(erlang_c_wait(lambda_per_s, mu_per_s, servers, &wait_s));
    *line = lambda_per_s * wait_s;
    return OK;
}

static double within(double delayed, double spare_per_s, double within_s)
{
    return 1 - delayed * exp(-spare_per_s * within_s);
}

enum status erlang_c_within(double lambda_per_s, double mu_per_s, int servers, double within_s,
                            double *share)
{
    double delayed;
    if (!is_rate(lambda_per_s) || !is_rate(mu_per_s) || !(within_s >= 0))
        return ERR_DOMAIN;
    TRY(erlang_c(lambda_per_s / mu_per_s, servers, &delayed));
    *share = within(delayed, servers * mu_per_s - lambda_per_s, within_s);
    return OK;
}

enum status erlang_c_staff(double lambda_per_s, double mu_per_s, double within_s, double share,
                           int *servers)
{
    double load = lambda_per_s / mu_per_s, blocked = 1;
    if (!is_rate(lambda_per_s) || !is_rate(mu_per_s) || !(load <= 1e6))
        return ERR_DOMAIN;
    if (!(within_s >= 0) || !(share >= 0 && share < 1))
        return ERR_DOMAIN;
    for (int c = 1;; c++) {
        blocked = load * blocked / (c + load * blocked);
        if (c <= load)
            continue;
        double delayed = delayed_of(blocked, load, c);
        if (within(delayed, c * mu_per_s - lambda_per_s, within_s) >= share) {
            *servers = c;
            return OK;
        }
    }
}

void erlang_a_ahead(double busy_per_s, double theta_per_s, int ahead, double *ahead_s,
                    double *served, double *wait_s)
{
    double rate_per_s = busy_per_s + (ahead + 1) * theta_per_s;
    *ahead_s += 1 / rate_per_s;
    *served = busy_per_s / rate_per_s;
    *wait_s = *served * *ahead_s;
}

/* Sums over the length of the line, in units of P(all busy, none waits). */
struct line_sums {
    double unit, all, reneged, wait_s;
};

static void rescale(struct line_sums *sums, double *weight)
{
    const double shrink = 1e-200;
    sums->unit *= shrink;
    sums->all *= shrink;
    sums->reneged *= shrink;
    sums->wait_s *= shrink;
    *weight *= shrink;
}

static struct line_sums sum_over_line(double lambda_per_s, double busy_per_s, double theta_per_s)
{
    struct line_sums sums = {.unit = 1};
    double weight = 1, ahead_s = 0, served, wait_s;

    for (int ahead = 0;; ahead++) {
        erlang_a_ahead(busy_per_s, theta_per_s, ahead, &ahead_s, &served, &wait_s);
        sums.all += weight;
        sums.reneged += weight * (1 - served);
        sums.wait_s += weight * wait_s;
        double step = lambda_per_s / (busy_per_s + (ahead + 1) * theta_per_s);
        weight *= step;
        if (step < 1 && weight < 1e-18 * (1 - step) * sums.all)
            return sums;
        if (weight > 1e200)
            rescale(&sums, &weight);
    }
}

enum status erlang_a(double lambda_per_s, double mu_per_s, double theta_per_s, int servers,
                     struct erlang_a *answer)
{
    double blocked, busy_per_s = servers * mu_per_s;
    if (!is_rate(lambda_per_s) || !is_rate(mu_per_s) || !is_rate(theta_per_s) || servers < 1)
        return ERR_DOMAIN;
    TRY(erlang_b(lambda_per_s / mu_per_s, servers, &blocked));
    struct line_sums sums = sum_over_line(lambda_per_s, busy_per_s, theta_per_s);
    /* P(W > 0) with A = all / unit, both sides times unit: A itself may overflow */
    double busy = sums.all * blocked, idle = sums.unit * (1 - blocked);
    double delayed = busy / (idle + busy), given_delayed = delayed / sums.all;
    double reneged = given_delayed * sums.reneged;
    answer->delayed = delayed;
    answer->reneged = reneged;
    answer->wait_s = reneged / theta_per_s;
    answer->wait_served_s = given_delayed * sums.wait_s / (1 - reneged);
    answer->line = lambda_per_s * answer->wait_s;
    return OK;
}
