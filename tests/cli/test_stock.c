/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar stock at the command line: what it says of what it counts. */
#include "tests/cli/page.h"
#include "tests/cli/workplace.h"

static void make_milk(void)
{
    step("printf '%s\\n' 'samovar: 1' 'name: milk' 'window: 17:00 - 19:30' 'residents: {all: {at: desk, count: 20, departs: [{peak: 18:15, spread: 30 min}]}}' "
         "'drinks: {milk: {cup: 200 ml, serve: 50 - 65 °C, cost: 2.5 CNY, hold: 75 min}}' 'equipment: {can: {kind: insulated, volume: 10 L, filled: 68 °C}}' "
         "'costs: {goodwill: 5 CNY}' 'store: {spares: {milk: 3}}' 'layouts: {one: {desk: {staff: 1, vessels: {milk: can}, portions: {milk: 20}, reorder: {milk: 5}}}}' >milk.yaml");
}

/* Falling short is what --lasting is about. What is poured away for its age, and that runners aren't counted, is said; a
 * scenario with neither says neither. */
static void stock_says_what_it_counts_and_what_not(void **unused)
{
    (void)unused;
    make_milk();
    expect_end(0, "stock milk.yaml --lasting 95% --lang en --out stock --no-charts", "");
    expect_said("of milk 40.0 a day are poured away before closing, too long in a vessel (hold)");
    expect_said("without what runners bring from the store");
    expect_said("falls short: days on which somebody asks for it");
    step("grep -q '\"lasting\": 0.95' stock/stock.json && grep -q '\"runners_left_aside\": true' stock/stock.json");
    step("awk -F, '/desk,milk/ { ok = $7 > 0.02 && $7 < 0.08 && $8 > $7 && $9 > 39 } END { exit !ok }' stock/stock.csv");
    step("\"$SAMOVAR\" stock milk.yaml --lasting 95% --lang en --set drinks.milk.hold=null --set layouts.one.desk.reorder=null --set store=null >bare && ! grep 'runners\\|poured' bare");
    step("\"$SAMOVAR\" run milk.yaml --days 4 --quiet --no-charts --out out >/dev/null");
    expect_end(0, "report out stock --quiet --lang en", "");
    expect_on_page("out/report.md", "How many portions are enough on 95 % of days");
    expect_on_page("out/report.md", "desk, milk: 40.0 a day are poured away before closing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(stock_says_what_it_counts_and_what_not),
    };
    int failed = cmocka_run_group_tests(tests, enter_workplace, NULL);
    free(page);
    return failed;
}
