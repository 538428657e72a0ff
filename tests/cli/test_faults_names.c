/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that a shell, gnuplot, HTML, a spreadsheet or a terminal would take for something else. */
#include "tests/cli/workplace.h"

#include <jansson.h>

#define EVIL "`touch pwned` $(touch pwned) 'x' \"y\" <b>&=1+1, {/Bold z} @t #h \\n \\ %s %n 姜"
/* the same in double-quoted YAML */
#define EVIL_YAML "`touch pwned` $(touch pwned) 'x' \\\"y\\\" <b>&=1+1, {/Bold z} @t #h \\\\n \\\\ %s %n 姜"
#define NAME(stem) "\"=" stem EVIL_YAML "\""

/* Every place in which a user writes a text of his own. */
static const char evil_scenario[] =
    "samovar: 1\n"
    "name: " NAME("name") "\n"
    "window: 07:00 - 08:00\n"
    "days: {" NAME("plain") ": {share: 60 %}, " NAME("busy") ": {share: 40 %, set: {\"residents.*.uptake\": x1.5}}}\n"
    "site:\n"
    "  nodes: {" NAME("tower") ": {x: 0 m, y: 0 m}, " NAME("gate") ": {x: 50 m, y: 40 m, power: 3.5 kW}}\n"
    "  paths: [[" NAME("tower") ", " NAME("gate") "]]\n"
    "residents:\n"
    "  " NAME("group") ":\n"
    "    count: 200\n"
    "    from: {" NAME("tower") ": 100 %}\n"
    "    to: {" NAME("gate") ": 100 %}\n"
    "    departs: [{peak: 07:20, spread: 10 min, share: 100 %}]\n"
    "    uptake: 50 %\n"
    "    drinks: {" NAME("tea") ": 100 %}\n"
    "drinks: {" NAME("tea") ": {cup: 250 ml, serve: 55 - 70 °C}}\n"
    "equipment:\n"
    "  " NAME("urn") ": {kind: heated, volume: 20 L, power: 3 kW, setpoint: 68 °C, loss: 2 W/K, tap: 60 ml/s,\n"
    "    refill: {below: 5 L, takes: 90 s, water: 60 °C}}\n"
    "service: {greet: \"lognormal(mean 6 s, cv 0.4)\"}\n"
    "layouts: {" NAME("layout") ": {" NAME("gate") ": {staff: 1, vessels: {" NAME("tea") ": " NAME("urn") "},\n"
    "  portions: {" NAME("tea") ": 90}, cups: 100}}}\n";

static int write_evil(void **unused)
{
    if (start_empty(unused) != 0)
        return -1;
    write_file("evil.yaml", evil_scenario);
    return 0;
}

static void every_command_takes_such_names_and_runs_none(void **unused)
{
    (void)unused;
    expect_end(0, "check evil.yaml", "evil.yaml is valid.");
    expect_end(0, "run evil.yaml --days 20 --out out", "days simulated");
    expect_said("=name" EVIL " · layout =layout" EVIL);
    expect_end(0, "run evil.yaml --days 20 --lang zh", "=name" EVIL);
    expect_end(0, "run evil.yaml --day 3 --trace", "\"'=gate`touch");
    expect_end(3, "check evil.yaml --set '" "residents.`touch pwned`.$(touch pwned)=1'", "--set:1:");
    step("test ! -e pwned && test ! -e out/pwned && test ! -e out/charts/pwned");
    expect_files("evil.yaml mine.yaml out ");
}

static void expect_text(const json_t *object, const char *key, const char *want)
{
    const char *got = json_string_value(json_object_get(object, key));

    assert_non_null(got);
    assert_string_equal(got, want);
}

static void json_holds_them_as_they_were(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run evil.yaml --days 20 --no-charts --quiet --out out");
    json_t *json = json_load_file("out/summary.json", JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    expect_text(json, "layout", "=layout" EVIL);
    expect_text(json_object_get(json, "scenario"), "name", "=name" EVIL);
    assert_non_null(json_object_get(json_object_get(json, "stations"), "=gate" EVIL));
    assert_non_null(json_object_get(json_object_get(json, "groups"), "=group" EVIL));
    assert_non_null(json_object_get(json_object_get(json, "day_types"), "=busy" EVIL));
    json_decref(json);
    json = json_load_file("out/manifest.json", JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    json_decref(json);
}

/* Cells of one row, RFC 4180; returns how many, or -1. Each cell goes through the guard's eye. */
static int cells_of_row(const char **at)
{
    int cells = 1;
    const char *p = *at;

    for (bool quoted = false, fresh = true; quoted || (*p && *p != '\n'); p++) {
        if (!*p || (fresh && !quoted && strchr("=+@", *p)))
            return -1;
        if (fresh && *p == '"' && strchr("=+-@\t\r", p[1]))
            return -1;
        fresh = !quoted && *p == ',';
        cells += fresh;
        quoted ^= *p == '"';
    }
    *at = *p ? p + 1 : p;
    return cells;
}

static void expect_table(const char *file)
{
    const char *at = said;
    char command[100];

    snprintf(command, sizeof command, "cat '%s'", file);
    step(command);
    int columns = cells_of_row(&at), rows = 1;
    assert_true(columns > 1);
    for (; *at; rows++)
        if (cells_of_row(&at) != columns)
            fail_msg("%s: row %d hasn't %d cells, or starts a formula in one", file, rows + 1, columns);
    assert_true(rows > 1);
}

static void tables_are_rectangular_and_start_no_formula(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run evil.yaml --days 20 --quiet --out out");
    expect_table("out/days.csv");
    expect_table("out/summary.csv");
    expect_said("\"'=gate`touch pwned` $(touch pwned) 'x' \"\"y\"\" <b>&=1+1, {/Bold z} @t #h \\n \\ %s %n 姜\"");
    expect_table("out/series.csv");
    step("ls out/charts/*.csv");
    char *names = strdup(said), *rest = names;
    assert_non_null(names);
    for (char *name; (name = strsep(&rest, "\n")) && *name;)
        expect_table(name);
    free(names);
}

static void charts_are_drawn_and_their_svg_is_well_formed(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run evil.yaml --days 20 --quiet --out out");
    step("cd out/charts && for c in *.csv; do n=${c%.csv}; for f in .png .pdf .svg .gp -slide.gp; do test -s $n$f || exit 1; done; done");
    step("test $(ls out/charts/*.svg | wc -l) -ge 5");
    step("python3 -c 'import sys, xml.dom.minidom\n"
         "for path in sys.argv[1:]:\n"
         "    text = xml.dom.minidom.parse(path).toxml()\n"
         "    assert \"<b>\" not in text\n"
         "' out/charts/*.svg");
    step("grep -l 'touch pwned' out/charts/*.svg");
    step("test ! -e pwned && test ! -e out/charts/pwned");
}

/* A script of ours drawn again by hand must be as harmless. */
static void the_scripts_beside_the_charts_run_nothing_either(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run evil.yaml --days 20 --quiet --out out");
    step("cd out/charts && for s in *.gp; do gnuplot \"$s\" >/dev/null || exit 1; done");
    step("test ! -e out/charts/pwned");
}

/* Refused or blanked out, but never passed on. */
static void control_characters_never_reach_the_terminal(void **unused)
{
    (void)unused;
    write_file("control.py",
               "import re\n"
               "text = open('mine.yaml', encoding='utf-8').read()\n"
               "text = re.sub('(?m)^name: .*', lambda m: r'name: \"a\\e[31mb\\x07\\nc\\x9b\\u202ed\"', text)\n"
               "text = text.replace('south-gate', r'\"south\\e[31m\\r\\ngate\\u2028\"')\n"
               "open('control.yaml', 'w', encoding='utf-8').write(text)\n");
    step("python3 control.py");
    shell("\"$SAMOVAR\" run control.yaml --days 20 --out out; \"$SAMOVAR\" check control.yaml;"
          " \"$SAMOVAR\" check control.yaml --set 'a\033[1m=2'; \"$SAMOVAR\" run control.yaml --layout x;"
          " cat out/*.csv out/*.json out/charts/*.svg out/charts/*.csv");
    for (const char *p = said; *p; p++)
        if (((unsigned char)*p < ' ' && *p != '\n' && *p != '\t') || *p == 127)
            fail_msg("the byte 0x%02X was printed behind:\n%.*s", (unsigned char)*p, (int)(p - said < 200 ? p - said : 200),
                     p - said < 200 ? said : p - 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_command_takes_such_names_and_runs_none, write_evil, clear_away),
        cmocka_unit_test_setup_teardown(json_holds_them_as_they_were, write_evil, clear_away),
        cmocka_unit_test_setup_teardown(tables_are_rectangular_and_start_no_formula, write_evil, clear_away),
        cmocka_unit_test_setup_teardown(charts_are_drawn_and_their_svg_is_well_formed, write_evil, clear_away),
        cmocka_unit_test_setup_teardown(the_scripts_beside_the_charts_run_nothing_either, write_evil, clear_away),
        in_workplace(control_characters_never_reach_the_terminal),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
