/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/status.h"
#include "tests/support/expect.h"

#include <string.h>

#define EACH(name, code, sentence) name,
static const enum status all[] = {STATUS_LIST(EACH)};
#undef EACH
enum { N = sizeof all / sizeof *all };

/* Scripts rely on these numbers: the README promises them. */
static void exit_codes_are_those_of_the_manual(void **unused)
{
    static const struct {
        enum status status;
        int code;
    } promised[] = {
        {OK, 0},          {ERR_USAGE, 2},  {ERR_SCENARIO, 3}, {ERR_DOMAIN, 3},
        {ERR_UNSTABLE, 3}, {ERR_INFEASIBLE, 4}, {ERR_PRECISION, 5}, {ERR_FILE, 6},
        {ERR_PIPE, 6},    {ERR_MEMORY, 6}, {ERR_INTERRUPTED, 130},
    };
    (void)unused;

    assert_int_equal(sizeof promised / sizeof *promised, N);
    for (int i = 0; i < N; i++)
        assert_int_equal(status_exit_code(promised[i].status), promised[i].code);
}

static void every_status_has_a_sentence_of_its_own_without_a_full_stop(void **unused)
{
    (void)unused;
    for (int i = 0; i < N; i++) {
        const char *sentence = status_sentence(all[i]);
        assert_true(strlen(sentence) >= 4);
        assert_null(strchr(".!", sentence[strlen(sentence) - 1]));
        for (int k = 0; k < i; k++)
            assert_string_not_equal(sentence, status_sentence(all[k]));
    }
}

static enum status step(int *steps, enum status status)
{
    ++*steps;
    return status;
}

static enum status two_steps(int *steps, enum status first, enum status second)
{
    TRY(step(steps, first));
    TRY(step(steps, second));
    return OK;
}

static void try_runs_a_step_once_and_leaves_at_the_first_that_fails(void **unused)
{
    int steps = 0;
    (void)unused;

    assert_int_equal(two_steps(&steps, OK, OK), OK);
    assert_int_equal(steps, 2);
    assert_int_equal(two_steps(&steps, ERR_FILE, ERR_PIPE), ERR_FILE);
    assert_int_equal(steps, 3);
    assert_int_equal(two_steps(&steps, OK, ERR_PIPE), ERR_PIPE);
    assert_int_equal(steps, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exit_codes_are_those_of_the_manual),
        cmocka_unit_test(every_status_has_a_sentence_of_its_own_without_a_full_stop),
        cmocka_unit_test(try_runs_a_step_once_and_leaves_at_the_first_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
