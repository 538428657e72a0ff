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
    expect_noted("--set residents.commuters.departs='[{peak: 18:05, spread: 15 min}]'", "this peak lies outside of the window: 400 of `commuters` set out while it's closed");
    expect_noted("--set store.runners=1 --set layouts.one-gate.south-gate.reorder.soy-milk=80", "`soy-milk` starts with 60 portions here, fewer than the 80 at which more are asked for");
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

/* A fault isn't followed by what only seems wrong because of it. */
static void consequences_are_not_told(void **unused)
{
    (void)unused;
    step("sed 's/^window: .*/window: 09:00 - 06:30/' mine.yaml >window.yaml && printf 'days:\\n  all: {share: 100 %%, events: [{at: 07:30, snow: x0.85}]}\\n' >>window.yaml && sed '/^days:/,/^[a-z]/{/^days:/d}' mine.yaml >/dev/null");
    shell("\"$SAMOVAR\" check window.yaml --lang en");
    expect_said("the window closes before it opens");
    step("! \"$SAMOVAR\" check window.yaml --lang en 2>&1 | grep 'after closing'");
    expect_end(3, "check mine.yaml --lang en --set drinks.soy-milk.cup=200毫升", "`毫升` isn't a unit that fits here");
    step("! \"$SAMOVAR\" check mine.yaml --lang en --set drinks.soy-milk.cup=200毫升 2>&1 | grep \"doesn't hold one cup\"");
    expect_end(3, "check mine.yaml --lang en --set drinks.soy-milk.cup=3L --set equipment.carrier-12.volume=2L", "doesn't hold one cup of `soy-milk`");
    step("! \"$SAMOVAR\" check mine.yaml --lang en --set layouts.one-gate.south-gate.portions=140 --set layouts.one-gate.south-gate.reorder.soy-milk=20 2>&1 | grep 'never runs out'");
}

static void what_was_meant_is_named(void **unused)
{
    (void)unused;
    expect_end(3, "check mine.yaml --lang en --set language=cn", "`cn` isn't one of en or zh; did you mean `zh`?");
    expect_end(3, "check mine.yaml --lang en --set 'plan.require={wait within 2: \">= 90 %\"}'", "`wait within 2` has no unit; write it with s or min");
    expect_end(3, "check mine.yaml --lang en --set language=中文", "did you mean `zh`?");
    step("sed 's/^language: .*//; 1a language: 中文' mine.yaml >zh.yaml");
    expect_end(3, "check zh.yaml", "是不是 `zh`？");
    expect_end(3, "check mine.yaml --lang en --set 'window=[07:00 - 09:00, 17:00 - 19:30]'", "there is one window a day");
    expect_end(3, "check mine.yaml --lang en --set residents.commuters.count=７００", "`７００` is written with full-width digits");
    expect_end(3, "check mine.yaml --lang en --set layouts.one-gate.south-gate.vessels='{ginger-tea: urn, soy-milk: carrier-12}'", "there is no equipment `urn`; did you mean `urn-20`?");
    expect_end(3, "check mine.yaml --lang en --set days.rain.events='[{at: 07:30, snow: x0.8, power-cut: south-gate}]'", "snow: power-cut, snow; give each an event of its own");
    expect_end(2, "compare mine.yaml --lang en --layout one-gate,gate-and-garage,gate-and-garden", "there is no layout `gate-and-garden`; did you mean `gate-and-garage`?");
    expect_end(2, "explain 忍耐", "`samovar explain` alone lists what there is");
    expect_end(2, "compare mine.yaml --lang en --goal 便宜", "there is no figure `便宜`; some are warm, served");
    expect_end(2, "run mine.yaml --lang en --days 0", "a number from 1 to 100,000,000 is needed");
    step("for c in 95 95% 0.95; do \"$SAMOVAR\" stock mine.yaml --days 8 --lasting $c >$c.txt || exit; done; cmp 95.txt 95%.txt && cmp 95.txt 0.95.txt");
    expect_end(2, "stock mine.yaml --lang en --lasting 0", "a number from 0.01 to 0.9999 is needed, e.g. 95%");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(a_multiplier_beyond_all_is_noted),
        in_workplace(keys_that_do_nothing_are_noted),
        in_workplace(what_is_hardly_meant_is_noted),
        in_workplace(what_does_something_is_not_noted),
        in_workplace(full_width_signs_are_named),
        in_workplace(consequences_are_not_told),
        in_workplace(what_was_meant_is_named),
        in_workplace(what_is_possible_is_said),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
