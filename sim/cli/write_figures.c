/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures a run has, and plain numbers and names. */
#include "cli/write_inside.h"

#include "plots/quantity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Those with odds: of the others, which only samovar stress looks at, a run has no figures. */
static int kinds_named(const struct study *study)
{
    int n = 0;

    for (int t = 0; t < study->n_kinds; t++)
        n += study->scenario->day_type.n && study->kind[t].share > 0;
    return n;
}

static int named_kind(const struct study *study, int i)
{
    int t = 0;
    while (study->kind[t].share <= 0 || i-- > 0)
        t++;
    return t;
}

/* A single one is the whole layout again. */
static int drinks_named(const struct plan_day *plan)
{
    return plan->n_drinks > 1 ? plan->n_drinks : 0;
}

int figures_count(const struct written_run *run)
{
    const struct plan_day *plan = study_plan(run->summary->study);
    return 1 + plan->n_stations + plan->n_groups + drinks_named(plan) + kinds_named(run->summary->study);
}

struct figures figures_at(const struct written_run *run, int i)
{
    const struct summary *summary = run->summary;
    const struct plan_day *plan = study_plan(summary->study);
    int station = i - 1, group = station - plan->n_stations, drink = group - plan->n_groups, t = drink - drinks_named(plan);

    if (i == 0)
        return (struct figures){SCOPE_LAYOUT, run->layout, summary->days, 1, summary_kpi(summary, 0, 0)};
    if (group < 0)
        return (struct figures){SCOPE_STATION, plan->station[station].plan->name, summary->days, 1, summary_kpi(summary, i, 0)};
    if (drink < 0)
        return (struct figures){SCOPE_GROUP, plan->group[group].group->name, summary->days, 1, summary_kpi(summary, i, 0)};
    if (t < 0)
        return (struct figures){SCOPE_DRINK, scenario_drink(plan->scenario, drink)->name, summary->days, 1, summary_kpi(summary, i, 0)};
    t = named_kind(summary->study, t);
    const struct day_kind *kind = &summary->study->kind[t];
    return (struct figures){SCOPE_DAY_TYPE, kind->name, summary->kind_days[t], kind->share, summary->kind_kpi + (size_t)t * (size_t)n_kpis};
}

bool figures_have(const struct figures *figures, int kpi)
{
    switch (figures->scope) {
    case SCOPE_LAYOUT: return true;
    case SCOPE_STATION: return kpis[kpi].by_station;
    case SCOPE_GROUP: return kpis[kpi].by_group;
    case SCOPE_DRINK: return kpis[kpi].by_drink;
    case SCOPE_DAY_TYPE: return !kpis[kpi].quantile; /* waits are kept for all days together */
    }
    return false;
}

/* The KPI that counts what another one is a mean over, or -1. */
static int counter_of(enum measure under)
{
    for (int k = 0; k < n_kpis && under != M_ONE; k++)
        if (kpis[k].over == under && kpis[k].under == M_ONE)
            return k;
    return -1;
}

struct interval figures_kpi(const struct figures *figures, int kpi)
{
    int counter = counter_of(kpis[kpi].under);

    if (figures->days < 1 || (counter >= 0 && figures->kpi[counter].mean == 0))
        return (struct interval){NAN, HUGE_VAL};
    return figures->kpi[kpi];
}

double kpi_as_shown(const struct kpi *kpi, double x, bool half_width)
{
    double grain = pow(10, -kpi->decimals), shown = x * kpi->shown;

    if (half_width)
        shown = ceil(shown / grain - 1e-6) * grain;
    return fabs(shown) < grain / 2 ? 0 : shown; /* no -0.0 */
}

struct kpi kpi_showing(const struct kpi *kpi, double mean)
{
    struct kpi showing = *kpi;

    if (kpi->shown == 100)
        showing.decimals = quantity_share_decimals(100 * mean, kpi->decimals);
    return showing;
}

static bool tells(int decimals, double mean, double half_width)
{
    double grains = pow(10, decimals);
    return rint(fabs(mean) * grains) > ceil(half_width * grains - 1e-6);
}

int decimals_that_tell(int decimals, double mean, double half_width)
{
    int most = decimals + 3, n = decimals;

    if (!(fabs(mean) > half_width))
        return decimals;
    while (n < most && !tells(n, mean, half_width))
        n++;
    return n;
}

const char *kpi_unit(const struct kpi *kpi)
{
    return kpi->shown == 1 ? kpi->unit : "1";
}

void write_number(struct text *out, double x)
{
    if (!isfinite(x))
        return;
    if (x == rint(x) && fabs(x) < 1e15)
        text_print(out, "%.0f", x + 0.0); /* -0 becomes 0 */
    else
        text_add_double(out, x);
}

void write_clock(struct text *out, double time_s, enum clock_detail detail)
{
    static const struct {
        double per_s;
        long long per_minute;
    } grains[] = {[MINUTES] = {1 / 60.0, 1}, [SECONDS] = {1, 60}, [MILLISECONDS] = {1000, 60000}};
    long long ticks = llround(time_s * grains[detail].per_s), minute = grains[detail].per_minute;
    long long rest = llabs(ticks) % minute, minutes = llabs(ticks) / minute;

    text_print(out, "%s%02lld:%02lld", ticks < 0 ? "-" : "", minutes / 60, minutes % 60);
    if (detail == SECONDS)
        text_print(out, ":%02lld", rest);
    if (detail == MILLISECONDS)
        text_print(out, ":%02lld.%03lld", rest / 1000, rest % 1000);
}

/* Bytes of what a terminal would obey rather than show at the start of `s`, or 0. */
static size_t obeyed(const char *s)
{
    const unsigned char *u = (const unsigned char *)s;
    if (u[0] < ' ' || u[0] == 127)
        return 1;
    if (u[0] == 0xC2 && u[1] >= 0x80 && u[1] < 0xA0)
        return 2; /* C1 controls */
    if (u[0] == 0xE2 && u[1] == 0x80 && (u[2] == 0x8E || u[2] == 0x8F || (u[2] >= 0xA8 && u[2] <= 0xAE)))
        return 3; /* line separators, direction marks and overrides */
    return u[0] == 0xE2 && u[1] == 0x81 && u[2] >= 0xA6 && u[2] <= 0xA9 ? 3 : 0; /* direction isolates */
}

void write_plain(struct text *out, const char *name)
{
    while (*name) {
        size_t n = obeyed(name);
        text_add_n(out, n ? " " : name, 1);
        name += n ? n : 1;
    }
}
