/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a user can get wrong on the command line and in the scenario file: exit code and sentence. */
#include "tests/cli/workplace.h"

static void a_wrong_word_is_answered_with_the_nearest_right_one(void **unused)
{
    (void)unused;
    expect_end(2, "rnu mine.yaml", "there is no command `rnu`; did you mean `run`?");
    expect_end(2, "frobnicate", "there is no command `frobnicate`; samovar --help lists them");
    expect_end(2, "run mine.yaml --dyas 3", "has no option --dyas; did you mean --days?");
    expect_end(2, "version --seed 3", "samovar version has no option --seed");
    expect_end(2, "run mine.yaml --layout one-gat", "did you mean `one-gate`?");
    expect_end(2, "explain patiense", "patience");
    expect_end(2, "run mine.yaml --precision servde:1%", "did you mean `served`?");
    expect_files("mine.yaml ");
}

static void an_incomplete_command_is_answered_with_its_usage(void **unused)
{
    (void)unused;
    expect_end(2, "", "samovar COMMAND --help");
    expect_end(2, "run", "usage: samovar run FILE");
    expect_end(2, "run mine.yaml other.yaml", "usage: samovar run FILE");
    expect_end(2, "run mine.yaml --days", "--days needs a value");
    expect_end(2, "run mine.yaml --trace", "which day?");
    expect_end(2, "run mine.yaml --day 3 --days 2", "--days doesn't go with it");
    expect_end(2, "run mine.yaml --day 3 --confidence 90%", "--confidence doesn't go with it");
    expect_end(2, "run mine.yaml --day 3 --quiet", "--quiet doesn't go with it");
    expect_end(2, "run mine.yaml --day 3 --format json", "--format json doesn't go with it");
    expect_end(2, "check mine.yaml --seed 3", "--seed goes with --verify");
    expect_end(0, "--help", "samovar run FILE");
    expect_end(0, "run --help", "--layout NAME");
    expect_end(0, "--version", "samovar ");
}

static void a_value_out_of_range_is_answered_with_the_range(void **unused)
{
    (void)unused;
    expect_end(2, "run mine.yaml --days 0", "--days 0: a number from 1 to");
    expect_end(2, "run mine.yaml --days 1.5", "a whole number is needed");
    expect_end(2, "run mine.yaml --days 3x", "a number from");
    expect_end(2, "run mine.yaml --days nan", "a number from");
    expect_end(2, "run mine.yaml --days ''", "a number from");
    expect_end(2, "run mine.yaml --days 99999999999", "a number from");
    expect_end(2, "run mine.yaml --seed -1", "a whole number, 0 or more, is needed");
    expect_end(2, "run mine.yaml --seed 18446744073709551616", "a whole number, 0 or more");
    expect_end(2, "run mine.yaml --threads 0", "a number from 1 to 1024");
    expect_end(2, "run mine.yaml --confidence 100%", "a number from");
    expect_end(2, "run mine.yaml --precision :1%", "there is no figure");
    expect_end(2, "run mine.yaml --precision served:", "a number from");
    expect_end(2, "run mine.yaml --format xml", "text, json or csv is needed");
    expect_end(2, "run mine.yaml --lang fr", "zh or en is needed");
    expect_end(2, "run mine.yaml --out ''", "a directory is needed");
    expect_end(2, "run mine.yaml --quiet=yes", "it takes no value");
    expect_files("mine.yaml ");
}

static void a_wrong_override_is_a_fault_with_a_caret(void **unused)
{
    (void)unused;
    expect_end(2, "run mine.yaml --set uptake", "it has the form path.to.key=value");
    expect_end(3, "check mine.yaml --set residents.commuters.uptak=3%",
               "--set:1:21: unknown key `uptak`; did you mean `uptake`?\n"
               "  residents.commuters.uptak=3%\n"
               "                      ^\n");
    expect_end(3, "check mine.yaml --set residents.commuters.uptake='3 kg'", "--set:1:");
    expect_end(3, "check mine.yaml --set =1", "--set:1:");
    expect_end(3, "check mine.yaml --set 'a..b=[[['", "--set:1:");
    expect_end(3, "check mine.yaml --set samovar=2", "--set:1:");
}

static void a_file_that_cannot_be_read_is_named_with_the_reason(void **unused)
{
    (void)unused;
    expect_end(6, "check missing.yaml", "missing.yaml: there is no such file\n");
    expect_end(6, "check ''", "there is no such file");
    expect_end(6, "check .", "this is a folder, not a file");
    expect_end(6, "check mine.yaml/x", "mine.yaml/x: there is no such file");
    expect_end(6, "check /dev/zero", "this is no ordinary file");
    expect_end(6, "check /dev/stdin", "no ordinary file");
    step("mkfifo pipe && ln -s round round && ln -s nowhere dangling");
    expect_end(6, "check pipe", "this is no ordinary file");
    expect_end(6, "check round", "the links lead round in a circle");
    expect_end(6, "check dangling", "there is no such file");
    expect_end(6, "check $(head -c 5000 /dev/zero | tr '\\0' a)", "the name of the file is too long");
}

/* Root reads everything: then the program has to run as somebody else. */
static void a_file_that_may_not_be_read_is_refused(void **unused)
{
    (void)unused;
    step("chmod 711 . && chmod 0 mine.yaml");
    if (geteuid() != 0) {
        expect_end(6, "check mine.yaml", "you may not read this file");
        return;
    }
    if (shell("setpriv --reuid 65534 --clear-groups test -x \"$SAMOVAR\"") != 0)
        skip();
    assert_int_equal(shell("setpriv --reuid 65534 --clear-groups \"$SAMOVAR\" check mine.yaml"), 6);
    expect_said("you may not read this file");
}

static void a_file_that_is_no_scenario_is_refused(void **unused)
{
    (void)unused;
    step(": >empty; printf ' \\n\\n' >blank; printf '# only this\\n' >comment; printf '\\357\\273\\277' >mark");
    expect_end(3, "check empty", "empty:1:1: the file is empty");
    expect_end(3, "check blank", "blank:");
    expect_end(3, "check comment", "comment:");
    expect_end(3, "check mark", "mark:");
    step("head -c 100000 \"$SAMOVAR\" >program; head -c 5000 /dev/zero >zeros; printf 'samovar: 1\\nname: \\377\\n' >latin");
    expect_end(3, "check program", "program:1:");
    expect_end(3, "check zeros", "this isn't a text file: it holds the byte 0x00");
    expect_end(3, "check latin", "latin:2:7: this isn't UTF-8 text");
    step("printf '\\377\\376s\\000' >wide; printf '%%PDF-1.5\\n' >pdf; printf 'just words\\n' >words");
    expect_end(3, "check wide", "UTF-16");
    expect_end(3, "check pdf", "pdf:1:");
    expect_end(3, "check words", "words:1:1:");
    step("printf 'samovar: 1\\n---\\nsamovar: 1\\n' >two");
    expect_end(3, "check two", "a file holds one scenario");
}

static void a_file_larger_than_four_megabytes_is_refused(void **unused)
{
    (void)unused;
    step("{ cat mine.yaml; head -c 10000000 /dev/zero | tr '\\0' '#'; } >large.yaml");
    expect_end(6, "check large.yaml", "the file is larger than samovar reads");
    step("{ cat mine.yaml; head -c 4000000 /dev/zero | tr '\\0' '#'; } >fits.yaml");
    expect_end(0, "check fits.yaml", "fits.yaml is valid.");
}

static void nesting_without_end_is_refused(void **unused)
{
    (void)unused;
    step("head -c 100000 /dev/zero | tr '\\0' '[' >lists");
    step("yes 'a: {' | head -n 50000 | tr -d '\\n' >maps");
    step("yes -- '- ' | head -n 50000 | tr -d '\\n' >dashes; yes '? ' | head -n 50000 | tr -d '\\n' >keys");
    expect_end(3, "check lists", "sections are nested deeper than 32 here");
    expect_end(3, "check maps", "sections are nested deeper than 32 here");
    expect_end(3, "check dashes", "sections are nested deeper than 32 here");
    expect_end(3, "check keys", "sections are nested deeper than 32 here");
}

/* Ten anchors, each of ten of the one before: ten thousand million values. */
static void an_alias_bomb_is_refused(void **unused)
{
    (void)unused;
    step("{ echo 'samovar: 1'; echo 'a0: &a0 [1,1,1,1,1,1,1,1,1,1]'; i=0; while [ $i -lt 10 ]; do"
         " n=$((i + 1)); echo \"a$n: &a$n [*a$i,*a$i,*a$i,*a$i,*a$i,*a$i,*a$i,*a$i,*a$i,*a$i]\"; i=$n; done; } >bomb");
    expect_end(3, "check bomb", "the scenario grows past 200000 values here");
    write_file("circle", "samovar: 1\na: &a [*a]\n");
    expect_end(3, "check circle", "circle:2:8: no complete `&a` stands before this `*a`");
}

static void files_that_extend_one_another_in_a_circle_are_refused(void **unused)
{
    (void)unused;
    write_file("a.yaml", "extends: b.yaml\n");
    write_file("b.yaml", "extends: a.yaml\n");
    expect_end(3, "check a.yaml", "the files extend one another in a circle");
    write_file("out.yaml", "extends: /etc/passwd\n");
    expect_end(3, "check out.yaml", "the file lies outside the scenario's folder");
    write_file("up.yaml", "extends: ../../etc/passwd\n");
    expect_end(3, "check up.yaml", "the file lies outside the scenario's folder");
}

/* SIGTERM only asks for the end of a run: what hangs has to be killed. */
static void expect_csv_fault(const char *bytes, const char *sentence)
{
    assert_int_equal(shell("printf '%s' >c.csv; timeout -s KILL 20 \"$SAMOVAR\" check csv.yaml", bytes), 3);
    expect_said(sentence);
}

static void a_csv_that_holds_no_numbers_is_refused_at_once(void **unused)
{
    (void)unused;
    step("sed 's/^air: .*/air: \"empirical(c.csv, a) °C\"/' mine.yaml >csv.yaml");
    step("printf 'a,b\\n1,x\\n-2.5,y\\n' >c.csv && \"$SAMOVAR\" check csv.yaml");
    expect_csv_fault("", "c.csv");
    expect_csv_fault("b\\n1\\n", "has no column `a`");
    expect_csv_fault("a\\n", "has no values in this column");
    expect_csv_fault("a\\n1\\nx\\n", "`x` isn");
    expect_csv_fault("a\\n1\\n\\0\\n2\\n", "csv.yaml:");
    expect_csv_fault("a\\n1\\n\\377\\n", "csv.yaml:");
    expect_csv_fault("\\377\\376a\\0", "csv.yaml:");
}

static void windows_line_ends_and_a_byte_order_mark_are_read(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run mine.yaml --days 9 --format json >plain.json");
    step("{ printf '\\357\\273\\277'; sed 's/$/\\r/' mine.yaml; } >windows.yaml");
    expect_end(0, "check windows.yaml", "windows.yaml is valid.");
    step("\"$SAMOVAR\" run windows.yaml --days 9 --format json | cmp - plain.json");
}

/* The column counts characters, and the caret stands below the right one behind Chinese ones too. */
static void all_faults_are_told_at_once_each_with_its_place(void **unused)
{
    (void)unused;
    write_file("three.yaml", "samovar: 1\nnam: 热饮\nwindow: 06:30 - 25:99\nair: 3 kg\n");
    assert_int_equal(shell("\"$SAMOVAR\" run three.yaml"), 3);
    expect_said("three.yaml:2:1: unknown key `nam`; did you mean `name`?\n  nam: 热饮\n  ^\n");
    expect_said("three.yaml:3:");
    expect_said("three.yaml:4:");
    step("{ echo 'samovar: 1'; i=0; while [ $i -lt 3000 ]; do echo \"k$i: 1\"; i=$((i + 1)); done; } >many.yaml");
    expect_end(3, "check many.yaml", "and more than 950 more");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(a_wrong_word_is_answered_with_the_nearest_right_one),
        in_workplace(an_incomplete_command_is_answered_with_its_usage),
        in_workplace(a_value_out_of_range_is_answered_with_the_range),
        in_workplace(a_wrong_override_is_a_fault_with_a_caret),
        in_workplace(a_file_that_cannot_be_read_is_named_with_the_reason),
        in_workplace(a_file_that_may_not_be_read_is_refused),
        in_workplace(a_file_that_is_no_scenario_is_refused),
        in_workplace(a_file_larger_than_four_megabytes_is_refused),
        in_workplace(nesting_without_end_is_refused),
        in_workplace(an_alias_bomb_is_refused),
        in_workplace(files_that_extend_one_another_in_a_circle_are_refused),
        in_workplace(a_csv_that_holds_no_numbers_is_refused_at_once),
        in_workplace(windows_line_ends_and_a_byte_order_mark_are_read),
        in_workplace(all_faults_are_told_at_once_each_with_its_place),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
