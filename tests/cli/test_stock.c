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

/* Half of 100: check takes them as what they are in the simulation, binomial. 58 last on 19 days of 20. */
static void check_and_stock_agree_on_a_number_of_residents(void **unused)
{
    (void)unused;
    step("printf '%s\\n' 'samovar: 1' 'name: block' 'window: 07:00 - 08:00' 'residents: {all: {at: desk, count: 100, uptake: 50 %, departs: [{peak: 07:30, spread: 3 min}]}}' "
         "'drinks: {tea: {}}' 'layouts: {only: {desk: {staff: 9, portions: {tea: 50}}}}' >block.yaml");
    step("\"$SAMOVAR\" check block.yaml --lang en | grep 'portions.tea: 58 would last'");
    step("\"$SAMOVAR\" stock block.yaml --days 2000 --lasting 95% --format csv | awk -F, '/desk,tea/ { ok = $4 >= 57 && $4 <= 59 } END { exit !ok }'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(stock_says_what_it_counts_and_what_not),
        in_workplace(check_and_stock_agree_on_a_number_of_residents),
    };
    int failed = cmocka_run_group_tests(tests, enter_workplace, NULL);
    free(page);
    return failed;
}
