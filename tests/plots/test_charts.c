/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the charts say, read from their scripts; nothing is drawn here (see test_drawing.c). */
#include "tests/plots/chinese.h"
#include "tests/plots/riverside.h"
#include "tests/plots/script.h"
#include "tests/support/expect.h"

#include "core/say.h"
#include "plots/sketch.h"

static struct riverside r;
static const char evil[] = "`touch pwned` 'x' \"y\" <b>&=1+1 @ink \\";

static void expect_title(const char *chart, const char *want)
{
    struct sheet sheet = script_of(chart, &r.picture);
    char title[1024];

    assert_string_equal(title_of(&sheet, title, sizeof title), want);
    sheet_free(&sheet);
}

static void titles_state_the_finding(void **unused)
{
    (void)unused;
    riverside(&r);
    expect_title("arrivals", "South gate: more come than can be served from 07:30 to 08:05");
    expect_title("line", "South gate has the longest line: 12 people, mean over 5 min from 07:30, "
                         "and on 1 day in 20 more than 26 people");
    expect_title("wait", "9 of 10 wait less than 2 min; at South gate 7 of 10");
    expect_title("vessels", "豆浆 soy milk at Metro gate is too cold to serve "
                            "from 08:45 to 09:00 (below 55 °C) on a median day");
    expect_title("stock", "Most likely to run out: coffee at South gate, on 4 of 10 days");
    expect_title("circuit", "No breaker trips, but South gate has little in hand: heaters of 3.0 kW on 3.5 kW");
    expect_title("tray", "Metro gate hands over lukewarm cups: 54 °C at 06:30");
    expect_title("map", "95 of 100 who want a drink pass a station; South gate serves the most, 147 a day");
    expect_title("funnel", "342 of 424 residents who want a drink get a warm one; "
                           "the largest loss: didn't join the line (26 a day)");
}

static void titles_follow_the_data(void **unused)
{
    (void)unused;
    riverside(&r);
    r_station(&r, 0, "South gate", 100, 200);
    expect_title("arrivals", "Every station can serve all who come: the fullest, Metro gate, "
                             "peaks at 94 % of its capacity at 07:45");
    r_station(&r, 3, "Metro gate", 200, 125);
    r_station(&r, 1, "B1 车库", 150, 120);
    expect_title("arrivals", "At 2 of 4 stations more come than can be served, most at Metro gate "
                             "from 07:20 to 08:30");
    r.station[1].trips = 2.34;
    r.station[1].heaters_kw = 5;
    expect_title("circuit", "At B1 车库 the breaker trips 2.3 times a day: up to 5.0 kW are asked for at once, it carries 3.5 kW");
    ((double *)r.station[1].peak_kw)[7] = 4; /* two of three heaters trip it */
    r.station[1].trips = 0.02;
    expect_title("circuit", "At B1 车库 the breaker trips once in 50 days: up to 4.0 kW are asked for at once, it carries 3.5 kW");
    r.station[1].trips = 0;
    expect_title("circuit", "No breaker tripped, but at B1 车库 it would with all heaters on at once: 5.0 kW on 3.5 kW");
    r.station[1].heaters_kw = 3;
    r.station[2].heaters_kw = 4, r.station[2].turns = true;
    expect_title("circuit", "二号楼大堂: heaters of 4.0 kW take turns on 3.5 kW, so that each heats more slowly");
    for (int s = 0; s < 4; s++)
        r.station[s].circuit_kw = 9, r.station[s].cup_low_c = 40;
    expect_title("circuit", "The current suffices even with all heaters on at once; fullest is 二号楼大堂, 4.0 kW of 9.0 kW");
    expect_title("tray", "Cups stay warm on the tray: at the least 54 °C are handed over, at Metro gate at 06:30");
    r.picture.n_stations = 1;
    r.picture.wait_within = 0.974;
    r.picture.target_s = 90;
    expect_title("wait", "South gate: 97 of 100 wait less than 90 s");
    r.picture.wait_within = 0.9999;
    expect_title("wait", "South gate: 99 of 100 wait less than 90 s");
    r.picture.wait_within = 1;
    expect_title("wait", "South gate: 100 of 100 wait less than 90 s");
    r.picture.reached_share = 1;
    expect_title("map", "Everyone who wants a drink passes a station");
    r.picture.days = 1;
    expect_title("line", "South gate has the longest line: 1.5 people, mean over 5 min from 07:45");
}

static void a_quiet_day_says_so(void **unused)
{
    (void)unused;
    riverside(&r);
    for (int s = 0; s < 4; s++) {
        r_station(&r, s, r.station[s].name, 0, 100);
        r.vessel[s][0].serve_low_c = r.vessel[s][1].serve_low_c = 40;
        r.vessel[s][0].serve_high_c = r.vessel[s][1].serve_high_c = 80;
    }
    expect_title("arrivals", "Nobody comes to any station");
    expect_title("line", "No line to speak of: mean over 5 min less than 1 person, at any time on at least 19 of 20 days");
    expect_title("stock", "Nothing runs out");
    expect_title("vessels", "Every vessel keeps its drink within the serving temperature");
}

/* What holds on a median day needn't on others; one vessel, 68 °C all morning. */
static void serving_temperatures_hold_of_the_band(void **unused)
{
    static double cold[R_BINS], mid[R_BINS], hot[R_BINS];

    (void)unused;
    for (int i = 0; i < R_BINS; i++)
        cold[i] = 60, mid[i] = 68, hot[i] = 74;
    riverside(&r);
    r.picture.n_stations = r.station[0].n_vessels = 1;
    r.vessel[0][0].temperature_c = (struct band_series){mid, cold, hot};
    expect_title("vessels", "Every vessel keeps its drink within the serving temperature");
    struct sheet sheet = script_of("vessels", &r.picture);
    assert_null(strstr(text_c(&sheet.page), "'too cold to serve'"));
    sheet_free(&sheet);
    hot[7] = 75.5;
    expect_title("vessels", "On a median day every vessel keeps its drink within the serving temperature; "
                            "on 1 day in 20 姜茶 ginger tea at South gate is above 75 °C");
    hot[7] = 74, cold[7] = 54;
    expect_title("vessels", "On a median day every vessel keeps its drink within the serving temperature; "
                            "on 1 day in 20 姜茶 ginger tea at South gate is below 55 °C");
    r.picture.days = 1;
    expect_title("vessels", "Every vessel keeps its drink within the serving temperature");
    mid[7] = 54;
    expect_title("vessels", "姜茶 ginger tea at South gate is too cold to serve from 07:05 to 07:10 (below 55 °C)");
    sheet = script_of("vessels", &r.picture);
    assert_non_null(strstr(text_c(&sheet.page), "'too cold to serve'"));
    sheet_free(&sheet);
}

/* What is a mean over days is called that; what is brought doesn't look like the cups. */
static void keys_say_what_is_drawn(void **unused)
{
    (void)unused;
    riverside(&r);
    struct sheet circuit = script_of("circuit", &r.picture), stock = script_of("stock", &r.picture);
    assert_non_null(strstr(text_c(&circuit.page), "'load, mean of all days'"));
    assert_null(strstr(text_c(&stock.script), "boxes lc rgb stone"));
    assert_non_null(strstr(text_c(&stock.script), "boxes lc rgb orange"));
    assert_null(strstr(text_c(&circuit.page), "'●'"));
    sheet_free(&circuit);
    sheet_free(&stock);
    r.picture.days = 1;
    circuit = script_of("circuit", &r.picture);
    assert_non_null(strstr(text_c(&circuit.page), "'load of the heaters'"));
    sheet_free(&circuit);
}

/* Twice a day it trips at 07:05, more seldom a bin later, and once before opening. */
static void trips_are_marked_where_they_happen(void **unused)
{
    (void)unused;
    riverside(&r);
    double *tripped = (double *)r.station[1].tripped, *peak = (double *)r.station[1].peak_kw;
    tripped[7] = 2, tripped[8] = 0.1, peak[7] = peak[8] = 6;
    r.station[1].trips = 3.1, r.station[1].heaters_kw = 6;
    struct sheet circuit = script_of("circuit", &r.picture);
    const char *first = strstr(text_c(&circuit.page), "object circle"), *second = first ? strstr(first + 1, "object circle") : NULL;
    assert_true(second && !strstr(second + 1, "object circle"));
    assert_true(strtod(strstr(first, "size ") + 5, NULL) > 2 * strtod(strstr(second, "size ") + 5, NULL));
    assert_non_null(strstr(text_c(&circuit.page), "'●'"));
    assert_non_null(strstr(text_c(&circuit.page), "1.0 trips a day fall before or after the time shown"));
    assert_non_null(strstr(text_c(&circuit.page), "'circuit 3.5 kW'"));
    sheet_free(&circuit);
}

/* A line of a tenth of a person is no full block; vessels with the same drink are numbered. */
static void a_sketch_shows_few_as_few(void **unused)
{
    static double few[R_BINS], many[R_BINS];
    const struct sketch_look look = {100, true, false};
    struct text out = {0};

    (void)unused;
    few[12] = 0.1, few[14] = 0.04, many[12] = 5;
    riverside(&r);
    r.picture.n_stations = 1;
    r.vessel[0][1].drink = r.vessel[0][0].drink;
    r.station[0].line = (struct band_series){few, few, few};
    sketch_run(&r.picture, &look, &out);
    char *end = strstr(text_c(&out), "Arrivals");
    assert_non_null(strstr(text_c(&out), "mean over 5 min"));
    assert_non_null(end);
    *end = '\0';
    assert_null(strstr(text_c(&out), "█"));
    assert_non_null(strstr(text_c(&out), " ▁ "));
    text_clear(&out);
    r.station[0].line = (struct band_series){many, many, many};
    r.station[0].name = "S";
    r.vessel[0][0].drink = r.vessel[0][1].drink = "tea";
    sketch_run(&r.picture, &look, &out);
    assert_non_null(strstr(text_c(&out), "██"));
    assert_non_null(strstr(text_c(&out), "S tea #1 "));
    assert_non_null(strstr(text_c(&out), "S tea #2 "));
    text_free(&out);
}

/* A warm drink isn't any drink, in Chinese either. */
static void the_funnel_tells_a_warm_drink_from_any(void **unused)
{
    (void)unused;
    riverside(&r);
    if (!speak_chinese())
        skip();
    expect_title("funnel", "424 位想喝热饮的居民中有 342 位喝到温度合适的热饮；其余最多的是：didn't join the line（每天 26 人）");
    struct sheet sheet = script_of("funnel", &r.picture);
    say_in("en");
    assert_non_null(strstr(text_c(&sheet.page), "'喝到，温度合适'"));
    assert_null(strstr(text_c(&sheet.page), "'喝到热饮'"));
    sheet_free(&sheet);
}

/* A step holds the mean of the line over it: few are told to a tenth, and it's never called the line itself. */
static void the_line_is_a_mean_over_a_step(void **unused)
{
    static double few[R_BINS], many[R_BINS];

    (void)unused;
    riverside(&r);
    r.picture.n_stations = 1;
    few[12] = 0.34, many[12] = 2.26;
    r.station[0].line = (struct band_series){few, few, many};
    expect_title("line", "South gate has the longest line: 0.3 people, mean over 5 min from 07:30, "
                         "and on 1 day in 20 more than 2.3 people");
    struct sheet sheet = script_of("line", &r.picture);
    assert_non_null(strstr(text_c(&sheet.page), "'mean up to 0.3, on a bad day 2.3'"));
    assert_non_null(strstr(text_c(&sheet.page), "'people waiting, mean over 5 min'"));
    assert_non_null(strstr(text_c(&sheet.page), "'at a moment the line is longer than its mean'"));
    assert_non_null(strstr(text_c(&sheet.table), "South gate: people waiting, mean over 5 min, 95 %"));
    sheet_free(&sheet);
    few[10] = 0.51; /* a median day's longest line isn't at the time of a bad day's */
    expect_title("line", "South gate has the longest line: 0.5 people, mean over 5 min from 07:20, "
                         "and on 1 day in 20 more than 2.3 people");
    few[10] = 0, few[12] = 0.04, r.picture.bin_s = 600;
    expect_title("line", "South gate has the longest line, yet hardly any on a median day: "
                         "on 1 day in 20 more than 2.3 people, mean over 10 min from 08:30");
    many[12] = 0.96;
    expect_title("line", "No line to speak of: mean over 10 min less than 1 person, at any time on at least 19 of 20 days");
    r.picture.days = 1;
    expect_title("line", "No line to speak of: mean over 10 min always less than 1 person");
}

/* Each part with its points, in a bar as long as they are many; without a score nothing is said of one. */
/* Of days in a row a band is of runs: its edge is one run in twenty, never one day. */
static void days_in_a_row_are_told_as_runs(void **unused)
{
    static const char *const banded[] = {"line", "stock", "vessels"};

    (void)unused;
    riverside(&r);
    r.picture.in_a_row = 5;
    expect_title("line", "South gate has the longest line: 12 people, mean over 5 min from 07:30, "
                         "and in 1 run of days in 20 more than 26 people");
    for (size_t i = 0; i < sizeof banded / sizeof *banded; i++) {
        struct sheet sheet = script_of(banded[i], &r.picture);
        assert_null(strstr(text_c(&sheet.page), "100 days"));
        assert_null(strstr(text_c(&sheet.page), "day in 20"));
        assert_non_null(strstr(text_c(&sheet.page), "of 100 runs"));
        sheet_free(&sheet);
    }
}

static void the_funnel_shows_what_the_score_is_made_of(void **unused)
{
    (void)unused;
    riverside(&r);
    struct sheet with = script_of("funnel", &r.picture);
    r.picture.n_scores = 0;
    struct sheet without = script_of("funnel", &r.picture);
    assert_non_null(strstr(text_c(&with.script), "Planning score: 78.8 of 100 points, for"));
    assert_non_null(strstr(text_c(&with.script), "20.4 of 30.0"));
    assert_non_null(strstr(text_c(&with.table), "\na short wait,,,20.4,5.1,4.5\n"));
    assert_null(strstr(text_c(&without.script), "Planning score"));
    assert_null(strstr(text_c(&without.table), "short wait"));
    sheet_free(&with);
    sheet_free(&without);
}

/* Where there's nothing to tell, a chart doesn't tell the opposite. */
static void what_is_missing_is_said(void **unused)
{
    static double nothing[R_BINS], unknown[R_BINS];

    (void)unused;
    for (int i = 0; i < R_BINS; i++)
        unknown[i] = NAN;
    riverside(&r);
    for (int s = 0; s < 4; s++) {
        r.station[s].capacity_per_h = unknown;
        for (int v = 0; v < R_VESSELS; v++)
            r.vessel[s][v].temperature_c = (struct band_series){unknown, unknown, unknown};
    }
    expect_title("arrivals", "Residents come, but nobody is served");
    expect_title("vessels", "All vessels are empty");
    for (int s = 0; s < 4; s++)
        r.station[s].arrivals_per_h = nothing;
    expect_title("arrivals", "Nobody comes to any station");
    r.picture.wanted = 0;
    expect_title("map", "Nobody wants a drink");
}

/* Beneath a station's name, in the legend and in the table; not where nobody comes. */
static void the_map_tells_how_far_residents_go_out_of_their_way(void **unused)
{
    (void)unused;
    riverside(&r);
    r.station[1].detour_m = 34.6, r.station[2].detour_m = NAN;
    struct sheet sheet = script_of("map", &r.picture);
    assert_non_null(strstr(text_c(&sheet.page), "'63 a day, +35 m'"));
    assert_non_null(strstr(text_c(&sheet.page), "'42 a day'"));
    assert_non_null(strstr(text_c(&sheet.page), "'+ m: extra walk, mean'"));
    assert_non_null(strstr(text_c(&sheet.table), ",260,63,34.6,\n"));
    sheet_free(&sheet);
    for (int s = 0; s < 4; s++)
        r.station[s].detour_m = NAN;
    sheet = script_of("map", &r.picture);
    assert_null(strstr(text_c(&sheet.page), "extra walk"));
    sheet_free(&sheet);
}

static int lines_on(const struct sheet *sheet)
{
    int n = 0;

    for (const char *at = text_c(&sheet->page); (at = strstr(at, "set arrow ")); at++)
        n++;
    return n;
}

/* Dashed, with a word in the legend; none where everyone may go everywhere. */
static void paths_for_some_only_are_dashed(void **unused)
{
    (void)unused;
    riverside(&r);
    struct sheet sheet = script_of("map", &r.picture);
    int whole = lines_on(&sheet);
    assert_null(strstr(text_c(&sheet.page), "not for everyone"));
    sheet_free(&sheet);
    r.path[1].by_mode = true;
    sheet = script_of("map", &r.picture);
    assert_in_range(lines_on(&sheet), whole + 4 + 1, whole + 60); /* four of them in the legend */
    assert_non_null(strstr(text_c(&sheet.page), "'not for everyone'"));
    sheet_free(&sheet);
}

/* One day has no interval. */
static void an_unknown_half_width_is_left_out(void **unused)
{
    (void)unused;
    riverside(&r);
    r.picture.wait_within_half_width = INFINITY;
    struct sheet sheet = script_of("wait", &r.picture);
    assert_non_null(strstr(text_c(&sheet.script), " % wait less' at "));
    assert_null(strstr(text_c(&sheet.script), "inf)"));
    assert_null(strstr(text_c(&sheet.script), "±"));
    sheet_free(&sheet);
}

static void expect_in_wait(const char *label)
{
    struct sheet sheet = script_of("wait", &r.picture);
    if (!strstr(text_c(&sheet.script), label))
        fail_msg("no `%s` in:\n%s", label, text_c(&sheet.script));
    sheet_free(&sheet);
}

/* As in tables: a half-width is rounded up, and a share that isn't whole isn't shown as 100 %. */
static void the_share_within_the_target_has_the_digits_of_tables(void **unused)
{
    (void)unused;
    riverside(&r);
    r.picture.wait_within = 0.964, r.picture.wait_within_half_width = 0.0031;
    expect_in_wait("'target 2 min: 96.4 % wait less (± 0.4)'");
    r.picture.wait_within = 0.99966, r.picture.wait_within_half_width = 0.00024;
    expect_in_wait("'target 2 min: 99.97 % wait less (± 0.03)'");
    r.picture.wait_within = 1, r.picture.wait_within_half_width = 0;
    expect_in_wait("'target 2 min: 100.0 % wait less'");
}

static bool drawn(const char *chart)
{
    const char *names[32];

    for (int i = 0, n = charts_names(&r.picture, names); i < n; i++)
        if (strcmp(names[i], chart) == 0)
            return true;
    return false;
}

static void charts_without_data_are_left_out(void **unused)
{
    const char *names[32];

    (void)unused;
    riverside(&r);
    assert_int_equal(charts_names(&r.picture, names), 9);
    r.picture.n_nodes = r.picture.n_paths = 0;
    assert_false(drawn("map"));
    memset(r.share, 0, sizeof r.share);
    assert_false(drawn("wait"));
    r.picture.wanted = 0;
    assert_false(drawn("funnel"));
    for (int s = 0; s < 4; s++) {
        r.station[s].n_vessels = 0;
        r.station[s].cups = NAN;
        for (int d = 0; d < R_DRINKS; d++)
            r.drink[s][d].portions = NAN;
    }
    for (int s = 0; s < 4; s++)
        r.station[s].cup_c = r.station[s].load_kw = NULL;
    assert_false(drawn("tray") || drawn("circuit"));
    assert_false(drawn("vessels"));
    assert_false(drawn("stock"));
    assert_true(drawn("arrivals") && drawn("line"));
    r.picture.bins = 0;
    assert_int_equal(charts_names(&r.picture, names), 0);
}

/* gnuplot executes backticks in double quotes and expands macros outside of quotes. */
static void user_text_stands_in_single_quotes_only(void **unused)
{
    (void)unused;
    riverside(&r);
    r_rename(&r, evil);
    for (int i = 0; i < n_charts; i++) {
        struct sheet sheet = script_of(charts[i].name, &r.picture);
        char *left = bare(&sheet);
        assert_non_null(strstr(text_c(&sheet.script), "`touch pwned` ''x'' \"y\" <b>"));
        assert_null(strpbrk(left, "`\"@"));
        assert_null(strstr(left, "touch"));
        free(left);
        sheet_free(&sheet);
    }
}

static void no_label_is_clipped_or_covered(void **unused)
{
    (void)unused;
    for (int kind = 0; kind < 5; kind++) {
        riverside(&r);
        if (kind == 1)
            r.picture.n_stations = 1;
        if (kind == 2)
            r.picture.target_s = 595, r.picture.closes_s = 31000;
        if (kind == 3)
            r.picture.target_s = 10, r.picture.wait_within = 0.49;
        if (kind == 4)
            r_crowd(&r);
        for (int i = 0; i < n_charts * N_SHAPES; i++) {
            struct sheet sheet = script_in((enum shape)(i % N_SHAPES), charts[i / N_SHAPES].name, &r.picture);
            expect_all_clear(&sheet);
            sheet_free(&sheet);
        }
    }
}

/* Names on the map are read over the paths that they cross. */
static void names_on_the_map_have_a_halo(void **unused)
{
    (void)unused;
    riverside(&r);
    struct sheet sheet = script_of("map", &r.picture);
    int halos = 0;
    for (const char *at = text_c(&sheet.page); (at = strstr(at, "front fc rgb paper fs transparent solid 0.85")); at++)
        halos++;
    assert_true(halos >= r.picture.n_nodes - 2);
    sheet_free(&sheet);
}

/* A slide has more room in width and shows the same data. */
static void a_slide_is_laid_out_anew_over_the_same_table(void **unused)
{
    (void)unused;
    for (int kind = 0; kind < 2; kind++) {
        riverside(&r);
        if (kind)
            r_crowd(&r);
        for (int i = 0; i < n_charts; i++) {
            struct sheet page = script_in(SHAPE_PAGE, charts[i].name, &r.picture);
            struct sheet slide = script_in(SHAPE_SLIDE, charts[i].name, &r.picture);
            assert_string_equal(text_c(&slide.table), text_c(&page.table));
            assert_non_null(strstr(text_c(&slide.script), "set xrange [0:512]"));
            assert_string_not_equal(text_c(&slide.page), text_c(&page.page));
            sheet_free(&page);
            sheet_free(&slide);
        }
    }
}

static void many_stations_become_the_worst_and_a_note(void **unused)
{
    (void)unused;
    riverside(&r);
    r_crowd(&r);
    struct sheet sheet = script_of("arrivals", &r.picture);
    assert_non_null(strstr(text_c(&sheet.script), "'shown: the 6 of 30 stations with the highest peak'"));
    assert_non_null(strstr(text_c(&sheet.script), "'Lobby of tower 30'"));
    assert_null(strstr(text_c(&sheet.script), "'Lobby of tower 1'"));
    assert_non_null(strstr(text_c(&sheet.table), "Lobby of tower 1: arrivals (1/h)"));
    sheet_free(&sheet);
}

static void tables_name_units_and_hold_every_bin(void **unused)
{
    (void)unused;
    riverside(&r);
    r.drink[0][0].chance_out = NULL;
    struct sheet sheet = script_of("stock", &r.picture);
    const char *table = text_c(&sheet.table);
    int rows = 0;
    for (const char *c = table; *c; c++)
        rows += *c == '\n';
    assert_int_equal(rows, 1 + R_BINS);
    assert_memory_equal(table, "clock,time (s),", 15);
    assert_non_null(strstr(table, "\n06:30,23400,"));
    assert_null(strstr(table, "nan"));
    sheet_free(&sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_state_the_finding),
        cmocka_unit_test(titles_follow_the_data),
        cmocka_unit_test(a_quiet_day_says_so),
        cmocka_unit_test(the_line_is_a_mean_over_a_step),
        cmocka_unit_test(serving_temperatures_hold_of_the_band),
        cmocka_unit_test(keys_say_what_is_drawn),
        cmocka_unit_test(trips_are_marked_where_they_happen),
        cmocka_unit_test(a_sketch_shows_few_as_few),
        cmocka_unit_test(the_funnel_tells_a_warm_drink_from_any),
        cmocka_unit_test(days_in_a_row_are_told_as_runs),
        cmocka_unit_test(the_funnel_shows_what_the_score_is_made_of),
        cmocka_unit_test(what_is_missing_is_said),
        cmocka_unit_test(the_map_tells_how_far_residents_go_out_of_their_way),
        cmocka_unit_test(paths_for_some_only_are_dashed),
        cmocka_unit_test(an_unknown_half_width_is_left_out),
        cmocka_unit_test(the_share_within_the_target_has_the_digits_of_tables),
        cmocka_unit_test(charts_without_data_are_left_out),
        cmocka_unit_test(user_text_stands_in_single_quotes_only),
        cmocka_unit_test(no_label_is_clipped_or_covered),
        cmocka_unit_test(names_on_the_map_have_a_halo),
        cmocka_unit_test(a_slide_is_laid_out_anew_over_the_same_table),
        cmocka_unit_test(many_stations_become_the_worst_and_a_note),
        cmocka_unit_test(tables_name_units_and_hold_every_bin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
