/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CSV files. */
#include "tests/cli/fake_run.h"
#include "tests/support/expect.h"

#include <stdlib.h>

#define EVIL "=1+1 `touch pwned` 'x' \"y\" <b>&"
#define EVIL_CELL "\"'=1+1 `touch pwned` 'x' \"\"y\"\" <b>&\""

static struct fake_run fake;
static struct text out;

static int fresh(void **unused)
{
    (void)unused;
    text_free(&out);
    fake_run(&fake);
    return 0;
}

static void expect_line(const char *line)
{
    const char *at = text_c(&out);
    size_t n = strlen(line);

    for (const char *found = at; (found = strstr(found, line)); found++)
        if ((found == at || found[-1] == '\n') && found[n] == '\n')
            return;
    fail_msg("no line `%s` in:\n%s", line, at);
}

static void expect_no(const char *words)
{
    if (strstr(text_c(&out), words))
        fail_msg("`%s` stands in:\n%s", words, text_c(&out));
}

static int lines(void)
{
    int n = 0;
    for (const char *c = text_c(&out); *c; c++)
        n += *c == '\n';
    return n;
}

static void summary_has_units_and_shortest_numbers(void **unused)
{
    (void)unused;
    fake_set(&fake, 0, "wanted", 1200, 0.1 + 0.2);
    write_csv(&fake.run, &out);
    assert_int_equal(strncmp(text_c(&out), "scope,name,figure,unit,mean,half_width\n", 39), 0);
    expect_line("layout,today,wanted,/day,1200,0.30000000000000004");
    expect_line("layout,today,wait_within_share,1,0.9125,0.003");
    expect_line("layout,today,cost,CNY/day,1234.5,12");
    expect_line("station,北门大堂,served,/day,180,1.95");
    expect_line("group,pupils,wait_mean_s,s,48.125,0.6");
    expect_line("day_type,cold-snap,served,/day,396.5,1.95");
    expect_no("station,garage,satisfaction");
    expect_no("group,pupils,line_mean");
    expect_no("day_type,ordinary,wait_p90_s");
}

static void what_is_unknown_is_an_empty_cell(void **unused)
{
    (void)unused;
    fake_set(&fake, 0, "served", 0, 0);
    fake_set(&fake, 1, "line_mean", NAN, NAN);
    fake.kind_days[1] = 0;
    write_csv(&fake.run, &out);
    expect_line("layout,today,wait_mean_s,s,,");
    expect_line("layout,today,wait_p90_s,s,,");
    expect_line("station,south-gate,line_mean,people,,");
    expect_line("day_type,cold-snap,wanted,/day,,");
    expect_line("layout,today,served,/day,0,0");
    expect_no("nan");
    expect_no("inf");
}

static void names_stay_inside_their_cells(void **unused)
{
    (void)unused;
    fake.run.layout = EVIL;
    fake.station_plan[0].name = "two\nlines, \"quoted\"";
    fake.group[0].name = "@SUM(A1)";
    write_csv(&fake.run, &out);
    expect_line("layout," EVIL_CELL ",wanted,/day,412.3,1.9");
    expect_line("station,\"two\nlines, \"\"quoted\"\"\",served,/day,90,1.95");
    expect_line("group,\"'@SUM(A1)\",served,/day,360,1.95");
}

static void series_are_long_with_clock_times(void **unused)
{
    (void)unused;
    write_series(&fake.run, &out);
    assert_int_equal(lines(), 1 + F_CHANNELS * F_BINS);
    assert_int_equal(strncmp(text_c(&out), "time,station,quantity,item,unit,mean,p05,p50,p95,ran_out_share,max\n", 67), 0);
    expect_line("06:35,south-gate,arrivals,,1/h,18,1.2,12,1047.6,,");
    expect_line("06:30,北门大堂,line,,people,3,0.1,2,87.3,,");
    expect_line("06:35,south-gate,portions,tea,portions,7.5,0.1,5,87.3,0.25,");
    expect_line("06:30,south-gate,temperature,urn-20,°C,9,0.1,6,87.3,,");
    expect_line("06:30,south-gate,temperature,urn-20 #2,°C,12,0.1,8,87.3,,");
    fake.channel[1].kind = C_LOAD_PEAK;
    write_series(&fake.run, &out);
    expect_line("06:30,北门大堂,load_peak,,kW,3,0.1,2,87.3,,4.25");
}

static void short_steps_show_seconds_and_hours_pass_midnight(void **unused)
{
    (void)unused;
    fake.kind[0].plan.opens_s = 24 * 3600 - 30;
    fake.kind[0].plan.bin_s = 90;
    fake.summary.band_days = 0;
    fake.vessel[1].name = fake.drink.name = EVIL;
    write_series(&fake.run, &out);
    expect_line("23:59:30,北门大堂,line,,people,3,,,,,");
    expect_line("24:01:00,北门大堂,line,,people,4.5,,,,,");
    expect_line("23:59:30,south-gate,portions," EVIL_CELL ",portions,6,,,,0.25,");
    expect_line("23:59:30,south-gate,temperature," EVIL_CELL ",°C,12,,,,,");
}

/* The cell under a column's name. */
static const char *cell(const char *column)
{
    static char table[2][4096];
    char *name[2], *rest[2] = {table[0], table[1]};
    const char *end = strchr(text_c(&out), '\n');

    snprintf(table[0], sizeof table[0], "%.*s", (int)(end - text_c(&out)), text_c(&out));
    snprintf(table[1], sizeof table[1], "%.*s", (int)strcspn(end + 1, "\n"), end + 1);
    while ((name[0] = strsep(&rest[0], ",")) && (name[1] = strsep(&rest[1], ",")))
        if (strcmp(name[0], column) == 0)
            return name[1];
    fail_msg("no column `%s` in:\n%s", column, text_c(&out));
    return NULL;
}

static void a_day_is_a_row_in_the_units_of_the_header(void **unused)
{
    double measure[MEASURES] = {[M_ONE] = 1, [M_WANTED] = 400, [M_SERVED] = 300, [M_WAIT_S] = 15000, [M_WITHIN] = 240, [M_COST] = 812.25,
                                [M_ENERGY_J] = 9e6, [M_LATE_S] = 90, [M_OPEN_S] = 9000, [M_LINE_S] = 4500, [M_SCORE] = 30000};
    struct day_result day = {.measure = measure, .air_c = -2.5, .day_type = 1};
    (void)unused;

    write_days_header(&fake.study, &out);
    write_day(&fake.study, 317, &day, &out);
    assert_int_equal(lines(), 2);
    static const char *const want[][2] = {
        {"day", "317"}, {"day_type", "cold-snap"}, {"air_c", "-2.5"}, {"served", "300"}, {"wait_mean_s", "50"}, {"wait_within_share", "0.8"},
        {"cost_cny", "812.25"}, {"energy_kwh", "2.5"}, {"late_min", "1.5"}, {"line_mean", "0.5"}, {"satisfaction", "75"},
        {"staff_utilisation", ""}, {"detour_m", ""},
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        assert_string_equal(cell(want[i][0]), want[i][1]);
    assert_null(strstr(text_c(&out), "wait_p90_s"));
}

static void a_day_type_that_is_a_formula_is_text(void **unused)
{
    double measure[MEASURES] = {[M_ONE] = 1};
    struct day_result day = {.measure = measure, .air_c = NAN};
    (void)unused;

    fake.kind[0].name = EVIL;
    write_day(&fake.study, 0, &day, &out);
    assert_memory_equal(text_c(&out), "0," EVIL_CELL ",,0,", strlen("0," EVIL_CELL ",,0,"));
}

static void a_trace_tells_who_did_what_when(void **unused)
{
    struct visit visit[] = {{.stream = 1, .resident = 17}, {.stream = 0, .resident = 4000000000u}};
    struct trace_event event[] = {
        {27000.0625, "arrives", 1, 0, 3}, {27001.9996, "served", 0, 1, 71.19999694824219}, {90000, "refill", 2, -1, NAN}, {59.9999, "unreached", -1, 0, NAN}};
    struct trace trace = {.event = event, .n = 4, .visit = visit};
    (void)unused;

    fake.group[0].at.name = "south-gate";
    write_trace(&fake.kind[0].plan, &trace, &out);
    assert_string_equal(text_c(&out), "time,event,station,group,from,to,resident,value\n"
                                      "07:30:00.063,arrives,北门大堂,pupils,tower,metro,17,3\n"
                                      "07:30:02.000,served,south-gate,commuters,,,4000000000,71.2\n"
                                      "25:00:00.000,refill,garage,,,,,\n"
                                      "00:01:00.000,unreached,,pupils,tower,metro,17,\n");
}

static void a_trace_without_a_site_has_no_places(void **unused)
{
    struct visit visit = {.stream = 0};
    struct trace_event event = {0, "joins", 0, 0, -0.0};
    struct trace trace = {.event = &event, .n = 1, .visit = &visit};
    (void)unused;

    fake.scenario.site = NULL;
    fake.group[0].name = EVIL;
    write_trace(&fake.kind[0].plan, &trace, &out);
    expect_line("00:00:00.000,joins,south-gate," EVIL_CELL ",,,0,0");
}

static void bookings_are_rows_of_their_own(void **unused)
{
    (void)unused;
    struct saving saving = fake_saving();
    write_csv(&fake.run, &out);
    expect_no("\nbookings,");
    fake.run.saving = &saving;
    text_clear(&out);
    write_csv(&fake.run, &out);
    expect_line("bookings,today,wait_mean_s,s,-2.5,0.75");
    expect_line("bookings,today,wait_within_share,1,-2.5,0.75");
    expect_line("bookings,today,cost,CNY/day,-2.5,0.75");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(summary_has_units_and_shortest_numbers, fresh),
        cmocka_unit_test_setup(what_is_unknown_is_an_empty_cell, fresh),
        cmocka_unit_test_setup(names_stay_inside_their_cells, fresh),
        cmocka_unit_test_setup(series_are_long_with_clock_times, fresh),
        cmocka_unit_test_setup(short_steps_show_seconds_and_hours_pass_midnight, fresh),
        cmocka_unit_test_setup(a_day_is_a_row_in_the_units_of_the_header, fresh),
        cmocka_unit_test_setup(a_day_type_that_is_a_formula_is_text, fresh),
        cmocka_unit_test_setup(bookings_are_rows_of_their_own, fresh),
        cmocka_unit_test_setup(a_trace_tells_who_did_what_when, fresh),
        cmocka_unit_test_setup(a_trace_without_a_site_has_no_places, fresh),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    text_free(&out);
    return failed;
}
