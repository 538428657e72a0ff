/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_fit.h"

#include "cli/write_inside.h"
#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>

enum { LABEL = 13 };

const char *fit_peaks_words(int peaks)
{
    static const char *const words[] = {MARK("no peak"), MARK("one peak"), MARK("two peaks"), MARK("three peaks")};
    return say(words[peaks]);
}

static void begin_line(struct text *out, const char *label)
{
    text_add(out, "  ");
    text_add_padded(out, label, -LABEL);
}

static void add_interval(struct text *out, const char *format, struct estimate e)
{
    text_print(out, format, e.value, e.low, e.high);
}

static void add_clock(struct text *out, double time_s)
{
    write_clock(out, 60 * round(time_s / 60), MINUTES);
}

static void write_peak(const struct fit_arrivals *a, int k, struct text *out)
{
    const struct fit_peak *peak = &a->peak[k];
    double all = 0;
    struct text at = {0}, low = {0}, high = {0};

    for (int i = 0; i < a->n_peaks; i++)
        all += a->peak[i].a_day;
    add_clock(&at, peak->at_s.value);
    add_clock(&low, peak->at_s.low);
    add_clock(&high, peak->at_s.high);
    begin_line(out, "");
    text_print(out, say("%s (%s .. %s), spread %.1f min (%.1f .. %.1f)"), text_c(&at), text_c(&low), text_c(&high), peak->spread_s.value / 60,
               peak->spread_s.low / 60, peak->spread_s.high / 60);
    if (a->n_peaks > 1)
        text_print(out, say(", %.0f %% of them"), 100 * peak->a_day / all);
    text_add(out, "\n");
    text_free(&at);
    text_free(&low);
    text_free(&high);
}

static void write_goodness(const struct fit_arrivals *a, struct text *out)
{
    double lead = a->next_peaks ? a->bic[a->next_peaks] - a->bic[a->n_peaks] : NAN;

    begin_line(out, "");
    if (isnan(a->p))
        text_add(out, say("too few to tell how well the curve fits"));
    else
        text_print(out, a->p < 0.05 ? say("the curve doesn't fit well: chi-square %.1f on %d degrees of freedom, p = %.3f")
                                    : say("the curve fits: chi-square %.1f on %d degrees of freedom, p = %.2f"), a->chi2, a->dof, a->p);
    if (lead < 2)
        text_print(out, say("; can't be told from %s\n"), fit_peaks_words(a->next_peaks));
    else
        text_add(out, "\n");
}

static void write_days(const struct fitted_station *s, struct text *out)
{
    const struct fit_arrivals *a = &s->arrivals;

    begin_line(out, "");
    if (isnan(a->day_to_day.value))
        text_add(out, say("one day alone doesn't tell how days differ\n"));
    else if (a->days_differ)
        add_interval(out, a->day_to_day.low > 0 ? say("days differ: cv %.2f (%.2f .. %.2f) beyond chance\n")
                                                : say("days seem to differ: cv %.2f (%.2f .. %.2f) beyond chance\n"), a->day_to_day);
    else
        text_print(out, say("days differ no more than by chance (cv below %.2f)\n"), a->day_to_day.high);
}

static void write_arrivals(const struct fitted_station *s, struct text *out)
{
    const struct fit_arrivals *a = &s->arrivals;

    begin_line(out, say("arrivals"));
    if (!s->n_steps) {
        text_add(out, say("nobody counted who came\n"));
        return;
    }
    add_interval(out, say("%.1f a day (%.1f .. %.1f)"), a->a_day);
    text_print(out, say_n(", from %d day; ", ", from %d days; ", (unsigned long)s->n_days), s->n_days);
    if (!a->n_peaks) {
        text_print(out, say("fewer than %d came, or too few steps: no curve\n"), FIT_LEAST_CAME);
        return;
    }
    text_print(out, "%s\n", fit_peaks_words(a->n_peaks));
    for (int k = 0; k < a->n_peaks; k++)
        write_peak(a, k, out);
    write_goodness(a, out);
    write_days(s, out);
}

static void write_service(const struct fit_service *service, struct text *out)
{
    begin_line(out, say("service"));
    if (service->family == DIST_NONE) {
        text_print(out, say("%d times taken; at least %d that differ are needed\n"), service->n, FIT_LEAST_SERVICES);
        return;
    }
    add_interval(out, say("mean %.1f s (%.1f .. %.1f)"), service->mean_s);
    add_interval(out, say(", cv %.2f (%.2f .. %.2f)"), service->cv);
    text_print(out, say(", %s, from %d times\n"), service->family == DIST_LOGNORMAL ? say("lognormal") : say("gamma"), service->n);
    begin_line(out, "");
    text_print(out, service->distance > service->critical ? say("doesn't fit well: distance %.3f, above %.3f (Kolmogorov-Smirnov, 5 %%)\n")
                                                          : say("fits: distance %.3f, below %.3f (Kolmogorov-Smirnov, 5 %%)\n"), service->distance, service->critical);
}

static void write_patience(const struct fitted_station *s, struct text *out)
{
    const struct estimate *p = &s->patience_s;

    begin_line(out, say("patience"));
    if (isnan(p->low))
        text_add(out, say("nobody was seen in line\n"));
    else if (isinf(p->value))
        text_print(out, say("nobody gave up: at least %.1f min on average\n"), p->low / 60);
    else
        text_print(out, say("mean %.1f min (%.1f .. %.1f), from %.0f who gave up\n"), p->value / 60, p->low / 60, p->high / 60, s->gave_up);
}

static void write_drinks(const struct fitted *fitted, const struct fitted_station *s, struct text *out)
{
    for (int d = 0; d < fitted->n_drinks && s->drinks > 0; d++) {
        struct text name = {0};
        write_plain(&name, fitted->drink[d]);
        begin_line(out, d ? "" : say("drinks taken"));
        text_print(out, say("%s %.0f %% (%.0f .. %.0f), %.0f of %.0f\n"), text_c(&name), 100 * s->share[d].value, 100 * s->share[d].low, 100 * s->share[d].high,
                   s->drink[d], s->drinks);
        text_free(&name);
    }
    if (!s->n_cups)
        return;
    begin_line(out, say("in the cup"));
    text_print(out, say_n("mean %.1f °C, lowest %.1f °C, of %d cup\n", "mean %.1f °C, lowest %.1f °C, of %d cups\n", (unsigned long)s->n_cups), s->cup_mean_c, s->cup_low_c,
               s->n_cups);
}

static void write_station(const struct fitted *fitted, const struct fitted_station *s, struct text *out)
{
    write_plain(out, s->name ? s->name : say("all stations"));
    text_add(out, "\n");
    if (s->name)
        write_arrivals(s, out);
    write_service(&s->service, out);
    write_patience(s, out);
    write_drinks(fitted, s, out);
}

void write_fit_text(const struct fitted *fitted, struct text *out)
{
    char days[PHRASE_ROOM];

    text_print(out, say_n("%2$s tallied at %1$d station; in brackets intervals of 95 %%\n", "%2$s tallied at %1$d stations; in brackets intervals of 95 %%\n",
                          (unsigned long)fitted->n), fitted->n, phrase_days(days, fitted->n_days, 1));
    for (int s = 0; s < fitted->n; s++) {
        text_add(out, "\n");
        write_station(fitted, &fitted->station[s], out);
    }
    if (fitted->n > 1) {
        text_add(out, "\n");
        write_station(fitted, &fitted->all, out);
    }
}
