/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue is sought beside the program, so the program under test is a copy of this one, called
 * as `test_say LANGUAGE SENTENCE`, in a folder that has a catalogue. */
#include "core/say.h"
#include "tests/support/expect.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64];

static void shell(const char *format, const char *argument)
{
    char command[512], out[512];

    snprintf(command, sizeof command, format, argument);
    if (expect_run(command, out, sizeof out) != 0)
        fail_msg("%s: %s", command, out);
}

static int set_up(void **unused)
{
    (void)unused;
    strcpy(folder, "/tmp/samovar-test-XXXXXX");
    char program[400];
    ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
    if (n <= 0 || !mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    program[n] = '\0';
    shell("mkdir bin && cp '%s' bin/program", program);
    shell("printf '%s' >zh.po",
          "msgid \"\"\\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\\\n"
          "Plural-Forms: nplurals=1; plural=0;\\\\n\"\\n"
          "msgid \"done\"\\nmsgstr \"完成\"\\n"
          "msgid \"one\"\\nmsgid_plural \"many\"\\nmsgstr[0] \"数\"\\n");
    shell("msgfmt -o samovar.mo %s", "zh.po");
    return 0;
}

static int tear_down(void **unused)
{
    char command[96];

    (void)unused;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void expect_said(const char *environment, const char *arguments, const char *want)
{
    char command[400], out[400];

    snprintf(command, sizeof command, "env -i %s bin/program %s", environment, arguments);
    assert_int_equal(expect_run(command, out, sizeof out), 0);
    assert_string_equal(out, want);
}

static void expect_chinese_with_catalogue_in(const char *place)
{
    shell("mkdir -p %s/zh/LC_MESSAGES", place);
    shell("cp samovar.mo %s/zh/LC_MESSAGES/", place);
    expect_said("", "zh done", "完成\n");
    expect_said("LC_ALL=C LANGUAGE=en", "zh done", "完成\n");
    expect_said("LANG=zh_CN.UTF-8", "en done", "done\n");
    shell("rm -r %s", place);
    expect_said("", "zh done", "done\n");
}

static void the_catalogue_is_found_in_the_build_tree_and_installed(void **unused)
{
    (void)unused;
    expect_chinese_with_catalogue_in("bin/locale");
    expect_chinese_with_catalogue_in("locale");
    expect_chinese_with_catalogue_in("share/locale");
}

/* gettext answers "" with the header of the catalogue. */
static void an_empty_text_stays_empty_and_an_unknown_one_english(void **unused)
{
    (void)unused;
    shell("mkdir -p %s/zh/LC_MESSAGES", "locale");
    shell("cp samovar.mo %s/zh/LC_MESSAGES/", "locale");
    expect_said("", "zh ''", "\n");
    expect_said("", "zh 'not in there'", "not in there\n");
    expect_said("", "zh one many 1", "数\n");
    expect_said("", "zh one many 2", "数\n");
    shell("rm -r %s", "locale");
}

static void english_has_a_singular_and_a_plural(void **unused)
{
    (void)unused;
    say_in("en");
    assert_string_equal(say_n("one", "many", 0), "many");
    assert_string_equal(say_n("one", "many", 1), "one");
    assert_string_equal(say_n("one", "many", 2), "many");
}

static void set(const char *all, const char *messages, const char *lang)
{
    setenv("LC_ALL", all, 1);
    setenv("LC_MESSAGES", messages, 1);
    setenv("LANG", lang, 1);
}

static void the_environment_chooses_the_language_in_the_order_of_posix(void **unused)
{
    (void)unused;
    set("", "", "");
    assert_string_equal(say_language_of_environment(), "en");
    set("", "", "zh_CN.UTF-8");
    assert_string_equal(say_language_of_environment(), "zh");
    set("", "en_GB.UTF-8", "zh_CN.UTF-8");
    assert_string_equal(say_language_of_environment(), "en");
    set("zh_TW", "en_GB.UTF-8", "de_DE");
    assert_string_equal(say_language_of_environment(), "zh");
    set("C", "zh_CN.UTF-8", "zh_CN.UTF-8");
    assert_string_equal(say_language_of_environment(), "en");
    unsetenv("LC_ALL"), unsetenv("LC_MESSAGES"), unsetenv("LANG");
    assert_string_equal(say_language_of_environment(), "en");
}

static void any_other_language_is_english(void **unused)
{
    (void)unused;
    say_in("zh_CN.UTF-8");
    assert_string_equal(say_language(), "zh");
    say_in("fr");
    assert_string_equal(say_language(), "en");
    say_in("");
    assert_string_equal(say_language(), "en");
}

static void numbers_do_not_follow_the_locale(void **unused)
{
    (void)unused;
    set("de_DE.UTF-8", "de_DE.UTF-8", "de_DE.UTF-8");
    say_in("zh");
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
    say_in("en");
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
}

static int speak(int argc, char *argv[])
{
    say_in(argv[1]);
    puts(argc == 5 ? say_n(argv[2], argv[3], strtoul(argv[4], NULL, 10)) : say(argv[2]));
    return 0;
}

int main(int argc, char *argv[])
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_catalogue_is_found_in_the_build_tree_and_installed),
        cmocka_unit_test(an_empty_text_stays_empty_and_an_unknown_one_english),
        cmocka_unit_test(english_has_a_singular_and_a_plural),
        cmocka_unit_test(the_environment_chooses_the_language_in_the_order_of_posix),
        cmocka_unit_test(any_other_language_is_english),
        cmocka_unit_test(numbers_do_not_follow_the_locale),
    };
    return argc > 2 ? speak(argc, argv) : cmocka_run_group_tests(tests, set_up, tear_down);
}
