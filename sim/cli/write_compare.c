/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_compare.h"

#include "cli/write_inside.h"
#include "cli/write_shown.h"
#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 64, LABEL = 38, UNIT = 9, COLUMN = 18 };

/* A half-width is rounded up, so that the interval on the page covers the one computed. */
static void digits(char text[DIGITS], const struct kpi *kpi, double x, bool up, bool sign)
{
    double grain = pow(10, -kpi->decimals), shown = x * kpi->shown;

    if (!isfinite(x)) {
        snprintf(text, DIGITS, "-");
        return;
    }
    if (up)
        shown = ceil(shown / grain - 1e-6) * grain;
    if (fabs(shown) < grain / 2)
        shown = 0;
    snprintf(text, DIGITS, sign ? "%+.*f" : "%.*f", kpi->decimals, shown);
}

static const struct interval *own(const struct comparison *c, int layout, int kpi)
{
    return summary_kpi(&c->summary[layout], 0, kpi);
}

static void heading(const struct written_comparison *written, struct text *out)
{
    const struct comparison *c = written->comparison;

    text_add_padded(out, "", -(LABEL + UNIT));
    for (int i = 0; i < c->n; i++) {
        struct text name = {0};
        write_plain(&name, written->contestant[i].name);
        text_add(out, " ");
        text_add_padded(out, text_c(&name), COLUMN - 1);
        text_free(&name);
    }
    text_add(out, "\n");
}

static void label(const struct kpi *kpi, struct text *out)
{
    text_add_padded(out, say(kpi->name), -LABEL);
    text_add_padded(out, say(kpi->unit), -UNIT);
}

static const struct interval *against_reference(const struct comparison *c, int layout, int kpi)
{
    return &c->against_reference[layout * n_kpis + kpi];
}

/* A row of both tables has as many decimals as its marks need; and a share that isn't whole isn't shown as 100 %. */
static struct kpi told_apart(const struct comparison *c, int k)
{
    struct kpi kpi = kpis[k];

    for (int i = 0; i < c->n; i++) {
        const struct interval *difference = against_reference(c, i, k);
        struct kpi showing = kpi_showing(&kpis[k], own(c, i, k)->mean);
        if (!kpi.quantile && i != c->reference)
            kpi.decimals = (int)fmax(kpi.decimals, decimals_that_tell(kpis[k].decimals, difference->mean * kpi.shown, difference->half_width * kpi.shown));
        kpi.decimals = (int)fmax(kpi.decimals, showing.decimals);
    }
    return kpi;
}

static void add_cell(struct text *out, const char *cell)
{
    text_add(out, " ");
    text_add_padded(out, cell, COLUMN - 1);
}

static void own_row(const struct comparison *c, int k, struct text *out)
{
    char mean[DIGITS], half[DIGITS], cell[2 * DIGITS + 8];
    struct kpi kpi = told_apart(c, k);

    label(&kpi, out);
    for (int i = 0; i < c->n; i++) {
        digits(mean, &kpi, own(c, i, k)->mean, false, false);
        digits(half, &kpi, own(c, i, k)->half_width, true, false);
        snprintf(cell, sizeof cell, "%s ± %s", mean, half);
        add_cell(out, cell);
    }
    text_add(out, "\n");
}

static const char *side(const struct kpi *kpi, const struct interval *difference)
{
    if (!difference_shows(difference))
        return "≈";
    if (!kpi->better)
        return "•";
    return difference->mean * kpi->better > 0 ? "+" : "−";
}

static void difference_row(const struct comparison *c, int k, struct text *out)
{
    char mean[DIGITS], half[DIGITS], cell[2 * DIGITS + 16];
    struct kpi kpi = told_apart(c, k);

    label(&kpi, out);
    for (int i = 0; i < c->n; i++) {
        const struct interval *difference = against_reference(c, i, k);
        digits(mean, &kpi, difference->mean, false, true);
        digits(half, &kpi, difference->half_width, true, false);
        snprintf(cell, sizeof cell, "%s ± %s %s", mean, half, side(&kpi, difference));
        add_cell(out, i == c->reference ? "·" : cell);
    }
    text_add(out, "\n");
}

/* A figure is left out where no layout has any of it. */
static bool any(const struct comparison *c, int k)
{
    for (int i = 0; i < c->n; i++)
        if (own(c, i, k)->mean != 0)
            return true;
    return false;
}

/* "B: 31.2 ± 6.0 more warm" against the best, in the unit shown. */
static void one_verdict(const struct written_comparison *written, int i, struct text *out)
{
    const struct comparison *c = written->comparison;
    struct kpi goal = kpis[c->goal], *kpi = &goal;
    struct interval difference = c->against_best[i * n_kpis + c->goal];
    const char *best = written->contestant[c->best].name, *other = written->contestant[i].name;
    char mean[DIGITS], half[DIGITS];

    goal.decimals = decimals_that_tell(goal.decimals, difference.mean * goal.shown, difference.half_width * goal.shown);
    digits(mean, kpi, fabs(difference.mean), false, false);
    digits(half, kpi, difference.half_width, true, false);
    const char *name = say(kpi->name);
    while (*name == ' ')
        name++;
    if (!difference_shows(&difference))
        text_print(out, say("%s can't be told from %s (%s: a difference of %s ± %s %s).\n"), other, best, name, mean, half, say(kpi->unit));
    else
        text_print(out, say("%s is better than %s (%s: by %s ± %s %s).\n"), best, other, name, mean, half, say(kpi->unit));
}

void write_verdict(const struct written_comparison *written, struct text *out)
{
    for (int i = 0; i < written->comparison->n; i++)
        if (i != written->comparison->best)
            one_verdict(written, i, out);
}

static void write_gain(const struct written_comparison *written, struct text *out)
{
    const struct comparison *c = written->comparison;
    double least = HUGE_VAL, most = 0;

    for (int i = 0; i < c->n; i++)
        if (i != c->best) {
            least = fmin(least, c->gain[i]);
            most = fmax(most, c->gain[i]);
        }
    if (c->n == 2)
        text_print(out, say("The same days for all saved a factor of %.1f in days.\n"), most);
    else
        text_print(out, say("The same days for all saved a factor of %.1f to %.1f in days.\n"), least, most);
}

void write_comparison_table(const struct written_comparison *written, struct text *out)
{
    const struct comparison *c = written->comparison;
    struct text title = {0};
    char days[PHRASE_ROOM];

    write_plain(&title, written->scenario);
    text_print(out, say("%s · %d layouts on the same %s\n\n"), text_c(&title), c->n,
               phrase_days(days, c->days, study_plan(c->summary[0].study)->scenario->campaign.days));
    text_free(&title);
    write_verdict(written, out);
    text_add(out, "\n");
    heading(written, out);
    for (int k = 0; k < n_kpis; k++)
        if (any(c, k))
            own_row(c, k, out);
    text_print(out, say("\nAgainst %s (+ better, − worse, • neither, ≈ can't be told)\n"), written->contestant[c->reference].name);
    heading(written, out);
    for (int k = 0; k < n_kpis; k++)
        if (any(c, k) && !kpis[k].quantile)
            difference_row(c, k, out);
    text_print(out, say("\n±  %g %% confidence; the differences of one figure hold together for all layouts\n"), 100 * c->confidence);
    write_gain(written, out);
}

/* --- for programs ---------------------------------------------------------------------------------------- */

static void csv_interval(struct text *out, struct interval interval)
{
    text_add(out, ",");
    write_number(out, interval.mean);
    text_add(out, ",");
    write_number(out, interval.half_width);
}

void write_comparison_csv(const struct written_comparison *written, struct text *out)
{
    const struct comparison *c = written->comparison;

    text_add(out, "layout,figure,unit,mean,half_width,to_reference,to_reference_half_width,to_best,to_best_half_width\n");
    for (int i = 0; i < c->n; i++)
        for (int k = 0; k < n_kpis; k++) {
            text_add_csv(out, written->contestant[i].name);
            text_print(out, ",%s,%s", kpis[k].key, kpi_unit(&kpis[k]));
            csv_interval(out, *own(c, i, k));
            if (kpis[k].quantile) {
                text_add(out, ",,,,\n");
                continue;
            }
            csv_interval(out, c->against_reference[i * n_kpis + k]);
            csv_interval(out, c->against_best[i * n_kpis + k]);
            text_add(out, "\n");
        }
}

static json_t *interval_json(struct interval interval)
{
    json_t *object = json_object();
    int failed = json_object_set_new(object, "mean", json_number(interval.mean));
    failed |= json_object_set_new(object, "half_width", json_number(interval.half_width));
    return json_checked(object, failed);
}

static json_t *layout_json(const struct comparison *c, int i)
{
    json_t *all = json_object(), *kpi = json_object(), *reference = json_object(), *best = json_object();
    int failed = 0;

    for (int k = 0; k < n_kpis; k++) {
        failed |= json_object_set_new(kpi, kpis[k].key, interval_json(*own(c, i, k)));
        if (kpis[k].quantile)
            continue;
        failed |= json_object_set_new(reference, kpis[k].key, interval_json(c->against_reference[i * n_kpis + k]));
        failed |= json_object_set_new(best, kpis[k].key, interval_json(c->against_best[i * n_kpis + k]));
    }
    failed |= json_object_set_new(all, "kpi", kpi);
    failed |= json_object_set_new(all, "against_reference", reference);
    failed |= json_object_set_new(all, "against_best", best);
    failed |= json_object_set_new(all, "variance_ratio", json_number(c->gain[i]));
    return json_checked(all, failed);
}

enum status write_comparison_json(const struct written_comparison *written, struct text *out)
{
    const struct comparison *c = written->comparison;
    struct written_run run = {&c->summary[0], written->contestant[0].name, written->seed, written->hash};
    json_t *all = json_object(), *layouts = json_object();
    struct text verdict = {0};

    write_verdict(written, &verdict);
    int failed = json_object_set_new(all, "samovar", json_text(SAMOVAR_VERSION));
    failed |= json_object_set_new(all, "format", json_integer(1));
    failed |= json_object_set_new(all, "scenario", json_scenario(&run));
    failed |= json_object_set_new(all, "language", json_text(say_language()));
    failed |= json_object_set_new(all, "seed", json_seed(written->seed));
    failed |= json_object_set_new(all, "days", json_integer(c->days));
    failed |= json_object_set_new(all, "confidence", json_number(c->confidence));
    failed |= json_object_set_new(all, "goal", json_text(kpis[c->goal].key));
    failed |= json_object_set_new(all, "best", json_text(written->contestant[c->best].name));
    failed |= json_object_set_new(all, "reference", json_text(written->contestant[c->reference].name));
    failed |= json_object_set_new(all, "verdict", json_text(text_c(&verdict)));
    for (int i = 0; i < c->n; i++)
        failed |= json_object_set_new(layouts, written->contestant[i].name, layout_json(c, i));
    failed |= json_object_set_new(all, "layouts", layouts);
    text_free(&verdict);
    return json_print(json_checked(all, failed), out);
}
