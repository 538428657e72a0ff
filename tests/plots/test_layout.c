/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters, axes, phrases and places: what charts are laid out with. */
#include "tests/support/expect.h"

#include "plots/axis.h"
#include "plots/lettering.h"
#include "plots/phrase.h"
#include "plots/place.h"
#include "plots/style.h"
#include "plots/waits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void chinese_is_one_em_wide(void **unused)
{
    (void)unused;
    expect_near(lettering_width("滨河花园", 10, false), 40, 1e-9);
    expect_near(lettering_width("0000", 10, false), 22.4, 1e-9);
    expect_near(lettering_width("0000", 10, true), 23.52, 1e-9);
    assert_true(lettering_width("iii", 8, false) < lettering_width("WWW", 8, false) / 2);
}

static void what_has_no_room_is_cut_with_an_ellipsis(void **unused)
{
    struct text out = {0};

    (void)unused;
    lettering_fit(&out, "滨河花园二号楼", 10, false, 50);
    assert_string_equal(text_c(&out), "滨河花园…");
    assert_true(lettering_width(text_c(&out), 10, false) <= 50);
    text_clear(&out);
    lettering_fit(&out, "滨河花园", 10, false, 40);
    assert_string_equal(text_c(&out), "滨河花园");
    text_clear(&out);
    assert_int_equal(lettering_wrap(&out, "one two three", 10, false, 45, 2), 2);
    assert_string_equal(text_c(&out), "one two \nthree\n");
    text_clear(&out);
    assert_int_equal(lettering_wrap(&out, "one two three four five", 10, false, 45, 2), 3);
    text_free(&out);
}

static void quoted_text_is_clean(void **unused)
{
    struct text out = {0};

    (void)unused;
    lettering_quote(&out, "'a' b");
    assert_string_equal(text_c(&out), "'’a'' b'");
    text_clear(&out);
    lettering_quote(&out, "a'b\n\xff\xe2\x80\xae`c`\\");
    assert_string_equal(text_c(&out), "'a''b ? `c`\\'");
    text_free(&out);
}

static void axes_begin_at_zero_and_hold_the_data(void **unused)
{
    static const double most[] = {0, NAN, 0.003, 1, 9.99, 10, 224, 1e6};

    (void)unused;
    for (size_t i = 0; i < sizeof most / sizeof *most; i++) {
        struct axis axis = axis_from_zero(most[i], 5, SCALE_NUMBER);
        double steps = axis.high / axis.step;
        assert_true(axis.low == 0 && axis.high > 0 && !(axis.high < most[i]));
        expect_between(steps, 1, 6);
        expect_near(axis_place(&axis, axis.high), 1, 1e-12);
    }
    struct axis clock = axis_clock(23400, 32400, 6);
    struct text ticks = {0};
    axis_ticks(&ticks, &clock, true);
    assert_string_equal(text_c(&ticks), "('06:30' 23400, '07:00' 25200, '07:30' 27000, "
                                        "'08:00' 28800, '08:30' 30600, '09:00' 32400)");
    text_free(&ticks);
}

static void expect_halves(const char *whole, double width_pt, const char *want)
{
    struct text out = {0};

    assert_true(lettering_halve(&out, whole, 10, false, width_pt));
    assert_string_equal(text_c(&out), want);
    text_free(&out);
}

/* A title parts where the sentence does; not within a Chinese word beside a mark, nor between a number and its unit. */
static void lines_part_where_the_sentence_does(void **unused)
{
    struct text out = {0};

    (void)unused;
    expect_halves("最容易出问题的是南门；损失最大的是停电", 150, "最容易出问题的是南门；\n损失最大的是停电\n");
    expect_halves("南门的咖啡在 19:05 至 20:15 温度偏低（低于 59 °C），按各天中位数", 250, "南门的咖啡在 19:05 至 20:15 温度偏低\n（低于 59 °C），按各天中位数\n");
    expect_halves("热饮：“three gates”比“today”多 96；“gate and garage”与它分不出高下", 250, "热饮：“three gates”比“today”多 96；\n“gate and garage”与它分不出高下\n");
    expect_halves("满意度（规划评分）：南门少一名员工损失最大（34.2 分），其次是人多一倍（20.8 分）", 300, "满意度（规划评分）：南门少一名员工损失最大（34.2 分），\n其次是人多一倍（20.8 分）\n");
    expect_halves("it hangs on 3.5 kW all morning", 100, "it hangs on \n3.5 kW all morning\n");
    expect_halves("one two three, four five six", 100, "one two three, \nfour five six\n");
    assert_false(lettering_halve(&out, "one two three four five", 10, false, 45));
    assert_int_equal(out.n, 0);
    assert_int_equal(lettering_wrap(&out, "on 3.5 kW", 10, false, 40, 2), 2);
    assert_string_equal(text_c(&out), "on \n3.5 kW\n");
    text_free(&out);
}

static void numbers_are_said_as_people_say_them(void **unused)
{
    char buffer[PHRASE_ROOM];

    (void)unused;
    assert_string_equal(phrase_clock(buffer, 27000), "07:30");
    assert_string_equal(phrase_clock(buffer, 86400 + 1800), "00:30");
    assert_string_equal(phrase_clock(buffer, 360000), "100 h");
    assert_string_equal(phrase_share(buffer, 0.907), "9 of 10");
    assert_string_equal(phrase_share(buffer, 0.93), "93 of 100");
    assert_string_equal(phrase_share(buffer, 0.9999), "99 of 100");
    assert_string_equal(phrase_share(buffer, 0.9999999), "99 of 100");
    assert_string_equal(phrase_share(buffer, 1), "100 of 100");
    assert_string_equal(phrase_share_of_days(buffer, 0.996, 1), "99 of 100 days");
    assert_string_equal(phrase_share(buffer, 0.0001), "1 of 100");
    assert_string_equal(phrase_people(buffer, 1), "1 person");
    assert_string_equal(phrase_people(buffer, 1.2), "1.2 people");
    assert_string_equal(phrase_people(buffer, 12.4), "12 people");
    assert_string_equal(phrase_days(buffer, 1, 1), "1 day");
    assert_string_equal(phrase_days(buffer, 80, 5), "80 runs of 5 days in a row");
    assert_string_equal(phrase_share_of_days(buffer, 0.4, 5), "4 of 10 runs of days");
    assert_string_equal(phrase_of_days(5, "days", "runs"), "runs");
    assert_string_equal(phrase_span(buffer, 120), "2 min");
    assert_string_equal(phrase_span(buffer, 290), "4 min 50 s");
    assert_string_equal(phrase_count(buffer, 3.24), "3.2");
    assert_string_equal(phrase_count(buffer, 41.4), "41");
}

static void labels_avoid_marks_and_each_other(void **unused)
{
    static struct place place = {.area = {0, 0, 200, 100}};
    struct box first, second, third;

    (void)unused;
    place_take(&place, (struct box){48, 48, 52, 52});
    assert_true(place_label(&place, 50, 50, 2, 40, 10, false, &first));
    assert_true(first.left > 52); /* the right side is free, and best */
    assert_true(place_label(&place, 50, 50, 2, 40, 10, false, &second));
    assert_true(place_overlap(&first, &second) == 0);
    place_take(&place, (struct box){0, 0, 200, 100});
    assert_false(place_label(&place, 50, 50, 2, 40, 10, false, &third));
    assert_true(place_label(&place, 50, 50, 2, 40, 10, true, &third));
}

static void waits_cut_anew_keep_their_shares(void **unused)
{
    const double edge[] = {0, 1, 30, 60, 120, 240, 480}, share[] = {0.3, 0.2, 0.2, 0.1, 0.1, 0.1};
    const struct picture picture = {
        .target_s = 120, .wait_cells = 6, .wait_edge_s = edge, .wait_share = share};
    struct waits waits = waits_cut(&picture);
    double sum = waits.longer, to_target = 120 / waits.width_s;

    (void)unused;
    for (int i = 0; i < waits.n; i++)
        sum += waits.share[i];
    expect_near(sum, 1, 1e-12);
    expect_near(to_target, round(to_target), 1e-12);
    expect_near(waits_share_below(&picture, 120), 0.8, 1e-12);
    expect_near(waits_share_below(&picture, 180), 0.85, 1e-12);
    expect_near(waits_quantile_s(&picture, 0.5), 30, 1e-9);
    expect_near(waits_quantile_s(&picture, 0.95), 360, 1e-9);
}

static double lightness(enum colour colour)
{
    static const double weight[3] = {0.2126, 0.7152, 0.0722};
    unsigned long rgb = strtoul(style_hex(colour) + 1, NULL, 16);
    double y = 0;

    for (int i = 0; i < 3; i++) {
        double c = (double)(rgb >> (16 - 8 * i) & 255) / 255;
        y += weight[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return 116 * cbrt(y) - 16;
}

static void looks_differ_in_a_photocopy(void **unused)
{
    (void)unused;
    for (int i = 0; i < N_LOOKS; i++)
        for (int k = 0; k < i; k++)
            assert_int_not_equal(style_look(i).dash, style_look(k).dash);
    assert_true(fabs(lightness(BLUE) - lightness(ORANGE)) > 20); /* areas side by side */
    assert_true(lightness(RED) - lightness(BLUE) > 8);
    assert_true(lightness(INK) < 20 && lightness(QUIET) < 45); /* letters on white */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_is_one_em_wide),
        cmocka_unit_test(what_has_no_room_is_cut_with_an_ellipsis),
        cmocka_unit_test(quoted_text_is_clean),
        cmocka_unit_test(axes_begin_at_zero_and_hold_the_data),
        cmocka_unit_test(lines_part_where_the_sentence_does),
        cmocka_unit_test(numbers_are_said_as_people_say_them),
        cmocka_unit_test(labels_avoid_marks_and_each_other),
        cmocka_unit_test(waits_cut_anew_keep_their_shares),
        cmocka_unit_test(looks_differ_in_a_photocopy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
