/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_inside.h"

static void write_row(const struct figures *figures, int k, struct text *out)
{
    static const char *const scopes[] = {"layout", "station", "group", "drink", "day_type"};
    struct interval figure = figures_kpi(figures, k);

    text_print(out, "%s,", scopes[figures->scope]);
    text_add_csv(out, figures->name);
    text_print(out, ",%s,%s,", kpis[k].key, kpi_unit(&kpis[k]));
    write_number(out, figure.mean);
    text_add(out, ",");
    write_number(out, figure.half_width);
    text_add(out, "\n");
}

static void write_saving(const struct written_run *run, const struct saving *saving, int i, struct text *out)
{
    const struct kpi *kpi = &kpis[saving->kpi[i]];

    text_add(out, "bookings,");
    text_add_csv(out, run->layout);
    text_print(out, ",%s,%s,", kpi->key, kpi_unit(kpi));
    write_number(out, saving->change[i].mean);
    text_add(out, ",");
    write_number(out, saving->change[i].half_width);
    text_add(out, "\n");
}

void write_csv(const struct written_run *run, struct text *out)
{
    text_add(out, "scope,name,figure,unit,mean,half_width\n");
    for (int i = 0; i < figures_count(run); i++) {
        struct figures figures = figures_at(run, i);
        for (int k = 0; k < n_kpis; k++)
            if (figures_have(&figures, k))
                write_row(&figures, k, out);
    }
    for (int i = 0; run->saving && i < SAVINGS; i++)
        write_saving(run, run->saving, i, out);
}
