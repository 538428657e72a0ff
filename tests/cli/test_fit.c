/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar fit: what it says of tallies, what it leaves in a directory, and that this is a scenario which agrees with them. */
#include "tests/cli/workplace.h"

#include "core/text.h"

#include <jansson.h>
#include <math.h>

#define HEAD "date,station,from,to,air_c,came,served,left,gave_up,line,cup_c,service_s,drink:tea,drink:milk\n"

static double figure(json_t *all, const char *station, const char *quantity, const char *item, const char *part)
{
    json_t *one;
    size_t i;

    json_array_foreach(json_object_get(all, "figures"), i, one) {
        const char *of = json_string_value(json_object_get(one, "station")), *is = json_string_value(json_object_get(one, "item"));
        if (strcmp(of ? of : "", station) == 0 && strcmp(json_string_value(json_object_get(one, "quantity")), quantity) == 0
            && strcmp(is ? is : "", item) == 0)
            return json_number_value(json_object_get(one, part));
    }
    fail_msg("no %s of %s", quantity, station);
    return NAN;
}

/* Two mornings: 4 + 6 came in the first step, line 2 and 3 over 300 s, one gave up on either day. */
static void figures_are_those_of_the_rows(void **unused)
{
    json_error_t fault;

    (void)unused;
    write_file("t.csv", HEAD "2026-01-13,gate,07:00,07:05,-3,4,3,1,1,2,60,20;30,2,1\n2026-01-14,gate,07:00,07:05,,6,5,1,1,3,64,25;35;40.5,4,1\n"
                        ",gate,07:05,07:10,,,,,,,,,,\n");
    expect_end(0, "fit t.csv --out out --no-charts", "2 days tallied at 1 station");
    json_t *all = json_load_file("out/fit.json", 0, &fault);
    expect_near(figure(all, "gate", "came_per_step", "07:00-07:05", "value"), 5, 1e-12);
    expect_near(figure(all, "gate", "came_per_step", "07:00-07:05", "low"), 4.795389 / 2, 1e-6);
    expect_near(figure(all, "gate", "patience_mean", "", "value"), 750, 1e-12);
    expect_near(figure(all, "gate", "drink_share", "tea", "value"), 0.75, 1e-12);
    expect_near(figure(all, "gate", "cup_mean", "", "value"), 62, 1e-12);
    expect_near(figure(all, "gate", "cup_lowest", "", "value"), 60, 1e-12);
    expect_near(figure(all, "", "service_mean", "gamma", "n"), 5, 0);
    json_decref(all);
    step("grep -q '\"command\": \"fit\"' out/manifest.json && test ! -e out/charts");
    step("\"$SAMOVAR\" fit t.csv --format csv >now.csv && cmp now.csv out/fit.csv");
    step("\"$SAMOVAR\" fit t.csv --format json >now.json && cmp now.json out/fit.json");
}

/* The same rows in two files, in another order, with a BOM, CRLF, semicolons, or no end to the last line. */
static void how_the_file_is_saved_changes_nothing(void **unused)
{
    (void)unused;
    write_file("a.csv", "station,from,to,came,date\ngate,07:00,07:05,4,2026-01-13\n");
    write_file("b.csv", "station,from,to,came,date\ngate,07:00,07:05,6,2026/1/14");
    write_file("c.csv", "\xEF\xBB\xBF" "date;station;from;to;came\r\n2026-01-14;\"gate\";7:00;7:05:00;6\r\n2026-01-13;gate;07:00;07:05;4\r\n");
    step("\"$SAMOVAR\" fit a.csv b.csv --format csv >two.csv && \"$SAMOVAR\" fit c.csv --format csv >one.csv && cmp two.csv one.csv");
}

static void every_fault_is_told_in_one_pass(void **unused)
{
    (void)unused;
    write_file("t.csv", HEAD "2026-13-01,gate,07:00,07:05,,4,,,,,,,,\n2026-01-13,gate,07:10,07:05,,4,,,,,,,,\n2026-01-13,gate,07:20,07:25,,-4,,,,,,,,\n"
                        "2026-01-13,gate,07:25,07:30,,many,,,,,,,,\n2026-01-13,gate,07:30,07:35,,4,3,2,,,,,,\n2026-01-13,gate,07:32,07:38,,4,,,,,,,,\n"
                        "2026-01-13,gate,07:32,07:38,,4,,,,,,,,\n2026-01-13,gate,07:40,07:45,,4,3,1,2,,,,,\n2026-01-13,gate,07:45,07:50,,4,3,,,,,,3,1\n"
                        "2026-01-13,,07:50,07:55,,4,,,,,,,,\n2026-01-13,gate,07:55,08:00,,1.5,,,,,,5;x,,\n");
    expect_end(3, "fit t.csv --lang en", "t.csv:2:1: `2026-13-01` isn't a date, as in 2026-01-15\n  2026-13-01,gate,07:00");
    expect_said("\n  ^\n");
    expect_said("t.csv:3:1: the step ends before it begins: `to` isn't after `from`\n");
    expect_said("t.csv:4:30: `-4` lies outside of 0 .. 100000\n");
    expect_said("t.csv:5:30: `many` isn't a number; what wasn't observed stays empty\n");
    expect_said("t.csv:6:1: 3 served and 2 left are more than the 4 who came\n");
    expect_said("t.csv:7:1: the step overlaps with that at t.csv:6: all");
    expect_said("t.csv:8:1: this step was tallied before, at t.csv:7, on the same day");
    expect_said("t.csv:9:1: 2 gave up waiting, more than the 1 who left\n");
    expect_said("t.csv:10:1: 4 drinks are more than the 3 served\n");
    expect_said("t.csv:11:1: the row has no station\n");
    expect_said("t.csv:12:30: `1.5`: people are counted whole\n");
    expect_said("t.csv:12:39: `x` isn't a number");
}

static void a_wrong_header_is_told(void **unused)
{
    (void)unused;
    write_file("t.csv", "station,form,to,came,came\ngate,07:00,07:05,4,4\n");
    expect_end(3, "fit t.csv --lang en", "t.csv:1:9: a tally has no column `form`; did you mean `from`?");
    expect_said("t.csv:1:22: the column `came` stands here twice");
    expect_said("t.csv:1:1: the column `from` is missing");
    write_file("t.csv", HEAD ",gate,07:00,07:05,,,,,,,,,,\n");
    expect_end(3, "fit t.csv --lang en", "nothing is filled in");
    expect_end(6, "fit nowhere.csv --lang en", "nowhere.csv: there is no such file");
    expect_end(2, "fit", "");
}

/* Whatever a file holds, it ends with a sentence and soon. */
static void junk_is_survived(void **unused)
{
    (void)unused;
    step("printf 'station,from,to,came\\ngate,07:00,07:\\00005,4\\n' >t.csv");
    expect_end(3, "fit t.csv --lang en", "this isn't a text file");
    step("yes a | head -1000000 | tr '\\n' , >t.csv");
    expect_end(3, "fit t.csv --lang en", "more than 256 columns");
    step("{ echo station,from,to,came; printf gate,07:00,07:05,; yes 9 | head -1000000 | tr '\\n' ,; } >t.csv");
    expect_end(3, "fit t.csv --lang en", "more cells than the header");
    step("{ echo station,from,to,came; yes , | head -1000000; } >t.csv");
    expect_end(3, "fit t.csv --lang en", "nothing is filled in");
    step("{ echo station,from,to,came; yes ,,,x | head -800000; } >t.csv");
    expect_end(3, "fit t.csv --lang en", "and more than 950 more");
    write_file("t.csv", "station,from,to,came,service_s\ngate,07:00,07:05,1e999,1e-320;99999999999999999999\ngate,99:99,-7:00,1e5,\n\"gate,07:00");
    expect_end(3, "fit t.csv --lang en", "`1e999` isn't a number");
    step("printf '\\377\\376s\\000' >t.csv");
    expect_end(3, "fit t.csv --lang en", "UTF-16");
    write_file("t.csv", "");
    expect_end(3, "fit t.csv --lang en", "is missing");
}

/* The scenario that extends the fragment is valid, and those who come agree with those who were counted. */
static void the_fragment_is_a_scenario_that_agrees(void **unused)
{
    json_error_t fault;
    double counted[2], simulated;

    (void)unused;
    step("\"$SAMOVAR\" fit \"$ROOT/scenarios/tally.csv\" --out out --quiet");
    write_file("whole.yaml", "extends: out/fitted.yaml\nsamovar: 1\nname: Fitted\nwindow: 06:30 - 08:30\ndrinks: {ginger-tea: {}, soy-milk: {}}\n"
                             "layouts: {both: {south-gate: {staff: 2}, garage: {staff: 2}}}\n");
    expect_end(0, "check whole.yaml", "");
    expect_end(0, "run whole.yaml --days 2000 --out run --quiet --no-charts", "");
    json_t *fit = json_load_file("out/fit.json", 0, &fault), *run = json_load_file("run/summary.json", 0, &fault);
    const char *const stations[] = {"south-gate", "garage"};
    for (int s = 0; s < 2; s++) {
        counted[s] = figure(fit, stations[s], "arrivals_per_day", "", "value");
        json_t *wanted = json_object_get(json_object_get(json_object_get(json_object_get(run, "groups"), stations[s]), "wanted"), "mean");
        simulated = json_number_value(wanted);
        expect_near(simulated, counted[s], 0.02);
    }
    json_decref(fit);
    json_decref(run);
    step("for e in .png .svg .pdf .gp -slide.gp .csv; do test -s out/charts/fitted$e || exit 1; done");
}

static void a_name_of_any_kind_stays_a_name(void **unused)
{
    (void)unused;
    write_file("t.csv", "station,from,to,came,drink:'x: [1]\n\"'=A1: {b} # \"\"c\"\"\",07:00,07:05,9,\n\"'=A1: {b} # \"\"c\"\"\",07:05,07:10,19,\n\"'=A1: {b} # \"\"c\"\"\",07:10,07:15,9,\n");
    expect_end(0, "fit t.csv --out out --quiet", "");
    step("grep -qF 'at: \"=A1: {b} # \\\"c\\\"\"' out/fitted.yaml");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(figures_are_those_of_the_rows),
        in_workplace(how_the_file_is_saved_changes_nothing),
        in_workplace(every_fault_is_told_in_one_pass),
        in_workplace(a_wrong_header_is_told),
        in_workplace(junk_is_survived),
        in_workplace(the_fragment_is_a_scenario_that_agrees),
        in_workplace(a_name_of_any_kind_stays_a_name),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
