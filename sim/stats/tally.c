/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/tally.h"

void tally_add(struct tally *tally, double x)
{
    double off = x - tally->mean;

    if (tally->n == 0 || x < tally->least)
        tally->least = x;
    if (tally->n == 0 || x > tally->greatest)
        tally->greatest = x;
    tally->n++;
    tally->mean += off / (double)tally->n;
    tally->squares += off * (x - tally->mean);
}

void tally_merge(struct tally *into, const struct tally *more)
{
    if (more->n == 0)
        return;
    if (into->n == 0) {
        *into = *more;
        return;
    }
    double n = (double)into->n, m = (double)more->n, off = more->mean - into->mean;
    into->n += more->n;
    into->mean += off * m / (n + m);
    into->squares += more->squares + off * off * n * m / (n + m);
    into->least = more->least < into->least ? more->least : into->least;
    into->greatest = more->greatest > into->greatest ? more->greatest : into->greatest;
}

double tally_variance(const struct tally *tally)
{
    return tally->n < 2 ? 0 : tally->squares / (double)(tally->n - 1);
}

void pair_tally_add(struct pair_tally *tally, double x, double y)
{
    double off_x = x - tally->mean_x, off_y = y - tally->mean_y;

    tally->n++;
    tally->mean_x += off_x / (double)tally->n;
    tally->mean_y += off_y / (double)tally->n;
    tally->xx += off_x * (x - tally->mean_x);
    tally->yy += off_y * (y - tally->mean_y);
    tally->xy += off_x * (y - tally->mean_y);
}

void pair_tally_merge(struct pair_tally *into, const struct pair_tally *more)
{
    if (more->n == 0)
        return;
    if (into->n == 0) {
        *into = *more;
        return;
    }
    double n = (double)into->n, m = (double)more->n;
    double off_x = more->mean_x - into->mean_x, off_y = more->mean_y - into->mean_y;
    into->n += more->n;
    into->mean_x += off_x * m / (n + m);
    into->mean_y += off_y * m / (n + m);
    into->xx += more->xx + off_x * off_x * n * m / (n + m);
    into->yy += more->yy + off_y * off_y * n * m / (n + m);
    into->xy += more->xy + off_x * off_y * n * m / (n + m);
}

void twin_tally_add(struct twin_tally *tally, const double value[TWIN])
{
    double before[TWIN];
    int at = 0;

    tally->n++;
    for (int i = 0; i < TWIN; i++) {
        before[i] = value[i] - tally->mean[i];
        tally->mean[i] += before[i] / (double)tally->n;
        for (int j = 0; j <= i; j++)
            tally->product[at++] += (value[i] - tally->mean[i]) * before[j];
    }
}
