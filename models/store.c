/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/store.h"

#include "core/say.h"
#include "models/staff.h"

#define STORE(member) LANDS(struct store, member)
static const struct field store_fields[] = {
    {"portions", FIELD_COUNTS, HEADS, STORE(portions), 0, 1e6, NULL, "of each drink at opening, apart from what stands at the stations; one left out never runs out", .refers = "drinks", .example = "{ginger-tea: 200}"},
    {"cups", FIELD_QUANTITY, HEADS, STORE(cups), 0, 1e6, NULL, "paper cups there; left out: endless", .example = "500"},
    {"spares", FIELD_COUNTS, HEADS, STORE(spares), 0, 1e3, NULL, "full carriers of a drink, filled at opening, standing indoors: that drink is then brought in whole carriers, and its hold counts from opening", .refers = "drinks", .example = "{soy-milk: 2}"},
    {"runners", FIELD_COUNT, NUMBER, STORE(runners), 0, 100, "1", "people who carry, for all stations; one trip at a time each; or give shifts"},
    {"shifts", FIELD_LIST, NUMBER, STORE(shift), 0, 0, NULL, "when runners are there and paid, instead of the whole window", .table = &shift_table, .example = "[{from: 07:00, to: 08:30, staff: 1}]"},
    {"trip", FIELD_DISTRIBUTION, DURATION, STORE(trip_s), 1, 86400, "5 min", "from setting out until the load is there; the way back takes as long", .example = "lognormal(mean 5 min, cv 0.3)"},
    {"carries", FIELD_COUNT, NUMBER, STORE(carries), 1, 100000, "80", "portions in one trip, at least one carrier; cups go along"},
    {"wage", FIELD_QUANTITY, WAGE, STORE(wage_per_s), 0, 10, NULL, "of a runner, for the window or his shift; left out: as costs.wage", .example = "28 CNY/h"},
    {"absent", FIELD_QUANTITY, SHARE, STORE(absent), 0, 1, NULL, "odds that a runner isn't there that day, each by himself; left out: as staff.absent", .example = "0 %"},
};
const struct table store_table = TABLE("store", "where stations are restocked from, and who carries it", struct store, store_fields);

void store_check(struct reader *reader, struct store *store, double opens_s, double closes_s)
{
    if (reader_given(reader, &store->runners) && store->shift.n > 0)
        reader_complain(reader, &store->shift, say("the store has both runners and shifts: keep one"));
    shifts_check(reader, &store->shift, opens_s, closes_s);
    store->runners = shifts_most(&store->shift, store->runners);
    for (int i = 0; i < store->spares.n; i++)
        for (int k = 0; k < store->portions.n; k++)
            if (store->spares.item[i].of.index >= 0 && store->spares.item[i].of.index == store->portions.item[k].of.index)
                reader_complain(reader, &store->spares.item[i].of, say("`%s` is kept either in spares or in portions: name it once"), store->spares.item[i].of.name);
}
