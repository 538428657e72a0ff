/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_verify.h"

#include "cli/write_inside.h"
#include "core/say.h"

#include <math.h>
#include <string.h>

bool interval_covers(const struct interval *got, double theory)
{
    return fabs(got->mean - theory) <= got->half_width + 1e-12;
}

static bool agrees(const struct verified *figure)
{
    return interval_covers(&figure->got, figure->theory);
}

int verify_differing(const struct written_verify *w)
{
    int n = 0;

    for (int i = 0; i < w->n_figures; i++)
        n += !agrees(&w->figure[i]);
    return n;
}

static bool begins(const struct written_verify *w, int i)
{
    return i == 0 || w->figure[i].scenario != w->figure[i - 1].scenario;
}

/* --- for people ----------------------------------------------------------------------------------------------- */

static const char *figure_name(const struct verified *figure)
{
    const char *name = say(kpis[figure->kpi].name);
    return name + strspn(name, " "); /* in other tables parts stand indented */
}

static const char *figure_unit(const struct verified *figure)
{
    return say(kpi_unit(&kpis[figure->kpi]));
}

static int wider(int columns, const char *words)
{
    int own = text_columns(words);
    return own > columns ? own : columns;
}

static void add_number(struct text *out, const char *format, double x, int columns)
{
    char digits[32];

    snprintf(digits, sizeof digits, format, x);
    text_add(out, "  ");
    text_add_padded(out, digits, columns);
}

static void add_row(const struct verified *figure, int names, int units, struct text *out)
{
    text_add(out, "  ");
    text_add_padded(out, figure_name(figure), -names);
    text_add(out, "  ");
    text_add_padded(out, figure_unit(figure), -units);
    add_number(out, "%.6g", figure->theory, 10);
    add_number(out, "%.6g", figure->got.mean, 10);
    add_number(out, "± %.2g", figure->got.half_width, 9);
    text_print(out, "  %s\n", agrees(figure) ? say("ok") : say("DIFFERS"));
}

static void add_head(int names, int units, struct text *out)
{
    text_add_padded(out, "", 2 + names + 2 + units + 2);
    text_add_padded(out, say("theory"), 10);
    text_add(out, "  ");
    text_add_padded(out, say("simulation"), 10);
    text_add(out, "\n");
}

void write_verify_sentence(const struct written_verify *w, struct text *out)
{
    int wrong = verify_differing(w);

    if (wrong)
        text_print(out, say_n("%d of %d figures differs from theory: don't rely on this program here, and report it",
                              "%d of %d figures differ from theory: don't rely on this program here, and report it", (unsigned long)wrong),
                   wrong, w->n_figures);
    else if (!w->whole)
        text_print(out, w->n_figures ? say("interrupted: the %d figures of %d scenarios so far are what theory says") : say("interrupted before the first of them was done"), w->n_figures, w->n_scenarios);
    else
        text_print(out, say("all %d figures of %d scenarios are what theory says, at %.4g %% confidence each"), w->n_figures, w->n_scenarios,
                   100 * w->confidence);
}

void write_verify_words(const struct written_verify *w, struct text *out)
{
    int names = 0, units = 0;

    for (int i = 0; i < w->n_figures; i++) {
        names = wider(names, figure_name(&w->figure[i]));
        units = wider(units, figure_unit(&w->figure[i]));
    }
    add_head(names, units, out);
    for (int i = 0; i < w->n_figures; i++) {
        const struct verified *figure = &w->figure[i];
        if (begins(w, i)) {
            write_plain(out, say(figure->scenario->name));
            text_print(out, say_n(", %d day\n", ", %d days\n", (unsigned long)figure->days), figure->days);
        }
        add_row(figure, names, units, out);
    }
    text_add(out, "\n");
    write_verify_sentence(w, out);
    text_add(out, "\n");
}

/* --- for programs --------------------------------------------------------------------------------------------- */

void write_verify_csv(const struct written_verify *w, struct text *out)
{
    text_add(out, "scenario,file,days,figure,unit,theory,mean,half_width,verdict\n");
    for (int i = 0; i < w->n_figures; i++) {
        const struct verified *figure = &w->figure[i];
        const double cells[] = {figure->theory, figure->got.mean, figure->got.half_width};
        text_add_csv(out, figure->scenario->name);
        text_add(out, ",");
        text_add_csv(out, figure->file);
        text_print(out, ",%d,%s,%s", figure->days, kpis[figure->kpi].key, kpi_unit(&kpis[figure->kpi]));
        for (int c = 0; c < 3; c++) {
            text_add(out, ",");
            write_number(out, cells[c]);
        }
        text_print(out, ",%s\n", agrees(figure) ? "ok" : "differs");
    }
}

static json_t *json_figure(const struct verified *figure)
{
    return json_pack("{s:o, s:o, s:o, s:s}", "theory", json_number(figure->theory), "mean", json_number(figure->got.mean), "half_width",
                     json_number(figure->got.half_width), "verdict", agrees(figure) ? "ok" : "differs");
}

/* The scenario whose figures begin at i. */
static json_t *json_scenario_from(const struct written_verify *w, int i)
{
    const struct verified *first = &w->figure[i];
    json_t *one = json_object(), *figures = json_object();
    int failed = 0;

    do
        failed |= json_object_set_new(figures, kpis[w->figure[i].kpi].key, json_figure(&w->figure[i]));
    while (++i < w->n_figures && !begins(w, i));
    failed |= json_object_set_new(one, "name", json_text(first->scenario->name));
    failed |= json_object_set_new(one, "file", json_text(first->file));
    failed |= json_object_set_new(one, "days", json_integer(first->days));
    failed |= json_object_set_new(one, "kpi", figures);
    return json_checked(one, failed);
}

enum status write_verify_json(const struct written_verify *w, struct text *out)
{
    json_t *all = json_object(), *list = json_array();
    int failed = 0;

    for (int i = 0; i < w->n_figures; i++)
        if (begins(w, i))
            failed |= json_array_append_new(list, json_scenario_from(w, i));
    failed |= json_object_set_new(all, "samovar", json_text(SAMOVAR_VERSION));
    failed |= json_object_set_new(all, "format", json_integer(1));
    failed |= json_object_set_new(all, "seed", json_seed(w->seed));
    failed |= json_object_set_new(all, "confidence", json_number(w->confidence));
    failed |= json_object_set_new(all, "verdict", json_text(verify_differing(w) ? "differs" : w->whole ? "ok" : "interrupted"));
    failed |= json_object_set_new(all, "scenarios", list);
    return json_print(json_checked(all, failed), out);
}
