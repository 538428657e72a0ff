/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/unit.h"
#include "tests/support/expect.h"

#include <string.h>

static void accepted_units_are_listed_without_aliases(void **unused)
{
    (void)unused;
    assert_string_equal(dimension_units(DURATION), "s, min or h");
    assert_string_equal(dimension_units(TEMPERATURE), "°C");
    assert_string_equal(dimension_units(MONEY), "CNY");
    assert_string_equal(dimension_units(NUMBER), "");
    assert_string_equal(dimension_units(HEADS), "");
    assert_null(dimension_unit(HEADS));
    assert_string_equal(dimension_unit(VOLUME)->name, "L");
}

static void every_dimension_with_a_size_has_a_unit(void **unused)
{
    (void)unused;
    for (int d = 0; d < DIMENSIONS; d++)
        assert_int_equal(dimension_unit(d) != NULL, d != NUMBER && d != HEADS);
}

static void decimal_units_are_rounded_correctly(void **unused)
{
    const struct unit *percent = dimension_unit(SHARE), *ml = unit_find(VOLUME, "ml", 2);

    (void)unused;
    for (int i = 0; i <= 1000; i++) {
        assert_true(unit_to_si(percent, i) == i / 100.0);
        assert_true(unit_to_si(ml, i) == i / 1e6);
    }
}

static void a_unit_is_found_in_its_dimension_only(void **unused)
{
    (void)unused;
    assert_non_null(unit_find(DURATION, "min", 3));
    assert_non_null(unit_find(DURATION, "minute", 3));
    assert_null(unit_find(DURATION, "minute", 6));
    assert_null(unit_find(LENGTH, "min", 3));
    assert_null(unit_find(NUMBER, "", 0));
}

static void values_are_shown_in_the_unit_that_makes_them_short(void **unused)
{
    static const struct {
        enum dimension dimension;
        double si;
        const char *shown;
    } rows[] = {
        {DURATION, 0, "0 s"},       {DURATION, 25, "25 s"},       {DURATION, 86400, "24 h"},
        {DURATION, 5400, "90 min"}, {DURATION, 90, "90 s"},       {VOLUME, 250e-6, "250 ml"},
        {VOLUME, 0.02, "20 L"},     {SHARE, 0.35, "35 %"},        {POWER, 3500, "3.5 kW"},
        {WAGE, 30.0 / 3600, "30 CNY/h"},                          {TEMPERATURE, -4.5, "-4.5 °C"},
        {HEADS, 2.5, "2.5"},        {MONEY, 1e6, "1000000 CNY"},  {RATE, 1.0 / 3600, "1 /h"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text shown = {0};
        unit_show(&shown, rows[i].dimension, rows[i].si);
        assert_string_equal(text_c(&shown), rows[i].shown);
        text_free(&shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepted_units_are_listed_without_aliases),
        cmocka_unit_test(every_dimension_with_a_size_has_a_unit),
        cmocka_unit_test(decimal_units_are_rounded_correctly),
        cmocka_unit_test(a_unit_is_found_in_its_dimension_only),
        cmocka_unit_test(values_are_shown_in_the_unit_that_makes_them_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
