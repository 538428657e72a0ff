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
    expect_noted("--set store.runners=0 --set layouts.one-gate.south-gate.reorder.ginger-tea=20", "nobody carries what is in store");
    expect_noted("--set residents.commuters.choice-line='10 m'", "this weighs only where `commuters` choose by it: give choice: logit");
    expect_noted("--set residents.commuters.choice-spread='10 m'", "this weighs only where `commuters` choose by it: give choice: logit");
}

static void what_is_hardly_meant_is_noted(void **unused)
{
    (void)unused;
    expect_noted("--set drinks.soy-milk.hold='1 min'", "`soy-milk` is poured away after 1 min in a vessel");
    expect_noted("--set staff.absent='100 %'", "all of the staff are absent every day");
    expect_noted("--set store.absent='100 %' --set layouts.one-gate.south-gate.reorder.ginger-tea=20", "runners are absent every day, so nothing is ever brought");
    expect_noted("--set 'site.paths=[[tower-1, plaza, 5 m],[tower-2, plaza],[plaza, south-gate],[plaza, garage]]'", "is 5 m long, but they lie 78 m apart");
}

/* By numerical integration: 13.03 % at an uptake of 85 % and a cv of 0.5; next to nothing at 35 % and 0.3. */
static void a_multiplier_beyond_all_is_noted(void **unused)
{
    (void)unused;
    expect_noted("--set residents.commuters.day-to-day=0.5 --set residents.commuters.uptake=85% --set air='0 °C'", "fewer want a drink than day-to-day says: 13 % fewer on average");
    step("\"$SAMOVAR\" check mine.yaml --set residents.commuters.day-to-day=0.3 --set residents.commuters.uptake=35% >one && ! grep 'Look at these' one");
}

static void what_does_something_is_not_noted(void **unused)
{
    (void)unused;
    step("for s in mine.yaml \"$ROOT\"/scenarios/*.yaml \"$ROOT\"/scenarios/verification/*.yaml; do \"$SAMOVAR\" check \"$s\" --lang en || exit; done >all");
    step("! grep 'Look at these' all");
    step("\"$SAMOVAR\" check mine.yaml --set residents.commuters.choice=logit --set residents.commuters.choice-line='10 m'"
         " --set residents.commuters.consult=5% --set service.consult='60 s' >one && ! grep 'Look at these' one");
}

/* What a Chinese keyboard writes is named, on the line that is wrong or the one before; not where it belongs to a text. */
static void full_width_signs_are_named(void **unused)
{
    (void)unused;
    step("sed 's/count: 400/count：400/' mine.yaml >colon.yaml && sed '/drinks: {ginger/s/, /，/' mine.yaml >comma.yaml && sed 's/name: .*/name: “X: y”/' mine.yaml >quote.yaml");
    expect_end(3, "check colon.yaml", "`：` is a full-width colon: YAML wants `:` and a blank after it");
    expect_end(3, "check comma.yaml", "`，` is a full-width comma: YAML wants `,` and a blank after it");
    expect_end(3, "check quote.yaml", "`“` is a full-width quote: YAML wants `\"`");
    expect_end(3, "check colon.yaml --lang zh", "`：` 是全角冒号：YAML 要用 `:`，后面空一格");
    step("sed 's/count: 400/count: 400 m  # 人数：四百/' mine.yaml >comment.yaml; ! \"$SAMOVAR\" check comment.yaml 2>said.txt && ! grep full-width said.txt");
}

static void what_is_possible_is_said(void **unused)
{
    (void)unused;
    expect_end(3, "check mine.yaml --set layouts.one-gate.south-gate.vessels.soy-milk=null", "one drink's vessels can't be taken away alone: give all that stay");
    step("for c in 95 95% 0.95; do \"$SAMOVAR\" run mine.yaml --days 8 --confidence $c >$c.txt || exit; done; cmp 95.txt 95%.txt && cmp 95.txt 0.95.txt");
    expect_end(2, "run mine.yaml --days 8 --confidence 100", "--confidence 100: a number from 0.5 to 0.999999 is needed");
    expect_end(0, "optimize mine.yaml --set plan.stations=1..1", "The best plan: 1 station\n");
    expect_end(0, "run mine.yaml --days 1 --no-charts --quiet --out one", "");
    expect_end(0, "report one --quiet", "");
    step("grep -q ' 1 day simulated' one/report.md");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(a_multiplier_beyond_all_is_noted),
        in_workplace(keys_that_do_nothing_are_noted),
        in_workplace(what_is_hardly_meant_is_noted),
        in_workplace(what_does_something_is_not_noted),
        in_workplace(full_width_signs_are_named),
        in_workplace(what_is_possible_is_said),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
