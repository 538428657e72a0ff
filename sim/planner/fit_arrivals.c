/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/fit.h"
#include "planner/fit_peaks.h"
#include "stats/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double tail = 0.025;

/* --- days ----------------------------------------------------------------------------------------------------- */

static double whole_day(int n, const struct fit_arrivals *fit)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += isfinite(fit->curve[i].value) ? fit->curve[i].value : 0;
    return sum;
}

/* What each day should have brought by the curve, scaled to what all did bring. @return whole days tallied, parts in part */
static double expect_days(int n, const struct fit_arrivals *fit, int n_days, struct fit_day day[])
{
    double came = 0, expected = 0, whole = whole_day(n, fit);

    for (int d = 0; d < n_days; d++) {
        day[d].expected = 0;
        for (int i = 0; i < n; i++)
            day[d].expected += day[d].tallied[i] ? fit->curve[i].value : 0;
        came += day[d].came;
        expected += day[d].expected;
    }
    for (int d = 0; d < n_days && expected > 0; d++)
        day[d].expected *= came / expected;
    return whole > 0 ? expected / whole : n_days;
}

/* cv^2 = (variance of the totals - what Poisson gives) / mean square, its interval by that of a variance. */
static void find_day_to_day(int n_days, const struct fit_day day[], struct fit_arrivals *fit)
{
    double squares = 0, expected = 0, expected2 = 0, index = 0, dof = n_days - 1;

    for (int d = 0; d < n_days; d++) {
        double off = day[d].came - day[d].expected;
        squares += off * off;
        index += off * off / day[d].expected;
        expected += day[d].expected / n_days;
        expected2 += day[d].expected * day[d].expected / n_days;
    }
    double low = squares / gsl_cdf_chisq_Qinv(tail, dof), high = squares / gsl_cdf_chisq_Pinv(tail, dof);
    const double variance[] = {squares / dof, low, high};
    double cv[3];
    for (int i = 0; i < 3; i++)
        cv[i] = sqrt(fmax(0, variance[i] - expected) / expected2);
    fit->day_to_day = (struct estimate){cv[0], cv[1], cv[2]};
    fit->days_differ = gsl_cdf_chisq_Q(index, dof) < 0.1;
}

/* The mean a day over all steps. */
static void find_a_day(double came, double days, int n_days, const struct fit_day day[], struct fit_arrivals *fit)
{
    double squares = 0;

    fit->a_day = fit_poisson(came, days);
    if (!fit->days_differ)
        return;
    for (int d = 0; d < n_days; d++)
        squares += pow(fit->a_day.value * (day[d].came / day[d].expected - 1), 2);
    double half = student_t(1 - 2 * tail, n_days - 1) * sqrt(squares / (n_days - 1) / n_days);
    fit->a_day.low = fmax(0, fit->a_day.value - half);
    fit->a_day.high = fit->a_day.value + half;
}

static bool days_are_told(int n_days, const struct fit_day day[])
{
    for (int d = 0; d < n_days; d++)
        if (!(day[d].expected > 0))
            return false;
    return n_days > 1;
}

/* --- goodness of fit ------------------------------------------------------------------------------------------ */

static void find_goodness(int n, const struct fit_step step[], struct fit_arrivals *fit)
{
    enum { LEAST_EXPECTED = 5 };
    double expected = 0, came = 0, chi2 = 0, last_expected = 0, last_came = 0;
    int cells = 0;

    for (int i = 0; i < n; i++) {
        expected += fit->curve[i].value * step[i].days;
        came += step[i].came;
        if (expected < LEAST_EXPECTED)
            continue;
        if (cells++)
            chi2 += (last_came - last_expected) * (last_came - last_expected) / last_expected;
        last_expected = expected, last_came = came;
        expected = came = 0;
    }
    last_expected += expected, last_came += came; /* the rest joins the last one */
    if (cells)
        chi2 += (last_came - last_expected) * (last_came - last_expected) / last_expected;
    fit->dof = cells - 3 * fit->n_peaks;
    fit->chi2 = fit->p = NAN;
    if (fit->dof > 0) {
        fit->chi2 = chi2;
        fit->p = gsl_cdf_chisq_Q(chi2, fit->dof);
    }
}

/* --- all together --------------------------------------------------------------------------------------------- */

static void choose_peaks(int n, const struct fit_step step[], double came, struct peaks best[], struct fit_arrivals *fit)
{
    for (int k = 1; k <= FIT_MOST_PEAKS; k++) {
        if (n < 3 * k)
            continue;
        peaks_fit(k, n, step, &best[k]);
        fit->bic[k] = -2 * best[k].likelihood + 3 * k * log(came);
        if (!fit->n_peaks || fit->bic[k] < fit->bic[fit->n_peaks]) {
            fit->next_peaks = fit->n_peaks;
            fit->n_peaks = k;
        } else if (!fit->next_peaks || fit->bic[k] < fit->bic[fit->next_peaks]) {
            fit->next_peaks = k;
        }
    }
}

enum status fit_arrivals(struct arena *arena, int n, const struct fit_step step[], int n_days, struct fit_day day[],
                         struct fit_arrivals *fit)
{
    struct peaks best[1 + FIT_MOST_PEAKS];
    double came = 0;

    *fit = (struct fit_arrivals){.bic = {NAN, NAN, NAN, NAN}, .day_to_day = {NAN, NAN, NAN}, .chi2 = NAN, .p = NAN};
    TAKE(arena, fit->mean, n);
    TAKE(arena, fit->curve, n);
    for (int i = 0; i < n; i++) {
        came += step[i].came;
        fit->mean[i] = fit_poisson(step[i].came, step[i].days);
        fit->curve[i] = (struct estimate){fit->mean[i].value, NAN, NAN};
    }
    if (came >= FIT_LEAST_CAME)
        choose_peaks(n, step, came, best, fit);
    if (fit->n_peaks) {
        peaks_band(&best[fit->n_peaks], n, step, fit);
        find_goodness(n, step, fit);
    }
    double days = expect_days(n, fit, n_days, day);
    if (days_are_told(n_days, day))
        find_day_to_day(n_days, day, fit);
    find_a_day(came, days, n_days, day, fit);
    return OK;
}
