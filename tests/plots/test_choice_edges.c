/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of a choice where little can be told: one design, designs at one place, nothing beyond what can be. */
#include "tests/plots/choice_script.h"

static bool says(const char *chart, const char *piece)
{
    struct sheet sheet = sheet_of(chart);
    bool found = strstr(text_c(&sheet.page), piece) || strstr(text_c(&sheet.script), piece);
    sheet_free(&sheet);
    return found;
}

static void the_only_design_is_no_plural(void **unused)
{
    (void)unused;
    crossroads(&c);
    for (int i = 0; i < 6; i++)
        c.stage[i].left = 1;
    expect_title("narrowing", "There is one design only, and nothing rules it out");
}

/* Where the goal is a cost the plan doesn't reach it for another cost. */
static void a_least_cost_is_told_as_one(void **unused)
{
    (void)unused;
    crossroads(&c);
    c.picture.goal_better = -1;
    c.picture.goal_unit = "CNY/day";
    expect_title("frontier", "Warm drinks: the plan comes to 331 CNY/day, of which 640 CNY/day is fixed");
    assert_true(says("frontier", "fixed cost (CNY/day)"));
}

/* A finalist is a point of its own beside the one that was searched: designs aren't counted twice. */
static void designs_are_counted_once(void **unused)
{
    (void)unused;
    crossroads(&c);
    for (int i = 0; i < c.picture.n_points; i++)
        c.point[i].meets = false;
    c.picture.n_designs = 292;
    expect_title("frontier", "None of 292 designs meets all requirements");
}

static void finalists_at_one_place_share_a_label(void **unused)
{
    (void)unused;
    crossroads(&c);
    c_points(&c, 5);
    for (int i = 0; i < 5; i++)
        c.point[i] = (struct choice_point){500 + (i == 4 ? 400 : 0.1 * i), i == 4 ? 100 : 300 + 0.1 * i, true, 1, i + 1, "gate"};
    assert_true(says("frontier", "'1\u20134'"));
    assert_true(says("frontier", "'5'"));
    c.point[1].cost = 1200;
    assert_true(says("frontier", "'1, 3, 4'"));
}

/* Intervals reach beyond; axes don't. */
static void no_axis_goes_beyond_what_can_be(void **unused)
{
    (void)unused;
    crossroads(&c);
    for (int i = 0; i < 5; i++) {
        c.swept[0].unit = "%";
        c.swept_mean[0][i] = 99.5 + 0.1 * i;
        c.swept_half[0][i] = 1;
        c.swept_mean[1][i] = 0.5;
        c.swept_half[1][i] = 3;
    }
    assert_false(says("sweep", "'100.5'"));
    assert_false(says("sweep", "'-2'"));
    assert_true(says("sweep", "'100'"));
    c.figure[0].unit = "%";
    for (int i = 0; i < c.picture.n_layouts; i++) {
        c.mean[0][i] = 99.72570456 + 1e-6 * i;
        c.difference[0][i] = c.difference_half[0][i] = 1e-6;
    }
    assert_false(says("layouts", "'101'"));
    assert_false(says("layouts", "'99.72570"));
    assert_true(says("layouts", "'99'"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_only_design_is_no_plural),
        cmocka_unit_test(a_least_cost_is_told_as_one),
        cmocka_unit_test(designs_are_counted_once),
        cmocka_unit_test(finalists_at_one_place_share_a_label),
        cmocka_unit_test(no_axis_goes_beyond_what_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
