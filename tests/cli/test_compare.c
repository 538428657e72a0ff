/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar compare: what stands in its table. */
#include "tests/cli/workplace.h"

/* "-0.12 ± 0.09 +": what a mark says shows in the numbers before it, on days enough for some differences to be small. */
static void marks_agree_with_the_numbers_shown(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" compare \"$ROOT/scenarios/bookings.yaml\" --days 400 --lang en >table");
    step("sed -n '/^Against/,/^±/p' table | grep -o '[+-][0-9.]* ± [0-9.]* [^ ]*' >cells && test $(wc -l <cells) -gt 40");
    step("awk '{ far = ($1 < 0 ? -$1 : $1) > $3; if (far != ($4 != \"≈\")) { print; exit 1 } }' cells");
    step("awk '$4 != \"≈\" && length($3) > 4 { found = 1 } END { exit !found }' cells");
}

static void a_share_that_is_not_whole_is_not_shown_as_whole(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" compare \"$ROOT/scenarios/evening.yaml\" --days 200 --lang en >table");
    step("grep '^Wait within' table | head -1 >row && test -s row && ! grep ' 100[.]0* ± 0[.]0*[1-9]' row");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(marks_agree_with_the_numbers_shown),
        in_workplace(a_share_that_is_not_whole_is_not_shown_as_whole),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
