/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the charts of a choice letter their pages: quoted, whole, beside each other, in both languages. */
#include "tests/plots/chinese.h"
#include "tests/plots/choice_script.h"

static const char evil[] = "`touch pwned` 'x' \"y\" <b>&=1+1 @ink \\";

/* gnuplot executes backticks in double quotes and expands macros outside of quotes. */
static void user_text_stands_in_single_quotes_only(void **unused)
{
    (void)unused;
    crossroads(&c);
    c_rename(&c, evil);
    for (int i = 0; i < n_choice_charts; i++) {
        struct sheet sheet = written(i);
        char *left = bare(&sheet);
        assert_non_null(strstr(text_c(&sheet.script), "`touch pwned` ''x''"));
        assert_null(strpbrk(left, "`\"@"));
        assert_null(strstr(left, "touch"));
        assert_null(strstr(text_c(&sheet.table), "\n="));
        free(left);
        sheet_free(&sheet);
    }
}

static void expect_all_within_page(void)
{
    for (int i = 0; i < n_choice_charts * N_SHAPES; i++) {
        if (!choice_charts[i / N_SHAPES].has_data(&c.picture))
            continue;
        struct sheet sheet = written_in((enum shape)(i % N_SHAPES), i / N_SHAPES);
        expect_all_clear(&sheet);
        sheet_free(&sheet);
    }
}

static void a_slide_shows_the_same_table(void **unused)
{
    (void)unused;
    for (int kind = 0; kind < C_KINDS; kind++) {
        crossroads(&c);
        c_kind(&c, kind);
        for (int i = 0; i < n_choice_charts; i++) {
            if (!choice_charts[i].has_data(&c.picture))
                continue;
            struct sheet page = written_in(SHAPE_PAGE, i), slide = written_in(SHAPE_SLIDE, i);
            assert_string_equal(text_c(&slide.table), text_c(&page.table));
            sheet_free(&page);
            sheet_free(&slide);
        }
    }
}

static void no_label_is_clipped_or_covered(void **unused)
{
    (void)unused;
    for (int kind = 0; kind < C_KINDS; kind++) {
        crossroads(&c);
        c_kind(&c, kind);
        expect_all_within_page();
    }
}

static void chinese_stands_whole_too(void **unused)
{
    (void)unused;
    if (!speak_chinese())
        skip();
    for (int kind = 0; kind < C_KINDS; kind++) {
        crossroads(&c);
        c_kind(&c, kind);
        expect_all_within_page();
    }
    crossroads(&c);
    c_long(&c, 5, true);
    expect_title("layouts", "热饮份数：“D”比“A”多 96/day；“E”与它分不出高下");
    say_in("en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(user_text_stands_in_single_quotes_only),
        cmocka_unit_test(no_label_is_clipped_or_covered),
        cmocka_unit_test(a_slide_shows_the_same_table),
        cmocka_unit_test(chinese_stands_whole_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
