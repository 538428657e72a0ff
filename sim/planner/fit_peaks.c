/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/fit_peaks.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

enum { MOST = 3 * FIT_MOST_PEAKS, EM_STEPS = 60, SCORING_STEPS = 60 };

static const double z = 1.959963984540054;

struct tally {
    int n;
    const struct fit_step *step;
    double days, from_s, to_s, least_spread_s;
};

static struct tally tally_of(int n, const struct fit_step step[])
{
    struct tally t = {n, step, 0, step[0].from_s, step[n - 1].to_s, 0};

    for (int i = 0; i < n; i++) {
        t.days = fmax(t.days, step[i].days);
        t.least_spread_s = fmax(t.least_spread_s, (step[i].to_s - step[i].from_s) / 3);
    }
    return t;
}

static double clamp(double x, double low, double high)
{
    return fmin(fmax(x, low), high);
}

static void keep_within(const struct tally *t, struct peaks *p)
{
    for (int k = 0; k < p->n; k++) {
        p->at_s[k] = clamp(p->at_s[k], t->from_s, t->to_s);
        p->spread_s[k] = clamp(p->spread_s[k], t->least_spread_s, t->to_s - t->from_s);
        p->a_day[k] = fmax(p->a_day[k], 1e-9);
    }
}

/* --- a peak over a stretch of time ------------------------------------------------------------------------------ */

/* Its share of the peak, and there the integrals of u phi(u) and of (u^2 - 1) phi(u), u in spreads from the peak. */
struct piece {
    double share, first, second;
};

static double above(double u)
{
    return isfinite(u) ? u * gsl_ran_ugaussian_pdf(u) : 0;
}

static struct piece piece_of(const struct peaks *p, int k, double from_s, double to_s)
{
    double a = (from_s - p->at_s[k]) / p->spread_s[k], b = (to_s - p->at_s[k]) / p->spread_s[k];
    double share = a > 0 ? gsl_cdf_ugaussian_Q(a) - gsl_cdf_ugaussian_Q(b) : gsl_cdf_ugaussian_P(b) - gsl_cdf_ugaussian_P(a);
    return (struct piece){share, gsl_ran_ugaussian_pdf(a) - gsl_ran_ugaussian_pdf(b), above(a) - above(b)};
}

static double curve_at(const struct peaks *p, const struct fit_step *step)
{
    double sum = 0;
    for (int k = 0; k < p->n; k++)
        sum += p->a_day[k] * piece_of(p, k, step->from_s, step->to_s).share;
    return fmax(sum, 1e-12);
}

static double likelihood_of(const struct tally *t, const struct peaks *p)
{
    double sum = 0;

    for (int i = 0; i < t->n; i++) {
        double curve = curve_at(p, &t->step[i]);
        sum += t->step[i].came * log(curve) - t->step[i].days * curve;
    }
    return sum;
}

/* --- EM -------------------------------------------------------------------------------------------------------- */

struct sums {
    double n[FIT_MOST_PEAKS], first[FIT_MOST_PEAKS], second[FIT_MOST_PEAKS];
};

/* What came is parted between the peaks; on the days when nobody looked, the peaks are taken at their word. */
static void add_stretch(const struct tally *t, const struct peaks *p, double from_s, double to_s, double days, double came, struct sums *sums)
{
    struct piece piece[FIT_MOST_PEAKS];
    double all = 0;

    for (int k = 0; k < p->n; k++) {
        piece[k] = piece_of(p, k, from_s, to_s);
        all += p->a_day[k] * piece[k].share;
    }
    for (int k = 0; k < p->n; k++) {
        double a_day = p->a_day[k], weight = (all > 1e-300 ? came / all : 0) * a_day + (t->days - days) * a_day;
        sums->n[k] += weight * piece[k].share;
        sums->first[k] += weight * piece[k].first;
        sums->second[k] += weight * (piece[k].share + piece[k].second);
    }
}

static void em_step(const struct tally *t, struct peaks *p)
{
    struct sums sums = {0};
    double end_s = -HUGE_VAL;

    for (int i = 0; i < t->n; i++) {
        const struct fit_step *step = &t->step[i];
        if (step->from_s > end_s)
            add_stretch(t, p, end_s, step->from_s, 0, 0, &sums);
        add_stretch(t, p, step->from_s, step->to_s, step->days, step->came, &sums);
        end_s = step->to_s;
    }
    add_stretch(t, p, end_s, HUGE_VAL, 0, 0, &sums);
    for (int k = 0; k < p->n; k++) {
        if (!(sums.n[k] > 1e-9))
            continue;
        double first = sums.first[k] / sums.n[k], second = sums.second[k] / sums.n[k];
        p->a_day[k] = sums.n[k] / t->days;
        p->at_s[k] += p->spread_s[k] * first;
        p->spread_s[k] *= sqrt(fmax(1e-9, second - first * first));
    }
    keep_within(t, p);
}

/* --- Fisher's information --------------------------------------------------------------------------------------- */

/* Derivatives of the curve over a step by log a_day, at, log spread of each peak. */
static void gradient_of(const struct peaks *p, const struct fit_step *step, double gradient[MOST])
{
    for (int k = 0; k < p->n; k++) {
        struct piece piece = piece_of(p, k, step->from_s, step->to_s);
        gradient[3 * k] = p->a_day[k] * piece.share;
        gradient[3 * k + 1] = p->a_day[k] * piece.first / p->spread_s[k];
        gradient[3 * k + 2] = p->a_day[k] * piece.second;
    }
}

/* The information's Cholesky factor, scaled to a diagonal of 1; what can't be told apart gets a huge variance. */
struct information {
    int m;
    double factor[MOST * MOST], scale[MOST], score[MOST];
};

static void information_of(const struct tally *t, const struct peaks *p, struct information *info)
{
    int m = 3 * p->n;
    double gradient[MOST] = {0};

    *info = (struct information){.m = m};
    for (int i = 0; i < t->n; i++) {
        double curve = curve_at(p, &t->step[i]);
        gradient_of(p, &t->step[i], gradient);
        for (int a = 0; a < m; a++) {
            info->score[a] += (t->step[i].came / curve - t->step[i].days) * gradient[a];
            for (int b = 0; b < m; b++)
                info->factor[a * m + b] += t->step[i].days * gradient[a] * gradient[b] / curve;
        }
    }
    for (int a = 0; a < m; a++)
        info->scale[a] = sqrt(fmax(info->factor[a * m + a], 1e-30));
    for (int a = 0; a < m; a++)
        for (int b = 0; b < m; b++)
            info->factor[a * m + b] = a == b ? 1 + 1e-9 : info->factor[a * m + b] / info->scale[a] / info->scale[b];
    gsl_matrix_view view = gsl_matrix_view_array(info->factor, m, m);
    gsl_linalg_cholesky_decomp1(&view.matrix);
}

/* x becomes the information's inverse times x. */
static void information_solve(struct information *info, double x[])
{
    gsl_matrix_view factor = gsl_matrix_view_array(info->factor, info->m, info->m);
    gsl_vector_view vector = gsl_vector_view_array(x, info->m);

    for (int a = 0; a < info->m; a++)
        x[a] /= info->scale[a];
    gsl_linalg_cholesky_svx(&factor.matrix, &vector.vector);
    for (int a = 0; a < info->m; a++)
        x[a] /= info->scale[a];
}

static double deviation(struct information *info, const double gradient[])
{
    double x[MOST], variance = 0;

    memcpy(x, gradient, (size_t)info->m * sizeof *x);
    information_solve(info, x);
    for (int a = 0; a < info->m; a++)
        variance += x[a] * gradient[a];
    return sqrt(fmax(0, variance));
}

static struct peaks moved(const struct tally *t, const struct peaks *p, const double by[], double part)
{
    struct peaks there = *p;

    for (int k = 0; k < p->n; k++) {
        there.a_day[k] *= exp(clamp(part * by[3 * k], -1, 1));
        there.at_s[k] += clamp(part * by[3 * k + 1], -p->spread_s[k], p->spread_s[k]);
        there.spread_s[k] *= exp(clamp(part * by[3 * k + 2], -1, 1));
    }
    keep_within(t, &there);
    there.likelihood = likelihood_of(t, &there);
    return there;
}

/* Scoring ends what EM only creeps towards. */
static void climb(const struct tally *t, struct peaks *p)
{
    struct information info;

    for (int i = 0; i < SCORING_STEPS; i++) {
        struct peaks best = *p;
        information_of(t, p, &info);
        information_solve(&info, info.score);
        for (double part = 1; part > 0.01 && !(best.likelihood > p->likelihood); part /= 2)
            best = moved(t, p, info.score, part);
        if (!(best.likelihood > p->likelihood + 1e-9))
            return;
        *p = best;
    }
}

/* --- starts ----------------------------------------------------------------------------------------------------- */

static const struct start {
    int peaks;
    double quantile[FIT_MOST_PEAKS], spread; /* in spreads of all that came */
} starts[] = {
    {1, {0.5}, 1},
    {2, {0.25, 0.75}, 0.5}, {2, {0.4, 0.9}, 0.4}, {2, {0.1, 0.6}, 0.4}, {2, {0.5, 0.7}, 0.9},
    {3, {0.17, 0.5, 0.83}, 0.35}, {3, {0.1, 0.3, 0.7}, 0.3}, {3, {0.3, 0.7, 0.9}, 0.3}, {3, {0.05, 0.5, 0.95}, 0.3},
};

static double middle(const struct fit_step *step)
{
    return (step->from_s + step->to_s) / 2;
}

static struct peaks begin(const struct tally *t, const struct start *start)
{
    struct peaks p = {.n = start->peaks};
    double all = 0, mean = 0, square = 0, below = 0;

    for (int i = 0; i < t->n; i++) {
        double rate = t->step[i].days ? t->step[i].came / t->step[i].days : 0;
        all += rate, mean += rate * middle(&t->step[i]), square += rate * pow(middle(&t->step[i]), 2);
    }
    double spread = sqrt(fmax(0, square / all - pow(mean / all, 2)));
    for (int i = 0; i < t->n; i++) {
        below += t->step[i].days ? t->step[i].came / t->step[i].days : 0;
        for (int k = 0; k < p.n; k++)
            if (p.at_s[k] == 0 && below >= start->quantile[k] * all)
                p.at_s[k] = middle(&t->step[i]);
    }
    for (int k = 0; k < p.n; k++)
        p.a_day[k] = all / p.n, p.spread_s[k] = spread * start->spread;
    keep_within(t, &p);
    return p;
}

void peaks_fit(int peaks, int n, const struct fit_step step[], struct peaks *best)
{
    struct tally t = tally_of(n, step);

    *best = (struct peaks){.likelihood = -HUGE_VAL};
    for (size_t s = 0; s < sizeof starts / sizeof *starts; s++) {
        if (starts[s].peaks != peaks)
            continue;
        struct peaks p = begin(&t, &starts[s]);
        for (int i = 0; i < EM_STEPS; i++)
            em_step(&t, &p);
        p.likelihood = likelihood_of(&t, &p);
        climb(&t, &p);
        if (p.likelihood > best->likelihood + 1e-7)
            *best = p;
    }
}

/* --- intervals -------------------------------------------------------------------------------------------------- */

static void sort_by_time(struct peaks *p)
{
    for (int i = 1; i < p->n; i++)
        for (int k = i; k > 0 && p->at_s[k - 1] > p->at_s[k]; k--) {
            double a_day = p->a_day[k], at_s = p->at_s[k], spread_s = p->spread_s[k];
            p->a_day[k] = p->a_day[k - 1], p->at_s[k] = p->at_s[k - 1], p->spread_s[k] = p->spread_s[k - 1];
            p->a_day[k - 1] = a_day, p->at_s[k - 1] = at_s, p->spread_s[k - 1] = spread_s;
        }
}

static double deviation_of(struct information *info, int parameter)
{
    double unit[MOST] = {0};
    unit[parameter] = 1;
    return deviation(info, unit);
}

void peaks_band(const struct peaks *peaks, int n, const struct fit_step step[], struct fit_arrivals *fit)
{
    struct tally t = tally_of(n, step);
    struct peaks p = *peaks;
    struct information info;
    double gradient[MOST] = {0};

    sort_by_time(&p);
    information_of(&t, &p, &info);
    for (int k = 0; k < p.n; k++) {
        double at = z * deviation_of(&info, 3 * k + 1), ratio = exp(fmin(50, z * deviation_of(&info, 3 * k + 2)));
        fit->peak[k] = (struct fit_peak){{p.at_s[k], fmax(t.from_s, p.at_s[k] - at), fmin(t.to_s, p.at_s[k] + at)},
                                         {p.spread_s[k], p.spread_s[k] / ratio, p.spread_s[k] * ratio}, p.a_day[k]};
    }
    for (int i = 0; i < n; i++) {
        double curve = curve_at(&p, &step[i]);
        gradient_of(&p, &step[i], gradient);
        double ratio = exp(fmin(50, z * deviation(&info, gradient) / curve));
        fit->curve[i] = (struct estimate){curve, curve / ratio, curve * ratio};
    }
}
