/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as a proposal: what it takes in, in which order it tells it, what is counted on the day. */
#include "tests/cli/page.h"
#include "tests/cli/workplace.h"

#define RUN "run mine.yaml --days 24 --quiet --no-charts "
#define HEAD "date,station,from,to,air_c,came,served,left,gave_up,line,cup_c,service_s"

static void the_recommendation_is_three_sentences(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    expect_end(0, "report out --quiet", "");
    step("test $(sed '/^## Where\\|^## Staff/,$d' out/report.md | grep -c '^\\*\\*.*\\.\\*\\*$') -eq 3");
    step("sed -n '/^## /p' out/report.md | head -1 | grep -q Recommendation");
}

/* Where the page has no run of the layout that a comparison found best, the sentences are of that one all the same. */
static void the_sentences_are_of_the_layout_recommended(void **unused)
{
    (void)unused;
    expect_end(0, "compare mine.yaml --days 64 --quiet --no-charts --out cmp", "");
    step("grep -q '\"best\": \"gate-and-garage\"' cmp/compare.json");
    expect_end(0, RUN "--layout one-gate --out one", "");
    expect_end(0, "report one cmp --quiet", "");
    expect_on_page("one/report.md", "**Choose gate-and-garage");
    expect_end(0, "report cmp --quiet", "");
    expect_on_page("cmp/report.md", " CNY; a price put on those who go without is in it.**");
    step("for f in one cmp; do sed -n 's/^\\*\\*On an average day \\(.*\\) of the.*/\\1/p' $f/report.md >$f/served; done; test -s one/served && cmp one/served cmp/served");
    expect_on_page("one/report.md", "Figures and lists on this page are of layout one-gate.");
}

/* Amount times price, line by line, comes to the sum that is told. */
static void the_shopping_list_adds_up(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    expect_end(0, "report out --quiet", "");
    step("sed -n '/to buy, to book, to borrow/,/^This list/p' out/report.md >list");
    step("test $(grep -c '^| south-gate | borrow |' list) -eq 2 && grep -q '| book | Staff, 1 for ' list && grep -q '| buy | ginger-tea | 90 |' list");
    step("awk -F'|' '/^\\| south-gate/ { if ($8 != \"  \" && $5 * $7 - $8 > .006) exit 1; sum += $8 } /^This list/ { split($0, w, \" \"); if (sum < 1 || sum - w[5] > .5 || w[5] - sum > .5) exit 1 }' list");
}

/* Two urns of one kind are told apart in the checklist, in the table of equipment and in the chart of vessels. */
static void vessels_of_one_kind_are_numbered(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run \"$ROOT\"/scenarios/gate-tea.yaml --days 8 --quiet --lang en --out tea");
    step("grep 'fill and switch on' tea/report.md | grep '#1 ' | grep -q '#2 '");
    step("grep '^| 大门 | 姜茶 | 电热桶10升 ' tea/report.md | cut -d'|' -f4 | tr -d '\\\\\n' | grep -qx ' 电热桶10升 #1  电热桶10升 #2 '");
    step("head -1 tea/charts/vessels.csv | grep ' #1: ' | grep -q ' #2: '");
    expect_end(0, RUN "--out out", "");
    expect_end(0, "report out --quiet", "");
    step("grep -q 'fill and switch on' out/report.md");
    step("! grep -q '#1' out/report.md");
}

static void the_contingency_plan_comes_from_stress(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    expect_end(0, "report out --quiet", "");
    expect_not_on_page("out/report.html", "<section id=\"contingency\">");
    expect_end(0, "stress mine.yaml --days 24 --quiet --out bad", "");
    expect_end(0, "report out bad --quiet", "");
    expect_on_page("out/report.html", "<section id=\"contingency\">");
    expect_on_page("out/report.md", "](../bad/charts/stress.png)");
    step("grep -q '^| south\\\\*-gate without urn\\\\*-20 | Keep a spare urn\\\\*-20' out/report.md");
    step("grep -q '^| twice the crowd | About [0-9]* more want a drink' out/report.md");
    step("grep -q '| +0[.][0-9]*[1-9]' out/report.md && ! grep -q '| 0[.][0-9]*[1-9][^|]*±' out/report.md"); /* less than 1 has its sign, too */
    step("! grep -q '[+]0[.]0[^0-9]' out/report.md");
    expect_not_on_page("out/report.md", "Tried with layout");
    expect_end(0, "stress mine.yaml --layout gate-and-garage --days 24 --quiet --out other", "");
    expect_end(0, "report out other --quiet --lang zh", "");
    expect_on_page("out/report.md", "gate-and-garage");
    expect_on_page("out/report.md", "人多一倍");
    expect_end(0, "report out other --quiet", "");
    expect_on_page("out/report.md", "Tried with layout gate-and-garage");
}

/* What stress tried is told in the language of the page; a spare that didn't help isn't advised. */
static void reserves_are_told_as_they_came_out(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/riverside.yaml\" --days 20 --quiet --no-charts --out out", "");
    expect_end(0, "stress \"$ROOT/scenarios/riverside.yaml\" --days 20 --quiet --no-charts --lang zh --out bad", "");
    expect_end(0, "report out bad --quiet --lang en", "");
    expect_on_page("out/report.md", "Tried: one more of the staff at 南门 wins back ");
    step("grep '^| 北门 without 电热桶20升 ' out/report.md | grep -q 'Keep a spare 电热桶20升 .*Tried: a second 电热桶20升 at 北门 wins back '");
    step("sed -i '/\"station\": \"北门\", \"what\"/s/\"helps\": true/\"helps\": false/' bad/stress.json"); /* as if it hadn't */
    expect_end(0, "report out bad --quiet --lang en", "");
    step("grep '^| 北门 without 电热桶20升 ' out/report.md >row && grep -q 'Offer the other drinks and name the next station. Tried: a second 电热桶20升 at 北门 wouldn.t have helped' row && ! grep -q spare row");
}

/* Where there's one drink none is offered instead; what to do against a mishap fits what happens. */
static void remedies_are_of_what_is_there(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/gate-tea.yaml\" --days 8 --quiet --no-charts --out out", "");
    expect_end(0, "stress \"$ROOT/scenarios/gate-tea.yaml\" --days 8 --quiet --no-charts --out bad", "");
    expect_end(0, "report out bad --quiet --lang en", "");
    expect_on_page("out/report.md", "| 大门 without 电热桶10升 | Keep a spare 电热桶10升 filled and at hand. ");
    expect_not_on_page("out/report.md", "other drinks");
    step("grep 'mishap of a 跳闸 day' out/report.md | grep -q '| Have full insulated carriers within reach'");
    step("grep 'mishap of a 水还没送到 day' out/report.md | grep -q 'ask for an earlier hour: 姜茶 can.t be kept since the evening before. |'");
    step("sed -n '/^## Contingency plan/,/^## /p' out/report.md | grep '^| the mishap' >plan && ! grep -q forecast plan");
    step("! sed -n '/^## Contingency plan/,/^## /p' out/report.md | grep -q '| 0[.][0-9]*[1-9].±'");
    expect_on_page("out/report.md", "The mishap of a kind of day lasts as long as the scenario says and is held against the same kind of day without it");
    expect_not_on_page("out/report.md", "A kind of day is held against the usual mix of days");
}

/* Rows for the worst and for the kinds of day that the scenario gives; what costs less, does no harm or can't do any is named below. */
static void the_contingency_plan_has_rows_for_the_worst_only(void **unused)
{
    (void)unused;
    expect_end(0, "run \"$ROOT/scenarios/riverside.yaml\" --days 20 --quiet --no-charts --out out", "");
    expect_end(0, "stress \"$ROOT/scenarios/riverside.yaml\" --days 256 --quiet --no-charts --lang zh --out bad", "");
    expect_end(0, "report out bad --quiet --lang en", "");
    step("sed -n '/^## Contingency plan/,/^## /p' out/report.md >plan && test $(grep -c '^| ' plan) -le $((16 + 3 + 1))"); /* and a head */
    step("grep -q '^| one 保温桶12升 of 豆浆 missing at 东门 | Count the carriers before they leave the kitchen. Keep a spare 保温桶12升 filled' plan");
    step("grep -q '^| the mishap of a 南门停电 day |' plan");
    step("grep -q '^Besides these, with smaller losses: .*; 地库西口 without current[.]$' plan");
    step("grep -q '^Nothing lost, as nothing there needs power: 东门 without current[.]$' plan");
    step("test $(grep -c '东门 without current' plan) -eq 1");
}

static void every_kind_of_directory_is_taken(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    expect_end(0, "stock mine.yaml --set 'campaign={days: 3, weather: 0.5, delivery-every: 2}' --days 16 --quiet", "campaign is left aside");
    expect_end(0, "stock mine.yaml --days 32 --quiet --out stock", "");
    expect_end(0, "sweep mine.yaml --days 16 --quiet --vary layouts.one-gate.south-gate.staff=1..2 --out sweep", "");
    expect_end(0, "sensitivity mine.yaml --days 16 --quiet --out doubts", "");
    expect_end(0, "report out stock sweep doubts --quiet", "");
    expect_on_page("out/report.md", "How many portions are worth bringing");
    expect_on_page("out/report.md", "](../stock/charts/lasting.png)");
    expect_on_page("out/report.md", "](../sweep/charts/sweep.png)");
    expect_on_page("out/report.md", "](../doubts/charts/tornado.png)");
    expect_on_page("out/report.md", "What each would change (Warm drinks, /day)");
    expect_on_page("out/report.md", "Varied, everything else as it is");
    expect_end(0, "report stock --quiet", "");
    expect_on_page("stock/report.html", "<h1>");
    expect_on_page("stock/report.md", "How many portions are worth bringing");
    expect_end(0, "report doubts --quiet", "");
    expect_on_page("doubts/report.md", "](charts/tornado.png)");
    expect_not_on_page("doubts/report.md", "## Recommendation");
    expect_not_on_page("doubts/report.md", "hash");
}

/* What was counted stands beside a run, or alone, with its chart and where the curve doesn't fit. */
static void what_was_counted_is_told(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" fit \"$ROOT\"/scenarios/tally.csv --lang en --quiet --out fit");
    expect_end(0, RUN "--out out", "");
    expect_end(0, "report out fit --quiet", "");
    expect_on_page("out/report.md", "| south-gate | 07:25, 08:14 | 157.2 (126.7 .. 187.8) | 29.6 (26.0 .. 33.8) | 12.9 (9.7 .. 17.5) | 62.3 |");
    expect_on_page("out/report.md", "| all stations | ginger-tea | 57.3 (53.8 .. 60.8) |");
    expect_on_page("out/report.md", "](../fit/charts/fitted.png)");
    expect_end(0, "report fit --quiet --lang zh", "");
    expect_on_page("fit/report.md", "# 数到了什么");
    expect_not_on_page("fit/report.md", "到达曲线拟合得不好");
    step("sed -i '/garage.*arrivals_p/s/\"value\": [0-9.]*/\"value\": 0.01/' fit/fit.json");
    expect_end(0, "report fit --quiet --lang zh", "");
    expect_on_page("fit/report.md", "garage的到达曲线拟合得不好");
}

/* Weather and deliveries of a campaign are left aside with it. */
static void stock_plans_one_day_of_a_campaign(void **unused)
{
    (void)unused;
    expect_end(0, "stock \"$ROOT/scenarios/frost-week.yaml\" --days 8 --lang en --out stock", "campaign is left aside");
    expect_said("This is for one day by itself");
    expect_said("姜茶 keeps: what is left is there the next day; to last for 3 days, bring at most 3 times as many at once.\n");
    step("test $(\"$SAMOVAR\" stock \"$ROOT/scenarios/frost-week.yaml\" --days 8 --lang en | grep -c ' keeps: ') = 1");
    step("\"$SAMOVAR\" stock \"$ROOT/scenarios/frost-week.yaml\" --set campaign=null --days 8 --lang en >alone && ! grep 'keeps\\|one day' alone");
    expect_end(0, "run \"$ROOT/scenarios/frost-week.yaml\" --set campaign.days=1 --days 2 --quiet", "");
}

/* A drink that a station doesn't offer has no row; what the store has is told to count. */
static void stock_is_told_of_what_is_offered(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run \"$ROOT\"/scenarios/riverside.yaml --days 4 --quiet --no-charts --out out >/dev/null");
    step("\"$SAMOVAR\" stock \"$ROOT\"/scenarios/riverside.yaml --days 8 --quiet --no-charts --out stock >/dev/null");
    expect_end(0, "report out stock --quiet --lang en", "");
    step("sed -n '/worth bringing/,/^Counted as if runners/p' out/report.md >advice && tail -1 advice | grep -q 'ready in the store'");
    step("test $(grep -c '^| .*门 |\\|^| 地库西口 |' advice) -eq 10 && ! grep -q '东门 | 咖啡' advice");
}

static void directories_of_another_scenario_are_named(void **unused)
{
    (void)unused;
    expect_end(0, RUN "--out out", "");
    expect_end(0, "stress \"$ROOT/scenarios/compound.yaml\" --days 8 --quiet --no-charts --out maple", "");
    expect_end(0, "report out maple --quiet", "");
    expect_on_page("out/report.md", "are of another scenario: Maple Court");
}

/* --- sources ---------------------------------------------------------------------------------------------------- */

static void sources_stand_beside_the_assumptions(void **unused)
{
    (void)unused;
    step("sed -i '/^sources:/,$d' mine.yaml && printf 'sources:\\n  service.greet: \"timed, <b>20</b> of them | at 07:40\"\\n' >>mine.yaml");
    expect_end(0, RUN "--out out", "");
    expect_end(0, "report out --quiet", "");
    expect_on_page("out/report.html", "timed, &lt;b&gt;20&lt;/b&gt; of them | at 07:40");
    step("grep -q '^| service.greet | timed, .<b.>20.</b.> of them .| at 07:40 |$' out/report.md");
    step("sed -i 's/service.greet: \"timed/servise.greet: \"timed/' mine.yaml");
    expect_end(3, "check mine.yaml", "`servise.greet` begins with no key of a scenario; did you mean `service`?");
    step("sed -i '/^sources:/,$d' mine.yaml");
    expect_end(0, RUN "--out out --force", "");
    expect_end(0, "report out --quiet", "");
    expect_on_page("out/report.md", "doesn't say where its numbers are from");
}

/* --- the tally sheet -------------------------------------------------------------------------------------------- */

static void the_tally_file_waits_for_strokes(void **unused)
{
    (void)unused;
    expect_end(0, "run mine.yaml --layout gate-and-garage --days 24 --quiet --no-charts --out out", "");
    step("test ! -e out/tally.csv");
    expect_end(0, "report out --quiet", "");
    step("test \"$(head -1 out/tally.csv)\" = '" HEAD ",drink:ginger-tea,drink:soy-milk'");
    step("test \"$(sed -n 2p out/tally.csv)\" = ',south-gate,06:30,06:45,,,,,,,,,,'");
    step("test \"$(tail -1 out/tally.csv)\" = ',garage,08:45,09:00,,,,,,,,,,' && test $(wc -l <out/tally.csv) -eq 21");
    step("awk -F, 'NF != 14 { exit 1 }' out/tally.csv");
    expect_end(0, "run mine.yaml --set window='06:30 - 08:30' --days 24 --quiet --no-charts --out short", "");
    expect_end(0, "report short --quiet", "");
    step("test \"$(sed -n 2p short/tally.csv)\" = ',south-gate,06:30,06:35,,,,,,,,,,' && test $(wc -l <short/tally.csv) -eq 25");
}

/* A sheet a station, with a row a step and a column a drink that is offered there. */
static void the_sheet_on_paper_is_of_the_plan(void **unused)
{
    (void)unused;
    expect_end(0, "run mine.yaml --layout gate-and-garage --set layouts.gate-and-garage.garage.portions.soy-milk=0 --days 24 --quiet --no-charts --out out", "");
    expect_end(0, "report out --quiet", "");
    step("test $(grep -c 'Tally sheet: ' out/report.md) -eq 2 && grep -q '^| From | Came | Served | ginger-tea | Went away |' out/report.md");
    expect_on_page("out/report.md", "| From | Came | Served | ginger-tea | soy-milk | Went away |");
    step("test $(sed -n '/Tally sheet: garage/,/^## /p' out/report.md | grep -c '^| 0[0-9]:[0-9][0-9] |') -eq 10");
}

static void a_run_leaves_its_tally_file_too(void **unused)
{
    (void)unused;
    expect_end(0, "run mine.yaml --days 24 --quiet --out out", "");
    step("test -s out/tally.csv && cp out/tally.csv before");
    expect_end(0, "report out --quiet", "");
    step("cmp out/tally.csv before");
}

/* --- hostile names ----------------------------------------------------------------------------------------------- */

/* Every name in the scenario is an attack: on HTML, Markdown, the spreadsheet. */
static void no_name_is_anything_but_text(void **unused)
{
    (void)unused;
    step("sed -e 's/south-gate/\"=<i>s|`id`\\&amp;\"/g; s/ginger-tea/\"+<img src=x>t\"/g; s/urn-20/\"@<script>u\"/g; s/one-gate:/\"-<b>l\":/; s/commuters/\"<u>c\"/g; s/tower-1/\"<s>1\"/g'"
         " -e '/^plan:/,$d' -e 's/^name:.*/name: \"<h1>n\"/' mine.yaml >evil.yaml; printf 'sources: {costs: \"[x](javascript:y) ![z](w)\"}\\n' >>evil.yaml");
    step("cd . && \"$SAMOVAR\" run evil.yaml --days 16 --quiet --out out");
    step("\"$SAMOVAR\" stress evil.yaml --days 8 --quiet --out bad && \"$SAMOVAR\" stock evil.yaml --days 16 --quiet --out stock");
    step("\"$SAMOVAR\" report out bad stock --quiet");
    static const char *const tags[] = {"<i>", "<img", "<script>u", "<b>", "<u>", "<s>", "<h1>n"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        expect_not_on_page("out/report.html", tags[i]);
    expect_on_page("out/report.html", "=&lt;i&gt;s|`id`&amp;amp;");
    step("! grep -v '^    ' out/report.md | grep '[^\\\\]<[a-zA-Z/]'");
    step("! grep '[^\\\\]\\](javascript' out/report.md && ! grep '[^\\\\]!\\[z' out/report.md");
    step("grep -q \"'=<i>s\" out/tally.csv && ! grep '^=\\|,=\\|,\"=' out/tally.csv");
}

/* --- Word ---------------------------------------------------------------------------------------------------------- */

static void word_gets_pictures_and_tables(void **unused)
{
    (void)unused;
    if (shell("command -v pandoc unzip") != 0)
        skip();
    expect_end(0, "run mine.yaml --days 24 --quiet --out out", "");
    expect_end(0, "stress mine.yaml --days 8 --quiet --out bad", "");
    expect_end(0, "report out bad --quiet", "");
    step("test $(unzip -l out/report.docx | grep -c 'word/media/.*png') -eq $(grep -c '^!\\[' out/report.md)");
    step("test $(unzip -p out/report.docx word/document.xml | grep -o '<w:tbl>' | wc -l) -eq $(grep -c '^|-' out/report.md)");
    step("pandoc out/report.docx -t plain | grep -q 'Contingency plan'");
}

/* --- the figures it is fed ----------------------------------------------------------------------------------------- */

static void least_cost_is_told_as_a_cost(void **unused)
{
    (void)unused;
    expect_end(0, "optimize mine.yaml --set plan.goal='least cost' --quiet --no-charts --out out", "");
    step("awk -F, 'NR > 1 && !($5 > 0 && $7 >= 0) { exit 1 } NR == 3 && !($7 > 0) { exit 1 }' out/plan.csv");
    step("! grep '\"goal\": -\\|\"to_best\": -' out/plan.json");
    expect_end(0, "report out --quiet", "");
    step("sed -n '/The finalists/,/^$/{n;p}' out/report.md | grep -v '| -' >/dev/null && ! sed -n '/The finalists/,$p' out/report.md | grep '^| 1 |.*| -[0-9]'");
}

static void estates_that_differ_are_not_compared(void **unused)
{
    (void)unused;
    step("sed 's/count: 400/count: 500/' mine.yaml >more.yaml && sed 's/staff: 1/staff: 2/' mine.yaml >two.yaml");
    expect_end(3, "compare mine.yaml more.yaml --days 8", "tell of different estates: `commuters` isn't the same in both");
    expect_end(3, "compare mine.yaml \"$ROOT/scenarios/compound.yaml\" --days 8", "tell of different estates: `window`");
    expect_end(0, "compare mine.yaml two.yaml --days 8 --quiet", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(the_recommendation_is_three_sentences),
        in_workplace(the_sentences_are_of_the_layout_recommended),
        in_workplace(the_shopping_list_adds_up),
        in_workplace(vessels_of_one_kind_are_numbered),
        in_workplace(the_contingency_plan_comes_from_stress),
        in_workplace(reserves_are_told_as_they_came_out),
        in_workplace(remedies_are_of_what_is_there),
        in_workplace(the_contingency_plan_has_rows_for_the_worst_only),
        in_workplace(every_kind_of_directory_is_taken),
        in_workplace(what_was_counted_is_told),
        in_workplace(stock_plans_one_day_of_a_campaign),
        in_workplace(stock_is_told_of_what_is_offered),
        in_workplace(directories_of_another_scenario_are_named),
        in_workplace(sources_stand_beside_the_assumptions),
        in_workplace(the_tally_file_waits_for_strokes),
        in_workplace(the_sheet_on_paper_is_of_the_plan),
        in_workplace(a_run_leaves_its_tally_file_too),
        in_workplace(no_name_is_anything_but_text),
        in_workplace(word_gets_pictures_and_tables),
        in_workplace(least_cost_is_told_as_a_cost),
        in_workplace(estates_that_differ_are_not_compared),
    };
    int failed = cmocka_run_group_tests(tests, enter_workplace, NULL);
    free(page);
    return failed;
}
