/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/cli/fake_run.h"
#include "tests/support/expect.h"

#include "core/say.h"

#include <libintl.h>
#include <stdlib.h>
#include <unistd.h>

static struct fake_run fake;
static struct text out;

static int fresh(void **unused)
{
    (void)unused;
    say_in("en");
    fake_run(&fake);
    return 0;
}

static int clear(void **unused)
{
    (void)unused;
    text_free(&out);
    return 0;
}

/* The whole line that begins so, up to the next call. */
static const char *line_of(const char *start)
{
    static char line[512];
    const char *found = text_c(&out);

    while (strncmp(found, start, strlen(start)) != 0) {
        found = strchr(found, '\n');
        if (!found || !*++found)
            return NULL;
    }
    snprintf(line, sizeof line, "%.*s", (int)strcspn(found, "\n"), found);
    return line;
}

static void expect_line(const char *start, const char *line)
{
    if (!line_of(start))
        fail_msg("no `%s` in:\n%s", start, text_c(&out));
    assert_string_equal(line_of(start), line);
}

/* Lines from the one that begins with `title` to the next blank one are equally wide: their width, else fails. */
static int width_of_block(const char *title)
{
    char line[512];
    const char *at = strstr(text_c(&out), title);
    int width = -1;

    for (; at && *at != '\n'; at += strcspn(at, "\n") + 1) {
        snprintf(line, sizeof line, "%.*s", (int)strcspn(at, "\n"), at);
        if (width >= 0 && text_columns(line) != width)
            fail_msg("`%s` takes %d columns, not %d", line, text_columns(line), width);
        width = text_columns(line);
    }
    return width;
}

static void figures_stand_beside_their_half_widths(void **unused)
{
    (void)unused;
    write_table(&fake.run, &out);
    expect_line("Riverside", "Riverside, winter mornings · layout today · 400 days simulated");
    expect_line("Whole", "Whole layout                                        mean          ±");
    expect_line("Residents", "Residents who want a drink           /day          412.3        1.9");
    expect_line("  served", "  served                             /day          396.5        2.0");
    expect_line("Wait, 9 ", "Wait, 9 of 10 wait less              s             118.3          -");
    expect_line("Wait within", "Wait within the target               %              91.2        0.3");
    expect_line("Cost", "Cost                                 CNY/day      1234.5       12.0");
    expect_line("±", "±  with 95 % confidence the mean of all such days lies within this much of the one shown (400 days)");
    assert_non_null(line_of("-  not known"));
    assert_null(strstr(text_c(&out), " \n"));
}

static void a_half_width_is_never_rounded_down(void **unused)
{
    (void)unused;
    fake_set(&fake, 0, "wanted", -0.04, 0.3);
    fake_set(&fake, 0, "served", 10, 0.01);
    write_table(&fake.run, &out);
    expect_line("Residents", "Residents who want a drink           /day            0.0        0.3");
    expect_line("  served", "  served                             /day           10.0        0.1");
}

static void a_share_that_is_not_whole_is_not_shown_as_100(void **unused)
{
    (void)unused;
    fake_set(&fake, 0, "wait_within_share", 0.99966, 0.00024);
    fake_set(&fake, 1, "wait_within_share", 0.99966, 0.00024);
    fake_set(&fake, 2, "wait_within_share", 1, 0);
    write_table(&fake.run, &out);
    expect_line("Wait within", "Wait within the target               %             99.97       0.03");
    assert_non_null(strstr(text_c(&out), "Wait within the target               %             99.97       100.0"));
}

static void stations_groups_and_days_stand_side_by_side(void **unused)
{
    (void)unused;
    fake.kind_days[1] = 0;
    write_table(&fake.run, &out);
    const char *stations = strstr(text_c(&out), "By station");
    assert_non_null(stations);
    const char *want = "By station                                    south-gate    北门大堂      garage\n"
                       "Residents who want a drink           /day          100.2       200.5       300.8\n"
                       "  served                             /day           90.0       180.0       270.0\n";
    assert_memory_equal(stations, want, strlen(want));
    expect_line("By group", "By group                                       commuters      pupils");
    expect_line("Share", "Share of all days                    %              80.0        20.0");
    expect_line("Days simulated", "Days simulated                                       320           0");
    const char *kinds = strstr(text_c(&out), "By kind of day");
    assert_non_null(kinds);
    assert_non_null(strstr(kinds, "  served                             /day          396.5           -\n"));
    assert_null(strstr(kinds, "Staff busy"));
}

static void one_station_alone_has_no_matrix(void **unused)
{
    (void)unused;
    for (int t = 0; t < F_KINDS; t++)
        fake.kind[t].plan.n_stations = 1;
    write_table(&fake.run, &out);
    assert_null(strstr(text_c(&out), "By station"));
}

static void rows_that_the_scenario_cannot_fill_are_left_out(void **unused)
{
    (void)unused;
    write_table(&fake.run, &out);
    assert_null(strstr(text_c(&out), "no-show"));
    assert_null(strstr(text_c(&out), "balked"));
    assert_null(strstr(text_c(&out), "own cups"));
    assert_non_null(strstr(text_c(&out), "  drink or cups had run out (short)  /day            0.0        0.0\n"));
    assert_non_null(strstr(text_c(&out), "    lukewarm                         /day            0.0        0.0\n"));
}

static void rows_come_and_go_with_their_part(void **unused)
{
    (void)unused;
    fake.plan_group[1].balk.given = true;
    fake_set(&fake, 0, "no_show", 0.5, 0.1);
    fake.station[0].stocked = false;
    fake.kind[0].plan.n_vessels = 0;
    write_table(&fake.run, &out);
    assert_non_null(strstr(text_c(&out), "(balked)"));
    assert_non_null(strstr(text_c(&out), "no-show"));
    assert_null(strstr(text_c(&out), "(short)"));
    assert_null(strstr(text_c(&out), "lukewarm"));
}

static void names_cannot_break_the_page(void **unused)
{
    (void)unused;
    fake.scenario.name = "a\nb\x1b[31m \xe2\x80\xae z `x` <b>";
    fake.station_plan[0].name = "one\ttwo\n";
    fake.station_plan[1].name = "滨河花园南门地铁口东侧大堂";
    write_table(&fake.run, &out);
    expect_line("a b", "a b [31m   z `x` <b> · layout today · 400 days simulated");
    assert_int_equal(width_of_block("By station"), 35 + 2 + 7 + 2 * 22);
    assert_non_null(strstr(text_c(&out), "滨河花园南门地铁口…\n"));
}

static void many_stations_go_on_below(void **unused)
{
    char title[] = "By station";
    int blocks = 0;
    (void)unused;

    for (int s = 0; s < F_STATIONS; s++)
        fake.station_plan[s].name = "a-station-of-20-cols";
    write_table(&fake.run, &out);
    for (const char *at = text_c(&out); (at = strstr(at, title)); at++)
        blocks++;
    assert_int_equal(blocks, 2);
    for (const char *at = text_c(&out), *end; *at; at = end + 1) {
        char line[512];
        end = strchr(at, '\n');
        snprintf(line, sizeof line, "%.*s", (int)(end - at), at);
        assert_true(text_columns(line) <= 100);
    }
}

/* A catalogue of its own: the one that is shipped may change. */
static void speak_chinese(char folder[])
{
    char command[2048], said[512];

    assert_non_null(mkdtemp(folder));
    snprintf(command, sizeof command,
             "mkdir -p %s/zh/LC_MESSAGES; printf '%%s\\n' 'msgid \"\"' 'msgstr \"Content-Type: text/plain; charset=UTF-8\\n\"' "
             "'msgid \"  served\"' 'msgstr \"  领到热饮\"' 'msgid \"/day\"' 'msgstr \"/天\"' 'msgid \"By station\"' 'msgstr \"按站点\"' "
             "'msgid \"Wait, mean\"' 'msgstr \"等待时间，平均\"' | msgfmt -o %s/zh/LC_MESSAGES/samovar.mo -",
             folder, folder);
    assert_int_equal(expect_run(command, said, sizeof said), 0);
    say_in("zh");
    bindtextdomain("samovar", folder);
}

static void chinese_labels_keep_indent_and_columns(void **unused)
{
    char folder[] = "/tmp/samovar-table-XXXXXX", command[64];
    (void)unused;

    speak_chinese(folder);
    write_table(&fake.run, &out);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
    expect_line("  领到热饮", "  领到热饮                           /天           396.5        2.0");
    assert_int_equal(width_of_block("按站点"), 35 + 2 + 7 + 3 * 12);
    assert_int_equal(width_of_block("等待时间，平均"), 35 + 2 + 7 + 12 + 11);
}

#define WRITTEN(test) cmocka_unit_test_setup_teardown(test, fresh, clear)

/* Signed, in the unit shown; aligned with the rows above; what the scenario can't fill is left out here, too. */
static void what_booking_changes_is_a_block_of_its_own(void **unused)
{
    struct saving saving = fake_saving();

    (void)unused;
    write_table(&fake.run, &out);
    assert_null(line_of("Bookings"));
    fake.run.saving = &saving;
    saving.change[2].mean = 3.25;
    saving.change[5].mean = 1e-9;
    text_clear(&out);
    write_table(&fake.run, &out);
    const char *block = strstr(text_c(&out), "Bookings: more or less");
    assert_non_null(block);
    assert_non_null(strstr(block, " +3.2 "));
    assert_non_null(strstr(block, " -2.5 "));
    assert_non_null(strstr(block, "-250.0"));
    assert_non_null(strstr(block, " 0.0 "));
    assert_null(strstr(block, "+0.0"));
    assert_null(strstr(block, "gave up waiting"));
    assert_true(width_of_block("Bookings: more or less") > 0);
    assert_null(strstr(text_c(&out), " \n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WRITTEN(figures_stand_beside_their_half_widths),
        WRITTEN(a_half_width_is_never_rounded_down),
        WRITTEN(a_share_that_is_not_whole_is_not_shown_as_100),
        WRITTEN(stations_groups_and_days_stand_side_by_side),
        WRITTEN(one_station_alone_has_no_matrix),
        WRITTEN(rows_that_the_scenario_cannot_fill_are_left_out),
        WRITTEN(rows_come_and_go_with_their_part),
        WRITTEN(what_booking_changes_is_a_block_of_its_own),
        WRITTEN(names_cannot_break_the_page),
        WRITTEN(many_stations_go_on_below),
        WRITTEN(chinese_labels_keep_indent_and_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
