/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_inside.h"
#include "core/say.h"

void write_keeping(const struct scenario *scenario, const struct campaign *aside, struct text *out)
{
    if (aside->days == 1)
        return;
    text_add(out, say("\nThis is for one day by itself, though the scenario has several in a row.\n"));
    for (int d = 0; d < scenario->drink.n; d++) {
        const struct drink *drink = scenario_drink(scenario, d);
        int days = scenario_days_to_last(aside, drink);
        if (days == 1)
            continue;
        write_plain(out, drink->name);
        text_print(out, say(" keeps: what is left is there the next day; to last for %d days, bring at most %d times as many at once.\n"), days, days);
    }
}
