/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_shown.h"
#include "core/say.h"

#include <math.h>
#include <string.h>
#include <uniwidth.h>
#include <unistr.h>

/* Every line is a label, its unit, and figures that end in the same columns. */
enum { PAGE = 100, GAP = 2, FIGURE = 10, LONGEST_NAME = 20, ROOM = 64 };

struct sheet {
    const struct written_run *run;
    struct text *out;
    int label, unit;    /* columns */
    bool unknown;       /* a figure was */
};

static const char *const of_kinds[] = {
    "wanted", "served", "warm", "lukewarm", "short", "wait_mean_s", "wait_within_share", "line_mean", "line_max", "energy_kwh", "cost",
    "satisfaction", NULL,
};

static bool is_of_kinds(int kpi)
{
    for (const char *const *key = of_kinds; *key; key++)
        if (strcmp(*key, kpis[kpi].key) == 0)
            return true;
    return false;
}

static void add_cell(struct sheet *sheet, const char *cell, int columns)
{
    text_add_padded(sheet->out, cell, columns);
}

static void add_head(struct sheet *sheet, const char *label, const char *unit)
{
    add_cell(sheet, label, -sheet->label);
    add_cell(sheet, "", GAP);
    add_cell(sheet, unit, -sheet->unit);
}

static void add_figure(struct sheet *sheet, const struct kpi *kpi, double x, bool up, int columns)
{
    char digits[ROOM];

    if (!isfinite(x)) {
        sheet->unknown = true;
        add_cell(sheet, "-", columns);
        return;
    }
    snprintf(digits, sizeof digits, "%.*f", kpi->decimals, kpi_as_shown(kpi, x, up));
    add_cell(sheet, digits, columns);
}

/* The same for a change: +1.2. */
static void add_signed(struct sheet *sheet, const struct kpi *kpi, double x, int columns)
{
    char digits[ROOM];
    double grain = pow(10, -kpi->decimals), shown = x * kpi->shown;

    snprintf(digits, sizeof digits, "%+.*f", kpi->decimals, fabs(shown) < grain / 2 ? 0.0 : shown);
    add_cell(sheet, fabs(shown) < grain / 2 ? digits + 1 : digits, columns);
}

/* A name in so many columns, cut with an ellipsis. */
static void add_name(struct sheet *sheet, const char *name, int columns, int most)
{
    struct text plain = {0}, cut = {0};

    write_plain(&plain, name);
    const char *rest = text_c(&plain);
    bool whole = text_columns(rest) <= most;
    for (ucs4_t character; *rest;) {
        int n = u8_strmbtouc(&character, (const uint8_t *)rest);
        size_t bytes = n > 0 ? (size_t)n : 1;
        if (!whole && text_columns(text_c(&cut)) + uc_width(character, "UTF-8") > most - 1)
            break;
        text_add_n(&cut, rest, bytes);
        rest += bytes;
    }
    if (!whole)
        text_add(&cut, "…");
    add_cell(sheet, text_c(&cut), columns);
    sheet->out->failed |= plain.failed || cut.failed;
    text_free(&plain);
    text_free(&cut);
}

static void add_title(struct sheet *sheet)
{
    const struct written_run *run = sheet->run;
    struct text layout = {0};

    write_plain(&layout, run->layout);
    write_plain(sheet->out, run->summary->study->scenario->name);
    text_add(sheet->out, " · ");
    text_print(sheet->out, say("layout %s"), text_c(&layout));
    text_add(sheet->out, " · ");
    int in_a_row = run->summary->study->scenario->campaign.days;
    if (in_a_row > 1)
        text_print(sheet->out, say("%d times %d days in a row simulated; figures are means of those days"), run->summary->days, in_a_row);
    else
        text_print(sheet->out, say_n("%d day simulated", "%d days simulated", (unsigned long)run->summary->days), run->summary->days);
    text_add(sheet->out, "\n\n");
    sheet->out->failed |= layout.failed;
    text_free(&layout);
}

static void add_whole(struct sheet *sheet)
{
    struct figures whole = figures_at(sheet->run, 0);

    add_head(sheet, say("Whole layout"), "");
    add_cell(sheet, say("mean"), GAP + FIGURE);
    add_cell(sheet, "±", GAP + FIGURE - 1);
    text_add(sheet->out, "\n");
    for (int k = 0; k < n_kpis; k++) {
        struct interval figure = figures_kpi(&whole, k);
        if (!kpi_is_shown(sheet->run, k))
            continue;
        if (kpi_opens_paragraph(k))
            text_add(sheet->out, "\n");
        add_head(sheet, say(kpis[k].name), say(kpis[k].unit));
        struct kpi showing = kpi_showing(&kpis[k], figure.mean);
        add_figure(sheet, &showing, figure.mean, false, GAP + FIGURE);
        add_figure(sheet, &showing, figure.half_width, true, GAP + FIGURE - 1);
        text_add(sheet->out, "\n");
    }
}

/* --- side by side ------------------------------------------------------------------------------------ */

struct side_by_side {
    enum scope scope;
    int first, n;       /* sets of figures */
    int columns;        /* of each, gap included */
    int a_line;         /* sets that fit on one */
};

static struct side_by_side arrange(const struct sheet *sheet, enum scope scope)
{
    struct side_by_side sides = {.scope = scope};
    int longest = FIGURE;

    for (int i = 0; i < figures_count(sheet->run); i++) {
        struct figures figures = figures_at(sheet->run, i);
        if (figures.scope != scope)
            continue;
        if (!sides.n++)
            sides.first = i;
        int columns = text_columns(figures.name);
        longest = columns > longest ? columns : longest;
    }
    sides.columns = GAP + (longest < LONGEST_NAME ? longest : LONGEST_NAME);
    sides.a_line = (PAGE - sheet->label - GAP - sheet->unit) / sides.columns;
    if (sides.a_line < 1)
        sides.a_line = 1;
    return sides;
}

static void add_odds(struct sheet *sheet, const struct side_by_side *sides, int from, int to)
{
    static const struct kpi share = {.shown = 100, .decimals = 1}, days = {.shown = 1};
    int in_a_row = sheet->run->summary->study->scenario->campaign.days;

    add_head(sheet, say("Share of all days"), "%");
    for (int i = from; i < to; i++)
        add_figure(sheet, &share, figures_at(sheet->run, i).share, false, sides->columns);
    text_add(sheet->out, "\n");
    add_head(sheet, say("Days simulated"), "");
    for (int i = from; i < to; i++)
        add_figure(sheet, &days, figures_at(sheet->run, i).days * in_a_row, false, sides->columns);
    text_add(sheet->out, "\n");
}

static void add_block(struct sheet *sheet, const struct side_by_side *sides, const char *title, int from, int to)
{
    struct figures first = figures_at(sheet->run, from);

    text_add(sheet->out, "\n");
    add_head(sheet, title, "");
    for (int i = from; i < to; i++)
        add_name(sheet, figures_at(sheet->run, i).name, sides->columns, sides->columns - GAP);
    text_add(sheet->out, "\n");
    if (sides->scope == SCOPE_DAY_TYPE)
        add_odds(sheet, sides, from, to);
    for (int k = 0; k < n_kpis; k++) {
        if (!figures_have(&first, k) || !kpi_is_shown(sheet->run, k) || (sides->scope == SCOPE_DAY_TYPE && !is_of_kinds(k)))
            continue;
        add_head(sheet, say(kpis[k].name), say(kpis[k].unit));
        for (int i = from; i < to; i++) {
            struct figures figures = figures_at(sheet->run, i);
            double mean = figures_kpi(&figures, k).mean;
            struct kpi showing = kpi_showing(&kpis[k], mean);
            add_figure(sheet, &showing, mean, false, sides->columns);
        }
        text_add(sheet->out, "\n");
    }
}

static void add_side_by_side(struct sheet *sheet, enum scope scope, const char *title)
{
    struct side_by_side sides = arrange(sheet, scope);
    int end = sides.first + sides.n;

    if (sides.n < 2)
        return;
    for (int from = sides.first; from < end; from += sides.a_line)
        add_block(sheet, &sides, title, from, from + sides.a_line < end ? from + sides.a_line : end);
}

/* --- bookings ---------------------------------------------------------------------------------------- */

static void add_saving(struct sheet *sheet, const struct saving *saving)
{
    text_add(sheet->out, "\n");
    add_head(sheet, say("Bookings: more or less"), "");
    add_cell(sheet, say("mean"), GAP + FIGURE);
    add_cell(sheet, "±", GAP + FIGURE - 1);
    text_add(sheet->out, "\n");
    for (int i = 0; i < SAVINGS; i++) {
        const struct kpi *kpi = &kpis[saving->kpi[i]];
        if (!kpi_is_shown(sheet->run, saving->kpi[i]))
            continue;
        add_head(sheet, say(kpi->name), say(kpi->unit));
        add_signed(sheet, kpi, saving->change[i].mean, GAP + FIGURE);
        add_figure(sheet, kpi, saving->change[i].half_width, true, GAP + FIGURE - 1);
        text_add(sheet->out, "\n");
    }
}

/* --- the page ---------------------------------------------------------------------------------------- */

static void measure_head(struct sheet *sheet)
{
    sheet->label = text_columns(say("Share of all days"));
    sheet->unit = 1;
    for (int k = 0; k < n_kpis; k++) {
        if (!kpi_is_shown(sheet->run, k))
            continue;
        int label = text_columns(say(kpis[k].name)), unit = text_columns(say(kpis[k].unit));
        sheet->label = label > sheet->label ? label : sheet->label;
        sheet->unit = unit > sheet->unit ? unit : sheet->unit;
    }
}

void write_table(const struct written_run *run, struct text *out)
{
    struct sheet sheet = {.run = run, .out = out};
    double percent = 100 * run->summary->confidence;

    measure_head(&sheet);
    add_title(&sheet);
    add_whole(&sheet);
    add_side_by_side(&sheet, SCOPE_STATION, say("By station"));
    add_side_by_side(&sheet, SCOPE_GROUP, say("By group"));
    add_side_by_side(&sheet, SCOPE_DRINK, say("By drink"));
    add_side_by_side(&sheet, SCOPE_DAY_TYPE, say("By kind of day"));
    if (run->saving)
        add_saving(&sheet, run->saving);
    text_add(out, "\n");
    if (sheet.unknown)
        text_print(out, "%s\n", say("-  not known: too few days, or nobody to take the mean of"));
    text_print(out, say("±  with %.6g %% confidence the mean of all such days lies within this much of the one shown (%d days)"), percent,
               run->summary->days * run->summary->study->scenario->campaign.days);
    text_add(out, "\n");
    if (run->saving)
        text_print(out, "%s\n", say("Bookings: by how much figures differ from the same days and people with nobody booking"));
}
