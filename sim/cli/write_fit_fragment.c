/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_fit.h"

#include "cli/write_inside.h"
#include "core/say.h"

#include <math.h>
#include <stdlib.h>

enum { ONE_IN = 10 };

/* A name as YAML takes it whatever it is: JSON's quotes. */
static void add_name(struct text *out, const char *name)
{
    json_t *text = json_text(name);
    char *quoted = text ? json_dumps(text, JSON_ENCODE_ANY) : NULL;

    text_add(out, quoted ? quoted : "\"?\"");
    out->failed |= !quoted;
    free(quoted);
    json_decref(text);
}

static void write_peaks(const struct fit_arrivals *a, struct text *out)
{
    double all = 0, rest = 100;

    for (int k = 0; k < a->n_peaks; k++)
        all += a->peak[k].a_day;
    text_add(out, "    departs:\n");
    for (int k = 0; k < a->n_peaks; k++) {
        double share = k + 1 < a->n_peaks ? round(1000 * a->peak[k].a_day / all) / 10 : rest;
        rest -= share;
        text_add(out, "      - {peak: ");
        write_clock(out, round(a->peak[k].at_s.value), SECONDS);
        text_print(out, ", spread: %.0f s, share: %.1f %%}  # ", fmax(1, a->peak[k].spread_s.value), fmax(0, share));
        write_clock(out, a->peak[k].at_s.low, MINUTES);
        text_add(out, " .. ");
        write_clock(out, a->peak[k].at_s.high, MINUTES);
        text_print(out, ", %.0f .. %.0f s\n", a->peak[k].spread_s.low, a->peak[k].spread_s.high);
    }
}

/* Of ten times as many one in ten comes: so their number varies by chance as a count does, and by day-to-day beyond it. */
static void write_count(const struct fitted_station *s, struct text *out)
{
    const struct fit_arrivals *a = &s->arrivals;
    double count = 0;

    for (int k = 0; k < a->n_peaks; k++)
        count += a->peak[k].a_day;
    text_print(out, "    count: %.0f  # ", fmax(1, round(ONE_IN * count)));
    text_print(out, say("one in %d of them comes\n"), ONE_IN);
    text_print(out, "    uptake: %d %%  # ", 100 / ONE_IN);
    text_print(out, say("%.1f a day come while it's open (95 %%: %.1f .. %.1f); %.0f counted on %d days\n"), a->a_day.value, a->a_day.low, a->a_day.high, s->came, s->n_days);
    write_peaks(a, out);
    if (!a->days_differ)
        return;
    text_print(out, "    day-to-day: %.3f  # ", fmin(2, a->day_to_day.value));
    text_print(out, say("beyond chance; 95 %%: %.3f .. %.3f\n"), a->day_to_day.low, a->day_to_day.high);
}

static void write_patience(const struct fitted_station *s, struct text *out)
{
    const struct estimate *p = &s->patience_s;

    if (isfinite(p->value))
        text_print(out, "    patience: exponential(mean %.0f s)  # 95 %%: %.0f .. %.0f s; n = %.0f\n", fmax(1, p->value), p->low, p->high, s->gave_up);
    else if (isfinite(p->low)) {
        text_print(out, "    # ");
        text_print(out, say("patience: nobody gave up; at least %.0f s on average\n"), p->low);
    }
}

static void write_drinks(const struct fitted *fitted, const struct fitted_station *s, struct text *out)
{
    double rest = 1000;
    int last = -1;

    for (int d = 0; d < fitted->n_drinks; d++)
        if (s->drink[d] > 0)
            last = d;
    if (last < 0)
        return;
    text_add(out, "    drinks: {");
    for (int d = 0; d <= last; d++) {
        if (!(s->drink[d] > 0))
            continue;
        double share = d < last ? fmin(rest, round(1000 * s->share[d].value)) : rest;
        text_add(out, rest < 1000 ? ", " : "");
        add_name(out, fitted->drink[d]);
        text_print(out, ": %.1f %%", share / 10);
        rest -= share;
    }
    text_print(out, "}  # n = %.0f\n", s->drinks);
}

static void write_group(const struct fitted *fitted, const struct fitted_station *s, struct text *out)
{
    text_add(out, "  ");
    add_name(out, s->name);
    text_add(out, ":\n    at: ");
    add_name(out, s->name);
    text_add(out, "\n");
    write_count(s, out);
    write_patience(s, out);
    write_drinks(fitted, s, out);
}

static void write_service(const struct fit_service *service, struct text *out)
{
    if (service->family == DIST_NONE)
        return;
    text_add(out, "\n# ");
    text_add(out, say("From greeting to hand-over, pouring included: where vessels with a tap pour, take that time off.\n"));
    text_print(out, "service:\n  greet: %s(mean %.1f s, cv %.3f)  # 95 %%: %.1f .. %.1f s, %.3f .. %.3f; n = %d\n", distribution_families[service->family].name,
               service->mean_s.value, service->cv.value, service->mean_s.low, service->mean_s.high, service->cv.low, service->cv.high, service->n);
}

void write_fit_fragment(const struct fitted *fitted, struct text *out)
{
    bool any = false;

    text_add(out, "# ");
    text_print(out, say("Fitted to tallies by samovar fit %s: to be pasted into a scenario, or named there by extends:\n"), SAMOVAR_VERSION);
    for (int s = 0; s < fitted->n; s++) {
        if (!fitted->station[s].arrivals.n_peaks)
            continue;
        text_add(out, any ? "" : "residents:\n");
        any = true;
        write_group(fitted, &fitted->station[s], out);
    }
    write_service(&fitted->all.service, out);
}
