/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_fit.h"

#include "cli/write_inside.h"

#include <math.h>

/* One row of fit.csv and fit.json. */
struct figure {
    const struct fitted_station *station;
    const char *quantity, *item, *unit;
    struct estimate is;
    double n;
};

/* Takes the figures one by one. */
struct taker {
    void (*take)(struct taker *taker, const struct figure *figure);
    struct text *out;
    json_t *list;
    int failed;
};

static struct estimate alone(double x)
{
    return (struct estimate){x, NAN, NAN};
}

static void give(struct taker *taker, const struct fitted_station *station, const char *quantity, const char *item, const char *unit, struct estimate is, double n)
{
    const struct figure figure = {station, quantity, item, unit, is, n};
    taker->take(taker, &figure);
}

static void give_steps(struct taker *taker, const struct fitted_station *s)
{
    struct text item = {0};

    for (int i = 0; i < s->n_steps; i++) {
        const struct fit_step *step = &s->step[i];
        text_clear(&item);
        write_clock(&item, step->from_s, MINUTES);
        text_add(&item, "-");
        write_clock(&item, step->to_s, MINUTES);
        give(taker, s, "came_per_step", text_c(&item), "1/day", s->arrivals.mean[i], step->days);
        if (s->arrivals.n_peaks)
            give(taker, s, "curve_per_step", text_c(&item), "1/day", s->arrivals.curve[i], step->days);
    }
    text_free(&item);
}

static void give_arrivals(struct taker *taker, const struct fitted_station *s)
{
    static const char *const number[FIT_MOST_PEAKS] = {"1", "2", "3"};
    const struct fit_arrivals *a = &s->arrivals;
    double a_day = 0;

    if (!s->n_steps)
        return;
    give(taker, s, "arrivals_per_day", "", "1/day", a->a_day, s->came);
    give(taker, s, "day_to_day", "", "1", a->day_to_day, s->n_days);
    for (int k = 0; k < a->n_peaks; k++)
        a_day += a->peak[k].a_day;
    for (int k = 0; k < a->n_peaks; k++) {
        give(taker, s, "peak_time", number[k], "s", a->peak[k].at_s, s->came);
        give(taker, s, "peak_spread", number[k], "s", a->peak[k].spread_s, s->came);
        give(taker, s, "peak_share", number[k], "1", alone(a->peak[k].a_day / a_day), s->came);
    }
    give(taker, s, "arrivals_chi2", "", "1", alone(a->chi2), a->dof);
    give(taker, s, "arrivals_p", "", "1", alone(a->p), a->dof);
    give_steps(taker, s);
}

static void give_station(struct taker *taker, const struct fitted *fitted, const struct fitted_station *s)
{
    give_arrivals(taker, s);
    if (s->service.family != DIST_NONE) {
        const char *family = distribution_families[s->service.family].name;
        give(taker, s, "service_mean", family, "s", s->service.mean_s, s->service.n);
        give(taker, s, "service_cv", family, "1", s->service.cv, s->service.n);
        give(taker, s, "service_distance", family, "1", (struct estimate){s->service.distance, NAN, s->service.critical}, s->service.n);
    }
    if (isfinite(s->patience_s.low))
        give(taker, s, "patience_mean", "", "s", s->patience_s, s->gave_up);
    for (int d = 0; d < fitted->n_drinks; d++)
        if (s->drinks > 0)
            give(taker, s, "drink_share", fitted->drink[d], "1", s->share[d], s->drinks);
    if (s->n_cups) {
        give(taker, s, "cup_mean", "", "°C", alone(s->cup_mean_c), s->n_cups);
        give(taker, s, "cup_lowest", "", "°C", alone(s->cup_low_c), s->n_cups);
    }
}

static void give_all(struct taker *taker, const struct fitted *fitted)
{
    for (int s = 0; s < fitted->n; s++)
        give_station(taker, fitted, &fitted->station[s]);
    give_station(taker, fitted, &fitted->all);
}

static void add_row(struct taker *taker, const struct figure *figure)
{
    const double cells[] = {figure->is.value, figure->is.low, figure->is.high, figure->n};

    text_add_csv(taker->out, figure->station->name ? figure->station->name : "");
    text_print(taker->out, ",%s,", figure->quantity);
    text_add_csv(taker->out, figure->item);
    text_print(taker->out, ",%s", figure->unit);
    for (int c = 0; c < 4; c++) {
        text_add(taker->out, ",");
        write_number(taker->out, cells[c]);
    }
    text_add(taker->out, "\n");
}

void write_fit_csv(const struct fitted *fitted, struct text *out)
{
    struct taker taker = {.take = add_row, .out = out};

    text_add(out, "station,quantity,item,unit,value,low,high,n\n");
    give_all(&taker, fitted);
}

static json_t *json_or_null(const char *text)
{
    return text && *text ? json_text(text) : json_null();
}

static void add_object(struct taker *taker, const struct figure *figure)
{
    json_t *one = json_pack("{s:o, s:s, s:o, s:s, s:o, s:o, s:o, s:o}", "station", json_or_null(figure->station->name), "quantity", figure->quantity,
                            "item", json_or_null(figure->item), "unit", figure->unit, "value", json_number(figure->is.value), "low",
                            json_number(figure->is.low), "high", json_number(figure->is.high), "n", json_number(figure->n));
    taker->failed |= json_array_append_new(taker->list, one);
}

enum status write_fit_json(const struct fitted *fitted, struct text *out)
{
    struct taker taker = {.take = add_object, .list = json_array()};

    give_all(&taker, fitted);
    json_t *tree = json_pack("{s:s, s:i, s:i, s:i, s:o, s:o}", "samovar", SAMOVAR_VERSION, "format", 1, "files", fitted->n_files, "days", fitted->n_days,
                             "confidence", json_number(0.95), "figures", taker.list);
    return json_print(json_checked(tree, taker.failed), out);
}
