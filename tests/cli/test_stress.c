/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar stress: what it says, what it leaves in a directory, and what a report makes of that. */
#include "tests/cli/workplace.h"

#include "core/text.h"

#include <jansson.h>
#include <math.h>

#define STRESS "stress mine.yaml --days 24 --quiet "

static double number(json_t *object, const char *key, const char *part)
{
    return json_number_value(json_object_get(json_object_get(object, key), part));
}

/* Worst first by the goal, and each difference is what it says: the mean less the mean of a usual day. */
static void the_worst_comes_first(void **unused)
{
    json_error_t fault;
    json_t *one;
    size_t i;
    double before = -HUGE_VAL;

    (void)unused;
    expect_end(0, STRESS "--goal warm --out out", "");
    json_t *all = json_load_file("out/stress.json", 0, &fault);
    json_t *usual = json_object_get(json_object_get(all, "as_usual"), "kpi"), *list = json_object_get(all, "contingencies");
    assert_string_equal(json_string_value(json_object_get(all, "goal")), "warm");
    assert_true(json_array_size(list) >= 4);
    json_array_foreach(list, i, one) {
        json_t *kpi = json_object_get(one, "kpi"), *change = json_object_get(one, "against_usual");
        assert_true(json_number_value(json_object_get(one, "difference")) >= before);
        before = json_number_value(json_object_get(one, "difference"));
        expect_near(number(change, "served", "mean"), number(kpi, "served", "mean") - number(usual, "served", "mean"), 1e-9);
        expect_near(number(change, "warm", "mean"), before, 1e-9);
        assert_non_null(json_string_value(json_object_get(one, "kind")));
    }
    json_decref(all);
    step("test $(wc -l <out/stress.csv) -eq $(($(grep -c '\"contingency\":' out/stress.json) + 1))");
    step("for e in .png .svg .pdf .gp -slide.gp .csv; do test -s out/charts/stress$e || exit 1; done");
    step("grep -q 'costs the' out/charts/stress.svg");
}

/* Also behind one that may have done nothing; the order is by the mean. Against what comes late nothing is tried: at
 * no station does all keep overnight. */
static void what_surely_harms_has_its_reserves_tried(void **unused)
{
    json_error_t fault;
    json_t *one;
    size_t i;
    int unsure = 0, behind = 0;

    (void)unused;
    expect_end(0, "stress \"$ROOT/scenarios/riverside.yaml\" --days 8 --quiet --no-charts --out out", "");
    json_t *all = json_load_file("out/stress.json", 0, &fault);
    json_array_foreach(json_object_get(all, "contingencies"), i, one) {
        bool sure = -json_number_value(json_object_get(one, "difference")) > json_number_value(json_object_get(one, "half_width"));
        const char *kind = json_string_value(json_object_get(one, "kind")), *what = json_string_value(json_object_get(one, "what"));
        bool late = strcmp(kind, "late-delivery") == 0 || (what && strcmp(what, "送货晚到") == 0);
        assert_int_equal(json_array_size(json_object_get(one, "reserves")) > 0, sure && !late);
        behind += sure && unsure;
        unsure += !sure;
    }
    assert_true(behind > 0);
    json_decref(all);
}

/* It is listed in its place, after all that harms, with the figures of a usual day. */
static void where_nothing_needs_power_nothing_is_lost(void **unused)
{
    json_error_t fault;
    json_t *one;
    size_t i;
    int found = 0;
    double before = -HUGE_VAL;

    (void)unused;
    step("\"$SAMOVAR\" stress \"$ROOT/scenarios/riverside.yaml\" --days 20 --lang en --out out --no-charts >said.txt 2>/dev/null");
    step("test \"$(grep -c '^ *[0-9]*[.] 东门 without current: nothing lost, as nothing there needs power$' said.txt)\" = 1");
    step("grep -q ' one 保温桶12升 of 豆浆 missing at 东门: ' said.txt && grep -q ' one 保温桶12升 missing at 北门: ' said.txt");
    step("grep -q '^[0-9]*,东门 without current,东门,satisfaction,[0-9.]*,0,0,,,$' out/stress.csv");
    json_t *all = json_load_file("out/stress.json", 0, &fault), *usual = json_object_get(all, "as_usual");
    json_array_foreach(json_object_get(all, "contingencies"), i, one) {
        assert_true(json_number_value(json_object_get(one, "difference")) >= before);
        before = json_number_value(json_object_get(one, "difference"));
        if (strcmp(json_string_value(json_object_get(one, "kind")), "power-unused") != 0)
            continue;
        assert_true(json_equal(json_object_get(one, "kpi"), json_object_get(usual, "kpi")));
        expect_near(number(json_object_get(one, "against_usual"), "warm", "mean"), 0, 0);
        assert_true(json_is_number(json_object_get(json_object_get(json_object_get(one, "against_usual"), "warm"), "mean")));
        found++;
    }
    assert_int_equal(found, 1);
    json_decref(all);
}

/* A mishap's figures are held against the same kind of day without it, and that is told beside it. */
static void a_mishap_is_told_apart_from_its_kind_of_day(void **unused)
{
    json_error_t fault;
    json_t *one;
    size_t i;
    int found = 0;

    (void)unused;
    step("\"$SAMOVAR\" stress \"$ROOT/scenarios/gate-tea.yaml\" --days 64 --lang en --out out --no-charts >said.txt 2>/dev/null");
    step("test $(grep -c '^    such days without it, against the usual mix: .* [+]4[.]9 ± 4[.]6 /100$' said.txt) = 2");
    step("! grep 'the mishap of a' said.txt | grep -q ' [+][0-9.]* ± '");
    json_t *all = json_load_file("out/stress.json", 0, &fault);
    json_array_foreach(json_object_get(all, "contingencies"), i, one) {
        if (strcmp(json_string_value(json_object_get(one, "kind")), "mishap") != 0)
            continue;
        json_t *bare = json_object_get(json_object_get(one, "without_events"), "kpi");
        expect_near(number(json_object_get(one, "against_usual"), "served", "mean"), number(json_object_get(one, "kpi"), "served", "mean") - number(bare, "served", "mean"), 1e-9);
        assert_int_equal(json_array_size(json_object_get(one, "causes")), 1);
        found++;
    }
    json_decref(all);
    assert_int_equal(found, 2);
}

/* At a station that this layout doesn't have; no advice goes with it. */
static void what_happens_elsewhere_is_said_to(void **unused)
{
    (void)unused;
    step("cp mine.yaml dark.yaml && echo 'days: {usual: {share: 100 %}, dark: {share: 0 %, events: [{at: 07:30, power-cut: garage}]}}' >>dark.yaml");
    step("\"$SAMOVAR\" stress dark.yaml --layout one-gate --days 24 --lang en --out out --no-charts >said.txt 2>/dev/null");
    step("grep -q 'the mishap of a dark day: nothing of this layout is there$' said.txt");
    expect_end(0, "report out --quiet --lang en", "");
    step("grep -q '^Not of this layout, which has nothing where it happens: the mishap of a dark day[.]$' out/report.md");
    step("! grep -q '^| the mishap' out/report.md && grep -q 'scenario dark[.]yaml (hash ' out/report.md");
}

static void threads_change_nothing(void **unused)
{
    (void)unused;
    expect_end(0, STRESS "--threads 1 --no-charts --out one", "");
    expect_end(0, STRESS "--threads 3 --no-charts --out three", "");
    step("diff -r one three && test ! -e one/charts");
}

static void a_directory_that_is_there_is_kept(void **unused)
{
    (void)unused;
    step("mkdir out && touch out/mine");
    expect_end(6, STRESS "--out out", "out");
    step("test \"$(ls -A out)\" = mine");
}

/* No blanks around names and no half-width colon in a Chinese sentence. */
static void in_chinese_its_sentences_are_set_as_chinese(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" stress \"$ROOT/scenarios/gate-tea.yaml\" --days 24 --lang zh >said.txt 2>/dev/null");
    step("grep -q ' 大门没有电热桶10升：满意度' said.txt && grep -q ' 人多一倍：满意度' said.txt && grep -q '方案 两个人：' said.txt");
    step("! grep '^ *[0-9]*[.].*: ' said.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(the_worst_comes_first),
        in_workplace(what_surely_harms_has_its_reserves_tried),
        in_workplace(where_nothing_needs_power_nothing_is_lost),
        in_workplace(a_mishap_is_told_apart_from_its_kind_of_day),
        in_workplace(what_happens_elsewhere_is_said_to),
        in_workplace(threads_change_nothing),
        in_workplace(a_directory_that_is_there_is_kept),
        in_workplace(in_chinese_its_sentences_are_set_as_chinese),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
