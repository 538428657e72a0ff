/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the charts of a choice say, read from their scripts; they're drawn in test_choice_drawing.c. */
#include "tests/plots/choice_script.h"

static void titles_state_the_finding(void **unused)
{
    (void)unused;
    crossroads(&c);
    expect_title("layouts", "Warm drinks: three gates has 96/day more than today; "
                            "gate and garage can't be told from it");
    expect_title("course", "Longest line on a median day, mean over 5 min: 5.2 people under gate and garage (07:35), "
                           "12 people under today (07:35)");
    expect_title("frontier", "Warm drinks: the plan reaches 331/day for a fixed cost of 640 CNY/day; the cheapest that "
                             "meets all requirements, 301/day for 603 CNY/day");
    expect_title("tornado", "Warm drinks: residents.commuters.uptake matters most, from 250 to 358/day");
    expect_title("heat", "Wait within the target: 11 of 20 combinations reach 90 %, "
                         "the least of them is staff 4, urns 1");
    expect_title("narrowing", "From 691,488 designs to 1; the step to \"simulated\" narrows the most: "
                              "1 of 96 is left");
    expect_title("sweep", "Warm drinks: best, 336/day, with staff 5; already 4 can't be told from it");
    expect_title("lasting", "coffee falls short on 4 of 100 days with the 110 portions chosen, "
                            "the others less often");
    expect_title("stress", "Warm drinks: one of the staff missing at south-gate costs the most, 205/day, "
                           "then twice the crowd, 103/day");
}

static void a_fitted_curve_is_told_with_what_it_leaves_open(void **unused)
{
    (void)unused;
    crossroads(&c);
    expect_title("fitted", "south-gate: most come around 07:23, 20 people in 5 min; two peaks");
    c.tally[1].or_peaks = 3, c.tally[1].p = 0.01;
    expect_title("fitted", "south-gate: most come around 07:23, 20 people in 5 min; two peaks can't be told from three peaks; the curve doesn't fit well");
    c.tally[1].peaks = 0;
    expect_title("fitted", "south-gate: most come around 07:23, 20 people in 5 min; too few for a curve");
}

static void layouts_are_told_apart_only_by_their_intervals(void **unused)
{
    (void)unused;
    crossroads(&c);
    c.difference_half[0][0] = 96.2;
    c.difference[0][0] = -95.9;
    expect_title("layouts", "Warm drinks: three gates can't be told from today, the difference is 96/day ± 97");
    c.difference_half[0][0] = 8;
    expect_title("layouts", "Warm drinks: three gates has 96/day more than today; "
                            "gate and garage can't be told from it");
    c.difference_half[0][3] = 0.5;
    expect_title("layouts", "Warm drinks: three gates has 96/day more than today");
    c.difference_half[0][1] = c.difference_half[0][3] = 100;
    expect_title("layouts", "Warm drinks: three gates has 96/day more than today; "
                            "2 others can't be told from it");
    c.figure[0].better = -1, c.difference[0][0] = 95.9;
    expect_title("layouts", "Warm drinks: three gates has 96/day less than today; "
                            "2 others can't be told from it");
    c.picture.reference = c.picture.best; /* then the next one by the goal is the rival */
    c.mean[0][1] = 200, c.difference[0][1] = 47.9, c.difference_half[0][1] = 2;
    expect_title("layouts", "Warm drinks: three gates has 48/day less than two gates; "
                            "gate and garage can't be told from it");
    c.difference[0][1] = c.difference_half[0][1] = 0;
    expect_title("layouts", "Warm drinks: three gates and two gates have the same, 200/day");
    c.figure[0].difference = c.figure[0].difference_half = NULL;
    expect_title("layouts", "Warm drinks: three gates is the best with 342/day");
}

static void titles_follow_the_data(void **unused)
{
    (void)unused;
    crossroads(&c);
    c.point[17].finalist = c.point[80].finalist = 0;
    c.point[40].cost = 500;
    expect_title("frontier", "Warm drinks: the plan, 331/day for a fixed cost of 500 CNY/day, is the cheapest "
                             "that meets all requirements");
    for (int i = 0; i < c.picture.n_points; i++)
        c.point[i].meets = false;
    expect_title("frontier", "None of 300 designs meets all requirements");
    for (int i = 0; i < 6; i++)
        c.bar[i].low_half = c.bar[i].high_half = i ? 70 : 5;
    expect_title("tornado", "Warm drinks: residents.commuters.uptake matters most, from 250 to 358/day; "
                            "5 of 6 assumptions without a difference that shows");
    c.bar[0].low_half = c.bar[0].high_half = 61;
    expect_title("tornado", "Warm drinks: no assumption makes a difference that shows");
    c.picture.heat_wanted = 0.999;
    expect_title("heat", "Wait within the target: no combination reaches 99.9 %; "
                         "the best, 99.0 %, is staff 5, urns 4");
    c.picture.heat_wanted = 0.2;
    expect_title("heat", "Wait within the target: every combination reaches 20 %");
    c.picture.heat_wanted = NAN, c.picture.heat_better = -1;
    expect_title("heat", "Wait within the target: best, 31.9 %, with staff 1, urns 1");
    c.stage[5].left = 0;
    expect_title("narrowing", "None of 691,488 designs is left");
    c.swept[0].better = -1;
    expect_title("sweep", "Warm drinks: best, 188/day, with staff 1");
    for (int i = 0; i < 5; i++)
        c.swept_half[0][i] = 200;
    expect_title("sweep", "Warm drinks: no difference that shows, whatever staff is; but Wait, mean goes from 64 s to 12 s");
    c.picture.n_sweep_figures = 1;
    expect_title("sweep", "Warm drinks: no difference that shows, whatever staff is");
    c.curve[0].chosen = c.curve[1].chosen = c.curve[2].chosen = 220;
    expect_title("lasting", "With the portions chosen none falls short");
    memcpy(c.series[1][0], c.series[1][3], sizeof c.series[1][0]);
    memcpy(c.series[1][1], c.series[1][3], sizeof c.series[1][0]);
    memcpy(c.series[1][2], c.series[1][3], sizeof c.series[1][0]);
    expect_title("course", "Longest line on a median day, mean over 5 min: much the same under all layouts, at most 5.2 people");
    c.picture.in_a_row = 5;
    expect_title("course", "Longest line in a median run of days, mean over 5 min: much the same under all layouts, at most 5.2 people");
}

static void a_cell_that_just_reaches_counts(void **unused)
{
    (void)unused;
    crossroads(&c);
    c.picture.heat_wanted = c.heat[7];
    expect_title("heat", "Wait within the target: 12 of 20 combinations reach 89.7 %, "
                         "the least of them is staff 4, urns 1");
    c.picture.heat_wanted = 0.9; /* 89.7 isn't 90 */
    struct sheet sheet = sheet_of("heat");
    assert_non_null(strstr(text_c(&sheet.page), "'89.7'"));
    sheet_free(&sheet);
}

/* One best cell is named only where it reads as the best. */
static void cells_that_read_alike_are_counted_together(void **unused)
{
    (void)unused;
    crossroads(&c);
    c.picture.heat_wanted = NAN;
    c.heat[18] = c.heat[13] = c.heat[19] - 1e-5;
    expect_title("heat", "Wait within the target: best, 99.0 %, with 3 of 20 combinations, the least of them is staff 4, urns 3");
    c.picture.heat_better = 0;
    expect_title("heat", "Wait within the target: up to 99.0 % with 3 of 20 combinations, the least of them is staff 4, urns 3");
    c.heat[18] = c.heat[13] = 0.9;
    expect_title("heat", "Wait within the target: from 31.9 % up to 99.0 % with staff 5, urns 4");
    c.heat[19] = 0.9999;
    expect_title("heat", "Wait within the target: from 31.9 % up to 99.99 % with staff 5, urns 4");
    c.picture.x_name = "share of residents who want a drink", c.picture.y_name = "staff at the gate";
    expect_title("heat", "Wait within the target: from 31.9 % up to 99.99 % with 5 across and 4 up");
}

/* A chart speaks in words; its table says which keys of the scenario they are. */
static void tables_hold_the_paths_of_what_is_varied(void **unused)
{
    (void)unused;
    crossroads(&c);
    c.picture.sweep_path = c.picture.x_path = c.bar[0].path = "layouts.a.gate.staff";
    c.picture.y_path = "layouts.a.gate.urns";
    c.bar[0].name = "staff at gate";
    struct sheet heat = sheet_of("heat"), sweep = sheet_of("sweep"), tornado = sheet_of("tornado");
    assert_non_null(strstr(text_c(&heat.table), "layouts.a.gate.urns,layouts.a.gate.staff,"));
    assert_non_null(strstr(text_c(&sweep.table), "place,layouts.a.gate.staff,"));
    assert_non_null(strstr(text_c(&tornado.table), "\nlayouts.a.gate.staff,"));
    assert_null(strstr(text_c(&heat.page), "layouts."));
    assert_null(strstr(text_c(&sweep.page), "layouts."));
    assert_null(strstr(text_c(&tornado.page), "layouts."));
    assert_non_null(strstr(text_c(&tornado.page), "staff at gate"));
    sheet_free(&heat);
    sheet_free(&sweep);
    sheet_free(&tornado);
}

/* Ranked by what they take of the first figure, whichever way it points, and whatever their order. */
static void what_goes_wrong_is_ranked_by_its_harm(void **unused)
{
    (void)unused;
    crossroads(&c);
    c.harm[0][2] = -300;
    expect_title("stress", "Warm drinks: garage-b1 without urn-20 costs the most, 300/day, then one of the staff missing at "
                           "south-gate, 205/day");
    c.troubled[0].better = -1; /* then less is better: only what was a gain does harm */
    c.harm[0][3] = 40;
    expect_title("stress", "Warm drinks: a cold snap, 10 K colder costs the most, 40/day; 4 of 5 do no harm that shows");
    for (int i = 0; i < 5; i++)
        c.troubled_half[0][i] = 400;
    expect_title("stress", "Warm drinks: nothing that was tried does harm that shows");
    c.picture.n_trouble_figures = 1;
    struct sheet sheet = sheet_of("stress");
    assert_non_null(strstr(text_c(&sheet.page), "fc rgb red fs transparent solid 0.30"));
    assert_null(strstr(text_c(&sheet.page), "solid 0.90"));
    sheet_free(&sheet);
}

/* What so much buys: of designs that meet all requirements, or where none does of all. */
static void the_frontier_rises_with_the_cost(void **unused)
{
    (void)unused;
    crossroads(&c);
    c_points(&c, 3);
    c.point[0] = (struct choice_point){300, 350, false, 1, 0, NULL};
    c.point[1] = (struct choice_point){500, 310, true, 1, 0, NULL};
    c.point[2] = (struct choice_point){400, 300, true, 2, 0, NULL};
    struct sheet sheet = sheet_of("frontier");
    assert_non_null(strstr(text_c(&sheet.table), "\n300,350,,1,350,,,,\n400,300,300,2,,,300,,\n"
                                                 "500,310,310,1,,310,,,\n"));
    sheet_free(&sheet);
    c.point[1].meets = c.point[2].meets = false;
    sheet = sheet_of("frontier");
    assert_non_null(strstr(text_c(&sheet.table), "\n300,350,350,1,350,,\n400,300,350,2,300,,\n"
                                                 "500,310,350,1,310,,\n"));
    sheet_free(&sheet);
}

/* From 31.9 to 99.0 %. */
static void the_scale_of_heat_has_round_ends(void **unused)
{
    (void)unused;
    crossroads(&c);
    struct sheet sheet = sheet_of("heat");
    for (int i = 0; i < 5; i++) {
        const char *const ends[] = {"'20' at ", "'40' at ", "'60' at ", "'80' at ", "'100' at "};
        assert_non_null(strstr(text_c(&sheet.page), ends[i]));
    }
    sheet_free(&sheet);
}

/* Losses and gains up to just less than a round number: 0 alone would tell no scale. */
static void columns_of_stress_have_a_scale(void **unused)
{
    (void)unused;
    crossroads(&c);
    for (int i = 0; i < c.picture.n_troubles; i++)
        c.harm[0][i] = i % 2 ? 9 : -9.5, c.troubled_half[0][i] = 0;
    struct sheet sheet = sheet_of("stress");
    const char *ticks = strstr(text_c(&sheet.script), "set xtics (");
    assert_non_null(ticks);
    assert_memory_equal(ticks, "set xtics ('-5' -5, '0' 0, '5' 5)", 33);
    sheet_free(&sheet);
}

/* What is nothing but rounding has no scale of its own, and what can't change no interval. */
static void rounding_is_no_difference(void **unused)
{
    (void)unused;
    crossroads(&c);
    for (int i = 0; i < c.picture.n_troubles; i++)
        c.harm[0][i] = i ? 0 : 1e-9, c.troubled_half[0][i] = i ? 0 : 4e-8;
    struct sheet sheet = sheet_of("stress");
    assert_null(strstr(text_c(&sheet.script), "e-0"));
    assert_non_null(strstr(text_c(&sheet.page), "set label '0' at "));
    sheet_free(&sheet);
}

/* Of eight finalists with long names as many are numbered as have room for theirs, each ringed about the colour of its
 * class; the others are in the table. */
static void finalists_keep_their_names_and_colours(void **unused)
{
    static const char long_name[] = "south-gate 2 urns and a carrier + plaza 2 carriers + garage 1 urn and 1 carrier";

    (void)unused;
    crossroads(&c);
    c_points(&c, 8);
    for (int i = 0; i < 8; i++)
        c.point[i].finalist = i + 1, c.point[i].meets = true, c.point[i].name = long_name;
    struct sheet sheet = sheet_of("frontier");
    assert_null(strstr(text_c(&sheet.page), "…"));
    assert_non_null(strstr(text_c(&sheet.page), "'numbered: the best 5; names of the others are in the table'"));
    assert_null(strstr(text_c(&sheet.page), "'6'"));
    assert_non_null(strstr(text_c(&sheet.table), ",8,south-gate 2 urns and"));
    assert_null(strstr(text_c(&sheet.page), "fc rgb ink fs transparent"));
    for (int k = 0; k < 2; k++)
        assert_non_null(strstr(text_c(&sheet.page), k ? "size 2.00 front fc rgb blue" : "size 2.00 front fc rgb red"));
    sheet_free(&sheet);
    c.point[0].name = "south-gate";
    for (int i = 1; i < 8; i++)
        c.point[i].name = c.point[0].name;
    sheet = sheet_of("frontier");
    assert_null(strstr(text_c(&sheet.page), "numbered"));
    sheet_free(&sheet);
}

/* A difference's interval may reach below nobody: its bar ends with the axis, short of the next column's numbers.
 * Numbers are no finer than the interval. */
static void bars_end_with_their_axis(void **unused)
{
    double left = 0, x0, x1, weight;
    int bars = 0;

    (void)unused;
    crossroads(&c);
    c.picture.n_layouts = 2, c.picture.best = 0, c.picture.n_figures = 2;
    c.mean[0][0] = 99.7597, c.mean[0][1] = 99.7601, c.difference_half[0][1] = 0.02;
    c.mean[1][0] = 1.4, c.mean[1][1] = 0.02, c.difference[1][1] = -1.38, c.difference_half[1][1] = 1.1;
    struct sheet sheet = sheet_of("layouts");
    assert_non_null(strstr(text_c(&sheet.page), "'99.76'"));
    assert_null(strstr(text_c(&sheet.page), "'99.7601'"));
    for (const char *at = text_c(&sheet.script); (at = strstr(at, "set lmargin at screen ")); at++)
        left = fmax(left, sheet.width * strtod(at + strlen("set lmargin at screen "), NULL));
    for (const char *at = text_c(&sheet.page); (at = strstr(at, "set arrow from ")); at++)
        if (sscanf(at, "set arrow from %lf,%*f to %lf,%*f nohead back lc rgb %*s dt 1 lw %lf", &x0, &x1, &weight) == 3 && weight > 1.5) {
            assert_true(x1 < left || x0 > left - 0.1);
            bars += x1 > left;
        }
    assert_int_equal(bars, 2);
    sheet_free(&sheet);
}

/* Names that are long, or the same, give way to letters; the full ones stand in the chart once. */
static void long_names_go_by_letters(void **unused)
{
    (void)unused;
    crossroads(&c);
    c_long(&c, 5, false);
    expect_title("layouts", "Warm drinks: D has 96/day more than A; E can't be told from it");
    struct sheet sheet = sheet_of("layouts");
    assert_null(strstr(text_c(&sheet.page), "…"));
    assert_non_null(strstr(text_c(&sheet.page), "'A  west-gate 2×carriers"));
    assert_non_null(strstr(text_c(&sheet.table), "\nE  west-gate 2×carriers + east-gate 2×carriers + south 5×urns,"));
    sheet_free(&sheet);
    crossroads(&c);
    c.layout[1] = c.layout[0];
    expect_title("layouts", "Warm drinks: C has 96/day more than A; D can't be told from it");
}

static void charts_without_data_are_left_out(void **unused)
{
    const char *names[32];

    (void)unused;
    crossroads(&c);
    assert_int_equal(choice_charts_names(&c.picture, names), 10);
    c.picture.course_low = NULL;
    assert_int_equal(choice_charts_names(&c.picture, names), 9);
    c.picture.n_tallied = 0;
    assert_int_equal(choice_charts_names(&c.picture, names), 8);
    c.picture.n_troubles = 0;
    assert_int_equal(choice_charts_names(&c.picture, names), 7);
    c.picture = (struct choice_picture){.scenario = "s", .heat_wanted = NAN, .n_bars = 1, .bar = c.bar,
                                        .bar_figure = "f", .bar_unit = "u"};
    assert_int_equal(choice_charts_names(&c.picture, names), 1);
    assert_string_equal(names[0], "tornado");
    c.picture.n_bars = 0;
    assert_int_equal(choice_charts_names(&c.picture, names), 0);
}

/* 62.5 of 100 days are 63 in the title and beside the point. */
static void a_chance_is_rounded_alike_in_title_and_label(void **unused)
{
    (void)unused;
    crossroads(&c);
    c.picture.n_curves = 1;
    c.curve[0].chosen = c.portions[0][1];
    c.chance[0][1] = 0.625;
    expect_title("lasting", "姜茶 ginger tea falls short on 63 of 100 days with the 6 portions chosen");
    struct sheet sheet = sheet_of("lasting");
    assert_non_null(strstr(text_c(&sheet.page), "6: 63"));
    sheet_free(&sheet);
}

/* The intervals of all steps overlap; their differences over the same days don't. What is less than 1 % is no reason to choose. */
static void steps_are_told_apart_by_their_differences(void **unused)
{
    static const double difference[] = {-0.8, -0.3, 0, -0.1, -0.1}, half[] = {0.2, 0.2, 0, 0.2, 0.2};
    static const double mean[] = {335.2, 335.7, 336, 335.9, 335.9};
    static const double wide[] = {-8, -3, 0, -1, -1}, mean_wide[] = {328, 333, 336, 335, 335};

    (void)unused;
    crossroads(&c);
    for (int i = 0; i < 5; i++)
        c.swept[0].mean = mean, c.swept_half[0][i] = 3;
    c.picture.n_sweep_figures = 1;
    expect_title("sweep", "Warm drinks: no difference that shows, whatever staff is");
    c.swept[0].difference = difference, c.swept[0].difference_half = half;
    expect_title("sweep", "Warm drinks: less than 1 % of difference, whatever staff is");
    c.swept[0].mean = mean_wide, c.swept[0].difference = wide;
    expect_title("sweep", "Warm drinks: best, 336/day, with staff 3; already 2 is within 1 % of it");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_state_the_finding),
        cmocka_unit_test(a_fitted_curve_is_told_with_what_it_leaves_open),
        cmocka_unit_test(layouts_are_told_apart_only_by_their_intervals),
        cmocka_unit_test(titles_follow_the_data),
        cmocka_unit_test(a_chance_is_rounded_alike_in_title_and_label),
        cmocka_unit_test(steps_are_told_apart_by_their_differences),
        cmocka_unit_test(a_cell_that_just_reaches_counts),
        cmocka_unit_test(cells_that_read_alike_are_counted_together),
        cmocka_unit_test(tables_hold_the_paths_of_what_is_varied),
        cmocka_unit_test(what_goes_wrong_is_ranked_by_its_harm),
        cmocka_unit_test(the_frontier_rises_with_the_cost),
        cmocka_unit_test(the_scale_of_heat_has_round_ends),
        cmocka_unit_test(columns_of_stress_have_a_scale),
        cmocka_unit_test(rounding_is_no_difference),
        cmocka_unit_test(finalists_keep_their_names_and_colours),
        cmocka_unit_test(bars_end_with_their_axis),
        cmocka_unit_test(long_names_go_by_letters),
        cmocka_unit_test(charts_without_data_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
