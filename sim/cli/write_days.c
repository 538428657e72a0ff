/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_inside.h"

#include <math.h>
#include <string.h>

void write_days_header(const struct study *study, struct text *out)
{
    (void)study;
    text_add(out, "day,day_type,air_c");
    for (int k = 0; k < n_kpis; k++)
        if (!kpis[k].quantile)
            text_print(out, ",%s%s", kpis[k].key, strncmp(kpis[k].unit, "CNY", 3) == 0 ? "_cny" : "");
    text_add(out, "\n");
}

void write_day(const struct study *study, int day, const struct day_result *result, struct text *out)
{
    text_print(out, "%d,", day);
    text_add_csv(out, study->kind[result->day_type].name);
    text_add(out, ",");
    write_number(out, result->air_c);
    for (int k = 0; k < n_kpis; k++) {
        if (kpis[k].quantile)
            continue;
        double under = result->measure[kpis[k].under];
        text_add(out, ",");
        write_number(out, under == 0 ? NAN : kpis[k].scale * result->measure[kpis[k].over] / under);
    }
    text_add(out, "\n");
}
