/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar report and plot: what they make of a directory, and what they refuse. */
#include "tests/cli/page.h"
#include "tests/cli/workplace.h"

#include <jansson.h>

#define RUN "run mine.yaml --days 40 --quiet "
#define COUNTED "run mine.yaml --days 40 --quiet --no-charts "

static void a_run_ends_with_its_report(void **unused)
{
    static const char *const sections[] = {"recommendation", "map", "stations", "service", "cost", "risks", "morning", "assumptions", "method", "figures"};
    (void)unused;

    expect_end(0, "run mine.yaml --days 40 --out out", "written to out; to read: out/report.html");
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        char start[64];
        snprintf(start, sizeof start, "<section id=\"%s\">", sections[i]);
        expect_on_page("out/report.html", start);
    }
    expect_on_page("out/report.md", "](charts/map.png)");
    step("for chart in $(sed -n 's/^!.*](\\(.*\\))$/\\1/p' out/report.md); do test -s out/$chart || exit; done");
    step("test $(grep -c '<svg role' out/report.html) -eq $(ls out/charts/*.svg | wc -l)");
    step("awk -F, 'NR == FNR { if ($1 == \"station\" && $3 == \"detour_m\") m[$2] = $5 }"
         " NR > FNR && $9 + 0 > 0 { n++; if (!($2 in m) || $9 / m[$2] > 1.0001 || $9 / m[$2] < 0.9999) exit bad = 1 }"
         " END { exit bad || !n }' out/summary.csv out/charts/map.csv");
    step("test -z \"$(grep -o ' id=[\"'\\''][^\"'\\'']*' out/report.html | sort | uniq -d)\"");
}

/* Of those who are served at once the wait is nothing, in the figures and in the chart. */
static void who_walks_straight_up_waits_nothing(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--set layouts.*.*.staff=6 --out out", "");
    step("grep -qx 'layout,one-gate,wait_p90_s,s,0,0' out/summary.csv");
    step("sed -n 2p out/charts/wait.csv | awk -F, '$1 != 0 || $2 < 0.95 { exit 1 }'");
    step("! grep -q ',nan' out/charts/wait.csv");
}

static void figures_alone_have_a_report_when_asked(void **unused)
{
    (void)unused;
    expect_end(0, COUNTED "--out out", "");
    step("test ! -e out/report.html");
    expect_end(0, "report out", "written: out/report.html");
    expect_not_on_page("out/report.html", "<svg");
    expect_on_page("out/report.html", "<section id=\"figures\">");
}

/* The served of the page are those of summary.json, to the digits shown. */
static void its_numbers_are_those_of_the_summary(void **unused)
{
    json_error_t fault;
    char want[64];
    (void)unused;

    expect_end(0, COUNTED "--out out", "");
    expect_end(0, "report out --quiet", "");
    json_t *summary = json_load_file("out/summary.json", 0, &fault);
    json_t *served = json_object_get(json_object_get(summary, "kpi"), "served");
    assert_non_null(served);
    snprintf(want, sizeof want, "On an average day %.1f\u00a0±\u00a0", json_number_value(json_object_get(served, "mean")));
    expect_on_page("out/report.md", want);
    json_decref(summary);
}

/* What a day costs is the sum of its parts: set-up, staff, rent ... and what is left is the drinks. */
static void the_bill_adds_up(void **unused)
{
    (void)unused;
    expect_end(0, COUNTED "--out out --set drinks.*.cost='0 CNY' --set costs.waste='0 CNY'", "");
    expect_end(0, "report out --quiet", "");
    expect_on_page("out/report.md", "| Staff |");
    expect_not_on_page("out/report.md", "| Drinks, also those poured away |");
}

/* The rows of the list add up to the sum told below it and to its column of the bill, the rows of the bill to its last one,
 * and that is the cost of summary.csv; but for rounding. */
#define SUMS "function off(a, b) { return a - b > most || b - a > most }" \
    " BEGIN { FS = \"|\"; most = 0.6 } /^[*][*]/ { part = $0 }" \
    " part ~ /Shopping/ && NF == 9 { list += $8 } /^This list comes to/ { split($0, w, \" \"); told = w[5] }" \
    " part ~ /What a day costs/ && NF == 6 { if ($2 ~ /All together/) { listed = $3; all = $4 } else { rows += $3; bill += $4 } }" \
    " END { print list, told, rows, listed, bill, all, cost; exit !told || !all || off(list, told) || off(list, rows) || off(list, listed) || off(bill, all) || off(all, cost) }"

static void the_list_and_the_bill_of_shipped_scenarios_add_up(void **unused)
{
    (void)unused;
    write_file("sums.awk", SUMS);
    step("for s in \"$ROOT\"/scenarios/*.yaml; do rm -rf out; \"$SAMOVAR\" run \"$s\" --days 40 --quiet --no-charts --out out >/dev/null || exit;"
         " \"$SAMOVAR\" report out --quiet --lang en || exit; basename \"$s\";"
         " awk -f sums.awk -v cost=$(awk -F, '$1 == \"layout\" && $3 == \"cost\" { print $5 }' out/summary.csv) out/report.md || exit; done");
}

static void greeters_and_the_second_desk_are_among_the_staff(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/bookings.yaml\" --days 20 --quiet --no-charts --out out", "");
    expect_end(0, "report out --quiet --lang en", "");
    expect_on_page("out/report.md", "| Station | Place | Staff | Greeters | Second desk |");
    expect_on_page("out/report.md", "| outdoors | 2 | 1 | 1 |");
    expect_on_page("out/report.md", "| book | Greeters, 1: 2.25 h together | 2.25 | hours | 30.00 | 67.50 |");
    expect_on_page("out/report.md", "| book | Second desk, 1: 2.25 h together | 2.25 | hours | 30.00 | 67.50 |");
    expect_on_page("out/report.md", "This list comes to 1264 CNY a day.");
}

/* 180 portions at the gate, 80 in the store. */
static void what_is_prepared_counts_the_store(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/gate-tea.yaml\" --days 8 --quiet --no-charts --out out", "");
    expect_end(0, "report out --quiet --lang en", "");
    expect_on_page("out/report.md", "with 2 staff, 1 runner, 260 portions, 260 paper cups.");
    expect_on_page("out/report.md", "| store | 80 |  |");
    expect_on_page("out/report.md", "**To prepare for a day, all stations and the store together**");
    expect_on_page("out/report.md", "| 姜茶 | 260 | 250 | 65.0 | 312.0 |");
}

static void a_circuit_with_an_interlock_is_told_from_one_that_trips(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/gate-tea.yaml\" --days 20 --quiet --no-charts --out turns", "");
    expect_end(0, "report turns --quiet --lang en", "");
    expect_on_page("turns/report.md", "An interlock lets them take turns");
    expect_not_on_page("turns/report.md", "the breaker trips");
    expect_on_page("turns/report.md", "| Socket for the heaters, with an interlock: they take turns | 3.5 | kW |");
    expect_end(0, "run \"$ROOT/scenarios/gate-tea.yaml\" --set site.nodes.大门.overload=trips --days 20 --quiet --no-charts --out trips", "");
    expect_end(0, "report trips --quiet --lang en", "");
    expect_on_page("trips/report.md", "When all heat at once the breaker trips, ");
    expect_not_on_page("trips/report.md", "take turns");
    expect_on_page("trips/report.md", "| Socket for the heaters | 4 | kW |");
}

/* Portions that stock advises are for a station that nobody restocks. */
static void advice_of_stock_leaves_the_store_aside_and_says_so(void **unused)
{
    static const char note[] = "Counted as if runners brought nothing during the day: ";

    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/gate-tea.yaml\" --days 5 --quiet --no-charts --lang en --out out", "");
    expect_end(0, "stock \"$ROOT/scenarios/gate-tea.yaml\" --days 16 --quiet --no-charts --lang en --out stock", "");
    expect_end(0, "report out stock --quiet --lang en", "");
    expect_on_page("out/report.md", note);
    expect_end(0, "run \"$ROOT/scenarios/bookings.yaml\" --days 5 --quiet --no-charts --lang en --out one", "");
    expect_end(0, "report one stock --quiet --lang en", "");
    expect_not_on_page("one/report.md", note);
}

/* At three of four stations of the riverside something isn't offered, at the gate of bookings all is. */
static void what_is_not_offered_is_told_from_what_runs_out(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/riverside.yaml\" --days 5 --quiet --no-charts --lang en --out out", "");
    expect_end(0, "report out --quiet --lang en", "");
    expect_on_page("out/report.md", "is used up, or isn't offered at their station.");
    expect_on_page("out/report.md", "who wants what his station doesn't offer");
    expect_end(0, "run \"$ROOT/scenarios/bookings.yaml\" --set layouts.*.*.portions.豆浆=20 --days 5 --quiet --no-charts --lang en --out one", "");
    expect_end(0, "report one --quiet --lang en", "");
    expect_on_page("one/report.md", "More portions of what runs out first");
    expect_not_on_page("one/report.md", "offer");
}

/* Wages are a row of their own also where not all come: half of 2 at 30 CNY/h for 2.5 h. */
static void staff_and_drinks_are_told_apart_whoever_comes(void **unused)
{
    (void)unused;
    expect_end(0, COUNTED "--out out --set layouts.*.*.staff=2 --set costs.wage='30 CNY/h' --set staff.absent=50%", "");
    expect_end(0, "report out --quiet", "");
    expect_on_page("out/report.md", "| Drinks, also those poured away |");
    step("awk -F'|' '$2 == \" Staff \" { seen = $3 == 150 && $4 > 40 && $4 < 110 } END { exit !seen }' out/report.md");
}

/* Between two shifts nobody is there: nobody is sent then, and what is too old by then is poured away by the next who come. */
static void the_checklist_follows_the_shifts(void **unused)
{
    (void)unused;
    step("cat >halves.yaml <<'end'\n"
         "samovar: 1\nname: halves\nwindow: 07:00 - 19:30\nair: 3 °C\n"
         "residents: {all: {at: gate, rate: 20 /h, drinks: {tea: 60 %, milk: 40 %}, substitute: 0 %}}\n"
         "drinks: {tea: {}, milk: {hold: 3 h}}\nequipment: {jug: {kind: insulated, volume: 10 L, filled: 70 °C}}\n"
         "layouts: {one: {gate: {shifts: [{from: 07:00, to: 09:00, staff: 1}, {from: 17:00, to: 19:30, staff: 2}], vessels: {tea: jug, milk: jug}, portions: {tea: 400, milk: 25}, cups: 500}}}\nend\n");
    expect_end(0, "run halves.yaml --days 20 --quiet --no-charts --lang en --out out", "");
    expect_end(0, "report out --quiet --lang en", "");
    step("grep '^- \\[ \\]' out/report.md >list; grep -q '07:00  Open. Staff in place: gate 1 (in shifts)[.]' list");
    step("grep -q '09:00  gate: change of shift, staff: 1 leaving, then 0 in place[.]' list");
    step("grep -q '17:00  gate: change of shift, staff: 2 coming, then 2 in place[.]' list");
    step("grep -q '17:00  gate: pour away what is left of the first filling of jug .*2 (milk), 180 min old' list");
    step("! grep -E ' (09:[0-5][1-9]|1[0-6]:[0-9]+)  ' list");
}

/* Five days, a delivery every third: 420 cups at 0.30 CNY are 42 CNY a day. A greeter is there for 40 min, a runner for 70. */
static void days_in_a_row_share_a_delivery_and_helpers_are_paid_by_shift(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/frost-week.yaml\" --days 12 --quiet --no-charts --lang en --out out", "");
    expect_end(0, "report out --quiet --lang en", "");
    step("grep -q '12 times 5 days in a row simulated' out/report.md");
    step("grep -q '07:10  Store: change of shift, runners: 1 coming, then 1 in place[.]' out/report.md");
    step("grep -q '07:15  南门: change of shift, staff: 1 coming, then 2 in place[.]' out/report.md");
    step("grep -q '08:00  南门: change of shift, orders in the line: 1 leaving, then 0 in place[.]' out/report.md");
    step("test $(grep -c 'change of shift' out/report.md) = 6"); /* none at opening or closing */
    step("grep -q '06:45  Store: fill the spare carriers: 豆浆 × 1[.]' out/report.md");
    step("! grep -q 'pour away' out/report.md"); /* it keeps until closing */
    expect_end(0, "run \"$ROOT/scenarios/frost-week.yaml\" --days 2 --quiet --no-charts --lang en --set drinks.豆浆.hold='70 min' --out short", "");
    expect_end(0, "report short --quiet --lang en", "");
    step("grep -q '08:10  Store: pour away what is left of 豆浆 in the spare carriers, 70 min old[.]' short/report.md");
    step("grep -q '08:10  南门: pour away what is left in .* 70 min old, and in its spare carriers[.]' short/report.md");
    step("grep -q 'Paper cups | 420 | pieces | 0.30 | 42.00 |' out/report.md");
    step("grep -q 'Greeters, 1: 0.6667 h together | 0.6667 | hours | 28.00 | 18.67 |' out/report.md");
    step("grep -q 'Runners, 1: 1.167 h together | 1.167 | hours | 28.00 | 32.67 |' out/report.md");
    step("grep -q 'Staff, at most 2 at once: 2.667 h together | 2.667 | hours | 28.00 | 74.67 |' out/report.md");
    step("grep -q 'what keeps the list is for 3 days' out/report.md");
    step("grep -q 'with 4 staff, 1 runner, 186 portions for the day and 1060 for 3 days, 1120 paper cups for 3 days[.]' out/report.md");
    step("grep -q '07:00  Open. Staff in place: 南门 1 (in shifts), 西门 1[.]' out/report.md");
    step("grep -q '12 times 5 days in a row were simulated, person by person' out/report.md");
    step("grep -q 'Used up by closing on one of the days (% of runs)' out/report.md");
    step("! grep -q '1 day in' out/report.md");
    step("\"$SAMOVAR\" run \"$ROOT/scenarios/frost-week.yaml\" --days 12 --lang en | awk '/Days simulated/ { seen = $3 + $4 == 60 } END { exit !seen }'");
}

/* Half a percent is rounded up in both: the table's 49 of 200 days are the chart's 25 of 100. */
static void table_and_chart_tell_the_same_chance(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/gate-tea.yaml\" --days 200 --quiet --lang en --out out", "");
    expect_end(0, "report out --quiet --lang en", "");
    step("said=$(sed -n 's/^!.Most likely to run out.* on \\([0-9]*\\) of 100 days.*/\\1/p' out/report.md); test -n \"$said\" && grep -q \"| 大门 | 姜茶 | $said |\" out/report.md");
}

static void the_same_directory_gives_the_same_report(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    step("cp -r out before");
    expect_end(0, "report out --quiet", "");
    step("rm -f out/report.docx && diff -r out before");
}

static void it_speaks_the_language_of_the_scenario_or_the_one_asked_for(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" new zh.yaml --lang zh");
    expect_end(0, "run zh.yaml --days 40 --quiet --no-charts --out out", "");
    expect_end(0, "report out --quiet", "");
    expect_on_page("out/report.html", "<html lang=\"zh-CN\">");
    expect_on_page("out/report.html", "<h2>建议</h2>");
    expect_not_on_page("out/report.html", "Served");
    expect_end(0, "report out --quiet --lang en", "");
    expect_on_page("out/report.html", "<h2>Recommendation</h2>");
}

/* The page speaks as the run did; asked for another language it says of which its charts are. */
static void charts_of_another_language_are_called_that(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--lang zh --out out", "");
    expect_end(0, "report out --quiet", "");
    expect_on_page("out/report.html", "<html lang=\"zh-CN\">");
    expect_not_on_page("out/report.md", "图表保留模拟时所用的语言");
    expect_end(0, "report out --quiet --lang en", "");
    expect_on_page("out/report.md", "Charts keep the language of the run that drew them, here Chinese; run it again with");
    step("test $(grep -c 'Charts keep the language' out/report.md) -eq 1");
}

static void a_comparison_says_which_to_choose(void **unused)
{
    (void)unused;
    expect_end(0, "compare \"$ROOT/scenarios/compound.yaml\" --days 64 --quiet --no-charts --out cmp", "");
    step("sed -n 's/^  \"best\": \"\\(.*\\)\",/\\1/p' cmp/compare.json >best");
    expect_end(0, "run \"$ROOT/scenarios/compound.yaml\" --layout \"$(cat best)\" --days 64 --quiet --no-charts --out out", "");
    expect_end(0, "report out cmp --quiet", "");
    step("grep -q \"\\*\\*Choose $(cat best): on the same days it is ahead of\" out/report.md");
    expect_on_page("out/report.md", "**The layouts compared, each by itself**");
    expect_end(0, "report cmp --quiet", "");
    step("grep -q \"Choose $(cat best)\" cmp/report.md");
    expect_not_on_page("cmp/report.html", "<section id=\"stations\">");
}

static void charts_of_other_directories_are_found_by_their_way(void **unused)
{
    (void)unused;
    expect_end(0, COUNTED "--out 'a b/one'", "");
    expect_end(0, COUNTED "--out two", "");
    step("mkdir two/charts && printf '<svg><g font-weight=\"bold\" font-size=\"9\"><text>dear</text></g></svg>' >two/charts/tornado.svg");
    expect_end(0, "report 'a b/one' two --quiet", "");
    expect_on_page("a b/one/report.md", "![dear](../../two/charts/tornado.png)");
}

static void names_are_text_on_every_page(void **unused)
{
    (void)unused;
    step("sed 's/^name: .*/name: \"`touch pwned` $(touch pwned) <b>\\&=1+1 [x](y)\"/' mine.yaml >evil.yaml");
    expect_end(0, "run evil.yaml --days 20 --quiet --out out", "");
    expect_end(0, "report out --quiet", "");
    expect_on_page("out/report.html", "<h1>`touch pwned` $(touch pwned) &lt;b&gt;&amp;=1+1 [x](y)</h1>");
    expect_on_page("out/report.md", "# \\`touch pwned\\` \\$(touch pwned) \\<b\\>\\&=1+1 \\[x\\](y)\n");
    expect_not_on_page("out/report.html", "<b>");
    step("test ! -e pwned && test ! -e out/pwned && test ! -e out/charts/pwned");
}

static void what_samovar_did_not_write_is_refused(void **unused)
{
    (void)unused;
    step("mkdir photos broken other deep && echo '{}' >photos/summary.json && echo '{\"samovar\": \"0.1.0\", \"format\": 1,' >broken/summary.json");
    step("echo '{\"samovar\": \"9\", \"format\": 2}' >other/summary.json");
    step("head -c 100000 /dev/zero | tr '\\0' '[' >deep/summary.json");
    expect_end(6, "report photos", "`photos` isn't a directory of results");
    expect_end(6, "report nowhere", "`nowhere` isn't a directory of results");
    expect_end(6, "report mine.yaml", "`mine.yaml` isn't a directory of results");
    expect_end(6, "report broken", "`broken/summary.json` isn't as samovar writes it: line ");
    expect_end(6, "report other", "`other/summary.json` was written by another version of samovar");
    expect_end(6, "report deep", "`deep/summary.json` isn't as samovar writes it");
    expect_end(2, "report", "usage: samovar report DIR...");
    expect_end(6, "plot photos", "`photos` isn't a directory of results");
    step("test \"$(ls photos broken other)\" = \"$(printf 'broken:\\nsummary.json\\n\\nother:\\nsummary.json\\n\\nphotos:\\nsummary.json')\"");
}

/* Values of another kind than samovar writes must not bring it down. */
static void odd_values_are_left_out(void **unused)
{
    (void)unused;
    step("mkdir odd && echo '{\"samovar\": \"0.1.0\", \"format\": 1, \"layout\": 7, \"days\": \"x\", \"kpi\": {\"served\": {\"mean\": null}, \"wanted\": []},"
         " \"stations\": {\"a\": 1}, \"plan\": {\"stations\": {\"a\": [], \"b\": {\"vessels\": {}, \"portions\": 3, \"staff\": \"two\"}}, \"groups\": 4}}' >odd/summary.json");
    step("printf 'time,station,quantity,item,unit,mean,p05,p50,p95,ran_out_share,max\\n06:30,a,line,,people,1,2\\n\"x' >odd/series.csv");
    expect_end(0, "report odd --quiet", "");
    expect_not_on_page("odd/report.html", "nan");
}

static void a_full_disk_is_told_and_keeps_the_old_report(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    step("cp -r out before");
    assert_int_equal(shell("ulimit -f 4; \"$SAMOVAR\" report out --lang en --quiet"), 6);
    expect_said("can't write `out/report.html`: File too large");
    step("diff -r out before");
}

static void without_pandoc_there_are_two_pages_and_a_sentence(void **unused)
{
    (void)unused;
    expect_end(0, COUNTED "--out out", "");
    step("mkdir none");
    assert_int_equal(shell("PATH=\"$PWD/none\" \"$SAMOVAR\" report out"), 0);
    expect_said("no report.docx: pandoc isn't installed");
    step("test -s out/report.html && test -s out/report.md && test ! -e out/report.docx");
}

static void a_pandoc_that_fails_is_told(void **unused)
{
    (void)unused;
    expect_end(0, COUNTED "--out out", "");
    step("mkdir bin && printf '#!/bin/sh\\necho no such moon >&2\\nexit 4\\n' >bin/pandoc && chmod +x bin/pandoc");
    assert_int_equal(shell("PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" report out"), 6);
    expect_said("pandoc failed: no such moon");
    step("test -s out/report.html && test ! -e out/report.docx && test -z \"$(ls -A out | grep partial)\"");
}

/* --- plot ---------------------------------------------------------------------------------------------------- */

static void charts_are_drawn_again_from_script_and_table(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    step("cp -r out before && rm out/charts/wait.png out/charts/map.svg && sed -i 's/0072B2/112233/' out/charts/wait.gp");
    expect_end(0, "plot out wait map wait", "drawn again in out/charts");
    step("cmp out/charts/map.svg before/charts/map.svg && cmp out/charts/wait.png before/charts/wait.png; test $? -eq 1");
    step("test -z \"$(ls -A out/charts | grep drawing)\"");
    expect_end(0, "plot out --quiet", "");
    expect_end(0, "plot out map --slides --quiet", "");
    step("test -s out/charts/map-slide.png && test ! -e out/charts/wait-slide.png");
    expect_end(2, "plot --list --slides", "--list draws nothing: --slides doesn't go with it");
    expect_end(2, "plot out wiat", "there is no chart `wiat` here; did you mean `wait`?");
    expect_end(2, "plot", "usage: samovar plot DIR [CHART...]");
    expect_end(0, "plot --list", "map         run          Who walks where");
}

static void a_gnuplot_that_fails_keeps_the_old_charts(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    step("cp -r out before && mkdir bin && printf '#!/bin/sh\\necho wrong moon >&2\\nexit 3\\n' >bin/gnuplot && chmod +x bin/gnuplot");
    assert_int_equal(shell("PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" plot out"), 6);
    expect_said("gnuplot failed: wrong moon");
    step("diff -r out before");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(a_run_ends_with_its_report),
        in_workplace(who_walks_straight_up_waits_nothing),
        in_workplace(figures_alone_have_a_report_when_asked),
        in_workplace(its_numbers_are_those_of_the_summary),
        in_workplace(the_bill_adds_up),
        in_workplace(the_list_and_the_bill_of_shipped_scenarios_add_up),
        in_workplace(greeters_and_the_second_desk_are_among_the_staff),
        in_workplace(what_is_prepared_counts_the_store),
        in_workplace(a_circuit_with_an_interlock_is_told_from_one_that_trips),
        in_workplace(what_is_not_offered_is_told_from_what_runs_out),
        in_workplace(advice_of_stock_leaves_the_store_aside_and_says_so),
        in_workplace(staff_and_drinks_are_told_apart_whoever_comes),
        in_workplace(the_checklist_follows_the_shifts),
        in_workplace(days_in_a_row_share_a_delivery_and_helpers_are_paid_by_shift),
        in_workplace(table_and_chart_tell_the_same_chance),
        in_workplace(the_same_directory_gives_the_same_report),
        in_workplace(it_speaks_the_language_of_the_scenario_or_the_one_asked_for),
        in_workplace(charts_of_another_language_are_called_that),
        in_workplace(a_comparison_says_which_to_choose),
        in_workplace(charts_of_other_directories_are_found_by_their_way),
        in_workplace(names_are_text_on_every_page),
        in_workplace(what_samovar_did_not_write_is_refused),
        in_workplace(odd_values_are_left_out),
        in_workplace(a_full_disk_is_told_and_keeps_the_old_report),
        in_workplace(without_pandoc_there_are_two_pages_and_a_sentence),
        in_workplace(a_pandoc_that_fails_is_told),
        in_workplace(charts_are_drawn_again_from_script_and_table),
        in_workplace(a_gnuplot_that_fails_keeps_the_old_charts),
    };
    int failed = cmocka_run_group_tests(tests, enter_workplace, NULL);
    free(page);
    return failed;
}
