/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts in text: on a terminal that is wide enough, and nowhere else. The program runs on a pseudo-terminal. */
#include "tests/cli/workplace.h"

#include "core/text.h"

#include <errno.h>
#include <pty.h>
#include <sys/wait.h>

static const char *const heading[] = {"Line: people waiting on a usual day", "排队：平常一天里各站有几人在等"};
static const char full[] = "█", low[] = "▁";

/* What a command line shows on a terminal of so many columns, in `said`. */
static void show(int columns, const char *command)
{
    struct winsize size = {.ws_row = 50, .ws_col = (unsigned short)columns};
    int terminal, status;
    size_t n = 0;
    ssize_t got;
    pid_t child = forkpty(&terminal, NULL, NULL, &size);

    assert_true(child >= 0);
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    while ((got = read(terminal, said + n, sizeof said - 1 - n)) > 0 || (got < 0 && errno == EINTR))
        n += got > 0 ? (size_t)got : 0;
    said[n] = '\0';
    close(terminal);
    assert_int_equal(waitpid(child, &status, 0), child);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail_msg("%s ended with %d:\n%.2000s", command, status, said);
}

static void expect_no_charts(const char *why)
{
    if (strstr(said, heading[0]) || strstr(said, heading[1]) || strstr(said, low))
        fail_msg("%s: charts are shown", why);
}

/* Colours take no columns; nor does what wipes a bar of progress off the line. */
static void drop_colours(char *text)
{
    char *to = text;

    for (char *from = text; *from; from++) {
        if (*from == '\033' && from[1] == '[') {
            from += 2 + strcspn(from + 2, "mK");
            continue;
        }
        *to++ = *from;
    }
    *to = '\0';
}

/* Charts are no wider than the terminal, and every row of them has its curve in the same columns. @return rows */
static int rows_within(int columns, const char *from)
{
    char *rest = strstr(said, from);
    int rows = 0;

    if (!rest)
        fail_msg("`%s` isn't shown:\n%.3000s", from, said);
    for (char *line; (line = strsep(&rest, "\n")); rows++) {
        line[strcspn(line, "\r")] = '\0';
        if (text_columns(line) > columns)
            fail_msg("%d columns: %s", text_columns(line), line);
    }
    return rows;
}

#define RUN "LC_ALL=C.UTF-8 TERM=xterm \"$SAMOVAR\" run \"$ROOT\"/scenarios/riverside.yaml --days 40 "

static void charts_fit_the_terminal_in_both_languages(void **unused)
{
    static const char *const commands[] = {RUN "--lang en", RUN "--lang zh"};

    (void)unused;
    for (int language = 0; language < 2; language++)
        for (int columns = 80; columns <= 120; columns += 40) {
            show(columns, commands[language]);
            drop_colours(said);
            expect_said(full);
            expect_said(" 07:30 ");
            expect_between(rows_within(columns, heading[language]), 26, 30);
        }
}

/* The curve of a Chinese name begins where that of a Latin one does, and words follow in one column. */
static void curves_stand_below_one_another(void **unused)
{
    char *row[2], *end;

    (void)unused;
    write_file("names.yaml", "samovar: 1\nname: Names\nlanguage: en\nwindow: 07:00 - 08:00\n"
                             "residents: {one: {rate: 600 /h, at: desk-of-the-lobby}, two: {rate: 600 /h, at: 中心广场}}\n"
                             "drinks: {tea: {}}\nservice: {greet: 10 s}\nlayouts: {both: {desk-of-the-lobby: {staff: 1}, 中心广场: {staff: 1}}}\n");
    show(80, "NO_COLOR=1 LC_ALL=C.UTF-8 TERM=xterm \"$SAMOVAR\" run names.yaml --days 20");
    assert_null(strstr(said, "\033[3"));
    char *chart = strstr(said, heading[0]);
    assert_non_null(chart);
    row[0] = strstr(chart, "\ndesk-of-the-lobby ");
    row[1] = strstr(chart, "\n中心广场 ");
    assert_true(row[0] && row[1]);
    for (int i = 0; i < 2; i++) {
        end = strstr(row[i] + 1, " up to ");
        assert_non_null(end);
        *end = '\0';
    }
    assert_int_equal(text_columns(row[0] + 1), text_columns(row[1] + 1));
    assert_int_equal(strstr(row[0], low) != NULL || strstr(row[0], full) != NULL, 1);
}

static void there_are_none_elsewhere(void **unused)
{
    (void)unused;
    show(79, RUN);
    expect_no_charts("79 columns");
    show(100, RUN "--quiet");
    expect_no_charts("--quiet");
    show(100, RUN "--format json");
    expect_no_charts("--format json");
    show(100, RUN "--format csv");
    expect_no_charts("--format csv");
    show(100, RUN "| cat");
    expect_no_charts("a pipe");
}

static void colours_follow_the_environment(void **unused)
{
    (void)unused;
    show(100, RUN);
    expect_said("\033[31m▇");
    show(100, "NO_COLOR=1 " RUN);
    assert_null(strstr(said, "\033[31m"));
    show(100, "NO_COLOR= " RUN);
    expect_said("\033[31m");
    show(100, "LC_ALL=C.UTF-8 TERM=dumb \"$SAMOVAR\" run \"$ROOT\"/scenarios/riverside.yaml --days 40");
    assert_null(strstr(said, "\033["));
    expect_said(full);
}

static void other_locales_get_ascii(void **unused)
{
    (void)unused;
    show(100, "LC_ALL=C TERM=xterm \"$SAMOVAR\" run \"$ROOT\"/scenarios/riverside.yaml --days 40 --lang en");
    expect_said(heading[0]);
    expect_said("%%");
    assert_null(strstr(said, low));
    assert_null(strstr(said, "\033[31m"));
}

static void compare_shows_a_line_for_each_layout(void **unused)
{
    (void)unused;
    show(100, "LC_ALL=C.UTF-8 TERM=xterm \"$SAMOVAR\" compare mine.yaml --days 20");
    expect_said("People waiting at all stations together on a usual day");
    expect_said("\ngate-and-garage ");
    show(100, "LC_ALL=C.UTF-8 TERM=xterm \"$SAMOVAR\" compare mine.yaml --days 20 --quiet");
    assert_null(strstr(said, "People waiting"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(charts_fit_the_terminal_in_both_languages),
        in_workplace(curves_stand_below_one_another),
        in_workplace(there_are_none_elsewhere),
        in_workplace(colours_follow_the_environment),
        in_workplace(other_locales_get_ascii),
        in_workplace(compare_shows_a_line_for_each_layout),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
