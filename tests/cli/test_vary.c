/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar sweep and sensitivity: what is varied, of which layout, and what is told of it. */
#include "tests/cli/workplace.h"

static void what_belongs_to_another_layout_is_not_varied(void **unused)
{
    (void)unused;
    expect_end(2, "sweep mine.yaml --days 8 --lang en --vary layouts.gate-and-garage.garage.staff=1..2", "layout `gate-and-garage` isn't simulated, so nothing would change; add --layout gate-and-garage");
    expect_end(0, "sweep mine.yaml --days 8 --lang en --layout gate-and-garage --vary layouts.gate-and-garage.garage.staff=1..2", ", layout `gate-and-garage`: layouts.");
    expect_end(0, "sweep mine.yaml --days 8 --lang en --vary 'layouts.*.*.staff=1..2'", ", layout `one-gate`: ");
    expect_end(0, "run mine.yaml --days 8 --lang en --set layouts.gate-and-garage.garage.staff=2", "changes nothing: layout `gate-and-garage` isn't simulated");
}

static void what_is_uncertain_of_another_layout_is_left_out(void **unused)
{
    (void)unused;
    step("sed '/^uncertain:/,$d' mine.yaml >two.yaml && printf 'uncertain:\n  layouts.gate-and-garage.garage.staff: 1 .. 2\n  layouts.one-gate.south-gate.staff: 1 .. 2\n' >>two.yaml");
    expect_end(0, "sensitivity two.yaml --days 8 --lang en", "`layouts.gate-and-garage.garage.staff` is left out, for layout `gate-and-garage` isn't simulated");
    expect_said("Measure first: layouts.one-gate.south-gate.staff");
    step("sed '/one-gate.south-gate.staff: 1/d' two.yaml >one.yaml");
    expect_end(3, "sensitivity one.yaml --days 8 --lang en", "add --layout gate-and-garage");
}

/* The figures of a value don't depend on which others it stands beside. */
static void a_value_is_simulated_as_by_itself(void **unused)
{
    (void)unused;
    expect_end(0, "sweep mine.yaml --days 70 --format csv --vary 'residents.commuters.patience=2 min..6 min:2 min'", "");
    step("\"$SAMOVAR\" sweep mine.yaml --days 70 --format csv --vary 'residents.commuters.patience=2 min..6 min:2 min' | grep '^4 min,served,' | cut -d, -f4,5 >beside");
    step("\"$SAMOVAR\" run mine.yaml --days 70 --format csv --set 'residents.commuters.patience=4 min' | grep '^layout,.*served,' | head -1 | cut -d, -f5,6 >alone && cmp alone beside");
}

static void two_quantities_stand_in_rows_and_columns(void **unused)
{
    (void)unused;
    expect_end(0, "sweep mine.yaml --days 8 --lang en --vary residents.commuters.uptake=25%..35%:10% --vary layouts.one-gate.south-gate.staff=1..2", ": residents.commuters.uptake and layouts.one-gate.south-gate.staff varied");
    expect_said("Drinks served (/day)\n  columns: layouts.one-gate.south-gate.staff\n                               1                 2\n          25 %");
}

static void faults_name_what_is_varied(void **unused)
{
    (void)unused;
    expect_end(2, "sweep mine.yaml --lang en --vary residents.commuters.uptake=45%..25%", "LOW is larger than HIGH");
    expect_end(3, "sweep mine.yaml --days 8 --lang en --vary residents.commuters.uptake=80%..120%:40%", "--vary:1:28: `uptake` is 120 %");
    expect_said("with --vary residents.commuters.uptake=120 %");
    expect_end(3, "sweep mine.yaml --days 8 --lang en --vary residents.*.uptake=x1..x5:x4", "`uptake` of `commuters` times 5 is 175 %");
    expect_end(3, "sweep mine.yaml --days 8 --lang en --set drinks.tee.cup='1 ml' --vary residents.commuters.uptake=20%..30%", "--set:1:");
}

/* What sensitivity would stumble over is told at its line. */
static void uncertain_paths_and_sources_are_checked(void **unused)
{
    (void)unused;
    step("sed '/^uncertain:/,$d; /^sources:/,$d' mine.yaml >base.yaml");
    step("cat base.yaml >a.yaml && echo 'uncertain: {residents.commuter.uptake: 25 % .. 45 %}' >>a.yaml && cat base.yaml >b.yaml && echo 'uncertain: {residents.commuters.uptake: 30 % .. 15 %}' >>b.yaml"
         " && cat base.yaml >c.yaml && echo 'sources: {residents.commuters.uptaek: counted}' >>c.yaml && cat base.yaml >d.yaml && echo 'uncertain: {residents.commuters.uptake: 25 % .. 145 %}' >>d.yaml");
    expect_end(3, "check a.yaml --lang en", "commuters`?");
    expect_said("a.yaml:");
    expect_end(3, "check b.yaml --lang en", "the low of `residents.commuters.uptake` is above its high");
    expect_end(3, "check c.yaml --lang en", "uptaek");
    expect_end(3, "check d.yaml --lang en", "`uptake` is 145 %");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(what_belongs_to_another_layout_is_not_varied),
        in_workplace(what_is_uncertain_of_another_layout_is_left_out),
        in_workplace(a_value_is_simulated_as_by_itself),
        in_workplace(two_quantities_stand_in_rows_and_columns),
        in_workplace(faults_name_what_is_varied),
        in_workplace(uncertain_paths_and_sources_are_checked),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
