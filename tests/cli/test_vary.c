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

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(what_belongs_to_another_layout_is_not_varied),
        in_workplace(what_is_uncertain_of_another_layout_is_left_out),
        in_workplace(a_value_is_simulated_as_by_itself),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
