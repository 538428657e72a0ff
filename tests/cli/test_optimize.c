/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar optimize: what it says of the way to its answer. */
#include "tests/cli/page.h"
#include "tests/cli/workplace.h"

/* The designs that are left become fewer from stage to stage; and every one compared is told what became of it. */
static void the_counts_of_a_search_fit_together(void **unused)
{
    (void)unused;
    expect_end(0, "optimize mine.yaml --quiet --out out", "");
    step("awk -F, 'NR == 2 { left = $2 } NR > 2 { if ($2 > left) exit 1; left = $2 } END { exit !(NR > 4 && left == 1) }' out/charts/narrowing.csv");
    step("awk '/^  Compared with guarantee/ { found = 1; gsub(/[,;]/, \"\"); if ($4 != $7 + $11 + $15 + $17) exit 1 } END { exit !found }' out/plan.txt");
    expect_on_page("out/plan.txt", "can't beat this plan, as their sites reach fewer than it serves (95 % confidence)");
}

static void requirements_are_told_in_the_language_asked_for(void **unused)
{
    (void)unused;
    expect_end(0, "optimize mine.yaml --lang zh --quiet --no-charts --out zh", "");
    expect_on_page("zh/plan.txt", "  等待不超过 2 分钟 >= 90 %");
    expect_on_page("zh/plan.txt", "  温度合适 >= 90 %");
    expect_not_on_page("zh/plan.txt", "wait within");
    expect_end(0, "optimize mine.yaml --lang en --quiet --no-charts --out en", "");
    expect_on_page("en/plan.txt", "  wait within 2 min >= 90 %");
}

/* Where nothing is known nothing is shown; what ended it is named. */
static void an_early_end_says_what_is_known(void **unused)
{
    (void)unused;
    step("for t in 0.01 0.05 0.2 0.5; do \"$SAMOVAR\" optimize \"$ROOT/scenarios/riverside.yaml\" --lang en --time-at-most $t >$t.txt 2>&1; test $? -eq 5 || { cat $t.txt; exit 1; }; done");
    step("grep -q '^The time allowed was over before any plan had a result: there are none to tell.' 0.01.txt");
    step("! grep -l ' 0.0 ± 0.0\\|nan\\|days allowed' *.txt");
    step("for t in 0.2 0.5; do grep -q 'Not resolved within the time allowed\\|The time allowed was over' $t.txt || exit; done");
    step("\"$SAMOVAR\" optimize \"$ROOT/scenarios/riverside.yaml\" --lang en --time-at-most 0.5 --quiet --out part; test $? -eq 5 || exit 1; ! grep '\"outcome\": \"found\"' part/plan.json");
    step("awk -F, 'NR == 2 { left = $2 } NR > 2 { if ($2 > left) exit 1; left = $2 }' part/charts/narrowing.csv && ! grep 'the plan\\|guarantee' part/charts/narrowing.csv");
    int code = shell("\"$SAMOVAR\" optimize \"$ROOT/scenarios/riverside.yaml\" --lang en >told 2>&1 & p=$!; sleep 0.1; kill -INT $p; wait $p; code=$?; cat told; exit $code");
    assert_int_equal(code, 130);
    expect_said("nterrupted");
    step("! grep ' 0.0 ± 0.0\\|nan' told");
}

/* A kit without a vessel for a drink serves it out of nothing: that is said. */
static void a_drink_without_a_vessel_is_told(void **unused)
{
    (void)unused;
    step("sed '/^  kits:/,/^  [a-z]*: [^{]/{/^    /d}; s/^  kits:.*/  kits: {tea-only: {ginger-tea: urn-20}}/' mine.yaml >tea.yaml");
    expect_end(0, "optimize tea.yaml --lang en --set plan.require=null", " has no vessel for soy-milk; it was simulated as handed out without pouring.");
    step("\"$SAMOVAR\" optimize mine.yaml --lang en >whole && ! grep 'Mind: ' whole");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(the_counts_of_a_search_fit_together),
        in_workplace(an_early_end_says_what_is_known),
        in_workplace(a_drink_without_a_vessel_is_told),
        in_workplace(requirements_are_told_in_the_language_asked_for),
    };
    int failed = cmocka_run_group_tests(tests, enter_workplace, NULL);
    free(page);
    return failed;
}
