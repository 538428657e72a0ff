/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What samovar check only notes, and the hints that go with a fault. */
#include "tests/cli/workplace.h"

/* The override is noted with place, caret and sentence, and the scenario stays valid. */
static void expect_noted(const char *overrides, const char *sentence)
{
    char command[1024];

    snprintf(command, sizeof command, "check mine.yaml %s", overrides);
    expect_end(0, command, sentence);
    expect_said("mine.yaml is valid.");
    expect_said("Look at these: as they stand they do nothing, or hardly what is meant.\n--set:");
    step("\"$SAMOVAR\" run mine.yaml --days 1 --quiet");
}

static void keys_that_do_nothing_are_noted(void **unused)
{
    (void)unused;
    expect_noted("--set residents.commuters.consult=5%", "`commuters` ask something, but an answer takes no time: give service.consult");
    expect_noted("--set equipment.carrier-12.setpoint='70 °C'", "`carrier-12` is insulated and has no heater");
    expect_noted("--set service.greet=null --set layouts.one-gate.south-gate.greeters=1", "greeting takes no time here, so greeters at `south-gate` spare none");
    expect_noted("--set residents.commuters.choice-line='10 m'", "this weighs only where `commuters` choose by it: give choice: logit");
    expect_noted("--set residents.commuters.choice-spread='10 m'", "this weighs only where `commuters` choose by it: give choice: logit");
}

static void what_is_hardly_meant_is_noted(void **unused)
{
    (void)unused;
    expect_noted("--set drinks.soy-milk.hold='1 min'", "`soy-milk` is poured away after 1 min in a vessel");
    expect_noted("--set staff.absent='100 %'", "all of the staff are absent every day");
    expect_noted("--set 'site.paths=[[tower-1, plaza, 5 m],[tower-2, plaza],[plaza, south-gate],[plaza, garage]]'", "is 5 m long, but they lie 78 m apart");
}

static void what_does_something_is_not_noted(void **unused)
{
    (void)unused;
    step("for s in mine.yaml \"$ROOT\"/scenarios/*.yaml \"$ROOT\"/scenarios/verification/*.yaml; do \"$SAMOVAR\" check \"$s\" --lang en || exit; done >all");
    step("! grep 'Look at these' all");
    step("\"$SAMOVAR\" check mine.yaml --set residents.commuters.choice=logit --set residents.commuters.choice-line='10 m'"
         " --set residents.commuters.consult=5% --set service.consult='60 s' >one && ! grep 'Look at these' one");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(keys_that_do_nothing_are_noted),
        in_workplace(what_is_hardly_meant_is_noted),
        in_workplace(what_does_something_is_not_noted),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
