/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATS_TALLY_H
#define STATS_TALLY_H

/* Count, mean and squared deviations of a sample, added one by one or merged (Welford; Chan, Golub
 * & LeVeque 1983). The result depends on the order of addition: add in row order, merge in block
 * order. */
struct tally {
    long n;
    double mean, squares; /* sum of (x - mean)^2 */
    double least, greatest;
};

void tally_add(struct tally *tally, double x);
void tally_merge(struct tally *into, const struct tally *more);
double tally_variance(const struct tally *tally); /* unbiased; 0 while n < 2 */

/* Pairs (x, y): for ratios of means and for differences. */
struct pair_tally {
    long n;
    double mean_x, mean_y, xx, yy, xy; /* centred sums of products */
};

void pair_tally_add(struct pair_tally *tally, double x, double y);
void pair_tally_merge(struct pair_tally *into, const struct pair_tally *more);

/* Two pairs of the same day, (x, y) of one layout and (x', y') of another: for the difference of two ratios. */
enum { TWIN = 4, TWIN_PRODUCTS = TWIN * (TWIN + 1) / 2 };

struct twin_tally {
    long n;
    double mean[TWIN];              /* x, y, x', y' */
    double product[TWIN_PRODUCTS];  /* centred sums of products, row by row of the lower triangle */
};

void twin_tally_add(struct twin_tally *tally, const double value[TWIN]);

#endif
